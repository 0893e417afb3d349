//! Document → [`Passages`]: headings, items, parts, the six sections and the parts of the national Outline.
//!
//! ```text
//! page ─▶ marks, bare headings ─▶ tree ─▶ parts ─▶ sections ─▶ passages
//! ```
//!
//! A passage is the smallest stretch that has one part and one section. Nothing of the body is left out.

mod bare;
mod cuts;
mod marks;
mod page;
mod part_words;
mod parts;
mod passages;
mod scheme;
mod sections;
mod tree;
mod types;
mod words;

pub use scheme::{PartEntry, Scheme, SectionEntry, Strength, Turn, Turns};
pub use types::{Part, Passage, Passages, Piece, Section, TableCell};

use crate::identity::Identity;
use crate::intake::Document;

/// Cuts a document into passages and labels them by the scheme.
pub fn outline(document: &Document, identity: &Identity, scheme: &Scheme) -> Passages {
    let page = page::Page::new(document);
    let words = words::Words::new(scheme);
    let reader = parts::Reader::new(&words, identity.kind, identity.year);
    let mut marks = bare::add(&page, &words, &reader, marks::find(&page));
    let mut nodes = tree::build(&page, &marks);
    let mut parts = parts::assign(&page, &nodes, &[], &reader);
    let turns = parts::turns(&page, &nodes, &parts, &reader);
    if !turns.is_empty() {
        parts::insert(&turns, &mut marks);
        nodes = tree::build(&page, &marks);
        parts = parts::assign(&page, &nodes, &turns, &reader);
    }
    let chooser = sections::Chooser::new(&page, &nodes, &parts, &words, &reader);
    let labelled = cuts::label(&page, &nodes, &parts, &chooser, identity.kind);
    Passages {
        items: passages::build(&page, &nodes, labelled),
        sha256: document.source.sha256.clone(),
        kind: identity.kind,
        level: identity.body.level,
        year: identity.year,
        places: places(identity),
    }
}

/// The names of the place from its parents down to itself.
fn places(identity: &Identity) -> Vec<String> {
    match &identity.jurisdiction {
        Some(place) => place.path.clone().unwrap_or_else(|| vec![place.name.clone()]),
        None => Vec::new(),
    }
}
