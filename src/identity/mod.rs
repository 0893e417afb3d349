//! Document → [`Identity`]: who reports, on which year and place, what kind of document, when; and the list of divisions.
//!
//! Every fact carries the words that say so. Unknown is `None`, never a guess without evidence.

mod divisions;
mod types;

pub use divisions::{Division, Divisions, Lookup, Mention};
pub use types::{Body, Evidence, Field, Identity, Jurisdiction, Kind, Level, Place};
