//! How the text of a file is set: margins, pitch of lines, indents, size of type.

use std::collections::BTreeMap;

use super::columns::Column;
use super::lines::Line;
use crate::intake::text::ends_closed;

/// Where the lines of a column stand, measured over the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Margins {
    /// Left end of a line that opens no paragraph.
    pub(super) left: f32,
    /// Right end of a full line.
    pub(super) right: f32,
    /// Distance of two lines of a paragraph.
    pub(super) pitch: f32,
    /// Paragraphs open with an indented line.
    pub(super) indents: bool,
    /// Characters of a full line, where lines are cut at a number of characters whatever their width.
    pub(super) characters: Option<usize>,
    /// Paragraphs are parted by more than the pitch.
    pub(super) spaced: bool,
}

/// How a file is set.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    columns: BTreeMap<Column, Margins>,
    /// Size of ordinary type.
    pub(super) size: f32,
    /// Larger sizes, the largest first.
    sizes: Vec<i32>,
}

/// A line with its place in the file.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) line: Line,
    pub(super) column: Column,
    /// Index of the page.
    pub(super) page: usize,
}

impl Setting {
    /// Measures the lines.
    pub(super) fn of(lines: &[&Placed]) -> Self {
        let size = ordinary(lines);
        let mut columns = BTreeMap::new();
        for column in [Column::Whole, Column::Left, Column::Right] {
            let own: Vec<&Placed> = lines.iter().filter(|placed| placed.column == column).copied().collect();
            if !own.is_empty() {
                columns.insert(column, Margins::of(&own, size));
            }
        }
        let large = |placed: &&&Placed| placed.line.size > size * 1.12;
        let mut sizes: Vec<i32> = lines.iter().filter(large).map(|placed| half_points(placed.line.size)).collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes.dedup();
        Self { columns, size, sizes }
    }

    /// The margins of a column.
    pub(super) fn margins(&self, column: Column) -> Margins {
        let none = Margins {
            left: 0.0,
            right: f32::MAX,
            pitch: self.size * 1.5,
            indents: false,
            characters: None,
            spaced: false,
        };
        self.columns.get(&column).copied().unwrap_or(none)
    }

    /// The level of a heading by its size, 1 the largest; `None` for ordinary type.
    pub(super) fn level(&self, size: f32) -> Option<u8> {
        if size <= self.size * 1.12 {
            return None;
        }
        let rank = self.sizes.iter().position(|known| *known == half_points(size))?;
        u8::try_from(rank + 1).ok().map(|level| level.min(6))
    }
}

fn half_points(size: f32) -> i32 {
    (size * 2.0).round() as i32
}

/// The size of type in which most characters are set.
fn ordinary(lines: &[&Placed]) -> f32 {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for placed in lines {
        *counts.entry(half_points(placed.line.size)).or_default() += placed.line.text.len();
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(12.0, |(size, _)| size as f32 / 2.0)
}

impl Margins {
    fn of(lines: &[&Placed], size: f32) -> Self {
        let right = part(lines.iter().map(|placed| placed.line.x1), 19, 20).unwrap_or(f32::MAX);
        let full = |placed: &&&Placed| placed.line.x1 + size * 2.2 >= right;
        let left = part(lines.iter().filter(full).map(|placed| placed.line.x0), 1, 20);
        let left = left.unwrap_or(0.0);
        let same = |pair: &&[&Placed]| pair[0].page == pair[1].page && pair[1].line.y > pair[0].line.y;
        let pitches = lines.windows(2).filter(same).map(|pair| pair[1].line.y - pair[0].line.y);
        let indent = |placed: &&&Placed| (1.2..5.0).contains(&((placed.line.x0 - left) / size.max(1.0)));
        // Centred lines stand in from the right as well.
        let indents = lines.iter().filter(indent).filter(full).count() >= 2
            || lines.iter().filter(indent).count() * 4 >= lines.len().max(8);
        let pitch = part(pitches, 1, 2).unwrap_or(size * 1.5);
        let short = |pair: &&[&Placed]| pair[0].line.x1 + size * 3.0 < right;
        let (mut ends, mut gaps) = (0, 0);
        for pair in lines.windows(2).filter(same).filter(short) {
            ends += 1;
            gaps += usize::from(pair[1].line.y - pair[0].line.y > pitch * 1.12);
        }
        let spaced = ends >= 3 && gaps * 5 >= ends * 4;
        Self { left, right, pitch, indents, characters: characters(lines, left), spaced }
    }

    /// Whether the line has as many characters as a full one.
    pub(super) fn is_counted_full(&self, line: &Line) -> bool {
        self.characters.is_some_and(|full| counted(line, self.left) + 1 >= full)
    }
}

/// The value that stands `above` of `all` parts up in the order of the values.
fn part(values: impl Iterator<Item = f32>, above: usize, all: usize) -> Option<f32> {
    let mut values: Vec<f32> = values.collect();
    let at = values.len().saturating_sub(1) * above / all;
    if values.is_empty() { None } else { Some(*values.select_nth_unstable_by(at, f32::total_cmp).1) }
}

/// Characters of a line, those counted that would fill its indent.
fn counted(line: &Line, left: f32) -> usize {
    line.count + ((line.x0 - left) / line.size.max(1.0)).round().clamp(0.0, 100.0) as usize
}

/// The number of characters at which the lines are cut, if it is one.
fn characters(lines: &[&Placed], left: f32) -> Option<usize> {
    let open = |placed: &&&Placed| !ends_closed(&placed.line.text);
    let mut counts: Vec<usize> = lines.iter().filter(open).map(|placed| counted(&placed.line, left)).collect();
    let at = counts.len().saturating_sub(1) * 19 / 20;
    let full = if counts.is_empty() { return None } else { *counts.select_nth_unstable(at).1 };
    let long = counts.iter().filter(|count| **count * 2 > full).count();
    let exact = counts.iter().filter(|count| **count == full).count();
    (full >= 15 && exact >= 3 && exact * 2 >= long).then_some(full)
}
