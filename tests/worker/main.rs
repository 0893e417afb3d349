//! Workers that break in every way: this program is both the program and, started once more, the worker.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test fails by panicking")]

mod archives;
mod faults;
mod outside;
mod whole;

use std::path::Path;
use std::process::ExitCode;

use faheng::error::FileProblem;
use faheng::worker::{self, Pool};
use libtest_mimic::{Arguments, Trial};

/// Argument that makes this program one that hangs on a file.
const HANG: &str = "--hang";

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some(worker::ARGUMENT) => return worker::serve(faults::parse),
        Some(HANG) => return outside::hang(),
        _ => {}
    }
    let tests = faults::tests().into_iter().chain(outside::tests()).chain(whole::tests()).chain(archives::tests());
    let trials = tests
        .map(|(name, test)| {
            Trial::test(name, move || {
                test();
                Ok(())
            })
        })
        .collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// A name and what it stands for.
type Test = (&'static str, fn());

/// Workers of this program.
fn pool() -> Pool {
    Pool::new(std::env::current_exe().unwrap())
}

/// What the worker answers to a file of that content.
fn ask(pool: &Pool, content: impl Into<Vec<u8>>) -> Result<String, FileProblem> {
    pool.parse(Path::new("x.html"), content.into()).map(|content| content.original)
}

/// Number of the process that answers.
fn process(pool: &Pool) -> i32 {
    ask(pool, "process").unwrap().parse().unwrap()
}
