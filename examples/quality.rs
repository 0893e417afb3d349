//! How right the rules read: precision, recall and F1 over annotated reports, printed and kept in `assets/quality.json`.
//!
//! `cargo run --release --example quality -- FOLDER`, where each folder in FOLDER holds a `report.*` and a `gold.json`.
//! The day is today's, or that of `SOURCE_DATE_EPOCH`.
#![expect(clippy::print_stdout, reason = "figures to read")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Display;
use std::fs;
use std::path::Path;

use faheng::figures::Catalogue;
use faheng::quality::{Page, Quality, Tally, cases};
use faheng::reading::{Rules, read_file};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// Fewer annotated entries than this say little about an indicator.
const ENOUGH: usize = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let root = std::env::args().nth(1).ok_or("name the folder with the annotated reports")?;
    let rules = Rules::built_in()?;
    let mut page = Page::new(rules.catalogue, &day()?);
    for case in cases(Path::new(&root))? {
        match read_file(&case.report, rules) {
            Ok(reading) => drop(page.add(&case, &reading.figures)),
            Err(error) => {
                println!("not read: {} ({error})", case.name);
                page.unread(&case);
            }
        }
    }
    let quality = page.finish();
    if quality.reports == 0 {
        return Err("no annotated report that can be read".into());
    }
    print(&quality, rules.catalogue);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/quality.json");
    fs::write(&path, serde_json::to_string_pretty(&quality)? + "\n")?;
    println!("\nwritten: {}", path.display());
    Ok(())
}

fn day() -> Result<String, Box<dyn Error>> {
    let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") else { return Ok(Zoned::now().date().to_string()) };
    Ok(Timestamp::from_second(epoch.parse()?)?.to_zoned(TimeZone::UTC).date().to_string())
}

fn print(quality: &Quality, catalogue: &Catalogue) {
    table("by indicator", quality.by_indicator.iter(), |id| catalogue.get(id).map_or("", |it| &it.name_zh));
    table("by section", quality.by_section.iter(), |_| "");
    table("by nature", quality.by_nature.iter(), |_| "");
    table("by bound", quality.by_bound.iter(), |_| "");
    table("by trap (all figures of the reports that try it)", quality.by_trap.iter(), |_| "");
    println!("\n{} reports, catalogue {}, {}", quality.reports, quality.catalogue, quality.date);
    row("observations", quality.observations, "");
    row("changes", quality.changes, "");
    println!("  {:<34} {:>5}  {:.4}", "right bounds", quality.bounds.n(), quality.bounds.recall());
    low(&quality.by_indicator);
}

fn table<'a, K: Display + 'a>(
    title: &str,
    rows: impl Iterator<Item = (&'a K, &'a Tally)>,
    name: impl Fn(&K) -> &'a str,
) {
    println!("\n{title:<36} {:>5}  {:>9}  {:>6}  {:>6}", "n", "precision", "recall", "F1");
    for (key, &tally) in rows {
        row(key, tally, name(key));
    }
}

fn row(key: impl Display, tally: Tally, name: &str) {
    let (precision, recall, f1) = (tally.precision(), tally.recall(), tally.f1());
    let line = format!("  {:<34} {:>5}  {precision:>9.4}  {recall:.4}  {f1:.4}  {name}", key.to_string(), tally.n());
    println!("{}", line.trim_end());
}

fn low(by_indicator: &BTreeMap<String, Tally>) {
    let low: Vec<_> = by_indicator.iter().filter(|(_, tally)| tally.n() >= ENOUGH && tally.f1() < 0.9).collect();
    println!("\nindicators with n of {ENOUGH} or more below 0.90: {}", low.len());
    for (id, &tally) in low {
        row(id, tally, "");
    }
}
