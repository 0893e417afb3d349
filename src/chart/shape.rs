//! Shapes as the data of SVG paths.

use super::palette::{Dash, Marker};
use super::scene::Point;

/// A length with at most four decimals and no trailing zeros, the same on every machine.
pub fn number(value: f64) -> String {
    let text = format!("{value:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// The width of a mark's edge.
pub fn edge(radius: f64) -> String {
    number((radius * 0.42).min(1.2))
}

/// Dashes of a line of that width, as an attribute with a space before it; empty for an unbroken one.
pub fn dashes(dash: Dash, width: f64) -> String {
    if dash.is_empty() {
        return String::new();
    }
    let lengths: Vec<String> = dash.iter().map(|length| number(length * width)).collect();
    format!(" stroke-dasharray=\"{}\"", lengths.join(" "))
}

/// An open line through points.
pub fn polyline(points: &[Point]) -> String {
    let point =
        |(at, (x, y)): (usize, &Point)| format!("{}{} {}", if at == 0 { 'M' } else { 'L' }, number(*x), number(*y));
    points.iter().enumerate().map(point).collect()
}

/// The outline of a mark around its middle; shapes are of about equal area.
pub fn marker(marker: Marker, at: Point, radius: f64) -> String {
    let (x, y) = at;
    let r = radius;
    let corners = |corners: &[(f64, f64)]| {
        let points: Vec<Point> = corners.iter().map(|(dx, dy)| (x + dx * r, y + dy * r)).collect();
        polyline(&points) + "Z"
    };
    match marker {
        Marker::Circle => {
            let (left, right, y, r) = (number(x - r), number(x + r), number(y), number(r));
            format!("M{left} {y}A{r} {r} 0 1 1 {right} {y}A{r} {r} 0 1 1 {left} {y}Z")
        }
        // A plus turned by an eighth.
        Marker::Cross => corners(&PLUS.map(|(dx, dy)| ((dx - dy) * 0.707, (dx + dy) * 0.707))),
        other => corners(outline(other)),
    }
}

/// Corners of a mark of radius 1 around the middle, of about the same area for all; none for a circle, and those of the
/// plus for a cross, which is a plus turned by an eighth.
pub fn outline(marker: Marker) -> &'static [(f64, f64)] {
    match marker {
        Marker::Circle => &[],
        Marker::Square => &[(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)],
        Marker::Diamond => &[(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)],
        Marker::Up => &[(0.0, -1.15), (1.1, 0.85), (-1.1, 0.85)],
        Marker::Down => &[(0.0, 1.15), (1.1, -0.85), (-1.1, -0.85)],
        Marker::Plus | Marker::Cross => &PLUS,
        Marker::Pentagon => &[(0.0, -1.12), (1.07, -0.35), (0.66, 0.9), (-0.66, 0.9), (-1.07, -0.35)],
    }
}

const PLUS: [(f64, f64); 12] = [
    (-0.4, -1.15),
    (0.4, -1.15),
    (0.4, -0.4),
    (1.15, -0.4),
    (1.15, 0.4),
    (0.4, 0.4),
    (0.4, 1.15),
    (-0.4, 1.15),
    (-0.4, 0.4),
    (-1.15, 0.4),
    (-1.15, -0.4),
    (-0.4, -0.4),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_have_no_negative_zero() {
        assert_eq!([1.0, 0.25, -0.000_01, 12.345_678].map(number), ["1", "0.25", "0", "12.3457"]);
    }

    #[test]
    fn dashes_grow_with_the_line() {
        assert_eq!(dashes(&[], 1.0), "");
        assert_eq!(dashes(&[5.0, 2.0], 1.5), " stroke-dasharray=\"7.5 3\"");
    }
}
