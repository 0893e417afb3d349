//! Units as axes and labels say them, in the language of the chart.

use crate::figures::Bound;
use crate::i18n::units::unit;
use crate::i18n::{Texts, labels, numbers};

/// The unit that is itself counted in 10⁴: 万元. Chinese that users see lives with the texts, hence the code points.
const MONEY: &str = "\u{4E07}\u{5143}";

/// Whether a unit counts money.
pub fn is_money(unit: &str) -> bool {
    unit == MONEY
}

/// The title of a value axis: the unit, with the power that its ticks are counted in.
pub fn axis(name: &str, power: f64, texts: &Texts) -> String {
    let id = match (is_money(name), power >= 1e8, power >= 1e4) {
        (_, false, false) => return unit(name, texts),
        (false, true, _) => "chart-axis-yi",
        (false, ..) => "chart-axis-wan",
        (true, true, _) => "chart-money-yi",
        (true, ..) => "chart-money-wan",
    };
    texts.format(id, &[("unit", unit(name, texts).into())])
}

/// A number with its bound: ≥98.
pub fn bounded(number: &str, bound: Bound, texts: &Texts) -> String {
    let Some(mark) = labels::bound(bound).map(|id| texts.get(id)) else { return number.to_owned() };
    let space = if mark.ends_with(|c: char| c.is_ascii_alphabetic()) { " " } else { "" };
    format!("{mark}{space}{number}")
}

/// A value as a card shows it: bound, grouped number, unit.
pub fn full(value: f64, bound: Bound, name: &str, texts: &Texts) -> String {
    let space = if name == "%" { "" } else { " " };
    format!("{}{space}{}", bounded(&numbers::number(value), bound, texts), unit(name, texts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn powers_are_said_once_in_the_axis_title() {
        let texts = Texts::new(Locale::ZhHans);
        assert_eq!(axis("件", 1.0, &texts), "件");
        assert_eq!(axis("件", 1e4, &texts), "件（万）");
        assert_eq!(axis("人次", 1e8, &texts), "人次（亿）");
        assert_eq!(axis("万元", 1e4, &texts), "亿元");
        let english = Texts::new(Locale::En);
        assert_eq!(axis("件", 1e4, &english), "cases (×10,000)");
        assert_eq!(axis("人次", 1.0, &english), "person-times");
    }

    #[test]
    fn bounds_stand_before_the_number() {
        let texts = Texts::new(Locale::ZhHans);
        assert_eq!(full(12_000.0, Bound::AtLeast, "件", &texts), "≥12,000 件");
        assert_eq!(full(98.5, Bound::About, "%", &texts), "约98.5%");
    }
}
