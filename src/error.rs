//! Errors of the core: kinds with data that a front turns into a sentence, the path last.

use std::any::Any;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// Why a file could not be read or a library not be used.
///
/// `Display` gives a short English form for logs; fronts show the sentence that `i18n` has for it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// One file could not be read.
    #[error("{problem}: {}", path.display())]
    File {
        /// What is wrong with it.
        problem: FileProblem,
        /// The file as the user named it.
        path: PathBuf,
    },
    /// The library could not be opened or written.
    #[error("{problem}: {}", path.display())]
    Library {
        /// What is wrong with it.
        problem: LibraryProblem,
        /// The library file.
        path: PathBuf,
    },
    /// A picture or a table could not be written.
    #[error("{problem}: {}", path.display())]
    Export {
        /// What is wrong.
        problem: ExportProblem,
        /// The file that was to be written, or its folder.
        path: PathBuf,
    },
    /// A catalogue of the user's own cannot be used.
    #[error("{problem}, line {}: {}", line.unwrap_or(0), path.display())]
    Catalogue {
        /// What is wrong with it.
        problem: CatalogueProblem,
        /// The line, counted from 1, where it is known.
        line: Option<usize>,
        /// The file.
        path: PathBuf,
    },
    /// The work was asked to stop.
    #[error("cancelled")]
    Cancelled,
    /// The program's own data (catalogue, divisions, texts) is broken: a bug, or a broken user copy.
    #[error("built-in data: {0}")]
    Data(String),
}

/// What can be wrong with a file that someone wants to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum FileProblem {
    /// No bytes at all.
    #[error("empty file")]
    Empty,
    /// Bytes, but no readable character.
    #[error("no text in the file")]
    NoText,
    /// A page of menus and links alone.
    #[error("no body in the page")]
    NoBody,
    /// A format that this version does not read.
    #[error("unknown type {0}")]
    UnknownType(String),
    /// A folder, device or pipe where a file was expected.
    #[error("not a regular file")]
    NotAFile,
    /// Nothing there (any more).
    #[error("file not found")]
    NotFound,
    /// The system does not let us read it.
    #[error("no permission")]
    NoPermission,
    /// Larger than the limit, in bytes.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The limit passed.
        limit: u64,
    },
    /// What is packed in it unpacks to more than the limit, in bytes, or to far too many times its size.
    #[error("unpacks to more than {limit} bytes")]
    Swollen {
        /// The limit passed.
        limit: u64,
    },
    /// An archive with more files than this.
    #[error("more than {limit} files")]
    Crowded {
        /// The limit passed.
        limit: usize,
    },
    /// An archive in an archive in an archive.
    #[error("archives nested too deeply")]
    Nested,
    /// The file ends early or its structure is damaged.
    #[error("damaged: {0}")]
    Damaged(String),
    /// A Word file older than Word 97.
    #[error("Word 95 or older")]
    OldWord,
    /// Locked with a password.
    #[error("password protected")]
    Password,
    /// Pictures of pages without any text.
    #[error("scanned, no text layer")]
    Scanned,
    /// Its reader came to no end, or no further, in that time.
    #[error("not read within {seconds} s")]
    TimedOut {
        /// The limit passed.
        seconds: u64,
    },
    /// Its reader needed more memory than a file may take, in bytes.
    #[error("more than {limit} bytes of memory")]
    OutOfMemory {
        /// The limit passed.
        limit: u64,
    },
    /// Its reader came to a bad end, with what is known of it.
    #[error("the reader crashed: {0}")]
    Crashed(String),
    /// The process that should read it does not start, with the system's words.
    #[error("no worker: {0}")]
    NoWorker(String),
    /// Any other failure while reading, with the system's words.
    #[error("cannot read: {0}")]
    Io(String),
}

/// What can be wrong with a library file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LibraryProblem {
    /// A file, but not made by this program.
    #[error("not a Faheng library")]
    NotOurs,
    /// Made by a newer version.
    #[error("library of a newer version ({found}, this program knows {known})")]
    Newer {
        /// The version of the file.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// It can be read but not written.
    #[error("library is read-only")]
    ReadOnly,
    /// Another program writes to it.
    #[error("library is locked by another program")]
    Locked,
    /// No library there to read.
    #[error("no library")]
    NotFound,
    /// The disk is full.
    #[error("disk full")]
    DiskFull,
    /// Its structure is damaged.
    #[error("library is damaged: {0}")]
    Damaged(String),
    /// Any other failure, with the system's words.
    #[error("library: {0}")]
    Io(String),
}

/// What can keep a picture or a table from being written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportProblem {
    /// A file of that name is there, with other bytes, and nobody said that it may go.
    #[error("already there")]
    Exists,
    /// No folder there to write into.
    #[error("no such folder")]
    NoFolder,
    /// The system does not let us write there.
    #[error("no permission")]
    NoPermission,
    /// The disk is full.
    #[error("disk full")]
    DiskFull,
    /// The size asked for has no room for the chart.
    #[error("too small, {width} x {height} mm would do")]
    TooSmall {
        /// A width that would do, in millimetres.
        width: u32,
        /// A height that would do, in millimetres.
        height: u32,
    },
    /// More pixels than a picture may have.
    #[error("{millions} million pixels")]
    TooManyPixels {
        /// Pixels in millions.
        millions: u32,
        /// The most that a picture may have.
        limit: u32,
    },
    /// Any other failure, with the system's words.
    #[error("cannot write: {0}")]
    Io(String),
}

/// What can be wrong with a catalogue.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueProblem {
    /// No TOML, or a key that a catalogue has not, in the words of the reader.
    #[error("{0}")]
    Syntax(String),
    /// An indicator without an id of one word, or without a name.
    #[error("no id or name")]
    NoName,
    /// Two indicators of that id.
    #[error("indicator {0} stands twice")]
    TwiceIndicator(String),
    /// A rule of an indicator that is not there.
    #[error("unknown indicator {0}")]
    UnknownIndicator(String),
    /// A rule of a topic that is not there.
    #[error("unknown topic {0}")]
    UnknownTopic(String),
    /// An indicator counted in a unit that is not there.
    #[error("unknown unit {0}")]
    UnknownUnit(String),
    /// A rule that takes a measure word that no unit has.
    #[error("unknown measure word {0}")]
    UnknownMeasure(String),
    /// No section of that number.
    #[error("no section {0}")]
    BadSection(u8),
    /// No part of the Outline of that number.
    #[error("no part {0} of the Outline")]
    BadPart(u8),
    /// More measure words than can be told apart.
    #[error("more than 128 measure words")]
    TooManyMeasures,
    /// More topics than can be told apart.
    #[error("more than 64 topics")]
    TooManyTopics,
    /// More rules or words than can be told apart.
    #[error("more than 65535 rules or words")]
    TooManyWords,
}

impl Error {
    /// An error about a picture or table.
    pub fn export(problem: ExportProblem, path: impl Into<PathBuf>) -> Self {
        Self::Export { problem, path: path.into() }
    }

    /// An error about one file.
    pub fn file(problem: FileProblem, path: impl Into<PathBuf>) -> Self {
        Self::File { problem, path: path.into() }
    }

    /// An error about a library.
    pub fn library(problem: LibraryProblem, path: impl Into<PathBuf>) -> Self {
        Self::Library { problem, path: path.into() }
    }
}

/// What a panic said.
pub(crate) fn panic_words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("panic").to_owned()
}
