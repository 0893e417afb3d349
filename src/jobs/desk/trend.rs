//! Series for a chart: each report of the bodies is read once, whatever the number of indicators.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::pages::{Overview, TrendPage, TrendQuery};
use crate::chart::{ChartKind, ChartSpec, Paper, Renamed, Request, Subject, build};
use crate::compare::{BodyKey, Choice, Entry, Gap, Report, Series, Strand, series};
use crate::error::Error;
use crate::figures::{Catalogue, Observation};
use crate::i18n::Texts;
use crate::identity::{Divisions, Kind};
use crate::shelf::{Loaded, choices};
use crate::store::{ReportId, ReportSummary};

/// The reports of one body that its points can come from.
struct Source {
    body: BodyKey,
    loaded: Vec<Loaded>,
    /// Of each of them the values that a person has decided about, where only such are asked for.
    reviewed: Option<Vec<Vec<Observation>>>,
}

/// Years that a report can be about; a chart of others would have millions of years without one.
const YEARS: RangeInclusive<i32> = 2000..=2099;

/// Reads what is asked for and makes the chart of it.
pub(super) fn page(
    query: TrendQuery,
    overview: &Overview,
    decided: &BTreeSet<ReportId>,
    load: impl FnMut(&ReportSummary) -> Result<Loaded, Error>,
) -> Result<TrendPage, Error> {
    let years = years(&query, overview);
    let sources = match &years {
        Some(years) => gather(&query, years, overview, decided, load)?,
        None => Vec::new(),
    };
    let reports: Vec<Reports<'_>> = sources.iter().map(Reports::of).collect();
    let mut found = Vec::new();
    for id in &query.indicators {
        found.extend(years.iter().flat_map(|years| reports.iter().map(|own| own.series(id, years.clone()))));
    }
    let spec = spec(&query, &sources, &found)?;
    let reports = stands_in(&spec, &sources);
    Ok(TrendPage { query, spec, reports })
}

fn spec(query: &TrendQuery, sources: &[Source], series: &[Series<'_>]) -> Result<ChartSpec, Error> {
    let catalogue = Catalogue::current()?;
    let read = || sources.iter().flat_map(|source| &source.loaded).map(|loaded| &loaded.stored.summary);
    let paper = |report: &ReportSummary| Paper {
        file: report.file_name.clone(),
        published: report.published.map(|date| date.to_string()),
    };
    let code = |report: &ReportSummary| report.jurisdiction.as_ref().and_then(|place| place.code.clone());
    let subject = |source: &Source| {
        let code = source.loaded.iter().find_map(|loaded| code(&loaded.stored.summary));
        Subject {
            renamed: code.as_deref().and_then(|code| renamed(&source.body, code)),
            body: source.body.clone(),
            code,
        }
    };
    let request = Request {
        kind: query.kind,
        indicators: query.indicators.iter().filter_map(|id| catalogue.get(id)).collect(),
        subjects: sources.iter().map(subject).collect(),
        series,
        papers: read().map(|report| (report.sha256.clone(), paper(report))).collect(),
    };
    Ok(build(&request, &Texts::new(query.locale)))
}

/// What a place was called before; offices have names of their own.
fn renamed(body: &BodyKey, code: &str) -> Option<Renamed> {
    let former = Divisions::built_in().former(code).filter(|_| body.place.last() == Some(&body.name))?;
    Some(Renamed { former: former.name.clone(), year: former.until })
}

/// The reports that the values of a chart stand in, by SHA-256.
fn stands_in(spec: &ChartSpec, sources: &[Source]) -> BTreeMap<String, ReportId> {
    let shown: BTreeSet<&str> = spec.marks().map(|mark| mark.proof.sha256.as_str()).collect();
    let read = sources.iter().flat_map(|source| &source.loaded).map(|loaded| &loaded.stored.summary);
    let read = read.filter(|report| shown.contains(report.sha256.as_str()));
    read.map(|report| (report.sha256.clone(), report.id)).collect()
}

/// The years to chart: those asked for, or all that the bodies have reports for; of bars the last alone.
fn years(query: &TrendQuery, overview: &Overview) -> Option<RangeInclusive<i32>> {
    let rows = overview.rows.iter().filter(|row| query.bodies.contains(&row.body));
    let cells = rows.flat_map(|row| &row.cells).filter(|(_, cell)| cell.kind != Kind::WorkPlan);
    let has: BTreeSet<i32> = cells.map(|(year, _)| *year).collect();
    let (first, last) = query.years.or_else(|| Some((*has.first()?, *has.last()?)))?;
    let (first, last) = (first.max(*YEARS.start()), last.min(*YEARS.end()));
    Some(if query.kind == ChartKind::Bars { last..=last } else { first..=last })
}

/// Reads the reports of the bodies asked for, in the order of asking; a body that the library does not have has none.
///
/// A year's point stands in its own report or in the next one, or where a person chose it: `decided` are the reports
/// that have decisions.
fn gather(
    query: &TrendQuery,
    years: &RangeInclusive<i32>,
    overview: &Overview,
    decided: &BTreeSet<ReportId>,
    mut load: impl FnMut(&ReportSummary) -> Result<Loaded, Error>,
) -> Result<Vec<Source>, Error> {
    let span = *years.start()..=years.end().saturating_add(1);
    let bears = |report: &ReportSummary| {
        !matches!(report.kind, Kind::WorkPlan | Kind::Other)
            && (report.year.is_some_and(|year| span.contains(&year)) || decided.contains(&report.id))
    };
    let mut sources = Vec::new();
    for body in &query.bodies {
        let row = overview.rows.iter().find(|row| row.body == *body);
        let own: BTreeSet<ReportId> = row.map(|row| row.reports().collect()).unwrap_or_default();
        let own = overview.reports.iter().filter(|report| own.contains(&report.id) && bears(report));
        let loaded: Vec<Loaded> = own.map(&mut load).collect::<Result<_, _>>()?;
        let reviewed = query.reviewed_only.then(|| loaded.iter().map(reviewed).collect());
        sources.push(Source { body: body.clone(), loaded, reviewed });
    }
    Ok(sources)
}

/// The values of a report that a person has decided about.
fn reviewed(loaded: &Loaded) -> Vec<Observation> {
    let values = loaded.observations().iter().zip(loaded.decided());
    values.filter(|(_, decided)| **decided).map(|(found, _)| found.clone()).collect()
}

/// The reports of a source as series are drawn from them, each indexed once.
struct Reports<'a> {
    source: &'a Source,
    all: Vec<Report<'a>>,
    /// The same with nothing but reviewed values, where only such are asked for.
    reviewed: Option<Vec<Report<'a>>>,
    choices: Vec<Choice>,
}

impl<'a> Reports<'a> {
    fn of(source: &'a Source) -> Self {
        let all: Vec<Report<'a>> = source.loaded.iter().map(Loaded::report).collect();
        let with = |(report, observations): (&Report<'a>, &'a Vec<Observation>)| Report {
            observations,
            reviewed: true,
            ..report.clone()
        };
        let reviewed = source.reviewed.as_ref().map(|values| all.iter().zip(values).map(with).collect());
        Self { source, all, reviewed, choices: choices(&source.loaded) }
    }

    /// The series of one indicator. Where a value is left out because nobody has gone through it, its gap says so.
    fn series(&'a self, indicator: &str, years: RangeInclusive<i32>) -> Series<'a> {
        let of = |reports| series(&self.source.body, reports, &self.choices, indicator, Strand::Level, years.clone());
        let all = of(&self.all);
        let Some(reviewed) = &self.reviewed else { return all };
        let mut kept = of(reviewed);
        for ((_, entry), (_, before)) in kept.entries.iter_mut().zip(&all.entries) {
            if matches!(entry, Entry::Gap(_)) && !matches!(before, Entry::Gap(_)) {
                *entry = Entry::Gap(Gap::NotReviewed);
            }
        }
        kept
    }
}
