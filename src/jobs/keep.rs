//! A library copied to where the user wants to keep it.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::store::{Access, Library};

/// Copies the library at `from` to `to`, whole or not at all, and gives `to`.
///
/// # Errors
///
/// Those of [`Library::open`] and [`Library::save_copy`].
pub fn keep(from: &Path, to: PathBuf) -> Result<PathBuf, Error> {
    Library::open(from, Access::ReadOnly)?.save_copy(&to)?;
    Ok(to)
}
