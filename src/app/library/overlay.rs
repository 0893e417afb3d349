//! What is painted above everything while files hover over the window.

use eframe::egui::{Align, Area, Context, Frame, Id, Layout, Order, Sense, Stroke, Ui, UiBuilder, vec2};

use super::welcome;
use crate::app::cx::Cx;
use crate::app::theme::{self, space};

/// Size of the box with the words.
const BOX: [f32; 2] = [420.0, 168.0];

/// Says what will happen when the `hovered` files and folders are dropped.
pub fn drop_overlay(context: &Context, hovered: usize, cx: &Cx<'_>) {
    let screen = context.content_rect();
    Area::new(Id::unique("drop_overlay")).order(Order::Tooltip).fixed_pos(screen.min).interactable(false).show(
        context,
        |ui| {
            let (rect, _) = ui.allocate_exact_size(screen.size(), Sense::hover());
            ui.painter().rect_filled(rect, 0, cx.tokens.page.gamma_multiply(0.85));
            let frame = rect.shrink(space::L);
            ui.painter().extend(welcome::dashed(frame, Stroke::new(2.0, cx.tokens.accent)));
            let middle = eframe::egui::Rect::from_center_size(rect.center(), vec2(BOX[0], BOX[1]));
            let builder = UiBuilder::new().max_rect(middle).layout(Layout::top_down(Align::Center));
            ui.scope_builder(builder, |ui| words(ui, hovered, cx));
        },
    );
}

fn words(ui: &mut Ui, hovered: usize, cx: &Cx<'_>) {
    let tokens = cx.tokens;
    Frame::popup(ui.style()).inner_margin(space::XL).show(ui, |ui| {
        ui.set_width(BOX[0] - 2.0 * space::XL);
        ui.vertical_centered(|ui| {
            let (mark, _) = ui.allocate_exact_size(vec2(40.0, 40.0), Sense::hover());
            welcome::arrow(ui, mark.center(), Stroke::new(2.0, tokens.accent));
            if cx.busy {
                ui.label(theme::title(cx.text("drop-busy")));
                ui.label(cx.text("drop-busy-note"));
            } else {
                ui.label(theme::title(cx.format("drop-import", &[("count", hovered.into())])));
                ui.label(cx.text("drop-note"));
                ui.label(theme::note(
                    cx.format("drop-formats", &[("formats", cx.text("formats-read").into())]),
                    tokens,
                ));
            }
        });
    });
}
