//! The view without a report: why, and what to do.

use std::cmp::Reverse;
use std::sync::Arc;

use eframe::egui::{Align, Button, Label, Layout, ScrollArea, Ui};

use super::cite;
use crate::app::action::{Action, Address, Place};
use crate::app::cx::Cx;
use crate::app::theme::{self, space};
use crate::jobs::desk::Overview;
use crate::store::ReportSummary;

/// Reports that are offered.
const MOST: usize = 10;
/// Width of the list.
const WIDTH: f32 = 560.0;

/// The reports offered, chosen once for each state of the library.
#[derive(Default)]
pub struct Shelf {
    of: Option<Arc<Overview>>,
    reports: Vec<ReportSummary>,
}

impl Shelf {
    fn make(&mut self, overview: &Arc<Overview>) {
        if self.of.as_ref().is_some_and(|own| Arc::ptr_eq(own, overview)) {
            return;
        }
        let mut reports: Vec<&ReportSummary> = overview.reports.iter().collect();
        reports.sort_by_key(|report| (Reverse(report.year), Reverse(report.observations)));
        self.reports = reports.into_iter().take(MOST).cloned().collect();
        self.of = Some(Arc::clone(overview));
    }
}

/// No report was opened: the latest ones are offered.
pub fn nothing(ui: &mut Ui, shelf: &mut Shelf, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        middle(ui, |ui| {
            ui.label(theme::title(cx.text("report-none")));
            ui.label(cx.text("report-none-hint"));
            library(ui, cx, actions);
            let Some(overview) = cx.overview.filter(|overview| !overview.reports.is_empty()) else { return };
            shelf.make(overview);
            ui.add_space(space::M);
            ui.label(theme::bold(cx.text("report-latest")));
            for report in &shelf.reports {
                let figures = cx.format("report-latest-figures", &[("count", report.observations.into())]);
                let name = cite::name(report, cx);
                let button = Button::new((name, eframe::egui::Atom::grow(), theme::note(figures, cx.tokens)));
                if ui.add(button.min_size(eframe::egui::vec2(ui.available_width(), 32.0)).truncate()).clicked() {
                    actions.push(Action::Go(Address::Report { id: Some(report.id), figure: None }));
                }
            }
        });
    });
}

/// A report is on its way.
pub fn loading(ui: &mut Ui, cx: &Cx<'_>) {
    middle(ui, |ui| ui.label(cx.text("report-loading")));
}

/// It could not be read.
pub fn failed(ui: &mut Ui, sentence: &str, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    middle(ui, |ui| {
        ui.label(theme::title(cx.text("report-failed")));
        ui.add(Label::new(eframe::egui::RichText::new(sentence).color(cx.tokens.error)).wrap());
        ui.horizontal(|ui| {
            if ui.button(cx.text("report-retry")).clicked() {
                actions.push(Action::Reload);
            }
            library(ui, cx, actions);
        });
    });
}

fn library(ui: &mut Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    if ui.button(cx.text("report-library")).clicked() {
        actions.push(Action::Visit(Place::Library));
    }
}

/// A column in the middle of the view, a little above its half.
pub fn middle<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let width = WIDTH.min(ui.available_width() - 2.0 * space::L);
    let left = (ui.available_width() - width) / 2.0;
    ui.add_space(ui.available_height().min(480.0) * 0.18);
    ui.horizontal_top(|ui| {
        ui.add_space(left);
        ui.allocate_ui_with_layout(eframe::egui::vec2(width, 0.0), Layout::top_down(Align::Min), content).inner
    })
    .inner
}
