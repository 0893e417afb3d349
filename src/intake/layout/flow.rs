//! The pages of a file as one flow of lines and tables in reading order, page chrome apart.

use std::collections::BTreeSet;

use super::columns;
use super::glyph::{Page, Way};
use super::lines::{self, Line, Row};
use super::margins::{Placed, Setting};
use super::paragraphs::{Composer, Paragraph, in_cell};
use super::running;
use super::table::{self, Table};
use crate::intake::document::{BlockKind, Cell, Role};
use crate::intake::traced::is_blank;

/// A page taken apart.
struct Sheet {
    rows: Vec<Row>,
    tables: Vec<Table>,
    /// Text that runs another way than that of the page: watermarks, notes in the margin.
    aside: Option<(String, [f32; 4])>,
}

/// What stands in the flow.
enum Item {
    Line(Placed),
    Table(usize, Table),
    Chrome(Paragraph),
}

/// The paragraphs of all pages in reading order, with their roles.
pub(super) fn compose(pages: &mut [Page]) -> Vec<(Paragraph, Role)> {
    let sheets: Vec<Sheet> = pages.iter_mut().map(sheet).collect();
    let edges: Vec<(f32, Vec<Option<Line>>)> =
        pages.iter().zip(&sheets).map(|(page, sheet)| (page.height, edges(page, sheet))).collect();
    let chrome = running::find(&edges);
    let body = |page: usize, sheet: &Sheet, use_it: &dyn Fn(&[&Row]) -> Option<f32>| {
        let rows = sheet.rows.iter().enumerate().filter(|(row, _)| !chrome.contains(&(page, *row)));
        use_it(&rows.map(|(_, row)| row).collect::<Vec<_>>())
    };
    let mut gutters: Vec<Option<f32>> =
        sheets.iter().enumerate().map(|(page, sheet)| body(page, sheet, &columns::gutter)).collect();
    if let Some(known) = gutters.iter().flatten().next().copied() {
        for ((page, sheet), gutter) in
            sheets.iter().enumerate().zip(&mut gutters).filter(|(_, gutter)| gutter.is_none())
        {
            *gutter = body(page, sheet, &|rows| columns::leaves_free(rows, known).then_some(known));
        }
    }
    let pages = sheets.into_iter().zip(gutters).enumerate();
    let items: Vec<Item> = pages.flat_map(|(page, (sheet, gutter))| flow(page, sheet, gutter, &chrome)).collect();
    let lines: Vec<&Placed> = items
        .iter()
        .filter_map(|item| match item {
            Item::Line(placed) => Some(placed),
            Item::Table(..) | Item::Chrome(_) => None,
        })
        .collect();
    let setting = Setting::of(&lines);
    gather(&items, &setting)
}

fn sheet(page: &mut Page) -> Sheet {
    let mut glyphs = std::mem::take(&mut page.glyphs);
    let tables = table::take(&mut glyphs, &page.rules);
    let mut aside: Option<(String, [f32; 4])> = None;
    for glyph in glyphs.iter().filter(|glyph| glyph.way != Way::Right && !is_blank(glyph.c)) {
        let own = [glyph.x0, glyph.y - glyph.size, glyph.x1, glyph.y];
        let (text, area) = aside.get_or_insert((String::new(), own));
        text.push(glyph.c);
        *area = table::united(*area, own);
    }
    Sheet { rows: lines::rows(&glyphs), tables, aside }
}

/// The rows near the edges of a page as lines.
fn edges(page: &Page, sheet: &Sheet) -> Vec<Option<Line>> {
    let near = |row: &Row| {
        let y = row.first().map_or(0.0, |glyph| glyph.y);
        y < page.height * 0.2 || y > page.height * 0.8
    };
    sheet.rows.iter().map(|row| if near(row) { lines::line(row) } else { None }).collect()
}

/// The items of a page in reading order: running lines around what stands between them.
fn flow(page: usize, sheet: Sheet, gutter: Option<f32>, chrome: &BTreeSet<running::Place>) -> Vec<Item> {
    let Sheet { rows, tables, aside } = sheet;
    let is_chrome = |row: usize| chrome.contains(&(page, row));
    let middle = rows.len() / 2;
    let aside = aside.map(|(text, area)| Item::Chrome(Paragraph { text, kind: BlockKind::Paragraph, page, area }));
    let running = |upper: bool| {
        let own = rows.iter().enumerate().filter(move |(row, _)| is_chrome(*row) && (*row < middle) == upper);
        own.filter_map(|(_, row)| lines::line(row)).map(move |line| {
            let area = line.area();
            Item::Chrome(Paragraph { text: line.text, kind: BlockKind::Paragraph, page, area })
        })
    };
    let body: Vec<&Row> = rows.iter().enumerate().filter(|(row, _)| !is_chrome(*row)).map(|(_, row)| row).collect();
    let bars: Vec<f32> = tables.iter().map(|table| table.area[1]).collect();
    let mut items: Vec<Item> = running(true).collect();
    let mut tables = tables.into_iter().peekable();
    for (line, column) in columns::read(&body, gutter, &bars) {
        while let Some(table) = tables.next_if(|table| table.area[1] < line.y) {
            items.push(Item::Table(page, table));
        }
        items.push(Item::Line(Placed { line, column, page }));
    }
    items.extend(tables.map(|table| Item::Table(page, table)));
    items.extend(running(false));
    items.extend(aside);
    items
}

/// The tables of the file so far.
#[derive(Default)]
struct Tables {
    count: u32,
    /// The table that may go on: its lines down, its page, rows so far.
    last: Option<(Vec<f32>, usize, u32)>,
}

impl Tables {
    /// The number of the table and its first row: a table goes on at the top of the next page if its columns are the same.
    fn place(&mut self, page: usize, table: &Table) -> (u32, u32) {
        let rows = table.cells.last().map_or(0, |cell| cell.row + 1);
        let same =
            |xs: &[f32]| xs.len() == table.xs.len() && xs.iter().zip(&table.xs).all(|(a, b)| (a - b).abs() < 4.0);
        let from = match &self.last {
            Some((xs, before, rows)) if before + 1 == page && same(xs) => *rows,
            _ => {
                self.count += 1;
                0
            }
        };
        self.last = Some((table.xs.clone(), page, from + rows));
        (self.count - 1, from)
    }
}

fn gather(items: &[Item], setting: &Setting) -> Vec<(Paragraph, Role)> {
    let mut all = Vec::new();
    let mut held = Vec::new();
    let mut composer = Composer::new(setting);
    let mut tables = Tables::default();
    for item in items {
        match item {
            // A paragraph may go on after the running lines: they wait for its end.
            Item::Chrome(paragraph) => held.push((paragraph.clone(), Role::Chrome)),
            Item::Line(placed) => {
                tables.last = None;
                let ended = composer.line(placed);
                if let Some(paragraph) = ended {
                    push(&mut all, paragraph, &mut held);
                }
            }
            Item::Table(page, table) => {
                if let Some(paragraph) = composer.close() {
                    push(&mut all, paragraph, &mut held);
                }
                all.append(&mut held);
                let (number, from) = tables.place(*page, table);
                all.extend(cells(*page, table, number, from).map(|cell| (cell, Role::Body)));
            }
        }
    }
    if let Some(paragraph) = composer.close() {
        push(&mut all, paragraph, &mut held);
    }
    all.append(&mut held);
    all
}

/// Adds a paragraph with the running lines that came while it was under way: those of earlier pages before it.
fn push(all: &mut Vec<(Paragraph, Role)>, paragraph: Paragraph, held: &mut Vec<(Paragraph, Role)>) {
    let above = |chrome: &Paragraph| {
        chrome.page < paragraph.page || (chrome.page == paragraph.page && chrome.area[1] < paragraph.area[1])
    };
    let before = held.iter().take_while(|(chrome, _)| above(chrome)).count();
    all.extend(held.drain(..before));
    all.push((paragraph, Role::Body));
}

fn cells(page: usize, table: &Table, number: u32, from: u32) -> impl Iterator<Item = Paragraph> {
    table.cells.iter().flat_map(move |slot| {
        let lines: Vec<Line> = lines::rows(&slot.glyphs).iter().filter_map(|row| lines::line(row)).collect();
        let cell = Cell { table: number, row: from + slot.row, column: slot.column };
        let made = in_cell(&lines, slot.area[2]).into_iter();
        made.map(move |(text, area)| Paragraph { text, kind: BlockKind::Cell(cell), page, area })
    })
}
