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
    /// How far its block is scrolled.
    sunk: f64,
    /// How far its text is.
    inner: f64,
    anchor: Anchor,
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

    /// Height of a block's longest column.
    fn height(&self, span: usize) -> f64 {
        let extent = self.extent(span);
        extent.end - extent.start - HEAD - GAP
    }

    /// How far down its block a column of height `own` stands. A column that is shorter than its block stays in sight:
    /// it begins below the heading as long as that is pinned, and a long one stops where its end is seen.
    pub fn shift(&self, span: usize, own: f64, y: f64, seen: f64) -> f64 {
        let hidden = (own - (seen - HEAD)).max(0.0);
        (y - self.extent(span).start - hidden).clamp(0.0, (self.height(span) - own).max(0.0))
    }

    /// How far a side's text of a block is scrolled beyond the heading.
    pub fn inner(&self, side: Side, span: usize, (y, seen): (f64, f64), sheets: &[Sheet; 2]) -> f64 {
        let own = self.spans.get(span).map_or(0.0, |found| height(found, side, sheets));
        y - self.extent(span).start - self.shift(span, own, y, seen)
    }

    /// What stands below the heading of a side that is scrolled to `y`.
    pub fn still(&self, side: Side, (y, seen): (f64, f64), sheets: &[Sheet; 2]) -> Option<Still> {
        let number = self.seen(y..y).start;
        let rows = &self.spans.get(number)?.rows[side.index()];
        let sheet = &sheets[side.index()];
        let inner = self.inner(side, number, (y, seen), sheets);
        let anchor = sheet.anchor(sheet.heights().top(rows.start) + inner);
        Some(Still { span: number, sunk: y - self.extent(number).start, inner, anchor })
    }

    /// The height to scroll to for the same to stand there now.
    pub fn restore(&self, side: Side, still: Still, sheets: &[Sheet; 2]) -> f64 {
        let Some(span) = self.spans.get(still.span) else { return 0.0 };
        let sheet = &sheets[side.index()];
        let inner = sheet.restore(still.anchor) - sheet.heights().top(span.rows[side.index()].start);
        self.extent(still.span).start + still.sunk + inner - still.inner
    }

    /// The block of a row of a side's sheet, and how far below the heading `y` of that sheet stands in it.
    pub fn of_sheet(&self, side: Side, place: usize, y: f64, sheets: &[Sheet; 2]) -> Option<(usize, f64)> {
        let number = self.spans.iter().position(|span| span.rows[side.index()].contains(&place))?;
        let first = sheets[side.index()].heights().top(self.spans[number].rows[side.index()].start);
        Some((number, y - first))
    }
}

/// Height of a side's text in a block.
fn height(span: &Span, side: Side, sheets: &[Sheet; 2]) -> f64 {
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
