//! Reports of bodies and a choice of indicators → [`ChartSpec`].

mod notes;
mod panels;
mod points;
mod units;
mod words;

use std::collections::BTreeMap;

use crate::compare::{BodyKey, Series, Strand};
use crate::figures::Indicator;
use crate::i18n::Texts;

use super::palette;
use super::spec::{ChartKind, ChartSpec, Renamed};

/// What is to be drawn.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// How values are laid out.
    pub kind: ChartKind,
    /// The indicators, in the order of choosing.
    pub indicators: Vec<&'a Indicator>,
    /// Whose values, in the order of choosing: the first have the first colours.
    pub subjects: Vec<Subject>,
    /// One for each indicator and subject, over the same years. Of bars the last year is shown, of slopes the first and
    /// the last that have a value.
    pub series: &'a [Series<'a>],
    /// Where the reports come from, by the SHA-256 of their files.
    pub papers: BTreeMap<String, Paper>,
}

/// Who reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its key.
    pub body: BodyKey,
    /// Code of its place, where it is listed.
    pub code: Option<String>,
    /// What its place was called before.
    pub renamed: Option<Renamed>,
}

/// Where a report comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// The file's name.
    pub file: String,
    /// Date of publication, ISO.
    pub published: Option<String>,
}

impl Request<'_> {
    /// The kind of statement that is drawn.
    fn strand(&self) -> Strand {
        self.series.first().map_or(Strand::Level, |series| series.strand)
    }
}

/// The chart of a request, in the language of the texts.
///
/// A chart of nothing has panels without marks, or none where there is no year; its source line says so.
pub fn build(request: &Request<'_>, texts: &Texts) -> ChartSpec {
    let years = panels::shown_years(request);
    let drawn = points::draw(request, &years, texts);
    let mut spec = ChartSpec {
        kind: request.kind,
        title: words::title(request, &years, texts),
        subtitle: words::subtitle(request, texts),
        panels: panels::panels(request, &drawn, &years, texts),
        notes: notes::notes(request, &drawn, &years, texts),
        more: texts.get("chart-note-more"),
        years,
        source: String::new(),
        stamp: None,
        alt: String::new(),
    };
    spec.source = words::source(&spec, request, texts);
    spec.alt = words::alt(&spec, texts);
    spec
}

/// The style number of a subject and indicator.
fn style(request: &Request<'_>, subject: usize, indicator: usize) -> usize {
    let indicators_on_one_axis = |unit: &str| request.indicators.iter().filter(|own| own.unit == unit).count();
    let Some(own) = request.indicators.get(indicator) else { return 0 };
    let before = request.indicators.iter().take(indicator).filter(|other| other.unit == own.unit).count();
    let many = indicators_on_one_axis(&own.unit) > 1;
    if many && (request.kind == ChartKind::Bars || request.subjects.len() == 1) {
        // Places stand along the axis, or there is one alone: colours are free for the indicators.
        palette::style(before, 0)
    } else {
        palette::style(subject, before)
    }
}

#[cfg(test)]
mod tests;
