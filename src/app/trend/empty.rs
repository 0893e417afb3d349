//! What stands where no chart can: what to choose, why there is no value, what failed.

use std::cmp::Reverse;
use std::sync::Arc;

use eframe::egui::{Button, ScrollArea, Ui};

use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::theme::{self, space};
use crate::compare::BodyKey;
use crate::jobs::desk::{Overview, PlaceRow, TrendPage};

/// Most that each list offers.
const MOST: usize = 5;

/// The governments of a library, those with most years first.
#[derive(Default)]
pub struct State(Option<(Arc<Overview>, Vec<usize>)>);

impl State {
    fn places<'a>(&mut self, overview: &'a Arc<Overview>, but: &[BodyKey]) -> Vec<&'a PlaceRow> {
        if self.0.as_ref().is_none_or(|(own, _)| !Arc::ptr_eq(own, overview)) {
            self.0 = Some((Arc::clone(overview), longest(&overview.rows)));
        }
        let order = self.0.iter().flat_map(|(_, order)| order);
        order.filter_map(|at| overview.rows.get(*at)).filter(|row| !but.contains(&row.body)).take(MOST).collect()
    }
}

/// Positions of the governments with most years, in the order of the library where they have the same number.
fn longest(rows: &[PlaceRow]) -> Vec<usize> {
    let with = |at: &usize| rows[*at].government && !rows[*at].cells.is_empty();
    let mut found: Vec<usize> = (0..rows.len()).filter(with).collect();
    found.sort_by_key(|at| Reverse(rows[*at].cells.len()));
    found
}

/// Nothing chosen yet, or not enough: offers what is covered best.
pub fn choose(ui: &mut Ui, state: &mut State, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let Some(overview) = cx.overview else { return waiting(ui, cx) };
    ScrollArea::vertical().id_salt("trend_empty").auto_shrink(false).show(ui, |ui| {
        ui.add_space(space::XL);
        ui.label(theme::title(cx.text("trend-empty-title")));
        if overview.reports.is_empty() {
            ui.label(cx.text("trend-empty-library"));
            return;
        }
        ui.label(theme::note(cx.text("trend-empty-hint"), cx.tokens));
        ui.add_space(space::L);
        if cx.selection.indicators.is_empty() {
            indicators(ui, cx, actions);
            ui.add_space(space::L);
        }
        if cx.selection.bodies.is_empty() {
            places(ui, state, &cx.text("trend-empty-places"), cx, actions);
        }
    });
}

fn indicators(ui: &mut Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let Some(overview) = cx.overview else { return };
    ui.label(theme::bold(cx.text("trend-empty-indicators")));
    for (id, count) in overview.covered.iter().filter(|(_, count)| *count > 0).take(MOST) {
        let note = cx.format("trend-in-reports", &[("count", (*count).into())]);
        if offer(ui, cx.indicator(id), &note, cx) {
            actions.push(Action::SetIndicators(vec![id.clone()]));
        }
    }
}

/// The places with most years, each a click away from being added to those chosen.
fn places(ui: &mut Ui, state: &mut State, title: &str, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let Some(overview) = cx.overview else { return };
    let chosen = &cx.selection.bodies;
    let rows = state.places(overview, chosen);
    if !rows.is_empty() {
        ui.label(theme::bold(title));
    }
    for row in rows {
        let note = cx.format("trend-years-count", &[("count", row.cells.len().into())]);
        if offer(ui, &row.body.full_name(), &note, cx) {
            actions.push(Action::SetBodies(chosen.iter().chain([&row.body]).cloned().collect()));
        }
    }
}

fn offer(ui: &mut Ui, name: &str, note: &str, cx: &Cx<'_>) -> bool {
    ui.horizontal(|ui| {
        let clicked = ui.add(Button::new(name).truncate()).clicked();
        ui.label(theme::note(note, cx.tokens));
        clicked
    })
    .inner
}

/// The chart is being made.
pub fn waiting(ui: &mut Ui, cx: &Cx<'_>) {
    ui.add_space(space::XL);
    ui.label(theme::note(cx.text("trend-loading"), cx.tokens));
}

/// The chart could not be made.
pub fn failed(ui: &mut Ui, sentence: &str, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    ui.add_space(space::XL);
    ui.label(theme::title(cx.text("trend-failed")));
    ui.label(sentence);
    ui.add_space(space::S);
    if ui.button(cx.text("trend-again")).clicked() {
        actions.push(Action::Reload);
    }
}

/// There is a chart, but no value in it: says where there could be some.
pub fn no_value(ui: &mut Ui, state: &mut State, page: &TrendPage, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    ScrollArea::vertical().id_salt("trend_no_value").auto_shrink(false).show(ui, |ui| {
        ui.add_space(space::XL);
        ui.label(theme::title(cx.text("trend-no-value")));
        for note in &page.spec.notes {
            ui.label(note);
        }
        ui.add_space(space::S);
        if page.query.reviewed_only && ui.button(cx.text("trend-show-unreviewed")).clicked() {
            actions.push(Action::SetReviewedOnly(false));
        }
        if page.query.years.is_some() && ui.button(cx.text("trend-show-all-years")).clicked() {
            actions.push(Action::SetYears(None));
        }
        ui.add_space(space::L);
        covered(ui, cx);
        ui.add_space(space::L);
        places(ui, state, &cx.text("trend-add-places"), cx, actions);
    });
}

/// In how many reports the chosen indicators have values, and the years that the chosen places have reports of.
fn covered(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(overview) = cx.overview else { return };
    for id in &cx.selection.indicators {
        let count = overview.covered.iter().find(|(own, _)| own == id).map_or(0, |(_, count)| *count);
        let arguments = [("name", cx.indicator(id).into()), ("count", count.into())];
        ui.label(cx.format("trend-covered", &arguments));
    }
    for row in overview.rows.iter().filter(|row| cx.selection.bodies.contains(&row.body)) {
        let years = cx.texts.list(row.cells.keys().map(ToString::to_string));
        ui.label(cx.format("trend-place-years", &[("place", row.body.full_name().into()), ("years", years.into())]));
    }
}
