//! What a user says of a file that the file itself does not say right.

use std::path::Path;

use encoding_rs::{BIG5, GB18030, GBK, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE};

use super::content::Content;
use super::document::Warning;
use super::encoding;
use super::limits;
use super::sniff::{self, Kind};
use crate::error::FileProblem;

/// How a file is to be read where its bytes leave it open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The encoding of a text or a page, instead of the one that its bytes show. Other formats know theirs.
    pub encoding: Option<Encoding>,
}

/// A character encoding that a user names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    /// The encoding of that name, in any of its usual spellings (`GBK`, `utf8`, `big5`); `None` for unknown ones.
    ///
    /// GB 2312 and GBK are read as GB 18030, which holds both.
    pub fn named(name: &str) -> Option<Self> {
        let found = encoding_rs::Encoding::for_label(name.trim().as_bytes()).filter(|found| *found != REPLACEMENT)?;
        Some(Self(if found == GBK { GB18030 } else { found }))
    }

    /// Those that reports come in, the commonest first.
    pub fn usual() -> [Self; 5] {
        [UTF_8, GB18030, BIG5, UTF_16LE, UTF_16BE].map(Self)
    }

    /// Its name, as [`super::Source::encoding`] gives it.
    pub fn name(self) -> &'static str {
        encoding::label(self.0)
    }
}

impl Options {
    /// Reads bytes by `parse`, which is handed texts and pages in UTF-8 behind its mark where an encoding is named.
    pub(crate) fn read(
        self,
        name: &Path,
        bytes: Vec<u8>,
        parse: impl FnOnce(&Path, Vec<u8>) -> Result<Content, FileProblem>,
    ) -> Result<Content, FileProblem> {
        let Some(encoding) = self.encoding.filter(|_| !bytes.is_empty() && sniff::kind(&bytes) == Kind::Text) else {
            return parse(name, bytes);
        };
        if bytes.len() as u64 > limits::TEXT {
            return Err(FileProblem::TooLarge { limit: limits::TEXT });
        }
        let (text, replaced) = encoding.0.decode_without_bom_handling(&bytes);
        let text = text.trim_start_matches('\u{FEFF}');
        let count = if replaced { text.matches('\u{FFFD}').count() } else { 0 };
        let mut content = parse(name, ["\u{FEFF}", text].concat().into_bytes())?;
        content.encoding = encoding.name();
        if count > 0 {
            content.warnings.insert(0, Warning::ReplacedBytes { count });
        }
        Ok(content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::from_bytes_with;

    const PAGE: &str = "<meta charset=gb2312><p>甲市2024年依法行政，审结行政复议案件45件，同比增长3%。</p>";

    fn read(bytes: &[u8], encoding: &str) -> (String, &'static str, Vec<Warning>) {
        let options = Options { encoding: Encoding::named(encoding) };
        let document = from_bytes_with(Path::new("a.html"), bytes, options).unwrap();
        (document.original, document.source.encoding, document.warnings)
    }

    #[test]
    fn the_named_encoding_goes_before_mark_proof_and_declaration() {
        let big5 = BIG5.encode("甲市依法行政，辦結案件45件。").0.into_owned();
        assert_eq!(read(&big5, "Big5"), ("甲市依法行政，辦結案件45件。".to_owned(), "big5", Vec::new()));
        assert_eq!(read(PAGE.as_bytes(), "utf8"), (PAGE.to_owned(), "utf-8", Vec::new()));
        let marked: Vec<u8> = "\u{FEFF}甲市".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&marked, "utf-16be").0, "甲市");
    }

    #[test]
    fn a_wrong_name_is_obeyed_and_told() {
        let (text, encoding, warnings) = read(PAGE.as_bytes(), "gbk");
        assert_ne!(text, PAGE);
        assert_eq!(encoding, "gb18030");
        assert!(matches!(warnings[..], [Warning::ReplacedBytes { count: 1.. }]), "{warnings:?}");
    }

    #[test]
    fn names_in_their_usual_spellings() {
        let named = |name| Encoding::named(name).map(Encoding::name);
        for name in ["GBK", "gb2312", " GB18030 ", "cp936", "x-gbk"] {
            assert_eq!(named(name), if name == "cp936" { None } else { Some("gb18030") }, "{name}");
        }
        assert_eq!(named("UTF-16LE"), Some("utf-16le"));
        assert_eq!(named("hz-gb-2312"), None);
        assert_eq!(named("nonsense"), None);
    }
}
