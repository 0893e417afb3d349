//! Reports that another catalogue read, read again from the bytes that the library keeps.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::import::{Front, Handle, Read, Wake, job};
use super::message::{Message, Summary};
use crate::error::{Error, FileProblem, panic_words};
use crate::progress::{CancelToken, Progress};
use crate::reading::Reading;
use crate::store::{Access, Filter, Library};

/// Reads anew the reports of the library whose figures are of another catalogue than the one with `digest`; gives how
/// many. Each is put in its place by itself: what is done stays done. A report that cannot be read any more is left.
///
/// # Errors
///
/// Those of the library.
pub fn read_anew(library: &Path, read: &Read, digest: &str) -> Result<usize, Error> {
    work(library, read, digest, &CancelToken::new(), |_| {}).map(|done| done.imported)
}

/// The same on a thread of its own. It tells its progress and ends with how many were read and how many are left as
/// they were; nothing is said of single reports.
pub fn start_read_anew(library: impl Into<PathBuf>, read: Arc<Read>, digest: String, wake: Arc<Wake>) -> Handle {
    let library = library.into();
    job("read-anew", wake, move |cancel, front| {
        let told = |progress| drop(front.offer(Message::Progress(progress)));
        let done = work(&library, &*read, &digest, &cancel, told);
        end(&front, done, cancel.is_cancelled());
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
    read: &Read,
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
        let bytes = library.original(report.id)?;
        match caught(read, &report.path, bytes.clone()) {
            Ok(reading) => {
                library.replace_reading(report.id, &reading, &bytes)?;
                summary.imported += 1;
            }
            Err(_) => summary.failed += 1,
        }
    }
    Ok(summary)
}

/// A report that breaks a step costs this report alone.
fn caught(read: &Read, path: &Path, bytes: Vec<u8>) -> Result<Reading, Error> {
    let reading = catch_unwind(AssertUnwindSafe(|| read(path, bytes)));
    reading.unwrap_or_else(|panic| Err(Error::file(FileProblem::Damaged(panic_words(&*panic)), path)))
}
