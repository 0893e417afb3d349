//! The chart itself: title, one plot for each unit, notes and source.

mod axes;
mod bars;
mod lines;
mod names;
mod renamed;
mod stage;

use std::sync::Arc;

use eframe::egui::{Rect, Response, RichText, ScrollArea, Ui};

use super::pick::{self, Pick};
use super::{card, marker};
use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::theme::{self, size, space};
use crate::chart::scene::{bold, plain};
use crate::chart::{ChartKind, ChartSpec, Panel};
use crate::jobs::desk::TrendPage;
use names::Names;
use stage::Stage;

/// No plot is flatter, with its axes.
const FLATTEST: f32 = 184.0;
/// Height of a panel that says why it has no value.
const SILENT: f32 = 60.0;
/// The share of the height that notes take at most before they scroll.
const NOTES: f32 = 0.3;

/// A panel that was painted: where its values stand.
pub struct Painted {
    /// Which it is.
    pub panel: usize,
    /// The plot.
    pub response: Response,
    /// Each value with the room in which the pointer means it.
    pub spots: Vec<(Pick, Rect)>,
}

/// Paints the chart into the room that is left.
pub fn ui(ui: &mut Ui, state: &mut pick::State, page: &Arc<TrendPage>, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    state.settle(page);
    let room = ui.available_height();
    ScrollArea::vertical().id_salt("trend_chart").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let top = ui.cursor().top();
        let spec = &page.spec;
        ui.label(theme::title(&spec.title));
        if !spec.subtitle.is_empty() {
            ui.label(theme::note(&spec.subtitle, cx.tokens));
        }
        let used = ui.cursor().top() - top;
        let notes = notes_height(spec, ui.available_width()).min(room * NOTES);
        let source = height(&spec.source, ui.available_width());
        let free = room - used - notes - source - space::XL;
        let panels = panels(ui, state, spec, free, cx);
        self::notes(ui, spec, notes, cx);
        ui.label(theme::note(&spec.source, cx.tokens));
        ui.add_space(space::S);
        state.follow(ui, page, &panels, actions);
        card::ui(ui, state, page, &panels, cx, actions);
    });
}

/// Paints the panels into `free`, or into the least height that they need.
fn panels(ui: &mut Ui, state: &pick::State, spec: &ChartSpec, free: f32, cx: &Cx<'_>) -> Vec<Painted> {
    let plots = || spec.panels.iter().filter(|panel| panel.silence.is_none());
    let count = plots().count().max(1) as f32;
    let free = free - (spec.panels.len() - plots().count()) as f32 * SILENT;
    // One width for the labels of all value axes, so that years stand below each other.
    let axis = plots().map(axes::width).fold(0.0, f32::max);
    let names: Vec<Names> = spec.panels.iter().map(|panel| Names::of(spec.kind, panel, ui.available_width())).collect();
    let each = (free / count).max(FLATTEST);
    let room = |panel: &Panel| each - names::PITCH - axes::below(spec.kind, panel) - 2.0 * space::S;
    let beside = spec.panels.iter().zip(&names).all(|(panel, names)| panel.silence.is_some() || names.fit(room(panel)));
    let column = if beside { names.iter().map(|names| names.width).fold(0.0, f32::max) } else { 0.0 };
    let top = ui.cursor().top();
    if !beside {
        names::legend(ui, spec, cx.tokens);
    }
    let each = ((free - (ui.cursor().top() - top)) / count).max(FLATTEST);
    let mut painted = Vec::with_capacity(spec.panels.len());
    for (at, (panel, names)) in spec.panels.iter().zip(names).enumerate() {
        let top = ui.cursor().top();
        heading(ui, panel, cx);
        if let Some(why) = &panel.silence {
            ui.label(why);
            ui.add_space(space::S);
            continue;
        }
        ui.add_space(space::XS);
        let room = each - (ui.cursor().top() - top) - ui.spacing().item_spacing.y;
        let stage = Stage::show(ui, at, (spec.kind, panel), (room, axis, column), &spec.alt, state.words(at));
        painted.push(paint(ui, at, stage, beside.then_some(&names), state, cx));
    }
    painted
}

/// The indicators of a panel, where the title does not name them, and the unit of its values.
fn heading(ui: &mut Ui, panel: &Panel, cx: &Cx<'_>) {
    ui.horizontal(|ui| {
        if let Some(heading) = &panel.heading {
            let unit = f64::from(size::NOTE) * panel.unit.chars().count() as f64;
            let room = f64::from(ui.available_width()) - unit - f64::from(space::XL);
            let cut = bold(f64::from(size::NOTE)).cut(heading, room.max(0.0));
            let label = ui.label(theme::bold(&cut).size(size::NOTE));
            if cut != *heading {
                label.on_hover_text(heading);
            }
        }
        ui.label(theme::note(&panel.unit, cx.tokens));
    });
}

fn paint(ui: &Ui, at: usize, stage: Stage<'_>, names: Option<&Names>, state: &pick::State, cx: &Cx<'_>) -> Painted {
    let pick = state.pick().filter(|pick| pick.panel == at);
    let painter = ui.painter().with_clip_rect(stage.rect.expand(marker::RADIUS * 2.0).intersect(ui.clip_rect()));
    axes::paint(ui, &stage, cx.tokens.dark);
    let spots = if stage.kind == ChartKind::Bars {
        bars::paint(&painter, &stage, pick, cx.tokens)
    } else {
        lines::paint(&painter, &stage, pick, cx.tokens)
    };
    renamed::paint(ui, &painter, &stage, cx);
    if let Some(names) = names {
        names.paint(ui, &stage, cx.tokens);
    }
    let spots = spots.into_iter().map(|(line, mark, rect)| (Pick { panel: at, line, mark }, rect)).collect();
    Painted { panel: at, response: stage.response, spots }
}

fn notes(ui: &mut Ui, spec: &ChartSpec, height: f32, cx: &Cx<'_>) {
    if spec.notes.is_empty() {
        return;
    }
    ScrollArea::vertical().id_salt("trend_notes").max_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for note in &spec.notes {
            ui.label(RichText::new(note).size(size::NOTE).color(cx.tokens.weak));
        }
    });
}

fn notes_height(spec: &ChartSpec, width: f32) -> f32 {
    spec.notes.iter().map(|note| height(note, width)).sum()
}

/// The height that a note takes when it is wrapped.
fn height(text: &str, width: f32) -> f32 {
    let note = plain(f64::from(size::NOTE));
    // A Chinese line is 1.45 times as high as its type.
    note.wrap(text, f64::from(width)).len() as f32 * size::NOTE * 1.48
}

#[cfg(test)]
mod tests;
