//! A comparison as JSON lines: the two reports, then each part's sections, then each row.

use serde::Serialize;

use crate::compare::{Cell, Comparison, Presence, Report, Row, SectionBlock};
use crate::outline::{Part, Section};

use super::super::console::{Console, Failure};
use super::super::records::{DifferenceRecord, ReportRecord, ValueRecord};

#[derive(Serialize)]
struct Heading<'a> {
    record: &'static str,
    left: ReportRecord<'a>,
    right: ReportRecord<'a>,
    kinds_differ: bool,
    levels_differ: bool,
}

#[derive(Serialize)]
struct SectionRecord {
    record: &'static str,
    part: Part,
    section: Option<u8>,
    left_has_part: bool,
    right_has_part: bool,
    left_passages: usize,
    right_passages: usize,
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
            })?;
        }
    }
    Ok(())
}

fn values<'a>(cell: &Cell<'a>, report: &Report<'a>) -> Vec<ValueRecord<'a>> {
    cell.values().iter().map(|value| ValueRecord::new(value, report)).collect()
}

/// The unit of a row's values.
fn unit<'a>(row: &Row<'a>) -> &'a str {
    row.left.values().iter().chain(row.right.values()).next().map_or("", |value| value.unit.as_str())
}
