//! Small helpers on Chinese text that several steps share: folding, sets of characters, offsets in scalar values.

mod char_set;
mod fold;
mod hex;
mod offsets;

pub use char_set::CharSet;
pub use fold::{Shadow, fold_char, is_han, simplified};
pub use hex::hex;
pub use offsets::ScalarIndex;
