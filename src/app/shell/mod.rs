//! The frame around the views: top bar, rail, status line, and what lies above them.

mod keys_list;
mod rail;
mod status;
mod top;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::action::{Action, Address};
use super::keyboard::{Region, pane};
use super::state::App;
use super::theme::{self, space};
use super::{compare, encoding, export, keys, library, name_template, quality, report, trend};

/// Height of the top bar.
const TOP: f32 = 40.0;
/// Width of the rail, and in a narrow window.
const RAIL: [f32; 2] = [104.0, 92.0];
/// A window narrower than this gives its views what it can.
const NARROW: f32 = 1200.0;
/// Height of the status line.
const STATUS: f32 = 28.0;

impl App {
    /// Paints one frame and runs what the user wished for in it.
    pub fn ui(&mut self, ui: &mut Ui) {
        let mut actions = Vec::new();
        let context = ui.ctx().clone();
        self.keyboard.begin(&context, self.address().place());
        keys::read(ui, self, &mut actions);
        // A dialog has the keyboard for itself: what lies below it hears nothing.
        let dialog = self.keyboard.is_dialog_open();
        let events = if dialog { context.input_mut(|input| std::mem::take(&mut input.events)) } else { Vec::new() };
        self.bars(ui, &mut actions);
        self.view(ui, &mut actions);
        if dialog {
            context.input_mut(|input| input.events = events);
        }
        self.above(ui, &mut actions);
        self.keyboard.end(&context);
        self.run(actions, &context);
        self.remember(None);
    }

    fn bars(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let cx = self.cx(ui.visuals().dark_mode);
        let bar = |margin: Margin| Frame::new().fill(cx.tokens.panel).inner_margin(margin);
        Panel::top("top_bar").exact_size(TOP).resizable(false).frame(bar(Margin::symmetric(12, 0))).show(ui, |ui| {
            let _pane = pane(ui, Region::Top);
            top::ui(ui, self, &cx, actions);
        });
        let status = bar(Margin::symmetric(12, 0));
        Panel::bottom("status_line").exact_size(STATUS).resizable(false).frame(status).show(ui, |ui| {
            let _pane = pane(ui, Region::Status);
            status::ui(ui, self, &cx, actions);
        });
        self.notices.ui(ui, &cx, actions);
        let narrow = ui.available_width() < NARROW;
        let (width, margin) = if narrow { (RAIL[1], Margin::symmetric(4, 8)) } else { (RAIL[0], Margin::same(8)) };
        Panel::left("rail").exact_size(width).resizable(false).frame(bar(margin)).show(ui, |ui| {
            let _pane = pane(ui, Region::Rail);
            rail::ui(ui, self.address().place(), &cx, actions);
        });
    }

    fn view(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let mut views = std::mem::take(&mut self.views);
        let cx = self.cx(ui.visuals().dark_mode);
        let pages = &self.pages;
        let frame = Frame::new().fill(cx.tokens.page).inner_margin(Margin::ZERO);
        CentralPanel::default().frame(frame).show(ui, |ui| {
            let _pane = pane(ui, Region::View);
            match self.address() {
                Address::Library => {
                    let import = self.import.as_ref().filter(|_| self.results_open);
                    library::ui(ui, &mut views.library, &pages.library, import, &cx, actions);
                }
                Address::Report { figure, .. } => {
                    report::ui(ui, &mut views.report, &pages.report, figure.as_deref(), &cx, actions);
                }
                Address::Compare { left, right } => {
                    compare::ui(ui, &mut views.compare, &pages.compare, (*left, *right), &cx, actions);
                }
                Address::Trend => trend::ui(ui, &mut views.trend, &pages.trend, &cx, actions),
            }
        });
        self.views = views;
    }

    /// Dialogs, the list of keys, and the overlay of files that hover.
    fn above(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let (mut dialogs, mut export) = (std::mem::take(&mut self.dialogs), self.export.take());
        let (mut quality, mut encoding) = (self.quality.take(), self.encoding.take());
        let mut template = self.template.take();
        let cx = self.cx(ui.visuals().dark_mode);
        if let Some(dialog) = &mut export {
            export::ui(ui, dialog, &self.pages.preview, &cx, actions);
        }
        dialogs.ui(ui, &cx, actions);
        if self.keys_open {
            let modal = theme::modal(ui, "keys_list").show(ui.ctx(), |ui| keys_list::ui(ui, &cx, actions));
            if modal.should_close() {
                actions.push(Action::ShowKeys(false));
            }
        }
        if let Some(dialog) = &mut quality {
            let modal = theme::modal(ui, "quality").show(ui.ctx(), |ui| quality::ui(ui, dialog, &cx, actions));
            if modal.should_close() {
                actions.push(Action::ShowQuality(false));
            }
        }
        if let Some(dialog) = &mut encoding {
            encoding::ui(ui, dialog, &self.pages.encoding, &cx, actions);
        }
        if let Some(dialog) = &mut template {
            name_template::ui(ui, dialog, &cx, actions);
        }
        let hovered = ui.input(|input| input.raw.hovered_files.len());
        if hovered > 0 {
            library::drop_overlay(ui.ctx(), hovered, &cx);
        }
        (self.dialogs, self.export, self.quality, self.encoding) = (dialogs, export, quality, encoding);
        self.template = template;
    }
}

/// A thin upright line between groups of a bar.
fn divider(ui: &mut Ui) {
    let tokens = theme::tokens(ui);
    let (rect, _) = ui.allocate_exact_size(eframe::egui::vec2(1.0, 20.0), eframe::egui::Sense::hover());
    ui.painter().vline(rect.center().x, rect.y_range(), tokens.hairline());
    ui.add_space(space::XS);
}
