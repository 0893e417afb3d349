//! Which line break ends a paragraph and which only ends a line.

use super::lines::{Line, columns};
use crate::intake::chrome::is_title;

/// Characters up to which a line with a heading mark can be a heading.
const HEADING: usize = 60;

/// How a text is laid out, measured over its lines.
#[derive(Clone, Copy, Debug)]
pub(in crate::intake) struct Layout {
    /// Size of a full line, where the text is wrapped at a fixed width.
    full: Option<Size>,
    /// Columns before an ordinary line; more opens a paragraph.
    margin: usize,
    /// Wrapped paragraphs open with an indented line, so that one without goes on.
    indents: bool,
}

impl Layout {
    /// Measures the body lines.
    pub(in crate::intake) fn of<'a>(lines: impl Iterator<Item = &'a Line<'a>>) -> Self {
        let lines: Vec<(&Line<'_>, Size)> = lines.map(|line| (line, Size::of(line))).collect();
        let full = Size {
            columns: nearly_largest(lines.iter().map(|(_, size)| size.columns)),
            characters: nearly_largest(lines.iter().map(|(_, size)| size.characters)),
        };
        let (mut near, mut total) = (0, 0);
        for (line, size) in &lines {
            // A whole paragraph on a line ends closed; only a wrapped line ends open near the full width.
            if size.columns >= full.columns / 2 && !ends_closed(line.text) {
                total += 1;
                near += usize::from(full.is_reached(*size));
            }
        }
        let fixed = (24..=160).contains(&full.columns) && near >= 3 && near * 2 >= total;
        let margin =
            lines.iter().filter(|(_, size)| !fixed || full.is_reached(*size)).map(|(line, _)| line.indent).min();
        let margin = margin.unwrap_or(0);
        let indented = lines.iter().filter(|(line, _)| line.indent > margin + 1).count();
        Self { full: fixed.then_some(full), margin, indents: indented >= 2 }
    }

    /// Whether `next` goes on with the sentence of `last`.
    pub(in crate::intake) fn continues(&self, last: &Line<'_>, next: &Line<'_>) -> bool {
        if starts_inside(next.text) {
            return true;
        }
        if next.indent > self.margin + 1 {
            return false;
        }
        let full = self.full.is_some_and(|full| full.is_reached(Size::of(last)));
        if full && self.indents && !next.after_blank {
            return true;
        }
        if opens_item(next.text) || ends_closed(last.text) {
            return false;
        }
        if full {
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

/// Whether the line starts with what no line can start with.
fn starts_inside(text: &str) -> bool {
    text.starts_with(['，', ',', '。', '；', '、', '％', '%', '》', '”'])
}

/// Whether a line break stands inside a number.
fn is_cut_number(last: &str, next: &str) -> bool {
    last.ends_with(|c: char| c.is_ascii_digit()) && next.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a sentence that was cut by a blank line stands on both its sides.
fn is_cut(last: &str, next: &str) -> bool {
    last.chars().nth(20).is_some() && has_clause(last) && ends_closed(next) && next.contains(['。', '；', ';'])
}

/// The size of a line. Some programs wrap by columns, others by characters.
#[derive(Clone, Copy, Debug)]
struct Size {
    columns: usize,
    characters: usize,
}

impl Size {
    /// Measures a line, up to where no fixed width goes.
    fn of(line: &Line<'_>) -> Self {
        let start = Self { columns: line.indent, characters: line.indent / 2 };
        line.text
            .chars()
            .take(200)
            .fold(start, |size, c| Self { columns: size.columns + columns(c, false), characters: size.characters + 1 })
    }

    /// Whether a line of that size is as long as this, but for what no line may start with.
    fn is_reached(self, size: Self) -> bool {
        size.columns + 6 >= self.columns || size.characters + 1 >= self.characters
    }
}

/// The largest of the sizes, a few odd ones left aside.
fn nearly_largest(sizes: impl Iterator<Item = usize>) -> usize {
    let mut sizes: Vec<usize> = sizes.collect();
    let at = sizes.len().saturating_sub(1) * 19 / 20;
    if sizes.is_empty() { 0 } else { *sizes.select_nth_unstable(at).1 }
}

/// Whether the line ends as sentences and salutations end.
pub(in crate::intake) fn ends_closed(text: &str) -> bool {
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
