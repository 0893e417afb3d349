//! The command line: arguments → steps, store and jobs → tables or JSON.

//!
//! Results go to standard output, messages to standard error. This folder alone prints.

mod args;
mod catalogue;
mod chart;
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
mod places;
mod records;
mod series;
mod table;
mod trial;
mod where_;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;

use crate::i18n::{Arg, Locale, Texts};
use crate::paths::Paths;

use args::{CatalogueTask, Command, Options};
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

/// The language of the system.
pub fn system_locale() -> Locale {
    let settings = ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).unwrap_or_default());
    Locale::from_system(settings.iter().map(String::as_str))
}

fn carry_out(command: &Command, options: &Options, console: &mut Console<'_>) -> Result<Status, Failure> {
    let paths = Paths::new(options.library.as_deref());
    // A broken catalogue must not keep anybody from putting another one in its place.
    let needs = !matches!(
        command,
        Command::Where
            | Command::Help(_)
            | Command::Version
            | Command::Catalogue(CatalogueTask::Import(_) | CatalogueTask::Reset)
    );
    if needs {
        catalogue::put_in_use(options.catalogue.as_deref(), &paths)?;
    }
    match command {
        Command::Open(look) => trial::run(look, options.library.as_deref(), &paths, console),
        Command::Import(files) => import::run(files, &options.manner, &paths, console),
        Command::Extract(files) => extract::run(files, &options.manner, console),
        Command::List => list::run(&paths, console),
        Command::Indicators(word) => indicators::run(word.as_deref(), console),
        Command::Catalogue(task) => catalogue::run(task, &paths, console),
        Command::Series(query) => series::run(query, &paths, console),
        Command::Compare(query) => compare::run(query, &paths, console),
        Command::Chart(query) => chart::run(query, &paths, console),
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

/// The command line of the process, all but leaving it.
pub fn main(args: Vec<OsString>) -> Status {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut err = io::stderr();
    run(args, &mut out, &mut err)
}

/// What the arguments ask a window for.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Where library, settings and cache lie.
    pub paths: Paths,
    /// Files to show.
    pub files: Vec<PathBuf>,
    /// The catalogue that was named.
    pub catalogue: Option<PathBuf>,
    /// Whether a library was named.
    pub named: bool,
    /// The language named.
    pub locale: Option<Locale>,
}

/// The window that the arguments ask for: files without a subcommand, or nothing at all. `None` where they ask for
/// text: a subcommand, `--json`, `--terminal`, or what makes no sense.
pub fn window(args: &[OsString]) -> Option<Wish> {
    let (options, command) = args::parse(args.iter().cloned());
    let files = match command {
        Ok(Command::Open(look)) => look.files,
        Ok(Command::Help(None)) if args::bare(args) => Vec::new(),
        _ => return None,
    };
    (!options.json && !options.no_window).then(|| Wish {
        paths: Paths::new(options.library.as_deref()),
        files,
        named: options.library.is_some(),
        catalogue: options.catalogue,
        locale: options.locale,
    })
}

/// Puts the catalogue that a window is to read by in use. Where it is broken the built-in one stays, and what is wrong
/// comes back as a sentence.
pub fn use_catalogue(wish: &Wish) -> Option<String> {
    match catalogue::put_in_use(wish.catalogue.as_deref(), &wish.paths) {
        Err(Failure::Core(error)) => Some(Texts::new(wish.locale.unwrap_or_else(system_locale)).error(&error)),
        _ => None,
    }
}

/// Says in one sentence that there is no window, and why, on standard error.
pub fn say_no_window(id: &str, arguments: &[(&str, Arg<'_>)], wish: &Wish) {
    let texts = Texts::new(wish.locale.unwrap_or_else(system_locale));
    let why = texts.format(id, arguments);
    let next = if wish.files.is_empty() { "no-window-help" } else { "no-window-text" };
    let sentence = texts.format(next, &[("why", why.into())]);
    // Nobody reads it where standard error is closed.
    writeln!(io::stderr(), "{sentence}").ok();
}

/// Says that an open window came to a bad end, and what became of the library.
pub fn say_crashed(detail: &str, wish: &Wish) {
    let texts = Texts::new(wish.locale.unwrap_or_else(system_locale));
    // Nobody reads it where standard error is closed.
    writeln!(io::stderr(), "{}", texts.format("window-crashed", &[("detail", detail.into())])).ok();
}
