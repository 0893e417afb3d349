//! Places, found by name, short name and code.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::Ui;

use super::list::{self, Item, Row};
use super::{FIELDS, heading, search};
use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::selection::toggled;
use crate::app::theme;
use crate::chart::palette::{HUES, look};
use crate::compare::BodyKey;
use crate::i18n::Locale;
use crate::jobs::desk::{Overview, PlaceRow, TrendPage};
use crate::shelf::{Holder, likeness};

/// From here on a name resembles what was typed.
const ALIKE: f64 = 0.85;

/// What the list remembers.
#[derive(Default)]
pub struct State {
    query: String,
    departments: bool,
    held: bool,
    made: Option<Made>,
}

/// The rows with what they were made of.
struct Made {
    query: String,
    departments: bool,
    locale: Locale,
    overview: Arc<Overview>,
    /// Those listed first. They stay where they are while pointer or focus is in the list.
    first: Vec<BodyKey>,
    rows: Vec<Row>,
}

/// Paints title, search and list.
pub fn ui(ui: &mut Ui, state: &mut State, page: Option<&Arc<TrendPage>>, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let chosen = &cx.selection.bodies;
    if heading(ui, &cx.text("trend-places"), chosen.len(), cx) {
        actions.push(Action::SetBodies(Vec::new()));
    }
    let asked = search(ui, FIELDS[1], &mut state.query, cx.text("trend-find-place"));
    theme::check(ui, &mut state.departments, cx.text("trend-departments"));
    if chosen.len() > HUES {
        ui.label(theme::note(cx.format("trend-grey", &[("count", HUES.into())]), cx.tokens));
    }
    let Some(overview) = cx.overview else {
        ui.label(theme::note(cx.text("trend-loading"), cx.tokens));
        return;
    };
    let made = state.rows(overview, cx);
    if made.is_empty() {
        ui.label(theme::note(cx.text("trend-find-none"), cx.tokens));
    }
    let look = |at: usize| {
        let body = overview.rows.get(at).map(|row| &row.body);
        let here = body.filter(|body| chosen.contains(body));
        (here.is_some(), here.and_then(|body| style(page?, body)))
    };
    let found = asked.first.then(|| list::first(made, |at| look(at).0)).flatten();
    let (clicked, held) = list::ui(ui, "trend_places", made, look, asked.list, cx);
    let clicked = clicked.or(found);
    state.held = held;
    if let Some(row) = clicked.and_then(|at| overview.rows.get(at)) {
        actions.push(Action::SetBodies(toggled(chosen, &row.body)));
    }
}

/// The style of a place's lines; none where styles tell indicators apart.
fn style(page: &TrendPage, body: &BodyKey) -> Option<usize> {
    let lines = || page.spec.panels.iter().flat_map(|panel| &panel.lines);
    let own = lines().find(|line| line.body == *body)?;
    let alike = |style: usize| look(style).marker == look(own.style).marker;
    lines()
        .all(|line| if line.body == *body { alike(line.style) } else { line.style != own.style })
        .then_some(own.style)
}

impl State {
    /// The rows, made anew only when something about them changed.
    fn rows(&mut self, overview: &Arc<Overview>, cx: &Cx<'_>) -> &[Row] {
        let same = |made: &Made| {
            let order = self.held || made.first == cx.selection.bodies;
            order
                && Arc::ptr_eq(&made.overview, overview)
                && made.query == self.query
                && made.departments == self.departments
                && made.locale == cx.locale()
        };
        if !self.made.as_ref().is_some_and(same) {
            self.made = Some(Made {
                query: self.query.clone(),
                departments: self.departments,
                locale: cx.locale(),
                overview: Arc::clone(overview),
                first: cx.selection.bodies.clone(),
                rows: rows(overview, &self.query, self.departments, cx),
            });
        }
        self.made.as_ref().map_or(&[], |made| &made.rows)
    }
}

/// Those chosen, then the others in the order of the library.
fn rows(overview: &Overview, query: &str, departments: bool, cx: &Cx<'_>) -> Vec<Row> {
    let chosen = &cx.selection.bodies;
    let position = |body: &BodyKey| overview.rows.iter().position(|row| row.body == *body);
    let first: Vec<usize> = chosen.iter().filter_map(position).collect();
    let (mut seen, mut twice) = (BTreeSet::new(), BTreeSet::new());
    for row in &overview.rows {
        if !seen.insert(&row.body.name) {
            twice.insert(&row.body.name);
        }
    }
    let item = |at: usize| {
        let row = overview.rows.get(at)?;
        let full = row.body.full_name();
        let name = if twice.contains(&row.body.name) { full.clone() } else { row.body.name.clone() };
        let years = cx.texts.list(row.cells.keys().map(ToString::to_string));
        let hint = cx.format("trend-place-hint", &[("place", full.into()), ("years", years.into())]);
        let note = cx.format("trend-years-count", &[("count", row.cells.len().into())]);
        Some(Row::Item(Item { at, name, note, hint, enabled: true }))
    };
    let mut rows = Vec::new();
    if !first.is_empty() {
        rows.push(Row::Head(cx.text("trend-chosen-first"), cx.tokens.weak));
        rows.extend(first.iter().filter_map(|at| item(*at)));
        rows.push(Row::Head(cx.text("trend-others"), cx.tokens.weak));
    }
    let shown = |(at, row): &(usize, &PlaceRow)| {
        !first.contains(at) && (row.government || departments) && !row.cells.is_empty() && answers(row, query)
    };
    let before = rows.len();
    rows.extend(overview.rows.iter().enumerate().filter(shown).filter_map(|(at, _)| item(at)));
    if rows.len() == before && !first.is_empty() {
        rows.pop();
    }
    rows
}

/// Whether a place is meant by what was typed.
fn answers(row: &PlaceRow, query: &str) -> bool {
    let query = query.trim();
    if query.is_empty() || row.code.as_ref().is_some_and(|code| code.starts_with(query)) {
        return true;
    }
    let holder =
        Holder { body: row.body.clone(), code: row.code.clone(), government: row.government, reports: Vec::new() };
    let full = row.body.full_name();
    crate::shelf::answers(&holder, query)
        || full.contains(query)
        || likeness(query, &row.body.name) >= ALIKE
        || likeness(query, &full) >= ALIKE
}
