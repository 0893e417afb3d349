//! Small helpers on Chinese text that several steps share: folding and offsets in scalar values.

mod fold;
mod hex;
mod offsets;

pub use fold::{Shadow, fold_char, is_han, simplified};
pub use hex::hex;
pub use offsets::ScalarIndex;
