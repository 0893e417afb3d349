//! The sample data read from end to end and compared with its truth: nothing missed, nothing made up.

#![expect(clippy::unwrap_used, reason = "helpers of tests, which may fail and say why")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use faheng::figures::{Change, Observation};
use faheng::reading::{Reading, Rules, read_file};

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data")
}

/// The cells of one row; quoted where they hold commas, a doubled quote for one quote, no line feeds inside.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let (mut quoted, mut chars) = (false, row.chars().peekable());
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => cells.last_mut().unwrap().push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

/// The facts of a truth file by report, each as the named columns joined, without repeats' order.
fn truth(name: &str, columns: &[&str]) -> BTreeMap<String, Vec<String>> {
    let text = fs::read_to_string(samples().join(name)).unwrap();
    let mut rows = text.trim_start_matches('\u{FEFF}').lines().map(cells);
    let header = rows.next().unwrap();
    let places: Vec<usize> =
        columns.iter().map(|column| header.iter().position(|name| name == column).unwrap()).collect();
    let mut facts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows {
        let fact: Vec<String> = places.iter().map(|&place| plain(&row[place])).collect();
        facts.entry(row[0].clone()).or_default().push(fact.join(" "));
    }
    facts
}

/// One way to write a number: 24.0 and 24 are the same.
fn plain(cell: &str) -> String {
    cell.parse::<f64>().map_or_else(|_| cell.to_owned(), |number| number.to_string())
}

fn word(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value).unwrap() {
        serde_json::Value::String(text) => text,
        other => other.to_string(),
    }
}

fn observed(o: &Observation) -> String {
    let year = o.year.map_or_else(|| "-".to_owned(), |year| year.to_string());
    format!("{} {} {} {} {year} {}", o.indicator, o.value, o.unit, word(o.bound), word(o.nature))
}

fn changed(c: &Change) -> String {
    format!("{} {} {}", c.indicator, c.delta, word(c.unit))
}

/// What is in one list and not in the other, repeats counted.
fn differences(file: &str, wanted: &[String], got: &[String]) -> Vec<String> {
    let mut left = got.to_vec();
    let mut lines = Vec::new();
    for fact in wanted {
        match left.iter().position(|other| other == fact) {
            Some(at) => drop(left.swap_remove(at)),
            None => lines.push(format!("{file}: missed {fact}")),
        }
    }
    left.sort();
    lines.extend(left.iter().map(|fact| format!("{file}: made up {fact}")));
    lines
}

fn readings() -> BTreeMap<String, Reading> {
    let rules = Rules::built_in().unwrap();
    let folders = fs::read_dir(samples()).unwrap().map(|entry| entry.unwrap().path());
    let files = folders.filter(|path| path.is_dir()).flat_map(|folder| fs::read_dir(folder).unwrap());
    files
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(samples()).unwrap().to_string_lossy().replace('\\', "/");
            (name, read_file(&path, rules).unwrap())
        })
        .collect()
}

#[test]
fn the_sample_data_reads_as_its_truth_says() {
    let observations = truth("truth.csv", &["indicator", "value", "unit", "bound", "year", "nature"]);
    let changes = truth("truth_changes.csv", &["indicator", "delta", "unit"]);
    let readings = readings();
    let named: BTreeSet<&String> = observations.keys().chain(changes.keys()).collect();
    assert!(named.iter().all(|file| readings.contains_key(*file)), "the truth names a file that is not there");
    let (mut count, mut lines) = (0, Vec::new());
    for (file, reading) in &readings {
        let none = Vec::new();
        let wanted = observations.get(file).unwrap_or(&none);
        count += wanted.len();
        let got: Vec<String> = reading.figures.observations.iter().map(observed).collect();
        lines.extend(differences(file, wanted, &got));
        let wanted = changes.get(file).unwrap_or(&none);
        count += wanted.len();
        let got: Vec<String> = reading.figures.changes.iter().map(changed).collect();
        lines.extend(differences(file, wanted, &got));
    }
    assert!(lines.is_empty(), "{} of {count}:\n{}", lines.len(), lines.join("\n"));
    assert!(readings.len() >= 28 && count >= 1500, "{} files, {count} facts", readings.len());
}

#[test]
fn cells_are_read_as_spreadsheets_write_them() {
    assert_eq!(cells("a,\"b,c\",\"d\"\"e\",,f"), ["a", "b,c", "d\"e", "", "f"]);
}
