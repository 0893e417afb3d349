//! The two axes of a plot: ticks, their labels, lines behind the values.

use crate::chart::palette::Ink;
use crate::chart::scale::thinned;
use crate::chart::scene::{Frame, Point, plain};
use crate::chart::spec::{Axis, Panel};
use crate::chart::wrap::Setting;

use super::pen::{Align, LEADING, Pen, Type, room};

/// From the plot's edge to the first and the last year.
const INSET: f64 = 14.0;
/// The same where there are two years: values stand beside them.
const WIDE_INSET: f64 = 38.0;
/// From an axis to its labels.
const GAP: f64 = 3.5;
/// Length of a tick.
const TICK: f64 = 2.5;
/// Most lines of a place's name below its bars.
const MOST: usize = 3;

/// A plot's rectangle with the way from values and years to points.
pub struct Plot<'a> {
    /// Where values are drawn.
    pub frame: Frame,
    panel: &'a Panel,
}

impl<'a> Plot<'a> {
    /// The plot of a panel in a rectangle.
    pub fn new(panel: &'a Panel, frame: Frame) -> Self {
        Self { frame, panel }
    }

    /// From the plot's edge to the first and the last year.
    fn inset(&self) -> f64 {
        match &self.panel.x {
            Axis::Years { years, .. } if years.len() == 2 => WIDE_INSET.min(self.frame.width() / 5.0),
            _ => INSET,
        }
    }

    /// How high a value stands.
    pub fn y(&self, value: f64) -> f64 {
        let scale = &self.panel.y;
        let share = (value - scale.min) / (scale.max - scale.min).max(f64::MIN_POSITIVE);
        self.frame.bottom - share.clamp(0.0, 1.0) * self.frame.height()
    }

    /// Where a year or a place's position stands.
    pub fn x(&self, x: i32) -> f64 {
        match &self.panel.x {
            Axis::Years { years, .. } => {
                let at = years.iter().position(|year| *year == x).unwrap_or(0) as f64;
                let room = self.frame.width() - 2.0 * self.inset();
                let last = years.len().saturating_sub(1) as f64;
                self.frame.left + self.inset() + if last > 0.0 { room * at / last } else { room / 2.0 }
            }
            Axis::Places(places) => {
                self.frame.left + (f64::from(x) + 0.5) * self.frame.width() / places.len().max(1) as f64
            }
        }
    }

    /// Distance of neighbouring years or places.
    pub fn step(&self) -> f64 {
        match &self.panel.x {
            Axis::Years { years, .. } => {
                (self.frame.width() - 2.0 * self.inset()) / years.len().saturating_sub(1).max(1) as f64
            }
            Axis::Places(places) => self.frame.width() / places.len().max(1) as f64,
        }
    }

    /// How many years the axis has.
    pub fn years(&self) -> Option<usize> {
        match &self.panel.x {
            Axis::Years { years, .. } => Some(years.len()),
            Axis::Places(_) => None,
        }
    }

    /// The last year of the axis.
    pub fn last_year(&self) -> Option<i32> {
        match &self.panel.x {
            Axis::Years { years, .. } => years.last().copied(),
            Axis::Places(_) => None,
        }
    }
}

/// Width of the labels left of the plot.
pub fn left_width(panel: &Panel, kind: Type) -> f64 {
    let label = plain(kind.label);
    panel.y.ticks.iter().map(|tick| label.width(&tick.label)).fold(0.0, f64::max) + GAP
}

/// Height of the labels below the plot; of years without labels only the ticks stay.
pub fn below(panel: &Panel, kind: Type, width: f64, labelled: bool) -> f64 {
    let line = kind.label * LEADING;
    let labels = match &panel.x {
        Axis::Years { .. } if !labelled => return GAP,
        Axis::Years { .. } => {
            return line + GAP + if panel.words.is_empty() { 0.0 } else { kind.note * LEADING };
        }
        Axis::Places(places) => places.iter().map(|name| place(name, places.len(), width, kind).len()).max(),
    };
    labels.unwrap_or(1) as f64 * line + GAP
}

/// A place's name in the lines that its share of the axis has room for.
fn place(name: &str, places: usize, width: f64, kind: Type) -> Vec<String> {
    let share = width / places.max(1) as f64 - 2.0;
    plain(kind.label).wrap_up_to(name, share.max(kind.label), MOST)
}

/// Draws both axes.
pub fn draw(pen: &mut Pen, panel: &Panel, plot: &Plot, labelled: bool) {
    vertical(pen, panel, plot);
    let Frame { left, right, bottom, .. } = plot.frame;
    pen.rule((left, bottom), (right, bottom), Ink::Axis, 0.8, "axis");
    match &panel.x {
        Axis::Years { years, .. } => horizontal(pen, panel, years, plot, labelled),
        Axis::Places(places) => names(pen, places, plot),
    }
}

fn vertical(pen: &mut Pen, panel: &Panel, plot: &Plot) {
    let label = plain(pen.kind.label);
    let step = plot.frame.height() / panel.y.ticks.len().saturating_sub(1).max(1) as f64;
    // Counted from the bottom, so that zero stays.
    for from_top in thinned(panel.y.ticks.len(), step, label.size * 1.25) {
        let Some(tick) = panel.y.ticks.iter().rev().nth(from_top) else { continue };
        let y = plot.y(tick.value);
        if tick.value > panel.y.min {
            pen.rule((plot.frame.left, y), (plot.frame.right, y), Ink::Grid, 0.5, "grid");
        }
        pen.beside(&tick.label, (plot.frame.left - GAP, y), Align::End, (label, Ink::Weak), "tick-y");
    }
}

fn horizontal(pen: &mut Pen, panel: &Panel, years: &[i32], plot: &Plot, labelled: bool) {
    let label = plain(pen.kind.label);
    let widest = years.iter().map(|year| label.width(&year.to_string())).fold(1.0, f64::max);
    let shown = thinned(years.len(), plot.step(), widest + 4.0);
    let y = plot.frame.bottom + GAP + label.size * LEADING / 2.0;
    for (at, year) in years.iter().enumerate() {
        let x = plot.x(*year);
        pen.rule((x, plot.frame.bottom), (x, plot.frame.bottom + TICK), Ink::Axis, 0.6, "tick");
        if labelled && shown.contains(&at) {
            pen.beside(&year.to_string(), (x, y), Align::Middle, (label, Ink::Weak), "tick-x");
        }
    }
    let note = plain(pen.kind.note);
    if labelled {
        words(pen, panel, plot, y + (label.size + note.size) * LEADING / 2.0, note);
    }
}

/// A word below each year without any value, where words do not meet.
fn words(pen: &mut Pen, panel: &Panel, plot: &Plot, y: f64, note: Setting) {
    let mut taken = plot.frame.left - INSET;
    for (year, word) in &panel.words {
        let at: Point = (plot.x(*year), y);
        let room = room(word, at, Align::Middle, note);
        if room.left > taken && room.right < plot.frame.right + INSET {
            pen.beside(word, at, Align::Middle, (note, Ink::Weak), "missing");
            taken = room.right + 2.0;
        }
    }
}

fn names(pen: &mut Pen, places: &[String], plot: &Plot) {
    let kind = pen.kind;
    for (at, name) in places.iter().enumerate() {
        let x = plot.x(i32::try_from(at).unwrap_or(i32::MAX));
        for (row, line) in place(name, places.len(), plot.frame.width(), kind).iter().enumerate() {
            let y = plot.frame.bottom + GAP + (row as f64 + 0.5) * kind.label * LEADING;
            pen.beside(line, (x, y), Align::Middle, (plain(kind.label), Ink::Text), "tick-x");
        }
    }
}
