//! The rows of a report over each other: how high they are, and what of them is chosen.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{Event, Key, Rect, Ui};

use super::heights::Heights;
use super::laid::{Laid, Look};
use super::rows::{Seen, Touch};
use super::select::{Selection, Spot, sentence, word};
use crate::app::theme;
use crate::jobs::desk::{ReportPage, TextRow};

/// Characters that a frame lays out ahead of what is seen: some 2 ms.
const AHEAD: usize = 2_000;
/// Rows of a report that is measured to its end in time; of a longer one only what lies around the view.
const SHORT: usize = 4_000;
/// How soon the next rows are measured.
const SOON: Duration = Duration::from_millis(15);

/// A place in the rows that stays the same while their heights become known.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Anchor {
    row: usize,
    /// How far down the row, 0 to 1.
    share: f32,
    /// Points before the first row or behind the last one.
    rest: f64,
}

/// Rows of one report, stacked in an order of their own.
#[derive(Default)]
pub struct Sheet {
    page: Option<Arc<ReportPage>>,
    /// Rows of the page in the order shown.
    order: Vec<usize>,
    /// The way back: where each row of the page is shown.
    place: Vec<Option<usize>>,
    heights: Heights,
    look: Option<(Look, f32)>,
    /// Rows before this one are all measured.
    measured: usize,
    pub(super) selection: Selection,
    pub(super) seen: Vec<Seen>,
    choosing: bool,
    pub(super) asked: Option<Spot>,
}

impl Sheet {
    /// Takes up a page in a look; `order` names its rows where it is another page than before.
    pub fn hold(&mut self, ui: &Ui, page: &Arc<ReportPage>, look: Look, order: impl FnOnce() -> Vec<usize>) {
        if !self.page.as_ref().is_some_and(|own| Arc::ptr_eq(own, page)) {
            *self = Self { page: Some(Arc::clone(page)), order: order(), ..Self::default() };
            self.place = vec![None; page.rows.len()];
            for (at, row) in self.order.iter().enumerate() {
                if let Some(place) = self.place.get_mut(*row) {
                    *place = Some(at);
                }
            }
        }
        let set_in = Some((look, ui.pixels_per_point()));
        if self.look != set_in {
            let row = |at: &usize| page.rows.get(*at).map_or(0.0, |row| look.estimate(row));
            self.heights = Heights::estimated(self.order.iter().map(row));
            (self.look, self.measured) = (set_in, 0);
        }
    }

    /// The page held.
    pub fn page(&self) -> Option<&Arc<ReportPage>> {
        self.page.as_ref()
    }

    /// Its rows' heights.
    pub fn heights(&self) -> &Heights {
        &self.heights
    }

    /// Where a row of the page is shown.
    pub fn place(&self, row: usize) -> Option<usize> {
        self.place.get(row).copied().flatten()
    }

    /// The row of the page that is shown at a place.
    pub fn row_at(&self, place: usize) -> Option<usize> {
        self.order.get(place).copied()
    }

    pub(super) fn text_row(&self, place: usize) -> Option<&TextRow> {
        self.page.as_ref()?.rows.get(*self.order.get(place)?)
    }

    pub(super) fn lay(&mut self, ui: &Ui, place: usize, bold: Option<&Range<usize>>) -> Option<Laid> {
        let (look, _) = self.look?;
        let laid = Laid::new(ui, self.text_row(place)?, bold, look, theme::tokens(ui));
        self.heights.set(place, laid.height);
        Some(laid)
    }

    /// Measures the rows that are seen between two heights, and some more of `rows` where time is left.
    pub fn measure(&mut self, ui: &Ui, rows: Range<usize>, seen: Range<f64>) {
        let mut at = self.heights.at(seen.start).max(rows.start);
        let mut top = self.heights.top(at);
        while at < rows.end && top < seen.end {
            self.measure_row(ui, at);
            top += f64::from(self.heights.of(at));
            at += 1;
        }
    }

    /// Measures on from where the last frame stopped. Rows near `seen` come first in a long report, and are all.
    pub fn measure_ahead(&mut self, ui: &Ui, seen: usize) {
        let long = self.heights.len() > SHORT;
        let mut at = if long { seen } else { self.measured };
        let end = if long { (seen + SHORT / 20).min(self.heights.len()) } else { self.heights.len() };
        let mut left = AHEAD;
        while at < end && left > 0 {
            left = left.saturating_sub(self.measure_row(ui, at));
            at += 1;
        }
        if !long {
            self.measured = at;
            if at < end {
                ui.ctx().request_repaint_after(SOON);
            }
        }
    }

    /// Characters laid out for it.
    fn measure_row(&mut self, ui: &Ui, at: usize) -> usize {
        if self.heights.is_known(at) {
            return 0;
        }
        self.lay(ui, at, None);
        self.text_row(at).map_or(0, |row| row.text.len() / 3)
    }

    /// What stands at a height.
    pub fn anchor(&self, y: f64) -> Anchor {
        let row = self.heights.at(y);
        let (within, height) = (y - self.heights.top(row), f64::from(self.heights.of(row)));
        let inside = within.clamp(0.0, height);
        Anchor { row, share: if height > 0.0 { (inside / height) as f32 } else { 0.0 }, rest: within - inside }
    }

    /// The height at which it stands now.
    pub fn restore(&self, anchor: Anchor) -> f64 {
        self.heights.top(anchor.row) + f64::from(anchor.share * self.heights.of(anchor.row)) + anchor.rest
    }

    /// The height at which bytes of a row of the page stand, from the top of their first line to the end of their last.
    pub fn spot(&mut self, ui: &Ui, row: usize, bytes: &Range<usize>) -> Option<Range<f64>> {
        let place = self.place(row)?;
        let laid = self.lay(ui, place, None)?;
        let text = &self.text_row(place)?.text;
        let rects = laid.rects(text, bytes);
        let top = self.heights.top(place);
        let first = rects.first().map_or(laid.above, Rect::top);
        let last = rects.last().map_or(laid.height, Rect::bottom);
        Some(top + f64::from(first)..top + f64::from(last))
    }

    /// Forgets the rows that the last frame painted.
    pub fn begin(&mut self) {
        self.seen.clear();
    }

    /// Follows the pointer over the rows painted, and the keys that copy.
    pub fn finish(&mut self, ui: &Ui, view: Rect, touches: &mut Vec<Touch>) {
        self.follow(ui, view);
        if self.selection.is_empty() || ui.ctx().text_edit_focused() {
            return;
        }
        if ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy))) {
            touches.push(Touch::Copy(self.chosen()));
        }
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            self.selection = Selection::default();
        }
    }

    fn follow(&mut self, ui: &Ui, view: Rect) {
        let (down, pressed, shift, pointer) = ui.input(|input| {
            let pointer = &input.pointer;
            (pointer.primary_down(), pointer.primary_pressed(), input.modifiers.shift, pointer.interact_pos())
        });
        let Some(pointer) = pointer else { return };
        if pressed {
            self.choosing = ui.rect_contains_pointer(view);
            if let Some(spot) = self.spot_at(pointer).filter(|_| self.choosing) {
                let from = if shift && !self.selection.is_empty() { self.selection.from } else { spot };
                self.selection = Selection { from, to: spot };
            } else if !self.choosing && ui.rect_contains_pointer(ui.max_rect()) {
                self.selection = Selection::default();
            }
        } else if self.choosing && down {
            if let Some(spot) =
                self.spot_at(pointer).filter(|_| ui.input(|input| input.pointer.is_decidedly_dragging()))
            {
                self.selection.to = spot;
            }
        } else {
            self.choosing = false;
        }
    }

    /// How far to scroll while text is being chosen beyond an edge of the view.
    pub fn pull(&self, ui: &Ui, view: Rect) -> f32 {
        let Some(pointer) = ui.input(|input| input.pointer.interact_pos()).filter(|_| self.choosing) else {
            return 0.0;
        };
        let beyond = (pointer.y - view.bottom()).max(0.0) - (view.top() - pointer.y).max(0.0);
        if beyond != 0.0 {
            ui.ctx().request_repaint();
        }
        beyond * 0.3
    }

    /// The place in the text that a point on the screen is nearest to.
    pub(super) fn spot_at(&self, point: eframe::egui::Pos2) -> Option<Spot> {
        let after = self.seen.partition_point(|seen| seen.rect.top() <= point.y);
        let seen = self.seen.get(after.saturating_sub(1))?;
        let text = &self.text_row(seen.place)?.text;
        Some(Spot { row: seen.place, byte: seen.laid.byte_at(text, point - seen.rect.min) })
    }

    /// Chooses the word or the whole row at a place.
    pub(super) fn choose(&mut self, spot: Spot, whole: bool) {
        let Some(row) = self.text_row(spot.row) else { return };
        let bytes = if whole { 0..row.text.len() } else { word(&row.text, spot.byte) };
        let at = |byte| Spot { row: spot.row, byte };
        self.selection = Selection { from: at(bytes.start), to: at(bytes.end) };
        self.choosing = false;
    }

    /// The text chosen.
    pub(super) fn chosen(&self) -> String {
        self.selection.text(|at| self.text_row(at))
    }

    /// The text chosen; where there is none, the sentence that the menu was opened on.
    pub(super) fn asked_for(&self) -> Option<String> {
        if !self.selection.is_empty() {
            return Some(self.chosen());
        }
        let spot = self.asked?;
        let text = &self.text_row(spot.row)?.text;
        text.get(sentence(text, spot.byte)).map(str::to_owned).filter(|text| !text.is_empty())
    }
}
