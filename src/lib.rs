//! Faheng (法衡) reads annual reports on law-based government and compares them.
//!
//! # The flow
//!
//! ```text
//! file ─ intake ─▶ Document ─ identity ─▶ Identity
//!                     └────── outline ──▶ Passages ─ figures ─▶ observations, changes, unclaimed
//!                                                                  │
//!        jobs: commands in, messages out ── store (SQLite) ◀───────┘
//!                                             └─ compare ─▶ points, series, pairs ─▶ cli, app
//! ```
//!
//! The modules stand below in that order. A step knows the steps before it, never those after it.
//! Programs let `worker` run `intake` in a process of its own, so that a file can break no more than itself.
//!
//! # Invariants
//!
//! 1. Text is never thrown away: every figure points to a span of the original.
//! 2. Odd content is a value with warnings, never an error; errors are for input/output and bugs.
//! 3. The pure steps (`intake` to `figures`, `compare`, `chart`) know no database and no window.
//! 4. Nothing under `app` opens a file, a socket or the database; it sends commands and paints state.
//! 5. One thread owns the writing connection. Readers have their own.
//! 6. A command is answered exactly once: done, failed or cancelled.
//! 7. Migrations are append-only, one transaction, with a copy of the file first.
//! 8. A person's decision outlives every re-run of the rules: it holds on to hash, span and indicator.
//! 9. The order of anything shown comes from a sort, never from a hash map.
//! 10. No colour outside `theme.rs`, no user-visible text outside `assets/i18n`.
//! 11. A report's identity is (body, year, kind): a department or a work plan is never drawn as its place.

// For made-up readings that unit tests share with the tests beside the crate.
#[cfg(test)]
extern crate self as faheng;

/// Reading makes many small strings and lists, and this allocator serves them faster than the systems' own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

pub mod error;
pub mod progress;
pub mod text;

pub mod intake;

pub mod worker;

pub mod identity;

pub mod outline;

pub mod figures;

pub mod reading;

pub mod quality;

pub mod store;

pub mod compare;

pub mod i18n;

pub mod chart;

pub mod shelf;

pub mod jobs;

#[cfg(feature = "cli")]
pub mod paths;

pub mod settings;

#[cfg(feature = "cli")]
pub mod cli;

#[cfg(feature = "gui")]
pub mod app;
