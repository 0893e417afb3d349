//! Where a number is a change against an earlier level, and of which indicator.

use super::cues::Cue;
use super::draft::{Claim, Draft, Shift};
use super::gap;
use super::matching::{self, Candidate, Place, Wanted};
use super::numbers::Quantity;
use super::scene::{Beside, Scene, Stretch};
use super::{ChangeUnit, Nature};
use crate::text::WordList;

/// Verbs of a change, with their sign; longest first.
const VERBS: &[(&str, f64)] = &[
    ("增长幅度", 1.0),
    ("下降幅度", -1.0),
    ("负增长", -1.0),
    ("增长了", 1.0),
    ("增加了", 1.0),
    ("提高了", 1.0),
    ("提升了", 1.0),
    ("上升了", 1.0),
    ("下降了", -1.0),
    ("减少了", -1.0),
    ("降低了", -1.0),
    ("回落了", -1.0),
    ("增长", 1.0),
    ("增加", 1.0),
    ("上升", 1.0),
    ("提高", 1.0),
    ("提升", 1.0),
    ("升高", 1.0),
    ("上涨", 1.0),
    ("增幅", 1.0),
    ("涨幅", 1.0),
    ("扩大", 1.0),
    ("下降", -1.0),
    ("减少", -1.0),
    ("降低", -1.0),
    ("回落", -1.0),
    ("下滑", -1.0),
    ("降幅", -1.0),
    ("减幅", -1.0),
    ("缩减", -1.0),
    ("压减", -1.0),
    ("压缩", -1.0),
    ("缩短", -1.0),
    ("高", 1.0),
    ("低", -1.0),
    ("增", 1.0),
    ("升", 1.0),
    ("多", 1.0),
    ("降", -1.0),
    ("减", -1.0),
    ("少", -1.0),
];

/// Whether a character is the last one of a word of [`VERBS`].
#[rustfmt::skip]
fn ends_verb(c: char) -> bool {
    matches!(c, '度' | '长' | '了' | '加' | '高' | '升' | '涨' | '幅' | '大' | '降' | '少' | '低' | '落' | '滑' | '减' | '缩' | '短' | '增' | '多')
}

/// The verb of change that `said` ends with, and its sign.
fn verb_at_end(said: &str) -> Option<(&'static str, f64)> {
    // Most numbers follow no verb of change: one look at the last character settles it.
    said.chars().next_back().filter(|last| ends_verb(*last))?;
    VERBS.iter().find(|(verb, _)| said.ends_with(verb)).copied()
}

/// Verbs that without 同比 or 较上年 more often state a level of its own: 审批时限压减62%, 满意率提高….
const LEVELS: &[&str] =
    &["压减", "压缩", "缩短", "提升", "提高", "扩大", "增", "升", "多", "降", "减", "少", "高", "低", "缩减"];

static YEAR_ON_YEAR: WordList = WordList::new(&[
    "同比",
    "较上年",
    "比上年",
    "较去年",
    "比去年",
    "较上一年",
    "比上一年",
    "与上年",
    "与去年",
    "上年同期",
    "去年同期",
    "同期相比",
    "较同期",
    "比同期",
]);
static OTHER: WordList = WordList::new(&["环比", "较前", "比前", "较之前", "较改革前", "较往年", "比往年"]);

/// A number that states a change, before it is known of what.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stated {
    sign: f64,
    basis: Option<&'static str>,
    /// The year that it is against, where that is named.
    than: Option<i32>,
    points: bool,
    verb: &'static str,
    verb_start: usize,
}

/// Whether quantity token `at` states a change.
pub(crate) fn stated(scene: &Scene<'_>, at: usize, quantity: &Quantity) -> Option<Stated> {
    let token = &scene.tokens[at];
    let word = quantity.measure.map_or("", |measure| scene.catalogue.measures().word(measure));
    let points = word.ends_with("百分点");
    let Beside { clause, left: window, .. } = *scene.beside(at);
    let said = window.of(scene.text).trim_end_matches(['达', '为', '约', '近', '超', '了', ' ']);
    let (verb, sign) = verb_at_end(said)?;
    let verb_start = window.start + said.len() - verb.len();
    let head = &scene.text[clause.start..token.start];
    if ["较年初计划", "较计划", "比计划", "较目标", "比目标", "较预期", "比预期"].iter().any(|word| head.contains(word))
    {
        return None;
    }
    let (basis, than) = match basis(head) {
        (None, _) => opening_basis(scene, at),
        own => own,
    };
    let relative = matches!(word, "%" | "倍" | "成");
    let fits = points || basis.is_some() || relative && !LEVELS.contains(&verb);
    fits.then_some(Stated { sign, basis, than, points, verb, verb_start })
}

/// 与上年相比,…增加35件,…减少12件: what the first clause of a sentence compares all the others with.
#[cold]
fn opening_basis(scene: &Scene<'_>, at: usize) -> (Option<&'static str>, Option<i32>) {
    let first = scene.clause(scene.beside(at).sentence.start).of(scene.text);
    let said = first.trim_end_matches([',', ':', ' ']);
    if said.len() < first.len() && said.ends_with(['比', '较']) { basis(first) } else { (None, None) }
}

/// What a change is against, and the year where one is named.
fn basis(head: &str) -> (Option<&'static str>, Option<i32>) {
    if YEAR_ON_YEAR.is_in(head) {
        return (Some("year_on_year"), None);
    }
    if OTHER.is_in(head) {
        return (Some("other"), None);
    }
    // 比2019年, 较2020年.
    let named = || {
        let (_, rest) = head.rsplit_once(['比', '较'])?;
        let (digits, _) = rest.split_once('年').filter(|(digits, _)| digits.len() == 4)?;
        digits.parse().ok()
    };
    let year = named();
    (year.map(|_| "earlier_year"), year)
}

/// Whether the words of `candidate` stand before a verb of rising or falling that leads to token `at`: 案件减少12件 says
/// by how much, not how many.
pub(crate) fn is_difference(scene: &Scene<'_>, at: usize, candidate: &Candidate) -> bool {
    let window = scene.left_window(at);
    let said = window.of(scene.text).trim_end_matches(['约', '近', '超', ' ']);
    // 审批时限压减62%, 新增12名: what these verbs lead to is more often a level, as in `stated`.
    let level = |verb: &str| LEVELS.contains(&verb) || verb.chars().count() == 1;
    let verb = verb_at_end(said).filter(|(verb, _)| !level(verb));
    verb.is_some_and(|(verb, _)| candidate.words_end <= window.start + said.len() - verb.len())
}

/// Whether `text`, which follows a level that another is compared with, goes on with the change: 558件增加了….
#[cold]
pub(crate) fn follows(text: &str) -> bool {
    static ADVERBS: WordList = WordList::new(&["相比", "相较", "大幅", "明显", "略有", "有所", ","]);
    let mut rest = text;
    while let Some(word) = ADVERBS.at_start(rest) {
        rest = &rest[word.len()..];
    }
    VERBS.iter().any(|(verb, _)| rest.starts_with(verb))
}

/// 分别增长12%和8%: which change is whose cannot be told from the words beside it.
pub(crate) fn is_shared_out(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    let Beside { clause, cues, .. } = *scene.beside(at);
    cues.has(Cue::Respectively) && scene.text[clause.start..token.start].contains("分别")
}

/// What the change is of: words of its own, else the level stated before it in the sentence.
pub(crate) enum Subject {
    /// A rule whose words stand before the change.
    Named(Candidate),
    /// A level of the sentence, by its place among the claims.
    Level(usize),
}

/// Finds the subject of a stated change. `claims` are those of the passage so far.
#[cold]
pub(crate) fn subject(
    scene: &Scene<'_>,
    at: usize,
    stated: &Stated,
    quantity: &Quantity,
    draft: &Draft,
) -> Option<Subject> {
    let claims = &draft.claims;
    let token = &scene.tokens[at];
    let sentence = scene.beside(at).sentence;
    let left = Stretch::new(scene.left_window(at).start, stated.verb_start);
    let place = Place {
        number: Stretch::new(stated.verb_start, token.end),
        left,
        right: Stretch::new(token.end, token.end),
        quantity,
        behind: None,
    };
    let wanted = if stated.points { Wanted::Rate } else { Wanted::Any };
    let inside = claims.iter().rev().take_while(|claim| claim.span.start >= sentence.start).count();
    // 较去年同期的303件下降19%: the fall is of this year's level, not of the one that it is compared with.
    let compared = claims.last().filter(|claim| claim.time.nature == Nature::Prior && inside > 0);
    let of = |claim: &Claim| {
        let like = compared.is_none_or(|compared| compared.indicator == claim.indicator);
        claim.span.end <= token.start && claim.time.nature != Nature::Prior && like
    };
    let level = claims[claims.len() - inside..].iter().rposition(of);
    let level = level.map(|at| claims.len() - inside + at);
    let own = own_words(scene, at, stated);
    let named = if own >= 2 { matching::best(scene, &place, wanted) } else { None };
    match (named, level) {
        (Some(candidate), Some(level)) => {
            let indicator = scene.catalogue.rules.rules[candidate.rule].indicator;
            Some(if claims[level].indicator == indicator { Subject::Level(level) } else { Subject::Named(candidate) })
        }
        (Some(candidate), None) => Some(Subject::Named(candidate)),
        // Words that no rule knows name something else, unless they are an adverb (逆势, 大幅).
        (None, Some(_)) if own >= 4 => None,
        (None, Some(level)) => {
            let rate = scene.catalogue.indicators()[claims[level].indicator].unit == "%";
            let adjoining = scene.previous_quantity(at).is_some_and(|before| {
                let end = scene.tokens[before].core_end;
                // 较上年增加320件,增长100%: two changes of one level.
                let same = claims[level..].iter().all(|claim| claim.indicator == claims[level].indicator);
                (same || compared.is_some()) && claims.last().is_some_and(|claim| claim.span.end >= end)
                    || draft.shifts.last().is_some_and(|shift| shift.span.end >= end)
            });
            ((!stated.points || rate) && adjoining).then_some(Subject::Level(level))
        }
        (None, None) => None,
    }
}

/// Characters with a meaning of what stands before the verb of a change.
pub(crate) fn own_words(scene: &Scene<'_>, at: usize, stated: &Stated) -> usize {
    let left = Stretch::new(scene.left_window(at).start, stated.verb_start);
    gap::width(without_basis(left.of(scene.text)))
}

/// The words before a change without 同比, 较上年 and the like.
fn without_basis(text: &str) -> &str {
    let starts = [YEAR_ON_YEAR.starts(text).next(), OTHER.starts(text).next(), text.find(['比', '较'])];
    let at = starts.into_iter().flatten().min();
    at.map_or(text, |at| &text[..at])
}

/// Whether the change had better be read as a level of its own (压减31% without a number of inspections).
#[cold]
pub(crate) fn is_level(
    scene: &Scene<'_>,
    stated: &Stated,
    claims: &[Claim],
    sentence: Stretch,
    candidate: Option<&Candidate>,
) -> bool {
    let family = |indicator: usize| scene.catalogue.indicators()[indicator].id.split('.').next();
    let named = candidate.map(|found| scene.catalogue.rules.rules[found.rule].indicator);
    let with_level = stated.basis.is_some()
        && claims
            .iter()
            .rev()
            .take_while(|claim| claim.span.start >= sentence.start)
            .any(|claim| named.is_some_and(|named| family(named) == family(claim.indicator)));
    let names_verb = candidate.is_some_and(|found| found.words_end >= stated.verb_start + stated.verb.len());
    !stated.points && !with_level && names_verb
}

/// Builds the change.
#[cold]
pub(crate) fn shift(
    scene: &Scene<'_>,
    at: usize,
    stated: &Stated,
    quantity: &Quantity,
    subject: &Subject,
    claims: &[Claim],
    year: Option<i32>,
) -> Option<Shift> {
    let token = &scene.tokens[at];
    let word = quantity.measure.map_or("", |measure| scene.catalogue.measures().word(measure));
    let (indicator, confidence) = match subject {
        Subject::Named(candidate) => (scene.catalogue.rules.rules[candidate.rule].indicator, 0.85),
        Subject::Level(level) => (claims[*level].indicator, 0.95),
    };
    let canonical = scene.catalogue.indicators()[indicator].unit.as_str();
    let (unit, size) = match word {
        _ if stated.points => (ChangeUnit::Points, quantity.value),
        "%" | "成" => (ChangeUnit::Percent, quantity.value),
        "倍" => (ChangeUnit::Times, quantity.value),
        _ => {
            stated.basis?;
            let class = scene.catalogue.units.class(canonical)?;
            let measure = quantity.measure?;
            if !class.accepts.contains(measure) || canonical == "%" {
                return None;
            }
            (ChangeUnit::Absolute, quantity.value * class.factor)
        }
    };
    let delta = stated.sign * size;
    let level = match subject {
        Subject::Level(level) => claims.get(*level),
        Subject::Named(_) => None,
    };
    // 较2022年 in the report on 2023 is 较上年.
    let last_year = stated.than.is_some_and(|than| year == Some(than + 1));
    Some(Shift {
        indicator,
        delta,
        unit,
        basis: if last_year { "year_on_year" } else { stated.basis.unwrap_or("other") },
        year,
        ambiguous: canonical == "%" && unit == ChangeUnit::Percent,
        implied_prior: level.and_then(|level| implied(level.value, delta, unit, quantity.half_unit)),
        span: Stretch::new(stated.verb_start, token.end),
        sentence: scene.beside(at).sentence,
        confidence,
    })
}

/// The interval in which the earlier level must lie, given this year's level and the rounding of the change.
fn implied(level: f64, delta: f64, unit: ChangeUnit, half: f64) -> Option<(f64, f64)> {
    let ends = match unit {
        ChangeUnit::Points => (level - delta - half, level - delta + half),
        ChangeUnit::Absolute => (level - delta, level - delta),
        ChangeUnit::Percent => (level / (1.0 + (delta + half) / 100.0), level / (1.0 + (delta - half) / 100.0)),
        ChangeUnit::Times => (level / (1.0 + delta + half), level / (1.0 + delta - half)),
    };
    let round = |value: f64| (value * 100.0).round() / 100.0;
    let (low, high) = (round(ends.0.min(ends.1)), round(ends.0.max(ends.1)));
    (low.is_finite() && high.is_finite() && low >= 0.0).then_some((low, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_ends_in_a_listed_character() {
        assert!(VERBS.iter().all(|(verb, _)| verb.ends_with(ends_verb)));
    }
}
