//! The points of the chart as a table: one row for each value and for each gap.

use std::cmp::Ordering;
use std::sync::Arc;

use eframe::egui::{Align, Button, Label, Layout, Panel, Sense, Ui};
use egui_extras::{Column, TableBuilder};

use super::{card, pick};
use crate::app::action::{Action, Address};
use crate::app::cx::Cx;
use crate::app::keyboard::{Region, pane};
use crate::app::theme::{self, size, space};
use crate::chart::{Axis, ChartSpec, Line};
use crate::i18n::Locale;
use crate::i18n::labels;
use crate::jobs::desk::TrendPage;

/// Height of the table at first.
const HEIGHT: f32 = 220.0;
/// Height of a row.
const ROW: f32 = 28.0;
/// Widths of the columns at first; the last takes what is left.
const WIDTHS: [f32; 5] = [150.0, 96.0, 56.0, 112.0, 132.0];
/// Texts of their heads.
const HEADS: [&str; 6] = [
    "trend-column-indicator",
    "trend-column-place",
    "trend-column-year",
    "trend-column-value",
    "trend-column-status",
    "trend-column-sentence",
];

/// What the table remembers.
#[derive(Default)]
pub struct State {
    open: bool,
    /// The column that it is sorted by, and whether from the end.
    sorted: Option<(usize, bool)>,
    made: Option<Made>,
}

struct Made {
    page: Arc<TrendPage>,
    locale: Locale,
    sorted: Option<(usize, bool)>,
    rows: Vec<Row>,
}

/// A value or a gap.
#[derive(Clone, Debug)]
pub struct Row {
    /// What stands in the six columns.
    pub cells: [String; 6],
    year: i32,
    value: Option<f64>,
    address: Option<Address>,
}

/// Paints the bar that opens the table, and the table. `waiting` says that a newer chart is being made.
pub fn panel(
    ui: &mut Ui,
    state: &mut State,
    page: &Arc<TrendPage>,
    waiting: bool,
    cx: &Cx<'_>,
    actions: &mut Vec<Action>,
) {
    if !state.open {
        let panel = Panel::bottom("trend_table_closed").resizable(false).frame(frame());
        panel.show(ui, |ui| {
            let _pane = pane(ui, Region::View);
            bar(ui, state, page, waiting, cx, actions);
        });
        return;
    }
    let most = (ui.available_height() * 0.6).max(ROW * 3.0);
    let panel = Panel::bottom("trend_table_open").default_size(HEIGHT).size_range(ROW * 3.0..=most).resizable(true);
    panel.frame(frame()).show(ui, |ui| {
        let _pane = pane(ui, Region::View);
        bar(ui, state, page, waiting, cx, actions);
        if state.open {
            table(ui, state, page, cx, actions);
        }
    });
}

fn frame() -> eframe::egui::Frame {
    eframe::egui::Frame::new().inner_margin(eframe::egui::Margin::symmetric(0, space::XS as i8))
}

fn bar(ui: &mut Ui, state: &mut State, page: &Arc<TrendPage>, waiting: bool, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let (id, mark) = if state.open { ("trend-table-close", "▼") } else { ("trend-table-open", "▲") };
        let text = format!("{} {mark}", cx.text("trend-table"));
        if ui.add(Button::new(text).frame(false)).on_hover_text(cx.text(id)).clicked() {
            state.open = !state.open;
        }
        let count = state.rows(page, cx).len();
        let rows = cx.format("trend-table-rows", &[("count", count.into())]);
        // Here it moves nothing.
        let note = if waiting { cx.text("trend-loading") } else { rows };
        ui.label(theme::note(note, cx.tokens));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.add(Button::new(cx.text("trend-table-copy")).small()).clicked() {
                actions.push(Action::Copy(copied(state.rows(page, cx), cx)));
            }
        });
    });
}

/// The rows as tab-separated text with a line of heads.
fn copied(rows: &[Row], cx: &Cx<'_>) -> String {
    let plain = |cell: &String| cell.replace(['\t', '\n', '\r'], " ");
    let line = |cells: &[String; 6]| cells.iter().map(plain).collect::<Vec<_>>().join("\t");
    let head = line(&HEADS.map(|id| cx.text(id)));
    std::iter::once(head).chain(rows.iter().map(|row| line(&row.cells))).collect::<Vec<_>>().join("\n")
}

fn table(ui: &mut Ui, state: &mut State, page: &Arc<TrendPage>, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    state.rows(page, cx);
    let sorted = state.sorted;
    let rows = state.made.as_ref().map_or(&[][..], |made| &made.rows);
    let mut sort = None;
    let height = ui.available_height();
    let mut builder = TableBuilder::new(ui).id_salt("trend_rows").striped(true).sense(Sense::click());
    builder = builder.cell_layout(Layout::left_to_right(Align::Center));
    for width in WIDTHS {
        builder = builder.column(Column::initial(width).at_least(48.0).resizable(true).clip(true));
    }
    let builder = builder.column(Column::remainder().at_least(72.0).clip(true)).max_scroll_height(height);
    let table = builder.auto_shrink(false).header(ROW, |mut header| {
        for (at, id) in HEADS.iter().enumerate() {
            header.col(|ui| {
                let sorted = sorted.filter(|(by, _)| *by == at);
                let align = if matches!(at, 2 | 3) { Layout::right_to_left } else { Layout::left_to_right };
                if ui.with_layout(align(Align::Center), |ui| head(ui, cx.text(id), sorted, cx)).inner {
                    sort = Some(at);
                }
            });
        }
    });
    table.body(|body| {
        body.rows(ROW, rows.len(), |mut row| {
            let Some(own) = rows.get(row.index()) else { return };
            let mut open = false;
            for (at, cell) in own.cells.iter().enumerate() {
                row.col(|ui| open |= self::cell(ui, at, cell, own, cx));
            }
            if let Some(address) = own.address.as_ref().filter(|_| open || row.response().clicked()) {
                actions.push(Action::Go(address.clone()));
            }
        });
    });
    if let Some(by) = sort {
        // Once up, once down, then as the chart has it.
        state.sorted = match sorted.filter(|(own, _)| *own == by) {
            None => Some((by, false)),
            Some((_, false)) => Some((by, true)),
            Some((_, true)) => None,
        };
    }
}

fn head(ui: &mut Ui, name: String, sorted: Option<(usize, bool)>, cx: &Cx<'_>) -> bool {
    let mark = match sorted {
        Some((_, false)) => " ↑",
        Some((_, true)) => " ↓",
        None => "",
    };
    let text = theme::bold(format!("{name}{mark}")).size(size::NOTE);
    ui.add(Button::new(text).frame(false).truncate()).on_hover_text(cx.text("trend-sort")).clicked()
}

/// A cell; whether it was asked to open the report.
fn cell(ui: &mut Ui, at: usize, text: &str, row: &Row, cx: &Cx<'_>) -> bool {
    let words = eframe::egui::RichText::new(text).size(size::NOTE);
    match at {
        2 | 3 => {
            let right = Layout::right_to_left(Align::Center);
            ui.with_layout(right, |ui| ui.add(Label::new(words).selectable(false).truncate()));
            false
        }
        5 if row.address.is_some() => {
            let button = ui.add(Button::new(words.color(cx.tokens.text)).frame(false).truncate());
            button.on_hover_text(cx.text("trend-open")).clicked()
        }
        _ => {
            let words = if row.value.is_none() { words.color(cx.tokens.weak) } else { words };
            ui.add(Label::new(words).selectable(false).truncate());
            false
        }
    }
}

impl State {
    fn rows(&mut self, page: &Arc<TrendPage>, cx: &Cx<'_>) -> &[Row] {
        let same =
            |made: &Made| Arc::ptr_eq(&made.page, page) && made.locale == cx.locale() && made.sorted == self.sorted;
        if !self.made.as_ref().is_some_and(same) {
            let mut rows = rows(page, cx);
            if let Some((by, reversed)) = self.sorted {
                rows.sort_by(|a, b| order(a, b, by, reversed));
            }
            self.made = Some(Made { page: Arc::clone(page), locale: cx.locale(), sorted: self.sorted, rows });
        }
        self.made.as_ref().map_or(&[], |made| &made.rows)
    }
}

fn order(a: &Row, b: &Row, by: usize, reversed: bool) -> Ordering {
    let turned = |order: Ordering| if reversed { order.reverse() } else { order };
    match by {
        2 => turned(a.year.cmp(&b.year)),
        // What has no value stands at the end, whichever way.
        3 => match (a.value, b.value) {
            (Some(a), Some(b)) => turned(a.total_cmp(&b)),
            (a, b) => a.is_none().cmp(&b.is_none()),
        },
        _ => turned(a.cells.get(by).cmp(&b.cells.get(by))),
    }
}

/// All values and gaps: by line, in the order of its years.
fn rows(page: &TrendPage, cx: &Cx<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for panel in &page.spec.panels {
        for line in &panel.lines {
            let mut own: Vec<(i32, Row)> =
                line.marks.iter().map(|mark| (mark.x, value(page, line, mark, cx))).collect();
            own.extend(line.gaps.iter().map(|(x, gap)| {
                let status = cx.text(labels::gap(*gap));
                (*x, missing(line, year(&page.spec, &panel.x, *x), status, cx))
            }));
            own.sort_by_key(|(x, _)| *x);
            rows.extend(own.into_iter().map(|(_, row)| row));
        }
    }
    rows
}

/// The year of a gap; that of the bars' one year where places stand along the axis.
fn year(spec: &ChartSpec, axis: &Axis, x: i32) -> Option<i32> {
    match axis {
        Axis::Years { .. } => Some(x),
        Axis::Places(_) => spec.marks().next().map(|mark| mark.proof.year),
    }
}

fn value(page: &TrendPage, line: &Line, mark: &crate::chart::Mark, cx: &Cx<'_>) -> Row {
    let proof = &mark.proof;
    let mut status = card::standing(proof, cx.texts);
    if mark.conflict {
        status = format!("{} · {status}", cx.text("trend-conflict"));
    }
    if let Some(name) = line.name_then(proof.year) {
        status = format!("{status} · {}", cx.format("trend-name-then", &[("name", name.into())]));
    }
    Row {
        cells: [
            proof.indicator_name.clone(),
            proof.body.name.clone(),
            proof.year.to_string(),
            mark.label.clone(),
            status,
            proof.sentence.clone(),
        ],
        year: proof.year,
        value: Some(mark.value),
        address: pick::of(page, &proof.sha256, &proof.observation),
    }
}

fn missing(line: &Line, year: Option<i32>, status: String, cx: &Cx<'_>) -> Row {
    let shown = year.map_or_else(String::new, |year| year.to_string());
    let (indicator, place) = (cx.indicator(&line.indicator).to_owned(), line.body.name.clone());
    Row {
        cells: [indicator, place, shown, "—".to_owned(), status, String::new()],
        year: year.unwrap_or(i32::MAX),
        value: None,
        address: None,
    }
}
