//! The pure chain with the data that comes with the program.

use std::path::Path;

use crate::error::Error;
use crate::intake;
use crate::reading::{self, Reading, Rules};
use crate::worker;

pub use crate::reading::Manner;

/// Reads a file's bytes from end to end, by what the user says of it.
pub fn read(path: &Path, bytes: Vec<u8>, manner: &Manner) -> Result<Reading, Error> {
    let document = worker::document_with(path, bytes, manner.options)?;
    Ok(reading::read_by(document, Rules::current()?, manner))
}

/// Reads the file at `path` from end to end.
pub fn read_file(path: &Path, manner: &Manner) -> Result<Reading, Error> {
    read(path, intake::bytes(path)?, manner)
}
