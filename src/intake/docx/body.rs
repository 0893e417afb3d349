//! The text of a Word file: paragraphs and cells in reading order, as they are shown.

use super::styles::Styles;
use crate::intake::grid::{Grid, Place};
use crate::intake::limits;
use crate::intake::lists::{Numbered, Numbering};
use crate::intake::paragraphs::{Line, outline_level};
use crate::intake::xml::{Element, Node};

/// A paragraph being read.
#[derive(Debug, Default)]
struct Paragraph {
    number: u32,
    lines: Vec<String>,
    style: Option<String>,
    outline: Option<u8>,
    numbered: Numbered,
    /// Its end was deleted: the next paragraph goes on with it.
    joins_next: bool,
}

/// Reads the nodes of the main part.
pub(super) struct Body<'a> {
    /// The lines so far.
    pub(super) lines: Vec<Line>,
    /// The tables.
    pub(super) grid: Grid,
    /// Parts met that are not read.
    pub(super) unread: Vec<&'static str>,
    /// More lines than are read.
    pub(super) truncated: bool,
    styles: &'a Styles,
    numbering: &'a mut Numbering,
    count: u32,
    /// Open paragraphs: one in a text box stands inside another.
    paragraphs: Vec<Paragraph>,
    carried: Option<Vec<String>>,
    tables: Vec<Place>,
    /// Width of the open cell of each table, known only after its start.
    cells: Vec<Option<u32>>,
    /// Open elements whose content is not shown.
    unseen: usize,
    in_text: bool,
    in_run_properties: bool,
    hidden: bool,
}

impl<'a> Body<'a> {
    /// Nothing read yet.
    pub(super) fn new(styles: &'a Styles, numbering: &'a mut Numbering) -> Self {
        Self {
            lines: Vec::new(),
            grid: Grid::default(),
            unread: Vec::new(),
            truncated: false,
            styles,
            numbering,
            count: 0,
            paragraphs: Vec::new(),
            carried: None,
            tables: Vec::new(),
            cells: Vec::new(),
            unseen: 0,
            in_text: false,
            in_run_properties: false,
            hidden: false,
        }
    }

    /// Takes the next node.
    pub(super) fn node(&mut self, node: &Node<'_>) {
        match node {
            Node::Start(element) => self.start(element),
            Node::End(name) => self.end(name),
            Node::Text(text) if self.in_text && self.unseen == 0 && !self.hidden => self.write(text),
            Node::Text(_) => {}
        }
    }

    /// Ends what the file left open.
    pub(super) fn finish(&mut self) {
        while !self.paragraphs.is_empty() {
            self.end_paragraph();
        }
    }

    fn start(&mut self, element: &Element<'_>) {
        let name = element.name();
        if self.unseen > 0 || is_unseen(name) {
            // The end of a paragraph is deleted by a mark among its properties.
            if name == "del" && self.in_run_properties && self.unseen == 0 {
                self.with_paragraph(|paragraph| paragraph.joins_next = true);
            }
            self.unseen += 1;
            return;
        }
        match name {
            "p" => self.start_paragraph(),
            "r" => self.hidden = false,
            "rPr" => self.in_run_properties = true,
            "vanish" if self.in_run_properties => self.hidden = element.is_on(),
            "t" => self.in_text = true,
            "tab" | "ptab" if !self.in_properties() => self.write("\t"),
            "br" | "cr" => self.break_line(element),
            "noBreakHyphen" => self.write("-"),
            "tbl" | "tr" | "tc" | "gridSpan" => self.table(name, element),
            "footnoteReference" | "endnoteReference" => self.note("footnotes"),
            "blip" | "imagedata" => self.note("pictures"),
            "OLEObject" | "altChunk" => self.note("objects"),
            _ => self.property(name, element),
        }
    }

    fn end(&mut self, name: &str) {
        if self.unseen > 0 {
            self.unseen -= 1;
            return;
        }
        match name {
            "p" => self.end_paragraph(),
            "t" => self.in_text = false,
            "rPr" => self.in_run_properties = false,
            "r" => self.hidden = false,
            "tc" => {
                self.open_cell();
                if let (Some(table), Some(outer)) = (self.tables.last_mut(), self.cells.last_mut()) {
                    table.cell = false;
                    *outer = None;
                }
            }
            "tbl" => {
                self.tables.pop();
                self.cells.pop();
            }
            _ => {}
        }
    }

    /// Paragraph properties; tabs among them are stops, not characters.
    fn property(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "pStyle" => self.with_paragraph(|paragraph| paragraph.style = element.value()),
            "outlineLvl" => self.with_paragraph(|paragraph| paragraph.outline = element.number()),
            "numId" => self.with_paragraph(|paragraph| paragraph.numbered.list = element.number()),
            "ilvl" => self.with_paragraph(|paragraph| paragraph.numbered.level = element.number()),
            _ => {}
        }
    }

    fn in_properties(&self) -> bool {
        self.in_run_properties
    }

    fn with_paragraph(&mut self, change: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            change(paragraph);
        }
    }

    fn note(&mut self, what: &'static str) {
        if !self.unread.contains(&what) {
            self.unread.push(what);
        }
    }

    fn write(&mut self, text: &str) {
        self.with_paragraph(|paragraph| {
            if let Some(line) = paragraph.lines.last_mut() {
                line.push_str(text);
            }
        });
    }

    fn break_line(&mut self, element: &Element<'_>) {
        let page = element.attribute("type").is_some_and(|kind| kind != "textWrapping");
        if !page && !self.hidden {
            self.with_paragraph(|paragraph| paragraph.lines.push(String::new()));
        }
    }

    fn start_paragraph(&mut self) {
        self.open_cell();
        let lines = self.carried.take().unwrap_or_else(|| vec![String::new()]);
        self.paragraphs.push(Paragraph { number: self.count, lines, ..Paragraph::default() });
        self.count = self.count.saturating_add(1);
        self.in_text = false;
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        if paragraph.joins_next {
            self.carried = Some(paragraph.lines);
            return;
        }
        let place = self.tables.last().copied().filter(|place| place.cell);
        let mut mark = self.mark(&paragraph);
        let by_style = || self.styles.heading(paragraph.style.as_deref()?);
        let heading = match paragraph.outline {
            Some(outline) => outline_level(outline).or_else(|| by_style().filter(|level| *level == 0)),
            None => by_style(),
        };
        for text in paragraph.lines {
            if self.lines.len() >= limits::BLOCKS {
                self.truncated = true;
                return;
            }
            self.grid.count(place, text.chars().count());
            self.lines.push(Line { mark: mark.take(), text, heading, place, paragraph: paragraph.number });
        }
    }

    /// The automatic number of a paragraph: its own, else that of its style.
    fn mark(&mut self, paragraph: &Paragraph) -> Option<String> {
        let style = paragraph.style.as_deref();
        let by_style = style.map(|style| self.styles.numbered(style)).unwrap_or_default();
        let mut numbered = Numbered {
            list: paragraph.numbered.list.or(by_style.list),
            level: paragraph.numbered.level.or(by_style.level),
        };
        if let Some(linked) = numbered.list.and_then(|list| self.numbering.linked_style(list)) {
            numbered.list = self.styles.numbered(linked).list;
        }
        self.numbering.next(numbered, style)
    }

    fn table(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "tbl" => {
                self.open_cell();
                let outer = self.tables.last().copied();
                self.tables.push(self.grid.open_table(outer));
                self.cells.push(None);
            }
            "tr" => self.grid.open_row(self.tables.last().copied()),
            "tc" => {
                if let Some(width) = self.cells.last_mut() {
                    *width = Some(1);
                }
            }
            _ => {
                if let (Some(Some(width)), Some(columns)) = (self.cells.last_mut(), element.number()) {
                    *width = columns;
                }
            }
        }
    }

    /// Takes the place of a cell once its width is known: at its first paragraph, or its end.
    fn open_cell(&mut self) {
        let (Some(table), Some(width)) = (self.tables.last_mut(), self.cells.last()) else { return };
        if let (false, Some(columns)) = (table.cell, *width)
            && let Some(place) = self.grid.open_cell(Some(*table), columns, 1)
        {
            *table = place;
        }
    }
}

/// Elements whose content is not shown: deletions, earlier properties, field codes, doubled content.
fn is_unseen(name: &str) -> bool {
    matches!(
        name,
        "del"
            | "moveFrom"
            | "Fallback"
            | "instrText"
            | "delText"
            | "delInstrText"
            | "pPrChange"
            | "rPrChange"
            | "tblPrChange"
            | "trPrChange"
            | "tcPrChange"
            | "sectPrChange"
            | "tabs"
            | "sdtPr"
            | "rt"
            | "annotation"
    )
}
