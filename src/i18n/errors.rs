//! Errors of the core as sentences: what, why, where and what to do next.

use crate::error::{Error, FileProblem, LibraryProblem};

use super::{Arg, Texts};

impl Texts {
    /// The sentence for an error, with its path.
    pub fn error(&self, error: &Error) -> String {
        match error {
            Error::File { problem, path } => {
                let place = path.display().to_string();
                self.format("error-file", &[("problem", self.file_problem(problem).into()), ("path", place.into())])
            }
            Error::Library { problem, path } => {
                let place = path.display().to_string();
                let problem = self.library_problem(problem);
                self.format("error-library", &[("problem", problem.into()), ("path", place.into())])
            }
            Error::Cancelled => self.get("error-cancelled"),
            Error::Data(detail) => self.format("error-data", &[("detail", detail.as_str().into())]),
        }
    }

    /// What is wrong with a file and what to do about it, without its path.
    pub fn file_problem(&self, problem: &FileProblem) -> String {
        match problem {
            FileProblem::Empty => self.get("file-empty"),
            FileProblem::NoText => self.get("file-no-text"),
            FileProblem::UnknownType(found) => self.format("file-unknown-type", &[("found", found.as_str().into())]),
            FileProblem::NotAFile => self.get("file-not-a-file"),
            FileProblem::NotFound => self.get("file-not-found"),
            FileProblem::NoPermission => self.get("file-no-permission"),
            FileProblem::TooLarge { limit } => self.format("file-too-large", &[("limit", megabytes(*limit))]),
            FileProblem::Damaged(detail) => self.format("file-damaged", &[("detail", detail.as_str().into())]),
            FileProblem::Password => self.get("file-password"),
            FileProblem::Io(detail) => self.format("file-io", &[("detail", detail.as_str().into())]),
        }
    }

    /// What is wrong with a library and what to do about it, without its path.
    pub fn library_problem(&self, problem: &LibraryProblem) -> String {
        match problem {
            LibraryProblem::NotOurs => self.get("library-not-ours"),
            LibraryProblem::Newer { found, known } => {
                self.format("library-newer", &[("found", (*found).into()), ("known", (*known).into())])
            }
            LibraryProblem::ReadOnly => self.get("library-read-only"),
            LibraryProblem::Locked => self.get("library-locked"),
            LibraryProblem::NotFound => self.get("library-not-found"),
            LibraryProblem::DiskFull => self.get("library-disk-full"),
            LibraryProblem::Damaged(detail) => self.format("library-damaged", &[("detail", detail.as_str().into())]),
            LibraryProblem::Io(detail) => self.format("library-io", &[("detail", detail.as_str().into())]),
        }
    }
}

fn megabytes(bytes: u64) -> Arg<'static> {
    bytes.div_ceil(1_000_000).into()
}
