//! What is said where there is no library to lay out.

use eframe::egui::{Align, Layout as Arrange, RichText, Ui};

use super::sieve::Shown;
use super::{Layout, View};
use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::theme::{self, space};

/// Widest line of a sentence in the middle of the view, in points.
const SENTENCE: f32 = 560.0;

/// Sentences and buttons in the middle of the view.
fn middle(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let above = (ui.available_height() / 3.0).clamp(space::L, 160.0);
    ui.vertical_centered(|ui| {
        ui.add_space(above);
        ui.set_max_width(SENTENCE.min(ui.available_width()));
        add(ui);
    });
}

/// The library is being opened.
pub fn loading(ui: &mut Ui, cx: &Cx<'_>) {
    middle(ui, |ui| {
        ui.label(RichText::new(cx.text("library-loading")).color(cx.tokens.weak));
    });
}

/// The first reports are being read.
pub fn filling(ui: &mut Ui, cx: &Cx<'_>) {
    middle(ui, |ui| {
        ui.label(theme::title(cx.text("library-filling")));
        ui.label(RichText::new(cx.text("library-filling-note")).color(cx.tokens.weak));
    });
}

/// The library could not be opened.
pub fn failed(ui: &mut Ui, sentence: &str, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    middle(ui, |ui| {
        ui.label(theme::title(cx.text("library-failed")));
        ui.label(RichText::new(sentence).color(cx.tokens.error));
        ui.add_space(space::M);
        for (id, action) in [
            ("library-try-again", Action::Reload),
            ("welcome-library", Action::ChooseLibrary),
            ("library-own-open", Action::OpenOwn),
        ] {
            if ui.button(cx.text(id)).clicked() {
                actions.push(action);
            }
        }
    });
}

/// The filters let nothing through, or no report could be told a place.
pub fn no_match(ui: &mut Ui, view: &mut View, shown: &Shown, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    middle(ui, |ui| {
        if shown.filter.is_empty() {
            let count = shown.overview.reports.len();
            ui.label(theme::title(cx.text("library-no-places")));
            ui.label(cx.format("library-no-places-note", &[("count", count.into())]));
            if ui.button(cx.text("library-show-list")).clicked() {
                view.layout = Layout::List;
            }
            return;
        }
        ui.label(theme::title(cx.text("library-no-match")));
        ui.label(RichText::new(cx.text("library-no-match-note")).color(cx.tokens.weak));
        ui.add_space(space::S);
        ui.with_layout(Arrange::top_down(Align::Center), |ui| {
            if ui.button(cx.text("filter-clear")).clicked() {
                super::bar::clear(view, cx, actions);
            }
        });
    });
}
