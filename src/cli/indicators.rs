//! What people call an indicator → the indicator of the catalogue.

use crate::compare::{Frame, Slot};
pub use crate::figures::{Catalogue, Indicator};
use crate::i18n::{Locale, Texts};

use super::console::Failure;
use super::near::nearest;

/// The indicator with that id, name or alias.
pub fn resolve<'a>(query: &str, catalogue: &'a Catalogue, texts: &Texts) -> Result<&'a Indicator, Failure> {
    let all = catalogue.indicators();
    if let Some(exact) = all.iter().find(|indicator| indicator.id == query) {
        return Ok(exact);
    }
    let named: Vec<_> = all.iter().filter(|indicator| is_called(indicator, query)).collect();
    match named.as_slice() {
        [only] => return Ok(only),
        [] => {}
        several => {
            let choices = texts.list(several.iter().map(|indicator| described(indicator, texts)));
            let arguments = [("name", query.into()), ("choices", choices.into())];
            return Err(Failure::Usage(texts.format("indicator-ambiguous", &arguments)));
        }
    }
    let near = texts.list(alike(query, all).into_iter().map(|indicator| described(indicator, texts)));
    Err(Failure::Usage(if near.is_empty() {
        texts.format("indicator-unknown", &[("name", query.into())])
    } else {
        texts.format("indicator-unknown-near", &[("name", query.into()), ("near", near.into())])
    }))
}

fn is_called(indicator: &Indicator, query: &str) -> bool {
    indicator.name_zh == query
        || indicator.name_en.eq_ignore_ascii_case(query)
        || indicator.aliases.iter().any(|alias| alias == query)
}

/// Indicators whose id, last word of the id, name or alias resembles the query.
fn alike<'a>(query: &str, all: &'a [Indicator]) -> Vec<&'a Indicator> {
    let words = |indicator: &'a Indicator| {
        let last = indicator.id.rsplit('.').next().unwrap_or_default();
        let names = [indicator.id.as_str(), last, indicator.name_zh.as_str(), indicator.name_en.as_str()];
        names.into_iter().chain(indicator.aliases.iter().map(String::as_str))
    };
    let near = nearest(query, all.iter().flat_map(words));
    let mut found: Vec<&Indicator> = Vec::new();
    for name in near {
        let owner = all.iter().find(|indicator| words(indicator).any(|word| word == name));
        found.extend(owner.filter(|owner| found.iter().all(|known| known.id != owner.id)));
    }
    found
}

/// An indicator's id with its name.
fn described(indicator: &Indicator, texts: &Texts) -> String {
    texts
        .format("indicator-described", &[("id", indicator.id.as_str().into()), ("name", name(indicator, texts).into())])
}

/// An indicator's name in the language of the texts.
pub fn name<'a>(indicator: &'a Indicator, texts: &Texts) -> &'a str {
    match texts.locale() {
        Locale::ZhHans => &indicator.name_zh,
        Locale::En => &indicator.name_en,
    }
}

/// The name of an indicator by its id; the id itself where the catalogue does not know it.
pub fn name_of<'a>(id: &'a str, catalogue: &'a Catalogue, texts: &Texts) -> &'a str {
    catalogue.get(id).map_or(id, |indicator| name(indicator, texts))
}

/// The places of all indicators, in the order of the catalogue.
pub fn frame(catalogue: &Catalogue) -> Frame {
    Frame::new(catalogue.indicators().iter().map(|indicator| {
        let slot = Slot { section: indicator.section, outline_part: Some(indicator.outline_part) };
        (indicator.id.clone(), slot)
    }))
}
