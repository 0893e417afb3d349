//! Marks → nodes: what each heading says, where its text ends, and which heading it stands below.

use std::ops::Range;

use super::marks::{ITEM, Mark, Style, TOP};
use super::page::{Page, has_words};

/// A title of more characters is the first sentence of an item, no heading.
const LONGEST_TITLE: usize = 40;

/// A heading or item with the text up to the next one.
#[derive(Debug)]
pub(super) struct Node {
    /// First byte, its mark included.
    pub at: usize,
    /// One past the last byte before the next node.
    pub end: usize,
    /// Its own words, the mark left out.
    pub title: Range<usize>,
    /// The title's first clause.
    pub lead: Range<usize>,
    /// Whether `title` is a heading rather than the first sentence of an item.
    pub headed: bool,
    /// Whether text of its own follows the title.
    pub has_body: bool,
    /// Whether the title ends in a stop and the line with it.
    pub is_sentence: bool,
    pub style: Style,
    pub rank: u8,
    pub parent: Option<usize>,
    pub has_children: bool,
}

impl Node {
    /// Whether it stands below no other.
    pub fn is_top(&self) -> bool {
        self.parent.is_none()
    }
}

/// Builds the nodes. Items before the first heading belong to the preamble and make none.
pub(super) fn build(page: &Page, marks: &[Mark]) -> Vec<Node> {
    let first = marks.iter().position(|mark| mark.rank < ITEM).unwrap_or(0);
    let marks = marks.get(first..).unwrap_or_default();
    let mut nodes: Vec<Node> = Vec::with_capacity(marks.len());
    let mut open: Vec<usize> = Vec::new();
    for (index, mark) in marks.iter().enumerate() {
        let end = marks.get(index + 1).map_or(page.text().len(), |next| next.at);
        while open.last().is_some_and(|&above| nodes[above].rank >= mark.rank) {
            open.pop();
        }
        let parent = open.last().copied();
        if let Some(above) = parent {
            nodes[above].has_children = true;
        }
        open.push(nodes.len());
        nodes.push(node(page, mark, end, parent));
    }
    nodes
}

fn node(page: &Page, mark: &Mark, end: usize, parent: Option<usize>) -> Node {
    let line = &page.lines[page.line_at(mark.words.min(page.text().len().saturating_sub(1)))];
    let limit = line.end.min(end).max(mark.words);
    let title = if mark.style == Style::Turn { mark.at..mark.at } else { title(page, mark, limit) };
    let text = page.slice(title.start, title.end);
    let lead = title.start + text.find([',', ':']).unwrap_or(text.len());
    Node {
        at: mark.at,
        end,
        lead: title.start..lead,
        headed: !text.is_empty() && text.chars().nth(LONGEST_TITLE).is_none(),
        is_sentence: is_sentence(page.slice(title.end, limit)),
        has_body: has_words(page.slice(title.end, end)),
        title,
        style: mark.style,
        rank: mark.rank,
        parent,
        has_children: false,
    }
}

fn is_sentence(after: &str) -> bool {
    after.starts_with(['。', ';', '!']) && !has_words(after)
}

/// The heading's own words: up to the first stop, or the whole line where there is none.
fn title(page: &Page, mark: &Mark, limit: usize) -> Range<usize> {
    let start = mark.words.min(limit);
    let text = page.slice(start, limit);
    let stop = text.find(['。', ';', ':', '!', '?']);
    let whole = stop.is_none() && limit >= page.lines[page.line_at(start)].end;
    let mut end = stop.unwrap_or(text.len());
    // 三、工作安排 2025年,… on one line: the blank ends the heading.
    if !whole
        && mark.rank <= TOP + 1
        && let Some(blank) = blank_after_words(&text[..end])
    {
        end = blank;
    }
    start..start + text[..end].trim_end().len()
}

/// The first blank after four characters and before any comma.
fn blank_after_words(text: &str) -> Option<usize> {
    let clause = text.find(',').unwrap_or(text.len());
    text[..clause].char_indices().skip(4).find(|&(_, c)| c == ' ').map(|(at, _)| at)
}
