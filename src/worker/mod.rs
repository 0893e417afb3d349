//! [`intake`] in a process of its own: what breaks, hangs or fills the memory there costs one file.
//!
//! A worker is the same executable, started with [`ARGUMENT`]. It gets names and bytes through a pipe, answers with
//! [`Content`], and ends when the pipe closes, however its program ended. It opens no file but archives, of which it
//! tells the list and unpacks one file at a time, for the program to keep and to have parsed as any other. One serves many files,
//! one at a time. A panic is caught in the worker; an abort, a full stack or a full memory ends it and is told by its
//! last words; a file that takes too long has it ended. The limits are in `intake::limits`.
//!
//! Plain text is read where the program is: its reader follows no structure of the file.

mod confine;
mod frame;
mod order;
mod pool;
mod process;
mod serve;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use crate::error::{Error, FileProblem};
use crate::intake::{self, Content, Document, Listing, Options, Slot, Unpacker};

pub use pool::Pool;
pub use process::ARGUMENT;
pub use serve::{Parse, serve};

/// The workers of this process. One state for all of it, as the number of cores is.
static POOL: OnceLock<Pool> = OnceLock::new();

/// From now on files of this process are parsed by workers of `program`, whatever asks for them. A library without
/// a program of its own parses in its own process.
pub fn use_program(program: impl Into<PathBuf>) {
    POOL.get_or_init(|| Pool::new(program));
}

/// The executable of this process: on Linux the very one that runs, even where an update has put another in its place.
pub fn this_program() -> PathBuf {
    let running = Path::new("/proc/self/exe");
    if cfg!(target_os = "linux") && running.exists() {
        return running.to_owned();
    }
    // Without a name no worker starts, which each file then tells.
    std::env::current_exe().unwrap_or_default()
}

/// Reads the file at `path`: a regular file of at most 200 MB, its format told by its content.
///
/// # Errors
///
/// As [`document`], and [`Error::File`] when there is no such file.
pub fn open(path: &Path) -> Result<Document, Error> {
    document(path, intake::bytes(path)?)
}

/// Reads the bytes of the file that was named `path`.
///
/// # Errors
///
/// [`Error::File`] when the bytes are no report that can be read, or when the reading took too much of anything.
pub fn document(path: &Path, bytes: Vec<u8>) -> Result<Document, Error> {
    document_with(path, bytes, Options::default())
}

/// As [`document`], with what the user says of the file.
///
/// # Errors
///
/// As [`document`].
pub fn document_with(path: &Path, bytes: Vec<u8>, options: Options) -> Result<Document, Error> {
    let sha256 = Sha256::digest(&bytes);
    let parse = |path: &Path, bytes: Vec<u8>| {
        intake::plain(path, &bytes).unwrap_or_else(|| match POOL.get() {
            Some(pool) => pool.parse(path, bytes),
            None => intake::parse(path, &bytes),
        })
    };
    let content: Result<Content, _> = options.read(path, bytes, parse);
    content.map(|content| content.document(path, &sha256)).map_err(|problem| Error::file(problem, path))
}

/// What lies in the archive at `path`; `None` where it is none, but one document with that ending.
///
/// # Errors
///
/// What is wrong with the file or the archive, or that the listing took too much of anything.
pub fn list(path: &Path) -> Result<Option<Listing>, FileProblem> {
    POOL.get().map_or_else(|| Unpacker::default().list(path), |pool| pool.list(path))
}

/// The bytes of a file in the archive at `path`, `left` at most.
///
/// # Errors
///
/// As [`list()`], and that the file unpacks to more.
pub fn unpack(path: &Path, slot: Slot, left: u64) -> Result<Vec<u8>, FileProblem> {
    POOL.get().map_or_else(|| Unpacker::default().bytes(path, slot, left), |pool| pool.unpack(path, slot, left))
}
