//! The thin overview at the right edge: the blocks in the colours of their sections, and where figures differ.

use eframe::egui::{CornerRadius, CursorIcon, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::layout::{HEAD, Item, Stack, strip_row};
use super::strip;
use crate::app::cx::Cx;
use crate::app::theme::space;
use crate::jobs::desk::ComparePage;

/// Its width.
pub const WIDTH: f32 = 18.0;

/// Paints it; gives the height of the stack that was clicked.
pub fn ui(ui: &mut Ui, rect: Rect, page: &ComparePage, stack: &Stack, y: f64, cx: &Cx<'_>) -> Option<f64> {
    let response = ui.interact(rect, ui.scope_id().with("overview"), Sense::CLICK | Sense::DRAG);
    let name = cx.text("pair-overview");
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, &name));
    let total = stack.total().max(1.0);
    let scale = |at: f64| rect.top() + (at / total) as f32 * rect.height();
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::ZERO, cx.tokens.panel);
    for (number, span) in stack.spans.iter().enumerate() {
        let extent = stack.extent(number);
        let (top, bottom) = (scale(extent.start), scale(extent.end));
        let block = Rect::from_min_max(pos2(rect.left() + 2.0, top + 1.0), pos2(rect.left() + 6.0, bottom - 1.0));
        painter.rect_filled(block, CornerRadius::same(2), cx.tokens.section(span.section));
        for (item, offset) in &span.items {
            let Item::Row(block, group, row) = *item else { continue };
            let Some(row) = strip_row(page, (block, group, row)) else { continue };
            let both = row.difference.is_some();
            let at = scale(extent.start + HEAD + f64::from(*offset));
            let mark = Rect::from_min_size(pos2(rect.left() + 8.0, at), vec2(if both { 8.0 } else { space::XS }, 2.0));
            let ink = if strip::differs(row) { cx.tokens.accent } else { cx.tokens.line };
            painter.rect_filled(mark, CornerRadius::ZERO, ink);
        }
    }
    let seen = Rect::from_min_max(
        pos2(rect.left(), scale(y)),
        pos2(rect.right(), scale(y + f64::from(rect.height())).min(rect.bottom())),
    );
    painter.rect_stroke(seen, CornerRadius::same(2), cx.tokens.hairline(), eframe::egui::StrokeKind::Inside);
    let pointer = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged());
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(name);
    pointer.map(|pointer| f64::from((pointer.y - rect.top()) / rect.height()) * total)
}
