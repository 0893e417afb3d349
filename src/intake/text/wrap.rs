//! Which line break ends a paragraph and which only ends a line.

use super::lines::{Line, columns};
use crate::intake::chrome::is_title;

/// Characters up to which a line with a heading mark can be a heading.
const HEADING: usize = 60;

/// How a text is laid out, measured over its lines.
#[derive(Clone, Copy, Debug)]
pub(in crate::intake) struct Layout {
    /// Columns of a full line, where the text is wrapped at a fixed width.
    width: Option<usize>,
    /// Columns before an ordinary line; more opens a paragraph.
    margin: usize,
}

impl Layout {
    /// Measures the body lines.
    pub(in crate::intake) fn of<'a>(lines: impl Iterator<Item = &'a Line<'a>> + Clone) -> Self {
        let body = || lines.clone();
        let mut widths: Vec<usize> = body().map(|line| line.indent + width_of(line.text)).collect();
        widths.sort_unstable();
        let full = widths.get(widths.len() * 9 / 10).copied().unwrap_or(0);
        let near = widths.iter().filter(|w| **w + 6 >= full && **w <= full + 4).count();
        let fixed = widths.len() >= 6 && (24..=160).contains(&full) && near * 5 >= widths.len() * 2;
        let margin = body().filter(|line| !fixed || is_full(line, full)).map(|line| line.indent).min().unwrap_or(0);
        Self { width: fixed.then_some(full), margin }
    }

    /// Whether `next` goes on with the sentence of `last`.
    pub(in crate::intake) fn continues(&self, last: &Line<'_>, next: &Line<'_>) -> bool {
        if opens_item(next.text) || ends_closed(last.text) || next.indent > self.margin + 1 {
            return false;
        }
        if let Some(width) = self.width
            && is_full(last, width)
        {
            return !next.after_blank || runs_on(last.text);
        }
        let heading = opens_item(last.text) && last.text.chars().nth(HEADING).is_none();
        if heading || is_title(last.text) || is_title(next.text) {
            return false;
        }
        if next.after_blank {
            return runs_on(last.text) || is_cut(last.text, next.text);
        }
        has_clause(last.text) || is_cut_number(last.text, next.text)
    }
}

/// Whether a line break stands inside a number.
fn is_cut_number(last: &str, next: &str) -> bool {
    last.ends_with(|c: char| c.is_ascii_digit()) && next.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a sentence that was cut by a blank line stands on both its sides.
fn is_cut(last: &str, next: &str) -> bool {
    last.chars().nth(20).is_some() && has_clause(last) && ends_closed(next) && next.contains(['。', '；', ';'])
}

fn is_full(line: &Line<'_>, width: usize) -> bool {
    line.indent + width_of(line.text) + 6 >= width
}

/// Columns of a text, counted up to where no fixed width goes.
fn width_of(text: &str) -> usize {
    text.chars().take(200).map(|c| columns(c, false)).sum()
}

/// Whether the line ends as sentences and salutations end.
fn ends_closed(text: &str) -> bool {
    let bare = text.trim_end_matches(['”', '’', '"', '）', ')', '】', '》', '」', '』']);
    bare.ends_with(['。', '！', '？', '；', '：', '…', '!', '?', ';', ':'])
        || (bare.ends_with('.')
            && !bare.ends_with("..")
            && bare.chars().rev().nth(1).is_some_and(|c| !c.is_ascii_digit()))
}

/// Whether the line ends where no paragraph can end.
fn runs_on(text: &str) -> bool {
    text.ends_with(['，', ',', '、', '（', '(', '《', '“', '〔'])
}

/// Whether the line holds the marks of running text.
fn has_clause(text: &str) -> bool {
    text.contains(['，', ',', '。', '；', ';'])
}

/// Whether a line opens a heading or a list item: 一、 （一） 第一章 1. 1、 (1) ① 一是.
pub(in crate::intake) fn opens_item(text: &str) -> bool {
    const NUMERALS: &str = "一二三四五六七八九十百零〇";
    let text = text.trim_start();
    let Some(first) = text.chars().next() else { return false };
    let numeral = |c: char| NUMERALS.contains(c);
    match first {
        '①'..='⑳' | '⑴'..='⒛' | '㈠'..='㈩' => true,
        '（' | '(' | '〔' => {
            let inner = &text[first.len_utf8()..];
            let rest = inner.trim_start_matches(|c: char| numeral(c) || c.is_ascii_digit());
            rest.len() < inner.len() && inner.len() - rest.len() <= 9 && rest.starts_with(['）', ')', '〕'])
        }
        '第' => {
            let rest = text[first.len_utf8()..].trim_start_matches(numeral);
            rest.len() + first.len_utf8() < text.len() && rest.starts_with(['章', '节', '部'])
                || rest.starts_with("部分")
        }
        c if numeral(c) => {
            let rest = text.trim_start_matches(numeral);
            rest.starts_with(['、', '）', ')', '.', '．']) || rest.starts_with("是") && text.len() - rest.len() == 3
        }
        c if c.is_ascii_digit() || ('０'..='９').contains(&c) => opens_numbered(text),
        _ => false,
    }
}

/// 1. and 1、 but not 1.2万件 nor 2024、2025年.
fn opens_numbered(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let digits = text[..text.len() - rest.len()].chars().count();
    let mut after = rest.chars();
    let mark = after.next().is_some_and(|c| matches!(c, '.' | '．' | '、' | '）' | ')' | '﹒'));
    let next_digit = after.next().is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    digits <= 2 && mark && !next_digit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_items() {
        for text in [
            "一、主要",
            "（一）加强",
            "(十二)加强",
            "1.落实",
            "12、落实",
            "第一部分 总",
            "①落实",
            "一是坚持",
            "２．落实",
        ] {
            assert!(opens_item(text), "{text}");
        }
        for text in ["1.9万件", "2024年", "一年来", "三项制度", "第一责任人", "12345热线", "十九大", "100、200件"]
        {
            assert!(!opens_item(text), "{text}");
        }
    }
}
