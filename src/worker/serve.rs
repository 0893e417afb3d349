//! The worker's side: orders come in, answers go out, until the pipe closes.
//!
//! Three threads: this one takes orders in, so that it sees the program go away even in the midst of a file; one with a
//! large stack parses; one tells that the parsing gets on.

use std::fs::File;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, Builder, Thread};
use std::time::Duration;

use serde::Serialize;

use super::confine::confine;
use super::frame::{self, HELLO, PIECE, Tag};
use super::order::Order;
use crate::error::{FileProblem, panic_words};
use crate::intake::{Content, Unpacker, limits, pace};

/// What a worker does with a file's bytes; of the name only the ending counts.
pub type Parse = fn(&Path, &[u8]) -> Result<Content, FileProblem>;

/// Between two looks at how the parsing gets on.
const TICK: Duration = Duration::from_millis(200);

/// Serves as a worker until standard input ends.
pub fn serve(parse: Parse) -> ExitCode {
    // What a panic says goes to the program, with the answer.
    std::panic::set_hook(Box::new(|_| {}));
    // Nobody is there to be told: the program sees that the pipe is closed.
    if run(parse).is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run(parse: Parse) -> io::Result<()> {
    let line = Line { answers: Arc::new(Mutex::new(confine()?)), busy: Arc::default() };
    let heart = {
        let line = line.clone();
        Builder::new().name("worker-pace".to_owned()).spawn(move || tell_pace(&line))?.thread().clone()
    };
    let (orders, queue) = sync_channel(1);
    let parser = line.clone();
    Builder::new().name("worker-parse".to_owned()).stack_size(limits::STACK).spawn(move || {
        // Fails when the program is gone, which the first thread sees too.
        work(parse, &queue, &parser, &heart).ok()
    })?;
    line.send(Tag::Hello, HELLO)?;
    let mut from = io::stdin().lock();
    loop {
        let Ok(order) = Order::read(&mut from) else { return Ok(()) };
        orders.send(order).map_err(io::Error::other)?;
    }
}

fn work(parse: Parse, queue: &Receiver<Order>, line: &Line, heart: &Thread) -> io::Result<()> {
    let mut unpacker = Unpacker::default();
    for order in queue {
        line.send(Tag::Taken, &[])?;
        line.busy.store(true, Ordering::Release);
        heart.unpark();
        let answered = catch_unwind(AssertUnwindSafe(|| answer(order, parse, &mut unpacker, line)))
            .unwrap_or_else(|panic| Err(FileProblem::Damaged(panic_words(&*panic))));
        line.busy.store(false, Ordering::Release);
        match answered {
            Ok(()) => line.send(Tag::End, &[])?,
            Err(problem) => line.send(Tag::Problem, &postcard::to_stdvec(&problem).map_err(io::Error::other)?)?,
        }
    }
    Ok(())
}

/// Does what is wanted, and sends what comes of it but the last word.
fn answer(order: Order, parse: Parse, unpacker: &mut Unpacker, line: &Line) -> Result<(), FileProblem> {
    match order {
        Order::Parse { name, bytes } => {
            let content = parse(&name, &bytes)?;
            drop(bytes);
            send(&content, line)
        }
        Order::List(path) => send(&unpacker.list(&path)?, line),
        Order::Unpack(path, slot, left) => {
            let bytes = unpacker.bytes(&path, slot, left)?;
            bytes.chunks(PIECE).try_for_each(|piece| line.send(Tag::Piece, piece)).map_err(|_| too_large())
        }
    }
}

/// Sends a value piece by piece: a second copy of all of it would need the memory twice.
fn send(value: &impl Serialize, line: &Line) -> Result<(), FileProblem> {
    let pieces = Pieces { line, piece: Vec::with_capacity(PIECE), left: limits::OUTPUT };
    let sent = postcard::to_io(value, pieces).map(|mut pieces| pieces.flush());
    if matches!(sent, Ok(Ok(()))) { Ok(()) } else { Err(too_large()) }
}

fn too_large() -> FileProblem {
    FileProblem::TooLarge { limit: limits::OUTPUT as u64 }
}

/// The thread that tells of progress; it sleeps between files.
fn tell_pace(line: &Line) {
    let mut told = 0;
    loop {
        if !line.busy.load(Ordering::Acquire) {
            thread::park();
        }
        thread::sleep(TICK);
        let steps = pace::steps();
        if steps != std::mem::replace(&mut told, steps) && line.send(Tag::Pace, &[]).is_err() {
            return;
        }
    }
}

/// The way out of the worker.
#[derive(Clone)]
struct Line {
    answers: Arc<Mutex<File>>,
    busy: Arc<AtomicBool>,
}

impl Line {
    fn send(&self, tag: Tag, payload: &[u8]) -> io::Result<()> {
        let mut answers: MutexGuard<'_, File> = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        frame::write(&mut *answers, tag, payload)
    }
}

/// A writer that sends what it has got in pieces, and fails beyond the limit.
struct Pieces<'a> {
    line: &'a Line,
    piece: Vec<u8>,
    left: usize,
}

impl Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.left = self.left.checked_sub(bytes.len()).ok_or(io::ErrorKind::FileTooLarge)?;
        if self.piece.len() + bytes.len() > PIECE {
            self.flush()?;
        }
        if bytes.len() > PIECE {
            bytes.chunks(PIECE).try_for_each(|chunk| self.line.send(Tag::Piece, chunk))?;
        } else {
            self.piece.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.piece.is_empty() {
            self.line.send(Tag::Piece, &self.piece)?;
            self.piece.clear();
        }
        Ok(())
    }
}
