//! Where the cells of the grid lie.

use std::ops::Range;

use eframe::egui::{Pos2, Rect, Vec2, pos2, vec2};

use crate::app::library::sieve::Shown;
use crate::jobs::desk::PlaceRow;

/// Height of a body.
pub const ROW: f32 = 30.0;
/// Height of the head.
pub const HEAD: f32 = 32.0;
/// Width of the numbers of indicators.
const COUNT: f32 = 72.0;
/// Least and greatest width of a year.
const YEAR: [f32; 2] = [52.0, 168.0];
/// Least and greatest width of the names.
const NAME: [f32; 2] = [184.0, 380.0];

/// The share of the width that names take.
const NAMES: f32 = 0.3;

/// A column beside the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The reports of a year.
    Year(i32),
    /// Documents without a year.
    Undated,
}

/// A place for one report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Index of `overview.rows`.
    pub row: u32,
    /// Its column.
    pub column: Column,
}

/// Sizes and columns of the grid, and what part of it is seen.
pub struct Plan {
    /// The columns between names and numbers.
    pub columns: Vec<Column>,
    /// Width of the names.
    pub names: f32,
    /// Width of a column.
    pub year: f32,
    /// Width of a line: that of the columns, or of the room where they leave some.
    pub width: f32,
    /// How many bodies there are.
    pub lines: usize,
    /// Where content begins on the screen, scrolled.
    pub origin: Pos2,
    /// What is seen of it, on the screen.
    pub seen: Rect,
}

impl Plan {
    /// A grid for that much width.
    pub fn new(shown: &Shown, width: f32) -> Self {
        let years = shown.overview.years.iter().copied();
        let in_span = |year: &i32| shown.filter.years.is_none_or(|(first, last)| (first..=last).contains(year));
        let mut columns: Vec<Column> = years.filter(in_span).map(Column::Year).collect();
        if shown.index.undated && shown.filter.years.is_none() {
            columns.push(Column::Undated);
        }
        let names = (width * NAMES).clamp(NAME[0], NAME[1]);
        let year = ((width - names - COUNT) / columns.len().max(1) as f32).floor().clamp(YEAR[0], YEAR[1]);
        let width = width.max(names + year * columns.len() as f32 + COUNT);
        Self { columns, names, year, width, lines: shown.lines.len(), origin: Pos2::ZERO, seen: Rect::NOTHING }
    }

    /// The size of all of it.
    pub fn size(&self) -> Vec2 {
        vec2(self.width, HEAD + ROW * self.lines as f32)
    }

    /// The bodies that are seen.
    pub fn lines_seen(&self) -> Range<usize> {
        // The heads cover as much as they take.
        let top = self.seen.top() - self.origin.y;
        let bottom = self.seen.bottom() - self.origin.y - HEAD;
        let first = (top / ROW).floor().max(0.0) as usize;
        let end = (bottom / ROW).ceil().max(0.0) as usize;
        first.min(self.lines)..end.min(self.lines)
    }

    /// The columns that are seen.
    pub fn columns_seen(&self) -> Range<usize> {
        let left = self.seen.left() - self.origin.x;
        let right = self.seen.right() - self.origin.x - self.names;
        let first = (left / self.year).floor().max(0.0) as usize;
        let end = (right / self.year).ceil().max(0.0) as usize;
        first.min(self.columns.len())..end.min(self.columns.len())
    }

    /// Where a body lies, over the whole width.
    pub fn line(&self, line: usize) -> Rect {
        let top = self.origin.y + HEAD + ROW * line as f32;
        Rect::from_min_size(pos2(self.origin.x, top), vec2(self.size().x, ROW))
    }

    /// Where a column begins.
    fn left(&self, column: usize) -> f32 {
        self.origin.x + self.names + self.year * column as f32
    }

    /// Where a cell lies.
    pub fn cell(&self, line: usize, column: usize) -> Rect {
        Rect::from_min_size(pos2(self.left(column), self.line(line).top()), vec2(self.year, ROW))
    }

    /// Where the name of a body lies; it stays in view.
    pub fn name(&self, line: usize) -> Rect {
        Rect::from_min_size(pos2(self.seen.left(), self.line(line).top()), vec2(self.names, ROW))
    }

    /// Where the number of a body lies.
    pub fn count(&self, line: usize) -> Rect {
        Rect::from_min_size(pos2(self.left(self.columns.len()), self.line(line).top()), vec2(COUNT, ROW))
    }

    /// Where the head of a column lies; the one after the last is that of the numbers. It stays in view.
    pub fn head(&self, column: usize) -> Rect {
        let width = if column < self.columns.len() { self.year } else { COUNT };
        Rect::from_min_size(pos2(self.left(column), self.seen.top()), vec2(width, HEAD))
    }

    /// The part of what is seen that scrolls both ways.
    pub fn body_seen(&self) -> Rect {
        Rect::from_min_max(self.seen.min + vec2(self.names, HEAD), self.seen.max)
    }

    /// The names that are seen.
    pub fn names_seen(&self) -> Rect {
        let corner = pos2(self.seen.left() + self.names, self.seen.bottom());
        Rect::from_min_max(self.seen.min + vec2(0.0, HEAD), corner)
    }

    /// The heads that are seen.
    pub fn heads_seen(&self) -> Rect {
        let corner = pos2(self.seen.right(), self.seen.top() + HEAD);
        Rect::from_min_max(self.seen.min + vec2(self.names, 0.0), corner)
    }

    /// What is to be in view for a cell to be seen beside names and heads.
    pub fn around(&self, line: usize, column: Option<usize>) -> Rect {
        match column {
            Some(column) => {
                let cell = self.cell(line, column);
                Rect::from_min_max(cell.min - vec2(self.names, HEAD), cell.max)
            }
            None => {
                let name = self.name(line);
                Rect::from_min_max(name.min - vec2(0.0, HEAD), name.max)
            }
        }
    }
}

/// How many documents a cell holds.
pub fn documents(row: &PlaceRow, column: Column) -> usize {
    match column {
        Column::Year(year) => row.cells.get(&year).map_or(0, |cell| 1 + cell.others.len()),
        Column::Undated => row.undated.len(),
    }
}
