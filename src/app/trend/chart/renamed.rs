//! Small marks below the year in which a place got another name.

use eframe::egui::{Painter, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, vec2};

use super::stage::Stage;
use crate::app::cx::Cx;
use crate::app::trend::{card, marker};
use crate::chart::{Axis, Line};

/// Half of a mark's width.
const HALF: f32 = 5.0;
/// The room in which the pointer means it.
const ROOM: f32 = 16.0;

/// Paints them on the axis of years, each with its words.
pub fn paint(ui: &Ui, painter: &Painter, stage: &Stage<'_>, cx: &Cx<'_>) {
    let Axis::Years { years, .. } = &stage.panel.x else { return };
    let mut told: Vec<(i32, &str)> = Vec::new();
    for line in &stage.panel.lines {
        let Some(year) = line.renamed.as_ref().map(|renamed| renamed.year).filter(|year| years.contains(year)) else {
            continue;
        };
        // Lines of several indicators of one place have one mark.
        let own = (year, line.body.name.as_str());
        if told.contains(&own) {
            continue;
        }
        let beside = told.iter().filter(|(other, _)| *other == year).count();
        told.push(own);
        one(ui, painter, stage, (line, year, beside), cx);
    }
}

fn one(ui: &Ui, painter: &Painter, stage: &Stage<'_>, (line, year, beside): (&Line, i32, usize), cx: &Cx<'_>) {
    let Some(words) = card::renamed(line, cx) else { return };
    let x = stage.point(year, 0.0, stage.panel.y.min).x + beside as f32 * ROOM;
    let at = eframe::egui::pos2(x, stage.rect.bottom() - HALF - 1.0);
    let corners = vec![at + vec2(0.0, -HALF), at + vec2(HALF, HALF), at + vec2(-HALF, HALF)];
    let hue = marker::hue(line.style, cx.tokens.dark);
    painter.add(Shape::convex_polygon(corners, cx.tokens.page, Stroke::new(1.5, hue)));
    let id = ui.scope_id().with(("renamed", &stage.panel.unit, line.body.full_name()));
    let response = ui.interact(Rect::from_center_size(at, Vec2::splat(ROOM)), id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    response.on_hover_text(words);
}
