//! Small helpers on Chinese text that several steps share: folding, sets of characters and words, offsets in scalar values.

mod char_set;
mod fold;
mod hex;
mod offsets;
mod word_finder;
mod word_list;

pub use char_set::CharSet;
pub use fold::{Folded, FoldedAt, Shadow, fold, fold_char, is_han, simplified};
pub use hex::hex;
pub use offsets::ScalarIndex;
pub use word_finder::{WordAt, WordFinder};
pub use word_list::WordList;
