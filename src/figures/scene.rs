//! A passage laid out for the rules: folded text, numbers, words, clauses, sentences.

use super::catalogue::{Catalogue, Hit, Literal};
use super::gap::Widths;
use super::numbers::{Quantity, Token, TokenKind, scan};

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
    /// Topics named, in order of their end: end, start, topics.
    topics: Vec<(usize, usize, u64)>,
    /// Topics of the headings above.
    heading_topics: u64,
    widths: Widths,
    clauses: Vec<usize>,
    groups: Vec<usize>,
    sentences: Vec<usize>,
}

impl<'a> Scene<'a> {
    /// Lays out `text`, which is folded; `heading_topics` are those of the headings above it.
    pub fn new(text: &'a str, heading_topics: u64, catalogue: &'a Catalogue) -> Self {
        let tokens = scan(text, catalogue.measures());
        let titles = titles(text);
        let outside = |hit: &Hit| {
            let next = titles.partition_point(|title| title.start <= hit.start as usize);
            titles[..next].last().is_none_or(|title| hit.start as usize >= title.end)
        };
        let mut hits = catalogue.lexicon.hits(text);
        hits.retain(outside);
        let topics = hits
            .iter()
            .filter_map(|hit| {
                let bits = topic_bits(catalogue, hit.literal);
                (bits != 0).then_some((hit.end as usize, hit.start as usize, bits))
            })
            .collect();
        let (clauses, groups, sentences) = bounds(text, &tokens);
        Self {
            catalogue,
            text,
            tokens,
            hits,
            topics,
            heading_topics,
            widths: Widths::new(text),
            clauses,
            groups,
            sentences,
        }
    }

    /// Characters of `stretch` that carry meaning: neither filler nor inside 《…》.
    pub fn width(&self, stretch: Stretch) -> usize {
        self.widths.of(stretch)
    }

    /// Whether nothing but filler stands in `stretch`.
    pub fn is_filler(&self, stretch: Stretch) -> bool {
        self.width(stretch) == 0
    }

    /// The stretch between commas and stronger marks around `at`.
    pub fn clause(&self, at: usize) -> Stretch {
        around(&self.clauses, at, self.text.len())
    }

    /// The stretch between semicolons and stronger marks around `at`.
    pub fn group(&self, at: usize) -> Stretch {
        around(&self.groups, at, self.text.len())
    }

    /// The stretch between full stops around `at`.
    pub fn sentence(&self, at: usize) -> Stretch {
        around(&self.sentences, at, self.text.len())
    }

    /// Words of the rules that lie wholly in `stretch`.
    pub fn hits_in(&self, stretch: Stretch) -> impl DoubleEndedIterator<Item = &Hit> {
        let from = self.hits.partition_point(|hit| (hit.end as usize) <= stretch.start);
        let to = self.hits.partition_point(|hit| (hit.end as usize) <= stretch.end);
        self.hits[from..to.max(from)].iter().filter(move |hit| hit.start as usize >= stretch.start)
    }

    /// Whether one of `literals` lies in `stretch`.
    pub fn has_any(&self, literals: &[Literal], stretch: Stretch) -> bool {
        !literals.is_empty() && self.hits_in(stretch).any(|hit| literals.contains(&hit.literal))
    }

    /// How firmly one of the topics `wanted` is spoken of at a number: 3 in its clause, 2 as the last one named in the
    /// sentence, 1 before in the passage or in the headings, 0 named in the sentence or a heading with another after it.
    pub fn topic_level(&self, wanted: u64, number: Stretch, window: Stretch) -> Option<u8> {
        let clause = self.clause(number.start);
        if self.topics_within(Stretch::new(clause.start.min(window.start), clause.end)) & wanted != 0 {
            return Some(3);
        }
        let sentence = self.sentence(number.start);
        let before = self.topics.partition_point(|&(end, _, _)| end <= clause.start);
        let earlier = &self.topics[..before];
        let last = last_named(earlier);
        match earlier.last() {
            Some(&(end, _, _)) if end > sentence.start => {
                if last & wanted != 0 {
                    return Some(2);
                }
                let said = self.topics_within(Stretch::new(sentence.start, clause.start)) | self.heading_topics;
                (said & wanted != 0).then_some(0)
            }
            // A clause that names a subject of its own has left the one of the sentence before.
            _ => {
                let left = self.topics_within(Stretch::new(clause.start, number.start)) != 0;
                ((last | self.heading_topics) & wanted != 0).then_some(u8::from(!left))
            }
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
        (0..at).rev().find(|&index| matches!(self.tokens[index].kind, TokenKind::Quantity(_)))
    }

    /// The quantity behind token `at`.
    pub fn next_quantity(&self, at: usize) -> Option<usize> {
        (at + 1..self.tokens.len()).find(|&index| matches!(self.tokens[index].kind, TokenKind::Quantity(_)))
    }

    /// Whether the number `before` tells in how many parts that of token `at` comes: 3批156宗, 2批共236项.
    pub fn counts_containers(&self, before: usize, at: usize) -> bool {
        let between = Stretch::new(self.tokens[before].end, self.tokens[at].start).of(self.text);
        matches!(between, "" | "共" | "共计" | "合计" | "总计" | "计" | "(共" | "(共计")
    }

    /// From the clause's start, or the numeral before, to token `at`.
    pub fn left_window(&self, at: usize) -> Stretch {
        let token = &self.tokens[at];
        let clause = self.clause(token.start);
        let previous = self.previous_quantity(at).map_or(0, |index| self.tokens[index].core_end);
        Stretch::new(clause.start.max(previous), token.start)
    }

    /// From token `at` to the clause's end or the next number.
    pub fn right_window(&self, at: usize) -> Stretch {
        let token = &self.tokens[at];
        let clause = self.clause(token.end.saturating_sub(1).max(token.start));
        let next = self.next_quantity(at).map_or(usize::MAX, |index| self.tokens[index].start);
        Stretch::new(token.end, clause.end.min(next))
    }
}

/// Topics that a word names.
fn topic_bits(catalogue: &Catalogue, literal: Literal) -> u64 {
    catalogue.rules.topic_of.get(usize::from(literal.0)).copied().unwrap_or(0)
}

/// All topics named in a heading or a label.
pub(crate) fn topics_of(catalogue: &Catalogue, heading: &str) -> u64 {
    let folded = crate::text::Shadow::new(heading);
    catalogue.lexicon.hits(folded.text()).iter().fold(0, |bits, hit| bits | topic_bits(catalogue, hit.literal))
}

/// Topics named last: those of the word that ends last and of the words that overlap it.
fn last_named(topics: &[(usize, usize, u64)]) -> u64 {
    let Some(&(_, start, _)) = topics.last() else { return 0 };
    topics.iter().rev().take_while(|topic| topic.0 > start).fold(0, |bits, topic| bits | topic.2)
}

/// 《…》 in order, outermost.
fn titles(text: &str) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices() {
        match c {
            '《' => open = open.or(Some(at)),
            '》' => found.extend(open.take().map(|start| Stretch::new(start, at))),
            '\n' => open = None,
            _ => {}
        }
    }
    found
}

/// Bytes after which a sentence without a full stop ends at the next mark: proof that nobody can read is none.
const LONG: usize = 3_000;

/// Ends of clauses, of groups and of sentences; a comma inside a number is no mark.
fn bounds(text: &str, tokens: &[Token]) -> (Vec<usize>, Vec<usize>, Vec<usize>) {
    let (mut clauses, mut groups, mut sentences) = (Vec::new(), Vec::new(), Vec::new());
    let mut token = 0;
    let mut last = 0;
    for (at, c) in text.char_indices() {
        let long = at - last;
        let strength = match c {
            '。' | '!' | '?' | '\n' => 3,
            ',' | ':' | '\t' | ';' if long > LONG => 3,
            ',' | ':' | '\t' => 1,
            ';' => 2,
            _ if long > 2 * LONG => 3,
            _ => continue,
        };
        while tokens.get(token).is_some_and(|have| have.end <= at) {
            token += 1;
        }
        if tokens.get(token).is_some_and(|have| have.start < at) {
            continue;
        }
        let end = at + c.len_utf8();
        clauses.push(end);
        if strength >= 2 {
            groups.push(end);
        }
        if strength >= 3 {
            last = end;
            sentences.push(end);
        }
    }
    (clauses, groups, sentences)
}

fn around(ends: &[usize], at: usize, length: usize) -> Stretch {
    let next = ends.partition_point(|&end| end <= at);
    let start = if next == 0 { 0 } else { ends[next - 1] };
    Stretch::new(start, ends.get(next).copied().unwrap_or(length))
}
