//! The pure chain from bytes to figures in one call: what `extract` prints and `import` stores.

use std::path::Path;

use crate::error::Error;
use crate::figures::{self, Catalogue, Figures};
use crate::identity::{self, Divisions, Identity, Mismatch, NameTemplate};
use crate::intake::{self, Document, Options};
use crate::outline::{self, Passages, Scheme};

/// What a person says of a file that the file itself does not say right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Its encoding.
    pub options: Options,
    /// The pattern that its name follows.
    pub template: Option<NameTemplate>,
}

/// A report read from end to end.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The file and its blocks.
    pub document: Document,
    /// Who, when, what.
    pub identity: Identity,
    /// Its passages.
    pub passages: Passages,
    /// Its figures.
    pub figures: Figures,
    /// What a person said of the file: whoever reads it again reads it by this.
    pub manner: Manner,
    /// Where the file's name does not follow the pattern of `manner`, which then says nothing of it.
    pub mismatch: Option<Mismatch>,
}

/// The data that the steps read by.
#[derive(Clone, Copy)]
pub struct Rules<'a> {
    /// The list of divisions.
    pub divisions: &'a Divisions,
    /// Sections, parts and their words.
    pub scheme: &'a Scheme,
    /// Indicators and their rules.
    pub catalogue: &'a Catalogue,
}

impl Rules<'static> {
    /// What this process reads by: the user's own catalogue where one was put in use, else what ships.
    ///
    /// # Errors
    ///
    /// As [`Rules::built_in`].
    pub fn current() -> Result<Self, Error> {
        Ok(Self { catalogue: Catalogue::current()?, ..Self::built_in()? })
    }

    /// What ships with the program.
    ///
    /// # Errors
    ///
    /// [`Error::Data`] when the shipped data is broken, which the tests rule out.
    pub fn built_in() -> Result<Self, Error> {
        Ok(Self { divisions: Divisions::built_in(), scheme: Scheme::built_in(), catalogue: Catalogue::built_in()? })
    }
}

/// Reads a document: who and when, passages, figures.
pub fn read(document: Document, rules: Rules<'_>) -> Reading {
    read_by(document, rules, &Manner::default())
}

/// As [`read`]; the file's name says what the text leaves open where it follows the user's pattern. That the document
/// was decoded by the options of `manner` is up to the caller.
pub fn read_by(document: Document, rules: Rules<'_>, manner: &Manner) -> Reading {
    let mut identity = identity::identify(&document, rules.divisions);
    let named = manner.template.as_ref().map(|template| template.read(&stem(&document.source.path)));
    let mismatch = named.and_then(|named| match named {
        Ok(named) => {
            identity::complete(&mut identity, &named, rules.divisions);
            None
        }
        Err(mismatch) => Some(mismatch),
    });
    let passages = outline::outline(&document, &identity, rules.scheme);
    let figures = figures::extract(&passages, rules.catalogue);
    Reading { document, identity, passages, figures, manner: manner.clone(), mismatch }
}

/// A file's name without its ending, as a pattern reads it.
pub fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Reads the bytes of a file that was named `path`.
///
/// # Errors
///
/// [`Error::File`] when the bytes are no report that can be read.
pub fn read_bytes(path: &Path, bytes: &[u8], rules: Rules<'_>) -> Result<Reading, Error> {
    Ok(read(intake::from_bytes(path, bytes)?, rules))
}

/// Reads a file.
///
/// # Errors
///
/// [`Error::File`] when the file cannot be read.
pub fn read_file(path: &Path, rules: Rules<'_>) -> Result<Reading, Error> {
    Ok(read(intake::open(path)?, rules))
}
