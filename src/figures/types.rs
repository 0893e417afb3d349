//! What is drawn out of a report.

use serde::{Deserialize, Serialize};

/// How exact a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// As stated.
    Exact,
    /// 余, 多, 超, 突破, 逾, 以上.
    AtLeast,
    /// 近, 不足, 以内, 以下.
    AtMost,
    /// 约, 左右.
    About,
}

/// What kind of statement a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// This year's level or year-end stock.
    Actual,
    /// A plan or requirement.
    Target,
    /// Since an earlier year.
    Cumulative,
    /// Part of the year only.
    Partial,
    /// A level of an earlier year.
    Prior,
    /// 100 (or 0) from words alone.
    Inferred,
}

/// Whose value it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole jurisdiction; for a department, its own work.
    Whole,
    /// The issuing level alone (市本级).
    Own,
}

/// A place in a passage, in Unicode scalar values, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The passage.
    pub passage: u32,
    /// First scalar value.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// A value of an indicator, with its proof.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// First 16 hex digits of a SHA-256 over file hash, span and indicator.
    pub id: String,
    /// Id of the catalogue.
    pub indicator: String,
    /// What tells it from others of the same indicator, year and nature; `None` where it is alone.
    pub label: Option<String>,
    /// In the indicator's canonical unit.
    pub value: f64,
    /// The canonical unit.
    pub unit: String,
    /// How exact.
    pub bound: Bound,
    /// The year that the value is about.
    pub year: Option<i32>,
    /// What kind of statement.
    pub nature: Nature,
    /// Whose value.
    pub scope: Scope,
    /// The words of the span.
    pub raw: String,
    /// Where they stand.
    pub span: Span,
    /// The sentence around them.
    pub sentence: Span,
    /// Name of the rule that read it.
    pub rule: String,
    /// 0 to 1.
    pub confidence: f64,
    /// `mixed`, `base_unknown`, `court_side`, `period_end`, `since`, with the words after a colon where there are any.
    pub flags: Vec<String>,
    /// Other places that say the same.
    pub also: Vec<Span>,
}

/// Unit of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ChangeUnit {
    /// Percentage points.
    #[serde(rename = "pp")]
    Points,
    /// Per cent of the earlier level.
    #[serde(rename = "%")]
    Percent,
    /// 增长2.6倍 is 2.6.
    #[serde(rename = "times")]
    Times,
    /// In the indicator's unit.
    #[serde(rename = "abs")]
    Absolute,
}

/// A stated change of an indicator against an earlier level.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// As of an observation.
    pub id: String,
    /// Id of the catalogue.
    pub indicator: String,
    /// Signed: a fall is negative.
    pub delta: f64,
    /// What the delta is counted in.
    pub unit: ChangeUnit,
    /// What it is against: `year_on_year`, `earlier_year`, `other`.
    pub basis: String,
    /// The year of the later level.
    pub year: Option<i32>,
    /// A rate that "rises by X%": points or per cent.
    pub ambiguous: bool,
    /// The interval of the earlier level, where this year's level is given.
    pub implied_prior: Option<(f64, f64)>,
    /// The words of the span.
    pub raw: String,
    /// Where they stand.
    pub span: Span,
    /// The sentence around them.
    pub sentence: Span,
    /// Name of the rule that read it.
    pub rule: String,
    /// 0 to 1.
    pub confidence: f64,
}

/// Why a number became no observation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A date, year, month or time.
    Date,
    /// 第3次.
    Ordinal,
    /// 鞍委〔2024〕17号.
    DocumentNumber,
    /// 第五十条.
    LawArticle,
    /// 1. or (2) before an item.
    ListNumber,
    /// Part of a name: 5G, 八五, 三项制度.
    Name,
    /// 1+6+42, 7×24.
    Slogan,
    /// 12345, 12348, 8890.
    Hotline,
    /// 2个工作日内, 60学时.
    Limit,
    /// x名, **件.
    Masked,
    /// 2—3个.
    Range,
    /// Of a higher or lower unit, or of 市本级 beside the whole.
    Scope,
    /// 其中 and the like: a part of another figure, or a figure told once more that is listed elsewhere.
    PartOf,
    /// 凡50万元以上.
    Threshold,
    /// A quantity that no indicator fits.
    NoIndicator,
}

/// A number that became neither observation nor change, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Unclaimed {
    /// First 16 hex digits of a SHA-256 over file hash and span.
    pub id: String,
    /// The words of the span.
    pub raw: String,
    /// Where they stand.
    pub span: Span,
    /// Why.
    pub reason: Reason,
    /// For [`Reason::Scope`], where clear: what it would have been.
    pub other: Option<Elsewhere>,
}

/// A clear figure of another unit than the report's.
#[derive(Clone, Debug, PartialEq)]
pub struct Elsewhere {
    /// Id of the catalogue.
    pub indicator: String,
    /// In the canonical unit.
    pub value: f64,
    /// The canonical unit.
    pub unit: String,
    /// The year of the value.
    pub year: Option<i32>,
    /// Whose it is.
    pub of: String,
}

/// All that was drawn out of one report, in text order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// Values.
    pub observations: Vec<Observation>,
    /// Changes.
    pub changes: Vec<Change>,
    /// Every other number.
    pub unclaimed: Vec<Unclaimed>,
    /// [`Catalogue::digest`](super::Catalogue::digest) of the catalogue that they were read by.
    pub catalogue: String,
}
