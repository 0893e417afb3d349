//! Indicators by section, found by name, alias and id.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::Ui;

use super::list::{self, Item, Row};
use super::{FIELDS, heading, search};
use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::selection::toggled;
use crate::figures::Indicator;
use crate::i18n::{Locale, labels};
use crate::jobs::desk::Overview;
use crate::outline::Section;
use crate::shelf::likeness;

/// From here on a name resembles what was typed.
const ALIKE: f64 = 0.85;

/// What the list remembers.
#[derive(Default)]
pub struct State {
    query: String,
    held: bool,
    made: Option<Made>,
}

/// The rows with what they were made of.
struct Made {
    query: String,
    locale: Locale,
    overview: Option<Arc<Overview>>,
    /// Those listed first. They stay where they are while pointer or focus is in the list.
    first: Vec<String>,
    rows: Vec<Row>,
}

/// Paints title, search and list.
pub fn ui(ui: &mut Ui, state: &mut State, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let chosen = &cx.selection.indicators;
    if heading(ui, &cx.text("trend-indicators"), chosen.len(), cx) {
        actions.push(Action::SetIndicators(Vec::new()));
    }
    let asked = search(ui, FIELDS[0], &mut state.query, cx.text("trend-find-indicator"));
    let made = state.rows(cx);
    if made.is_empty() {
        ui.label(crate::app::theme::note(cx.text("trend-find-none"), cx.tokens));
    }
    let all = cx.catalogue.indicators();
    let is_chosen = |at: usize| all.get(at).is_some_and(|own| chosen.contains(&own.id));
    let found = asked.first.then(|| list::first(made, is_chosen)).flatten();
    let (clicked, held) = list::ui(ui, "trend_indicators", made, |at| (is_chosen(at), None), asked.list, cx);
    let clicked = clicked.or(found);
    state.held = held;
    if let Some(own) = clicked.and_then(|at| all.get(at)) {
        actions.push(Action::SetIndicators(toggled(chosen, &own.id)));
    }
}

impl State {
    /// The rows, made anew only when something about them changed.
    fn rows(&mut self, cx: &Cx<'_>) -> &[Row] {
        let same = |made: &Made| {
            let overview = match (&made.overview, cx.overview) {
                (Some(own), Some(now)) => Arc::ptr_eq(own, now),
                (None, None) => true,
                _ => false,
            };
            let order = self.held || made.first == cx.selection.indicators;
            overview && order && made.query == self.query && made.locale == cx.locale()
        };
        if !self.made.as_ref().is_some_and(same) {
            self.made = Some(Made {
                query: self.query.clone(),
                locale: cx.locale(),
                overview: cx.overview.cloned(),
                first: cx.selection.indicators.clone(),
                rows: rows(&self.query, cx),
            });
        }
        self.made.as_ref().map_or(&[], |made| &made.rows)
    }
}

/// Those chosen, then the others by section, those without any value last.
fn rows(query: &str, cx: &Cx<'_>) -> Vec<Row> {
    let counts: BTreeMap<&str, usize> =
        cx.overview.iter().flat_map(|overview| &overview.covered).map(|(id, count)| (id.as_str(), *count)).collect();
    let all = cx.catalogue.indicators();
    let item = |at: usize, own: &Indicator| item(at, own, counts.get(own.id.as_str()).copied().unwrap_or(0), cx);
    let chosen = cx.selection.indicators.iter().filter_map(|id| cx.catalogue.position(id));
    let chosen: Vec<(usize, &Indicator)> = chosen.filter_map(|at| Some((at, all.get(at)?))).collect();
    let mut rows = Vec::new();
    if !chosen.is_empty() {
        rows.push(Row::Head(cx.text("trend-chosen-first"), cx.tokens.weak));
        rows.extend(chosen.iter().map(|(at, own)| Row::Item(item(*at, own))));
    }
    for section in Section::ALL {
        let here = all.iter().enumerate().filter(|(at, own)| {
            own.section == section && !chosen.iter().any(|(chosen, _)| chosen == at) && answers(own, query)
        });
        let mut items: Vec<Item> = here.map(|(at, own)| item(at, own)).collect();
        items.sort_by_key(|item| !item.enabled);
        if !items.is_empty() {
            rows.push(Row::Head(cx.text(labels::section(Some(section))), cx.tokens.section(Some(section))));
            rows.extend(items.into_iter().map(Row::Item));
        }
    }
    rows
}

fn item(at: usize, own: &Indicator, count: usize, cx: &Cx<'_>) -> Item {
    let name = labels::indicator(own, cx.locale()).to_owned();
    // What is chosen can always be taken away again.
    let enabled = count > 0 || cx.selection.indicators.contains(&own.id);
    let note = if count > 0 { count.to_string() } else { cx.text("trend-no-report-has") };
    let about = if count > 0 {
        cx.format("trend-in-reports", &[("count", count.into())])
    } else {
        cx.text("trend-no-report-has-it")
    };
    let hint = cx.format(
        "trend-indicator-hint",
        &[("name", name.as_str().into()), ("unit", own.unit.as_str().into()), ("about", about.into())],
    );
    Item { at, name, note, hint, enabled }
}

/// Whether an indicator is meant by what was typed.
fn answers(own: &Indicator, query: &str) -> bool {
    let query = query.trim().to_lowercase();
    if query.is_empty() {
        return true;
    }
    let names = [&own.name_zh, &own.name_en, &own.id].into_iter().chain(&own.aliases);
    names.into_iter().any(|name| name.to_lowercase().contains(&query) || likeness(&query, name) >= ALIKE)
}
