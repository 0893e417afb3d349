//! The outline on annotated reports, on invented shapes, and what holds for any text.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a test fails by panicking")]

#[path = "outline/gold.rs"]
mod gold;
#[path = "outline/properties.rs"]
mod properties;
#[path = "outline/shapes.rs"]
mod shapes;
#[path = "outline/support.rs"]
mod support;
#[path = "outline/tags.rs"]
mod tags;
