//! Charts: series → [`ChartSpec`] → what the screen paints and what the files hold.
//!
//! One model for both. This folder knows no window and no database; ticks, labels, colours and marks are decided here,
//! so that a chart on paper says what the chart on the screen said.

pub mod face;
pub mod palette;
pub mod scale;
mod spec;
pub mod wrap;

pub use spec::{Axis, ChartKind, ChartSpec, Fill, Line, Mark, Panel, Proof, Scale, Tick};
