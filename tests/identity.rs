//! Identity on the annotated reports, where they are.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests, which may fail and say why")]

use std::path::{Path, PathBuf};

use faheng::identity::{Divisions, Identity, identify};
use faheng::intake;
use serde_json::Value;

/// The folder of the annotated reports, or `None` with a word where it is not there.
fn gold() -> Option<PathBuf> {
    let shared = std::env::var_os("FAHENG_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let gold = shared.join("gold");
    if gold.is_dir() {
        return Some(gold);
    }
    println!("skipped: no annotated reports at {}", gold.display());
    None
}

/// Every case whose report has one of the formats, with its answers.
fn cases(formats: &[&str]) -> Vec<(String, PathBuf, Value)> {
    let Some(gold) = gold() else { return Vec::new() };
    let mut cases = Vec::new();
    for folder in std::fs::read_dir(gold).unwrap().map(|entry| entry.unwrap().path()) {
        let Ok(answers) = std::fs::read(folder.join("gold.json")) else { continue };
        let report = formats.iter().map(|format| folder.join(format!("report.{format}"))).find(|path| path.exists());
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        cases.extend(report.map(|report| (name, report, serde_json::from_slice(&answers).unwrap())));
    }
    cases.sort_by(|a, b| a.0.cmp(&b.0));
    cases
}

/// Formats that are not read yet stand in by their body as plain text.
fn read(path: &Path) -> Identity {
    let document = intake::open(path).unwrap_or_else(|_| intake::open(&path.with_file_name("body.txt")).unwrap());
    identify(&document, Divisions::built_in())
}

/// A gold value may be a list of accepted ones.
fn accepts(wanted: &Value, got: &Value) -> bool {
    wanted == got || wanted.as_array().is_some_and(|list| list.contains(got))
}

#[test]
fn annotated_reports_have_the_right_identity() {
    let mut wrong = Vec::new();
    for (name, path, answers) in cases(&["txt", "html", "docx", "pdf"]) {
        let identity = read(&path);
        let got = [
            ("title", serde_json::json!(identity.title)),
            ("year", serde_json::json!(identity.year)),
            ("kind", serde_json::json!(identity.kind)),
            ("jurisdiction", serde_json::json!(identity.jurisdiction.as_ref().map(|place| &place.name))),
            ("published", serde_json::json!(identity.published.map(|date| date.to_string()))),
        ];
        for (field, got) in got {
            if !accepts(&answers[field], &got) {
                wrong.push(format!("{name}: {field} is {got}, wanted {}", answers[field]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
