//! Names at the ends of lines, moved apart where they would collide.

use crate::chart::palette::{Ink, look};
use crate::chart::scene::{Frame, Item, Shape, Tag, plain};
use crate::chart::spec::{Fill, Line, Mark, Panel};

use super::axes::Plot;
use super::lines::RADIUS;
use super::pen::{Align, Pen, Type};

/// Distance of base lines within a name.
const PITCH: f64 = 1.15;
/// From the plot to the sample of the mark, and from there to the name.
const SPACE: f64 = 5.0;
/// The widest column of names, as a share of the panel.
const WIDEST: f64 = 0.34;
/// Most lines of text of a name.
const MOST: usize = 2;
/// With more lines than this the values of the last year stand behind the names, for beside the marks is no room.
pub const FEW: usize = 2;

/// The names of a panel's lines, cut to a column.
pub struct Ends {
    names: Vec<(usize, Vec<String>)>,
    /// Width of the column with all spaces.
    pub width: f64,
    /// Whether the values of the last year stand behind the names.
    pub values: bool,
}

impl Ends {
    /// The names; `None` where one is too long for the column.
    pub fn of(panel: &Panel, width: f64, kind: Type, values: bool) -> Option<Self> {
        let label = plain(kind.label);
        let values = values || panel.lines.len() > FEW;
        let most = width * WIDEST;
        let mut names = Vec::new();
        for (at, line) in panel.lines.iter().enumerate().filter(|(_, line)| last(line).is_some()) {
            let lines = label.wrap(&text(line, panel, values), most);
            if lines.len() > MOST {
                return None;
            }
            names.push((at, lines));
        }
        let widest = names.iter().flat_map(|(_, lines)| lines).map(|line| label.width(line)).fold(0.0, f64::max);
        Some(Self { names, values, width: if widest > 0.0 { widest + 2.0 * SPACE + 2.0 * RADIUS } else { 0.0 } })
    }

    fn height(lines: &[String], kind: Type) -> f64 {
        lines.len().saturating_sub(1) as f64 * kind.label * PITCH + kind.label * 1.12
    }

    /// Whether the names fit one below the other beside a plot.
    pub fn fit(&self, plot: Frame, kind: Type) -> bool {
        let all: f64 = self.names.iter().map(|(_, lines)| Self::height(lines, kind)).sum();
        all <= plot.height() + kind.label * 1.1
    }

    /// Draws each name as near to its line's end as the others let it.
    pub fn draw(&self, pen: &mut Pen, panel: &Panel, plot: &Plot) {
        let kind = pen.kind;
        let mut wanted: Vec<(f64, f64, usize)> = self
            .names
            .iter()
            .enumerate()
            .filter_map(|(at, (line, lines))| {
                let mark = last(panel.lines.get(*line)?)?;
                Some((plot.y(mark.value), Self::height(lines, kind), at))
            })
            .collect();
        wanted.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
        let half = kind.label * 0.55;
        let heights: Vec<(f64, f64)> = wanted.iter().map(|(y, height, _)| (*y, *height)).collect();
        let middles = spread(&heights, plot.frame.top - half, plot.frame.bottom + half);
        for ((y, height, at), middle) in wanted.into_iter().zip(middles) {
            let Some((line, lines)) = self.names.get(at) else { continue };
            let Some(line) = panel.lines.get(*line) else { continue };
            draw_name(pen, line, lines, plot, (y, middle, height));
        }
    }
}

fn draw_name(pen: &mut Pen, line: &Line, lines: &[String], plot: &Plot, (y, middle, height): (f64, f64, f64)) {
    let size = pen.kind.label;
    let look = look(line.style);
    let x = plot.frame.right + SPACE;
    let reaches = last(line).is_some_and(|mark| Some(mark.x) == plot.last_year());
    if reaches && (middle - y).abs() > size * 0.5 {
        // The name had to move: a hairline says where it belongs.
        let from = (plot.x(plot.last_year().unwrap_or_default()) + RADIUS + 1.5, y);
        pen.rule(from, (x - 1.0, middle), Ink::Axis, 0.4, "leader");
    }
    let shape =
        Shape::Dot { at: (x + RADIUS, middle), radius: RADIUS, marker: look.marker, ink: look.ink, fill: Fill::Solid };
    pen.items.push(Item { shape, tag: Tag::of("sample") });
    for (at, text) in lines.iter().enumerate() {
        let y = middle - height / 2.0 + size * 0.56 + at as f64 * size * PITCH;
        pen.beside(text, (x + 2.0 * RADIUS + SPACE - 1.0, y), Align::Start, (plain(size), Ink::Text), "name");
    }
}

/// The last single value of a line.
fn last(line: &Line) -> Option<&Mark> {
    let alone = line.marks.iter().filter(|mark| !mark.conflict).max_by_key(|mark| mark.x);
    alone.or_else(|| line.marks.iter().max_by_key(|mark| mark.x))
}

fn text(line: &Line, panel: &Panel, value: bool) -> String {
    let crate::chart::Axis::Years { years, .. } = &panel.x else { return line.name.clone() };
    let at_end = last(line).filter(|mark| value && !mark.conflict && Some(&mark.x) == years.last());
    at_end.map_or_else(|| line.name.clone(), |mark| format!("{} {}", line.name, mark.short))
}

/// Middles of boxes as near as can be to where they want to be, none over another, all between `top` and `bottom`.
///
/// Each box is a wanted middle and a height, in order of the middles.
fn spread(boxes: &[(f64, f64)], top: f64, bottom: f64) -> Vec<f64> {
    let mut middles = Vec::with_capacity(boxes.len());
    let mut edge = top;
    for (wanted, height) in boxes {
        let middle = wanted.max(edge + height / 2.0);
        edge = middle + height / 2.0;
        middles.push(middle);
    }
    let mut edge = bottom;
    for (middle, (_, height)) in middles.iter_mut().zip(boxes).rev() {
        *middle = middle.min(edge - height / 2.0);
        edge = *middle - height / 2.0;
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn names_are_moved_apart_and_stay_inside() {
        assert_eq!(spread(&[(10.0, 8.0), (50.0, 8.0)], 0.0, 100.0), [10.0, 50.0]);
        assert_eq!(spread(&[(10.0, 8.0), (12.0, 8.0)], 0.0, 100.0), [10.0, 18.0]);
        assert_eq!(spread(&[(98.0, 8.0), (99.0, 8.0)], 0.0, 100.0), [88.0, 96.0]);
        assert_eq!(spread(&[(0.0, 8.0)], 0.0, 100.0), [4.0]);
    }
}
