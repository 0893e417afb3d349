use super::*;

#[test]
fn every_indicator_has_a_rule_and_a_unit() {
    let catalogue = Catalogue::built_in().unwrap();
    assert_eq!(catalogue.indicators().len(), 213);
    for (at, indicator) in catalogue.indicators().iter().enumerate() {
        assert!(catalogue.rules.rules.iter().any(|rule| rule.indicator == at), "{} has no rule", indicator.id);
    }
}

#[test]
fn broken_data_is_named() {
    let text = CatalogueText {
        indicators: "id\n",
        units: "other = []",
        topics: "",
        rules: &["[[rule]]\nid = \"no.such\"\nbefore = [\"收到\"]"],
    };
    let error = Catalogue::parse(text).unwrap_err().to_string();
    assert!(error.contains("no.such"), "{error}");
}

#[test]
fn what_is_exported_is_the_same_catalogue() {
    let own = Catalogue::built_in().unwrap();
    let text = own.to_text().unwrap();
    let back = Catalogue::from_text(&text).unwrap();
    assert_eq!(back.digest(), own.digest());
    assert_eq!(back.indicators(), own.indicators());
    assert_eq!(back.to_text().unwrap(), text);
    assert!(text.starts_with('#') && text.contains("\n[[indicator]]\n"), "readable");
}

#[test]
fn one_word_more_is_another_catalogue_and_a_remark_is_not() {
    let own = Catalogue::built_in().unwrap();
    let text = own.to_text().unwrap();
    let remarked = Catalogue::from_text(&format!("# mine\n{text}")).unwrap();
    assert_eq!(remarked.digest(), own.digest());
    let changed = Catalogue::from_text(&text.replacen("aliases = [", "aliases = [\"夜间学法\", ", 1)).unwrap();
    assert_ne!(changed.digest(), own.digest());
}

#[test]
fn what_is_broken_is_named_with_its_line() {
    let line = |text: &str| {
        let (problem, line) = Catalogue::from_text(text).unwrap_err();
        (problem, line)
    };
    let unit = "[[units.unit]]\nname = \"场次\"\nwords = [\"场\"]\n";
    let own = |rest: &str| format!("{unit}[[indicator]]\nid = \"a.b\"\nsection = 5\nname = \"甲\"\n{rest}");
    let (problem, at) = line("a = = 1");
    assert!(matches!(problem, CatalogueProblem::Syntax(_)) && at == Some(1), "{problem} {at:?}");
    let (problem, at) = line(&own("unit = \"场次\"\ncolour = 3\n"));
    assert!(matches!(problem, CatalogueProblem::Syntax(_)) && at == Some(9), "{problem} {at:?}");
    assert_eq!(line(&own("unit = \"捆\"\n")), (CatalogueProblem::UnknownUnit("捆".into()), Some(5)));
    let twice = own("unit = \"场次\"\n") + "[[indicator]]\nid = \"a.b\"\nsection = 5\nname = \"乙\"\nunit = \"场次\"\n";
    assert_eq!(line(&twice), (CatalogueProblem::TwiceIndicator("a.b".into()), Some(10)));
    let rule = own("unit = \"场次\"\n") + "[[rule]]\nid = \"a.c\"\nbefore = [\"甲\"]\n";
    assert_eq!(line(&rule), (CatalogueProblem::UnknownIndicator("a.c".into()), Some(10)));
    let topic = own("unit = \"场次\"\n") + "[[rule]]\nid = \"a.b\"\ntopic = [\"丙\"]\n";
    assert_eq!(line(&topic), (CatalogueProblem::UnknownTopic("丙".into()), Some(10)));
    let section = own("unit = \"场次\"\n").replace("section = 5", "section = 7");
    assert_eq!(line(&section), (CatalogueProblem::BadSection(7), Some(5)));
}
