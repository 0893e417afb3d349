//! The catalogue: indicators, their units, and the rules that find them, all read from data.
//!
//! Source of the built-in data: `assets/catalogue/`.

mod lexicon;
mod rules;
mod units;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::numbers::Measures;
use crate::error::Error;
use crate::outline::Section;
use crate::text::hex;

use lexicon::Lexicon;
pub(crate) use lexicon::{Hit, Literal};
pub(crate) use rules::{Rule, RuleSet, Sequence, Side, Words};
use units::Units;

/// What an indicator measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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

impl Catalogue {
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
        let indicators = parse_indicators(text.indicators)?;
        let by_id: BTreeMap<String, usize> =
            indicators.iter().enumerate().map(|(at, indicator)| (indicator.id.clone(), at)).collect();
        if by_id.len() != indicators.len() {
            return Err(Error::Data("indicators.tsv: an id stands twice".into()));
        }
        let units = Units::parse(text.units)?;
        let (rules, literals) = RuleSet::parse(&indicators, &by_id, &units, text.topics, text.rules)?;
        let lexicon = Lexicon::new(&literals)?;
        Ok(Self { indicators, by_id, digest: digest(&text), units, rules, lexicon })
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

    /// SHA-256 over all texts of the catalogue, hex: figures of two runs compare only under the same one.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    pub(crate) fn measures(&self) -> &Measures {
        self.units.measures()
    }
}

fn digest(text: &CatalogueText<'_>) -> String {
    let mut hash = Sha256::new();
    for piece in [text.indicators, text.units, text.topics].iter().chain(text.rules) {
        hash.update((piece.len() as u64).to_be_bytes());
        hash.update(piece.as_bytes());
    }
    hex(&hash.finalize())
}

fn parse_indicators(text: &str) -> Result<Vec<Indicator>, Error> {
    text.trim_start_matches('\u{FEFF}')
        .lines()
        .enumerate()
        .skip(1)
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| indicator(line).ok_or_else(|| Error::Data(format!("indicators.tsv line {}", at + 1))))
        .collect()
}

fn indicator(line: &str) -> Option<Indicator> {
    let mut cells = line.split('\t').map(str::trim);
    let mut next = || cells.next();
    Some(Indicator {
        id: next()?.to_owned(),
        section: Section::from_number(next()?.parse().ok()?)?,
        outline_part: next()?.parse().ok()?,
        name_zh: next()?.to_owned(),
        name_en: next()?.to_owned(),
        unit: next()?.to_owned(),
        kind: match next()? {
            "count" => IndicatorKind::Count,
            "rate" => IndicatorKind::Rate,
            "amount" => IndicatorKind::Amount,
            "duration" => IndicatorKind::Duration,
            _ => return None,
        },
        higher_is: match next()? {
            "better" => Direction::Better,
            "worse" => Direction::Worse,
            "neutral" => Direction::Neutral,
            _ => return None,
        },
        definition: next()?.to_owned(),
        aliases: next()?.split(';').map(str::to_owned).filter(|alias| !alias.is_empty()).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_indicator_has_a_rule_and_a_unit() {
        let catalogue = Catalogue::built_in().unwrap();
        assert_eq!(catalogue.indicators().len(), 213);
        for (at, indicator) in catalogue.indicators().iter().enumerate() {
            assert!(catalogue.rules.rules.iter().any(|rule| rule.indicator == at), "{} has no rule", indicator.id);
        }
    }

    #[test]
    fn broken_data_is_named() {
        let text = CatalogueText {
            indicators: "id\n",
            units: "other = []",
            topics: "",
            rules: &["[[rule]]\nid = \"no.such\"\nbefore = [\"收到\"]"],
        };
        let error = Catalogue::parse(text).unwrap_err().to_string();
        assert!(error.contains("no.such"), "{error}");
    }
}
