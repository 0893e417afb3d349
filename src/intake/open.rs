//! The way in: one file, opened once, its kind told by its content.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::content::Content;
use super::document::{Document, Format, Role, Warning};
use super::encoding::{self, Decoded};
use super::sniff::{self, Kind};
use super::{bounds, docx, html, limits, pdf, text};
use crate::error::{Error, FileProblem};

/// Endings of the files that a walk over a folder takes up; `.md` is what explains a folder, seldom a report.
const ENDINGS: [&str; 7] = ["txt", "text", "html", "htm", "shtml", "docx", "pdf"];

/// Whether a walk over a folder should try the file, by its name alone.
pub fn readable(path: &Path) -> bool {
    sniff::ending(path).is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Reads the file at `path`: a regular file of at most 200 MB, its format told by its content.
pub fn open(path: &Path) -> Result<Document, Error> {
    from_bytes(path, &bytes(path)?)
}

/// The bytes of the file at `path`: a regular file of at most 200 MB.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    read(path).map_err(|problem| Error::file(problem, path))
}

/// Reads the bytes of a file; `path` names it in errors, and its ending settles what the content leaves open.
pub fn from_bytes(path: &Path, bytes: &[u8]) -> Result<Document, Error> {
    let content = parse(path, bytes).map_err(|problem| Error::file(problem, path))?;
    Ok(content.document(path, &Sha256::digest(bytes)))
}

/// Reads bytes of any format; of `name` only the ending counts.
///
/// Here, in this process: what it calls reads foreign formats, so programs go through `worker`.
pub fn parse(name: &Path, bytes: &[u8]) -> Result<Content, FileProblem> {
    content(name, bytes).map(bounded)
}

fn bounded(mut content: Content) -> Content {
    content.blocks = bounds::enforce(content.blocks, &mut content.warnings);
    content
}

/// Content with something to read in it.
fn inked(content: Content) -> Result<Content, FileProblem> {
    if content.blocks.is_empty() {
        return Err(FileProblem::NoText);
    }
    if content.blocks.iter().all(|block| block.role == Role::Chrome) {
        return Err(FileProblem::NoBody);
    }
    Ok(content)
}

/// What can be told without a reader of a foreign format: plain text is read, what is known and not read refused.
/// `None` is left to [`parse`].
pub fn plain(name: &Path, bytes: &[u8]) -> Option<Result<Content, FileProblem>> {
    let told = match sniff::kind(bytes) {
        _ if bytes.is_empty() => Err(FileProblem::Empty),
        Kind::Other(found) => Err(FileProblem::UnknownType(found.to_owned())),
        Kind::Text if !sniff::is_marked_up(bytes) => match decode(name, bytes) {
            Ok(decoded) if sniff::is_html(name, &decoded.text) => return None,
            decoded => decoded.map(lines).and_then(inked),
        },
        _ => return None,
    };
    Some(told.map(bounded))
}

fn read(path: &Path) -> Result<Vec<u8>, FileProblem> {
    // Asked before opening: opening a pipe would wait for a writer.
    if !fs::metadata(path).map_err(problem)?.is_file() {
        return Err(FileProblem::NotAFile);
    }
    let file = File::open(path).map_err(problem)?;
    let metadata = file.metadata().map_err(problem)?;
    if !metadata.is_file() {
        return Err(FileProblem::NotAFile);
    }
    if metadata.len() > limits::FILE {
        return Err(FileProblem::TooLarge { limit: limits::FILE });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    file.take(limits::FILE + 1).read_to_end(&mut bytes).map_err(problem)?;
    Ok(bytes)
}

/// What is wrong with a file that the system does not give us.
pub(crate) fn problem(error: io::Error) -> FileProblem {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => FileProblem::NotFound,
        io::ErrorKind::PermissionDenied => FileProblem::NoPermission,
        io::ErrorKind::IsADirectory => FileProblem::NotAFile,
        _ => FileProblem::Io(error.to_string()),
    }
}

fn content(path: &Path, bytes: &[u8]) -> Result<Content, FileProblem> {
    if bytes.is_empty() {
        return Err(FileProblem::Empty);
    }
    if bytes.len() as u64 > limits::FILE {
        return Err(FileProblem::TooLarge { limit: limits::FILE });
    }
    let content = match sniff::kind(bytes) {
        Kind::Text => text(path, decode(path, bytes)?),
        Kind::Zip => word(bytes)?,
        Kind::Pdf => portable(bytes)?,
        Kind::Ole => return Err(ole(path, bytes)),
        Kind::Other(name) => return Err(FileProblem::UnknownType(name.to_owned())),
    };
    inked(content)
}

fn word(bytes: &[u8]) -> Result<Content, FileProblem> {
    let docx::Word { original, blocks, properties, warnings } = docx::read(bytes)?;
    Ok(Content { format: Format::Docx, encoding: "utf-8", original, blocks, metadata: properties, warnings })
}

fn portable(bytes: &[u8]) -> Result<Content, FileProblem> {
    let pdf::Pages { original, blocks, properties, warnings } = pdf::read(bytes)?;
    Ok(Content { format: Format::Pdf, encoding: "utf-8", original, blocks, metadata: properties, warnings })
}

/// An old Office file, or a new one behind a password: both come in the same container.
fn ole(path: &Path, bytes: &[u8]) -> FileProblem {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if memchr::memmem::find(bytes, &name).is_some() {
        return FileProblem::Password;
    }
    let known = sniff::ending(path).filter(|ending| matches!(ending.as_str(), "xls" | "ppt" | "wps" | "et" | "msg"));
    FileProblem::UnknownType(known.unwrap_or_else(|| "doc".to_owned()))
}

/// The bytes of a text or a page as characters.
fn decode(path: &Path, bytes: &[u8]) -> Result<Decoded, FileProblem> {
    if bytes.len() as u64 > limits::TEXT {
        return Err(FileProblem::TooLarge { limit: limits::TEXT });
    }
    let decoded = encoding::decode(bytes);
    if !sniff::is_binary(&decoded.text) {
        return Ok(decoded);
    }
    let word = sniff::ending(path).is_some_and(|ending| ending == "docx");
    Err(if word {
        FileProblem::Damaged("no ZIP archive".to_owned())
    } else {
        FileProblem::UnknownType("binary".to_owned())
    })
}

fn text(path: &Path, decoded: Decoded) -> Content {
    if sniff::is_html(path, &decoded.text) { page(decoded) } else { lines(decoded) }
}

fn page(decoded: Decoded) -> Content {
    let Decoded { text: original, encoding, mut warnings } = decoded;
    let html::Page { blocks, facts: metadata, warnings: odd } = html::read(&original);
    warnings.extend(odd);
    Content { format: Format::Html, encoding, original, blocks, metadata, warnings }
}

fn lines(decoded: Decoded) -> Content {
    let Decoded { text: original, encoding, mut warnings } = decoded;
    let (blocks, whole) = text::blocks(&original);
    if !whole {
        warnings.push(Warning::Truncated);
    }
    Content { format: Format::Txt, encoding, original, blocks, metadata: Vec::new(), warnings }
}
