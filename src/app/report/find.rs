//! Searching the text of one report: some of it each frame, so that a long one is searched without a stop.

use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{Button, Frame, Id, Key, Margin, Modifiers, Panel, TextEdit, Ui};
use memchr::memmem;

use super::text::{Emphasis, Hit};
use crate::app::cx::Cx;
use crate::app::theme::{self, space};
use crate::jobs::desk::ReportPage;

/// Bytes that a frame searches.
const SLICE: usize = 1 << 20;
/// Most hits that are kept.
const MOST: usize = 10_000;

/// A search in the text.
#[derive(Default)]
pub struct Find {
    open: bool,
    query: String,
    /// What the hits are of.
    of: Option<(Arc<ReportPage>, String)>,
    /// The first row not yet searched.
    next: usize,
    hits: Vec<Hit>,
    current: Option<usize>,
    focus: bool,
    /// Whether more was found than the bar has said.
    news: bool,
}

impl Find {
    /// Opens the bar and puts the keyboard into it.
    pub fn open(&mut self) {
        (self.open, self.focus) = (true, true);
    }

    /// What stands out while the bar is open.
    pub fn emphasis(&self) -> Emphasis<'_> {
        let found = if self.open { self.hits.as_slice() } else { &[] };
        Emphasis { figure: None, found, current: self.current }
    }

    /// Whether all of the text was searched.
    fn is_done(&self, page: &ReportPage) -> bool {
        self.next >= page.rows.len() || self.hits.len() >= MOST
    }

    /// Searches on; `from` is the first row seen. Gives the first hit from there on, once.
    fn search(&mut self, page: &Arc<ReportPage>, from: usize) -> Option<Hit> {
        let fresh = self.of.as_ref().is_none_or(|(own, query)| !Arc::ptr_eq(own, page) || *query != self.query);
        if fresh {
            self.of = Some((Arc::clone(page), self.query.clone()));
            (self.next, self.current) = (0, None);
            self.hits.clear();
        }
        if self.query.is_empty() {
            self.next = page.rows.len();
            return None;
        }
        // Latin letters are found in either case; lowering them moves no byte.
        let lower = self.query.bytes().any(|byte| byte.is_ascii_alphabetic());
        let wanted = if lower { self.query.to_ascii_lowercase() } else { self.query.clone() };
        let finder = memmem::Finder::new(&wanted);
        let mut left = SLICE;
        while left > 0 && !self.is_done(page) {
            let Some(row) = page.rows.get(self.next) else { break };
            let lowered = lower.then(|| row.text.to_ascii_lowercase());
            let text = lowered.as_ref().unwrap_or(&row.text);
            let hit = |at: usize| Hit { row: self.next, bytes: at..at + wanted.len() };
            self.hits.extend(finder.find_iter(text.as_bytes()).map(hit));
            left = left.saturating_sub(text.len() + 1);
            self.next += 1;
            self.news = true;
        }
        if self.current.is_some() || self.hits.is_empty() {
            return None;
        }
        let behind = self.hits.partition_point(|hit| hit.row < from);
        if behind == self.hits.len() && !self.is_done(page) {
            return None;
        }
        self.go(if behind < self.hits.len() { behind } else { 0 })
    }

    fn go(&mut self, at: usize) -> Option<Hit> {
        self.current = Some(at);
        self.hits.get(at).cloned()
    }

    /// The hit so many steps on, round and round.
    fn step(&mut self, forward: bool) -> Option<Hit> {
        let count = self.hits.len();
        let at = match (self.current, forward) {
            _ if count == 0 => return None,
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        self.go(at)
    }

    /// How many there are, and which is looked at.
    fn said(&self, page: &ReportPage, cx: &Cx<'_>) -> String {
        let count = self.hits.len();
        let at = self.current.map_or(0, |at| at + 1);
        let arguments = [("at", at.into()), ("count", count.into())];
        match () {
            () if self.query.is_empty() => String::new(),
            () if !self.is_done(page) => cx.format("report-find-running", &[("count", count.into())]),
            () if count == 0 => cx.text("report-find-none"),
            () if count >= MOST => cx.format("report-find-many", &arguments),
            () => cx.format("report-find-count", &arguments),
        }
    }
}

/// Paints the bar while it is open; gives the hit to scroll to. `first` is the first row seen.
pub fn ui(ui: &mut Ui, find: &mut Find, page: &Arc<ReportPage>, first: Option<usize>, cx: &Cx<'_>) -> Option<Hit> {
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::F)) {
        find.open();
    }
    if !find.open {
        return None;
    }
    let frame = Frame::NONE.fill(cx.tokens.panel).inner_margin(Margin::symmetric(12, 6));
    let stepped =
        Panel::top("report_find").frame(frame).show(ui, |ui| ui.horizontal(|ui| bar(ui, find, page, cx)).inner).inner;
    let found = find.search(page, first.unwrap_or_default());
    if std::mem::take(&mut find.news) {
        ui.ctx().request_repaint();
    }
    if !find.is_done(page) {
        ui.ctx().request_repaint_after(Duration::from_millis(1));
    }
    stepped.or(found)
}

/// The field and the buttons; gives the hit stepped to.
fn bar(ui: &mut Ui, find: &mut Find, page: &ReportPage, cx: &Cx<'_>) -> Option<Hit> {
    let name = cx.text("report-find-hint");
    let id = Id::unique("report_find_field");
    let here = ui.memory(|memory| memory.has_focus(id));
    // With Shift first: a key without it would be taken for both.
    let pressed = |modifiers| here && ui.input_mut(|input| input.consume_key(modifiers, Key::Enter));
    let (to_before, to_after) = (pressed(Modifiers::SHIFT), pressed(Modifiers::NONE));
    let field = TextEdit::singleline(&mut find.query).id(id).hint_text(&name);
    let width = (ui.available_width() - 300.0).clamp(120.0, 260.0);
    let response = ui.add(field.desired_width(width)).accessible_name(&name);
    if std::mem::take(&mut find.focus) {
        response.request_focus();
    }
    let escape = ui.input(|input| input.key_pressed(Key::Escape));
    let any = !find.hits.is_empty();
    let before = ui.add_enabled(any, Button::new("↑")).on_hover_text(cx.text("report-find-before"));
    before.widget_info(|| named(any, &cx.text("report-find-before")));
    let after = ui.add_enabled(any, Button::new("↓")).on_hover_text(cx.text("report-find-after"));
    after.widget_info(|| named(any, &cx.text("report-find-after")));
    let close = ui.button(cx.text("report-find-close"));
    ui.add_space(space::XS);
    ui.label(theme::note(find.said(page, cx), cx.tokens));
    if close.clicked() || (escape && (response.has_focus() || response.lost_focus())) {
        find.open = false;
    }
    match (before.clicked() || to_before, after.clicked() || to_after) {
        (true, _) => find.step(false),
        (_, true) => find.step(true),
        _ => None,
    }
}

fn named(enabled: bool, name: &str) -> eframe::egui::WidgetInfo {
    eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, enabled, name)
}
