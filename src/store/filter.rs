//! Which reports and which figures a query is about.

use rusqlite::types::Value;

use super::ReportId;
use super::codec::Code;
use crate::figures::Nature;
use crate::identity::Kind;

/// Which reports; an empty list sets no condition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// These reports.
    pub reports: Vec<ReportId>,
    /// Codes of the place (GB/T 2260).
    pub codes: Vec<String>,
    /// Names of the place without its parents, for those that have no code.
    pub places: Vec<String>,
    /// Names of the body that reports.
    pub bodies: Vec<String>,
    /// Years that the reports are about.
    pub years: Vec<i32>,
    /// Kinds of document.
    pub kinds: Vec<Kind>,
    /// Leave out versions that a newer one took the place of.
    pub current: bool,
}

/// Which figures; an empty list sets no condition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// Ids of the catalogue.
    pub indicators: Vec<String>,
    /// Years that the values are about.
    pub years: Vec<i32>,
    /// Kinds of statement; of no meaning to changes.
    pub natures: Vec<Nature>,
    /// The reports that they stand in.
    pub reports: Filter,
}

/// Conditions of a statement and the values of its parameters.
#[derive(Default)]
pub(super) struct Conditions {
    sql: String,
    values: Vec<Value>,
}

impl Conditions {
    /// The conditions behind a `WHERE`; one that always holds where there are none.
    pub fn sql(&self) -> &str {
        if self.sql.is_empty() { "TRUE" } else { &self.sql }
    }

    /// The parameters, in order.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.values.iter()
    }

    /// Demands that `column` is one of `items`, if there are any. One parameter however many items.
    fn one_of<T: Into<serde_json::Value>>(&mut self, column: &str, items: impl Iterator<Item = T>) {
        let items: Vec<serde_json::Value> = items.map(Into::into).collect();
        if !items.is_empty() {
            self.values.push(Value::Text(serde_json::Value::from(items).to_string()));
            let number = self.values.len();
            self.and(&format!("{column} IN (SELECT value FROM json_each(?{number}))"));
        }
    }

    fn and(&mut self, condition: &str) {
        if !self.sql.is_empty() {
            self.sql.push_str(" AND ");
        }
        self.sql.push_str(condition);
    }
}

impl Filter {
    /// As conditions on the table `reports`.
    pub(super) fn conditions(&self) -> Conditions {
        let mut conditions = Conditions::default();
        self.add_to(&mut conditions);
        conditions
    }

    fn add_to(&self, conditions: &mut Conditions) {
        conditions.one_of("reports.document", self.reports.iter().map(|id| id.number()));
        conditions.one_of("reports.place_code", self.codes.iter().map(String::as_str));
        conditions.one_of("reports.place_name", self.places.iter().map(String::as_str));
        conditions.one_of("reports.body", self.bodies.iter().map(String::as_str));
        conditions.one_of("reports.year", self.years.iter().copied());
        conditions.one_of("reports.kind", self.kinds.iter().map(|kind| kind.code()));
        if self.current {
            conditions.and("reports.current = 1");
        }
    }
}

impl Query {
    /// As conditions on the table `figure` (observations or changes) joined with `reports`.
    pub(super) fn conditions(&self, figure: &str) -> Conditions {
        let mut conditions = Conditions::default();
        if !self.indicators.is_empty() {
            conditions.one_of("indicators.name", self.indicators.iter().map(String::as_str));
            let inner = std::mem::take(&mut conditions.sql);
            conditions.and(&format!("{figure}.indicator IN (SELECT id FROM indicators WHERE {inner})"));
        }
        conditions.one_of(&format!("{figure}.year"), self.years.iter().copied());
        if figure == "observations" {
            conditions.one_of("observations.nature", self.natures.iter().map(|nature| nature.code()));
        }
        self.reports.add_to(&mut conditions);
        conditions
    }
}
