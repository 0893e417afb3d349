//! Value axes: a range with round ticks, and the power that they are counted in.

use crate::compare::{decimals, rounded};

use super::spec::{Scale, Tick};

/// Steps between ticks that are aimed at; round steps give one more or less.
const STEPS: f64 = 5.0;
/// 万.
const WAN: f64 = 1e4;
/// 亿.
const YI: f64 = 1e8;

/// What an axis must hold to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rule {
    /// Starts at zero whatever the values are: bars do.
    pub from_zero: bool,
    /// Largest value that makes sense, such as 100 for a share; not held to where a value is larger.
    pub ceiling: Option<f64>,
    /// Whether a tick between whole numbers makes no sense.
    pub whole: bool,
    /// The largest value from which ticks are counted in 10⁴: 0 for never.
    pub wan_from: f64,
}

/// The axis for these values. Counts and rates never have one below zero, unless a value is.
pub fn scale(values: impl IntoIterator<Item = f64>, rule: Rule) -> Scale {
    let found = values.into_iter().filter(|value| value.is_finite());
    let (low, high) = found.map(|value| (value, value)).reduce(wider).unwrap_or((0.0, 1.0));
    let ceiling = rule.ceiling.filter(|ceiling| high <= *ceiling);
    let (low, high) = padded(low, high, ceiling, rule);
    let step = step(high - low, rule.whole);
    // Dividing by a step such as 0.1 leaves 2.9999999 for 3.
    let steps = |value: f64| rounded(value / step, 6);
    let (first, last) = (steps(low).floor(), steps(high).ceil());
    let power = power(first.abs().max(last.abs()) * step, rule);
    let digits = decimals(step);
    let value = |at: f64| rounded(at * step, digits);
    let shown = decimals(rounded(step / power, 9));
    let count = (last - first) as usize;
    let ticks = (0..=count)
        .map(|at| value(first + at as f64))
        .map(|value| Tick { value, label: grouped(value / power, shown) })
        .collect();
    Scale { min: value(first), max: value(last), ticks, power }
}

fn wider(a: (f64, f64), b: (f64, f64)) -> (f64, f64) {
    (a.0.min(b.0), a.1.max(b.1))
}

/// A range that is more than a point and that shows zero where zero is near.
fn padded(low: f64, high: f64, ceiling: Option<f64>, rule: Rule) -> (f64, f64) {
    // Nearer to zero than to each other: the eye compares heights.
    let near_zero = low >= 0.0 && low < high / 2.0;
    let (low, high) = match (rule.from_zero || near_zero, low == high) {
        (true, _) => (low.min(0.0), high.max(0.0)),
        // A share of 98 % that never moves stands in the middle of a few points, a count over its zero.
        (false, true) if ceiling.is_some() => (low - 2.0, high + 2.0),
        (false, true) => (low.min(0.0), high.max(0.0)),
        (false, false) => (low, high),
    };
    let low = if low < 0.0 && ceiling.is_some() && high >= 0.0 { low.max(0.0).min(high) } else { low };
    let high = ceiling.map_or(high, |ceiling| high.min(ceiling));
    if high > low { (low, high) } else { (low, low + 1.0) }
}

/// The round step, 1, 2 or 5 times a power of ten, that makes about [`STEPS`] of a range.
fn step(range: f64, whole: bool) -> f64 {
    let raw = range / STEPS;
    let magnitude = 10_f64.powf(raw.log10().floor());
    let digit = raw / magnitude;
    let round = [1.0, 2.0, 5.0, 10.0].into_iter().find(|round| digit <= round * 1.000_001).unwrap_or(10.0);
    let step = rounded(round * magnitude, 9);
    if whole { step.max(1.0).round() } else { step.max(1e-9) }
}

fn power(largest: f64, rule: Rule) -> f64 {
    if rule.wan_from <= 0.0 || largest < rule.wan_from {
        1.0
    } else if largest < YI {
        WAN
    } else {
        YI
    }
}

/// A number with that many decimals, grouped by three.
pub fn grouped(value: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::from(if value < 0.0 && text.bytes().any(|b| matches!(b, b'1'..=b'9')) { "−" } else { "" });
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// The positions of the labels that have room: every one, every second, fifth … counted back from the last.
///
/// `step` is the distance of neighbours, `least` the smallest distance of two labels.
pub fn thinned(count: usize, step: f64, least: f64) -> Vec<usize> {
    let every = [1, 2, 5, 10, 20, 50, 100].into_iter().find(|every| f64::from(*every) * step >= least);
    let every = every.map_or(count.max(1), |every| every as usize);
    (0..count).filter(|at| (count - 1 - at).is_multiple_of(every)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const COUNT: Rule = Rule { from_zero: false, ceiling: None, whole: true, wan_from: 1e5 };
    const SHARE: Rule = Rule { from_zero: false, ceiling: Some(100.0), whole: false, wan_from: 0.0 };

    fn labels(values: &[f64], rule: Rule) -> Vec<String> {
        scale(values.iter().copied(), rule).ticks.into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_are_round_and_hold_the_values() {
        assert_eq!(labels(&[974.0, 8912.0], COUNT), ["0", "2,000", "4,000", "6,000", "8,000", "10,000"]);
        assert_eq!(labels(&[2.0, 5.0], COUNT), ["0", "1", "2", "3", "4", "5"]);
        assert_eq!(labels(&[1.0], COUNT), ["0", "1"]);
        assert_eq!(labels(&[0.0, 0.0], COUNT), ["0", "1"]);
        assert_eq!(labels(&[8000.0, 8900.0], COUNT), ["8,000", "8,200", "8,400", "8,600", "8,800", "9,000"]);
        assert_eq!(
            labels(&[8000.0, 8900.0], Rule { from_zero: true, ..COUNT }),
            ["0", "2,000", "4,000", "6,000", "8,000", "10,000"]
        );
        assert_eq!(labels(&[], COUNT), ["0", "1"]);
    }

    #[test]
    fn shares_are_not_forced_to_the_whole_and_never_pass_it() {
        assert_eq!(labels(&[93.0, 100.0], SHARE), ["92", "94", "96", "98", "100"]);
        assert_eq!(labels(&[100.0, 100.0], SHARE), ["98.0", "98.5", "99.0", "99.5", "100.0"]);
        assert_eq!(labels(&[98.3], SHARE), ["96", "97", "98", "99", "100"].map(str::to_owned));
        assert_eq!(labels(&[0.0], SHARE), ["0.0", "0.5", "1.0", "1.5", "2.0"]);
        assert_eq!(labels(&[120.0, 300.0], SHARE)[0], "0", "no share: growth may pass 100 %");
        assert_eq!(labels(&[93.0], Rule { from_zero: true, ..SHARE }), ["0", "20", "40", "60", "80", "100"]);
    }

    #[test]
    fn one_power_an_axis() {
        assert_eq!(labels(&[120_000.0, 300_000.0], COUNT), ["0", "10", "20", "30"]);
        assert_eq!(scale([120_000.0, 300_000.0], COUNT).power, 1e4);
        assert_eq!(labels(&[250_000_000.0, 90_000_000.0], COUNT)[1..4], ["0.5", "1.0", "1.5"]);
        let small = scale([12_000.0], COUNT);
        assert_eq!((small.power, small.max), (1.0, 15_000.0));
        assert_eq!(labels(&[104_000.0, 108_000.0], COUNT), ["10.4", "10.5", "10.6", "10.7", "10.8"]);
    }

    #[test]
    fn labels_thin_out_from_the_last() {
        assert_eq!(thinned(5, 10.0, 9.0), [0, 1, 2, 3, 4]);
        assert_eq!(thinned(5, 10.0, 11.0), [0, 2, 4]);
        assert_eq!(thinned(12, 10.0, 45.0), [1, 6, 11]);
        assert_eq!(thinned(0, 1.0, 3.0), Vec::<usize>::new());
    }

    proptest! {
        #[test]
        fn every_value_is_on_its_axis(values in prop::collection::vec(0.0..1e9_f64, 1..20), zero: bool, share: bool) {
            let values: Vec<f64> = values.iter().map(|v| if share { v / 1e7 } else { v.round() }).collect();
            let rule = Rule { from_zero: zero, ..if share { SHARE } else { COUNT } };
            let scale = scale(values.iter().copied(), rule);
            prop_assert!(values.iter().all(|v| scale.min <= *v && *v <= scale.max), "{:?}", scale);
            prop_assert!(scale.min >= 0.0 && (2..=9).contains(&scale.ticks.len()), "{:?}", scale);
            prop_assert!(!share || scale.max <= 100.0);
            prop_assert!(scale.ticks.windows(2).all(|pair| pair[0].value < pair[1].value && pair[0].label != pair[1].label));
            prop_assert!(!zero || scale.min == 0.0);
        }
    }
}
