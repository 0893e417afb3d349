//! One report in every format, real files that others made, and files that are not what they should be.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests, not tests by name")]

mod archives;
mod hostile;
mod ofd;
mod real;
mod same;
#[path = "../shared/mod.rs"]
mod shared;

use std::path::{Path, PathBuf};

use faheng::error::{Error, FileProblem};
use faheng::intake::{self, Block, Document};
use shared::shared;

/// Files made for these tests.
fn data(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/intake").join(folder)
}

/// The files of a folder in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn read(name: &str, bytes: &[u8]) -> Result<Document, FileProblem> {
    intake::from_bytes(Path::new(name), bytes).map_err(|error| match error {
        Error::File { problem, .. } => problem,
        other => panic!("{other}"),
    })
}

/// The paragraphs and cells of the body.
fn texts(document: &Document) -> Vec<&str> {
    document.body().map(|block| block.text.as_str()).collect()
}

/// Runs lie inside the original, cover the text in order, and equal it where they are equally long.
fn assert_traced(document: &Document) {
    for block in &document.blocks {
        let Block { text, runs, .. } = block;
        assert!(!text.trim().is_empty());
        assert_eq!(runs.first().map(|run| run.at), Some(0));
        for (i, run) in runs.iter().enumerate() {
            let until = runs.get(i + 1).map_or(text.len(), |next| next.at);
            assert!(run.at < until && run.from <= run.to);
            let raw = document.original.get(run.from..run.to).unwrap();
            let shown = text.get(run.at..until).unwrap();
            let stands_for = raw.starts_with(['&', '\\', '<']) || raw.trim().is_empty();
            assert!(
                raw.len() != shown.len() || raw == shown || stands_for || !raw.is_ascii(),
                "{raw:?} is not {shown:?}"
            );
        }
    }
}
