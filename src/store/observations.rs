//! Figures over many reports, each with the sentence that proves it.

use rusqlite::{Connection, Row, params_from_iter};

use super::fault::Fault;
use super::figures::{CHANGE, Names, OBSERVATION, Texts, change, observation};
use super::filter::Query;
use super::pack::Expander;
use super::reports::shapes;
use super::{Library, ReportId};
use crate::error::Error;
use crate::figures::{Change, Observation};

/// A value with its report and its proof.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredObservation {
    /// The report that it stands in.
    pub report: ReportId,
    /// The value.
    pub observation: Observation,
    /// The sentence around it.
    pub sentence: String,
}

/// A change with its report and its proof.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredChange {
    /// The report that it stands in.
    pub report: ReportId,
    /// The change.
    pub change: Change,
    /// The sentence around it.
    pub sentence: String,
}

impl Library {
    /// The values that `query` asks for, by indicator, report and place in the text.
    pub fn observations(&self, query: &Query) -> Result<Vec<StoredObservation>, Error> {
        self.read(|conn| observations(conn, query))
    }

    /// The changes that `query` asks for, by indicator, report and place in the text.
    pub fn changes(&self, query: &Query) -> Result<Vec<StoredChange>, Error> {
        self.read(|conn| changes(conn, query))
    }
}

fn observations(conn: &Connection, query: &Query) -> Result<Vec<StoredObservation>, Fault> {
    let mut found = rows_of(conn, query, "observations", OBSERVATION, |row, names| {
        let (report, observation) = observation(row, names)?;
        Ok(StoredObservation { report, observation, sentence: String::new() })
    })?;
    let mut expander = Expander::new()?;
    for group in found.chunk_by_mut(|a, b| a.report == b.report) {
        let Some(first) = group.first() else { continue };
        with_texts(conn, &mut expander, first.report, |texts| {
            for stored in group {
                stored.sentence = texts.cut(stored.observation.sentence)?;
                stored.observation.raw = texts.cut(stored.observation.span)?;
            }
            Ok(())
        })?;
    }
    // Stable: within an indicator the order of reports and places stays.
    found.sort_by(|a, b| a.observation.indicator.cmp(&b.observation.indicator));
    Ok(found)
}

fn changes(conn: &Connection, query: &Query) -> Result<Vec<StoredChange>, Fault> {
    let mut found = rows_of(conn, query, "changes", CHANGE, |row, names| {
        let (report, change) = change(row, names)?;
        Ok(StoredChange { report, change, sentence: String::new() })
    })?;
    let mut expander = Expander::new()?;
    for group in found.chunk_by_mut(|a, b| a.report == b.report) {
        let Some(first) = group.first() else { continue };
        with_texts(conn, &mut expander, first.report, |texts| {
            for stored in group {
                stored.sentence = texts.cut(stored.change.sentence)?;
                stored.change.raw = texts.cut(stored.change.span)?;
            }
            Ok(())
        })?;
    }
    found.sort_by(|a, b| a.change.indicator.cmp(&b.change.indicator));
    Ok(found)
}

/// The rows of `table` that `query` asks for, by report and place.
fn rows_of<T>(
    conn: &Connection,
    query: &Query,
    table: &str,
    columns: &str,
    make: impl Fn(&Row<'_>, &Names) -> Result<T, Fault>,
) -> Result<Vec<T>, Fault> {
    let names = Names::load(conn)?;
    let conditions = query.conditions(table);
    let mut statement = conn.prepare(&format!(
        "SELECT {columns} FROM {table} JOIN reports ON reports.document = {table}.report WHERE {} \
         ORDER BY {table}.report, {table}.n",
        conditions.sql()
    ))?;
    let mut rows = statement.query(params_from_iter(conditions.values()))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(make(row, &names)?);
    }
    Ok(found)
}

/// Unpacks the texts of one report for as long as `work` needs them.
fn with_texts(
    conn: &Connection,
    expander: &mut Expander,
    report: ReportId,
    work: impl FnOnce(&Texts<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let body: Vec<u8> =
        conn.prepare_cached("SELECT body FROM texts WHERE report = ?1")?.query_row([report], |row| row.get(0))?;
    let text = expander.text(&body)?;
    let mut texts = Texts::default();
    let mut at = 0;
    for shape in shapes(conn, report)? {
        let end = at + shape.bytes;
        texts.add(shape.id, text.get(at..end).ok_or_else(|| Fault::damaged("text shorter than its passages"))?);
        at = end;
    }
    work(&texts)
}
