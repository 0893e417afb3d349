//! The whole chain over a file's bytes, parsed by the worker: what both fronts hand to the jobs.

use std::path::Path;

use crate::error::Error;
use crate::reading::{self, Manner, Reading, Rules};
use crate::worker;

/// Reads a file's bytes from end to end by the data in use and by what the user says of the file.
///
/// # Errors
///
/// [`Error::File`] when the bytes are no report that can be read, and those of [`Rules::current`].
pub fn read_report(path: &Path, bytes: Vec<u8>, manner: &Manner) -> Result<Reading, Error> {
    let document = worker::document_with(path, bytes, manner.options)?;
    Ok(reading::read_by(document, Rules::current()?, manner))
}
