//! The command line: arguments → steps, store and jobs → tables or JSON.

//!
//! Results go to standard output, messages to standard error. This folder alone prints.

mod args;
mod compare;
mod console;
mod contract;
mod extract;
mod import;
mod indicators;
mod interrupt;
mod library;
mod list;
mod messages;
mod pipeline;
mod places;
mod records;
mod series;
mod table;
mod trial;
mod where_;

use std::ffi::OsString;
use std::io::{self, Write};

use crate::i18n::{Locale, Texts};
use crate::paths::Paths;

use args::{Command, Options};
use console::{Console, Failure};

/// How a run ended, as the exit status of the process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// All was done.
    Done = 0,
    /// Something failed; a message says what.
    Failed = 1,
    /// The arguments make no sense; a message says why.
    BadArguments = 2,
}

/// Runs the command line: `args` without the program's name, results to `out`, messages to `err`.
///
/// A reader that goes away (`| head`) ends the run quietly and counts as done.
pub fn run(args: impl IntoIterator<Item = OsString>, out: &mut dyn Write, err: &mut dyn Write) -> Status {
    let (options, command) = args::parse(args);
    let texts = Texts::new(options.locale.unwrap_or_else(system_locale));
    let mut console = Console::new(texts, options.json, out, err);
    let outcome = match command {
        Ok(command) => carry_out(&command, &options, &mut console),
        Err(misuse) => Err(Failure::Usage(messages::misuse(&misuse, console.texts()))),
    };
    let outcome = outcome.and_then(|status| console.flush().map(|()| status));
    console.finish(outcome)
}

fn system_locale() -> Locale {
    let settings = ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).unwrap_or_default());
    Locale::from_system(settings.iter().map(String::as_str))
}

fn carry_out(command: &Command, options: &Options, console: &mut Console<'_>) -> Result<Status, Failure> {
    let paths = Paths::new(options.library.as_deref());
    match command {
        Command::Open(files) => trial::run(files, options.library.as_deref(), &paths, console),
        Command::Import(files) => import::run(files, &paths, console),
        Command::Extract(files) => extract::run(files, console),
        Command::List => list::run(&paths, console),
        Command::Indicators(word) => indicators::run(word.as_deref(), console),
        Command::Series(query) => series::run(query, &paths, console),
        Command::Compare(query) => compare::run(query, &paths, console),
        Command::Where => where_::run(&paths, console),
        Command::Help(topic) => help(*topic, console),
        Command::Version => version(console),
    }
}

fn help(topic: Option<args::Topic>, console: &mut Console<'_>) -> Result<Status, Failure> {
    let text = console.texts().get(messages::help(topic));
    console.line(&text)?;
    Ok(Status::Done)
}

fn version(console: &mut Console<'_>) -> Result<Status, Failure> {
    console.line(concat!("faheng ", env!("CARGO_PKG_VERSION")))?;
    Ok(Status::Done)
}

/// The program's `main`, all but leaving the process.
pub fn main() -> Status {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut err = io::stderr();
    run(std::env::args_os().skip(1), &mut out, &mut err)
}
