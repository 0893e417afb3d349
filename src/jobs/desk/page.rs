//! A report cut for reading: rows of text, where each figure stands in them, and the way to the years beside it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::marks::{Scale, Spot, spots};
use super::pages::{Figure, ReportPage, TextMark, TextRow};
use super::rail::rail;
use super::rows::{Cut, cut};
use crate::outline::Passage;
use crate::shelf::{Loaded, body_key};
use crate::store::{ReportId, ReportSummary};

/// Cuts a report. `reports` are the current ones of its library.
pub(super) fn page(loaded: Loaded, reports: &[ReportSummary]) -> ReportPage {
    let mut of_passage: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, found) in loaded.observations().iter().enumerate() {
        of_passage.entry(found.span.passage).or_default().push(at);
    }
    let mut rows = Vec::new();
    // A figure whose span points nowhere, as only a damaged library has it, stays at the start of the first row.
    let nowhere = |&reviewed: &bool| Figure { row: 0, at: 0..0, sentence: Vec::new(), reviewed };
    let mut figures: Vec<Figure> = loaded.decided().iter().map(nowhere).collect();
    for passage in &loaded.stored.passages.items {
        let own = of_passage.get(&passage.id).map_or(&[][..], Vec::as_slice);
        add(passage, own, &loaded, &mut rows, &mut figures);
    }
    let rail = rail(&loaded.stored.summary, &loaded.stored.passages.items, &rows, loaded.observations());
    let (before, after) = beside(&loaded.stored.summary, reports);
    ReportPage { id: loaded.stored.summary.id, rows, figures, rail, before, after, loaded, uncut: None }
}

/// Adds the rows of a passage, and puts its own figures in their places.
fn add(passage: &Passage, own: &[usize], loaded: &Loaded, rows: &mut Vec<TextRow>, figures: &mut [Figure]) {
    let scale = Scale::new(&passage.text);
    let found = |at: usize| loaded.observations().get(at);
    let numbers = own.iter().filter_map(|&at| Some((scale.bytes(found(at)?.span)?, at)));
    let numbers: Vec<(Range<usize>, usize)> = numbers.collect();
    let spots = spots(numbers.clone());
    let cuts = if passage.text.is_empty() { Vec::new() } else { cut(passage, &scale, &spots) };
    let first = rows.len();
    for (range, at) in numbers {
        let Some(figure) = figures.get_mut(at) else { continue };
        let Some(row) = row_of(&cuts, range.start) else { continue };
        figure.row = first + row;
        figure.at = within(&range, &cuts[row].range);
        let sentence = found(at).and_then(|found| scale.bytes(found.sentence)).unwrap_or(range);
        figure.sentence = stretches(&cuts, &sentence).map(|(row, range)| (first + row, range)).collect();
    }
    rows.extend(cuts.iter().map(|cut| text_row(passage, cut, &scale, &spots)));
}

fn text_row(passage: &Passage, cut: &Cut, scale: &Scale, spots: &[Spot]) -> TextRow {
    let first = spots.partition_point(|spot| spot.range.start < cut.range.start);
    let own = spots.get(first..).unwrap_or_default().iter().take_while(|spot| spot.range.start < cut.range.end);
    let mark = |spot: &Spot| TextMark { range: within(&spot.range, &cut.range), figures: spot.figures.clone() };
    TextRow {
        kind: cut.kind,
        passage: passage.id,
        part: passage.part,
        section: passage.section,
        start: scale.scalar(cut.range.start),
        text: passage.text.get(cut.range.clone()).unwrap_or_default().to_owned(),
        marks: own.map(mark).collect(),
    }
}

/// The row that byte `at` of the passage stands in.
fn row_of(cuts: &[Cut], at: usize) -> Option<usize> {
    cuts.partition_point(|cut| cut.range.start <= at).checked_sub(1)
}

/// What a stretch of the passage takes up of each row.
fn stretches<'a>(cuts: &'a [Cut], stretch: &'a Range<usize>) -> impl Iterator<Item = (usize, Range<usize>)> + 'a {
    let first = row_of(cuts, stretch.start).unwrap_or_default();
    let rows = cuts.iter().enumerate().skip(first).take_while(|(_, cut)| cut.range.start < stretch.end);
    rows.map(|(row, cut)| (row, within(stretch, &cut.range))).filter(|(_, range)| !range.is_empty())
}

/// `range` cut to `row` and counted from its start.
fn within(range: &Range<usize>, row: &Range<usize>) -> Range<usize> {
    let inside = |at: usize| at.clamp(row.start, row.end) - row.start;
    inside(range.start)..inside(range.end)
}

/// The reports of the same body and kind for the nearest earlier and the nearest later year.
fn beside(own: &ReportSummary, reports: &[ReportSummary]) -> (Option<ReportId>, Option<ReportId>) {
    let Some(year) = own.year else { return (None, None) };
    let body = body_key(own);
    // The cheap questions first: a large library has tens of thousands of reports.
    let like = |other: &&ReportSummary| {
        other.kind == own.kind && other.body.name == own.body.name && other.id != own.id && body_key(other) == body
    };
    let years = || reports.iter().filter(like).filter_map(|other| Some((other.year?, other.id)));
    let before = years().filter(|(other, _)| *other < year).max();
    let after = years().filter(|(other, _)| *other > year).min();
    (before.map(|(_, id)| id), after.map(|(_, id)| id))
}
