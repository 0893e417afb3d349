//! Sizes of type, and the pen that the parts of a layout draw with.

use crate::chart::palette::{Dash, Ink};
use crate::chart::scene::{Frame, Item, Point, Run, Shape, Tag, frame};
use crate::chart::size::Size;
use crate::chart::wrap::Setting;

/// Distance of base lines in sizes of type.
pub const LEADING: f64 = 1.3;
/// From the upper edge of a line of text to its base line, in sizes of type.
const DROP: f64 = 0.98;
/// From the middle of a line of text down to its base line, in sizes of type.
const MIDDLE: f64 = 0.33;

/// Sizes of type in points on the finished paper, and the margin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// Of the title.
    pub title: f64,
    /// Of axes, labels and subtitle.
    pub label: f64,
    /// Of notes, and words below the axis.
    pub note: f64,
    /// Around everything.
    pub margin: f64,
}

impl Type {
    /// The sizes for a picture: smaller ones in a narrow column, none under 7 points.
    pub fn of(size: Size) -> Self {
        if size.width.min(size.height * 1.5) < 110.0 {
            Self { title: 10.0, label: 8.0, note: 7.0, margin: 6.0 }
        } else {
            Self { title: 12.0, label: 9.0, note: 7.0, margin: 9.0 }
        }
    }
}

/// Where a text stands against its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// To the right of it.
    Start,
    /// Over its middle.
    Middle,
    /// To the left of it.
    End,
}

/// Collects what is drawn.
pub struct Pen {
    /// Sizes of type.
    pub kind: Type,
    /// What was drawn, in order.
    pub items: Vec<Item>,
}

impl Pen {
    /// A pen without anything drawn.
    pub fn new(kind: Type) -> Self {
        Self { kind, items: Vec::new() }
    }

    /// Lines of text from a top left corner down; returns where they end.
    pub fn block(
        &mut self,
        lines: &[String],
        (left, top): Point,
        setting: Setting,
        ink: Ink,
        class: &'static str,
    ) -> f64 {
        for (at, line) in lines.iter().enumerate() {
            let base = top + at as f64 * setting.size * LEADING + DROP * setting.size;
            self.run(Run::new(line, (left, base), setting, ink), Tag::of(class));
        }
        top + lines.len() as f64 * setting.size * LEADING
    }

    /// A line of text.
    pub fn run(&mut self, run: Run, tag: Tag) {
        self.items.push(Item { shape: Shape::Run(run), tag });
    }

    /// A line of text beside a point, its height centred on it.
    pub fn beside(&mut self, text: &str, at: Point, align: Align, (setting, ink): (Setting, Ink), class: &'static str) {
        let run = Run::new(text, aligned(text, at, align, setting), setting, ink);
        self.run(run, Tag::of(class));
    }

    /// An unbroken line.
    pub fn rule(&mut self, from: Point, to: Point, ink: Ink, width: f64, class: &'static str) {
        self.path(vec![from, to], (ink, width, &[]), Tag::of(class));
    }

    /// A line through points.
    pub fn path(&mut self, points: Vec<Point>, (ink, width, dash): (Ink, f64, Dash), tag: Tag) {
        self.items.push(Item { shape: Shape::Path { points, ink, width, dash }, tag });
    }
}

/// Where a line of text starts on its base line, so that it stands beside a point.
fn aligned(text: &str, (x, y): Point, align: Align, setting: Setting) -> Point {
    let shift = match align {
        Align::Start => 0.0,
        Align::Middle => 0.5,
        Align::End => 1.0,
    };
    (x - shift * setting.width(text), y + MIDDLE * setting.size)
}

/// The room that a text beside a point takes.
pub fn room(text: &str, at: Point, align: Align, setting: Setting) -> Frame {
    frame(text, aligned(text, at, align, setting), setting)
}
