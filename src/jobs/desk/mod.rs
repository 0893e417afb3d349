//! The reading desk: questions of the window about a library, answered on threads of its own.
//!
//! The window sends a [`Command`] and goes on painting; each is answered exactly once, by a [`Reply`] that carries its
//! ticket: done, failed or cancelled. A newer question of the same kind cancels one that has not been begun.

mod command;
mod compare;
#[cfg(feature = "export")]
mod draw;
mod encoding;
mod lane;
mod marks;
mod overview;
mod page;
mod pages;
mod queue;
mod rail;
mod reader;
mod rows;
mod trend;
mod uncut;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

pub use command::{Answer, Command, Reply, Ticket};
pub use encoding::{EncodingPage, Excerpt, ToldBy};
pub use pages::{
    Block, ComparePage, ExportOrder, Figure, GridCell, Overview, PlaceRow, Preview, RailEntry, ReportPage, ReportState,
    RowKind, Strip, StripRow, TextMark, TextRow, TrendPage, TrendQuery,
};

pub use reader::charts;

use super::Wake;
use crate::error::Error;
use lane::{Lane, Line};
use reader::Reader;

/// The window's end of the desk. Dropping it ends its threads after the question in hand; nobody waits for them.
pub struct Desk {
    reading: Lane,
    #[cfg(feature = "export")]
    drawing: Lane,
    replies: Receiver<Reply>,
    asked: AtomicU64,
}

impl Desk {
    /// A desk without a library; `wake` is called after each reply, from whatever thread gives it.
    ///
    /// # Errors
    ///
    /// [`Error::Data`] when the system gives no thread.
    pub fn new(wake: Arc<Wake>) -> Result<Self, Error> {
        let (sender, replies) = channel();
        let line = Line::new(sender, wake);
        Ok(Self {
            #[cfg(feature = "export")]
            drawing: Lane::start("desk-draw", line.clone(), draw::Drawer)?,
            reading: Lane::start("desk-read", line, Reader::default())?,
            replies,
            asked: AtomicU64::new(0),
        })
    }

    /// Asks, and comes back at once. Tickets rise from question to question.
    pub fn ask(&self, command: Command) -> Ticket {
        let ticket = Ticket::new(self.asked.fetch_add(1, Ordering::Relaxed));
        self.lane(&command).put(ticket, command);
        ticket
    }

    /// The thread that answers a question.
    fn lane(&self, command: &Command) -> &Lane {
        match command {
            #[cfg(feature = "export")]
            Command::Preview(_) | Command::Export(_) => &self.drawing,
            _ => &self.reading,
        }
    }

    /// The next reply if there is one; never waits.
    pub fn try_next(&self) -> Option<Reply> {
        self.replies.try_recv().ok()
    }

    /// Waits for the next reply, at most `patience`.
    pub fn next_within(&self, patience: Duration) -> Option<Reply> {
        self.replies.recv_timeout(patience).ok()
    }
}

impl fmt::Debug for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Desk").field("asked", &self.asked).finish_non_exhaustive()
    }
}
