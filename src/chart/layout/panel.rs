//! One panel: heading and unit, plot, axes, and what stands in it.

use crate::chart::palette::Ink;
use crate::chart::scene::{Frame, bold, plain};
use crate::chart::spec::{Axis, ChartKind, Panel};

use super::axes::{self, Plot};
use super::ends::Ends;
use super::pen::{LEADING, Pen, Type};
use super::{bars, lines};

/// A plot narrower than this shows nothing.
const NARROWEST: f64 = 56.0;
/// A plot flatter than this shows nothing.
const FLATTEST: f64 = 24.0;
/// Room over the plot for half of the topmost label, in sizes of labels.
const OVER: f64 = 0.65;
/// A slot for bars narrower than this holds no bar and no character.
const LEAST_SLOT: f64 = 10.0;

/// Where the parts of a panel will stand.
pub struct Sketch {
    panel: Frame,
    plot: Frame,
    head: Head,
    ends: Option<Ends>,
    labelled: bool,
}

/// How the panels of a chart are divided.
#[derive(Clone, Copy)]
pub struct Manner {
    /// How values are laid out.
    pub chart: ChartKind,
    /// Sizes of type.
    pub kind: Type,
    /// Names at the line ends, and not in a legend.
    pub named: bool,
}

/// Heading and unit.
struct Head {
    heading: Vec<String>,
    /// Where the unit starts, where it stands behind the heading.
    beside: Option<f64>,
    unit: String,
}

impl Head {
    fn of(panel: &Panel, width: f64, kind: Type) -> Self {
        let (strong, label) = (bold(kind.label), plain(kind.label));
        let unit = label.cut(&panel.unit, width);
        let heading = panel.heading.as_ref().map_or_else(Vec::new, |text| strong.wrap_up_to(text, width, 2));
        let first = heading.first().map_or(0.0, |line| strong.width(line) + 8.0);
        let beside = (heading.len() == 1 && first + label.width(&unit) <= width).then_some(first);
        Self { heading, beside, unit }
    }

    fn height(&self, kind: Type) -> f64 {
        let rows = self.heading.len() + usize::from(self.beside.is_none() && !self.unit.is_empty());
        rows as f64 * kind.label * LEADING
    }

    fn draw(&self, pen: &mut Pen, left: f64, top: f64) {
        let size = pen.kind.label;
        let end = pen.block(&self.heading, (left, top), bold(size), Ink::Text, "heading");
        let at = self.beside.map_or((left, end), |offset| (left + offset, top));
        let unit = (!self.unit.is_empty()).then(|| self.unit.clone());
        pen.block(unit.as_slice(), at, plain(size), Ink::Weak, "unit");
    }
}

/// The least height of a panel without names at the line ends.
pub fn least(panel: &Panel, width: f64, kind: Type, labelled: bool) -> f64 {
    if panel.silence.is_some() {
        return Head::of(panel, width, kind).height(kind)
            + silence(panel, width, kind).len() as f64 * kind.label * LEADING;
    }
    let plot = width - axes::left_width(panel, kind);
    Head::of(panel, width, kind).height(kind) + kind.label * OVER + FLATTEST + axes::below(panel, kind, plot, labelled)
}

/// Why there is no plot, in lines.
fn silence(panel: &Panel, width: f64, kind: Type) -> Vec<String> {
    panel.silence.as_ref().map_or_else(Vec::new, |text| plain(kind.label).wrap_up_to(text, width, 2))
}

/// Divides a panel's rectangle; `None` where names at the line ends have no room, or the plot itself has none.
pub fn sketch(panel: &Panel, frame: Frame, manner: Manner, labelled: bool) -> Option<Sketch> {
    let Manner { chart, kind, named } = manner;
    let head = Head::of(panel, frame.width(), kind);
    if panel.silence.is_some() {
        let plot = Frame { top: frame.top + head.height(kind), ..frame };
        return Some(Sketch { panel: frame, plot, head, ends: None, labelled });
    }
    let grouped = chart == ChartKind::Bars && bars::groups(panel) > 1;
    let ends = match (named, chart) {
        (true, ChartKind::Bars) if grouped => return None,
        (true, ChartKind::Line | ChartKind::Slope) => {
            Some(Ends::of(panel, frame.width(), kind, chart == ChartKind::Slope)?)
        }
        _ => None,
    };
    let left = frame.left + axes::left_width(panel, kind);
    let right = frame.right - ends.as_ref().map_or(0.0, |ends| ends.width);
    let top = frame.top + head.height(kind) + kind.label * OVER;
    let bottom = frame.bottom - axes::below(panel, kind, right - left, labelled);
    let plot = Frame { left, top, right, bottom };
    let slots = match &panel.x {
        Axis::Places(places) => places.len() as f64 * LEAST_SLOT.max(kind.label + 2.0),
        Axis::Years { .. } => 0.0,
    };
    let fits = plot.width() >= NARROWEST.max(slots)
        && plot.height() >= FLATTEST - 1e-6
        && ends.as_ref().is_none_or(|ends| ends.fit(plot, kind));
    fits.then_some(Sketch { panel: frame, plot, head, ends, labelled })
}

/// Gives all plots over years the same sides, so that a year stands at one place in all of them; `None` where that
/// leaves them no room.
pub fn align(panels: &[Panel], sketches: &mut [Sketch]) -> Option<()> {
    let plot = |panel: &Panel| panel.silence.is_none() && matches!(panel.x, Axis::Years { .. });
    let mut plots: Vec<&mut Frame> =
        panels.iter().zip(sketches).filter(|(panel, _)| plot(panel)).map(|(_, sketch)| &mut sketch.plot).collect();
    let left = plots.iter().map(|plot| plot.left).fold(f64::NEG_INFINITY, f64::max);
    let right = plots.iter().map(|plot| plot.right).fold(f64::INFINITY, f64::min);
    plots.iter_mut().for_each(|plot| (plot.left, plot.right) = (left, right));
    (plots.is_empty() || right - left >= NARROWEST).then_some(())
}

/// Draws a panel; `number` counts them from 0.
pub fn draw(pen: &mut Pen, chart: ChartKind, panel: &Panel, number: usize, sketch: &Sketch) {
    sketch.head.draw(pen, sketch.panel.left, sketch.panel.top);
    if panel.silence.is_some() {
        let (label, at) = (plain(pen.kind.label), (sketch.plot.left, sketch.plot.top));
        let lines = silence(panel, sketch.plot.width(), pen.kind);
        pen.block(&lines, at, label, Ink::Text, "silence");
        return;
    }
    let plot = Plot::new(panel, sketch.plot);
    axes::draw(pen, panel, &plot, sketch.labelled);
    if chart == ChartKind::Bars {
        bars::draw(pen, panel, number, &plot);
    } else {
        lines::draw(pen, panel, number, &plot, sketch.ends.as_ref().is_some_and(|ends| ends.values));
    }
    if let Some(ends) = &sketch.ends {
        ends.draw(pen, panel, &plot);
    }
}
