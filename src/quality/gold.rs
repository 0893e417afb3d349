//! Annotated reports: a folder each with `report.*` and `gold.json`.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::figures::{Bound, ChangeUnit, Nature};

/// One value, or several that are equally right; the first is the one meant.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum OneOf<T> {
    /// The only one.
    One(T),
    /// Any of these.
    Any(Vec<T>),
}

impl<T: PartialEq> OneOf<T> {
    /// The values.
    pub fn values(&self) -> &[T] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Any(values) => values,
        }
    }
}

/// The answers to one report, as far as figures go.
#[derive(Clone, Debug, Deserialize)]
pub struct Gold {
    /// The year that the report is about.
    pub year: Option<i32>,
    /// Each figure that an indicator fits.
    #[serde(default)]
    pub observations: Vec<GoldObservation>,
    /// Each change.
    #[serde(default)]
    pub changes: Vec<GoldChange>,
}

/// An annotated figure.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldObservation {
    /// Id of the catalogue.
    pub indicator: String,
    /// Other ids that are equally right.
    #[serde(default)]
    pub or: Vec<String>,
    /// In the indicator's canonical unit.
    pub value: f64,
    /// How exact.
    #[serde(default = "exact")]
    pub bound: Bound,
    /// The year of the figure, where it is not the report's.
    pub year: Option<OneOf<Option<i32>>>,
    /// What kind of statement.
    pub nature: OneOf<Nature>,
    /// The words that hold it.
    pub quote: String,
    /// A careful reader could leave it out.
    #[serde(default)]
    pub optional: bool,
}

/// An annotated change.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldChange {
    /// Id of the catalogue.
    pub indicator: String,
    /// Other ids that are equally right.
    #[serde(default)]
    pub or: Vec<String>,
    /// Signed.
    pub delta: f64,
    /// What the delta is counted in.
    pub unit: ChangeUnit,
    /// The words that hold it.
    pub quote: String,
    /// A careful reader could leave it out.
    #[serde(default)]
    pub optional: bool,
}

fn exact() -> Bound {
    Bound::Exact
}

/// An annotated report.
#[derive(Clone, Debug)]
pub struct Case {
    /// Name of its folder.
    pub name: String,
    /// The report's file.
    pub report: PathBuf,
    /// Its answers.
    pub gold: Gold,
    /// Names of the traps that it tries (`D-07`), where the README beside the folders has a table that says so.
    pub traps: Vec<String>,
}

/// The annotated reports in the folders of `root`, by name.
///
/// # Errors
///
/// What the file system says, and `InvalidData` naming the file whose answers cannot be read.
pub fn cases(root: &Path) -> io::Result<Vec<Case>> {
    let mut tried = match fs::read_to_string(root.join("README.md")) {
        Ok(readme) => traps(&readme),
        Err(_) => BTreeMap::new(),
    };
    let mut cases = Vec::new();
    for folder in listed(root)? {
        let answers = folder.join("gold.json");
        if !answers.is_file() {
            continue;
        }
        let starts = |path: &PathBuf| path.file_stem().is_some_and(|stem| stem == "report");
        let Some(report) = listed(&folder)?.into_iter().find(starts) else { continue };
        let broken = |error| io::Error::new(io::ErrorKind::InvalidData, format!("{}: {error}", answers.display()));
        let gold = serde_json::from_str(&fs::read_to_string(&answers)?).map_err(broken)?;
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let traps = tried.remove(&name).unwrap_or_default();
        cases.push(Case { name, report, gold, traps });
    }
    Ok(cases)
}

/// What stands in a folder, by name.
fn listed(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// The traps by case, of table rows such as ``| `name` | … | lists, a table (D-01…03, 13) |``.
fn traps(readme: &str) -> BTreeMap<String, Vec<String>> {
    let row = |line: &str| {
        let name = line.strip_prefix("| `")?.split_once('`')?.0;
        let list = line.rsplit_once("(D-")?.1.split_once(')')?.0;
        let ranges = list.split(',').filter_map(|range| {
            let mut ends = range.split(['…', '–', '-']).map(|end| end.trim().parse::<u8>());
            let first = ends.next()?.ok()?;
            Some(first..=ends.next().map_or(Ok(first), |last| last).ok()?)
        });
        Some((name.to_owned(), ranges.flatten().map(|number| format!("D-{number:02}")).collect()))
    };
    readme.lines().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traps_are_read_from_the_table_of_cases() {
        let readme = "| case | tries |\n|---|---|\n| `a-2023` | txt | a list (x) and more (D-01…03, 13–14, 28) |\n| `b` | none |";
        let tried = traps(readme);
        assert_eq!(tried["a-2023"], ["D-01", "D-02", "D-03", "D-13", "D-14", "D-28"]);
        assert!(!tried.contains_key("b"));
    }

    #[test]
    fn a_figure_may_have_several_years_and_natures() {
        let text =
            r#"{"indicator": "a.b", "value": 3, "year": [2020, null], "nature": ["actual", "prior"], "quote": "3件"}"#;
        let one: GoldObservation = serde_json::from_str(text).unwrap();
        assert_eq!(one.nature.values(), [Nature::Actual, Nature::Prior]);
        assert_eq!(one.year.unwrap().values(), [Some(2020), None]);
        assert_eq!((one.bound, one.optional), (Bound::Exact, false));
    }
}
