//! The reading desk: how long the window waits for its answers, on made-up libraries.
//!
//! `cargo bench --bench desk` prints one line an answer, the median of some runs. `FAHENG_BENCH_REPORTS` sets the size of
//! the large library, 34,000 reports unless set.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a bench stops at what goes wrong, and prints")]

#[path = "../tests/readings/mod.rs"]
mod readings;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use faheng::jobs::desk::{Answer, Command, Desk, Overview};
use faheng::store::{Access, Library, Packed, ReportId};
use readings::Sample;

/// Years of each place.
const YEARS: u32 = 10;

fn main() {
    let reports = std::env::var("FAHENG_BENCH_REPORTS").ok().and_then(|number| number.parse().ok()).unwrap_or(34_000);
    let folder = tempfile::tempdir().unwrap();
    let large = folder.path().join("large.faheng");
    add(&large, (0..8 * YEARS).map(|number| usual(number / YEARS, 2016 + (number % YEARS) as i32)));
    copy(&large, reports);
    let long = folder.path().join("long.faheng");
    add(&long, (0..2).map(|city| Sample { city, passages: 90, figures_each: 8, filler: 650, ..Sample::default() }));

    let desk = Desk::new(Arc::new(|| {})).unwrap();
    let overview = open(&desk, &large);
    println!("{} reports of {} bodies, {} values", overview.reports.len(), overview.rows.len(), overview.figures);
    timed("overview", 5, || drop(open(&desk, &large)));
    let ids = |at: usize| ReportId::new((at as i64) % 80 + 1);
    let mut next = 0;
    timed("a report of 10 KB", 40, || {
        next += 1;
        answer(&desk, Command::Report(ids(next)));
    });
    timed("the same again", 40, || drop(answer(&desk, Command::Report(ids(next)))));
    timed("a comparison of two such reports", 20, || {
        next += 1;
        answer(&desk, Command::Compare { left: ids(next), right: ids(next + 20) });
    });
    open(&desk, &long);
    timed("a report of 200 KB, 720 values, and opening its library", 10, || {
        open(&desk, &long);
        answer(&desk, Command::Report(ids(0)));
    });
    timed("a comparison of two such reports, read already", 10, || {
        answer(&desk, Command::Compare { left: ids(0), right: ids(1) });
    });
}

/// About the length, the passages and the figures of a real report.
fn usual(city: u32, year: i32) -> Sample {
    Sample { city, year, passages: 44, figures_each: 1, filler: 75, ..Sample::default() }
}

fn add(place: &Path, samples: impl Iterator<Item = Sample>) {
    let mut library = Library::open(place, Access::ReadWrite).unwrap();
    let mut batch = library.batch().unwrap();
    for sample in samples {
        let packed = Packed::new(&sample.reading(), sample.text().as_bytes()).unwrap();
        batch.add(&packed, "2026-01-01T00:00:00Z").unwrap();
    }
    batch.commit().unwrap();
}

/// Fills a library up to so many reports with copies under other names, without texts: reading those is slow work.
fn copy(place: &Path, reports: u32) {
    let conn = rusqlite::Connection::open(place).unwrap();
    let copies = reports / (8 * YEARS);
    let copied = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)";
    for (table, columns, values) in [
        (
            "documents",
            "id, sha256, path, file_name, format, encoding, size, imported",
            "id + 80 * i, randomblob(32), path, file_name, format, encoding, size, imported",
        ),
        (
            "reports",
            "document, title, kind, year, body, level, place_code, place_name, place_path, evidence, warnings, observations",
            "document + 80 * i, title, kind, year, i || body, level, 10000 * i + place_code, i || place_name, \
             '[\"示例省\",\"' || i || place_name || '\"]', evidence, warnings, observations",
        ),
        (
            "observations",
            "report, n, id, indicator, value, bound, year, nature, scope, passage, first, last, sentence_first, \
             sentence_last, rule, confidence",
            "report + 80 * i, observations.n, id, indicator, value, bound, year, nature, scope, passage, first, last, \
             sentence_first, sentence_last, rule, confidence",
        ),
    ] {
        let sql = format!("INSERT INTO {table} ({columns}) {copied} SELECT {values} FROM n CROSS JOIN {table}");
        conn.execute(&sql, [copies - 1]).unwrap();
    }
}

fn open(desk: &Desk, place: &Path) -> Arc<Overview> {
    match answer(desk, Command::Open(place.to_owned())) {
        Answer::Overview(overview) => overview,
        other => panic!("{other:?}"),
    }
}

fn answer(desk: &Desk, command: Command) -> Answer {
    desk.ask(command);
    desk.next_within(Duration::from_secs(600)).unwrap().result.unwrap()
}

fn timed(what: &str, runs: usize, mut work: impl FnMut()) {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let began = Instant::now();
            work();
            began.elapsed()
        })
        .collect();
    times.sort();
    println!("{what}: {:.2} ms", times[runs / 2].as_secs_f64() * 1e3);
}
