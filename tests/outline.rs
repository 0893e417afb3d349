//! The outline on annotated reports, on invented shapes, and what holds for any text.

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
