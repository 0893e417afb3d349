//! The writer: owns the library, takes what the readers made in the order of the list, commits, and only then tells.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use super::import::{Crew, Finished, Front, Gone, Read};
use super::message::{FileResult, Message, Outcome, Summary};
use super::read::Product;
use super::trial::Place;
use crate::compare::near;
use crate::error::{Error, panic_words};
use crate::progress::{CancelToken, Progress};
use crate::store::{Access, Added, Batch, Library, Packed};

/// Files of one transaction at most.
const BATCH: usize = 64;

/// How long a transaction stays open for more files.
const BATCH_TIME: Duration = Duration::from_millis(200);

/// Between two messages of progress.
const TICK: Duration = Duration::from_millis(100);

/// How an import ended that did not fail.
enum End {
    Done,
    Cancelled,
}

/// The writer's thread: imports, closes the library, and sends the one last message.
pub(super) fn run(library: &Place, paths: Vec<PathBuf>, read: Arc<Read>, cancel: CancelToken, front: Front) {
    let mut summary = Summary::default();
    let fill = |library: &Path| import(library, paths, read, &cancel, &front, &mut summary);
    let work = || library.fill(fill, |end| matches!(end, End::Done));
    let ended = catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|panic| Err(Error::Data(format!("import: {}", panic_words(&*panic)))));
    let last = match ended {
        Ok(End::Done) => Message::Done(summary),
        Ok(End::Cancelled) => Message::Cancelled(summary),
        Err(error) => Message::Failed(error),
    };
    front.send(last).ok();
}

fn import(
    path: &Path,
    paths: Vec<PathBuf>,
    read: Arc<Read>,
    cancel: &CancelToken,
    front: &Front,
    summary: &mut Summary,
) -> Result<End, Error> {
    let mut library = Library::open(path, Access::ReadWrite)?;
    let known = library.known_files()?;
    let crew = Crew::start(paths, read, known, cancel.clone())?;
    let imported = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let mut inbox = Inbox { crew, front, waiting: BTreeMap::new(), next: 0, done: 0, told: None };
    write_all(&mut library, &mut inbox, &imported, summary)
}

/// Batch after batch until the list is worked through or the work is to stop.
fn write_all(
    library: &mut Library,
    inbox: &mut Inbox<'_>,
    imported: &str,
    summary: &mut Summary,
) -> Result<End, Error> {
    loop {
        let first = match inbox.next(None) {
            Next::Item(first) => first,
            Next::Over => return Ok(End::Done),
            Next::Stop | Next::Late => {
                // What is left is told by the last word on how many there are.
                inbox.front.send(Message::Progress(inbox.progress())).ok();
                return Ok(End::Cancelled);
            }
            Next::Lost => return Err(Error::Data("import: a thread ended early".to_owned())),
        };
        let results = match first {
            // Nothing to write, so nothing to lock: a second import passes beside a program that writes.
            Finished { entry, product: Product::Settled(outcome), .. } => {
                vec![FileResult { path: entry.path, named: entry.named, outcome }]
            }
            first => write_batch(library, first, inbox, imported)?,
        };
        for result in results {
            summary.count(&result.outcome);
            inbox.done += 1;
            if inbox.front.send(Message::File(result)).is_err() {
                return Ok(End::Cancelled);
            }
        }
    }
}

/// Writes `first` and what else comes soon in one transaction; gives the results once it has been committed.
fn write_batch(
    library: &mut Library,
    first: Finished,
    inbox: &mut Inbox<'_>,
    imported: &str,
) -> Result<Vec<FileResult>, Error> {
    let until = Instant::now() + BATCH_TIME;
    let mut batch = library.batch()?;
    let mut results = vec![write(&mut batch, first, imported)?];
    while results.len() < BATCH {
        match inbox.next(Some(until)) {
            Next::Item(item) => results.push(write(&mut batch, item, imported)?),
            Next::Over | Next::Stop | Next::Late | Next::Lost => break,
        }
    }
    batch.commit()?;
    Ok(results)
}

fn write(batch: &mut Batch<'_>, finished: Finished, imported: &str) -> Result<FileResult, Error> {
    let Finished { entry, product, .. } = finished;
    let outcome = match product {
        Product::Settled(outcome) => outcome,
        Product::Ready(packed) => outcome(batch, &packed, imported)?,
    };
    Ok(FileResult { path: entry.path, named: entry.named, outcome })
}

fn outcome(batch: &mut Batch<'_>, packed: &Packed, imported: &str) -> Result<Outcome, Error> {
    let (id, version_of) = match batch.add(packed, imported)? {
        Added::Already { id } => return Ok(Outcome::Already { id }),
        Added::New { id, version_of } => (id, version_of),
    };
    let near = match version_of {
        Some(earlier) => near(&batch.text(earlier)?, &packed.text()?).map(Box::new),
        None => None,
    };
    let (identity, observations) = (Box::new(packed.identity().clone()), packed.observations());
    let mismatch = packed.mismatch().cloned().map(Box::new);
    Ok(Outcome::Imported { id, version_of, near, identity, observations, mismatch })
}

/// What the writer finds when it looks for the next of the list.
enum Next {
    Item(Finished),
    /// The list is worked through.
    Over,
    /// The work is to stop, or nobody listens any more.
    Stop,
    /// Nothing came in time.
    Late,
    /// It will never come.
    Lost,
}

/// What comes from the readers, put in the order of the list.
struct Inbox<'a> {
    crew: Crew,
    front: &'a Front,
    waiting: BTreeMap<usize, Finished>,
    next: usize,
    done: usize,
    told: Option<Instant>,
}

impl Inbox<'_> {
    /// Waits for the next of the list, with no end or until a moment; tells progress meanwhile.
    fn next(&mut self, until: Option<Instant>) -> Next {
        loop {
            if self.crew.shared.cancel.is_cancelled() || self.tell().is_err() {
                return Next::Stop;
            }
            if let Some(item) = self.waiting.remove(&self.next) {
                self.next += 1;
                self.crew.shared.gate.leave(item.entry.size);
                return Next::Item(item);
            }
            let left = until.map_or(TICK, |until| until.saturating_duration_since(Instant::now()));
            if left.is_zero() {
                return Next::Late;
            }
            match self.crew.products.recv_timeout(left.min(TICK)) {
                Ok(item) => drop(self.waiting.insert(item.index, item)),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return self.over(),
            }
        }
    }

    /// The readers have ended: because all is read, or because one of them was told to stop.
    fn over(&self) -> Next {
        if self.crew.shared.cancel.is_cancelled() {
            return Next::Stop;
        }
        let all = self.next == self.crew.shared.listed.load(Ordering::Relaxed);
        if all { Next::Over } else { Next::Lost }
    }

    fn tell(&mut self) -> Result<(), Gone> {
        if self.told.is_some_and(|told| told.elapsed() < TICK) {
            return Ok(());
        }
        self.told = Some(Instant::now());
        self.front.offer(Message::Progress(self.progress()))
    }

    fn progress(&self) -> Progress {
        let item = self.crew.shared.item.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Progress { done: self.done, total: self.crew.shared.listed.load(Ordering::Relaxed), item }
    }
}
