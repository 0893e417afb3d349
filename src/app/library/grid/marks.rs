//! The marks of the grid: told apart by shape, not by colour alone.

use std::f32::consts::{FRAC_PI_2, PI};

use eframe::egui::{Color32, Painter, Pos2, Shape, Stroke, vec2};

use crate::app::theme::Tokens;
use crate::jobs::desk::ReportState;

/// Radius of a mark in points.
pub const RADIUS: f32 = 6.0;
/// Corners of the half disc's round side.
const CORNERS: u8 = 12;

/// Paints the mark of a report.
pub fn report(painter: &Painter, at: Pos2, state: ReportState, tokens: &Tokens) {
    let ring = |colour: Color32| Stroke::new(1.5, colour);
    match state {
        ReportState::Reviewed => {
            painter.circle_filled(at, RADIUS, tokens.accent);
        }
        ReportState::Pending => {
            painter.circle_stroke(at, RADIUS - 0.75, ring(tokens.accent));
            painter.add(half(at, tokens.accent));
        }
        ReportState::Trouble => {
            painter.circle_stroke(at, RADIUS - 0.75, ring(tokens.warn));
        }
    }
}

/// Paints the mark of a missing report.
pub fn missing(painter: &Painter, at: Pos2, tokens: &Tokens) {
    painter.circle_filled(at, 1.5, tokens.weak);
}

/// The left half of a disc.
fn half(at: Pos2, colour: Color32) -> Shape {
    let point = |step: u8| {
        let angle = FRAC_PI_2 + PI * f32::from(step) / f32::from(CORNERS);
        at + RADIUS * vec2(angle.cos(), angle.sin())
    };
    Shape::convex_polygon((0..=CORNERS).map(point).collect(), colour, Stroke::NONE)
}

/// Paints the tick box in front of a name.
pub fn tick(painter: &Painter, at: Pos2, chosen: bool, tokens: &Tokens) {
    use eframe::egui::{Rect, StrokeKind, Vec2};
    let square = Rect::from_center_size(at, Vec2::splat(14.0));
    if chosen {
        painter.rect_filled(square, 3, tokens.accent);
        let stroke = Stroke::new(2.0, tokens.on_accent);
        painter.line_segment([at + vec2(-4.0, 0.0), at + vec2(-1.0, 3.5)], stroke);
        painter.line_segment([at + vec2(-1.0, 3.5), at + vec2(4.0, -3.5)], stroke);
    } else {
        painter.rect_stroke(square, 3, Stroke::new(1.0, tokens.weak), StrokeKind::Inside);
    }
}
