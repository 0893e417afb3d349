//! Where a span of a passage stands in the original: what a person's decision holds on to.
//!
//! Spans count from the start of a passage, and another outline may cut the passages elsewhere. The original stays.

use crate::figures::Span;
use crate::outline::{Passage, Passages};

use super::slices::Slices;

/// A stretch of the decoded original in bytes, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Anchor {
    /// First byte.
    pub from: usize,
    /// One past the last byte.
    pub to: usize,
}

impl Anchor {
    /// The anchor of a span; `None` where the passages have no such span.
    pub fn of(passages: &Passages, span: Span) -> Option<Self> {
        let at = passages.items.binary_search_by_key(&span.passage, |passage| passage.id).ok()?;
        Self::within(passages.items.get(at)?, span.start, span.end)
    }

    /// The anchor of the scalar values from `first` to `last` of one passage.
    pub fn within(passage: &Passage, first: u32, last: u32) -> Option<Self> {
        let slices = Slices::new(&passage.text);
        let (first, last) = (slices.byte(first)?, slices.byte(last)?);
        if first >= last {
            return None;
        }
        let (start, exact) = piece_at(passage, first)?;
        let from = if exact { start.from + (first - start.at) } else { start.from };
        let (end, exact) = piece_at(passage, last - 1)?;
        let to = if exact { end.from + (last - end.at) } else { end.to };
        Some(Self { from, to: to.min(end.to) })
    }
}

/// The piece that byte `at` of the text belongs to, and whether its bytes are those of the original one by one.
fn piece_at(passage: &Passage, at: usize) -> Option<(&crate::outline::Piece, bool)> {
    let after = passage.pieces.partition_point(|piece| piece.at <= at);
    let piece = passage.pieces.get(after.checked_sub(1)?)?;
    let end = passage.pieces.get(after).map_or(passage.text.len(), |next| next.at);
    // The line feed between two paragraphs belongs to no piece.
    let text = passage.text.get(piece.at..end)?.trim_end_matches('\n');
    Some((piece, text.len() == piece.to.checked_sub(piece.from)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{Part, Piece};

    fn passage(text: &str, pieces: &[(usize, usize, usize)]) -> Passage {
        let piece =
            |&(at, from, to): &(usize, usize, usize)| Piece { at, from, to, paragraph: None, cell: None, page: None };
        Passage {
            id: 0,
            part: Part::Achievements,
            section: None,
            outline_part: None,
            headings: Vec::new(),
            text: text.to_owned(),
            reason: String::new(),
            pieces: pieces.iter().map(piece).collect(),
            cells: Vec::new(),
        }
    }

    #[test]
    fn a_span_is_found_byte_by_byte_where_the_text_is_the_originals() {
        // Two paragraphs of the original, two spaces between them.
        let passage = passage("办结45件\n受理9件", &[(0, 100, 111), (12, 113, 123)]);
        assert_eq!(Anchor::within(&passage, 2, 5), Some(Anchor { from: 106, to: 111 }));
        assert_eq!(Anchor::within(&passage, 8, 10), Some(Anchor { from: 119, to: 123 }));
        assert_eq!(Anchor::within(&passage, 8, 11), None);
    }

    #[test]
    fn an_entity_stands_for_its_whole_range() {
        let passage = passage("A&B", &[(0, 10, 11), (1, 11, 16), (2, 16, 17)]);
        assert_eq!(Anchor::within(&passage, 1, 2), Some(Anchor { from: 11, to: 16 }));
        assert_eq!(Anchor::within(&passage, 0, 3), Some(Anchor { from: 10, to: 17 }));
    }

    #[test]
    fn the_same_words_have_the_same_anchor_in_passages_cut_otherwise() {
        let whole = passage("办结45件\n受理9件", &[(0, 100, 111), (12, 113, 123)]);
        let second = passage("受理9件", &[(0, 113, 123)]);
        assert_eq!(Anchor::within(&whole, 8, 10), Anchor::within(&second, 2, 4));
    }
}
