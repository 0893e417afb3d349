//! What the comparison needs to know of a report.

use crate::figures::{Change, Observation, Span};
use crate::identity::{Kind, Level};
use crate::outline::{Part, Passage, Passages, Section};

/// Who reports, told apart from bodies of the same name in other places.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BodyKey {
    /// Names of the jurisdiction and its parents, its own last.
    pub place: Vec<String>,
    /// The body's own name: the place's for a government, the bureau's for a bureau.
    pub name: String,
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
    /// Its values in text order, a person's corrections applied.
    pub observations: &'a [Observation],
    /// Its changes in text order.
    pub changes: &'a [Change],
}

impl<'a> Report<'a> {
    /// The passage of that number.
    pub fn passage(&self, id: u32) -> Option<&'a Passage> {
        let items = &self.passages.items;
        items.get(id as usize).filter(|passage| passage.id == id).or_else(|| items.iter().find(|item| item.id == id))
    }

    /// The words of a span; empty where the span points nowhere.
    pub fn words(&self, span: Span) -> &'a str {
        self.passage(span.passage).map_or("", |passage| slice(&passage.text, span.start, span.end))
    }

    /// The passages of one part and, where given, one section of it.
    pub fn passages_of(&self, part: Part, section: Option<Option<Section>>) -> impl Iterator<Item = &'a Passage> {
        let wanted =
            move |passage: &&Passage| passage.part == part && section.is_none_or(|section| passage.section == section);
        self.passages.items.iter().filter(wanted)
    }
}

/// The stretch between two offsets in Unicode scalar values.
fn slice(text: &str, start: u32, end: u32) -> &str {
    let mut offsets = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let Some(from) = offsets.nth(start as usize) else { return "" };
    let length = end.saturating_sub(start) as usize;
    let to = if length == 0 { Some(from) } else { offsets.nth(length - 1) };
    to.and_then(|to| text.get(from..to)).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::slice;

    #[test]
    fn slices_by_scalar_values() {
        assert_eq!(slice("受理974件。", 2, 6), "974件");
        assert_eq!(slice("受理974件。", 0, 7), "受理974件。");
        assert_eq!(slice("受理", 1, 9), "");
        assert_eq!(slice("受理", 7, 9), "");
        assert_eq!(slice("受理", 1, 1), "");
    }
}
