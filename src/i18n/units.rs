//! Units of indicators in the user's language.

use super::Texts;

/// The catalogue's units with their texts; Chinese that users see lives with the texts, hence the code points.
const UNITS: [(&str, &str); 22] = [
    ("\u{4EF6}", "measure-case"),
    ("\u{4EBA}", "measure-person"),
    ("\u{4EBA}\u{6B21}", "measure-person-time"),
    ("\u{6B21}", "measure-time"),
    ("\u{573A}\u{6B21}", "measure-session"),
    ("\u{9879}", "measure-item"),
    ("\u{4E07}\u{5143}", "measure-money"),
    ("\u{6237}", "measure-firm"),
    ("\u{5BB6}", "measure-organisation"),
    ("\u{6761}", "measure-entry"),
    ("\u{4EFD}", "measure-copy"),
    ("\u{4E2A}", "measure-piece"),
    ("\u{5B97}", "measure-file"),
    ("\u{8D77}", "measure-incident"),
    ("\u{90E8}", "measure-device"),
    ("\u{652F}", "measure-team"),
    ("\u{6240}", "measure-office"),
    ("\u{7C7B}", "measure-kind"),
    ("\u{671F}", "measure-issue"),
    ("\u{9636}\u{6B21}", "measure-grade"),
    ("\u{5DE5}\u{4F5C}\u{65E5}", "measure-working-day"),
    ("\u{500D}", "measure-multiple"),
];

/// A unit in the language of `texts`; as it stands where that has no word for it.
pub fn unit(unit: &str, texts: &Texts) -> String {
    let found = UNITS.iter().find(|(own, _)| *own == unit);
    found.map_or_else(|| unit.to_owned(), |(_, id)| texts.get(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn every_unit_of_the_catalogue_has_an_english_word() {
        let texts = Texts::new(Locale::En);
        for indicator in crate::figures::Catalogue::built_in().unwrap().indicators() {
            let name = unit(&indicator.unit, &texts);
            assert!(name.is_ascii(), "{name}");
        }
    }
}
