//! Reports → points, series with explicit gaps, pairs by part and section, differences.
//!
//! Inputs are plain values, so that the step knows no database and no window: the caller brings the
//! current reports with their observations and the persons' choices. Nothing is summed, and a value
//! is subtracted from another only where both say the same kind of thing.

mod choose;
mod difference;
mod excerpt;
mod near;
mod pairs;
mod point;
mod report;
mod rows;
mod series;
mod value;

pub use choose::{Holding, Pick, best_covered, pick_pair};
pub use difference::{Difference, Obstacle, difference};
pub use excerpt::excerpt;
pub use near::{Near, near};
pub use pairs::{Comparison, Frame, Group, PartBlock, Presence, SectionBlock, Slot, compare};
pub use point::{Choice, Standing, State, Statement, Strand, point};
pub use report::{BodyKey, Report, Words};
pub use rows::{Cell, Row, told_apart};
pub use series::{Entry, Gap, Series, series, span_of_years};
pub use value::{decimals, rounded};
