//! How a report reads in another encoding: looked at before it is read again.

use std::sync::Arc;

use crate::error::Error;
use crate::intake::{Document, Encoding, Options, Warning};
use crate::store::{Library, ReportId};
use crate::worker;

/// Paragraphs shown.
const LINES: usize = 12;
/// Characters of each.
const LONG: usize = 160;

/// Who says in which encoding a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToldBy {
    /// The file: its mark, what it declares, or bytes that leave no doubt.
    File,
    /// Nobody: it was guessed.
    Guess,
    /// A person.
    Person,
}

/// The encoding of a report, and how it would read in one.
#[derive(Debug)]
pub struct EncodingPage {
    /// The report.
    pub id: ReportId,
    /// Name of the encoding that it was read in.
    pub now: String,
    /// Who said so.
    pub by: ToldBy,
    /// What a person named, if anything.
    pub named: Option<Encoding>,
    /// The encoding asked for; `None` for the one that the bytes show.
    pub asked: Option<Encoding>,
    /// The text in the encoding asked for, or why there is none.
    pub text: Result<Excerpt, Error>,
}

/// The beginning of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Name of the encoding.
    pub encoding: &'static str,
    /// Whether it was guessed.
    pub guessed: bool,
    /// Places that cannot be read in it.
    pub replaced: usize,
    /// The first paragraphs of the report, each cut to some length.
    pub lines: Vec<String>,
}

/// Reads the bytes that the library keeps, the way that reading them again would.
pub(super) fn page(library: &Library, id: ReportId, asked: Option<Encoding>) -> Result<Arc<EncodingPage>, Error> {
    let stored = library.reading_of(id)?;
    let named = library.manner(id)?.options.encoding;
    let by = match named {
        Some(_) => ToldBy::Person,
        None if guessed(&stored.warnings) => ToldBy::Guess,
        None => ToldBy::File,
    };
    let bytes = library.original(id)?;
    let text = worker::document_with(&stored.summary.path, bytes, Options { encoding: asked });
    let text = text.map(|document| excerpt(&document));
    Ok(Arc::new(EncodingPage { id, now: stored.summary.encoding, by, named, asked, text }))
}

fn guessed(warnings: &[Warning]) -> bool {
    warnings.iter().any(|warning| matches!(warning, Warning::GuessedEncoding { .. }))
}

fn excerpt(document: &Document) -> Excerpt {
    let replaced = document.warnings.iter().map(|warning| match warning {
        Warning::ReplacedBytes { count } => *count,
        _ => 0,
    });
    let paragraphs = document.body().map(|block| block.text.trim()).filter(|text| !text.is_empty());
    Excerpt {
        encoding: document.source.encoding,
        guessed: guessed(&document.warnings),
        replaced: replaced.sum(),
        lines: paragraphs.take(LINES).map(|text| text.chars().take(LONG).collect()).collect(),
    }
}
