//! Names of places against a library and the list of divisions.

use crate::compare::BodyKey;
use crate::i18n::Locale;

use super::*;

fn holder(place: &[&str], name: &str, code: Option<&str>, government: bool) -> Holder<'static> {
    let body = BodyKey { place: place.iter().map(|part| (*part).to_owned()).collect(), name: name.into() };
    Holder { body, code: code.map(str::to_owned), government, reports: Vec::new() }
}

fn library() -> Vec<Holder<'static>> {
    vec![
        holder(&["福建省", "福州市", "鼓楼区"], "鼓楼区", Some("350102"), true),
        holder(&["辽宁省", "营口市"], "营口市", Some("210800"), true),
        holder(&["辽宁省", "鞍山市"], "鞍山市数据局", Some("210300"), false),
        holder(&["示例省", "澜州市"], "澜州市", None, true),
        holder(&["示例省", "槐安县"], "槐安县", None, true),
        holder(&["样本省", "槐安县"], "槐安县", None, true),
    ]
}

fn found(query: &str) -> Result<String, (bool, String)> {
    let texts = Texts::new(Locale::ZhHans);
    match place(query, &library(), &texts) {
        Ok(holder) => Ok(holder.body.name.clone()),
        Err(Failure::Usage(sentence)) => Err((true, sentence)),
        Err(Failure::Failed(sentence)) => Err((false, sentence)),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn a_place_has_a_name_a_short_name_a_path_and_a_code() {
    for query in ["营口市", "营口", "辽宁省营口市", "辽宁营口", "辽宁省/营口市", "210800", "营口市人民政府"]
    {
        assert_eq!(found(query), Ok("营口市".into()), "{query}");
    }
    for query in ["澜州市", "澜州", "示例省澜州市"] {
        assert_eq!(found(query), Ok("澜州市".into()), "{query}: unlisted, but in the library");
    }
}

#[test]
fn the_library_goes_before_the_list() {
    assert_eq!(found("鼓楼区"), Ok("鼓楼区".into()), "four on the list, one here");
}

#[test]
fn an_ambiguous_name_lists_its_choices() {
    let (usage, sentence) = found("槐安县").unwrap_err();
    assert!(usage && sentence.contains("示例省槐安县") && sentence.contains("样本省槐安县"), "{sentence}");
    assert_eq!(found("样本省槐安县"), Ok("槐安县".into()));
    let (usage, sentence) = found("朝阳区").unwrap_err();
    assert!(usage && sentence.contains("北京市朝阳区"), "{sentence}");
}

#[test]
fn a_bureau_is_never_taken_for_its_city() {
    let (usage, sentence) = found("鞍山市").unwrap_err();
    assert!(!usage && sentence.contains("鞍山市数据局"), "{sentence}");
    assert_eq!(found("鞍山市数据局"), Ok("鞍山市数据局".into()), "named as a body it is");
}

#[test]
fn an_unknown_name_gets_near_ones_and_a_known_one_what_there_is() {
    let (usage, sentence) = found("营囗市").unwrap_err();
    assert!(usage && sentence.contains("营口市"), "{sentence}");
    let (usage, sentence) = found("沈阳市").unwrap_err();
    assert!(!usage && sentence.contains("营口市"), "{sentence}");
}
