//! The comparison stacked: each block is as high as the longest of its two texts and its figures, so that both sides
//! stay level from section to section.

use std::ops::Range;

use super::Side;
use super::strip;
use crate::app::report::text::{Anchor, Sheet};
use crate::jobs::desk::{ComparePage, StripRow};
use crate::outline::{Part, Section};

/// Height of the heading of a block.
pub const HEAD: f64 = 44.0;
/// Space below a block.
const GAP: f64 = 20.0;

/// One line of the strip between the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A part of the national Outline.
    Group(Option<u8>),
    /// A row of a strip: block, strip, row.
    Row(usize, usize, usize),
    /// Neither side has a figure here.
    Nothing,
}

/// A block of the comparison.
#[derive(Clone, Debug)]
pub struct Span {
    /// Its part.
    pub part: Part,
    /// Its section.
    pub section: Option<Section>,
    /// Its rows on each side, in the order of the sheet.
    pub rows: [Range<usize>; 2],
    /// The lines of its strip, with their heights from the top of the strip.
    pub items: Vec<(Item, f32)>,
    /// Height of the strip.
    pub strip: f32,
}

/// All blocks, and where each begins.
#[derive(Clone, Debug, Default)]
pub struct Stack {
    /// In document order; those without text and figures are left out.
    pub spans: Vec<Span>,
    tops: Vec<f64>,
    total: f64,
}

/// A place in a side's text that stays the same while heights become known.
#[derive(Clone, Copy, Debug)]
pub struct Still {
    span: usize,
    anchor: Anchor,
    rest: f64,
}

/// The row of a strip that an item is.
pub fn strip_row(page: &ComparePage, (block, strip, row): (usize, usize, usize)) -> Option<&StripRow> {
    page.blocks.get(block)?.strips.get(strip)?.rows.get(row)
}

impl Stack {
    /// Stacks a comparison. The order of the rows on each side is that of the blocks.
    pub fn new(page: &ComparePage) -> Self {
        let mut spans = Vec::new();
        let mut ends = [0, 0];
        for (number, block) in page.blocks.iter().enumerate() {
            let rows = [&block.left, &block.right].map(Vec::len);
            let range = |side: Side| ends[side.index()]..ends[side.index()] + rows[side.index()];
            let rows = Side::BOTH.map(range);
            ends = [rows[0].end, rows[1].end];
            if block.strips.is_empty() && rows.iter().all(Range::is_empty) {
                continue;
            }
            let (items, strip) = items(page, number);
            spans.push(Span { part: block.part, section: block.section, rows, items, strip });
        }
        Self { spans, tops: Vec::new(), total: 0.0 }
    }

    /// The rows of a side's page in the order of the blocks.
    pub fn order(page: &ComparePage, side: Side) -> Vec<usize> {
        let rows = |block: &crate::jobs::desk::Block| match side {
            Side::Left => block.left.clone(),
            Side::Right => block.right.clone(),
        };
        page.blocks.iter().flat_map(rows).collect()
    }

    /// Adds the blocks up anew.
    pub fn settle(&mut self, sheets: &[Sheet; 2]) {
        self.tops.clear();
        let mut top = 0.0;
        for span in &self.spans {
            self.tops.push(top);
            let text = Side::BOTH.map(|side| height(span, side, sheets));
            top += HEAD + text[0].max(text[1]).max(f64::from(span.strip)) + GAP;
        }
        self.total = top;
    }

    /// Height of all blocks.
    pub fn total(&self) -> f64 {
        self.total
    }

    /// Where a block begins and ends.
    pub fn extent(&self, span: usize) -> Range<f64> {
        let top = self.tops.get(span).copied().unwrap_or_default();
        top..self.tops.get(span + 1).copied().unwrap_or(self.total)
    }

    /// The blocks that are seen between two heights.
    pub fn seen(&self, between: Range<f64>) -> Range<usize> {
        let first = self.tops.partition_point(|top| *top <= between.start).saturating_sub(1);
        first..self.tops.partition_point(|top| *top < between.end)
    }

    /// What stands at height `y` on a side.
    pub fn still(&self, side: Side, y: f64, sheets: &[Sheet; 2]) -> Option<Still> {
        let number = self.seen(y..y).start;
        let span = self.spans.get(number)?;
        let inner = y - self.extent(number).start - HEAD;
        let inside = inner.clamp(0.0, height(span, side, sheets));
        let sheet = &sheets[side.index()];
        let first = sheet.heights().top(span.rows[side.index()].start);
        Some(Still { span: number, anchor: sheet.anchor(first + inside), rest: inner - inside })
    }

    /// The height at which that stands now.
    pub fn restore(&self, side: Side, still: Still, sheets: &[Sheet; 2]) -> f64 {
        let Some(span) = self.spans.get(still.span) else { return 0.0 };
        let sheet = &sheets[side.index()];
        let first = sheet.heights().top(span.rows[side.index()].start);
        self.extent(still.span).start + HEAD + sheet.restore(still.anchor) - first + still.rest
    }

    /// The height of the text of a side's sheet at `y` of that sheet, where the row `place` of it stands.
    pub fn of_sheet(&self, side: Side, place: usize, y: f64, sheets: &[Sheet; 2]) -> Option<f64> {
        let number = self.spans.iter().position(|span| span.rows[side.index()].contains(&place))?;
        let first = sheets[side.index()].heights().top(self.spans[number].rows[side.index()].start);
        Some(self.extent(number).start + HEAD + y - first)
    }
}

/// Height of a side's text in a block.
pub fn height(span: &Span, side: Side, sheets: &[Sheet; 2]) -> f64 {
    let (rows, heights) = (&span.rows[side.index()], sheets[side.index()].heights());
    heights.top(rows.end) - heights.top(rows.start)
}

fn items(page: &ComparePage, number: usize) -> (Vec<(Item, f32)>, f32) {
    let mut items = Vec::new();
    let mut top = 0.0;
    let Some(block) = page.blocks.get(number) else { return (items, top) };
    for (at, strip) in block.strips.iter().enumerate() {
        items.push((Item::Group(strip.outline_part), top));
        top += strip::GROUP;
        for (row, found) in strip.rows.iter().enumerate() {
            items.push((Item::Row(number, at, row), top));
            top += strip::height(page, block.part, found);
        }
    }
    if items.is_empty() {
        items.push((Item::Nothing, top));
        top += strip::GROUP;
    }
    (items, top)
}
