//! What of a library is shown: the filters, and which bodies and reports they let through.

use crate::identity::Level;
use crate::jobs::desk::{GridCell, Overview, PlaceRow, ReportState};
use crate::shelf::{Holder, answers, body_key};
use crate::store::ReportSummary;

use super::tree::Index;

/// States that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Reports of that state.
    State(ReportState),
    /// Bodies that lack a report for some year.
    Missing,
}

/// What is asked for; everything at first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// First name of the place.
    pub province: Option<String>,
    /// Level of the body.
    pub level: Option<Level>,
    /// State of a report.
    pub wanted: Option<Wanted>,
    /// First and last year.
    pub years: Option<(i32, i32)>,
    /// A name, a short name, a code, or a piece of one.
    pub search: String,
}

/// A body in the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Index of `overview.rows`.
    pub row: u32,
    /// How many of the bodies that it stands below are shown.
    pub depth: u8,
}

impl Filter {
    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The bodies let through, each with its depth below others that are.
    pub fn lines(&self, overview: &Overview, index: &Index) -> Vec<Line> {
        let search = Search::new(&self.search);
        let mut depths: Vec<Option<u8>> = vec![None; overview.rows.len()];
        let mut lines = Vec::new();
        for &at in &index.order {
            let Some(row) = overview.rows.get(at as usize) else { continue };
            let above = std::iter::successors(index.parents[at as usize], |&up| index.parents[up as usize]);
            let above = above.filter_map(|up| depths[up as usize]).next();
            let shown = self.lets(row, overview, &search);
            if shown {
                let depth = above.map_or(0, |depth| depth.saturating_add(1));
                depths[at as usize] = Some(depth);
                lines.push(Line { row: at, depth });
            }
        }
        lines
    }

    /// The reports let through, in the order of the overview.
    pub fn reports(&self, overview: &Overview, index: &Index) -> Vec<u32> {
        let search = Search::new(&self.search);
        // Reports of one body stand together, and to search a name costs more than to compare two.
        let mut last: Option<(usize, bool)> = None;
        let mut lets_body = |report: &ReportSummary| match index.row(&body_key(report)) {
            Some(at) => match last {
                Some((same, lets)) if same == at => lets,
                _ => {
                    let lets = overview.rows.get(at).is_some_and(|row| self.lets_body(row, &search));
                    last = Some((at, lets));
                    lets
                }
            },
            // Documents that are no reports have no row.
            None => self.lets_stray(report, &search),
        };
        let lets = |(_, (report, state)): &(u32, (&ReportSummary, &ReportState))| {
            self.lets_year(report.year) && self.lets_state(**state) && lets_body(report)
        };
        (0..).zip(overview.reports.iter().zip(&overview.states)).filter(lets).map(|(at, _)| at).collect()
    }

    fn lets(&self, row: &PlaceRow, overview: &Overview, search: &Search) -> bool {
        if !self.lets_body(row, search) {
            return false;
        }
        let cells = || row.cells.iter().filter(|(year, _)| self.lets_year(Some(**year))).map(|(_, cell)| cell);
        let undated = !row.undated.is_empty() && self.years.is_none();
        match self.wanted {
            None => undated || cells().next().is_some(),
            Some(Wanted::State(state)) => {
                cells().any(|cell: &GridCell| cell.state == state) || (undated && state == ReportState::Trouble)
            }
            Some(Wanted::Missing) => {
                let years = overview.years.iter().filter(|year| self.lets_year(Some(**year)));
                cells().count() < years.count()
            }
        }
    }

    fn lets_body(&self, row: &PlaceRow, search: &Search) -> bool {
        self.lets_level(row.level) && self.lets_province(row.body.place.first()) && search.finds(row)
    }

    fn lets_stray(&self, report: &ReportSummary, search: &Search) -> bool {
        let place = report.jurisdiction.as_ref().and_then(|place| place.path.as_ref()?.first());
        let told = || report.title.iter().map(String::as_str).chain([report.file_name.as_str()]);
        self.lets_level(report.body.level)
            && self.lets_province(place)
            && (search.text.is_empty() || told().any(|text| text.contains(&search.text)))
    }

    fn lets_level(&self, level: Option<Level>) -> bool {
        self.level.is_none() || self.level == level
    }

    fn lets_province(&self, first: Option<&String>) -> bool {
        self.province.is_none() || self.province.as_ref() == first
    }

    fn lets_year(&self, year: Option<i32>) -> bool {
        self.years.is_none_or(|(first, last)| year.is_some_and(|year| (first..=last).contains(&year)))
    }

    fn lets_state(&self, state: ReportState) -> bool {
        match self.wanted {
            Some(Wanted::State(wanted)) => state == wanted,
            // What is missing has no report to list; the reports of those who lack some stay.
            Some(Wanted::Missing) | None => true,
        }
    }
}

/// What was typed, made ready.
struct Search {
    text: String,
}

impl Search {
    fn new(typed: &str) -> Self {
        let gap = |c: &char| c.is_whitespace() || matches!(c, '/' | '／' | '>');
        Self { text: typed.chars().filter(|c| !gap(c)).collect() }
    }

    /// Whether a body is called that: as a place is named on the command line, by a piece of its name or code, or by
    /// three and more of its characters in order, as people shorten names.
    fn finds(&self, row: &PlaceRow) -> bool {
        if self.text.is_empty() {
            return true;
        }
        let name = row.body.full_name().replace(' ', "");
        let by_code = self.text.len() > 1 && row.code.as_ref().is_some_and(|code| code.starts_with(&self.text));
        if by_code || name.contains(&self.text) {
            return true;
        }
        let mut rest = name.chars();
        let shortened = self.text.chars().count() > 2 && self.text.chars().all(|wanted| rest.any(|c| c == wanted));
        shortened || answers(&holder(row), &self.text)
    }
}

/// The row as the shelf names places.
fn holder(row: &PlaceRow) -> Holder<'static> {
    Holder { body: row.body.clone(), code: row.code.clone(), government: row.government, reports: Vec::new() }
}
