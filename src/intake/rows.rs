//! A table of cells that are parted by marks: its columns are known only when all its rows are.

use super::grid::Grid;
use super::paragraphs::Line;

/// Edges nearer than this, in twentieths of a point, are one: programs round.
const NEAR: i32 = 20;

/// A row: the lines of each cell, and the edges between the cells.
#[derive(Debug, Default)]
struct Row {
    cells: Vec<Vec<Line>>,
    edges: Vec<i32>,
}

/// The rows of a table, the last one still open.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Row>,
    cells: Vec<Vec<Line>>,
    lines: Vec<Line>,
}

impl Table {
    /// A line of the open cell.
    pub(super) fn line(&mut self, line: Line) {
        self.lines.push(line);
    }

    /// The end of the open cell.
    pub(super) fn end_cell(&mut self) {
        self.cells.push(std::mem::take(&mut self.lines));
    }

    /// The end of the open row, with the edges of its cells where they are known.
    pub(super) fn end_row(&mut self, edges: Vec<i32>) {
        if !self.lines.is_empty() {
            self.end_cell();
        }
        let cells = std::mem::take(&mut self.cells);
        if !cells.is_empty() {
            self.rows.push(Row { cells, edges });
        }
    }

    /// Whether nothing has been read into it.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.cells.is_empty() && self.lines.is_empty()
    }

    /// Its lines with their places.
    pub(super) fn finish(mut self, grid: &mut Grid) -> Vec<Line> {
        self.end_row(Vec::new());
        let columns = columns(&self.rows);
        let place = grid.open_table(None);
        let mut lines = Vec::new();
        for row in self.rows {
            grid.open_row(Some(place));
            let edges = row.edges;
            for (i, cell) in row.cells.into_iter().enumerate() {
                let cell_place = grid.open_cell(Some(place), width(&columns, &edges, i), 1);
                for line in cell {
                    grid.count(cell_place, line.text.chars().count());
                    lines.push(Line { place: cell_place, ..line });
                }
            }
        }
        lines
    }
}

/// All edges of a table, each once.
fn columns(rows: &[Row]) -> Vec<i32> {
    let mut edges: Vec<i32> = rows.iter().flat_map(|row| row.edges.iter().copied()).collect();
    edges.sort_unstable();
    edges.dedup_by(|next, last| next.saturating_sub(*last) <= NEAR);
    edges
}

/// How many columns the cell at `at` of a row covers.
fn width(columns: &[i32], edges: &[i32], at: usize) -> u32 {
    let (Some(left), Some(right)) = (edges.get(at), edges.get(at + 1)) else { return 1 };
    let place = |edge: i32| columns.partition_point(|column| *column <= edge.saturating_add(NEAR / 2));
    u32::try_from(place(*right).saturating_sub(place(*left))).unwrap_or(1).max(1)
}
