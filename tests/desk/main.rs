//! The reading desk as the window uses it: questions, their one answer each, and what the pages hold.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a test fails by panicking")]

mod answers;
mod decisions;
mod encoding;
mod library;
mod pages;
mod trial;
