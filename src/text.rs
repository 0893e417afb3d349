//! Small helpers on Chinese text that several steps share: folding and offsets in scalar values.

mod fold;
mod offsets;

pub use fold::{Shadow, fold_char, simplified};
pub use offsets::ScalarIndex;
