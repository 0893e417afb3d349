//! Passages → observations, changes and unclaimed numbers, by the catalogue's patterns and the grammar of numbers.
//!
//! [`extract`] is a function of passages and catalogue: no file, no clock, no state.

mod catalogue;
mod numbers;
mod types;

pub use catalogue::{Catalogue, CatalogueText, Direction, Indicator, IndicatorKind};
pub use types::{Bound, Change, ChangeUnit, Elsewhere, Figures, Nature, Observation, Reason, Scope, Span, Unclaimed};
