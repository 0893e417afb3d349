//! The reading desk: questions of the window about a library, answered on threads of its own.
//!
//! The window sends a [`Command`] and goes on painting; each is answered exactly once, by a [`Reply`] that carries its
//! ticket: done, failed or cancelled. A newer question of the same kind cancels one that has not been begun.

mod pages;

pub use pages::{
    Block, ComparePage, Figure, GridCell, Overview, PlaceRow, RailEntry, ReportPage, ReportState, RowKind, Strip,
    StripRow, TextMark, TextRow, TrendPage, TrendQuery,
};
