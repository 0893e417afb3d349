//! A comparison as text: parts, sections, parts of the national Outline, indicators in a table of one measure.

use crate::compare::{Cell, Comparison, Group, PartBlock, Presence, Report, Row, SectionBlock, excerpt};
use crate::figures::{Nature, Observation, Scope};
use crate::i18n::{Texts, labels, numbers};
use crate::outline::{Part, Passage};

use super::super::console::{Console, Failure};
use super::super::indicators::Catalogue;
use super::super::table::{self, Column};
use super::{Detail, is_told};

/// Columns before a row of the table.
const INDENT: usize = 4;
/// Indicator, left, right, difference: with the indent and the gaps 100 columns.
const COLUMNS: [Column; 4] = [
    Column { align: table::Align::Left, most: 34 },
    Column { align: table::Align::Right, most: 16 },
    Column { align: table::Align::Right, most: 16 },
    Column { align: table::Align::Right, most: 24 },
];
/// Most values of one side that a row shows; JSON has them all.
const MOST: usize = 8;
/// Columns of a line of running text below a row.
const TEXT: usize = table::WIDTH - INDENT - 4;

/// Prints a comparison.
pub fn print(
    found: &Comparison<'_>,
    catalogue: &Catalogue,
    detail: Detail,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    heading(found, console)?;
    let view = View::new(found, catalogue, detail, console.texts());
    let lines = view.lines();
    console.lines(0, lines)
}

fn heading(found: &Comparison<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let texts = console.texts();
    let mut lines = vec![texts.format(
        "compare-heading",
        &[("left", name(found.left, texts).into()), ("right", name(found.right, texts).into())],
    )];
    for (side, report) in [("compare-left", found.left), ("compare-right", found.right)] {
        let title = report.title.map_or_else(|| texts.get("value-no-title"), str::to_owned);
        let (kind, level) = (texts.get(labels::kind(report.kind)), texts.get(labels::level(report.level)));
        lines.push(texts.format(side, &[("title", title.into()), ("kind", kind.into()), ("level", level.into())]));
    }
    let notes = [
        (found.kinds_differ(), "compare-note-kinds"),
        (found.levels_differ(), "compare-note-levels"),
        (found.left.year != found.right.year, "compare-note-years"),
        (true, "compare-note-legend"),
    ];
    lines.extend(notes.into_iter().filter(|(holds, _)| *holds).map(|(_, id)| texts.get(id)));
    let wrapped = lines.iter().flat_map(|line| table::wrap(line, table::WIDTH));
    console.lines(0, wrapped.map(|line| line.trim_end().to_owned()))
}

/// A report's body with its year, as a column and a heading name it.
fn name(report: &Report<'_>, texts: &Texts) -> String {
    let year = report.year.map_or_else(|| texts.get("value-unknown"), |year| year.to_string());
    texts.format("name-with-year", &[("name", report.body.full_name().into()), ("year", year.into())])
}

/// What all lines of one comparison share.
struct View<'a> {
    found: &'a Comparison<'a>,
    catalogue: &'a Catalogue,
    texts: &'a Texts,
    detail: Detail,
    widths: Vec<usize>,
}

impl<'a> View<'a> {
    fn new(found: &'a Comparison<'a>, catalogue: &'a Catalogue, detail: Detail, texts: &'a Texts) -> Self {
        let mut view = Self { found, catalogue, texts, detail, widths: Vec::new() };
        let groups = found.parts.iter().flat_map(|block| &block.sections).flat_map(|section| &section.groups);
        let mut cells: Vec<_> = groups.flat_map(|group| &group.rows).map(|row| view.cells(row)).collect();
        cells.push(view.column_heads());
        view.widths = table::widths(&COLUMNS, &cells);
        view
    }

    fn column_heads(&self) -> Vec<String> {
        let side = |report: &Report<'_>| {
            let year = report.year.map_or_else(String::new, |year| year.to_string());
            format!("{} {year}", report.body.name)
        };
        let (indicator, difference) = (self.texts.get("column-indicator"), self.texts.get("column-difference"));
        vec![indicator, side(self.found.left), side(self.found.right), difference]
    }

    fn lines(&self) -> Vec<String> {
        // A preamble without figures has nothing to compare.
        let figures = |block: &&PartBlock<'_>| block.sections.iter().any(|section| !section.groups.is_empty());
        let shown = self.found.parts.iter().filter(|block| block.part != Part::Preamble || figures(block));
        shown.flat_map(|block| self.part(block)).collect()
    }

    fn part(&self, block: &PartBlock<'_>) -> Vec<String> {
        let name = self.texts.get(labels::part(block.part));
        let mut lines = vec![String::new(), self.texts.format("compare-part", &[("name", name.into())])];
        lines.extend(match block.presence {
            Presence::Both => None,
            Presence::Left => Some(self.texts.get("compare-part-left-only")),
            Presence::Right => Some(self.texts.get("compare-part-right-only")),
        });
        // Problems and plans are told in words rather than figures, so their passages are listed.
        let told = is_told(block.part);
        let bare = |section: &&SectionBlock<'_>| block.part != Part::Preamble || !section.groups.is_empty();
        for section in block.sections.iter().filter(bare) {
            lines.extend(self.section(section, told));
        }
        lines
    }

    fn section(&self, section: &SectionBlock<'_>, told: bool) -> Vec<String> {
        let count = |passages: &[&Passage]| match passages.len() {
            0 => self.texts.get("compare-passages-none"),
            count => self.texts.format("compare-passages", &[("count", count.into())]),
        };
        let mut lines = vec![String::new()];
        lines.push(self.texts.format(
            "compare-section",
            &[
                ("name", self.texts.get(labels::section(section.section)).into()),
                ("left", count(&section.left).into()),
                ("right", count(&section.right).into()),
            ],
        ));
        if told {
            lines.extend(self.openings("side-left", &section.left));
            lines.extend(self.openings("side-right", &section.right));
        }
        if section.groups.is_empty() && !told {
            lines.push(format!("{:INDENT$}{}", "", self.texts.get("compare-no-figures")));
        }
        if !section.groups.is_empty() {
            lines.extend(self.set(&self.column_heads()));
        }
        lines.extend(section.groups.iter().flat_map(|group| self.group(group)));
        lines
    }

    /// The first words of each passage of one side, or all of them.
    fn openings(&self, side: &str, passages: &[&Passage]) -> Vec<String> {
        let side = self.texts.get(side);
        if self.detail.text {
            let lines = passages.iter().flat_map(|passage| table::wrap(&format!("{side} {}", passage.text), TEXT));
            return lines.map(|line| format!("{:INDENT$}{line}", "")).collect();
        }
        let line = |text: &str| format!("{:INDENT$}{side} {}", "", table::shortened(text, TEXT));
        passages.iter().filter_map(|passage| opening(passage)).map(line).collect()
    }

    fn group(&self, group: &Group<'_>) -> Vec<String> {
        let mut lines = vec![format!("  {}", self.texts.get(labels::outline_part(group.outline_part)))];
        for row in &group.rows {
            lines.extend(self.set(&self.cells(row)));
            lines.extend(self.proofs(row));
            lines.extend(self.changes(row));
        }
        lines
    }

    fn set(&self, cells: &[String]) -> Vec<String> {
        let lines = table::set_with(&COLUMNS, &self.widths, &[cells.to_vec()]);
        lines.into_iter().map(|line| format!("{:INDENT$}{line}", "")).collect()
    }

    fn cells(&self, row: &Row<'_>) -> Vec<String> {
        let natures = row.natures();
        // A nature that both sides share stands once, with the indicator.
        let shared = (natures.len() == 1).then(|| natures.first().copied()).flatten();
        let own = shared.is_none();
        let difference = row.difference.as_ref().map_or_else(String::new, |difference| {
            let unit = row.left.values().first().map_or("", |value| value.unit.as_str());
            numbers::difference(difference, unit, self.texts)
        });
        vec![
            self.title(row, shared),
            self.cell(&row.left, self.found.left, row.part, own),
            self.cell(&row.right, self.found.right, row.part, own),
            difference,
        ]
    }

    fn title(&self, row: &Row<'_>, shared: Option<Nature>) -> String {
        let name = labels::indicator_of(row.indicator, self.catalogue, self.texts.locale()).to_owned();
        let mut remarks: Vec<String> = row.label.map(str::to_owned).into_iter().collect();
        let nature = shared.filter(|nature| *nature != Nature::Actual);
        remarks.extend(nature.map(|nature| self.texts.get(labels::nature(nature))));
        self.remarked(name, remarks)
    }

    fn remarked(&self, text: String, remarks: Vec<String>) -> String {
        if remarks.is_empty() {
            return text;
        }
        let remarks = self.texts.list(remarks);
        self.texts.format("value-remarked", &[("text", text.into()), ("remarks", remarks.into())])
    }

    fn cell(&self, cell: &Cell<'_>, report: &Report<'_>, part: Part, nature: bool) -> String {
        let values = cell.values();
        if values.is_empty() {
            return self.texts.get("value-none");
        }
        let mut shown: Vec<String> =
            values.iter().take(MOST).map(|value| self.value(value, report, part, nature)).collect();
        shown.extend(self.more(values));
        if matches!(cell, Cell::Several(_)) {
            let id = if cell.is_breakdown() { "status-breakdown" } else { "status-conflict" };
            shown.push(self.texts.get(id));
        }
        shown.join("\n")
    }

    /// How many values are not shown.
    fn more(&self, values: &[&Observation]) -> Option<String> {
        let more = values.len().checked_sub(MOST).filter(|more| *more > 0)?;
        Some(self.texts.format("values-more", &[("count", more.into())]))
    }

    fn value(&self, value: &Observation, report: &Report<'_>, part: Part, nature: bool) -> String {
        let mut remarks = Vec::new();
        if nature && value.nature != Nature::Actual {
            remarks.push(self.texts.get(labels::nature(value.nature)));
        }
        if value.year != report.year
            && let Some(year) = value.year
        {
            remarks.push(self.texts.format("in-year", &[("year", year.to_string().into())]));
        }
        if value.scope == Scope::Own {
            remarks.push(self.texts.get("scope-own"));
        }
        let stands = report.passage(value.span.passage).map(|passage| passage.part);
        remarks.extend(stands.filter(|own| *own != part).map(|own| self.texts.get(labels::part(own))));
        let number = numbers::value(value, self.texts);
        let text = self.remarked(number.clone(), remarks);
        // What does not fit beside the number goes below it, rather than being cut anywhere.
        let rest = text.strip_prefix(&number).filter(|rest| table::width(&text) > COLUMNS[1].most && !rest.is_empty());
        rest.map_or_else(|| text.clone(), |rest| format!("{number}\n{}", rest.trim_start()))
    }

    /// The sentences behind a row: all of them where asked for, else those of sides with several values.
    fn proofs(&self, row: &Row<'_>) -> Vec<String> {
        let sides = [("side-left", &row.left, self.found.left), ("side-right", &row.right, self.found.right)];
        let mut lines = Vec::new();
        for (side, cell, report) in sides {
            if !self.detail.sentences && !matches!(cell, Cell::Several(_)) {
                continue;
            }
            for value in cell.values().iter().take(MOST) {
                let label = value.label.as_ref().map(|label| format!("{label} ")).unwrap_or_default();
                let sentence = excerpt(value, report);
                let text = format!("{} {label}{}: {sentence}", self.texts.get(side), value.raw);
                lines.extend(table::wrap(&text, TEXT).into_iter().map(|line| format!("{:1$}{line}", "", INDENT + 2)));
            }
        }
        lines
    }
}

impl View<'_> {
    /// The changes that the reports themselves state, with their sentence where asked for.
    fn changes(&self, row: &Row<'_>) -> Vec<String> {
        let sides =
            [("side-left", &row.left_changes, self.found.left), ("side-right", &row.right_changes, self.found.right)];
        let mut lines = Vec::new();
        for (side, changes, report) in sides {
            for change in changes.iter().take(MOST) {
                let mut text = format!("{} {}", self.texts.get(side), numbers::stated(change, report.year, self.texts));
                if self.detail.sentences {
                    text = format!("{text}: {}", report.words(change.sentence));
                }
                lines.extend(table::wrap(&text, TEXT).into_iter().map(|line| format!("{:1$}{line}", "", INDENT + 2)));
            }
        }
        lines
    }
}

/// The first line of a passage that is no heading; the heading where it opens an item, nothing where it opens a part.
fn opening(passage: &Passage) -> Option<&str> {
    let lines = || passage.text.split('\n').map(str::trim).filter(|line| !line.is_empty());
    let heading = |line: &&str| passage.headings.iter().any(|heading| heading.trim() == *line);
    lines().find(|line| !heading(line)).or_else(|| lines().next().filter(|_| passage.section.is_some()))
}

#[cfg(test)]
mod tests;
