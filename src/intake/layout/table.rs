//! Tables by their drawn lines: the cells that the lines bound, merged ones as one.
//!
//! Tables without lines down and across are not told from text: their rows are read as lines.

use super::glyph::{Glyph, Rule, Way};
use crate::intake::traced::is_blank;

/// Distance in points within which lines touch.
const NEAR: f32 = 3.0;

/// Most lines of a page that are looked at in either direction: more is a drawing.
const RULES: usize = 500;

/// Most slots of one table.
const SLOTS: usize = 20_000;

/// Longest text of an ordinary cell, in characters on average; longer ones are text laid out in a frame.
const CELL_TEXT: usize = 80;

/// A table of one page.
#[derive(Debug)]
pub(super) struct Table {
    /// Its box: left, top, right, bottom.
    pub(super) area: [f32; 4],
    /// x of its lines down.
    pub(super) xs: Vec<f32>,
    /// Its cells by row, then column.
    pub(super) cells: Vec<Slot>,
}

/// A cell, possibly over several rows and columns.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    /// Its first row.
    pub(super) row: u32,
    /// Its first column.
    pub(super) column: u32,
    /// Its box.
    pub(super) area: [f32; 4],
    /// What stands in it.
    pub(super) glyphs: Vec<Glyph>,
}

/// Takes the glyphs that stand in cells out of `glyphs`; gives the tables from top to bottom.
pub(super) fn take(glyphs: &mut Vec<Glyph>, rules: &[Rule]) -> Vec<Table> {
    let across = merged(rules, true);
    let down = merged(rules, false);
    if across.len() < 3 || down.len() < 3 || across.len() > RULES || down.len() > RULES {
        return Vec::new();
    }
    let mut tables: Vec<Table> = groups(&across, &down).iter().filter_map(Grid::of).filter_map(Grid::table).collect();
    tables.sort_by(|a, b| a.area[1].total_cmp(&b.area[1]));
    for table in &mut tables {
        fill(table, glyphs);
    }
    tables.retain(|table| !table.cells.is_empty());
    tables
}

/// Lines on the same axis that touch, as one.
fn merged(rules: &[Rule], across: bool) -> Vec<Rule> {
    let mut sorted: Vec<Rule> = rules.iter().filter(|rule| rule.across == across).copied().collect();
    sorted.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut merged: Vec<Rule> = Vec::new();
    for near in sorted.chunk_by(|a, b| b.at - a.at < NEAR / 2.0) {
        let mut near = near.to_vec();
        near.sort_by(|a, b| a.from.total_cmp(&b.from));
        let mut open: Option<Rule> = None;
        for rule in near {
            match &mut open {
                Some(last) if rule.from <= last.to + NEAR => last.to = last.to.max(rule.to),
                _ => merged.extend(open.replace(rule)),
            }
        }
        merged.extend(open);
    }
    merged
}

/// Lines that are joined by crossings.
struct Group {
    across: Vec<Rule>,
    down: Vec<Rule>,
}

fn groups(across: &[Rule], down: &[Rule]) -> Vec<Group> {
    let count = across.len() + down.len();
    let mut sets = Sets::new(count);
    for (i, h) in across.iter().enumerate() {
        for (j, v) in down.iter().enumerate() {
            let meets = |rule: &Rule, at: f32| rule.from - NEAR <= at && at <= rule.to + NEAR;
            if meets(h, v.at) && meets(v, h.at) {
                sets.join(i, across.len() + j);
            }
        }
    }
    let mut groups: std::collections::BTreeMap<usize, Group> = std::collections::BTreeMap::new();
    for i in 0..count {
        let group = groups.entry(sets.root(i)).or_insert_with(|| Group { across: Vec::new(), down: Vec::new() });
        match across.get(i) {
            Some(rule) => group.across.push(*rule),
            None => group.down.extend(down.get(i - across.len())),
        }
    }
    groups.into_values().collect()
}

/// The raster that a group of lines spans.
struct Grid<'g> {
    group: &'g Group,
    xs: Vec<f32>,
    ys: Vec<f32>,
}

impl<'g> Grid<'g> {
    /// The raster of at least two rows and two columns.
    fn of(group: &'g Group) -> Option<Self> {
        let (xs, ys) = (places(&group.down), places(&group.across));
        let slots = xs.len().saturating_sub(1) * ys.len().saturating_sub(1);
        (xs.len() >= 3 && ys.len() >= 3 && slots <= SLOTS).then_some(Self { group, xs, ys })
    }

    fn table(self) -> Option<Table> {
        let (columns, rows) = (self.xs.len() - 1, self.ys.len() - 1);
        let middle = |places: &[f32], i: usize| (places[i] + places[i + 1]) / 2.0;
        let drawn = |rules: &[Rule], at: f32, over: f32| {
            rules.iter().any(|rule| (rule.at - at).abs() <= NEAR && rule.from <= over && over <= rule.to)
        };
        let mut sets = Sets::new(columns * rows);
        for row in 0..rows {
            for column in 0..columns {
                let slot = row * columns + column;
                let (x, y) = (middle(&self.xs, column), middle(&self.ys, row));
                if column + 1 < columns && !drawn(&self.group.down, self.xs[column + 1], y) {
                    sets.join(slot, slot + 1);
                }
                if row + 1 < rows && !drawn(&self.group.across, self.ys[row + 1], x) {
                    sets.join(slot, slot + columns);
                }
            }
        }
        let mut cells: std::collections::BTreeMap<usize, Slot> = std::collections::BTreeMap::new();
        for row in 0..rows {
            for column in 0..columns {
                let own = [self.xs[column], self.ys[row], self.xs[column + 1], self.ys[row + 1]];
                let (r, c) = (u32::try_from(row).ok()?, u32::try_from(column).ok()?);
                let fresh = || Slot { row: r, column: c, area: own, glyphs: Vec::new() };
                let cell = cells.entry(sets.root(row * columns + column)).or_insert_with(fresh);
                cell.column = cell.column.min(c);
                cell.area = united(cell.area, own);
            }
        }
        let area = [*self.xs.first()?, *self.ys.first()?, *self.xs.last()?, *self.ys.last()?];
        let mut cells: Vec<Slot> = cells.into_values().collect();
        cells.sort_by_key(|cell| (cell.row, cell.column));
        (cells.len() >= 4).then_some(Table { area, xs: self.xs, cells })
    }
}

/// The places of lines, near ones as one.
fn places(rules: &[Rule]) -> Vec<f32> {
    let mut places: Vec<f32> = rules.iter().map(|rule| rule.at).collect();
    places.sort_by(f32::total_cmp);
    places.dedup_by(|a, b| *a - *b < NEAR);
    places
}

/// The smallest box that holds both.
pub(super) fn united(a: [f32; 4], b: [f32; 4]) -> [f32; 4] {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}

/// Moves the glyphs inside the table into its cells; empties the table where it only frames running text.
fn fill(table: &mut Table, glyphs: &mut Vec<Glyph>) {
    let [left, top, right, bottom] = table.area;
    let middle = |glyph: &Glyph| ((glyph.x0 + glyph.x1) / 2.0, glyph.y - glyph.size * 0.35);
    let within = |glyph: &Glyph| {
        let (x, y) = middle(glyph);
        glyph.way == Way::Right && (left..=right).contains(&x) && (top..=bottom).contains(&y)
    };
    let inside: Vec<Glyph> = glyphs.iter().filter(|glyph| within(glyph)).copied().collect();
    let filled = inside.iter().filter(|glyph| !is_blank(glyph.c)).count();
    // Cells are in rows: looking through those of the rows near is enough, but there are few anyway.
    for glyph in inside {
        let (x, y) = middle(&glyph);
        let holds = |cell: &&mut Slot| x <= cell.area[2] && y <= cell.area[3] && x >= cell.area[0] && y >= cell.area[1];
        if let Some(cell) = table.cells.iter_mut().find(holds) {
            cell.glyphs.push(glyph);
        }
    }
    table.cells.retain(|cell| cell.glyphs.iter().any(|glyph| !is_blank(glyph.c)));
    let wide_rows = table.cells.chunk_by(|a, b| a.row == b.row).filter(|row| row.len() >= 2).count();
    if wide_rows < 2 || filled / table.cells.len().max(1) > CELL_TEXT {
        table.cells.clear();
    } else {
        glyphs.retain(|glyph| !within(glyph));
    }
}

/// Sets of numbers that are joined step by step.
struct Sets(Vec<usize>);

impl Sets {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn root(&mut self, mut i: usize) -> usize {
        while self.0[i] != i {
            self.0[i] = self.0[self.0[i]];
            i = self.0[i];
        }
        i
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}
