//! Tables of pages and Word files: the place of each cell, and which tables hold data and which only lay out text.

/// Widest table followed cell by cell.
const COLUMNS: usize = 256;

/// Longest text of an ordinary cell, in characters on average, in a table of data.
const CELL_TEXT: usize = 80;

/// A place in one of the tables of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Index of the table.
    pub(super) table: usize,
    /// Row, counted from 0.
    pub(super) row: u32,
    /// Column, counted from 0.
    pub(super) column: u32,
    /// Whether it is a cell, not just somewhere in the table.
    pub(super) cell: bool,
}

/// One table.
#[derive(Debug, Default)]
struct Table {
    rows: u32,
    column: usize,
    /// Rows that a cell from above still covers, by column.
    covered: Vec<u32>,
    /// Rows with at least two cells.
    wide_rows: u32,
    cells_in_row: u32,
    cells: u32,
    nested: bool,
    shown: usize,
    lines: u32,
}

/// All tables of a page.
#[derive(Debug, Default)]
pub(super) struct Grid {
    tables: Vec<Table>,
}

impl Grid {
    /// A new table inside `outer`.
    pub(super) fn open_table(&mut self, outer: Option<Place>) -> Place {
        if let Some(table) = outer.and_then(|place| self.tables.get_mut(place.table)) {
            table.nested = true;
        }
        self.tables.push(Table::default());
        Place { table: self.tables.len() - 1, row: 0, column: 0, cell: false }
    }

    /// A new row of the table around.
    pub(super) fn open_row(&mut self, place: Option<Place>) {
        let Some(table) = place.and_then(|place| self.tables.get_mut(place.table)) else { return };
        table.rows += 1;
        table.column = 0;
        table.cells_in_row = 0;
        for rows in &mut table.covered {
            *rows = rows.saturating_sub(1);
        }
    }

    /// A new cell of the table around, `columns` wide and `rows` high.
    pub(super) fn open_cell(&mut self, place: Option<Place>, columns: u32, rows: u32) -> Option<Place> {
        let index = place?.table;
        if self.tables.get(index)?.rows == 0 {
            self.open_row(place);
        }
        let table = self.tables.get_mut(index)?;
        while table.covered.get(table.column).is_some_and(|rows| *rows > 0) {
            table.column += 1;
        }
        let column = table.column;
        table.column = column.saturating_add(columns.max(1) as usize).min(COLUMNS);
        if rows > 1 {
            table.covered.resize(table.covered.len().max(table.column), 0);
            for covered in table.covered.iter_mut().take(table.column).skip(column) {
                *covered = rows;
            }
        }
        table.cells += 1;
        table.cells_in_row += 1;
        table.wide_rows += u32::from(table.cells_in_row == 2);
        Some(Place { table: index, row: table.rows - 1, column: u32::try_from(column).unwrap_or(0), cell: true })
    }

    /// Counts a line of `shown` characters in its table.
    pub(super) fn count(&mut self, place: Option<Place>, shown: usize) {
        if let Some(table) = place.and_then(|place| self.tables.get_mut(place.table)) {
            table.shown += shown;
            table.lines += 1;
        }
    }

    /// For each table its number among the tables of data; `None` for those that lay out the page.
    pub(super) fn numbers(&self) -> Vec<Option<u32>> {
        let mut next = 0;
        let mut number = |table: &Table| {
            table.is_data().then(|| {
                next += 1;
                next - 1
            })
        };
        self.tables.iter().map(&mut number).collect()
    }
}

impl Table {
    fn is_data(&self) -> bool {
        let mean = self.shown / (self.cells.max(1) as usize);
        !self.nested
            && self.rows >= 2
            && self.wide_rows * 2 >= self.rows
            && mean <= CELL_TEXT
            && self.lines <= self.cells.saturating_mul(2)
    }
}
