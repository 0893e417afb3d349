//! Passages and their labels.

use serde::{Deserialize, Serialize};

use crate::identity::{Kind, Level};
use crate::intake::{Cell, PageBox};

/// The part of the document that a passage stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// All before the first heading of the body.
    Preamble,
    /// What was done in the year.
    Achievements,
    /// How the principal leaders did their duty as first responsible person, as a part of its own.
    Responsibility,
    /// Shortcomings admitted.
    Problems,
    /// Next year's arrangements; a work plan is this throughout.
    Plans,
}

impl Part {
    /// How many there are.
    pub(super) const COUNT: usize = Self::Plans as usize + 1;
}

/// One of the six standard sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// 1 党的领导与统筹推进.
    Leadership,
    /// 2 政府职能与营商环境.
    Functions,
    /// 3 行政决策与行政执法.
    Enforcement,
    /// 4 制度体系与应急管理.
    Institutions,
    /// 5 矛盾化解与公共法律服务.
    Disputes,
    /// 6 数字政府与权力监督.
    Oversight,
}

impl Section {
    /// All six in order.
    pub const ALL: [Self; 6] =
        [Self::Leadership, Self::Functions, Self::Enforcement, Self::Institutions, Self::Disputes, Self::Oversight];

    /// Its number, 1 to 6.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The section of that number.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }
}

/// A report cut into passages, with what the later steps need to know of the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Passages {
    /// The passages in text order.
    pub items: Vec<Passage>,
    /// SHA-256 of the file, hex: figures make their ids from it.
    pub sha256: String,
    /// What the document is.
    pub kind: Kind,
    /// Level of the body that reports.
    pub level: Option<Level>,
    /// The year that the report is about.
    pub year: Option<i32>,
    /// Names of the place and its parents, its own last; bare name where it is not listed.
    pub places: Vec<String>,
}

/// A stretch of the body with one part and one section.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Its number, counted from 0 in text order.
    pub id: u32,
    /// The part of the document.
    pub part: Part,
    /// The section of the subject; `None` for no section in particular.
    pub section: Option<Section>,
    /// The part of the national Outline, 2 to 10, where one is clear.
    pub outline_part: Option<u8>,
    /// The headings above it, outermost first, its own included.
    pub headings: Vec<String>,
    /// The document's own characters; paragraphs are parted by line feeds, and it starts with the heading it opens.
    pub text: String,
    /// Why it has this part and section, for people: the rule and the words.
    pub reason: String,
    /// Where the text stands in the original.
    pub pieces: Vec<Piece>,
    /// Cells of tables inside the text.
    pub cells: Vec<TableCell>,
}

/// A stretch of a passage's text and of the original, all in bytes; it never crosses a paragraph or cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// First byte in the passage's text.
    pub at: usize,
    /// First byte in the original.
    pub from: usize,
    /// One past the last byte in the original.
    pub to: usize,
    /// Paragraph of a Word file.
    pub paragraph: Option<u32>,
    /// Cell of a table.
    pub cell: Option<Cell>,
    /// Where its paragraph stands on a page.
    pub page: Option<PageBox>,
}

/// A table cell inside a passage's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableCell {
    /// First byte of its text in the passage.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// Its place in the table.
    pub cell: Cell,
}
