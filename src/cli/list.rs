//! `faheng list`: the library's reports.

use std::path::Path;

use serde::Serialize;

use crate::i18n::{Texts, labels, path_text};
use crate::identity::{Kind, Level};
use crate::paths::Paths;
use crate::shelf::body_key;
use crate::store::ReportSummary;

use super::Status;
use super::console::{Console, Failure};
use super::library;
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
    let shelf = library::open(&paths.library, console)?;
    if console.json() {
        for report in &shelf.reports {
            console.record(&record(report))?;
        }
        return Ok(Status::Done);
    }
    let lines = lines(&shelf.reports, console.texts());
    console.lines(0, lines)?;
    let count = shelf.reports.len();
    console.tell("list-count", &[("count", count.into()), ("path", paths.library.display().to_string().into())]);
    Ok(Status::Done)
}

/// A line a report; a file name that finds no room there has the next line for itself, for it is never broken.
fn lines(reports: &[ReportSummary], texts: &Texts) -> Vec<String> {
    let heads = ["column-body", "column-kind", "column-year", "column-published", "column-figures", "column-file"];
    let [heads @ .., last] = heads.map(|id| texts.get(id));
    let columns = [Column::words(36), Column::words(18), Column::numbers(4), Column::words(10), Column::numbers(7)];
    let mut rows = vec![(heads.to_vec(), last)];
    rows.extend(reports.iter().map(|report| (row(report, texts), path_text(Path::new(&report.file_name)))));
    let cells: Vec<Vec<String>> = rows.iter().map(|(cells, _)| cells.clone()).collect();
    let widths = table::widths(&columns, &cells);
    let used = widths.iter().map(|width| width + table::GAP).sum::<usize>();
    let mut lines = Vec::new();
    for (cells, file) in &rows {
        let mut own = table::set_with(&columns, &widths, std::slice::from_ref(cells));
        match own.first_mut().filter(|_| used + table::width(file) <= table::WIDTH) {
            Some(first) => first.push_str(&format!("{:1$}{file}", "", used.saturating_sub(table::width(first)))),
            None => own.push(format!("    {file}")),
        }
        lines.extend(own);
    }
    lines
}

fn row(report: &ReportSummary, texts: &Texts) -> Vec<String> {
    let unknown = || texts.get("value-unknown");
    let body = body_key(report);
    vec![
        if body.place.is_empty() && report.body.name.is_none() { unknown() } else { body.full_name() },
        texts.get(labels::kind(report.kind)),
        report.year.map_or_else(unknown, |year| year.to_string()),
        report.published.map_or_else(unknown, |date| date.to_string()),
        report.observations.to_string(),
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
