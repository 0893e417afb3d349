//! The view without a comparison: what is missing, and pairs that suggest themselves.

use std::cmp::Reverse;
use std::sync::Arc;

use eframe::egui::{Button, Label, RichText, ScrollArea, Ui, vec2};

use super::Pair;
use crate::app::action::{Action, Address, Place};
use crate::app::cx::Cx;
use crate::app::report::{cite, middle};
use crate::app::theme::{self, space};
use crate::jobs::desk::Overview;
use crate::shelf::body_key;
use crate::store::{ReportId, ReportSummary};

/// Reports that are offered of a kind.
const MOST: usize = 6;

/// What is offered for the side that is missing, chosen once for each state of the library.
#[derive(Default)]
pub struct Offers {
    made_of: Option<(Arc<Overview>, Option<ReportId>)>,
    /// The same body in other years; the latest reports where neither side is chosen.
    years: Vec<ReportSummary>,
    /// Other bodies of the same year and kind.
    places: Vec<ReportSummary>,
}

impl Offers {
    fn make(&mut self, overview: &Arc<Overview>, own: Option<ReportId>) {
        if self.made_of.as_ref().is_some_and(|(of, id)| Arc::ptr_eq(of, overview) && *id == own) {
            return;
        }
        self.made_of = Some((Arc::clone(overview), own));
        let one = own.and_then(|id| overview.reports.iter().find(|report| report.id == id));
        let first = |mut found: Vec<&ReportSummary>, by: &dyn Fn(&ReportSummary) -> i64| {
            found.sort_by_key(|report| (by(report), Reverse(report.observations)));
            found.into_iter().take(MOST).cloned().collect::<Vec<_>>()
        };
        let others = || overview.reports.iter().filter(|report| Some(report.id) != own);
        let Some(one) = one else {
            self.years = first(others().collect(), &|report| -i64::from(report.year.unwrap_or_default()));
            self.places = Vec::new();
            return;
        };
        let (body, year) = (body_key(one), one.year.unwrap_or_default());
        let same = |report: &&ReportSummary| report.body.name == one.body.name && body_key(report) == body;
        let distance = |report: &ReportSummary| i64::from(report.year.unwrap_or_default() - year).abs();
        self.years = first(others().filter(same).collect(), &distance);
        let beside = |report: &&ReportSummary| report.year == one.year && report.kind == one.kind && !same(report);
        let level = |report: &ReportSummary| i64::from(report.body.level != one.body.level);
        self.places = first(others().filter(beside).collect(), &level);
    }
}

/// One report or both are missing.
pub fn choose(ui: &mut Ui, offers: &mut Offers, (left, right): Pair, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let own = left.or(right);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        middle(ui, |ui| {
            let (title, hint) = match own {
                Some(_) => ("pair-one", "pair-one-hint"),
                None => ("pair-none", "pair-none-hint"),
            };
            ui.label(theme::title(cx.text(title)));
            ui.label(cx.text(hint));
            let Some(overview) = cx.overview.filter(|overview| !overview.reports.is_empty()) else {
                if ui.button(cx.text("report-library")).clicked() {
                    actions.push(Action::Visit(Place::Library));
                }
                return;
            };
            offers.make(overview, own);
            let go = |id: ReportId| match (left, right) {
                (None, Some(right)) => Address::Compare { left: Some(id), right: Some(right) },
                (None, None) => Address::Compare { left: Some(id), right: None },
                (Some(left), _) => Address::Compare { left: Some(left), right: Some(id) },
            };
            let years = if own.is_some() { "pair-same-body" } else { "pair-latest" };
            for (name, reports) in [(years, &offers.years), ("pair-same-year", &offers.places)] {
                if reports.is_empty() {
                    continue;
                }
                ui.add_space(space::M);
                ui.label(theme::bold(cx.text(name)));
                for report in reports {
                    let button = Button::new((cite::name(report, cx), eframe::egui::Atom::grow()));
                    if ui.add(button.min_size(vec2(ui.available_width(), 32.0)).truncate()).clicked() {
                        actions.push(Action::Go(go(report.id)));
                    }
                }
            }
        });
    });
}

/// The comparison is being made.
pub fn loading(ui: &mut Ui, cx: &Cx<'_>) {
    middle(ui, |ui| ui.label(cx.text("pair-loading")));
}

/// It could not be made.
pub fn failed(ui: &mut Ui, sentence: &str, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    middle(ui, |ui| {
        ui.label(theme::title(cx.text("pair-failed")));
        ui.add(Label::new(RichText::new(sentence).color(cx.tokens.error)).wrap());
        if ui.button(cx.text("report-retry")).clicked() {
            actions.push(Action::Reload);
        }
    });
}
