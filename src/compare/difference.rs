//! The difference of two values: a number, an interval, or the reason why there is none.

use crate::figures::{Bound, Nature, Observation};

use super::value::{decimals, rounded, subtract};

/// What lies between two values, the right one minus the left one.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// Both values are exact.
    Number {
        /// Right minus left, in the indicator's unit; percentage points for a rate.
        delta: f64,
        /// The delta as per cent of the left value, one decimal; `None` for rates and for a left value of 0.
        percent: Option<f64>,
    },
    /// One side or both are approximate (约).
    About(f64),
    /// At least this much.
    AtLeast(f64),
    /// At most this much.
    AtMost(f64),
    /// The values may not be subtracted.
    Incomparable(Obstacle),
}

/// Why two values may not be subtracted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// A level against a part of the year, a stock since earlier, or words alone.
    Nature,
    /// The same nature over other stretches of time.
    Period,
    /// Another base, or one that the text leaves open.
    Base,
    /// The whole jurisdiction against the issuing level alone.
    Scope,
    /// Other units.
    Unit,
    /// Both are bounded so that nothing follows.
    Bounds,
    /// A side states several values of this indicator.
    Several,
    /// The two figures are told apart by different labels.
    Label,
}

/// The report years of the two sides, left first, to judge whether two periods are alike.
pub type Years = (Option<i32>, Option<i32>);

/// Flags after which two figures have another base unless both carry them.
const BASES: [&str; 1] = ["court_side"];
/// Flags after which nobody knows what a figure is counted on.
const OPEN_BASES: [&str; 2] = ["mixed", "base_unknown"];

/// `right` minus `left`, or why not.
pub fn difference(left: &Observation, right: &Observation, years: Years) -> Difference {
    if let Some(obstacle) = obstacle(left, right, years) {
        return Difference::Incomparable(obstacle);
    }
    let delta = subtract(right.value, left.value);
    match (left.bound, right.bound) {
        (Bound::Exact, Bound::Exact) => Difference::Number { delta, percent: percent(left, right) },
        (Bound::About | Bound::Exact, Bound::About | Bound::Exact) => Difference::About(delta),
        // A bound on the left works the other way round.
        (Bound::AtMost | Bound::Exact, Bound::AtLeast) | (Bound::AtMost, Bound::Exact) => Difference::AtLeast(delta),
        (Bound::AtLeast | Bound::Exact, Bound::AtMost) | (Bound::AtLeast, Bound::Exact) => Difference::AtMost(delta),
        _ => Difference::Incomparable(Obstacle::Bounds),
    }
}

/// The first thing that forbids subtracting.
fn obstacle(left: &Observation, right: &Observation, years: Years) -> Option<Obstacle> {
    if left.nature != right.nature {
        return Some(Obstacle::Nature);
    }
    if left.unit != right.unit {
        return Some(Obstacle::Unit);
    }
    if left.scope != right.scope {
        return Some(Obstacle::Scope);
    }
    if !same_base(left, right) {
        return Some(Obstacle::Base);
    }
    (!same_period(left, right, years)).then_some(Obstacle::Period)
}

fn same_base(left: &Observation, right: &Observation) -> bool {
    let has = |observation: &Observation, flag: &str| observation.flags.iter().any(|own| own == flag);
    let open = OPEN_BASES.iter().any(|flag| has(left, flag) || has(right, flag));
    !open && BASES.iter().all(|flag| has(left, flag) == has(right, flag))
}

/// Whether both values are about stretches of time that stand alike to their reports.
fn same_period(left: &Observation, right: &Observation, (left_report, right_report): Years) -> bool {
    if matches!(left.nature, Nature::Partial | Nature::Cumulative) {
        let stretch = |observation: &Observation| {
            let named = |flag: &&String| flag.starts_with("period_end") || flag.starts_with("since");
            observation.flags.iter().filter(named).cloned().collect::<Vec<_>>()
        };
        if stretch(left) != stretch(right) {
            return false;
        }
    }
    let (Some(left_year), Some(right_year)) = (left.year, right.year) else { return left.year == right.year };
    let ahead = |year: i32, report: Option<i32>| report.map(|report| year - report);
    left_year == right_year || ahead(left_year, left_report) == ahead(right_year, right_report)
}

fn percent(left: &Observation, right: &Observation) -> Option<f64> {
    if left.unit == "%" || left.value == 0.0 {
        return None;
    }
    let percent = (right.value - left.value) / left.value.abs() * 100.0;
    Some(rounded(percent, 1))
}

impl Difference {
    /// Decimals that the difference is shown with, from its own value.
    pub fn decimals(&self) -> usize {
        match self {
            Self::Number { delta: value, .. } | Self::About(value) | Self::AtLeast(value) | Self::AtMost(value) => {
                decimals(*value)
            }
            Self::Incomparable(_) => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::point::tests::observation;
    use super::*;

    fn value(value: f64, unit: &str, bound: Bound) -> Observation {
        Observation { unit: unit.into(), bound, ..observation("x", value, 2021, Nature::Actual) }
    }

    #[test]
    fn exact_minus_exact_is_a_number() {
        let years = (Some(2021), Some(2021));
        let count = difference(&value(974.0, "件", Bound::Exact), &value(8912.0, "件", Bound::Exact), years);
        assert_eq!(count, Difference::Number { delta: 7938.0, percent: Some(815.0) });
        let rate = difference(&value(98.3, "%", Bound::Exact), &value(99.6, "%", Bound::Exact), years);
        assert_eq!(rate, Difference::Number { delta: 1.3, percent: None });
        let none = difference(&value(0.0, "件", Bound::Exact), &value(5.0, "件", Bound::Exact), years);
        assert_eq!(none, Difference::Number { delta: 5.0, percent: None });
    }

    #[test]
    fn bounds_give_half_open_intervals_or_nothing() {
        use Bound::{About, AtLeast, AtMost, Exact};
        let bounds = Difference::Incomparable(Obstacle::Bounds);
        let table = [
            // 99 % against ≥98 % is at least −1: the right one may be higher.
            (Exact, AtLeast, Difference::AtLeast(-1.0)),
            (Exact, AtMost, Difference::AtMost(-1.0)),
            (AtLeast, Exact, Difference::AtMost(-1.0)),
            (AtMost, Exact, Difference::AtLeast(-1.0)),
            (AtMost, AtLeast, Difference::AtLeast(-1.0)),
            (AtLeast, AtMost, Difference::AtMost(-1.0)),
            (AtLeast, AtLeast, bounds.clone()),
            (AtMost, AtMost, bounds.clone()),
            (About, Exact, Difference::About(-1.0)),
            (About, About, Difference::About(-1.0)),
            (About, AtLeast, bounds.clone()),
            (AtMost, About, bounds),
        ];
        for (left, right, expected) in table {
            let found = difference(&value(99.0, "%", left), &value(98.0, "%", right), (None, None));
            assert_eq!(found, expected, "{left:?} {right:?}");
        }
    }

    #[test]
    fn says_why_values_may_not_be_subtracted() {
        let base = value(10.0, "件", Bound::Exact);
        let table = [
            (Observation { nature: Nature::Partial, ..base.clone() }, Obstacle::Nature),
            (Observation { unit: "人".into(), ..base.clone() }, Obstacle::Unit),
            (Observation { scope: crate::figures::Scope::Own, ..base.clone() }, Obstacle::Scope),
            (Observation { flags: vec!["court_side".into()], ..base.clone() }, Obstacle::Base),
            (Observation { flags: vec!["base_unknown".into()], ..base.clone() }, Obstacle::Base),
            (Observation { year: Some(2019), ..base.clone() }, Obstacle::Period),
        ];
        for (other, obstacle) in table {
            let found = difference(&base, &other, (Some(2021), Some(2021)));
            assert_eq!(found, Difference::Incomparable(obstacle));
        }
    }

    #[test]
    fn periods_are_judged_by_their_distance_from_the_report() {
        let next = |year| Observation { year: Some(year), nature: Nature::Target, ..value(9.0, "件", Bound::Exact) };
        let number = Difference::Number { delta: 0.0, percent: Some(0.0) };
        assert_eq!(difference(&next(2022), &next(2026), (Some(2021), Some(2025))), number);
        // Next year's target of an earlier report and the target of a plan for that very year.
        assert_eq!(difference(&next(2021), &next(2021), (Some(2020), Some(2021))), number);
        let period = Difference::Incomparable(Obstacle::Period);
        assert_eq!(difference(&next(2021), &next(2022), (Some(2021), Some(2021))), period);
        let since = |word: &str| Observation {
            nature: Nature::Cumulative,
            flags: vec![format!("since:{word}")],
            ..value(9.0, "件", Bound::Exact)
        };
        assert_eq!(difference(&since("2018年"), &since("2019年"), (Some(2021), Some(2021))), period);
    }
}
