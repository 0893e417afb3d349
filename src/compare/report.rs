//! What the comparison needs to know of a report.

use crate::figures::{Change, Observation, Span};
use crate::identity::{Kind, Level};
use crate::outline::{Part, Passage, Passages, Section};
use crate::text::ScalarIndex;

/// Who reports, told apart from bodies of the same name in other places.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BodyKey {
    /// Names of the jurisdiction and its parents, its own last.
    pub place: Vec<String>,
    /// The body's own name: the place's for a government, the bureau's for a bureau.
    pub name: String,
}

impl BodyKey {
    /// The name behind its place's, as people would type it: 辽宁省营口市, 辽宁省鞍山市 鞍山市数据局.
    pub fn full_name(&self) -> String {
        let place = self.place.concat();
        if place.is_empty() {
            self.name.clone()
        } else if self.place.last() == Some(&self.name) {
            place
        } else {
            format!("{place} {}", self.name)
        }
    }
}

/// Cuts spans out of passages, each indexed once: a long passage can hold thousands of figures.
#[derive(Clone, Debug)]
pub struct Words<'a>(Vec<ScalarIndex<'a>>);

impl<'a> Words<'a> {
    /// Indexes the texts of a report's passages.
    pub fn new(passages: &'a Passages) -> Self {
        Self(passages.items.iter().map(|passage| ScalarIndex::new(&passage.text)).collect())
    }

    /// The words of a span; empty where it points nowhere.
    pub fn of(&self, span: Span) -> &'a str {
        self.0.get(span.passage as usize).map_or("", |index| index.slice(span.start, span.end))
    }
}

/// The current report of a body, a year and a kind.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// Who reports.
    pub body: BodyKey,
    /// The year that it is about.
    pub year: Option<i32>,
    /// What it is.
    pub kind: Kind,
    /// The level of the body.
    pub level: Option<Level>,
    /// Its title as it stands.
    pub title: Option<&'a str>,
    /// Whether a person has gone through its figures.
    pub reviewed: bool,
    /// Its passages in text order.
    pub passages: &'a Passages,
    /// The words of its passages.
    pub words: Words<'a>,
    /// Its values in text order, a person's corrections applied.
    pub observations: &'a [Observation],
    /// Its changes in text order.
    pub changes: &'a [Change],
}

impl<'a> Report<'a> {
    /// The passage of that number.
    pub fn passage(&self, id: u32) -> Option<&'a Passage> {
        self.passages.items.get(id as usize)
    }

    /// The words of a span; empty where the span points nowhere.
    pub fn words(&self, span: Span) -> &'a str {
        self.words.of(span)
    }

    /// The passages of one part and, where given, one section of it.
    pub fn passages_of(&self, part: Part, section: Option<Option<Section>>) -> impl Iterator<Item = &'a Passage> {
        let wanted =
            move |passage: &&Passage| passage.part == part && section.is_none_or(|section| passage.section == section);
        self.passages.items.iter().filter(wanted)
    }
}
