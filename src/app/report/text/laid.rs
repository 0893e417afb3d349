//! One row of text, laid out: where its lines and its characters stand.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::epaint::text::cursor::CCursor;
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Align, FontFamily, FontId, Galley, Rect, Ui, Vec2, pos2, vec2};

use crate::app::theme::{self, Tokens, size, space};
use crate::jobs::desk::{RowKind, TextRow};

/// Columns of a table that are at least so wide stand beside each other; narrower ones run on.
const NARROWEST: f32 = 64.0;
/// Height of the words above page chrome.
pub(super) const CAPTION: f32 = 20.0;

/// Size and width that text is set in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Size of running text in points.
    pub size: f32,
    /// Width of a line in points.
    pub width: f32,
}

impl Look {
    /// A guess at the height of a row, from its bytes alone: a long report has hundreds of thousands of rows.
    pub fn estimate(self, row: &TextRow) -> f32 {
        let size = self.font_size(row.kind);
        let across = row.text.len() as f32 / 3.0 * size + self.indent(row);
        let lines = (across / self.width).ceil().max(1.0);
        above(row.kind) + lines * size * size::READING_LINE + 2.0 * inside(row.kind)
    }

    fn font_size(self, kind: RowKind) -> f32 {
        match kind {
            RowKind::Heading(0) if self.size >= size::READING => size::TITLE,
            RowKind::Heading(0) => size::READING,
            RowKind::Chrome(_) => self.size.min(size::BODY),
            _ => self.size,
        }
    }

    /// Space before the first line of a paragraph: two characters, unless the text brings its own.
    fn indent(self, row: &TextRow) -> f32 {
        let own = row.text.starts_with(char::is_whitespace);
        if row.kind == RowKind::Body(false) && !own { 2.0 * self.size } else { 0.0 }
    }
}

/// Space above a row.
fn above(kind: RowKind) -> f32 {
    match kind {
        RowKind::Heading(0) => space::XL,
        RowKind::Heading(_) => space::L,
        // The first of a stretch has a word above it that says what it is.
        RowKind::Chrome(true) => space::M + CAPTION,
        RowKind::Chrome(false) => 0.0,
        RowKind::Body(false) => space::S,
        RowKind::Body(true) | RowKind::Table => 0.0,
    }
}

/// Space above and below the lines of a row inside it.
fn inside(kind: RowKind) -> f32 {
    if kind == RowKind::Table { space::XS } else { 0.0 }
}

/// Space before the lines of a row, where page chrome has its bar.
fn aside(kind: RowKind) -> f32 {
    if matches!(kind, RowKind::Chrome(_)) { space::M } else { 0.0 }
}

/// A row, laid out. All places are counted from its left top corner.
pub struct Laid {
    cells: Vec<Cell>,
    /// Space above its first line.
    pub above: f32,
    /// Height with the space above.
    pub height: f32,
}

/// A stretch of the row's text that is set by itself: all of it, but in tables.
pub struct Cell {
    /// Its lines.
    pub galley: Arc<Galley>,
    /// Where it stands.
    pub at: Vec2,
    /// Its bytes of the row's text.
    bytes: Range<usize>,
}

impl Laid {
    /// Lays out a row; `bold` are the bytes of the number that is chosen.
    pub fn new(ui: &Ui, row: &TextRow, bold: Option<&Range<usize>>, look: Look, tokens: &Tokens) -> Self {
        let (above, inside) = (above(row.kind), inside(row.kind));
        let look = Look { width: look.width - aside(row.kind), ..look };
        let stretches = stretches(row, look);
        let width = look.width / stretches.len().max(1) as f32;
        let gap = if stretches.len() > 1 { space::S } else { 0.0 };
        let cell = |(number, bytes): (usize, Range<usize>)| {
            let indent = if number == 0 { look.indent(row) } else { 0.0 };
            let job = job(row, &bytes, bold, (indent, width - 2.0 * gap), look, tokens);
            let at = vec2(aside(row.kind) + number as f32 * width + gap, above + inside);
            Cell { galley: ui.painter().layout_job(job), at, bytes }
        };
        let cells: Vec<Cell> = stretches.into_iter().enumerate().map(cell).collect();
        let lines = cells.iter().map(|cell| cell.galley.size().y).fold(0.0, f32::max);
        Self { cells, above, height: above + lines + 2.0 * inside }
    }

    /// Its cells from left to right.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The rectangles, one a line, that some bytes of the row's text take up.
    pub fn rects(&self, text: &str, bytes: &Range<usize>) -> Vec<Rect> {
        let mut rects = Vec::new();
        for cell in &self.cells {
            let chars = |at: usize| text.get(cell.bytes.start..at).map_or(0, |text| text.chars().count());
            let (start, end) = (bytes.start.max(cell.bytes.start), bytes.end.min(cell.bytes.end));
            if start < end {
                add(cell, chars(start)..chars(end), &mut rects);
            }
        }
        rects
    }

    /// The byte of the row's text that a place is nearest to.
    pub fn byte_at(&self, text: &str, place: Vec2) -> usize {
        let before = self.cells.partition_point(|cell| cell.at.x <= place.x);
        let Some(cell) = self.cells.get(before.saturating_sub(1)) else { return 0 };
        let CCursor { index, .. } = cell.galley.cursor_from_pos(place - cell.at);
        let own = text.get(cell.bytes.clone()).unwrap_or_default();
        cell.bytes.start + own.char_indices().nth(index.0).map_or(own.len(), |(at, _)| at)
    }
}

fn add(cell: &Cell, chars: Range<usize>, rects: &mut Vec<Rect>) {
    let mut first = 0;
    for line in &cell.galley.rows {
        let count = line.char_count_excluding_newline().0;
        let (start, end) = (chars.start.max(first), chars.end.min(first + count));
        if start < end {
            let x = |char: usize| line.pos.x + line.x_offset((char - first).into());
            let (left, right) = (pos2(x(start), line.min_y()), pos2(x(end), line.max_y()));
            rects.push(Rect::from_min_max(left, right).translate(cell.at));
        }
        first += line.char_count_including_newline().0;
    }
}

/// The bytes that are set by themselves: the cells of a table that has room for them, else the whole row.
fn stretches(row: &TextRow, look: Look) -> Vec<Range<usize>> {
    let tabs: Vec<usize> = row.text.match_indices('\t').map(|(at, _)| at).collect();
    let whole = 0..row.text.len();
    if !matches!(row.kind, RowKind::Table | RowKind::Chrome(_)) || look.width / (tabs.len() + 1) as f32 <= NARROWEST {
        return vec![whole];
    }
    let starts = std::iter::once(0).chain(tabs.iter().map(|at| at + 1));
    let ends = tabs.iter().copied().chain([whole.end]);
    starts.zip(ends).map(|(start, end)| start..end).collect()
}

fn job(
    row: &TextRow,
    bytes: &Range<usize>,
    bold: Option<&Range<usize>>,
    (indent, width): (f32, f32),
    look: Look,
    tokens: &Tokens,
) -> LayoutJob {
    let size = look.font_size(row.kind);
    let heading = matches!(row.kind, RowKind::Heading(_));
    let ink = if matches!(row.kind, RowKind::Chrome(_)) { tokens.weak } else { tokens.text };
    let format = |heavy: bool| TextFormat {
        line_height: Some((size * size::READING_LINE).round()),
        valign: Align::Center,
        ..TextFormat::simple(
            FontId::new(size, if heavy { theme::bold_family() } else { FontFamily::Proportional }),
            ink,
        )
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let inside = |at: usize| at.clamp(bytes.start, bytes.end);
    let bold = bold.map_or(bytes.end..bytes.end, |bold| inside(bold.start)..inside(bold.end));
    let mut indent = indent;
    for (range, heavy) in [(bytes.start..bold.start, heading), (bold.clone(), true), (bold.end..bytes.end, heading)] {
        let text = row.text.get(range).unwrap_or_default();
        if !text.is_empty() || job.sections.is_empty() {
            job.append(text, std::mem::take(&mut indent), format(heavy));
        }
    }
    job
}
