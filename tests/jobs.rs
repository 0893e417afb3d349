//! Imports without a front and without the steps: a made-up reader stands for them.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod readings;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use faheng::error::{Error, FileProblem, LibraryProblem};
use faheng::jobs::{FileResult, Handle, Message, Outcome, Read, SkipReason, Summary, import};
use faheng::reading::Reading;
use faheng::store::{Access, Filter, Library};
use readings::Sample;

/// Reads files that hold the number of a city; anything else is what its first word says.
fn read(path: &Path, bytes: Vec<u8>) -> Result<Reading, Error> {
    let text = String::from_utf8_lossy(&bytes).into_owned();
    if text.is_empty() {
        return Err(Error::file(FileProblem::Empty, path));
    }
    if text.starts_with("panic") {
        panic!("made to fail");
    }
    if text.starts_with("unknown") {
        return Err(Error::file(FileProblem::UnknownType("bin".to_owned()), path));
    }
    let city = text.trim().parse().map_err(|_| Error::file(FileProblem::NoText, path))?;
    let mut reading = Sample { city, ..Sample::default() }.reading();
    reading.document.source.sha256 = readings::hash(&bytes);
    reading.document.source.path = path.to_owned();
    Ok(reading)
}

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.at(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    /// `count` files in the folder `in`, each of its own city.
    fn cities(&self, count: u32) -> PathBuf {
        for city in 1..=count {
            self.file(&format!("in/{city:04}.txt"), &city.to_string());
        }
        self.at("in")
    }

    fn library(&self) -> PathBuf {
        self.at("library.faheng")
    }

    fn import(&self, paths: Vec<PathBuf>) -> Handle {
        self.import_with(paths, Arc::new(read))
    }

    fn import_with(&self, paths: Vec<PathBuf>, read: Arc<Read>) -> Handle {
        import(self.library(), paths, read, Arc::new(|| {}))
    }

    fn stored(&self) -> usize {
        Library::open(self.library(), Access::ReadOnly).unwrap().reports(&Filter::default()).unwrap().len()
    }
}

/// All results, and the last message; fails unless there is one last message and nothing after it.
fn finish(handle: &Handle) -> (Vec<FileResult>, Message) {
    let mut results = Vec::new();
    let mut last = None;
    for message in handle.messages() {
        assert!(last.is_none(), "{message:?} after {last:?}");
        match message {
            Message::Progress(progress) => assert!(progress.done <= progress.total, "{progress:?}"),
            Message::File(result) => results.push(result),
            end => last = Some(end),
        }
    }
    (results, last.expect("an answer"))
}

fn word(result: &FileResult) -> String {
    let name = result.path.file_name().unwrap().to_string_lossy().into_owned();
    let outcome = match &result.outcome {
        Outcome::Imported { id, .. } => format!("imported {id}"),
        Outcome::Already { id } => format!("already {id}"),
        Outcome::Skipped(reason) => format!("{reason:?}"),
        Outcome::Failed(Error::File { problem, .. }) => format!("{problem:?}"),
        Outcome::Failed(error) => format!("{error:?}"),
    };
    format!("{name} {outcome}")
}

fn words(results: &[FileResult]) -> Vec<String> {
    results.iter().map(word).collect()
}

#[test]
fn each_file_has_its_result_in_the_order_of_the_list() {
    let desk = Desk::new();
    for (name, content) in [
        ("in/1.txt", "1"),
        ("in/2.txt", ""),
        ("in/3.txt", "panic"),
        ("in/4.txt", "no number"),
        ("in/5.txt", "unknown"),
        ("in/6.jpg", "6"),
        ("in/7.txt", "1"),
        ("in/8.html", "8"),
    ] {
        desk.file(name, content);
    }
    let paths = vec![desk.at("in"), desk.at("in/1.txt"), desk.file("x.txt", "unknown"), desk.at("gone.txt")];
    let (results, last) = finish(&desk.import(paths.clone()));
    assert_eq!(
        words(&results),
        [
            "1.txt imported 1",
            "2.txt Empty",
            "3.txt Damaged(\"made to fail\")",
            "4.txt NoText",
            "5.txt UnknownType(\"bin\")",
            "6.jpg UnknownType(\"jpg\")",
            "7.txt already 1",
            "8.html imported 2",
            "1.txt already 1",
            "x.txt UnknownType(\"bin\")",
            "gone.txt NotFound",
        ]
    );
    assert!(matches!(results[4].outcome, Outcome::Failed(_)));
    assert!(matches!(results[5].outcome, Outcome::Skipped(SkipReason::UnknownType(_))));
    assert!(matches!(results[9].outcome, Outcome::Failed(_)));
    let named: Vec<bool> = results.iter().map(|result| result.named).collect();
    assert_eq!(named.iter().filter(|named| **named).count(), 3);
    let expected = Summary { imported: 2, already: 2, skipped: 1, failed: 6, undecided: 0 };
    assert!(matches!(last, Message::Done(summary) if summary == expected), "{last:?}");

    let (again, last) = finish(&desk.import(paths));
    assert_eq!(words(&again)[0], "1.txt already 1");
    let expected = Summary { imported: 0, already: 4, ..expected };
    assert!(matches!(last, Message::Done(summary) if summary == expected), "{last:?}");
}

#[test]
fn order_and_ids_do_not_depend_on_the_threads() {
    let desk = Desk::new();
    let paths = vec![desk.cities(60)];
    let turn = AtomicUsize::new(0);
    let uneven = move |path: &Path, bytes: Vec<u8>| {
        let turn = turn.fetch_add(1, Ordering::Relaxed);
        std::thread::sleep(Duration::from_millis([9, 0, 3, 0, 1][turn % 5]));
        read(path, bytes)
    };
    let (results, _) = finish(&desk.import_with(paths, Arc::new(uneven)));
    let expected: Vec<String> = (1..=60).map(|city| format!("{city:04}.txt imported {city}")).collect();
    assert_eq!(words(&results), expected);
}

#[test]
fn a_file_is_reported_only_after_its_commit() {
    let desk = Desk::new();
    let handle = desk.import(vec![desk.cities(150)]);
    let mut reader = None;
    let mut reported = 0;
    for message in handle.messages() {
        if let Message::File(FileResult { outcome: Outcome::Imported { id, .. }, .. }) = message {
            let reader = reader.get_or_insert_with(|| Library::open(desk.library(), Access::ReadOnly).unwrap());
            assert_eq!(reader.reading_of(id).unwrap().summary.id, id);
            reported += 1;
        }
    }
    assert_eq!(reported, 150);
}

/// Lets readers through up to a number of files and holds the rest until it is opened.
#[derive(Default)]
struct Barrier {
    open: Mutex<bool>,
    opened: Condvar,
    passed: AtomicUsize,
}

impl Barrier {
    fn pass(&self, free: usize) {
        if self.passed.fetch_add(1, Ordering::SeqCst) >= free {
            let open = self.open.lock().unwrap();
            drop(self.opened.wait_while(open, |open| !*open).unwrap());
        }
    }

    fn open(&self) {
        *self.open.lock().unwrap() = true;
        self.opened.notify_all();
    }
}

#[test]
fn cancelling_midway_keeps_what_is_whole() {
    let desk = Desk::new();
    let folder = desk.cities(100);
    let barrier = Arc::new(Barrier::default());
    let held = Arc::clone(&barrier);
    let slow = move |path: &Path, bytes: Vec<u8>| {
        held.pass(30);
        read(path, bytes)
    };
    let handle = desk.import_with(vec![folder.clone()], Arc::new(slow));
    let mut reported = 0;
    while reported == 0 {
        if let Some(Message::File(_)) = handle.next_within(Duration::from_secs(10)) {
            reported += 1;
        }
    }
    handle.cancel();
    // The answer does not wait for the file in hand.
    let asked = Instant::now();
    let (results, last) = finish(&handle);
    assert!(asked.elapsed() < Duration::from_secs(5));
    reported += results.len();
    barrier.open();
    let Message::Cancelled(summary) = last else { panic!("{last:?}") };
    assert_eq!((summary.imported, summary.files()), (reported, reported));
    assert!((1..=30).contains(&reported), "{reported}");
    assert_eq!(desk.stored(), reported);
    let library = Library::open(desk.library(), Access::ReadWrite).unwrap();
    assert_eq!(library.check().unwrap(), Vec::<String>::new());
    drop(library);

    let (_, last) = finish(&desk.import(vec![folder]));
    let rest = Summary { imported: 100 - reported, already: reported, ..Summary::default() };
    assert!(matches!(last, Message::Done(summary) if summary == rest), "{last:?}");
}

#[test]
fn a_dropped_handle_cancels() {
    let desk = Desk::new();
    let folder = desk.cities(500);
    let begun = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&begun);
    let slow = move |path: &Path, bytes: Vec<u8>| {
        counted.fetch_add(1, Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(5));
        read(path, bytes)
    };
    drop(desk.import_with(vec![folder], Arc::new(slow)));
    std::thread::sleep(Duration::from_millis(300));
    let after = begun.load(Ordering::SeqCst);
    std::thread::sleep(Duration::from_millis(200));
    assert_eq!(begun.load(Ordering::SeqCst), after);
    assert!(after < 100, "{after}");
}

#[test]
fn files_that_vanish_cost_themselves_alone() {
    let desk = Desk::new();
    let folder = desk.cities(80);
    let victim = folder.join("0080.txt");
    let gone = victim.clone();
    let spiteful = move |path: &Path, bytes: Vec<u8>| {
        if gone.exists() {
            fs::remove_file(&gone).ok();
        }
        read(path, bytes)
    };
    let (results, last) = finish(&desk.import_with(vec![folder], Arc::new(spiteful)));
    assert_eq!(word(results.last().unwrap()), "0080.txt NotFound");
    assert!(matches!(last, Message::Done(Summary { imported: 79, failed: 1, .. })), "{last:?}");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let desk = Desk::new();
    let socket = desk.at("socket.txt");
    let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let (results, _) = finish(&desk.import(vec![socket]));
    assert_eq!(words(&results), ["socket.txt NotAFile"]);
}

#[test]
fn nothing_to_do_is_done() {
    let desk = Desk::new();
    let (results, last) = finish(&desk.import(Vec::new()));
    assert!(results.is_empty());
    assert!(matches!(last, Message::Done(summary) if summary == Summary::default()), "{last:?}");
}

#[test]
fn a_library_that_is_none_fails_the_job_before_any_file() {
    let desk = Desk::new();
    desk.file("library.faheng", "not a library");
    let (results, last) = finish(&desk.import(vec![desk.cities(3)]));
    assert!(results.is_empty());
    let Message::Failed(Error::Library { problem, path }) = last else { panic!("{last:?}") };
    assert_eq!((problem, path), (LibraryProblem::NotOurs, desk.library()));
}

#[test]
fn a_locked_library_fails_the_job_and_nothing_is_claimed() {
    let desk = Desk::new();
    let folder = desk.cities(3);
    drop(Library::open(desk.library(), Access::ReadWrite).unwrap());
    let other = rusqlite::Connection::open(desk.library()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let (results, last) = finish(&desk.import(vec![folder.clone()]));
    assert!(results.is_empty());
    assert!(matches!(last, Message::Failed(Error::Library { problem: LibraryProblem::Locked, .. })), "{last:?}");
    assert_eq!(desk.stored(), 0);
    other.execute_batch("ROLLBACK").unwrap();
    let (_, last) = finish(&desk.import(vec![folder]));
    assert!(matches!(last, Message::Done(Summary { imported: 3, .. })), "{last:?}");
}

#[test]
fn the_front_is_woken_for_each_message_and_progress_is_sparse() {
    let desk = Desk::new();
    let woken = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&woken);
    let wake = move || {
        counter.fetch_add(1, Ordering::SeqCst);
    };
    let slow = |path: &Path, bytes: Vec<u8>| {
        std::thread::sleep(Duration::from_millis(20));
        read(path, bytes)
    };
    let began = Instant::now();
    let handle = import(desk.library(), vec![desk.cities(40)], Arc::new(slow), Arc::new(wake));
    let all: Vec<Message> = handle.messages().collect();
    let allowed = began.elapsed().as_millis() as usize / 100 + 2;
    let progress = all.iter().filter(|message| matches!(message, Message::Progress(_))).count();
    assert!((1..=allowed).contains(&progress), "{progress} of {allowed}");
    assert_eq!(woken.load(Ordering::SeqCst), all.len());
}

#[test]
fn a_front_that_does_not_listen_loses_nothing() {
    let desk = Desk::new();
    let handle = desk.import(vec![desk.cities(400)]);
    std::thread::sleep(Duration::from_millis(600));
    let (results, last) = finish(&handle);
    assert_eq!(results.len(), 400);
    assert!(matches!(last, Message::Done(Summary { imported: 400, .. })), "{last:?}");
}

/// A report whose sentence has that number.
fn corrected(number: u32) -> String {
    let rest = "各级各部门依法履行职责，行政执法更加规范，矛盾纠纷有效化解，群众满意度稳步提升。".repeat(4);
    format!("营口市2021年法治政府建设情况报告\n\n全年收到行政复议申请{number}件，办结912件。\n\n{rest}\n")
}

#[test]
fn a_copy_with_other_digits_becomes_a_version_with_the_digits_told() {
    let desk = Desk::new();
    let other = "营口市2021年法治政府建设情况报告\n\n本年工作另行报告，全年开展培训35场次。\n".to_owned();
    let files = [corrected(974), corrected(974), corrected(975), other];
    let paths = (1..).zip(&files).map(|(n, text)| desk.file(&format!("{n}.txt"), text)).collect();
    let whole = |path: &Path, bytes: Vec<u8>| {
        faheng::reading::read_bytes(path, &bytes, faheng::reading::Rules::built_in().unwrap())
    };
    let (results, _) = finish(&desk.import_with(paths, Arc::new(whole)));
    assert!(matches!(results[0].outcome, Outcome::Imported { version_of: None, near: None, .. }));
    assert!(matches!(results[1].outcome, Outcome::Already { .. }));
    let Outcome::Imported { id, version_of: Some(_), near: Some(near), .. } = &results[2].outcome else { panic!() };
    assert_eq!(near.digits, [("974".to_owned(), "975".to_owned())]);
    let Outcome::Imported { version_of, near: None, .. } = &results[3].outcome else { panic!("{:?}", results[3]) };
    assert_eq!(version_of.as_ref(), Some(id), "another text of the same body and year is a version, and not near");
}
