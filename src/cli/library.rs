//! Opening the library that a subcommand reads.

use std::path::Path;

use crate::shelf::Shelf;

use super::console::{Console, Failure};

/// Opens a library for reading; that it is of a newer version is said.
pub fn open(path: &Path, console: &mut Console<'_>) -> Result<Shelf, Failure> {
    let shelf = Shelf::open(path)?;
    if let Some(version) = shelf.newer() {
        let path = path.display().to_string();
        console.tell("library-newer-read", &[("path", path.into()), ("version", version.into())]);
    }
    Ok(shelf)
}
