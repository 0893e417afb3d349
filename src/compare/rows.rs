//! The rows of a comparison: one indicator, one kind of statement, both sides.

use std::collections::{BTreeMap, BTreeSet};

use crate::figures::{Change, Nature, Observation};
use crate::outline::Part;

use super::difference::{Difference, Obstacle, Years, difference};
use super::point::Choice;
use super::report::Report;

/// What one side says.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Silent,
    /// One value.
    One(&'a Observation),
    /// Several different values, none of which may be preferred, in text order.
    Several(Vec<&'a Observation>),
}

impl<'a> Cell<'a> {
    /// The values of this side, in text order.
    pub fn values(&self) -> &[&'a Observation] {
        match self {
            Self::Silent => &[],
            Self::One(only) => std::slice::from_ref(only),
            Self::Several(all) => all,
        }
    }

    /// Whether it lists several values that labels tell apart, rather than values that contradict each other.
    pub fn is_breakdown(&self) -> bool {
        matches!(self, Self::Several(all) if told_apart(all.iter().copied()))
    }

    fn new(mut found: Vec<&'a Observation>) -> Self {
        found.sort_by_key(|observation| observation.span);
        match found.as_slice() {
            [] => Self::Silent,
            [only] => Self::One(only),
            _ => Self::Several(found),
        }
    }
}

/// Whether labels tell these values apart: each has another one, at most one has none.
pub fn told_apart<'a>(values: impl IntoIterator<Item = &'a Observation>) -> bool {
    let mut seen = BTreeSet::new();
    values.into_iter().all(|value| seen.insert(value.label.as_deref()))
}

/// One indicator and one kind of statement on both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// Id of the catalogue.
    pub indicator: &'a str,
    /// What tells this pair from others of the same indicator, where both sides use the same words.
    pub label: Option<&'a str>,
    /// The left side.
    pub left: Cell<'a>,
    /// The right side.
    pub right: Cell<'a>,
    /// Right minus left; `None` where a side is silent.
    pub difference: Option<Difference>,
    /// Changes that the left report states of the indicator; they stand with one row of it only.
    pub left_changes: Vec<&'a Change>,
    /// Changes that the right report states.
    pub right_changes: Vec<&'a Change>,
    /// The part that the row stands in.
    pub part: Part,
}

impl Row<'_> {
    /// The natures on both sides, without repetition, in their fixed order.
    pub fn natures(&self) -> BTreeSet<Nature> {
        self.left.values().iter().chain(self.right.values()).map(|observation| observation.nature).collect()
    }
}

/// Statements that share a row: levels are one kind whether figured or in words.
fn strand(nature: Nature) -> u8 {
    match nature {
        Nature::Actual | Nature::Inferred => 0,
        Nature::Partial => 1,
        Nature::Cumulative => 2,
        Nature::Target => 3,
        Nature::Prior => 4,
    }
}

/// Strands that may face each other across a row, so that the reader sees why they are not subtracted.
const STATED: std::ops::Range<u8> = 0..3;

/// All rows of two reports, unordered by section: one pass over each indicator of the union.
pub(super) fn rows<'a>(left: &'a Report<'a>, right: &'a Report<'a>, choices: &[Choice]) -> Vec<Row<'a>> {
    let (ours, theirs) = (sorted(left, choices), sorted(right, choices));
    let mut stated = (changes(left), changes(right));
    let known = ours.keys().chain(theirs.keys()).chain(stated.0.keys()).chain(stated.1.keys());
    let indicators: BTreeSet<&str> = known.copied().collect();
    let none = BTreeMap::new();
    let mut rows = Vec::new();
    for indicator in indicators {
        let (ours, theirs) = (ours.get(indicator).unwrap_or(&none), theirs.get(indicator).unwrap_or(&none));
        let first = rows.len();
        for (label, left_values, right_values) in matched(ours, theirs) {
            let (left_cell, right_cell) = (Cell::new(left_values), Cell::new(right_values));
            let difference = judge(&left_cell, &right_cell, (left.year, right.year));
            let part = part((left, &left_cell), (right, &right_cell));
            let (left_changes, right_changes) = (Vec::new(), Vec::new());
            let (left, right) = (left_cell, right_cell);
            rows.push(Row { indicator, label, left, right, difference, left_changes, right_changes, part });
        }
        let stated = (stated.0.remove(indicator), stated.1.remove(indicator));
        let stated = (stated.0.unwrap_or_default(), stated.1.unwrap_or_default());
        add_changes(indicator, (left, right), stated, &mut rows, first);
    }
    rows
}

/// The changes that a report states, by indicator.
fn changes<'a>(report: &'a Report<'a>) -> BTreeMap<&'a str, Vec<&'a Change>> {
    let mut all: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
    for change in report.changes {
        all.entry(change.indicator.as_str()).or_default().push(change);
    }
    all
}

/// Puts stated changes into the first row of an indicator's levels, or into a row of their own where there is none.
fn add_changes<'a>(
    indicator: &'a str,
    (left, right): (&Report<'_>, &Report<'_>),
    (ours, theirs): (Vec<&'a Change>, Vec<&'a Change>),
    rows: &mut Vec<Row<'a>>,
    first: usize,
) {
    if ours.is_empty() && theirs.is_empty() {
        return;
    }
    if rows.len() == first {
        let of = |report: &Report<'_>, stated: &[&Change]| {
            let passage = stated.first().and_then(|change| report.passage(change.span.passage));
            passage.map(|passage| passage.part)
        };
        let part = of(left, &ours).or_else(|| of(right, &theirs)).unwrap_or(Part::Achievements);
        let (left, right) = (Cell::Silent, Cell::Silent);
        let (left_changes, right_changes) = (ours, theirs);
        rows.push(Row { indicator, label: None, left, right, difference: None, left_changes, right_changes, part });
        return;
    }
    let of_levels = |row: &Row<'_>| row.natures().iter().any(|nature| strand(*nature) == 0);
    let at = rows.iter().skip(first).position(of_levels).map_or(first, |at| first + at);
    if let Some(row) = rows.get_mut(at) {
        (row.left_changes, row.right_changes) = (ours, theirs);
    }
}

/// Values of one side by strand.
type Strands<'a> = BTreeMap<u8, Vec<&'a Observation>>;

fn sorted<'a>(report: &'a Report<'a>, choices: &[Choice]) -> BTreeMap<&'a str, Strands<'a>> {
    let mut all: BTreeMap<&str, Strands<'a>> = BTreeMap::new();
    for observation in report.observations {
        let strands = all.entry(observation.indicator.as_str()).or_default();
        strands.entry(strand(observation.nature)).or_default().push(observation);
    }
    for (indicator, strands) in &mut all {
        let ours = choices.iter().filter(|choice| {
            choice.body == report.body && choice.indicator == *indicator && Some(choice.year) == report.year
        });
        let chosen: BTreeSet<&str> = ours.map(|choice| choice.observation.as_str()).collect();
        let Some(levels) = strands.get_mut(&0) else { continue };
        if levels.iter().any(|level| chosen.contains(level.id.as_str())) {
            levels.retain(|level| chosen.contains(level.id.as_str()));
        } else if levels.iter().any(|level| level.nature == Nature::Actual) {
            levels.retain(|level| level.nature == Nature::Actual);
        }
    }
    all
}

/// Label, left values and right values of each row of one indicator.
type Matched<'a> = Vec<(Option<&'a str>, Vec<&'a Observation>, Vec<&'a Observation>)>;

fn matched<'a>(ours: &Strands<'a>, theirs: &Strands<'a>) -> Matched<'a> {
    let strands: BTreeSet<u8> = ours.keys().chain(theirs.keys()).copied().collect();
    let mut rows = Vec::new();
    let mut alone = (Vec::new(), Vec::new());
    for strand in strands {
        let left = ours.get(&strand).cloned().unwrap_or_default();
        let right = theirs.get(&strand).cloned().unwrap_or_default();
        match (left.is_empty(), right.is_empty()) {
            (false, true) if STATED.contains(&strand) => alone.0.push(left),
            (true, false) if STATED.contains(&strand) => alone.1.push(right),
            _ => by_label(left, right, &mut rows),
        }
    }
    // What only one side states in its own way stands beside what the other states in another.
    let (mut left, mut right) = (alone.0.into_iter(), alone.1.into_iter());
    loop {
        match (left.next(), right.next()) {
            (None, None) => break rows,
            (a, b) => rows.push((None, a.unwrap_or_default(), b.unwrap_or_default())),
        }
    }
}

/// Values with the same label on both sides make rows of their own; the rest makes one row.
fn by_label<'a>(left: Vec<&'a Observation>, right: Vec<&'a Observation>, rows: &mut Matched<'a>) {
    let mut labels: BTreeMap<Option<&'a str>, (Vec<&'a Observation>, Vec<&'a Observation>)> = BTreeMap::new();
    for own in left {
        labels.entry(own.label.as_deref()).or_default().0.push(own);
    }
    for own in right {
        labels.entry(own.label.as_deref()).or_default().1.push(own);
    }
    let mut rest = (Vec::new(), Vec::new());
    for (label, (left, right)) in labels {
        if label.is_some() && !left.is_empty() && !right.is_empty() {
            rows.push((label, left, right));
        } else {
            rest.0.extend(left);
            rest.1.extend(right);
        }
    }
    if !rest.0.is_empty() || !rest.1.is_empty() {
        rows.push((None, rest.0, rest.1));
    }
}

fn judge(left: &Cell<'_>, right: &Cell<'_>, years: Years) -> Option<Difference> {
    match (left, right) {
        (Cell::Silent, _) | (_, Cell::Silent) => None,
        (Cell::One(left), Cell::One(right)) if left.label != right.label => {
            Some(Difference::Incomparable(Obstacle::Label))
        }
        (Cell::One(left), Cell::One(right)) => Some(difference(left, right, years)),
        _ => Some(Difference::Incomparable(Obstacle::Several)),
    }
}

/// Where a row stands when its sides stand in different parts: with the fuller account of the year.
const PREFERENCE: [Part; 5] = [Part::Achievements, Part::Responsibility, Part::Preamble, Part::Plans, Part::Problems];

fn part(left: (&Report<'_>, &Cell<'_>), right: (&Report<'_>, &Cell<'_>)) -> Part {
    let parts: BTreeSet<Part> = [left, right]
        .iter()
        .flat_map(|(report, cell)| cell.values().iter().map(move |observation| (report, observation.span.passage)))
        .filter_map(|(report, passage)| report.passage(passage).map(|passage| passage.part))
        .collect();
    PREFERENCE.into_iter().find(|part| parts.contains(part)).unwrap_or(Part::Achievements)
}

#[cfg(test)]
mod tests {
    use super::super::point::tests::{observation, passages, report};
    use super::*;

    fn shape(rows: &[Row<'_>]) -> Vec<String> {
        let cell = |cell: &Cell<'_>| {
            let values: Vec<String> = cell.values().iter().map(|own| format!("{}", own.value)).collect();
            if values.is_empty() { "—".to_owned() } else { values.join("+") }
        };
        let difference = |row: &Row<'_>| match &row.difference {
            None => "none".to_owned(),
            Some(Difference::Number { delta, .. }) => format!("{delta}"),
            Some(other) => format!("{other:?}"),
        };
        rows.iter().map(|row| format!("{} | {} | {}", cell(&row.left), cell(&row.right), difference(row))).collect()
    }

    fn compared(left: &[Observation], right: &[Observation]) -> Vec<String> {
        let passages = passages();
        let (left, right) = (report(2021, &passages, left), report(2021, &passages, right));
        shape(&rows(&left, &right, &[]))
    }

    #[test]
    fn lists_the_union_and_leaves_blanks() {
        let other = Observation { indicator: "a".into(), ..observation("o", 3.0, 2021, Nature::Actual) };
        let found = compared(
            &[observation("a", 974.0, 2021, Nature::Actual), other],
            &[observation("b", 8912.0, 2021, Nature::Actual)],
        );
        assert_eq!(found, ["3 | — | none", "974 | 8912 | 7938"]);
    }

    #[test]
    fn targets_never_face_actuals_but_parts_of_a_year_do() {
        let actual = [observation("a", 90.0, 2021, Nature::Actual)];
        let target = [observation("b", 95.0, 2021, Nature::Target)];
        assert_eq!(compared(&actual, &target), ["— | 95 | none", "90 | — | none"]);
        let partial = [observation("b", 80.0, 2021, Nature::Partial)];
        assert_eq!(compared(&actual, &partial), ["90 | 80 | Incomparable(Nature)"]);
        let words = [observation("b", 100.0, 2021, Nature::Inferred)];
        assert_eq!(compared(&actual, &words), ["90 | 100 | Incomparable(Nature)"]);
    }

    #[test]
    fn a_figure_goes_before_words_and_a_choice_before_both() {
        let both = [observation("a", 90.0, 2021, Nature::Actual), observation("b", 100.0, 2021, Nature::Inferred)];
        let right = [observation("c", 91.0, 2021, Nature::Actual)];
        assert_eq!(compared(&both, &right), ["90 | 91 | 1"]);
        let passages = passages();
        let (left, right) = (report(2021, &passages, &both), report(2021, &passages, &right));
        let choice = Choice {
            body: left.body.clone(),
            indicator: "reconsideration.received".into(),
            year: 2021,
            observation: "b".into(),
        };
        let found = rows(&left, &right, std::slice::from_ref(&choice));
        assert_eq!(found[0].left.values()[0].value, 100.0);
    }

    #[test]
    fn stated_changes_stand_with_one_row_or_make_their_own() {
        let change = |indicator: &str| Change {
            id: String::new(),
            indicator: indicator.into(),
            delta: 5.0,
            unit: crate::figures::ChangeUnit::Percent,
            basis: "year_on_year".into(),
            year: Some(2021),
            ambiguous: false,
            implied_prior: None,
            raw: String::new(),
            span: observation("a", 1.0, 2021, Nature::Actual).span,
            sentence: observation("a", 1.0, 2021, Nature::Actual).span,
            rule: String::new(),
            confidence: 1.0,
        };
        let stated = [change("reconsideration.received"), change("b")];
        let (level, passages) = ([observation("a", 9.0, 2021, Nature::Actual)], passages());
        let left = Report { changes: &stated, ..report(2021, &passages, &level) };
        let right = report(2021, &passages, &[]);
        let found = rows(&left, &right, &[]);
        assert_eq!(shape(&found), ["— | — | none", "9 | — | none"]);
        assert!(found.iter().all(|row| row.left_changes.len() == 1 && row.right_changes.is_empty()));
    }

    #[test]
    fn several_values_pair_by_label_or_stay_apart() {
        let labelled = |id: &str, value: f64, label: &str| Observation {
            label: Some(label.into()),
            ..observation(id, value, 2021, Nature::Actual)
        };
        let left = [labelled("a", 31.0, "建议"), labelled("b", 53.0, "提案")];
        let right = [labelled("c", 30.0, "建议"), labelled("d", 9.0, "其他")];
        assert_eq!(compared(&left, &right), ["31 | 30 | -1", "53 | 9 | Incomparable(Label)"]);
        let plain = [observation("e", 5.0, 2021, Nature::Actual)];
        assert_eq!(compared(&left, &plain), ["31+53 | 5 | Incomparable(Several)"]);
    }
}
