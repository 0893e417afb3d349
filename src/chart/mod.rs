//! Charts: series → [`ChartSpec`] → what the screen paints and what the files hold.
//!
//! One model for both. This folder knows no window and no database; ticks, labels, colours and marks are decided here,
//! so that a chart on paper says what the chart on the screen said.

mod spec;

pub use spec::{Axis, ChartKind, ChartSpec, Fill, Line, Mark, Panel, Proof, Scale, Tick};
