//! Text under construction that remembers where each stretch was read.

use std::ops::Range;

use super::document::{Block, BlockKind, Role, Run};
use super::pace;

/// A text and its way back to the original.
#[derive(Clone, Debug, Default)]
pub(super) struct Traced {
    text: String,
    runs: Vec<Run>,
    /// The last run holds the original's own characters, so that more of them can join it.
    same: bool,
}

impl Traced {
    /// Appends characters that stand in the original as they are, at byte `from`.
    pub(super) fn push(&mut self, piece: &str, from: usize) {
        if piece.is_empty() {
            return;
        }
        pace::bytes(piece.len());
        let at = self.text.len();
        match self.runs.last_mut() {
            Some(last) if self.same && last.to == from => last.to += piece.len(),
            _ => self.runs.push(Run { at, from, to: from + piece.len() }),
        }
        self.same = true;
        self.text.push_str(piece);
    }

    /// Appends characters that stand for bytes `from..to` of the original without being them.
    pub(super) fn push_for(&mut self, piece: &str, from: usize, to: usize) {
        if !piece.is_empty() {
            self.runs.push(Run { at: self.text.len(), from, to });
            self.text.push_str(piece);
            self.same = false;
        }
    }

    /// Appends the text of `other` without the blanks around it.
    pub(super) fn append(&mut self, other: Self) {
        let Some(block) = other.into_block(Role::Body, BlockKind::Paragraph) else { return };
        let at = self.text.len();
        self.runs.extend(block.runs.iter().map(|run| Run { at: at + run.at, ..*run }));
        self.text.push_str(&block.text);
        self.same = false;
    }

    /// What has been gathered.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// A block of bytes `range` of the text, blanks around it left out.
    pub(super) fn part(&self, range: Range<usize>, role: Role, kind: BlockKind) -> Option<Block> {
        let (from, to) = inked(self.text.get(range.clone())?)?;
        let whole = Block { text: self.text.clone(), role, kind, runs: self.runs.clone(), paragraph: None, page: None };
        Some(whole.slice(range.start + from, range.start + to))
    }

    /// A block of the text without the blanks around it; `None` where nothing is left.
    pub(super) fn into_block(self, role: Role, kind: BlockKind) -> Option<Block> {
        let (start, end) = inked(&self.text)?;
        let block = Block { text: self.text, role, kind, runs: self.runs, paragraph: None, page: None };
        Some(if start == 0 && end == block.text.len() { block } else { block.slice(start, end) })
    }
}

/// Bytes from the first to the last visible character.
pub(super) fn inked(text: &str) -> Option<(usize, usize)> {
    let body = text.trim_start_matches(is_blank);
    let start = text.len() - body.len();
    let length = body.trim_end_matches(is_blank).len();
    (length > 0).then_some((start, start + length))
}

/// White space of any script, and the marks that show nothing at all.
pub(super) fn is_blank(c: char) -> bool {
    // Nearly all that is asked for: no need of the tables.
    if matches!(c, '!'..='~' | '\u{3001}'..='\u{9FFF}') {
        return false;
    }
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

impl Block {
    /// The part of the block from byte `start` to byte `end` of its text, both on character boundaries.
    pub(super) fn slice(&self, start: usize, end: usize) -> Self {
        let mut runs = Vec::new();
        for (i, run) in self.runs.iter().enumerate() {
            let until = self.runs.get(i + 1).map_or(self.text.len(), |next| next.at);
            let (a, b) = (run.at.max(start), until.min(end));
            if a >= b {
                continue;
            }
            let same = run.to - run.from == until - run.at;
            let (from, to) = if same { (run.from + a - run.at, run.from + b - run.at) } else { (run.from, run.to) };
            runs.push(Run { at: a - start, from, to });
        }
        let text = self.text.get(start..end).unwrap_or_default().to_owned();
        Self { text, role: self.role, kind: self.kind, runs, paragraph: self.paragraph, page: self.page }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_neighbours_and_trims_both_ends() {
        let mut traced = Traced::default();
        traced.push("　法", 10);
        traced.push("治", 16);
        traced.push_for("&", 19, 24);
        traced.push("府 ", 30);
        let block = traced.into_block(Role::Body, BlockKind::Paragraph).unwrap();
        assert_eq!(block.text, "法治&府");
        let runs: Vec<_> = block.runs.iter().map(|r| (r.at, r.from, r.to)).collect();
        assert_eq!(runs, [(0, 13, 19), (6, 19, 24), (7, 30, 33)]);
    }

    #[test]
    fn nothing_visible_is_no_block() {
        let mut traced = Traced::default();
        traced.push(" \u{3000}\u{A0}\u{200B}", 0);
        assert!(traced.into_block(Role::Body, BlockKind::Paragraph).is_none());
    }
}
