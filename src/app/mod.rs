//! The window: it paints state and collects [`action::Action`]s, which run after painting.
//!
//! It talks to the steps through `jobs` alone: commands out, messages in. It opens no file and no database.
//!
//! ```text
//! messages ─▶ engine ─▶ state ─▶ shell and views (paint) ─▶ actions ─▶ state, engine
//! ```

pub mod action;
mod cx;
mod fonts;
mod history;
mod load;
mod selection;
pub mod theme;

pub use fonts::install as install_fonts;
