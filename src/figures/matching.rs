//! Where the indicator of a number is chosen: words beside it, topic, unit, and what speaks against it.

use super::catalogue::{Hit, Literal, Rule, Sequence, Side};
use super::numbers::{Quantity, TokenKind};
use super::scene::{Beside, Scene, Stretch};

/// Characters that may stand between a word and its number, filler not counted.
const FARTHEST: usize = 12;

/// A rule that fits a number, and how well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Candidate {
    /// Place of the rule.
    pub rule: usize,
    /// Higher fits better.
    pub score: i32,
    /// First byte of the words that the rule found.
    pub words_start: usize,
    /// One past their last byte.
    pub words_end: usize,
    /// The number stood without a unit.
    pub bare: bool,
}

/// Which numbers a rule is asked to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Any indicator that takes the number's measure word.
    Measured,
    /// Rates alone, whatever the measure word: what a change in points is about.
    Rate,
    /// Any indicator whatever the measure word: what a change in per cent is about.
    Any,
}

/// A place for a number in a scene: its own span and the words that may speak for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'q> {
    /// The number.
    pub number: Stretch,
    /// Words before it.
    pub left: Stretch,
    /// Words behind it.
    pub right: Stretch,
    /// Its value and measure word.
    pub quantity: &'q Quantity,
    /// Indicator of the number before it in the same sentence part.
    pub behind: Option<usize>,
}

impl<'q> Place<'q> {
    /// The place of quantity token `at`.
    pub fn of(scene: &'q Scene<'_>, at: usize) -> Option<Self> {
        let TokenKind::Quantity(quantity) = &scene.tokens[at].kind else { return None };
        let token = &scene.tokens[at];
        let number = Stretch::new(token.start, token.end);
        let mut left = scene.left_window(at);
        // 评查案卷3批156宗: the words before both numbers speak for the second too.
        if let Some(before) = scene.previous_quantity(at).filter(|&before| scene.counts_containers(before, at)) {
            left.start = scene.left_window(before).start;
        }
        let said = left.of(scene.text);
        let closes = scene.text[token.end..].chars().next().is_none_or(|c| matches!(c, ',' | '。' | ';'));
        if scene.is_filler(left) && (closes || !matches!(said.trim(), "" | "为")) {
            left = widened(scene, at, left);
        }
        Some(Self { number, left, right: scene.right_window(at), quantity, behind: None })
    }
}

/// A number alone in its clause (…申请,共974件) listens to the clause before.
fn widened(scene: &Scene<'_>, at: usize, left: Stretch) -> Stretch {
    let Beside { clause, group, .. } = *scene.beside(at);
    if left.start > clause.start || clause.start <= group.start {
        return left;
    }
    let before = scene.clause(clause.start - 1);
    let previous = scene.previous_quantity(at).map_or(0, |index| scene.tokens[index].core_end);
    Stretch::new(before.start.max(previous), left.end)
}

/// The rule that fits best; earlier rules win ties.
pub(crate) fn best(scene: &Scene<'_>, place: &Place<'_>, wanted: Wanted) -> Option<Candidate> {
    let mut best: Option<Candidate> = None;
    let sides = [(Side::Before, place.left), (Side::After, place.right)];
    for (side, window) in sides {
        for hit in scene.hits_in(window) {
            for &number in &scene.catalogue.rules.by_anchor[usize::from(hit.literal.0)] {
                let sequence = &scene.catalogue.rules.sequences[number as usize];
                if sequence.side != side {
                    continue;
                }
                let Some(found) = fit(scene, place, wanted, sequence, hit) else { continue };
                let better = best
                    .is_none_or(|have| found.score > have.score || found.score == have.score && found.rule < have.rule);
                if better {
                    best = Some(found);
                }
            }
        }
    }
    best
}

fn fit(scene: &Scene<'_>, place: &Place<'_>, wanted: Wanted, sequence: &Sequence, anchor: &Hit) -> Option<Candidate> {
    let rule = &scene.catalogue.rules.rules[usize::from(sequence.rule)];
    if !rule.behind.is_empty() && !place.behind.is_some_and(|indicator| rule.behind.contains(&indicator)) {
        return None;
    }
    let bare = unit_fits(scene, place, wanted, rule)?;
    let (start, end) = (anchor.start as usize, anchor.end as usize);
    if sequence.side == Side::After && !reaches(scene, place, anchor) {
        return None;
    }
    if sequence.side == Side::Before && counts_other(scene, place) {
        return None;
    }
    let between = match sequence.side {
        Side::Before => Stretch::new(end, place.number.start),
        Side::After => Stretch::new(place.number.end, start),
    };
    let distance = scene.width(between);
    let farthest = if rule.adjacent { 0 } else { FARTHEST.min(3 + 2 * usize::from(sequence.weight)) };
    if distance > farthest || bare && distance > 1 {
        return None;
    }
    let (words_start, words_end, inner) = chain(scene, place, sequence, anchor)?;
    let words = Stretch::new(words_start, words_end);
    if sequence.side == Side::After && leads_on(scene, place, words, rule) {
        return None;
    }
    if vetoed(scene, place, rule, sequence.side) || !accompanied(scene, place, rule, words) {
        return None;
    }
    let topic = match rule.topics {
        0 => 4,
        topics => match scene.topic_level(topics, place.number, place.left)? {
            3 => 8,
            2 => 5,
            1 => 1,
            // A bare rate needs its subject nearer than that (D-18).
            _ if scene.catalogue.indicators()[rule.indicator].unit == "%" => return None,
            _ => -6,
        },
    };
    let short = if sequence.weight <= 2 && distance > 4 { 8 } else { 0 };
    let score = i32::from(sequence.weight) * 10 + topic * 2
        - 3 * distance as i32
        - inner.min(12) as i32
        - short
        - 6 * i32::from(bare)
        + if rule.behind.is_empty() { 0 } else { 12 };
    (score >= 12).then_some(Candidate { rule: usize::from(sequence.rule), score, words_start, words_end, bare })
}

/// Whether the number counts the units, fields or places named right behind it: 清单扩围到31个领域.
fn counts_other(scene: &Scene<'_>, place: &Place<'_>) -> bool {
    const OTHER: &[&str] = &[
        "领域", "方面", "行业", "部门", "单位", "环节", "乡镇", "县", "区", "市", "省", "小区", "园区", "地区", "街道",
        "社区", "层面", "重点", "类别", "大类", "城市", "机关", "镇", "维度", "阶段", "步骤", "季度", "批次", "大项",
        "执法",
    ];
    let unit = place.quantity.measure.map_or("", |measure| scene.catalogue.measures().word(measure));
    let right = &scene.text[place.number.end..];
    matches!(unit, "个" | "家" | "类" | "项") && OTHER.iter().any(|word| right.starts_with(word))
}

/// Whether words behind a number can be its own: a 、 right behind the unit begins another item.
fn reaches(scene: &Scene<'_>, place: &Place<'_>, anchor: &Hit) -> bool {
    let between = scene.text.get(place.number.end..anchor.start as usize).unwrap_or("");
    let unit = place.quantity.measure.map_or("", |measure| scene.catalogue.measures().word(measure));
    let item = between.trim_start().starts_with(['、', '和', '及']);
    let list = matches!(unit, "个" | "家") && between.contains('、');
    !item && !list
}

/// Whether words behind a number run straight into the next number that they fit and so belong to that:
/// 44个问题完成整改41个.
fn leads_on(scene: &Scene<'_>, place: &Place<'_>, words: Stretch, rule: &Rule) -> bool {
    let clause = scene.clause(place.number.start);
    scene.quantity_from(words.end).filter(|(token, _)| token.end <= clause.end).is_some_and(|(token, next)| {
        let between = scene.text.get(words.end..token.start).unwrap_or("。");
        let takes = next.measure.is_some_and(|measure| rule.units.contains(measure));
        takes && !between.contains(['、', ',']) && scene.width(Stretch::new(words.end, token.start)) <= 3
    })
}

/// Whether the measure word fits; `Some(true)` for a number without one that the rule takes.
fn unit_fits(scene: &Scene<'_>, place: &Place<'_>, wanted: Wanted, rule: &Rule) -> Option<bool> {
    let unit = scene.catalogue.indicators()[rule.indicator].unit.as_str();
    match wanted {
        Wanted::Any => return Some(false),
        Wanted::Rate => return (unit == "%").then_some(false),
        Wanted::Measured => {}
    }
    match place.quantity.measure {
        Some(measure) => rule.units.contains(measure).then_some(false),
        None if rule.bare => Some(false),
        None => {
            let closes = scene.text[place.number.end..].starts_with([',', '。', ';', '、']);
            let counted = !matches!(unit, "%" | "万元" | "工作日" | "倍");
            (closes && counted && place.quantity.half_unit <= 0.5 && !place.quantity.chinese).then_some(true)
        }
    }
}

/// Finds the other words of the sequence in order, away from the number; gives their stretch and the gaps between them.
fn chain(scene: &Scene<'_>, place: &Place<'_>, sequence: &Sequence, anchor: &Hit) -> Option<(usize, usize, usize)> {
    let (mut from, mut to) = (anchor.start as usize, anchor.end as usize);
    let mut inner = 0;
    match sequence.side {
        Side::Before => {
            for literal in sequence.pieces.iter().rev().skip(1) {
                let window = Stretch::new(place.left.start, from);
                let hit = scene.hits_in(window).rev().find(|hit| hit.literal == *literal)?;
                inner += scene.width(Stretch::new(hit.end as usize, from));
                from = hit.start as usize;
            }
        }
        Side::After => {
            for literal in sequence.pieces.iter().skip(1) {
                let window = Stretch::new(to, place.right.end);
                let hit = scene.hits_in(window).find(|hit| hit.literal == *literal)?;
                inner += scene.width(Stretch::new(to, hit.start as usize));
                to = hit.end as usize;
            }
        }
    }
    Some((from, to, inner))
}

/// Whether a word that the rule forbids stands before the number or, up to the next 、 or bracket, behind it.
fn vetoed(scene: &Scene<'_>, place: &Place<'_>, rule: &Rule, side: Side) -> bool {
    let right = place.right.of(scene.text);
    let near = match side {
        Side::Before => right.find(['、', '(']).map_or(place.right.end, |at| place.right.start + at),
        Side::After => place.right.end,
    };
    let after = Stretch::new(place.number.end, near);
    scene.has_any(&rule.not, place.left)
        || scene.has_any(&rule.not, after)
        || !rule.never.is_empty() && scene.has_any(&rule.never, scene.clause(place.number.start))
}

/// Whether a word that the rule asks for stands in the sentence part around the number.
fn accompanied(scene: &Scene<'_>, place: &Place<'_>, rule: &Rule, words: Stretch) -> bool {
    let with: &[Literal] = &rule.with;
    if with.is_empty() {
        return true;
    }
    let clause = scene.clause(place.number.start);
    let group = scene.group(place.number.start);
    let next = scene.clause(clause.end.min(scene.text.len().saturating_sub(1)));
    let until = next.end.min(group.end).max(clause.end);
    let from = if clause.start > group.start { scene.clause(clause.start - 1).start } else { clause.start };
    scene.has_any(with, Stretch::new(from.min(words.start), until))
}
