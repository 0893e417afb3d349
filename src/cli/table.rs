//! Tables for terminals that count Chinese characters as two columns wide.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Columns that a table may take.
pub const WIDTH: usize = 100;
/// Columns between two cells.
const GAP: usize = 2;

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

/// The width of each column for these rows, to set several tables alike.
pub fn widths(columns: &[Column], rows: &[Vec<String>]) -> Vec<usize> {
    let widest = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max().unwrap_or(0);
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

/// Takes off the end of a full line what should go to the next one: a Latin word or number in the making.
fn break_line(line: &mut String, next: char) -> String {
    let glued = |c: char| c.is_ascii_graphic() && c != '-';
    if !glued(next) {
        return String::new();
    }
    let start = line.char_indices().rev().take_while(|(_, c)| glued(*c)).last().map_or(line.len(), |(at, _)| at);
    if start == 0 { String::new() } else { line.split_off(start) }
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
        for most in 2..30 {
            assert!(wrap("受理行政复议申请974件，同比增长12.5%。", most).iter().all(|line| width(line) <= most));
        }
    }

    #[test]
    fn shortens_with_an_ellipsis() {
        assert_eq!(shortened("行政复议", 8), "行政复议");
        assert_eq!(shortened("行政复议申请", 8), "行政复…");
    }
}
