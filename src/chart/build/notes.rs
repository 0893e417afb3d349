//! What a reader must know of the points plotted, and of those that are missing.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::Gap;
use crate::i18n::{Texts, labels};

use super::Request;
use super::panels::place_name;
use super::points::Drawn;

/// Most places that a note lists; the sheet has them all.
const MOST: usize = 6;
/// Notes on single values, in the order in which they stand.
const REMARKS: [&str; 10] = [
    "chart-note-conflict",
    "chart-note-breakdown",
    "chart-note-next-year",
    "chart-note-inferred",
    "chart-note-bound",
    "chart-note-about",
    "chart-note-base",
    "chart-note-court",
    "chart-note-own",
    "chart-note-plan",
];

/// Years by place and, where there are several, indicator; both in the order of choosing.
type Where = BTreeMap<(usize, Option<usize>), BTreeSet<i32>>;

/// The notes, those on what is missing first.
pub fn notes(request: &Request<'_>, drawn: &[Drawn], years: &[i32], texts: &Texts) -> Vec<String> {
    let mut notes = Vec::new();
    for gap in Gap::ALL {
        let years = |own: &Drawn| own.gaps.iter().filter(|(_, other)| *other == gap).map(|(year, _)| *year).collect();
        let found = collect(request, drawn, years, gap == Gap::NoReport);
        if !found.is_empty() {
            let (name, list) = (texts.get(labels::gap(gap)), list(request, &found, texts));
            notes.push(texts.format("chart-note-gap", &[("gap", name.into()), ("where", list.into())]));
        }
    }
    for id in REMARKS {
        let years = |own: &Drawn| own.remarks.iter().filter(|(_, other)| *other == id).map(|(year, _)| *year).collect();
        let found = collect(request, drawn, years, false);
        if !found.is_empty() {
            notes.push(texts.format(id, &[("where", list(request, &found, texts).into())]));
        }
    }
    notes.extend(renamed(request, drawn, years, texts));
    notes.extend(kinds(request, drawn, texts));
    let unreviewed = drawn.iter().flat_map(|own| &own.line.marks).filter(|mark| !mark.proof.reviewed).count();
    if unreviewed > 0 {
        notes.push(texts.format("chart-note-unreviewed", &[("count", unreviewed.into())]));
    }
    notes
}

/// The years that `of` names, by place; by indicator as well unless that makes no difference.
fn collect(request: &Request<'_>, drawn: &[Drawn], of: impl Fn(&Drawn) -> BTreeSet<i32>, of_place: bool) -> Where {
    let mut found = Where::new();
    let several = request.indicators.len() > 1 && !of_place;
    for own in drawn {
        let years = of(own);
        if !years.is_empty() {
            found.entry((own.subject, several.then_some(own.indicator))).or_default().extend(years);
        }
    }
    found
}

fn list(request: &Request<'_>, found: &Where, texts: &Texts) -> String {
    let one = |((subject, indicator), years): (&(usize, Option<usize>), &BTreeSet<i32>)| {
        let place = place_name(request, *subject);
        let years = year_ranges(years, texts);
        match indicator.and_then(|at| request.indicators.get(at)) {
            None => texts.format("chart-where", &[("place", place.into()), ("years", years.into())]),
            Some(own) => {
                let name = labels::indicator(own, texts.locale());
                let arguments = [("place", place.into()), ("years", years.into()), ("indicator", name.into())];
                texts.format("chart-where-of", &arguments)
            }
        }
    };
    let all: Vec<String> = found.iter().take(MOST).map(one).collect();
    let shown = all.join(&separator("chart-where-separator", texts));
    if found.len() <= MOST {
        return shown;
    }
    texts.format("list-cut", &[("items", shown.into()), ("count", found.len().into())])
}

/// What stands between the parts of a note; Fluent drops spaces at the ends of texts, hence the bars around it.
pub fn separator(id: &str, texts: &Texts) -> String {
    texts.get(id).replace('|', "")
}

/// Years in a row as a range: 2018、2020—2022.
pub fn year_ranges(years: &BTreeSet<i32>, texts: &Texts) -> String {
    let mut ranges: Vec<(i32, i32)> = Vec::new();
    for year in years {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *year => *last = *year,
            _ => ranges.push((*year, *year)),
        }
    }
    texts.list(ranges.into_iter().map(|range| years_text(range, texts)))
}

/// A first and last year.
pub fn years_text((first, last): (i32, i32), texts: &Texts) -> String {
    if first == last {
        return first.to_string();
    }
    texts.format("chart-years", &[("first", first.to_string().into()), ("last", last.to_string().into())])
}

/// The places whose name changed in one of the years shown or behind the first of them.
fn renamed(request: &Request<'_>, drawn: &[Drawn], years: &[i32], texts: &Texts) -> Option<String> {
    let shown: BTreeSet<usize> = drawn.iter().filter(|own| !own.line.marks.is_empty()).map(|own| own.subject).collect();
    let one = |at: &usize| {
        let subject = request.subjects.get(*at)?;
        let renamed =
            subject.renamed.as_ref().filter(|renamed| years.first().is_some_and(|first| *first <= renamed.year))?;
        let arguments = [
            ("year", renamed.year.to_string().into()),
            ("former", renamed.former.as_str().into()),
            ("now", subject.body.name.as_str().into()),
        ];
        Some(texts.format("chart-renamed", &arguments))
    };
    let all: Vec<String> = shown.iter().filter_map(one).collect();
    (!all.is_empty()).then(|| texts.format("chart-note-renamed", &[("where", texts.list_up_to(MOST, all).into())]))
}

/// A word on offices that stand beside places: their figures mean something else.
fn kinds(request: &Request<'_>, drawn: &[Drawn], texts: &Texts) -> Option<String> {
    let drawn: BTreeSet<usize> = drawn.iter().filter(|own| !own.line.marks.is_empty()).map(|own| own.subject).collect();
    let is_place = |at: &usize| request.subjects.get(*at).is_some_and(|of| of.body.place.last() == Some(&of.body.name));
    let (places, offices): (Vec<usize>, Vec<usize>) = drawn.into_iter().partition(is_place);
    let names = offices.iter().map(|at| place_name(request, *at));
    let mixed = !offices.is_empty() && !places.is_empty();
    mixed.then(|| texts.format("chart-note-kinds", &[("names", texts.list_up_to(MOST, names).into())]))
}
