//! The whole window without a display: what a user sees, by name, and does, by pointer and keys.

#![cfg(feature = "gui")]
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a test fails by panicking")]

mod anew;
mod encoding;
mod files;
mod name_template;
#[cfg(feature = "image_test")]
mod pictures;
mod quality;
mod renamed;
mod results;
mod seat;
mod states;
mod task;
mod whole_page;
