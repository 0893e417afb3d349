//! Rich text format → blocks.

mod body;
mod fonts;
mod group;
mod reader;
mod styles;
mod tokens;

use super::document::Warning;
use super::encoding;
use super::paragraphs::{self, Written};
use super::traced::inked;
use crate::error::FileProblem;
use reader::Reader;

/// Reads rich text; gives the name of the encoding that it declares beside.
pub(super) fn read(bytes: &[u8]) -> Result<(Written, &'static str), FileProblem> {
    let mut reader = Reader::default();
    for token in tokens::each(bytes) {
        reader.token(token);
    }
    let (body, metadata, whole) = reader.finish();
    let blank = body.lines.iter().all(|line| inked(&line.text).is_none());
    if blank && !whole {
        return Err(FileProblem::Damaged("ends early".to_owned()));
    }
    let mut warnings: Vec<Warning> =
        body.unread.iter().map(|what| Warning::Unread { what: (*what).to_owned() }).collect();
    if body.truncated || !whole {
        warnings.push(Warning::Truncated);
    }
    let (original, blocks) = paragraphs::blocks(&body.lines, &body.grid);
    Ok((Written { original, blocks, metadata, warnings }, encoding::label(body.fonts.file_encoding())))
}
