//! The value that is pointed at: with the pointer, or with the arrow keys in a focused plot.

use std::sync::Arc;

use eframe::egui::{CursorIcon, EventFilter, Key, Pos2, Rect, Ui};

use super::chart::Painted;
use crate::app::action::{Action, Address};
use crate::chart::{ChartSpec, Line, Mark};
use crate::jobs::desk::TrendPage;

/// How near to a value the pointer means it.
const NEAR: f32 = 12.0;
/// The way from a value to its card may lead over the ground between them.
const BRIDGE: f32 = 14.0;

/// A value of the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Its panel.
    pub panel: usize,
    /// Its line in the panel.
    pub line: usize,
    /// Its place in the line.
    pub mark: usize,
}

impl Pick {
    /// Its line.
    pub fn of(self, spec: &ChartSpec) -> Option<&Line> {
        spec.panels.get(self.panel)?.lines.get(self.line)
    }

    /// The value itself.
    pub fn mark(self, spec: &ChartSpec) -> Option<&Mark> {
        spec.panels.get(self.panel)?.lines.get(self.line)?.marks.get(self.mark)
    }
}

/// What is pointed at, and where its card stands.
#[derive(Default)]
pub struct State {
    page: Option<Arc<TrendPage>>,
    pick: Option<Pick>,
    /// Words of the value for those who cannot see it.
    words: String,
    by_keys: bool,
    pub(super) card: Option<Rect>,
}

impl State {
    /// Lets go of what another chart's value was pointed at.
    pub fn settle(&mut self, page: &Arc<TrendPage>) {
        if self.page.as_ref().is_none_or(|own| !Arc::ptr_eq(own, page)) {
            *self = Self { page: Some(Arc::clone(page)), ..Self::default() };
        }
    }

    /// The value that is pointed at.
    pub fn pick(&self) -> Option<Pick> {
        self.pick
    }

    /// What the plot of a panel says of the value that is pointed at.
    pub fn words(&self, panel: usize) -> Option<&str> {
        self.pick.filter(|pick| pick.panel == panel).map(|_| self.words.as_str())
    }

    /// Follows pointer and keys; a click or Enter opens the report.
    pub fn follow(&mut self, ui: &Ui, page: &TrendPage, panels: &[Painted], actions: &mut Vec<Action>) {
        let before = self.pick;
        // Escape takes the focus away, and with it what the keys point at.
        if self.by_keys && !panels.iter().any(|panel| panel.response.has_focus()) {
            self.pick = None;
            self.by_keys = false;
        }
        self.point(ui, panels);
        for panel in panels.iter().filter(|panel| panel.response.has_focus()) {
            self.walk(ui, page, panel.panel, panel);
        }
        let open = panels.iter().find(|panel| panel.response.clicked());
        if let Some(&Painted { panel: at, .. }) = open {
            actions
                .extend(self.pick.filter(|pick| pick.panel == at).and_then(|pick| address(page, pick)).map(Action::Go));
        }
        if self.pick != before {
            self.card = None;
            self.words = self.pick.and_then(|pick| pick.mark(&page.spec)).map_or_else(String::new, words);
        }
    }

    fn point(&mut self, ui: &Ui, panels: &[Painted]) {
        let Some(pointer) = ui.input(|input| input.pointer.hover_pos()) else { return };
        if self.pick.is_some() && self.card.is_some_and(|card| card.expand(BRIDGE).contains(pointer)) {
            return;
        }
        let hovered = panels.iter().filter(|panel| panel.response.contains_pointer());
        let nearest = hovered.flat_map(|panel| &panel.spots).map(|(pick, room)| (room.distance_to_pos(pointer), *pick));
        let nearest = nearest.filter(|(far, _)| *far <= NEAR).min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, pick)) = nearest {
            self.pick = Some(pick);
            self.by_keys = false;
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        } else if !self.by_keys {
            self.pick = None;
        }
    }

    /// Left and right along a line, up and down from line to line.
    fn walk(&mut self, ui: &Ui, page: &TrendPage, at: usize, panel: &Painted) {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(panel.response.id, arrows));
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let by = |less, more| i32::from(pressed(more)) - i32::from(pressed(less));
        let (along, across) = (by(Key::ArrowLeft, Key::ArrowRight), by(Key::ArrowUp, Key::ArrowDown));
        if (along, across) != (0, 0) {
            let now = self.pick.filter(|pick| pick.panel == at);
            self.pick = now.map_or_else(|| first(&page.spec, at), |pick| stepped(&page.spec, pick, along, across));
            self.by_keys = true;
        }
    }

    /// Where the value that is pointed at stands.
    pub fn place(&self, panels: &[Painted]) -> Option<(Pick, Rect)> {
        let pick = self.pick?;
        let spots = &panels.iter().find(|panel| panel.panel == pick.panel)?.spots;
        spots.iter().find(|(own, _)| *own == pick).copied()
    }
}

/// The last value of the first line that has one.
fn first(spec: &ChartSpec, panel: usize) -> Option<Pick> {
    let lines = spec.panels.get(panel)?.lines.iter().enumerate();
    let (line, found) = lines.into_iter().find(|(_, line)| !line.marks.is_empty())?;
    Some(Pick { panel, line, mark: found.marks.len() - 1 })
}

/// The value a step further; the same one at an end.
fn stepped(spec: &ChartSpec, pick: Pick, along: i32, across: i32) -> Option<Pick> {
    let lines = &spec.panels.get(pick.panel)?.lines;
    let line = lines.get(pick.line)?;
    let mark = moved(pick.mark, along, line.marks.len());
    if across == 0 {
        // Bars: each place has a line of its own, and left and right lead from place to place.
        return if mark == pick.mark { neighbour(spec, pick, along) } else { Some(Pick { mark, ..pick }) };
    }
    neighbour(spec, pick, across)
}

fn moved(at: usize, by: i32, count: usize) -> usize {
    let last = count.saturating_sub(1);
    if by < 0 { at.saturating_sub(1) } else { (at + usize::from(by > 0)).min(last) }
}

/// The value of the next line that has some, as near as can be along the axis.
fn neighbour(spec: &ChartSpec, pick: Pick, by: i32) -> Option<Pick> {
    let lines = &spec.panels.get(pick.panel)?.lines;
    let x = lines.get(pick.line)?.marks.get(pick.mark)?.x;
    let with = |at: &usize| lines.get(*at).is_some_and(|line| !line.marks.is_empty());
    let next = if by < 0 { (0..pick.line).rev().find(with) } else { (pick.line + 1..lines.len()).find(with) };
    let line = next.unwrap_or(pick.line);
    if line == pick.line {
        return Some(pick);
    }
    let marks = lines.get(line)?.marks.iter().enumerate();
    let (mark, _) = marks.min_by_key(|(_, mark)| (mark.x - x).abs())?;
    Some(Pick { line, mark, ..pick })
}

/// The report that says a value, and the value in it.
pub fn address(page: &TrendPage, pick: Pick) -> Option<Address> {
    let mark = pick.mark(&page.spec)?;
    of(page, &mark.proof.sha256, &mark.proof.observation)
}

/// The address of an observation.
pub fn of(page: &TrendPage, sha256: &str, observation: &str) -> Option<Address> {
    let id = page.reports.get(sha256)?;
    Some(Address::Report { id: Some(*id), figure: Some(observation.to_owned()) })
}

fn words(mark: &Mark) -> String {
    let proof = &mark.proof;
    format!("{} {} {} {} {}", proof.body.name, proof.year, proof.indicator_name, mark.label, proof.sentence)
}

/// The corner of the plot that lies farther from a place has room for a card.
pub fn corner(of: Pos2, within: Rect) -> (f32, f32) {
    let middle = within.center();
    (if of.x < middle.x { 1.0 } else { -1.0 }, if of.y < middle.y { 1.0 } else { -1.0 })
}
