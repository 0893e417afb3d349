//! Archives of reports: members listed with readable names, unpacked one at a time, in memory only.

use std::io::{Cursor, Read, Seek};
use std::path::{Component, Path, PathBuf};

use encoding_rs::{GB18030, UTF_8};
use zip::ZipArchive;

use super::package::{Budget, problem};
use super::{limits, plausible};
use crate::error::FileProblem;

/// Names of parts by which an archive is one document, and none of several.
const DOCUMENTS: [&str; 6] =
    ["ofd.xml", "[content_types].xml", "word/document.xml", "xl/workbook.xml", "meta-inf/manifest.xml", "content.opf"];

/// One file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The archive's path with the member's name joined to it: for people, not for the file system.
    pub path: PathBuf,
    /// Bytes when unpacked, as the archive declares them.
    pub size: u64,
    pub(super) index: usize,
}

/// An open archive of files.
///
/// Nothing of it is ever written to a disk. What it unpacks to is counted over all its members.
#[derive(Debug)]
pub struct Archive<R> {
    zip: ZipArchive<R>,
    members: Vec<Member>,
    budget: Budget,
}

impl<'a> Archive<Cursor<&'a [u8]>> {
    /// Opens the archive in `bytes`; `None` where they are no archive, or one document such as a .docx or .ofd.
    ///
    /// `path` is the archive's own, which the paths of members begin with.
    pub fn open(path: &Path, bytes: &'a [u8]) -> Option<Result<Self, FileProblem>> {
        Self::read(path, Cursor::new(bytes))
    }
}

impl<R: Read + Seek> Archive<R> {
    /// As [`Archive::open`], read piece by piece.
    pub(super) fn read(path: &Path, mut from: R) -> Option<Result<Self, FileProblem>> {
        let mut magic = [0; 4];
        from.read_exact(&mut magic).ok()?;
        if &magic != b"PK\x03\x04" && &magic != b"PK\x05\x06" {
            return None;
        }
        let mut zip = match ZipArchive::new(from) {
            Ok(zip) => zip,
            Err(error) => return Some(Err(problem(error))),
        };
        if is_document(&zip) {
            return None;
        }
        if zip.len() > limits::ENTRIES {
            return Some(Err(FileProblem::Crowded { limit: limits::ENTRIES }));
        }
        let mut members: Vec<Member> = (0..zip.len()).filter_map(|index| member(&mut zip, path, index)).collect();
        members.sort_by(|a, b| a.path.cmp(&b.path).then(a.index.cmp(&b.index)));
        Some(Ok(Self { zip, members, budget: Budget::default() }))
    }

    /// The files in it in the order of their paths: folders, links, hidden files and unsafe names left out.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// Unpacks one member.
    pub fn bytes(&mut self, member: &Member) -> Result<Vec<u8>, FileProblem> {
        self.entry(member.index)
    }

    /// Unpacks the member that was listed under this number.
    pub(super) fn entry(&mut self, index: usize) -> Result<Vec<u8>, FileProblem> {
        let entry = self.zip.by_index(index).map_err(problem)?;
        self.budget.unpack(entry)
    }

    /// Bytes that it may still unpack to.
    pub fn left(&self) -> u64 {
        self.budget.left()
    }

    /// Lets it unpack to `left` bytes more: what another opening of the same archive left.
    pub fn allow(&mut self, left: u64) {
        self.budget = Budget::of(left);
    }
}

/// Whether an archive is the package of one document.
fn is_document<R: Read + Seek>(zip: &ZipArchive<R>) -> bool {
    let is_part =
        |name: &str| DOCUMENTS.contains(&name.replace('\\', "/").trim_start_matches('/').to_lowercase().as_str());
    zip.file_names().filter_map(Result::ok).any(|name| is_part(&name))
}

fn member<R: Read + Seek>(zip: &mut ZipArchive<R>, archive: &Path, index: usize) -> Option<Member> {
    let entry = zip.by_index_raw(index).ok()?;
    if entry.is_dir() || entry.is_symlink() {
        return None;
    }
    let name = name(entry.name_raw());
    let inside = Path::new(&name);
    let plain = |part: Component<'_>| matches!(part, Component::Normal(part) if is_shown(&part.to_string_lossy()));
    let is_safe = !name.is_empty() && !name.contains(':') && inside.components().all(plain);
    is_safe.then(|| Member { path: archive.join(inside), size: entry.size(), index })
}

/// Whether a folder or file is one that people put there.
fn is_shown(name: &str) -> bool {
    !name.starts_with('.') && !name.starts_with("~$") && !matches!(name, "__MACOSX" | "Thumbs.db" | "desktop.ini")
}

/// The name of a member: programs on Chinese systems write GBK and say nothing of it.
fn name(raw: &[u8]) -> String {
    let utf8 = UTF_8.decode_without_bom_handling_and_without_replacement(raw);
    let encoding = || plausible::chinese(raw).unwrap_or(GB18030);
    let name = utf8.unwrap_or_else(|| encoding().decode_without_bom_handling(raw).0);
    name.replace('\\', "/")
}
