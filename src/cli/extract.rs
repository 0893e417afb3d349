//! `faheng extract`: what the rules read in files, without a library.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::error::{Error, FileProblem};
use crate::i18n::{Texts, labels, numbers, path_text};
use crate::identity::Mismatch;
use crate::intake;
use crate::jobs;
use crate::reading::{Manner, Reading};

use super::Status;
use super::console::{Console, Failure};
use super::contract;
use super::indicators::Catalogue;
use super::table::{self, Column};

#[derive(Serialize)]
struct Refused<'a> {
    source: RefusedSource,
    error: RefusedError<'a>,
}

#[derive(Serialize)]
struct RefusedSource {
    path: String,
}

#[derive(Serialize)]
struct RefusedError<'a> {
    kind: &'static str,
    message: &'a str,
}

/// Reads each file and prints what was found, in the order given. A file that fails does not stop the others.
pub fn run(files: &[PathBuf], manner: &Manner, console: &mut Console<'_>) -> Result<Status, Failure> {
    let catalogue = Catalogue::current()?;
    let digest = format!("sha256:{}", catalogue.digest());
    let mut status = Status::Done;
    for path in files {
        match intake::bytes(path).and_then(|bytes| jobs::read_report(path, bytes, manner)) {
            Ok(reading) => {
                warn_of_name(path, reading.mismatch.as_ref(), console);
                if console.json() {
                    console.record(&contract::output(&reading, &digest))?;
                } else {
                    show(&reading, catalogue, console)?;
                }
            }
            Err(error) => {
                status = Status::Failed;
                refuse(path, &error, console)?;
            }
        }
    }
    Ok(status)
}

/// Tells where a file's name does not follow the pattern: the pattern says nothing of that file.
pub fn warn_of_name(path: &Path, mismatch: Option<&Mismatch>, console: &mut Console<'_>) {
    let Some(why) = mismatch.map(|mismatch| console.texts().name_mismatch(mismatch)) else { return };
    console.tell("name-mismatch", &[("path", path_text(path).into()), ("why", why.into())]);
}

fn refuse(path: &Path, error: &Error, console: &mut Console<'_>) -> Result<(), Failure> {
    let message = console.texts().error(error);
    if console.json() {
        let source = RefusedSource { path: path.display().to_string() };
        console.record(&Refused { source, error: RefusedError { kind: kind(error), message: &message } })?;
        console.flush()?;
    }
    console.message(&message);
    Ok(())
}

/// A name of the error for programs that read the output.
pub fn kind(error: &Error) -> &'static str {
    match error {
        Error::File { problem, .. } => match problem {
            FileProblem::Empty => "empty",
            FileProblem::NoText => "no_text",
            FileProblem::NoBody => "no_body",
            FileProblem::UnknownType(_) => "unknown_type",
            FileProblem::NotAFile => "not_a_file",
            FileProblem::NotFound => "not_found",
            FileProblem::NoPermission => "no_permission",
            FileProblem::TooLarge { .. } | FileProblem::Swollen { .. } => "too_large",
            FileProblem::Crowded { .. } => "too_many_files",
            FileProblem::Nested => "nested",
            FileProblem::Damaged(_) => "damaged",
            FileProblem::Password => "password",
            FileProblem::Scanned => "scanned",
            FileProblem::OldWord => "old_word",
            FileProblem::TimedOut { .. } => "timed_out",
            FileProblem::OutOfMemory { .. } => "out_of_memory",
            FileProblem::Crashed(_) => "crashed",
            FileProblem::NoWorker(_) => "no_worker",
            FileProblem::Io(_) => "io",
        },
        Error::Library { .. } => "library",
        Error::Export { .. } => "export",
        Error::Cancelled => "cancelled",
        Error::Catalogue { .. } => "catalogue",
        Error::Data(_) => "data",
    }
}

/// A listing for people: what the report is, its passages, its figures, its changes.
fn show(reading: &Reading, catalogue: &Catalogue, console: &mut Console<'_>) -> Result<(), Failure> {
    let lines = facts(reading, console.texts());
    console.lines(0, lines)?;
    let rows: Vec<Vec<String>> = figures(reading, catalogue, console.texts());
    let columns =
        [Column::words(4), Column::words(30), Column::numbers(16), Column::words(14), Column::words(usize::MAX)];
    console.lines(0, table::fit(2, &columns, &rows))?;
    let figures = &reading.figures;
    console.say(
        "extract-counts",
        &[
            ("passages", reading.passages.items.len().into()),
            ("observations", figures.observations.len().into()),
            ("changes", figures.changes.len().into()),
            ("unclaimed", figures.unclaimed.len().into()),
        ],
    )?;
    console.line("")?;
    for warning in &reading.document.warnings {
        let path = path_text(&reading.document.source.path);
        let warning = console.texts().warning(warning);
        console.tell("file-warning", &[("path", path.into()), ("warning", warning.into())]);
    }
    Ok(())
}

fn facts(reading: &Reading, texts: &Texts) -> Vec<String> {
    let identity = &reading.identity;
    let unknown = || texts.get("value-unknown");
    let place = identity.jurisdiction.as_ref().map(|place| {
        let path = place.path.as_ref().map_or_else(|| place.name.clone(), |path| path.concat());
        place.code.as_ref().map_or_else(|| path.clone(), |code| format!("{path} {code}"))
    });
    let body = identity.body.name.clone().unwrap_or_else(unknown);
    let facts = [
        ("fact-body", format!("{body} ({})", texts.get(labels::level(identity.body.level)))),
        ("fact-place", place.unwrap_or_else(unknown)),
        ("fact-kind", texts.get(labels::kind(identity.kind))),
        ("fact-year", identity.year.map_or_else(unknown, |year| year.to_string())),
        ("fact-issuer", identity.issuer.clone().unwrap_or_else(unknown)),
        ("fact-published", identity.published.map_or_else(unknown, |date| date.to_string())),
    ];
    let title = identity.title.clone().unwrap_or_else(|| texts.get("value-no-title"));
    let mut lines = vec![path_text(&reading.document.source.path), title];
    let rows: Vec<Vec<String>> = facts.into_iter().map(|(id, fact)| vec![texts.get(id), fact]).collect();
    lines.extend(table::fit(0, &[Column::words(12), Column::words(usize::MAX)], &rows));
    lines
}

fn figures(reading: &Reading, catalogue: &Catalogue, texts: &Texts) -> Vec<Vec<String>> {
    let passages = &reading.passages.items;
    let section = |passage: u32| {
        let passage = passages.get(passage as usize);
        passage.and_then(|passage| passage.section).map_or_else(String::new, |section| section.number().to_string())
    };
    let values = reading.figures.observations.iter().map(|found| {
        let year = found.year.map_or_else(String::new, |year| year.to_string());
        vec![
            section(found.span.passage),
            labels::indicator_of(&found.indicator, catalogue, texts.locale()).to_owned(),
            numbers::value(found, texts),
            format!("{year} {}", texts.get(labels::nature(found.nature))),
            found.raw.clone(),
        ]
    });
    let changes = reading.figures.changes.iter().map(|found| {
        vec![
            section(found.span.passage),
            labels::indicator_of(&found.indicator, catalogue, texts.locale()).to_owned(),
            numbers::change(found, texts),
            texts.get("nature-change"),
            found.raw.clone(),
        ]
    });
    values.chain(changes).collect()
}
