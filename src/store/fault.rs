//! What goes wrong inside the store, before the library's path is added.

use std::io;
use std::path::Path;

use rusqlite::ErrorCode;

use crate::error::{Error, LibraryProblem};

/// A failure that does not know its library yet.
#[derive(Debug)]
pub(super) enum Fault {
    /// What SQLite says.
    Sql(rusqlite::Error),
    /// What is wrong with the library.
    Problem(LibraryProblem),
    /// A value that breaks what an earlier step promises.
    Data(String),
}

impl Fault {
    /// Content of the library that cannot be what this program wrote.
    pub fn damaged(what: impl Into<String>) -> Self {
        Self::Problem(LibraryProblem::Damaged(what.into()))
    }

    /// The error of the core, with the library's path.
    pub fn at(self, path: &Path) -> Error {
        match self {
            Self::Sql(error) => Error::library(problem(&error), path),
            Self::Problem(problem) => Error::library(problem, path),
            Self::Data(what) => Error::Data(what),
        }
    }

    /// SQLite's code, where the failure is SQLite's.
    pub fn code(&self) -> Option<ErrorCode> {
        match self {
            Self::Sql(error) => error.sqlite_error_code(),
            Self::Problem(_) | Self::Data(_) => None,
        }
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Problem(match error.kind() {
            io::ErrorKind::NotFound => LibraryProblem::NotFound,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => LibraryProblem::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem => LibraryProblem::ReadOnly,
            _ => LibraryProblem::Io(error.to_string()),
        })
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        Self::damaged(error.to_string())
    }
}

/// The kind behind SQLite's error. A value of another type than ours was not written by us.
fn problem(error: &rusqlite::Error) -> LibraryProblem {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => LibraryProblem::Locked,
        Some(ErrorCode::ReadOnly) => LibraryProblem::ReadOnly,
        Some(ErrorCode::DiskFull) => LibraryProblem::DiskFull,
        Some(ErrorCode::DatabaseCorrupt) => LibraryProblem::Damaged(error.to_string()),
        Some(ErrorCode::NotADatabase) => LibraryProblem::NotOurs,
        Some(_) => LibraryProblem::Io(error.to_string()),
        None => match error {
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..) => LibraryProblem::Damaged(error.to_string()),
            _ => LibraryProblem::Io(error.to_string()),
        },
    }
}
