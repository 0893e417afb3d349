//! Document → [`Passages`]: headings, items, parts, the six sections and the parts of the national Outline.
//!
//! A passage is the smallest stretch that has one part and one section. Nothing of the body is left out.

mod types;

pub use types::{Part, Passage, Passages, Piece, Section, TableCell};
