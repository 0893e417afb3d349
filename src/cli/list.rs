//! `faheng list`: the library's reports.

use serde::Serialize;

use crate::i18n::labels;
use crate::identity::{Kind, Level};
use crate::store::ReportSummary;

use super::Status;
use super::console::{Console, Failure};
use super::paths::Paths;
use super::shelf::{Shelf, body_key};
use super::table::{self, Column};

#[derive(Serialize)]
struct ListRecord<'a> {
    place: Vec<String>,
    code: Option<&'a str>,
    body: String,
    level: Option<Level>,
    kind: Kind,
    year: Option<i32>,
    published: Option<String>,
    observations: usize,
    title: Option<&'a str>,
    file: String,
    sha256: &'a str,
}

/// Prints the current reports by place, body, year and kind.
pub fn run(paths: &Paths, console: &mut Console<'_>) -> Result<Status, Failure> {
    let shelf = Shelf::open(&paths.library, console)?;
    if console.json() {
        for report in &shelf.reports {
            console.record(&record(report))?;
        }
        return Ok(Status::Done);
    }
    let headings = [
        "column-place",
        "column-body",
        "column-kind",
        "column-year",
        "column-published",
        "column-figures",
        "column-file",
    ];
    let mut rows = vec![headings.map(|id| console.texts().get(id)).to_vec()];
    rows.extend(shelf.reports.iter().map(|report| row(report, console)));
    let columns = [
        Column::words(24),
        Column::words(22),
        Column::words(12),
        Column::numbers(4),
        Column::words(10),
        Column::numbers(7),
        Column::words(usize::MAX),
    ];
    console.lines(0, table::fit(0, &columns, &rows))?;
    let count = shelf.reports.len();
    console.tell("list-count", &[("count", count.into()), ("path", paths.library.display().to_string().into())]);
    Ok(Status::Done)
}

fn row(report: &ReportSummary, console: &Console<'_>) -> Vec<String> {
    let texts = console.texts();
    let unknown = || texts.get("value-unknown");
    let body = body_key(report);
    let place = if body.place.is_empty() { unknown() } else { body.place.concat() };
    vec![
        place,
        body.name,
        texts.get(labels::kind(report.kind)),
        report.year.map_or_else(unknown, |year| year.to_string()),
        report.published.map_or_else(unknown, |date| date.to_string()),
        report.observations.to_string(),
        report.file_name.clone(),
    ]
}

fn record(report: &ReportSummary) -> ListRecord<'_> {
    let body = body_key(report);
    ListRecord {
        place: body.place,
        code: report.jurisdiction.as_ref().and_then(|place| place.code.as_deref()),
        body: body.name,
        level: report.body.level,
        kind: report.kind,
        year: report.year,
        published: report.published.map(|date| date.to_string()),
        observations: report.observations,
        title: report.title.as_deref(),
        file: report.path.display().to_string(),
        sha256: &report.sha256,
    }
}
