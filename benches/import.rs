//! The store at work: adding reports, and the queries that the fronts live by.
//!
//! `cargo bench --bench import` measures a library of 1,000 made-up reports. With `FAHENG_BENCH_REPORTS=34000` a library
//! of that many is built once instead, and its figures are printed.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a bench stops at what goes wrong, and prints")]

#[path = "../tests/readings/mod.rs"]
mod readings;

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use criterion::{BatchSize, Criterion, Throughput, criterion_group};
use faheng::jobs::{self, Message};
use faheng::reading::{Rules, read_bytes};
use faheng::store::{Access, Filter, Library, Packed, Query, ReportId};
use readings::Sample;

/// About the length, the passages and the figures of a real report.
fn sample(number: u32) -> Sample {
    let (city, year) = (number / 10, 2016 + (number % 10) as i32);
    Sample { city, year, passages: 44, figures_each: 1, filler: 75, ..Sample::default() }
}

fn packed(number: u32) -> Packed {
    let sample = sample(number);
    Packed::new(&sample.reading(), sample.text().as_bytes()).unwrap()
}

/// Adds reports in transactions as large as an import's; gives the time spent in the library alone.
fn fill(library: &mut Library, reports: u32) -> Duration {
    let mut spent = Duration::ZERO;
    let numbers: Vec<u32> = (0..reports).collect();
    for chunk in numbers.chunks(64) {
        let packed: Vec<Packed> = chunk.iter().map(|&number| packed(number)).collect();
        let began = Instant::now();
        let mut batch = library.batch().unwrap();
        for packed in &packed {
            batch.add(packed, "2026-01-01T00:00:00Z").unwrap();
        }
        batch.commit().unwrap();
        spent += began.elapsed();
    }
    spent
}

fn one_indicator() -> Query {
    Query { indicators: vec!["sample.indicator_7".to_owned()], ..Query::default() }
}

fn one_place() -> Query {
    let reports = Filter { codes: vec!["993300".to_owned()], current: true, ..Filter::default() };
    Query { reports, ..Query::default() }
}

fn store(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let mut group = criterion.benchmark_group("store");
    group.sample_size(10);
    let (one, text) = (sample(1).reading(), sample(1).text());
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("pack a report", |bencher| {
        bencher.iter(|| Packed::new(black_box(&one), text.as_bytes()).unwrap());
    });
    let batch: Vec<Packed> = (0..64).map(packed).collect();
    group.throughput(Throughput::Elements(64));
    group.bench_function("add 64 reports", |bencher| {
        let fresh = || {
            let folder = tempfile::tempdir().unwrap();
            (Library::open(folder.path().join("new.faheng"), Access::ReadWrite).unwrap(), folder)
        };
        let add = |(mut library, folder): (Library, tempfile::TempDir)| {
            let mut open = library.batch().unwrap();
            for packed in &batch {
                open.add(packed, "2026").unwrap();
            }
            open.commit().unwrap();
            (library, folder)
        };
        bencher.iter_batched(fresh, add, BatchSize::PerIteration);
    });
    group.finish();

    let mut library = Library::open(folder.path().join("library.faheng"), Access::ReadWrite).unwrap();
    fill(&mut library, 1000);
    let mut group = criterion.benchmark_group("query of 1,000 reports");
    group.bench_function("list", |b| b.iter(|| library.reports(&Filter::default()).unwrap()));
    group.bench_function("one indicator", |b| b.iter(|| library.observations(&one_indicator()).unwrap()));
    group.bench_function("one place", |b| b.iter(|| library.observations(&one_place()).unwrap()));
    group.bench_function("one report", |b| b.iter(|| library.reading_of(ReportId::new(500)).unwrap()));
    group.finish();
}

/// Builds one large library and prints what it costs.
fn measure(reports: u32) {
    let folder = tempfile::tempdir().unwrap().keep();
    let path = Path::new("/tmp/measure.faheng").to_owned();
    drop(folder);
    let mut library = Library::open(&path, Access::ReadWrite).unwrap();
    let began = Instant::now();
    let spent = fill(&mut library, reports);
    println!(
        "{reports} reports, {:.1} s in all, {:.1} s in the library",
        began.elapsed().as_secs_f64(),
        spent.as_secs_f64()
    );
    let rows = f64::from(reports) * 44.0;
    println!(
        "{:.0} reports/s, {:.0} observations/s",
        f64::from(reports) / spent.as_secs_f64(),
        rows / spent.as_secs_f64()
    );
    drop(library);
    sizes(&path, reports);
    let began = Instant::now();
    let library = Library::open(&path, Access::ReadOnly).unwrap();
    println!("open {:.1} ms", began.elapsed().as_secs_f64() * 1e3);
    for _ in 0..2 {
        timed("list all", || library.reports(&Filter::default()).unwrap().len());
        timed("one indicator", || library.observations(&one_indicator()).unwrap().len());
        let of_year = Query { years: vec![2020], ..one_indicator() };
        timed("one indicator, one year", || library.observations(&of_year).unwrap().len());
        timed("one place", || library.observations(&one_place()).unwrap().len());
        timed("one report", || library.reading_of(ReportId::new(500)).unwrap().observations.len());
        timed("known files", || library.known_files().unwrap().len());
    }
    timed("check", || library.check().unwrap().len());
}

fn sizes(path: &Path, reports: u32) {
    let text: usize = (0..100).map(|number| sample(number).text().len()).sum::<usize>() / 100;
    let file = std::fs::metadata(path).unwrap().len() as f64;
    let all = text as f64 * f64::from(reports);
    println!("{:.1} MB, {:.2} times the text of {text} bytes a report", file / 1e6, file / all);
    let conn = rusqlite::Connection::open(path).unwrap();
    let mut parts =
        conn.prepare("SELECT name, sum(pgsize) AS size FROM dbstat GROUP BY name ORDER BY size DESC").unwrap();
    let mut rows = parts.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let (name, size): (String, f64) = (row.get(0).unwrap(), row.get(1).unwrap());
        println!("  {name:32} {:8.1} MB {:5.2}", size / 1e6, size / all);
    }
}

fn timed(what: &str, work: impl Fn() -> usize) {
    let began = Instant::now();
    let count = work();
    println!("{what}: {count} in {:.1} ms", began.elapsed().as_secs_f64() * 1e3);
}

fn sample_data(criterion: &mut Criterion) {
    let reports = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let rules = Rules::built_in().unwrap();
    let read: Arc<jobs::Read> = Arc::new(move |path: &Path, bytes: Vec<u8>| read_bytes(path, &bytes, rules));
    criterion.benchmark_group("import").sample_size(10).bench_function("sample data", |bencher| {
        let import = |folder: tempfile::TempDir| {
            let library = folder.path().join("new.faheng");
            let handle = jobs::import(library, vec![reports.clone()], Arc::clone(&read), Arc::new(|| {}));
            assert!(matches!(handle.messages().last(), Some(Message::Done(_))));
            folder
        };
        bencher.iter_batched(|| tempfile::tempdir().unwrap(), import, BatchSize::PerIteration);
    });
}

criterion_group!(benches, store, sample_data);

fn main() {
    match std::env::var("FAHENG_BENCH_REPORTS").ok().and_then(|number| number.parse().ok()) {
        Some(reports) => measure(reports),
        None => {
            benches();
            Criterion::default().configure_from_args().final_summary();
        }
    }
}
