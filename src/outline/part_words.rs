//! The words that name the parts, all found in one pass over a heading.

use std::collections::BTreeMap;

use super::scheme::PartEntry;
use super::types::Part;
use crate::text::WordFinder;

/// What a heading holds of one part's words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Held {
    /// Where the last of its firm words ends, each taken where it first stands.
    pub firm: Option<usize>,
    /// The same of the words that name it in a top heading alone.
    pub words: Option<usize>,
    /// Whether a word stands there that takes the force from those.
    pub unless: bool,
}

/// One of the lists of a part.
#[derive(Clone, Copy, Debug)]
enum List {
    Firm,
    Words,
    Unless,
}

/// A word of a part: its pieces around `…` stand in order.
#[derive(Clone, Copy, Debug)]
struct Word {
    part: Part,
    list: List,
    pieces: usize,
}

/// The words of all parts.
#[derive(Debug)]
pub(super) struct PartWords {
    finder: WordFinder,
    /// For each pattern of the finder its word, and which piece of the word it is.
    pieces: Vec<(usize, usize)>,
    words: Vec<Word>,
    /// The firm words by their first characters.
    openings: BTreeMap<char, Vec<(Part, String)>>,
    /// Firm words of the achievements that also make a heading without a mark.
    closings: Vec<String>,
}

impl PartWords {
    pub fn new(entries: &[PartEntry]) -> Result<Self, String> {
        let (mut patterns, mut pieces, mut words) = (Vec::new(), Vec::new(), Vec::new());
        for entry in entries {
            let lists = [(List::Firm, &entry.firm), (List::Words, &entry.words), (List::Unless, &entry.unless)];
            for (list, texts) in lists {
                for text in texts {
                    let before = patterns.len();
                    patterns.extend(text.split('…').filter(|piece| !piece.is_empty()));
                    pieces.extend((0..patterns.len() - before).map(|piece| (words.len(), piece)));
                    words.push(Word { part: entry.id, list, pieces: patterns.len() - before });
                }
            }
        }
        let mut openings: BTreeMap<char, Vec<(Part, String)>> = BTreeMap::new();
        for (part, word) in entries.iter().flat_map(|entry| entry.firm.iter().map(|word| (entry.id, word))) {
            if let Some(first) = word.chars().next() {
                openings.entry(first).or_default().push((part, word.clone()));
            }
        }
        let achievements = entries.iter().filter(|entry| entry.id == Part::Achievements);
        // 情况 and 总结 end the titles of documents too.
        let closes = |word: &&String| !word.contains("情况") && !word.contains("总结");
        Ok(Self {
            finder: WordFinder::new(patterns)?,
            pieces,
            words,
            openings,
            closings: achievements.flat_map(|entry| &entry.firm).filter(closes).cloned().collect(),
        })
    }

    /// What `text` holds of each part, by [`Part`] as a number.
    pub fn held(&self, text: &str) -> [Held; Part::COUNT] {
        let mut held = [Held::default(); Part::COUNT];
        // The words begun: how many pieces have been found, and where the last of them ends.
        let mut begun: Vec<(usize, usize, usize)> = Vec::new();
        for hit in self.finder.each(text) {
            let (index, piece) = self.pieces[hit.word];
            let at = begun.iter().position(|&(word, ..)| word == index).unwrap_or_else(|| {
                begun.push((index, 0, 0));
                begun.len() - 1
            });
            let (_, found, end) = &mut begun[at];
            if piece != *found || hit.start < *end {
                continue;
            }
            (*found, *end) = (piece + 1, hit.end);
            let word = self.words[index];
            if *found == word.pieces {
                held[word.part as usize].note(word.list, *end);
            }
        }
        held
    }

    /// Whether `text` begins with a firm word of `part`.
    pub fn opens(&self, part: Part, text: &str) -> bool {
        let words = text.chars().next().and_then(|first| self.openings.get(&first));
        words.is_some_and(|words| words.iter().any(|(of, word)| *of == part && text.starts_with(word.as_str())))
    }

    /// Whether `text` ends with what names the achievements even without a mark.
    pub fn closes_as_achievements(&self, text: &str) -> bool {
        self.closings.iter().any(|word| text.ends_with(word.as_str()))
    }
}

impl Held {
    fn note(&mut self, list: List, end: usize) {
        match list {
            List::Firm => self.firm = self.firm.max(Some(end)),
            List::Words => self.words = self.words.max(Some(end)),
            List::Unless => self.unless = true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(firm: &[&str], unless: &[&str]) -> PartWords {
        let own = |list: &[&str]| list.iter().map(|&word| word.to_owned()).collect();
        let (zh, en) = (String::new(), String::new());
        let entry = PartEntry { id: Part::Plans, zh, en, firm: own(firm), words: Vec::new(), unless: own(unless) };
        PartWords::new(&[entry]).unwrap()
    }

    #[test]
    fn each_word_counts_where_it_first_stands_and_the_last_end_wins() {
        let words = words(&["打算", "今后…工作"], &["补足"]);
        let held = |text: &str| words.held(text)[Part::Plans as usize];
        assert_eq!(held("打算和打算").firm, Some("打算".len()));
        assert_eq!(held("打算:今后的重点工作和工作").firm, Some("打算:今后的重点工作".len()));
        assert_eq!(held("工作在今后"), Held::default());
        assert_eq!(held("补足今后"), Held { unless: true, ..Held::default() });
    }

    #[test]
    fn a_word_of_pieces_opens_nothing() {
        let words = words(&["打算", "今后…工作"], &[]);
        assert!(words.opens(Part::Plans, "打算和思路"));
        assert!(!words.opens(Part::Plans, "的打算") && !words.opens(Part::Plans, "今后的工作"));
        assert!(!words.opens(Part::Problems, "打算"));
    }
}
