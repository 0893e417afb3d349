//! From bytes to figures on one core: the whole chain by format, and each step by itself on plain text.
//!
//! `cargo bench --bench pipeline` reads the sample data, so it runs anywhere; throughput is that of the files' bytes.
//! What is asked for is 10 MB a second or more for the whole chain on text.

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
    let shared = std::env::var_os("FAHENG_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let Ok(entries) = fs::read_dir(shared.join("reports")) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut files: Vec<(PathBuf, Vec<u8>)> = paths.map(|path| (path.clone(), fs::read(&path).unwrap())).collect();
    files.sort();
    files
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

criterion_group!(benches, chain, steps);
criterion_main!(benches);
