//! Two reports side by side: by part, then section, then part of the national Outline, then indicator.

use std::collections::BTreeMap;

use crate::figures::Catalogue;
use crate::outline::{Part, Passage, Section};

use super::point::Choice;
use super::report::Report;
use super::rows::{Row, rows};

/// Where the catalogue puts an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Its section.
    pub section: Section,
    /// Its part of the national Outline.
    pub outline_part: Option<u8>,
}

/// The places of all indicators, with their order.
#[derive(Clone, Debug, Default)]
pub struct Frame(BTreeMap<String, (usize, Slot)>);

impl Frame {
    /// A frame from indicators in the order that they are to be listed in.
    pub fn new(indicators: impl IntoIterator<Item = (String, Slot)>) -> Self {
        Self(indicators.into_iter().enumerate().map(|(order, (id, slot))| (id, (order, slot))).collect())
    }

    /// The places of all indicators of a catalogue, in its order.
    pub fn of(catalogue: &Catalogue) -> Self {
        Self::new(catalogue.indicators().iter().map(|indicator| {
            let slot = Slot { section: indicator.section, outline_part: Some(indicator.outline_part) };
            (indicator.id.clone(), slot)
        }))
    }

    /// Position of an indicator; unknown ones come last.
    pub fn order(&self, indicator: &str) -> usize {
        self.0.get(indicator).map_or(usize::MAX, |(order, _)| *order)
    }

    fn slot(&self, indicator: &str) -> Option<&Slot> {
        self.0.get(indicator).map(|(_, slot)| slot)
    }
}

/// Which sides have a part at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Both.
    Both,
    /// The left report alone.
    Left,
    /// The right report alone.
    Right,
}

/// Two reports side by side.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// The left report.
    pub left: &'a Report<'a>,
    /// The right report.
    pub right: &'a Report<'a>,
    /// The parts that at least one side has, in document order.
    pub parts: Vec<PartBlock<'a>>,
}

impl Comparison<'_> {
    /// Whether the two are different kinds of document, to be said above the table.
    pub fn kinds_differ(&self) -> bool {
        self.left.kind != self.right.kind
    }

    /// Whether the two bodies stand at different levels, to be said above the table.
    pub fn levels_differ(&self) -> bool {
        self.left.level != self.right.level
    }
}

/// One part on both sides.
#[derive(Clone, Debug)]
pub struct PartBlock<'a> {
    /// The part.
    pub part: Part,
    /// Who has it.
    pub presence: Presence,
    /// Its sections in order, those without a subject last; for the achievements always all six.
    pub sections: Vec<SectionBlock<'a>>,
}

/// One section of a part on both sides.
#[derive(Clone, Debug)]
pub struct SectionBlock<'a> {
    /// The section; `None` for what is about none in particular.
    pub section: Option<Section>,
    /// The left side's passages, in text order.
    pub left: Vec<&'a Passage>,
    /// The right side's passages, in text order.
    pub right: Vec<&'a Passage>,
    /// Its figures, grouped by part of the national Outline.
    pub groups: Vec<Group<'a>>,
}

/// The figures of one part of the national Outline.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// The part, 2 to 10; `None` where the catalogue has none.
    pub outline_part: Option<u8>,
    /// The figures in the order of the catalogue.
    pub rows: Vec<Row<'a>>,
}

/// The parts in the order of a document.
const PARTS: [Part; 5] = [Part::Preamble, Part::Achievements, Part::Responsibility, Part::Problems, Part::Plans];

/// Sets two reports side by side. Differences are right minus left.
///
/// A figure stands in the section that the catalogue gives its indicator, so that both sides meet in
/// one row whatever headings they stand under; an indicator that the catalogue does not know stands
/// in its passage's section.
pub fn compare<'a>(left: &'a Report<'a>, right: &'a Report<'a>, choices: &[Choice], frame: &Frame) -> Comparison<'a> {
    let mut shelves: BTreeMap<(Part, Option<Section>), Vec<Row<'a>>> = BTreeMap::new();
    for row in rows(left, right, choices) {
        let section = frame.slot(row.indicator).map(|slot| slot.section).or_else(|| own_section(left, right, &row));
        shelves.entry((row.part, section)).or_default().push(row);
    }
    let parts = PARTS.into_iter().filter_map(|part| part_block(part, left, right, &mut shelves, frame)).collect();
    Comparison { left, right, parts }
}

fn own_section(left: &Report<'_>, right: &Report<'_>, row: &Row<'_>) -> Option<Section> {
    let of = |report: &Report<'_>, row: &super::rows::Cell<'_>| {
        row.values().first().and_then(|own| report.passage(own.span.passage)).and_then(|passage| passage.section)
    };
    of(left, &row.left).or_else(|| of(right, &row.right))
}

type Shelves<'a> = BTreeMap<(Part, Option<Section>), Vec<Row<'a>>>;

fn part_block<'a>(
    part: Part,
    left: &'a Report<'a>,
    right: &'a Report<'a>,
    shelves: &mut Shelves<'a>,
    frame: &Frame,
) -> Option<PartBlock<'a>> {
    let has = |report: &Report<'_>| report.passages_of(part, None).next().is_some();
    let presence = match (has(left), has(right)) {
        (true, true) => Presence::Both,
        (true, false) => Presence::Left,
        (false, true) => Presence::Right,
        (false, false) => return None,
    };
    let mut sections = Vec::new();
    for section in Section::ALL.into_iter().map(Some).chain([None]) {
        let rows = shelves.remove(&(part, section)).unwrap_or_default();
        let of = |report: &Report<'a>| report.passages_of(part, Some(section)).collect::<Vec<_>>();
        let (ours, theirs) = (of(left), of(right));
        let always = part == Part::Achievements && section.is_some();
        if always || !(rows.is_empty() && ours.is_empty() && theirs.is_empty()) {
            sections.push(SectionBlock { section, left: ours, right: theirs, groups: groups(rows, frame) });
        }
    }
    Some(PartBlock { part, presence, sections })
}

fn groups<'a>(mut rows: Vec<Row<'a>>, frame: &Frame) -> Vec<Group<'a>> {
    let outline = |row: &Row<'_>| frame.slot(row.indicator).and_then(|slot| slot.outline_part);
    // `sort_by_key` is stable: rows of one indicator keep the order of their strands and labels.
    rows.sort_by_key(|row| (outline(row).is_none(), outline(row), frame.order(row.indicator)));
    let mut groups: Vec<Group<'a>> = Vec::new();
    for row in rows {
        let outline_part = outline(&row);
        match groups.last_mut().filter(|group| group.outline_part == outline_part) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group { outline_part, rows: vec![row] }),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::super::point::tests::{observation, passages, report};
    use super::*;
    use crate::figures::{Nature, Observation, Span};
    use crate::identity::Kind;
    use crate::outline::Passages;

    fn passage(id: u32, part: Part, section: Option<Section>) -> Passage {
        Passage {
            id,
            part,
            section,
            outline_part: None,
            headings: Vec::new(),
            text: "受理974件。".into(),
            reason: String::new(),
            pieces: Vec::new(),
            cells: Vec::new(),
        }
    }

    fn with(items: Vec<Passage>) -> Passages {
        Passages { items, ..passages() }
    }

    fn at(passage: u32, nature: Nature, value: f64) -> Observation {
        let span = Span { passage, start: 2, end: 6 };
        Observation { span, sentence: span, ..observation("a", value, 2021, nature) }
    }

    fn frame() -> Frame {
        let slot = Slot { section: Section::Disputes, outline_part: Some(7) };
        Frame::new([("reconsideration.received".to_owned(), slot)])
    }

    #[test]
    fn rows_meet_in_the_section_of_the_catalogue() {
        let ours = with(vec![passage(0, Part::Achievements, Some(Section::Disputes))]);
        let theirs = with(vec![passage(0, Part::Achievements, Some(Section::Enforcement))]);
        let (left_values, right_values) = ([at(0, Nature::Actual, 974.0)], [at(0, Nature::Actual, 8912.0)]);
        let (left, right) = (report(2021, &ours, &left_values), report(2021, &theirs, &right_values));
        let found = compare(&left, &right, &[], &frame());
        let [achievements] = &found.parts[..] else { panic!("{:?}", found.parts) };
        assert_eq!(achievements.sections.len(), 6, "all six sections stand, empty ones too");
        let disputes = &achievements.sections[4];
        assert_eq!((disputes.left.len(), disputes.right.len()), (1, 0));
        assert_eq!(disputes.groups[0].outline_part, Some(7));
        assert_eq!(disputes.groups[0].rows[0].right.values()[0].value, 8912.0);
        assert!(!found.kinds_differ() && !found.levels_differ());
    }

    #[test]
    fn a_part_that_one_side_lacks_is_named_and_a_plan_keeps_its_targets_apart() {
        let ours = with(vec![passage(0, Part::Achievements, Some(Section::Disputes))]);
        let theirs = with(vec![passage(0, Part::Plans, Some(Section::Disputes)), passage(1, Part::Plans, None)]);
        let (left_values, right_values) = ([at(0, Nature::Actual, 90.0)], [at(0, Nature::Target, 95.0)]);
        let left = report(2021, &ours, &left_values);
        let right = Report { kind: Kind::WorkPlan, ..report(2021, &theirs, &right_values) };
        let found = compare(&left, &right, &[], &frame());
        let presence: Vec<_> = found.parts.iter().map(|block| (block.part, block.presence)).collect();
        assert_eq!(presence, [(Part::Achievements, Presence::Left), (Part::Plans, Presence::Right)]);
        assert_eq!(found.parts[1].sections.len(), 2);
        assert!(found.kinds_differ());
        let figures: usize = found.parts.iter().flat_map(|block| &block.sections).map(|block| block.groups.len()).sum();
        assert_eq!(figures, 2);
    }
}
