//! 趋势: values over years or across places, each with its sentence a touch away, and the same points as a table.
//!
//! What is chosen lives in the shared selection, what is painted in the desk's [`ChartSpec`]; a view keeps neither.
//!
//! [`ChartSpec`]: crate::chart::ChartSpec

mod card;
mod chart;
mod choose;
mod empty;
mod head;
mod marker;
mod pick;
mod table;

use std::sync::Arc;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::action::Action;
use super::cx::Cx;
use super::keyboard::{Region, pane};
use super::load::Load;
use super::theme::{self, space};
use crate::jobs::desk::TrendPage;

/// Width of the choices at first, and how far it can be drawn.
const CHOICES: f32 = 320.0;
/// The share of a narrow window that they take at first.
const SHARE: f32 = 0.23;
const CHOICES_RANGE: [f32; 2] = [200.0, 420.0];

/// What this view remembers of itself.
#[derive(Default)]
pub struct View {
    choose: choose::State,
    empty: empty::State,
    pick: pick::State,
    table: table::State,
}

/// Paints the view.
pub fn ui(ui: &mut Ui, view: &mut View, load: &Load<TrendPage>, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let margin = Margin::same(space::S as i8);
    Panel::left("trend_choices")
        .default_size((ui.available_width() * SHARE).min(CHOICES))
        .size_range(CHOICES_RANGE[0]..=CHOICES_RANGE[1])
        .frame(Frame::new().fill(cx.tokens.panel).inner_margin(margin))
        .show(ui, |ui| choose::ui(ui, &mut view.choose, load.page(), cx, actions));
    let margin = Margin::symmetric(space::L as i8, space::S as i8);
    let frame = Frame::new().fill(cx.tokens.page).inner_margin(margin);
    CentralPanel::no_frame().frame(frame).show(ui, |ui| middle(ui, view, load, cx, actions));
}

/// What stands in the middle.
enum Shown<'a> {
    /// Something is still to be chosen.
    Nothing,
    /// Asked, not answered.
    Waiting,
    /// No answer.
    Failed(&'a str),
    /// A chart without a single value.
    NoValue(&'a Arc<TrendPage>),
    /// A chart.
    Chart(&'a Arc<TrendPage>),
}

fn shown<'a>(load: &'a Load<TrendPage>, cx: &Cx<'_>) -> Shown<'a> {
    if cx.selection.bodies.is_empty() || cx.selection.indicators.is_empty() {
        return Shown::Nothing;
    }
    match (load, load.page()) {
        (Load::Failed(sentence), _) => Shown::Failed(sentence),
        (_, Some(page)) if page.spec.marks().next().is_some() => Shown::Chart(page),
        // Whether the next chart has a value is not known yet: the page before would say it has none.
        (Load::Ready(_), Some(page)) => Shown::NoValue(page),
        (_, _) => Shown::Waiting,
    }
}

fn middle(ui: &mut Ui, view: &mut View, load: &Load<TrendPage>, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let _pane = pane(ui, Region::View);
    let shown = shown(load, cx);
    head::ui(ui, matches!(shown, Shown::Chart(_)), cx, actions);
    match shown {
        Shown::Nothing => empty::choose(ui, &mut view.empty, cx, actions),
        Shown::Waiting => empty::waiting(ui, cx),
        Shown::Failed(sentence) => empty::failed(ui, sentence, cx, actions),
        Shown::NoValue(page) => empty::no_value(ui, &mut view.empty, page, cx, actions),
        Shown::Chart(page) => {
            table::panel(ui, &mut view.table, page, load.is_loading(), cx, actions);
            chart::ui(ui, &mut view.pick, page, cx, actions);
        }
    }
}

/// A segment of a row of choices of which one holds.
fn segment(ui: &mut Ui, chosen: bool, text: String) -> bool {
    let text = if chosen { theme::bold(text) } else { text.into() };
    ui.selectable_label(chosen, text).clicked() && !chosen
}

#[cfg(test)]
pub(super) mod tests;
