//! Bars of one year across places, in groups where there are several indicators of one unit.

use crate::chart::palette::{Ink, look};
use crate::chart::scene::{Frame, Item, Point, Shape, plain};
use crate::chart::spec::{Fill, Line, Mark, Panel};

use super::axes::Plot;
use super::lines::{RADIUS, mark_tag};
use super::pen::{Align, Pen, room};

/// The share of a place's room that its bars take.
const SHARE: f64 = 0.72;
/// The widest bar.
const WIDEST: f64 = 36.0;

/// How many bars a place has: one for each indicator.
pub fn groups(panel: &Panel) -> usize {
    indicators(panel).len()
}

fn indicators(panel: &Panel) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for line in &panel.lines {
        if !found.contains(&line.indicator.as_str()) {
            found.push(&line.indicator);
        }
    }
    found
}

/// Draws the bars of a panel from zero up, and a word where a place has no value.
pub fn draw(pen: &mut Pen, panel: &Panel, number: usize, plot: &Plot) {
    let indicators = indicators(panel);
    let width = (plot.step() * SHARE / indicators.len().max(1) as f64).min(WIDEST);
    let mut taken: Vec<Frame> = Vec::new();
    for line in &panel.lines {
        let at = indicators.iter().position(|id| *id == line.indicator).unwrap_or(0) as f64;
        let shift = (at - (indicators.len() as f64 - 1.0) / 2.0) * width;
        for mark in &line.marks {
            let x = plot.x(mark.x) + shift;
            if mark.conflict {
                dot(pen, line, mark, number, (x, plot.y(mark.value)));
            } else {
                bar(pen, line, mark, number, (x, width), plot);
                value(pen, mark, x, plot, &mut taken);
            }
        }
    }
    words(pen, panel, plot, &taken);
}

fn bar(pen: &mut Pen, line: &Line, mark: &Mark, number: usize, (x, width): (f64, f64), plot: &Plot) {
    let top = plot.y(mark.value);
    let shape = Shape::Bar {
        at: (x - width * 0.46, top),
        extent: (width * 0.92, plot.frame.bottom - top),
        style: line.style,
        fill: mark.fill,
    };
    pen.items.push(Item { shape, tag: mark_tag(line, mark, number) });
}

/// Several different values of one place are small marks, for a bar would choose among them.
fn dot(pen: &mut Pen, line: &Line, mark: &Mark, number: usize, at: Point) {
    let look = look(line.style);
    let shape = Shape::Dot { at, radius: RADIUS * 0.62, marker: look.marker, ink: look.ink, fill: Fill::Hollow };
    pen.items.push(Item { shape, tag: mark_tag(line, mark, number) });
}

/// The value over its bar, or within where it reaches the top; left out where the neighbour's stands.
fn value(pen: &mut Pen, mark: &Mark, x: f64, plot: &Plot, taken: &mut Vec<Frame>) {
    let setting = plain(pen.kind.label);
    let top = plot.y(mark.value);
    let rise = setting.size * 0.5 + 2.0;
    let within = plot.frame.bottom - top > 2.0 * rise && mark.fill == Fill::Hollow;
    let ways = [Some((x, top - rise)), within.then_some((x, top + rise))];
    let free = |at: &Point| {
        let frame = room(&mark.short, *at, Align::Middle, setting);
        plot.frame.grown(0.5).holds(frame) && !taken.iter().any(|other| other.meets(frame))
    };
    if let Some(at) = ways.into_iter().flatten().find(free) {
        taken.push(room(&mark.short, at, Align::Middle, setting));
        pen.beside(&mark.short, at, Align::Middle, (setting, Ink::Text), "value");
    }
}

fn words(pen: &mut Pen, panel: &Panel, plot: &Plot, taken: &[Frame]) {
    let note = plain(pen.kind.note);
    for (position, word) in &panel.words {
        let at = (plot.x(*position), plot.frame.bottom - note.size);
        let frame = room(word, at, Align::Middle, note);
        if frame.width() <= plot.step() - 1.0 && !taken.iter().any(|other| other.meets(frame)) {
            pen.beside(word, at, Align::Middle, (note, Ink::Weak), "missing");
        }
    }
}
