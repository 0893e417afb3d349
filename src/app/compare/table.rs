//! 按指标: all figures of both reports in one table, and the two sentences of the row chosen below it.

use std::sync::Arc;

use eframe::egui::{
    Align2, CornerRadius, CursorIcon, FontId, Frame, Key, Margin, Modifiers, Panel, Rect, Role, ScrollArea, Sense, Ui,
    WidgetInfo, pos2, vec2,
};

use super::head::line;
use super::layout::strip_row;
use super::strip::{self, figures};
use super::{Side, sections};
use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::report::{Focus, cite, quote};
use crate::app::theme::{self, size, space};
use crate::compare::Difference;
use crate::i18n::{labels, numbers};
use crate::jobs::desk::{ComparePage, StripRow};
use crate::outline::{Part, Section};

/// Height of a line.
const HEIGHT: f32 = 34.0;
/// Width of the columns together at most: further apart the eye loses the row.
const WIDEST: f32 = 1080.0;
/// Height of the sentences below.
const PROOF: f32 = 200.0;

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// A section of a part.
    Head(Part, Option<Section>),
    /// A row of a strip: block, strip, row.
    Row(usize, usize, usize),
}

/// The table, made anew when the comparison or the choice of rows changes.
#[derive(Default)]
pub struct Table {
    made_of: Option<(Arc<ComparePage>, bool)>,
    lines: Vec<Line>,
    chosen: Option<usize>,
    focus: Focus,
    /// Where the table was scrolled to, and how much of it is seen.
    scrolled: (f32, f32),
    moved: bool,
}

impl Table {
    fn make(&mut self, page: &Arc<ComparePage>, differing: bool) {
        if self.made_of.as_ref().is_some_and(|(own, only)| Arc::ptr_eq(own, page) && *only == differing) {
            return;
        }
        let chosen = self.chosen.and_then(|at| self.lines.get(at)).copied();
        let same = self.made_of.as_ref().is_some_and(|(own, _)| Arc::ptr_eq(own, page));
        self.lines.clear();
        for (number, block) in page.blocks.iter().enumerate() {
            let mut rows = Vec::new();
            for (at, strip) in block.strips.iter().enumerate() {
                let own = strip.rows.iter().enumerate().filter(|(_, row)| !differing || strip::differs(row));
                rows.extend(own.map(|(row, _)| Line::Row(number, at, row)));
            }
            if !rows.is_empty() {
                self.lines.push(Line::Head(block.part, block.section));
                self.lines.append(&mut rows);
            }
        }
        self.made_of = Some((Arc::clone(page), differing));
        self.chosen = chosen.filter(|_| same).and_then(|line| self.lines.iter().position(|own| *own == line));
    }

    /// Goes to the next row up or down.
    fn step(&mut self, down: bool) {
        let is_row = |at: &usize| matches!(self.lines.get(*at), Some(Line::Row(..)));
        let next = match (self.chosen, down) {
            (None, _) => (0..self.lines.len()).find(is_row),
            (Some(at), true) => (at + 1..self.lines.len()).find(is_row),
            (Some(at), false) => (0..at).rev().find(is_row),
        };
        self.chosen = next.or(self.chosen);
        self.moved = true;
    }

    /// Where to scroll so that a row reached by keys is seen.
    fn offset(&mut self) -> Option<f32> {
        let at = self.chosen.filter(|_| std::mem::take(&mut self.moved))?;
        let (top, (first, height)) = (at as f32 * HEIGHT, self.scrolled);
        if top < first + HEIGHT {
            return Some((top - HEIGHT).max(0.0));
        }
        (top + 2.0 * HEIGHT > first + height).then_some(top + 2.0 * HEIGHT - height)
    }
}

/// Paints the table; `differing` leaves out what only one side says or both say alike.
pub fn ui(
    ui: &mut Ui,
    table: &mut Table,
    page: &Arc<ComparePage>,
    differing: bool,
    cx: &Cx<'_>,
    actions: &mut Vec<Action>,
) {
    table.make(page, differing);
    let frame = Frame::NONE.fill(cx.tokens.panel).inner_margin(Margin::symmetric(16, 10));
    let proof = Panel::bottom("compare_proof").exact_size(PROOF).resizable(false).frame(frame);
    proof.show(ui, |ui| proofs(ui, table, page, cx, actions));
    keys(ui, table);
    let rect = ui.available_rect_before_wrap();
    table.focus.offer(ui, rect, "figure_table", Role::Table, &cx.text("pair-table"));
    if table.lines.is_empty() {
        let id = if differing { "pair-none-differ" } else { "pair-none-figures" };
        Frame::NONE.inner_margin(Margin::same(24)).show(ui, |ui| ui.label(cx.text(id)));
        return;
    }
    let grid = Grid::of(rect);
    heads(ui, grid, rect, page, cx);
    ui.add_space(HEIGHT);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut area = ScrollArea::vertical().id_salt("figure_table").auto_shrink(false);
    if let Some(offset) = table.offset() {
        area = area.vertical_scroll_offset(offset);
    }
    let output = area.show_rows(ui, HEIGHT, table.lines.len(), |ui, seen| {
        for at in seen {
            let chosen = table.chosen == Some(at);
            if table.lines.get(at).is_some_and(|line| row(ui, grid, *line, page, chosen, cx)) {
                table.chosen = Some(at);
            }
        }
    });
    table.scrolled = (output.state.clamped_offset().y, output.inner_rect.height());
    table.focus.ring(ui, rect);
}

fn keys(ui: &Ui, table: &mut Table) {
    let focused = ui.memory(|memory| memory.focused());
    if ui.ctx().text_edit_focused() || (focused.is_some() && focused != table.focus.id()) {
        return;
    }
    let (down, up) = ui.input_mut(|input| {
        let mut pressed = |key: Key| input.consume_key(Modifiers::NONE, key);
        (pressed(Key::ArrowDown) | pressed(Key::J), pressed(Key::ArrowUp) | pressed(Key::K))
    });
    if down || up {
        table.step(down);
    }
}

/// Right edges of the columns.
#[derive(Clone, Copy)]
struct Grid {
    left: f32,
    name: f32,
    sides: [f32; 2],
    difference: f32,
}

impl Grid {
    fn of(rect: Rect) -> Self {
        let left = rect.left() + space::L;
        let right = (rect.right() - space::L - space::S).min(left + WIDEST);
        let width = right - left;
        let side = (width * 0.18).clamp(120.0, 220.0);
        let difference = (width * 0.24).clamp(180.0, 300.0);
        let second = right - difference;
        Self { left, name: second - 2.0 * side, sides: [second - side, second], difference: right }
    }

    /// From where to where a side's value may stand.
    fn side(self, side: Side) -> (f32, f32) {
        match side {
            Side::Left => (self.name, self.sides[0]),
            Side::Right => (self.sides[0], self.sides[1]),
        }
    }
}

fn heads(ui: &Ui, grid: Grid, rect: Rect, page: &ComparePage, cx: &Cx<'_>) {
    let middle = rect.top() + HEIGHT / 2.0;
    let font = FontId::new(size::NOTE, theme::bold_family());
    let painter = ui.painter();
    let name = cx.text("column-indicator");
    painter.text(pos2(grid.left, middle), Align2::LEFT_CENTER, name, font.clone(), cx.tokens.weak);
    for side in Side::BOTH {
        let (from, to) = grid.side(side);
        let report = &side.page(page).loaded.stored.summary;
        let words = line(ui, cite::name(report, cx), font.clone(), cx.tokens.weak, to - from - space::L);
        painter.galley(pos2(to - words.size().x, middle - words.size().y / 2.0), words, cx.tokens.weak);
    }
    let difference = cx.text("column-difference");
    painter.text(pos2(grid.difference, middle), Align2::RIGHT_CENTER, difference, font, cx.tokens.weak);
    painter.hline(rect.x_range(), rect.top() + HEIGHT - 1.0, cx.tokens.hairline());
}

/// Paints a line; whether it was clicked.
fn row(ui: &mut Ui, grid: Grid, line: Line, page: &ComparePage, chosen: bool, cx: &Cx<'_>) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::CLICK);
    let (block, group, number) = match line {
        Line::Head(part, section) => {
            section_head(ui, rect, grid, (part, section), cx);
            return false;
        }
        Line::Row(block, group, number) => (block, group, number),
    };
    let (Some(row), Some(part)) = (strip_row(page, (block, group, number)), page.blocks.get(block)) else {
        return false;
    };
    if chosen || response.hovered() {
        let ground = if chosen { cx.tokens.chosen } else { cx.tokens.hover };
        ui.painter().rect_filled(rect, CornerRadius::ZERO, ground);
    }
    let title = strip::title(page, row, cx);
    let sides = Side::BOTH.map(|side| said(page, row, side, part.part, cx));
    let difference = strip::difference(page, row, cx);
    let whole = [title.as_str(), &sides[0], &sides[1], &difference].join(" | ");
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, chosen, &whole));
    let middle = rect.center().y;
    let put = |text: &str, font: FontId, ink, (from, to): (f32, f32), right: bool| {
        let words = self::line(ui, text.to_owned(), font, ink, to - from - space::M);
        let x = if right { to - words.size().x } else { from };
        let cut = words.elided;
        ui.painter().galley(pos2(x, middle - words.size().y / 2.0), words, ink);
        cut
    };
    let (plain, strong) = (FontId::proportional(size::BODY), FontId::new(size::BODY, theme::bold_family()));
    let tokens = cx.tokens;
    let mut cut = put(&title, plain, tokens.text, (grid.left, grid.name), false);
    for side in Side::BOTH {
        let silent = figures(row, side).is_empty();
        let ink = if silent { tokens.weak } else { tokens.text };
        cut |= put(&sides[side.index()], strong.clone(), ink, grid.side(side), true);
    }
    let weak = matches!(row.difference, Some(Difference::Incomparable(_)));
    let ink = if weak { tokens.weak } else { tokens.text };
    cut |= put(&difference, FontId::proportional(size::NOTE), ink, (grid.sides[1], grid.difference), true);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let clicked = response.clicked();
    if cut {
        response.on_hover_text(whole);
    }
    clicked
}

/// What a side says: its value, how many there are, or nothing.
fn said(page: &ComparePage, row: &StripRow, side: Side, part: Part, cx: &Cx<'_>) -> String {
    let report = side.page(page);
    let all = report.loaded.observations();
    match figures(row, side) {
        [] => cx.text("value-none"),
        [one] => {
            let Some(found) = all.get(*one) else { return cx.text("value-none") };
            let value = numbers::value(found, cx.texts);
            let remarks = strip::remarks(found, report, part, strip::shared(page, row).is_none(), cx);
            if remarks.is_empty() {
                return value;
            }
            cx.format("value-remarked", &[("text", value.into()), ("remarks", remarks.into())])
        }
        several => {
            let values = several.iter().filter_map(|figure| all.get(*figure));
            cx.texts.list_up_to(3, values.map(|found| numbers::value(found, cx.texts)))
        }
    }
}

fn section_head(ui: &Ui, rect: Rect, grid: Grid, (part, section): (Part, Option<Section>), cx: &Cx<'_>) {
    let middle = rect.bottom() - space::M;
    let font = FontId::new(size::BODY, theme::bold_family());
    let name = match section {
        Some(_) => [cite::numeral(section), cx.text(cite::short(part, section)).as_str()].join(" "),
        None => cx.text(labels::part(part)),
    };
    let drawn = ui.painter().text(pos2(grid.left, middle), Align2::LEFT_CENTER, name, font, cx.tokens.section(section));
    if section.is_some() {
        let at = pos2(drawn.right() + space::S, middle);
        let note = FontId::proportional(size::NOTE);
        ui.painter().text(at, Align2::LEFT_CENTER, cx.text(labels::part(part)), note, cx.tokens.weak);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), cx.tokens.hairline());
}

/// The sentences of the chosen row, left and right.
fn proofs(ui: &mut Ui, table: &Table, page: &ComparePage, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let line = table.chosen.and_then(|at| table.lines.get(at));
    let Some(Line::Row(block, group, number)) = line else {
        ui.label(theme::note(cx.text("pair-proof-hint"), cx.tokens));
        return;
    };
    let Some(row) = strip_row(page, (*block, *group, *number)) else { return };
    ui.columns_const(|columns: &mut [Ui; 2]| {
        for (side, ui) in Side::BOTH.into_iter().zip(columns) {
            let salt = ("proof", side.index());
            ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
                ui.label(theme::note(cite::name(&side.page(page).loaded.stored.summary, cx), cx.tokens));
                if figures(row, side).is_empty() {
                    ui.label(cx.text("pair-proof-none"));
                }
                for words in strip::stated(page, row, side, cx) {
                    ui.label(theme::note(words, cx.tokens));
                }
                for figure in figures(row, side) {
                    quote(ui, &cite::sentence(side.page(page), *figure).cut(), cx.tokens);
                    if ui.link(cx.text("pair-open")).clicked() {
                        sections::open(page, side, *figure, actions);
                    }
                }
            });
        }
    });
}
