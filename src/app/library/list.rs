//! 列表: one report a row, sorted by the column whose header was clicked.

use eframe::egui::{Align, Align2, Button, Label, Layout, RichText, Role, Sense, Ui, WidgetInfo, vec2};
use egui_extras::{Column as Width, TableBuilder, TableRow};

use super::order::{Column, Order};
use super::sieve::Shown;
use super::{card, choose};
use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::theme::space;
use crate::i18n::{labels, numbers};
use crate::identity::Kind;
use crate::shelf::body_key;

/// Height of a report.
const ROW: f32 = 28.0;

/// Where the keyboard is.
#[derive(Debug, Default)]
pub struct State {
    line: usize,
    scroll: bool,
    /// Whether it is to take the keyboard.
    pub enter: bool,
}

/// The text over a column.
fn name(column: Column) -> &'static str {
    match column {
        Column::Body => "column-body",
        Column::Year => "column-year",
        Column::Kind => "column-kind",
        Column::Level => "list-level",
        Column::Title => "list-title",
        Column::Published => "column-published",
        Column::Figures => "column-figures",
        Column::State => "list-state",
        Column::File => "column-file",
    }
}

/// From numbers, which end at the right, to the words beside them.
const BESIDE: f32 = space::M;

/// Paints the list.
pub fn ui(ui: &mut Ui, state: &mut State, order: &mut Order, shown: &Shown, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let id = ui.make_persistent_id("report_list");
    let rect = ui.available_rect_before_wrap();
    let whole = ui.interact(rect, id, Sense::focusable_noninteractive());
    whole.widget_info(|| WidgetInfo::labeled(Role::Grid, true, cx.text("list-name")));
    if std::mem::take(&mut state.enter) {
        whole.request_focus();
    }
    let focused = whole.has_focus();
    if focused {
        keys(ui, id, state, shown, rect.height(), actions);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let wide = rect.width();
    // English names of kinds and levels are long.
    let words = |least: f32, whole: f32| if wide > 1_100.0 { whole } else { least };
    let mut table = TableBuilder::new(ui)
        .id_salt("report_table")
        .striped(false)
        .sense(Sense::CLICK)
        .resizable(true)
        .auto_shrink(false)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Width::initial(136.0).at_least(80.0).clip(true))
        .column(Width::initial(48.0).at_least(40.0).clip(true))
        .column(Width::initial(words(100.0, 132.0)).at_least(48.0).clip(true))
        .column(Width::initial(words(60.0, 104.0)).at_least(40.0).clip(true))
        .column(Width::remainder().at_least(120.0).clip(true))
        .column(Width::initial(88.0).at_least(48.0).clip(true))
        .column(Width::initial(60.0).at_least(40.0).clip(true))
        .column(Width::initial(76.0).at_least(40.0).clip(true))
        .column(Width::initial(((wide - 600.0) * 0.3).clamp(116.0, 280.0)).at_least(64.0).clip(true));
    if std::mem::take(&mut state.scroll) {
        table = table.scroll_to_row(state.line, None);
    }
    let head = table.header(ROW, |mut row| {
        for column in Column::ALL {
            row.col(|ui| header(ui, column, order, cx));
        }
    });
    head.body(|body| {
        body.rows(ROW, shown.reports.len(), |mut row| {
            let line = row.index();
            report(&mut row, shown, line, focused && line == state.line, cx);
            let response = row.response();
            if response.clicked() {
                state.line = line;
                response.ctx.memory_mut(|memory| memory.request_focus(id));
                actions.extend(opened(shown, line));
            }
        });
    });
}

fn opened(shown: &Shown, line: usize) -> Option<Action> {
    let at = *shown.reports.get(line)?;
    Some(choose::open(shown.overview.reports.get(at as usize)?.id))
}

fn keys(ui: &Ui, id: eframe::egui::Id, state: &mut State, shown: &Shown, height: f32, actions: &mut Vec<Action>) {
    use eframe::egui::{EventFilter, Key, Modifiers};
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let page = ((height / ROW) as usize).saturating_sub(2).max(1);
    let last = shown.reports.len().saturating_sub(1);
    state.line = state.line.min(last);
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    for (key, line) in [
        (Key::ArrowDown, state.line.saturating_add(1)),
        (Key::ArrowUp, state.line.saturating_sub(1)),
        (Key::PageDown, state.line.saturating_add(page)),
        (Key::PageUp, state.line.saturating_sub(page)),
        (Key::Home, 0),
        (Key::End, last),
    ] {
        if pressed(key) {
            state.line = line.min(last);
            state.scroll = true;
        }
    }
    if pressed(Key::Enter) {
        actions.extend(opened(shown, state.line));
    }
}

fn header(ui: &mut Ui, column: Column, order: &mut Order, cx: &Cx<'_>) {
    let mark = match (order.column == column, order.down) {
        (true, false) => " ▲",
        (true, true) => " ▼",
        (false, _) => "",
    };
    let text = cx.text(name(column));
    let shown = RichText::new(format!("{text}{mark}")).small().color(cx.tokens.weak);
    let button = Button::new(shown).frame(false).truncate();
    let arrange = match column {
        Column::Figures => Layout::right_to_left(Align::Center),
        _ => Layout::left_to_right(Align::Center),
    };
    let response = ui.with_layout(arrange, |ui| {
        if column == Column::Figures {
            ui.add_space(BESIDE);
        }
        ui.add(button)
    });
    let response = response.inner.on_hover_text(cx.format("list-sort", &[("column", text.into())]));
    if response.clicked() {
        *order = order.clicked(column);
    }
    let bottom = ui.max_rect().bottom();
    ui.painter().hline(ui.max_rect().x_range().expand(space::S), bottom, cx.tokens.hairline());
}

fn report(row: &mut TableRow<'_, '_>, shown: &Shown, line: usize, here: bool, cx: &Cx<'_>) {
    row.set_selected(here);
    let at = shown.reports.get(line).map_or(usize::MAX, |&at| at as usize);
    let Some(report) = shown.overview.reports.get(at) else { return };
    let state = shown.overview.states.get(at).copied();
    let unnamed = report.kind == Kind::Other && report.body.name.is_none() && report.jurisdiction.is_none();
    let body = if unnamed { cx.text("value-none") } else { body_key(report).name };
    let year = report.year.map(|year| year.to_string());
    let none = || cx.text("value-none");
    let published = report.published.map_or_else(none, |date| date.to_string());
    let state = state.map_or_else(none, |state| cx.text(card::state_id(state)));
    let title = report.title.clone().unwrap_or_else(|| cx.text("value-no-title"));
    text(row, body);
    text(row, year.unwrap_or_else(none));
    text(row, cx.text(labels::kind(report.kind)));
    text(row, cx.text(labels::level(report.body.level)));
    text(row, title);
    text(row, published);
    number(row, report.observations);
    text(row, state);
    text(row, report.file_name.clone());
}

fn text(row: &mut TableRow<'_, '_>, text: String) {
    row.col(|ui| {
        ui.add(Label::new(text).truncate().selectable(false));
    });
}

fn number(row: &mut TableRow<'_, '_>, value: usize) {
    row.col(|ui| {
        let (rect, colour) = (ui.max_rect(), ui.visuals().text_color());
        let font = eframe::egui::TextStyle::Body.resolve(ui.style());
        let at = rect.right_center() - vec2(BESIDE, 0.0);
        ui.painter().text(at, Align2::RIGHT_CENTER, numbers::number(value as f64), font, colour);
    });
}
