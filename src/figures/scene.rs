//! A passage laid out for the rules: folded text, numbers, words, clauses, sentences.

use std::cell::OnceCell;

use super::catalogue::{Catalogue, Hit, Literal, LiteralSet};
use super::cues::Cues;
use super::gap::Widths;
use super::marks::{Bounds, Marks};
use super::numbers::{Quantity, Token, TokenKind, scan};
use crate::text::fold;

/// A half-open stretch of the folded text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Stretch {
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// A folded text with everything that the rules look at.
pub(crate) struct Scene<'a> {
    /// The catalogue whose words were looked for.
    pub catalogue: &'a Catalogue,
    /// The folded text.
    pub text: &'a str,
    /// Its numbers in order.
    pub tokens: Vec<Token>,
    /// Words of the rules outside 《…》, ordered by end.
    pub hits: Vec<Hit>,
    /// What stands beside each number.
    beside: Vec<Beside>,
    /// Topics named, in order of their end: end, start, topics.
    topics: Vec<(usize, usize, u64)>,
    /// Topics of the headings above.
    pub heading_topics: u64,
    widths: OnceCell<Widths>,
    bounds: Bounds,
}

/// The parts of the text that a number stands in, and its neighbours.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Beside {
    /// The stretch between commas and stronger marks.
    pub clause: Stretch,
    /// The stretch between semicolons and stronger marks.
    pub group: Stretch,
    /// The stretch between full stops.
    pub sentence: Stretch,
    /// From the clause's start, or the quantity before, to the number.
    pub left: Stretch,
    /// From the number to the clause's end or the next quantity.
    pub right: Stretch,
    /// The quantity before.
    pub previous: Option<usize>,
    /// The quantity behind.
    pub next: Option<usize>,
    /// Words of the grammar in the clause.
    pub cues: Cues,
    /// Words of the grammar in the clauses of the group before it.
    pub lead: Cues,
}

/// The marks and the numbers of a text.
pub(crate) struct Numbered {
    marks: Marks,
    tokens: Vec<Token>,
}

impl Numbered {
    /// Reads those of `text`, which is folded.
    pub fn new(text: &str, catalogue: &Catalogue) -> Self {
        let marks = Marks::new(text);
        let tokens = scan(text, &marks, catalogue.measures());
        Self { marks, tokens }
    }
}

impl<'a> Scene<'a> {
    /// Lays out `text`, which is folded, with its own marks and numbers.
    pub fn new(text: &'a str, Numbered { marks, tokens }: Numbered, catalogue: &'a Catalogue) -> Self {
        let bounds = marks.bounds(text, &tokens);
        let titles = marks.titles();
        let rules = &catalogue.rules;
        let mut said = Said::new(&bounds);
        for (end, cues) in marks.cues() {
            said.take(end, cues);
        }
        said.clause = 0;
        let mut topics = Vec::new();
        let hits = catalogue.lexicon.hits(text, |hit| {
            let next = titles.partition_point(|title| title.start <= hit.start as usize);
            let outside = titles[..next].last().is_none_or(|title| hit.start as usize >= title.end);
            if rules.telling.contains(hit.literal) {
                let sense = rules.senses[usize::from(hit.literal.0)];
                said.take(hit.end as usize, sense.cues);
                if outside && sense.topics != 0 {
                    topics.push((hit.end as usize, hit.start as usize, sense.topics));
                }
            }
            outside && hit.literal.0 < rules.grammar_from
        });
        let beside = beside(text, &tokens, &bounds, &said.clauses);
        Self { catalogue, text, tokens, hits, beside, topics, heading_topics: 0, widths: OnceCell::new(), bounds }
    }

    /// Whether there is anything in it that could become a figure.
    pub fn may_hold_figures(&self) -> bool {
        let lasts = &self.catalogue.rules.lasts;
        !self.tokens.is_empty() || self.hits.iter().any(|hit| lasts.contains(hit.literal))
    }

    /// What stands beside token `at`.
    pub fn beside(&self, at: usize) -> &Beside {
        &self.beside[at]
    }

    /// Characters of `stretch` that carry meaning: neither filler nor inside 《…》.
    pub fn width(&self, stretch: Stretch) -> usize {
        self.widths.get_or_init(|| Widths::new(self.text)).of(stretch)
    }

    /// Whether nothing but filler stands in `stretch`.
    pub fn is_filler(&self, stretch: Stretch) -> bool {
        self.width(stretch) == 0
    }

    /// The stretch between commas and stronger marks around `at`.
    pub fn clause(&self, at: usize) -> Stretch {
        around(&self.bounds.clauses, at, self.text.len())
    }

    /// The stretch between semicolons and stronger marks around `at`.
    pub fn group(&self, at: usize) -> Stretch {
        around(&self.bounds.groups, at, self.text.len())
    }

    /// The stretch between full stops around `at`.
    pub fn sentence(&self, at: usize) -> Stretch {
        around(&self.bounds.sentences, at, self.text.len())
    }

    /// Words of the rules that lie wholly in `stretch`.
    pub fn hits_in(&self, stretch: Stretch) -> impl DoubleEndedIterator<Item = &Hit> {
        self.ends_in(stretch).iter().filter(move |hit| hit.start as usize >= stretch.start)
    }

    /// Words of the rules that end in `stretch`, wherever they begin.
    pub fn ends_in(&self, stretch: Stretch) -> &[Hit] {
        let from = self.hits.partition_point(|hit| (hit.end as usize) <= stretch.start);
        let length = self.hits[from..].partition_point(|hit| (hit.end as usize) <= stretch.end);
        &self.hits[from..from + length]
    }

    /// Whether one of `literals` lies in `stretch`.
    pub fn has_any(&self, literals: &LiteralSet, stretch: Stretch) -> bool {
        !literals.is_empty() && self.hits_in(stretch).any(|hit| literals.contains(hit.literal))
    }

    /// The topics that are spoken of at a number with `window` before it.
    pub fn topics_at(&self, number: Stretch, window: Stretch) -> TopicsAt {
        let (clause, sentence) = (self.clause(number.start), self.sentence(number.start));
        let before = self.topics.partition_point(|&(end, _, _)| end <= clause.start);
        let earlier = &self.topics[..before];
        let said = earlier.last().is_some_and(|&(end, _, _)| end > sentence.start);
        TopicsAt {
            clause: self.topics_within(Stretch::new(clause.start.min(window.start), clause.end)),
            last: last_named(earlier),
            said: said.then(|| self.topics_within(Stretch::new(sentence.start, clause.start))),
            headings: self.heading_topics,
            left: self.topics_within(Stretch::new(clause.start, number.start)) != 0,
        }
    }

    fn topics_within(&self, stretch: Stretch) -> u64 {
        let from = self.topics.partition_point(|&(end, _, _)| end <= stretch.start);
        let to = self.topics.partition_point(|&(end, _, _)| end <= stretch.end);
        self.topics[from..to.max(from)]
            .iter()
            .filter(|topic| topic.1 >= stretch.start)
            .fold(0, |bits, topic| bits | topic.2)
    }

    /// The tokens that lie wholly in `stretch`, with the place of the first.
    pub fn tokens_in(&self, stretch: Stretch) -> (usize, &[Token]) {
        let from = self.tokens.partition_point(|token| token.start < stretch.start);
        let to = self.tokens.partition_point(|token| token.end <= stretch.end);
        (from, &self.tokens[from..to.max(from)])
    }

    /// The first quantity that begins at or behind byte `from`.
    pub fn quantity_from(&self, from: usize) -> Option<(&Token, &Quantity)> {
        let at = self.tokens.partition_point(|token| token.start < from);
        self.tokens[at..].iter().find_map(|token| match &token.kind {
            TokenKind::Quantity(quantity) => Some((token, quantity)),
            _ => None,
        })
    }

    /// The quantity tokens with their places among the tokens.
    pub fn quantities(&self) -> impl Iterator<Item = (usize, &Token, &Quantity)> {
        self.tokens.iter().enumerate().filter_map(|(at, token)| match &token.kind {
            TokenKind::Quantity(quantity) => Some((at, token, quantity)),
            _ => None,
        })
    }

    /// The quantity before token `at`.
    pub fn previous_quantity(&self, at: usize) -> Option<usize> {
        self.beside[at].previous
    }

    /// Whether the number `before` tells in how many parts that of token `at` comes: 3批156宗, 2批共236项.
    pub fn counts_containers(&self, before: usize, at: usize) -> bool {
        let between = Stretch::new(self.tokens[before].end, self.tokens[at].start).of(self.text);
        matches!(between, "" | "共" | "共计" | "合计" | "总计" | "计" | "(共" | "(共计")
    }

    /// From the clause's start, or the numeral before, to token `at`.
    pub fn left_window(&self, at: usize) -> Stretch {
        self.beside[at].left
    }

    /// From token `at` to the clause's end or the next number.
    pub fn right_window(&self, at: usize) -> Stretch {
        self.beside[at].right
    }
}

/// What the clauses say, gathered from words in the order of their ends.
struct Said<'a> {
    ends: &'a [usize],
    clause: usize,
    clauses: Vec<Cues>,
}

impl<'a> Said<'a> {
    fn new(bounds: &'a Bounds) -> Self {
        let ends = &*bounds.clauses;
        Self { ends, clause: 0, clauses: vec![Cues::default(); ends.len() + 1] }
    }

    /// Takes the word that ends at byte `end`.
    fn take(&mut self, end: usize, cues: Cues) {
        if cues == Cues::default() {
            return;
        }
        while self.ends.get(self.clause).is_some_and(|&clause| clause < end) {
            self.clause += 1;
        }
        self.clauses[self.clause] = self.clauses[self.clause].with(cues);
    }
}

/// What stands beside each of the tokens, which come in order.
fn beside(text: &str, tokens: &[Token], bounds: &Bounds, said: &[Cues]) -> Vec<Beside> {
    let (mut clause, mut group, mut sentence) = (0, 0, 0);
    let (mut lead, mut previous) = (Cues::default(), None);
    let mut all: Vec<Beside> = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        advance(&bounds.sentences, &mut sentence, token.start);
        let before = group;
        advance(&bounds.groups, &mut group, token.start);
        let group_at = part(&bounds.groups, group, text);
        if group != before {
            lead = Cues::default();
        }
        while bounds.clauses.get(clause).is_some_and(|&end| end <= token.start) {
            if bounds.clauses[clause] > group_at.start {
                lead = lead.with(said[clause]);
            }
            clause += 1;
        }
        let clause_at = part(&bounds.clauses, clause, text);
        let last = token.end.saturating_sub(1).max(token.start);
        let mut until = clause;
        advance(&bounds.clauses, &mut until, last);
        let from = previous.map_or(0, |index: usize| tokens[index].core_end);
        all.push(Beside {
            clause: clause_at,
            group: group_at,
            sentence: part(&bounds.sentences, sentence, text),
            left: Stretch::new(clause_at.start.max(from), token.start),
            right: Stretch::new(token.end, part(&bounds.clauses, until, text).end),
            previous,
            next: None,
            cues: said[clause],
            lead,
        });
        if matches!(token.kind, TokenKind::Quantity(_)) {
            previous = Some(at);
        }
    }
    let mut next: Option<usize> = None;
    for (at, token) in tokens.iter().enumerate().rev() {
        all[at].next = next;
        if let Some(next) = next {
            all[at].right = Stretch::new(token.end, all[at].right.end.min(tokens[next].start));
        }
        if matches!(token.kind, TokenKind::Quantity(_)) {
            next = Some(at);
        }
    }
    all
}

/// Moves on to the part that holds byte `at`.
fn advance(ends: &[usize], part: &mut usize, at: usize) {
    while ends.get(*part).is_some_and(|&end| end <= at) {
        *part += 1;
    }
}

/// Part number `part` of those that end at `ends`.
fn part(ends: &[usize], part: usize, text: &str) -> Stretch {
    let start = part.checked_sub(1).map_or(0, |before| ends[before]);
    Stretch::new(start, ends.get(part).copied().unwrap_or(text.len()))
}

/// Topics that are spoken of at a number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TopicsAt {
    /// In its clause.
    clause: u64,
    /// Those named last before its clause.
    last: u64,
    /// Those of its sentence before its clause; `None` where the sentence has named none there.
    said: Option<u64>,
    /// In the headings above.
    headings: u64,
    /// Its clause names one before the number.
    left: bool,
}

impl TopicsAt {
    /// How firmly one of the topics `wanted` is spoken of: 3 in the clause, 2 as the last one named in the sentence,
    /// 1 before in the passage or in the headings, 0 named in the sentence or a heading with another after it.
    pub fn level(&self, wanted: u64) -> Option<u8> {
        if self.clause & wanted != 0 {
            return Some(3);
        }
        match self.said {
            Some(_) if self.last & wanted != 0 => Some(2),
            Some(said) => ((said | self.headings) & wanted != 0).then_some(0),
            // A clause that names a subject of its own has left the one of the sentence before.
            None => ((self.last | self.headings) & wanted != 0).then_some(u8::from(!self.left)),
        }
    }
}

/// Topics that a word names.
fn topic_bits(catalogue: &Catalogue, literal: Literal) -> u64 {
    catalogue.rules.senses.get(usize::from(literal.0)).map_or(0, |sense| sense.topics)
}

/// All topics named in a heading or a label.
pub(crate) fn topics_of(catalogue: &Catalogue, heading: &str) -> u64 {
    catalogue.lexicon.each(&fold(heading)).fold(0, |bits, hit| bits | topic_bits(catalogue, hit.literal))
}

/// Topics named last: those of the word that ends last and of the words that overlap it.
fn last_named(topics: &[(usize, usize, u64)]) -> u64 {
    let Some(&(_, start, _)) = topics.last() else { return 0 };
    topics.iter().rev().take_while(|topic| topic.0 > start).fold(0, |bits, topic| bits | topic.2)
}

fn around(ends: &[usize], at: usize, length: usize) -> Stretch {
    let next = ends.partition_point(|&end| end <= at);
    let start = if next == 0 { 0 } else { ends[next - 1] };
    Stretch::new(start, ends.get(next).copied().unwrap_or(length))
}
