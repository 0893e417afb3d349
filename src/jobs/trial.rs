//! A library made anew for some files alone, in the place of an earlier one once it is whole.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::import::{Handle, Read, Wake, start};
use super::partial::Partial;
use crate::error::{Error, LibraryProblem};
use crate::text::hex;

/// Where the library made for these files stands in `folder`: the same files give the same one.
pub fn trial_library(folder: &Path, files: &[PathBuf]) -> PathBuf {
    let mut hash = Sha256::new();
    for file in files {
        let path = std::path::absolute(file).unwrap_or_else(|_| file.clone());
        hash.update(path.as_os_str().as_encoded_bytes());
        hash.update([0]);
    }
    folder.join(hex(&hash.finalize()[..8]) + ".faheng")
}

/// Imports files and folders into a new library that takes the place of the one at `place` before `Done` is told.
///
/// The messages are those of [`super::import`]. Cancelled or failed, the earlier library stays as it was.
pub fn import_trial(place: impl Into<PathBuf>, paths: Vec<PathBuf>, read: Arc<Read>, wake: Arc<Wake>) -> Handle {
    start(Place::Anew(place.into()), paths, read, wake)
}

/// The library that an import fills.
pub(super) enum Place {
    /// One that stays, and is made where there is none.
    Kept(PathBuf),
    /// One made beside this place and put into it when it is whole.
    Anew(PathBuf),
}

impl Place {
    /// Runs `fill` on the library's file; `whole` tells by its answer whether a new one is to stand.
    pub fn fill<T>(
        &self,
        fill: impl FnOnce(&Path) -> Result<T, Error>,
        whole: impl FnOnce(&T) -> bool,
    ) -> Result<T, Error> {
        let place = match self {
            Self::Kept(library) => {
                // The first import of a user finds no folder for data yet.
                if let Some(folder) = library.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                    std::fs::create_dir_all(folder).map_err(|error| not_made(&error, library))?;
                }
                return fill(library);
            }
            Self::Anew(place) => place,
        };
        let partial = Partial::new(place).map_err(|error| not_made(&error, place))?;
        let filled = fill(&partial.path).map_err(|error| at(place, error))?;
        if whole(&filled) {
            partial.finish().map_err(|error| not_made(&error, place))?;
        }
        Ok(filled)
    }
}

/// The error of a library that the system does not let us make.
pub fn not_made(error: &io::Error, library: &Path) -> Error {
    use io::ErrorKind;
    let problem = match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => LibraryProblem::ReadOnly,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => LibraryProblem::DiskFull,
        _ => LibraryProblem::Io(error.to_string()),
    };
    Error::library(problem, library)
}

/// The same error about the library that people know of, not the one beside it.
fn at(place: &Path, error: Error) -> Error {
    match error {
        Error::Library { problem, .. } => Error::library(problem, place),
        other => other,
    }
}
