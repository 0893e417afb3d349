//! Workers that wait for files: one for each thread that reads at the same time.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::order::Order;
use super::process::{Failure, Worker, decoded};
use crate::error::FileProblem;
use crate::intake::{Content, Listing, Slot, limits};

/// The workers of one program. Dropping it ends them.
#[derive(Debug)]
pub struct Pool {
    program: PathBuf,
    idle: Mutex<Vec<Worker>>,
}

impl Pool {
    /// Workers that are processes of `program`, started when they are needed.
    ///
    /// The program must begin with [`super::serve`] where its first argument is [`super::ARGUMENT`].
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self { program: program.into(), idle: Mutex::default() }
    }

    /// Reads bytes of any format in a worker. `name` is the file's name, of which only the ending counts.
    ///
    /// # Errors
    ///
    /// What is wrong with the file; that it took too long, too much memory or the worker with it; or that there is no
    /// worker.
    pub fn parse(&self, name: &Path, bytes: Vec<u8>) -> Result<Content, FileProblem> {
        let name = name.file_name().unwrap_or_default().into();
        let answer = self.order(&Order::Parse { name, bytes: Arc::new(bytes) })?;
        decoded(&answer)
    }

    /// What lies in the archive at `path`; `None` where it is none, but one document with that ending.
    ///
    /// # Errors
    ///
    /// As [`Pool::parse`].
    pub fn list(&self, path: &Path) -> Result<Option<Listing>, FileProblem> {
        let answer = self.order(&Order::List(absolute(path)))?;
        decoded(&answer)
    }

    /// The bytes of a file in the archive at `path`, `left` at most.
    ///
    /// # Errors
    ///
    /// As [`Pool::parse`].
    pub fn unpack(&self, path: &Path, slot: Slot, left: u64) -> Result<Vec<u8>, FileProblem> {
        self.order(&Order::Unpack(absolute(path), slot, left))
    }

    /// Has a worker do something.
    fn order(&self, order: &Order) -> Result<Vec<u8>, FileProblem> {
        // One that waited may have come to an end meanwhile, through no fault of this file.
        let idle = self.idle().pop();
        if let Some(worker) = idle {
            match self.ask(worker, order) {
                Err(Failure::Start(_)) => {}
                Err(Failure::File(problem)) => return Err(problem),
                Ok(answer) => return answer,
            }
        }
        match self.ask(Worker::start(&self.program)?, order) {
            Ok(answer) => answer,
            Err(Failure::File(problem) | Failure::Start(problem)) => Err(problem),
        }
    }

    /// Asks a worker, which waits for the next file after an answer, and is ended without one.
    fn ask(&self, mut worker: Worker, order: &Order) -> Result<Result<Vec<u8>, FileProblem>, Failure> {
        let answer = worker.ask(order.clone())?;
        if worker.served < limits::SERVED {
            self.idle().push(worker);
        }
        Ok(answer)
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Worker>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A worker may have started in another folder than the one that is the program's now.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
