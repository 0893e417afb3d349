//! The rail: one button a view.

use eframe::egui::{Align, Button, Color32, Layout, Stroke, Ui, vec2};

use crate::app::action::{Action, Place};
use crate::app::cx::Cx;
use crate::app::theme::{self, space};

/// Height of a button.
const HEIGHT: f32 = 40.0;

/// A rail narrower than this keeps its room for words.
const TIGHT: f32 = 84.0;

pub fn ui(ui: &mut Ui, now: Place, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = space::XS;
    ui.spacing_mut().button_padding.x = if ui.available_width() < TIGHT { space::XS } else { space::S };
    for (place, id, hint) in [
        (Place::Library, "place-library", "place-library-hint"),
        (Place::Report, "place-report", "place-report-hint"),
        (Place::Compare, "place-compare", "place-compare-hint"),
        (Place::Trend, "place-trend", "place-trend-hint"),
    ] {
        let chosen = place == now;
        let text = if chosen { theme::bold(cx.text(id)).color(cx.tokens.accent) } else { cx.text(id).into() };
        let fill = if chosen { cx.tokens.chosen } else { Color32::TRANSPARENT };
        let button = Button::new(text).truncate().fill(fill).stroke(Stroke::NONE);
        let button = button.min_size(vec2(ui.available_width(), HEIGHT));
        let response = ui.with_layout(Layout::top_down_justified(Align::Min), |ui| ui.add(button)).inner;
        if response.on_hover_text(cx.text(hint)).clicked() {
            actions.push(Action::Visit(place));
        }
    }
}
