//! Tables for terminals that count Chinese characters as two columns wide.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Columns that a table may take.
pub const WIDTH: usize = 100;
/// Columns between two cells.
pub const GAP: usize = 2;
/// Columns that the last column of a table keeps on a narrow page.
const LEAST: usize = 20;

/// How a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A column: how it is set and the most it may take.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// How it is set.
    pub align: Align,
    /// The most columns that it takes; longer cells are wrapped.
    pub most: usize,
}

impl Column {
    /// A column of words.
    pub fn words(most: usize) -> Self {
        Self { align: Align::Left, most }
    }

    /// A column of numbers.
    pub fn numbers(most: usize) -> Self {
        Self { align: Align::Right, most }
    }
}

/// Columns that a text takes on a terminal.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Sets rows in columns as wide as their widest cell, each cell wrapped where it is wider than allowed.
///
/// Lines carry no trailing spaces. Rows may be shorter than the list of columns.
pub fn set(columns: &[Column], rows: &[Vec<String>]) -> Vec<String> {
    set_with(columns, &widths(columns, rows), rows)
}

/// Sets rows behind an indent so that they fit the page: the last column takes what the others leave.
pub fn fit(indent: usize, columns: &[Column], rows: &[Vec<String>]) -> Vec<String> {
    let mut widths = widths(columns, rows);
    if let Some((last, others)) = widths.split_last_mut() {
        let used = indent + others.iter().map(|width| width + GAP).sum::<usize>();
        *last = (*last).min(WIDTH.saturating_sub(used).max(LEAST));
    }
    let indent = " ".repeat(indent);
    set_with(columns, &widths, rows).into_iter().map(|line| format!("{indent}{line}")).collect()
}

/// The width of each column for these rows, to set several tables alike.
pub fn widths(columns: &[Column], rows: &[Vec<String>]) -> Vec<usize> {
    let cells = |at: usize| rows.iter().filter_map(move |row| row.get(at));
    let widest = |at: usize| cells(at).flat_map(|cell| cell.split('\n')).map(width).max().unwrap_or(0);
    columns.iter().enumerate().map(|(at, column)| widest(at).min(column.most)).collect()
}

/// Sets rows in columns of given widths.
pub fn set_with(columns: &[Column], widths: &[usize], rows: &[Vec<String>]) -> Vec<String> {
    let mut lines = Vec::new();
    for row in rows {
        let cells: Vec<Vec<String>> = row.iter().zip(widths).map(|(cell, &most)| wrap(cell, most)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..height {
            let mut text = String::new();
            for ((cell, column), &most) in cells.iter().zip(columns).zip(widths) {
                let piece = cell.get(line).map_or("", String::as_str);
                push(&mut text, piece, column.align, most);
            }
            lines.push(text.trim_end().to_owned());
        }
    }
    lines
}

fn push(line: &mut String, piece: &str, align: Align, most: usize) {
    if !line.is_empty() {
        line.push_str(&" ".repeat(GAP));
    }
    let room = " ".repeat(most.saturating_sub(width(piece)));
    match align {
        Align::Left => {
            line.push_str(piece);
            line.push_str(&room);
        }
        Align::Right => {
            line.push_str(&room);
            line.push_str(piece);
        }
    }
}

/// Cuts a text into lines of at most `most` columns: at spaces where there are any, else between characters.
pub fn wrap(text: &str, most: usize) -> Vec<String> {
    let most = most.max(2);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut used = 0;
        for c in paragraph.chars() {
            let wide = c.width().unwrap_or(0);
            if used + wide > most {
                let rest = break_line(&mut line, c);
                lines.push(std::mem::replace(&mut line, rest));
                used = width(&line);
                if c == ' ' && line.is_empty() {
                    continue;
                }
            }
            line.push(c);
            used += wide;
        }
        lines.push(line);
    }
    lines
}

/// Takes off the end of a full line what should go to the next one: a Latin word or number in the making, an opening
/// bracket, or a character for a mark that may not begin a line.
fn break_line(line: &mut String, next: char) -> String {
    let glued = |c: char| c.is_ascii_graphic() && c != '-' && !closes(c);
    let in_word = |c: char| glued(c) || matches!(c, '.' | ',');
    let moved = |c: char| if glued(next) { in_word(c) } else { opens(c) };
    let mut start = line.char_indices().rev().take_while(|(_, c)| moved(*c)).last().map_or(line.len(), |(at, _)| at);
    if closes(next) || next == '-' {
        start = line.char_indices().rev().find(|(_, c)| !closes(*c)).map_or(0, |(at, _)| at);
        // A mark takes the whole Latin word or number before it along.
        let word = line[..start].char_indices().rev().take_while(|(_, c)| in_word(*c)).last();
        start = word.filter(|_| line[start..].starts_with(glued)).map_or(start, |(at, _)| at);
    }
    if start == 0 { String::new() } else { line.split_off(start) }
}

/// Marks that may not begin a line.
fn closes(c: char) -> bool {
    matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')' | '%' | '\u{2019}' | '\u{201D}')
        || matches!(c, '\u{3001}' | '\u{3002}' | '\u{300B}' | '\u{3011}' | '\u{FF01}' | '\u{FF09}' | '\u{FF0C}')
        || matches!(c, '\u{FF1A}' | '\u{FF1B}' | '\u{FF1F}')
}

/// Marks that may not end a line.
fn opens(c: char) -> bool {
    matches!(c, '(' | '\u{2018}' | '\u{201C}' | '\u{300A}' | '\u{3010}' | '\u{FF08}')
}

/// A text cut to at most `most` columns, with an ellipsis where something was left out.
pub fn shortened(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let mut short = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > most {
            break;
        }
        short.push(c);
    }
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_whatever_the_script() {
        let columns = [Column::words(20), Column::numbers(12), Column::words(40)];
        let rows = [["指标", "974 件", "甲"], ["a", "8,912 件", "乙市"]].map(|row| row.map(str::to_owned).to_vec());
        let lines = set(&columns, &rows);
        assert_eq!(lines, ["指标    974 件  甲", "a     8,912 件  乙市"]);
        assert_eq!(width(&lines[0][..lines[0].find('甲').unwrap()]), width(&lines[1][..lines[1].find('乙').unwrap()]));
    }

    #[test]
    fn wraps_by_width_and_keeps_numbers_whole() {
        assert_eq!(wrap("受理行政复议申请974件", 18), ["受理行政复议申请", "974件"]);
        assert_eq!(wrap("abcdefgh", 4), ["abcd", "efgh"]);
        assert_eq!(wrap("", 4), [""]);
        assert_eq!(wrap("受理行政复议，审结", 12), ["受理行政复", "议，审结"], "no comma begins a line");
        assert_eq!(wrap("共受理（含上年）", 8), ["共受理", "（含上", "年）"], "no bracket ends one");
        assert_eq!(wrap("(the years)", 10), ["(the ", "years)"], "a bracket takes its word along");
        assert_eq!(wrap("on a rule-of-law", 9), ["on a ", "rule-of-", "law"], "a hyphen begins no line");
        assert_eq!(wrap("同比增长12.5%", 12), ["同比增长", "12.5%"]);
        assert_eq!(wrap("，，，，，", 4), ["，，", "，，", "，"], "a run of marks is cut all the same");
        for most in 2..30 {
            assert!(wrap("受理行政复议申请974件，同比增长12.5%。", most).iter().all(|line| width(line) <= most));
        }
    }

    #[test]
    fn the_last_column_takes_what_the_others_leave() {
        let columns = [Column::words(10), Column::words(usize::MAX)];
        let rows = [vec!["甲市".to_owned(), "法".repeat(120)]];
        let lines = fit(2, &columns, &rows);
        assert!(lines.iter().all(|line| width(line) <= WIDTH) && lines.len() == 3, "{lines:?}");
        assert_eq!(fit(0, &columns, &[vec!["甲\n乙".to_owned(), "丙".to_owned()]]), ["甲  丙", "乙"]);
    }

    #[test]
    fn shortens_with_an_ellipsis() {
        assert_eq!(shortened("行政复议", 8), "行政复议");
        assert_eq!(shortened("行政复议申请", 8), "行政复…");
    }
}
