//! The pure chain with the data that comes with the program.

use std::path::Path;

use crate::error::Error;
use crate::reading::{self, Reading, Rules};
use crate::worker;

/// Reads a file's bytes from end to end.
pub fn read(path: &Path, bytes: Vec<u8>) -> Result<Reading, Error> {
    Ok(reading::read(worker::document(path, bytes)?, Rules::current()?))
}

/// Reads the file at `path` from end to end.
pub fn read_file(path: &Path) -> Result<Reading, Error> {
    Ok(reading::read(worker::open(path)?, Rules::current()?))
}
