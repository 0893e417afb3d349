//! What the way through a worker costs: the sample reports parsed here and there, and the start of a worker.
//!
//! With `FAHENG_BENCH_FILES=3000` that many copies of them are imported, here and there by turns.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a bench stops by panicking, and prints its figures")]

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use criterion::{BenchmarkId, Criterion, Throughput};
use faheng::error::Error;
use faheng::intake;
use faheng::jobs::{self, Message};
use faheng::reading::{self, Rules};
use faheng::worker::{self, Pool};
use sha2::{Digest, Sha256};

fn main() -> ExitCode {
    if std::env::args().nth(1).is_some_and(|first| first == worker::ARGUMENT) {
        return worker::serve(intake::parse);
    }
    if let Some(files) = std::env::var("FAHENG_BENCH_FILES").ok().and_then(|files| files.parse().ok()) {
        import(files);
        return ExitCode::SUCCESS;
    }
    let mut criterion = Criterion::default().configure_from_args();
    parse(&mut criterion);
    start(&mut criterion);
    criterion.final_summary();
    ExitCode::SUCCESS
}

/// The sample reports with that ending.
fn samples(ending: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let places = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let files = places.flat_map(|place| fs::read_dir(place).unwrap().map(|entry| entry.unwrap().path()));
    let files = files.filter(|path| path.extension().is_some_and(|found| found == ending));
    files.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

fn parse(criterion: &mut Criterion) {
    let pool = Pool::new(std::env::current_exe().unwrap());
    let mut group = criterion.benchmark_group("parse");
    for ending in ["html", "docx"] {
        let files = samples(ending);
        group.throughput(Throughput::Elements(files.len() as u64));
        group.bench_function(BenchmarkId::new("here", ending), |bencher| {
            bencher.iter(|| files.iter().for_each(|(path, bytes)| drop(black_box(intake::parse(path, bytes)))));
        });
        group.bench_function(BenchmarkId::new("worker", ending), |bencher| {
            bencher.iter(|| files.iter().for_each(|(path, bytes)| drop(black_box(pool.parse(path, bytes.clone())))));
        });
    }
}

fn start(criterion: &mut Criterion) {
    let (path, bytes) = samples("docx").remove(0);
    criterion.bench_function("start and parse", |bencher| {
        bencher.iter(|| Pool::new(std::env::current_exe().unwrap()).parse(&path, bytes.clone()).unwrap());
    });
}

/// Imports copies of the sample reports that differ in their last bytes, three times each way.
fn import(files: usize) {
    let folder = tempfile::tempdir().unwrap();
    let samples: Vec<_> = ["txt", "html", "docx"].iter().flat_map(|ending| samples(ending)).collect();
    let paths: Vec<PathBuf> = (0..files)
        .map(|number| {
            let (path, bytes) = &samples[number % samples.len()];
            let ending = path.extension().unwrap().to_str().unwrap();
            let copy = folder.path().join(format!("{number:05}.{ending}"));
            fs::write(&copy, [&bytes[..], format!("\n{number}").as_bytes()].concat()).unwrap();
            copy
        })
        .collect();
    let rules = Rules::built_in().unwrap();
    let pool = Arc::new(Pool::new(std::env::current_exe().unwrap()));
    for round in 0..3 {
        let here = move |path: &Path, bytes: Vec<u8>| reading::read_bytes(path, &bytes, rules);
        let library = folder.path().join(format!("here {round}.faheng"));
        told("here", &library, &paths, Arc::new(here));
        let pool = Arc::clone(&pool);
        let there = move |path: &Path, bytes: Vec<u8>| {
            let sha256 = Sha256::digest(&bytes);
            let content = match intake::plain(path, &bytes) {
                Some(content) => content,
                None => pool.parse(path, bytes),
            };
            let content = content.map_err(|problem| Error::file(problem, path))?;
            Ok(reading::read(content.document(path, &sha256), rules))
        };
        let library = folder.path().join(format!("worker {round}.faheng"));
        told("worker", &library, &paths, Arc::new(there));
    }
}

fn told(name: &str, library: &Path, paths: &[PathBuf], read: Arc<jobs::Read>) {
    let began = Instant::now();
    let handle = jobs::import(library, paths.to_vec(), read, Arc::new(|| {}));
    let last = handle.messages().last();
    let Some(Message::Done(summary)) = last else { panic!("{last:?}") };
    let seconds = began.elapsed().as_secs_f64();
    println!("{name}: {:.0} files a second, {summary:?}", paths.len() as f64 / seconds);
}
