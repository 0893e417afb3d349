//! A legend for all panels, where names have no room at the line ends.

use crate::chart::palette::{Ink, look};
use crate::chart::scene::{Item, Shape, Tag, plain};
use crate::chart::spec::{ChartKind, ChartSpec, Fill};

use super::pen::{Align, LEADING, Pen, Type};

/// Length of the piece of line before a name.
const SAMPLE: f64 = 18.0;
/// Space around a name.
const SPACE: f64 = 4.0;

/// Names with their looks, in rows.
pub struct Legend {
    rows: Vec<Vec<(String, usize, f64)>>,
    bars: bool,
}

impl Legend {
    /// No legend.
    pub fn none() -> Self {
        Self { rows: Vec::new(), bars: false }
    }

    /// The names of all lines, each once.
    pub fn of(spec: &ChartSpec, kind: Type, width: f64) -> Self {
        let label = plain(kind.label);
        let mut names: Vec<(&str, usize)> = Vec::new();
        for line in spec.panels.iter().flat_map(|panel| &panel.lines) {
            if !names.contains(&(line.name.as_str(), line.style)) {
                names.push((&line.name, line.style));
            }
        }
        let mut rows: Vec<Vec<(String, usize, f64)>> = Vec::new();
        let mut left = width + 1.0;
        for (name, style) in names {
            let name = label.cut(name, width - SAMPLE - 2.0 * SPACE);
            let wide = SAMPLE + SPACE + label.width(&name);
            if left + wide > width {
                rows.push(Vec::new());
                left = 0.0;
            }
            let Some(row) = rows.last_mut() else { break };
            row.push((name, style, left));
            left += wide + 3.0 * SPACE;
        }
        Self { rows, bars: spec.kind == ChartKind::Bars }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Its height with the space below it.
    pub fn height(&self, kind: Type) -> f64 {
        self.rows.len() as f64 * kind.label * LEADING + if self.is_empty() { 0.0 } else { SPACE }
    }

    /// Draws it from its top left corner.
    pub fn draw(&self, pen: &mut Pen, left: f64, top: f64) {
        let size = pen.kind.label;
        for (at, row) in self.rows.iter().enumerate() {
            let y = top + (at as f64 + 0.5) * size * LEADING;
            for (name, style, offset) in row {
                let x = left + offset;
                self.sample(pen, x, y, *style);
                pen.beside(name, (x + SAMPLE + SPACE, y), Align::Start, (plain(size), Ink::Text), "legend");
            }
        }
    }

    fn sample(&self, pen: &mut Pen, x: f64, y: f64, style: usize) {
        let look = look(style);
        let tag = Tag::of("sample");
        if self.bars {
            let shape = Shape::Bar { at: (x + 6.0, y - 3.5), extent: (SAMPLE - 8.0, 7.0), style, fill: Fill::Solid };
            pen.items.push(Item { shape, tag });
            return;
        }
        pen.path(vec![(x, y), (x + SAMPLE, y)], (look.ink, super::lines::WIDTH, look.dash), Tag::of("sample"));
        let at = (x + SAMPLE / 2.0, y);
        let shape =
            Shape::Dot { at, radius: super::lines::RADIUS, marker: look.marker, ink: look.ink, fill: Fill::Solid };
        pen.items.push(Item { shape, tag });
    }
}
