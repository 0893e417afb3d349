//! Paragraphs of a word processor → blocks: automatic numbers before them, page chrome told apart.

use std::ops::Range;

use super::chrome::{self, Verdict};
use super::document::{Block, BlockKind, Cell, MetaItem, Role, Warning};
use super::grid::{Grid, Place};
use super::traced::{Traced, inked};

/// What the file of a word processor gives.
#[derive(Debug)]
pub(super) struct Written {
    /// Paragraphs joined by line feeds.
    pub(super) original: String,
    /// Its paragraphs and cells.
    pub(super) blocks: Vec<Block>,
    /// Document properties.
    pub(super) metadata: Vec<MetaItem>,
    /// What was odd.
    pub(super) warnings: Vec<Warning>,
}

/// A line of a paragraph.
#[derive(Debug)]
pub(super) struct Line {
    /// The mark that the word processor shows before it and does not store.
    pub(super) mark: Option<String>,
    /// Its characters.
    pub(super) text: String,
    /// Heading level, 0 a document title.
    pub(super) heading: Option<u8>,
    /// Its cell, where it stands in a table.
    pub(super) place: Option<Place>,
    /// Number of the paragraph, counted from 0.
    pub(super) paragraph: u32,
}

/// The lines joined into one text, and as blocks that point into it.
pub(super) fn blocks(lines: &[Line], grid: &Grid) -> (String, Vec<Block>) {
    let numbers = grid.numbers();
    let mut original = String::new();
    let mut starts = Vec::with_capacity(lines.len());
    for (i, line) in lines.iter().enumerate() {
        if i > 0 {
            original.push('\n');
        }
        starts.push(original.len());
        original.push_str(&line.text);
    }
    let inky: Vec<(&Line, usize)> = lines.iter().zip(starts).filter(|(line, _)| inked(&line.text).is_some()).collect();
    let texts: Vec<&str> = inky.iter().map(|(line, _)| line.text.as_str()).collect();
    let mut blocks = Vec::new();
    for ((line, start), verdict) in inky.iter().zip(chrome::judge(&texts)) {
        let mut traced = Traced::default();
        let lead = inked(&line.text).map_or(0, |(from, _)| from);
        if let Some(mark) = &line.mark {
            traced.push_for(mark, start + lead, start + lead);
        }
        // A mark shifts the text: its blanks are dropped here so that cuts still fit.
        let shift = line.mark.as_ref().map_or(0, String::len);
        traced.push(&line.text[lead..], start + lead);
        let parts = match verdict {
            Verdict::Body => vec![(0..traced.text().len(), Role::Body)],
            Verdict::Chrome => vec![(0..traced.text().len(), Role::Chrome)],
            Verdict::Mixed(parts) => shifted(parts, lead, shift),
        };
        let made = parts.into_iter().filter_map(|(range, role)| traced.part(range, role, kind(line, &numbers)));
        blocks.extend(made.map(|block| Block { paragraph: Some(line.paragraph), ..block }));
    }
    (original, blocks)
}

/// Ranges of a line as ranges of its text with the mark before it and without the blanks before that.
fn shifted(parts: Vec<(Range<usize>, Role)>, lead: usize, mark: usize) -> Vec<(Range<usize>, Role)> {
    let at = |byte: usize| byte.saturating_sub(lead) + mark;
    let mut first = true;
    parts
        .into_iter()
        .map(|(range, role)| {
            let start = if std::mem::take(&mut first) { 0 } else { at(range.start) };
            (start..at(range.end).max(start), role)
        })
        .collect()
}

fn kind(line: &Line, numbers: &[Option<u32>]) -> BlockKind {
    let table = |place: Place| numbers.get(place.table).copied().flatten();
    match line.place.and_then(|place| Some((place, table(place)?))) {
        Some((place, table)) => BlockKind::Cell(Cell { table, row: place.row, column: place.column }),
        None => line.heading.map_or(BlockKind::Paragraph, BlockKind::Heading),
    }
}

/// The heading level of an outline level, which Word counts from 0; 9 is body text.
pub(super) fn outline_level(outline: u8) -> Option<u8> {
    (outline < 9).then_some(outline + 1)
}

/// The heading level that the name of a style says: heading 1, 标题 1; 0 for Title, 标题.
pub(super) fn named_level(name: &str) -> Option<u8> {
    let name = name.trim();
    if matches!(name, "title" | "标题" | "題目" | "文档标题") {
        return Some(0);
    }
    let rest = name.strip_prefix("heading").or_else(|| name.strip_prefix("标题"))?;
    rest.trim().parse().ok().filter(|level| (1..=9).contains(level))
}
