//! A comparison as JSON lines: the two reports, then each part's sections, then each row.

use serde::Serialize;

use crate::compare::{Cell, Comparison, Presence, Report, Row, SectionBlock};
use crate::outline::{Part, Passage, Section};

use super::super::console::{Console, Failure};
use super::super::records::{ChangeRecord, DifferenceRecord, ReportRecord, ValueRecord};
use super::is_told;

#[derive(Serialize)]
struct Heading<'a> {
    record: &'static str,
    left: ReportRecord<'a>,
    right: ReportRecord<'a>,
    kinds_differ: bool,
    levels_differ: bool,
}

#[derive(Serialize)]
struct SectionRecord<'a> {
    record: &'static str,
    part: Part,
    section: Option<u8>,
    left_has_part: bool,
    right_has_part: bool,
    left_passages: usize,
    right_passages: usize,
    /// Whole, for the parts that are told in words rather than figures.
    left_text: Vec<&'a str>,
    right_text: Vec<&'a str>,
}

#[derive(Serialize)]
struct RowRecord<'a> {
    record: &'static str,
    part: Part,
    section: Option<u8>,
    outline_part: Option<u8>,
    indicator: &'a str,
    label: Option<&'a str>,
    left: Vec<ValueRecord<'a>>,
    right: Vec<ValueRecord<'a>>,
    difference: Option<DifferenceRecord>,
    left_changes: Vec<ChangeRecord<'a>>,
    right_changes: Vec<ChangeRecord<'a>>,
}

/// Prints a comparison as JSON lines.
pub fn print(found: &Comparison<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    console.record(&Heading {
        record: "reports",
        left: found.left.into(),
        right: found.right.into(),
        kinds_differ: found.kinds_differ(),
        levels_differ: found.levels_differ(),
    })?;
    for block in &found.parts {
        for section in &block.sections {
            console.record(&SectionRecord {
                record: "section",
                part: block.part,
                section: section.section.map(Section::number),
                left_has_part: block.presence != Presence::Right,
                right_has_part: block.presence != Presence::Left,
                left_passages: section.left.len(),
                right_passages: section.right.len(),
                left_text: texts(block.part, &section.left),
                right_text: texts(block.part, &section.right),
            })?;
            rows(found, block.part, section, console)?;
        }
    }
    Ok(())
}

fn rows(
    found: &Comparison<'_>,
    part: Part,
    section: &SectionBlock<'_>,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    for group in &section.groups {
        for row in &group.rows {
            console.record(&RowRecord {
                record: "row",
                part,
                section: section.section.map(Section::number),
                outline_part: group.outline_part,
                indicator: row.indicator,
                label: row.label,
                left: values(&row.left, found.left),
                right: values(&row.right, found.right),
                difference: row.difference.as_ref().map(|difference| DifferenceRecord::new(difference, unit(row))),
                left_changes: row.left_changes.iter().map(|change| ChangeRecord::new(change, found.left)).collect(),
                right_changes: row.right_changes.iter().map(|change| ChangeRecord::new(change, found.right)).collect(),
            })?;
        }
    }
    Ok(())
}

fn values<'a>(cell: &Cell<'a>, report: &Report<'a>) -> Vec<ValueRecord<'a>> {
    cell.values().iter().map(|value| ValueRecord::new(value, report)).collect()
}

fn texts<'a>(part: Part, passages: &[&'a Passage]) -> Vec<&'a str> {
    if !is_told(part) {
        return Vec::new();
    }
    passages.iter().map(|passage| passage.text.as_str()).collect()
}

/// The unit of a row's values.
fn unit<'a>(row: &Row<'a>) -> &'a str {
    row.left.values().iter().chain(row.right.values()).next().map_or("", |value| value.unit.as_str())
}
