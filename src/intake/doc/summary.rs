//! Title, author and dates out of the stream `SummaryInformation` ([MS-OLEPS]).

use super::le::{size_at, text_at, u16_at, u32_at};
use crate::intake::document::MetaItem;
use crate::intake::encoding::codepage as encoding;

/// Properties by their ids, named as in the files of later versions.
const NAMES: [(u32, &str); 4] = [(2, "dc:title"), (4, "dc:creator"), (12, "dcterms:created"), (13, "dcterms:modified")];

/// Seconds from 1601, where file times start, to 1970.
const EPOCH: i64 = 11_644_473_600;

/// The properties that say something; what is broken is left out.
pub(super) fn read(bytes: &[u8]) -> Vec<MetaItem> {
    let section = size_at(bytes, 44).and_then(|at| bytes.get(at..)).unwrap_or_default();
    let codepage = value(section, 1).and_then(|value| u16_at(value, 4)).unwrap_or(1252);
    let item = |(id, name): (u32, &str)| {
        let text = shown(value(section, id)?, codepage)?;
        let text = text.trim_matches(|c: char| c.is_whitespace() || c.is_control());
        (!text.is_empty()).then(|| MetaItem { name: name.to_owned(), value: text.to_owned() })
    };
    NAMES.into_iter().filter_map(item).collect()
}

/// A property with its type before it.
fn value(section: &[u8], id: u32) -> Option<&[u8]> {
    let count = size_at(section, 4)?.min(section.len() / 8);
    let entry = (0..count).map(|i| 8 + i * 8).find(|at| u32_at(section, *at) == Some(id))?;
    section.get(size_at(section, entry + 4)?..)
}

fn shown(value: &[u8], codepage: u16) -> Option<String> {
    let length = || size_at(value, 4);
    match u16_at(value, 0)? {
        0x1E if codepage == 1200 => Some(String::from_utf16_lossy(&text_at(value, 8, length()? / 2)?)),
        0x1E => {
            let bytes = value.get(8..)?.get(..length()?)?;
            Some(encoding(codepage.into()).decode_without_bom_handling(bytes).0.trim_end_matches('\0').to_owned())
        }
        0x1F => Some(String::from_utf16_lossy(&text_at(value, 8, length()?)?)),
        0x40 => {
            let ticks = i64::from(u32_at(value, 8)?) << 32 | i64::from(u32_at(value, 4)?);
            let seconds = ticks / 10_000_000 - EPOCH;
            (seconds > 0).then(|| jiff::Timestamp::from_second(seconds).ok()).flatten().map(|time| time.to_string())
        }
        _ => None,
    }
}
