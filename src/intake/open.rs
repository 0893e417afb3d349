//! The way in: one file, opened once, its kind told by its content.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::content::Content;
use super::document::{Document, Format, Role, Warning};
use super::encoding::{self, Decoded};
use super::options::Options;
use super::paragraphs::Written;
use super::sniff::{self, Kind};
use super::{bounds, doc, docx, html, limits, markdown, mhtml, ofd, pdf, rtf, text};
use crate::error::{Error, FileProblem};

/// Endings of the files that a walk over a folder takes up; `.md` is what explains a folder, seldom a report.
pub const ENDINGS: [&str; 13] =
    ["txt", "text", "html", "htm", "shtml", "docx", "pdf", "doc", "wps", "rtf", "ofd", "mht", "mhtml"];

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

/// As [`from_bytes`], with what the user says of the file.
pub fn from_bytes_with(path: &Path, bytes: &[u8], options: Options) -> Result<Document, Error> {
    let content = options.read(path, bytes.to_vec(), |name, bytes| parse(name, &bytes));
    let content = content.map_err(|problem| Error::file(problem, path))?;
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
            Ok(decoded) if is_markdown(name) || sniff::is_html(name, &decoded.text) => return None,
            decoded => decoded.map(lines).and_then(inked),
        },
        _ => return None,
    };
    Some(told.map(bounded))
}

fn read(path: &Path) -> Result<Vec<u8>, FileProblem> {
    let file = file(path)?;
    let length = file.metadata().map_or(0, |metadata| metadata.len());
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    file.take(limits::FILE + 1).read_to_end(&mut bytes).map_err(problem)?;
    Ok(bytes)
}

/// A regular file that is not too large, open.
pub(super) fn file(path: &Path) -> Result<File, FileProblem> {
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
    Ok(file)
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
        Kind::Zip => package(bytes)?,
        Kind::Pdf => portable(bytes)?,
        Kind::Ole => ole(path, bytes)?,
        Kind::Mhtml => page(Format::Mhtml, mhtml::read(bytes)?),
        Kind::Rtf => {
            let (text, encoding) = rtf::read(bytes)?;
            written(Format::Rtf, encoding, text)
        }
        Kind::Other(name) => return Err(FileProblem::UnknownType(name.to_owned())),
    };
    inked(content)
}

/// A package: told by the names of its parts.
fn package(bytes: &[u8]) -> Result<Content, FileProblem> {
    if ofd::is_here(bytes) {
        return Ok(written(Format::Ofd, "utf-8", ofd::read(bytes)?));
    }
    Ok(written(Format::Docx, "utf-8", docx::read(bytes)?))
}

fn written(format: Format, encoding: &'static str, written: Written) -> Content {
    let Written { original, blocks, metadata, warnings } = written;
    Content { format, encoding, original, blocks, metadata, warnings }
}

fn portable(bytes: &[u8]) -> Result<Content, FileProblem> {
    let pdf::Pages { original, blocks, properties, warnings } = pdf::read(bytes)?;
    Ok(Content { format: Format::Pdf, encoding: "utf-8", original, blocks, metadata: properties, warnings })
}

/// An old Office file, or a new one behind a password: both come in the same container.
fn ole(path: &Path, bytes: &[u8]) -> Result<Content, FileProblem> {
    let wps = sniff::ending(path).is_some_and(|ending| ending == "wps");
    Ok(written(if wps { Format::Wps } else { Format::Doc }, "utf-16le", doc::read(bytes)?))
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
    if sniff::is_html(path, &decoded.text) {
        page(Format::Html, decoded)
    } else if is_markdown(path) {
        let Decoded { text: original, encoding, warnings } = decoded;
        let blocks = markdown::blocks(&original);
        Content { format: Format::Md, encoding, original, blocks, metadata: Vec::new(), warnings }
    } else {
        lines(decoded)
    }
}

fn is_markdown(path: &Path) -> bool {
    sniff::ending(path).is_some_and(|ending| matches!(ending.as_str(), "md" | "markdown"))
}

fn page(format: Format, decoded: Decoded) -> Content {
    let Decoded { text: original, encoding, mut warnings } = decoded;
    let html::Page { blocks, facts: metadata, warnings: odd } = html::read(&original);
    warnings.extend(odd);
    Content { format, encoding, original, blocks, metadata, warnings }
}

fn lines(decoded: Decoded) -> Content {
    let Decoded { text: original, encoding, mut warnings } = decoded;
    let (blocks, whole) = text::blocks(&original);
    if !whole {
        warnings.push(Warning::Truncated);
    }
    Content { format: Format::Txt, encoding, original, blocks, metadata: Vec::new(), warnings }
}
