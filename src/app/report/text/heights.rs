//! Heights of rows stacked over each other: some measured, the rest estimated.

/// A height for each row and the sums of them, in points. Looking up and changing one take a few steps only.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    own: Vec<f32>,
    known: Vec<bool>,
    /// A binary indexed tree over `own`; its first entry is not used.
    sums: Vec<f64>,
}

impl Heights {
    /// Heights that are all estimates.
    pub fn estimated(heights: impl IntoIterator<Item = f32>) -> Self {
        let own: Vec<f32> = heights.into_iter().collect();
        let mut sums = vec![0.0; own.len() + 1];
        for at in 1..sums.len() {
            sums[at] += f64::from(own[at - 1]);
            let parent = at + (at & at.wrapping_neg());
            if parent < sums.len() {
                sums[parent] += sums[at];
            }
        }
        Self { known: vec![false; own.len()], own, sums }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.own.len()
    }

    /// Whether a row was measured.
    pub fn is_known(&self, row: usize) -> bool {
        self.known.get(row).copied().unwrap_or(true)
    }

    /// The height of a row.
    pub fn of(&self, row: usize) -> f32 {
        self.own.get(row).copied().unwrap_or_default()
    }

    /// Sets a row to its measured height.
    pub fn set(&mut self, row: usize, height: f32) {
        let Some(own) = self.own.get_mut(row) else { return };
        let more = f64::from(height) - f64::from(*own);
        *own = height;
        self.known[row] = true;
        let mut at = row + 1;
        while more != 0.0 && at < self.sums.len() {
            self.sums[at] += more;
            at += at & at.wrapping_neg();
        }
    }

    /// The sum of the rows before `row`.
    pub fn top(&self, row: usize) -> f64 {
        let mut at = row.min(self.own.len());
        let mut sum = 0.0;
        while at > 0 {
            sum += self.sums[at];
            at &= at - 1;
        }
        sum
    }

    /// The sum of all.
    pub fn total(&self) -> f64 {
        self.top(self.own.len())
    }

    /// The row that `y` lies in; the last one behind the end, the first one before the beginning.
    pub fn at(&self, y: f64) -> usize {
        let (mut row, mut rest) = (0, y);
        let mut step = self.own.len().checked_ilog2().map_or(0, |log| 1_usize << log);
        while step > 0 {
            if row + step <= self.own.len() && self.sums[row + step] <= rest {
                row += step;
                rest -= self.sums[row];
            }
            step /= 2;
        }
        row.min(self.own.len().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sums_and_places_are_those_of_adding_up(
            first in prop::collection::vec(0_u16..500, 0..70),
            changes in prop::collection::vec((0_usize..70, 0_u16..500), 0..40),
            y in -100.0_f64..30_000.0,
        ) {
            let mut plain: Vec<f32> = first.iter().map(|height| f32::from(*height)).collect();
            let mut heights = Heights::estimated(plain.clone());
            for (row, height) in changes {
                if let Some(own) = plain.get_mut(row) {
                    *own = f32::from(height);
                }
                heights.set(row, f32::from(height));
            }
            let top = |row: usize| plain[..row].iter().map(|own| f64::from(*own)).sum::<f64>();
            for row in 0..=plain.len() {
                prop_assert_eq!(heights.top(row), top(row));
            }
            prop_assert_eq!(heights.total(), top(plain.len()));
            let expected = (0..plain.len()).rev().find(|row| top(*row) <= y).unwrap_or(0);
            prop_assert_eq!(heights.at(y), expected);
        }
    }

    #[test]
    fn measured_rows_are_told_from_estimates() {
        let mut heights = Heights::estimated([10.0, 10.0]);
        assert!(!heights.is_known(0) && !heights.is_known(1));
        heights.set(1, 10.0);
        heights.set(1, 12.0);
        heights.set(7, 12.0);
        assert!(!heights.is_known(0) && heights.is_known(1));
        assert_eq!((heights.len(), heights.of(1), heights.of(9)), (2, 12.0, 0.0));
    }
}
