//! Rules as data: which words around a number make it which indicator.
//!
//! How a rule is written is told in `assets/catalogue/README.md`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Indicator;
use super::file::{CatalogueFile, Fault, RuleText, WordsText};
use super::lexicon::{Literal, LiteralBits, LiteralMask, LiteralSet};
use super::units::{MeasureSet, Units};
use crate::error::CatalogueProblem;
use crate::figures::cues::{self, Cues};
use crate::figures::numbers::Measure;

/// On which side of the number the words of a sequence stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    /// Before the number.
    Before,
    /// Behind the number.
    After,
}

/// Words in order with anything between them, `收到…申请`. There are thousands: it is kept small.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sequence {
    /// The rule that it belongs to.
    pub rule: u16,
    /// Characters in all words: what a match is worth.
    pub weight: u16,
    /// Place in [`RuleSet::pieces`] of the first of its words.
    first: u32,
    /// How many words.
    count: u16,
    /// Place in [`RuleSet::units`] of the measure words that fit the rule.
    units: u16,
    /// Which numbers without a measure word the rule takes.
    pub bare: Bare,
    /// The rule's indicator is a rate.
    pub rate: bool,
}

/// Which numbers without a measure word a rule takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bare {
    /// All.
    All,
    /// Those at the end of a clause, with a doubt.
    Closing,
    /// None.
    None,
}

/// When a number belongs to an indicator.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    /// Place of the indicator in the catalogue.
    pub indicator: usize,
    /// Bit set of topics of which one must be spoken of; 0 for any.
    pub topics: u64,
    /// Bit set of topics of which none may be the last one that the sentence spoke of before the clause.
    pub against: u64,
    /// One of these must stand in the clause of the number or next to it; empty for none.
    pub with: LiteralSet,
    /// None of these may stand beside the number: before it back to the number before, or behind it up to the next mark.
    pub not: LiteralSet,
    /// None of these may stand anywhere in the clause.
    pub never: LiteralSet,
    /// Measure words that fit.
    pub units: MeasureSet,
    /// Canonical units in one of the measure word.
    pub factor: f64,
    /// Nothing but filler may stand between word and number.
    pub adjacent: bool,
    /// A running total counts as the year's level.
    pub stock: bool,
    /// Speaks only where no other rule finds the indicator in the report.
    pub weak: bool,
    /// Flags of every observation that it makes.
    pub flags: Vec<String>,
    /// The number before must be of one of these indicators; empty for any: 和解结案21件,占审结的30%.
    pub behind: Vec<usize>,
    /// Its name: the indicator's id and the rule's place among those of the indicator.
    pub name: String,
}

/// A value told in words alone.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// Place of the indicator in the catalogue.
    pub indicator: usize,
    /// What the words amount to, in the canonical unit.
    pub value: f64,
    /// Ways to say it.
    pub say: Vec<Vec<Literal>>,
    /// Bit set of topics of which one must be spoken of; 0 for any.
    pub topics: u64,
    /// None of these may stand in the clause.
    pub not: LiteralSet,
    /// Its name.
    pub name: String,
}

/// What a word says wherever it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sense {
    /// Topics that it names, as a bit set.
    pub topics: u64,
    /// Cues that it is, where it is one of the grammar.
    pub cues: Cues,
}

/// All rules, with the ways from a word to the rules that may apply.
#[derive(Debug, Default)]
pub(crate) struct RuleSet {
    /// Rules in the order in which ties are settled.
    pub rules: Vec<Rule>,
    /// Values told in words.
    pub words: Vec<Words>,
    /// Word sequences by their side and the word that stands next to the number.
    pub sequences: Vec<Sequence>,
    /// The words of all sequences.
    pieces: Vec<Literal>,
    /// The sets of measure words of all sequences, each once.
    units: Vec<MeasureSet>,
    /// The words of each sequence, to turn most away at without a look at the sequence itself.
    pub masks: Vec<LiteralMask>,
    /// Sequences by their side and the word that stands next to the number.
    pub by_anchor: [Vec<Range<u32>>; 2],
    /// Words of `by_anchor` that have a sequence.
    pub anchors: [LiteralBits; 2],
    /// What each word says by itself.
    pub senses: Vec<Sense>,
    /// Words of `senses` that say anything.
    pub telling: LiteralBits,
    /// Values in words by the last word of a way to say it: (words, say).
    pub words_by_last: Vec<Vec<(u16, u16)>>,
    /// Words of `words_by_last` that end one.
    pub lasts: LiteralBits,
    /// Literals from here on are words of the grammar alone.
    pub grammar_from: u16,
}

impl RuleSet {
    /// The words of `sequence` in order.
    pub fn pieces(&self, sequence: &Sequence) -> &[Literal] {
        let first = sequence.first as usize;
        &self.pieces[first..first + usize::from(sequence.count)]
    }

    /// Whether `measure` fits the rule of `sequence`.
    pub fn takes(&self, sequence: &Sequence, measure: Measure) -> bool {
        self.units[usize::from(sequence.units)].contains(measure)
    }

    /// Reads the rules of a catalogue, those that its indicators' own words make included, and gives the list of
    /// their words beside them.
    pub(super) fn build(
        file: &CatalogueFile,
        indicators: &[Indicator],
        by_id: &BTreeMap<String, usize>,
        units: &Units,
    ) -> Result<(Self, Vec<String>), Fault> {
        let topics = &file.topics;
        if topics.len() > 64 {
            return Err(CatalogueProblem::TooManyTopics.into());
        }
        let mut builder = Builder {
            indicators,
            by_id,
            units,
            topics,
            interner: Interner::default(),
            set: Self::default(),
            sequences: Vec::new(),
        };
        for (bit, words) in topics.values().enumerate() {
            for word in words {
                let literal = builder.interner.intern(word);
                grow(&mut builder.set.senses, literal, Sense::default());
                builder.set.senses[usize::from(literal.0)].topics |= 1 << bit;
            }
        }
        for rule in &file.rule {
            builder.rule(rule).map_err(|problem| Fault::at(problem, &rule.id))?;
        }
        for words in &file.words {
            builder.words(words).map_err(|problem| Fault::at(problem, &words.id))?;
        }
        for own in &file.indicator {
            if let Some(rule) = own.rule(&file.rule) {
                builder.rule(&rule).map_err(|problem| Fault::at(problem, &own.id))?;
            }
        }
        // The words of the grammar, a few hundred, come behind.
        match builder.interner.list.len() > usize::from(u16::MAX) - 1_000
            || builder.set.rules.len() > usize::from(u16::MAX)
        {
            true => Err(CatalogueProblem::TooManyWords.into()),
            false => Ok(builder.finish()),
        }
    }
}

struct Builder<'a> {
    indicators: &'a [Indicator],
    by_id: &'a BTreeMap<String, usize>,
    units: &'a Units,
    topics: &'a BTreeMap<String, Vec<String>>,
    interner: Interner,
    set: RuleSet,
    sequences: Vec<(Side, Literal, Sequence)>,
}

impl Builder<'_> {
    fn rule(&mut self, text: &RuleText) -> Result<(), CatalogueProblem> {
        let indicator = self.indicator(text.id.get_ref())?;
        let unit = &self.indicators[indicator].unit;
        let class = self.units.class(unit).ok_or_else(|| CatalogueProblem::UnknownUnit(unit.clone()))?;
        let units = text.units.as_ref().map_or(Ok(class.accepts), |words| self.units.set(words))?;
        let earlier = self.set.rules.iter().filter(|rule| rule.indicator == indicator).count();
        let rule = Rule {
            indicator,
            topics: self.topics(&text.topic)?,
            against: self.topics(&text.against)?,
            with: text.with.iter().map(|word| self.interner.intern(word)).collect(),
            not: text.not.iter().map(|word| self.interner.intern(word)).collect(),
            never: text.never.iter().map(|word| self.interner.intern(word)).collect(),
            units,
            factor: class.factor,
            adjacent: text.adjacent,
            stock: text.stock,
            weak: text.weak,
            flags: text.flags.clone(),
            behind: text.behind.iter().map(|id| self.indicator(id)).collect::<Result<_, _>>()?,
            name: format!("{}/{}", text.id.get_ref(), earlier + 1),
        };
        let same = self.set.units.iter().position(|have| *have == units).unwrap_or(self.set.units.len());
        if same == self.set.units.len() {
            self.set.units.push(units);
        }
        // No more than there are rules, which are counted in as many bits.
        let same = same as u16;
        let number = self.set.rules.len() as u16;
        self.set.rules.push(rule);
        let bare = match unit.as_str() {
            _ if text.bare => Bare::All,
            "%" | "万元" | "工作日" | "倍" => Bare::None,
            _ => Bare::Closing,
        };
        let rate = unit == "%";
        for (side, list) in [(Side::Before, &text.before), (Side::After, &text.after)] {
            for text in list {
                let like = Sequence { rule: number, weight: 0, first: 0, count: 0, units: same, bare, rate };
                self.sequence(like, side, text);
            }
        }
        Ok(())
    }

    /// Adds the sequence that `text` says, with all else as in `like`.
    fn sequence(&mut self, like: Sequence, side: Side, text: &str) {
        let pieces = self.pieces(text);
        let anchor = match side {
            Side::Before => pieces.last(),
            Side::After => pieces.first(),
        };
        let Some(&anchor) = anchor else { return };
        let weight = text.chars().filter(|&c| c != '…').count() as u16;
        let (first, count) = (self.set.pieces.len() as u32, pieces.len() as u16);
        self.set.pieces.extend(pieces);
        self.sequences.push((side, anchor, Sequence { weight, first, count, ..like }));
    }

    fn words(&mut self, text: &WordsText) -> Result<(), CatalogueProblem> {
        let number = self.set.words.len() as u16;
        let say: Vec<Vec<Literal>> = text.say.iter().map(|way| self.pieces(way)).collect();
        for (at, way) in say.iter().enumerate() {
            if let Some(&last) = way.last() {
                grow(&mut self.set.words_by_last, last, Vec::new());
                self.set.words_by_last[usize::from(last.0)].push((number, at as u16));
            }
        }
        let words = Words {
            indicator: self.indicator(text.id.get_ref())?,
            value: text.value,
            say,
            topics: self.topics(&text.topic)?,
            not: text.not.iter().map(|word| self.interner.intern(word)).collect(),
            name: format!("{}/words", text.id.get_ref()),
        };
        self.set.words.push(words);
        Ok(())
    }

    fn pieces(&mut self, text: &str) -> Vec<Literal> {
        text.split('…').filter(|piece| !piece.is_empty()).map(|piece| self.interner.intern(piece)).collect()
    }

    fn indicator(&self, id: &str) -> Result<usize, CatalogueProblem> {
        self.by_id.get(id).copied().ok_or_else(|| CatalogueProblem::UnknownIndicator(id.to_owned()))
    }

    fn topics(&self, names: &[String]) -> Result<u64, CatalogueProblem> {
        names.iter().try_fold(0, |bits, name| {
            let bit = self.topics.keys().position(|have| have == name);
            bit.map(|bit| bits | 1 << bit).ok_or_else(|| CatalogueProblem::UnknownTopic(name.clone()))
        })
    }

    fn finish(mut self) -> (RuleSet, Vec<String>) {
        self.set.grammar_from = self.interner.list.len() as u16;
        for (word, cues) in cues::words() {
            let literal = self.interner.intern(word);
            grow(&mut self.set.senses, literal, Sense::default());
            let sense = &mut self.set.senses[usize::from(literal.0)];
            sense.cues = sense.cues.with(cues);
        }
        let count = self.interner.list.len();
        // Those of one word side by side in memory; in the order of the catalogue among themselves.
        self.sequences.sort_by_key(|&(side, anchor, _)| (side, anchor));
        self.set.by_anchor = [vec![0..0; count], vec![0..0; count]];
        for (at, (side, anchor, sequence)) in self.sequences.into_iter().enumerate() {
            let range = &mut self.set.by_anchor[side as usize][usize::from(anchor.0)];
            let start = if range.start == range.end { at as u32 } else { range.start };
            *range = start..at as u32 + 1;
            self.set.masks.push(self.set.pieces(&sequence).iter().copied().collect());
            self.set.sequences.push(sequence);
        }
        let by_anchor = &self.set.by_anchor;
        self.set.anchors = [Side::Before, Side::After]
            .map(|side| LiteralBits::of(count, |at| !by_anchor[side as usize][at].is_empty()));
        self.set.senses.resize(count, Sense::default());
        self.set.telling = LiteralBits::of(count, |at| self.set.senses[at] != Sense::default());
        self.set.words_by_last.resize(count, Vec::new());
        self.set.lasts = LiteralBits::of(count, |at| !self.set.words_by_last[at].is_empty());
        (self.set, self.interner.list)
    }
}

/// Makes room for `literal`.
fn grow<T: Clone>(list: &mut Vec<T>, literal: Literal, empty: T) {
    let needed = usize::from(literal.0) + 1;
    if list.len() < needed {
        list.resize(needed, empty);
    }
}

#[derive(Default)]
struct Interner {
    list: Vec<String>,
    numbers: BTreeMap<String, Literal>,
}

impl Interner {
    fn intern(&mut self, word: &str) -> Literal {
        if let Some(&literal) = self.numbers.get(word) {
            return literal;
        }
        let literal = Literal(self.list.len() as u16);
        self.list.push(word.to_owned());
        self.numbers.insert(word.to_owned(), literal);
        literal
    }
}
