//! The list of keys.

use eframe::egui::{Grid, ScrollArea, Ui};

use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::keys::LIST;
use crate::app::theme::{self, space};

pub fn ui(ui: &mut Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    ui.set_width(460.0);
    ui.label(theme::title(cx.text("keys-title")));
    ui.add_space(space::S);
    let height = ui.ctx().content_rect().height() - 160.0;
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        Grid::new("keys_grid").num_columns(2).spacing([space::XL, space::XS]).show(ui, |ui| {
            for (keys, id) in LIST {
                ui.label(theme::bold(*keys));
                ui.label(cx.text(id));
                ui.end_row();
            }
        });
    });
    ui.add_space(space::S);
    ui.horizontal(|ui| {
        if ui.button(cx.text("keys-close")).clicked() {
            actions.push(Action::ShowKeys(false));
        }
        if ui.button(cx.text("keys-reset-layout")).clicked() {
            actions.push(Action::ResetLayout);
        }
    });
}
