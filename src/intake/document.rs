//! What every format is read into.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// The formats that this version reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Plain text.
    Txt,
    /// A web page.
    Html,
    /// A web page saved with its pictures.
    Mhtml,
    /// Text in Markdown.
    Md,
    /// Word 2007 and later.
    Docx,
    /// A PDF file with a text layer.
    Pdf,
    /// Open fixed-layout document, GB/T 33190.
    Ofd,
    /// Word 97 to 2003.
    Doc,
    /// Rich text format.
    Rtf,
    /// WPS Office, in the layout of Word 97 to 2003.
    Wps,
}

impl Format {
    /// Whether a person can name the encoding: files of other formats know their own.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Txt | Self::Md | Self::Html)
    }
}

/// Where a document came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file as the user named it.
    pub path: PathBuf,
    /// SHA-256 of the file's bytes, 64 hex digits.
    pub sha256: String,
    /// What the bytes turned out to be.
    pub format: Format,
    /// Name of the character encoding, lower case, as WHATWG writes it (`utf-8`, `gb18030`).
    pub encoding: &'static str,
}

/// One report file, whatever its format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Where it came from.
    pub source: Source,
    /// The decoded file: the text itself, the page's mark-up, or a Word file's paragraphs joined by line feeds.
    pub original: String,
    /// Paragraphs and cells in reading order, page chrome included and marked as such.
    pub blocks: Vec<Block>,
    /// Named facts outside the running text: `meta` elements, `title`, document properties.
    pub metadata: Vec<MetaItem>,
    /// What was odd about the file.
    pub warnings: Vec<Warning>,
}

impl Document {
    /// The blocks of the body, page chrome left out.
    pub fn body(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| block.role == Role::Body)
    }
}

/// A named fact outside the running text, such as `PubDate` = `2021-03-29 16:20`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetaItem {
    /// Its name in the file: `title`, `ArticleTitle`, `PubDate`, `ContentSource`, `dcterms:created`, …
    pub name: String,
    /// Its value, trimmed.
    pub value: String,
}

/// Whether a block belongs to the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Part of the report, its title included.
    Body,
    /// Menus, breadcrumbs, info tables, share bars, footers: kept as evidence, never read for figures.
    Chrome,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A paragraph that its format marks as a heading, 1 the highest level; 0 a document title.
    Heading(u8),
    /// A cell of a table.
    Cell(Cell),
}

/// A place in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Cell {
    /// The table, counted from 0 over the document.
    pub table: u32,
    /// The row, counted from 0.
    pub row: u32,
    /// The column, counted from 0.
    pub column: u32,
}

/// A paragraph or a table cell in the document's own characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its text: wrapped lines joined, nothing else changed.
    pub text: String,
    /// Report or page chrome.
    pub role: Role,
    /// Paragraph, heading or cell.
    pub kind: BlockKind,
    /// Where the text stands in [`Document::original`], in order, the first at byte 0 of the text.
    pub runs: Vec<Run>,
    /// Number of the paragraph in a Word file, counted from 0.
    pub paragraph: Option<u32>,
    /// Where it stands on a page, in formats that have pages; where a paragraph runs on to another page, its part on the first.
    pub page: Option<PageBox>,
}

/// A place on a page, in whole points (1/72 inch) from the upper left corner of the page as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PageBox {
    /// The page, counted from 1.
    pub page: u32,
    /// Left edge.
    pub left: i32,
    /// Upper edge.
    pub top: i32,
    /// Right edge.
    pub right: i32,
    /// Lower edge.
    pub bottom: i32,
}

/// A stretch of a block's text and the stretch of the original that it was read from, all in bytes.
///
/// Where both have the same length they correspond byte by byte; otherwise (an entity, a dropped tag)
/// the whole stretch stands for the whole range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// First byte in the block's text.
    pub at: usize,
    /// First byte in the original.
    pub from: usize,
    /// One past the last byte in the original.
    pub to: usize,
}

/// Something odd that did not stop the reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Warning {
    /// Some bytes were no valid text and were replaced.
    ReplacedBytes {
        /// How many replacement characters stand in the text.
        count: usize,
    },
    /// The encoding was guessed from the bytes.
    GuessedEncoding {
        /// The encoding taken.
        encoding: String,
    },
    /// A paragraph or table was longer than the limit and was split.
    SplitParagraph,
    /// The file ended early; what was there was read.
    Truncated,
    /// Parts that this version does not read (pictures, formulas, attachments).
    Unread {
        /// What was left out.
        what: String,
    },
    /// Glyphs that the file gives no character for; they are left out or stand as replacement characters.
    UnmappedGlyphs {
        /// How many.
        count: usize,
    },
    /// Pages that are pictures without a text layer.
    ScannedPages {
        /// Their numbers, counted from 1.
        pages: Vec<u32>,
    },
    /// Text that a program for recognising characters laid under the picture of a page.
    RecognisedText {
        /// Numbers of the pages, counted from 1.
        pages: Vec<u32>,
    },
}
