//! The menu of a cell: open, mark, other documents; import where there is nothing.

use eframe::egui::containers::menu::menu_style;
use eframe::egui::{Align, Button, Id, Layout, Popup, PopupAnchor, PopupKind, Rect, Ui};

use super::grid::{Cell, Column};
use super::sieve::Shown;
use super::{card, choose};
use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::theme;
use crate::i18n::labels;
use crate::jobs::desk::PlaceRow;
use crate::store::ReportId;

/// Width of the menu.
const WIDTH: f32 = 240.0;

/// A menu that is open.
#[derive(Clone, Copy, Debug)]
pub struct Menu {
    cell: Cell,
    at: Rect,
    /// Whether its first line takes the keyboard in the next frame.
    takes_keys: bool,
}

impl Menu {
    /// The menu of a cell that lies at `at`.
    pub fn new(cell: Cell, at: Rect, takes_keys: bool) -> Self {
        Self { cell, at, takes_keys }
    }
}

/// Paints the menu if one is open; afterwards the keyboard is with `back` again.
pub fn ui(ui: &Ui, menu: &mut Option<Menu>, shown: &Shown, back: Id, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let Some(open) = menu.as_mut() else { return };
    let (cell, mut stays, takes_keys) = (open.cell, true, std::mem::take(&mut open.takes_keys));
    let Some(row) = shown.overview.rows.get(cell.row as usize) else { return *menu = None };
    // One for each cell: the click that opens the next one would else close it at once.
    let popup =
        Popup::new(Id::unique(("cell_menu", cell)), ui.ctx().clone(), PopupAnchor::from(open.at), ui.layer_id());
    popup
        .kind(PopupKind::Menu)
        .layout(Layout::top_down_justified(Align::Min))
        .style(menu_style)
        .width(WIDTH)
        .gap(2.0)
        .open_bool(&mut stays)
        .show(|ui| lines(ui, (row, cell), shown, takes_keys, cx, actions));
    if !stays {
        *menu = None;
        ui.memory_mut(|memory| memory.request_focus(back));
    }
}

fn lines(
    ui: &mut Ui,
    (row, cell): (&PlaceRow, Cell),
    shown: &Shown,
    takes_keys: bool,
    cx: &Cx<'_>,
    actions: &mut Vec<Action>,
) {
    ui.set_min_width(WIDTH);
    let all = card::reports_of(row, cell.column);
    let mut first = takes_keys;
    let mut line = |ui: &mut Ui, text: String, action: Option<Action>| -> bool {
        let response = ui.add(Button::new(text).truncate());
        if std::mem::take(&mut first) {
            response.request_focus();
        }
        let clicked = response.clicked();
        if clicked {
            actions.extend(action);
            ui.close();
        }
        clicked
    };
    let heading = card::heading(&row.body, cell.column, cx);
    if all.is_empty() {
        ui.label(theme::note(cx.format("menu-missing", &[("what", heading.into())]), cx.tokens));
        line(ui, cx.text("welcome-files"), Some(Action::ChooseFiles));
        line(ui, cx.text("welcome-folder"), Some(Action::ChooseFolder));
        return;
    }
    ui.label(theme::note(heading, cx.tokens));
    let mut marking = None;
    for (at, &id) in all.iter().enumerate() {
        let text = if at == 0 && cell.column != Column::Undated { cx.text("menu-open") } else { other(shown, id, cx) };
        line(ui, text, Some(choose::open(id)));
    }
    let id = all[0];
    let marked = choose::side(cx.selection, id).is_some();
    if line(ui, cx.text(if marked { "menu-unmark" } else { "menu-mark" }), None) {
        marking = Some(id);
    }
    let chosen = cx.selection.bodies.contains(&row.body);
    let text = cx.text(if chosen { "menu-body-out" } else { "menu-body-in" });
    line(ui, text, Some(choose::toggle_body(cx.selection, &row.body)));
    if let Some(id) = marking {
        choose::mark(cx.selection, id, actions);
    }
}

/// Another document of a cell by its kind and title.
fn other(shown: &Shown, id: ReportId, cx: &Cx<'_>) -> String {
    let Some(report) = shown.index.report(id).and_then(|at| shown.overview.reports.get(at)) else {
        return cx.text("value-unknown");
    };
    let kind = cx.text(labels::kind(report.kind));
    let title = report.title.clone().unwrap_or_else(|| report.file_name.clone());
    cx.format("menu-open-other", &[("kind", kind.into()), ("title", title.into())])
}
