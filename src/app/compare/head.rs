//! The head: which two reports, how they are laid out, whether they scroll together, and what to be careful of.

use std::sync::Arc;

use eframe::egui::{
    Align, Button, Color32, CornerRadius, FontId, Key, Label, Layout, Modifiers, Painter, Pos2, Rect, RichText, Role,
    Shape, Stroke, StrokeKind, Ui, WidgetInfo, epaint::CubicBezierShape, pos2, vec2,
};

use super::{Mode, Pair, View, picker};
use crate::app::action::{Action, Address};
use crate::app::cx::Cx;
use crate::app::theme::{self, size, space};
use crate::jobs::desk::ComparePage;

/// Paints pickers, switch and lock.
pub fn ui(ui: &mut Ui, view: &mut View, pair: Pair, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 32.0), Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        lock(ui, view, cx);
        ui.add_space(space::S);
        for (mode, name) in [
            (Mode::Differences, "pair-differences"),
            (Mode::Indicators, "pair-indicators"),
            (Mode::Sections, "pair-sections"),
        ] {
            if ui.add(Button::selectable(view.mode == mode, cx.text(name))).clicked() {
                view.mode = mode;
            }
        }
        ui.add_space(space::S);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| pickers(ui, view, pair, cx, actions));
    });
}

fn pickers(ui: &mut Ui, view: &mut View, (left, right): Pair, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let swap = 40.0;
    let width = ((ui.available_width() - swap - 2.0 * space::XS) / 2.0).clamp(96.0, 280.0);
    let go = |left, right| Action::Go(Address::Compare { left, right });
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::F)) {
        // The side that is missing; one after the other where none is.
        let at = if left.is_some() && (right.is_none() || view.pickers[0].is_open(ui)) { 1 } else { 0 };
        view.pickers[at].open();
    }
    let [first, second] = &mut view.pickers;
    if let Some(id) = picker::ui(ui, first, left, right, ("pair-left", width), cx) {
        actions.push(go(Some(id), right));
    }
    let swapped = ui.add_enabled(left.is_some() || right.is_some(), Button::new("⇄").min_size(vec2(swap, 0.0)));
    let said = cx.text("pair-swap");
    swapped.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    if swapped.on_hover_text(&said).clicked() {
        actions.push(go(right, left));
    }
    if let Some(id) = picker::ui(ui, second, right, left, ("pair-right", width), cx) {
        actions.push(go(left, Some(id)));
    }
}

fn lock(ui: &mut Ui, view: &mut View, cx: &Cx<'_>) {
    let here = view.mode == Mode::Sections;
    let sections = &mut view.sections;
    let apart = here && sections.is_apart();
    let level = ui.add_enabled(apart, Button::new(cx.text("pair-level")));
    if level.on_hover_text(cx.text("pair-level-hint")).clicked() {
        sections.level();
    }
    let name = cx.text("pair-lock");
    // Room for the icon before the words.
    let words = RichText::new(["\u{3000} ", name.as_str()].concat());
    let response = ui.add_enabled(here, Button::selectable(sections.locked(), words));
    response.widget_info(|| WidgetInfo::selected(Role::Button, here, sections.locked(), &name));
    let ink = if !here {
        cx.tokens.weak
    } else if sections.locked() {
        cx.tokens.accent
    } else {
        cx.tokens.text
    };
    padlock(
        ui.painter(),
        pos2(response.rect.left() + space::M + 6.0, response.rect.center().y),
        sections.locked(),
        ink,
    );
    if response.on_hover_text(cx.text("pair-lock-hint")).clicked() {
        sections.toggle();
    }
}

/// A padlock, shut or with its shackle open.
fn padlock(painter: &Painter, at: Pos2, shut: bool, ink: Color32) {
    let body = Rect::from_center_size(at + vec2(0.0, 3.0), vec2(11.0, 8.0));
    painter.rect_filled(body, CornerRadius::same(2), ink);
    let shift = if shut { 0.0 } else { 5.0 };
    let (left, right) = (body.left_top() + vec2(2.0 + shift, 0.0), body.right_top() + vec2(-2.0 + shift, 0.0));
    let high = vec2(0.0, -8.0);
    let right_end = if shut { right } else { right + vec2(0.0, -2.0) };
    painter.add(Shape::CubicBezier(CubicBezierShape::from_points_stroke(
        [left, left + high, right + high, right_end],
        false,
        Color32::TRANSPARENT,
        Stroke::new(1.6, ink),
    )));
}

/// What the two reports have that makes a difference of numbers no difference of places.
pub fn notes(ui: &mut Ui, page: Option<&Arc<ComparePage>>, loading: bool, cx: &Cx<'_>) {
    let mut words = Vec::new();
    if let Some(page) = page {
        let years = |page: &crate::jobs::desk::ReportPage| page.loaded.stored.summary.year;
        let notes = [
            (page.kinds_differ, "pair-kinds"),
            (page.levels_differ, "pair-levels"),
            (years(&page.left) != years(&page.right), "pair-years"),
        ];
        words.extend(notes.into_iter().filter(|(holds, _)| *holds).map(|(_, id)| cx.text(id)));
    }
    ui.horizontal(|ui| {
        if loading {
            ui.label(theme::note(cx.text("pair-loading"), cx.tokens));
        }
        if !words.is_empty() {
            let words = words.join(" ");
            let room = ui.available_width() * 0.7;
            ui.scope(|ui| {
                ui.set_max_width(room);
                ui.add(Label::new(RichText::new(words).size(size::NOTE).color(cx.tokens.warn)).truncate());
            });
        }
        ui.add(Label::new(theme::note(cx.text("pair-legend"), cx.tokens)).truncate());
    });
}

/// A frame around what has the keyboard.
pub fn focus_ring(ui: &Ui, rect: Rect, cx: &Cx<'_>) {
    let line = Stroke::new(2.0, cx.tokens.accent);
    ui.painter().rect_stroke(rect, CornerRadius::same(theme::RADIUS), line, StrokeKind::Inside);
}

/// Text on one line that ends in an ellipsis where there is no room.
pub fn line(ui: &Ui, text: String, font: FontId, ink: Color32, room: f32) -> Arc<eframe::egui::Galley> {
    let mut job = eframe::egui::text::LayoutJob::simple_singleline(text, font, ink);
    job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(room.max(0.0));
    ui.painter().layout_job(job)
}
