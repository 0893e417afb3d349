//! What can be asked at the desk, and how it is answered.

use std::path::PathBuf;
use std::sync::Arc;

use super::encoding::EncodingPage;
use super::pages::{ComparePage, Overview, ReportPage, TrendPage, TrendQuery};
#[cfg(feature = "export")]
use super::pages::{ExportOrder, Preview};
use crate::error::Error;
use crate::intake::Encoding;
use crate::store::ReportId;

/// Names a question and its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(u64);

impl Ticket {
    pub(super) fn new(number: u64) -> Self {
        Self(number)
    }

    #[cfg(test)]
    pub(super) fn number(self) -> u64 {
        self.0
    }
}

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// What the library at this path holds. All later questions are about it, and what was read of it before is read
    /// anew: to be asked again after an import. Where no file is, it holds nothing.
    Open(PathBuf),
    /// One report for reading.
    Report(ReportId),
    /// The same with the page chrome that stands in its file, read again from the bytes that the library keeps.
    Uncut(ReportId),
    /// How a report would read in that encoding; in the one that its bytes show where none is named.
    Encoding(ReportId, Option<Encoding>),
    /// Two reports side by side.
    Compare {
        /// The left one.
        left: ReportId,
        /// The right one.
        right: ReportId,
    },
    /// A chart.
    Trend(TrendQuery),
    /// A chart drawn small, as it would be written.
    #[cfg(feature = "export")]
    Preview(Box<ExportOrder>),
    /// A chart written to files. Never superseded.
    #[cfg(feature = "export")]
    Export(Box<ExportOrder>),
}

/// What a question is answered with.
#[derive(Clone, Debug)]
pub enum Answer {
    /// To [`Command::Open`].
    Overview(Arc<Overview>),
    /// To [`Command::Report`] and [`Command::Uncut`].
    Report(Arc<ReportPage>),
    /// To [`Command::Encoding`].
    Encoding(Arc<EncodingPage>),
    /// To [`Command::Compare`].
    Compare(Arc<ComparePage>),
    /// To [`Command::Trend`].
    Trend(Arc<TrendPage>),
    /// To [`Command::Preview`].
    #[cfg(feature = "export")]
    Preview(Arc<Preview>),
    /// To [`Command::Export`]: the files written.
    #[cfg(feature = "export")]
    Exported(Arc<Vec<PathBuf>>),
}

/// The one answer to a question.
#[derive(Debug)]
pub struct Reply {
    /// The question.
    pub ticket: Ticket,
    /// Its answer; [`Error::Cancelled`] where a newer question took its place before it was begun.
    pub result: Result<Answer, Error>,
}
