//! Two reports side by side: the comparison told in rows and figures of their pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::pages::{Block, ComparePage, ReportPage, Strip, StripRow};
use crate::compare::{Cell, Frame, Group, Row, SectionBlock, compare};
use crate::error::Error;
use crate::figures::{Catalogue, Change};
use crate::outline::{Part, Passage};

/// Compares two pages; differences are right minus left.
pub(super) fn page(left: Arc<ReportPage>, right: Arc<ReportPage>) -> Result<ComparePage, Error> {
    let frame = Frame::of(Catalogue::current()?);
    let choices = [left.loaded.choices(), right.loaded.choices()].concat();
    let reports = (left.loaded.report(), right.loaded.report());
    let found = compare(&reports.0, &reports.1, &choices, &frame);
    let sides = (Side::of(&left), Side::of(&right));
    let of_part = |part: Part, sections: &[SectionBlock<'_>]| -> Vec<Block> {
        sections.iter().map(|section| block(part, section, &sides)).collect()
    };
    let blocks = found.parts.iter().flat_map(|part| of_part(part.part, &part.sections)).collect();
    let (kinds_differ, levels_differ) = (found.kinds_differ(), found.levels_differ());
    Ok(ComparePage { left, right, kinds_differ, levels_differ, blocks })
}

/// What the comparison's references are on a page.
struct Side<'a> {
    page: &'a ReportPage,
    /// The rows of each passage.
    rows: BTreeMap<u32, Vec<usize>>,
}

impl<'a> Side<'a> {
    fn of(page: &'a ReportPage) -> Self {
        let mut rows: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (at, row) in page.rows.iter().enumerate() {
            rows.entry(row.passage).or_default().push(at);
        }
        Self { page, rows }
    }

    fn rows(&self, passages: &[&Passage]) -> Vec<usize> {
        passages.iter().filter_map(|passage| self.rows.get(&passage.id)).flatten().copied().collect()
    }

    /// The comparison's values are the very ones of the page: their place in its list is their index.
    fn figures(&self, cell: &Cell<'_>) -> Vec<usize> {
        let all = self.page.loaded.observations();
        cell.values().iter().filter_map(|&value| all.element_offset(value)).collect()
    }

    fn changes(&self, changes: &[&Change]) -> Vec<usize> {
        let all = &self.page.loaded.stored.changes;
        changes.iter().filter_map(|&change| all.element_offset(change)).collect()
    }
}

fn block(part: Part, section: &SectionBlock<'_>, (left, right): &(Side<'_>, Side<'_>)) -> Block {
    let strip = |group: &Group<'_>| Strip {
        outline_part: group.outline_part,
        rows: group.rows.iter().map(|row| strip_row(row, left, right)).collect(),
    };
    Block {
        part,
        section: section.section,
        left: left.rows(&section.left),
        right: right.rows(&section.right),
        strips: section.groups.iter().map(strip).collect(),
    }
}

fn strip_row(row: &Row<'_>, left: &Side<'_>, right: &Side<'_>) -> StripRow {
    StripRow {
        indicator: row.indicator.to_owned(),
        label: row.label.map(str::to_owned),
        left: left.figures(&row.left),
        right: right.figures(&row.right),
        difference: row.difference.clone(),
        left_changes: left.changes(&row.left_changes),
        right_changes: right.changes(&row.right_changes),
    }
}
