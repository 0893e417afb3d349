//! The pure chain with the data that comes with the program.

use std::path::Path;

use crate::error::Error;
use crate::reading::{self, Reading, Rules};

/// Reads a file's bytes from end to end.
pub fn read(path: &Path, bytes: Vec<u8>) -> Result<Reading, Error> {
    reading::read_bytes(path, &bytes, Rules::current()?)
}

/// Reads the file at `path` from end to end.
pub fn read_file(path: &Path) -> Result<Reading, Error> {
    reading::read_file(path, Rules::current()?)
}
