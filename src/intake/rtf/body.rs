//! The paragraphs and cells of rich text.

use super::fonts::Fonts;
use super::styles::Styles;
use crate::intake::grid::Grid;
use crate::intake::limits;
use crate::intake::paragraphs::{Line, outline_level};
use crate::intake::rows::Table;

/// A paragraph being read.
#[derive(Debug, Default)]
struct Paragraph {
    lines: Vec<String>,
    number: String,
    style: i32,
    outline: Option<u8>,
    in_table: bool,
}

/// The document so far.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// The lines so far.
    pub(super) lines: Vec<Line>,
    /// The tables.
    pub(super) grid: Grid,
    /// Parts met that are not read.
    pub(super) unread: Vec<&'static str>,
    /// More lines than are read.
    pub(super) truncated: bool,
    /// The style sheet.
    pub(super) styles: Styles,
    /// The font table.
    pub(super) fonts: Fonts,
    open: Paragraph,
    /// Paragraphs around the text of shapes.
    around: Vec<Paragraph>,
    /// Paragraphs of tables among them.
    around_in_table: usize,
    table: Table,
    edges: Vec<i32>,
    count: u32,
}

impl Body {
    /// Characters of the paragraph.
    pub(super) fn write(&mut self, text: &str) {
        if self.open.lines.is_empty() {
            self.open.lines.push(String::new());
        }
        if let Some(line) = self.open.lines.last_mut() {
            line.extend(text.chars().filter(|c| !is_sign(*c)));
        }
    }

    /// Characters of its automatic number.
    pub(super) fn write_number(&mut self, text: &str) {
        self.open.number.extend(text.chars().filter(|c| !is_sign(*c)));
    }

    /// Names a part that is not read.
    pub(super) fn note(&mut self, what: &'static str) {
        if !self.unread.contains(&what) {
            self.unread.push(what);
        }
    }

    /// A control word that is about paragraphs or tables.
    pub(super) fn word(&mut self, word: &[u8], number: Option<i32>) {
        match word {
            b"par" | b"sect" | b"nestcell" => self.end_paragraph(),
            b"line" => self.break_line(),
            b"cell" => {
                self.open.in_table = true;
                self.end_paragraph();
                self.open.in_table = true;
                self.table.end_cell();
            }
            b"row" => self.table.end_row(self.edges.clone()),
            b"trowd" => self.edges = vec![0],
            b"trleft" => self.edges = vec![number.unwrap_or(0)],
            // More cells than any program makes are not followed.
            b"cellx" if self.edges.len() < 256 => self.edges.extend(number),
            b"pard" => {
                (self.open.style, self.open.outline, self.open.in_table) = (0, None, false);
            }
            b"intbl" => self.open.in_table = true,
            b"s" => self.open.style = number.unwrap_or(0),
            b"outlinelevel" => self.open.outline = number.and_then(|level| u8::try_from(level).ok()),
            _ => {}
        }
    }

    /// The text of a shape starts.
    pub(super) fn open_box(&mut self) {
        self.around_in_table += usize::from(self.open.in_table);
        self.around.push(std::mem::take(&mut self.open));
    }

    /// The text of a shape ends.
    pub(super) fn close_box(&mut self) {
        if !self.open.lines.is_empty() {
            self.end_paragraph();
        }
        self.open = self.around.pop().unwrap_or_default();
        self.around_in_table -= usize::from(self.open.in_table);
    }

    /// Ends what the file left open.
    pub(super) fn finish(&mut self) {
        while !self.around.is_empty() {
            self.close_box();
        }
        if !self.open.lines.is_empty() {
            self.end_paragraph();
        }
        self.end_table();
    }

    fn break_line(&mut self) {
        self.write("");
        self.open.lines.push(String::new());
    }

    fn end_paragraph(&mut self) {
        let Paragraph { style, outline, in_table, .. } = self.open;
        let next = Paragraph { style, outline, in_table, ..Paragraph::default() };
        let paragraph = std::mem::replace(&mut self.open, next);
        let in_table = in_table || self.around_in_table > 0;
        if !in_table {
            self.end_table();
        }
        let by_style = || self.styles.heading(style);
        let heading = match outline {
            Some(outline) => outline_level(outline).or_else(|| by_style().filter(|level| *level == 0)),
            None => by_style(),
        };
        let mut mark = mark(&paragraph.number);
        let number = self.count;
        self.count = self.count.saturating_add(1);
        for text in paragraph.lines {
            if self.count as usize > limits::BLOCKS * 4 || self.lines.len() >= limits::BLOCKS {
                self.truncated = true;
                return;
            }
            let line = Line { mark: mark.take(), text, heading, place: None, paragraph: number };
            if in_table { self.table.line(line) } else { self.lines.push(line) }
        }
    }

    fn end_table(&mut self) {
        if !self.table.is_empty() {
            self.lines.extend(std::mem::take(&mut self.table).finish(&mut self.grid));
        }
    }
}

/// Signs of symbol fonts, which have no meaning as characters.
fn is_sign(c: char) -> bool {
    ('\u{E000}'..='\u{F8FF}').contains(&c)
}

/// The automatic number as it is shown; bullets count nothing.
fn mark(text: &str) -> Option<String> {
    let text = text.trim();
    // A mark that ends in a digit would run into a number at the start of the text.
    let blank = if text.ends_with(|c: char| c.is_ascii_alphanumeric()) { " " } else { "" };
    text.contains(char::is_alphanumeric).then(|| format!("{text}{blank}"))
}
