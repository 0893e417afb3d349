//! Passages → observations, changes and unclaimed numbers, by the catalogue's patterns and the grammar of numbers.
//!
//! [`extract`] is a function of passages and catalogue: no file, no clock, no state.

mod types;

pub use types::{Bound, Change, ChangeUnit, Elsewhere, Figures, Nature, Observation, Reason, Scope, Span, Unclaimed};
