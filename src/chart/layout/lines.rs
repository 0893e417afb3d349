//! Lines, broken at gaps, with a mark for each value and the value beside it where there is room.

use crate::chart::palette::look;
use crate::chart::scene::{Frame, Item, Point, Shape, Tag};
use crate::chart::spec::{Fill, Line, Mark, Panel};

use super::axes::Plot;
use super::ends::FEW;
use super::pen::Pen;
use super::values::{self, Spot};

/// Width of a line.
pub const WIDTH: f64 = 1.4;
/// Half of a mark's height.
pub const RADIUS: f64 = 2.8;
/// A mark of several different values of one year is this much smaller.
const SMALL: f64 = 0.62;

/// Draws the lines of a panel, the first over the others.
///
/// Where `told_last` says that the values of the last year stand behind the names, they do not stand there again.
pub fn draw(pen: &mut Pen, panel: &Panel, number: usize, plot: &Plot, told_last: bool) {
    let mut segments: Vec<(Point, Point)> = Vec::new();
    for line in panel.lines.iter().rev() {
        for run in line.runs(&panel.x) {
            let points: Vec<Point> = run.iter().map(|mark| (plot.x(mark.x), plot.y(mark.value))).collect();
            if points.len() > 1 {
                segments.extend(points.windows(2).map(|pair| (pair[0], pair[1])));
                let look = look(line.style);
                let years: Vec<String> = run.iter().map(|mark| mark.x.to_string()).collect();
                let tag = Tag { class: "line", data: named(line, number, ("years", years.join(" "))) };
                pen.path(points, (look.ink, WIDTH, look.dash), tag);
            }
        }
    }
    for line in panel.lines.iter().rev() {
        for mark in &line.marks {
            dot(pen, line, mark, number, plot);
        }
    }
    let two_years = plot.years() == Some(2);
    if panel.lines.len() <= FEW || two_years {
        let told = |mark: &Mark| told_last && Some(mark.x) == plot.last_year();
        values(pen, panel, plot, &segments, told);
    }
}

fn values(pen: &mut Pen, panel: &Panel, plot: &Plot, segments: &[(Point, Point)], told: impl Fn(&Mark) -> bool) {
    let marks = || panel.lines.iter().flat_map(|line| &line.marks);
    let place = |mark: &Mark| (plot.x(mark.x), plot.y(mark.value));
    let around = |(x, y): Point| Frame { left: x, top: y, right: x, bottom: y }.grown(RADIUS);
    let taken: Vec<Frame> = marks().map(|mark| around(place(mark))).collect();
    let spots =
        marks().filter(|mark| !mark.conflict && !told(mark)).map(|mark| Spot { text: &mark.short, at: place(mark) });
    values::draw(pen, spots, RADIUS, (taken, segments), plot.frame);
}

fn dot(pen: &mut Pen, line: &Line, mark: &Mark, number: usize, plot: &Plot) {
    let look = look(line.style);
    let radius = if mark.conflict { RADIUS * SMALL } else { RADIUS };
    let at = (plot.x(mark.x), plot.y(mark.value));
    let shape = Shape::Dot { at, radius, marker: look.marker, ink: look.ink, fill: mark.fill };
    pen.items.push(Item { shape, tag: mark_tag(line, mark, number) });
}

/// What a mark stands for.
pub fn mark_tag(line: &Line, mark: &Mark, number: usize) -> Tag {
    let mut data = named(line, number, ("year", mark.proof.year.to_string()));
    data.push(("value", mark.value.to_string()));
    data.push(("fill", if mark.fill == Fill::Solid { "solid" } else { "hollow" }.to_owned()));
    if mark.conflict {
        data.push(("conflict", "true".to_owned()));
    }
    Tag { class: "mark", data }
}

fn named(line: &Line, number: usize, last: (&'static str, String)) -> Vec<(&'static str, String)> {
    let body = if line.body.place.last() == Some(&line.body.name) || line.body.place.is_empty() {
        line.body.name.clone()
    } else {
        format!("{} {}", line.body.place.concat(), line.body.name)
    };
    vec![("panel", number.to_string()), ("place", body), ("indicator", line.indicator.clone()), last]
}
