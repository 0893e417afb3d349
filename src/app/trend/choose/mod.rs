//! The left pane: indicators and places to choose from.

mod indicators;
mod list;
mod places;

use std::sync::Arc;

use eframe::egui::{Button, Id, Key, Layout, Modifiers, TextEdit, Ui, Vec2};

use super::super::action::Action;
use super::super::cx::Cx;
use super::super::keyboard::{Region, pane};
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
    look_for(ui);
    let (width, height) = (ui.available_width(), ui.available_height());
    ui.allocate_ui(Vec2::new(width, height * INDICATORS), |ui| {
        ui.set_min_height(height * INDICATORS);
        let _pane = pane(ui, Region::View);
        indicators::ui(ui, &mut state.indicators, cx, actions);
    });
    ui.separator();
    let _pane = pane(ui, Region::View);
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

/// The fields that the lists are searched with.
const FIELDS: [&str; 2] = ["trend_find_indicator", "trend_find_place"];

/// Ctrl+F leads into the first field, and from there into the second.
fn look_for(ui: &Ui) {
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::F)) {
        let [first, second] = FIELDS.map(Id::unique);
        ui.memory_mut(|memory| memory.request_focus(if memory.has_focus(first) { second } else { first }));
    }
}

/// What was asked for by keys in the field that searches a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Asked {
    /// Enter: the first that was found is to be chosen.
    first: bool,
    /// ↓: the list is to take the keyboard.
    list: bool,
}

/// Paints the field that searches a list.
fn search(ui: &mut Ui, field: &str, text: &mut String, hint: String) -> Asked {
    let id = Id::unique(field);
    let here = ui.memory(|memory| memory.has_focus(id));
    let pressed = |key| here && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let asked = Asked { first: pressed(Key::Enter) && !text.trim().is_empty(), list: pressed(Key::ArrowDown) };
    // A hint names a field only while it is empty.
    ui.add(TextEdit::singleline(text).id(id).hint_text(&hint).desired_width(f32::INFINITY)).accessible_name(hint);
    asked
}

#[cfg(test)]
mod tests;
