//! What people decided, as overview and page show it.

use std::fs;
use std::path::Path;

use faheng::figures::Observation;
use faheng::jobs::desk::{Overview, ReportState};
use faheng::store::{Access, Action, Anchor, Corrected, Decision, Library, ReportId};

use super::library::{open, report, samples};

/// Decides about these values of a report, whatever was decided before.
pub fn decide(place: &Path, id: ReportId, action: Action, values: impl Fn(usize, &Observation) -> bool) {
    let mut library = Library::open(place, Access::ReadWrite).unwrap();
    let stored = library.reading_of(id).unwrap();
    for (_, found) in stored.observations.iter().enumerate().filter(|(at, found)| values(*at, found)) {
        let decision = Decision {
            sha256: stored.summary.sha256.clone(),
            anchor: Anchor::of(&stored.passages, found.span).unwrap(),
            indicator: found.indicator.clone(),
            action,
            corrected: Corrected::default(),
            note: String::new(),
            who: "甲".to_owned(),
            made: "2026-01-01T00:00:00Z".to_owned(),
        };
        library.decide(&decision).unwrap();
    }
}

fn state(overview: &Overview, id: ReportId) -> ReportState {
    let mut cells = overview.rows.iter().flat_map(|row| row.cells.values());
    cells.find(|cell| cell.report == id).unwrap().state
}

#[test]
fn a_report_is_reviewed_once_every_value_is_decided() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("decided.faheng");
    fs::copy(samples(), &place).unwrap();
    let (_, overview) = open(&place);
    let own = overview.rows.iter().flat_map(|row| row.cells.values()).next().unwrap().clone();
    let (id, all) = (own.report, own.figures);
    assert_eq!((own.state, overview.decided), (ReportState::Pending, 0));

    decide(&place, id, Action::Confirm, |at, _| at > 0);
    let (desk, overview) = open(&place);
    assert_eq!(state(&overview, id), ReportState::Pending);
    let page = report(&desk, id);
    let decided = page.figures.iter().filter(|figure| figure.reviewed).count();
    // Another value of the same indicator and place, if there is one, shares its decision.
    assert!((all - 1..=all).contains(&decided) && overview.decided == decided, "{decided} of {all}");

    // Twice decided is decided once; what was rejected is a decision too, but no value of the page.
    decide(&place, id, Action::Reject, |at, _| at < 2);
    let (desk, overview) = open(&place);
    assert_eq!((state(&overview, id), overview.decided), (ReportState::Reviewed, all));
    let page = report(&desk, id);
    assert_eq!((page.figures.len(), page.loaded.observations().len()), (all - 2, all - 2));
    assert!(page.figures.iter().all(|figure| figure.reviewed));
    for (figure, found) in page.figures.iter().zip(page.loaded.observations()) {
        assert_eq!(page.rows[figure.row].text[figure.at.clone()], found.raw);
    }
}
