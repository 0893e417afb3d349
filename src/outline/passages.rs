//! Labelled stretches → passages: text, headings above, and the way back to the original.

use super::page::{Line, Page};
use super::sections::{Choice, Stretch};
use super::tree::Node;
use super::types::{Part, Passage, Piece, TableCell};
use crate::intake::{Block, BlockKind, Run};

/// A stretch with its labels.
#[derive(Clone, Debug)]
pub(super) struct Labelled {
    pub stretch: Stretch,
    pub part: Part,
    pub choice: Choice,
}

/// Makes the passages; together their texts are the body's blocks, each once and in order.
pub(super) fn build(page: &Page, nodes: &[Node], labelled: Vec<Labelled>) -> Vec<Passage> {
    labelled.into_iter().enumerate().map(|(id, labelled)| passage(page, nodes, id as u32, labelled)).collect()
}

fn passage(page: &Page, nodes: &[Node], id: u32, labelled: Labelled) -> Passage {
    let Labelled { stretch, part, choice } = labelled;
    let mut passage = Passage {
        id,
        part,
        section: choice.section,
        outline_part: choice.outline_part,
        headings: headings(page, nodes, stretch.node),
        text: String::with_capacity(stretch.end.saturating_sub(stretch.start)),
        reason: choice.reason,
        pieces: Vec::new(),
        cells: Vec::new(),
    };
    let first = page.line_at(stretch.start);
    let mut before: Option<&Line> = None;
    for line in page.lines.get(first..).unwrap_or_default() {
        if line.start >= stretch.end.max(stretch.start + 1) {
            break;
        }
        if let Some(before) = before {
            passage.text.push(between(before.block, line.block));
        }
        add(&mut passage, page, line, stretch);
        before = Some(line);
    }
    passage
}

/// Adds the part of a line that lies in the stretch.
fn add(passage: &mut Passage, page: &Page, line: &Line, stretch: Stretch) {
    let from = if stretch.start <= line.start { 0 } else { page.own(line, stretch.start) };
    let to = page.own(line, stretch.end);
    let Some(text) = line.block.text.get(from..to) else { return };
    let start = passage.text.len();
    passage.text.push_str(text);
    let cell = match line.block.kind {
        BlockKind::Cell(cell) => Some(cell),
        _ => None,
    };
    for (at, run) in runs(line.block, from, to) {
        let paragraph = line.block.paragraph;
        passage.pieces.push(Piece {
            at: start + at,
            from: run.from,
            to: run.to,
            paragraph,
            cell,
            page: line.block.page,
        });
    }
    if let Some(cell) = cell {
        passage.cells.push(TableCell { start, end: passage.text.len(), cell });
    }
}

/// The runs of a block cut to bytes `from..to` of its text, each with its place counted from `from`.
fn runs(block: &Block, from: usize, to: usize) -> impl Iterator<Item = (usize, Run)> {
    // A paragraph of many runs can give many passages: only those of this one are looked at.
    let first = block.runs.partition_point(|run| run.at <= from).saturating_sub(1);
    let runs = block.runs.get(first..).unwrap_or_default();
    let ends = runs.iter().skip(1).map(|run| run.at).chain([block.text.len()]);
    let inside = runs.iter().zip(ends).take_while(move |(run, _)| run.at < to).filter(move |(_, end)| *end > from);
    inside.map(move |(run, end)| {
        let (start, stop) = (run.at.max(from), end.min(to));
        // Only stretches of equal length can be cut; others stand for the whole range.
        let cut = if end - run.at == run.to - run.from {
            Run { at: start, from: run.from + (start - run.at), to: run.to - (end - stop) }
        } else {
            Run { at: start, ..*run }
        };
        (start - from, cut)
    })
}

/// What parts two blocks in a passage: cells of a row by a tab, all else by a line feed.
fn between(before: &Block, after: &Block) -> char {
    match (before.kind, after.kind) {
        (BlockKind::Cell(a), BlockKind::Cell(b)) if (a.table, a.row) == (b.table, b.row) => '\t',
        _ => '\n',
    }
}

/// The headings above a node, its own last, in the document's own characters.
fn headings(page: &Page, nodes: &[Node], node: Option<usize>) -> Vec<String> {
    let mut stack = Vec::new();
    let mut next = node;
    while let Some(node) = next.and_then(|index| nodes.get(index)) {
        let end = if node.headed { node.title.end } else { node.lead.end };
        let line = &page.lines[page.line_at(node.title.start.min(page.text().len().saturating_sub(1)))];
        let text = line
            .block
            .text
            .get(page.own(line, node.at.max(line.start))..page.own(line, end))
            .unwrap_or_default()
            .trim();
        if !text.is_empty() {
            stack.push(text.to_owned());
        }
        next = node.parent;
    }
    stack.reverse();
    stack
}
