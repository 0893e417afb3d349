//! The package around a Word file: a ZIP archive, opened under limits, never unpacked to disk.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{self, Node};
use crate::error::FileProblem;
use crate::intake::{encoding, limits};

/// An open package.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that may still be unpacked.
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens the archive in `bytes`.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, FileProblem> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(problem)?;
        if archive.len() > limits::ENTRIES {
            return Err(FileProblem::Damaged("too many entries".to_owned()));
        }
        Ok(Self { archive, left: limits::INFLATED })
    }

    /// Name of the part that holds the text.
    pub(super) fn main_part(&mut self) -> Result<String, FileProblem> {
        const USUAL: &str = "word/document.xml";
        if self.archive.index_for_name(USUAL).is_some() {
            return Ok(USUAL.to_owned());
        }
        let mut target = None;
        let relations = self.part("_rels/.rels")?.unwrap_or_default();
        xml::skim(&relations, |node| {
            if let Node::Start(element) = node
                && element.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
            {
                target = target.take().or(element.attribute("Target"));
            }
        });
        let target = target.map(|name| name.trim_start_matches('/').to_owned());
        target.filter(|name| name.starts_with("word/")).ok_or_else(|| FileProblem::UnknownType(self.type_name()))
    }

    /// What a package without a Word text is.
    fn type_name(&self) -> String {
        let names: Vec<String> = self.archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
        let holds = |start: &str| names.iter().any(|name| name.starts_with(start));
        let name = match () {
            () if holds("xl/") => "xlsx",
            () if holds("ppt/") => "pptx",
            () if holds("OFD.xml") => "ofd",
            () if holds("META-INF/manifest.xml") => "odt",
            () => "zip",
        };
        name.to_owned()
    }

    /// The text of a part; `None` where there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, FileProblem> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let entry = self.archive.by_index(index).map_err(problem)?;
        let (size, packed) = (entry.size(), entry.compressed_size());
        let swollen = size > limits::RATIO_FROM && size / packed.max(1) > limits::RATIO;
        if size > self.left || swollen {
            return Err(FileProblem::TooLarge { limit: limits::INFLATED });
        }
        // The declared size can lie: what counts is what comes out.
        let cap = self.left.min(limits::RATIO_FROM.max(packed.saturating_mul(limits::RATIO)));
        let mut bytes = Vec::new();
        entry.take(cap + 1).read_to_end(&mut bytes).map_err(|error| FileProblem::Damaged(error.to_string()))?;
        if bytes.len() as u64 > cap {
            return Err(FileProblem::TooLarge { limit: limits::INFLATED });
        }
        self.left -= bytes.len() as u64;
        Ok(Some(encoding::decode(&bytes).text))
    }
}

fn problem(error: ZipError) -> FileProblem {
    match error {
        ZipError::UnsupportedArchive(text) if text == ZipError::PASSWORD_REQUIRED => FileProblem::Password,
        ZipError::InvalidPassword => FileProblem::Password,
        other => FileProblem::Damaged(other.to_string()),
    }
}
