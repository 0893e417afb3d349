//! A thread of the desk with its queue. Each question that comes in is answered once, whatever happens.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread::Builder;

use super::command::{Answer, Command, Reply, Ticket};
use super::queue::Queue;
use crate::error::{Error, panic_words};
use crate::jobs::Wake;

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
            Err(Error::Data(format!("desk: {}", panic_words(&*panic))))
        });
        line.send(ticket, result);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use proptest::prelude::*;

    use super::*;
    use crate::jobs::desk::Overview;
    use crate::store::ReportId;

    /// Panics, fails or answers, as the number of the report asked for says.
    struct Moody {
        broken: bool,
    }

    impl Worker for Moody {
        fn answer(&mut self, command: Command) -> Result<Answer, Error> {
            assert!(!self.broken, "asked again without having recovered");
            match command {
                Command::Report(id) if id.number() % 3 == 0 => {
                    self.broken = true;
                    panic!("panicked")
                }
                Command::Report(id) if id.number() % 3 == 1 => Err(Error::Data("failed".to_owned())),
                _ => Ok(Answer::Overview(Arc::new(Overview::default()))),
            }
        }

        fn recover(&mut self) {
            self.broken = false;
        }
    }

    /// What a question is answered with unless it is cancelled.
    fn word(command: &Command) -> &'static str {
        match command {
            Command::Report(id) if id.number() % 3 == 0 => "panicked",
            Command::Report(id) if id.number() % 3 == 1 => "failed",
            _ => "answered",
        }
    }

    fn told(result: &Result<Answer, Error>) -> String {
        result.as_ref().map_or_else(ToString::to_string, |_| "answered".to_owned())
    }

    fn command() -> impl Strategy<Value = Command> {
        let id = (0_i64..9).prop_map(ReportId::new);
        prop_oneof![
            3 => id.clone().prop_map(Command::Report),
            1 => (id.clone(), id).prop_map(|(left, right)| Command::Compare { left, right }),
            1 => "[ab]".prop_map(|path| Command::Open(path.into())),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn every_question_is_answered_once(commands in prop::collection::vec((command(), any::<bool>()), 1..60)) {
            let woken = Arc::new(AtomicUsize::new(0));
            let count = Arc::clone(&woken);
            let (sender, replies) = channel();
            let line = Line::new(sender, Arc::new(move || {
                count.fetch_add(1, Ordering::SeqCst);
            }));
            let lane = Lane::start("moody", line, Moody { broken: false }).unwrap();
            let mut answers: BTreeMap<u64, usize> = BTreeMap::new();
            let mut take = |patience| {
                let Ok(reply): Result<Reply, _> = replies.recv_timeout(patience) else { return false };
                let number = reply.ticket.number();
                *answers.entry(number).or_default() += 1;
                let expected = word(&commands[number as usize].0);
                assert!(matches!(reply.result, Err(Error::Cancelled)) || told(&reply.result).contains(expected), "{reply:?}");
                true
            };
            let mut left = commands.len();
            for (number, (command, pause)) in (0..).zip(commands.clone()) {
                lane.put(Ticket::new(number), command);
                left -= usize::from(pause && take(Duration::from_secs(60)));
            }
            while left > 0 && take(Duration::from_secs(60)) {
                left -= 1;
            }
            prop_assert!(!take(Duration::ZERO));
            prop_assert_eq!(answers.len(), commands.len());
            prop_assert!(answers.values().all(|count| *count == 1));
            drop(lane);
            prop_assert!(matches!(replies.recv_timeout(Duration::from_secs(60)), Err(std::sync::mpsc::RecvTimeoutError::Disconnected)), "the thread ends");
            prop_assert_eq!(woken.load(Ordering::SeqCst), commands.len());
        }
    }
}
