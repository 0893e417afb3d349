//! What goes through the pipes between a program and its workers: a tag, a length, so many bytes.

use std::io::{self, Read, Write};

use crate::intake::limits;

/// First words of a worker, which must be those that its program expects: a program that was replaced while it ran
/// starts workers of another version.
pub(super) const HELLO: &[u8] = concat!("faheng worker ", env!("CARGO_PKG_VERSION"), " 2").as_bytes();

/// Bytes of one piece of an answer.
pub(super) const PIECE: usize = 256 << 10;

/// What a frame is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// From the worker: it runs.
    Hello = 1,
    /// To the worker: a file's name; its bytes follow.
    Name,
    /// To the worker: the bytes of a file.
    Bytes,
    /// From the worker: the file is here, the parsing begins.
    Taken,
    /// From the worker: the parsing gets on.
    Pace,
    /// From the worker: a piece of the content.
    Piece,
    /// From the worker: that was the last piece.
    End,
    /// From the worker: what is wrong with the file. Pieces before it are void.
    Problem,
    /// To the worker: the path of an archive; what is wanted of it follows.
    Archive,
    /// To the worker: what lies in the archive is wanted.
    List,
    /// To the worker: the bytes of a file in the archive are wanted.
    Unpack,
}

const TAGS: [Tag; 11] = [
    Tag::Hello,
    Tag::Name,
    Tag::Bytes,
    Tag::Taken,
    Tag::Pace,
    Tag::Piece,
    Tag::End,
    Tag::Problem,
    Tag::Archive,
    Tag::List,
    Tag::Unpack,
];

/// Writes one frame.
pub(super) fn write(to: &mut impl Write, tag: Tag, payload: &[u8]) -> io::Result<()> {
    let length = u32::try_from(payload.len()).map_err(io::Error::other)?;
    let [a, b, c, d] = length.to_le_bytes();
    to.write_all(&[tag as u8, a, b, c, d])?;
    to.write_all(payload)?;
    to.flush()
}

/// Reads one frame; fails at the end of the pipe, and on anything that is none.
pub(super) fn read(from: &mut impl Read) -> io::Result<(Tag, Vec<u8>)> {
    let mut head = [0; 5];
    from.read_exact(&mut head)?;
    let [tag, length @ ..] = head;
    let length = u32::from_le_bytes(length);
    let known = TAGS.into_iter().find(|known| *known as u8 == tag);
    let (Some(tag), true) = (known, u64::from(length) <= limits::FILE) else {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "no frame"));
    };
    let mut payload = Vec::with_capacity(length as usize);
    from.take(length.into()).read_to_end(&mut payload)?;
    if payload.len() < length as usize { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok((tag, payload)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_come_out_as_they_went_in_and_nothing_else_does() {
        let mut pipe = Vec::new();
        let payloads = ["", "甲", "乙.docx", "", "", "x", "", "y", "丙.zip", "", "z"];
        for (tag, payload) in TAGS.into_iter().zip(payloads) {
            write(&mut pipe, tag, payload.as_bytes()).unwrap();
        }
        let mut rest = pipe.as_slice();
        for (tag, payload) in TAGS.into_iter().zip(payloads) {
            assert_eq!(read(&mut rest).unwrap(), (tag, payload.as_bytes().to_vec()));
        }
        assert!(read(&mut rest).is_err(), "the end");
        for broken in [&b"some print\n"[..], &[2, 5, 0, 0, 0, b'x'], &[3, 255, 255, 255, 255]] {
            assert!(read(&mut &*broken).is_err(), "{broken:?}");
        }
    }
}
