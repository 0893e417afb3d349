//! The package around a Word or OFD file: a ZIP archive, opened under limits, never unpacked to disk.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::{encoding, limits};
use crate::error::FileProblem;

/// An open package.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Names of the parts by their plain spelling, once one was asked for.
    names: Option<HashMap<String, String>>,
    budget: Budget,
}

impl<'a> Package<'a> {
    /// Opens the archive in `bytes`.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, FileProblem> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(problem)?;
        if archive.len() > limits::ENTRIES {
            return Err(FileProblem::Damaged("too many entries".to_owned()));
        }
        Ok(Self { archive, names: None, budget: Budget::default() })
    }

    /// Whether there is a part of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The part that `name` means, also where it is spelled with other slashes or capitals.
    pub(super) fn nearest(&mut self, name: &str) -> Option<String> {
        if self.has(name) {
            return Some(name.to_owned());
        }
        let plain = |name: &str| name.replace('\\', "/").trim_start_matches('/').to_lowercase();
        let names = self.names.get_or_insert_with(|| {
            let names = self.archive.file_names().filter_map(|name| Some(name.ok()?.into_owned()));
            names.map(|name| (plain(&name), name)).collect()
        });
        names.get(&plain(name)).cloned()
    }

    /// What a package without a Word text is, by the names of its parts.
    pub(super) fn type_name(&self) -> String {
        let names: Vec<String> = self.archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
        let holds = |start: &str| names.iter().any(|name| name.starts_with(start));
        let name = match () {
            () if holds("xl/") => "xlsx",
            () if holds("ppt/") => "pptx",
            () if holds("OFD.xml") => "ofd",
            () if holds("META-INF/manifest.xml") => "odt",
            () => "zip",
        };
        name.to_owned()
    }

    /// The text of a part; `None` where there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, FileProblem> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let entry = self.archive.by_index(index).map_err(problem)?;
        Ok(Some(encoding::into_text(self.budget.unpack(entry)?)))
    }
}

/// What an archive may still unpack to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    /// Bytes left.
    left: u64,
}

impl Default for Budget {
    fn default() -> Self {
        Self { left: limits::INFLATED }
    }
}

impl Budget {
    pub(super) fn of(left: u64) -> Self {
        Self { left }
    }

    pub(super) fn left(self) -> u64 {
        self.left
    }

    /// Unpacks an entry and counts what comes out.
    pub(super) fn unpack<R: Read + ?Sized>(&mut self, entry: ZipFile<'_, R>) -> Result<Vec<u8>, FileProblem> {
        let (size, packed) = (entry.size(), entry.compressed_size());
        let swollen = size > limits::RATIO_FROM && size / packed.max(1) > limits::RATIO;
        if size > self.left || swollen {
            return Err(FileProblem::Swollen { limit: limits::INFLATED });
        }
        // The declared size can lie: what counts is what comes out.
        let cap = self.left.min(limits::RATIO_FROM.max(packed.saturating_mul(limits::RATIO)));
        let mut bytes = Vec::with_capacity(usize::try_from(size.min(limits::RATIO_FROM)).unwrap_or(0));
        entry.take(cap + 1).read_to_end(&mut bytes).map_err(|error| FileProblem::Damaged(error.to_string()))?;
        if bytes.len() as u64 > cap {
            return Err(FileProblem::Swollen { limit: limits::INFLATED });
        }
        self.left -= bytes.len() as u64;
        Ok(bytes)
    }
}

/// What is wrong with an archive.
pub(super) fn problem(error: ZipError) -> FileProblem {
    match error {
        ZipError::UnsupportedArchive(text) if text == ZipError::PASSWORD_REQUIRED => FileProblem::Password,
        ZipError::InvalidPassword => FileProblem::Password,
        other => FileProblem::Damaged(other.to_string()),
    }
}
