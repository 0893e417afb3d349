//! The values of one body and indicator over the years, with every gap named.

use std::ops::RangeInclusive;

use super::point::{Choice, State, Statement, Strand, point};
use super::report::{BodyKey, Report};

/// Why a year has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// 无报告: no document of this body and year.
    NoReport,
    /// 未提及: the report is here, a person went through it, and it is silent.
    NotMentioned,
    /// 未找到: the report is here, nobody has gone through it, and the rules found nothing.
    NotFound,
    /// 待核: there is a value that nobody has gone through, and only reviewed ones were asked for. [`series`] never says
    /// so; whoever leaves values out does.
    NotReviewed,
}

impl Gap {
    /// All, in the order in which notes tell them.
    pub const ALL: [Self; 4] = [Self::NoReport, Self::NotMentioned, Self::NotFound, Self::NotReviewed];
}

/// What a series shows for one year.
#[derive(Clone, Debug)]
pub enum Entry<'a> {
    /// One value.
    Point(Statement<'a>),
    /// Different values of one rank; the line breaks.
    Conflict(Vec<Statement<'a>>),
    /// No value; the line breaks.
    Gap(Gap),
}

/// The values of one body and indicator over consecutive years.
#[derive(Clone, Debug)]
pub struct Series<'a> {
    /// Whose values.
    pub body: BodyKey,
    /// Id of the catalogue.
    pub indicator: String,
    /// The kind of statement.
    pub strand: Strand,
    /// Every year of the span, in order.
    pub entries: Vec<(i32, Entry<'a>)>,
}

/// First and last year that any of the reports is about.
pub fn span_of_years<'a>(reports: impl IntoIterator<Item = &'a Report<'a>>) -> Option<RangeInclusive<i32>> {
    let years = reports.into_iter().filter_map(|report| report.year);
    years.map(|year| (year, year)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).map(|(first, last)| first..=last)
}

/// The series of one body: `reports` are its current reports, of any kind and order.
pub fn series<'a>(
    body: &BodyKey,
    reports: &'a [Report<'a>],
    choices: &[Choice],
    indicator: &str,
    strand: Strand,
    years: RangeInclusive<i32>,
) -> Series<'a> {
    let entry = |year| match point(reports, choices, indicator, year, strand) {
        State::Point(statement) => Entry::Point(statement),
        State::Conflict(statements) => Entry::Conflict(statements),
        State::Missing => Entry::Gap(gap(reports, year, strand)),
    };
    let entries = years.map(|year| (year, entry(year))).collect();
    Series { body: body.clone(), indicator: indicator.to_owned(), strand, entries }
}

fn gap(reports: &[Report<'_>], year: i32, strand: Strand) -> Gap {
    // Targets of a year are set in the report before it as well.
    let bears = |report: &&Report<'_>| match strand {
        Strand::Target => report.year == Some(year) || report.year == Some(year - 1),
        _ => report.year == Some(year) && report.kind != crate::identity::Kind::WorkPlan,
    };
    let mut here = reports.iter().filter(bears).peekable();
    if here.peek().is_none() {
        Gap::NoReport
    } else if here.all(|report| report.reviewed) {
        Gap::NotMentioned
    } else {
        Gap::NotFound
    }
}

#[cfg(test)]
mod tests {
    use super::super::point::tests::{observation, passages, report};
    use super::*;
    use crate::figures::Nature;
    use crate::identity::Kind;

    #[test]
    fn every_year_has_a_value_or_a_named_gap() {
        let passages = passages();
        let first = [observation("a", 1.0, 2018, Nature::Actual)];
        let last = [observation("b", 4.0, 2022, Nature::Actual), observation("c", 3.0, 2021, Nature::Prior)];
        let reports = [
            report(2018, &passages, &first),
            report(2019, &passages, &[]),
            Report { reviewed: true, ..report(2020, &passages, &[]) },
            report(2022, &passages, &last),
        ];
        let years = span_of_years(&reports).unwrap();
        let series = series(&reports[0].body, &reports, &[], "reconsideration.received", Strand::Level, years);
        let shown: Vec<String> = series
            .entries
            .iter()
            .map(|(year, entry)| match entry {
                Entry::Point(statement) => format!("{year} {} {:?}", statement.observation.value, statement.standing),
                Entry::Conflict(_) => format!("{year} conflict"),
                Entry::Gap(gap) => format!("{year} {gap:?}"),
            })
            .collect();
        assert_eq!(
            shown,
            ["2018 1 Stated", "2019 NotFound", "2020 NotMentioned", "2021 3 FromNextYear", "2022 4 Stated"]
        );
    }

    #[test]
    fn a_work_plan_is_no_report_of_its_year() {
        let passages = passages();
        let reports = [Report { kind: Kind::WorkPlan, ..report(2021, &passages, &[]) }];
        let found = series(&reports[0].body, &reports, &[], "x", Strand::Level, 2021..=2021);
        assert!(matches!(found.entries[..], [(2021, Entry::Gap(Gap::NoReport))]));
        assert!(span_of_years([]).is_none());
    }
}
