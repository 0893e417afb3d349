//! Ticks and labels of a panel, those of the spec and no others.

use eframe::egui::{Align2, FontId, Pos2, Stroke, Ui};

use super::stage::{Labels, Stage, position};
use crate::app::theme::{size, space};
use crate::app::trend::marker;
use crate::chart::palette::Ink;
use crate::chart::scale::thinned;
use crate::chart::scene::plain;
use crate::chart::wrap::Setting;
use crate::chart::{Axis, ChartKind, Panel};

/// Height of a line of labels.
const LINE: f32 = 20.0;
/// Space that egui_plot leaves at both sides of a label of the value axis.
const SIDES: f32 = 10.0;
/// The share of the width that names of places take at most beside lying bars.
const NAMES: f32 = 0.35;
/// The least distance of two labels of values.
const LEAST: f64 = 17.0;

fn note() -> Setting {
    plain(f64::from(size::NOTE))
}

/// The labels of both axes.
pub struct Shown {
    /// Of the values.
    pub values: Labels,
    /// Of years or places.
    pub stands: Labels,
}

impl Shown {
    /// The ticks of a panel's spec, thinned out where they would meet.
    pub fn of(panel: &Panel, lying: bool, (width, height): (f32, f32)) -> Self {
        let ticks = &panel.y.ticks;
        let widest = ticks.iter().map(|tick| note().width(&tick.label)).fold(LEAST, f64::max);
        let (room, least) = if lying { (width, widest + LEAST) } else { (height, LEAST) };
        let step = f64::from(room) / ticks.len().saturating_sub(1).max(1) as f64;
        let values = Labels(ticks.iter().map(|tick| (tick.value, tick.label.clone())).collect());
        let values = values.keep(&thinned(ticks.len(), step, least));
        Self { values, stands: stands(panel, lying, (width, height)) }
    }
}

fn stands(panel: &Panel, lying: bool, (width, height): (f32, f32)) -> Labels {
    match &panel.x {
        Axis::Years { years, .. } => {
            let all = years.iter().map(|year| (position(panel, *year), year.to_string())).collect();
            let step = f64::from(width) / years.len().max(1) as f64;
            Labels(all).keep(&thinned(years.len(), step, note().width("2000") + LEAST / 2.0))
        }
        Axis::Places(places) if lying => {
            let room = f64::from(names_width(panel, width * 2.0) - SIDES);
            let name = |(at, name): (usize, &String)| (-(at as f64), note().cut(name, room));
            let step = f64::from(height) / places.len().max(1) as f64;
            Labels(places.iter().enumerate().map(name).collect()).keep(&thinned(places.len(), step, LEAST))
        }
        Axis::Places(places) => {
            let room = f64::from(width) / places.len().max(1) as f64 - f64::from(space::XS);
            Labels(places.iter().enumerate().map(|(at, name)| (at as f64, note().cut(name, room))).collect())
        }
    }
}

/// Whether names of places are too long to stand side by side below bars.
pub fn lying(panel: &Panel, width: f32) -> bool {
    let Axis::Places(places) = &panel.x else { return false };
    let share = f64::from(width) / places.len().max(1) as f64 - f64::from(space::S);
    places.iter().any(|name| note().width(name) > share)
}

/// Width of the labels of values.
pub fn width(panel: &Panel) -> f32 {
    panel.y.ticks.iter().map(|tick| note().width(&tick.label)).fold(0.0, f64::max) as f32 + SIDES
}

/// Width of the names of places beside lying bars.
pub fn names_width(panel: &Panel, width: f32) -> f32 {
    let Axis::Places(places) = &panel.x else { return 0.0 };
    let widest = places.iter().map(|name| note().width(name)).fold(0.0, f64::max) as f32;
    (widest + SIDES).min(width * NAMES)
}

/// Height of the labels below a plot.
pub fn below(kind: ChartKind, panel: &Panel) -> f32 {
    if kind == ChartKind::Bars || panel.words.is_empty() { LINE } else { 2.0 * LINE }
}

/// The line that values stand on, its ticks, and a word below the years that no line has a value for.
pub fn paint(ui: &Ui, stage: &Stage<'_>, dark: bool) {
    let painter = ui.painter();
    let axis = Stroke::new(1.0, marker::ink(Ink::Axis, dark));
    let rect = stage.rect;
    if stage.lying {
        painter.line_segment([rect.left_top(), rect.left_bottom()], axis);
        return;
    }
    let foot = stage.point(0, 0.0, stage.panel.y.min).y;
    painter.line_segment([Pos2::new(rect.left(), foot), Pos2::new(rect.right(), foot)], axis);
    let Axis::Years { years, .. } = &stage.panel.x else { return };
    for year in years {
        let at = Pos2::new(stage.point(*year, 0.0, stage.panel.y.min).x, foot);
        painter.line_segment([at, at + eframe::egui::Vec2::new(0.0, space::XS)], axis);
    }
    let mut taken = rect.left() - LINE;
    for (year, word) in &stage.panel.words {
        let x = stage.point(*year, 0.0, stage.panel.y.min).x;
        let half = note().width(word) as f32 / 2.0;
        if x - half > taken {
            let at = Pos2::new(x, rect.bottom() + LINE);
            let font = FontId::proportional(size::NOTE);
            painter.text(at, Align2::CENTER_TOP, word, font, marker::ink(Ink::Weak, dark));
            taken = x + half + space::XS;
        }
    }
}
