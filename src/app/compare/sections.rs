//! 按六部分: both texts and the strip between them, scrolled together or each by itself.

use std::sync::Arc;

use eframe::egui::{Align2, CornerRadius, FontId, Key, Popup, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use super::layout::{HEAD, Item, Stack, strip_row};
use super::strip::{Act, GROUP, Strip, figures};
use super::{Side, bar};
use crate::app::action::{Action, Address};
use crate::app::cx::Cx;
use crate::app::keyboard::{Region, pane};
use crate::app::report::cite;
use crate::app::report::text::{Emphasis, Look, Scene, Scroll, Sheet, Touch};
use crate::app::theme::{self, size, space};
use crate::i18n::labels;
use crate::jobs::desk::{ComparePage, StripRow};

/// What this layout remembers.
pub struct Sections {
    of: Option<Arc<ComparePage>>,
    stack: Stack,
    sheets: [Sheet; 2],
    scrolls: [Scroll; 2],
    locked: bool,
    /// The figure of each side whose sentence is shown.
    chosen: [Option<usize>; 2],
    /// The side and the figure to bring into sight.
    wish: Option<(Side, usize)>,
}

impl Default for Sections {
    fn default() -> Self {
        Self {
            of: None,
            stack: Stack::default(),
            sheets: Default::default(),
            scrolls: Default::default(),
            locked: true,
            chosen: [None, None],
            wish: None,
        }
    }
}

impl Sections {
    /// Whether both sides scroll together.
    pub fn locked(&self) -> bool {
        self.locked
    }

    /// Locks or unlocks; nothing moves.
    pub fn toggle(&mut self) {
        self.locked = !self.locked;
    }

    /// Whether the sides do not stand at the same height.
    pub fn is_apart(&self) -> bool {
        (self.scrolls[0].y - self.scrolls[1].y).abs() > 0.5
    }

    /// Brings the right side to the height of the left one.
    pub fn level(&mut self) {
        self.scrolls[1].y = self.scrolls[0].y;
    }

    /// Where the sides are scrolled to.
    #[cfg(test)]
    pub fn heights(&self) -> [f64; 2] {
        [self.scrolls[0].y, self.scrolls[1].y]
    }

    fn hold(&mut self, ui: &Ui, page: &Arc<ComparePage>, width: f32, seen: f64) {
        if !self.of.as_ref().is_some_and(|own| Arc::ptr_eq(own, page)) {
            *self =
                Self { of: Some(Arc::clone(page)), stack: Stack::new(page), locked: self.locked, ..Self::default() };
        }
        let look = Look { size: size::BODY, width };
        self.keep(ui, seen, |own, _| {
            for side in Side::BOTH {
                own.sheets[side.index()].hold(ui, side.page(page), look, || Stack::order(page, side));
            }
        });
    }

    /// Does something that changes heights; what is at the top of each side stays there.
    fn keep(&mut self, ui: &Ui, seen: f64, change: impl FnOnce(&mut Self, &Ui)) {
        let still = Side::BOTH.map(|side| self.stack.still(side, (self.scrolls[side.index()].y, seen), &self.sheets));
        let (level, before) = (!self.is_apart(), self.scrolls);
        change(self, ui);
        self.stack.settle(&self.sheets);
        for side in Side::BOTH {
            if let Some(still) = still[side.index()] {
                self.scrolls[side.index()].y = self.stack.restore(side, still, &self.sheets);
            }
        }
        if level && before[0].y > 0.0 {
            self.level();
        } else if level {
            (self.scrolls[0].y, self.scrolls[1].y) = (0.0, 0.0);
        }
    }

    /// Measures what is seen and a view above it.
    fn measure(&mut self, ui: &Ui, seen: f64) {
        self.keep(ui, seen, |own, ui| {
            for side in Side::BOTH {
                let at = side.index();
                let y = own.scrolls[at].y;
                for number in own.stack.seen(y - seen..y + seen) {
                    let Some(rows) = own.stack.spans.get(number).map(|span| span.rows[at].clone()) else { continue };
                    let inner = own.stack.inner(side, number, (y, seen), &own.sheets);
                    let top = own.sheets[at].heights().top(rows.start) + inner;
                    own.sheets[at].measure(ui, rows, top - seen..top + seen);
                }
                let near = own.stack.seen(y..y).start;
                let near = own.stack.spans.get(near).map_or(0, |span| span.rows[at].start);
                own.sheets[at].measure_ahead(ui, near);
            }
        });
    }

    fn fulfil(&mut self, ui: &Ui, page: &ComparePage, seen: f64) {
        let Some((side, figure)) = self.wish.take() else { return };
        let Some(found) = side.page(page).figures.get(figure) else { return };
        let at = side.index();
        for _ in 0..2 {
            let spot = self.sheets[at].spot(ui, found.row, &found.at);
            self.stack.settle(&self.sheets);
            let place = self.sheets[at].place(found.row);
            let stands = spot.zip(place).and_then(|(spot, place)| {
                let (number, inner) = self.stack.of_sheet(side, place, spot.start, &self.sheets)?;
                Some((number, inner, spot.end - spot.start))
            });
            let Some((number, inner, height)) = stands else { return };
            let (start, y) = (self.stack.extent(number).start, self.scrolls[at].y);
            let top = HEAD + inner - self.stack.inner(side, number, (y, seen), &self.sheets);
            if top > HEAD && top + height < seen - f64::from(space::M) {
                return;
            }
            self.scroll(side, start + HEAD + inner - seen / 3.0 - y, seen);
            // Rows on the way were estimated: once more with what is seen now measured.
            self.measure(ui, seen);
        }
    }

    /// Scrolls a side, and the other one with it where they are locked.
    fn scroll(&mut self, side: Side, by: f64, seen: f64) {
        let total = self.total(seen);
        for other in Side::BOTH {
            if other == side || self.locked {
                self.scrolls[other.index()].y += by;
                self.scrolls[other.index()].clamp(seen as f32, total);
            }
        }
    }

    /// Height of all, with room to bring the last section to the top.
    fn total(&self, seen: f64) -> f64 {
        self.stack.total() + seen / 2.0
    }
}

/// The three columns of the view and the bar at its right edge.
struct Columns {
    left: Rect,
    strip: Rect,
    right: Rect,
    bar: Rect,
}

impl Columns {
    fn of(view: Rect) -> Self {
        let strip = (view.width() * 0.27).clamp(288.0, 400.0).round();
        let text = ((view.width() - strip - bar::WIDTH) / 2.0).floor();
        let column = |left: f32, width: f32| Rect::from_min_size(pos2(left, view.top()), vec2(width, view.height()));
        Self {
            left: column(view.left(), text),
            strip: column(view.left() + text, strip),
            right: column(view.left() + text + strip, text),
            bar: column(view.right() - bar::WIDTH, bar::WIDTH),
        }
    }

    fn side(&self, side: Side) -> Rect {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }
}

/// Paints both texts and the strip.
pub fn ui(ui: &mut Ui, own: &mut Sections, page: &Arc<ComparePage>, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let view = ui.available_rect_before_wrap();
    let columns = Columns::of(view);
    let seen = f64::from(view.height());
    let width = columns.left.width() - 2.0 * space::L;
    own.hold(ui, page, width, seen);
    own.measure(ui, seen);
    own.fulfil(ui, page, seen);
    turn(ui, own, &columns, seen);
    ui.painter().rect_filled(columns.strip, CornerRadius::ZERO, cx.tokens.panel);
    let mut touched = None;
    for side in Side::BOTH {
        let _pane = pane(ui, Region::View);
        touched = touched.or(text(ui, own, page, side, columns.side(side), cx, actions));
    }
    let mut child = ui.new_child(UiBuilder::new().id_salt("strip").max_rect(columns.strip));
    child.shrink_clip_rect(columns.strip);
    touched = touched.or(strip(&mut child, own, page, columns.strip, cx));
    for edge in [columns.strip.left(), columns.strip.right()] {
        ui.painter().vline(edge, view.y_range(), cx.tokens.hairline());
    }
    let total = own.total(seen);
    if let Some(y) = bar::ui(ui, columns.bar, page, &own.stack, own.scrolls[0].y, cx) {
        let by = y - seen / 2.0 - own.scrolls[0].y;
        own.scroll(Side::Left, by, seen);
        if !own.locked {
            own.scroll(Side::Right, by, seen);
        }
    }
    for side in Side::BOTH {
        let name = cx.text(if side == Side::Left { "pair-scroll-left" } else { "pair-scroll-right" });
        let scroll = &mut own.scrolls[side.index()];
        let by = scroll.bar(ui, columns.side(side), total, &name, cx.tokens);
        scroll.y -= by;
        own.scroll(side, by, seen);
    }
    match touched {
        Some(Act::Show(side, figure)) => show(own, page, side, figure),
        Some(Act::Open(side, figure)) => open(page, side, figure, actions),
        None => {}
    }
}

/// Shows the sentence of a figure, and that of the other side's first value of the same row.
fn show(own: &mut Sections, page: &ComparePage, side: Side, figure: usize) {
    let rows = page.blocks.iter().flat_map(|block| &block.strips).flat_map(|strip| &strip.rows);
    let row: Option<&StripRow> = rows.into_iter().find(|row| figures(row, side).contains(&figure));
    let first = |other: Side| row.and_then(|row| figures(row, other).first()).copied();
    own.chosen = Side::BOTH.map(|other| if other == side { Some(figure) } else { first(other) });
    own.wish = Some((side, figure));
}

/// Opens the report at a figure.
pub fn open(page: &ComparePage, side: Side, figure: usize, actions: &mut Vec<Action>) {
    let report = side.page(page);
    let Some(found) = report.loaded.observations().get(figure) else { return };
    actions.push(Action::Go(Address::Report { id: Some(report.id), figure: Some(found.id.clone()) }));
}

/// Follows the wheel and the keys.
fn turn(ui: &Ui, own: &mut Sections, columns: &Columns, seen: f64) {
    let over_right = ui.rect_contains_pointer(columns.right);
    let (side, rect) =
        if over_right { (Side::Right, columns.right) } else { (Side::Left, columns.left.union(columns.strip)) };
    let mut by = f64::from(Scroll::wheel(ui, rect));
    for side in Side::BOTH {
        let pulled = own.sheets[side.index()].pull(ui, columns.side(side));
        own.scroll(side, f64::from(pulled), seen);
    }
    if !ui.ctx().text_edit_focused() && !Popup::is_any_open(ui.ctx()) && ui.memory(|memory| memory.focused()).is_none()
    {
        by += ui.input(|input| {
            let turned = |key: Key| f64::from(u16::try_from(input.num_presses(key)).unwrap_or(u16::MAX));
            (seen - 40.0) * (turned(Key::PageDown) - turned(Key::PageUp))
                + 48.0 * (turned(Key::ArrowDown) - turned(Key::ArrowUp))
                + 1e12 * (turned(Key::End) - turned(Key::Home))
        });
    }
    own.scroll(side, by, seen);
}

/// Paints one side; gives the figure that was clicked.
fn text(
    ui: &mut Ui,
    own: &mut Sections,
    page: &ComparePage,
    side: Side,
    column: Rect,
    cx: &Cx<'_>,
    actions: &mut Vec<Action>,
) -> Option<Act> {
    let at = side.index();
    let mut child = ui.new_child(UiBuilder::new().id_salt(("side", at)).max_rect(column));
    child.shrink_clip_rect(column);
    let y = own.scrolls[at].y;
    let left = column.left() + space::L;
    let width = column.width() - 2.0 * space::L;
    let emphasis = Emphasis { figure: own.chosen[at], ..Emphasis::default() };
    let mut touches = Vec::new();
    own.sheets[at].begin();
    for number in own.stack.seen(y..y + f64::from(column.height())) {
        let Some(span) = own.stack.spans.get(number) else { continue };
        let seen = f64::from(column.height());
        let top = f64::from(column.top()) - own.stack.inner(side, number, (y, seen), &own.sheets);
        let head = pinned(column, own.stack.extent(number), y);
        heading(&child, head.shrink2(vec2(space::L, 0.0)), span.part, span.section, cx);
        let scene = Scene { view: below(column, head), left, width, emphasis, cx };
        if span.rows[at].is_empty() {
            let font = FontId::proportional(size::NOTE);
            let place = pos2(left, (top + HEAD) as f32 + space::S);
            child.painter().text(place, Align2::LEFT_TOP, cx.text("pair-silent"), font, cx.tokens.weak);
        }
        let rows = span.rows[at].clone();
        own.sheets[at].show(&child, rows, top + HEAD, &scene, &mut touches);
    }
    own.sheets[at].finish(&child, column, &mut touches);
    let mut act = None;
    for touch in touches {
        match touch {
            Touch::Figure(figure) => act = Some(Act::Show(side, figure)),
            Touch::Copy(text) => actions.push(Action::Copy(text)),
            Touch::Cite(text) => {
                actions.push(Action::Copy(cite::cited(&text, &side.page(page).loaded.stored.summary, cx)));
            }
        }
    }
    act
}

/// The heading of a block: at its top, and from there on at the top of the column until the block ends.
fn pinned(column: Rect, extent: std::ops::Range<f64>, y: f64) -> Rect {
    let top = y.clamp(extent.start, (extent.end - HEAD).max(extent.start)) - y;
    Rect::from_min_size(pos2(column.left(), column.top() + top as f32), vec2(column.width(), HEAD as f32))
}

/// What of a column lies below a heading.
fn below(column: Rect, head: Rect) -> Rect {
    Rect::from_min_max(pos2(column.left(), head.bottom().max(column.top())), column.right_bottom())
}

fn heading(ui: &Ui, rect: Rect, part: crate::outline::Part, section: Option<crate::outline::Section>, cx: &Cx<'_>) {
    let font = FontId::new(size::BODY, theme::bold_family());
    let middle = rect.bottom() - 14.0;
    let name = match section {
        Some(_) => cx.text(cite::short(part, section)),
        None => cx.text(labels::part(part)),
    };
    let numeral = if section.is_some() { cite::numeral(section) } else { "" };
    let words = [numeral, " ", name.as_str()].concat();
    let painter = ui.painter();
    let drawn =
        painter.text(pos2(rect.left(), middle), Align2::LEFT_CENTER, words.trim(), font, cx.tokens.section(section));
    if section.is_some() {
        let at = pos2(drawn.right() + space::S, middle);
        painter.text(
            at,
            Align2::LEFT_CENTER,
            cx.text(labels::part(part)),
            FontId::proportional(size::NOTE),
            cx.tokens.weak,
        );
    }
    painter.hline(rect.x_range(), rect.bottom(), cx.tokens.hairline());
}

/// Paints the figures of the blocks that the left side shows; gives what was clicked.
fn strip(ui: &mut Ui, own: &Sections, page: &ComparePage, column: Rect, cx: &Cx<'_>) -> Option<Act> {
    let y = own.scrolls[0].y;
    let mut act = None;
    for number in own.stack.seen(y..y + f64::from(column.height())) {
        let Some(span) = own.stack.spans.get(number) else { continue };
        let extent = own.stack.extent(number);
        let shift = own.stack.shift(number, f64::from(span.strip), y, f64::from(column.height()));
        let top = (f64::from(column.top()) + extent.start - y + shift) as f32;
        let strip = Strip { page, part: span.part, chosen: own.chosen, cx };
        let head = pinned(column, extent, y);
        titles(ui, head, cx);
        let mut ui = ui.new_child(UiBuilder::new().id_salt(("block", number)).max_rect(column));
        ui.shrink_clip_rect(below(column, head));
        let ui = &mut ui;
        for (at, (item, offset)) in span.items.iter().enumerate() {
            let end = span.items.get(at + 1).map_or(span.strip, |(_, next)| *next);
            let rect = Rect::from_min_size(
                pos2(column.left(), top + HEAD as f32 + offset),
                vec2(column.width(), end - offset),
            );
            if !rect.intersects(below(column, head)) {
                continue;
            }
            match *item {
                Item::Group(part) => strip.group(ui, rect, &cx.text(labels::outline_part(part))),
                Item::Row(block, group, row) => {
                    let row = strip_row(page, (block, group, row));
                    act = act.or(row.and_then(|row| strip.row(ui, rect, row)));
                }
                Item::Nothing => {
                    let at = pos2(rect.left() + space::S, rect.top() + GROUP / 2.0);
                    let note = FontId::proportional(size::NOTE);
                    ui.painter().text(at, Align2::LEFT_CENTER, cx.text("pair-no-figures"), note, cx.tokens.weak);
                }
            }
        }
    }
    ui.interact(column, ui.scope_id().with("strip"), Sense::hover());
    act
}

/// Whose values stand in which column.
fn titles(ui: &Ui, rect: Rect, cx: &Cx<'_>) {
    let inner = rect.shrink2(vec2(space::S, 0.0));
    let font = FontId::proportional(size::NOTE);
    let columns = [(0.29, cx.text("side-left")), (0.58, cx.text("side-right")), (1.0, cx.text("column-difference"))];
    for (share, word) in columns {
        let at = pos2(inner.left() + inner.width() * share - space::XS, rect.bottom() - 14.0);
        ui.painter().text(at, Align2::RIGHT_CENTER, word, font.clone(), cx.tokens.weak);
    }
    ui.painter().hline(inner.x_range(), rect.bottom(), cx.tokens.hairline());
}
