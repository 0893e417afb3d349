//! File → [`Document`]: bytes, encoding, format, page chrome; every block keeps its way back to the original.
//!
//! Owns the limits on foreign bytes. Knows nothing of years, places, sections or figures.

mod bounds;
mod chrome;
mod content;
mod document;
mod docx;
mod encoding;
mod grid;
mod html;
pub(crate) mod limits;
mod open;
pub(crate) mod pace;
mod pdf;
mod plausible;
mod sniff;
mod text;
mod traced;

pub use content::Content;
pub use document::{Block, BlockKind, Cell, Document, Format, MetaItem, PageBox, Role, Run, Source, Warning};
pub(crate) use open::problem;
pub use open::{bytes, from_bytes, open, parse, plain, readable};
