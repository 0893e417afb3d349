//! Small flags at the year in which a place got another name.

use eframe::egui::{Painter, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, vec2};

use super::stage::Stage;
use crate::app::cx::Cx;
use crate::app::trend::{card, marker};
use crate::chart::{Axis, Line};

/// Height of a flag's pole: a flag is no marker of a value.
const POLE: f32 = 18.0;
/// Its cloth.
const FLAG: Vec2 = Vec2::new(9.0, 8.0);
/// Between the flags of one year.
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
    let foot = stage.point(year, 0.0, stage.panel.y.min) + vec2(beside as f32 * ROOM, 0.0);
    let top = foot - vec2(0.0, POLE);
    let hue = marker::hue(line.style, cx.tokens.dark);
    painter.line_segment([foot, top], Stroke::new(1.5, hue));
    painter.add(Shape::convex_polygon(
        vec![top, top + FLAG * 0.5 + vec2(FLAG.x * 0.5, 0.0), top + vec2(0.0, FLAG.y)],
        hue,
        Stroke::NONE,
    ));
    let room = Rect::from_two_pos(foot, top + vec2(FLAG.x, 0.0)).expand(4.0);
    let id = ui.scope_id().with(("renamed", &stage.panel.unit, line.body.full_name()));
    let response = ui.interact(room, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    response.on_hover_text(words);
}
