//! The lines of a plain text.

use std::ops::Range;

use crate::intake::limits;
use crate::intake::traced::inked;

/// A line with something on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake) struct Line<'a> {
    /// Its characters without the blanks around them.
    pub(in crate::intake) text: &'a str,
    /// Byte of the original where `text` starts.
    pub(in crate::intake) start: usize,
    /// Columns of white space before it; a full-width blank takes two.
    pub(in crate::intake) indent: usize,
    /// Whether a blank line, or the start of the text, stands before it.
    pub(in crate::intake) after_blank: bool,
}

impl<'a> Line<'a> {
    /// The line that `whole` is without the blanks around it; `None` for a blank one.
    pub(in crate::intake) fn new(whole: &'a str, start: usize, after_blank: bool) -> Option<Self> {
        let (from, to) = inked(whole)?;
        let indent = whole[..from].chars().map(|c| columns(c, true)).sum();
        Some(Self { text: &whole[from..to], start: start + from, indent, after_blank })
    }

    /// A stretch of the line as a line of its own; `None` where nothing shows.
    pub(super) fn part(&self, range: Range<usize>) -> Option<Self> {
        let text = self.text.get(range.clone())?;
        let (from, to) = inked(text)?;
        let start = self.start + range.start + from;
        Some(Line { text: &text[from..to], start, after_blank: self.after_blank && range.start == 0, ..*self })
    }
}

/// The lines that have something on them, and whether they are all.
pub(super) fn split(text: &str) -> (Vec<Line<'_>>, bool) {
    let mut lines = Vec::new();
    let mut blank = true;
    let mut start = 0;
    while start < text.len() && lines.len() < limits::LINES {
        let rest = &text.as_bytes()[start..];
        let length = memchr::memchr3(b'\n', b'\r', 0x0C, rest).unwrap_or(rest.len());
        let whole = &text[start..start + length];
        let line = Line::new(whole, start, blank);
        blank = line.is_none();
        lines.extend(line);
        let crlf = rest.get(length) == Some(&b'\r') && rest.get(length + 1) == Some(&b'\n');
        start += length + if crlf { 2 } else { 1 };
    }
    (lines, start >= text.len())
}

/// Columns that a character takes; `blank` counts a tab as four.
pub(super) fn columns(c: char, blank: bool) -> usize {
    match c {
        '\t' if blank => 4,
        '\u{2E80}'..='\u{FFEF}' | '\u{20000}'.. => 2,
        c if c.is_control() => 0,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_of_any_system_and_blanks() {
        let (lines, whole) = split("甲\r\n　乙 \r\r  \n丙");
        assert!(whole);
        let seen: Vec<_> = lines.iter().map(|l| (l.text, l.indent, l.after_blank)).collect();
        assert_eq!(seen, [("甲", 0, true), ("乙", 2, false), ("丙", 0, true)]);
        assert_eq!(lines[1].start, 8);
    }
}
