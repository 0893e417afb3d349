//! Reading files from end to end: real reports where they are at hand, and ugly ones made here.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "helpers of tests, not tests by name"
)]

mod pdf;
mod random;
#[path = "../shared/mod.rs"]
mod shared;
mod ugly;

use std::path::PathBuf;

use faheng::intake::{self, Document, Role};
use shared::shared;

/// The characters of the body without white space, in order.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{FEFF}').collect()
}

fn body(document: &Document) -> String {
    document.body().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// Runs lie inside the original, cover the text in order, and equal it where they are equally long.
fn assert_traced(document: &Document) {
    for block in &document.blocks {
        assert!(!block.text.trim().is_empty());
        assert_eq!(block.runs.first().map(|run| run.at), Some(0));
        for (i, run) in block.runs.iter().enumerate() {
            let until = block.runs.get(i + 1).map_or(block.text.len(), |next| next.at);
            assert!(run.at < until && run.from <= run.to);
            let raw = document.original.get(run.from..run.to).expect("a range of whole characters");
            let text = block.text.get(run.at..until).expect("whole characters");
            let shown = raw.starts_with('&') || raw.trim().is_empty();
            assert!(raw.len() != text.len() || raw == text || shown, "{raw:?} is not {text:?}");
        }
    }
}

#[test]
fn real_reports_read_as_people_read_them() {
    let Some(folder) = shared("gold") else { return };
    let mut cases: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    for case in cases {
        let expected = std::fs::read_to_string(case.join("body.txt"));
        let report = ["report.html", "report.docx", "report.pdf", "report.txt"].map(|name| case.join(name));
        let Some(report) = report.into_iter().find(|path| path.is_file()) else { continue };
        let document = intake::open(&report).unwrap();
        assert_traced(&document);
        if let Ok(expected) = expected {
            assert_eq!(squeezed(&body(&document)), squeezed(&expected), "{}", report.display());
        }
        let chrome = document.blocks.iter().filter(|block| block.role == Role::Chrome);
        assert!(chrome.map(|block| block.text.chars().count()).sum::<usize>() < 2000, "{}", report.display());
    }
}
