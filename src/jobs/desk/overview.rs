//! What a library holds and lacks: bodies by years, with how far each report was gone through.

use std::collections::{BTreeMap, HashMap};

use super::pages::{GridCell, Overview, PlaceRow, ReportState};
use crate::error::Error;
use crate::figures::Catalogue;
use crate::shelf::{Holder, Shelf, holders};
use crate::store::{Progress, ReportId, ReportSummary};

/// Reads the overview, into which the shelf's list of reports goes over, and how far people got with the reports that
/// they began with.
pub(super) fn overview(shelf: &mut Shelf) -> Result<(Overview, BTreeMap<ReportId, Progress>), Error> {
    let library = shelf.library();
    let (path, newer) = (library.path().to_owned(), library.newer());
    let (coverage, progress) = (library.coverage()?, library.progress()?);
    // A newer program's library is not written to.
    let others = if newer.is_none() { library.read_by_others(Catalogue::current()?.digest())?.len() } else { 0 };
    let reports = std::mem::take(&mut shelf.reports);
    let mut rows: Vec<PlaceRow> = holders(&reports).iter().map(|holder| row(holder, &progress)).collect();
    let covered = count_indicators(&coverage, &mut rows);
    let years = span(&rows);
    let figures = reports.iter().map(|report| report.observations).sum();
    let decided = reports.iter().map(|report| decided(report, &progress)).sum();
    let states = reports.iter().map(|report| state(report, &progress)).collect();
    Ok((Overview { path, newer, rows, years, reports, states, decided, figures, others, covered }, progress))
}

fn row(holder: &Holder<'_>, progress: &BTreeMap<ReportId, Progress>) -> PlaceRow {
    let mut years: BTreeMap<i32, Vec<&ReportSummary>> = BTreeMap::new();
    let mut undated = Vec::new();
    for &report in &holder.reports {
        match report.year {
            Some(year) => years.entry(year).or_default().push(report),
            None => undated.push(report.id),
        }
    }
    let cells = years.into_iter().filter_map(|(year, reports)| Some((year, cell(reports, progress)?))).collect();
    PlaceRow {
        body: holder.body.clone(),
        code: holder.code.clone(),
        level: holder.reports.iter().find_map(|report| report.body.level),
        government: holder.government,
        indicators: 0,
        cells,
        undated,
    }
}

/// The cell of one body and year: its own report first, a work plan last.
fn cell(mut reports: Vec<&ReportSummary>, progress: &BTreeMap<ReportId, Progress>) -> Option<GridCell> {
    // Stable: of one kind the order of the list stays.
    reports.sort_by_key(|report| report.kind);
    let (first, others) = reports.split_first()?;
    Some(GridCell {
        report: first.id,
        kind: first.kind,
        state: state(first, progress),
        figures: first.observations,
        others: others.iter().map(|report| report.id).collect(),
    })
}

fn state(report: &ReportSummary, progress: &BTreeMap<ReportId, Progress>) -> ReportState {
    if report.observations == 0 || report.year.is_none() || report.body.name.is_none() {
        ReportState::Trouble
    } else if decided(report, progress) == report.observations {
        ReportState::Reviewed
    } else {
        ReportState::Pending
    }
}

/// The values of a report that a person has decided about.
fn decided(report: &ReportSummary, progress: &BTreeMap<ReportId, Progress>) -> usize {
    match progress.get(&report.id) {
        Some(all) if all.decided >= all.values => report.observations,
        Some(some) => some.decided,
        None => 0,
    }
}

/// Counts the indicators of each row; gives the reports of each indicator, the best covered first.
fn count_indicators(coverage: &BTreeMap<String, Vec<ReportId>>, rows: &mut [PlaceRow]) -> Vec<(String, usize)> {
    let mut row_of: HashMap<ReportId, usize> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        row_of.extend(row.reports().map(|id| (id, at)));
    }
    let mut covered = Vec::new();
    // The indicator that each row was counted for last.
    let mut counted = vec![usize::MAX; rows.len()];
    for (number, (indicator, reports)) in coverage.iter().enumerate() {
        let mut count = 0;
        // Versions that a newer one took the place of have no row.
        for &at in reports.iter().filter_map(|id| row_of.get(id)) {
            count += 1;
            if std::mem::replace(&mut counted[at], number) != number {
                rows[at].indicators += 1;
            }
        }
        if count > 0 {
            covered.push((indicator.clone(), count));
        }
    }
    covered.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    covered
}

/// Every year from the first to the last that any row has a report for.
fn span(rows: &[PlaceRow]) -> Vec<i32> {
    let years = || rows.iter().flat_map(|row| row.cells.keys().copied());
    match (years().min(), years().max()) {
        (Some(first), Some(last)) => (first..=last).collect(),
        _ => Vec::new(),
    }
}
