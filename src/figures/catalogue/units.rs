//! Canonical units and the measure words that may stand for them.

use std::collections::BTreeMap;

use super::file::UnitsText;
use crate::error::CatalogueProblem;
use crate::figures::numbers::{Measure, Measures};

/// A set of measure words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct MeasureSet(u128);

impl MeasureSet {
    pub fn insert(&mut self, measure: Measure) {
        self.0 |= 1 << measure.0;
    }

    pub fn contains(self, measure: Measure) -> bool {
        self.0 & (1 << measure.0) != 0
    }
}

/// Which measure words a canonical unit takes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnitClass {
    /// The measure words.
    pub accepts: MeasureSet,
    /// Canonical units in one of the measure word.
    pub factor: f64,
}

/// All measure words, and the canonical units that take them.
#[derive(Debug)]
pub(crate) struct Units {
    measures: Measures,
    classes: BTreeMap<String, UnitClass>,
    same: Vec<MeasureSet>,
}

/// Words that are measures in any catalogue because the grammar itself needs them.
const ALWAYS: &[&str] = &["%", "‰", "成", "倍", "个百分点", "百分点"];

impl Units {
    pub(super) fn build(file: &UnitsText) -> Result<Self, CatalogueProblem> {
        let words = file.unit.iter().flat_map(|unit| &unit.words).chain(&file.other).chain(file.same.iter().flatten());
        let words = words.map(String::as_str);
        let measures = Measures::new(words.chain(ALWAYS.iter().copied())).ok_or(CatalogueProblem::TooManyMeasures)?;
        let mut classes = BTreeMap::new();
        for unit in &file.unit {
            let accepts = set(&measures, &unit.words)?;
            classes.insert(unit.name.clone(), UnitClass { accepts, factor: unit.factor });
        }
        let same = file.same.iter().map(|group| set(&measures, group)).collect::<Result<_, _>>()?;
        Ok(Self { measures, classes, same })
    }

    pub fn measures(&self) -> &Measures {
        &self.measures
    }

    pub fn class(&self, unit: &str) -> Option<UnitClass> {
        self.classes.get(unit).copied()
    }

    /// The set of some words, each of which must be a measure word, with those that say the same.
    pub fn set(&self, words: &[String]) -> Result<MeasureSet, CatalogueProblem> {
        let named = set(&self.measures, words)?;
        Ok(self
            .same
            .iter()
            .filter(|group| group.0 & named.0 != 0)
            .fold(named, |all, group| MeasureSet(all.0 | group.0)))
    }
}

fn set(measures: &Measures, words: &[String]) -> Result<MeasureSet, CatalogueProblem> {
    let mut found = MeasureSet::default();
    for word in words {
        let measure = measures.find(word).ok_or_else(|| CatalogueProblem::UnknownMeasure(word.clone()))?;
        found.insert(measure);
    }
    Ok(found)
}
