//! Annotated entries paired with what was read: each with one at most, in the order of the text.

use crate::figures::{Change, Figures, Observation};

use super::gold::{Gold, GoldChange, GoldObservation};

/// Places in the list of answers and in the list of what was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    /// Answer and reading that agree; without the optional answers.
    pub right: Vec<(usize, usize)>,
    /// Answers that nothing agrees with; without the optional ones.
    pub missed: Vec<usize>,
    /// Readings that agree with no answer, or with one that is taken.
    pub wrong: Vec<usize>,
}

/// How the figures of one report compare with its answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Observations, compared by indicator, value, nature and year.
    pub observations: Pairs,
    /// For each right observation whether its bound is right too.
    pub bounds: Vec<bool>,
    /// Changes, compared by indicator, delta and unit.
    pub changes: Pairs,
}

/// Compares what was read of a report with its answers.
pub fn judge(gold: &Gold, figures: &Figures) -> Verdict {
    let fits = |wanted: &GoldObservation, found: &Observation| fits(gold.year, wanted, found);
    let observations = pair(&gold.observations, &figures.observations, |wanted| wanted.optional, fits);
    let bound = |&(wanted, _): &(usize, usize)| {
        let wanted = &gold.observations[wanted];
        figures.observations.iter().any(|found| found.bound == wanted.bound && fits(wanted, found))
    };
    Verdict {
        bounds: observations.right.iter().map(bound).collect(),
        observations,
        changes: pair(&gold.changes, &figures.changes, |wanted| wanted.optional, fits_change),
    }
}

/// Required answers choose first, so that an optional one never takes a reading from them.
fn pair<A, F>(answers: &[A], found: &[F], optional: impl Fn(&A) -> bool, fits: impl Fn(&A, &F) -> bool) -> Pairs {
    let mut taken = vec![false; found.len()];
    let mut pairs = Pairs::default();
    for turn in [false, true] {
        for (at, answer) in answers.iter().enumerate().filter(|(_, answer)| optional(answer) == turn) {
            let hit = found.iter().enumerate().position(|(place, found)| !taken[place] && fits(answer, found));
            if let Some(place) = hit {
                taken[place] = true;
            }
            match hit {
                Some(place) if !turn => pairs.right.push((at, place)),
                None if !turn => pairs.missed.push(at),
                _ => {}
            }
        }
    }
    pairs.wrong = (0..found.len()).filter(|&place| !taken[place]).collect();
    pairs
}

fn fits(year: Option<i32>, wanted: &GoldObservation, found: &Observation) -> bool {
    let years = wanted.year.as_ref().map_or(std::slice::from_ref(&year), |years| years.values());
    named(&wanted.indicator, &wanted.or, &found.indicator)
        && same(wanted.value, found.value)
        && wanted.nature.values().contains(&found.nature)
        && years.contains(&found.year)
}

fn fits_change(wanted: &GoldChange, found: &Change) -> bool {
    named(&wanted.indicator, &wanted.or, &found.indicator)
        && same(wanted.delta, found.delta)
        && wanted.unit == found.unit
}

fn named(one: &str, others: &[String], found: &str) -> bool {
    one == found || others.iter().any(|other| other == found)
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Answers and readings are numbers; an odd answer is optional.
    fn pairs(answers: &[i32], found: &[i32]) -> Pairs {
        pair(answers, found, |answer| answer % 2 == 1, |answer, found| answer / 10 == found / 10)
    }

    #[test]
    fn a_second_reading_of_a_fact_is_wrong() {
        let judged = pairs(&[10, 20], &[10, 11, 30]);
        assert_eq!(judged.right, [(0, 0)]);
        assert_eq!(judged.missed, [1]);
        assert_eq!(judged.wrong, [1, 2]);
    }

    #[test]
    fn optional_answers_neither_help_nor_hurt() {
        assert_eq!(pairs(&[11], &[]), Pairs::default());
        assert_eq!(pairs(&[11], &[10]), Pairs::default());
        // The required one has the first choice, though it stands behind.
        assert_eq!(pairs(&[11, 10], &[10]), Pairs { right: vec![(1, 0)], ..Pairs::default() });
    }
}
