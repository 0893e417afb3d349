//! Libraries made of real files for the tests, each once, and the window's side of the desk.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use faheng::error::Error;
use faheng::jobs::desk::{Answer, Command, ComparePage, Desk, Overview, Reply, ReportPage, Ticket};
use faheng::jobs::{Message, import};
use faheng::reading::{Reading, Rules, read_bytes};
use faheng::store::ReportId;

/// Longer than any answer takes, on any machine: a test that waits so long fails.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// The chain that the program imports with.
pub fn read(path: &Path, bytes: Vec<u8>) -> Result<Reading, Error> {
    read_bytes(path, &bytes, Rules::built_in()?)
}

/// Imports files and folders into the library at `place`.
pub fn make(place: &Path, files: Vec<PathBuf>) {
    let handle = import(place, files, Arc::new(read), Arc::new(|| {}));
    let last = handle.messages().last();
    assert!(matches!(last, Some(Message::Done(_))), "{last:?}");
}

/// The library of the reports that ship with the program.
pub fn samples() -> &'static Path {
    static MADE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("样本.faheng");
        make(&place, vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data")]);
        (folder, place)
    });
    &made.1
}

/// Real reports, where they are.
pub fn real_reports() -> Option<PathBuf> {
    let shared = std::env::var_os("FAHENG_SHARED").map(PathBuf::from);
    let shared = shared.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    let reports = shared.join("reports");
    if !reports.is_dir() {
        println!("skipped: no real reports at {}", reports.display());
        return None;
    }
    Some(reports)
}

/// A desk with nothing open.
pub fn desk() -> Desk {
    Desk::new(Arc::new(|| {})).unwrap()
}

/// A desk with a library open, and what it holds.
pub fn open(place: &Path) -> (Desk, Arc<Overview>) {
    let desk = desk();
    let Ok(Answer::Overview(overview)) = ask(&desk, Command::Open(place.to_owned())) else { panic!("no overview") };
    (desk, overview)
}

/// Asks and waits for the one reply.
pub fn ask(desk: &Desk, command: Command) -> Result<Answer, Error> {
    let ticket = desk.ask(command);
    reply_to(desk, ticket).result
}

/// The next reply, which is to be that of `ticket`.
pub fn reply_to(desk: &Desk, ticket: Ticket) -> Reply {
    let reply = desk.next_within(PATIENCE).expect("a reply in time");
    assert_eq!(reply.ticket, ticket);
    reply
}

pub fn report(desk: &Desk, id: ReportId) -> Arc<ReportPage> {
    match ask(desk, Command::Report(id)) {
        Ok(Answer::Report(page)) => page,
        other => panic!("{other:?}"),
    }
}

pub fn uncut(desk: &Desk, id: ReportId) -> Arc<ReportPage> {
    match ask(desk, Command::Uncut(id)) {
        Ok(Answer::Report(page)) => page,
        other => panic!("{other:?}"),
    }
}

pub fn compare(desk: &Desk, left: ReportId, right: ReportId) -> Arc<ComparePage> {
    match ask(desk, Command::Compare { left, right }) {
        Ok(Answer::Compare(page)) => page,
        other => panic!("{other:?}"),
    }
}
