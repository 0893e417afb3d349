//! 库: what the library holds and lacks, the first screen while it is empty, and what became of imported files.

mod bar;
mod card;
mod choose;
mod filter;
mod grid;
mod import;
mod list;
mod menu;
mod order;
mod overlay;
mod results;
mod sieve;
mod states;
mod tree;
mod welcome;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::action::Action;
use super::cx::Cx;
use super::keyboard::{Region, pane};
use super::load::Load;
use crate::jobs::desk::Overview;
use filter::Filter;
use order::Order;
use sieve::{Shown, Sieve};

pub use import::Import;
pub use overlay::drop_overlay;

/// Height of the results at first.
const RESULTS: f32 = 220.0;
/// Their least height: head and two rows.
const RESULTS_LEAST: f32 = 150.0;
/// Height that is left to what lies above them.
const ABOVE_LEAST: f32 = 240.0;

/// How the bodies or reports are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Layout {
    /// 网格: bodies by years.
    #[default]
    Grid,
    /// 列表: one report a row.
    List,
}

/// The view's own state.
#[derive(Debug, Default)]
pub struct View {
    layout: Layout,
    /// What is asked for, years left out: those are chosen for all views.
    filter: Filter,
    /// What stands in the search field.
    typed: String,
    /// Whether an input method is at work in it.
    composing: bool,
    order: Order,
    sieve: Sieve,
    grid: grid::State,
    list: list::State,
    results: results::State,
}

impl View {
    /// Brings the keyboard into the grid or the list.
    fn enter(&mut self) {
        match self.layout {
            Layout::Grid => self.grid.enter = true,
            Layout::List => self.list.enter = true,
        }
    }
}

/// Paints the view. `job` is the running or last import whose results are to be shown.
pub fn ui(
    ui: &mut Ui,
    view: &mut View,
    library: &Load<Overview>,
    job: Option<&Import>,
    cx: &Cx<'_>,
    actions: &mut Vec<Action>,
) {
    if let Some(job) = job {
        let most = (ui.available_height() - ABOVE_LEAST).max(RESULTS_LEAST);
        let margin = Margin { left: 16, right: 16, top: 8, bottom: 8 };
        Panel::bottom("import_results")
            .resizable(true)
            .default_size(RESULTS.min(most))
            .size_range(RESULTS_LEAST..=most)
            .frame(Frame::new().fill(cx.tokens.panel).inner_margin(margin))
            .show(ui, |ui| {
                let _pane = pane(ui, Region::View);
                results::ui(ui, &mut view.results, job, cx, actions);
            });
    }
    let frame = Frame::new().fill(cx.tokens.page).inner_margin(Margin { left: 16, right: 16, top: 12, bottom: 8 });
    CentralPanel::default().frame(frame).show(ui, |ui| match (library.page(), library) {
        (Some(page), _) if page.reports.is_empty() => nothing(ui, job, cx, actions),
        (Some(page), _) => filled(ui, view, page, cx, actions),
        (None, Load::Failed(sentence)) => states::failed(ui, sentence, cx, actions),
        (None, _) => states::loading(ui, cx),
    });
}

/// A library without a report: the first screen, or word of the import that is filling it.
fn nothing(ui: &mut Ui, job: Option<&Import>, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    if cx.busy || job.is_some_and(Import::running) {
        states::filling(ui, cx);
    } else {
        welcome::ui(ui, cx, actions);
    }
}

fn filled(ui: &mut Ui, view: &mut View, page: &Arc<Overview>, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let filter = Filter { years: bar::years(page, cx.selection), ..view.filter.clone() };
    let shown = view.sieve.sift(page, &filter, view.order, ui.ctx());
    let Some(shown) = shown else { return states::loading(ui, cx) };
    bar::ui(ui, view, &shown, cx, actions);
    let _pane = pane(ui, Region::View);
    match view.layout {
        _ if lacks(&shown, view.layout) => states::no_match(ui, view, &shown, cx, actions),
        Layout::Grid => grid::ui(ui, &mut view.grid, &shown, cx, actions),
        Layout::List => list::ui(ui, &mut view.list, &mut view.order, &shown, cx, actions),
    }
}

/// Whether there is nothing to lay out.
fn lacks(shown: &Shown, layout: Layout) -> bool {
    match layout {
        Layout::Grid => shown.lines.is_empty(),
        Layout::List => shown.reports.is_empty(),
    }
}
