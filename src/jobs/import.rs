//! Importing files: one lister, several readers, one writer, and the handle that the front holds.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, Builder};
use std::time::Duration;

use super::gate::Gate;
use super::list::{Entry, list};
use super::message::Message;
use super::read::{Product, produce};
use super::trial::Place;
use super::write;
use crate::error::Error;
use crate::progress::CancelToken;
use crate::reading::Reading;
use crate::store::ReportId;

/// The pure chain from a file's bytes to its reading.
pub type Read = dyn Fn(&Path, Vec<u8>) -> Result<Reading, Error> + Send + Sync;

/// Called after each message, from the job's thread.
pub type Wake = dyn Fn() + Send + Sync;

/// Messages that wait for a front that is busy; the job waits beyond that.
const MESSAGES: usize = 256;

/// Files under way for each reader.
const AHEAD: usize = 4;

/// Bytes of files under way. What the steps make of a file takes several times its size.
const BYTES_AHEAD: u64 = 64 << 20;

/// A running job. Dropping it cancels.
#[derive(Debug)]
pub struct Handle {
    messages: Receiver<Message>,
    cancel: CancelToken,
}

impl Handle {
    /// Asks the job to stop. What is finished is kept; the answer is `Cancelled`, or `Done` if it just was.
    pub fn cancel(&self) {
        self.cancel.cancel();
    }

    /// The token that [`Handle::cancel`] sets, for fronts whose wish to stop comes from another thread.
    pub fn cancel_token(&self) -> CancelToken {
        self.cancel.clone()
    }

    /// The next message if there is one; never waits. `None` for ever after the last.
    pub fn try_next(&self) -> Option<Message> {
        self.messages.try_recv().ok()
    }

    /// Waits for the next message, at most `patience`. `None` after the last, or when nothing came.
    pub fn next_within(&self, patience: Duration) -> Option<Message> {
        self.messages.recv_timeout(patience).ok()
    }

    /// All messages up to the last, waiting for each.
    pub fn messages(&self) -> impl Iterator<Item = Message> {
        self.messages.iter()
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.cancel.cancel();
    }
}

/// Imports files and folders into the library at `library`, which is created where there is none.
///
/// Results come in the order of `paths`, each folder's content by name, whatever the threads do. A file is reported
/// as imported only after the commit that holds it.
pub fn import(library: impl Into<PathBuf>, paths: Vec<PathBuf>, read: Arc<Read>, wake: Arc<Wake>) -> Handle {
    start(Place::Kept(library.into()), paths, read, wake)
}

/// Starts an import into whatever library is meant.
pub(super) fn start(library: Place, paths: Vec<PathBuf>, read: Arc<Read>, wake: Arc<Wake>) -> Handle {
    job("import-write", wake, move |cancel, front| write::run(&library, paths, read, cancel, front))
}

/// Starts a job on a thread of its own.
pub(super) fn job(name: &str, wake: Arc<Wake>, work: impl FnOnce(CancelToken, Front) + Send + 'static) -> Handle {
    let (sender, messages) = sync_channel(MESSAGES);
    let cancel = CancelToken::new();
    let front = Front { messages: sender, wake };
    let (token, line) = (cancel.clone(), front.clone());
    let started = spawn(name, move || work(token, line));
    if let Err(error) = started {
        front.send(Message::Failed(error)).ok();
    }
    Handle { messages, cancel }
}

/// The way to the front.
#[derive(Clone)]
pub(super) struct Front {
    messages: SyncSender<Message>,
    wake: Arc<Wake>,
}

/// Nobody listens any more.
pub(super) struct Gone;

impl Front {
    /// Sends and wakes; waits while the front is busy.
    pub fn send(&self, message: Message) -> Result<(), Gone> {
        self.messages.send(message).map_err(|_| Gone)?;
        (self.wake)();
        Ok(())
    }

    /// Sends what a busy front can do without.
    pub fn offer(&self, message: Message) -> Result<(), Gone> {
        match self.messages.try_send(message) {
            Ok(()) => (self.wake)(),
            Err(TrySendError::Full(_)) => {}
            Err(TrySendError::Disconnected(_)) => return Err(Gone),
        }
        Ok(())
    }
}

/// An entry worked on, with its place in the list.
pub(super) struct Finished {
    pub index: usize,
    pub entry: Entry,
    pub product: Product,
}

/// What lister, readers and writer share.
pub(super) struct Shared {
    pub cancel: CancelToken,
    pub gate: Gate,
    /// Entries listed so far.
    pub listed: AtomicUsize,
    /// The file that a reader began last.
    pub item: Mutex<String>,
    known: BTreeMap<[u8; 32], ReportId>,
    read: Arc<Read>,
}

impl Shared {
    fn begins(&self, path: &Path) {
        let mut item = self.item.lock().unwrap_or_else(PoisonError::into_inner);
        *item = path.display().to_string();
    }
}

/// Lister and readers at work. Dropping it sends them home after the file in hand.
pub(super) struct Crew {
    pub shared: Arc<Shared>,
    /// Ends when all is read, or some time after the cancel.
    pub products: Receiver<Finished>,
}

impl Drop for Crew {
    fn drop(&mut self) {
        self.shared.cancel.cancel();
        self.shared.gate.close();
    }
}

impl Crew {
    /// Starts the threads.
    pub fn start(
        paths: Vec<PathBuf>,
        read: Arc<Read>,
        known: BTreeMap<[u8; 32], ReportId>,
        cancel: CancelToken,
    ) -> Result<Self, Error> {
        let readers = thread::available_parallelism().map_or(2, usize::from);
        let gate = Gate::new(readers * AHEAD, BYTES_AHEAD);
        let (listed, item) = (AtomicUsize::new(0), Mutex::default());
        let shared = Arc::new(Shared { cancel, gate, listed, item, known, read });
        let (entries, queue) = sync_channel(readers * AHEAD);
        let (finished, products) = sync_channel(readers * AHEAD);
        let crew = Self { shared: Arc::clone(&shared), products };
        let queue = Arc::new(Mutex::new(queue));
        for number in 1..=readers {
            let (shared, queue, finished) = (Arc::clone(&shared), Arc::clone(&queue), finished.clone());
            spawn(&format!("import-read-{number}"), move || work(&shared, &queue, &finished))?;
        }
        spawn("import-list", move || feed(&paths, &shared, &entries))?;
        Ok(crew)
    }
}

/// The lister's thread: the whole list first, for its length is what progress is told by.
fn feed(paths: &[PathBuf], shared: &Shared, entries: &SyncSender<(usize, Entry)>) {
    let list = list(paths, &shared.cancel, |count| shared.listed.store(count, Ordering::Relaxed));
    for item in list.into_iter().enumerate() {
        if shared.cancel.is_cancelled() || !shared.gate.enter(item.1.size) || entries.send(item).is_err() {
            return;
        }
    }
}

/// A reader's thread.
fn work(shared: &Shared, queue: &Mutex<Receiver<(usize, Entry)>>, finished: &SyncSender<Finished>) {
    while !shared.cancel.is_cancelled() {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((index, mut entry)) = next else { return };
        shared.begins(&entry.path);
        let product = produce(&mut entry, &*shared.read, &shared.known);
        if finished.send(Finished { index, entry, product }).is_err() {
            return;
        }
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<(), Error> {
    let started = Builder::new().name(name.to_owned()).spawn(work);
    started.map(drop).map_err(|error| Error::Data(format!("no thread {name}: {error}")))
}
