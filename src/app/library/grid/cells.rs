//! The cells of the grid: one report each.

use eframe::egui::{Align2, FontFamily, FontId, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{Board, Cell, Column, State, documents, marks};
use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::library::menu::Menu;
use crate::app::library::{card, choose};
use crate::app::theme::{self, size, space};
use crate::identity::Kind;
use crate::jobs::desk::{PlaceRow, ReportState};

/// Words that many cells share.
pub struct Words {
    states: [String; 4],
    plan: String,
}

impl Words {
    /// Looks them up once a frame.
    pub fn new(cx: &Cx<'_>) -> Self {
        let states = ["state-reviewed", "state-pending", "state-trouble", "state-none"].map(|id| cx.text(id));
        Self { states, plan: cx.text("grid-plan-mark") }
    }

    /// The name of a state; of what is missing for none.
    pub fn state(&self, state: Option<ReportState>) -> &str {
        let [reviewed, pending, trouble, none] = &self.states;
        match state {
            Some(ReportState::Reviewed) => reviewed,
            Some(ReportState::Pending) => pending,
            Some(ReportState::Trouble) => trouble,
            None => none,
        }
    }
}

/// Paints the cells that are seen, and the numbers at their end.
pub fn ui(ui: &mut Ui, state: &mut State, board: &Board<'_>, actions: &mut Vec<Action>) {
    let font = FontId::new(size::BODY, FontFamily::Proportional);
    for line in board.plan.lines_seen() {
        let Some((row, place)) = board.row(line) else { continue };
        for at in board.plan.columns_seen() {
            let cell = Cell { row: place.row, column: board.plan.columns[at] };
            let rect = board.plan.cell(line, at);
            let response = ui.interact(rect, board.id.with((place.row, at)), Sense::CLICK);
            let here = board.focused && (state.line, state.column) == (line, Some(at));
            paint(ui, rect, board, row, cell, &response, here);
            if response.clicked() || response.secondary_clicked() {
                (state.line, state.column) = (line, Some(at));
                ui.memory_mut(|memory| memory.request_focus(board.id));
                clicked(ui, state, board, cell, &response, actions);
            }
            if response.hovered() && state.menu.is_none() {
                response.on_hover_ui(|ui| card::cell(ui, board.shown, cell, board.cx));
            }
        }
        let end = board.plan.count(line);
        let text = row.indicators.to_string();
        let at = end.right_center() - vec2(space::XS, 0.0);
        ui.painter().text(at, Align2::RIGHT_CENTER, text, font.clone(), board.cx.tokens.text);
    }
}

fn clicked(ui: &Ui, state: &mut State, board: &Board<'_>, cell: Cell, response: &Response, actions: &mut Vec<Action>) {
    let shift = ui.input(|input| input.modifiers.shift);
    if response.secondary_clicked() {
        state.menu = Some(Menu::new(cell, response.rect, false));
    } else {
        act(state, board, cell, response.rect, shift, false, actions);
    }
}

/// Opens the report of a cell, marks it, or says what can be done where there is none or several.
pub fn act(
    state: &mut State,
    board: &Board<'_>,
    cell: Cell,
    rect: Rect,
    marking: bool,
    by_key: bool,
    actions: &mut Vec<Action>,
) {
    let row = board.shown.overview.rows.get(cell.row as usize);
    let report = row.and_then(|row| match cell.column {
        Column::Year(year) => row.cells.get(&year).map(|cell| cell.report),
        Column::Undated => row.undated.first().copied().filter(|_| row.undated.len() == 1),
    });
    match report {
        Some(report) if marking => choose::mark(board.cx.selection, report, actions),
        Some(report) => actions.push(choose::open(report)),
        None if cell.column == Column::Undated && row.is_none_or(|row| row.undated.is_empty()) => {}
        None => state.menu = Some(Menu::new(cell, rect, by_key)),
    }
}

fn paint(ui: &Ui, rect: Rect, board: &Board<'_>, row: &PlaceRow, cell: Cell, response: &Response, here: bool) {
    let (painter, tokens) = (ui.painter(), board.cx.tokens);
    let count = documents(row, cell.column);
    let inner = rect.shrink2(vec2(3.0, 2.0));
    let (state, kind, report) = match cell.column {
        Column::Year(year) => {
            let found = row.cells.get(&year);
            (found.map(|found| found.state), found.map(|found| found.kind), found.map(|found| found.report))
        }
        Column::Undated => ((count > 0).then_some(ReportState::Trouble), None, row.undated.first().copied()),
    };
    let side = report.and_then(|report| choose::side(board.cx.selection, report));
    if side.is_some() {
        painter.rect_filled(inner, theme::RADIUS, tokens.chosen);
        painter.rect_stroke(inner, theme::RADIUS, Stroke::new(1.5, tokens.accent), StrokeKind::Inside);
    } else if response.hovered() {
        painter.rect_stroke(inner, theme::RADIUS, Stroke::new(1.0, tokens.accent), StrokeKind::Inside);
    }
    if here {
        painter.rect_stroke(inner, theme::RADIUS, Stroke::new(2.0, tokens.text), StrokeKind::Inside);
    }
    match state {
        Some(state) => marks::report(painter, rect.center(), state, tokens),
        None if cell.column == Column::Undated => {}
        None => marks::missing(painter, rect.center(), tokens),
    }
    let small = FontId::new(size::NOTE, FontFamily::Proportional);
    let mut beside = String::new();
    if kind == Some(Kind::WorkPlan) {
        beside.push_str(&board.words.plan);
    }
    if count > 1 {
        beside.push_str(&format!("+{}", count - 1));
    }
    if !beside.is_empty() {
        let at = rect.center() + vec2(marks::RADIUS + 2.0, 0.0);
        painter.text(at, Align2::LEFT_CENTER, beside, small, tokens.weak);
    }
    response.widget_info(|| {
        let name = card::spoken(board.shown, cell, &board.words, board.cx);
        WidgetInfo::selected(Role::Button, true, side.is_some(), name)
    });
}
