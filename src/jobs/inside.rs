//! Files inside archives: listed before the readers begin, unpacked by them one at a time.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::list::{Entry, stranger};
use super::message::{Outcome, SkipReason};
use crate::error::{Error, FileProblem, panic_words};
use crate::intake::{self, Archive, Member};

/// A file inside an archive that is held in memory.
#[derive(Clone, Debug)]
pub(super) struct Inside {
    archive: Arc<Held>,
    member: Member,
}

/// An archive's bytes, with what it and those inside it may still unpack to.
#[derive(Debug)]
struct Held {
    path: PathBuf,
    bytes: Vec<u8>,
    left: Arc<Mutex<Option<u64>>>,
}

impl Inside {
    /// The file's bytes.
    pub fn bytes(&self) -> Result<Vec<u8>, FileProblem> {
        let Some(archive) = Archive::open(&self.archive.path, &self.archive.bytes) else {
            return Err(FileProblem::Damaged("no archive".to_owned()));
        };
        let mut archive = archive?;
        // Held while it unpacks: what all members unpack to is one sum.
        let mut left = self.archive.left.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(left) = *left {
            archive.allow(left);
        }
        let bytes = archive.bytes(&self.member);
        *left = Some(archive.left());
        bytes
    }
}

/// Whether a file's name says that it is an archive of files.
pub(super) fn is_archive(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

/// Adds the files of the archive at `path` to `list`; false where it is none, but one document with that ending.
pub(super) fn unpack(path: &Path, named: bool, list: &mut Vec<Entry>) -> bool {
    let before = list.len();
    // An archive that breaks its reader costs this archive alone, not the thread that lists.
    let listed = catch_unwind(AssertUnwindSafe(|| {
        intake::bytes(path).map(|bytes| add(path, bytes, named, &Arc::default(), true, list))
    }));
    let broken = |panic: Box<dyn Any + Send>| Err(Error::file(FileProblem::Damaged(panic_words(&*panic)), path));
    listed.unwrap_or_else(broken).unwrap_or_else(|error| {
        list.truncate(before);
        list.push(Entry::settled(path, named, Outcome::Failed(error)));
        true
    })
}

/// Adds the files of an archive; archives in it are opened where `deeper` allows it.
fn add(
    path: &Path,
    bytes: Vec<u8>,
    named: bool,
    left: &Arc<Mutex<Option<u64>>>,
    deeper: bool,
    list: &mut Vec<Entry>,
) -> bool {
    let failed = |problem, at: &Path| Entry::settled(at, false, Outcome::Failed(Error::file(problem, at)));
    let members = match Archive::open(path, &bytes) {
        None => return false,
        Some(Err(problem)) => {
            list.push(Entry { named, ..failed(problem, path) });
            return true;
        }
        Some(Ok(archive)) => archive.members().to_vec(),
    };
    if members.is_empty() {
        list.push(Entry::settled(path, named, Outcome::Skipped(SkipReason::EmptyFolder)));
    }
    let archive = Arc::new(Held { path: path.to_owned(), bytes, left: Arc::clone(left) });
    for member in members {
        let (at, size) = (member.path.clone(), member.size);
        let inside = Inside { archive: Arc::clone(&archive), member };
        if is_archive(&at) {
            let added = if deeper {
                inside.bytes().map(|bytes| add(&at, bytes, false, left, false, list))
            } else {
                Err(FileProblem::Damaged("archives nested too deeply".to_owned()))
            };
            match added {
                Ok(true) => continue,
                Ok(false) => {}
                Err(problem) => {
                    list.push(failed(problem, &at));
                    continue;
                }
            }
        } else if let Some(reason) = stranger(&at) {
            list.push(Entry::settled(&at, false, Outcome::Skipped(reason)));
            continue;
        }
        list.push(Entry { path: at, named: false, settled: None, size, inside: Some(Box::new(inside)) });
    }
    true
}
