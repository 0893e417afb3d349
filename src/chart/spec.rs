//! What a chart shows, decided to the last label and owned: screen, picture and table are drawn from it alone.

use crate::compare::{BodyKey, Gap, Standing};
use crate::figures::{Bound, Nature};

/// How values are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChartKind {
    /// Lines over years.
    #[default]
    Line,
    /// Bars across the places of one year; always from zero.
    Bars,
    /// Two years joined by a line for each place.
    Slope,
}

/// A chart: one panel for each unit, and the words around them.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSpec {
    /// How values are laid out.
    pub kind: ChartKind,
    /// What, where, which years.
    pub title: String,
    /// Unit and definition.
    pub subtitle: String,
    /// The years shown, in order: of bars one, of slopes two.
    pub years: Vec<i32>,
    /// Plots from top to bottom.
    pub panels: Vec<Panel>,
    /// What a reader must know of the points plotted: gaps, bounds, conflicts, unreviewed ones.
    pub notes: Vec<String>,
    /// Stands for the notes that have no room in a picture.
    pub more: String,
    /// Where the values come from, how many there are and how many were reviewed.
    pub source: String,
    /// Date of the export and version of the program, put in by the exporter; `None` on the screen.
    pub stamp: Option<String>,
    /// The chart in one sentence, for those who cannot see it.
    pub alt: String,
}

impl Line {
    /// The stretches of the line: marks of neighbouring positions with one value each, in order. A position without a
    /// value or with several ends a stretch, so that nothing is drawn across it.
    pub fn runs(&self, axis: &Axis) -> Vec<Vec<&Mark>> {
        let Axis::Years { years, .. } = axis else { return self.marks.iter().map(|mark| vec![mark]).collect() };
        let single = |year: &i32| {
            let mut here = self.marks.iter().filter(|mark| mark.x == *year);
            here.next().filter(|mark| !mark.conflict && here.next().is_none())
        };
        let mut runs = vec![Vec::new()];
        for found in years.iter().map(single) {
            match (found, runs.last_mut()) {
                (Some(mark), Some(run)) => run.push(mark),
                _ => runs.push(Vec::new()),
            }
        }
        runs.retain(|run| !run.is_empty());
        runs
    }
}

impl ChartSpec {
    /// All marks, panel by panel and line by line.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.panels.iter().flat_map(|panel| &panel.lines).flat_map(|line| &line.marks)
    }
}

/// One plot: values of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// The indicators, where the title does not say it.
    pub heading: Option<String>,
    /// Title of the value axis, with the unit and the power that its ticks are counted in: 件（万）.
    pub unit: String,
    /// What stands along the horizontal axis.
    pub x: Axis,
    /// The value axis.
    pub y: Scale,
    /// One for each indicator and place, in the order of choosing.
    pub lines: Vec<Line>,
    /// Below a year that no line has a value for: why, in a word.
    pub words: Vec<(i32, String)>,
    /// Why no line has any value; it stands in place of a plot, whose axes would be made up.
    pub silence: Option<String>,
}

/// The axis that values stand along.
#[derive(Clone, Debug, PartialEq)]
pub enum Axis {
    /// Consecutive years; a mark's `x` is its year. Years without any report have a tick and a word below.
    Years {
        /// Every year, in order.
        years: Vec<i32>,
        /// Those for which no line has a value.
        empty: Vec<i32>,
    },
    /// Places; a mark's `x` is the position in this list.
    Places(Vec<String>),
}

/// The value axis: range and ticks, in the indicator's canonical unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Value at the bottom.
    pub min: f64,
    /// Value at the top.
    pub max: f64,
    /// From the bottom up.
    pub ticks: Vec<Tick>,
    /// What a tick's label is counted in: 1, 10⁴ (万) or 10⁸ (亿).
    pub power: f64,
}

/// One tick with its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// In the canonical unit.
    pub value: f64,
    /// As printed.
    pub label: String,
}

/// The values of one body and indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// As the legend or the label at the end has it.
    pub name: String,
    /// Whose values.
    pub body: BodyKey,
    /// Code of its place, where it is listed.
    pub code: Option<String>,
    /// What its place was called before.
    pub renamed: Option<Renamed>,
    /// Id of the catalogue.
    pub indicator: String,
    /// The indicator's name in the language of the chart.
    pub indicator_name: String,
    /// Canonical unit.
    pub unit: String,
    /// Number of its colour, marker and dash in the palette; a place keeps it in all panels.
    pub style: usize,
    /// Its values by `x`; several of one `x` are a conflict.
    pub marks: Vec<Mark>,
    /// Where it has none, and why. A line is never drawn across these.
    pub gaps: Vec<(i32, Gap)>,
}

/// A place that got another name: reports of years before bear the former one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// The name that it had.
    pub former: String,
    /// The year of the change.
    pub year: i32,
}

impl Line {
    /// The name that its place had in a year, where it is another one than now.
    pub fn name_then(&self, year: i32) -> Option<&str> {
        self.renamed.as_ref().filter(|renamed| year < renamed.year).map(|renamed| renamed.former.as_str())
    }
}

/// Whether a value was gone through by a person and said by its own year's report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fill {
    /// Reviewed.
    Solid,
    /// Not reviewed, or an earlier level from the next year's report.
    Hollow,
}

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its year, or its place's position.
    pub x: i32,
    /// In the canonical unit.
    pub value: f64,
    /// As a card shows it: bound, grouped number, unit.
    pub label: String,
    /// As it stands beside the mark: bound and number, counted as the ticks of its axis are.
    pub short: String,
    /// Solid or hollow.
    pub fill: Fill,
    /// Whether it is one of several different values of one year: a small mark that no line passes.
    pub conflict: bool,
    /// Where it comes from.
    pub proof: Proof,
}

/// Where a value comes from: all that the sheet beside a picture holds of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// Whose value.
    pub body: BodyKey,
    /// Code of the place, where it is listed.
    pub code: Option<String>,
    /// The year that the value is about.
    pub year: i32,
    /// Id of the catalogue.
    pub indicator: String,
    /// Its name in the language of the chart.
    pub indicator_name: String,
    /// Canonical unit.
    pub unit: String,
    /// How exact.
    pub bound: Bound,
    /// What kind of statement.
    pub nature: Nature,
    /// The rank that it was taken at.
    pub standing: Standing,
    /// What tells it from others of its indicator and year.
    pub label: Option<String>,
    /// Id of the observation.
    pub observation: String,
    /// The number's own words.
    pub raw: String,
    /// The sentence around them.
    pub sentence: String,
    /// Where `raw` stands in `sentence`, in bytes.
    pub raw_at: (usize, usize),
    /// The headings above it, outermost first.
    pub headings: Vec<String>,
    /// Number of its standard section, 1 to 6.
    pub section: Option<u8>,
    /// Title of the report that says it.
    pub title: Option<String>,
    /// Year of that report.
    pub report_year: Option<i32>,
    /// Date of publication, ISO.
    pub published: Option<String>,
    /// The file's name.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Rule that read it.
    pub rule: String,
    /// 0 to 1.
    pub confidence: f64,
    /// Whether a person has gone through it.
    pub reviewed: bool,
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in super::super) fn mark(x: i32, value: f64) -> Mark {
        let body = BodyKey { place: vec!["甲市".into()], name: "甲市".into() };
        let proof = Proof {
            body,
            code: None,
            year: x,
            indicator: "a.b".into(),
            indicator_name: "甲类".into(),
            unit: "件".into(),
            bound: Bound::Exact,
            nature: Nature::Actual,
            standing: Standing::Stated,
            label: None,
            observation: "0".into(),
            raw: format!("{value}件"),
            sentence: format!("受理{value}件。"),
            raw_at: (6, 7),
            headings: Vec::new(),
            section: None,
            title: None,
            report_year: Some(x),
            published: None,
            file: "甲.txt".into(),
            sha256: "00".into(),
            rule: "r".into(),
            confidence: 1.0,
            reviewed: false,
        };
        let short = format!("{value}");
        Mark { x, value, label: format!("{value} 件"), short, fill: Fill::Hollow, conflict: false, proof }
    }

    pub(in super::super) fn line(name: &str, style: usize, marks: Vec<Mark>) -> Line {
        let body = BodyKey { place: vec![name.into()], name: name.into() };
        let (indicator, indicator_name, unit) = ("a.b".into(), "甲类".into(), "件".into());
        let (code, renamed, gaps) = (None, None, Vec::new());
        Line { name: name.into(), body, code, renamed, indicator, indicator_name, unit, style, marks, gaps }
    }

    #[test]
    fn a_line_breaks_at_gaps_and_conflicts() {
        let axis = Axis::Years { years: (2018..=2024).collect(), empty: vec![] };
        let several = |value| Mark { conflict: true, ..mark(2021, value) };
        let marks =
            vec![mark(2018, 1.0), mark(2019, 2.0), several(3.0), several(4.0), mark(2022, 5.0), mark(2024, 6.0)];
        let found = line("甲市", 0, marks);
        let years: Vec<Vec<i32>> =
            found.runs(&axis).iter().map(|run| run.iter().map(|mark| mark.x).collect()).collect();
        assert_eq!(years, [vec![2018, 2019], vec![2022], vec![2024]]);
    }
}
