//! Numbers as tables and cards show them: grouped by three, with the decimals of the source, bound and unit.

use crate::compare::{Difference, decimals};
use crate::figures::{Change, ChangeUnit, Observation};

use super::{Texts, labels, units};

/// A number grouped by three, with the decimals that it has.
pub fn number(value: f64) -> String {
    let text = format!("{:.*}", decimals(value), value.abs());
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(a, b)| (a, Some(b)));
    let mut grouped = String::with_capacity(text.len() + text.len() / 3 + 1);
    if value < 0.0 {
        grouped.push('−');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if let Some(fraction) = fraction {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

/// A share of all in per cent, with one decimal, never rounded up to all.
pub fn share(share: f64) -> String {
    if share >= 1.0 { "100%".to_owned() } else { format!("{:.1}%", (share * 1000.0 + 1e-6).floor() / 10.0) }
}

/// A number with its sign, also for a rise.
fn signed(value: f64) -> String {
    if value > 0.0 { format!("+{}", number(value)) } else { number(value) }
}

/// A value with its bound and unit: ≥ 12,000 件.
pub fn value(observation: &Observation, texts: &Texts) -> String {
    let mark = labels::bound(observation.bound).map(|id| texts.get(id) + " ").unwrap_or_default();
    format!("{mark}{}{}", number(observation.value), unit_behind(&observation.unit, texts))
}

/// A unit as it stands behind a number: per cent close to it, words after a space.
fn unit_behind(of: &str, texts: &Texts) -> String {
    if of == "%" { of.to_owned() } else { format!(" {}", units::unit(of, texts)) }
}

/// A difference with its unit: +7,938 (+815%), +1.3 percentage points, ≥ −1, or why there is none.
pub fn difference(difference: &Difference, of: &str, texts: &Texts) -> String {
    let unit = if of == "%" { texts.get("unit-points") } else { units::unit(of, texts) };
    let bounded = |mark: &str, delta: f64| format!("{} {} {unit}", texts.get(mark), signed_plain(delta));
    match difference {
        Difference::Number { delta, percent: None } => format!("{} {unit}", signed(*delta)),
        Difference::Number { delta, percent: Some(percent) } => {
            let percent = format!("{}%", signed(*percent));
            texts.format(
                "difference-percent",
                &[("delta", format!("{} {unit}", signed(*delta)).into()), ("percent", percent.into())],
            )
        }
        Difference::About(delta) => bounded("bound-about", *delta),
        Difference::AtLeast(delta) => bounded("bound-at-least", *delta),
        Difference::AtMost(delta) => bounded("bound-at-most", *delta),
        Difference::Incomparable(obstacle) => {
            texts.format("difference-none", &[("why", texts.get(labels::obstacle(*obstacle)).into())])
        }
    }
}

/// A stated change with its unit.
pub fn change(change: &Change, texts: &Texts) -> String {
    let delta = signed(change.delta);
    match change.unit {
        ChangeUnit::Points => format!("{delta} {}", texts.get("unit-points")),
        ChangeUnit::Percent => format!("{delta}%"),
        ChangeUnit::Times => format!("{delta} {}", texts.get("unit-times")),
        ChangeUnit::Absolute => delta,
    }
}

/// A change as a remark: what it is against, how much, and that the report says so itself.
pub fn stated(change: &Change, report_year: Option<i32>, texts: &Texts) -> String {
    let basis = match change.basis.as_str() {
        "year_on_year" => "basis-year-on-year",
        "earlier_year" => "basis-earlier-year",
        _ => "basis-other",
    };
    let basis = texts.get(basis);
    // Where points and per cent cannot be told apart, the report's own words say it.
    let by = if change.ambiguous { change.raw.clone() } else { self::change(change, texts) };
    let text = texts.format("change-stated", &[("basis", basis.into()), ("change", by.into())]);
    match change.year.filter(|year| Some(*year) != report_year) {
        Some(year) => format!("{} {text}", texts.format("in-year", &[("year", year.to_string().into())])),
        None => text,
    }
}

/// A bounded difference carries no plus sign: its direction is not known.
fn signed_plain(value: f64) -> String {
    number(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Obstacle;
    use crate::i18n::Locale;

    #[test]
    fn a_share_is_rounded_down() {
        assert_eq!([1.0, 0.9999, 0.57, 0.0].map(share), ["100%", "99.9%", "57.0%", "0.0%"]);
    }

    #[test]
    fn groups_by_three_and_keeps_decimals() {
        assert_eq!(number(8912.0), "8,912");
        assert_eq!(number(974.0), "974");
        assert_eq!(number(1_234_567.5), "1,234,567.5");
        assert_eq!(number(-12_000.0), "−12,000");
        assert_eq!(number(98.33), "98.33");
        assert_eq!(number(0.0), "0");
    }

    #[test]
    fn differences_carry_sign_unit_and_bound() {
        let texts = Texts::new(Locale::ZhHans);
        let shown = |value: &Difference, unit: &str| difference(value, unit, &texts);
        assert_eq!(shown(&Difference::Number { delta: 7938.0, percent: Some(815.0) }, "件"), "+7,938 件（+815%）");
        assert_eq!(shown(&Difference::Number { delta: -0.33, percent: None }, "%"), "−0.33 百分点");
        assert_eq!(shown(&Difference::AtLeast(-1.0), "%"), "≥ −1 百分点");
        assert_eq!(shown(&Difference::Incomparable(Obstacle::Nature), "件"), "不可比（性质不同）");
    }
}
