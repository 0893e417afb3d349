//! One answer to each question, whatever becomes of the library.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use faheng::error::{Error, LibraryProblem};
use faheng::jobs::desk::{Answer, Command, Desk};
use faheng::store::ReportId;

use super::library::{PATIENCE, ask, desk, open, report, samples};

fn problem(answer: Result<Answer, Error>) -> LibraryProblem {
    match answer {
        Err(Error::Library { problem, .. }) => problem,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_library_that_is_not_there_yet_holds_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("neu.faheng");
    let (desk, overview) = open(&place);
    assert!(overview.reports.is_empty() && overview.rows.is_empty() && overview.years.is_empty());
    assert_eq!(overview.path, place);
    assert_eq!(problem(ask(&desk, Command::Report(ReportId::new(1)))), LibraryProblem::NotFound);
    assert!(!place.exists(), "reading makes no library");
    fs::copy(samples(), &place).unwrap();
    let Ok(Answer::Overview(overview)) = ask(&desk, Command::Open(place)) else { panic!("no overview") };
    assert_eq!(overview.reports.len(), 28);
}

#[test]
fn questions_before_any_library_and_about_no_report_are_errors() {
    let nothing = desk();
    let pair = Command::Compare { left: ReportId::new(1), right: ReportId::new(2) };
    assert_eq!(problem(ask(&nothing, pair)), LibraryProblem::NotFound);
    let (desk, overview) = open(samples());
    let id = overview.reports[0].id;
    for unknown in [0, -1, 9999, i64::MAX] {
        let unknown = ReportId::new(unknown);
        problem(ask(&desk, Command::Report(unknown)));
        problem(ask(&desk, Command::Compare { left: id, right: unknown }));
    }
    assert_eq!(report(&desk, id).id, id, "the desk goes on");
}

#[test]
fn what_is_no_library_of_ours_is_told_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk();
    let text = folder.path().join("notes.faheng");
    fs::write(&text, "法治").unwrap();
    for path in [text.as_path(), folder.path()] {
        assert_eq!(problem(ask(&desk, Command::Open(path.to_owned()))), LibraryProblem::NotOurs);
        assert_eq!(problem(ask(&desk, Command::Report(ReportId::new(1)))), LibraryProblem::NotOurs);
    }
    assert_eq!(fs::read_to_string(&text).unwrap(), "法治");
}

fn change(place: &Path, sql: &str) {
    rusqlite::Connection::open(place).unwrap().execute_batch(sql).unwrap();
}

#[test]
fn a_newer_library_is_read_as_far_as_it_goes() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("newer.faheng");
    fs::copy(samples(), &place).unwrap();
    change(&place, "PRAGMA user_version = 99");
    let (desk, overview) = open(&place);
    assert_eq!(overview.newer, Some(99));
    assert!(!report(&desk, overview.reports[0].id).rows.is_empty());
    change(&place, "ALTER TABLE texts RENAME TO words");
    let Ok(Answer::Overview(overview)) = ask(&desk, Command::Open(place)) else { panic!("no overview") };
    problem(ask(&desk, Command::Report(overview.reports[0].id)));
}

#[test]
fn a_library_that_vanishes_or_breaks_is_an_answer_too() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("going.faheng");
    fs::copy(samples(), &place).unwrap();
    let (desk, overview) = open(&place);
    let id = overview.reports[3].id;
    fs::remove_file(&place).unwrap();
    // What is open may still be readable, or may be not: it is answered.
    ask(&desk, Command::Report(id)).map(drop).unwrap_or_default();
    let Ok(Answer::Overview(overview)) = ask(&desk, Command::Open(place.clone())) else { panic!("no overview") };
    assert!(overview.reports.is_empty());
    let mut broken = fs::read(samples()).unwrap();
    broken[4096..].fill(0xA5);
    fs::write(&place, broken).unwrap();
    problem(ask(&desk, Command::Open(place)));
}

#[test]
fn an_import_is_seen_when_the_library_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("growing.faheng");
    fs::copy(samples(), &place).unwrap();
    let (desk, overview) = open(&place);
    let before = report(&desk, overview.reports[0].id);
    assert!(Arc::ptr_eq(&before, &report(&desk, before.id)), "kept for another look");
    change(&place, "DELETE FROM documents WHERE id = 1; UPDATE reports SET title = '另一个'");
    let Ok(Answer::Overview(overview)) = ask(&desk, Command::Open(place)) else { panic!("no overview") };
    let after = report(&desk, overview.reports[0].id);
    assert_eq!(after.loaded.stored.summary.title.as_deref(), Some("另一个"));
}

#[test]
fn every_question_has_one_answer_however_fast_they_come() {
    let (desk, overview) = open(samples());
    let ids: Vec<ReportId> = overview.reports.iter().map(|report| report.id).collect();
    let command = |n: usize| match n % 3 {
        0 => Command::Compare { left: ids[n % 28], right: ids[(n + 5) % 28] },
        _ => Command::Report(ids[n % 28]),
    };
    let mut asked: Vec<_> = (0..300).map(|n| desk.ask(command(n))).collect();
    assert!(asked.is_sorted());
    let mut answered = Vec::new();
    let mut cancelled = 0;
    while answered.len() < asked.len() {
        let reply = desk.next_within(PATIENCE).expect("a reply in time");
        cancelled += usize::from(matches!(reply.result, Err(Error::Cancelled)));
        assert!(matches!(reply.result, Ok(_) | Err(Error::Cancelled)));
        answered.push(reply.ticket);
    }
    assert!(desk.try_next().is_none());
    assert!(cancelled > 100, "{cancelled}: those that nobody waits for are not worked on");
    // The last of each kind is never cancelled.
    asked.sort();
    answered.sort();
    assert_eq!(asked, answered);
}

#[test]
fn a_dropped_desk_ends_its_threads() {
    let wake: Arc<dyn Fn() + Send + Sync> = Arc::new(|| {});
    let held = Arc::downgrade(&wake);
    let desk = Desk::new(wake).unwrap();
    desk.ask(Command::Open(samples().to_owned()));
    drop(desk);
    let began = Instant::now();
    while held.strong_count() > 0 {
        assert!(began.elapsed() < PATIENCE, "the thread goes on");
        std::thread::yield_now();
    }
}
