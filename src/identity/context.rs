//! The places that a document names, and how loudly: for a body named without its place, and for equal names.

use std::collections::BTreeMap;

use super::divisions::{Division, Divisions};
use super::page::Page;
use super::phrase::Who;
use super::place_words::{self, Rank};

/// Weight of a place in the name of an office that the page or the signature gives.
const OFFICE: usize = 6;
/// Weight of a place in the name of one of its own documents or its party committee (《鞍山市…》, 中共鞍山市委).
const OWN: usize = 3;
/// Bytes of body text looked at; a place that matters is named before.
const LIMIT: usize = 60_000;

/// Scores of the places that a document names.
#[derive(Debug, Default)]
pub(super) struct Context {
    scores: BTreeMap<String, usize>,
}

impl Context {
    /// Counts the places of the offices around the text and of the text itself.
    pub(super) fn read(page: &Page<'_>, offices: &[(String, Who)], divisions: &Divisions) -> Self {
        let mut context = Self::default();
        for (_, who) in offices {
            who.places.iter().for_each(|place| context.add(place, OFFICE));
        }
        let mut left = LIMIT;
        for block in &page.document.blocks {
            let text = &block.text[..block.text.floor_char_boundary(left)];
            left -= text.len();
            context.count(text, divisions);
        }
        context
    }

    fn count(&mut self, text: &str, divisions: &Divisions) {
        for mention in divisions.mentions(text) {
            let owns = ["《", "中共"].iter().any(|mark| text[..mention.start].ends_with(mark))
                || ["委", "人民政府", "政府"].iter().any(|organ| text[mention.end..].starts_with(organ));
            if let Some(first) = mention.choices.first() {
                self.add(&first.name, if owns { OWN } else { 1 });
            }
        }
        for mark in ["《", "中共"] {
            for (at, _) in text.match_indices(mark) {
                let rest = &text[at + mark.len()..];
                let listed = divisions.prefix(rest).is_some();
                if let Some(end) = place_words::unlisted(rest).filter(|_| !listed) {
                    self.add(&rest[..end], OWN);
                }
            }
        }
    }

    fn add(&mut self, name: &str, weight: usize) {
        *self.scores.entry(name.to_owned()).or_default() += weight;
    }

    /// How loudly a place is named.
    pub(super) fn score(&self, name: &str) -> usize {
        self.scores.get(name).copied().unwrap_or(0)
    }

    /// The place of one of the ranks that is named loudest; of equals the first by name.
    pub(super) fn loudest(&self, ranks: &[Rank]) -> Option<&str> {
        let fitting =
            self.scores.iter().filter(|(name, _)| place_words::rank_of(name).is_some_and(|rank| ranks.contains(&rank)));
        let best = fitting.clone().map(|(_, score)| *score).max()?;
        fitting.into_iter().find(|(_, score)| **score == best).map(|(name, _)| name.as_str())
    }

    /// Of several divisions of one name, the one whose parents the document names; `None` where that does not tell.
    pub(super) fn choose<'d>(&self, choices: &[&'d Division], divisions: &Divisions) -> Option<&'d Division> {
        let loud = |row: &Division| divisions.ancestors(row).map(|above| self.score(&above.name)).sum::<usize>();
        match choices {
            [] => None,
            [one] => Some(one),
            _ => {
                let best = choices.iter().map(|row| loud(row)).max().filter(|best| *best > 0)?;
                let mut loudest = choices.iter().filter(|row| loud(row) == best);
                let first = loudest.next()?;
                loudest.next().is_none().then_some(*first)
            }
        }
    }
}
