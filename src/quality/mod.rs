//! How right the rules read: annotated reports compared with what is read from them.
//!
//! | step | where |
//! |---|---|
//! | an annotated report is loaded | `gold` |
//! | its entries are paired with what was read | `judge` |
//! | the outcome is counted by indicator, section, nature, bound and trap | `page` |
//!
//! The counts of the built-in catalogue ship with the program: [`shipped`].

mod gold;
mod judge;
mod page;
mod tally;

pub use gold::{Case, Gold, GoldChange, GoldObservation, OneOf, cases};
pub use judge::{Pairs, Verdict, judge};
pub use page::{Page, Quality};
pub use tally::Tally;

use std::sync::LazyLock;

use crate::error::Error;

static SHIPPED: LazyLock<Result<Quality, String>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../assets/quality.json")).map_err(|error| format!("quality.json: {error}"))
});

/// How right the built-in rules read, as measured when they were last changed (`examples/quality.rs`).
///
/// # Errors
///
/// [`Error::Data`] when the shipped file is broken, which the tests rule out.
pub fn shipped() -> Result<&'static Quality, Error> {
    SHIPPED.as_ref().map_err(|error| Error::Data(error.clone()))
}
