//! `faheng import`: files and folders into the library, a line a file once it is committed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use crate::error::{Error, LibraryProblem};
use crate::i18n::{Texts, path_text};
use crate::jobs::{self, FileResult, Message, Outcome, Summary, words};
use crate::paths::Paths;
use crate::progress::Progress;
use crate::reading::Manner;
use crate::store::{Access, Library, ReportId};

use super::Status;
use super::catalogue;
use super::console::{Console, Failure};
use super::extract;
use super::interrupt::Guard;

#[derive(Serialize)]
struct FileRecord<'a> {
    outcome: &'static str,
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    observations: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version_of: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    differing_digits: Option<&'a [(String, String)]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
}

#[derive(Serialize)]
struct SummaryRecord {
    outcome: &'static str,
    imported: usize,
    already: usize,
    skipped: usize,
    failed: usize,
    library: String,
}

/// Imports into the user's library.
pub fn run(files: &[PathBuf], manner: &Manner, paths: &Paths, console: &mut Console<'_>) -> Result<Status, Failure> {
    let mut known = Vec::new();
    let each = |result: &FileResult, console: &mut Console<'_>| {
        if let Outcome::Already { id } = result.outcome {
            known.push(id);
        }
        if let Outcome::Imported { mismatch, .. } = &result.outcome {
            extract::warn_of_name(&result.path, mismatch.as_deref(), console);
        }
        if console.json() {
            console.record(&record(result, console.texts()))?;
        } else {
            let line = words::line(result, console.texts());
            console.line(&line)?;
        }
        // At once, so that what a reader has seen is in the library, whatever happens next.
        console.flush()
    };
    catalogue::read_anew(paths, console)?;
    let ended = import(&paths.library, files.to_vec(), manner, console, each)?;
    let again = read_again(&paths.library, &known, manner, console)?;
    let library = paths.library.display().to_string();
    if console.json() {
        let outcome = if ended.cancelled { "cancelled" } else { "summary" };
        let Summary { imported, already, skipped, failed, .. } = ended.summary;
        console.record(&SummaryRecord { outcome, imported, already, skipped, failed, library })?;
    } else {
        let id = if ended.cancelled { "import-cancelled" } else { "import-summary" };
        console.say(id, &counts(&ended.summary, &library))?;
    }
    Ok(if ended.summary.failed == 0 && !ended.cancelled && again == Status::Done {
        Status::Done
    } else {
        Status::Failed
    })
}

/// Reads those of the files that are in the library already again, where another encoding is named for them now.
fn read_again(
    library: &Path,
    known: &[ReportId],
    manner: &Manner,
    console: &mut Console<'_>,
) -> Result<Status, Failure> {
    let mut status = Status::Done;
    let Some(encoding) = manner.options.encoding else { return Ok(status) };
    for &id in known {
        let open = Library::open(library, Access::ReadOnly)?;
        let report = open.reading_of(id)?.summary;
        if !report.format.is_text() || open.manner(id)?.options.encoding == Some(encoding) {
            continue;
        }
        drop(open);
        match jobs::read_as(library, id, Some(encoding), &jobs::read_report) {
            Ok((FileResult { outcome: Outcome::Imported { identity, observations, .. }, path, .. }, _)) => {
                let arguments = [
                    ("path", path_text(&path).into()),
                    ("encoding", encoding.name().to_uppercase().into()),
                    ("report", words::described(&identity, console.texts()).into()),
                    ("count", observations.into()),
                ];
                console.tell("import-read-again", &arguments);
            }
            Ok(_) => {}
            Err(error) => {
                status = Status::Failed;
                let message = console.texts().error(&error);
                console.message(&message);
            }
        }
    }
    Ok(status)
}

/// How an import ended that did not fail.
pub struct Ended {
    /// What became of the files.
    pub summary: Summary,
    /// Whether it was stopped before the last of them.
    pub cancelled: bool,
}

/// The arguments of a summary's text.
pub fn counts<'a>(summary: &Summary, library: &'a str) -> [(&'static str, crate::i18n::Arg<'a>); 5] {
    [
        ("imported", summary.imported.into()),
        ("already", summary.already.into()),
        ("skipped", summary.skipped.into()),
        ("failed", summary.failed.into()),
        ("path", library.into()),
    ]
}

/// Runs an import to its end, or until Ctrl+C; `each` hears of every file as the job reports it.
pub fn import<'c>(
    library: &Path,
    files: Vec<PathBuf>,
    manner: &Manner,
    console: &mut Console<'c>,
    mut each: impl FnMut(&FileResult, &mut Console<'c>) -> Result<(), Failure>,
) -> Result<Ended, Failure> {
    make_folder(library)?;
    let manner = manner.clone();
    let read = move |path: &Path, bytes: Vec<u8>| jobs::read_report(path, bytes, &manner);
    let handle = jobs::import(library, files, Arc::new(read), Arc::new(|| {}));
    let _interrupt = Guard::new(handle.cancel_token());
    let mut listened = true;
    let bar = if console.watched() { bar(console.texts()) } else { ProgressBar::hidden() };
    for message in handle.messages() {
        match message {
            Message::Progress(progress) => show(&bar, &progress),
            Message::File(result) if listened => match bar.suspend(|| each(&result, console)) {
                // Whoever read the lines has gone; the import they asked for goes on.
                Err(Failure::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => listened = false,
                other => other?,
            },
            Message::File(_) => {}
            Message::Done(summary) => {
                bar.finish_and_clear();
                return Ok(Ended { summary, cancelled: false });
            }
            Message::Cancelled(summary) => {
                bar.finish_and_clear();
                return Ok(Ended { summary, cancelled: true });
            }
            Message::Failed(error) => {
                bar.finish_and_clear();
                return Err(error.into());
            }
        }
    }
    // The channel ended without its last message: the job's thread is gone.
    Err(Failure::Core(Error::library(LibraryProblem::Io(console.texts().get("job-lost")), library)))
}

fn make_folder(library: &Path) -> Result<(), Failure> {
    let Some(folder) = library.parent().filter(|folder| !folder.as_os_str().is_empty()) else { return Ok(()) };
    std::fs::create_dir_all(folder).map_err(|error| not_made(&error, library))
}

/// The failure of a library that the system does not let us make.
pub fn not_made(error: &std::io::Error, library: &Path) -> Failure {
    jobs::not_made(error, library).into()
}

fn bar(texts: &Texts) -> ProgressBar {
    let bar = ProgressBar::new(0);
    let template = texts.get("import-progress").replace('<', "{").replace('>', "}");
    if let Ok(style) = ProgressStyle::with_template(&template) {
        bar.set_style(style);
    }
    bar
}

fn show(bar: &ProgressBar, progress: &Progress) {
    // While the list is empty there is nothing to show the share of.
    if progress.total == 0 {
        return;
    }
    if bar.length() == Some(0) {
        bar.enable_steady_tick(Duration::from_millis(200));
    }
    bar.set_length(progress.total as u64);
    bar.set_position(progress.done as u64);
    bar.set_message(super::table::shortened(&path_text(Path::new(&progress.item)), 40));
}

fn record<'a>(result: &'a FileResult, texts: &Texts) -> FileRecord<'a> {
    let mut record = FileRecord {
        outcome: "imported",
        path: result.path.display().to_string(),
        report: None,
        body: None,
        year: None,
        observations: None,
        version_of: None,
        differing_digits: None,
        reason: None,
        message: None,
    };
    match &result.outcome {
        Outcome::Imported { id, identity, observations, version_of, near, .. } => {
            record.version_of = version_of.map(ReportId::number);
            record.differing_digits = near.as_ref().map(|near| near.digits.as_slice());
            record.report = Some(id.number());
            record.body = identity.body.name.as_deref();
            record.year = identity.year;
            record.observations = Some(*observations);
        }
        Outcome::Already { id } => {
            record.outcome = "already";
            record.report = Some(id.number());
        }
        Outcome::Skipped(reason) => {
            record.outcome = "skipped";
            record.message = Some(words::skipped(reason, texts));
        }
        Outcome::Failed(error) => {
            record.outcome = "failed";
            record.reason = Some(extract::kind(error));
            record.message = Some(words::problem(error, texts));
        }
    }
    record
}
