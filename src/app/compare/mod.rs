//! 对比: two reports side by side by part and section, the figures of both between them, or in one table.
//!
//! ```text
//! head       which two, how they are laid out, the lock
//! left text │ strip of figures │ right text │ bar     (by sections)
//! table of all figures, the two sentences below       (by indicators, differences alone)
//! ```

mod bar;
mod empty;
mod head;
mod layout;
mod picker;
mod sections;
mod strip;
mod table;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use eframe::egui::{CornerRadius, Frame, Margin, Panel, Ui};

use super::action::Action;
use super::cx::Cx;
use super::keyboard::{Region, pane};
use super::load::Load;
use crate::jobs::desk::ComparePage;
use crate::store::ReportId;

/// The two reports that the address names.
pub type Pair = (Option<ReportId>, Option<ReportId>);

/// How a comparison is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Mode {
    /// Texts beside each other, by section.
    #[default]
    Sections,
    /// A table of all indicators.
    Indicators,
    /// The same of those that differ.
    Differences,
}

/// What the view itself remembers.
#[derive(Default)]
pub struct View {
    mode: Mode,
    pickers: [picker::Picker; 2],
    sections: sections::Sections,
    table: table::Table,
    offers: empty::Offers,
}

/// Paints the view; `pair` are the reports of the address.
pub fn ui(ui: &mut Ui, view: &mut View, page: &Load<ComparePage>, pair: Pair, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    ui.painter().rect_filled(ui.available_rect_before_wrap(), CornerRadius::ZERO, cx.tokens.page);
    let shown = page.page().filter(|_| pair.0.is_some() && pair.1.is_some());
    let frame = Frame::NONE.fill(cx.tokens.panel).inner_margin(Margin::symmetric(16, 8));
    Panel::top("compare_head").frame(frame).show(ui, |ui| {
        let _pane = pane(ui, Region::View);
        head::ui(ui, view, pair, cx, actions);
        head::notes(ui, shown, shown.is_some() && page.is_loading(), cx);
    });
    let _pane = pane(ui, Region::View);
    match (shown, page) {
        (Some(found), _) => filled(ui, view, found, cx, actions),
        _ if pair.0.is_none() || pair.1.is_none() => empty::choose(ui, &mut view.offers, pair, cx, actions),
        (None, Load::Failed(sentence)) => empty::failed(ui, sentence, cx, actions),
        (None, _) => empty::loading(ui, cx),
    }
}

fn filled(ui: &mut Ui, view: &mut View, page: &Arc<ComparePage>, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    match view.mode {
        Mode::Sections => sections::ui(ui, &mut view.sections, page, cx, actions),
        Mode::Indicators => table::ui(ui, &mut view.table, page, false, cx, actions),
        Mode::Differences => table::ui(ui, &mut view.table, page, true, cx, actions),
    }
}

/// The left or the right side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

impl Side {
    const BOTH: [Self; 2] = [Self::Left, Self::Right];

    fn index(self) -> usize {
        self as usize
    }

    /// Its page.
    fn page(self, page: &ComparePage) -> &Arc<crate::jobs::desk::ReportPage> {
        match self {
            Self::Left => &page.left,
            Self::Right => &page.right,
        }
    }

    /// Its word.
    fn name(self) -> &'static str {
        match self {
            Self::Left => "side-left",
            Self::Right => "side-right",
        }
    }
}
