//! Many words found in one pass over a text.

use std::fmt;

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};

/// A word found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordAt {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Its place in the list of words.
    pub word: usize,
}

/// A list of words to find. It goes by characters and stays small, so that many short texts leave it in the
/// processor's caches.
pub struct WordFinder {
    automaton: CharwiseDoubleArrayAhoCorasick<u32>,
}

impl fmt::Debug for WordFinder {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("WordFinder").field("states", &self.automaton.num_states()).finish()
    }
}

impl WordFinder {
    /// Finds `words`, which may stand in the list twice; too many of them are an error, told in English.
    pub fn new<W: AsRef<str>>(words: impl IntoIterator<Item = W>) -> Result<Self, String> {
        // What is sought is common: a filter for texts without it only costs.
        let builder = CharwiseDoubleArrayAhoCorasickBuilder::new().use_prefilter(false);
        let automaton = builder.build(words).map_err(|error| error.to_string())?;
        Ok(Self { automaton })
    }

    /// Every word of `text`, overlapping ones too, in the order of their ends; at one end the longest first.
    #[inline]
    pub fn each(&self, text: &str) -> impl Iterator<Item = WordAt> {
        self.automaton.find_overlapping_iter(text).map(|found| WordAt {
            start: found.start(),
            end: found.end(),
            word: found.value() as usize,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_all_words_by_their_ends() {
        let finder = WordFinder::new(["行政复议", "复议", "议案", "复议"]).unwrap();
        let found: Vec<WordAt> = finder.each("行政复议案").collect();
        let at = |start: usize, end: usize, word: usize| WordAt { start, end, word };
        assert_eq!(found, [at(0, 12, 0), at(6, 12, 1), at(6, 12, 3), at(9, 15, 2)]);
        assert_eq!(finder.each("").count(), 0);
    }
}
