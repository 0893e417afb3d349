//! 网格: bodies by years. Names and years stay in view; only what is seen is painted.

mod cells;
mod keys;
mod marks;
mod names;
mod plan;

use eframe::egui::scroll_area::ScrollBarVisibility;
use eframe::egui::style::ScrollAnimation;
use eframe::egui::{Align2, FontFamily, FontId, Id, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::menu::{self, Menu};
use super::sieve::Shown;
use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::theme::{self, size, space};
use crate::jobs::desk::{PlaceRow, ReportState};
use plan::Plan;

pub use cells::Words;
pub use plan::{Cell, Column, documents};

/// Height of the legend.
const LEGEND: f32 = 28.0;

/// Where the keyboard is, and the menu that is open.
#[derive(Debug, Default)]
pub struct State {
    /// The body, counted in those shown.
    line: usize,
    /// The column; `None` for the name.
    column: Option<usize>,
    menu: Option<Menu>,
    /// Whether it is to take the keyboard.
    pub enter: bool,
}

/// What the parts of the grid paint from.
struct Board<'a> {
    shown: &'a Shown,
    cx: &'a Cx<'a>,
    plan: Plan,
    words: Words,
    id: Id,
    focused: bool,
    /// The body under the pointer.
    over: Option<usize>,
}

impl Board<'_> {
    fn row(&self, line: usize) -> Option<(&PlaceRow, super::filter::Line)> {
        let line = *self.shown.lines.get(line)?;
        Some((self.shown.overview.rows.get(line.row as usize)?, line))
    }
}

/// Paints the grid and its legend.
pub fn ui(ui: &mut Ui, state: &mut State, shown: &Shown, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let id = ui.make_persistent_id("place_grid");
    let height = ui.available_height() - LEGEND - ui.spacing().item_spacing.y;
    let focused = ui.memory(|memory| memory.has_focus(id));
    let plan = Plan::new(shown, ui.available_width() - space::M);
    let mut board = Board { shown, cx, plan, words: Words::new(cx), id, focused, over: None };
    state.line = state.line.min(shown.lines.len().saturating_sub(1));
    state.column = state.column.map(|column| column.min(board.plan.columns.len().saturating_sub(1)));
    ScrollArea::both()
        .id_salt("place_grid_scroll")
        .auto_shrink(false)
        .max_height(height)
        .scroll_bar_visibility(ScrollBarVisibility::VisibleWhenNeeded)
        .show_viewport(ui, |ui, viewport| {
            board.plan.origin = ui.max_rect().min;
            ui.set_min_size(board.plan.size());
            board.plan.seen = viewport.translate(board.plan.origin.to_vec2()).intersect(ui.clip_rect());
            let under = |line: &usize| ui.rect_contains_pointer(board.plan.line(*line).intersect(board.plan.seen));
            board.over = board.plan.lines_seen().find(under);
            content(ui, state, &board, actions);
        });
    legend(ui, &board);
    menu::ui(ui, &mut state.menu, shown, id, cx, actions);
}

fn content(ui: &mut Ui, state: &mut State, board: &Board<'_>, actions: &mut Vec<Action>) {
    let plan = &board.plan;
    let grid = ui.interact(plan.seen, board.id, Sense::focusable_noninteractive());
    grid.widget_info(|| WidgetInfo::labeled(Role::Grid, true, board.cx.text("grid-name")));
    if std::mem::take(&mut state.enter) {
        grid.request_focus();
    }
    if board.focused && keys::read(ui, state, board, actions) {
        let target = plan.around(state.line, state.column);
        ui.scroll_to_rect_animation(target, None, ScrollAnimation::none());
    }
    stripes(ui, board);
    let part = |rect| UiBuilder::new().max_rect(rect).sense(Sense::hover());
    ui.scope_builder(part(plan.body_seen()).id_salt("cells"), |ui| {
        ui.set_clip_rect(plan.body_seen());
        cells::ui(ui, state, board, actions);
    });
    ui.scope_builder(part(plan.names_seen()).id_salt("names"), |ui| {
        ui.set_clip_rect(plan.names_seen());
        names::ui(ui, state, board, actions);
    });
    ui.scope_builder(part(plan.heads_seen()).id_salt("heads"), |ui| heads(ui, board));
}

/// The row under the pointer, and hairlines under all.
fn stripes(ui: &Ui, board: &Board<'_>) {
    let (plan, tokens) = (&board.plan, board.cx.tokens);
    let painter = ui.painter().with_clip_rect(plan.seen);
    for line in plan.lines_seen() {
        let rect = plan.line(line);
        if board.over == Some(line) {
            painter.rect_filled(rect, 0, tokens.hover);
        }
        painter.hline(rect.x_range(), rect.bottom(), tokens.hairline());
    }
}

/// The years, over everything that scrolls below them.
fn heads(ui: &mut Ui, board: &Board<'_>) {
    let (plan, tokens) = (&board.plan, board.cx.tokens);
    let strip = plan.heads_seen().with_min_x(plan.seen.left());
    let whole = ui.painter().with_clip_rect(strip.expand2(vec2(0.0, 1.0)));
    whole.rect_filled(strip, 0, tokens.page);
    let end = plan.origin.x + plan.size().x;
    whole.hline(strip.left()..=end.min(strip.right()), strip.bottom(), tokens.hairline());
    let font = FontId::new(size::NOTE, FontFamily::Proportional);
    let corner = pos2(strip.left() + space::XS, strip.center().y);
    whole.text(corner, Align2::LEFT_CENTER, board.cx.text("grid-body"), font.clone(), tokens.weak);
    let painter = ui.painter().with_clip_rect(plan.heads_seen());
    for at in plan.columns_seen() {
        let text = match plan.columns[at] {
            Column::Year(year) => year.to_string(),
            Column::Undated => board.cx.text("grid-undated"),
        };
        painter.text(plan.head(at).center(), Align2::CENTER_CENTER, text, font.clone(), tokens.weak);
    }
    let last = plan.head(plan.columns.len());
    let right = pos2(last.right() - space::XS, last.center().y);
    painter.text(right, Align2::RIGHT_CENTER, board.cx.text("grid-indicators"), font, tokens.weak);
}

/// What the marks mean, and what can be done.
fn legend(ui: &mut Ui, board: &Board<'_>) {
    let (cx, tokens) = (board.cx, board.cx.tokens);
    ui.horizontal(|ui| {
        ui.set_height(LEGEND);
        ui.spacing_mut().item_spacing.x = space::XS;
        let states = [ReportState::Reviewed, ReportState::Pending, ReportState::Trouble].map(Some);
        for state in states.into_iter().chain([None]) {
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
            match state {
                Some(state) => marks::report(ui.painter(), rect.center(), state, tokens),
                None => marks::missing(ui.painter(), rect.center(), tokens),
            }
            ui.label(theme::note(board.words.state(state), tokens));
            ui.add_space(space::S);
        }
        ui.label(theme::note(cx.text("grid-plan-legend"), tokens));
        ui.add_space(space::L);
        ui.add(eframe::egui::Label::new(theme::note(cx.text("grid-hint"), tokens)).truncate());
    });
}
