//! All words of the rules, found in one pass over a text.

use aho_corasick::{AhoCorasick, MatchKind};

use crate::error::Error;

/// A word of the rules, by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Literal(pub u16);

/// A word of the rules at its place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Which word.
    pub literal: Literal,
}

/// Finds the words.
#[derive(Debug)]
pub(crate) struct Lexicon {
    automaton: AhoCorasick,
}

impl Lexicon {
    pub fn new(literals: &[String]) -> Result<Self, Error> {
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(literals)
            .map_err(|error| Error::Data(format!("words of the rules: {error}")))?;
        Ok(Self { automaton })
    }

    /// Every word of `text`, overlapping ones too, ordered by end, then by start from the right.
    pub fn hits(&self, text: &str) -> Vec<Hit> {
        let mut hits: Vec<Hit> = self
            .automaton
            .find_overlapping_iter(text)
            .map(|found| Hit {
                start: found.start() as u32,
                end: found.end() as u32,
                literal: Literal(found.pattern().as_u32() as u16),
            })
            .collect();
        hits.sort_by_key(|hit| (hit.end, u32::MAX - hit.start, hit.literal));
        hits
    }
}
