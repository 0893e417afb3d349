//! `faheng series`: values by year, with every gap named and every value proved by its sentence.

use std::ops::RangeInclusive;

use serde::Serialize;

use crate::compare::{Entry, Report, Series, Statement, Strand, excerpt, series, span_of_years, told_apart};
use crate::figures::Change;
use crate::i18n::{Texts, labels, numbers};
use crate::identity::{Divisions, Former, Kind};
use crate::paths::Paths;
use crate::shelf::{Holder, Loaded, Shelf, answers, choices, holders};

use super::Status;
use super::args::SeriesQuery;
use super::console::{Console, Failure};
use super::indicators::{self, Catalogue, Indicator};
use super::library;
use super::places;
use super::records::{ChangeRecord, ValueRecord, gap_name, standing_name};
use super::table::{self, Align, Column};

#[derive(Serialize)]
struct SeriesRecord<'a> {
    indicator: &'a str,
    place: &'a [String],
    body: &'a str,
    year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    renamed: Option<RenamedRecord<'a>>,
    status: &'static str,
    values: Vec<ValueRecord<'a>>,
    changes: Vec<ChangeRecord<'a>>,
}

/// The name that the place had before the year of the change.
#[derive(Clone, Copy, Serialize)]
struct RenamedRecord<'a> {
    former: &'a str,
    year: i32,
}

/// Prints the series of each place and body asked for.
///
/// A place without a report does not keep the others from being shown; the run has failed then all the same.
pub fn run(query: &SeriesQuery, paths: &Paths, console: &mut Console<'_>) -> Result<Status, Failure> {
    let mut indicators = Vec::new();
    for name in &query.indicators {
        indicators.push(indicators::resolve(name, Catalogue::current()?, console.texts())?);
    }
    let shelf = library::open(&paths.library, console)?;
    let holders = holders(&shelf.reports);
    let mut status = Status::Done;
    let mut chosen = Vec::new();
    for found in named(query, &holders, console.texts()) {
        match found {
            Ok(holder) => chosen.push(holder),
            Err(Failure::Failed(sentence)) => {
                console.message(&sentence);
                status = Status::Failed;
            }
            Err(other) => return Err(other),
        }
    }
    for (at, indicator) in indicators.into_iter().enumerate() {
        if at > 0 && !console.json() {
            console.line("")?;
        }
        show(&chosen, query.strand, query.years, indicator, &shelf, console)?;
    }
    Ok(status)
}

/// The bodies that a query names, each or why it cannot be had.
pub fn named<'h, 'a>(
    query: &SeriesQuery,
    holders: &'h [Holder<'a>],
    texts: &Texts,
) -> Vec<Result<&'h Holder<'a>, Failure>> {
    let bodies: Vec<_> = query.bodies.iter().map(|body| places::body(body, holders, texts)).collect();
    let place =
        |name: &String| places::place(name, holders, texts).and_then(|holder| bears(holder, query.strand, texts));
    // A place without a report of its own may only say where the body asked for lies.
    let locates = |name: &str| bodies.iter().flatten().any(|body| answers(body, name));
    let places: Vec<_> = query
        .places
        .iter()
        .map(|name| (name, place(name)))
        .filter(|(name, found)| !matches!(found, Err(Failure::Failed(_))) || !locates(name))
        .map(|(_, found)| found)
        .collect();
    places.into_iter().chain(bodies).collect()
}

/// Refuses a place that has work plans alone, unless their targets are asked for.
fn bears<'h, 'a>(holder: &'h Holder<'a>, strand: Option<Strand>, texts: &Texts) -> Result<&'h Holder<'a>, Failure> {
    let plans_only = holder.reports.iter().all(|report| report.kind == Kind::WorkPlan);
    if strand == Some(Strand::Target) || !plans_only {
        return Ok(holder);
    }
    let years = texts.list(holder.any_years().iter().map(i32::to_string));
    let arguments = [("name", holder.body.name.as_str().into()), ("years", years.into())];
    Err(Failure::Failed(texts.format("place-plans-only", &arguments)))
}

/// Prints the series of these bodies over all their years, or those given.
pub fn show(
    holders: &[&Holder<'_>],
    strand: Option<Strand>,
    years: Option<(i32, i32)>,
    indicator: &Indicator,
    shelf: &Shelf,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let strand = strand.unwrap_or(Strand::Level);
    let loaded = load(holders, strand, shelf)?;
    let reports: Vec<Vec<Report<'_>>> =
        loaded.iter().map(|loaded| loaded.iter().map(Loaded::report).collect()).collect();
    let all_years = years.map(|(first, last)| first..=last).or_else(|| span(reports.iter().flatten(), strand));
    let Some(years) = all_years else { return Ok(()) };
    if !console.json() {
        heading(indicator, strand, console)?;
    }
    for ((holder, reports), loaded) in holders.iter().zip(&reports).zip(&loaded) {
        let found = series(&holder.body, reports, &choices(loaded), &indicator.id, strand, years.clone());
        if console.json() {
            records(&found, reports, former(holder), console)?;
        } else {
            table(&found, reports, holder, console)?;
        }
    }
    Ok(())
}

/// The reports that a series may draw on: work plans bear targets alone.
fn load(holders: &[&Holder<'_>], strand: Strand, shelf: &Shelf) -> Result<Vec<Vec<Loaded>>, Failure> {
    let bears = |kind: Kind| kind != Kind::WorkPlan || strand == Strand::Target;
    let of = |holder: &&Holder<'_>| shelf.load(holder.reports.iter().copied().filter(|report| bears(report.kind)));
    Ok(holders.iter().map(of).collect::<Result<_, _>>()?)
}

/// The years of the reports; for targets those that they are set for as well.
fn span<'a>(reports: impl Iterator<Item = &'a Report<'a>> + Clone, strand: Strand) -> Option<RangeInclusive<i32>> {
    let years = span_of_years(reports.clone())?;
    let targets = reports.flat_map(|report| report.observations).filter_map(|observation| observation.year);
    let last = targets.max().filter(|_| strand == Strand::Target);
    Some(*years.start()..=last.map_or(*years.end(), |last| last.clamp(*years.end(), years.end() + 1)))
}

fn heading(indicator: &Indicator, strand: Strand, console: &mut Console<'_>) -> Result<(), Failure> {
    let name = labels::indicator(indicator, console.texts().locale()).to_owned();
    let strand = console.texts().get(labels::strand(strand));
    console.say(
        "series-heading",
        &[
            ("name", name.into()),
            ("id", indicator.id.as_str().into()),
            ("unit", indicator.unit.as_str().into()),
            ("strand", strand.into()),
        ],
    )
}

fn table(
    found: &Series<'_>,
    reports: &[Report<'_>],
    holder: &Holder<'_>,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let texts = console.texts();
    let mut rows =
        vec![["column-year", "column-value", "column-status", "column-sentence"].map(|id| texts.get(id)).to_vec()];
    for (year, entry) in &found.entries {
        match entry {
            Entry::Point(statement) => rows.push(row(*year, statement, None, texts)),
            Entry::Conflict(statements) => {
                let values = statements.iter().map(|statement| statement.observation);
                let conflict = texts.get(if told_apart(values) { "status-breakdown" } else { "status-conflict" });
                rows.extend(statements.iter().map(|statement| row(*year, statement, Some(&conflict), texts)));
            }
            Entry::Gap(gap) => {
                rows.push(vec![year.to_string(), texts.get("value-none"), texts.get(labels::gap(*gap)), String::new()]);
            }
        }
        add_changes(&mut rows, stated(found, reports, *year), texts);
    }
    let columns =
        [Column { align: Align::Right, most: 4 }, Column::numbers(18), Column::words(28), Column::words(usize::MAX)];
    let lines = table::fit(2, &columns, &rows);
    console.line("")?;
    let name = holder.full_name();
    let line = former(holder).map_or_else(|| name.clone(), |former| renamed(&name, holder, former, console.texts()));
    console.line(&line)?;
    console.lines(0, lines)
}

/// What the place of a body was called before.
fn former(holder: &Holder<'_>) -> Option<&'static Former> {
    holder.code.as_deref().and_then(|code| Divisions::built_in().former(code))
}

/// The name with the mark that reports before a year bear another one.
fn renamed(name: &str, holder: &Holder<'_>, former: &Former, texts: &Texts) -> String {
    texts.format(
        "series-renamed",
        &[
            ("name", name.into()),
            ("former", former.name.as_str().into()),
            ("now", holder.body.name.as_str().into()),
            ("year", former.until.to_string().into()),
        ],
    )
}

/// What the reports state of the indicator's change in a year, each with its report. Targets have none.
fn stated<'r, 'a>(found: &Series<'_>, reports: &'r [Report<'a>], year: i32) -> Vec<(&'a Change, &'r Report<'a>)> {
    let mut all = Vec::new();
    for report in reports.iter().filter(|_| found.strand == Strand::Level) {
        let ours = report.changes.iter().filter(|change| change.indicator == found.indicator);
        all.extend(ours.filter(|change| change.year.or(report.year) == Some(year)).map(|change| (change, report)));
    }
    all
}

/// A line a change below the values of its year, for it is no value.
fn add_changes(rows: &mut Vec<Vec<String>>, changes: Vec<(&Change, &Report<'_>)>, texts: &Texts) {
    for (change, report) in changes {
        let remark = numbers::stated(change, change.year, texts);
        let sentence = report.words(change.sentence).to_owned();
        let told = rows.last().and_then(|row| row.last()).is_some_and(|last| *last == sentence);
        rows.push(vec![String::new(), String::new(), remark, if told { String::new() } else { sentence }]);
    }
}

fn row(year: i32, statement: &Statement<'_>, conflict: Option<&String>, texts: &Texts) -> Vec<String> {
    let observation = statement.observation;
    let mut status = vec![conflict.cloned().unwrap_or_else(|| texts.get(labels::nature(observation.nature)))];
    status.extend(conflict.map(|_| texts.get(labels::nature(observation.nature))));
    if statement.report.year != Some(year) || statement.report.kind == Kind::WorkPlan {
        status.push(source(statement, texts));
    }
    status.extend(observation.label.clone());
    if observation.scope == crate::figures::Scope::Own {
        status.push(texts.get("scope-own"));
    }
    vec![
        year.to_string(),
        numbers::value(observation, texts),
        texts.list(status),
        excerpt(observation, statement.report),
    ]
}

/// The report that a value of another year or kind stands in.
fn source(statement: &Statement<'_>, texts: &Texts) -> String {
    let kind = texts.get(labels::kind(statement.report.kind));
    let year = statement.report.year.map_or_else(|| texts.get("value-unknown"), |year| year.to_string());
    texts.format("series-source", &[("year", year.into()), ("kind", kind.into())])
}

fn records(
    found: &Series<'_>,
    reports: &[Report<'_>],
    former: Option<&Former>,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let renamed = former.map(|former| RenamedRecord { former: &former.name, year: former.until });
    for (year, entry) in &found.entries {
        let (status, values) = match entry {
            Entry::Point(statement) => (standing_name(statement.standing), vec![ValueRecord::of(statement)]),
            Entry::Conflict(statements) => ("conflict", statements.iter().map(ValueRecord::of).collect()),
            Entry::Gap(gap) => (gap_name(*gap), Vec::new()),
        };
        let changes = stated(found, reports, *year);
        console.record(&SeriesRecord {
            indicator: &found.indicator,
            place: &found.body.place,
            body: &found.body.name,
            year: *year,
            renamed,
            status,
            values,
            changes: changes.into_iter().map(|(change, report)| ChangeRecord::new(change, report)).collect(),
        })?;
    }
    Ok(())
}
