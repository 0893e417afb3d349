//! What a whole library has, counted in one pass: which reports state which indicator, and how far people got.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::codec::Code;
use super::decisions::Action;
use super::fault::Fault;
use super::{Library, ReportId};
use crate::error::Error;

/// How far people have gone through a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Values that a decision holds about, added ones left out.
    pub decided: usize,
    /// Values in all; several of one indicator at one place, which share their decision, count once.
    pub values: usize,
}

impl Library {
    /// The reports, of any version, that have a value of each indicator; indicators by id, reports by number.
    pub fn coverage(&self) -> Result<BTreeMap<String, Vec<ReportId>>, Error> {
        self.read(coverage)
    }

    /// How far people have gone through the reports that they began with; no other is listed.
    ///
    /// Decisions are counted, not looked up in the text: one about words that a later re-run read otherwise counts too.
    pub fn progress(&self) -> Result<BTreeMap<ReportId, Progress>, Error> {
        self.read(progress)
    }
}

fn coverage(conn: &Connection) -> Result<BTreeMap<String, Vec<ReportId>>, Fault> {
    let mut names: BTreeMap<i64, String> = BTreeMap::new();
    let mut statement = conn.prepare("SELECT id, name FROM indicators")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        names.insert(row.get(0)?, row.get(1)?);
    }
    // The index on indicator and year holds the report too: no row of the table is read, and nothing is sorted.
    let mut statement = conn.prepare("SELECT indicator, report FROM observations ORDER BY indicator")?;
    let mut rows = statement.query([])?;
    let mut reports: Vec<(i64, Vec<ReportId>)> = Vec::new();
    while let Some(row) = rows.next()? {
        let (indicator, report) = (row.get(0)?, row.get(1)?);
        match reports.last_mut() {
            Some((last, list)) if *last == indicator => list.push(report),
            _ => reports.push((indicator, vec![report])),
        }
    }
    let mut covered: BTreeMap<String, Vec<ReportId>> = BTreeMap::new();
    for (indicator, list) in reports {
        let name = names.get(&indicator).ok_or_else(|| Fault::damaged(format!("no indicator {indicator}")))?;
        // An indicator that changed its unit has a number for each.
        covered.entry(name.clone()).or_default().extend(list);
    }
    for list in covered.values_mut() {
        list.sort_unstable();
        list.dedup();
    }
    Ok(covered)
}

fn progress(conn: &Connection) -> Result<BTreeMap<ReportId, Progress>, Fault> {
    // Of a group SQLite gives the columns of the row that has the maximum: the decision made last.
    let mut statement = conn.prepare(
        "SELECT documents.id, count(*), (SELECT count(*) FROM (SELECT DISTINCT indicator, passage, first, last \
         FROM observations WHERE report = documents.id)) \
         FROM (SELECT sha256, action, max(id) FROM decisions GROUP BY sha256, first, last, indicator) AS held \
         JOIN documents ON documents.sha256 = held.sha256 WHERE held.action <> ?1 GROUP BY documents.id",
    )?;
    let mut rows = statement.query([Action::Add.code()])?;
    let mut progress = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (decided, values): (u32, u32) = (row.get(1)?, row.get(2)?);
        progress.insert(row.get(0)?, Progress { decided: decided as usize, values: values as usize });
    }
    Ok(progress)
}
