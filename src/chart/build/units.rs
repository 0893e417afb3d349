//! Units as axes and labels say them, in the language of the chart.

use crate::figures::Bound;
use crate::i18n::{Texts, labels, numbers};

/// The unit that is itself counted in 10⁴: 万元. Chinese that users see lives with the texts, hence the code points.
const MONEY: &str = "\u{4E07}\u{5143}";

/// The catalogue's units with their texts.
const UNITS: [(&str, &str); 22] = [
    ("\u{4EF6}", "chart-unit-case"),
    ("\u{4EBA}", "chart-unit-person"),
    ("\u{4EBA}\u{6B21}", "chart-unit-person-time"),
    ("\u{6B21}", "chart-unit-time"),
    ("\u{573A}\u{6B21}", "chart-unit-session"),
    ("\u{9879}", "chart-unit-item"),
    ("\u{4E07}\u{5143}", "chart-unit-money"),
    ("\u{6237}", "chart-unit-firm"),
    ("\u{5BB6}", "chart-unit-organisation"),
    ("\u{6761}", "chart-unit-entry"),
    ("\u{4EFD}", "chart-unit-copy"),
    ("\u{4E2A}", "chart-unit-piece"),
    ("\u{5B97}", "chart-unit-file"),
    ("\u{8D77}", "chart-unit-incident"),
    ("\u{90E8}", "chart-unit-device"),
    ("\u{652F}", "chart-unit-team"),
    ("\u{6240}", "chart-unit-office"),
    ("\u{7C7B}", "chart-unit-kind"),
    ("\u{671F}", "chart-unit-issue"),
    ("\u{9636}\u{6B21}", "chart-unit-grade"),
    ("\u{5DE5}\u{4F5C}\u{65E5}", "chart-unit-working-day"),
    ("\u{500D}", "chart-unit-multiple"),
];

/// Whether a unit counts money.
pub fn is_money(unit: &str) -> bool {
    unit == MONEY
}

/// A unit in the language of the chart; as it stands where that has no word for it.
pub fn unit(unit: &str, texts: &Texts) -> String {
    let found = UNITS.iter().find(|(own, _)| *own == unit);
    found.map_or_else(|| unit.to_owned(), |(_, id)| texts.get(id))
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
    fn every_unit_of_the_catalogue_has_an_english_word() {
        let texts = Texts::new(Locale::En);
        for indicator in crate::figures::Catalogue::built_in().unwrap().indicators() {
            let name = unit(&indicator.unit, &texts);
            assert!(name.is_ascii(), "{name}");
        }
    }

    #[test]
    fn bounds_stand_before_the_number() {
        let texts = Texts::new(Locale::ZhHans);
        assert_eq!(full(12_000.0, Bound::AtLeast, "件", &texts), "≥12,000 件");
        assert_eq!(full(98.5, Bound::About, "%", &texts), "约98.5%");
    }
}
