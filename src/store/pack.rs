//! A reading made ready for its rows: checked, compressed, nothing left to do but to insert. Needs no library.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zstd::bulk::{Compressor, Decompressor};
use zstd::zstd_safe;

use super::codec::{Code, from_hex};
use super::fault::Fault;
use crate::error::Error;
use crate::figures::{Change, Observation};
use crate::identity::{Evidence, Field, Identity, Mismatch, Place};
use crate::intake::{Cell, PageBox, Source, Warning};
use crate::outline::{Passage, Passages, Piece, TableCell};
use crate::reading::{Manner, Reading};
use crate::text::hex;

/// Level of zstd. Level 6 makes a library 3 % smaller and packing four times slower, level 12 5 % and sixteen times (measured).
const LEVEL: i32 = 3;

/// Nothing that we pack is larger unpacked; a foreign library may hold something that is.
const MAX_UNPACKED: u64 = 1 << 30;

/// A report ready for the library. Making one is the costly part of adding, and can be done on any thread.
#[derive(Clone, Debug)]
pub struct Packed {
    pub(super) sha256: [u8; 32],
    pub(super) source: Source,
    pub(super) size: i64,
    pub(super) original: Vec<u8>,
    pub(super) identity: Identity,
    pub(super) evidence: String,
    pub(super) warnings: String,
    pub(super) shapes: Vec<Shape>,
    pub(super) body: Vec<u8>,
    pub(super) details: Vec<u8>,
    pub(super) observations: Vec<Observation>,
    pub(super) changes: Vec<Change>,
    pub(super) catalogue: String,
    pub(super) manner: Manner,
    mismatch: Option<Mismatch>,
}

/// What of a passage stands in columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    pub id: u32,
    pub part: crate::outline::Part,
    pub section: Option<crate::outline::Section>,
    pub outline_part: Option<u8>,
    pub bytes: usize,
}

impl Packed {
    /// Packs a reading and the bytes of its file.
    ///
    /// Fails with [`Error::Data`] where the reading breaks what the steps promise: the hash is that of the bytes,
    /// passages are numbered in ascending order, a sentence stands in the passage of its figure, values are numbers.
    pub fn new(reading: &Reading, bytes: &[u8]) -> Result<Self, Error> {
        pack(reading, bytes).map_err(|fault| fault.at(&reading.document.source.path))
    }

    /// What is known of the report besides its text.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// The text of its passages, joined.
    pub fn text(&self) -> Result<String, Error> {
        let text = Expander::new().and_then(|mut expander| expander.text(&self.body));
        text.map_err(|fault| fault.at(&self.source.path))
    }

    /// As [`Reading::mismatch`].
    pub fn mismatch(&self) -> Option<&Mismatch> {
        self.mismatch.as_ref()
    }

    /// How many values were drawn out of it.
    pub fn observations(&self) -> usize {
        self.observations.len()
    }
}

fn pack(reading: &Reading, bytes: &[u8]) -> Result<Packed, Fault> {
    let Reading { document, identity, passages, figures, manner, mismatch } = reading;
    let sha256: [u8; 32] = Sha256::digest(bytes).into();
    if from_hex(&document.source.sha256) != Some(sha256) {
        return Err(Fault::Data(format!("hash {} is not that of the bytes", document.source.sha256)));
    }
    check(reading)?;
    let texts: String = passages.items.iter().map(|passage| passage.text.as_str()).collect();
    let mut zstd = Compressor::new(LEVEL)?;
    Ok(Packed {
        sha256,
        source: document.source.clone(),
        size: bytes.len() as i64,
        original: zstd.compress(bytes)?,
        identity: identity.clone(),
        evidence: pack_evidence(identity)?,
        warnings: pack_warnings(&document.warnings)?,
        shapes: passages.items.iter().map(shape).collect(),
        body: zstd.compress(texts.as_bytes())?,
        details: zstd.compress(&serde_json::to_vec(&details(passages))?)?,
        observations: figures.observations.clone(),
        changes: figures.changes.clone(),
        catalogue: figures.catalogue.clone(),
        manner: manner.clone(),
        mismatch: mismatch.clone(),
    })
}

fn check(reading: &Reading) -> Result<(), Fault> {
    let Reading { passages, figures, .. } = reading;
    let promise = |kept: bool, what: &str| if kept { Ok(()) } else { Err(Fault::Data(what.to_owned())) };
    promise(passages.items.is_sorted_by(|a, b| a.id < b.id), "passages out of order")?;
    let spans = figures.observations.iter().map(|o| (o.span, o.sentence));
    let mut spans = spans.chain(figures.changes.iter().map(|c| (c.span, c.sentence)));
    promise(spans.all(|(span, sentence)| span.passage == sentence.passage), "a sentence in another passage")?;
    let values = figures.observations.iter().flat_map(|o| [o.value, o.confidence]);
    let mut values = values.chain(figures.changes.iter().flat_map(|c| [c.delta, c.confidence]));
    promise(!values.any(|value: f64| !value.is_finite()), "a value that is no number")
}

fn shape(passage: &Passage) -> Shape {
    Shape {
        id: passage.id,
        part: passage.part,
        section: passage.section,
        outline_part: passage.outline_part,
        bytes: passage.text.len(),
    }
}

/// Undoes the squeezing; one for many texts, for its making takes longer than a text.
pub(super) struct Expander(Decompressor<'static>);

impl Expander {
    pub fn new() -> Result<Self, Fault> {
        Ok(Self(Decompressor::new()?))
    }

    /// The bytes that were squeezed.
    pub fn bytes(&mut self, squeezed: &[u8]) -> Result<Vec<u8>, Fault> {
        let broken = || Fault::damaged("compressed text");
        let size = zstd_safe::get_frame_content_size(squeezed).ok().flatten().ok_or_else(broken)?;
        if size > MAX_UNPACKED {
            return Err(broken());
        }
        self.0.decompress(squeezed, size as usize).map_err(|_| broken())
    }

    /// The joined text of a report's passages.
    pub fn text(&mut self, squeezed: &[u8]) -> Result<String, Fault> {
        String::from_utf8(self.bytes(squeezed)?).map_err(|_| Fault::damaged("text is not UTF-8"))
    }
}

type CellRow = (u32, u32, u32);
type BoxRow = (u32, i32, i32, i32, i32);

/// The page is written only where there is one: libraries made before there were pages read as before.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum PieceRow {
    Paged(usize, usize, usize, Option<u32>, Option<CellRow>, BoxRow),
    Plain(usize, usize, usize, Option<u32>, Option<CellRow>),
}

/// What of the passages no query asks for, as arrays without names: they would outweigh the numbers.
#[derive(Serialize, Deserialize)]
pub(super) struct Details {
    kind: u8,
    level: Option<u8>,
    year: Option<i32>,
    places: Vec<String>,
    passages: Vec<PassageRow>,
}

#[derive(Serialize, Deserialize)]
struct PassageRow(Vec<String>, String, Vec<PieceRow>, Vec<(usize, usize, CellRow)>);

fn piece_row(piece: &Piece) -> PieceRow {
    let Piece { at, from, to, paragraph, cell, page } = *piece;
    let cell = cell.map(|cell| (cell.table, cell.row, cell.column));
    match page {
        Some(b) => PieceRow::Paged(at, from, to, paragraph, cell, (b.page, b.left, b.top, b.right, b.bottom)),
        None => PieceRow::Plain(at, from, to, paragraph, cell),
    }
}

fn details(passages: &Passages) -> Details {
    let cell = |cell: Cell| (cell.table, cell.row, cell.column);
    let row = |passage: &Passage| {
        let pieces = passage.pieces.iter().map(piece_row);
        let cells = passage.cells.iter().map(|c| (c.start, c.end, cell(c.cell)));
        PassageRow(passage.headings.clone(), passage.reason.clone(), pieces.collect(), cells.collect())
    };
    Details {
        kind: passages.kind.code(),
        level: passages.level.map(Code::code),
        year: passages.year,
        places: passages.places.clone(),
        passages: passages.items.iter().map(row).collect(),
    }
}

/// Passages from the columns, the squeezed text and the squeezed rest.
pub(super) fn unpack_passages(sha256: &[u8], shapes: &[Shape], body: &[u8], details: &[u8]) -> Result<Passages, Fault> {
    let mut expander = Expander::new()?;
    let text = expander.text(body)?;
    let details: Details = serde_json::from_slice(&expander.bytes(details)?)?;
    if details.passages.len() != shapes.len() {
        return Err(Fault::damaged("passages and their details differ in number"));
    }
    let mut at = 0;
    let mut items = Vec::with_capacity(shapes.len());
    for (shape, row) in shapes.iter().zip(details.passages) {
        let stretch = text.get(at..at + shape.bytes).ok_or_else(|| Fault::damaged("text shorter than its passages"))?;
        items.push(passage(shape, stretch, row));
        at += shape.bytes;
    }
    Ok(Passages {
        items,
        sha256: hex(sha256),
        kind: variant(details.kind, "kind")?,
        level: details.level.map(|code| variant(code, "level")).transpose()?,
        year: details.year,
        places: details.places,
    })
}

fn passage(shape: &Shape, text: &str, PassageRow(headings, reason, pieces, cells): PassageRow) -> Passage {
    let cell = |(table, row, column): CellRow| Cell { table, row, column };
    let piece = |row: PieceRow| {
        let (at, from, to, paragraph, place, page) = match row {
            PieceRow::Plain(at, from, to, paragraph, place) => (at, from, to, paragraph, place, None),
            PieceRow::Paged(at, from, to, paragraph, place, page) => (at, from, to, paragraph, place, Some(page)),
        };
        let page = page.map(|(page, left, top, right, bottom)| PageBox { page, left, top, right, bottom });
        Piece { at, from, to, paragraph, cell: place.map(cell), page }
    };
    let table_cell = |(start, end, place): (usize, usize, CellRow)| TableCell { start, end, cell: cell(place) };
    Passage {
        id: shape.id,
        part: shape.part,
        section: shape.section,
        outline_part: shape.outline_part,
        headings,
        text: text.to_owned(),
        reason,
        pieces: pieces.into_iter().map(piece).collect(),
        cells: cells.into_iter().map(table_cell).collect(),
    }
}

fn variant<T: Code>(code: u8, what: &str) -> Result<T, Fault> {
    T::from_code(code).ok_or_else(|| Fault::damaged(format!("{what} {code}")))
}

fn pack_evidence(identity: &Identity) -> Result<String, Fault> {
    let rows = identity.evidence.iter().map(|(field, e)| (field.code(), &e.raw, e.place.code(), e.confidence));
    Ok(serde_json::to_string(&rows.collect::<Vec<_>>())?)
}

/// Undoes [`pack_evidence`].
pub(super) fn unpack_evidence(json: &str) -> Result<std::collections::BTreeMap<Field, Evidence>, Fault> {
    let rows: Vec<(u8, String, u8, f64)> = serde_json::from_str(json)?;
    let fact = |(field, raw, place, confidence): (u8, String, u8, f64)| {
        let place: Place = variant(place, "evidence place")?;
        Ok((variant(field, "evidence field")?, Evidence { raw, place, confidence }))
    };
    rows.into_iter().map(fact).collect()
}

fn joined(numbers: &[u32]) -> String {
    numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(",")
}

fn numbers(text: &str) -> Vec<u32> {
    text.split(',').filter_map(|number| number.parse().ok()).collect()
}

fn pack_warnings(warnings: &[Warning]) -> Result<String, Fault> {
    let row = |warning: &Warning| match warning {
        Warning::ReplacedBytes { count } => (0, *count, String::new()),
        Warning::GuessedEncoding { encoding } => (1, 0, encoding.clone()),
        Warning::SplitParagraph => (2, 0, String::new()),
        Warning::Truncated => (3, 0, String::new()),
        Warning::Unread { what } => (4, 0, what.clone()),
        Warning::UnmappedGlyphs { count } => (5, *count, String::new()),
        Warning::ScannedPages { pages } => (6, 0, joined(pages)),
        Warning::RecognisedText { pages } => (7, 0, joined(pages)),
    };
    Ok(serde_json::to_string(&warnings.iter().map(row).collect::<Vec<(u8, usize, String)>>())?)
}

/// Undoes [`pack_warnings`].
pub(super) fn unpack_warnings(json: &str) -> Result<Vec<Warning>, Fault> {
    let rows: Vec<(u8, usize, String)> = serde_json::from_str(json)?;
    let warning = |(code, count, text): (u8, usize, String)| match code {
        0 => Ok(Warning::ReplacedBytes { count }),
        1 => Ok(Warning::GuessedEncoding { encoding: text }),
        2 => Ok(Warning::SplitParagraph),
        3 => Ok(Warning::Truncated),
        4 => Ok(Warning::Unread { what: text }),
        5 => Ok(Warning::UnmappedGlyphs { count }),
        6 => Ok(Warning::ScannedPages { pages: numbers(&text) }),
        7 => Ok(Warning::RecognisedText { pages: numbers(&text) }),
        other => Err(Fault::damaged(format!("warning {other}"))),
    };
    rows.into_iter().map(warning).collect()
}
