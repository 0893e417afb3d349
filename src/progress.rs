//! Progress and cancellation for long work: plain std, shared by every front.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How far a long piece of work has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Items finished, whatever their outcome.
    pub done: usize,
    /// Items known so far; it can grow while folders are still being listed.
    pub total: usize,
    /// The item in hand, for display; empty between items.
    pub item: String,
}

/// A flag that asks running work to stop at the next whole item.
///
/// Clones share one flag. Work that sees it set leaves everything finished so far in place.
#[derive(Clone, Debug, Default)]
pub struct CancelToken(Arc<AtomicBool>);

impl CancelToken {
    /// A token that is not set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks the work to stop.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Release);
    }

    /// Whether the work has been asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}
