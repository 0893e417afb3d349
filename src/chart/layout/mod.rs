//! A chart and a size → the same chart with everything at its place.
//!
//! Sizes of type are those on the finished paper, so a smaller picture is laid out anew and not shrunk. Texts never
//! overlap and never leave the picture: what has no room is thinned out (ticks, labels of values), moved apart (names at
//! line ends), put into a legend, or left to the sheet beside the picture (notes), in that order.

mod axes;
mod bars;
mod ends;
mod legend;
mod lines;
mod panel;
mod pen;
mod values;

use super::scene::{Frame, Scene};
use super::size::{INCH, Size};
use super::spec::{Axis, ChartSpec, Panel};
use super::wrap::Setting;

use legend::Legend;
use panel::Manner;
use pen::{LEADING, Pen, Type};

/// Space between blocks of text and plots.
const BLOCK: f64 = 4.0;
/// Most lines of a title: enough for all but made-up ones.
const TITLE: usize = 5;
/// Space between title and subtitle.
const UNDER_TITLE: f64 = 1.5;
/// Space between two panels.
const BETWEEN: f64 = 5.0;
/// Up to this height a panel goes before notes: one alone, and one of several.
const GOOD_PANEL: (f64, f64) = (80.0, 58.0);

/// The size asked for has no room for the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TooSmall {
    /// The height that would do, in millimetres, at the width asked for.
    pub height: f64,
    /// The width that would do, in millimetres.
    pub width: f64,
}

/// How much of the words is kept where room is short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Thrift {
    /// All of them.
    Generous,
    /// One line of the subtitle, two of the source.
    Tight,
    /// The same without the subtitle and with one line for the notes: whatever fits into a height also fits into a larger one.
    Bare,
}

/// Lays a chart out.
///
/// # Errors
///
/// [`TooSmall`] where not even the plots themselves have room.
pub fn layout(spec: &ChartSpec, size: Size) -> Result<Scene, TooSmall> {
    let kind = Type::of(size);
    let (width, height) = size.points();
    let page = Frame { left: kind.margin, top: kind.margin, right: width - kind.margin, bottom: height - kind.margin };
    if page.width() < kind.label * 16.0 {
        return Err(TooSmall { height: size.height, width: (kind.label * 16.0 + 2.0 * kind.margin) / 72.0 * INCH });
    }
    let pen = [Thrift::Generous, Thrift::Tight, Thrift::Bare]
        .into_iter()
        .find_map(|thrift| attempt(spec, kind, page, thrift));
    let Some(pen) = pen else { return Err(TooSmall { height: needed(spec, kind, page), width: size.width }) };
    let title = spec.title.clone();
    Ok(Scene { size, extent: (width, height), items: pen.items, title, description: spec.alt.clone() })
}

/// The height in millimetres that the chart would fit into.
fn needed(spec: &ChartSpec, kind: Type, page: Frame) -> f64 {
    let tall = |points: f64| Frame { bottom: page.top + points, ..page };
    let fits = |points: &f64| attempt(spec, kind, tall(*points), Thrift::Bare).is_some();
    let found = (1..600).map(|step| page.height() + f64::from(step) * 4.0).find(fits);
    let points = found.unwrap_or(page.height() * 2.0) + 2.0 * kind.margin;
    (points / 72.0 * INCH).ceil()
}

/// Lays everything out with that thrift; `None` where it has no room.
fn attempt(spec: &ChartSpec, kind: Type, page: Frame, thrift: Thrift) -> Option<Pen> {
    let mut pen = Pen::new(kind);
    let top = head(&mut pen, spec, page, thrift) + BLOCK;
    let source = Foot::of(spec, kind, page, thrift);
    let bottom = page.bottom - source.height(kind);
    let free = Frame { top, bottom: bottom - BLOCK, ..page };
    // Names at the line ends first; a legend where a panel has no room for them.
    let legend = Legend::of(spec, kind, page.width());
    let body = Body::divide(spec, kind, free, thrift, &Legend::none());
    let (legend, body) = match body {
        Some(body) => (Legend::none(), body),
        None => {
            let body = Body::divide(spec, kind, free, thrift, &legend)?;
            (legend, body)
        }
    };
    legend.draw(&mut pen, page.left, top);
    for (at, (panel, sketch)) in spec.panels.iter().zip(&body.panels).enumerate() {
        panel::draw(&mut pen, spec.kind, panel, at, sketch);
    }
    body.notes.draw(&mut pen, page.left, body.end + BLOCK);
    source.draw(&mut pen, page, bottom);
    Some(pen)
}

/// Panels and notes, between the head and the source line.
struct Body {
    panels: Vec<panel::Sketch>,
    /// Where the last panel ends.
    end: f64,
    notes: Notes,
}

impl Body {
    fn divide(spec: &ChartSpec, kind: Type, free: Frame, thrift: Thrift, legend: &Legend) -> Option<Self> {
        let gaps = spec.panels.len().saturating_sub(1) as f64 * BETWEEN;
        // What says why it has no value takes the lines of that, and plots the rest.
        let plots = |panel: &&Panel| panel.silence.is_none();
        let count = spec.panels.iter().filter(plots).count().max(1) as f64;
        let labels = labelled(spec, thrift);
        let needs = |(panel, labelled): (&Panel, &bool)| panel::least(panel, free.width(), kind, *labelled);
        let least: Vec<f64> = spec.panels.iter().zip(&labels).map(needs).collect();
        let all_least = least.iter().sum::<f64>();
        let first = free.top + legend.height(kind);
        let wanted = match thrift {
            Thrift::Generous if count > 1.0 => all_least.max(count * GOOD_PANEL.1),
            Thrift::Generous => all_least.max(GOOD_PANEL.0),
            Thrift::Tight => all_least,
            Thrift::Bare => f64::INFINITY,
        };
        let notes = Notes::of(spec, kind, free.width(), free.bottom - first - gaps - wanted);
        let spare = free.bottom - first - gaps - all_least - notes.height(kind);
        if spare < 0.0 {
            return None;
        }
        let manner = Manner { chart: spec.kind, kind, named: legend.is_empty() };
        let mut top = first;
        let mut panels = Vec::with_capacity(spec.panels.len());
        for ((panel, least), labelled) in spec.panels.iter().zip(least).zip(labels) {
            let frame = Frame { top, bottom: top + least + if plots(&panel) { spare / count } else { 0.0 }, ..free };
            panels.push(panel::sketch(panel, frame, manner, labelled)?);
            top = frame.bottom + BETWEEN;
        }
        panel::align(&spec.panels, &mut panels)?;
        Some(Self { panels, end: top - BETWEEN, notes })
    }
}

/// Which panels say their years: where room is short, the last of those that share them says them for all.
fn labelled(spec: &ChartSpec, thrift: Thrift) -> Vec<bool> {
    let next = |at: usize| spec.panels.iter().skip(at + 1).find(|panel| panel.silence.is_none());
    let shared = |(at, panel): (usize, &Panel)| {
        let years = matches!(panel.x, Axis::Years { .. });
        thrift != Thrift::Generous && years && next(at).is_some_and(|next| next.x == panel.x)
    };
    spec.panels.iter().enumerate().map(|each| !shared(each)).collect()
}

/// Title and subtitle; returns where they end.
fn head(pen: &mut Pen, spec: &ChartSpec, page: Frame, thrift: Thrift) -> f64 {
    let Type { title, label, .. } = pen.kind;
    let subtitle_lines = match thrift {
        Thrift::Generous => 3,
        Thrift::Tight => 1,
        // Axes say their units all the same.
        Thrift::Bare => 0,
    };
    let bold = super::scene::bold(title);
    let even = bold.wrap_evenly(&spec.title, page.width());
    let lines = if even.len() > TITLE { bold.wrap_up_to(&spec.title, page.width(), TITLE) } else { even };
    let top = pen.block(&lines, (page.left, page.top), bold, super::palette::Ink::Text, "title");
    let plain = super::scene::plain(label);
    let top = top + UNDER_TITLE;
    let lines = plain.wrap_up_to(&spec.subtitle, page.width(), subtitle_lines);
    pen.block(&lines, (page.left, top), plain, super::palette::Ink::Weak, "subtitle")
}

/// Source line and stamp.
struct Foot {
    source: Vec<String>,
    stamp: Option<String>,
    /// Whether the stamp stands behind the last line of the source.
    beside: bool,
}

impl Foot {
    fn of(spec: &ChartSpec, kind: Type, page: Frame, thrift: Thrift) -> Self {
        let note = super::scene::plain(kind.note);
        let lines = if thrift == Thrift::Generous { 5 } else { 2 };
        let whole = note.wrap_at_pauses(&spec.source, page.width());
        let source = if whole.len() > lines { note.wrap_up_to(&spec.source, page.width(), lines) } else { whole };
        let stamp = spec.stamp.as_ref().map(|stamp| note.cut(stamp, page.width()));
        let last = source.last().map_or(0.0, |line| note.width(line));
        let beside = stamp.as_ref().is_some_and(|stamp| last + 12.0 + note.width(stamp) <= page.width());
        Self { source, stamp, beside: beside && last > 0.0 }
    }

    fn height(&self, kind: Type) -> f64 {
        let own_line = usize::from(self.stamp.is_some() && !self.beside);
        (self.source.len() + own_line) as f64 * kind.note * LEADING
    }

    fn draw(&self, pen: &mut Pen, page: Frame, top: f64) {
        let note = super::scene::plain(pen.kind.note);
        let end = pen.block(&self.source, (page.left, top), note, super::palette::Ink::Weak, "source");
        let Some(stamp) = &self.stamp else { return };
        let top = if self.beside { end - note.size * LEADING } else { end };
        let left = page.right - note.width(stamp);
        pen.block(std::slice::from_ref(stamp), (left, top), note, super::palette::Ink::Weak, "stamp");
    }
}

/// The notes that have room, each on lines of its own.
struct Notes {
    lines: Vec<String>,
    note: Setting,
}

impl Notes {
    /// As many whole notes as fit into a height, with a word on the others. The word itself always stays.
    fn of(spec: &ChartSpec, kind: Type, width: f64, height: f64) -> Self {
        let note = super::scene::plain(kind.note);
        let most = ((height - BLOCK) / (kind.note * LEADING)).floor().max(1.0) as usize;
        let all: Vec<Vec<String>> = spec.notes.iter().map(|text| note.wrap(text, width)).collect();
        if all.iter().map(Vec::len).sum::<usize>() <= most {
            return Self { lines: all.concat(), note };
        }
        let mut lines: Vec<String> = Vec::new();
        for own in all {
            if lines.len() + own.len() < most {
                lines.extend(own);
            }
        }
        lines.extend((!spec.more.is_empty()).then(|| note.cut(&spec.more, width)));
        Self { lines, note }
    }

    fn height(&self, kind: Type) -> f64 {
        if self.lines.is_empty() { 0.0 } else { BLOCK + self.lines.len() as f64 * kind.note * LEADING }
    }

    fn draw(&self, pen: &mut Pen, left: f64, top: f64) {
        pen.block(&self.lines, (left, top), self.note, super::palette::Ink::Weak, "note");
    }
}

#[cfg(test)]
mod tests;
