//! The file information block at the head of the stream `WordDocument` ([MS-DOC] 2.5).

use super::le::{size_at, u16_at, u32_at};
use crate::error::FileProblem;

/// First bytes of the block since Word 97, and in the versions before.
const IDENT: u16 = 0xA5EC;

/// Version of the block in Word 97; lower ones are of Word 6 and 95.
const WORD_97: u16 = 0xC1;

/// Bytes before the list of places of the tables.
const PLACES: usize = 0x9A;

/// What the head of the file says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fib {
    /// Which of the two streams holds the tables.
    pub(super) table: &'static str,
    /// The language that it was made in.
    pub(super) language: u16,
    /// Characters of the main text; the others follow it.
    pub(super) text: usize,
    /// Characters of footnotes and endnotes.
    pub(super) notes: usize,
    /// Characters of text boxes.
    pub(super) boxes: usize,
}

/// A table in the table stream, by its place in the list of the block.
#[derive(Clone, Copy, Debug)]
pub(super) enum Table {
    /// Styles.
    Styles = 1,
    /// Pages of character properties.
    Characters = 12,
    /// Pages of paragraph properties.
    Paragraphs = 13,
    /// The piece table.
    Pieces = 33,
    /// Layouts of lists.
    Layouts = 73,
    /// Lists.
    Lists = 74,
}

impl Fib {
    /// Reads the block; passwords and older versions are refused.
    pub(super) fn read(main: &[u8]) -> Result<Self, FileProblem> {
        let cut = || FileProblem::Damaged("ends early".to_owned());
        let ident = u16_at(main, 0).ok_or_else(cut)?;
        let version = u16_at(main, 2).ok_or_else(cut)?;
        if version < WORD_97 && (1..=0xC0).contains(&version) {
            return Err(FileProblem::OldWord);
        }
        if ident != IDENT {
            return Err(FileProblem::Damaged("no Word text".to_owned()));
        }
        let flags = u16_at(main, 0x0A).ok_or_else(cut)?;
        if flags & 0x0100 != 0 {
            return Err(FileProblem::Password);
        }
        let count = |at: usize| u32_at(main, at).and_then(|count| usize::try_from(count).ok());
        let language = |at: usize| u16_at(main, at).filter(|id| *id != 0);
        let east = language(0x3C).filter(|id| matches!(id & 0x3FF, 0x04 | 0x11 | 0x12));
        Ok(Self {
            table: if flags & 0x0200 != 0 { "1Table" } else { "0Table" },
            language: east.or(language(0x06)).unwrap_or(0x0804),
            text: count(0x4C).ok_or_else(cut)?,
            notes: count(0x50).unwrap_or(0).saturating_add(count(0x60).unwrap_or(0)),
            boxes: count(0x64).unwrap_or(0),
        })
    }
}

/// Offset and length of a table in the table stream.
pub(super) fn place(main: &[u8], table: Table) -> Option<(usize, usize)> {
    let at = PLACES + table as usize * 8;
    let length = size_at(main, at + 4)?;
    (length > 0).then_some((size_at(main, at)?, length))
}

/// The bytes of a table, as many as there are.
pub(super) fn table<'a>(main: &[u8], tables: &'a [u8], table: Table) -> &'a [u8] {
    place(main, table)
        .and_then(|(from, length)| {
            let rest = tables.get(from..)?;
            rest.get(..length).or(Some(rest))
        })
        .unwrap_or_default()
}
