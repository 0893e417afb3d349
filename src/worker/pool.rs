//! Workers that wait for files: one for each thread that reads at the same time.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::process::{Failure, Worker};
use crate::error::FileProblem;
use crate::intake::{Content, limits};

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
        let name = name.file_name().unwrap_or_default().to_string_lossy();
        let bytes = Arc::new(bytes);
        // One that waited may have come to an end meanwhile, through no fault of this file.
        let idle = self.idle().pop();
        if let Some(worker) = idle {
            match self.ask(worker, &name, &bytes) {
                Err(Failure::Start(_)) => {}
                Err(Failure::File(problem)) => return Err(problem),
                Ok(answer) => return answer,
            }
        }
        match self.ask(Worker::start(&self.program)?, &name, &bytes) {
            Ok(answer) => answer,
            Err(Failure::File(problem) | Failure::Start(problem)) => Err(problem),
        }
    }

    /// Asks a worker, which waits for the next file after an answer, and is ended without one.
    fn ask(
        &self,
        mut worker: Worker,
        name: &str,
        bytes: &Arc<Vec<u8>>,
    ) -> Result<Result<Content, FileProblem>, Failure> {
        let answer = worker.read(name, bytes)?;
        if worker.served < limits::SERVED {
            self.idle().push(worker);
        }
        Ok(answer)
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Worker>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
