//! Decimal arithmetic on values that were read as decimals.

/// Most decimals that a report's figure can sensibly have.
const MOST: usize = 9;

/// Decimals of a value as its source gave them: 98.3 has one, 974 none.
pub fn decimals(value: f64) -> usize {
    let text = format!("{value}");
    text.split_once('.').map_or(0, |(_, fraction)| fraction.len()).min(MOST)
}

/// A value cut back to a number of decimals, so that 99.6 − 98.3 is 1.3 and not 1.2999999.
pub fn rounded(value: f64, decimals: usize) -> f64 {
    let text = format!("{value:.*}", decimals.min(MOST));
    let value: f64 = text.parse().unwrap_or(value);
    // Negative zero would print as "-0".
    if value == 0.0 { 0.0 } else { value }
}

/// `right` minus `left`, with the decimals of the finer of both.
pub(super) fn subtract(right: f64, left: f64) -> f64 {
    rounded(right - left, decimals(right).max(decimals(left)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subtraction_keeps_the_decimals_of_the_sources() {
        assert_eq!(subtract(99.6, 98.3), 1.3);
        assert_eq!(subtract(98.0, 98.33), -0.33);
        assert_eq!(subtract(12_000.0, 974.0), 11_026.0);
        assert_eq!(subtract(0.3, 0.1), 0.2);
        assert!(subtract(1.0, 1.0).is_sign_positive());
    }

    #[test]
    fn counts_decimals() {
        assert_eq!(decimals(974.0), 0);
        assert_eq!(decimals(98.3), 1);
        assert_eq!(decimals(0.05), 2);
    }
}
