//! The body as one folded text, with the way back to blocks and their bytes.

use crate::intake::{Block, BlockKind, Document, Role};
use crate::text::Shadow;

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
    shadow: Shadow,
}

impl Line<'_> {
    /// Whether marks and headings can stand in it.
    pub fn is_running(&self) -> bool {
        !matches!(self.block.kind, BlockKind::Cell(_)) || self.end - self.start >= LONG_CELL
    }

    /// The byte of the block's own text where the page's byte `at` stands.
    pub fn own(&self, at: usize) -> usize {
        if at >= self.end { self.block.text.len() } else { self.shadow.original(at - self.start) }
    }
}

/// Whether a text says anything: more than blanks and marks.
pub(super) fn has_words(text: &str) -> bool {
    // What most texts begin with is asked first: the tables of Unicode are slow.
    text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c) || c.is_alphanumeric())
}

/// The body as one folded text; every position in the outline is a byte of it until passages are made.
pub(super) struct Page<'a> {
    /// Blocks parted by line feeds.
    pub text: String,
    pub lines: Vec<Line<'a>>,
}

impl<'a> Page<'a> {
    pub fn new(document: &'a Document) -> Self {
        // Folding hardly changes the length.
        let length = document.body().map(|block| block.text.len() + 1).sum();
        let mut page = Self { text: String::with_capacity(length), lines: Vec::with_capacity(document.blocks.len()) };
        let mut apart = false;
        for block in &document.blocks {
            if block.role == Role::Chrome {
                apart = true;
                continue;
            }
            if !page.lines.is_empty() {
                page.text.push('\n');
            }
            let shadow = Shadow::new(&block.text);
            let start = page.text.len();
            // A feed inside a block would make two lines of one.
            if memchr::memchr3(b'\n', b'\r', b'\t', shadow.text().as_bytes()).is_some() {
                page.text.push_str(&shadow.text().replace(['\n', '\r', '\t'], " "));
            } else {
                page.text.push_str(shadow.text());
            }
            page.lines.push(Line { block, start, end: page.text.len(), apart: apart && start > 0, shadow });
            apart = false;
        }
        page
    }

    /// The index of the line that holds byte `at`.
    pub fn line_at(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.start <= at).saturating_sub(1)
    }

    /// The text between two positions.
    pub fn slice(&self, from: usize, to: usize) -> &str {
        self.text.get(from..to).unwrap_or_default()
    }
}
