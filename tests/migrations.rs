//! Opening: what is ours, what is refused and stays as it was, which settings hold.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod readings;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use faheng::error::{Error, LibraryProblem};
use faheng::identity::NameTemplate;
use faheng::intake::{Encoding, Options};
use faheng::reading::{Manner, Reading};
use faheng::store::{APPLICATION_ID, Access, Filter, Library};
use readings::Sample;
use rusqlite::Connection;

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("资料 库#1?.faheng");
    (folder, path)
}

fn filled(path: &Path) {
    let mut library = Library::open(path, Access::ReadWrite).unwrap();
    let sample = Sample::default();
    library.add(&sample.reading(), sample.text().as_bytes(), "2026-02-05").unwrap();
}

fn problem(path: &Path, access: Access) -> LibraryProblem {
    match Library::open(path, access) {
        Err(Error::Library { problem, path: named }) => {
            assert_eq!(named, path);
            problem
        }
        other => panic!("{other:?}"),
    }
}

fn pragma(conn: &Connection, name: &str) -> i64 {
    conn.pragma_query_value(None, name, |row| row.get(0)).unwrap()
}

#[test]
fn a_new_library_has_the_marks_of_one() {
    let (_folder, path) = folder();
    filled(&path.with_file_name("deeper").join("library.faheng"));
    filled(&path);
    let conn = Connection::open(&path).unwrap();
    assert_eq!(pragma(&conn, "user_version"), 3);
    assert_eq!(pragma(&conn, "application_id"), i64::from(APPLICATION_ID));
    assert_eq!(pragma(&conn, "page_size"), 4096);
    let mode: String = conn.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
    let library = Library::open(&path, Access::ReadWrite).unwrap();
    assert_eq!((library.backup(), library.newer()), (None, None));
    assert_eq!(library.check().unwrap(), Vec::<String>::new());
}

#[test]
fn a_library_from_before_encodings_were_kept_is_raised() {
    let (_folder, path) = folder();
    filled(&path);
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch("ALTER TABLE documents DROP COLUMN said_encoding; ALTER TABLE documents DROP COLUMN template")
        .unwrap();
    conn.pragma_update(None, "user_version", 2).unwrap();
    conn.close().unwrap();
    let mut library = Library::open(&path, Access::ReadWrite).unwrap();
    assert!(library.backup().is_some());
    let report = library.reports(&Filter::default()).unwrap().remove(0);
    assert_eq!(library.manner(report.id).unwrap(), Manner::default(), "nothing was said of it");
    let bytes = library.original(report.id).unwrap();
    let encoding = Encoding::named("big5");
    let manner = Manner { options: Options { encoding }, template: NameTemplate::parse("{地区}{年份}").ok() };
    let reading = Reading { manner: manner.clone(), ..Sample::default().reading() };
    library.replace_reading(report.id, &reading, &bytes).unwrap();
    assert_eq!(library.manner(report.id).unwrap(), manner);
}

#[test]
fn an_empty_file_becomes_a_library() {
    let (_folder, path) = folder();
    fs::write(&path, "").unwrap();
    assert_eq!(problem(&path, Access::ReadOnly), LibraryProblem::NotFound);
    filled(&path);
    assert_eq!(Library::open(&path, Access::ReadOnly).unwrap().reports(&Filter::default()).unwrap().len(), 1);
}

#[test]
fn reading_creates_nothing() {
    let (folder, path) = folder();
    assert_eq!(problem(&path, Access::ReadOnly), LibraryProblem::NotFound);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn what_is_not_ours_is_refused_and_left_alone() {
    let (folder, path) = folder();
    fs::write(&path, "法治政府建设年度报告".repeat(100)).unwrap();
    let foreign = folder.path().join("foreign.db");
    Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1)").unwrap();
    let marked = folder.path().join("marked.db");
    Connection::open(&marked).unwrap().execute_batch("PRAGMA application_id = 7; CREATE TABLE t (x)").unwrap();
    for path in [&path, &foreign, &marked] {
        let before = fs::read(path).unwrap();
        for access in [Access::ReadWrite, Access::ReadOnly] {
            assert_eq!(problem(path, access), LibraryProblem::NotOurs);
        }
        assert_eq!(fs::read(path).unwrap(), before);
    }
    assert_eq!(problem(folder.path(), Access::ReadWrite), LibraryProblem::NotOurs);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn a_newer_library_can_be_read_but_not_written() {
    let (_folder, path) = folder();
    filled(&path);
    let conn = Connection::open(&path).unwrap();
    conn.pragma_update(None, "user_version", 99).unwrap();
    conn.close().unwrap();
    let before = fs::read(&path).unwrap();
    assert_eq!(problem(&path, Access::ReadWrite), LibraryProblem::Newer { found: 99, known: 3 });
    assert_eq!(fs::read(&path).unwrap(), before);
    let library = Library::open(&path, Access::ReadOnly).unwrap();
    assert_eq!(library.newer(), Some(99));
    assert_eq!(library.reports(&Filter::default()).unwrap().len(), 1);
}

#[test]
fn another_writer_is_waited_for_and_then_named() {
    let (_folder, path) = folder();
    filled(&path);
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut library = Library::open(&path, Access::ReadWrite).unwrap();
    library.set_patience(Duration::from_millis(20)).unwrap();
    let sample = Sample { city: 2, ..Sample::default() };
    let refused = library.add(&sample.reading(), sample.text().as_bytes(), "2026-02-05");
    assert!(matches!(refused, Err(Error::Library { problem: LibraryProblem::Locked, .. })), "{refused:?}");
    assert_eq!(library.reports(&Filter::default()).unwrap().len(), 1);
    other.execute_batch("COMMIT").unwrap();
    library.add(&sample.reading(), sample.text().as_bytes(), "2026-02-05").unwrap();
}

#[test]
fn a_damaged_library_is_named_so() {
    let (folder, path) = folder();
    filled(&path);
    let whole = fs::read(&path).unwrap();
    let header = folder.path().join("header.faheng");
    fs::write(&header, &whole[..100]).unwrap();
    for access in [Access::ReadWrite, Access::ReadOnly] {
        assert!(matches!(problem(&header, access), LibraryProblem::Damaged(_) | LibraryProblem::NotOurs));
    }
    let mut bytes = whole;
    for byte in bytes.iter_mut().skip(3 * 4096) {
        *byte = 0xa5;
    }
    fs::write(&path, &bytes).unwrap();
    let library = Library::open(&path, Access::ReadOnly).unwrap();
    match library.check() {
        Ok(findings) => assert!(!findings.is_empty()),
        Err(error) => assert!(matches!(error, Error::Library { problem: LibraryProblem::Damaged(_), .. }), "{error:?}"),
    }
    assert!(
        library.reports(&Filter::default()).is_err() || library.reading_of(faheng::store::ReportId::new(1)).is_err()
    );
}

#[test]
fn a_library_that_may_not_be_written_says_so() {
    let (_folder, path) = folder();
    filled(&path);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    if fs::OpenOptions::new().write(true).open(&path).is_ok() {
        println!("skipped: this user may write any file");
    } else {
        assert_eq!(problem(&path, Access::ReadWrite), LibraryProblem::ReadOnly);
    }
    assert_eq!(Library::open(&path, Access::ReadOnly).unwrap().reports(&Filter::default()).unwrap().len(), 1);
}

#[test]
fn a_copy_is_a_library_of_its_own() {
    let (folder, path) = folder();
    filled(&path);
    let copy = folder.path().join("副本.faheng");
    fs::write(&copy, "old").unwrap();
    let library = Library::open(&path, Access::ReadWrite).unwrap();
    library.save_copy(&copy).unwrap();
    let opened = Library::open(&copy, Access::ReadWrite).unwrap();
    assert_eq!(opened.reports(&Filter::default()).unwrap(), library.reports(&Filter::default()).unwrap());
    assert!(library.save_copy(&folder.path().join("no/such/folder.faheng")).is_err());
}

#[test]
fn a_log_left_by_a_crash_is_read() {
    let (folder, path) = folder();
    filled(&path);
    let mut library = Library::open(&path, Access::ReadWrite).unwrap();
    let sample = Sample { city: 2, ..Sample::default() };
    library.add(&sample.reading(), sample.text().as_bytes(), "2026-02-05").unwrap();
    // As a kill would leave them: the file and its log, copied while both are in use.
    let crashed = folder.path().join("crashed.faheng");
    fs::copy(&path, &crashed).unwrap();
    let log = |path: &Path| PathBuf::from(format!("{}-wal", path.display()));
    fs::copy(log(&path), log(&crashed)).unwrap();
    let reader = Library::open(&crashed, Access::ReadOnly).unwrap();
    assert_eq!(reader.reports(&Filter::default()).unwrap().len(), 2);
    drop(reader);
    let library = Library::open(&crashed, Access::ReadWrite).unwrap();
    assert_eq!(library.reports(&Filter::default()).unwrap().len(), 2);
    assert_eq!(library.check().unwrap(), Vec::<String>::new());
}
