//! 报告: the text of a report with its figures marked, its sections on the left, the chosen figure on the right.
//!
//! ```text
//! head          who, which year, years beside it, comparison
//! rail │ pane │ card
//!      │      │ list      all figures
//! ```

mod card;
pub(in crate::app) mod cite;
mod empty;
mod find;
mod focus;
mod head;
mod list;
mod pane;
mod rail;
mod step;
pub(in crate::app) mod text;

#[cfg(test)]
pub(in crate::app) mod samples;
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub(in crate::app) use card::quote;
pub(in crate::app) use empty::middle;
pub(in crate::app) use focus::Focus;

use eframe::egui::{CornerRadius, Frame, Margin, Panel, Ui};

use super::action::{Action, Address};
use super::cx::Cx;
use super::keyboard::{self, Region};
use super::load::Load;
use super::theme::space;
use crate::jobs::desk::ReportPage;

/// Views narrower than this have a rail of numerals alone and a slim card.
const NARROW: f32 = 1100.0;

/// What the view itself remembers.
#[derive(Default)]
pub struct View {
    pane: pane::Pane,
    find: find::Find,
    list: list::List,
    card: card::Card,
    shelf: empty::Shelf,
    chosen: Chosen,
}

/// The figure that the address names, looked up once: a long report has very many.
#[derive(Default)]
struct Chosen {
    of: Option<(Arc<ReportPage>, String)>,
    at: Option<usize>,
}

impl Chosen {
    fn of(&mut self, page: &Arc<ReportPage>, figure: Option<&str>) -> Option<usize> {
        let figure = figure?;
        if !self.of.as_ref().is_some_and(|(own, id)| Arc::ptr_eq(own, page) && id == figure) {
            self.at = page.loaded.observations().iter().position(|found| found.id == figure);
            self.of = Some((Arc::clone(page), figure.to_owned()));
        }
        self.at
    }
}

/// Paints the view. `figure` is the id of the chosen observation, from the address.
pub fn ui(
    ui: &mut Ui,
    view: &mut View,
    page: &Load<ReportPage>,
    figure: Option<&str>,
    cx: &Cx<'_>,
    actions: &mut Vec<Action>,
) {
    ui.painter().rect_filled(ui.available_rect_before_wrap(), CornerRadius::ZERO, cx.tokens.page);
    match (page.page(), page) {
        (Some(found), _) => filled(ui, view, found, (figure, page.is_loading()), cx, actions),
        (None, Load::Failed(sentence)) => empty::failed(ui, sentence, cx, actions),
        (None, Load::Loading { .. }) => empty::loading(ui, cx),
        (None, _) => empty::nothing(ui, &mut view.shelf, cx, actions),
    }
}

fn filled(
    ui: &mut Ui,
    view: &mut View,
    page: &Arc<ReportPage>,
    (figure, loading): (Option<&str>, bool),
    cx: &Cx<'_>,
    actions: &mut Vec<Action>,
) {
    let chosen = view.chosen.of(page, figure);
    let narrow = ui.available_width() < NARROW;
    let frame = |horizontal: i8, vertical: i8| {
        Frame::NONE.fill(cx.tokens.panel).inner_margin(Margin::symmetric(horizontal, vertical))
    };
    Panel::top("report_head").frame(frame(16, 8)).show(ui, |ui| {
        let _pane = keyboard::pane(ui, Region::View);
        head::ui(ui, &mut view.find, page, loading, cx, actions);
    });
    let rail = Panel::left("report_rail").resizable(false).exact_size(if narrow { 76.0 } else { 184.0 });
    rail.frame(frame(if narrow { 4 } else { 8 }, 12)).show(ui, |ui| {
        let _pane = keyboard::pane(ui, Region::View);
        rail::ui(ui, page, view.pane.reading(), narrow, &mut view.pane, cx);
    });
    let side = Panel::right("report_side").resizable(false).exact_size(if narrow { 244.0 } else { 328.0 });
    side.frame(frame(0, 0)).show(ui, |ui| {
        let _pane = keyboard::pane(ui, Region::View);
        card::ui(ui, &mut view.card, page, chosen, cx, actions);
        list::ui(ui, &mut view.list, page, chosen, cx, actions);
    });
    let _pane = keyboard::pane(ui, Region::View);
    pane::ui(ui, &mut view.pane, &mut view.find, page, chosen, cx, actions);
    step::keys(ui, &view.list, view.pane.id(), page, chosen, actions);
}

/// Shows a figure of the page.
fn go(page: &ReportPage, figure: usize, actions: &mut Vec<Action>) {
    let Some(found) = page.loaded.observations().get(figure) else { return };
    actions.push(Action::Go(Address::Report { id: Some(page.id), figure: Some(found.id.clone()) }));
}

/// Space around what stands in a side pane.
const MARGIN: f32 = space::M;
