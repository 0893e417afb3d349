//! Text that the user chose with the pointer. It stays chosen while its rows are out of sight.

use std::ops::Range;

use crate::jobs::desk::{RowKind, TextRow};

/// A place between two characters: row in the order shown, byte of its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The row.
    pub row: usize,
    /// The byte.
    pub byte: usize,
}

/// Where choosing began and where the pointer is now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Where it began.
    pub from: Spot,
    /// Where it ends, before or behind.
    pub to: Spot,
}

impl Selection {
    /// Both ends in the order of the text.
    fn ends(&self) -> (Spot, Spot) {
        (self.from.min(self.to), self.from.max(self.to))
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.from == self.to
    }

    /// What is chosen of a row that is `length` bytes long.
    pub fn of(&self, row: usize, length: usize) -> Range<usize> {
        let (start, end) = self.ends();
        if row < start.row || row > end.row {
            return 0..0;
        }
        let from = if row == start.row { start.byte } else { 0 };
        let to = if row == end.row { end.byte } else { length };
        from.min(length)..to.min(length).max(from.min(length))
    }

    /// The rows that it touches.
    pub fn rows(&self) -> Range<usize> {
        let (start, end) = self.ends();
        start.row..end.row + 1
    }

    /// The text chosen of rows; paragraphs that were cut for display are whole again.
    pub fn text<'a>(&self, row: impl Fn(usize) -> Option<&'a TextRow>) -> String {
        let mut text = String::new();
        for at in self.rows() {
            let Some(found) = row(at) else { break };
            if at > self.rows().start && found.kind != RowKind::Body(true) {
                text.push('\n');
            }
            text.push_str(found.text.get(self.of(at, found.text.len())).unwrap_or_default());
        }
        text
    }
}

/// The run of letters, digits and Chinese characters around a byte, or the signs between two of them.
pub fn word(text: &str, byte: usize) -> Range<usize> {
    let kind = |c: char| (c.is_alphanumeric(), c.is_whitespace());
    let (before, behind) = text.split_at_checked(byte).unwrap_or((text, ""));
    let Some(own) = behind.chars().next().or_else(|| before.chars().next_back()).map(kind) else { return 0..0 };
    let start = before.char_indices().rev().take_while(|(_, c)| kind(*c) == own).last().map_or(byte, |(at, _)| at);
    let end = behind.char_indices().find(|(_, c)| kind(*c) != own).map_or(text.len(), |(at, _)| byte + at);
    start..end
}

/// The sentence around a byte, with its end sign.
pub fn sentence(text: &str, byte: usize) -> Range<usize> {
    let ends = |c: char| matches!(c, '。' | '！' | '？' | '\n' | '\t');
    let (before, behind) = text.split_at_checked(byte).unwrap_or((text, ""));
    let start = before.char_indices().rev().find(|(_, c)| ends(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let end = behind.char_indices().find(|(_, c)| ends(*c));
    let end = end.map_or(text.len(), |(at, c)| byte + at + if c.is_whitespace() { 0 } else { c.len_utf8() });
    let lead = text.get(start..end).map_or(0, |found| found.len() - found.trim_start().len());
    start + lead..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::Part;

    fn row(text: &str, kind: RowKind) -> TextRow {
        let text = text.to_owned();
        TextRow { kind, passage: 0, part: Part::Preamble, section: None, start: 0, text, marks: Vec::new() }
    }

    #[test]
    fn chosen_text_joins_what_was_cut_and_parts_paragraphs() {
        let rows = [
            row("全年办结。", RowKind::Body(false)),
            row("复议九件。", RowKind::Body(true)),
            row("二、安排", RowKind::Heading(0)),
        ];
        let spot = |row, byte| Spot { row, byte };
        let all = Selection { from: spot(2, 6), to: spot(0, 6) };
        assert_eq!(all.text(|at| rows.get(at)), "办结。复议九件。\n二、");
        assert_eq!((all.of(0, 15), all.of(1, 15), all.of(2, 12), all.of(3, 9)), (6..15, 0..15, 0..6, 0..0));
        assert!(Selection::default().is_empty());
    }

    #[test]
    fn words_and_sentences_end_at_signs() {
        let text = "收到974件，审结 90% 。全年平稳。";
        let at = |word: &str| text.find(word).unwrap();
        assert_eq!(&text[word(text, at("74"))], "收到974件");
        assert_eq!(&text[word(text, at("，"))], "，");
        assert_eq!(&text[sentence(text, at("90"))], "收到974件，审结 90% 。");
        assert_eq!(&text[sentence(text, at("平稳"))], "全年平稳。");
        assert_eq!(&text[word(text, text.len())], "。");
        assert_eq!((word("", 0), sentence("", 0)), (0..0, 0..0));
    }
}
