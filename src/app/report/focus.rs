//! A pane that takes the keyboard as a whole: ↑ and ↓ are its own, and a ring shows it once keys brought the focus.

use eframe::egui::{CornerRadius, EventFilter, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use crate::app::theme;

/// The pane, and how the keyboard came to it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Focus {
    id: Option<Id>,
    ringed: bool,
}

impl Focus {
    /// The pane's id, once it was painted.
    pub fn id(&self) -> Option<Id> {
        self.id
    }

    /// Offers the pane to the keyboard. A press of the pointer inside it brings the keyboard here without a ring.
    pub fn offer(&mut self, ui: &Ui, rect: Rect, salt: &str, role: Role, name: &str) -> Response {
        let response = ui.interact(rect, ui.scope_id().with(salt), Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(role, true, name));
        self.id = Some(response.id);
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = ui.input(|input| input.pointer.primary_pressed());
        if pressed && ui.rect_contains_pointer(rect) {
            response.request_focus();
        }
        self.ringed = response.has_focus() && !pressed && (self.ringed || response.gained_focus());
        response
    }

    /// Paints the ring, over what the pane holds.
    pub fn ring(&self, ui: &Ui, rect: Rect) {
        if self.ringed {
            let line = Stroke::new(2.0, theme::tokens(ui).accent);
            ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::ZERO, line, StrokeKind::Inside);
        }
    }
}
