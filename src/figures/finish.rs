//! The report as a whole: 市本级 beside the whole, facts told twice, labels, ids, offsets in scalar values, order.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};

use super::catalogue::Catalogue;
use super::draft::{Claim, Draft};
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
    pub shadow: &'a Shadow,
    /// Its figures.
    pub draft: Draft,
}

/// Puts the drafts of a report together.
pub(crate) fn finish(passages: &Passages, drafts: Vec<PassageDraft<'_>>, catalogue: &Catalogue) -> Figures {
    let mut figures = Figures::default();
    let file = Sha256::new_with_prefix(&passages.sha256);
    let whole = whole_indicators(&drafts);
    let strong = strong_facts(&drafts);
    for PassageDraft { passage, shadow, draft } in drafts {
        let place = Placer { passage, shadow, index: ScalarIndex::new(&passage.text), file: &file };
        for claim in draft.claims {
            if claim.weak && strong.contains(&(claim.indicator, claim.time.nature, claim.time.year)) {
                let (span, raw) = place.span(claim.span);
                figures.unclaimed.push(told_elsewhere(&file, span, raw));
                continue;
            }
            place.claim(claim, &whole, catalogue, &mut figures);
        }
        for shift in draft.shifts {
            let (span, raw) = place.span(shift.span);
            let id = place.id(span, &format!("{}/change", catalogue.indicators()[shift.indicator].id));
            figures.changes.push(Change {
                id,
                indicator: catalogue.indicators()[shift.indicator].id.clone(),
                delta: (shift.delta * 1e6).round() / 1e6,
                unit: shift.unit,
                basis: shift.basis.to_owned(),
                year: shift.year,
                ambiguous: shift.ambiguous,
                implied_prior: shift.implied_prior,
                raw,
                span,
                sentence: place.sentence(shift.sentence),
                rule: "change".into(),
                confidence: shift.confidence,
            });
        }
        for left in draft.left {
            let unclaimed = place.unclaimed(left.span, left.reason, None);
            figures.unclaimed.push(unclaimed);
        }
    }
    merge(&mut figures, &file);
    drop_covered(&mut figures);
    figures
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

/// Leads from the folded text of a passage to its own.
struct Placer<'a> {
    passage: &'a Passage,
    shadow: &'a Shadow,
    index: ScalarIndex<'a>,
    file: &'a Sha256,
}

impl Placer<'_> {
    fn bytes(&self, stretch: Stretch) -> (usize, usize) {
        let text = &self.passage.text;
        (self.shadow.original(stretch.start), self.shadow.original_end(stretch.end, text))
    }

    fn span(&self, stretch: Stretch) -> (Span, String) {
        let (from, to) = self.bytes(stretch);
        let span = Span { passage: self.passage.id, start: self.index.scalar(from), end: self.index.scalar(to) };
        (span, self.passage.text.get(from..to).unwrap_or("").to_owned())
    }

    /// The sentence without blanks at its ends.
    fn sentence(&self, stretch: Stretch) -> Span {
        let (from, to) = self.bytes(stretch);
        let text = self.passage.text.get(from..to).unwrap_or("");
        let from = from + (text.len() - text.trim_start().len());
        let to = from + text.trim().len();
        Span { passage: self.passage.id, start: self.index.scalar(from), end: self.index.scalar(to) }
    }

    fn id(&self, span: Span, indicator: &str) -> String {
        number_id(self.file, span, indicator)
    }

    fn unclaimed(&self, stretch: Stretch, reason: Reason, other: Option<Elsewhere>) -> Unclaimed {
        let (span, raw) = self.span(stretch);
        Unclaimed { id: self.id(span, ""), raw, span, reason, other }
    }

    /// An observation, or an unclaimed number where it is another unit's.
    fn claim(&self, claim: Claim, whole: &[usize], catalogue: &Catalogue, figures: &mut Figures) {
        let indicator = &catalogue.indicators()[claim.indicator];
        let other = match &claim.owner {
            Owner::Other(name) => Some(name.clone()),
            Owner::Own if whole.contains(&claim.indicator) => Some("本级".to_owned()),
            _ => None,
        };
        if let Some(of) = other {
            let value = claim.value;
            let elsewhere = Elsewhere {
                indicator: indicator.id.clone(),
                value,
                unit: indicator.unit.clone(),
                year: claim.time.year,
                of,
            };
            figures.unclaimed.push(self.unclaimed(claim.span, Reason::Scope, Some(elsewhere)));
            return;
        }
        let (span, raw) = self.span(claim.span);
        let mut flags = claim.flags;
        flags.extend(claim.time.flags);
        figures.observations.push(Observation {
            id: self.id(span, &indicator.id),
            indicator: indicator.id.clone(),
            label: (!claim.label.is_empty()).then_some(claim.label),
            value: claim.value,
            unit: indicator.unit.clone(),
            bound: claim.bound,
            year: claim.time.year,
            nature: claim.time.nature,
            scope: if claim.owner == Owner::Own { Scope::Own } else { Scope::Whole },
            raw,
            span,
            sentence: self.sentence(claim.sentence),
            rule: claim.rule,
            confidence: claim.confidence,
            flags,
            also: Vec::new(),
        });
    }
}

/// Indicators, natures and years that some rule states outright.
fn strong_facts(drafts: &[PassageDraft<'_>]) -> BTreeSet<(usize, Nature, Option<i32>)> {
    let claims = drafts.iter().flat_map(|draft| &draft.draft.claims).filter(|claim| !claim.weak);
    claims.map(|claim| (claim.indicator, claim.time.nature, claim.time.year)).collect()
}

/// A number that says no more than a figure already listed.
fn told_elsewhere(file: &Sha256, span: Span, raw: String) -> Unclaimed {
    Unclaimed { id: number_id(file, span, ""), raw, span, reason: Reason::PartOf, other: None }
}

/// First 16 hex digits of a SHA-256 over file hash, span and indicator. `file` has taken the file hash in already.
fn number_id(file: &Sha256, span: Span, indicator: &str) -> String {
    let mut hash = file.clone();
    hash.update(format!(" {} {} {} {indicator}", span.passage, span.start, span.end));
    hex(&hash.finalize()[..8])
}

/// One entry for a fact told twice, at its fullest sentence; labels only where they tell figures apart.
fn merge(figures: &mut Figures, file: &Sha256) {
    type Fact = (String, u64, Nature, Option<i32>);
    let fact = |o: &Observation| -> Fact { (o.indicator.clone(), o.value.to_bits(), o.nature, o.year) };
    let length = |o: &Observation| o.sentence.end - o.sentence.start;
    let mut kept: BTreeMap<Fact, Observation> = BTreeMap::new();
    let mut repeated = Vec::new();
    for observation in std::mem::take(&mut figures.observations) {
        match kept.get_mut(&fact(&observation)) {
            None => {
                kept.insert(fact(&observation), observation);
            }
            Some(have) => {
                let mut also = observation;
                if length(&also) > length(have) {
                    std::mem::swap(have, &mut also);
                    have.also = std::mem::take(&mut also.also);
                }
                have.also.push(also.span);
                repeated.push(also);
            }
        }
    }
    for mut observation in kept.into_values() {
        observation.also.sort_unstable();
        figures.observations.push(observation);
    }
    // Numbers told a second time are listed with the rest, so that every number of the body is accounted for.
    let counted = |o: &Observation| o.raw.chars().any(char::is_numeric);
    figures.unclaimed.extend(repeated.into_iter().filter(counted).map(|o| told_elsewhere(file, o.span, o.raw)));
    figures.observations.sort_by(|a, b| a.span.cmp(&b.span).then_with(|| a.indicator.cmp(&b.indicator)));
    let mut counts: BTreeMap<(String, Nature, Option<i32>), usize> = BTreeMap::new();
    for o in &figures.observations {
        *counts.entry((o.indicator.clone(), o.nature, o.year)).or_default() += 1;
    }
    for o in &mut figures.observations {
        if counts.get(&(o.indicator.clone(), o.nature, o.year)).is_none_or(|&count| count < 2) {
            o.label = None;
        }
    }
    let mut seen = BTreeSet::new();
    let mut again = Vec::new();
    figures.changes.retain(|change| {
        let fresh = seen.insert((change.indicator.clone(), change.delta.to_bits(), change.unit as u8, change.year));
        if !fresh {
            again.push(told_elsewhere(file, change.span, change.raw.clone()));
        }
        fresh
    });
    figures.unclaimed.extend(again);
    figures.changes.sort_by(|a, b| a.span.cmp(&b.span).then_with(|| a.indicator.cmp(&b.indicator)));
}

/// Drops unclaimed numbers that a value or a change covers, and doubles among them.
fn drop_covered(figures: &mut Figures) {
    let mut claimed: Vec<Span> =
        figures.observations.iter().map(|o| o.span).chain(figures.changes.iter().map(|c| c.span)).collect();
    claimed.sort_unstable();
    // Claims of one passage begin in order and are short, so only the neighbours of a span can cover it.
    let covers = |span: &Span| {
        let next = claimed.partition_point(|have| (have.passage, have.start) < (span.passage, span.end));
        claimed[..next].iter().rev().take(8).any(|have| have.passage == span.passage && span.start < have.end)
    };
    figures.unclaimed.retain(|entry| !covers(&entry.span));
    figures.unclaimed.sort_by(|a, b| a.span.cmp(&b.span).then_with(|| a.id.cmp(&b.id)));
    figures.unclaimed.dedup_by(|a, b| a.span == b.span);
}
