//! Where a long text is scrolled to. Places are kept in 64 bits: 34 MB of text are millions of points high.

use eframe::egui::{CornerRadius, Rect, Role, Sense, Ui, WidgetInfo, pos2};

use crate::app::theme::{RADIUS, Tokens, space};

/// Width of a bar in points.
pub const BAR: f32 = 10.0;
/// Height of a handle at least.
const HANDLE: f32 = 32.0;

/// The first point seen, counted from the top of the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scroll {
    /// In points.
    pub y: f64,
    /// Where in the handle it was taken hold of.
    grip: Option<f32>,
}

impl Scroll {
    /// How far the wheel turned over `rect`, in points down; nobody else takes it.
    pub fn wheel(ui: &Ui, rect: Rect) -> f32 {
        if !ui.rect_contains_pointer(rect) {
            return 0.0;
        }
        ui.input_mut(|input| -std::mem::take(&mut input.smooth_scroll_delta.y))
    }

    /// Keeps the text from being scrolled away.
    pub fn clamp(&mut self, seen: f32, total: f64) {
        self.y = self.y.clamp(0.0, (total - f64::from(seen)).max(0.0));
    }

    /// Paints the bar at the right edge of `rect`, and follows it. Gives how far it was moved, in points.
    pub fn bar(&mut self, ui: &Ui, rect: Rect, total: f64, name: &str, tokens: &Tokens) -> f64 {
        let seen = f64::from(rect.height());
        if total <= seen {
            return 0.0;
        }
        let track = Rect::from_min_max(pos2(rect.right() - BAR, rect.top()), rect.right_bottom());
        let height = ((seen / total) as f32 * track.height()).max(HANDLE).min(track.height());
        let (most, room) = (total - seen, track.height() - height);
        let top = track.top() + (self.y / most) as f32 * room;
        let response = ui.interact(track, ui.scope_id().with(name), Sense::CLICK | Sense::DRAG);
        response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, name));
        let before = self.y;
        if let Some(pointer) = response.interact_pointer_pos() {
            let inside = pointer.y - top;
            let middle = height / 2.0;
            let grip = *self.grip.get_or_insert(if (0.0..=height).contains(&inside) { inside } else { middle });
            self.y = f64::from((pointer.y - grip - track.top()) / room.max(1.0)).clamp(0.0, 1.0) * most;
        } else {
            self.grip = None;
        }
        let wide = response.hovered() || self.grip.is_some();
        let (colour, width) = if wide { (tokens.weak, BAR - 2.0) } else { (tokens.line, space::XS) };
        let top = track.top() + (self.y / most) as f32 * room;
        let handle =
            Rect::from_min_max(pos2(track.right() - 1.0 - width, top), pos2(track.right() - 1.0, top + height));
        ui.painter().rect_filled(handle, CornerRadius::same(RADIUS), colour);
        self.y - before
    }
}
