//! How far a reader has come, for a watch that cannot look inside: readers count, and know nobody who listens.

use std::sync::atomic::{AtomicU64, Ordering};

use super::limits;

/// Bytes of text read so far by this process. A sum for a watch: no reader ever looks at it.
static READ: AtomicU64 = AtomicU64::new(0);

/// Bytes of a Chinese character.
const WIDTH: u64 = 3;

/// So many bytes of text or mark-up are read.
pub(super) fn bytes(count: usize) {
    READ.fetch_add(count as u64, Ordering::Relaxed);
}

/// A page is read, whatever stands on it.
pub(super) fn page() {
    READ.fetch_add(limits::PACE * WIDTH, Ordering::Relaxed);
}

/// As [`bytes`] for those who read byte by byte: `untold` gathers what is told in larger pieces.
pub(super) fn count(untold: &mut usize, count: usize) {
    *untold += count;
    if *untold >= 4096 {
        bytes(std::mem::take(untold));
    }
}

/// How often the process has come on by as much as counts for progress.
pub(crate) fn steps() -> u64 {
    READ.load(Ordering::Relaxed) / (limits::PACE * WIDTH)
}
