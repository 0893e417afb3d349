//! Charts: series → [`ChartSpec`] → what the screen paints and what the files hold.
//!
//! One model for both. This folder knows no window and no database; ticks, labels, colours and marks are decided here,
//! so that a chart on paper says what the chart on the screen said.
//!
//! ```text
//! series ─ build ─▶ ChartSpec ─ layout ─▶ Scene ─ svg ─▶ SVG ─ png ─▶ PNG
//!                       └────── sheet ──▶ CSV, Markdown
//! ```

mod build;
pub mod face;
mod layout;
mod names;
pub mod palette;
#[cfg(feature = "export")]
mod png;
pub mod scale;
pub mod scene;
mod shape;
mod sheet;
mod size;
mod spec;
mod svg;
pub mod wrap;

pub use build::{Paper, Request, Subject, build};
pub use layout::{TooSmall, layout};
pub use names::{file_stem, is_file_name};
#[cfg(feature = "export")]
pub use png::{PictureError, png, preview};
pub use scene::Scene;
pub use shape::outline;
pub use sheet::{csv, markdown};
pub use size::{DPI, INCH, MOST_PIXELS, PRESETS, Preset, Size, preset};
pub use spec::{Axis, ChartKind, ChartSpec, Fill, Line, Mark, Panel, Proof, Renamed, Scale, Tick};
pub use svg::{Style, Texts as TextStyle, svg};
