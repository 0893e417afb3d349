//! Word file of 1997 to 2003, and WPS file of the same layout → blocks ([MS-DOC]).

mod body;
mod fib;
mod le;
mod lists;
mod pieces;
mod runs;
mod sprm;
mod styles;
mod summary;

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use super::document::Warning;
use super::limits;
use super::paragraphs::{self, Written};
use super::traced::inked;
use crate::error::FileProblem;
use body::Body;
use fib::{Fib, Table};
use pieces::Pieces;
use runs::Runs;
use styles::Styles;

/// Streams that say what else the container holds.
const OTHERS: [(&str, &str); 8] = [
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("ETExtData", "et"),
    ("PowerPoint Document", "ppt"),
    ("__properties_version1.0", "msg"),
    ("VisioDocument", "vsd"),
    ("FileHeader", "hwp"),
    ("CONTENTS", "wps"),
];

/// An open container.
type Container<'a> = CompoundFile<Cursor<&'a [u8]>>;

/// Reads a container that should hold a Word text.
pub(super) fn read(bytes: &[u8]) -> Result<Written, FileProblem> {
    let mut container =
        CompoundFile::open(Cursor::new(bytes)).map_err(|error| FileProblem::Damaged(error.to_string()))?;
    if container.is_stream("EncryptedPackage") {
        return Err(FileProblem::Password);
    }
    if !container.is_stream("WordDocument") {
        let other = OTHERS.iter().find(|(stream, _)| container.exists(stream));
        return Err(FileProblem::UnknownType(other.map_or("ole", |(_, name)| *name).to_owned()));
    }
    let main = stream(&mut container, "WordDocument")?;
    let fib = Fib::read(&main)?;
    let tables = stream(&mut container, fib.table)?;
    let data =
        if container.is_stream("Data") { stream(&mut container, "Data").unwrap_or_default() } else { Vec::new() };
    let summary = stream(&mut container, "\u{5}SummaryInformation").unwrap_or_default();
    let table = |table| fib::table(&main, &tables, table);
    let pieces = Pieces::read(&main, table(Table::Pieces), fib.text, fib.language);
    let runs = Runs::read(&main, &data, table(Table::Paragraphs), table(Table::Characters));
    let styles = Styles::read(table(Table::Styles));
    let mut numbering = lists::read(&main, &tables);
    let mut body = Body::new(&runs, &styles, &mut numbering);
    body.read(&pieces);
    let mut warnings: Vec<Warning> =
        unread(&body, fib).into_iter().map(|what| Warning::Unread { what: what.to_owned() }).collect();
    let cut = body.truncated || pieces.cut;
    if cut && body.lines.iter().all(|line| inked(&line.text).is_none()) {
        return Err(FileProblem::Damaged("ends early".to_owned()));
    }
    if cut {
        warnings.push(Warning::Truncated);
    }
    let (original, blocks) = paragraphs::blocks(&body.lines, &body.grid);
    Ok(Written { original, blocks, metadata: summary::read(&summary), warnings })
}

fn unread(body: &Body<'_>, fib: Fib) -> Vec<&'static str> {
    let mut unread = body.unread.clone();
    if fib.notes > 0 && !unread.contains(&"footnotes") {
        unread.push("footnotes");
    }
    if fib.boxes > 0 {
        unread.push("text boxes");
    }
    unread
}

/// The bytes of a stream, as many as the container gives.
fn stream(container: &mut Container<'_>, name: &str) -> Result<Vec<u8>, FileProblem> {
    let damaged = |error: std::io::Error| FileProblem::Damaged(error.to_string());
    let stream = container.open_stream(name).map_err(damaged)?;
    let mut bytes = Vec::new();
    stream.take(limits::FILE).read_to_end(&mut bytes).map_err(damaged)?;
    Ok(bytes)
}
