//! Values told in words alone: 述法全覆盖 is 100 %, inferred; 未发生败诉 is none.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use super::catalogue::{Literal, Words};
use super::draft::{Claim, Label, Maker};
use super::numbers::{Quantity, TokenKind};
use super::scene::{Scene, Stretch};
use super::subject::Owner;
use super::time::{Frame, Time};
use super::{Bound, Nature};
use crate::identity::Kind;
use crate::outline::Part;
use crate::text::WordList;

/// Adds the values in words of a scene to `claims`, unless a number of the same sentence says it better.
pub(crate) fn read(scene: &Scene<'_>, frame: Frame, claims: &mut Vec<Claim>) {
    if frame.part == Part::Problems {
        return;
    }
    let told = LazyCell::new(|| -> BTreeSet<(usize, usize)> {
        claims.iter().map(|claim| (claim.indicator, claim.sentence.start)).collect()
    });
    let mut found: BTreeMap<(usize, usize), Claim> = BTreeMap::new();
    let rules = &scene.catalogue.rules;
    for hit in scene.hits.iter().filter(|hit| rules.lasts.contains(hit.literal)) {
        for &(number, way) in &rules.words_by_last[usize::from(hit.literal.0)] {
            let words = &rules.words[usize::from(number)];
            let end = hit.end as usize;
            let Some(start) = chain(scene, &words.say[usize::from(way)], hit.start as usize, end) else { continue };
            let span = Stretch::new(start, end);
            let planned = frame.kind == Kind::WorkPlan || frame.part == Part::Plans;
            let reached =
                ["实现", "达到", "做到", "确保"].iter().any(|word| scene.clause(start).of(scene.text).contains(word));
            if !holds(scene, words, span) || planned && !reached {
                continue;
            }
            let fact = (words.indicator, scene.sentence(start).start);
            if told.contains(&fact) {
                continue;
            }
            let have = found.entry(fact).or_insert_with(|| claim(scene, usize::from(number), span, frame));
            // The longest way to say it is the evidence.
            if have.span.end - have.span.start < end - start {
                have.span = span;
            }
        }
    }
    claims.extend(found.into_values());
}

/// Finds the earlier words of a way to say it inside the clause; gives where they begin.
fn chain(scene: &Scene<'_>, way: &[Literal], start: usize, end: usize) -> Option<usize> {
    let clause = scene.clause(end - 1);
    way.iter().rev().skip(1).try_fold(start, |from, literal| {
        let hit = scene.hits_in(Stretch::new(clause.start, from)).rev().find(|hit| hit.literal == *literal)?;
        Some(hit.start as usize)
    })
}

/// Words that hedge: the value is hoped for, worked on, or denied.
static HEDGES: WordList = WordList::new(&[
    "推进", "推动", "力争", "争取", "促进", "加快", "逐步", "建立", "健全", "构建", "完善", "未", "没有", "尚", "仍",
    "不", "除",
]);

fn holds(scene: &Scene<'_>, words: &Words, span: Stretch) -> bool {
    let clause = scene.clause(span.end - 1);
    let stretch = Stretch::new(clause.start.min(span.start), clause.end);
    let numbers = scene.tokens_in(Stretch::new(span.start, clause.end)).1.iter().any(|token| {
        let percent = matches!(&token.kind, TokenKind::Quantity(Quantity { measure: Some(measure), .. })
            if scene.catalogue.measures().word(*measure) == "%");
        percent
    });
    let topic = words.topics == 0 || scene.topics_at(span, span).level(words.topics).is_some_and(|level| level >= 2);
    let said = stretch.of(scene.text);
    let before = Stretch::new(stretch.start, span.end).of(scene.text);
    let goal = ["体系", "目标", "要求", "工程"].iter().any(|word| scene.text[span.end..].starts_with(word));
    let denied = words.value != 0.0 && (goal || HEDGES.is_in(before));
    let hedged = said.contains("其中") || denied;
    !numbers && topic && !scene.has_any(&words.not, stretch) && !hedged
}

/// The claim of the words that stand in `span`, by their place among the rules.
fn claim(scene: &Scene<'_>, number: usize, span: Stretch, frame: Frame) -> Claim {
    let words = &scene.catalogue.rules.words[number];
    let target = frame.kind == Kind::WorkPlan || frame.part == Part::Plans;
    let (nature, year) = match (target, frame.kind) {
        (true, Kind::WorkPlan) => (Nature::Target, frame.year),
        (true, _) => (Nature::Target, frame.year.map(|year| year + 1)),
        (false, _) if words.value == 0.0 => (Nature::Actual, frame.year),
        (false, _) => (Nature::Inferred, frame.year),
    };
    Claim {
        indicator: words.indicator,
        value: words.value,
        bound: Bound::Exact,
        time: Time { nature, year, flags: Vec::new() },
        owner: Owner::Whole,
        span,
        sentence: scene.sentence(span.start),
        rule: Maker::Words(number),
        confidence: 0.7,
        flags: Vec::new(),
        label: Label::None,
        weak: false,
    }
}
