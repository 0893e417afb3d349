//! What the file says of itself: title, author, dates.

use encoding_rs::GB18030;
use hayro_interpret::hayro_syntax::metadata::Metadata;
use hayro_interpret::hayro_syntax::object::DateTime;

use crate::intake::document::MetaItem;

/// Title, author and dates of the document information, where they say something.
pub(super) fn properties(metadata: &Metadata) -> Vec<MetaItem> {
    let text = |name: &str, value: &Option<Box<[u8]>>| {
        let value = value.as_deref().map(text)?;
        (!value.is_empty()).then(|| MetaItem { name: name.to_owned(), value })
    };
    let date = |name: &str, value: &Option<DateTime>| {
        value.as_ref().and_then(date).map(|value| MetaItem { name: name.to_owned(), value })
    };
    [
        text("title", &metadata.title),
        text("creator", &metadata.author),
        text("subject", &metadata.subject),
        date("created", &metadata.creation_date),
        date("modified", &metadata.modification_date),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A text string: UTF-16 or UTF-8 with a mark, else GB 18030, which holds ASCII. Chinese programs do write raw GBK.
fn text(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xFE, 0xFF, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0,
        [0xFF, 0xFE, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0,
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest),
        bytes => match std::str::from_utf8(bytes) {
            Ok(text) => text.into(),
            Err(_) => GB18030.decode_without_bom_handling(bytes).0,
        },
    };
    text.trim_matches(|c: char| c.is_whitespace() || c.is_control()).to_owned()
}

/// A date and time as ISO writes them; `None` for one that no calendar has.
fn date(date: &DateTime) -> Option<String> {
    let sound = (1..=12).contains(&date.month) && (1..=31).contains(&date.day) && date.year >= 1900;
    sound.then(|| {
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
            date.year, date.month, date.day, date.hour, date.minute, date.second
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_in_any_encoding() {
        assert_eq!(text(b"\xFE\xFF\x75\x32\x5E\x02"), "甲市");
        assert_eq!(text(&GB18030.encode("甲市2024年报告").0), "甲市2024年报告");
        assert_eq!(text("甲市".as_bytes()), "甲市");
        assert_eq!(text(b" report \0"), "report");
    }
}
