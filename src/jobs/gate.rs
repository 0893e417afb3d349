//! How much may be under way at once: the bound on an import's memory.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Lets items in, in order, until so many or so many bytes are inside; each leaves when it is written.
///
/// One thread lets them in, in the order in which they are written. So the item that is waited for is always inside,
/// and nobody waits for ever.
pub(super) struct Gate {
    items: usize,
    bytes: u64,
    inside: Mutex<Inside>,
    changed: Condvar,
}

#[derive(Default)]
struct Inside {
    items: usize,
    bytes: u64,
    closed: bool,
}

impl Gate {
    pub fn new(items: usize, bytes: u64) -> Self {
        Self { items, bytes, inside: Mutex::default(), changed: Condvar::new() }
    }

    /// Waits until an item of `size` bytes fits; one larger than all goes in alone. False once the gate is closed.
    pub fn enter(&self, size: u64) -> bool {
        let full = |inside: &mut Inside| {
            let fits = inside.items < self.items && inside.bytes.saturating_add(size) <= self.bytes;
            !inside.closed && !fits && inside.items > 0
        };
        let mut inside = self.changed.wait_while(self.lock(), full).unwrap_or_else(PoisonError::into_inner);
        if !inside.closed {
            inside.items += 1;
            inside.bytes += size;
        }
        !inside.closed
    }

    /// An item of `size` bytes leaves.
    pub fn leave(&self, size: u64) {
        let mut inside = self.lock();
        inside.items = inside.items.saturating_sub(1);
        inside.bytes = inside.bytes.saturating_sub(size);
        self.changed.notify_one();
    }

    /// Lets nobody in any more.
    pub fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    /// The numbers are right even after a panic elsewhere: they change in one step.
    fn lock(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Duration;

    use super::*;

    /// Whether an item of `size` gets in within a moment.
    fn gets_in(gate: &Arc<Gate>, size: u64) -> bool {
        let (done, heard) = std::sync::mpsc::channel();
        let gate = Arc::clone(gate);
        std::thread::spawn(move || done.send(gate.enter(size)));
        heard.recv_timeout(Duration::from_millis(50)).unwrap_or(false)
    }

    #[test]
    fn bounds_items_and_bytes_and_lets_a_giant_in_alone() {
        let gate = Arc::new(Gate::new(2, 100));
        assert!(gate.enter(500), "alone");
        assert!(!gets_in(&gate, 1));
        gate.leave(500);
        std::thread::sleep(Duration::from_millis(50));
        assert!(gets_in(&gate, 60), "beside the one that waited");
        assert!(!gets_in(&gate, 1), "two items");
        gate.close();
        assert!(!gate.enter(0));
    }
}
