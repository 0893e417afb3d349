//! Running headers, footers and page numbers: what repeats at the edges of pages.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::Line;

/// Rows looked at from either edge.
const REACH: usize = 3;

/// Share of the height that is an edge.
const EDGE: f32 = 0.16;

/// A row of a page.
pub(super) type Place = (usize, usize);

/// A row at an edge of a page.
struct Candidate {
    place: Place,
    y: f32,
}

/// The rows that belong to the page and not to the text. `pages` are the heights and rows of all pages.
pub(super) fn find(pages: &[(f32, Vec<Option<Line>>)]) -> BTreeSet<Place> {
    let mut found = BTreeSet::new();
    let mut alike: BTreeMap<(bool, String), Vec<Candidate>> = BTreeMap::new();
    for (page, (height, lines)) in pages.iter().enumerate() {
        let inky: Vec<(usize, &Line)> =
            lines.iter().enumerate().filter_map(|(row, line)| Some((row, line.as_ref()?))).collect();
        let upper = inky.iter().take(REACH).filter(|(_, line)| line.y < height * EDGE).map(|row| (true, row));
        let lower = inky.iter().rev().take(REACH).filter(|(_, line)| line.y > height * (1.0 - EDGE));
        for (top, (row, line)) in upper.chain(lower.map(|row| (false, row))) {
            let Some(key) = key(&line.text) else { continue };
            let last = if top { inky.first() } else { inky.last() };
            if last.is_some_and(|(last, _)| last == row) && numbers(&line.text, page + 1) {
                found.insert((page, *row));
            }
            alike.entry((top, key)).or_default().push(Candidate { place: (page, *row), y: line.y });
        }
    }
    for rows in alike.values_mut() {
        rows.sort_by(|a, b| a.y.total_cmp(&b.y));
        let often = rows.len() * 5 >= pages.len();
        for near in rows.chunk_by(|a, b| b.y - a.y < 4.0) {
            let different: BTreeSet<usize> = near.iter().map(|row| row.place.0).collect();
            if often && different.len() >= 2 {
                found.extend(near.iter().map(|row| row.place));
            }
        }
    }
    found
}

/// A row without blanks, its numbers as one sign; `None` for what is too long to repeat.
fn key(text: &str) -> Option<String> {
    if text.chars().nth(80).is_some() {
        return None;
    }
    let mut key = String::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        let c = if is_digit(c) { '#' } else { c };
        if c != '#' || !key.ends_with('#') {
            key.push(c);
        }
    }
    Some(key)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Whether a row at the very edge is a page number by itself: — 3 —, 第3页 共9页, 3/9, or the bare number of the page.
fn numbers(text: &str, page: usize) -> bool {
    let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = squeezed.trim_matches(|c| "-—–－_·~～".contains(c));
    let dressed = bare.len() < squeezed.len();
    let digits: String = bare.chars().filter(|c| is_digit(*c)).collect();
    let words: String = bare.chars().filter(|c| !is_digit(*c)).collect();
    if digits.is_empty() || digits.chars().count() > 8 {
        return false;
    }
    match words.as_str() {
        "" => dressed && digits.len() <= 4 || digits.parse() == Ok(page),
        "第页" | "第页共页" | "第页，共页" | "第页,共页" | "第页/共页" | "共页第页" | "/" | "Page" | "Pageof" => {
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(texts: &[(&str, f32)]) -> (f32, Vec<Option<Line>>) {
        let line = |&(text, y): &(&str, f32)| Some(Line { text: text.to_owned(), y, ..Line::default() });
        (800.0, texts.iter().map(line).collect())
    }

    #[test]
    fn what_repeats_at_the_edges_is_found() {
        let pages = [
            page(&[("甲市公报 第1期", 40.0), ("甲市2024年报告", 90.0), ("正文一", 400.0), ("— 1 —", 780.0)]),
            page(&[("甲市公报 第1期", 40.0), ("正文二", 90.0), ("正文三", 400.0), ("— 2 —", 780.0)]),
        ];
        assert_eq!(find(&pages).into_iter().collect::<Vec<_>>(), [(0, 0), (0, 3), (1, 0), (1, 3)]);
    }

    #[test]
    fn a_single_page_keeps_its_text() {
        let pages = [page(&[("2024年", 60.0), ("正文12件", 400.0), ("办结45件", 760.0)])];
        assert!(find(&pages).is_empty());
        assert_eq!(find(&[page(&[("正文", 400.0), ("第 1 页 共 1 页", 780.0)])]).len(), 1);
        assert_eq!(find(&[page(&[("正文", 400.0), ("1", 780.0)])]).len(), 1);
    }
}
