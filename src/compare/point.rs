//! From observations to the one point of a body, an indicator and a year.

use std::collections::BTreeSet;

use crate::figures::{Bound, Nature, Observation};
use crate::identity::Kind;

use super::report::{BodyKey, Report};

/// A person's decision which value stands for a body, an indicator and a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Whose value.
    pub body: BodyKey,
    /// Id of the catalogue.
    pub indicator: String,
    /// The year of the point.
    pub year: i32,
    /// Id of the observation chosen.
    pub observation: String,
}

/// The kinds of statement that make a series of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strand {
    /// The year's level: `actual`, then `inferred`, then the next report's `prior`.
    Level,
    /// Part of the year only.
    Partial,
    /// Since an earlier year.
    Cumulative,
    /// Plans and requirements.
    Target,
}

/// Why a value is the point: the rank that it was taken at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A person chose it.
    Chosen,
    /// The year's own report states it.
    Stated,
    /// The year's own report says it in words alone.
    Inferred,
    /// The next year's report gives it as the earlier level: a hollow mark.
    FromNextYear,
}

/// A value together with the report that states it.
#[derive(Clone, Copy, Debug)]
pub struct Statement<'a> {
    /// The value and its proof.
    pub observation: &'a Observation,
    /// Where it stands.
    pub report: &'a Report<'a>,
    /// The rank that it was taken at.
    pub standing: Standing,
}

/// What there is for a body, an indicator and a year.
#[derive(Clone, Debug)]
pub enum State<'a> {
    /// One value.
    Point(Statement<'a>),
    /// Different values of one rank: no point, all are listed.
    Conflict(Vec<Statement<'a>>),
    /// No value at all.
    Missing,
}

/// The point of one body, indicator and year, from the body's current reports.
///
/// `reports` are those of this body alone. The first rank that has a value decides; within it, equal
/// values are one point and different ones a conflict.
pub fn point<'a>(
    reports: &'a [Report<'a>],
    choices: &[Choice],
    indicator: &str,
    year: i32,
    strand: Strand,
) -> State<'a> {
    let chosen = if strand == Strand::Level { chosen(reports, choices, indicator, year) } else { Vec::new() };
    if !chosen.is_empty() {
        return settle(chosen);
    }
    for &(standing, nature, offset) in ranks(strand) {
        let found: Vec<_> = reports
            .iter()
            .filter(|report| offset.is_none_or(|offset| report.year == Some(year + offset)))
            .filter(|report| strand == Strand::Target || report.kind != Kind::WorkPlan)
            .flat_map(|report| report.observations.iter().map(move |observation| (report, observation)))
            .filter(|(_, found)| found.indicator == indicator && found.nature == nature && found.year == Some(year))
            .map(|(report, observation)| Statement { observation, report, standing })
            .collect();
        if !found.is_empty() {
            return settle(found);
        }
    }
    State::Missing
}

/// Ranks of a strand, best first: standing, nature, and the report's year counted from the point's.
fn ranks(strand: Strand) -> &'static [(Standing, Nature, Option<i32>)] {
    match strand {
        Strand::Level => &[
            (Standing::Stated, Nature::Actual, Some(0)),
            (Standing::Inferred, Nature::Inferred, Some(0)),
            (Standing::FromNextYear, Nature::Prior, Some(1)),
        ],
        Strand::Partial => &[(Standing::Stated, Nature::Partial, Some(0))],
        Strand::Cumulative => &[(Standing::Stated, Nature::Cumulative, Some(0))],
        // A target of the year stands in the last report's plans, in a work plan or in the report itself.
        Strand::Target => &[(Standing::Stated, Nature::Target, None)],
    }
}

/// The values that people chose; choices that contradict each other are a conflict like any other.
fn chosen<'a>(reports: &'a [Report<'a>], choices: &[Choice], indicator: &str, year: i32) -> Vec<Statement<'a>> {
    let ours = choices.iter().filter(|choice| choice.indicator == indicator && choice.year == year);
    let ids: BTreeSet<(&BodyKey, &str)> = ours.map(|choice| (&choice.body, choice.observation.as_str())).collect();
    if ids.is_empty() {
        return Vec::new();
    }
    let stated = reports.iter().flat_map(|report| report.observations.iter().map(move |found| (report, found)));
    stated
        .filter(|(report, found)| ids.contains(&(&report.body, found.id.as_str())))
        .map(|(report, observation)| Statement { observation, report, standing: Standing::Chosen })
        .collect()
}

/// One value, or the list of the different ones.
fn settle(mut found: Vec<Statement<'_>>) -> State<'_> {
    // The surest wording of each value comes first: exact before bounded, then text order.
    found.sort_by(|a, b| {
        let order = |statement: &Statement<'_>| (statement.report.year, statement.report.kind);
        (a.observation.value.total_cmp(&b.observation.value))
            .then(bound_rank(a.observation.bound).cmp(&bound_rank(b.observation.bound)))
            .then(order(a).cmp(&order(b)))
            .then(a.observation.span.cmp(&b.observation.span))
    });
    found.dedup_by(|later, first| later.observation.value == first.observation.value);
    match found.as_slice() {
        [] => State::Missing,
        [only] => State::Point(*only),
        _ => {
            found.sort_by_key(|statement| (statement.report.year, statement.observation.span));
            State::Conflict(found)
        }
    }
}

fn bound_rank(bound: Bound) -> u8 {
    match bound {
        Bound::Exact => 0,
        Bound::AtLeast | Bound::AtMost => 1,
        Bound::About => 2,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::compare::Words;
    use crate::figures::{Scope, Span};
    use crate::identity::Level;
    use crate::outline::Passages;

    pub(in super::super) fn observation(id: &str, value: f64, year: i32, nature: Nature) -> Observation {
        let span = Span { passage: 0, start: 0, end: 1 };
        Observation {
            id: id.into(),
            indicator: "reconsideration.received".into(),
            label: None,
            value,
            unit: "件".into(),
            bound: Bound::Exact,
            year: Some(year),
            nature,
            scope: Scope::Whole,
            raw: String::new(),
            span,
            sentence: span,
            rule: String::new(),
            confidence: 1.0,
            flags: Vec::new(),
            also: Vec::new(),
        }
    }

    pub(in super::super) fn passages() -> Passages {
        Passages {
            items: Vec::new(),
            sha256: String::new(),
            kind: Kind::GovernmentReport,
            level: Some(Level::Prefecture),
            year: None,
            places: Vec::new(),
        }
    }

    pub(in super::super) fn report<'a>(
        year: i32,
        passages: &'a Passages,
        observations: &'a [Observation],
    ) -> Report<'a> {
        Report {
            body: BodyKey { place: vec!["示例省".into(), "甲市".into()], name: "甲市".into() },
            year: Some(year),
            kind: Kind::GovernmentReport,
            level: Some(Level::Prefecture),
            title: None,
            reviewed: false,
            passages,
            words: Words::new(passages),
            observations,
            changes: &[],
        }
    }

    fn values(state: &State<'_>) -> Vec<f64> {
        match state {
            State::Point(statement) => vec![statement.observation.value],
            State::Conflict(all) => all.iter().map(|statement| statement.observation.value).collect(),
            State::Missing => Vec::new(),
        }
    }

    const ID: &str = "reconsideration.received";

    #[test]
    fn ranks_come_in_order() {
        let passages = passages();
        let this = [observation("a", 5.0, 2021, Nature::Inferred), observation("b", 7.0, 2021, Nature::Actual)];
        let words = [observation("a", 5.0, 2021, Nature::Inferred)];
        let next = [observation("c", 9.0, 2021, Nature::Prior)];
        let standing = |state: &State<'_>| match state {
            State::Point(statement) => statement.standing,
            other => panic!("{other:?}"),
        };
        let both = [report(2021, &passages, &this), report(2022, &passages, &next)];
        let found = point(&both, &[], ID, 2021, Strand::Level);
        assert_eq!((values(&found), standing(&found)), (vec![7.0], Standing::Stated));
        let weaker = [report(2021, &passages, &words), report(2022, &passages, &next)];
        let found = point(&weaker, &[], ID, 2021, Strand::Level);
        assert_eq!((values(&found), standing(&found)), (vec![5.0], Standing::Inferred));
        let later = [report(2022, &passages, &next)];
        let found = point(&later, &[], ID, 2021, Strand::Level);
        assert_eq!((values(&found), standing(&found)), (vec![9.0], Standing::FromNextYear));
        let choice = Choice { body: both[0].body.clone(), indicator: ID.into(), year: 2021, observation: "c".into() };
        let found = point(&both, std::slice::from_ref(&choice), ID, 2021, Strand::Level);
        assert_eq!((values(&found), standing(&found)), (vec![9.0], Standing::Chosen));
        let other = Choice { observation: "b".into(), ..choice.clone() };
        let found = point(&both, &[choice, other], ID, 2021, Strand::Level);
        assert_eq!(values(&found), [7.0, 9.0], "people who disagree are a conflict");
    }

    #[test]
    fn different_values_of_one_rank_are_a_conflict_and_never_a_sum() {
        let passages = passages();
        let two = [observation("b", 31.0, 2021, Nature::Actual), observation("a", 53.0, 2021, Nature::Actual)];
        let reports = [report(2021, &passages, &two)];
        let found = point(&reports, &[], ID, 2021, Strand::Level);
        assert!(matches!(found, State::Conflict(_)));
        assert_eq!(values(&found), [31.0, 53.0]);
        let bounded = Observation { bound: Bound::AtLeast, ..observation("c", 31.0, 2021, Nature::Actual) };
        let same = [bounded, observation("b", 31.0, 2021, Nature::Actual)];
        let reports = [report(2021, &passages, &same)];
        let State::Point(statement) = point(&reports, &[], ID, 2021, Strand::Level) else { panic!() };
        assert_eq!(statement.observation.bound, Bound::Exact);
    }

    #[test]
    fn targets_partials_and_stocks_are_never_levels() {
        let passages = passages();
        let all =
            [Nature::Target, Nature::Partial, Nature::Cumulative].map(|nature| observation("a", 1.0, 2021, nature));
        let reports = [report(2021, &passages, &all)];
        assert!(matches!(point(&reports, &[], ID, 2021, Strand::Level), State::Missing));
        for strand in [Strand::Target, Strand::Partial, Strand::Cumulative] {
            assert_eq!(values(&point(&reports, &[], ID, 2021, strand)), [1.0]);
        }
    }

    #[test]
    fn targets_come_from_the_report_before_and_from_work_plans() {
        let passages = passages();
        let ahead = [observation("a", 90.0, 2022, Nature::Target)];
        let plan = [observation("b", 95.0, 2022, Nature::Target)];
        let reports =
            [report(2021, &passages, &ahead), Report { kind: Kind::WorkPlan, ..report(2022, &passages, &plan) }];
        assert_eq!(values(&point(&reports, &[], ID, 2022, Strand::Target)), [90.0, 95.0]);
        assert!(matches!(point(&reports, &[], ID, 2022, Strand::Level), State::Missing));
    }
}
