//! Lines → paragraphs: by first-line indents, short last lines and size of type, over page breaks too.

use super::columns::Column;
use super::lines::Line;
use super::margins::{Placed, Setting};
use super::table::united;
use crate::intake::document::BlockKind;
use crate::intake::text::{ends_closed, opens_item};

/// Longest heading, in characters.
const HEADING: usize = 60;

/// A paragraph, a heading or a cell.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    /// Its text, lines joined.
    pub(super) text: String,
    /// What it is.
    pub(super) kind: BlockKind,
    /// Index of the page on which it starts.
    pub(super) page: usize,
    /// Its box on that page, or in its first column: left, top, right, bottom.
    pub(super) area: [f32; 4],
}

/// A paragraph under way.
struct Open {
    paragraph: Paragraph,
    last: Placed,
    column: Column,
    lines: usize,
    centred: bool,
}

/// Puts the lines of a file together.
pub(super) struct Composer<'s> {
    setting: &'s Setting,
    open: Option<Open>,
    /// No running text has come yet: what is large and in the middle is the title.
    heading: bool,
}

impl<'s> Composer<'s> {
    pub(super) fn new(setting: &'s Setting) -> Self {
        Self { setting, open: None, heading: true }
    }

    /// Adds the next line; gives the paragraph that ended before it.
    pub(super) fn line(&mut self, placed: &Placed) -> Option<Paragraph> {
        if let Some(open) = &mut self.open
            && continues(self.setting, open, placed)
        {
            join(&mut open.paragraph.text, &open.last.line, &placed.line.text);
            if open.paragraph.page == placed.page && open.column == placed.column {
                open.paragraph.area = united(open.paragraph.area, placed.line.area());
            }
            open.last = placed.clone();
            open.lines += 1;
            return None;
        }
        let ended = self.close();
        let centred = is_middle(self.setting, placed);
        let paragraph = Paragraph {
            text: placed.line.text.clone(),
            kind: BlockKind::Paragraph,
            page: placed.page,
            area: placed.line.area(),
        };
        self.open = Some(Open { paragraph, last: placed.clone(), column: placed.column, lines: 1, centred });
        ended
    }

    /// Ends the paragraph under way.
    pub(super) fn close(&mut self) -> Option<Paragraph> {
        let mut open = self.open.take()?;
        let text = &open.paragraph.text;
        let short = text.chars().nth(HEADING).is_none() && !text.ends_with(['。', '；', '，']);
        if let Some(level) = self.setting.level(open.last.line.size).filter(|_| short && open.lines <= 3) {
            open.paragraph.kind = BlockKind::Heading(if self.heading && open.centred { 0 } else { level });
        } else if text.chars().nth(40).is_some() {
            self.heading = false;
        }
        Some(open.paragraph)
    }
}

/// Whether the line stands in the middle of its column, or fills it.
fn is_middle(setting: &Setting, placed: &Placed) -> bool {
    let margins = setting.margins(placed.column);
    let off = placed.line.middle() - (margins.left + margins.right) / 2.0;
    off.abs() < placed.line.size * 1.2
}

/// Whether the line stands in the middle of its column, clear of both margins.
fn is_centred(setting: &Setting, placed: &Placed) -> bool {
    let left = setting.margins(placed.column).left;
    is_middle(setting, placed) && placed.line.x0 > left + placed.line.size * 0.5
}

/// Whether `next` goes on with the paragraph.
fn continues(setting: &Setting, open: &Open, next: &Placed) -> bool {
    let (last, line) = (&open.last, &next.line);
    let margins = setting.margins(last.column);
    let size = last.line.size.max(1.0);
    if (line.size - size).abs() > size * 0.08 {
        return false;
    }
    let same_flow = last.page == next.page && last.column == next.column;
    let gap = line.y - last.line.y;
    let wide = if margins.spaced { margins.pitch * 1.12 } else { margins.pitch * 1.45 };
    if same_flow && gap > wide.max(size * 1.2).min(size * 3.0) {
        return false;
    }
    let own = setting.margins(next.column);
    if line.size > setting.size * 1.12 && is_middle(setting, last) && is_centred(setting, next) {
        // A title too wide for one line: what follows would not have gone on the line before.
        let wide = last.line.x1 - last.line.x0 + line.first + size * 0.5 > margins.right - margins.left;
        return wide && !opens_item(&line.text);
    }
    let marked = margins.indents || margins.spaced;
    let full = last.line.x1 + line.first + size * if marked { 1.1 } else { 0.6 } >= margins.right;
    let full = full || margins.is_counted_full(&last.line);
    // Few short lines say nothing of a width.
    let narrow = margins.right - margins.left < setting.size * 16.0;
    if !full || narrow || line.x0 > own.left + size * 1.2 {
        return false;
    }
    // Without a mark of its own, a line after a full one is far more often the next than a first.
    marked || !opens_item(&line.text) || !ends_closed(&last.line.text)
}

/// Adds a line to the text before it: no blank between Chinese, one between words, none for a hyphen that parts a word.
fn join(text: &mut String, last: &Line, next: &str) {
    let (Some(before), Some(after)) = (text.chars().next_back(), next.chars().next()) else {
        text.push_str(next);
        return;
    };
    let word = |c: char| c.is_alphabetic() && (c as u32) < 0x2E80;
    let narrow = |c: char| (c as u32) < 0x2E80;
    let parted = before == '-' && after.is_lowercase() && text.chars().rev().nth(1).is_some_and(word);
    if parted {
        text.pop();
    } else {
        let digits = before.is_ascii_digit() && after.is_ascii_digit();
        let words = (word(before) && narrow(after) || ",.;:)".contains(before) && word(after)) && !digits;
        if words && before != '-' || last.open_end && narrow(before) && narrow(after) {
            text.push(' ');
        }
    }
    text.push_str(next);
}

/// The paragraphs of a cell: its lines joined where they are full.
pub(super) fn in_cell(lines: &[Line], right: f32) -> Vec<(String, [f32; 4])> {
    let mut paragraphs: Vec<(String, [f32; 4])> = Vec::new();
    let mut last: Option<&Line> = None;
    for line in lines {
        let goes_on = last.is_some_and(|last| last.x1 + line.first + line.size * 1.2 >= right);
        match (paragraphs.last_mut(), last) {
            (Some((text, area)), Some(last)) if goes_on => {
                join(text, last, &line.text);
                *area = united(*area, line.area());
            }
            _ => paragraphs.push((line.text.clone(), line.area())),
        }
        last = Some(line);
    }
    paragraphs
}
