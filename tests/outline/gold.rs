//! Share of the body's letters and digits with the right part and section, on annotated reports.

use std::fs;
use std::path::{Path, PathBuf};

use faheng::identity::Kind;
use faheng::intake::{self, Document};
use faheng::outline::{Passages, Scheme, outline};
use serde_json::Value;

use crate::support::identity;

/// What every later change has to keep.
const FLOOR: f64 = 0.95;

fn shared() -> PathBuf {
    std::env::var_os("FAHENG_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from)
}

/// Letters and digits, width-folded.
fn fold(text: &str) -> Vec<char> {
    text.chars().map(faheng::text::fold_char).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The body as text and the report as it is read; none for a format that is not read.
fn read(case: &Path) -> Option<(String, Document)> {
    let side = case.join("body.txt");
    let path = if side.exists() { side } else { case.join("report.txt") };
    let report = ["txt", "html", "docx"]
        .iter()
        .map(|ending| case.join(format!("report.{ending}")))
        .find(|path| path.exists())?;
    Some((fs::read_to_string(path).ok()?, intake::open(&report).unwrap()))
}

fn accepts(wanted: &Value, got: &Value) -> bool {
    match wanted {
        Value::Array(list) => list.contains(got),
        one => one == got,
    }
}

/// Index of `needle` in `text` at or after `from`.
fn find(text: &[char], needle: &[char], from: usize) -> Option<usize> {
    text.get(from..)?.windows(needle.len().max(1)).position(|window| window == needle).map(|at| at + from)
}

fn rfind(text: &[char], needle: &[char]) -> Option<usize> {
    text.windows(needle.len().max(1)).rposition(|window| window == needle)
}

/// (right, all) characters of one case.
fn score(gold: &Value, text: &str, passages: &Passages) -> (usize, usize) {
    let body = fold(text);
    let mut labels: Vec<Option<usize>> = vec![None; body.len()];
    let mut at = 0;
    for (index, passage) in passages.items.iter().enumerate() {
        let piece = fold(&passage.text);
        let Some(start) = find(&body, &piece, at) else { continue };
        labels[start..start + piece.len()].fill(Some(index));
        at = start + piece.len();
    }
    let entries = gold["alignment"].as_array().unwrap();
    let mut starts = Vec::new();
    let mut at = 0;
    for entry in entries {
        let start = find(&body, &fold(entry["from"].as_str().unwrap()), at).expect("gold text in the body");
        starts.push(start);
        at = start + 1;
    }
    let end = gold["end_before"].as_str().and_then(|word| rfind(&body, &fold(word))).unwrap_or(body.len());
    let (mut right, mut all) = (0, 0);
    for (index, entry) in entries.iter().enumerate() {
        let stop = starts.get(index + 1).copied().unwrap_or(end);
        let mut wrong = String::new();
        for place in starts[index]..stop {
            let passage = labels[place].and_then(|passage| passages.items.get(passage));
            let part = serde_json::to_value(passage.map(|passage| passage.part)).unwrap();
            let section = passage.and_then(|passage| passage.section);
            let section = section.map_or(Value::Null, |section| Value::from(section.number()));
            let good = accepts(&entry["part"], &part) && accepts(&entry["section"], &section);
            all += 1;
            right += usize::from(good);
            if !good {
                if wrong.is_empty() {
                    wrong = format!(
                        "{part} {section} ({}) for {} {}: ",
                        passage.map_or("", |passage| &passage.reason),
                        entry["part"],
                        entry["section"]
                    );
                }
                wrong.push(body[place]);
            }
        }
        if !wrong.is_empty() {
            println!("  {}", wrong.chars().take(120).collect::<String>());
        }
    }
    (right, all)
}

fn kind(gold: &Value) -> Kind {
    match gold["kind"].as_str() {
        Some("department_report") => Kind::DepartmentReport,
        Some("work_plan") => Kind::WorkPlan,
        _ => Kind::GovernmentReport,
    }
}

#[test]
fn alignment_on_annotated_reports() {
    let folder = shared().join("gold");
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("skipped: no annotated reports in {}", folder.display());
        return;
    };
    let mut cases: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    cases.sort();
    let (mut right, mut all) = (0, 0);
    for case in cases {
        let gold: Value = serde_json::from_str(&fs::read_to_string(case.join("gold.json")).unwrap()).unwrap();
        let Some((text, document)) = read(&case) else { continue };
        let year = gold["year"].as_i64().unwrap_or(2024) as i32;
        let passages = outline(&document, &identity(kind(&gold), year), Scheme::built_in());
        let (good, total) = score(&gold, &text, &passages);
        println!("{}: {:.4}", case.file_name().unwrap_or_default().to_string_lossy(), good as f64 / total as f64);
        right += good;
        all += total;
    }
    let share = right as f64 / all.max(1) as f64;
    println!("alignment {share:.4} of {all} characters");
    assert!(share >= FLOOR, "alignment {share:.4}");
}
