//! All words of the rules, found in one pass over a text.

use std::fmt;

use daachorse::CharwiseDoubleArrayAhoCorasick;

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
pub(crate) struct Lexicon {
    automaton: CharwiseDoubleArrayAhoCorasick<u16>,
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Lexicon").field("states", &self.automaton.num_states()).finish()
    }
}

impl Lexicon {
    pub fn new(literals: &[String]) -> Result<Self, Error> {
        let automaton = CharwiseDoubleArrayAhoCorasick::new(literals)
            .map_err(|error| Error::Data(format!("words of the rules: {error}")))?;
        Ok(Self { automaton })
    }

    /// Every word of `text`, overlapping ones too, ordered by end, then by start from the right.
    pub fn hits(&self, text: &str) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::with_capacity(text.len() / 16);
        // Of the words that end at one place the automaton tells the longest first.
        let mut run = 0;
        for found in self.automaton.find_overlapping_iter(text) {
            let hit = Hit { start: found.start() as u32, end: found.end() as u32, literal: Literal(found.value()) };
            if hits.last().is_some_and(|last| last.end != hit.end) {
                hits[run..].reverse();
                run = hits.len();
            }
            hits.push(hit);
        }
        hits[run..].reverse();
        hits
    }
}
