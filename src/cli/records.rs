//! The objects that `--json` prints for lists, series and comparisons, one a line.

use serde::Serialize;

use crate::compare::{Difference, Gap, Obstacle, Report, Standing, Statement};
use crate::figures::{Bound, Change, ChangeUnit, Nature, Observation, Scope};
use crate::identity::{Kind, Level};

use super::contract::plain;

/// A report as a heading of other records.
#[derive(Serialize)]
pub struct ReportRecord<'a> {
    /// Names of the place and its parents.
    pub place: &'a [String],
    /// Who reports.
    pub body: &'a str,
    /// What it is.
    pub kind: Kind,
    /// The level of the body.
    pub level: Option<Level>,
    /// The year that it is about.
    pub year: Option<i32>,
    /// Its title.
    pub title: Option<&'a str>,
}

impl<'a> From<&'a Report<'a>> for ReportRecord<'a> {
    fn from(report: &'a Report<'a>) -> Self {
        Self {
            place: &report.body.place,
            body: &report.body.name,
            kind: report.kind,
            level: report.level,
            year: report.year,
            title: report.title,
        }
    }
}

/// A value with its proof.
#[derive(Serialize)]
pub struct ValueRecord<'a> {
    /// In the indicator's unit.
    #[serde(serialize_with = "plain")]
    pub value: f64,
    /// The indicator's unit.
    pub unit: &'a str,
    /// How exact.
    pub bound: Bound,
    /// The year that it is about.
    pub year: Option<i32>,
    /// What kind of statement.
    pub nature: Nature,
    /// Whose.
    pub scope: Scope,
    /// What tells it from others.
    pub label: Option<&'a str>,
    /// The year of the report that states it.
    pub report_year: Option<i32>,
    /// The kind of the report that states it.
    pub report_kind: Kind,
    /// The words of the figure.
    pub raw: &'a str,
    /// The sentence around them.
    pub sentence: &'a str,
    /// Id of the observation.
    pub id: &'a str,
}

impl<'a> ValueRecord<'a> {
    /// A value of that report.
    pub fn new(observation: &'a Observation, report: &Report<'a>) -> Self {
        Self {
            value: observation.value,
            unit: &observation.unit,
            bound: observation.bound,
            year: observation.year,
            nature: observation.nature,
            scope: observation.scope,
            label: observation.label.as_deref(),
            report_year: report.year,
            report_kind: report.kind,
            raw: &observation.raw,
            sentence: report.words(observation.sentence),
            id: &observation.id,
        }
    }

    /// The value of a statement.
    pub fn of(statement: &Statement<'a>) -> Self {
        Self::new(statement.observation, statement.report)
    }
}

/// A change that a report states.
#[derive(Serialize)]
pub struct ChangeRecord<'a> {
    /// Signed.
    #[serde(serialize_with = "plain")]
    pub delta: f64,
    /// What it is counted in.
    pub unit: ChangeUnit,
    /// What it is against.
    pub basis: &'a str,
    /// The year of the later level.
    pub year: Option<i32>,
    /// Whether points or per cent are meant is not clear.
    pub ambiguous: bool,
    /// The words.
    pub raw: &'a str,
    /// The sentence around them.
    pub sentence: &'a str,
}

impl<'a> ChangeRecord<'a> {
    /// A change that this report states.
    pub fn new(change: &'a Change, report: &Report<'a>) -> Self {
        Self {
            delta: change.delta,
            unit: change.unit,
            basis: &change.basis,
            year: change.year,
            ambiguous: change.ambiguous,
            raw: &change.raw,
            sentence: report.words(change.sentence),
        }
    }
}

/// A difference: `exact`, `about`, `at_least`, `at_most` with `delta`, or `incomparable` with `reason`.
#[derive(Serialize)]
pub struct DifferenceRecord {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    delta: Option<serde_json::Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    percent: Option<serde_json::Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

impl DifferenceRecord {
    /// A difference of values in that unit; of rates it is in percentage points (`pp`).
    pub fn new(difference: &Difference, unit: &str) -> Self {
        let unit = if unit == "%" { "pp" } else { unit };
        let of = |kind, delta: f64, percent: Option<f64>| Self {
            kind,
            delta: json_number(delta),
            unit: Some(unit.to_owned()),
            percent: percent.and_then(json_number),
            reason: None,
        };
        match difference {
            Difference::Number { delta, percent } => of("exact", *delta, *percent),
            Difference::About(delta) => of("about", *delta, None),
            Difference::AtLeast(delta) => of("at_least", *delta, None),
            Difference::AtMost(delta) => of("at_most", *delta, None),
            Difference::Incomparable(obstacle) => {
                let reason = Some(obstacle_name(*obstacle));
                Self { kind: "incomparable", delta: None, unit: None, percent: None, reason }
            }
        }
    }
}

/// A number without `.0` where it is whole.
fn json_number(value: f64) -> Option<serde_json::Number> {
    if value.fract() == 0.0 && value.abs() < 9e15 {
        Some((value as i64).into())
    } else {
        serde_json::Number::from_f64(value)
    }
}

fn obstacle_name(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::Nature => "nature",
        Obstacle::Period => "period",
        Obstacle::Base => "base",
        Obstacle::Scope => "scope",
        Obstacle::Unit => "unit",
        Obstacle::Bounds => "bounds",
        Obstacle::Several => "several",
        Obstacle::Label => "label",
    }
}

/// The name of a gap in records.
pub fn gap_name(gap: Gap) -> &'static str {
    match gap {
        Gap::NoReport => "no_report",
        Gap::NotMentioned => "not_mentioned",
        Gap::NotFound => "not_found",
        Gap::NotReviewed => "not_reviewed",
    }
}

/// The name of a standing in records.
pub fn standing_name(standing: Standing) -> &'static str {
    match standing {
        Standing::Chosen => "chosen",
        Standing::Stated => "stated",
        Standing::Inferred => "inferred",
        Standing::FromNextYear => "from_next_year",
    }
}
