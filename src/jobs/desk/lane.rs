//! A thread of the desk with its queue. Each question that comes in is answered once, whatever happens.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread::Builder;

use super::command::{Answer, Command, Reply, Ticket};
use super::queue::Queue;
use crate::error::Error;
use crate::jobs::Wake;
use crate::jobs::read::words;

/// Who answers on a lane's thread.
pub(super) trait Worker: Send + 'static {
    /// Answers one question.
    fn answer(&mut self, command: Command) -> Result<Answer, Error>;

    /// Drops what may be half made after [`Worker::answer`] panicked.
    fn recover(&mut self);
}

/// The way back to the window.
#[derive(Clone)]
pub(super) struct Line {
    replies: Sender<Reply>,
    wake: Arc<Wake>,
}

impl Line {
    pub fn new(replies: Sender<Reply>, wake: Arc<Wake>) -> Self {
        Self { replies, wake }
    }

    /// Sends and wakes; nobody may listen any more, and then nobody misses it.
    fn send(&self, ticket: Ticket, result: Result<Answer, Error>) {
        if self.replies.send(Reply { ticket, result }).is_ok() {
            (self.wake)();
        }
    }
}

/// The front's end of a lane. Dropped, it sends the thread home.
pub(super) struct Lane {
    queue: Arc<Queue>,
    line: Line,
}

impl Lane {
    /// Starts the thread `name`, on which `worker` answers.
    pub fn start(name: &str, line: Line, worker: impl Worker) -> Result<Self, Error> {
        let queue = Arc::new(Queue::default());
        let (source, back) = (Arc::clone(&queue), line.clone());
        let started = Builder::new().name(name.to_owned()).spawn(move || work(&source, &back, worker));
        started.map_err(|error| Error::Data(format!("no thread {name}: {error}")))?;
        Ok(Self { queue, line })
    }

    /// Puts a question into the line; those that it takes the place of are answered as cancelled.
    pub fn put(&self, ticket: Ticket, command: Command) {
        for superseded in self.queue.put(ticket, command) {
            self.line.send(superseded, Err(Error::Cancelled));
        }
    }
}

impl Drop for Lane {
    fn drop(&mut self) {
        self.queue.close();
    }
}

fn work(queue: &Queue, line: &Line, mut worker: impl Worker) {
    while let Some((ticket, command)) = queue.take() {
        let answer = catch_unwind(AssertUnwindSafe(|| worker.answer(command)));
        let result = answer.unwrap_or_else(|panic| {
            worker.recover();
            Err(Error::Data(format!("desk: {}", words(&*panic))))
        });
        line.send(ticket, result);
    }
}
