//! What a job says to the front that started it.

use std::path::PathBuf;

use crate::compare::Near;
use crate::error::Error;
use crate::identity::{Identity, Mismatch};
use crate::progress::Progress;
use crate::store::ReportId;

/// One message of a running job. After `Done`, `Failed` or `Cancelled` there is no other.
#[derive(Debug)]
pub enum Message {
    /// How far it has come; at most ten a second.
    Progress(Progress),
    /// What became of one file, in the order of the list.
    File(FileResult),
    /// All was worked through.
    Done(Summary),
    /// It was stopped; what is counted stays done.
    Cancelled(Summary),
    /// The library failed. What was reported before stays done, nothing else is in the library.
    Failed(Error),
}

/// What became of one file.
#[derive(Debug)]
pub struct FileResult {
    /// The file: as the user named it, or the folder as named and the rest.
    pub path: PathBuf,
    /// Whether the user named it, rather than a folder that it lies in.
    pub named: bool,
    /// What became of it.
    pub outcome: Outcome,
}

/// What can become of a file.
#[derive(Debug)]
pub enum Outcome {
    /// It is in the library now; told only after the commit.
    Imported {
        /// Its number.
        id: ReportId,
        /// The report of the same body, year and kind that was current until now.
        version_of: Option<ReportId>,
        /// How it differs from that one, where both are nearly the same.
        near: Option<Box<Near>>,
        /// Who, when, what.
        identity: Box<Identity>,
        /// How many values were drawn out of it.
        observations: usize,
        /// Where its name does not follow the user's pattern, which then says nothing of it.
        mismatch: Option<Box<Mismatch>>,
    },
    /// The same bytes are in the library, from an earlier import or from earlier in this one.
    Already {
        /// The number of the report that has them.
        id: ReportId,
    },
    /// A stranger in a folder, or a folder with nothing in it: no failure.
    Skipped(SkipReason),
    /// It could not be read.
    Failed(Error),
}

/// Why something in a folder was passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SkipReason {
    /// Its type, the ending in lower case without the dot, is none that this version reads.
    UnknownType(String),
    /// A Markdown file in a folder or archive: mostly notes on what lies beside it. Read where the user names it.
    Notes,
    /// Its name begins with a dot or `~$`: hidden, or left behind by an office program.
    Hidden,
    /// A link; those are followed only where the user names them.
    Link,
    /// A device, pipe or socket.
    NotAFile,
    /// A folder that the user named and that holds nothing at all.
    EmptyFolder,
}

/// How many files had which outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Newly in the library.
    pub imported: usize,
    /// There already.
    pub already: usize,
    /// Strangers.
    pub skipped: usize,
    /// Not read.
    pub failed: usize,
    /// Figures that a person had decided about, and that are not found any more in what was read again. The decisions
    /// stay in the library.
    pub undecided: usize,
}

impl Summary {
    /// Counts one more.
    pub(super) fn count(&mut self, outcome: &Outcome) {
        let counter = match outcome {
            Outcome::Imported { .. } => &mut self.imported,
            Outcome::Already { .. } => &mut self.already,
            Outcome::Skipped(_) => &mut self.skipped,
            Outcome::Failed(_) => &mut self.failed,
        };
        *counter += 1;
    }

    /// All files counted.
    pub fn files(&self) -> usize {
        self.imported + self.already + self.skipped + self.failed
    }
}
