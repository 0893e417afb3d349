//! What is said about a cell or a body when the pointer rests on it, and to those who listen.

use eframe::egui::{Label, RichText, Ui};

use super::grid::{Cell, Column};
use super::sieve::Shown;
use crate::app::cx::Cx;
use crate::app::theme;
use crate::compare::BodyKey;
use crate::i18n::{labels, numbers, path_text};
use crate::jobs::desk::{PlaceRow, ReportState};
use crate::store::{ReportId, ReportSummary};

/// The text of a state.
pub fn state_id(state: ReportState) -> &'static str {
    match state {
        ReportState::Reviewed => "state-reviewed",
        ReportState::Pending => "state-pending",
        ReportState::Trouble => "state-trouble",
    }
}

/// A body and the year of a cell.
pub fn heading(body: &BodyKey, column: Column, cx: &Cx<'_>) -> String {
    let name = body.name.as_str().into();
    match column {
        Column::Year(year) => cx.format("name-with-year", &[("name", name), ("year", year.to_string().into())]),
        Column::Undated => cx.format("cell-undated", &[("name", name)]),
    }
}

/// The documents of a cell, the one that it stands for first.
pub fn reports_of(row: &PlaceRow, column: Column) -> Vec<ReportId> {
    match column {
        Column::Year(year) => {
            row.cells.get(&year).map_or_else(Vec::new, |cell| [&[cell.report], cell.others.as_slice()].concat())
        }
        Column::Undated => row.undated.clone(),
    }
}

/// A cell in one line: body, year, state, figures.
pub fn spoken(shown: &Shown, cell: Cell, words: &super::grid::Words, cx: &Cx<'_>) -> String {
    let Some(row) = shown.overview.rows.get(cell.row as usize) else { return String::new() };
    let what = heading(&row.body, cell.column, cx);
    let (state, figures) = match cell.column {
        Column::Year(year) => row.cells.get(&year).map_or((None, 0), |cell| (Some(cell.state), cell.figures)),
        Column::Undated => ((!row.undated.is_empty()).then_some(ReportState::Trouble), 0),
    };
    let state_text = words.state(state).to_owned();
    let arguments = [("what", what.into()), ("state", state_text.into()), ("count", figures.into())];
    cx.format(if state.is_some() { "cell-spoken" } else { "cell-spoken-empty" }, &arguments)
}

/// The card of a cell.
pub fn cell(ui: &mut Ui, shown: &Shown, cell: Cell, cx: &Cx<'_>) {
    let Some(row) = shown.overview.rows.get(cell.row as usize) else { return };
    ui.label(theme::bold(heading(&row.body, cell.column, cx)));
    let all = reports_of(row, cell.column);
    let report = |id: &ReportId| shown.index.report(*id);
    let Some(at) = all.first().and_then(report) else {
        if let Column::Year(_) = cell.column {
            ui.label(RichText::new(cx.text("card-missing")).color(cx.tokens.weak));
            ui.label(theme::note(cx.text("card-missing-hint"), cx.tokens));
        }
        return;
    };
    if let Some(first) = shown.overview.reports.get(at) {
        facts(ui, first, shown.overview.states.get(at).copied(), cx);
    }
    if all.len() > 1 {
        let others = all.iter().skip(1).filter_map(report).filter_map(|at| shown.overview.reports.get(at));
        let kinds = cx.texts.list_up_to(3, others.map(|other| cx.text(labels::kind(other.kind))));
        ui.label(cx.format("card-others", &[("count", (all.len() - 1).into()), ("kinds", kinds.into())]));
    }
    ui.label(theme::note(cx.text("card-hint"), cx.tokens));
}

fn facts(ui: &mut Ui, report: &ReportSummary, state: Option<ReportState>, cx: &Cx<'_>) {
    let title = report.title.clone().unwrap_or_else(|| cx.text("value-no-title"));
    ui.add(Label::new(title).wrap());
    let state = state.map_or_else(String::new, |state| cx.text(state_id(state)));
    let kind = cx.text(labels::kind(report.kind));
    let figures = numbers::number(report.observations as f64);
    let arguments = [("kind", kind.into()), ("state", state.into()), ("count", figures.into())];
    ui.label(cx.format("card-facts", &arguments));
    if report.observations == 0 {
        ui.label(RichText::new(cx.text("card-no-figures")).color(cx.tokens.warn));
    }
    ui.add(Label::new(theme::note(path_text(&report.path), cx.tokens)).wrap());
}

/// The card of a body.
pub fn body(ui: &mut Ui, row: &PlaceRow, chosen: bool, cx: &Cx<'_>) {
    ui.label(theme::bold(row.body.full_name()));
    let level = cx.text(labels::level(row.level));
    let count = row.reports().count();
    let text = match &row.code {
        Some(code) => cx.format("card-body-code", &[("level", level.into()), ("code", code.as_str().into())]),
        None => level,
    };
    ui.label(text);
    ui.label(cx.format("card-body-counts", &[("reports", count.into()), ("indicators", row.indicators.into())]));
    ui.label(theme::note(cx.text(if chosen { "card-body-chosen" } else { "card-body-choose" }), cx.tokens));
}
