//! The program's side: one worker process, and the file that it has in hand.

use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::Builder;
use std::time::Instant;

use serde::de::DeserializeOwned;

use super::frame::{self, HELLO, Tag};
use super::order::Order;
use crate::error::FileProblem;
use crate::intake::limits;

/// Argument that makes a program a worker.
pub const ARGUMENT: &str = "--worker";

/// Last words of a process that are looked at.
const LAST_WORDS: u64 = 4096;

/// A running worker. Dropping it ends the process.
#[derive(Debug)]
pub(super) struct Worker {
    child: Child,
    orders: Sender<Order>,
    news: Receiver<News>,
    /// Bytes of files that went through it.
    pub served: usize,
}

/// What the courier hears from the worker.
#[derive(Debug)]
enum News {
    /// It runs, or has taken a file in.
    Ready,
    /// It gets on.
    Alive,
    /// The answer.
    Answer(Vec<u8>),
    /// What is wrong with the file, to be decoded.
    Problem(Vec<u8>),
    /// It is gone; what it said last.
    Gone(String),
}

/// Why there is no answer.
pub(super) enum Failure {
    /// The worker failed before the file came into play.
    Start(FileProblem),
    /// The file broke the worker.
    File(FileProblem),
}

impl Worker {
    /// Starts a process of `program` as a worker.
    pub fn start(program: &Path) -> Result<Self, FileProblem> {
        let refused = |error: io::Error| FileProblem::NoWorker(error.to_string());
        let mut child = command(program).spawn().map_err(refused)?;
        let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (orders, queue) = channel();
        let (say, news) = channel();
        let mut worker = Self { child, orders, news, served: 0 };
        let (Some(to), Some(from), Some(last)) = pipes else { return Err(FileProblem::NoWorker("no pipe".to_owned())) };
        let courier = Courier { to, from, last, say };
        Builder::new().name("worker-courier".to_owned()).spawn(move || courier.run(&queue)).map_err(refused)?;
        worker.ready(Instant::now() + limits::START)?;
        Ok(worker)
    }

    /// Has the worker do something. After a failure it is of no more use.
    pub fn ask(&mut self, order: Order) -> Result<Result<Vec<u8>, FileProblem>, Failure> {
        self.served += order.len();
        // A courier that is gone has left its word.
        self.orders.send(order).ok();
        self.ready(Instant::now() + limits::START).map_err(Failure::Start)?;
        self.answer().map_err(Failure::File)
    }

    /// Waits until the worker says that it runs, or has the file.
    fn ready(&mut self, until: Instant) -> Result<(), FileProblem> {
        loop {
            match self.news.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(News::Ready) => return Ok(()),
                Ok(News::Gone(words)) => {
                    let problem = self.end(&words);
                    return Err(match problem {
                        FileProblem::Crashed(words) => FileProblem::NoWorker(words),
                        other => other,
                    });
                }
                // The last file's pace may be told late.
                Ok(_) => {}
                Err(_) => return Err(FileProblem::NoWorker("no answer".to_owned())),
            }
        }
    }

    fn answer(&mut self) -> Result<Result<Vec<u8>, FileProblem>, FileProblem> {
        let end = Instant::now() + limits::WHOLE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            match self.news.recv_timeout(left.min(limits::STALL)) {
                Ok(News::Alive | News::Ready) if !left.is_zero() => {}
                Ok(News::Answer(bytes)) => return Ok(Ok(bytes)),
                Ok(News::Problem(bytes)) => return decoded(&bytes).map(Err),
                Ok(News::Gone(words)) => return Err(self.end(&words)),
                Err(RecvTimeoutError::Disconnected) => return Err(self.end("")),
                Ok(News::Alive | News::Ready) | Err(RecvTimeoutError::Timeout) => {
                    let limit = if left < limits::STALL { limits::WHOLE } else { limits::STALL };
                    return Err(FileProblem::TimedOut { seconds: limit.as_secs() });
                }
            }
        }
    }

    /// What ended the process, by its last words or its status.
    fn end(&mut self, words: &str) -> FileProblem {
        if words.contains("memory allocation of") {
            return FileProblem::OutOfMemory { limit: limits::MEMORY };
        }
        if words.contains("overflowed its stack") {
            return FileProblem::Crashed("nested too deeply".to_owned());
        }
        self.child.kill().ok();
        FileProblem::Crashed(self.child.wait().map_or_else(|error| error.to_string(), |status| status.to_string()))
    }
}

/// What a worker's bytes say.
pub(super) fn decoded<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, FileProblem> {
    postcard::from_bytes(bytes).map_err(|error| FileProblem::Crashed(error.to_string()))
}

impl Drop for Worker {
    fn drop(&mut self) {
        // It holds nothing that is worth a farewell; without the wait it would stay as a zombie.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn command(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg(ARGUMENT).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // The limit counts address space: the allocator keeps little of it in reserve (KiB), and C libraries use one arena.
    command.env("MIMALLOC_ARENA_RESERVE", "32768").env("MIMALLOC_ARENA_EAGER_COMMIT", "0").env("MALLOC_ARENA_MAX", "1");
    apart(&mut command);
    command
}

/// Ctrl+C is for the program, which lets the file in hand come to its end.
#[cfg(unix)]
fn apart(command: &mut Command) {
    use std::os::unix::process::CommandExt;

    command.arg0("faheng").process_group(0);
}

/// As on Unix, and without a window.
#[cfg(windows)]
fn apart(command: &mut Command) {
    use std::os::windows::process::CommandExt;

    const CREATE_NEW_PROCESS_GROUP: u32 = 0x0000_0200;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NEW_PROCESS_GROUP | CREATE_NO_WINDOW);
}

/// Carries orders to the worker and its words back, on a thread that can wait for ever: ending the process frees it.
struct Courier {
    to: ChildStdin,
    from: ChildStdout,
    last: ChildStderr,
    say: Sender<News>,
}

impl Courier {
    fn run(mut self, queue: &Receiver<Order>) {
        if let Err(error) = self.carry(queue) {
            let mut words = Vec::new();
            // A process that says what is no answer lives on, and its words have no end.
            if error.kind() != io::ErrorKind::InvalidData {
                (&mut self.last).take(LAST_WORDS).read_to_end(&mut words).ok();
            }
            self.say.send(News::Gone(String::from_utf8_lossy(&words).into_owned())).ok();
        }
    }

    fn carry(&mut self, queue: &Receiver<Order>) -> io::Result<()> {
        if frame::read(&mut self.from)? != (Tag::Hello, HELLO.to_vec()) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        self.tell(News::Ready)?;
        for order in queue {
            order.write(&mut self.to)?;
            drop(order);
            self.answer()?;
        }
        Ok(())
    }

    /// Hears the worker out on one order.
    fn answer(&mut self) -> io::Result<()> {
        let mut answer = Vec::new();
        loop {
            let (tag, payload) = frame::read(&mut self.from)?;
            match tag {
                Tag::Taken => self.tell(News::Ready)?,
                Tag::Pace => self.tell(News::Alive)?,
                Tag::Piece if answer.len() + payload.len() <= limits::OUTPUT => {
                    answer.extend_from_slice(&payload);
                    self.tell(News::Alive)?;
                }
                Tag::End => return self.tell(News::Answer(answer)),
                Tag::Problem => return self.tell(News::Problem(payload)),
                _ => return Err(io::ErrorKind::InvalidData.into()),
            }
        }
    }

    fn tell(&self, news: News) -> io::Result<()> {
        self.say.send(news).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}
