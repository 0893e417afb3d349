//! The sample reports as the window gets them, for tests of the views.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use eframe::egui::Context;

use crate::app::theme;
use crate::jobs::desk::{Answer, Command, ComparePage, Desk, Overview, ReportPage};
use crate::jobs::{Message, import};
use crate::reading::{Rules, read_bytes};
use crate::store::ReportId;

/// The sample reports as the desk tells them.
pub struct Samples {
    /// Keeps the library.
    _folder: tempfile::TempDir,
    place: PathBuf,
    /// What the library holds.
    pub overview: Arc<Overview>,
    /// Every report, in the order of the overview.
    pub pages: Vec<Arc<ReportPage>>,
}

fn answer(desk: &Desk, command: Command) -> Answer {
    desk.ask(command);
    desk.next_within(Duration::from_secs(60)).unwrap().result.unwrap()
}

/// Read once for all tests.
pub fn samples() -> &'static Samples {
    static SAMPLES: OnceLock<Samples> = OnceLock::new();
    SAMPLES.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("samples.faheng");
        let files = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data")];
        let read = |path: &Path, bytes: Vec<u8>| read_bytes(path, &bytes, Rules::built_in()?);
        let handle = import(&place, files, Arc::new(read), Arc::new(|| {}));
        assert!(matches!(handle.messages().last(), Some(Message::Done(_))));
        let desk = Desk::new(Arc::new(|| {})).unwrap();
        let Answer::Overview(overview) = answer(&desk, Command::Open(place.clone())) else { panic!() };
        let page = |id: ReportId| match answer(&desk, Command::Report(id)) {
            Answer::Report(page) => page,
            other => panic!("{other:?}"),
        };
        let pages = overview.reports.iter().map(|report| page(report.id)).collect();
        Samples { _folder: folder, place, overview, pages }
    })
}

/// The page of a body and year.
pub fn page(name: &str, year: i32) -> Arc<ReportPage> {
    let own = |page: &&Arc<ReportPage>| {
        let summary = &page.loaded.stored.summary;
        summary.body.name.as_deref() == Some(name) && summary.year == Some(year)
    };
    Arc::clone(samples().pages.iter().find(own).unwrap())
}

/// The comparison of two bodies and years.
pub fn pair(left: (&str, i32), right: (&str, i32)) -> Arc<ComparePage> {
    let desk = Desk::new(Arc::new(|| {})).unwrap();
    answer(&desk, Command::Open(samples().place.clone()));
    let [left, right] = [left, right].map(|(name, year)| page(name, year).id);
    match answer(&desk, Command::Compare { left, right }) {
        Answer::Compare(page) => page,
        other => panic!("{other:?}"),
    }
}

/// Fonts and styles of the window.
pub fn dress(context: &Context) {
    crate::app::install_fonts(context);
    theme::install(context);
}
