//! What people type for an indicator, against the catalogue that comes with the program.

use crate::i18n::Locale;

use super::*;

fn outcome(query: &str) -> Result<String, String> {
    let texts = Texts::new(Locale::ZhHans);
    match resolve(query, Catalogue::built_in().unwrap(), &texts) {
        Ok(indicator) => Ok(indicator.id.clone()),
        Err(Failure::Usage(sentence)) => Err(sentence),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn ids_names_aliases_and_a_telling_part_of_them_resolve() {
    for query in ["Reconsideration.Received", "收到行政复议申请件数", "收到申请"] {
        assert_eq!(outcome(query), Ok("reconsideration.received".into()), "{query}");
    }
    assert_eq!(outcome("案结事了"), Ok("reconsideration.no_further_rate".into()), "the only one with these words");
}

#[test]
fn a_word_of_many_lists_them_and_says_how_many() {
    let said = outcome("复议").unwrap_err();
    assert!(said.matches("reconsideration.").count() > 5 && said.contains(" 个"), "{said}");
    assert!(!said.contains("tsv"), "{said}");
}

#[test]
fn what_looks_alike_is_offered() {
    for (query, id) in [("出庭率", "litigation.head_appearance_rate"), ("recieved", "reconsideration.received")] {
        let said = outcome(query);
        assert!(said.as_ref().map_or_else(|said| said.contains(id), |own| own == id), "{query}: {said:?}");
    }
    assert!(outcome("天气预报").unwrap_err().contains("faheng indicators"));
}
