//! 全部指标: every figure of the report by section, to search and to click.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{
    Align, CornerRadius, CursorIcon, Frame, Id, Label, Layout, Margin, Rect, RichText, Role, ScrollArea, Sense,
    TextEdit, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::focus::Focus;
use super::{MARGIN, cite, go};
use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::theme::{self, size, space};
use crate::figures::Nature;
use crate::i18n::{labels, numbers};
use crate::jobs::desk::ReportPage;
use crate::outline::{Part, Section};

/// Height of a line.
const HEIGHT: f32 = 46.0;

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// The name of a section and how many figures follow.
    Head(Part, Option<Section>, usize),
    /// A figure of the page.
    Figure(usize),
}

/// The list, made anew when the report or the filter changes.
#[derive(Default)]
pub struct List {
    filter: String,
    made_of: Option<(Arc<ReportPage>, String)>,
    lines: Vec<Line>,
    /// The figure that was scrolled to last.
    shown: Option<usize>,
    /// Where the list was scrolled to, and how much of it is seen.
    scrolled: (f32, f32),
    focus: Focus,
}

impl List {
    /// The list as it takes the keyboard.
    pub fn id(&self) -> Option<Id> {
        self.focus.id()
    }

    /// The figure so many steps behind the chosen one; the first or the last where none is chosen.
    pub fn step(&self, chosen: Option<usize>, forward: isize) -> Option<usize> {
        let figures: Vec<usize> = self.lines.iter().filter_map(Line::figure).collect();
        let last = figures.len().checked_sub(1)?;
        let at = match chosen.and_then(|chosen| figures.iter().position(|figure| *figure == chosen)) {
            Some(at) => at.saturating_add_signed(forward).min(last),
            None if forward < 0 => last,
            None => 0,
        };
        figures.get(at).copied()
    }

    fn make(&mut self, page: &Arc<ReportPage>, cx: &Cx<'_>) {
        if self.made_of.as_ref().is_some_and(|(own, filter)| Arc::ptr_eq(own, page) && *filter == self.filter) {
            return;
        }
        let named = named(self.filter.trim(), page, cx);
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (figure, observation) in page.loaded.observations().iter().enumerate() {
            if named.as_ref().is_none_or(|named| named.contains(observation.indicator.as_str())) {
                found.push((entry(page, figure), figure));
            }
        }
        found.sort_unstable();
        self.lines.clear();
        for group in found.chunk_by(|a, b| a.0 == b.0) {
            let rail = group.first().and_then(|(entry, _)| page.rail.get(*entry));
            let (part, section) = rail.map_or((Part::Preamble, None), |entry| (entry.part, entry.section));
            self.lines.push(Line::Head(part, section, group.len()));
            self.lines.extend(group.iter().map(|(_, figure)| Line::Figure(*figure)));
        }
        self.made_of = Some((Arc::clone(page), self.filter.clone()));
        self.shown = None;
    }

    /// Where to scroll so that the figure chosen last is seen; `None` where it is, or was shown once.
    fn offset(&mut self, chosen: Option<usize>) -> Option<f32> {
        if self.shown == chosen {
            return None;
        }
        self.shown = chosen;
        let at = self.lines.iter().position(|line| line.figure() == chosen)?;
        let (top, (first, height)) = (at as f32 * HEIGHT, self.scrolled);
        let seen = top >= first && top + HEIGHT <= first + height;
        (!seen && height > 0.0).then(|| (top - height / 3.0).max(0.0))
    }
}

impl Line {
    fn figure(&self) -> Option<usize> {
        match self {
            Self::Figure(figure) => Some(*figure),
            Self::Head(..) => None,
        }
    }
}

/// The entry of the rail that a figure stands under.
fn entry(page: &ReportPage, figure: usize) -> usize {
    let row = page.figures.get(figure).and_then(|figure| page.rows.get(figure.row));
    let Some((part, section)) = row.map(|row| (row.part, row.section)) else { return 0 };
    let exact = page.rail.iter().position(|entry| entry.part == part && entry.section == section);
    exact.or_else(|| page.rail.iter().position(|entry| entry.part == part)).unwrap_or_default()
}

/// The indicators of the page that the words are a part of the name of; `None` for all.
fn named<'a>(words: &str, page: &'a ReportPage, cx: &Cx<'_>) -> Option<BTreeSet<&'a str>> {
    if words.is_empty() {
        return None;
    }
    let words = words.to_lowercase();
    let ids: BTreeSet<&str> = page.loaded.observations().iter().map(|found| found.indicator.as_str()).collect();
    let has = |id: &&str| {
        let has = |name: &str| name.to_lowercase().contains(&words);
        has(cx.indicator(id)) || cx.catalogue.get(id).is_some_and(|known| known.aliases.iter().any(|name| has(name)))
    };
    Some(ids.into_iter().filter(has).collect())
}

/// Paints the list; a click or the keys choose a figure.
pub fn ui(
    ui: &mut Ui,
    list: &mut List,
    page: &Arc<ReportPage>,
    chosen: Option<usize>,
    cx: &Cx<'_>,
    actions: &mut Vec<Action>,
) {
    let margin = Margin { left: MARGIN as i8, right: MARGIN as i8, top: 8, bottom: 4 };
    Frame::NONE.inner_margin(margin).show(ui, |ui| {
        ui.horizontal(|ui| {
            let count = page.figures.len();
            ui.label(theme::bold(cx.format("report-figures", &[("count", count.into())])));
            let hint = cx.text("report-filter");
            let field = TextEdit::singleline(&mut list.filter).hint_text(&hint).desired_width(ui.available_width());
            ui.add(field).accessible_name(hint);
        });
    });
    list.make(page, cx);
    let rect = ui.available_rect_before_wrap();
    list.focus.offer(ui, rect, "figure_list", Role::ListBox, &cx.text("report-list"));
    if list.lines.is_empty() {
        let id = if page.figures.is_empty() { "report-figures-none" } else { "report-filter-none" };
        Frame::NONE.inner_margin(margin).show(ui, |ui| ui.label(theme::note(cx.text(id), cx.tokens)));
        return;
    }
    let mut area = ScrollArea::vertical().id_salt("figures").auto_shrink(false);
    if let Some(offset) = list.offset(chosen) {
        area = area.vertical_scroll_offset(offset);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let output = area.show_rows(ui, HEIGHT, list.lines.len(), |ui, seen| {
        for line in list.lines.get(seen).unwrap_or_default() {
            if let Some(figure) = self::line(ui, *line, page, chosen, cx) {
                go(page, figure, actions);
            }
        }
    });
    list.scrolled = (output.state.clamped_offset().y, output.inner_rect.height());
    list.focus.ring(ui, rect);
}

/// Paints one line; gives its figure when it was clicked.
fn line(ui: &mut Ui, line: Line, page: &ReportPage, chosen: Option<usize>, cx: &Cx<'_>) -> Option<usize> {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::CLICK);
    let inner = rect.shrink2(vec2(MARGIN, space::XS));
    let figure = match line {
        Line::Head(part, section, count) => {
            head(ui, inner, (part, section, count), cx);
            return None;
        }
        Line::Figure(figure) => figure,
    };
    let found = page.loaded.observations().get(figure)?;
    let is_chosen = chosen == Some(figure);
    if is_chosen || response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, if is_chosen { cx.tokens.chosen } else { cx.tokens.hover });
    }
    let (name, value) = (cx.indicator(&found.indicator).to_owned(), numbers::value(found, cx.texts));
    let said = [name.as_str(), value.as_str()].join(" ");
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &said));
    let mut about = Vec::new();
    about.extend(found.label.clone());
    about.extend((found.nature != Nature::Actual).then(|| cx.text(labels::nature(found.nature))));
    let own = page.loaded.stored.summary.year;
    about.extend(found.year.filter(|year| Some(*year) != own).map(|year| cite::in_year(year, cx)));
    let about = if about.is_empty() { cx.text(labels::nature(found.nature)) } else { about.join(" · ") };
    let mut inside = ui.new_child(UiBuilder::new().max_rect(inner).layout(Layout::top_down(Align::Min)));
    inside.spacing_mut().item_spacing.y = 0.0;
    inside.style_mut().interaction.selectable_labels = false;
    inside.add(Label::new(&name).truncate());
    inside.with_layout(Layout::right_to_left(Align::Min), |ui| {
        ui.label(theme::bold(&value).size(size::NOTE));
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            ui.add(Label::new(theme::note(about, cx.tokens)).truncate());
        });
    });
    response.on_hover_cursor(CursorIcon::PointingHand).clicked().then_some(figure)
}

fn head(ui: &mut Ui, rect: Rect, (part, section, count): (Part, Option<Section>, usize), cx: &Cx<'_>) {
    let mut inside = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Max)));
    if section.is_some() {
        inside.label(theme::bold(cite::numeral(section)).color(cx.tokens.section(section)));
    }
    let name = theme::bold(cx.text(cite::short(part, section))).color(cx.tokens.weak);
    inside.label(name);
    inside.label(RichText::new(count.to_string()).size(size::NOTE).color(cx.tokens.weak));
    ui.painter().hline(rect.x_range(), rect.bottom() + space::XS, cx.tokens.hairline());
}
