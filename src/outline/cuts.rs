//! Nodes → labelled stretches: where passages are cut, and where cuts are taken back.

use super::page::{Line, Page, has_words};
use super::passages::Labelled;
use super::sections::{Chooser, Stretch};
use super::tree::Node;
use super::types::Part;
use crate::identity::Kind;
use crate::intake::BlockKind;

/// Lines at the end of so few characters are signatures, dates and names of attachments.
const SIGNATURE: usize = 30;

/// Cuts the page, labels each stretch and joins what belongs together.
pub(super) fn label(page: &Page, nodes: &[Node], parts: &[Part], chooser: &Chooser, kind: Kind) -> Vec<Labelled> {
    let tail = tail(page);
    let begin = begin(page, nodes);
    let mut out: Vec<Labelled> = Vec::new();
    for stretch in stretches(page, nodes) {
        let part = match stretch.node {
            Some(node) => parts[node],
            None if stretch.end <= begin => Part::Preamble,
            None if kind == Kind::WorkPlan => Part::Plans,
            None => Part::Achievements,
        };
        if let Some(last) = out.last_mut()
            && !stretch.opens
            && !stretch.apart
            && stretch.start >= tail
        {
            last.stretch.end = stretch.end;
            continue;
        }
        let choice = chooser.choose(stretch, part);
        match out.last_mut() {
            Some(last) if continues(last, stretch, part) && last.choice.same_labels(&choice) => {
                last.stretch.end = stretch.end;
            }
            // A heading with no text of its own opens the passage of what comes first below it.
            Some(last) if last.part == part && is_lone_heading(nodes, last.stretch, stretch) => {
                let start = last.stretch.start;
                *last = Labelled { stretch: Stretch { start, ..stretch }, part, choice };
            }
            _ => out.push(Labelled { stretch, part, choice }),
        }
    }
    out
}

/// Whether a stretch is a later paragraph of what the last one stands in.
fn continues(last: &Labelled, stretch: Stretch, part: Part) -> bool {
    !stretch.opens && !stretch.apart && last.stretch.node == stretch.node && last.part == part
}

fn is_lone_heading(nodes: &[Node], heading: Stretch, next: Stretch) -> bool {
    let (Some(above), Some(mut below)) = (heading.node, next.node) else { return false };
    if !next.opens || next.apart || nodes[above].has_body || !nodes[above].headed {
        return false;
    }
    while let Some(parent) = nodes[below].parent {
        if parent == above {
            return true;
        }
        below = parent;
    }
    false
}

/// The preamble, then for each node its opening and its later paragraphs.
fn stretches(page: &Page, nodes: &[Node]) -> Vec<Stretch> {
    let mut out = Vec::new();
    let begin = begin(page, nodes);
    if begin > 0 {
        // The whole preamble counts as heading, so that only chrome cuts it.
        cut(page, Stretch { start: 0, end: begin, node: None, opens: true, apart: false }, begin, &mut out);
    }
    if nodes.is_empty() {
        cut(
            page,
            Stretch { start: begin, end: page.text().len(), node: None, opens: false, apart: false },
            begin,
            &mut out,
        );
    }
    for (index, node) in nodes.iter().enumerate() {
        let apart = page.lines.get(page.line_at(node.at)).is_some_and(|line| line.apart && line.start == node.at);
        let whole = Stretch { start: node.at, end: node.end, node: Some(index), opens: true, apart };
        cut(page, whole, node.title.end, &mut out);
    }
    out
}

/// Cuts a node's text at its paragraphs; the heading keeps the first one.
fn cut(page: &Page, whole: Stretch, title_end: usize, out: &mut Vec<Stretch>) {
    let mut current = whole;
    // Up to where the text of `current` after the heading has been looked at, and whether it says something.
    let (mut seen, mut said) = (whole.start.max(title_end), false);
    let first = page.line_at(whole.start) + 1;
    for line in page.lines.get(first..).unwrap_or_default() {
        if line.start >= whole.end {
            break;
        }
        said |= has_words(page.slice(seen, line.start));
        seen = seen.max(line.start);
        let in_heading = current.opens && !said;
        if !line.apart && (in_heading || !is_paragraph(page, line)) {
            continue;
        }
        current.end = line.start;
        out.push(current);
        let opens = in_heading && whole.node.is_none();
        said = false;
        current = Stretch { start: line.start, end: whole.end, node: whole.node, opens, apart: line.apart };
    }
    if current.start < whole.end {
        out.push(current);
    }
}

/// Whether a line can open a passage: it says something and is no cell.
fn is_paragraph(page: &Page, line: &Line) -> bool {
    !matches!(line.block.kind, BlockKind::Cell(_)) && has_words(page.slice(line.start, line.end))
}

/// Where the preamble ends.
fn begin(page: &Page, nodes: &[Node]) -> usize {
    nodes.first().map_or_else(|| preamble_end(page), |node| node.at)
}

/// Where the preamble ends in a document without headings: after 报告如下, or after its first long line.
fn preamble_end(page: &Page) -> usize {
    let after =
        |at: usize| page.lines.iter().map(|line| line.start).find(|&start| start > at).unwrap_or(page.text().len());
    if let Some(at) = page.text().find("如下") {
        return after(at);
    }
    let long = page.lines.iter().find(|line| page.slice(line.start, line.end).contains('。'));
    match long {
        Some(line) if line.end < page.text().len() => after(line.start),
        Some(line) => line.start,
        None => page.text().len(),
    }
}

/// Where the signature, the date and remarks in brackets at the end begin.
fn tail(page: &Page) -> usize {
    let short = |line: &&Line| {
        let text = page.slice(line.start, line.end);
        let remark = text.trim().starts_with('(') && text.trim().ends_with(')');
        remark || (text.chars().nth(SIGNATURE).is_none() && !text.contains('。'))
    };
    page.lines.iter().rev().take_while(short).last().map_or(usize::MAX, |line| line.start)
}
