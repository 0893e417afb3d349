//! File → [`Document`]: bytes, encoding, format, page chrome; every block keeps its way back to the original.
//!
//! Owns the limits on foreign bytes. Knows nothing of years, places, sections or figures.

mod archive;
mod bounds;
mod chrome;
mod content;
mod doc;
mod document;
mod docx;
mod encoding;
mod grid;
mod html;
mod layout;
pub(crate) mod limits;
mod lists;
mod markdown;
mod mhtml;
mod numerals;
mod ofd;
mod open;
mod options;
pub(crate) mod pace;
mod package;
mod paragraphs;
mod pdf;
mod plausible;
mod rows;
mod rtf;
mod sniff;
mod text;
mod traced;
mod unpack;
mod xml;

pub use archive::{Archive, Member};
pub use content::Content;
pub use document::{Block, BlockKind, Cell, Document, Format, MetaItem, PageBox, Role, Run, Source, Warning};
pub(crate) use open::problem;
pub use open::{ENDINGS, bytes, from_bytes, from_bytes_with, open, parse, plain, readable};
pub use options::{Encoding, Options};
pub use unpack::{Item, Listing, Slot, Unpacker, What, is_archive};
