//! Errors of the core as sentences: what, why, where and what to do next.

use std::path::Path;

use crate::error::{CatalogueProblem, Error, ExportProblem, FileProblem, LibraryProblem};

use crate::identity::{Mismatch, TemplateProblem};

use super::{Arg, Locale, Texts, path_text};

impl Texts {
    /// The sentence for an error, with its path.
    pub fn error(&self, error: &Error) -> String {
        match error {
            Error::File { problem, path } => {
                let place = path_text(path);
                self.format(
                    "error-file",
                    &[("problem", self.file_problem(problem, path).into()), ("path", place.into())],
                )
            }
            Error::Library { problem, path } => {
                let place = path_text(path);
                let problem = self.library_problem(problem);
                self.format("error-library", &[("problem", problem.into()), ("path", place.into())])
            }
            Error::Export { problem, path } => {
                let place = path_text(path);
                let problem = self.export_problem(problem);
                self.format("error-export", &[("problem", problem.into()), ("path", place.into())])
            }
            Error::Catalogue { problem, line, path } => {
                let problem = self.catalogue_problem(problem);
                let place = path_text(path);
                let id = if line.is_some() { "error-catalogue-line" } else { "error-catalogue" };
                let line = line.unwrap_or_default().into();
                self.format(id, &[("problem", problem.into()), ("line", line), ("path", place.into())])
            }
            Error::Cancelled => self.get("error-cancelled"),
            Error::Data(detail) => self.with_reason("error-data", detail),
        }
    }

    /// What is wrong with a file and what to do about it, without its path.
    pub fn file_problem(&self, problem: &FileProblem, path: &Path) -> String {
        match problem {
            FileProblem::Empty => self.get("file-empty"),
            // A scan is a picture in a file of another kind.
            FileProblem::NoText if is_plain(path) => self.get("file-no-text-plain"),
            FileProblem::NoText => self.get("file-no-text"),
            FileProblem::NoBody => self.get("file-no-body"),
            FileProblem::UnknownType(found) => self.format("file-unknown-type", &[("found", found.as_str().into())]),
            FileProblem::NotAFile => self.get("file-not-a-file"),
            FileProblem::NotFound => self.get("file-not-found"),
            FileProblem::NoPermission => self.get("file-no-permission"),
            FileProblem::TooLarge { limit } => self.format("file-too-large", &[("limit", megabytes(*limit))]),
            FileProblem::Crowded { limit } => self.format("file-crowded", &[("limit", (*limit).into())]),
            FileProblem::Nested => self.get("file-nested"),
            FileProblem::Swollen { limit } => self.format("file-swollen", &[("limit", megabytes(*limit))]),
            FileProblem::Damaged(detail) => self.with_reason("file-damaged", detail),
            FileProblem::Password => self.get("file-password"),
            FileProblem::Scanned => self.get("file-scanned"),
            FileProblem::OldWord => self.get("file-old-word"),
            FileProblem::TimedOut { seconds } => {
                self.format("file-timed-out", &[("seconds", (*seconds as usize).into())])
            }
            FileProblem::OutOfMemory { limit } => self.format("file-out-of-memory", &[("limit", megabytes(*limit))]),
            FileProblem::Crashed(detail) => self.with_reason("file-crashed", detail),
            FileProblem::NoWorker(detail) => self.with_reason("file-no-worker", detail),
            FileProblem::Io(detail) => self.with_reason("file-io", detail),
        }
    }

    /// Why a pattern for file names is none, and what to write instead.
    pub fn template_problem(&self, problem: &TemplateProblem) -> String {
        let one = |id: &str, word: &str| self.format(id, &[("word", word.into())]);
        match problem {
            TemplateProblem::Brace => self.get("template-brace"),
            TemplateProblem::UnknownField(word) => one("template-unknown-field", word),
            TemplateProblem::Twice(word) => one("template-twice", word),
            TemplateProblem::Adjacent(word) => one("template-adjacent", word),
            TemplateProblem::NoField => self.get("template-no-field"),
        }
    }

    /// Where a file's name does not follow the pattern, without the name.
    pub fn name_mismatch(&self, Mismatch { part, rest }: &Mismatch) -> String {
        let id = match part {
            Some(_) if rest.is_empty() => "mismatch-short",
            Some(_) => "mismatch-part",
            None => "mismatch-long",
        };
        self.format(id, &[("part", part.as_deref().unwrap_or_default().into()), ("rest", rest.as_str().into())])
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
            LibraryProblem::Damaged(detail) => self.with_reason("library-damaged", detail),
            LibraryProblem::Io(detail) => self.with_reason("library-io", detail),
        }
    }

    /// What is wrong with a catalogue, without its path and line.
    pub fn catalogue_problem(&self, problem: &CatalogueProblem) -> String {
        let one = |id: &str, word: &str| self.format(id, &[("word", word.into())]);
        match problem {
            CatalogueProblem::Syntax(detail) => one("catalogue-syntax", detail.lines().next().unwrap_or_default()),
            CatalogueProblem::NoName => self.get("catalogue-no-name"),
            CatalogueProblem::TwiceIndicator(id) => one("catalogue-twice", id),
            CatalogueProblem::UnknownIndicator(id) => one("catalogue-unknown-indicator", id),
            CatalogueProblem::UnknownTopic(topic) => one("catalogue-unknown-topic", topic),
            CatalogueProblem::UnknownUnit(unit) => one("catalogue-unknown-unit", unit),
            CatalogueProblem::UnknownMeasure(word) => one("catalogue-unknown-measure", word),
            CatalogueProblem::BadSection(number) => one("catalogue-bad-section", &number.to_string()),
            CatalogueProblem::BadPart(number) => one("catalogue-bad-part", &number.to_string()),
            CatalogueProblem::TooManyMeasures => self.get("catalogue-too-many-measures"),
            CatalogueProblem::TooManyTopics => self.get("catalogue-too-many-topics"),
            CatalogueProblem::TooManyWords => self.get("catalogue-too-many-words"),
        }
    }

    /// What keeps a picture or a table from being written and what to do about it, without its path.
    pub fn export_problem(&self, problem: &ExportProblem) -> String {
        match problem {
            ExportProblem::Exists => self.get("export-exists"),
            ExportProblem::NoFolder => self.get("export-no-folder"),
            ExportProblem::NoPermission => self.get("export-no-permission"),
            ExportProblem::DiskFull => self.get("export-disk-full"),
            ExportProblem::TooSmall { width, height } => {
                self.format("export-too-small", &[("width", (*width).into()), ("height", (*height).into())])
            }
            ExportProblem::TooManyPixels { millions, limit } => {
                self.format("export-too-many-pixels", &[("millions", (*millions).into()), ("limit", (*limit).into())])
            }
            ExportProblem::Io(detail) => self.with_reason("export-io", detail),
        }
    }

    /// A text that names a reason, which the system or a library gave in English.
    pub fn with_reason(&self, id: &str, detail: &str) -> String {
        self.format(id, &[("detail", self.reason(detail).into())])
    }

    /// The reason in the user's language; words that are not known stand as they came, behind a word on who gave them.
    fn reason(&self, detail: &str) -> String {
        let known = REASONS.iter().find(|(words, _)| detail.contains(words)).map(|(_, id)| self.get(id));
        let own = self.locale() != Locale::ZhHans || detail.contains(|c: char| ('\u{3400}'..='\u{9FFF}').contains(&c));
        known.unwrap_or_else(|| {
            if own { detail.to_owned() } else { self.format("reason-given", &[("detail", detail.into())]) }
        })
    }
}

/// Words of systems, SQLite and the readers of packages, with their text. The first that fits counts.
const REASONS: [(&str, &str); 31] = [
    ("EOCD", "reason-archive-end"),
    ("invalid Zip archive", "reason-archive"),
    ("invalid checksum", "reason-archive"),
    ("Invalid checksum", "reason-archive"),
    ("deflate", "reason-archive"),
    ("too many entries", "reason-archive-entries"),
    ("nested too deeply", "reason-nested"),
    ("CFB file", "reason-container"),
    ("FAT", "reason-container"),
    ("sector", "reason-container"),
    ("chain", "reason-container"),
    ("directory", "reason-container"),
    ("o such stream", "reason-container"),
    ("no Word text", "reason-container"),
    ("document type definition", "reason-definition"),
    ("ends early", "reason-ends-early"),
    ("unexpected end of file", "reason-ends-early"),
    ("ill-formed document", "reason-markup"),
    ("syntax error", "reason-markup"),
    ("Permission denied", "reason-permission"),
    ("Access is denied", "reason-permission"),
    ("No space left", "reason-disk-full"),
    ("Read-only file system", "reason-read-only"),
    ("File name too long", "reason-long-name"),
    ("Not a directory", "reason-not-a-folder"),
    ("File exists", "reason-not-a-folder"),
    ("Is a directory", "reason-folder"),
    ("symbolic links", "reason-links"),
    ("disk image is malformed", "reason-database"),
    ("unable to open database file", "reason-cannot-open"),
    ("I/O error", "reason-device"),
];

fn is_plain(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("txt"))
}

fn megabytes(bytes: u64) -> Arg<'static> {
    bytes.div_ceil(1 << 20).into()
}
