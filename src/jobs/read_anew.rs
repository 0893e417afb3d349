//! Reports that another catalogue read, read again from the bytes that the library keeps.

use std::path::Path;

use super::import::Read;
use crate::error::Error;
use crate::store::{Access, Filter, Library};

/// Reads anew the reports of the library whose figures are of another catalogue than the one with `digest`; gives how
/// many. Each is put in its place by itself: what is done stays done. A report that cannot be read any more is left.
///
/// # Errors
///
/// Those of the library.
pub fn read_anew(library: &Path, read: &Read, digest: &str) -> Result<usize, Error> {
    let mut library = Library::open(library, Access::ReadWrite)?;
    let others = library.read_by_others(digest)?;
    if others.is_empty() {
        return Ok(0);
    }
    let mut done = 0;
    for report in library.reports(&Filter::default())?.iter().filter(|report| others.contains(&report.id)) {
        let bytes = library.original(report.id)?;
        if let Ok(reading) = read(&report.path, bytes.clone()) {
            library.replace_reading(report.id, &reading, &bytes)?;
            done += 1;
        }
    }
    Ok(done)
}
