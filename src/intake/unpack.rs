//! Archives on the disk: what lies in one and in those inside it, and the bytes of one file at a time.
//!
//! Nothing of an archive is held between two files but what stands in [`Unpacker`].

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::archive::Archive;
use super::{limits, open, pace};
use crate::error::FileProblem;

/// What lies in an archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// All in the order of their names, what is in an inner archive in that one's place.
    pub items: Vec<Item>,
    /// Bytes that the archive may still unpack to.
    pub left: u64,
}

/// Something in an archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its name in the archive, that of an inner archive before it.
    pub name: PathBuf,
    /// Bytes when unpacked, as the archive declares them.
    pub size: u64,
    /// What it is.
    pub what: What,
}

/// What something in an archive is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// A file.
    File(Slot),
    /// An archive with nothing in it.
    Empty,
    /// An archive that cannot be opened.
    Broken(FileProblem),
}

/// Where in an archive a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// Number of the archive in the archive, for a file in one.
    inner: Option<usize>,
    /// Number of the file.
    index: usize,
}

/// Whether a file's name says that it is an archive of files.
pub fn is_archive(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

/// Opens archives, and keeps the inner one that it unpacked last.
#[derive(Debug, Default)]
pub struct Unpacker {
    kept: Option<Kept>,
}

#[derive(Debug)]
struct Kept {
    of: (PathBuf, u64, Option<SystemTime>, usize),
    bytes: Vec<u8>,
}

impl Unpacker {
    /// What lies in the archive at `path`; `None` where it is none, but one document with that ending.
    ///
    /// # Errors
    ///
    /// What is wrong with the file or the archive.
    pub fn list(&mut self, path: &Path) -> Result<Option<Listing>, FileProblem> {
        let Some(archive) = Archive::read(Path::new(""), opened(path)?) else { return Ok(None) };
        let mut archive = archive?;
        let mut items = Vec::new();
        for member in archive.members().to_vec() {
            let item = |what| Item { name: member.path.clone(), size: member.size, what };
            if !is_archive(&member.path) {
                items.push(item(What::File(Slot { inner: None, index: member.index })));
                continue;
            }
            match archive.entry(member.index).and_then(inner) {
                Err(problem) => items.push(item(What::Broken(problem))),
                Ok(bytes) => inside(&member.path, member.index, &bytes, &mut items),
            }
        }
        Ok(Some(Listing { items, left: archive.left() }))
    }

    /// The bytes of a file in the archive at `path`, `left` at most.
    ///
    /// # Errors
    ///
    /// What is wrong with the file or the archive, or that it unpacks to too much.
    pub fn bytes(&mut self, path: &Path, slot: Slot, left: u64) -> Result<Vec<u8>, FileProblem> {
        let Some(inner) = slot.inner else { return entry(path, opened(path)?, slot.index, left) };
        let bytes = self.inner(path, inner)?;
        entry(path, io::Cursor::new(bytes), slot.index, left)
    }

    /// The bytes of the archive in the archive.
    fn inner(&mut self, path: &Path, number: usize) -> Result<&[u8], FileProblem> {
        let facts = std::fs::metadata(path).map_err(super::problem)?;
        let of = (path.to_owned(), facts.len(), facts.modified().ok(), number);
        let bytes = match self.kept.take() {
            Some(kept) if kept.of == of => kept.bytes,
            // The old one goes before the new one comes.
            other => {
                drop(other);
                entry(path, opened(path)?, number, limits::INNER)?
            }
        };
        Ok(&self.kept.insert(Kept { of, bytes }).bytes)
    }
}

/// Lists an archive in the archive. What is deeper still is not opened.
fn inside(name: &Path, number: usize, bytes: &[u8], items: &mut Vec<Item>) {
    let size = bytes.len() as u64;
    let itself = |what| Item { name: name.to_owned(), size, what };
    let archive = match Archive::open(name, bytes) {
        // A document with the ending of an archive.
        None => return items.push(itself(What::File(Slot { inner: None, index: number }))),
        Some(Err(problem)) => return items.push(itself(What::Broken(problem))),
        Some(Ok(archive)) => archive,
    };
    if archive.members().is_empty() {
        items.push(itself(What::Empty));
    }
    items.extend(archive.members().iter().map(|member| {
        let what = if is_archive(&member.path) {
            What::Broken(FileProblem::Nested)
        } else {
            What::File(Slot { inner: Some(number), index: member.index })
        };
        Item { name: member.path.clone(), size: member.size, what }
    }));
}

/// Bytes of an archive in an archive that is not too large to be kept.
fn inner(bytes: Vec<u8>) -> Result<Vec<u8>, FileProblem> {
    if bytes.len() as u64 <= limits::INNER { Ok(bytes) } else { Err(FileProblem::Swollen { limit: limits::INNER }) }
}

fn entry(path: &Path, from: impl Read + Seek, index: usize, left: u64) -> Result<Vec<u8>, FileProblem> {
    let archive = Archive::read(path, from).unwrap_or(Err(FileProblem::Damaged("no archive".to_owned())));
    let mut archive = archive?;
    archive.allow(left);
    archive.entry(index)
}

fn opened(path: &Path) -> Result<BufReader<Paced>, FileProblem> {
    open::file(path).map(|file| BufReader::with_capacity(1 << 16, Paced(file)))
}

/// A file that tells the watch how it is read: a disk far away can be slow.
#[derive(Debug)]
struct Paced(File);

impl Read for Paced {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.0.read(into)?;
        pace::bytes(count);
        Ok(count)
    }
}

impl Seek for Paced {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}
