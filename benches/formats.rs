//! Reading of the formats that hold their text in packages and pages: bytes to blocks, on one core.
//!
//! `cargo bench --bench formats` uses the files of the tests; throughput is that of the characters read.

#![expect(clippy::unwrap_used, reason = "a bench stops at what goes wrong")]

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use faheng::intake;

fn pdf(criterion: &mut Criterion) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/intake/pdf");
    let mut group = criterion.benchmark_group("pdf");
    for name in ["libreoffice", "reportlab-ttf", "reportlab-unigb", "two-columns"] {
        let path = folder.join(format!("{name}.pdf"));
        let bytes = fs::read(&path).unwrap();
        let characters = intake::from_bytes(&path, &bytes).unwrap().original.chars().count();
        group.throughput(Throughput::Elements(characters as u64));
        group.bench_function(name, |bencher| bencher.iter(|| intake::from_bytes(&path, black_box(&bytes)).unwrap()));
    }
    group.finish();
}

criterion_group!(benches, pdf);
criterion_main!(benches);
