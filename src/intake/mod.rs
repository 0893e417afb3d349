//! File → [`Document`]: bytes, encoding, format, page chrome; every block keeps its way back to the original.
//!
//! Owns the limits on foreign bytes. Knows nothing of years, places, sections or figures.

mod document;

pub use document::{Block, BlockKind, Cell, Document, Format, MetaItem, Role, Run, Source, Warning};
