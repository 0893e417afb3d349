//! The first screen: what to begin with.

use eframe::egui::{
    Align, FontFamily, FontId, Layout, Rect, Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};

use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::theme::{self, size, space};

/// Widest row of choices.
const WIDTH: f32 = 760.0;
/// Height of a choice.
const CHOICE: f32 = 116.0;
/// Height of the drop zone.
const ZONE: f32 = 132.0;
/// Dashes of the drop zone and the gaps between them.
const DASH: f32 = 6.0;

/// Paints it.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    ScrollArea::vertical().id_salt("welcome").auto_shrink(false).show(ui, |ui| {
        let above = ((ui.available_height() - 420.0) / 2.0).clamp(space::S, 140.0);
        let side = ((ui.available_width() - WIDTH) / 2.0).max(0.0);
        let column = ui.available_rect_before_wrap().shrink2(vec2(side, 0.0));
        let builder = UiBuilder::new().max_rect(column).layout(Layout::top_down(Align::Center));
        ui.scope_builder(builder, |ui| {
            ui.add_space(above);
            ui.label(theme::title(cx.text("welcome-title")));
            ui.label(cx.text("welcome-note"));
            ui.add_space(space::L);
            choices(ui, cx, actions);
            ui.add_space(space::S);
            drop_zone(ui, cx, actions);
            ui.add_space(space::S);
            ui.label(theme::note(cx.text("welcome-local"), cx.tokens));
        });
    });
}

fn choices(ui: &mut Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let width = (ui.available_width() - 2.0 * space::M) / 3.0;
    let all = [
        ("welcome-files", "welcome-files-note", Action::ChooseFiles),
        ("welcome-library", "welcome-library-note", Action::ChooseLibrary),
        ("welcome-sample", "welcome-sample-note", Action::OpenSample),
    ];
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        for (at, (title, note, action)) in all.into_iter().enumerate() {
            let note = cx.format(note, &[("formats", cx.text("formats-read").into())]);
            if choice(ui, vec2(width, CHOICE), (&cx.text(title), &note), at == 0, cx) {
                actions.push(action);
            }
        }
    });
}

/// A large button with a title and a note; whether it was clicked.
fn choice(ui: &mut Ui, area: Vec2, (title, note): (&str, &str), first: bool, cx: &Cx<'_>) -> bool {
    let tokens = cx.tokens;
    let (rect, response) = ui.allocate_exact_size(area, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), title));
    let lit = response.hovered() || response.has_focus();
    let (fill, ink, soft) = match (first, lit) {
        (true, _) => (tokens.accent, tokens.on_accent, tokens.on_accent),
        (false, true) => (tokens.hover, tokens.accent, tokens.weak),
        (false, false) => (tokens.panel, tokens.accent, tokens.weak),
    };
    let edge = if lit { Stroke::new(2.0, tokens.text) } else { Stroke::new(1.0, tokens.line) };
    ui.painter().rect(rect, theme::RADIUS, fill, edge, StrokeKind::Inside);
    let inner = rect.shrink(space::L);
    let bold = FontId::new(size::READING, theme::bold_family());
    let head = ui.painter().layout(title.to_owned(), bold, ink, inner.width());
    let below = pos2(inner.left(), inner.top() + head.size().y + space::XS);
    ui.painter().galley(inner.left_top(), head, ink);
    let font = FontId::new(size::NOTE, FontFamily::Proportional);
    let words = ui.painter().layout(note.to_owned(), font, soft, inner.width());
    ui.painter().galley(below, words, soft);
    response.clicked()
}

/// Where files can be dropped, with the folder dialog for those who do not drag.
fn drop_zone(ui: &mut Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ZONE), Sense::hover());
    ui.painter().extend(dashed(rect, Stroke::new(1.5, cx.tokens.weak)));
    arrow(ui, pos2(rect.center().x, rect.top() + 30.0), Stroke::new(2.0, cx.tokens.weak));
    let inner = Rect::from_min_max(pos2(rect.left(), rect.top() + 50.0), rect.max);
    // The zone has its place already: what lies in it moves nothing below.
    let mut zone = ui.new_child(UiBuilder::new().max_rect(inner).layout(Layout::top_down(Align::Center)));
    zone.label(cx.text("welcome-drop"));
    if zone.button(cx.text("welcome-folder")).clicked() {
        actions.push(Action::ChooseFolder);
    }
}

/// A dashed box.
pub fn dashed(rect: Rect, stroke: Stroke) -> Vec<Shape> {
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    Shape::dashed_line(&corners, stroke, DASH, DASH)
}

/// An arrow down onto a line: what is dropped lands here.
pub fn arrow(ui: &Ui, at: eframe::egui::Pos2, stroke: Stroke) {
    let painter = ui.painter();
    painter.line_segment([at - vec2(0.0, 14.0), at + vec2(0.0, 6.0)], stroke);
    painter.line_segment([at + vec2(-6.0, 0.0), at + vec2(0.0, 6.0)], stroke);
    painter.line_segment([at + vec2(6.0, 0.0), at + vec2(0.0, 6.0)], stroke);
    painter.line_segment([at + vec2(-14.0, 12.0), at + vec2(14.0, 12.0)], stroke);
}
