//! The rows of the quality page: what was counted, under names of the window's language, sorted.

use std::cmp::Ordering;

use crate::app::cx::Cx;
use crate::figures::Nature;
use crate::i18n::{labels, numbers};
use crate::outline::Section;
use crate::quality::{Quality, Tally};

/// What the counts are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Group {
    /// Indicators.
    #[default]
    Indicator,
    /// The six sections.
    Section,
    /// Kinds of statement.
    Nature,
    /// What reports are hard by.
    Trap,
}

impl Group {
    /// All, in the order of the tabs.
    pub const ALL: [Self; 4] = [Self::Indicator, Self::Section, Self::Nature, Self::Trap];
}

/// The columns, from left to right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// The name; in the order of the catalogue, of sections, of traps.
    #[default]
    Name,
    /// Annotated values.
    N,
    /// Share of what was read that is right.
    Precision,
    /// Share of what is annotated that was read.
    Recall,
}

impl Column {
    /// All.
    pub const ALL: [Self; 4] = [Self::Name, Self::N, Self::Precision, Self::Recall];
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What was counted.
    pub name: String,
    /// The counts.
    pub tally: Tally,
}

/// The rows of a group in the order of a column, the other way round where `down`.
pub fn rows(quality: &Quality, group: Group, column: Column, down: bool, cx: &Cx<'_>) -> Vec<Row> {
    let mut rows = named(quality, group, cx);
    let by = |a: &Row, b: &Row| match column {
        Column::Name => Ordering::Equal,
        Column::N => a.tally.n().cmp(&b.tally.n()),
        Column::Precision => a.tally.precision().total_cmp(&b.tally.precision()),
        Column::Recall => a.tally.recall().total_cmp(&b.tally.recall()),
    };
    // Stable: what is equal stays in the order of names.
    rows.sort_by(|a, b| if down { by(b, a) } else { by(a, b) });
    if column == Column::Name && down {
        rows.reverse();
    }
    rows
}

fn named(quality: &Quality, group: Group, cx: &Cx<'_>) -> Vec<Row> {
    match group {
        Group::Indicator => {
            let place = |id: &str| cx.catalogue.indicators().iter().position(|own| own.id == id).unwrap_or(usize::MAX);
            let mut all: Vec<_> = quality.by_indicator.iter().collect();
            all.sort_by_key(|(id, _)| place(id));
            all.into_iter().map(|(id, tally)| Row { name: cx.indicator(id).to_owned(), tally: *tally }).collect()
        }
        Group::Section => {
            let name = |number: u8| cx.text(labels::section(Section::from_number(number)));
            quality.by_section.iter().map(|(number, tally)| Row { name: name(*number), tally: *tally }).collect()
        }
        Group::Nature => {
            let mut all: Vec<(Option<Nature>, Row)> = Vec::new();
            for (word, tally) in &quality.by_nature {
                let nature = serde_json::from_value::<Nature>(word.as_str().into()).ok();
                let name = nature.map_or_else(|| word.clone(), |nature| cx.text(labels::nature(nature)));
                all.push((nature, Row { name, tally: *tally }));
            }
            all.sort_by_key(|(nature, _)| (nature.is_none(), nature.map(|nature| nature as u8)));
            all.into_iter().map(|(_, row)| row).collect()
        }
        Group::Trap => {
            let name = |id: &str| {
                let words = cx.format("quality-trap", &[("id", id.into())]);
                cx.format("quality-trap-named", &[("id", id.into()), ("name", words.into())])
            };
            quality.by_trap.iter().map(|(id, tally)| Row { name: name(id), tally: *tally }).collect()
        }
    }
}

/// A share, and a dash where there is none.
pub fn share(share: Option<f64>, cx: &Cx<'_>) -> String {
    share.map_or_else(|| cx.text("value-none"), numbers::share)
}
