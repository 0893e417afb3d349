//! The office that published or signed a report.

use super::divisions::Divisions;
use super::fact::{CLEAR, Fact, LIKELY};
use super::page::Page;
use super::phrase::{self, Who};
use super::types::Place;
use crate::text::{fold, is_han};

/// What pages call it, best first.
const KEYS: [&str; 9] =
    ["来源", "信息来源", "稿件来源", "文章来源", "发布机构", "发文机构", "发文机关", "制发机构", "发布单位"];
const METADATA: [&str; 3] = ["contentsource", "source", "article:author"];

/// The office, best source first.
pub(super) fn find(page: &Page<'_>, divisions: &Divisions) -> Option<Fact<String>> {
    named(page).or_else(|| metadata(page)).or_else(|| {
        let (name, _) = signatory(page, divisions)?;
        Some(Fact::new(name.clone(), name, Place::Signature, LIKELY))
    })
}

fn named(page: &Page<'_>) -> Option<Fact<String>> {
    let values = KEYS.iter().flat_map(|key| page.values(key));
    let value = values.into_iter().find(|value| is_office(&value.text))?;
    Some(Fact::new(value.raw.clone(), value.raw.clone(), value.place, CLEAR))
}

fn metadata(page: &Page<'_>) -> Option<Fact<String>> {
    let wanted = |name: &str| METADATA.iter().any(|known| name.eq_ignore_ascii_case(known));
    let item = page.document.metadata.iter().find(|item| wanted(&item.name) && is_office(&item.value))?;
    Some(Fact::new(item.value.clone(), item.value.clone(), Place::Metadata, CLEAR))
}

/// Words such as 本网, 本站 and dates name nobody.
fn is_office(text: &str) -> bool {
    let length = text.chars().count();
    (2..=40).contains(&length)
        && text.chars().all(|c| !c.is_ascii_digit())
        && text.chars().any(is_han)
        && !["本网", "本站", "本站原创", "本网原创", "网站", "原创", "互联网", "网络"].contains(&text)
        && !text.contains([':', '>'])
}

/// All offices that the page names around the text, each read as a body; for the place of a report that leaves it out.
pub(super) fn offices(page: &Page<'_>, divisions: &Divisions) -> Vec<(String, Who)> {
    let named = KEYS.iter().flat_map(|key| page.values(key)).map(|value| value.text.clone());
    let metadata = page
        .document
        .metadata
        .iter()
        .flat_map(|item| fold(&item.value).split(['_', '|', '-', ' ', '>']).map(str::to_owned).collect::<Vec<_>>());
    let lines = page
        .surroundings()
        .filter(|line| !line.cut && line.text().chars().count() <= 30)
        .map(|line| line.text().trim().to_owned());
    let all = named.chain(lines).chain(metadata).filter(|text| text.chars().count() <= 30);
    let site = |text: &str| {
        ["门户网站", "政府网站", "官方网站", "网站", "门户网", "网"]
            .iter()
            .find_map(|end| text.strip_suffix(end))
            .unwrap_or(text)
            .to_owned()
    };
    all.map(|text| site(text.trim()))
        .filter_map(|text| phrase::whole(&text, divisions).map(|who| (text, who)))
        .take(60)
        .collect()
}

/// The body that signs the text, or the notice above it.
pub(super) fn signatory(page: &Page<'_>, divisions: &Divisions) -> Option<(String, Who)> {
    page.tail().into_iter().find_map(|line| {
        let text = line.text().trim();
        let day = super::dates::days(text).first().map_or(text.len(), |day| day.start);
        let office = text[..day].trim();
        let who = (office.chars().count() >= 3).then(|| phrase::whole(office, divisions))??;
        Some((line.own(office), who))
    })
}
