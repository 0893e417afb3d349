//! Files inside archives: listed before the readers begin, unpacked by them one at a time. Nothing of an archive stays
//! in memory between two of its files.

use std::any::Any;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::list::{Entry, stranger};
use super::message::{Outcome, SkipReason};
use crate::error::{Error, FileProblem, panic_words};
use crate::intake::{Item, Listing, Slot, What, is_archive};
use crate::worker;

/// A file inside an archive.
#[derive(Clone, Debug)]
pub(super) struct Inside {
    archive: Arc<Opened>,
    slot: Slot,
}

/// An archive, with what all that is in it may still unpack to.
#[derive(Debug)]
struct Opened {
    path: PathBuf,
    left: Mutex<u64>,
}

impl Inside {
    /// The file's bytes.
    pub fn bytes(&self) -> Result<Vec<u8>, FileProblem> {
        // Held while it unpacks: what all members unpack to is one sum.
        let mut left = self.archive.left.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes = worker::unpack(&self.archive.path, self.slot, *left)?;
        *left = left.saturating_sub(bytes.len() as u64);
        Ok(bytes)
    }
}

/// Adds the files of the archive at `path` to `list`; false where it is none, but one document with that ending.
pub(super) fn unpack(path: &Path, named: bool, list: &mut Vec<Entry>) -> bool {
    // An archive that breaks its reader costs this archive alone, not the thread that lists.
    let broken = |panic: Box<dyn Any + Send>| Err(FileProblem::Damaged(panic_words(&*panic)));
    match catch_unwind(AssertUnwindSafe(|| worker::list(path))).unwrap_or_else(broken) {
        Ok(None) => return false,
        Ok(Some(listing)) => add(path, listing, named, list),
        Err(problem) => list.push(Entry { named, ..failed(problem, path) }),
    }
    true
}

/// Adds what of the archive at `path` is `wanted`, by the paths that its files are told by.
pub(super) fn unpack_some(path: &Path, wanted: &BTreeSet<&Path>, list: &mut Vec<Entry>) {
    let mut all = Vec::new();
    unpack(path, true, &mut all);
    let mut missing = wanted.clone();
    for entry in all {
        // An archive in this one was named for all that is in it.
        if let Some(named) = entry.path.ancestors().find(|path| wanted.contains(path)) {
            missing.remove(named);
        } else if entry.path == path {
            // It cannot be opened, which is said once.
            missing.clear();
        } else {
            continue;
        }
        list.push(Entry { named: true, ..entry });
    }
    list.extend(missing.into_iter().map(|path| Entry { named: true, ..failed(FileProblem::NotFound, path) }));
}

/// The archive that a path leads into, which a file system does not know.
pub(super) fn around(path: &Path) -> Option<&Path> {
    path.ancestors().skip(1).find(|path| is_archive(path) && path.is_file())
}

fn failed(problem: FileProblem, at: &Path) -> Entry {
    Entry::settled(at, false, Outcome::Failed(Error::file(problem, at)))
}

fn add(path: &Path, Listing { items, left }: Listing, named: bool, list: &mut Vec<Entry>) {
    if items.is_empty() {
        list.push(Entry::settled(path, named, Outcome::Skipped(SkipReason::EmptyFolder)));
    }
    let archive = Arc::new(Opened { path: path.to_owned(), left: Mutex::new(left) });
    for Item { name, size, what } in items {
        let at = path.join(name);
        list.push(match what {
            What::Empty => Entry::settled(&at, false, Outcome::Skipped(SkipReason::EmptyFolder)),
            What::Broken(problem) => failed(problem, &at),
            What::File(slot) => match stranger(&at).filter(|_| !is_archive(&at)) {
                Some(reason) => Entry::settled(&at, false, Outcome::Skipped(reason)),
                None => {
                    let inside = Some(Box::new(Inside { archive: Arc::clone(&archive), slot }));
                    Entry { path: at, named: false, settled: None, size, inside }
                }
            },
        });
    }
}
