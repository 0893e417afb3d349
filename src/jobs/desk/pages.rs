//! What the desk answers with: owned, sorted, and cut so that a frame has only to paint it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use crate::chart::{ChartKind, ChartSpec};
use crate::compare::{BodyKey, Difference};
use crate::i18n::Locale;
use crate::identity::{Kind, Level};
use crate::outline::{Part, Section};
use crate::shelf::Loaded;
use crate::store::{ReportId, ReportSummary};

/// What a library holds and lacks.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// The library's file.
    pub path: PathBuf,
    /// Its version where it is newer than this program's.
    pub newer: Option<i64>,
    /// All bodies, sorted as [`crate::shelf::holders`] does.
    pub rows: Vec<PlaceRow>,
    /// Every year from the first to the last, without holes.
    pub years: Vec<i32>,
    /// The current reports, by place, body, year and kind.
    pub reports: Vec<ReportSummary>,
    /// How far each of `reports` was gone through.
    pub states: Vec<ReportState>,
    /// Values that a person has decided about.
    pub decided: usize,
    /// Values in all.
    pub figures: usize,
    /// Reports whose figures another catalogue drew out of them, older versions included; 0 where this program may not
    /// write them anew.
    pub others: usize,
    /// In how many reports each indicator has a value, the best covered first.
    pub covered: Vec<(String, usize)>,
}

/// One body with its years.
#[derive(Clone, Debug)]
pub struct PlaceRow {
    /// Who.
    pub body: BodyKey,
    /// Code of its place where it is listed.
    pub code: Option<String>,
    /// Level of the body.
    pub level: Option<Level>,
    /// Whether it stands for its place as a whole.
    pub government: bool,
    /// How many different indicators its reports have values of.
    pub indicators: usize,
    /// Its reports by year.
    pub cells: BTreeMap<i32, GridCell>,
    /// Its documents without a year.
    pub undated: Vec<ReportId>,
}

impl PlaceRow {
    /// All its documents.
    pub fn reports(&self) -> impl Iterator<Item = ReportId> {
        let dated = self.cells.values().flat_map(|cell| cell.others.iter().chain([&cell.report]));
        dated.chain(&self.undated).copied()
    }
}

/// The report of one body and year.
#[derive(Clone, Debug)]
pub struct GridCell {
    /// The report of its own kind, a work plan only where there is nothing else.
    pub report: ReportId,
    /// What that is.
    pub kind: Kind,
    /// How far it was gone through.
    pub state: ReportState,
    /// Values in it.
    pub figures: usize,
    /// Other documents of the same body and year.
    pub others: Vec<ReportId>,
}

/// How far a report was gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportState {
    /// 已核: a person has decided about every value.
    Reviewed,
    /// 待核.
    Pending,
    /// 有问题: no value, no year or no body was found in it.
    Trouble,
}

/// A report, cut for reading.
#[derive(Debug)]
pub struct ReportPage {
    /// Its number in the library.
    pub id: ReportId,
    /// All that was read in it, people's decisions applied: `loaded.report().observations` are its values.
    pub loaded: Loaded,
    /// The text in rows of at most 1,000 characters, cut at ends of sentences.
    pub rows: Vec<TextRow>,
    /// One for each of `loaded.report().observations`, in that order.
    pub figures: Vec<Figure>,
    /// The six sections, in the plans of a work plan, else in the achievements; and the other parts that it has, in
    /// the order of a usual report.
    pub rail: Vec<RailEntry>,
    /// The report of the same body and kind for the nearest earlier year.
    pub before: Option<ReportId>,
    /// The same for the nearest later year.
    pub after: Option<ReportId>,
    /// How many stretches of page chrome stand in `rows`; `None` where it is left out, as in [`super::Command::Report`].
    pub uncut: Option<usize>,
}

/// What a row of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A heading; 0 is the outermost.
    Heading(u8),
    /// Running text; `true` where it goes on a paragraph begun in the row above.
    Body(bool),
    /// A row of a table, cells parted by tabs.
    Table,
    /// Page chrome, no part of the report; `true` where it follows text of the report. Its passage, part and section are
    /// those of the row behind it, and it has no marks.
    Chrome(bool),
}

/// A row of text.
#[derive(Clone, Debug)]
pub struct TextRow {
    /// What it is.
    pub kind: RowKind,
    /// The passage that it is cut from.
    pub passage: u32,
    /// The passage's part.
    pub part: Part,
    /// The passage's section.
    pub section: Option<Section>,
    /// Where it begins in the passage, in scalar values.
    pub start: u32,
    /// Its characters as they stand.
    pub text: String,
    /// The figures in it, in order, none over another.
    pub marks: Vec<TextMark>,
}

/// A figure in a row of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextMark {
    /// Bytes of the row's text.
    pub range: Range<usize>,
    /// Index into [`ReportPage::figures`]; several figures can share one number.
    pub figures: Vec<usize>,
}

/// Where a value stands in the rows.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Row of the number itself.
    pub row: usize,
    /// The number, in bytes of that row.
    pub at: Range<usize>,
    /// The sentence around it by row, in bytes of each.
    pub sentence: Vec<(usize, Range<usize>)>,
    /// Whether a person has decided about it.
    pub reviewed: bool,
}

/// A part or section of a report with its first row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RailEntry {
    /// The part.
    pub part: Part,
    /// The section, in parts that have some.
    pub section: Option<Section>,
    /// Its first row; `None` for a section that the report has no text of.
    pub row: Option<usize>,
    /// Values in it.
    pub figures: usize,
}

/// Two reports side by side.
#[derive(Debug)]
pub struct ComparePage {
    /// The left report.
    pub left: Arc<ReportPage>,
    /// The right report.
    pub right: Arc<ReportPage>,
    /// Whether they are different kinds of document.
    pub kinds_differ: bool,
    /// Whether the bodies stand at different levels.
    pub levels_differ: bool,
    /// Parts and sections in document order.
    pub blocks: Vec<Block>,
}

/// One section of a part on both sides.
#[derive(Clone, Debug)]
pub struct Block {
    /// The part.
    pub part: Part,
    /// The section.
    pub section: Option<Section>,
    /// Rows of the left page, in text order.
    pub left: Vec<usize>,
    /// Rows of the right page.
    pub right: Vec<usize>,
    /// The figures between them.
    pub strips: Vec<Strip>,
}

/// The figures of one part of the national Outline.
#[derive(Clone, Debug)]
pub struct Strip {
    /// The part, 2 to 10.
    pub outline_part: Option<u8>,
    /// In the order of the catalogue.
    pub rows: Vec<StripRow>,
}

/// One indicator on both sides.
#[derive(Clone, Debug)]
pub struct StripRow {
    /// Id of the catalogue.
    pub indicator: String,
    /// What tells it from other rows of the same indicator.
    pub label: Option<String>,
    /// Values of the left side: indices into its [`ReportPage::figures`].
    pub left: Vec<usize>,
    /// Values of the right side.
    pub right: Vec<usize>,
    /// Right minus left, or why not; `None` where a side is silent.
    pub difference: Option<Difference>,
    /// Changes that the left report states itself: indices into `loaded.report().changes`.
    pub left_changes: Vec<usize>,
    /// Changes that the right report states itself.
    pub right_changes: Vec<usize>,
}

/// What a chart is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendQuery {
    /// Whose values.
    pub bodies: Vec<BodyKey>,
    /// Ids of the catalogue.
    pub indicators: Vec<String>,
    /// First and last year; all where there is none. For bars the last one counts, for slopes both ends.
    pub years: Option<(i32, i32)>,
    /// How they are laid out.
    pub kind: ChartKind,
    /// Whether values that nobody has gone through are left out.
    pub reviewed_only: bool,
    /// The language of the words in it.
    pub locale: Locale,
}

/// A chart with the question that it answers.
#[derive(Clone, Debug)]
pub struct TrendPage {
    /// The question.
    pub query: TrendQuery,
    /// What to paint, to list and to export.
    pub spec: ChartSpec,
    /// The reports that its values stand in, by SHA-256.
    pub reports: BTreeMap<String, ReportId>,
}

/// A chart as it is to be drawn into files.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportOrder {
    /// What to draw.
    pub spec: Arc<ChartSpec>,
    /// Width of the picture in millimetres.
    pub width_mm: f64,
    /// Its height.
    pub height_mm: f64,
    /// Pixels an inch of the PNG.
    pub dpi: u32,
    /// Whether a PNG is written.
    pub png: bool,
    /// Whether an SVG is written.
    pub svg: bool,
    /// Whether its text stays text; outlines otherwise.
    pub svg_text: bool,
    /// Whether the points (CSV) and their sentences (Markdown) are written beside it.
    pub data: bool,
    /// The folder that the files go to.
    pub folder: PathBuf,
    /// Their name without the ending.
    pub name: String,
    /// Whether older files of that name are replaced.
    pub force: bool,
    /// The language of sheets and notes.
    pub locale: Locale,
}

/// A chart drawn small, to be looked at before it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Red, green, blue and alpha of each, row by row.
    pub rgba: Vec<u8>,
}
