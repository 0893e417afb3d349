//! The places that a document names, and how loudly: for a body named without its place, and for equal names.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::divisions::{Division, Divisions};
use super::issuer;
use super::page::Page;
use super::phrase::Who;
use super::place_words::{self, Rank};
use super::subject::{self, SelfWords};
use crate::text::WordList;

/// Weight of a place in the name of an office that the page or the signature gives.
const OFFICE: usize = 6;
/// Weight of a place in the name of one of its own documents or its party committee (《鞍山市…》, 中共鞍山市委).
const OWN: usize = 3;
/// What stands before the name of a place whose own document, committee or programme it is.
static MARKS: WordList = WordList::new(&["《", "中共", "法治", "平安"]);
/// Bytes of body text looked at; a place that matters is named before.
const LIMIT: usize = 60_000;

/// The rest of a document around the body that reports, each part read when it is first asked for.
pub(super) struct Context<'a> {
    pub page: &'a Page<'a>,
    pub divisions: &'a Divisions,
    offices: OnceCell<Vec<(String, Who)>>,
    places: OnceCell<Places>,
    addressee: OnceCell<Option<Who>>,
    self_words: OnceCell<SelfWords>,
}

impl<'a> Context<'a> {
    pub(super) fn new(page: &'a Page<'a>, divisions: &'a Divisions) -> Self {
        Self {
            page,
            divisions,
            offices: OnceCell::new(),
            places: OnceCell::new(),
            addressee: OnceCell::new(),
            self_words: OnceCell::new(),
        }
    }

    /// The body that signs, then the offices that the page names.
    pub(super) fn offices(&self) -> &[(String, Who)] {
        self.offices.get_or_init(|| {
            let signed = issuer::signatory(self.page, self.divisions);
            signed.into_iter().chain(issuer::offices(self.page, self.divisions)).collect()
        })
    }

    /// Whom the report is addressed to.
    pub(super) fn addressee(&self) -> Option<&Who> {
        self.addressee.get_or_init(|| subject::addressee(self.page, self.divisions)).as_ref()
    }

    /// How the text speaks of itself.
    pub(super) fn self_words(&self) -> &SelfWords {
        self.self_words.get_or_init(|| SelfWords::count(self.page))
    }

    /// The places that the document names.
    pub(super) fn places(&self) -> &Places {
        self.places.get_or_init(|| Places::read(self.page, self.offices(), self.divisions))
    }

    /// Of several divisions of one name, the one whose parents the document names; `None` where that does not tell.
    pub(super) fn choose(&self, choices: &[&'a Division]) -> Option<&'a Division> {
        let loud =
            |row: &Division| self.divisions.ancestors(row).map(|above| self.places().score(&above.name)).sum::<usize>();
        match choices {
            [] => None,
            [one] => Some(one),
            _ => {
                let scores: Vec<usize> = choices.iter().map(|row| loud(row)).collect();
                let best = scores.iter().copied().max().filter(|best| *best > 0)?;
                let mut loudest = choices.iter().zip(&scores).filter(|(_, score)| **score == best);
                let (first, _) = loudest.next()?;
                loudest.next().is_none().then_some(*first)
            }
        }
    }
}

/// Scores of the places that a document names.
#[derive(Debug, Default)]
pub(super) struct Places {
    scores: BTreeMap<String, usize>,
}

impl Places {
    fn read(page: &Page<'_>, offices: &[(String, Who)], divisions: &Divisions) -> Self {
        let mut places = Self::default();
        for (_, who) in offices {
            who.places.iter().for_each(|place| places.add(place, OFFICE));
        }
        let mut left = LIMIT;
        for block in &page.document.blocks {
            let text = &block.text[..block.text.floor_char_boundary(left)];
            left -= text.len();
            places.count(text, divisions);
            if left == 0 {
                break;
            }
        }
        places
    }

    fn count(&mut self, text: &str, divisions: &Divisions) {
        let (mut end, mut owned) = (0, false);
        for mention in divisions.mentions(text) {
            let marked = MARKS.at_end(&text[..mention.start]).is_some();
            let organ = ["委", "人民政府", "政府"].iter().any(|organ| text[mention.end..].starts_with(organ));
            // 《青川市柳湾区…》 is a document of both.
            owned = marked || organ || owned && mention.start == end;
            end = mention.end;
            if let Some(first) = mention.choices.first() {
                self.add(&first.name, if owned { OWN } else { 1 });
            }
        }
        for at in MARKS.starts(text) {
            let mark = MARKS.at_start(&text[at..]).map_or(0, str::len);
            self.count_at(&text[at + mark..], divisions);
        }
    }

    /// A place that the list lacks, or names by its short form, right behind a mark: 《柳湾县…》, 法治珠海建设.
    fn count_at(&mut self, text: &str, divisions: &Divisions) {
        let (places, _) = place_words::chain(text, divisions);
        if !places.is_empty() {
            let unlisted = places.iter().filter(|place| divisions.named(place).is_empty());
            unlisted.for_each(|place| self.add(place, OWN));
            return;
        }
        let ends = text.char_indices().map(|(at, _)| at).skip(2).take(3);
        let found =
            ends.filter_map(|end| divisions.named_short(&text[..end]).first().map(|row| row.name.clone())).last();
        if let Some(name) = found {
            self.add(&name, OWN);
        }
    }

    /// The townships at the starts of clauses: the list has none, so only running text names them.
    pub(super) fn township(page: &Page<'_>) -> Option<String> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for block in page.document.body() {
            for clause in block.text.split(|c: char| !c.is_alphanumeric()) {
                let end = place_words::unlisted(clause)
                    .filter(|end| place_words::rank_of(&clause[..*end]) == Some(Rank::Township));
                if let Some(end) = end {
                    *counts.entry(&clause[..end]).or_default() += 1;
                }
            }
        }
        let best = counts.values().copied().max()?;
        let mut loudest = counts.iter().filter(|(_, count)| **count == best);
        let (name, _) = loudest.next()?;
        loudest.next().is_none().then(|| (*name).to_owned())
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
}
