//! Where a number is read: numerals of every form, their measure words and bounds, and what is no quantity at all.

mod chinese;
mod classify;
mod digits;
mod measure;
mod scan;

pub(crate) use measure::{Measure, Measures};
pub(crate) use scan::{Quantity, Token, TokenKind, scan};
