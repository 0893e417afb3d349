//! Reports read again from the bytes that the library keeps: those that another catalogue read, or one in another
//! encoding.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::import::{Front, Handle, Wake, job};
use super::message::{FileResult, Message, Outcome, Summary};
use crate::error::{Error, FileProblem, panic_words};
use crate::intake::{Encoding, Options};
use crate::progress::{CancelToken, Progress};
use crate::reading::{Manner, Reading};
use crate::store::{Access, Filter, Library, ReportId, ReportSummary};

/// The pure chain from a file's bytes to its reading, by what a person said of the file.
pub type ReadAgain = dyn Fn(&Path, Vec<u8>, &Manner) -> Result<Reading, Error> + Send + Sync;

/// Reads anew the reports of the library whose figures are of another catalogue than the one with `digest`; gives how
/// many. Each is put in its place by itself: what is done stays done. A report that cannot be read any more is left.
///
/// # Errors
///
/// Those of the library.
pub fn read_anew(library: &Path, read: &ReadAgain, digest: &str) -> Result<usize, Error> {
    work(library, read, digest, &CancelToken::new(), |_| {}).map(|done| done.imported)
}

/// The same on a thread of its own. It tells its progress and ends with how many were read and how many are left as
/// they were; nothing is said of single reports.
pub fn start_read_anew(library: impl Into<PathBuf>, read: Arc<ReadAgain>, digest: String, wake: Arc<Wake>) -> Handle {
    let library = library.into();
    job("read-anew", wake, move |cancel, front| {
        let told = |progress| drop(front.offer(Message::Progress(progress)));
        let done = work(&library, &*read, &digest, &cancel, told);
        end(&front, done, cancel.is_cancelled());
    })
}

/// Reads one report again in that encoding, in the one that its bytes show where none is named; the library keeps the
/// choice. What became of it, and how many figures lost a person's decision.
///
/// # Errors
///
/// [`Error::File`] when it cannot be read so, and those of the library: then the report stays as it was.
pub fn read_as(
    library: &Path,
    id: ReportId,
    encoding: Option<Encoding>,
    read: &ReadAgain,
) -> Result<(FileResult, usize), Error> {
    let mut library = Library::open(library, Access::ReadWrite)?;
    let before = library.reading_of(id)?;
    let manner = Manner { options: Options { encoding }, ..library.manner(id)? };
    let path = before.summary.path.clone();
    let bytes = library.original(id)?;
    let reading = caught(read, &path, bytes.clone(), &manner)?;
    library.replace_reading(id, &reading, &bytes)?;
    let undecided = before.decided().saturating_sub(library.reading_of(id)?.decided());
    let outcome = Outcome::Imported {
        id,
        version_of: None,
        near: None,
        identity: Box::new(reading.identity),
        observations: reading.figures.observations.len(),
        mismatch: reading.mismatch.map(Box::new),
    };
    Ok((FileResult { path, named: true, outcome }, undecided))
}

/// The same on a thread of its own: the file's result, then the end. What [`read_as`] fails with is told as
/// [`Message::Failed`].
pub fn start_read_as(
    library: impl Into<PathBuf>,
    id: ReportId,
    encoding: Option<Encoding>,
    read: Arc<ReadAgain>,
    wake: Arc<Wake>,
) -> Handle {
    let library = library.into();
    job("read-as", wake, move |_, front| {
        let done = read_as(&library, id, encoding, &*read).map(|(result, undecided)| {
            front.send(Message::File(result)).ok();
            Summary { imported: 1, undecided, ..Summary::default() }
        });
        end(&front, done, false);
    })
}

fn end(front: &Front, done: Result<Summary, Error>, cancelled: bool) {
    let last = match done {
        Ok(summary) if cancelled => Message::Cancelled(summary),
        Ok(summary) => Message::Done(summary),
        Err(error) => Message::Failed(error),
    };
    front.send(last).ok();
}

fn work(
    library: &Path,
    read: &ReadAgain,
    digest: &str,
    cancel: &CancelToken,
    told: impl Fn(Progress),
) -> Result<Summary, Error> {
    let mut library = Library::open(library, Access::ReadWrite)?;
    let others = library.read_by_others(digest)?;
    let mut summary = Summary::default();
    if others.is_empty() {
        return Ok(summary);
    }
    let reports = library.reports(&Filter::default())?;
    for report in reports.iter().filter(|report| others.contains(&report.id)) {
        if cancel.is_cancelled() {
            break;
        }
        told(Progress { done: summary.files(), total: others.len(), item: report.file_name.clone() });
        anew(&mut library, report, read, &mut summary)?;
    }
    Ok(summary)
}

fn anew(library: &mut Library, report: &ReportSummary, read: &ReadAgain, summary: &mut Summary) -> Result<(), Error> {
    let bytes = library.original(report.id)?;
    match caught(read, &report.path, bytes.clone(), &library.manner(report.id)?) {
        Ok(reading) => {
            library.replace_reading(report.id, &reading, &bytes)?;
            summary.imported += 1;
        }
        Err(_) => summary.failed += 1,
    }
    Ok(())
}

/// A report that breaks a step costs this report alone.
fn caught(read: &ReadAgain, path: &Path, bytes: Vec<u8>, manner: &Manner) -> Result<Reading, Error> {
    let reading = catch_unwind(AssertUnwindSafe(|| read(path, bytes, manner)));
    reading.unwrap_or_else(|panic| Err(Error::file(FileProblem::Damaged(panic_words(&*panic)), path)))
}
