//! `faheng compare`: which two reports are meant, and how they are shown.

mod records;
mod view;

use std::collections::BTreeSet;

use crate::compare::{Frame, Report, compare};
use crate::i18n::Texts;
use crate::outline::Part;
use crate::store::ReportSummary;

use super::Status;
use super::args::CompareQuery;
use super::console::{Console, Failure};
use super::indicators::Catalogue;
use super::library;
use super::places;
use crate::paths::Paths;
use crate::shelf::{Holder, Loaded, Shelf, choices, holders};

/// A body and the year asked for.
type Side<'h, 'a> = (&'h Holder<'a>, Option<i32>);

/// Prints the two reports side by side.
pub fn run(query: &CompareQuery, paths: &Paths, console: &mut Console<'_>) -> Result<Status, Failure> {
    let shelf = library::open(&paths.library, console)?;
    let holders = holders(&shelf.reports);
    let sides = sides(query, &holders, console.texts())?;
    let (left, right) = match sides.as_slice() {
        [left, right] => (*left, *right),
        [only] => (*only, *only),
        _ => return Ok(Status::BadArguments),
    };
    let asked = (query.years.map(|years| years.0).or(left.1), query.years.map(|years| years.1).or(right.1));
    let (left_year, right_year) = years((left.0, asked.0), (right.0, asked.1));
    let left = report(left.0, left_year, console.texts())?;
    let right = report(right.0, right_year, console.texts())?;
    if left.id == right.id {
        return Err(Failure::Usage(console.texts().get("compare-same")));
    }
    show(left, right, &shelf, Detail { sentences: query.sentences, text: query.text }, console)?;
    Ok(Status::Done)
}

fn sides<'h, 'a>(query: &CompareQuery, holders: &'h [Holder<'a>], texts: &Texts) -> Result<Vec<Side<'h, 'a>>, Failure> {
    let places = query.sides.iter().map(|(name, year)| Ok((places::place(name, holders, texts)?, *year)));
    let bodies = query.bodies.iter().map(|(name, year)| Ok((places::body(name, holders, texts)?, *year)));
    places.chain(bodies).collect()
}

/// The years to show where they were not said: the latest in common, or else the latest of each.
fn years(left: Side<'_, '_>, right: Side<'_, '_>) -> (Option<i32>, Option<i32>) {
    let usual = |holder: &Holder<'_>| {
        let years = holder.years();
        if years.is_empty() { holder.any_years() } else { years }
    };
    let (ours, theirs) = (usual(left.0), usual(right.0));
    let latest = |years: &BTreeSet<i32>| years.last().copied();
    let same_if_there = |year: i32, years: &BTreeSet<i32>| Some(year).filter(|year| years.contains(year));
    match (left.1, right.1) {
        (Some(left), Some(right)) => (Some(left), Some(right)),
        (Some(left), None) => (Some(left), same_if_there(left, &theirs).or(latest(&theirs))),
        (None, Some(right)) => (same_if_there(right, &ours).or(latest(&ours)), Some(right)),
        (None, None) => {
            let common = ours.intersection(&theirs).last().copied();
            (common.or(latest(&ours)), common.or(latest(&theirs)))
        }
    }
}

/// The report of a body and a year: its own report before a work plan.
pub fn report<'a>(holder: &Holder<'a>, year: Option<i32>, texts: &Texts) -> Result<&'a ReportSummary, Failure> {
    let mut found: Vec<_> = holder.reports.iter().copied().filter(|report| report.year == year).collect();
    found.sort_by_key(|report| report.kind);
    found.first().copied().ok_or_else(|| {
        let wanted = year.map_or_else(|| texts.get("value-unknown"), |year| year.to_string());
        let years = texts.list(holder.any_years().iter().map(i32::to_string));
        let arguments = [("name", holder.body.name.as_str().into()), ("year", wanted.into()), ("years", years.into())];
        Failure::Failed(texts.format("year-missing", &arguments))
    })
}

/// What a comparison shows beside the figures.
#[derive(Clone, Copy, Debug, Default)]
pub struct Detail {
    /// The sentence behind every figure.
    pub sentences: bool,
    /// The passages of parts that are told in words, whole.
    pub text: bool,
}

/// Whether a part is told in words rather than figures, so that its passages are shown.
fn is_told(part: Part) -> bool {
    matches!(part, Part::Problems | Part::Plans | Part::Responsibility)
}

/// Prints two reports of the library side by side.
pub fn show(
    left: &ReportSummary,
    right: &ReportSummary,
    shelf: &Shelf,
    detail: Detail,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let catalogue = Catalogue::current()?;
    let loaded = shelf.load([left, right])?;
    let reports: Vec<Report<'_>> = loaded.iter().map(Loaded::report).collect();
    let [left, right] = reports.as_slice() else { return Ok(()) };
    let found = compare(left, right, &choices(&loaded), &Frame::of(catalogue));
    if console.json() { records::print(&found, console) } else { view::print(&found, catalogue, detail, console) }
}
