//! The catalogue: indicators, their units, and the rules that find them, all read from data.
//!
//! Source of the built-in data: `assets/catalogue/`.

mod file;
mod lexicon;
mod rules;
mod units;

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::numbers::Measures;
use crate::error::{CatalogueProblem, Error};
use crate::outline::Section;

use file::{CatalogueFile, Fault, IndicatorText, RulesFile};
use lexicon::Lexicon;
pub(crate) use lexicon::{Hit, Literal, LiteralMask, LiteralSet};
pub(crate) use rules::{Bare, Rule, RuleSet, Sequence, Side, Words};
use units::Units;

/// What an indicator measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorKind {
    /// A number of things, people or events.
    Count,
    /// A share in per cent, or a ratio.
    Rate,
    /// Money.
    Amount,
    /// A length of time.
    Duration,
}

/// What a higher value means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Better.
    Better,
    /// Worse.
    Worse,
    /// Either: more problems or more work.
    Neutral,
}

/// A measurable thing that reports state.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Stable id, `family.name`.
    pub id: String,
    /// The section that it belongs to.
    pub section: Section,
    /// The part of the national Outline, 2 to 10.
    pub outline_part: u8,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Canonical unit.
    pub unit: String,
    /// What it measures.
    pub kind: IndicatorKind,
    /// What a higher value means.
    pub higher_is: Direction,
    /// What counts and what does not.
    pub definition: String,
    /// Other names in use, for search.
    pub aliases: Vec<String>,
}

/// The texts that a catalogue is made of.
#[derive(Clone, Copy, Debug)]
pub struct CatalogueText<'a> {
    /// Tab-separated indicators with a header line.
    pub indicators: &'a str,
    /// Measure words by canonical unit, TOML.
    pub units: &'a str,
    /// Topic words, TOML.
    pub topics: &'a str,
    /// Rules, TOML, in the order in which ties are settled.
    pub rules: &'a [&'a str],
}

/// Indicators with everything that is needed to find them in a text.
#[derive(Debug)]
pub struct Catalogue {
    indicators: Vec<Indicator>,
    by_id: BTreeMap<String, usize>,
    digest: String,
    file: CatalogueFile,
    pub(crate) units: Units,
    pub(crate) rules: RuleSet,
    pub(crate) lexicon: Lexicon,
}

static BUILT_IN: LazyLock<Result<Catalogue, Error>> = LazyLock::new(|| {
    Catalogue::parse(CatalogueText {
        indicators: include_str!("../../../assets/catalogue/indicators.tsv"),
        units: include_str!("../../../assets/catalogue/units.toml"),
        topics: include_str!("../../../assets/catalogue/topics.toml"),
        rules: &[
            include_str!("../../../assets/catalogue/patterns/1-leadership.toml"),
            include_str!("../../../assets/catalogue/patterns/2-functions.toml"),
            include_str!("../../../assets/catalogue/patterns/3-enforcement.toml"),
            include_str!("../../../assets/catalogue/patterns/4-institutions.toml"),
            include_str!("../../../assets/catalogue/patterns/5-disputes.toml"),
            include_str!("../../../assets/catalogue/patterns/5-services.toml"),
            include_str!("../../../assets/catalogue/patterns/6-oversight.toml"),
            include_str!("../../../assets/catalogue/patterns/words.toml"),
        ],
    })
});

static IN_USE: OnceLock<Catalogue> = OnceLock::new();

impl Catalogue {
    /// The catalogue that this process reads by: the user's own where one was put in use, else the built-in one.
    ///
    /// # Errors
    ///
    /// As [`Catalogue::built_in`].
    pub fn current() -> Result<&'static Self, Error> {
        IN_USE.get().map_or_else(Self::built_in, Ok)
    }

    /// Has [`Catalogue::current`] give this catalogue, for as long as the process runs; once, before anything is read.
    ///
    /// # Errors
    ///
    /// [`Error::Data`] when another one is in use already: figures of two catalogues would stand side by side.
    pub fn put_in_use(self) -> Result<(), Error> {
        let digest = self.digest.clone();
        IN_USE.set(self).ok();
        match IN_USE.get() {
            Some(used) if used.digest == digest => Ok(()),
            _ => Err(Error::Data("another catalogue is in use".into())),
        }
    }

    /// The catalogue that ships with the program.
    ///
    /// # Errors
    ///
    /// [`Error::Data`] when the shipped data is broken, which the tests rule out.
    pub fn built_in() -> Result<&'static Self, Error> {
        BUILT_IN.as_ref().map_err(|error| Error::Data(error.to_string()))
    }

    /// Reads a catalogue from its texts.
    ///
    /// # Errors
    ///
    /// [`Error::Data`] names the line, rule or word that is wrong.
    pub fn parse(text: CatalogueText<'_>) -> Result<Self, Error> {
        let said = |name: &str, fault: Fault| Error::Data(format!("{name}: {}", fault.problem));
        let units = toml::from_str(text.units).map_err(|error| said("units", Fault::from(error)))?;
        let topics = toml::from_str(text.topics).map_err(|error| said("topics", Fault::from(error)))?;
        let indicator = parse_indicators(text.indicators)?;
        let mut file = CatalogueFile { indicator, units, topics, ..CatalogueFile::default() };
        for rules in text.rules {
            let rules: RulesFile = toml::from_str(rules).map_err(|error| said("rules", Fault::from(error)))?;
            file.rule.extend(rules.rule);
            file.words.extend(rules.words);
        }
        Self::build(file).map_err(|fault| said("catalogue", fault))
    }

    /// Reads a catalogue from one file's text, as [`Catalogue::to_text`] writes it. With what is wrong comes the
    /// line, counted from 1, where one is known.
    pub fn from_text(text: &str) -> Result<Self, (CatalogueProblem, Option<usize>)> {
        let text = text.trim_start_matches('\u{FEFF}');
        let built = CatalogueFile::parse(text).and_then(Self::build);
        let line = |offset: usize| text.bytes().take(offset).filter(|&byte| byte == b'\n').count() + 1;
        built.map_err(|fault| (fault.problem, fault.offset.map(line)))
    }

    /// The whole catalogue as one readable text, for [`Catalogue::from_text`].
    ///
    /// # Errors
    ///
    /// [`Error::Data`] when it cannot be written as TOML, which the tests rule out.
    pub fn to_text(&self) -> Result<String, Error> {
        self.file.to_text().map_err(|problem| Error::Data(problem.to_string()))
    }

    fn build(file: CatalogueFile) -> Result<Self, Fault> {
        let indicators = file.indicators()?;
        let mut by_id = BTreeMap::new();
        for (at, (indicator, text)) in indicators.iter().zip(&file.indicator).enumerate() {
            if by_id.insert(indicator.id.clone(), at).is_some() {
                return Err(Fault::at(CatalogueProblem::TwiceIndicator(indicator.id.clone()), &text.id));
            }
        }
        let units = Units::build(&file.units)?;
        let (rules, literals) = RuleSet::build(&file, &indicators, &by_id, &units)?;
        let lexicon = Lexicon::new(&literals).map_err(|error| CatalogueProblem::Syntax(error.to_string()))?;
        Ok(Self { indicators, by_id, digest: file.digest()?, file, units, rules, lexicon })
    }

    /// All indicators in the order of the catalogue: by section, the classics first.
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// The indicator of that id.
    pub fn get(&self, id: &str) -> Option<&Indicator> {
        self.by_id.get(id).and_then(|&at| self.indicators.get(at))
    }

    /// Place of an indicator in [`Self::indicators`].
    pub fn position(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// SHA-256 over all that the catalogue says, hex: figures of two runs compare only under the same one.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    pub(crate) fn measures(&self) -> &Measures {
        self.units.measures()
    }
}

fn parse_indicators(text: &str) -> Result<Vec<IndicatorText>, Error> {
    text.trim_start_matches('\u{FEFF}')
        .lines()
        .enumerate()
        .skip(1)
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| indicator(line).ok_or_else(|| Error::Data(format!("indicators.tsv line {}", at + 1))))
        .collect()
}

fn indicator(line: &str) -> Option<IndicatorText> {
    let mut cells = line.split('\t').map(str::trim);
    let mut next = || cells.next();
    Some(IndicatorText {
        id: Spanned::new(0..0, next()?.to_owned()),
        section: next()?.parse().ok()?,
        outline_part: Some(next()?.parse().ok()?),
        name: next()?.to_owned(),
        name_en: Some(next()?.to_owned()),
        unit: next()?.to_owned(),
        kind: Some(match next()? {
            "count" => IndicatorKind::Count,
            "rate" => IndicatorKind::Rate,
            "amount" => IndicatorKind::Amount,
            "duration" => IndicatorKind::Duration,
            _ => return None,
        }),
        higher_is: Some(match next()? {
            "better" => Direction::Better,
            "worse" => Direction::Worse,
            "neutral" => Direction::Neutral,
            _ => return None,
        }),
        definition: next()?.to_owned(),
        aliases: next()?.split(';').map(str::to_owned).filter(|alias| !alias.is_empty()).collect(),
        verbs: Vec::new(),
    })
}

#[cfg(test)]
mod tests;
