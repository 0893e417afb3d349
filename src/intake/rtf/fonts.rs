//! Fonts: the encoding of the bytes that are set in them.

use std::collections::HashMap;

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::intake::encoding::{codepage, run_encoding};

/// Character set of fonts of signs.
const SYMBOL: i32 = 2;

/// The font table.
#[derive(Debug, Default)]
pub(super) struct Fonts {
    charsets: HashMap<i32, i32>,
    open: Option<i32>,
    /// Number of the codepage of the file.
    pub(super) codepage: Option<u32>,
}

impl Fonts {
    /// A control word inside the font table.
    pub(super) fn word(&mut self, word: &[u8], number: i32) {
        match word {
            b"f" => self.open = Some(number),
            b"fcharset" => {
                if let Some(font) = self.open {
                    self.charsets.insert(font, number);
                }
            }
            _ => {}
        }
    }

    /// The encoding that the file declares.
    pub(super) fn file_encoding(&self) -> &'static Encoding {
        self.codepage.map_or(WINDOWS_1252, codepage)
    }

    /// Whether the font holds signs without a meaning as characters.
    pub(super) fn is_symbol(&self, font: Option<i32>) -> bool {
        self.charset(font) == Some(SYMBOL)
    }

    /// The text of bytes that are set in `font`.
    pub(super) fn decode(&self, bytes: &[u8], font: Option<i32>) -> String {
        if bytes.is_ascii() {
            return bytes.iter().map(|byte| char::from(*byte)).collect();
        }
        let encoding = self.charset(font).and_then(by_charset).unwrap_or_else(|| self.file_encoding());
        run_encoding(bytes, encoding).decode_without_bom_handling(bytes).0.into_owned()
    }

    fn charset(&self, font: Option<i32>) -> Option<i32> {
        self.charsets.get(&font?).copied()
    }
}

/// The encoding of a character set; `None` where it leaves that to the file.
fn by_charset(charset: i32) -> Option<&'static Encoding> {
    let number = match charset {
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    Some(codepage(number))
}
