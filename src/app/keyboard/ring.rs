//! Showing where the keyboard is: a ring around the widget, and scrolling it into sight.

use eframe::egui::{Context, Id, Sense, Stroke, StrokeKind, Ui};

use crate::app::theme::{self, RADIUS};

fn key() -> Id {
    Id::unique("keyboard_moved")
}

/// Notes the widget to which keys brought the keyboard in this pass.
pub fn moved(context: &Context, to: Option<Id>) {
    context.data_mut(|data| data.insert_temp(key(), to));
}

/// Scrolls to the widget that the keyboard came to, if it is one of those painted in this `Ui` of a scroll area.
pub fn follow(ui: &Ui) {
    let Some(id) = ui.ctx().data(|data| data.get_temp::<Option<Id>>(key())).flatten() else { return };
    let found = ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get(id).copied());
    let Some(widget) = found.filter(|widget| widget.layer_id == ui.layer_id()) else { return };
    if ui.min_rect().contains(widget.rect.center()) && !ui.clip_rect().contains_rect(widget.rect) {
        ui.scroll_to_rect(widget.rect, None);
    }
}

/// Paints a ring around the widget that has the keyboard. Panes show it their own way.
pub fn paint(context: &Context) {
    let Some(id) = context.memory(|memory| memory.focused()) else { return };
    let Some(widget) = context.viewport(|viewport| viewport.this_pass.widgets.get(id).copied()) else { return };
    if !widget.sense.contains(Sense::CLICK) || !widget.interact_rect.is_positive() {
        return;
    }
    let tokens = theme::of(context.theme());
    let ring = Stroke::new(2.0, tokens.accent);
    let painter = context.layer_painter(widget.layer_id).with_clip_rect(widget.interact_rect.expand(2.0));
    painter.rect_stroke(widget.rect, RADIUS, ring, StrokeKind::Inside);
}
