//! Where the indicator of a number is chosen: words beside it, topic, unit, and what speaks against it.

use std::cell::OnceCell;

use super::catalogue::{Bare, Hit, LiteralMask, Rule, Sequence, Side};
use super::numbers::{Quantity, TokenKind};
use super::scene::{Beside, Scene, Stretch, TopicsAt};
use crate::text::WordList;

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
        // 聘请…担任法律顾问,覆盖率达100%: of what, the clause before says.
        let of_what = said.trim_end_matches(['达', '到', '为', '了']) == "覆盖率";
        if of_what || scene.is_filler(left) && (closes || !matches!(said.trim(), "" | "为")) {
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
    let search = Search::new(scene, place, wanted);
    let rules = &scene.catalogue.rules;
    let mut best: Option<Candidate> = None;
    for (side, window, hits) in [(Side::Before, place.left, search.before), (Side::After, place.right, search.behind)] {
        let said = search.said[side as usize];
        let by_anchor = &rules.by_anchor[side as usize];
        let anchors = &rules.anchors[side as usize];
        let inside = hits.iter().filter(|hit| hit.start as usize >= window.start && anchors.contains(hit.literal));
        // The word next to the number mostly wins: those further off are then turned away by its score.
        let nearest: &mut dyn Iterator<Item = &Hit> =
            if side == Side::Before { &mut inside.rev() } else { &mut inside.into_iter() };
        for hit in nearest {
            let range = &by_anchor[usize::from(hit.literal.0)];
            let Some(distance) = search.distance(side, hit) else { continue };
            let range = range.start as usize..range.end as usize;
            let sequences = rules.masks[range.clone()].iter().zip(&rules.sequences[range]);
            for (_, sequence) in sequences.filter(|&(mask, _)| said.may_hold_all(*mask)) {
                let Some(bare) = search.unit_fits(sequence) else { continue };
                let least = best.map_or(LEAST, |best| best.score);
                let Some(found) = search.fit(side, sequence, hit, distance, bare, least) else { continue };
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

/// A score below this is no fit.
const LEAST: i32 = 12;

/// What a topic in the clause adds to a score at most.
const TOPIC: i32 = 8;

/// What a rule that leans on the number before adds to a score.
const BEHIND: i32 = 12;

/// What is asked of all rules at one number, answered once.
struct Search<'a> {
    scene: &'a Scene<'a>,
    place: &'a Place<'a>,
    wanted: Wanted,
    clause: Stretch,
    /// The number's measure word.
    unit: &'a str,
    /// Words of the rules that end before the number, in [`Place::left`].
    before: &'a [Hit],
    /// Words of the rules that end behind the number, in [`Place::right`].
    behind: &'a [Hit],
    /// Both, by side.
    said: [LiteralMask; 2],
    counts_other: OnceCell<bool>,
    topics: OnceCell<TopicsAt>,
    /// Words behind the number that are its own: up to the next 、 or bracket.
    near: OnceCell<Stretch>,
}

impl<'a> Search<'a> {
    fn new(scene: &'a Scene<'a>, place: &'a Place<'a>, wanted: Wanted) -> Self {
        let unit = place.quantity.measure.map_or("", |measure| scene.catalogue.measures().word(measure));
        let clause = scene.clause(place.number.start);
        let (counts_other, topics, near) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        let (before, behind) = (scene.ends_in(place.left), scene.ends_in(place.right));
        let said = [before, behind].map(|hits| hits.iter().map(|hit| hit.literal).collect());
        Self { scene, place, wanted, clause, unit, before, behind, said, counts_other, topics, near }
    }

    /// Characters with a meaning between the number and a word; `None` where the word is too far for any rule.
    fn distance(&self, side: Side, anchor: &Hit) -> Option<usize> {
        let between = match side {
            Side::Before => Stretch::new(anchor.end as usize, self.place.number.start),
            Side::After => Stretch::new(self.place.number.end, anchor.start as usize),
        };
        Some(self.scene.width(between)).filter(|&distance| distance <= FARTHEST)
    }

    /// The candidate that a sequence makes whose word next to the number is `anchor`, at `distance` from it; `None`
    /// below a score of `least`.
    fn fit(
        &self,
        side: Side,
        sequence: &Sequence,
        anchor: &Hit,
        distance: usize,
        bare: bool,
        least: i32,
    ) -> Option<Candidate> {
        let Self { scene, place, .. } = *self;
        let weight = i32::from(sequence.weight);
        let short = if weight <= 2 && distance > 4 { 8 } else { 0 };
        let score = weight * 10 - 3 * distance as i32 - short - 6 * i32::from(bare);
        if bare && distance > 1 || score + 2 * TOPIC + BEHIND < least {
            return None;
        }
        let rule = &scene.catalogue.rules.rules[usize::from(sequence.rule)];
        let farthest = if rule.adjacent { 0 } else { FARTHEST.min(3 + 2 * usize::from(sequence.weight)) };
        let leans = !rule.behind.is_empty();
        if distance > farthest || leans && !place.behind.is_some_and(|indicator| rule.behind.contains(&indicator)) {
            return None;
        }
        let elsewhere = match side {
            Side::Before => *self.counts_other.get_or_init(|| self.counts_other()),
            Side::After => !self.reaches(anchor),
        };
        if elsewhere {
            return None;
        }
        let (words_start, words_end, inner) = self.chain(side, sequence, anchor)?;
        let words = Stretch::new(words_start, words_end);
        if side == Side::After && self.leads_on(words, rule)
            || self.vetoed(rule, side)
            || !self.accompanied(rule, words)
        {
            return None;
        }
        let score =
            score + 2 * self.topic(rule, sequence.rate)? - inner.min(12) as i32 + if leans { BEHIND } else { 0 };
        (score >= LEAST).then_some(Candidate { rule: usize::from(sequence.rule), score, words_start, words_end, bare })
    }

    /// What the topics at the number say for a rule; `None` where they speak against it.
    fn topic(&self, rule: &Rule, rate: bool) -> Option<i32> {
        if rule.topics == 0 && rule.against == 0 {
            return Some(4);
        }
        let topics = self.topics.get_or_init(|| self.scene.topics_at(self.place.number, self.place.left));
        if rule.against != 0 && topics.level(rule.against) == Some(2) {
            return None;
        }
        if rule.topics == 0 {
            return Some(4);
        }
        match topics.level(rule.topics)? {
            3 => Some(TOPIC),
            2 => Some(5),
            1 => Some(1),
            // A bare rate needs its subject nearer than that (D-18).
            _ if rate => None,
            _ => Some(-6),
        }
    }

    /// Whether the number counts the units, fields or places named right behind it: 清单扩围到31个领域.
    fn counts_other(&self) -> bool {
        static OTHER: WordList = WordList::new(&[
            "领域", "方面", "行业", "部门", "单位", "环节", "乡镇", "县", "区", "市", "省", "小区", "园区", "地区",
            "街道", "社区", "层面", "重点", "类别", "大类", "城市", "机关", "镇", "维度", "阶段", "步骤", "季度",
            "批次", "大项", "执法",
        ]);
        let right = &self.scene.text[self.place.number.end..];
        matches!(self.unit, "个" | "家" | "类" | "项") && OTHER.at_start(right).is_some()
    }

    /// Whether words behind a number can be its own: a 、 right behind the unit begins another item.
    fn reaches(&self, anchor: &Hit) -> bool {
        let between = self.scene.text.get(self.place.number.end..anchor.start as usize).unwrap_or("");
        let item = between.trim_start().starts_with(['、', '和', '及']);
        let list = matches!(self.unit, "个" | "家") && between.contains('、');
        !item && !list
    }

    /// Whether words behind a number run straight into the next number that they fit and so belong to that:
    /// 44个问题完成整改41个.
    fn leads_on(&self, words: Stretch, rule: &Rule) -> bool {
        let scene = self.scene;
        scene.quantity_from(words.end).filter(|(token, _)| token.end <= self.clause.end).is_some_and(|(token, next)| {
            let between = scene.text.get(words.end..token.start).unwrap_or("。");
            let takes = next.measure.is_some_and(|measure| rule.units.contains(measure));
            takes && !between.contains(['、', ',']) && scene.width(Stretch::new(words.end, token.start)) <= 3
        })
    }

    /// Whether the measure word fits; `Some(true)` for a number without one that the rule takes with a doubt.
    fn unit_fits(&self, sequence: &Sequence) -> Option<bool> {
        match self.wanted {
            Wanted::Any => return Some(false),
            Wanted::Rate => return sequence.rate.then_some(false),
            Wanted::Measured => {}
        }
        let quantity = self.place.quantity;
        match (quantity.measure, sequence.bare) {
            (Some(measure), _) => self.scene.catalogue.rules.takes(sequence, measure).then_some(false),
            (None, Bare::All) => Some(false),
            (None, Bare::None) => None,
            (None, Bare::Closing) => {
                let closes = self.scene.text[self.place.number.end..].starts_with([',', '。', ';', '、']);
                (closes && quantity.half_unit <= 0.5 && !quantity.chinese).then_some(true)
            }
        }
    }

    /// Whether a word that the rule forbids stands before the number or, up to the next 、 or bracket, behind it.
    fn vetoed(&self, rule: &Rule, side: Side) -> bool {
        let Self { scene, place, .. } = *self;
        if self.said.iter().any(|said| said.may_meet(rule.not.mask())) {
            let after = match side {
                Side::Before => *self.near.get_or_init(|| {
                    let right = place.right.of(scene.text);
                    // 审结977件中纠错236件: what follows 中 is said of the next number.
                    let own = if right.starts_with('中') { Some(0) } else { right.find(['、', '(']) };
                    let end = own.map_or(place.right.end, |at| place.right.start + at);
                    Stretch::new(place.number.end, end)
                }),
                Side::After => Stretch::new(place.number.end, place.right.end),
            };
            let within = |hits: &[Hit], stretch: Stretch| {
                let inside = |hit: &Hit| hit.start as usize >= stretch.start && hit.end as usize <= stretch.end;
                hits.iter().any(|hit| rule.not.contains(hit.literal) && inside(hit))
            };
            if within(self.before, place.left) || within(self.behind, after) {
                return true;
            }
        }
        scene.has_any(&rule.never, self.clause)
    }

    /// Whether a word that the rule asks for stands in the sentence part around the number.
    fn accompanied(&self, rule: &Rule, words: Stretch) -> bool {
        if rule.with.is_empty() {
            return true;
        }
        let Self { scene, clause, .. } = *self;
        let group = scene.group(self.place.number.start);
        let next = scene.clause(clause.end.min(scene.text.len().saturating_sub(1)));
        let until = next.end.min(group.end).max(clause.end);
        let from = if clause.start > group.start { scene.clause(clause.start - 1).start } else { clause.start };
        scene.has_any(&rule.with, Stretch::new(from.min(words.start), until))
    }

    /// Finds the other words of the sequence in order, away from the number; gives their stretch and the gaps between
    /// them.
    fn chain(&self, side: Side, sequence: &Sequence, anchor: &Hit) -> Option<(usize, usize, usize)> {
        let Self { scene, place, .. } = *self;
        let pieces = scene.catalogue.rules.pieces(sequence);
        let (mut from, mut to) = (anchor.start as usize, anchor.end as usize);
        let mut inner = 0;
        match side {
            Side::Before => {
                for literal in pieces.iter().rev().skip(1) {
                    let fits = |hit: &&Hit| {
                        hit.literal == *literal && hit.end as usize <= from && hit.start as usize >= place.left.start
                    };
                    let hit = self.before.iter().rev().find(fits)?;
                    inner += scene.width(Stretch::new(hit.end as usize, from));
                    from = hit.start as usize;
                }
            }
            Side::After => {
                for literal in pieces.iter().skip(1) {
                    let hit = self.behind.iter().find(|hit| hit.literal == *literal && hit.start as usize >= to)?;
                    inner += scene.width(Stretch::new(to, hit.start as usize));
                    to = hit.end as usize;
                }
            }
        }
        Some((from, to, inner))
    }
}
