//! Ctrl+C: the first asks the running import to stop at the next whole file, the second ends the process at once.

use std::sync::{Mutex, Once, PoisonError};

use crate::progress::CancelToken;

/// Exit status of a process that was ended from the keyboard: 128 and the number of the signal.
const ENDED: i32 = 130;

/// The work to stop. Signals come to the process as a whole, so this is the one state that all of it shares.
static WORK: Mutex<Option<CancelToken>> = Mutex::new(None);
static HANDLER: Once = Once::new();

/// While it lives, Ctrl+C cancels the work; before and after, it ends the process as ever.
pub struct Guard(());

impl Guard {
    /// Leads Ctrl+C to the token.
    pub fn new(work: CancelToken) -> Self {
        set(Some(work));
        // Without a handler Ctrl+C ends the process, which loses nothing that was reported.
        HANDLER.call_once(|| ctrlc::set_handler(stop).unwrap_or_default());
        Self(())
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        set(None);
    }
}

fn set(work: Option<CancelToken>) {
    *WORK.lock().unwrap_or_else(PoisonError::into_inner) = work;
}

fn stop() {
    let work = WORK.lock().unwrap_or_else(PoisonError::into_inner).clone();
    match work.filter(|work| !work.is_cancelled()) {
        Some(work) => work.cancel(),
        None => std::process::exit(ENDED),
    }
}
