//! What a reader makes of a file's bytes, in a shape that can cross from one process to another.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::document::{Block, Document, Format, MetaItem, Source, Warning};
use super::encoding;
use crate::text::hex;

/// A name from the list of encodings. As a bare reference, serde would have the bytes that it reads live for ever.
type EncodingName = &'static str;

/// What a reader of one format gives back: a document but for where it came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// What the bytes turned out to be.
    pub format: Format,
    /// Name of the character encoding, as in [`Source::encoding`].
    #[serde(with = "encoding::by_name")]
    pub encoding: EncodingName,
    /// As [`Document::original`].
    pub original: String,
    /// As [`Document::blocks`].
    pub blocks: Vec<Block>,
    /// As [`Document::metadata`].
    pub metadata: Vec<MetaItem>,
    /// As [`Document::warnings`].
    #[serde(with = "as_json")]
    pub warnings: Vec<Warning>,
}

impl Content {
    /// The document of the file that was named `path` and has that SHA-256.
    pub fn document(self, path: &Path, sha256: &[u8]) -> Document {
        let Self { format, encoding, original, blocks, metadata, warnings } = self;
        let source = Source { path: path.to_owned(), sha256: hex(sha256), format, encoding };
        Document { source, original, blocks, metadata, warnings }
    }
}

/// Warnings carry their kind as a field, which only a format that names its fields can read back.
mod as_json {
    use serde::de::Error as _;
    use serde::ser::Error as _;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::intake::Warning;

    pub(super) fn serialize<S: Serializer>(warnings: &[Warning], to: S) -> Result<S::Ok, S::Error> {
        serde_json::to_string(warnings).map_err(S::Error::custom)?.serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Warning>, D::Error> {
        serde_json::from_str(&String::deserialize(from)?).map_err(D::Error::custom)
    }
}
