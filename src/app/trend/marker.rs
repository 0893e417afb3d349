//! Marks, dashes and colours of the palette, painted.

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2};

use crate::app::theme;
use crate::chart::Fill;
use crate::chart::palette::{Dash, Ink, Marker, Theme, colour, look};

/// Half of a mark's height.
pub const RADIUS: f32 = 4.5;
/// A mark of several different values of one year is this much smaller.
pub const SMALL: f32 = 0.62;
/// Width of a line, and of one that is pointed at.
pub const WIDTH: [f32; 2] = [1.8, 3.0];
/// Width of a mark's edge.
const EDGE: f32 = 1.6;

/// The ground that charts stand on.
pub fn theme(dark: bool) -> Theme {
    if dark { Theme::Dark } else { Theme::Light }
}

/// The colour of an ink.
pub fn ink(ink: Ink, dark: bool) -> Color32 {
    theme::chart_colour(colour(ink, theme(dark)))
}

/// The colour of a style.
pub fn hue(style: usize, dark: bool) -> Color32 {
    ink(look(style).ink, dark)
}

/// A solid mark, as a sample beside a name.
pub fn sample(painter: &Painter, at: Pos2, style: usize, dark: bool) {
    mark(painter, at, RADIUS, style, Fill::Solid, dark);
}

/// A mark; a hollow one holds the ground.
pub fn mark(painter: &Painter, at: Pos2, radius: f32, style: usize, fill: Fill, dark: bool) {
    let hue = hue(style, dark);
    let inside = if fill == Fill::Solid { hue } else { ink(Ink::Ground, dark) };
    let stroke = Stroke::new(EDGE.min(radius * 0.42), hue);
    let shape = look(style).marker;
    if shape == Marker::Circle {
        painter.circle(at, radius, inside, stroke);
        return;
    }
    let outline = outline(shape, at, radius);
    if matches!(shape, Marker::Plus | Marker::Cross) {
        // Not convex: its inside is two bars.
        let turned = shape == Marker::Cross;
        for half in [Vec2::new(0.4, 1.15), Vec2::new(1.15, 0.4)] {
            let corners = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)];
            let corner = |(x, y): (f32, f32)| at + turn(Vec2::new(x * half.x, y * half.y), turned) * radius;
            painter.add(Shape::convex_polygon(corners.map(corner).to_vec(), inside, Stroke::NONE));
        }
        painter.add(Shape::closed_line(outline, stroke));
    } else {
        painter.add(Shape::convex_polygon(outline, inside, stroke));
    }
}

fn turn(by: Vec2, turned: bool) -> Vec2 {
    if turned { Vec2::new((by.x - by.y) * 0.707, (by.x + by.y) * 0.707) } else { by }
}

/// Corners of a mark: those that the pictures have.
fn outline(marker: Marker, at: Pos2, radius: f32) -> Vec<Pos2> {
    let turned = marker == Marker::Cross;
    let corner = |(x, y): &(f64, f64)| at + turn(Vec2::new(*x as f32, *y as f32), turned) * radius;
    crate::chart::outline(marker).iter().map(corner).collect()
}

/// A stretch of a line with the dashes of its style.
pub fn line(painter: &Painter, points: &[Pos2], style: usize, width: f32, dark: bool) {
    let stroke = Stroke::new(width, hue(style, dark));
    let dash: Dash = look(style).dash;
    if dash.is_empty() {
        painter.add(Shape::line(points.to_vec(), stroke));
        return;
    }
    let length = |at: usize| dash.iter().skip(at).step_by(2).map(|part| *part as f32 * width).collect::<Vec<_>>();
    painter.extend(Shape::dashed_line_with_offset(points, stroke, &length(0), &length(1), 0.0));
}

/// The bar of a value; a pale one with an edge where nobody has reviewed it.
pub fn bar(painter: &Painter, rect: Rect, style: usize, fill: Fill, dark: bool) {
    let inside = if fill == Fill::Solid { hue(style, dark) } else { ink(Ink::Pale(style), dark) };
    let stroke = Stroke::new(1.0, hue(style, dark));
    painter.rect(rect, 0.0, inside, stroke, eframe::egui::StrokeKind::Inside);
}
