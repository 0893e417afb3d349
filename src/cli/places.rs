//! What people call a place → the body in the library that they mean.

use std::collections::BTreeSet;

use crate::i18n::Texts;
use crate::identity::{Division, Divisions, Lookup};
use crate::shelf::{Holder, answers, nearest};

use super::console::Failure;

/// Most places that a message lists.
pub const MOST: usize = 8;

/// The government that a name, a path or a code stands for; a body's own name (鞍山市数据局) is taken as well.
///
/// The library goes first: its places may be unlisted, and one 鼓楼区 in it is no riddle.
pub fn place<'h, 'a>(query: &str, holders: &'h [Holder<'a>], texts: &Texts) -> Result<&'h Holder<'a>, Failure> {
    let governments = || holders.iter().filter(|holder| holder.government);
    let named: Vec<_> = governments().filter(|holder| answers(holder, query)).collect();
    if !named.is_empty() {
        return only(query, named, texts);
    }
    let bodies: Vec<_> = holders.iter().filter(|holder| holder.body.name == query).collect();
    if !bodies.is_empty() {
        return only(query, bodies, texts);
    }
    let divisions = Divisions::built_in();
    let listed = match divisions.resolve(query) {
        Lookup::One(division) => vec![division],
        Lookup::Many(divisions) => divisions,
        Lookup::None { near } => return Err(unknown(query, &near, holders, texts)),
    };
    let holds = |division: &&Division, holder: &&Holder<'_>| holder.code.as_ref() == Some(&division.code);
    let here: Vec<_> = governments().filter(|holder| listed.iter().any(|division| holds(division, holder))).collect();
    match (here.is_empty(), listed.as_slice()) {
        (false, _) => only(query, here, texts),
        (true, [division]) => Err(without_report(&divisions.path(division), holders, texts)),
        (true, _) => Err(ambiguous(query, listed.iter().map(|division| divisions.path(division).concat()), texts)),
    }
}

/// The body of that name: a department, a township or a government.
pub fn body<'h, 'a>(query: &str, holders: &'h [Holder<'a>], texts: &Texts) -> Result<&'h Holder<'a>, Failure> {
    let named: Vec<_> =
        holders.iter().filter(|holder| holder.body.name == query || holder.full_name() == query).collect();
    if !named.is_empty() {
        return only(query, named, texts);
    }
    let near = nearest(query, holders.iter().map(|holder| holder.body.name.as_str()));
    Err(Failure::Usage(if near.is_empty() {
        texts.format("body-unknown", &[("name", query.into())])
    } else {
        texts.format("body-unknown-near", &[("name", query.into()), ("near", texts.list(near).into())])
    }))
}

fn only<'h, 'a>(query: &str, found: Vec<&'h Holder<'a>>, texts: &Texts) -> Result<&'h Holder<'a>, Failure> {
    match found.as_slice() {
        [only] => Ok(only),
        _ => Err(ambiguous(query, found.iter().map(|holder| holder.full_name()), texts)),
    }
}

fn ambiguous(query: &str, choices: impl Iterator<Item = String>, texts: &Texts) -> Failure {
    let choices = texts.list_up_to(MOST, choices);
    Failure::Usage(texts.format("place-ambiguous", &[("name", query.into()), ("choices", choices.into())]))
}

fn unknown(query: &str, near: &[&Division], holders: &[Holder<'_>], texts: &Texts) -> Failure {
    let names: BTreeSet<&str> = holders.iter().map(|holder| holder.body.name.as_str()).collect();
    let mut all = nearest(query, names);
    all.extend(near.iter().map(|division| division.name.clone()));
    let mut seen = BTreeSet::new();
    all.retain(|name| seen.insert(name.clone()));
    all.truncate(MOST);
    Failure::Usage(if all.is_empty() {
        texts.format("place-unknown", &[("name", query.into())])
    } else {
        texts.format("place-unknown-near", &[("name", query.into()), ("near", texts.list(all).into())])
    })
}

/// A place that is known but has no report of its own: what there is instead.
fn without_report(path: &[String], holders: &[Holder<'_>], texts: &Texts) -> Failure {
    let name = path.last().cloned().unwrap_or_default();
    let offices: Vec<_> = holders.iter().filter(|holder| holder.body.place == path).collect();
    if !offices.is_empty() {
        let offices = texts.list_up_to(MOST, offices.iter().map(|holder| with_years(holder, texts)));
        return Failure::Failed(
            texts.format("place-offices-only", &[("name", name.into()), ("bodies", offices.into())]),
        );
    }
    let governments = holders.iter().filter(|holder| holder.government);
    let listed = texts.list_up_to(MOST, governments.map(|holder| with_years(holder, texts)));
    Failure::Failed(if listed.is_empty() {
        texts.format("place-no-report-at-all", &[("name", name.into())])
    } else {
        texts.format("place-no-report", &[("name", name.into()), ("places", listed.into())])
    })
}

/// A name with the years in brackets.
pub fn with_years(holder: &Holder<'_>, texts: &Texts) -> String {
    let years = texts.list(holder.any_years().iter().map(i32::to_string));
    texts.format("name-with-years", &[("name", holder.body.name.as_str().into()), ("years", years.into())])
}

#[cfg(test)]
mod tests;
