//! One side of the comparison, picked from the library by typing some of its place or year.

use std::sync::Arc;

use eframe::egui::{
    Atom, AtomExt as _, Button, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, Role, ScrollArea, Stroke,
    StrokeKind, TextEdit, Ui, WidgetInfo, vec2,
};

use crate::app::cx::Cx;
use crate::app::report::cite;
use crate::app::theme;
use crate::i18n::Locale;
use crate::jobs::desk::Overview;
use crate::shelf::body_key;
use crate::store::{ReportId, ReportSummary};

/// Height of a line of the list.
const HEIGHT: f32 = 30.0;
/// Size of the list.
const SIZE: (f32, f32) = (340.0, 300.0);

/// What a picker remembers.
#[derive(Default)]
pub struct Picker {
    words: String,
    made_of: Option<(Arc<Overview>, String)>,
    /// Positions in the overview's reports.
    found: Vec<usize>,
    /// The one of those found that Enter takes.
    at: usize,
    /// Whether it is to be scrolled to.
    moved: bool,
    /// Whether keys asked for the list.
    asked: bool,
    /// The list, once its button was painted.
    list: Option<Id>,
    /// Body, year and whole name of the report chosen.
    shown: Option<(Arc<Overview>, ReportId, Locale, [String; 3])>,
}

impl Picker {
    /// Opens the list.
    pub fn open(&mut self) {
        self.asked = true;
    }

    /// Whether the list is open.
    pub fn is_open(&self, ui: &Ui) -> bool {
        self.list.is_some_and(|id| Popup::is_id_open(ui.ctx(), id))
    }

    /// Body, year and whole name of a report, looked up once: a library can hold tens of thousands.
    fn name(&mut self, id: Option<ReportId>, cx: &Cx<'_>) -> [String; 3] {
        let none = || [cx.text("pair-pick"), String::new(), cx.text("pair-pick")];
        let (Some(id), Some(overview)) = (id, cx.overview) else { return none() };
        let same = |(own, shown, locale, _): &(Arc<Overview>, ReportId, Locale, [String; 3])| {
            Arc::ptr_eq(own, overview) && *shown == id && *locale == cx.locale()
        };
        if !self.shown.as_ref().is_some_and(same) {
            let own = overview.reports.iter().find(|report| report.id == id);
            let year = |report: &ReportSummary| report.year.map(|year| year.to_string()).unwrap_or_default();
            let name = own.map_or_else(none, |report| [cite::body(report), year(report), cite::name(report, cx)]);
            self.shown = Some((Arc::clone(overview), id, cx.locale(), name));
        }
        self.shown.as_ref().map(|(_, _, _, name)| name.clone()).unwrap_or_default()
    }

    fn make(&mut self, overview: &Arc<Overview>, chosen: Option<ReportId>) {
        if self.made_of.as_ref().is_some_and(|(own, words)| Arc::ptr_eq(own, overview) && *words == self.words) {
            return;
        }
        let lower = self.words.to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        let reports = overview.reports.iter().enumerate();
        self.found = reports.filter(|(_, report)| has_all(report, &words)).map(|(at, _)| at).collect();
        self.made_of = Some((Arc::clone(overview), self.words.clone()));
        let own = |at: &usize| overview.reports.get(*at).is_some_and(|report| chosen == Some(report.id));
        (self.at, self.moved) = (self.found.iter().position(own).unwrap_or_default(), true);
    }

    /// Moves to the next one found, or the one before; over the one that stands on the other side.
    fn step(&mut self, down: bool, taken: Option<usize>) {
        let free = |at: &usize| self.found.get(*at).is_some_and(|found| Some(*found) != taken);
        let next = if down { (self.at + 1..self.found.len()).find(free) } else { (0..self.at).rev().find(free) };
        self.at = next.unwrap_or(self.at);
        self.moved = true;
    }
}

/// Whether place, body, year, code or title of a report hold all the words.
fn has_all(report: &ReportSummary, words: &[&str]) -> bool {
    let year = report.year.map(|year| year.to_string()).unwrap_or_default();
    let title = report.title.as_deref().unwrap_or_default();
    let code = report.jurisdiction.as_ref().and_then(|place| place.code.as_deref()).unwrap_or_default();
    let all = [body_key(report).full_name().as_str(), title, &year, code].join(" ").to_lowercase();
    words.iter().all(|word| all.contains(word))
}

/// Paints a picker; gives the report picked. `other` is the one on the other side.
pub fn ui(
    ui: &mut Ui,
    picker: &mut Picker,
    chosen: Option<ReportId>,
    other: Option<ReportId>,
    (side, width): (&'static str, f32),
    cx: &Cx<'_>,
) -> Option<ReportId> {
    let [body, year, name] = picker.name(chosen, cx);
    // The name gives way, the year stays.
    let words = (theme::bold(body).atom_shrink(true), theme::bold(year), Atom::grow(), theme::note("▼", cx.tokens));
    let button = Button::new(words).truncate();
    let ready = cx.overview.is_some();
    let response = ui.scope(|ui| {
        ui.set_max_width(width);
        ui.add_enabled(ready, button.min_size(vec2(width, 0.0)))
    });
    let response = response.inner;
    let said = cx.format(side, &[("name", name.as_str().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &said));
    let response = response.on_hover_text(said);
    let popup = Popup::from_toggle_button_response(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let asked = std::mem::take(&mut picker.asked) && ready;
    let opened = response.clicked() || asked;
    if asked {
        Popup::open_id(ui.ctx(), popup.get_id());
    }
    picker.list = Some(popup.get_id());
    let inner = popup.width(SIZE.0).show(|ui| list(ui, picker, (chosen, other), opened, &response, cx));
    let picked = inner.and_then(|inner| inner.inner);
    if picked.is_some() {
        Popup::close_id(ui.ctx(), Popup::default_response_id(&response));
        picker.words.clear();
    }
    picked
}

fn list(
    ui: &mut Ui,
    picker: &mut Picker,
    (chosen, other): (Option<ReportId>, Option<ReportId>),
    opened: bool,
    button: &Response,
    cx: &Cx<'_>,
) -> Option<ReportId> {
    let overview = cx.overview?;
    let hint = cx.text("pair-pick-hint");
    let id: Id = button.id.with("words");
    let here = ui.memory(|memory| memory.has_focus(id));
    let pressed = |key: Key| here && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (down, up, entered) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp), pressed(Key::Enter));
    let field = TextEdit::singleline(&mut picker.words).id(id).hint_text(&hint).desired_width(f32::INFINITY);
    let field = ui.add(field).accessible_name(hint);
    if opened {
        field.request_focus();
    }
    picker.make(overview, chosen);
    let taken = overview.reports.iter().position(|report| other == Some(report.id));
    if picker.found.get(picker.at).copied().is_some_and(|at| Some(at) == taken) {
        picker.step(true, taken);
    }
    if down || up {
        picker.step(down, taken);
    }
    if picker.found.is_empty() {
        ui.label(theme::note(cx.text("pair-pick-none"), cx.tokens));
        return None;
    }
    let mut picked = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut area = ScrollArea::vertical().max_height(SIZE.1).auto_shrink([false, true]);
    if std::mem::take(&mut picker.moved) {
        area = area.vertical_scroll_offset((picker.at as f32 * HEIGHT - SIZE.1 / 2.0).max(0.0));
    }
    area.show_rows(ui, HEIGHT, picker.found.len(), |ui, seen| {
        for line in seen {
            let Some(report) = picker.found.get(line).and_then(|at| overview.reports.get(*at)) else { continue };
            let button = Button::selectable(chosen == Some(report.id), cite::name(report, cx)).truncate();
            let free = other != Some(report.id);
            let response = ui.add_enabled(free, button.min_size(vec2(ui.available_width(), HEIGHT)));
            if here && line == picker.at {
                let edge = Stroke::new(2.0, cx.tokens.accent);
                ui.painter().rect_stroke(response.rect, theme::RADIUS, edge, StrokeKind::Inside);
            }
            let response = response.on_disabled_hover_text(cx.text("pair-pick-taken"));
            if response.clicked() {
                picked = Some(report.id);
            }
        }
    });
    let at = picker.found.get(picker.at).and_then(|at| overview.reports.get(*at));
    picked.or_else(|| at.filter(|report| entered && other != Some(report.id)).map(|report| report.id))
}
