//! Pages of many site styles: each gives the report it was filled with, no line more and none less.

#![expect(clippy::unwrap_used, reason = "helpers of tests, not tests by name")]

mod template;

use std::path::Path;

use faheng::identity::{Divisions, identify};
use faheng::intake::{self, Document};
use template::{DATE, Report, filled, report, templates};

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

#[test]
fn every_template_tells_title_and_day() {
    let report = report();
    for (name, template) in templates() {
        let document = read(&filled(&template, &report, 0));
        let identity = identify(&document, Divisions::built_in());
        assert_eq!(identity.title.as_deref(), Some(report.title), "{name}");
        // A day with its weekday may be the page's clock, and a Word file has none: that of the signature is left.
        let day = if template.contains("@DATE@") { DATE } else { "2025-01-10" };
        assert_eq!(identity.published.map(|day| day.to_string()).as_deref(), Some(day), "{name}");
    }
}

/// One change of a page: a byte, a piece left out, the end cut off, a piece put in again elsewhere.
fn damage(bytes: &mut Vec<u8>, next: &mut impl FnMut(usize) -> usize) {
    let (kind, at, length) = (next(4), next(bytes.len().max(1)), next(200));
    let end = (at + length).min(bytes.len());
    match kind {
        0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = u8::try_from(length).unwrap()),
        1 => drop(bytes.drain(at.min(end)..end)),
        2 => bytes.truncate(at),
        _ => {
            let copy = bytes[at.min(end)..end].to_vec();
            let to = next(bytes.len() + 1);
            drop(bytes.splice(to..to, copy));
        }
    }
}

/// Damaged pages never break the reading, and what is read is never much more than the page. `FAHENG_CASES` sets how
/// many each template gives.
#[test]
fn damaged_pages_are_read_in_bounds() {
    let report = report();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    let cases = std::env::var("FAHENG_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(40);
    for (_, template) in templates() {
        let page = filled(&template, &report, 0).into_bytes();
        for _ in 0..cases {
            let mut bytes = page.clone();
            for _ in 0..=next(4) {
                damage(&mut bytes, &mut next);
            }
            if let Ok(document) = intake::from_bytes(Path::new("page.html"), &bytes) {
                let read: usize = document.blocks.iter().map(|block| block.text.len()).sum();
                assert!(read <= document.original.len() * 2);
            }
        }
    }
}
