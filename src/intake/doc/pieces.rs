//! The piece table: where the characters of the text stand in the file, in the order in which they are read.

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};

use super::le::{size_at, u16_at, u32_at};
use crate::intake::encoding::run_encoding;

/// A stretch of text that stands in one place of the file.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// First byte in the stream.
    from: usize,
    /// Characters as the file counts them: bytes where they are narrow, UTF-16 units where not.
    count: usize,
    narrow: Option<&'static Encoding>,
    /// Properties that a fast save laid over the piece.
    changes: Option<usize>,
}

/// A character and the bytes of the stream that hold it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    /// The character.
    pub(super) char: char,
    /// Its first byte in the stream.
    pub(super) from: usize,
    /// One past its last byte.
    pub(super) to: usize,
    /// Number of the list of properties that a fast save laid over it.
    pub(super) changes: Option<usize>,
}

/// The text in its pieces.
#[derive(Debug, Default)]
pub(super) struct Pieces<'a> {
    main: &'a [u8],
    pieces: Vec<Piece>,
    /// Lists of properties of a fast save.
    pub(super) changes: Vec<&'a [u8]>,
    /// The table ended before the text did.
    pub(super) cut: bool,
}

impl<'a> Pieces<'a> {
    /// Reads the table `clx` of the first `count` characters of `main`.
    pub(super) fn read(main: &'a [u8], clx: &'a [u8], count: usize, language: u16) -> Self {
        let mut changes = Vec::new();
        let mut at = 0;
        while clx.get(at) == Some(&1) {
            let length = u16_at(clx, at + 1).map_or(0, usize::from);
            changes.push(clx.get(at + 3..at + 3 + length).unwrap_or_default());
            at += 3 + length;
        }
        let table = clx.get(at).filter(|kind| **kind == 2).and_then(|_| clx.get(at + 5..)).unwrap_or_default();
        let length = size_at(clx, at + 1).unwrap_or(0).min(table.len());
        let mut pieces = Self { main, pieces: Vec::new(), changes, cut: false };
        pieces.list(&table[..length], count, encoding(language));
        pieces
    }

    fn list(&mut self, table: &[u8], count: usize, codepage: &'static Encoding) {
        let total = table.len().saturating_sub(4) / 12;
        // Pieces that share their bytes would give more text than the file holds.
        let mut left = count.min(self.main.len());
        for i in 0..total {
            let (Some(start), Some(end)) = (size_at(table, i * 4), size_at(table, i * 4 + 4)) else { break };
            let at = (total + 1) * 4 + i * 8;
            let (Some(place), Some(change)) = (u32_at(table, at + 2), u16_at(table, at + 6)) else { break };
            let Some(length) = end.checked_sub(start) else { break };
            let narrow = place & 0x4000_0000 != 0;
            let place = (place & 0x3FFF_FFFF) as usize;
            let (from, unit) = if narrow { (place / 2, 1) } else { (place, 2) };
            let there = self.main.len().saturating_sub(from) / unit;
            self.cut |= there < length.min(left);
            let length = length.min(left).min(there);
            left -= length;
            let bytes = self.main.get(from..from + length).unwrap_or_default();
            let narrow = narrow.then(|| run_encoding(bytes, codepage));
            let changes = (change & 1 == 1).then_some(usize::from(change >> 1));
            self.pieces.push(Piece { from, count: length, narrow, changes });
            if left == 0 {
                return;
            }
        }
        self.cut |= left > 0;
    }

    /// The characters in reading order.
    pub(super) fn glyphs(&self) -> impl Iterator<Item = Glyph> {
        self.pieces.iter().flat_map(|piece| self.glyphs_of(piece))
    }

    fn glyphs_of(&self, piece: &Piece) -> impl Iterator<Item = Glyph> {
        let Piece { from, count, narrow, changes } = *piece;
        let length = if narrow.is_some() { count } else { count * 2 };
        let bytes = self.main.get(from..from.saturating_add(length)).unwrap_or_default();
        let mut at = 0;
        std::iter::from_fn(move || {
            let (char, length) = match narrow {
                Some(encoding) => narrow_char(bytes.get(at..)?, encoding)?,
                None => wide_char(bytes.get(at..)?)?,
            };
            let start = from + at;
            at += length;
            Some(Glyph { char, from: start, to: start + length, changes })
        })
    }
}

fn wide_char(bytes: &[u8]) -> Option<(char, usize)> {
    let first = u16_at(bytes, 0)?;
    let units = [Some(first), u16_at(bytes, 2)];
    let char = char::decode_utf16(units.into_iter().flatten()).next()?;
    Some(char.map_or(('\u{FFFD}', 2), |c| (c, c.len_utf16() * 2)))
}

fn narrow_char(bytes: &[u8], encoding: &'static Encoding) -> Option<(char, usize)> {
    let first = *bytes.first()?;
    if first < 0x80 {
        return Some((char::from(first), 1));
    }
    for length in if encoding.is_single_byte() { 1..=1 } else { 2..=2 } {
        let text = encoding.decode_without_bom_handling(bytes.get(..length).unwrap_or(bytes)).0;
        let mut chars = text.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return Some((c, length.min(bytes.len())));
        }
    }
    Some(('\u{FFFD}', 1))
}

/// The codepage of a language.
fn encoding(language: u16) -> &'static Encoding {
    match (language & 0x3FF, language) {
        (0x04, 0x0404 | 0x0C04 | 0x1404) => BIG5,
        (0x04, _) => GB18030,
        (0x11, _) => SHIFT_JIS,
        (0x12, _) => EUC_KR,
        (0x19 | 0x22 | 0x23, _) => WINDOWS_1251,
        _ => WINDOWS_1252,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A piece table of (characters, place, property) entries.
    fn table(pieces: &[(u32, u32, u16)]) -> Vec<u8> {
        let mut ends = vec![0_u32];
        ends.extend(pieces.iter().scan(0, |sum, (count, ..)| {
            *sum += count;
            Some(*sum)
        }));
        let mut plc: Vec<u8> = ends.iter().flat_map(|end| end.to_le_bytes()).collect();
        for (_, place, change) in pieces {
            plc.extend([0, 0]);
            plc.extend(place.to_le_bytes());
            plc.extend(change.to_le_bytes());
        }
        let mut clx = vec![1, 2, 0, 0xAA, 0xBB, 2];
        clx.extend((plc.len() as u32).to_le_bytes());
        clx.extend(plc);
        clx
    }

    fn text(main: &[u8], clx: &[u8], count: usize) -> String {
        Pieces::read(main, clx, count, 0x0804).glyphs().map(|glyph| glyph.char).collect()
    }

    #[test]
    fn pieces_of_a_fast_save_are_read_in_their_order() {
        let mut main: Vec<u8> = "乙市".encode_utf16().flat_map(u16::to_le_bytes).collect();
        main.extend(GB18030.encode("甲年").0.iter());
        main.extend(b"2024");
        let narrow = |at: u32| (at * 2) | 0x4000_0000;
        let clx = table(&[(4, narrow(8), 0), (4, narrow(4), 1), (2, 0, 0)]);
        assert_eq!(text(&main, &clx, 10), "2024甲年乙市");
        assert_eq!(text(&main, &clx, 4), "2024");
        let pieces = Pieces::read(&main, &clx, 10, 0x0804);
        assert_eq!(pieces.changes, [&[0xAA, 0xBB]]);
        assert_eq!(pieces.glyphs().find(|glyph| glyph.char == '甲').and_then(|glyph| glyph.changes), Some(0));
    }

    #[test]
    fn western_quotes_in_a_chinese_file_are_no_chinese() {
        let clx = table(&[(6, 0x4000_0000, 0)]);
        assert_eq!(text(b"\x932024\x94", &clx, 6), "“2024”");
    }

    #[test]
    fn shared_bytes_give_no_more_text_than_the_file_holds() {
        let clx = table(&[(4, 0x4000_0000, 0); 1000]);
        assert_eq!(text(b"2024", &clx, 4000), "2024");
    }
}
