//! What the library chooses for other views: bodies for charts, two reports for a comparison.

use crate::app::action::{Action, Address};
use crate::app::selection::{Selection, toggled};
use crate::compare::BodyKey;
use crate::store::ReportId;

/// Opens a report.
pub fn open(report: ReportId) -> Action {
    Action::Go(Address::Report { id: Some(report), figure: None })
}

/// Adds a body to those charted, or takes it out.
pub fn toggle_body(selection: &Selection, body: &BodyKey) -> Action {
    Action::SetBodies(toggled(&selection.bodies, body))
}

/// Marks a report for comparison, or takes its mark off; with two of them the comparison opens. A third begins anew.
pub fn mark(selection: &Selection, report: ReportId, actions: &mut Vec<Action>) {
    let pair = match selection.pair {
        [Some(left), right] if left == report => [right, None],
        [left, Some(right)] if right == report => [left, None],
        [Some(left), None] => [Some(left), Some(report)],
        [None, Some(right)] => [Some(report), Some(right)],
        [None, None] | [Some(_), Some(_)] => [Some(report), None],
    };
    actions.push(Action::SetPair(pair));
    if let [Some(left), Some(right)] = pair {
        actions.push(Action::Go(Address::Compare { left: Some(left), right: Some(right) }));
    }
}

/// Which side of a comparison a report is marked for: 0 left, 1 right.
pub fn side(selection: &Selection, report: ReportId) -> Option<usize> {
    selection.pair.iter().position(|marked| *marked == Some(report))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(pair: [Option<i64>; 2], report: i64) -> (Vec<Action>, [Option<ReportId>; 2]) {
        let selection = Selection { pair: pair.map(|id| id.map(ReportId::new)), ..Selection::default() };
        let mut actions = Vec::new();
        mark(&selection, ReportId::new(report), &mut actions);
        let Action::SetPair(pair) = actions.remove(0) else { panic!("no pair") };
        (actions, pair)
    }

    #[test]
    fn two_marks_open_a_comparison_and_a_third_begins_anew() {
        let id = |number| Some(ReportId::new(number));
        assert_eq!(marked([None, None], 1), (vec![], [id(1), None]));
        assert_eq!(marked([Some(1), None], 1), (vec![], [None, None]));
        let compare = Action::Go(Address::Compare { left: id(1), right: id(2) });
        assert_eq!(marked([Some(1), None], 2), (vec![compare], [id(1), id(2)]));
        assert_eq!(marked([Some(1), Some(2)], 1), (vec![], [id(2), None]));
        assert_eq!(marked([Some(1), Some(2)], 3), (vec![], [id(3), None]));
    }
}
