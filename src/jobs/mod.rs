//! The one bridge between the steps and the fronts: commands in, messages out, with progress and cancel.
//!
//! A command is answered by messages on a bounded channel, the last of which says done, failed or cancelled, once.
//! Jobs run on named threads and wake the front after each message. They know no front.

mod chain;
pub mod desk;
pub mod export;
mod gate;
mod import;
mod inside;
mod keep;
mod list;
mod message;
mod partial;
mod read;
mod read_anew;
pub mod sample;
mod trial;
pub mod words;
mod write;

pub use chain::read_report;
pub use import::{Handle, Read, Wake, import};
pub use keep::keep;
pub use message::{FileResult, Message, Outcome, SkipReason, Summary};
pub use partial::Partial;
pub use read_anew::{ReadAgain, read_anew, read_as, start_read_anew, start_read_as};
pub use trial::{import_trial, not_made, trial_library};
