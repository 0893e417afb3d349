//! The document as identity sees it: folded lines, the head before the first sentence, the tail.

use super::chrome::{self, Value};
use crate::intake::{Block, BlockKind, Document, Role};
use crate::text::{Folded, FoldedAt, Shadow, WordList};

/// Bytes folded of a paragraph at the start of the body: enough for a title and the opening in one.
const OPENING: usize = 1200;
/// Bytes folded of a later paragraph: enough for its heading.
const START: usize = 150;
/// Bytes folded of a line of page chrome.
const CHROME_LINE: usize = 300;
/// Chrome lines looked at from the start and from the end.
const CHROME: usize = 400;

/// A paragraph, cell or line of page chrome, folded.
pub(super) struct Line<'a> {
    raw: &'a str,
    shadow: Shadow<'a>,
    pub role: Role,
    pub kind: BlockKind,
    /// Whether the paragraph goes on behind what was folded.
    pub cut: bool,
}

impl<'a> Line<'a> {
    fn new(block: &'a Block, raw: &'a str, shadow: Shadow<'a>) -> Self {
        Self { raw, shadow, role: block.role, kind: block.kind, cut: raw.len() < block.text.len() }
    }

    /// The folded text; offsets into it are what [`Line::quote`] takes.
    pub(super) fn text(&self) -> &'a str {
        self.shadow.text()
    }

    /// The document's own characters behind a stretch of the folded text.
    pub(super) fn quote(&self, start: usize, end: usize) -> String {
        self.shadow.quote(start..end, self.raw).unwrap_or_default().trim().to_owned()
    }

    /// The document's own characters behind `part`, which must be a piece of [`Line::text`].
    pub(super) fn own(&self, part: &str) -> String {
        match self.text().find(part) {
            Some(at) => self.quote(at, at + part.len()),
            None => part.to_owned(),
        }
    }

    pub(super) fn is_body(&self) -> bool {
        self.role == Role::Body
    }

    pub(super) fn is_cell(&self) -> bool {
        matches!(self.kind, BlockKind::Cell(_))
    }

    pub(super) fn is_heading(&self) -> bool {
        matches!(self.kind, BlockKind::Heading(0..=2))
    }
}

/// The lines of a document and where its parts are.
pub(super) struct Page<'a> {
    pub document: &'a Document,
    pub lines: Vec<Line<'a>>,
    /// The line of the first sentence of the report itself, and where in it the sentence starts.
    pub opening: Option<(usize, usize)>,
    /// The named facts of the page around the text.
    pub facts: Vec<Value>,
}

impl<'a> Page<'a> {
    pub(super) fn new(document: &'a Document, folded: &'a FoldedLines<'a>) -> Self {
        let FoldedLines { folded, lines, opening } = folded;
        let lines = lines.iter().map(|(block, raw, at)| Line::new(block, raw, folded.shadow(at))).collect();
        let mut page = Self { document, lines, opening: *opening, facts: Vec::new() };
        page.facts = chrome::read(page.surroundings());
        page
    }

    /// The body's own characters for folded words; the words themselves where they stand behind what was folded.
    pub(super) fn own(&self, words: &str) -> String {
        let line = self.lines.iter().find(|line| line.is_body() && line.text().contains(words));
        line.map_or_else(|| words.to_owned(), |line| line.own(words))
    }

    /// The body lines before the first sentence.
    pub(super) fn head(&self) -> impl Iterator<Item = (usize, &Line<'a>)> {
        let end = self.opening.map_or(self.lines.len().min(40), |(at, _)| at);
        self.lines[..end].iter().enumerate().filter(|(_, line)| line.is_body() && !line.is_cell())
    }

    /// The first sentences of the report.
    pub(super) fn opening_text(&self) -> Option<(&Line<'a>, &str)> {
        let (at, start) = self.opening?;
        let line = &self.lines[at];
        Some((line, &line.text()[start..]))
    }

    /// Body lines behind the opening, the opening left out.
    pub(super) fn rest(&self) -> impl DoubleEndedIterator<Item = &Line<'a>> {
        let start = self.opening.map_or(self.lines.len(), |(at, _)| at + 1);
        self.lines[start..].iter().filter(|line| line.is_body())
    }

    /// The values of the page's facts of that name, in order.
    pub(super) fn values(&self, key: &str) -> impl Iterator<Item = &Value> {
        self.facts.iter().filter(move |value| value.key == key)
    }

    /// The last short body lines, where a signature stands, last first.
    pub(super) fn tail(&self) -> Vec<&Line<'a>> {
        let is_short = |line: &&Line<'a>| !line.cut && line.text().chars().count() <= 60 && !line.is_cell();
        self.rest().rev().take(8).filter(is_short).collect()
    }

    /// Page chrome, and the body lines of the head, where a plain text keeps its chrome.
    pub(super) fn surroundings(&self) -> impl Iterator<Item = &Line<'a>> {
        let start = self.opening.map_or(40, |(at, _)| at);
        let near = move |(at, line): &(usize, &Line<'a>)| !line.is_body() || *at < start;
        self.lines.iter().enumerate().filter(near).map(|(_, line)| line)
    }
}

/// The folded lines of a document, which [`Page`] lays out.
pub(super) struct FoldedLines<'a> {
    folded: Folded,
    /// Each line's block, what of it was folded, and where the copy stands.
    lines: Vec<(&'a Block, &'a str, FoldedAt)>,
    /// As [`Page::opening`]: of the first paragraph of running text that belongs to the report and not to a notice that
    /// sends it.
    opening: Option<(usize, usize)>,
}

/// Folds the lines of a document as far as identity looks at them.
pub(super) fn fold_lines(document: &Document) -> FoldedLines<'_> {
    let chrome = document.blocks.iter().filter(|block| block.role == Role::Chrome).count();
    let mut chrome_seen = 0;
    let mut opening = None;
    let mut lines = Vec::with_capacity(document.blocks.len().min(1024));
    let mut folded = Folded::default();
    for block in document.blocks.iter().filter(|block| !block.text.trim().is_empty()) {
        if block.role == Role::Chrome {
            chrome_seen += 1;
            if chrome_seen > CHROME && chrome_seen + CHROME < chrome {
                continue;
            }
        }
        let limit = match block.role {
            Role::Chrome => CHROME_LINE,
            Role::Body if opening.is_none() => OPENING,
            Role::Body => START,
        };
        let raw = &block.text[..block.text.floor_char_boundary(limit)];
        let at = folded.add(raw);
        if opening.is_none() {
            let line = Line::new(block, raw, folded.shadow(&at));
            opening = opening_start(&line).map(|start| (lines.len(), start));
        }
        lines.push((block, raw, at));
    }
    FoldedLines { folded, lines, opening }
}

/// Where the first sentence starts in a line that holds it.
fn opening_start(line: &Line<'_>) -> Option<usize> {
    if !line.is_body() || line.is_cell() {
        return None;
    }
    let start = super::title::run_in_length(line.text()).unwrap_or(0);
    (is_sentence(&line.text()[start..], line.cut) && !is_covering_note(line.text())).then_some(start)
}

/// A paragraph of running text: a full stop inside, or the words that introduce the report.
fn is_sentence(text: &str, cut: bool) -> bool {
    let text = text.trim();
    let length = text.chars().count();
    let introduces = ["如下", "如下:", "如下。"].iter().any(|end| text.ends_with(end));
    introduces || length >= 24 && (text.contains('。') || cut) || length >= 90 && text.contains(',')
}

/// The paragraph of a notice that hands the document on.
fn is_covering_note(text: &str) -> bool {
    static HANDS_ON: WordList =
        WordList::new(&["印发给你", "印发你们", "转发给你", "请认真贯彻", "请遵照执行", "请结合实际"]);
    HANDS_ON.is_in(text)
}
