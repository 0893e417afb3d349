//! The window: it paints state and collects [`action::Action`]s, which run after painting.
//!
//! It talks to the steps through `jobs` alone: commands out, messages in. It opens no file and no database.
//!
//! ```text
//! messages ─▶ engine ─▶ state ─▶ shell and views (paint) ─▶ actions ─▶ state, engine
//! ```

pub mod action;
mod compare;
mod cx;
mod dialogs;
mod encoding;
mod engine;
mod export;
mod fonts;
mod history;
mod keyboard;
mod keys;
mod library;
mod load;
mod name_template;
mod notices;
mod quality;
mod report;
mod selection;
mod shell;
mod state;
pub mod theme;
mod trend;
mod window;

pub use engine::Start;
pub use fonts::install as install_fonts;
pub use state::App;
pub use window::{NoWindow, Outcome, prepare, run};
