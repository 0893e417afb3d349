//! The pure chain with the data that comes with the program.

use std::path::Path;

use crate::error::Error;
use crate::identity::NameTemplate;
use crate::intake::{self, Options};
use crate::reading::{self, Reading, Rules};
use crate::worker;

/// What the user says of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Their encoding and the like.
    pub options: Options,
    /// The pattern that their names follow.
    pub template: Option<NameTemplate>,
}

impl Manner {
    /// Reads a file's bytes from end to end.
    pub fn read(&self, path: &Path, bytes: Vec<u8>) -> Result<Reading, Error> {
        let document = worker::document_with(path, bytes, self.options)?;
        Ok(reading::read_named(document, Rules::current()?, self.template.as_ref()))
    }

    /// Reads the file at `path` from end to end.
    pub fn read_file(&self, path: &Path) -> Result<Reading, Error> {
        self.read(path, intake::bytes(path)?)
    }
}
