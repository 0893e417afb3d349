//! The reading pane: the text of the report, scrolled, searched and clicked.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{Id, Key, Rect, Role, Ui};

use super::find::{self, Find};
use super::focus::Focus;
use super::text::{Emphasis, Look, Scene, Scroll, Sheet, Touch};
use super::{cite, go};
use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::theme::{size, space};
use crate::jobs::desk::{ReportPage, RowKind, TextRow};
use crate::store::ReportId;

/// Characters of a line.
const CHARACTERS: f32 = 40.0;
/// Points above the first row.
const ABOVE: f64 = 8.0;
/// Words are in sight so far from the edges of the pane.
const MARGIN: f64 = 24.0;
/// Where the eye is: this far down the pane, the text belongs to the section that is read.
const EYE: f64 = 80.0;

/// Where to scroll.
#[derive(Clone, Debug)]
enum Wish {
    /// The row to the top of the pane.
    Row(usize),
    /// These bytes of a row into sight, where they are not seen already.
    Words(usize, Range<usize>),
}

/// What the pane remembers.
#[derive(Default)]
pub struct Pane {
    sheet: Sheet,
    scroll: Scroll,
    wish: Option<Wish>,
    /// The report and the figure that were scrolled to: once each.
    shown: Option<(ReportId, Option<usize>)>,
    reading: Option<usize>,
    /// The first row seen.
    first: Option<usize>,
    focus: Focus,
}

impl Pane {
    /// The row of the page that is read.
    pub fn reading(&self) -> Option<usize> {
        self.reading
    }

    /// The pane as it takes the keyboard.
    pub fn id(&self) -> Option<Id> {
        self.focus.id()
    }

    /// How many rows were laid out so far.
    #[cfg(test)]
    pub fn measured(&self) -> usize {
        let heights = self.sheet.heights();
        (0..heights.len()).filter(|row| heights.is_known(*row)).count()
    }

    /// Scrolls a row to the top.
    pub fn scroll_to(&mut self, row: usize) {
        self.wish = Some(Wish::Row(row));
    }

    /// Takes up the page and the figure that the address names.
    fn arrive(&mut self, page: &ReportPage, chosen: Option<usize>) {
        let now = Some((page.id, chosen));
        if self.shown == now {
            return;
        }
        if self.shown.is_none_or(|(id, _)| id != page.id) {
            self.scroll = Scroll::default();
            self.wish = None;
        }
        self.shown = now;
        if let Some(figure) = chosen.and_then(|chosen| page.figures.get(chosen)) {
            self.wish = Some(Wish::Words(figure.row, figure.at.clone()));
        }
    }

    /// Where the words that are read stand in another page of the same report, one with more or less of its chrome; `None`
    /// at the very top, which shows what stands above the report.
    fn same_words(&self, page: &ReportPage) -> Option<usize> {
        let before = self.sheet.page().filter(|before| before.id == page.id && self.scroll.y > ABOVE)?;
        let is_text = |row: &&TextRow| !matches!(row.kind, RowKind::Chrome(_));
        let read = before.rows.get(self.first?..)?.iter().find(is_text)?;
        let spot = |row: &TextRow| (row.passage, row.start);
        page.rows.iter().position(|row| is_text(&row) && spot(row) == spot(read))
    }

    /// Measures what is seen and a view above it, where a turn of the wheel can lead. What stands at the height `still` stays where it is.
    fn settle(&mut self, ui: &Ui, still: f64, height: f64) {
        let anchor = self.sheet.anchor(still - ABOVE);
        let first = self.scroll.y - ABOVE;
        self.sheet.measure(ui, 0..self.sheet.heights().len(), first - height..first + height);
        self.scroll.y += self.sheet.restore(anchor) + ABOVE - still;
    }

    fn fulfil(&mut self, ui: &Ui, height: f64) {
        let top = match self.wish.take() {
            Some(Wish::Row(row)) => {
                let Some(place) = self.sheet.place(row) else { return };
                let top = self.sheet.heights().top(place) + ABOVE;
                self.scroll.y = top - f64::from(space::S);
                top
            }
            Some(Wish::Words(row, bytes)) => {
                let Some(spot) = self.sheet.spot(ui, row, &bytes) else { return };
                let (top, bottom) = (spot.start + ABOVE, spot.end + ABOVE);
                if top < self.scroll.y + MARGIN || bottom > self.scroll.y + height - MARGIN {
                    self.scroll.y = top - height / 3.0;
                }
                top
            }
            None => return,
        };
        self.settle(ui, top, height);
    }
}

/// Paints the pane with the bar that searches above it.
pub fn ui(
    ui: &mut Ui,
    pane: &mut Pane,
    find: &mut Find,
    page: &Arc<ReportPage>,
    chosen: Option<usize>,
    cx: &Cx<'_>,
    actions: &mut Vec<Action>,
) {
    if let Some(hit) = find::ui(ui, find, page, pane.first, cx) {
        pane.wish = Some(Wish::Words(hit.row, hit.bytes));
    }
    let view = ui.available_rect_before_wrap();
    pane.focus.offer(ui, view, "reading_pane", Role::Document, &cx.text("report-text"));
    let room = view.width() - 2.0 * space::M;
    let look = Look { size: size::READING, width: (size::READING * CHARACTERS).min(room).round() };
    let anchor = pane.sheet.anchor(pane.scroll.y - ABOVE);
    let fresh = pane.sheet.page().is_none_or(|own| !Arc::ptr_eq(own, page));
    let kept = fresh.then(|| pane.same_words(page)).flatten();
    pane.sheet.hold(ui, page, look, || (0..page.rows.len()).collect());
    if !fresh {
        pane.scroll.y = pane.sheet.restore(anchor) + ABOVE;
    }
    pane.arrive(page, chosen);
    pane.wish = kept.map(Wish::Row).or(pane.wish.take());
    let touches = text(ui, pane, view, look, Emphasis { figure: chosen, ..find.emphasis() }, cx);
    pane.focus.ring(ui, view);
    for touch in touches {
        match touch {
            Touch::Figure(figure) => go(page, figure, actions),
            Touch::Copy(text) => actions.push(Action::Copy(text)),
            Touch::Cite(text) => actions.push(Action::Copy(cite::cited(&text, &page.loaded.stored.summary, cx))),
        }
    }
}

/// Scrolls, measures and paints the rows.
fn text(ui: &mut Ui, pane: &mut Pane, view: Rect, look: Look, emphasis: Emphasis<'_>, cx: &Cx<'_>) -> Vec<Touch> {
    let height = f64::from(view.height());
    pane.settle(ui, pane.scroll.y, height);
    pane.sheet.measure_ahead(ui, pane.sheet.heights().at(pane.scroll.y));
    pane.fulfil(ui, height);
    let turned = Scroll::wheel(ui, view) + pane.sheet.pull(ui, view) + paged(ui, pane.id(), view);
    pane.scroll.y += f64::from(turned);
    // The last section can be read at the top too.
    let total = pane.sheet.heights().total() + ABOVE + height / 2.0;
    pane.scroll.clamp(view.height(), total);
    let mut touches = Vec::new();
    pane.sheet.begin();
    let left = (view.center().x - look.width / 2.0 - space::XS).round();
    let scene = Scene { view, left, width: look.width, emphasis, cx };
    let top = f64::from(view.top()) + ABOVE - pane.scroll.y;
    pane.sheet.show(ui, 0..pane.sheet.heights().len(), top, &scene, &mut touches);
    pane.sheet.finish(ui, view, &mut touches);
    pane.scroll.bar(ui, view, total, &cx.text("report-scroll"), cx.tokens);
    pane.first = pane.sheet.row_at(pane.sheet.heights().at(pane.scroll.y - ABOVE));
    // At the very top the first row is read.
    let eye = pane.scroll.y.min(EYE);
    pane.reading = pane.sheet.row_at(pane.sheet.heights().at(pane.scroll.y + eye));
    touches
}

/// How far the keys for pages scroll, in points.
fn paged(ui: &Ui, own: Option<Id>, view: Rect) -> f32 {
    let focused = ui.memory(|memory| memory.focused());
    if focused.is_some() && focused != own {
        return 0.0;
    }
    let page = view.height() - size::READING * size::READING_LINE;
    ui.input(|input| {
        let turned = |key: Key| input.num_presses(key) as f32;
        let end =
            1e9 * (turned(Key::End) - turned(Key::Home)).signum() * turned(Key::End).max(turned(Key::Home)).min(1.0);
        page * (turned(Key::PageDown) - turned(Key::PageUp)) + end
    })
}
