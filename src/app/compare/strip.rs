//! The strip between the texts: one indicator a row, what each side says of it, and the difference.

use eframe::egui::{
    Align2, CornerRadius, CursorIcon, FontId, Modifiers, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::Side;
use super::head::{focus_ring, line};
use crate::app::cx::Cx;
use crate::app::report::cite;
use crate::app::theme::{self, size, space};
use crate::compare::Difference;
use crate::figures::{Change, Nature, Observation, Scope};
use crate::i18n::{labels, numbers};
use crate::jobs::desk::{ComparePage, ReportPage, StripRow};
use crate::outline::Part;

/// Height of the name of a part of the Outline.
pub const GROUP: f32 = 34.0;
/// Height of the name of an indicator.
const NAME: f32 = 26.0;
/// Height of a value.
const VALUE: f32 = 24.0;
/// Height of a remark.
const REMARK: f32 = 19.0;

/// What was done to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// The sentence of this figure is to be seen.
    Show(Side, usize),
    /// The report is to be opened at this figure.
    Open(Side, usize),
}

/// The indices of a side's figures in a row.
pub fn figures(row: &StripRow, side: Side) -> &[usize] {
    match side {
        Side::Left => &row.left,
        Side::Right => &row.right,
    }
}

/// The values of a side.
fn values<'a>(page: &'a ComparePage, row: &'a StripRow, side: Side) -> impl Iterator<Item = &'a Observation> {
    let all = side.page(page).loaded.observations();
    figures(row, side).iter().filter_map(|figure| all.get(*figure))
}

fn changes<'a>(page: &'a ComparePage, row: &'a StripRow, side: Side) -> impl Iterator<Item = &'a Change> {
    let own = match side {
        Side::Left => &row.left_changes,
        Side::Right => &row.right_changes,
    };
    own.iter().filter_map(move |change| side.page(page).loaded.stored.changes.get(*change))
}

/// The nature that all values of a row share, if they do.
pub fn shared(page: &ComparePage, row: &StripRow) -> Option<Nature> {
    let mut natures = Side::BOTH.into_iter().flat_map(|side| values(page, row, side)).map(|found| found.nature);
    let first = natures.next()?;
    natures.all(|nature| nature == first).then_some(first)
}

/// The indicator with what tells it from others, and the nature that both sides share.
pub fn title(page: &ComparePage, row: &StripRow, cx: &Cx<'_>) -> String {
    let mut remarks: Vec<String> = row.label.iter().cloned().collect();
    let nature = shared(page, row).filter(|nature| *nature != Nature::Actual);
    remarks.extend(nature.map(|nature| cx.text(labels::nature(nature))));
    let name = cx.indicator(&row.indicator).to_owned();
    if remarks.is_empty() {
        return name;
    }
    let remarks = cx.texts.list(remarks);
    cx.format("value-remarked", &[("text", name.into()), ("remarks", remarks.into())])
}

/// What a reader must know of a value beside its number, one id of a reason each.
fn particulars(found: &Observation, report: &ReportPage, part: Part, nature: bool) -> [bool; 4] {
    let own = report.loaded.stored.summary.year;
    let stands = report.loaded.stored.passages.items.get(found.span.passage as usize).map(|passage| passage.part);
    [
        nature && found.nature != Nature::Actual,
        found.year.is_some() && found.year != own,
        found.scope == Scope::Own,
        stands.is_some_and(|stands| stands != part),
    ]
}

/// The same in words; empty where there is nothing.
pub fn remarks(found: &Observation, report: &ReportPage, part: Part, nature: bool, cx: &Cx<'_>) -> String {
    let [nature, year, scope, stands] = particulars(found, report, part, nature);
    let mut words = Vec::new();
    words.extend(nature.then(|| cx.text(labels::nature(found.nature))));
    words.extend(found.year.filter(|_| year).map(|year| cite::in_year(year, cx)));
    words.extend(scope.then(|| cx.text("scope-own")));
    let passage = report.loaded.stored.passages.items.get(found.span.passage as usize).filter(|_| stands);
    words.extend(passage.map(|passage| cx.text(labels::part(passage.part))));
    words.join(" · ")
}

/// The difference of a row in words; empty where a side is silent.
pub fn difference(page: &ComparePage, row: &StripRow, cx: &Cx<'_>) -> String {
    let unit = values(page, row, Side::Left).next().map_or("", |found| found.unit.as_str());
    row.difference.as_ref().map_or_else(String::new, |found| numbers::difference(found, unit, cx.texts))
}

/// The changes that a side's report states itself, in words.
pub fn stated(page: &ComparePage, row: &StripRow, side: Side, cx: &Cx<'_>) -> Vec<String> {
    let year = side.page(page).loaded.stored.summary.year;
    changes(page, row, side).map(|change| numbers::stated(change, year, cx.texts)).collect()
}

/// Whether both sides have values and these differ.
pub fn differs(row: &StripRow) -> bool {
    match row.difference {
        None => false,
        Some(Difference::Number { delta, .. } | Difference::About(delta)) => delta != 0.0,
        Some(Difference::AtLeast(_) | Difference::AtMost(_) | Difference::Incomparable(_)) => true,
    }
}

/// Height of a row: known without laying anything out.
pub fn height(page: &ComparePage, part: Part, row: &StripRow) -> f32 {
    let nature = shared(page, row).is_none();
    let side = |side: Side| {
        let report = side.page(page);
        let of = |found: &Observation| {
            let remarked = particulars(found, report, part, nature).contains(&true);
            VALUE + if remarked { REMARK } else { 0.0 }
        };
        values(page, row, side).map(of).sum::<f32>()
    };
    let stated = Side::BOTH.map(|side| changes(page, row, side).count()).iter().sum::<usize>();
    NAME + side(Side::Left).max(side(Side::Right)).max(VALUE) + stated as f32 * REMARK + space::S
}

/// What all rows of a strip share.
pub struct Strip<'a> {
    /// The comparison.
    pub page: &'a ComparePage,
    /// The part of the block.
    pub part: Part,
    /// The figures whose sentences are shown.
    pub chosen: [Option<usize>; 2],
    /// The surroundings.
    pub cx: &'a Cx<'a>,
}

impl Strip<'_> {
    /// Paints a row into a rectangle of its height.
    pub fn row(&self, ui: &mut Ui, rect: Rect, row: &StripRow) -> Option<Act> {
        let (cx, tokens) = (self.cx, self.cx.tokens);
        let inner = rect.shrink2(vec2(space::S, 0.0));
        let title = title(self.page, row, cx);
        let name = line(ui, title.clone(), FontId::proportional(size::BODY), tokens.text, inner.width());
        let at = pos2(inner.left(), rect.top() + (NAME - name.size().y) / 2.0);
        let whole = Rect::from_min_size(inner.min, vec2(inner.width(), NAME));
        let label = ui.interact(whole, ui.scope_id().with(("name", title.as_str(), rect.top() as i32)), Sense::hover());
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &title));
        if name.elided {
            label.on_hover_text(&title);
        }
        ui.painter().galley(at, name, tokens.text);
        let (first, second) = (inner.width() * 0.29, inner.width() * 0.58);
        let columns = [(inner.left(), inner.left() + first), (inner.left() + first, inner.left() + second)];
        let mut act = None;
        for side in Side::BOTH {
            let (left, right) = columns[side.index()];
            let column = Rect::from_min_max(pos2(left, rect.top() + NAME), pos2(right, rect.bottom()));
            act = act.or(self.side(ui, column, row, side));
        }
        let room = Rect::from_min_max(pos2(inner.left() + second, rect.top() + NAME), inner.right_bottom());
        self.difference(ui, room, row);
        self.stated(ui, inner, row);
        ui.painter().hline(inner.x_range(), rect.bottom(), tokens.hairline());
        act
    }

    /// The values of one side below each other.
    fn side(&self, ui: &mut Ui, column: Rect, row: &StripRow, side: Side) -> Option<Act> {
        let (cx, report) = (self.cx, side.page(self.page));
        let nature = shared(self.page, row).is_none();
        let mut top = column.top();
        if figures(row, side).is_empty() {
            let at = pos2(column.right() - space::XS, top + VALUE / 2.0);
            let font = FontId::proportional(size::BODY);
            ui.painter().text(at, Align2::RIGHT_CENTER, cx.text("value-none"), font, cx.tokens.weak);
        }
        let mut act = None;
        for figure in figures(row, side).iter() {
            let Some(found) = report.loaded.observations().get(*figure) else { continue };
            let rect = Rect::from_min_size(pos2(column.left(), top), vec2(column.width(), VALUE));
            act = act.or(self.value(ui, rect, found, side, *figure));
            top += VALUE;
            let words = remarks(found, report, self.part, nature, cx);
            if !words.is_empty() {
                let note = FontId::proportional(size::NOTE);
                let words = line(ui, words, note, cx.tokens.weak, column.width() - space::XS);
                let at = pos2(column.right() - space::XS - words.size().x, top);
                ui.painter().galley(at, words, cx.tokens.weak);
                top += REMARK;
            }
        }
        act
    }

    fn value(&self, ui: &mut Ui, rect: Rect, found: &Observation, side: Side, figure: usize) -> Option<Act> {
        let (cx, tokens) = (self.cx, self.cx.tokens);
        let id = ui.scope_id().with(("value", side.index(), figure, found.id.as_str(), self.part));
        let response = ui.interact(rect.shrink2(vec2(1.0, 0.0)), id, Sense::click());
        let text = numbers::value(found, cx.texts);
        let said = [cx.text(side.name()).as_str(), cx.indicator(&found.indicator), text.as_str()].join(" ");
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
        let chosen = self.chosen[side.index()] == Some(figure);
        if chosen || response.hovered() {
            let ground = if chosen { tokens.sentence } else { tokens.hover };
            ui.painter().rect_filled(rect.shrink2(vec2(1.0, 0.0)), CornerRadius::same(4), ground);
        }
        if response.has_focus() {
            focus_ring(ui, rect, cx);
        }
        let ink = if response.hovered() { tokens.accent } else { tokens.text };
        let number = line(ui, text, FontId::new(size::BODY, theme::bold_family()), ink, rect.width() - 2.0 * space::XS);
        let at = pos2(rect.right() - space::XS - number.size().x, rect.center().y - number.size().y / 2.0);
        ui.painter().galley(at, number, ink);
        let open = response.clicked() && ui.input(|input| input.modifiers.matches_logically(Modifiers::COMMAND));
        let (double, clicked) = (response.double_clicked(), response.clicked());
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        response.on_hover_ui(|ui| {
            ui.label(theme::bold(&said));
            ui.label(&cite::sentence(side.page(self.page), figure).cut().text);
            ui.label(theme::note(cx.text("pair-value-hint"), tokens));
        });
        match (open || double, clicked) {
            (true, _) => Some(Act::Open(side, figure)),
            (_, true) => Some(Act::Show(side, figure)),
            _ => None,
        }
    }

    fn difference(&self, ui: &mut Ui, room: Rect, row: &StripRow) {
        let text = difference(self.page, row, self.cx);
        if text.is_empty() {
            return;
        }
        let plain = !matches!(row.difference, Some(Difference::Incomparable(_))) && differs(row);
        let ink = if plain { self.cx.tokens.text } else { self.cx.tokens.weak };
        let words = line(ui, text.clone(), FontId::proportional(size::NOTE), ink, room.width());
        let rect = Rect::from_min_size(room.min, vec2(room.width(), VALUE));
        let id = ui.scope_id().with(("difference", row.indicator.as_str(), rect.top() as i32));
        let response = ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
        if words.elided {
            response.on_hover_text(text);
        }
        let at = pos2(room.right() - words.size().x, rect.center().y - words.size().y / 2.0);
        ui.painter().galley(at, words, ink);
    }

    /// What the reports themselves say of a change, at the foot of the row.
    fn stated(&self, ui: &Ui, inner: Rect, row: &StripRow) {
        let lines: Vec<String> = Side::BOTH
            .into_iter()
            .flat_map(|side| {
                let word = self.cx.text(side.name());
                stated(self.page, row, side, self.cx).into_iter().map(move |said| [word.as_str(), &said].join(" "))
            })
            .collect();
        let mut top = inner.bottom() - space::S + space::XS - lines.len() as f32 * REMARK;
        for text in lines {
            let words = line(ui, text.clone(), FontId::proportional(size::NOTE), self.cx.tokens.weak, inner.width());
            let at = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), REMARK));
            let response =
                ui.interact(at, ui.scope_id().with(("stated", row.indicator.as_str(), top as i32)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
            if words.elided {
                response.on_hover_text(text);
            }
            ui.painter().galley(at.min, words, self.cx.tokens.weak);
            top += REMARK;
        }
    }

    /// Paints the name of a part of the Outline.
    pub fn group(&self, ui: &Ui, rect: Rect, name: &str) {
        let font = FontId::new(size::NOTE, theme::bold_family());
        let at = pos2(rect.left() + space::S, rect.bottom() - space::XS);
        let words = line(ui, name.to_owned(), font, self.cx.tokens.weak, rect.width() - 2.0 * space::S);
        ui.painter().galley(at - vec2(0.0, words.size().y), words, self.cx.tokens.weak);
        let line = Rect::from_min_max(rect.left_bottom(), rect.right_bottom());
        ui.painter().hline(line.shrink2(vec2(space::S, 0.0)).x_range(), rect.bottom(), self.cx.tokens.hairline());
    }
}
