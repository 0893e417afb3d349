//! The order of the list.

use std::cmp::Ordering;

use crate::jobs::desk::Overview;

/// What the list can be sorted by: its columns, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Who reports; the order of the overview, by code.
    #[default]
    Body,
    /// The year reported on.
    Year,
    /// The kind of document.
    Kind,
    /// The level of the body.
    Level,
    /// The title.
    Title,
    /// When it was published.
    Published,
    /// How many values.
    Figures,
    /// How far it was gone through.
    State,
    /// The file's name.
    File,
}

impl Column {
    /// All, from left to right.
    pub const ALL: [Self; 9] = [
        Self::Body,
        Self::Year,
        Self::Kind,
        Self::Level,
        Self::Title,
        Self::Published,
        Self::Figures,
        Self::State,
        Self::File,
    ];
}

/// How the list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// By what.
    pub column: Column,
    /// Whether the last comes first.
    pub down: bool,
}

impl Order {
    /// The order after a click on a column's header: that column, and the other way round at the second click.
    pub fn clicked(self, column: Column) -> Self {
        Self { column, down: self.column == column && !self.down }
    }

    /// Sorts indices of `overview.reports`, which come in the order of the overview; ties stay in it.
    pub fn sort(self, overview: &Overview, reports: &mut [u32]) {
        if self.column == Column::Body {
            if self.down {
                reports.reverse();
            }
            return;
        }
        let compare = |a: &u32, b: &u32| self.compare(overview, *a as usize, *b as usize);
        if self.down {
            reports.sort_by(|a, b| compare(b, a));
        } else {
            reports.sort_by(compare);
        }
    }

    fn compare(self, overview: &Overview, a: usize, b: usize) -> Ordering {
        let (Some(one), Some(other)) = (overview.reports.get(a), overview.reports.get(b)) else { return a.cmp(&b) };
        match self.column {
            Column::Body => a.cmp(&b),
            Column::Year => one.year.cmp(&other.year),
            Column::Kind => one.kind.cmp(&other.kind),
            Column::Level => one.body.level.cmp(&other.body.level),
            Column::Title => one.title.cmp(&other.title),
            Column::Published => one.published.cmp(&other.published),
            Column::Figures => one.observations.cmp(&other.observations),
            Column::State => overview.states.get(a).cmp(&overview.states.get(b)),
            Column::File => one.file_name.cmp(&other.file_name),
        }
    }
}
