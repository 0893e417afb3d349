//! The pure chain with the catalogue and the list of divisions that come with the program.

use std::path::Path;

use crate::error::Error;
use crate::figures::Figures;
use crate::identity::{Divisions, identify};
use crate::intake;
use crate::outline::{Scheme, outline};
use crate::reading::Reading;

/// Reads a file's bytes from end to end.
pub fn read(path: &Path, bytes: Vec<u8>) -> Result<Reading, Error> {
    chain(intake::from_bytes(path, &bytes)?)
}

/// Reads the file at `path` from end to end.
pub fn read_file(path: &Path) -> Result<Reading, Error> {
    chain(intake::open(path)?)
}

fn chain(document: intake::Document) -> Result<Reading, Error> {
    let identity = identify(&document, Divisions::built_in());
    let passages = outline(&document, &identity, Scheme::built_in());
    Ok(Reading { document, identity, passages, figures: Figures::default() })
}
