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

#[cfg(test)]
mod tests {
    use super::super::readings::Sample;
    use super::*;
    use crate::store::{Access, Added, Anchor, Corrected, Decision, Packed};

    /// A library of two versions of one report and one of another city.
    fn library(folder: &tempfile::TempDir) -> (Library, Vec<ReportId>) {
        let mut library = Library::open(folder.path().join("a.faheng"), Access::ReadWrite).unwrap();
        let mut batch = library.batch().unwrap();
        let mut ids = Vec::new();
        for (city, edition, passages) in [(1, 1, 3), (1, 2, 3), (2, 1, 1)] {
            let sample = Sample { city, edition, passages, ..Sample::default() };
            let packed = Packed::new(&sample.reading(), sample.text().as_bytes()).unwrap();
            let Added::New { id, .. } = batch.add(&packed, "2026-01-01T00:00:00Z").unwrap() else { panic!("new") };
            ids.push(id);
        }
        batch.commit().unwrap();
        (library, ids)
    }

    #[test]
    fn each_indicator_has_its_reports_once() {
        let folder = tempfile::tempdir().unwrap();
        let (library, ids) = library(&folder);
        let coverage = library.coverage().unwrap();
        assert_eq!(coverage.len(), 6);
        assert_eq!(coverage["sample.indicator_0"], ids);
        assert_eq!(coverage["sample.indicator_5"], ids[..2]);
    }

    #[test]
    fn only_the_decision_that_holds_counts_and_none_that_adds() {
        let folder = tempfile::tempdir().unwrap();
        let (mut library, ids) = library(&folder);
        assert!(library.progress().unwrap().is_empty());
        let sha256 = library.reading_of(ids[2]).unwrap().summary.sha256;
        let mut decide = |from, action| {
            let decision = Decision {
                sha256: sha256.clone(),
                anchor: Anchor { from, to: from + 9 },
                indicator: "sample.indicator_0".to_owned(),
                action,
                corrected: Corrected::default(),
                note: String::new(),
                who: String::new(),
                made: String::new(),
            };
            library.decide(&decision).unwrap();
            library.progress().unwrap().remove(&ids[2])
        };
        let some = |decided| Some(Progress { decided, values: 2 });
        assert_eq!(decide(10, Action::Add), None);
        assert_eq!(decide(50, Action::Confirm), some(1));
        assert_eq!(decide(50, Action::Reject), some(1));
        assert_eq!(decide(90, Action::Correct), some(2));
        assert_eq!(decide(90, Action::Add), some(1));
    }
}
