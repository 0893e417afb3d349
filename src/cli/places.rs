//! What people call a place → the body in the library that they mean.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::BodyKey;
use crate::i18n::Texts;
use crate::identity::{Division, Divisions, Kind, Lookup};
use crate::store::ReportSummary;

use super::console::Failure;
use super::near::nearest;
use super::shelf::{body_key, is_government};

/// Most places that a message lists.
pub const MOST: usize = 8;

/// A body with its current reports.
#[derive(Clone, Debug)]
pub struct Holder<'a> {
    /// Who.
    pub body: BodyKey,
    /// Code of its place where it is listed.
    pub code: Option<String>,
    /// Whether it stands for its place as a whole.
    pub government: bool,
    /// Its reports by year and kind, documents that are no reports left out.
    pub reports: Vec<&'a ReportSummary>,
}

impl Holder<'_> {
    /// The years that it has a report of its own kind for, work plans left out.
    pub fn years(&self) -> BTreeSet<i32> {
        self.reports.iter().filter(|report| report.kind != Kind::WorkPlan).filter_map(|report| report.year).collect()
    }

    /// The years that it has any document for.
    pub fn any_years(&self) -> BTreeSet<i32> {
        self.reports.iter().filter_map(|report| report.year).collect()
    }

    /// Its name with its parents where that says more: 辽宁省营口市, 辽宁省鞍山市 鞍山市数据局.
    pub fn full_name(&self) -> String {
        full_name(&self.body)
    }
}

/// A body's name behind its place's, as people would type it.
pub fn full_name(body: &BodyKey) -> String {
    let place = body.place.concat();
    if body.place.last() == Some(&body.name) || place.is_empty() {
        if place.is_empty() { body.name.clone() } else { place }
    } else {
        format!("{place} {}", body.name)
    }
}

/// All bodies of a library, sorted by code, unlisted places last, by name.
pub fn holders(reports: &[ReportSummary]) -> Vec<Holder<'_>> {
    let mut found: BTreeMap<BodyKey, Holder<'_>> = BTreeMap::new();
    for report in reports.iter().filter(|report| report.kind != Kind::Other) {
        let body = body_key(report);
        let holder = found.entry(body.clone()).or_insert_with(|| Holder {
            body,
            code: report.jurisdiction.as_ref().and_then(|place| place.code.clone()),
            government: false,
            reports: Vec::new(),
        });
        holder.government |= is_government(report);
        holder.reports.push(report);
    }
    let mut holders: Vec<_> = found.into_values().collect();
    holders.sort_by(|a, b| (a.code.is_none(), &a.code, &a.body).cmp(&(b.code.is_none(), &b.code, &b.body)));
    holders
}

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

/// Whether a holder's place is called that: by code, by name with any of its parents, or by short name.
pub fn answers(holder: &Holder<'_>, query: &str) -> bool {
    if holder.code.as_deref() == Some(query) {
        return true;
    }
    let query: String = query.chars().filter(|c| !c.is_whitespace() && !matches!(c, '/' | '／' | '>')).collect();
    let Some((own, parents)) = holder.body.place.split_last() else { return holder.body.name == query };
    let ends = [Some(own.as_str()), short(own), Some(holder.body.name.as_str())];
    ends.into_iter()
        .flatten()
        .any(|own| query.strip_suffix(own).is_some_and(|before| before.is_empty() || spells(before, parents)))
}

/// Whether `text` is some of the parents in order, each full or short, none other between them.
fn spells(text: &str, parents: &[String]) -> bool {
    if text.is_empty() {
        return true;
    }
    (0..parents.len()).any(|at| {
        let names = [Some(parents[at].as_str()), short(&parents[at])];
        names
            .into_iter()
            .flatten()
            .any(|name| text.strip_prefix(name).is_some_and(|rest| spells(rest, &parents[at + 1..])))
    })
}

/// A name without its last character, where that is a suffix of places and two characters stay.
fn short(name: &str) -> Option<&str> {
    // 省 市 县 区, as code points: Chinese that users see lives with the texts, and this folder is tested to hold none.
    let stem = name.strip_suffix(['\u{7701}', '\u{5E02}', '\u{53BF}', '\u{533A}'])?;
    (stem.chars().count() > 1).then_some(stem)
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
