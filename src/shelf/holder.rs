//! Who has reports in a library, and by which names people call them.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::BodyKey;
use crate::identity::Kind;
use crate::store::ReportSummary;

use super::loaded::{body_key, is_government};

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
        self.body.full_name()
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
