//! The status line: the running job, how much was reviewed, unread notices.

use eframe::egui::{Align, Label, Layout, RichText, TextStyle, Ui};

use crate::app::action::{Action, Place};
use crate::app::cx::Cx;
use crate::app::state::App;
use crate::app::theme::{self, size, space};
use crate::i18n::numbers;

/// Width of the bar of progress.
const BAR: f32 = 120.0;

pub fn ui(ui: &mut Ui, app: &App, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    ui.style_mut().override_text_style = Some(TextStyle::Small);
    ui.spacing_mut().interact_size.y = 20.0;
    ui.spacing_mut().button_padding.y = 0.0;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        notices(ui, app, cx, actions);
        if let Some(page) = cx.overview {
            let counts = [
                ("reports", numbers::number(page.reports.len() as f64).into()),
                ("decided", numbers::number(page.decided as f64).into()),
                ("figures", numbers::number(page.figures as f64).into()),
            ];
            ui.label(RichText::new(cx.format("status-counts", &counts)).size(size::NOTE).color(cx.tokens.weak));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| job(ui, app, cx, actions));
    });
}

fn notices(ui: &mut Ui, app: &App, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let count = app.notices.len();
    if count == 0 {
        return;
    }
    let open = app.notices.open;
    if ui.selectable_label(open, cx.format("status-notices", &[("count", count.into())])).clicked() {
        actions.push(Action::ShowNotices(!open));
    }
}

fn job(ui: &mut Ui, app: &App, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    if let Some(anew) = &app.anew {
        return running(ui, "status-anew", (anew.done, anew.total, &anew.item), cx, actions);
    }
    let Some(import) = app.import.as_ref().filter(|import| import.running()) else {
        if app.import.is_some() {
            results(ui, app, cx, actions);
        }
        if app.pages.library.is_loading() {
            ui.label(cx.text("status-opening"));
        } else if !app.exports.is_empty() {
            ui.label(cx.text("status-exporting"));
        }
        return;
    };
    running(ui, "status-importing", import.progress(), cx, actions);
}

/// How far a job is, and the button that stops it.
fn running(
    ui: &mut Ui,
    words: &str,
    (done, total, name): (usize, usize, &str),
    cx: &Cx<'_>,
    actions: &mut Vec<Action>,
) {
    let share = if total == 0 { 0.0 } else { done as f32 / total as f32 };
    ui.add(theme::progress(share, BAR, cx.tokens));
    if ui.button(cx.text("status-cancel")).clicked() {
        actions.push(Action::CancelJob);
    }
    ui.add_space(space::XS);
    let arguments = [("done", done.into()), ("total", total.into()), ("name", name.into())];
    let id = if total == 0 { "status-listing" } else { words };
    ui.add(Label::new(cx.format(id, &arguments)).truncate());
}

/// Shows or hides what an import did.
fn results(ui: &mut Ui, app: &App, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let text = cx.text(if app.results_open { "status-results-hide" } else { "status-results-show" });
    if ui.button(text).clicked() {
        actions.push(Action::ShowResults(!app.results_open));
        actions.push(Action::Visit(Place::Library));
    }
}
