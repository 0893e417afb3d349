//! The catalogue as one readable file, which people export, change and import.
//!
//! How it is written is told in `assets/catalogue/README.md`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use toml::Spanned;

use super::{Direction, Indicator, IndicatorKind};
use crate::error::CatalogueProblem;
use crate::outline::Section;
use crate::text::hex;

/// What stands above an exported catalogue.
const HEAD: &str = "\
# 法衡的指标目录 · The catalogue of Faheng
# faheng catalogue import FILE 使用改过的目录；faheng catalogue reset 恢复自带的目录。
# [[indicator]] 指标（id、section、name、unit 必填；verbs 是与名称连用的动词） · [[rule]] 数字归于指标的规则
# [[words]] 不用数字的说法 · [topics] 话题的词 · [units] 单位

";

/// Everything that a catalogue holds.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CatalogueFile {
    #[serde(default)]
    pub indicator: Vec<IndicatorText>,
    #[serde(default)]
    pub rule: Vec<RuleText>,
    #[serde(default)]
    pub words: Vec<WordsText>,
    #[serde(default)]
    pub topics: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub units: UnitsText,
}

/// An indicator as people write it.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IndicatorText {
    pub id: Spanned<String>,
    pub section: u8,
    /// The section's own part where it is not given.
    pub outline_part: Option<u8>,
    pub name: String,
    /// The Chinese name where it is not given.
    pub name_en: Option<String>,
    pub unit: String,
    /// By the unit where it is not given.
    pub kind: Option<IndicatorKind>,
    pub higher_is: Option<Direction>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub definition: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Verbs of which one stands with the name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verbs: Vec<String>,
}

/// Measure words and the canonical units that take them.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitsText {
    #[serde(default)]
    pub same: Vec<Vec<String>>,
    #[serde(default)]
    pub other: Vec<String>,
    #[serde(default)]
    pub unit: Vec<UnitText>,
}

/// A canonical unit.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitText {
    pub name: String,
    pub words: Vec<String>,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub factor: f64,
}

fn one() -> f64 {
    1.0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
fn is_one(factor: &f64) -> bool {
    *factor == 1.0
}

/// Rules of one file of the built-in catalogue.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RulesFile {
    #[serde(default)]
    pub rule: Vec<RuleText>,
    #[serde(default)]
    pub words: Vec<WordsText>,
}

/// Which words around a number make it an indicator's.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleText {
    pub id: Spanned<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topic: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub against: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub never: Vec<String>,
    pub units: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bare: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub adjacent: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stock: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub weak: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub behind: Vec<String>,
}

/// A value told in words alone.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordsText {
    pub id: Spanned<String>,
    pub value: f64,
    pub say: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topic: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not: Vec<String>,
}

/// What is wrong with a catalogue and at which byte, where that is known.
#[derive(Debug)]
pub(super) struct Fault {
    pub problem: CatalogueProblem,
    pub offset: Option<usize>,
}

impl From<CatalogueProblem> for Fault {
    fn from(problem: CatalogueProblem) -> Self {
        Self { problem, offset: None }
    }
}

impl From<toml::de::Error> for Fault {
    fn from(error: toml::de::Error) -> Self {
        let offset = error.span().map(|span| span.start);
        Self { problem: CatalogueProblem::Syntax(error.message().to_owned()), offset }
    }
}

impl Fault {
    /// A problem of the entry with that id.
    pub fn at(problem: CatalogueProblem, id: &Spanned<String>) -> Self {
        Self { problem, offset: Some(id.span().start) }
    }
}

impl CatalogueFile {
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Ok(toml::from_str(text)?)
    }

    /// The file as text for [`CatalogueFile::parse`].
    pub fn to_text(&self) -> Result<String, CatalogueProblem> {
        let text = toml::to_string(self).map_err(|error| CatalogueProblem::Syntax(error.to_string()))?;
        Ok(format!("{HEAD}{text}"))
    }

    /// SHA-256 of all that it says, however it was written.
    pub fn digest(&self) -> Result<String, CatalogueProblem> {
        let all = serde_json::to_vec(self).map_err(|error| CatalogueProblem::Syntax(error.to_string()))?;
        Ok(hex(&Sha256::digest(all)))
    }

    pub fn indicators(&self) -> Result<Vec<Indicator>, Fault> {
        self.indicator.iter().map(|own| own.read().map_err(|problem| Fault::at(problem, &own.id))).collect()
    }
}

/// The part of the national Outline that a section stands for by itself.
const PARTS: [u8; 6] = [10, 2, 5, 3, 7, 8];

impl IndicatorText {
    fn read(&self) -> Result<Indicator, CatalogueProblem> {
        let id = self.id.get_ref().trim();
        if id.is_empty() || id.contains(char::is_whitespace) || self.name.trim().is_empty() {
            return Err(CatalogueProblem::NoName);
        }
        let section = Section::from_number(self.section).ok_or(CatalogueProblem::BadSection(self.section))?;
        let part = self.outline_part.unwrap_or(PARTS[section as usize]);
        if !(2..=10).contains(&part) {
            return Err(CatalogueProblem::BadPart(part));
        }
        Ok(Indicator {
            id: id.to_owned(),
            section,
            outline_part: part,
            name_zh: self.name.clone(),
            name_en: self.name_en.clone().unwrap_or_else(|| self.name.clone()),
            unit: self.unit.clone(),
            kind: self.kind.unwrap_or(match self.unit.as_str() {
                "%" => IndicatorKind::Rate,
                "万元" => IndicatorKind::Amount,
                _ => IndicatorKind::Count,
            }),
            higher_is: self.higher_is.unwrap_or(Direction::Neutral),
            definition: self.definition.clone(),
            aliases: self.aliases.clone(),
        })
    }

    /// The rule that name, aliases and verbs make: for an indicator that names verbs or has no rule of its own.
    pub fn rule(&self, rules: &[RuleText]) -> Option<RuleText> {
        let ruled = || rules.iter().any(|rule| rule.id.get_ref() == self.id.get_ref());
        if self.verbs.is_empty() && ruled() {
            return None;
        }
        let names: Vec<&str> = std::iter::once(&self.name).chain(&self.aliases).map(String::as_str).collect();
        let pairs = names.iter().flat_map(|name| {
            self.verbs.iter().flat_map(move |verb| [format!("{verb}…{name}"), format!("{name}…{verb}")])
        });
        let names = || names.iter().map(|&name| name.to_owned());
        Some(RuleText {
            id: self.id.clone(),
            before: names().chain(pairs).collect(),
            after: names().collect(),
            topic: Vec::new(),
            against: Vec::new(),
            with: self.verbs.clone(),
            not: Vec::new(),
            never: Vec::new(),
            units: None,
            bare: false,
            adjacent: false,
            stock: false,
            weak: false,
            flags: Vec::new(),
            behind: Vec::new(),
        })
    }
}
