//! `faheng indicators`, and what people call an indicator → the indicator of the catalogue.

use serde::Serialize;

pub use crate::figures::{Catalogue, Indicator};
use crate::i18n::{Texts, labels, numbers};
use crate::outline::Section;
use crate::quality::{Tally, shipped};
use crate::shelf::likeness;

use super::Status;
use super::console::{Console, Failure};
use super::table::{self, Column};

/// Most indicators that a message offers.
const MOST: usize = 12;
/// Most that look alike and are offered.
const NEAR: usize = 5;
/// Likeness of names below which they are not offered.
const LEAST: f64 = 0.72;

#[derive(Serialize)]
struct IndicatorRecord<'a> {
    id: &'a str,
    name: &'a str,
    name_en: &'a str,
    unit: &'a str,
    section: u8,
    outline_part: u8,
    definition: &'a str,
    aliases: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    quality: Option<QualityRecord>,
}

/// How right the indicator is read on annotated reports; shares are missing where there is nothing to share.
#[derive(Serialize)]
struct QualityRecord {
    n: usize,
    precision: Option<f64>,
    recall: Option<f64>,
}

/// Prints the indicators of the catalogue; with a word those that have it in id, name, alias or definition.
pub fn run(word: Option<&str>, console: &mut Console<'_>) -> Result<Status, Failure> {
    let all = Catalogue::current()?.indicators();
    let defined = |indicator: &Indicator, word: &str| indicator.definition.to_lowercase().contains(word);
    let word_or_empty = word.unwrap_or_default().to_lowercase();
    let found: Vec<&Indicator> =
        all.iter().filter(|indicator| holds(indicator, &word_or_empty) || defined(indicator, &word_or_empty)).collect();
    if let (true, Some(word)) = (found.is_empty(), word) {
        return Err(unknown(word, all, console.texts()));
    }
    if console.json() {
        for indicator in found {
            console.record(&record(indicator))?;
        }
        return Ok(Status::Done);
    }
    let lines = by_section(&found, word.is_some(), console.texts());
    console.lines(0, lines)?;
    console.tell("indicators-count", &[("count", found.len().into())]);
    Ok(Status::Done)
}

/// How right an indicator is read; `None` where another catalogue than the one in use was measured.
fn quality(own: &Indicator) -> Option<Tally> {
    let measured = shipped().ok()?;
    let same = Catalogue::current().is_ok_and(|catalogue| catalogue.digest() == measured.catalogue);
    measured.by_indicator.get(&own.id).copied().filter(|_| same)
}

/// A heading a section, below it a line an indicator: id, name, unit; where `measured`, another with how right it is
/// read.
fn by_section(found: &[&Indicator], measured: bool, texts: &Texts) -> Vec<String> {
    let share = |share: Option<f64>| share.map_or_else(|| texts.get("value-none"), numbers::share);
    let told = |tally: Tally| {
        let (precision, recall) = (share(tally.precision_or_none()), share(tally.recall_or_none()));
        let arguments = [("n", tally.n().into()), ("precision", precision.into()), ("recall", recall.into())];
        texts.format("indicator-quality", &arguments)
    };
    let cells = |own: &Indicator| {
        let name = labels::indicator(own, texts.locale()).to_owned();
        vec![own.id.clone(), name, own.unit.clone()]
    };
    let columns = [Column::words(42), Column::words(46), Column::words(8)];
    let rows: Vec<Vec<String>> = found.iter().map(|indicator| cells(indicator)).collect();
    let widths = table::widths(&columns, &rows);
    let mut lines = Vec::new();
    for section in Section::ALL {
        let here = found.iter().zip(&rows).filter(|(own, _)| own.section == section);
        let here: Vec<(&&Indicator, &Vec<String>)> = here.collect();
        if here.is_empty() {
            continue;
        }
        lines.push(texts.get(labels::section(Some(section))));
        for (own, row) in here {
            let set = table::set_with(&columns, &widths, std::slice::from_ref(row));
            lines.extend(set.into_iter().map(|line| format!("  {line}")));
            let told = if measured { quality(own).map(told) } else { None };
            lines.extend(told.map(|told| format!("    {told}")));
        }
    }
    lines
}

fn record(indicator: &Indicator) -> IndicatorRecord<'_> {
    IndicatorRecord {
        id: &indicator.id,
        name: &indicator.name_zh,
        name_en: &indicator.name_en,
        unit: &indicator.unit,
        section: indicator.section.number(),
        outline_part: indicator.outline_part,
        definition: &indicator.definition,
        aliases: &indicator.aliases,
        quality: quality(indicator).map(|tally| QualityRecord {
            n: tally.n(),
            precision: tally.precision_or_none(),
            recall: tally.recall_or_none(),
        }),
    }
}

/// The indicator with that id, name or alias, or the only one that has the word in one of them.
pub fn resolve<'a>(query: &str, catalogue: &'a Catalogue, texts: &Texts) -> Result<&'a Indicator, Failure> {
    let all = catalogue.indicators();
    let word = query.trim().to_lowercase();
    if let Some(exact) = all.iter().find(|indicator| indicator.id.to_lowercase() == word) {
        return Ok(exact);
    }
    let called: Vec<&Indicator> = all.iter().filter(|own| names(own).any(|name| name.to_lowercase() == word)).collect();
    let found = if called.is_empty() && word.chars().count() > 1 {
        all.iter().filter(|indicator| holds(indicator, &word)).collect()
    } else {
        called
    };
    match found.as_slice() {
        [only] => Ok(only),
        [] => Err(unknown(query, all, texts)),
        several => {
            let arguments = [("name", query.into()), ("choices", offer(several, texts).into())];
            Err(Failure::Usage(texts.format("indicator-ambiguous", &arguments)))
        }
    }
}

/// Whether the id, a name or an alias has the word, given in lower case.
fn holds(indicator: &Indicator, word: &str) -> bool {
    indicator.id.contains(word) || names(indicator).any(|name| name.to_lowercase().contains(word))
}

fn names(indicator: &Indicator) -> impl Iterator<Item = &str> {
    [indicator.name_zh.as_str(), indicator.name_en.as_str()]
        .into_iter()
        .chain(indicator.aliases.iter().map(String::as_str))
}

fn unknown(query: &str, all: &[Indicator], texts: &Texts) -> Failure {
    let near = alike(query, all);
    Failure::Usage(if near.is_empty() {
        texts.format("indicator-unknown", &[("name", query.into())])
    } else {
        texts.format("indicator-unknown-near", &[("name", query.into()), ("near", offer(&near, texts).into())])
    })
}

/// Indicators whose id, last word of the id, name or alias resembles the query, the most alike first.
fn alike<'a>(query: &str, all: &'a [Indicator]) -> Vec<&'a Indicator> {
    let best = |indicator: &Indicator| {
        let last = indicator.id.rsplit('.').next().unwrap_or_default();
        let words = [indicator.id.as_str(), last].into_iter().chain(names(indicator));
        words.map(|name| likeness(query, name)).fold(0.0, f64::max)
    };
    let mut scored: Vec<(f64, &Indicator)> =
        all.iter().map(|indicator| (best(indicator), indicator)).filter(|(score, _)| *score > LEAST).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    scored.into_iter().map(|(_, indicator)| indicator).take(NEAR).collect()
}

fn offer(indicators: &[&Indicator], texts: &Texts) -> String {
    texts.list_up_to(MOST, indicators.iter().map(|indicator| described(indicator, texts)))
}

/// An indicator's id with its name.
fn described(indicator: &Indicator, texts: &Texts) -> String {
    texts.format(
        "indicator-described",
        &[("id", indicator.id.as_str().into()), ("name", labels::indicator(indicator, texts.locale()).into())],
    )
}

#[cfg(test)]
mod tests;
