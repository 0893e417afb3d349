//! From bytes to figures on one core: the whole chain by format, and each step by itself on plain text.
//!
//! `cargo bench --bench pipeline` reads the sample data, so it runs anywhere; throughput is that of the files' bytes.
//! What is asked for is 20 MB of text a second from identity to figures (`annotated`).

#![expect(clippy::unwrap_used, reason = "a bench stops at what goes wrong")]

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use faheng::figures;
use faheng::identity::{self, Identity};
use faheng::intake::{self, Document};
use faheng::outline::{self, Passages};
use faheng::reading::{Rules, read_bytes};

/// The sample reports of one format, in order of their names.
fn files(ending: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let folders = fs::read_dir(samples).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let paths = folders.flat_map(|folder| fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let mut files: Vec<(PathBuf, Vec<u8>)> = paths
        .filter(|path| path.extension().is_some_and(|end| end == ending))
        .map(|path| (path.clone(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

fn size(files: &[(PathBuf, Vec<u8>)]) -> Throughput {
    Throughput::Bytes(files.iter().map(|(_, bytes)| bytes.len() as u64).sum())
}

fn chain(criterion: &mut Criterion) {
    let rules = Rules::built_in().unwrap();
    let mut group = criterion.benchmark_group("chain");
    for ending in ["txt", "html", "docx"] {
        let files = files(ending);
        group.throughput(size(&files));
        group.bench_function(ending, |bencher| {
            bencher.iter(|| {
                for (path, bytes) in &files {
                    black_box(read_bytes(path, black_box(bytes), rules).unwrap());
                }
            });
        });
    }
    let real = real_reports();
    if !real.is_empty() {
        group.throughput(size(&real));
        group.bench_function("real txt", |bencher| {
            bencher.iter(|| {
                for (path, bytes) in &real {
                    black_box(read_bytes(path, black_box(bytes), rules).unwrap());
                }
            });
        });
    }
    group.finish();
}

/// Real reports, where they are at hand: they hold fewer figures than the samples.
fn real_reports() -> Vec<(PathBuf, Vec<u8>)> {
    entries(&shared().join("reports")).into_iter().map(|path| (path.clone(), fs::read(&path).unwrap())).collect()
}

/// The folder with real and annotated reports.
fn shared() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    std::env::var_os("FAHENG_SHARED").map_or_else(beside, PathBuf::from)
}

/// What is in a folder, by name; nothing where there is none.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn steps(criterion: &mut Criterion) {
    let rules = Rules::built_in().unwrap();
    let files = files("txt");
    let documents: Vec<Document> = files.iter().map(|(path, bytes)| intake::from_bytes(path, bytes).unwrap()).collect();
    let identities: Vec<Identity> =
        documents.iter().map(|document| identity::identify(document, rules.divisions)).collect();
    let known: Vec<(&Document, &Identity)> = documents.iter().zip(&identities).collect();
    let outlines: Vec<Passages> =
        known.iter().map(|(document, identity)| outline::outline(document, identity, rules.scheme)).collect();
    let mut group = criterion.benchmark_group("step");
    group.throughput(size(&files));
    group.bench_function("intake", |bencher| {
        bencher.iter(|| files.iter().for_each(|(path, bytes)| drop(black_box(intake::from_bytes(path, bytes)))));
    });
    group.bench_function("identity", |bencher| {
        bencher.iter(|| documents.iter().for_each(|one| drop(black_box(identity::identify(one, rules.divisions)))));
    });
    group.bench_function("outline", |bencher| {
        bencher.iter(|| known.iter().for_each(|(one, who)| drop(black_box(outline::outline(one, who, rules.scheme)))));
    });
    group.bench_function("figures", |bencher| {
        bencher.iter(|| outlines.iter().for_each(|one| drop(black_box(figures::extract(one, rules.catalogue)))));
    });
    group.finish();
}

/// The annotated reports' texts, where they are at hand, as often as makes 50 MB: what figures are dense in.
fn annotated(criterion: &mut Criterion) {
    let rules = Rules::built_in().unwrap();
    let folders = entries(&shared().join("gold")).into_iter().filter(|path| path.is_dir());
    let paths = folders.flat_map(|folder| entries(&folder)).filter(|path| path.extension().is_some_and(|e| e == "txt"));
    let files: Vec<(PathBuf, Vec<u8>)> = paths.map(|path| (path.clone(), fs::read(&path).unwrap())).collect();
    let once: u64 = files.iter().map(|(_, bytes)| bytes.len() as u64).sum();
    let Some(times) = 50_000_000_u64.checked_div(once) else { return };
    let documents: Vec<Document> = files.iter().map(|(path, bytes)| intake::from_bytes(path, bytes).unwrap()).collect();
    let mut group = criterion.benchmark_group("annotated");
    group.sample_size(10).throughput(Throughput::Bytes(once * times));
    group.bench_function("identity, outline, figures", |bencher| {
        bencher.iter(|| {
            for document in (0..times).flat_map(|_| &documents) {
                let identity = identity::identify(document, rules.divisions);
                let passages = outline::outline(document, &identity, rules.scheme);
                black_box(figures::extract(&passages, rules.catalogue));
            }
        });
    });
    group.bench_function("from bytes", |bencher| {
        bencher.iter(|| {
            for (path, bytes) in (0..times).flat_map(|_| &files) {
                black_box(read_bytes(path, black_box(bytes), rules).unwrap());
            }
        });
    });
    group.finish();
}

criterion_group!(benches, chain, steps, annotated);
criterion_main!(benches);
