//! Right, missed, wrong: the counts that precision and recall come from.

use serde::{Deserialize, Serialize};

/// Outcome of a group of entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Row", into = "Row")]
pub struct Tally {
    /// Annotated and read.
    pub right: usize,
    /// Annotated, not read.
    pub missed: usize,
    /// Read, not annotated; a second reading of one fact too.
    pub wrong: usize,
}

/// A tally as it is written, with the shares that people look for.
#[derive(Serialize, Deserialize)]
struct Row {
    n: usize,
    right: usize,
    wrong: usize,
    #[serde(skip_deserializing)]
    precision: f64,
    #[serde(skip_deserializing)]
    recall: f64,
    #[serde(skip_deserializing)]
    f1: f64,
}

impl Tally {
    /// Number of annotated entries.
    pub fn n(self) -> usize {
        self.right + self.missed
    }

    /// Share of what was read that is right; 1 where nothing was read.
    pub fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    /// Share of what is annotated that was read; 1 where nothing is annotated.
    pub fn recall(self) -> f64 {
        share(self.right, self.n())
    }

    /// [`Tally::precision`]; nothing where nothing was read.
    pub fn precision_or_none(self) -> Option<f64> {
        (self.right + self.wrong > 0).then(|| self.precision())
    }

    /// [`Tally::recall`]; nothing where nothing is annotated.
    pub fn recall_or_none(self) -> Option<f64> {
        (self.n() > 0).then(|| self.recall())
    }

    /// Harmonic mean of both.
    pub fn f1(self) -> f64 {
        share(2 * self.right, 2 * self.right + self.missed + self.wrong)
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.missed += other.missed;
        self.wrong += other.wrong;
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of some thousands")]
fn share(part: usize, all: usize) -> f64 {
    if all == 0 { 1.0 } else { part as f64 / all as f64 }
}

impl From<Row> for Tally {
    fn from(row: Row) -> Self {
        Self { right: row.right, missed: row.n.saturating_sub(row.right), wrong: row.wrong }
    }
}

impl From<Tally> for Row {
    fn from(tally: Tally) -> Self {
        let short = |share: f64| (share * 1e4).round() / 1e4;
        Self {
            n: tally.n(),
            right: tally.right,
            wrong: tally.wrong,
            precision: short(tally.precision()),
            recall: short(tally.recall()),
            f1: short(tally.f1()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_of_what_they_say() {
        let tally = Tally { right: 6, missed: 2, wrong: 4 };
        assert_eq!((tally.n(), tally.precision(), tally.recall()), (8, 0.6, 0.75));
        assert!((tally.f1() - 2.0 / 3.0).abs() < 1e-12);
        assert_eq!(Tally::default().f1(), 1.0);
    }

    #[test]
    fn a_written_tally_reads_back() {
        let tally = Tally { right: 1, missed: 2, wrong: 3 };
        let text = serde_json::to_string(&tally).unwrap();
        assert!(text.contains("\"recall\":0.3333"), "{text}");
        assert_eq!(serde_json::from_str::<Tally>(&text).unwrap(), tally);
    }
}
