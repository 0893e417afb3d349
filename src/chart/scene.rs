//! A chart laid out: lines, marks and texts at their places, in points from the top left corner.

use super::face::{self, Weight};
use super::palette::{Dash, Ink, Marker};
use super::size::Size;
use super::spec::Fill;
use super::wrap::Setting;

/// A point of the picture.
pub type Point = (f64, f64);

/// A picture, ready to be written down.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Its physical size.
    pub size: Size,
    /// Width and height in points.
    pub extent: Point,
    /// What is drawn, the first undermost.
    pub items: Vec<Item>,
    /// The title as one line, for readers of screens and lists.
    pub title: String,
    /// The picture in words.
    pub description: String,
}

/// Something drawn, with what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it looks like.
    pub shape: Shape,
    /// What it is in the chart, where it is more than ornament.
    pub tag: Tag,
}

/// What an item is in the chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    /// One word: `title`, `tick`, `mark` and the like.
    pub class: &'static str,
    /// Names and values for tests and for scripts that read the file.
    pub data: Vec<(&'static str, String)>,
}

/// What an item looks like.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A line of text.
    Run(Run),
    /// A line through points.
    Path {
        /// At least two.
        points: Vec<Point>,
        /// Its colour.
        ink: Ink,
        /// In points.
        width: f64,
        /// In line widths.
        dash: Dash,
    },
    /// The mark of a value.
    Dot {
        /// Its middle.
        at: Point,
        /// Half of its height.
        radius: f64,
        /// Its shape.
        marker: Marker,
        /// Its colour.
        ink: Ink,
        /// Solid, or with the ground inside.
        fill: Fill,
    },
    /// The bar of a value.
    Bar {
        /// Its top left corner.
        at: Point,
        /// Its width and height.
        extent: Point,
        /// The style number of its colour.
        style: usize,
        /// Solid, or pale with an edge.
        fill: Fill,
    },
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Its left end on the base line.
    pub at: Point,
    /// How it is set.
    pub setting: Setting,
    /// Its colour.
    pub ink: Ink,
    /// Its characters; none is a control character.
    pub text: String,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Frame {
    /// Its width.
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// Its height.
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// Whether two rectangles share more than an edge.
    pub fn meets(self, other: Self) -> bool {
        const SLACK: f64 = 1e-6;
        self.left < other.right - SLACK
            && other.left < self.right - SLACK
            && self.top < other.bottom - SLACK
            && other.top < self.bottom - SLACK
    }

    /// Whether the other lies within.
    pub fn holds(self, other: Self) -> bool {
        const SLACK: f64 = 1e-6;
        self.left <= other.left + SLACK
            && self.top <= other.top + SLACK
            && self.right >= other.right - SLACK
            && self.bottom >= other.bottom - SLACK
    }

    /// The same, larger by `by` on each side.
    pub fn grown(self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// Whether a straight line passes through it.
    pub fn crossed_by(self, from: Point, to: Point) -> bool {
        // The part of the line within each pair of edges, as shares of its length.
        let within = |from: f64, to: f64, low: f64, high: f64| {
            let by = to - from;
            if by.abs() < 1e-9 {
                return if from > low && from < high { (0.0, 1.0) } else { (1.0, 0.0) };
            }
            let (a, b) = ((low - from) / by, (high - from) / by);
            (a.min(b), a.max(b))
        };
        let across = within(from.0, to.0, self.left, self.right);
        let along = within(from.1, to.1, self.top, self.bottom);
        across.0.max(along.0).max(0.0) < across.1.min(along.1).min(1.0)
    }
}

impl Run {
    /// A line of text whose left end stands at `at`. Control characters become spaces.
    pub fn new(text: &str, at: Point, setting: Setting, ink: Ink) -> Self {
        let text = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        Self { at, setting, ink, text }
    }

    /// The room that its letters can take.
    pub fn frame(&self) -> Frame {
        frame(&self.text, self.at, self.setting)
    }
}

/// The room that a text's letters can take.
pub fn frame(text: &str, (x, y): Point, setting: Setting) -> Frame {
    let Setting { size, .. } = setting;
    Frame { left: x, top: y - face::ASCENT * size, right: x + setting.width(text), bottom: y + face::DESCENT * size }
}

impl Scene {
    /// All lines of text, in order of drawing.
    pub fn runs(&self) -> impl Iterator<Item = &Run> {
        self.items.iter().filter_map(|item| match &item.shape {
            Shape::Run(run) => Some(run),
            _ => None,
        })
    }

    /// The whole picture.
    pub fn bounds(&self) -> Frame {
        Frame { left: 0.0, top: 0.0, right: self.extent.0, bottom: self.extent.1 }
    }
}

impl Tag {
    /// A tag without data.
    pub fn of(class: &'static str) -> Self {
        Self { class, data: Vec::new() }
    }
}

/// Text of the regular weight.
pub fn plain(size: f64) -> Setting {
    Setting { size, weight: Weight::Regular }
}

/// Text of the bold weight.
pub fn bold(size: f64) -> Setting {
    Setting { size, weight: Weight::Bold }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_seen_to_cross_a_box() {
        let frame = Frame { left: 10.0, top: 10.0, right: 20.0, bottom: 20.0 };
        assert!(frame.crossed_by((0.0, 15.0), (30.0, 15.0)));
        assert!(frame.crossed_by((0.0, 0.0), (30.0, 30.0)));
        assert!(frame.crossed_by((12.0, 12.0), (13.0, 13.0)), "inside");
        assert!(!frame.crossed_by((0.0, 0.0), (9.0, 30.0)));
        assert!(!frame.crossed_by((0.0, 21.0), (30.0, 21.0)));
        assert!(!frame.crossed_by((0.0, 15.0), (8.0, 15.0)), "ends before it");
    }

    #[test]
    fn a_hostile_text_is_one_line() {
        let run = Run::new("a\nb\u{7}c", (0.0, 10.0), plain(8.0), Ink::Text);
        assert_eq!(run.text, "a b c");
        assert!(run.frame().top > 2.0 && run.frame().bottom > 11.0);
    }
}
