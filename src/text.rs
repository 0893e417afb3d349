//! Small helpers on Chinese text that several steps share: folding, scalar offsets, sentences.

mod fold;
mod offsets;

pub use fold::{Shadow, fold_char, simplified};
pub use offsets::ScalarIndex;
