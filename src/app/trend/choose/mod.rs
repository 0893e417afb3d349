//! The left pane: indicators and places to choose from.

mod indicators;
mod list;
mod places;

use std::sync::Arc;

use eframe::egui::{Button, Layout, TextEdit, Ui, Vec2};

use super::super::action::Action;
use super::super::cx::Cx;
use super::super::theme;
use crate::jobs::desk::TrendPage;

/// The share of the pane that the indicators take.
const INDICATORS: f32 = 0.54;

/// What the pane remembers.
#[derive(Default)]
pub struct State {
    indicators: indicators::State,
    places: places::State,
}

/// Paints the pane.
pub fn ui(ui: &mut Ui, state: &mut State, page: Option<&Arc<TrendPage>>, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let (width, height) = (ui.available_width(), ui.available_height());
    ui.allocate_ui(Vec2::new(width, height * INDICATORS), |ui| {
        ui.set_min_height(height * INDICATORS);
        indicators::ui(ui, &mut state.indicators, cx, actions);
    });
    ui.separator();
    places::ui(ui, &mut state.places, page, cx, actions);
}

/// The name of a list with the number chosen, and a button that chooses none; whether it was clicked.
fn heading(ui: &mut Ui, name: &str, chosen: usize, cx: &Cx<'_>) -> bool {
    ui.horizontal(|ui| {
        ui.label(theme::bold(name));
        if chosen == 0 {
            return false;
        }
        ui.label(theme::note(cx.format("trend-chosen", &[("count", chosen.into())]), cx.tokens));
        ui.with_layout(Layout::right_to_left(eframe::egui::Align::Center), |ui| {
            let text = theme::note(cx.text("trend-clear"), cx.tokens);
            ui.add(Button::new(text).small().frame(false)).on_hover_text(cx.text("trend-clear-hint")).clicked()
        })
        .inner
    })
    .inner
}

/// The field that a list is searched with.
fn search(ui: &mut Ui, id: &str, text: &mut String, hint: String) {
    let field = TextEdit::singleline(text).id_salt(id).hint_text(&hint).desired_width(f32::INFINITY);
    // A hint names a field only while it is empty.
    ui.add(field).accessible_name(hint);
}

/// A list of what is chosen, with one thing more or one less.
fn toggled<T: Clone + PartialEq>(chosen: &[T], item: &T) -> Vec<T> {
    let mut now: Vec<T> = chosen.iter().filter(|own| *own != item).cloned().collect();
    if now.len() == chosen.len() {
        now.push(item.clone());
    }
    now
}

#[cfg(test)]
mod tests;
