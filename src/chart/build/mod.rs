//! Reports of bodies and a choice of indicators → [`ChartSpec`].

mod notes;
mod panels;
mod points;
mod units;
mod words;

use std::ops::RangeInclusive;

use crate::compare::{BodyKey, Choice, Report, Series, Strand, series, span_of_years};
use crate::figures::Indicator;
use crate::i18n::Texts;

use super::palette;
use super::spec::{ChartKind, ChartSpec};

/// What is to be drawn.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// How values are laid out.
    pub kind: ChartKind,
    /// The indicators, in the order of choosing.
    pub indicators: Vec<&'a Indicator>,
    /// Whose values, in the order of choosing: the first have the first colours.
    pub subjects: Vec<Subject<'a>>,
    /// First and last year; all that there are reports for where there is none. Bars show the last one, slopes both.
    pub years: Option<(i32, i32)>,
    /// The kind of statement.
    pub strand: Strand,
    /// Whether values that nobody has gone through are left out.
    pub reviewed_only: bool,
}

/// A body with its reports.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// Who.
    pub body: BodyKey,
    /// Code of its place, where it is listed.
    pub code: Option<String>,
    /// Its current reports, of any kind and order.
    pub reports: &'a [Report<'a>],
    /// One for each of the reports.
    pub papers: Vec<Paper>,
    /// What people chose among their values.
    pub choices: Vec<Choice>,
}

/// Where a report comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// The file's name.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Date of publication, ISO.
    pub published: Option<String>,
}

/// The series of one subject and indicator, with their places in the order of choosing.
struct Found<'a> {
    subject: usize,
    indicator: usize,
    found: Series<'a>,
}

/// The chart of a request, in the language of the texts.
///
/// A chart of nothing has no panels; its notes say why.
pub fn build(request: &Request<'_>, texts: &Texts) -> ChartSpec {
    let years = years(request);
    let all: Vec<Found<'_>> = request
        .indicators
        .iter()
        .enumerate()
        .flat_map(|(indicator, own)| {
            let years = years.clone();
            request.subjects.iter().enumerate().map(move |(subject, of)| {
                let found = series(&of.body, of.reports, &of.choices, &own.id, request.strand, years.clone());
                Found { subject, indicator, found }
            })
        })
        .collect();
    let shown = panels::shown_years(request.kind, years, &all, request.years.is_some());
    let drawn = points::draw(request, &all, &shown, texts);
    let panels = panels::panels(request, &drawn, &shown, texts);
    let mut spec = ChartSpec {
        kind: request.kind,
        title: words::title(request, &shown, texts),
        subtitle: words::subtitle(request, texts),
        panels,
        notes: notes::notes(request, &drawn, &shown, texts),
        more: texts.get("chart-note-more"),
        source: String::new(),
        stamp: None,
        alt: String::new(),
    };
    spec.source = words::source(&spec, request, texts);
    spec.alt = words::alt(&spec, texts);
    spec
}

/// The years asked for, or all that the reports are about.
fn years(request: &Request<'_>) -> RangeInclusive<i32> {
    // A year out of the calendar would make an axis that nobody can draw.
    const KNOWN: RangeInclusive<i32> = 1949..=2100;
    let all = || {
        let reports = request.subjects.iter().flat_map(|subject| subject.reports);
        span_of_years(reports).map(RangeInclusive::into_inner)
    };
    let (first, last) = request.years.or_else(all).unwrap_or((1, 0));
    if first > last {
        return first..=last;
    }
    first.clamp(*KNOWN.start(), *KNOWN.end())..=last.clamp(*KNOWN.start(), *KNOWN.end())
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
