//! Reading one report in each format, repeated to the length of a long one.
//!
//! `cargo bench --bench formats`; throughput counts bytes of the file, of a PDF file its characters. In the end Word
//! files are read beside pandoc, PDF files beside pdftotext, pages beside trafilatura, where these are installed;
//! asked for are 20 times pandoc, as fast as pdftotext, and 30 MB/s of pages. `-- beside` prints that alone.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a bench stops at what goes wrong, and prints ratios")]

#[path = "../tests/formats/ofd.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod ofd;
#[cfg(unix)]
mod peers;
#[path = "../tests/pages/template.rs"]
mod template;

use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{Criterion, Throughput, criterion_group};
use faheng::intake;
use ofd::Setting;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/intake/report").join(name)
}

/// Reads `bytes` under the name of a file.
fn bench(criterion: &mut Criterion, name: &str, bytes: &[u8]) {
    let mut group = criterion.benchmark_group("read");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    let path = Path::new(name);
    group.bench_function(name, |bencher| bencher.iter(|| intake::from_bytes(path, black_box(bytes)).unwrap()));
    group.finish();
}

fn committed(criterion: &mut Criterion, name: &str) {
    bench(criterion, name, &std::fs::read(data(name)).unwrap());
}

fn docx(criterion: &mut Criterion) {
    committed(criterion, "python-docx.docx");
}

fn doc(criterion: &mut Criterion) {
    committed(criterion, "libreoffice.doc");
}

fn rtf(criterion: &mut Criterion) {
    committed(criterion, "libreoffice.rtf");
    let text = std::fs::read_to_string(data("pandoc.rtf")).unwrap();
    let (head, body) = text.split_at(text.find("{\\pard").unwrap());
    let body = body.trim_end().trim_end_matches('}');
    bench(criterion, "x100.rtf", format!("{head}{}}}", body.repeat(100)).as_bytes());
}

fn md(criterion: &mut Criterion) {
    let text = std::fs::read_to_string(data("hand.md")).unwrap();
    bench(criterion, "x100.md", text.repeat(100).as_bytes());
}

fn mht(criterion: &mut Criterion) {
    committed(criterion, "python-quoted.mht");
}

fn fixed(criterion: &mut Criterion) {
    let text = std::fs::read_to_string(data("report.txt")).unwrap();
    let lines: Vec<(&str, Setting)> =
        text.lines().filter(|line| !line.is_empty()).map(|line| (line, Setting::Indented)).collect();
    bench(criterion, "x1.ofd", &ofd::write(&lines, &[]));
    bench(criterion, "x60.ofd", &ofd::write(&lines.repeat(60), &[]));
}

fn pdf(criterion: &mut Criterion) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/intake/pdf");
    let mut group = criterion.benchmark_group("pdf");
    for name in ["libreoffice", "reportlab-ttf", "reportlab-unigb", "two-columns"] {
        let path = folder.join(format!("{name}.pdf"));
        let bytes = std::fs::read(&path).unwrap();
        let characters = intake::from_bytes(&path, &bytes).unwrap().original.chars().count();
        group.throughput(Throughput::Elements(characters as u64));
        group.bench_function(name, |bencher| bencher.iter(|| intake::from_bytes(&path, black_box(&bytes)).unwrap()));
    }
    group.finish();
}

/// Pages as heavy as those of government sites: menus, scripts and styles around a report of some 5 KB.
fn pages(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("pages");
    for (name, template) in template::templates() {
        let page = template::filled(&template, &template::report(), 80_000).into_bytes();
        group.throughput(Throughput::Bytes(page.len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| intake::from_bytes(Path::new("page.html"), black_box(&page)).unwrap());
        });
    }
    group.finish();
}

criterion_group!(formats, pdf, docx, doc, rtf, md, mht, fixed, pages);

fn main() {
    formats();
    Criterion::default().configure_from_args().final_summary();
    // As a test the benches run once and say nothing.
    if std::env::args().any(|argument| argument == "--bench") {
        #[cfg(unix)]
        peers::compare();
    }
}
