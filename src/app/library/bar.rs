//! The bar over grid and list: filters, layout, how much is shown, and what is chosen for other views.

use eframe::egui::{
    Align, ComboBox, Event, Id, ImeEvent, Key, Label, Layout as Arrange, Modifiers, RichText, ScrollArea, TextEdit,
    TextWrapMode, Ui, vec2,
};

use super::filter::{Filter, Wanted};
use super::sieve::Shown;
use super::{Layout, View};
use crate::app::action::{Action, Address};
use crate::app::cx::Cx;
use crate::app::selection::Selection;
use crate::app::theme::{self, size, space};
use crate::i18n::{labels, numbers};
use crate::identity::Level;
use crate::jobs::desk::{Overview, ReportState};
use crate::store::ReportId;

/// Width of the search field.
const SEARCH: f32 = 148.0;
/// Heights of the two rows.
const ROW: f32 = 28.0;

/// Levels that can be asked for.
const LEVELS: [Level; 6] =
    [Level::Province, Level::Prefecture, Level::County, Level::Zone, Level::Township, Level::Department];

/// States that can be asked for, with their texts.
const STATES: [(Wanted, &str); 4] = [
    (Wanted::State(ReportState::Reviewed), "state-reviewed"),
    (Wanted::State(ReportState::Pending), "state-pending"),
    (Wanted::State(ReportState::Trouble), "state-trouble"),
    (Wanted::Missing, "state-missing"),
];

/// The years chosen for all views, as far as this library has them; all where that leaves none.
pub fn years(overview: &Overview, selection: &Selection) -> Option<(i32, i32)> {
    let (first, last) = (*overview.years.first()?, *overview.years.last()?);
    let (from, to) = selection.years?;
    let (from, to) = (from.max(first), to.min(last));
    (from <= to && (from, to) != (first, last)).then_some((from, to))
}

/// Takes all filters off.
pub fn clear(view: &mut View, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    view.filter = Filter::default();
    view.typed.clear();
    if cx.selection.years.is_some() {
        actions.push(Action::SetYears(None));
    }
}

/// Paints both rows.
pub fn ui(ui: &mut Ui, view: &mut View, shown: &Shown, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, ROW), Arrange::right_to_left(Align::Center), |ui| {
        layouts(ui, &mut view.layout, cx);
        // In a narrow or enlarged window the filters scroll rather than run over the layouts.
        let scroll = ScrollArea::horizontal().id_salt("filters").auto_shrink(false);
        scroll.show(ui, |ui| {
            ui.with_layout(Arrange::left_to_right(Align::Center), |ui| filters(ui, view, shown, cx, actions));
        });
    });
    ui.allocate_ui_with_layout(vec2(width, ROW), Arrange::right_to_left(Align::Center), |ui| {
        chosen(ui, shown, cx, actions);
        ui.with_layout(Arrange::left_to_right(Align::Center), |ui| {
            ui.add(Label::new(theme::note(counts(view.layout, shown, cx), cx.tokens)).truncate());
        });
    });
}

fn layouts(ui: &mut Ui, layout: &mut Layout, cx: &Cx<'_>) {
    ui.spacing_mut().item_spacing.x = space::XS;
    // From right to left.
    for (kind, id) in [(Layout::List, "layout-list"), (Layout::Grid, "layout-grid")] {
        if ui.selectable_label(*layout == kind, cx.text(id)).clicked() {
            *layout = kind;
        }
    }
}

fn filters(ui: &mut Ui, view: &mut View, shown: &Shown, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.x = space::S;
    let filter = &mut view.filter;
    let provinces = shown.index.provinces.iter().map(|name| (Some(name.clone()), name.clone()));
    // Places that no list of divisions knows have nothing above them to choose.
    if !shown.index.provinces.is_empty() {
        picker(ui, ("filter_province", 104.0), &mut filter.province, "filter-province", provinces, cx);
    }
    let levels = LEVELS.map(|level| (Some(level), cx.text(labels::level(Some(level)))));
    picker(ui, ("filter_level", 92.0), &mut filter.level, "filter-level", levels, cx);
    let states = STATES.map(|(wanted, id)| (Some(wanted), cx.text(id)));
    picker(ui, ("filter_state", 92.0), &mut filter.wanted, "filter-state", states, cx);
    span(ui, shown, cx, actions);
    search(ui, view, cx);
    let all = view.filter.is_empty() && shown.filter.years.is_none();
    if !all && ui.button(cx.text("filter-clear")).clicked() {
        clear(view, cx, actions);
    }
}

/// A box with one choice out of several, or all of them.
fn picker<T: PartialEq>(
    ui: &mut Ui,
    (salt, width): (&str, f32),
    value: &mut Option<T>,
    name: &str,
    choices: impl IntoIterator<Item = (Option<T>, String)>,
    cx: &Cx<'_>,
) {
    let name = cx.text(name);
    let choices: Vec<(Option<T>, String)> = choices.into_iter().collect();
    let text = choices.iter().find(|(choice, _)| choice == value && value.is_some());
    let text = text.map_or_else(|| name.clone(), |(_, text)| text.clone());
    let text = if value.is_some() { RichText::new(text).color(cx.tokens.accent) } else { RichText::new(text) };
    let combo = ComboBox::from_id_salt(salt).width(width).selected_text(text).wrap_mode(TextWrapMode::Truncate);
    let response = combo.show_ui(ui, |ui| {
        ui.selectable_value(value, None, cx.text("filter-all"));
        for (choice, text) in choices {
            ui.selectable_value(value, choice, text);
        }
    });
    response.response.accessible_name(name.clone()).on_hover_text(name);
}

/// First and last year; the views share them.
fn span(ui: &mut Ui, shown: &Shown, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let years = &shown.overview.years;
    let (Some(&first), Some(&last)) = (years.first(), years.last()) else { return };
    let (mut from, mut to) = years_of(shown, (first, last));
    let before = (from, to);
    ui.spacing_mut().item_spacing.x = space::XS;
    year(ui, "filter_from", &mut from, years, "filter-from", cx);
    ui.label("–");
    year(ui, "filter_to", &mut to, years, "filter-to", cx);
    ui.spacing_mut().item_spacing.x = space::S;
    ui.add_space(space::XS);
    if (from, to) != before {
        // The end that was moved stays where it was put.
        let (from, to) = if from == before.0 { (from.min(to), to) } else { (from, to.max(from)) };
        actions.push(Action::SetYears(((from, to) != (first, last)).then_some((from, to))));
    }
}

fn years_of(shown: &Shown, all: (i32, i32)) -> (i32, i32) {
    shown.filter.years.unwrap_or(all)
}

fn year(ui: &mut Ui, salt: &str, value: &mut i32, years: &[i32], name: &str, cx: &Cx<'_>) {
    let name = cx.text(name);
    let combo = ComboBox::from_id_salt(salt).width(60.0).selected_text(value.to_string());
    let response = combo.show_ui(ui, |ui| {
        for &year in years {
            ui.selectable_value(value, year, year.to_string());
        }
    });
    response.response.accessible_name(name.clone()).on_hover_text(name);
}

fn search(ui: &mut Ui, view: &mut View, cx: &Cx<'_>) {
    let hint = cx.text("filter-search");
    let id = Id::unique("filter_search");
    let here = ui.memory(|memory| memory.has_focus(id));
    let asked_down = here && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
    let field = TextEdit::singleline(&mut view.typed).id(id).hint_text(hint.clone());
    let response = ui.add(field.desired_width(SEARCH));
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::F)) {
        response.request_focus();
    }
    if asked_down {
        view.enter();
    }
    let response = response.accessible_name(hint).on_hover_text(cx.text("filter-search-hint"));
    for event in ui.input(|input| input.raw.events.clone()) {
        match event {
            Event::Ime(ImeEvent::Preedit { text, .. }) => view.composing = !text.is_empty(),
            Event::Ime(ImeEvent::Commit(_)) => view.composing = false,
            _ => {}
        }
    }
    // Letters of an input method on their way to a word are no search.
    if (!view.composing || !response.has_focus()) && view.filter.search != view.typed {
        view.filter.search.clone_from(&view.typed);
    }
}

fn counts(layout: Layout, shown: &Shown, cx: &Cx<'_>) -> String {
    let overview = &shown.overview;
    let part = |count: usize, all: usize| {
        let (count, all) = (numbers::number(count as f64), numbers::number(all as f64));
        if count == all { all } else { cx.format("count-of", &[("count", count.into()), ("all", all.into())]) }
    };
    let reports = part(shown.reports.len(), overview.reports.len());
    match layout {
        Layout::Grid => {
            let number = part(shown.lines.len(), overview.rows.len());
            cx.format("count-bodies", &[("number", number.into()), ("reports", reports.into())])
        }
        Layout::List => cx.format("count-reports", &[("number", reports.into())]),
    }
}

/// What is chosen for charts and marked for a comparison, from right to left.
fn chosen(ui: &mut Ui, shown: &Shown, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.x = space::S;
    let selection = cx.selection;
    let [left, right] = selection.pair;
    if left.is_some() || right.is_some() {
        if ui.button(cx.text("pair-clear")).clicked() {
            actions.push(Action::SetPair([None, None]));
        }
        if let (Some(left), Some(right)) = (left, right)
            && ui.button(cx.text("pair-compare")).clicked()
        {
            actions.push(Action::Go(Address::Compare { left: Some(left), right: Some(right) }));
        }
        let name = |id: Option<ReportId>| id.map_or_else(|| cx.text("pair-second"), |id| report_name(shown, id, cx));
        let text = cx.format("pair-marked", &[("left", name(left).into()), ("right", name(right).into())]);
        ui.add(Label::new(RichText::new(text).size(size::NOTE)).truncate());
        ui.add_space(space::M);
    }
    let count = selection.bodies.len();
    if count > 0 {
        if ui.button(cx.text("bodies-clear")).clicked() {
            actions.push(Action::SetBodies(Vec::new()));
        }
        if ui.button(cx.text("bodies-chart")).clicked() {
            actions.push(Action::Go(Address::Trend));
        }
        ui.label(RichText::new(cx.format("bodies-chosen", &[("count", count.into())])).size(size::NOTE));
    }
}

/// A report as a body and a year.
pub fn report_name(shown: &Shown, id: ReportId, cx: &Cx<'_>) -> String {
    let Some(report) = shown.index.report(id).and_then(|at| shown.overview.reports.get(at)) else {
        return cx.text("value-unknown");
    };
    let body = crate::shelf::body_key(report).name;
    let Some(year) = report.year else { return body };
    cx.format("name-with-year", &[("name", body.into()), ("year", year.to_string().into())])
}
