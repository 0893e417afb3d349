//! Pages of many site styles: each gives the report it was filled with, no line more and none less.

#![expect(clippy::unwrap_used, reason = "helpers of tests, not tests by name")]

mod template;

use std::path::Path;

use faheng::intake::{self, Document};
use template::{Report, filled, report, templates};

fn read(page: &str) -> Document {
    intake::from_bytes(Path::new("page.html"), page.as_bytes()).unwrap()
}

/// The lines that a reader would take for the report, white space between words as it is written.
fn body(document: &Document) -> Vec<String> {
    document.body().map(|block| block.text.clone()).collect()
}

/// How the lines read differ from those written; `None` where they do not.
fn difference(report: &Report<'_>, read: &[String]) -> Option<String> {
    let expected: Vec<&str> = std::iter::once(report.title).chain(report.paragraphs.iter().copied()).collect();
    if read == expected {
        return None;
    }
    let more = read.iter().filter(|line| !expected.contains(&line.as_str())).map(|line| format!("  + {line}\n"));
    let less =
        expected.iter().filter(|line| !read.iter().any(|read| read == *line)).map(|line| format!("  - {line}\n"));
    Some(more.chain(less).chain(more_or_less(read, &expected)).collect())
}

fn more_or_less(read: &[String], expected: &[&str]) -> Option<String> {
    (read.len() != expected.len()).then(|| format!("  {} lines for {}\n", read.len(), expected.len()))
}

#[test]
fn every_template_gives_the_report() {
    let report = report();
    let mut wrong = String::new();
    for (name, template) in templates() {
        for weight in [0, 60_000] {
            let page = filled(&template, &report, weight);
            if let Some(difference) = difference(&report, &body(&read(&page))) {
                wrong += &format!("{name} ({weight}):\n{difference}");
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
