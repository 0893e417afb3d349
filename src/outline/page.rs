//! The body as one folded text, with the way back to blocks and their bytes.

use std::ops::Range;

use crate::intake::{Block, BlockKind, Document, Role};
use crate::text::{Folded, FoldedAt, is_han};

/// Cells shorter than this hold data; longer ones hold running text, as in pages laid out by tables.
const LONG_CELL: usize = 180;

/// One block of the body in the folded text.
pub(super) struct Line<'a> {
    pub block: &'a Block,
    /// First byte in [`Page::text`].
    pub start: usize,
    /// One past its last byte, the line feed left out.
    pub end: usize,
    /// Whether page chrome stands between it and the line before.
    pub apart: bool,
    folded: FoldedAt,
}

impl Line<'_> {
    /// Whether marks and headings can stand in it.
    pub fn is_running(&self) -> bool {
        !matches!(self.block.kind, BlockKind::Cell(_)) || self.end - self.start >= LONG_CELL
    }
}

/// Whether a text says anything: more than blanks and marks.
pub(super) fn has_words(text: &str) -> bool {
    // The tables of Unicode are slow: what most texts begin with and the commonest marks are told before them.
    let mark = |c: char| matches!(c, '\n' | ' ' | ',' | '。' | '、' | ';' | ':' | '(' | ')' | '“' | '”' | '《' | '》');
    text.chars().any(|c| is_han(c) || !mark(c) && c.is_alphanumeric())
}

/// The body as one folded text; every position in the outline is a byte of it until passages are made.
pub(super) struct Page<'a> {
    /// Blocks parted by line feeds.
    folded: Folded,
    pub lines: Vec<Line<'a>>,
}

impl<'a> Page<'a> {
    pub fn new(document: &'a Document) -> Self {
        let length = document.body().map(|block| block.text.len() + 1).sum();
        let mut page = Self { folded: Folded::with_capacity(length), lines: Vec::with_capacity(document.blocks.len()) };
        let mut apart = false;
        for block in &document.blocks {
            if block.role == Role::Chrome {
                apart = true;
                continue;
            }
            if !page.lines.is_empty() {
                page.folded.push('\n');
            }
            let folded = page.folded.add(&block.text);
            // A feed inside a block would make two lines of one.
            page.folded.blank_feeds(&folded);
            let Range { start, end } = folded.range();
            page.lines.push(Line { block, start, end, apart: apart && start > 0, folded });
            apart = false;
        }
        page
    }

    /// All of it.
    pub fn text(&self) -> &str {
        self.folded.text()
    }

    /// The byte of a line's own block where the page's byte `at` stands.
    pub fn own(&self, line: &Line, at: usize) -> usize {
        if at >= line.end {
            return line.block.text.len();
        }
        self.folded.shadow(&line.folded).original(at - line.start)
    }

    /// The index of the line that holds byte `at`.
    pub fn line_at(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.start <= at).saturating_sub(1)
    }

    /// The text between two positions.
    pub fn slice(&self, from: usize, to: usize) -> &str {
        self.text().get(from..to).unwrap_or_default()
    }
}
