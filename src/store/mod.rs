//! The library: one SQLite file with the reports, their passages and figures, and what people decided about them.
//!
//! All SQL of the program stands here. A [`Library`] that writes belongs to one thread; readers open their own.
//! What the rules read can be replaced at any time; the file's bytes and people's decisions never are.

mod add;
mod anchor;
mod codec;
mod coverage;
mod decisions;
mod fault;
mod figures;
mod filter;
mod migrate;
mod observations;
mod open;
mod pack;
mod reports;
mod slices;

#[cfg(test)]
#[path = "../../tests/readings/mod.rs"]
mod readings;

use std::fmt;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

pub use add::{Added, Batch};
pub use anchor::Anchor;
pub use coverage::Progress;
pub use decisions::{Action, Corrected, Decision, DecisionId, StoredDecision};
pub use filter::{Filter, Query};
pub use observations::{StoredChange, StoredObservation};
pub(crate) use open::temporary;
pub use open::{APPLICATION_ID, Access};
pub use pack::Packed;
pub use reports::{ReportSummary, StoredReport};

use crate::error::Error;
use fault::Fault;

/// A report's number in its library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportId(i64);

impl ReportId {
    /// The id with that number, for numbers that a person typed; it need not exist.
    pub fn new(number: i64) -> Self {
        Self(number)
    }

    /// The number.
    pub fn number(self) -> i64 {
        self.0
    }
}

impl fmt::Display for ReportId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl ToSql for ReportId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl FromSql for ReportId {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(Self)
    }
}

/// An open library.
#[derive(Debug)]
pub struct Library {
    conn: Connection,
    path: PathBuf,
    access: Access,
    version: i64,
    backup: Option<PathBuf>,
}

impl Library {
    /// The library's file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The newer version that wrote this library, where it was opened read-only in spite of that.
    ///
    /// What this version does not know of is not shown then, and a query may fail.
    pub fn newer(&self) -> Option<i64> {
        (self.version > migrate::latest()).then_some(self.version)
    }

    /// The copy that was laid aside because opening the library raised it to this version.
    pub fn backup(&self) -> Option<&Path> {
        self.backup.as_deref()
    }

    /// Runs reading work on one state of the library, however much a writer commits meanwhile.
    fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, Error> {
        let done = self.conn.unchecked_transaction().map_err(Fault::from).and_then(|tx| work(&tx));
        self.named(done)
    }

    /// Adds the library's path to what went wrong.
    fn named<T>(&self, result: Result<T, Fault>) -> Result<T, Error> {
        result.map_err(|fault| fault.at(&self.path))
    }
}

impl Drop for Library {
    /// Folds the log back into the one file, so that it can be copied or mailed.
    fn drop(&mut self) {
        if self.access == Access::ReadWrite {
            // Someone may hold the log; then it is folded in at the next chance, and nobody waits for it now.
            self.conn.busy_timeout(std::time::Duration::ZERO).ok();
            self.conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").ok();
        }
    }
}
