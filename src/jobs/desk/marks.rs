//! Where figures stand in a passage, in bytes of its text.

use std::ops::Range;

use crate::figures::Span;

/// From scalar values to bytes of one text and back. A long passage holds many figures: each is one look-up.
pub(super) struct Scale(Vec<usize>);

impl Scale {
    /// Walks the text once.
    pub fn new(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).chain([text.len()]).collect())
    }

    /// The bytes of a span; `None` where the text has no such stretch.
    pub fn bytes(&self, span: Span) -> Option<Range<usize>> {
        let (start, end) = (*self.0.get(span.start as usize)?, *self.0.get(span.end as usize)?);
        (start <= end).then_some(start..end)
    }

    /// The scalar values before byte `at`.
    pub fn scalar(&self, at: usize) -> u32 {
        self.0.partition_point(|&start| start < at) as u32
    }

    /// The byte `count` scalar values behind byte `at`, the end of the text at most.
    pub fn ahead(&self, at: usize, count: usize) -> usize {
        let scalar = self.scalar(at) as usize + count;
        self.0.get(scalar).or(self.0.last()).copied().unwrap_or_default()
    }
}

/// A stretch of a passage that is the number of one figure or of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub range: Range<usize>,
    pub figures: Vec<usize>,
}

/// The spots of these numbers in order, those that overlap made one.
pub(super) fn spots(mut numbers: Vec<(Range<usize>, usize)>) -> Vec<Spot> {
    numbers.retain(|(range, _)| !range.is_empty());
    numbers.sort_by_key(|(range, figure)| (range.start, range.end, *figure));
    let mut spots: Vec<Spot> = Vec::new();
    for (range, figure) in numbers {
        match spots.last_mut().filter(|spot| range.start < spot.range.end) {
            Some(spot) => {
                spot.range.end = spot.range.end.max(range.end);
                spot.figures.push(figure);
            }
            None => spots.push(Spot { range, figures: vec![figure] }),
        }
    }
    for spot in &mut spots {
        spot.figures.sort_unstable();
    }
    spots
}

/// The spot that byte `at` cuts in two, if it does.
pub(super) fn cut_by(spots: &[Spot], at: usize) -> Option<&Spot> {
    let spot = spots.get(spots.partition_point(|spot| spot.range.end <= at))?;
    (spot.range.start < at).then_some(spot)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_numbers_share_a_spot_and_touching_ones_do_not() {
        let found = spots(vec![(9..12, 0), (3..6, 1), (6..8, 2), (10..15, 3), (9..12, 4), (2..2, 5)]);
        let spot = |range, figures: &[usize]| Spot { range, figures: figures.to_vec() };
        assert_eq!(found, [spot(3..6, &[1]), spot(6..8, &[2]), spot(9..15, &[0, 3, 4])]);
        assert_eq!(cut_by(&found, 6), None);
        assert_eq!(cut_by(&found, 9), None);
        assert_eq!(cut_by(&found, 12).map(|spot| spot.range.clone()), Some(9..15));
        assert_eq!(cut_by(&found, 15), None);
    }

    #[test]
    fn counts_in_both_directions() {
        let text = "法a治\u{20000}";
        let scale = Scale::new(text);
        let span = |start, end| Span { passage: 0, start, end };
        assert_eq!(scale.bytes(span(1, 3)), Some(3..7));
        assert_eq!(scale.bytes(span(3, 4)), Some(7..11));
        assert_eq!((scale.bytes(span(3, 5)), scale.bytes(span(2, 1))), (None, None));
        assert_eq!((scale.scalar(7), scale.scalar(11)), (3, 4));
        assert_eq!((scale.ahead(3, 2), scale.ahead(3, 9)), (7, 11));
    }
}
