//! Where the command line writes, and how its failures end.

use std::io::{self, IsTerminal as _, Write};

use serde::Serialize;

use crate::error::Error;
use crate::i18n::{Arg, Texts};

use super::{Status, table};

/// Standard output and standard error with the texts of one language.
pub struct Console<'a> {
    texts: Texts,
    json: bool,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

/// Why a run did not end well.
#[derive(Debug)]
pub enum Failure {
    /// The arguments make no sense: a sentence that says why.
    Usage(String),
    /// What was asked for cannot be had: a sentence that says why.
    Failed(String),
    /// An error of the core.
    Core(Error),
    /// Standard output could not be written.
    Output(io::Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Core(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl<'a> Console<'a> {
    /// A console that writes to `out` and `err`.
    pub fn new(texts: Texts, json: bool, out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        Self { texts, json, out, err }
    }

    /// The texts of the language chosen.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Whether results are to be JSON lines.
    pub fn json(&self) -> bool {
        self.json
    }

    /// Whether a person watches standard error.
    pub fn watched(&self) -> bool {
        io::stderr().is_terminal()
    }

    /// A line of results.
    pub fn line(&mut self, line: &str) -> Result<(), Failure> {
        writeln!(self.out, "{line}")?;
        Ok(())
    }

    /// Lines of results, each behind the same indent.
    pub fn lines<S: AsRef<str>>(&mut self, indent: usize, lines: impl IntoIterator<Item = S>) -> Result<(), Failure> {
        for line in lines {
            let line = line.as_ref();
            writeln!(self.out, "{:indent$}{line}", "")?;
        }
        Ok(())
    }

    /// A line of results made of a text and its arguments.
    pub fn say(&mut self, id: &str, arguments: &[(&str, Arg<'_>)]) -> Result<(), Failure> {
        let line = self.texts.format(id, arguments);
        self.line(&line)
    }

    /// As [`Console::say`], cut into lines that fit the page.
    pub fn say_wrapped(&mut self, id: &str, arguments: &[(&str, Arg<'_>)]) -> Result<(), Failure> {
        let text = self.texts.format(id, arguments);
        self.lines(0, table::wrap(&text, table::WIDTH).iter().map(|line| line.trim_end()))
    }

    /// One object of results as a line of JSON.
    pub fn record(&mut self, record: &impl Serialize) -> Result<(), Failure> {
        serde_json::to_writer(&mut self.out, record).map_err(io::Error::from)?;
        self.line("")
    }

    /// Hands on what has been written so far, for results that must be seen at once.
    pub fn flush(&mut self) -> Result<(), Failure> {
        self.out.flush()?;
        Ok(())
    }

    /// A message. There is nowhere to report that standard error is gone, so that is let pass.
    pub fn message(&mut self, line: &str) {
        writeln!(self.err, "{line}").ok();
    }

    /// A message made of a text and its arguments.
    pub fn tell(&mut self, id: &str, arguments: &[(&str, Arg<'_>)]) {
        let line = self.texts.format(id, arguments);
        self.message(&line);
    }

    /// Says what went wrong and gives the exit status.
    pub fn finish(&mut self, outcome: Result<Status, Failure>) -> Status {
        match outcome {
            Ok(status) => status,
            Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Status::Done,
            Err(Failure::Output(error)) => {
                let sentence = self.texts.with_reason("output-failed", &error.to_string());
                self.message(&sentence);
                Status::Failed
            }
            Err(Failure::Usage(sentence)) => {
                self.finish_quietly();
                self.message(&sentence);
                Status::BadArguments
            }
            Err(Failure::Failed(sentence)) => {
                self.finish_quietly();
                self.message(&sentence);
                Status::Failed
            }
            Err(Failure::Core(error)) => {
                self.finish_quietly();
                let sentence = self.texts.error(&error);
                self.message(&sentence);
                Status::Failed
            }
        }
    }

    /// Results before a message, so that both stand in order where they share a terminal.
    fn finish_quietly(&mut self) {
        self.out.flush().ok();
    }
}
