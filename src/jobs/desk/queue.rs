//! The questions that wait, at most one of each kind.

use std::collections::VecDeque;
use std::mem::discriminant;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::command::{Command, Ticket};

/// Questions in the order of asking.
#[derive(Default)]
pub(super) struct Queue {
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

#[derive(Default)]
struct Waiting {
    line: VecDeque<(Ticket, Command)>,
    closed: bool,
}

impl Queue {
    /// Puts a question into the line and gives those that it takes the place of, in the order of asking.
    pub fn put(&self, ticket: Ticket, command: Command) -> Vec<Ticket> {
        let mut waiting = self.lock();
        let superseded = waiting.put(ticket, command);
        drop(waiting);
        self.changed.notify_one();
        superseded
    }

    /// Waits for the next question; `None` once the queue is closed, whatever still waits.
    pub fn take(&self) -> Option<(Ticket, Command)> {
        let idle = |waiting: &mut Waiting| waiting.line.is_empty() && !waiting.closed;
        let mut waiting = self.changed.wait_while(self.lock(), idle).unwrap_or_else(PoisonError::into_inner);
        if waiting.closed { None } else { waiting.line.pop_front() }
    }

    /// Sends the thread that takes home.
    pub fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    /// The line is whole even after a panic elsewhere: it changes in one step.
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiting {
    fn put(&mut self, ticket: Ticket, command: Command) -> Vec<Ticket> {
        let same = self.line.iter().position(|(_, other)| discriminant(other) == discriminant(&command));
        match (&command, same) {
            // Opened again: what waits behind it is about this library too and stays behind it.
            (Command::Open(_), Some(at)) if self.line[at].1 == command => {
                let earlier = std::mem::replace(&mut self.line[at], (ticket, command));
                vec![earlier.0]
            }
            // What waits behind the last `Open` is about a library that is left now. What waits with none before it may
            // be about the same library opened again, and is answered out of that which is open.
            (Command::Open(_), Some(at)) => {
                let left = self.line.drain(at..).map(|(ticket, _)| ticket).collect();
                self.line.push_back((ticket, command));
                left
            }
            // Every file that was asked for is written.
            #[cfg(feature = "export")]
            (Command::Export(_), Some(_)) => {
                self.line.push_back((ticket, command));
                Vec::new()
            }
            (_, Some(at)) => {
                let earlier = self.line.remove(at);
                self.line.push_back((ticket, command));
                earlier.into_iter().map(|(ticket, _)| ticket).collect()
            }
            (_, None) => {
                self.line.push_back((ticket, command));
                Vec::new()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::ReportId;

    fn open(path: &str) -> Command {
        Command::Open(path.into())
    }

    fn report(number: i64) -> Command {
        Command::Report(ReportId::new(number))
    }

    /// Asks all before any is taken; gives who was superseded by each, and the line that is left.
    fn asked(commands: &[Command]) -> (Vec<Vec<u64>>, Vec<u64>) {
        let queue = Queue::default();
        let number = |ticket: &Ticket| ticket.number();
        let put = |(n, command): (u64, &Command)| queue.put(Ticket::new(n), command.clone());
        let superseded = (0..).zip(commands).map(put).map(|all| all.iter().map(number).collect()).collect();
        let left = queue.lock().line.iter().map(|(ticket, _)| number(ticket)).collect();
        (superseded, left)
    }

    #[test]
    fn a_newer_question_takes_the_place_of_one_of_its_kind() {
        let pair = Command::Compare { left: ReportId::new(1), right: ReportId::new(2) };
        let (superseded, left) = asked(&[report(1), pair, report(2)]);
        assert_eq!(superseded, [vec![], vec![], vec![0]]);
        assert_eq!(left, [1, 2]);
    }

    #[test]
    fn a_question_is_never_answered_out_of_another_library() {
        // About the library open now: before the next is opened.
        assert_eq!(asked(&[report(1), open("a")]).1, [0, 1]);
        let (superseded, left) = asked(&[open("a"), report(1), open("b")]);
        assert_eq!((superseded[2].clone(), left), (vec![0, 1], vec![2]));
        let (superseded, left) = asked(&[open("a"), report(1), open("a")]);
        assert_eq!((superseded[2].clone(), left), (vec![0], vec![2, 1]));
        // The report of before an `Open` is not moved behind it, nor the one of behind before it.
        assert_eq!(asked(&[report(1), open("a"), report(2)]).1, [1, 2]);
    }

    #[test]
    fn a_closed_queue_gives_nothing() {
        let queue = Queue::default();
        queue.put(Ticket::new(0), report(1));
        queue.close();
        assert!(queue.take().is_none());
    }
}
