//! The report as a whole: 市本级 beside the whole, facts told twice, labels, ids, offsets in scalar values, order.

use std::collections::BTreeSet;

use sha2::{Digest as _, Sha256};

use super::catalogue::Catalogue;
use super::draft::{Claim, Draft, Shift};
use super::scene::Stretch;
use super::subject::Owner;
use super::{Change, Elsewhere, Figures, Nature, Observation, Reason, Scope, Span, Unclaimed};
use crate::outline::{Passage, Passages};
use crate::text::{ScalarIndex, Shadow, hex};

/// The draft of a passage with what leads back to its text.
pub(crate) struct PassageDraft<'a> {
    /// The passage.
    pub passage: &'a Passage,
    /// Its folded text.
    pub shadow: Shadow<'a>,
    /// Its figures.
    pub draft: Draft,
}

/// Puts the drafts of a report together.
pub(crate) fn finish(passages: &Passages, drafts: &[PassageDraft<'_>], catalogue: &Catalogue) -> Figures {
    let claims = drafts.iter().map(|draft| draft.draft.claims.len()).sum();
    let left: usize = drafts.iter().map(|draft| draft.draft.left.len()).sum();
    let mut report = Report {
        catalogue,
        whole: whole_indicators(drafts),
        strong: strong_facts(drafts),
        facts: Vec::with_capacity(claims),
        shifts: Vec::new(),
        loose: Vec::with_capacity(left),
    };
    for draft in drafts {
        report.passage(draft);
    }
    report.merge_facts();
    report.merge_shifts();
    report.drop_covered();
    report.figures(&mut Ids::new(&passages.sha256))
}

/// A value with its place in the report.
struct Fact<'a> {
    claim: &'a Claim,
    span: Span,
    sentence: Span,
    raw: &'a str,
    /// The folded text of its passage.
    folded: &'a str,
    also: Vec<Span>,
}

/// What makes two values one fact: indicator, value, nature, year.
type Key = (usize, u64, Nature, Option<i32>);

/// What a label tells apart: indicator, nature, year.
type Like = (usize, Nature, Option<i32>);

fn like(claim: &Claim) -> Like {
    (claim.indicator, claim.time.nature, claim.time.year)
}

impl Fact<'_> {
    fn key(&self) -> Key {
        (self.claim.indicator, self.claim.value.to_bits(), self.claim.time.nature, self.claim.time.year)
    }
}

/// A change with its place in the report.
struct Moved<'a> {
    shift: &'a Shift,
    span: Span,
    sentence: Span,
    raw: &'a str,
}

/// A number without a claim, with its place in the report.
struct Loose<'a> {
    span: Span,
    raw: &'a str,
    reason: Reason,
    other: Option<Box<Elsewhere>>,
}

/// The report under work.
struct Report<'a> {
    catalogue: &'a Catalogue,
    /// Indicators that the report gives for the whole place, sorted.
    whole: Vec<usize>,
    /// What some rule states outright, sorted.
    strong: Vec<Like>,
    facts: Vec<Fact<'a>>,
    shifts: Vec<Moved<'a>>,
    loose: Vec<Loose<'a>>,
}

impl<'a> Report<'a> {
    /// Takes the figures of the next passage.
    fn passage(&mut self, draft: &'a PassageDraft<'a>) {
        let PassageDraft { passage, shadow, draft: Draft { claims, shifts, left } } = draft;
        if claims.is_empty() && shifts.is_empty() && left.is_empty() {
            return;
        }
        let mut place = Placer { passage, shadow: *shadow, index: ScalarIndex::new(&passage.text), last: None };
        for claim in claims {
            self.claim(claim, &mut place);
        }
        for shift in shifts {
            let ((span, raw), sentence) = (place.span(shift.span), place.sentence(shift.sentence));
            self.shifts.push(Moved { shift, span, sentence, raw });
        }
        for number in left {
            let (span, raw) = place.span(number.span);
            self.loose.push(Loose { span, raw, reason: number.reason, other: None });
        }
    }

    /// A value, or a loose number where it is another unit's or says no more than a figure that is listed.
    fn claim(&mut self, claim: &'a Claim, place: &mut Placer<'a>) {
        let (span, raw) = place.span(claim.span);
        if claim.weak && self.strong.binary_search(&like(claim)).is_ok() {
            self.loose.push(Loose { span, raw, reason: Reason::PartOf, other: None });
            return;
        }
        let of = match &claim.owner {
            Owner::Other(name) => Some(name.clone()),
            Owner::Own if self.whole.binary_search(&claim.indicator).is_ok() => Some("本级".to_owned()),
            _ => None,
        };
        if let Some(of) = of {
            let indicator = &self.catalogue.indicators()[claim.indicator];
            let (value, year) = (claim.value, claim.time.year);
            let (indicator, unit) = (indicator.id.clone(), indicator.unit.clone());
            let other = Some(Box::new(Elsewhere { indicator, value, unit, year, of }));
            self.loose.push(Loose { span, raw, reason: Reason::Scope, other });
            return;
        }
        let sentence = place.sentence(claim.sentence);
        self.facts.push(Fact { claim, span, sentence, raw, folded: place.shadow.text(), also: Vec::new() });
    }

    /// One entry for a fact told twice, at its fullest sentence.
    fn merge_facts(&mut self) {
        let keys: Vec<Key> = self.facts.iter().map(Fact::key).collect();
        let mut order: Vec<usize> = (0..keys.len()).collect();
        order.sort_by_key(|&at| keys[at]);
        let mut kept = vec![true; self.facts.len()];
        for same in order.chunk_by(|&a, &b| keys[a] == keys[b]).filter(|same| same.len() > 1) {
            let length = |at: usize| self.facts[at].sentence.end - self.facts[at].sentence.start;
            let fullest = same.iter().copied().rev().max_by_key(|&at| length(at)).unwrap_or_default();
            let mut also = Vec::new();
            for &at in same.iter().filter(|&&at| at != fullest) {
                let Fact { span, raw, .. } = self.facts[at];
                kept[at] = false;
                also.push(span);
                // Told a second time, it is listed with the rest, so that every number is accounted for.
                if raw.chars().any(char::is_numeric) {
                    self.loose.push(Loose { span, raw, reason: Reason::PartOf, other: None });
                }
            }
            also.sort_unstable();
            self.facts[fullest].also = also;
        }
        let mut kept = kept.into_iter();
        self.facts.retain(|_| kept.next().unwrap_or(true));
        let id = |fact: &Fact<'_>| self.catalogue.indicators()[fact.claim.indicator].id.as_str();
        self.facts.sort_by(|a, b| a.span.cmp(&b.span).then_with(|| id(a).cmp(id(b))));
    }

    /// One entry for a change told twice.
    fn merge_shifts(&mut self) {
        let mut seen = BTreeSet::new();
        for moved in std::mem::take(&mut self.shifts) {
            let shift = moved.shift;
            if seen.insert((shift.indicator, rounded(shift.delta).to_bits(), shift.unit as u8, shift.year)) {
                self.shifts.push(moved);
            } else {
                self.loose.push(Loose { span: moved.span, raw: moved.raw, reason: Reason::PartOf, other: None });
            }
        }
        let id = |moved: &Moved<'_>| self.catalogue.indicators()[moved.shift.indicator].id.as_str();
        self.shifts.sort_by(|a, b| a.span.cmp(&b.span).then_with(|| id(a).cmp(id(b))));
    }

    /// Drops loose numbers that a value or a change covers, and doubles among them.
    fn drop_covered(&mut self) {
        let mut claimed: Vec<Span> =
            self.facts.iter().map(|fact| fact.span).chain(self.shifts.iter().map(|moved| moved.span)).collect();
        claimed.sort_unstable();
        // Claims of one passage begin in order and are short, so only the neighbours of a span can cover it.
        let covers = |span: &Span| {
            let next = claimed.partition_point(|have| (have.passage, have.start) < (span.passage, span.end));
            claimed[..next].iter().rev().take(8).any(|have| have.passage == span.passage && span.start < have.end)
        };
        self.loose.retain(|loose| !covers(&loose.span));
        self.loose.sort_by_key(|loose| loose.span);
        self.loose.dedup_by_key(|loose| loose.span);
    }

    /// The figures with their ids and words.
    fn figures(self, ids: &mut Ids) -> Figures {
        let mut likes: Vec<Like> = self.facts.iter().map(|fact| like(fact.claim)).collect();
        likes.sort_unstable();
        let alone = |fact: &Fact<'_>| {
            let first = likes.partition_point(|other| *other < like(fact.claim));
            likes.get(first + 1).is_none_or(|next| *next != like(fact.claim))
        };
        let catalogue = self.catalogue;
        Figures {
            observations: self.facts.into_iter().map(|fact| observation(alone(&fact), fact, catalogue, ids)).collect(),
            changes: self.shifts.into_iter().map(|moved| change(moved, catalogue, ids)).collect(),
            unclaimed: self.loose.into_iter().map(|loose| unclaimed(loose, ids)).collect(),
            ..Figures::default()
        }
    }
}

/// An observation; a label only where it tells figures apart.
fn observation(alone: bool, fact: Fact<'_>, catalogue: &Catalogue, ids: &mut Ids) -> Observation {
    let Fact { claim, span, sentence, raw, folded, also } = fact;
    let indicator = &catalogue.indicators()[claim.indicator];
    let flags = claim.flags.iter().chain(&claim.time.flags).cloned().collect();
    Observation {
        id: ids.of(span, &indicator.id, ""),
        indicator: indicator.id.clone(),
        label: if alone { None } else { Some(claim.label.text(folded)).filter(|label| !label.is_empty()) },
        value: claim.value,
        unit: indicator.unit.clone(),
        bound: claim.bound,
        year: claim.time.year,
        nature: claim.time.nature,
        scope: if claim.owner == Owner::Own { Scope::Own } else { Scope::Whole },
        raw: raw.to_owned(),
        span,
        sentence,
        rule: claim.rule.name(&catalogue.rules),
        confidence: claim.confidence,
        flags,
        also,
    }
}

fn change(moved: Moved<'_>, catalogue: &Catalogue, ids: &mut Ids) -> Change {
    let Moved { shift, span, sentence, raw } = moved;
    let indicator = &catalogue.indicators()[shift.indicator].id;
    Change {
        id: ids.of(span, indicator, "/change"),
        indicator: indicator.clone(),
        delta: rounded(shift.delta),
        unit: shift.unit,
        basis: shift.basis.to_owned(),
        year: shift.year,
        ambiguous: shift.ambiguous,
        implied_prior: shift.implied_prior,
        raw: raw.to_owned(),
        span,
        sentence,
        rule: "change".into(),
        confidence: shift.confidence,
    }
}

fn unclaimed(loose: Loose<'_>, ids: &mut Ids) -> Unclaimed {
    let Loose { span, raw, reason, other } = loose;
    Unclaimed { id: ids.of(span, "", ""), raw: raw.to_owned(), span, reason, other: other.map(|other| *other) }
}

/// A change without the noise of binary fractions.
fn rounded(delta: f64) -> f64 {
    (delta * 1e6).round() / 1e6
}

/// Indicators that the report gives for the whole place.
fn whole_indicators(drafts: &[PassageDraft<'_>]) -> Vec<usize> {
    let claims = drafts.iter().flat_map(|draft| &draft.draft.claims);
    let mut list: Vec<usize> =
        claims.filter(|claim| claim.owner == Owner::Whole).map(|claim| claim.indicator).collect();
    list.sort_unstable();
    list.dedup();
    list
}

/// What some rule states outright, for the claims that only count without such; sorted.
fn strong_facts(drafts: &[PassageDraft<'_>]) -> Vec<Like> {
    let claims = || drafts.iter().flat_map(|draft| &draft.draft.claims);
    if !claims().any(|claim| claim.weak) {
        return Vec::new();
    }
    let mut list: Vec<Like> = claims().filter(|claim| !claim.weak).map(like).collect();
    list.sort_unstable();
    list
}

/// Leads from the folded text of a passage to its own.
struct Placer<'a> {
    passage: &'a Passage,
    shadow: Shadow<'a>,
    index: ScalarIndex<'a>,
    /// The sentence asked for last: its numbers come one after the other.
    last: Option<(Stretch, Span)>,
}

impl<'a> Placer<'a> {
    fn bytes(&self, stretch: Stretch) -> (usize, usize) {
        let text = &self.passage.text;
        (self.shadow.original(stretch.start), self.shadow.original_end(stretch.end, text))
    }

    fn span(&self, stretch: Stretch) -> (Span, &'a str) {
        let (from, to) = self.bytes(stretch);
        let raw = self.passage.text.get(from..to).unwrap_or("");
        let start = self.index.scalar(from);
        (Span { passage: self.passage.id, start, end: start + raw.chars().count() as u32 }, raw)
    }

    /// The sentence without blanks at its ends.
    fn sentence(&mut self, stretch: Stretch) -> Span {
        if let Some((_, span)) = self.last.filter(|(last, _)| *last == stretch) {
            return span;
        }
        let (from, to) = self.bytes(stretch);
        let text = self.passage.text.get(from..to).unwrap_or("");
        let from = from + (text.len() - text.trim_start().len());
        let to = from + text.trim().len();
        let span = Span { passage: self.passage.id, start: self.index.scalar(from), end: self.index.scalar(to) };
        self.last = Some((stretch, span));
        span
    }
}

/// Writes a number in digits: there is one id for each number of a report, and three numbers in each.
fn push_number(to: &mut String, number: u32) {
    let (mut digits, mut first, mut left) = ([0; 10], 10, number);
    while left > 0 || first == 10 {
        first -= 1;
        digits[first] = b'0' + (left % 10) as u8;
        left /= 10;
    }
    to.extend(digits[first..].iter().copied().map(char::from));
}

/// Names figures; holds a hash that has taken the file's own in already.
struct Ids {
    hash: Sha256,
    said: String,
}

impl Ids {
    fn new(file: &str) -> Self {
        Self { hash: Sha256::new_with_prefix(file), said: String::new() }
    }

    /// First 16 hex digits of a SHA-256 over file hash, span, and indicator with what follows it.
    fn of(&mut self, span: Span, indicator: &str, suffix: &str) -> String {
        self.said.clear();
        for number in [span.passage, span.start, span.end] {
            self.said.push(' ');
            push_number(&mut self.said, number);
        }
        for word in [" ", indicator, suffix] {
            self.said.push_str(word);
        }
        hex(&self.hash.clone().chain_update(&self.said).finalize()[..8])
    }
}
