//! The row over the chart: how values are laid out, which years, reviewed only, export.

use eframe::egui::{Align, ComboBox, Key, KeyboardShortcut, Layout, Modifiers, Ui, vec2};

use super::segment;
use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::theme::{self, space};
use crate::chart::ChartKind;

/// Opens the export.
const EXPORT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::E);
/// Width of a menu of years.
const YEAR: f32 = 48.0;

/// Paints it.
pub fn ui(ui: &mut Ui, drawn: bool, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let row = vec2(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Min), |ui| {
        export(ui, drawn, cx, actions);
        ui.with_layout(Layout::left_to_right(Align::Center).with_main_wrap(true), |ui| {
            kinds(ui, cx, actions);
            years(ui, cx, actions);
            let mut only = cx.selection.reviewed_only;
            if theme::check(ui, &mut only, cx.text("trend-reviewed-only")).changed() {
                actions.push(Action::SetReviewedOnly(only));
            }
        });
    });
    ui.separator();
}

fn kinds(ui: &mut Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let now = cx.selection.kind;
    let kinds = [
        (ChartKind::Line, "trend-kind-line"),
        (ChartKind::Bars, "trend-kind-bars"),
        (ChartKind::Slope, "trend-kind-slope"),
    ];
    ui.spacing_mut().item_spacing.x = space::XS;
    for (kind, id) in kinds {
        if segment(ui, now == kind, cx.text(id)) {
            actions.push(Action::SetKind(kind));
            // The one year of bars makes no line.
            if now == ChartKind::Bars && cx.selection.years.is_some_and(|(first, last)| first == last) {
                actions.push(Action::SetYears(None));
            }
        }
    }
    ui.spacing_mut().item_spacing.x = space::S;
}

fn export(ui: &mut Ui, drawn: bool, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let button = ui.add_enabled(drawn, eframe::egui::Button::new(cx.text("trend-export")));
    let button =
        button.on_hover_text(cx.text("trend-export-hint")).on_disabled_hover_text(cx.text("trend-export-none"));
    if button.clicked() || drawn && ui.input_mut(|input| input.consume_shortcut(&EXPORT)) {
        actions.push(Action::ShowExport(true));
    }
}

fn years(ui: &mut Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let known = cx.overview.map_or(&[][..], |overview| &overview.years);
    let (Some(&first), Some(&last)) = (known.first(), known.last()) else { return };
    let (from, to) = cx.selection.years.unwrap_or((first, last));
    if cx.selection.kind == ChartKind::Bars {
        let automatic = cx.selection.years.is_none();
        let shown = if automatic { cx.text("trend-year-latest") } else { to.to_string() };
        if let Some(year) =
            year(ui, "trend_year", cx.text("trend-year"), &shown, Some(to).filter(|_| !automatic), known)
        {
            actions.push(Action::SetYears(Some((year, year))));
        }
    } else {
        if let Some(year) = year(ui, "trend_from", cx.text("trend-from"), &from.to_string(), Some(from), known) {
            actions.push(Action::SetYears(Some((year, to.max(year)))));
        }
        ui.label("–");
        if let Some(year) = year(ui, "trend_to", cx.text("trend-to"), &to.to_string(), Some(to), known) {
            actions.push(Action::SetYears(Some((from.min(year), year))));
        }
    }
    let all = ui.add_enabled(cx.selection.years.is_some(), eframe::egui::Button::new(cx.text("trend-years-all")));
    if all.clicked() {
        actions.push(Action::SetYears(None));
    }
}

/// A menu of years; the one picked.
fn year(ui: &mut Ui, id: &str, name: String, shown: &str, now: Option<i32>, known: &[i32]) -> Option<i32> {
    let mut picked = None;
    let menu = ComboBox::from_id_salt(id).selected_text(shown).width(YEAR).show_ui(ui, |ui| {
        for &year in known {
            if ui.selectable_label(now == Some(year), year.to_string()).clicked() {
                picked = Some(year);
            }
        }
    });
    menu.response.widget_info(|| {
        use eframe::egui::accesskit::Role;
        let mut info = eframe::egui::WidgetInfo::labeled(Role::ComboBox, true, &name);
        info.current_text_value = Some(shown.to_owned());
        info
    });
    menu.response.on_hover_text(name);
    picked.filter(|year| now != Some(*year))
}
