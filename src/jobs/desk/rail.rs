//! The table of contents of a report: the six sections, and the parts before and behind them.

use std::collections::BTreeMap;

use super::pages::{RailEntry, TextRow};
use crate::figures::Observation;
use crate::identity::Kind;
use crate::outline::{Part, Passage, Section};
use crate::store::ReportSummary;

type Spot = (Part, Option<Section>);

/// The entries in the order of a document. The six sections are always there, for a work plan those of its plans;
/// all else is where the report has it.
pub(super) fn rail(
    report: &ReportSummary,
    passages: &[Passage],
    rows: &[TextRow],
    observations: &[Observation],
) -> Vec<RailEntry> {
    let mut first: BTreeMap<Spot, usize> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate().rev().filter(|(_, row)| !row.text.trim().is_empty()) {
        first.insert((row.part, row.section), at);
    }
    let mut figures: BTreeMap<Spot, usize> = BTreeMap::new();
    for passage in observations.iter().filter_map(|found| passages.get(found.span.passage as usize)) {
        *figures.entry((passage.part, passage.section)).or_default() += 1;
    }
    let main = if report.kind == Kind::WorkPlan { Part::Plans } else { Part::Achievements };
    let mut rail = Vec::new();
    for part in [Part::Preamble, Part::Achievements, Part::Responsibility, Part::Problems, Part::Plans] {
        if part == main {
            rail.extend(sections(part, &first, &figures));
        } else {
            rail.extend(whole(part, &first, &figures));
        }
    }
    rail
}

/// The six sections of a part, and what stands under none of them where there are figures in it.
fn sections(part: Part, first: &BTreeMap<Spot, usize>, figures: &BTreeMap<Spot, usize>) -> Vec<RailEntry> {
    let entry = |section: Option<Section>| {
        let spot = (part, section);
        let figures = figures.get(&spot).copied().unwrap_or_default();
        RailEntry { part, section, row: first.get(&spot).copied(), figures }
    };
    let others = Some(entry(None)).filter(|others| others.figures > 0);
    Section::ALL.into_iter().map(Some).map(entry).chain(others).collect()
}

/// A part as one entry, where the report has text of it.
fn whole(part: Part, first: &BTreeMap<Spot, usize>, figures: &BTreeMap<Spot, usize>) -> Option<RailEntry> {
    let row = first.iter().filter(|(spot, _)| spot.0 == part).map(|(_, row)| *row).min()?;
    let figures = figures.iter().filter(|(spot, _)| spot.0 == part).map(|(_, count)| *count).sum();
    Some(RailEntry { part, section: None, row: Some(row), figures })
}
