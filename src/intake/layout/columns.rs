//! The order in which the rows of a page are read: one column or two.

use super::glyph::Glyph;
use super::lines::{Line, Row, line, segments};
use crate::intake::traced::is_blank;

/// Gap in ems that may part columns.
const GAP: f32 = 1.2;

/// The column that a line stands in: lines of the same one have the same margins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    /// The whole width.
    Whole,
    /// The left of two.
    Left,
    /// The right of two.
    Right,
}

/// The lines of the rows in reading order. `gutter` parts two columns; `bars` are the y of what stands across the
/// page, such as tables.
pub(super) fn read(rows: &[&Row], gutter: Option<f32>, bars: &[f32]) -> Vec<(Line, Column)> {
    let Some(gutter) = gutter else {
        return rows.iter().filter_map(|row| Some((line(row)?, Column::Whole))).collect();
    };
    let mut order = Order { gutter, ..Order::default() };
    let mut bars = bars.iter().copied().peekable();
    for row in rows {
        let y = row.first().map_or(0.0, |glyph| glyph.y);
        while bars.next_if(|bar| *bar < y).is_some() {
            order.close();
        }
        order.row(row);
    }
    order.close();
    order.lines
}

/// Lines under way on a page of two columns.
#[derive(Default)]
struct Order {
    gutter: f32,
    lines: Vec<(Line, Column)>,
    left: Vec<Line>,
    right: Vec<Line>,
}

impl Order {
    fn row(&mut self, row: &[Glyph]) {
        let parts = segments(row, GAP);
        let crosses =
            |part: &&[Glyph]| ends(part).is_some_and(|(x0, x1)| x0 < self.gutter - 2.0 && x1 > self.gutter + 2.0);
        if parts.iter().any(crosses) {
            self.close();
            self.lines.extend(line(row).map(|line| (line, Column::Whole)));
            return;
        }
        let cut = row.partition_point(|glyph| (glyph.x0 + glyph.x1) / 2.0 < self.gutter);
        self.left.extend(row.get(..cut).and_then(line));
        self.right.extend(row.get(cut..).and_then(line));
    }

    /// Ends a stretch of columns: the left one is read before the right one.
    fn close(&mut self) {
        self.lines.extend(self.left.drain(..).map(|line| (line, Column::Left)));
        self.lines.extend(self.right.drain(..).map(|line| (line, Column::Right)));
    }
}

/// x of the blank strip between two columns of running text.
pub(super) fn gutter(rows: &[&Row]) -> Option<f32> {
    let parts: Vec<(f32, f32)> = rows.iter().flat_map(|row| segments(row, GAP)).filter_map(ends).collect();
    if parts.len() < 10 {
        return None;
    }
    let left = parts.iter().map(|part| part.0).fold(f32::MAX, f32::min);
    let right = parts.iter().map(|part| part.1).fold(f32::MIN, f32::max);
    let (from, to) = blank_strip(&parts, left, right)?;
    let middle = (from + to) / 2.0;
    // Columns of running text are full lines; cells of a table without lines are not.
    let full = |side: &mut dyn Iterator<Item = f32>, width: f32| {
        let (mut count, mut wide) = (0, 0);
        for length in side {
            count += 1;
            wide += usize::from(length >= width * 0.7);
        }
        count >= 5 && wide * 2 >= count
    };
    let mut lefts = parts.iter().filter(|part| part.1 <= middle).map(|part| part.1 - part.0);
    let mut rights = parts.iter().filter(|part| part.0 >= middle).map(|part| part.1 - part.0);
    (full(&mut lefts, from - left) && full(&mut rights, right - to)).then_some(middle)
}

/// Whether the rows of another page leave the gutter free: the last page may have few lines in two columns.
pub(super) fn leaves_free(rows: &[&Row], gutter: f32) -> bool {
    let parts = rows.iter().flat_map(|row| segments(row, GAP)).filter_map(ends);
    let (mut all, mut crossing) = (0, 0);
    for (x0, x1) in parts {
        all += 1;
        crossing += usize::from(x0 < gutter && x1 > gutter);
    }
    all > 0 && crossing * 8 <= all
}

/// The widest strip in the middle of the page that few parts stand in.
fn blank_strip(parts: &[(f32, f32)], left: f32, right: f32) -> Option<(f32, f32)> {
    const STEPS: usize = 200;
    let width = right - left;
    if !width.is_finite() || width < 100.0 {
        return None;
    }
    let mut change = [0_i32; STEPS + 1];
    let step = |x: f32| (((x - left) / width * STEPS as f32) as usize).min(STEPS);
    for part in parts {
        change[step(part.0)] += 1;
        change[(step(part.1) + 1).min(STEPS)] -= 1;
    }
    let few = i32::try_from(parts.len() / 8).unwrap_or(0);
    let mut best: Option<(usize, usize)> = None;
    let (mut cover, mut start) = (0, None);
    for (i, change) in change.iter().enumerate().take(STEPS) {
        cover += change;
        let blank = cover <= few && (STEPS / 4..STEPS * 3 / 4).contains(&i);
        start = if blank { start.or(Some(i)) } else { None };
        if let Some(from) = start.filter(|from| best.is_none_or(|(a, b)| i - from > b - a)) {
            best = Some((from, i));
        }
    }
    let (from, to) = best?;
    let x = |step: usize| left + width * step as f32 / STEPS as f32;
    Some((x(from), x(to + 1)))
}

/// Ends of the visible characters.
fn ends(part: &[Glyph]) -> Option<(f32, f32)> {
    let mut ink = part.iter().filter(|glyph| !is_blank(glyph.c)).peekable();
    let start = ink.peek()?.x0;
    Some((start, ink.fold(0.0, |end, glyph| glyph.x1.max(end))))
}
