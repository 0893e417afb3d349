//! Headings without a mark: set as headings by the format, or short lines that name a part or a theme.

use super::marks::{Mark, Style, TOP};
use super::page::{Line, Page};
use super::parts::Reader;
use super::words::Words;
use crate::intake::BlockKind;

/// Longest unmarked heading in characters, where only its words tell.
const LONGEST: usize = 32;
/// A line of so many characters is running text.
const RUNNING: usize = 48;

/// Adds the unmarked headings to the marks, in text order.
pub(super) fn add(page: &Page, words: &Words, reader: &Reader, marks: Vec<Mark>) -> Vec<Mark> {
    let numbered = marks.iter().any(|mark| mark.rank <= Style::Arabic.rank());
    let mut found: Vec<Mark> = Vec::new();
    let mut begun = false;
    let mut marks_left = marks.iter().peekable();
    for (index, line) in page.lines.iter().enumerate() {
        let mut marked = false;
        while marks_left.next_if(|mark| mark.at < line.end.max(line.start + 1)).is_some() {
            marked = true;
        }
        let text = page.slice(line.start, line.end).trim();
        if !marked && let Some(rank) = rank(page, words, reader, index, Context { text, begun, numbered }) {
            found.push(Mark {
                at: line.start,
                words: line.start + page.slice(line.start, line.end).len()
                    - page.slice(line.start, line.end).trim_start().len(),
                style: Style::Bare,
                rank,
                number: 0,
                opens_line: true,
            });
        }
        begun |= marked || text.chars().nth(RUNNING).is_some();
    }
    if found.is_empty() {
        return marks;
    }
    let mut all = marks;
    all.extend(found);
    all.sort_by_key(|mark| mark.at);
    all
}

struct Context<'t> {
    text: &'t str,
    /// Whether running text or a mark has been seen: titles stand before it.
    begun: bool,
    /// Whether the document numbers its headings.
    numbered: bool,
}

fn rank(page: &Page, words: &Words, reader: &Reader, index: usize, context: Context) -> Option<u8> {
    let line: &Line = page.lines.get(index)?;
    let text = context.text;
    if matches!(line.block.kind, BlockKind::Cell(_)) || text.is_empty() {
        return None;
    }
    let set = matches!(line.block.kind, BlockKind::Heading(_));
    let short = || text.chars().nth(LONGEST).is_none() && !text.contains(['。', ';', ':', '!', '?', '"', '|']);
    if !(set || short() && is_followed(page, index)) || is_title(text) {
        return None;
    }
    if reader.names_part_alone(text) {
        return Some(TOP);
    }
    if !context.begun {
        return None;
    }
    let theme = words.title(text).is_some();
    match (set, context.numbered) {
        (true, true) => Some(Style::ParenHan.rank()),
        (true, false) => Some(TOP),
        // A line that ends in no stop is a theme only where nothing is numbered and its words say so.
        (false, false) if theme && text.chars().nth(5).is_some() => Some(Style::ParenHan.rank()),
        _ => None,
    }
}

/// Titles name the document itself.
fn is_title(text: &str) -> bool {
    text.contains("法治政府建设")
        && ["报告", "总结", "要点", "通知", "方案", "汇报"].iter().any(|word| text.contains(word))
}

/// Whether running text follows a line before the end.
fn is_followed(page: &Page, index: usize) -> bool {
    page.lines.get(index + 1).is_some_and(|next| {
        let text = page.slice(next.start, next.end);
        text.contains('。') || text.chars().nth(RUNNING).is_some() || text.trim_start().starts_with(['(', '一', '1'])
    })
}
