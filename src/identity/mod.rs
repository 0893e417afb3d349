//! Document → [`Identity`]: who reports, on which year and place, what kind of document, when; and the list of divisions.
//!
//! Every fact carries the words that say so. Unknown is `None`, never a guess without evidence.

mod chrome;
mod context;
mod dates;
mod divisions;
mod fact;
mod issuer;
mod kind;
mod name_template;
mod named;
mod number;
mod page;
mod phrase;
mod place_words;
mod published;
mod reporter;
mod subject;
mod title;
mod title_parts;
mod types;
mod whereabouts;
mod year;

use std::collections::BTreeMap;

pub use divisions::{Division, Divisions, Former, Lookup, Mention};
pub use name_template::{Mismatch, NameField, NameTemplate, Named, TemplateProblem};
pub use named::complete;
pub use types::{Body, Evidence, Field, Identity, Jurisdiction, Kind, Level, Place};

use crate::intake::Document;
use fact::Fact;
use kind::Form;
use page::Page;

/// Reads who reports, on what, and when, out of a document.
///
/// Never fails: what the document does not say is `None`, and a confidence below 0.8 asks for a person's look.
pub fn identify(document: &Document, divisions: &Divisions) -> Identity {
    let folded = page::fold_lines(document);
    let page = Page::new(document, &folded);
    let title = title::find(&page, divisions);
    let form = kind::form(&page, title.as_ref());
    let reporter = reporter::find(&page, title.as_ref(), divisions);
    let kind = match form.value {
        Form::Report if reporter.is_department => Kind::DepartmentReport,
        Form::Report => Kind::GovernmentReport,
        Form::Plan => Kind::WorkPlan,
        Form::Other => Kind::Other,
    };
    let published = published::find(&page);
    let year = year::find(&page, title.as_ref(), kind, published.as_ref());
    let issuer = issuer::find(&page, divisions);
    let mut evidence = BTreeMap::new();
    if let Some(title) = &title {
        let words = Evidence { raw: title.raw.clone(), place: title.place, confidence: title.confidence() };
        evidence.insert(Field::Title, words);
    }
    evidence.insert(Field::Kind, form.evidence);
    Identity {
        title: title.map(|title| title.raw),
        kind,
        year: take(year, Field::Year, &mut evidence),
        body: take(reporter.body, Field::Body, &mut evidence).unwrap_or_default(),
        jurisdiction: take(reporter.jurisdiction, Field::Jurisdiction, &mut evidence),
        issuer: take(issuer, Field::Issuer, &mut evidence),
        published: take(published, Field::Published, &mut evidence),
        doc_number: number::find(&page),
        evidence,
    }
}

fn take<T>(fact: Option<Fact<T>>, field: Field, evidence: &mut BTreeMap<Field, Evidence>) -> Option<T> {
    let fact = fact?;
    evidence.insert(field, fact.evidence);
    Some(fact.value)
}
