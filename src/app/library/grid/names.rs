//! The names at the left of the grid: whose values are charted.

use eframe::egui::{
    Align2, FontId, Rect, RichText, Role, Sense, Stroke, StrokeKind, TextStyle, TextWrapMode, Ui, WidgetInfo,
    WidgetText, pos2, vec2,
};

use super::{Board, State, marks};
use crate::app::action::Action;
use crate::app::library::filter::Line;
use crate::app::library::{card, choose};
use crate::app::theme::{size, space};
use crate::i18n::labels;
use crate::jobs::desk::PlaceRow;

/// How far a body stands in below the one that it belongs to.
const STEP: f32 = 16.0;

/// Paints the names that are seen.
pub fn ui(ui: &mut Ui, state: &mut State, board: &Board<'_>, actions: &mut Vec<Action>) {
    let tokens = board.cx.tokens;
    let strip = board.plan.names_seen();
    ui.painter().rect_filled(strip, 0, tokens.page);
    for line in board.plan.lines_seen() {
        let Some((row, place)) = board.row(line) else { continue };
        let rect = board.plan.name(line);
        let chosen = board.cx.selection.bodies.contains(&row.body);
        let response = ui.interact(rect, board.id.with((place.row, "name")), Sense::CLICK);
        let here = board.focused && (state.line, state.column) == (line, None);
        let over = board.over == Some(line);
        paint(ui, rect, board, row, place, (chosen, over, here));
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, chosen, &row.body.name));
        if response.clicked() {
            (state.line, state.column) = (line, None);
            ui.memory_mut(|memory| memory.request_focus(board.id));
            actions.push(choose::toggle_body(board.cx.selection, &row.body));
        }
        if response.hovered() {
            response.on_hover_ui(|ui| card::body(ui, row, chosen, board.cx));
        }
    }
    if board.plan.seen.left() > board.plan.origin.x {
        ui.painter().vline(strip.right() - 0.5, strip.y_range(), tokens.hairline());
    }
}

fn paint(ui: &Ui, rect: Rect, board: &Board<'_>, row: &PlaceRow, line: Line, (chosen, over, here): (bool, bool, bool)) {
    let (painter, tokens) = (ui.painter(), board.cx.tokens);
    if chosen || over {
        painter.rect_filled(rect, 0, if chosen { tokens.chosen } else { tokens.hover });
    }
    painter.hline(rect.x_range(), rect.bottom(), tokens.hairline());
    if here {
        painter.rect_stroke(rect.shrink(1.0), 3, Stroke::new(2.0, tokens.text), StrokeKind::Inside);
    }
    // Deep below many others the name still has room.
    let indent = STEP * f32::from(line.depth.min(4));
    let tick = pos2(rect.left() + indent + space::M, rect.center().y);
    marks::tick(painter, tick, chosen, tokens);
    let left = tick.x + space::L;
    let mut right = rect.right() - space::S;
    if let Some(aside) = aside(row, line, board) {
        let font = FontId::proportional(size::NOTE);
        let words = painter.layout_no_wrap(aside, font, tokens.weak);
        let font = TextStyle::Body.resolve(ui.style());
        let whole = painter.layout_no_wrap(row.body.name.clone(), font, tokens.text).size().x;
        if right - left - words.size().x - space::S >= whole {
            let at = Align2::RIGHT_CENTER.align_size_within_rect(words.size(), rect.with_max_x(right));
            right = at.left() - space::S;
            painter.galley(at.min, words, tokens.weak);
        }
    }
    let text = WidgetText::from(RichText::new(&row.body.name).color(tokens.text));
    let name = text.into_galley(ui, Some(TextWrapMode::Truncate), right - left, TextStyle::Body);
    let at = pos2(left, rect.center().y - name.size().y / 2.0);
    painter.galley(at + vec2(0.0, 0.5), name, tokens.text);
}

/// What tells it from others at a glance: the level of an office, the place above a county that stands alone.
fn aside(row: &PlaceRow, line: Line, board: &Board<'_>) -> Option<String> {
    if !row.government {
        return Some(board.cx.text(labels::level(row.level)));
    }
    let above = row.body.place.len().checked_sub(2).filter(|&above| above > 0 && line.depth == 0)?;
    row.body.place.get(above).cloned()
}
