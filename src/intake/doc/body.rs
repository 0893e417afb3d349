//! The characters of an old Word file as paragraphs and cells.

use std::collections::HashSet;

use super::pieces::{Glyph, Pieces};
use super::runs::Runs;
use super::sprm::{Look, Paragraph};
use super::styles::Styles;
use crate::intake::grid::Grid;
use crate::intake::limits;
use crate::intake::lists::{Numbered, Numbering};
use crate::intake::paragraphs::{Line, outline_level};
use crate::intake::rows::Table;

/// Marks of a field: its start, the end of its instruction, its end.
const FIELD: [char; 3] = ['\u{13}', '\u{14}', '\u{15}'];

/// Reads the characters of the main text.
pub(super) struct Body<'a> {
    /// The lines so far.
    pub(super) lines: Vec<Line>,
    /// The tables.
    pub(super) grid: Grid,
    /// Parts met that are not read.
    pub(super) unread: Vec<&'static str>,
    /// More lines than are read.
    pub(super) truncated: bool,
    runs: &'a Runs<'a>,
    styles: &'a Styles,
    numbering: &'a mut Numbering,
    table: Table,
    /// Lines of the open paragraph.
    open: Vec<String>,
    count: u32,
    /// Open fields, each with whether its instruction is over.
    fields: Vec<bool>,
    /// Open fields whose instruction is not over.
    instructions: usize,
    /// The last character ended a cell, so that another such mark ends the row.
    after_cell: bool,
}

impl<'a> Body<'a> {
    /// Nothing read yet.
    pub(super) fn new(runs: &'a Runs<'a>, styles: &'a Styles, numbering: &'a mut Numbering) -> Self {
        Self {
            lines: Vec::new(),
            grid: Grid::default(),
            unread: Vec::new(),
            truncated: false,
            runs,
            styles,
            numbering,
            table: Table::default(),
            open: vec![String::new()],
            count: 0,
            fields: Vec::new(),
            instructions: 0,
            after_cell: false,
        }
    }

    /// Reads all characters.
    pub(super) fn read(&mut self, pieces: &Pieces<'_>) {
        let lone = lone_fields(pieces);
        for (i, glyph) in pieces.glyphs().enumerate() {
            if self.truncated {
                break;
            }
            let mut look = self.runs.look(glyph.from);
            if let Some(list) = glyph.changes.and_then(|number| pieces.changes.get(number)) {
                look.change(list);
            }
            if FIELD.contains(&glyph.char) {
                if !lone.contains(&i) {
                    self.field(glyph.char);
                }
            } else if self.instructions == 0 {
                self.glyph(glyph, look);
            }
        }
        if self.open.iter().any(|line| !line.is_empty()) {
            self.end_paragraph(&Paragraph::default());
        }
        self.end_table();
    }

    fn field(&mut self, mark: char) {
        match (mark, self.fields.last_mut()) {
            ('\u{13}', _) => {
                self.fields.push(false);
                self.instructions += 1;
            }
            ('\u{14}', Some(over)) => {
                self.instructions -= usize::from(!std::mem::replace(over, true));
            }
            (_, Some(over)) => {
                self.instructions -= usize::from(!*over);
                self.fields.pop();
            }
            (_, None) => {}
        }
    }

    fn glyph(&mut self, glyph: Glyph, look: Look) {
        let after_cell = std::mem::take(&mut self.after_cell);
        match glyph.char {
            '\r' if look.deleted => {}
            '\r' => {
                let paragraph = self.runs.paragraph(glyph.from);
                self.end_paragraph(&paragraph);
            }
            '\u{7}' => self.end_cell(glyph, after_cell),
            // A page break inside a paragraph shows nothing; the end of a section ends its paragraph.
            '\u{C}' if self.runs.ends_at(glyph.to) => {
                let paragraph = self.runs.paragraph(glyph.from);
                self.end_paragraph(&paragraph);
            }
            _ if look.deleted || look.hidden => {}
            '\u{B}' => self.open.push(String::new()),
            '\u{1E}' => self.write('-'),
            '\u{1}' | '\u{8}' => self.note("pictures"),
            '\u{2}' if look.special => self.note("footnotes"),
            '\t' => self.write('\t'),
            '(' if look.special => {}
            c if c.is_control() || c == '\u{1F}' => {}
            c => self.write(c),
        }
    }

    fn write(&mut self, c: char) {
        if let Some(line) = self.open.last_mut() {
            line.push(c);
        }
    }

    fn note(&mut self, what: &'static str) {
        if !self.unread.contains(&what) {
            self.unread.push(what);
        }
    }

    /// A mark that ends a cell, or the row where its properties say so or a cell has just ended.
    fn end_cell(&mut self, glyph: Glyph, after_cell: bool) {
        let paragraph = self.runs.paragraph(glyph.from);
        let blank = self.open.iter().all(String::is_empty);
        if paragraph.row_end || (!paragraph.in_table && after_cell && blank) {
            self.open = vec![String::new()];
            self.table.end_row(paragraph.edges);
            self.count_paragraph();
            return;
        }
        self.end_paragraph(&Paragraph { in_table: true, ..paragraph });
        self.table.end_cell();
        self.after_cell = true;
    }

    fn end_paragraph(&mut self, paragraph: &Paragraph) {
        if !paragraph.in_table {
            self.end_table();
        }
        let texts = std::mem::replace(&mut self.open, vec![String::new()]);
        let (number, mut mark) = (self.count, self.mark(paragraph));
        self.count_paragraph();
        let by_style = || self.styles.heading(paragraph.style.unwrap_or(0));
        let heading = match paragraph.outline {
            Some(outline) => outline_level(outline).or_else(|| by_style().filter(|level| *level == 0)),
            None => by_style(),
        };
        for text in texts {
            if self.lines.len() >= limits::BLOCKS {
                self.truncated = true;
                return;
            }
            let line = Line { mark: mark.take(), text, heading, place: None, paragraph: number };
            if paragraph.in_table { self.table.line(line) } else { self.lines.push(line) }
        }
    }

    /// Empty paragraphs and ends of rows count too: each is looked up among the properties.
    fn count_paragraph(&mut self) {
        self.count = self.count.saturating_add(1);
        self.truncated |= self.count as usize > limits::BLOCKS * 4;
    }

    fn end_table(&mut self) {
        if !self.table.is_empty() {
            self.lines.extend(std::mem::take(&mut self.table).finish(&mut self.grid));
        }
    }

    /// The automatic number of a paragraph: its own, else that of its style.
    fn mark(&mut self, paragraph: &Paragraph) -> Option<String> {
        let style = paragraph.style.unwrap_or(0);
        let by_style = self.styles.numbered(style);
        let numbered = Numbered {
            list: paragraph.list.map(u32::from).or(by_style.list),
            level: paragraph.level.map(usize::from).or(by_style.level),
        };
        self.numbering.next(numbered, Some(&style.to_string()))
    }
}

/// Marks of fields without a partner, by their number among all characters: a damaged file must not hide the rest.
fn lone_fields(pieces: &Pieces<'_>) -> HashSet<usize> {
    let mut lone = HashSet::new();
    let mut open: Vec<(usize, Option<usize>)> = Vec::new();
    for (i, glyph) in pieces.glyphs().enumerate().filter(|(_, glyph)| FIELD.contains(&glyph.char)) {
        match (glyph.char, open.last_mut()) {
            ('\u{13}', _) => open.push((i, None)),
            ('\u{14}', Some((_, middle))) => *middle = Some(i),
            ('\u{15}', Some(_)) => {
                open.pop();
            }
            _ => {
                lone.insert(i);
            }
        }
    }
    lone.extend(open.into_iter().flat_map(|(start, middle)| std::iter::once(start).chain(middle)));
    lone
}
