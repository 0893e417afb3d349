//! A list with a box to tick in each row: only the rows in view are painted, and none moves under the pointer.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align2, Color32, FontId, Pos2, Rect, Response, ScrollArea, Sense, Stroke, TextWrapMode, Ui, Vec2, WidgetInfo,
    WidgetText,
};

use crate::app::cx::Cx;
use crate::app::theme::{self, RADIUS, Tokens, size, space};
use crate::app::trend::marker;

/// Height of a row.
const ROW: f32 = 28.0;
/// Side of a box.
const BOX: f32 = 16.0;

/// A row of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// The name of the rows below, with a colour of its own where it is a section.
    Head(String, Color32),
    /// Something to choose.
    Item(Item),
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its position among what can be chosen.
    pub at: usize,
    /// Its name.
    pub name: String,
    /// What stands at the right end.
    pub note: String,
    /// More about it.
    pub hint: String,
    /// Whether it can be chosen.
    pub enabled: bool,
}

/// The first item that can be chosen and is not chosen yet.
pub fn first(rows: &[Row], is_chosen: impl Fn(usize) -> bool) -> Option<usize> {
    rows.iter().find_map(|row| match row {
        Row::Item(item) if item.enabled && !is_chosen(item.at) => Some(item.at),
        _ => None,
    })
}

/// Paints the list into the room that is left. Returns the item that was clicked, and whether pointer or focus is in it:
/// then its order is to stay. `enter` brings the keyboard to its first item.
pub fn ui(
    ui: &mut Ui,
    id: &str,
    rows: &[Row],
    look: impl Fn(usize) -> (bool, Option<usize>),
    mut enter: bool,
    cx: &Cx<'_>,
) -> (Option<usize>, bool) {
    let (mut clicked, mut held) = (None, false);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut area = ScrollArea::vertical().id_salt(id).auto_shrink(false);
    if enter {
        area = area.vertical_scroll_offset(0.0);
    }
    let out = area.show_viewport(ui, |ui, seen| {
        let all = rows.len() as f32 * ROW;
        ui.set_height(all);
        // One row more at each end, for the arrow keys to go on to.
        let first = ((seen.min.y / ROW).floor() as usize).saturating_sub(1);
        let last = ((seen.max.y / ROW).ceil() as usize + 1).min(rows.len());
        let origin = ui.max_rect().left_top();
        let width = ui.available_width();
        for (at, row) in rows.iter().enumerate().take(last).skip(first) {
            let top = Pos2::new(origin.x, origin.y + at as f32 * ROW);
            let rect = Rect::from_min_size(top, Vec2::new(width, ROW));
            match row {
                Row::Head(name, colour) => head(ui, rect, name, *colour),
                Row::Item(item) => {
                    let (chosen, style) = look(item.at);
                    let response = self::item(ui, rect, item, chosen, style, cx.tokens);
                    if item.enabled && std::mem::take(&mut enter) {
                        response.request_focus();
                    }
                    held |= response.has_focus();
                    clicked = response.clicked().then_some(item.at).or(clicked);
                }
            }
        }
    });
    (clicked, held || ui.rect_contains_pointer(out.inner_rect))
}

fn head(ui: &Ui, rect: Rect, name: &str, colour: Color32) {
    let text = WidgetText::from(theme::bold(name).size(size::NOTE).color(colour));
    let galley = text.into_galley(ui, Some(TextWrapMode::Truncate), rect.width(), FontId::default());
    let at = Pos2::new(rect.left(), rect.bottom() - space::XS - galley.size().y);
    ui.painter().galley(at, galley, colour);
}

fn item(ui: &Ui, rect: Rect, item: &Item, chosen: bool, style: Option<usize>, tokens: &Tokens) -> Response {
    let id = ui.scope_id().with(("choice", item.at));
    let sense = if item.enabled { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, item.enabled, chosen, &item.name));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if ui.is_rect_visible(rect) {
        ground(ui, rect, &response, tokens);
        tick(ui, rect, item.enabled, chosen, tokens);
        words(ui, rect, item, style, tokens);
    }
    if item.hint.is_empty() { response } else { response.on_hover_text(&item.hint) }
}

fn ground(ui: &Ui, rect: Rect, response: &Response, tokens: &Tokens) {
    if response.hovered() && response.sense.senses_click() {
        ui.painter().rect_filled(rect, RADIUS, tokens.hover);
    }
    if response.has_focus() {
        let stroke = Stroke::new(2.0, tokens.accent);
        ui.painter().rect_stroke(rect, RADIUS, stroke, eframe::egui::StrokeKind::Inside);
    }
}

/// The box, with its tick.
fn tick(ui: &Ui, rect: Rect, enabled: bool, chosen: bool, tokens: &Tokens) {
    let middle = Pos2::new(rect.left() + space::XS + BOX / 2.0, rect.center().y);
    let square = Rect::from_center_size(middle, Vec2::splat(BOX));
    let edge = match (enabled, chosen) {
        (false, _) => tokens.line,
        (true, true) => tokens.accent,
        (true, false) => tokens.weak,
    };
    let fill = if chosen { tokens.accent } else { tokens.page };
    let stroke = Stroke::new(1.0, edge);
    ui.painter().rect(square, space::XS, fill, stroke, eframe::egui::StrokeKind::Inside);
    if chosen {
        let corner = |x: f32, y: f32| middle + Vec2::new(x, y) * BOX;
        let points = vec![corner(-0.25, 0.02), corner(-0.07, 0.2), corner(0.27, -0.18)];
        ui.painter().line(points, Stroke::new(2.0, tokens.on_accent));
    }
}

/// The marker of its line, its name, and what stands at the right end.
fn words(ui: &Ui, rect: Rect, item: &Item, style: Option<usize>, tokens: &Tokens) {
    let ink = if item.enabled { tokens.text } else { tokens.weak };
    let font = FontId::proportional(size::NOTE);
    let end = Pos2::new(rect.right() - space::XS, rect.center().y);
    let note = ui.painter().text(end, Align2::RIGHT_CENTER, &item.note, font, tokens.weak);
    let mut left = rect.left() + BOX + space::M;
    if let Some(style) = style {
        marker::sample(ui.painter(), Pos2::new(left + space::XS, rect.center().y), style, tokens.dark);
        left += space::L;
    }
    let room = (note.left() - space::S - left).max(0.0);
    let text = WidgetText::from(item.name.as_str());
    let font = FontId::proportional(size::BODY);
    let galley = text.into_galley(ui, Some(TextWrapMode::Truncate), room, font);
    ui.painter().galley(Pos2::new(left, rect.center().y - galley.size().y / 2.0), galley, ink);
}
