//! A passage's text in rows that a frame can lay out: paragraphs, long ones cut where sentences end.

use std::ops::Range;

use super::marks::{Scale, Spot, cut_by};
use super::pages::RowKind;
use crate::outline::{Passage, TableCell};

/// Most characters of a row. Laying out a longer one would be felt in a frame.
pub(super) const MOST: usize = 1000;

/// A row that is a single cell of so many bytes holds running text, as in pages laid out by tables.
const LONG_CELL: usize = 180;

/// A row of a passage, in bytes of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    pub kind: RowKind,
    pub range: Range<usize>,
}

/// The rows of a passage, in order. A line feed parts two of them unless the second goes on the first.
///
/// No row ends inside a number, even where a line feed stands in it.
pub(super) fn cut(passage: &Passage, scale: &Scale, spots: &[Spot]) -> Vec<Cut> {
    let mut rows = Vec::new();
    let mut headings = passage.headings.iter().map(|heading| heading.trim()).enumerate().peekable();
    let mut opening = true;
    for line in lines(&passage.text, spots) {
        let text = passage.text.get(line.clone()).unwrap_or_default().trim();
        // The passage may begin with some of the headings above it, the last ones, in their order.
        let heading = opening.then(|| headings.find(|(_, heading)| *heading == text)).flatten();
        opening = heading.is_some();
        let pieces = pieces(&passage.text, line.clone(), scale, spots);
        let kind = match heading {
            _ if pieces.len() > 1 => RowKind::Body(false),
            Some((depth, _)) => RowKind::Heading(u8::try_from(depth).unwrap_or(u8::MAX)),
            None if is_table(&passage.cells, &line) => RowKind::Table,
            None => RowKind::Body(false),
        };
        for (number, range) in pieces.into_iter().enumerate() {
            rows.push(Cut { kind: if number == 0 { kind } else { RowKind::Body(true) }, range });
        }
    }
    rows
}

/// The stretches between line feeds that stand in no number.
fn lines(text: &str, spots: &[Spot]) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for (feed, _) in text.match_indices('\n') {
        if cut_by(spots, feed).is_none() && cut_by(spots, feed + 1).is_none() {
            lines.push(start..feed);
            start = feed + 1;
        }
    }
    lines.push(start..text.len());
    lines
}

fn is_table(cells: &[TableCell], line: &Range<usize>) -> bool {
    let first = cells.partition_point(|cell| cell.end < line.start);
    let inside = cells.get(first..).unwrap_or_default().iter().take_while(|cell| cell.start <= line.end);
    match inside.count() {
        0 => false,
        1 => line.len() < LONG_CELL,
        _ => true,
    }
}

/// A line in pieces of at most [`MOST`] characters, longer only where a number is longer.
pub(super) fn pieces(text: &str, line: Range<usize>, scale: &Scale, spots: &[Spot]) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = line.start;
    loop {
        let limit = scale.ahead(start, MOST);
        if limit >= line.end {
            pieces.push(start..line.end);
            return pieces;
        }
        let end = end_of_piece(text, start..limit, spots).clamp(start, line.end);
        pieces.push(start..end);
        if end >= line.end {
            return pieces;
        }
        start = end;
    }
}

/// Where to end a piece that may not pass the end of `within`: behind a sentence, else behind a clause, else anywhere.
fn end_of_piece(text: &str, within: Range<usize>, spots: &[Spot]) -> usize {
    let fits = |end: &usize| *end > within.start && cut_by(spots, *end).is_none();
    let words = text.get(within.clone()).unwrap_or_default();
    let behind = |ends: fn(char) -> bool| {
        let mut found = words.char_indices().rev().filter(|(_, c)| ends(*c));
        found.find_map(|(at, c)| {
            Some(within.start + at + c.len_utf8()).map(|end| closed(text, end, within.end)).filter(fits)
        })
    };
    behind(ends_sentence).or_else(|| behind(ends_clause)).unwrap_or_else(|| match cut_by(spots, within.end) {
        None => within.end,
        Some(spot) if spot.range.start > within.start => spot.range.start,
        Some(spot) => spot.range.end,
    })
}

/// `end` with the closing marks behind it, as far as they stand before `limit`.
fn closed(text: &str, end: usize, limit: usize) -> usize {
    let rest = text.get(end..limit).unwrap_or_default();
    end + rest.len() - rest.trim_start_matches(is_closing).len()
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | '!' | '?' | ';')
}

fn ends_clause(c: char) -> bool {
    matches!(c, '，' | '、' | '：' | ',' | '\t' | ' ' | '\u{3000}')
}

fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '」' | '』' | '》' | '）' | ')' | '】' | '"')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::marks::spots;
    use super::*;
    use crate::intake::Cell;
    use crate::outline::Part;

    fn passage(text: &str, headings: &[&str]) -> Passage {
        Passage {
            id: 0,
            part: Part::Achievements,
            section: None,
            outline_part: None,
            headings: headings.iter().map(|&heading| heading.to_owned()).collect(),
            text: text.to_owned(),
            reason: String::new(),
            pieces: Vec::new(),
            cells: Vec::new(),
        }
    }

    fn cut_with(passage: &Passage, numbers: Vec<Range<usize>>) -> Vec<Cut> {
        let found = spots(numbers.into_iter().zip(0..).collect());
        cut(passage, &Scale::new(&passage.text), &found)
    }

    fn kinds(passage: &Passage) -> Vec<RowKind> {
        cut_with(passage, Vec::new()).iter().map(|cut| cut.kind).collect()
    }

    #[test]
    fn headings_are_told_at_the_start_alone_and_know_their_depth() {
        use RowKind::{Body, Heading};
        let text = "一、主要做法\n（一）推进改革\n全年办结。\n（一）推进改革";
        let all = passage(text, &["一、主要做法", "（一）推进改革"]);
        assert_eq!(kinds(&all), [Heading(0), Heading(1), Body(false), Body(false)]);
        let own = passage("（一）推进改革\n全年办结。", &["一、主要做法", "（一）推进改革"]);
        assert_eq!(kinds(&own), [Heading(1), Body(false)]);
        let run_in = passage("（一）推进改革。全年办结。", &["一、主要做法", "（一）推进改革"]);
        assert_eq!(kinds(&run_in), [Body(false)]);
    }

    #[test]
    fn rows_of_tables_are_told_from_text_in_a_table() {
        let cell = |start, end, row, column| TableCell { start, end, cell: Cell { table: 0, row, column } };
        let mut table = passage("事项\t件\n复议\t45\n以上。", &[]);
        table.cells = vec![cell(0, 6, 0, 0), cell(7, 10, 0, 1), cell(11, 17, 1, 0), cell(18, 20, 1, 1)];
        assert_eq!(kinds(&table), [RowKind::Table, RowKind::Table, RowKind::Body(false)]);
        let mut page = passage(&"全年办结。".repeat(20), &[]);
        page.cells = vec![cell(0, page.text.len(), 0, 0)];
        assert_eq!(kinds(&page), [RowKind::Body(false)]);
    }

    #[test]
    fn a_long_paragraph_is_cut_behind_sentences_and_quotes() {
        let sentence = format!("“{}。”", "法".repeat(297));
        let long = passage(&sentence.repeat(7), &[]);
        let rows = cut_with(&long, Vec::new());
        let lengths: Vec<usize> = rows.iter().map(|row| long.text[row.range.clone()].chars().count()).collect();
        assert_eq!(lengths, [900, 900, 300]);
        assert_eq!(rows[1].kind, RowKind::Body(true));
    }

    #[test]
    fn no_row_ends_in_a_number() {
        let text = format!("{}30\n5件", "法".repeat(998));
        let number = 998 * 3..text.len();
        let rows = cut_with(&passage(&text, &[]), vec![number.clone()]);
        assert_eq!(rows.iter().map(|row| row.range.clone()).collect::<Vec<_>>(), [0..number.start, number]);
        let endless = passage(&"1".repeat(3000), &[]);
        let number = 0..3000;
        assert_eq!(cut_with(&endless, vec![number]).len(), 1);
    }

    proptest! {
        #[test]
        fn rows_give_the_text_back(
            words in prop::collection::vec(prop::sample::select(&["法治", "。", "\n", "，", "30", "；", "\t", "”", "\u{20000}", "办"][..]), 0..4000),
            numbers in prop::collection::vec((0_usize..9000, 1_usize..40), 0..60),
        ) {
            let text = words.concat();
            let whole = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            let numbers: Vec<Range<usize>> = numbers.iter().map(|&(at, long)| whole(at)..whole(at + long)).collect();
            let passage = passage(&text, &[]);
            let rows = cut_with(&passage, numbers.clone());
            let mut back = String::new();
            for (at, row) in rows.iter().enumerate() {
                if at > 0 && row.kind != RowKind::Body(true) {
                    back.push('\n');
                }
                back += &text[row.range.clone()];
                let within = |number: &&Range<usize>| number.start < row.range.end && row.range.start < number.end;
                prop_assert!(numbers.iter().filter(within).all(|own| own.is_empty() || row.range.start <= own.start && own.end <= row.range.end));
                let longest = text[row.range.clone()].chars().count();
                prop_assert!(longest <= MOST + numbers.len() * 40, "{longest}");
            }
            prop_assert_eq!(back, text);
        }
    }
}
