//! Notices: what went wrong or was done. They stay until they were read.

use std::cell::Cell;

use eframe::egui::{Align, Frame, Layout, Margin, Panel, RichText, ScrollArea, TextStyle, Ui};

use super::action::Action;
use super::cx::Cx;
use super::keyboard::{Region, pane};
use super::theme::{self, RADIUS, space};

/// The list is no higher; longer ones scroll.
const HEIGHT: f32 = 160.0;
/// Most notices kept; the oldest go first.
const MOST: usize = 200;

/// How grave a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grade {
    /// Something was done.
    Done,
    /// Something to know.
    Hint,
    /// Something failed.
    Failed,
}

/// One notice.
#[derive(Clone, Debug)]
pub(super) struct Notice {
    pub number: u64,
    pub grade: Grade,
    pub text: String,
    /// What can be done about it: the text of its button, and what that does.
    pub way: Option<(&'static str, Action)>,
}

/// The unread notices, and whether their list is open.
#[derive(Default)]
pub(super) struct Notices {
    all: Vec<Notice>,
    next: u64,
    pub open: bool,
    /// The notices that the list was laid out for last: the newest and how many.
    laid: Cell<(u64, usize)>,
}

impl Notices {
    /// Adds a notice and opens the list; one that says the same as the last is not told twice.
    pub fn add(&mut self, grade: Grade, text: String) {
        if self.all.last().is_some_and(|last| last.text == text) {
            self.open = true;
            return;
        }
        self.push(grade, text, None);
    }

    /// Adds a notice with a button that does something about it, in place of one that offered the same.
    pub fn offer(&mut self, text: String, button: &'static str, action: Action) {
        if self.all.iter().any(|own| own.text == text && own.way.as_ref().is_some_and(|(_, own)| *own == action)) {
            return;
        }
        self.withdraw(&action);
        self.push(Grade::Hint, text, Some((button, action)));
    }

    /// Puts what a notice offers into other words, where it is still there.
    pub fn reword(&mut self, action: &Action, text: String) {
        let offer = |notice: &&mut Notice| notice.way.as_ref().is_some_and(|(_, own)| own == action);
        if let Some(notice) = self.all.iter_mut().find(offer) {
            notice.text = text;
        }
    }

    /// Takes away a notice that offers what is not to be had any more.
    pub fn withdraw(&mut self, action: &Action) {
        self.all.retain(|notice| notice.way.as_ref().is_none_or(|(_, own)| own != action));
        self.open &= !self.all.is_empty();
    }

    fn push(&mut self, grade: Grade, text: String, way: Option<(&'static str, Action)>) {
        self.open = true;
        if self.all.len() == MOST {
            self.all.remove(0);
        }
        self.all.push(Notice { number: self.next, grade, text, way });
        self.next += 1;
    }

    pub fn dismiss(&mut self, number: u64) {
        self.all.retain(|notice| notice.number != number);
        self.open &= !self.all.is_empty();
    }

    pub fn clear(&mut self) {
        self.all.clear();
        self.open = false;
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Paints the list above the status line, the newest first.
    pub fn ui(&self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
        if !self.open || self.all.is_empty() {
            self.laid.take();
            return;
        }
        let frame = Frame::new().fill(cx.tokens.panel).inner_margin(Margin::symmetric(12, 8));
        Panel::bottom("notices").frame(frame).resizable(false).show(ui, |ui| {
            let _pane = pane(ui, Region::Notices);
            ui.horizontal(|ui| {
                ui.label(theme::bold(cx.format("notices-title", &[("count", self.all.len().into())])));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if ui.button(cx.text("notices-hide")).clicked() {
                        actions.push(Action::ShowNotices(false));
                    }
                    if ui.button(cx.text("notices-read-all")).clicked() {
                        actions.push(Action::DismissAll);
                    }
                });
            });
            let area = ScrollArea::vertical().max_height(HEIGHT).min_scrolled_height(HEIGHT);
            area.auto_shrink([false, true]).show(ui, |ui| {
                for notice in self.all.iter().rev() {
                    row(ui, notice, cx, actions);
                }
            });
        });
        // The list takes its height from the frame before: another pass, and no frame shows it clipped.
        let now = (self.next, self.all.len());
        if self.laid.replace(now) != now {
            ui.ctx().request_discard("notices");
        }
    }
}

fn row(ui: &mut Ui, notice: &Notice, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let (word, colour) = match notice.grade {
        Grade::Done => ("notice-done", cx.tokens.accent),
        Grade::Hint => ("notice-hint", cx.tokens.warn),
        Grade::Failed => ("notice-failed", cx.tokens.error),
    };
    let frame = Frame::new().fill(cx.tokens.page).stroke(cx.tokens.hairline()).corner_radius(RADIUS);
    frame.inner_margin(Margin::symmetric(8, 4)).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if ui.button(cx.text("notice-read")).clicked() {
                actions.push(Action::Dismiss(notice.number));
            }
            if ui.button(cx.text("notice-copy")).clicked() {
                actions.push(Action::Copy(notice.text.clone()));
            }
            if let Some((text, action)) = &notice.way
                && ui.add_enabled(!cx.busy, eframe::egui::Button::new(cx.text(text))).clicked()
            {
                actions.push(action.clone());
            }
            // The first line stands as high as the words on the buttons.
            let rise = (ui.spacing().interact_size.y - ui.text_style_height(&TextStyle::Body)) / 2.0;
            let below = Margin { top: rise.round() as i8, ..Margin::ZERO };
            Frame::new().inner_margin(below).show(ui, |ui| {
                ui.with_layout(Layout::left_to_right(Align::Min).with_main_wrap(false), |ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    ui.label(RichText::new(cx.text(word)).color(colour));
                    ui.add(eframe::egui::Label::new(&notice.text).wrap().selectable(true));
                });
            });
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_stay_until_they_are_read_and_repeat_nothing() {
        let mut notices = Notices::default();
        notices.add(Grade::Failed, "甲".into());
        notices.add(Grade::Failed, "甲".into());
        notices.add(Grade::Done, "乙".into());
        assert_eq!(notices.len(), 2);
        notices.dismiss(0);
        assert!(notices.open && notices.len() == 1);
        notices.dismiss(1);
        assert!(!notices.open, "an empty list is not shown");
    }

    #[test]
    fn no_frame_shows_a_notice_clipped() {
        use crate::app::selection::Selection;
        use crate::figures::Catalogue;
        use crate::i18n::{Locale, Texts};
        use eframe::egui::{CentralPanel, Shape};
        use egui_kittest::Harness;
        let (texts, selection) = (Texts::new(Locale::ZhHans), Selection::default());
        let setup = |context: &eframe::egui::Context| {
            crate::app::install_fonts(context);
            theme::install(context);
        };
        let paint = move |ui: &mut Ui, notices: &mut Notices| {
            let tokens = theme::tokens(ui);
            let catalogue = Catalogue::built_in().unwrap();
            let cx = Cx { texts: &texts, tokens, catalogue, overview: None, selection: &selection, busy: false };
            notices.ui(ui, &cx, &mut Vec::new());
            CentralPanel::default().show(ui, |_| {});
        };
        let builder = Harness::builder().with_size([800.0, 560.0]).with_context_setup(setup);
        let mut harness = builder.build_ui_state(paint, Notices::default());
        harness.state_mut().add(Grade::Failed, "甲".into());
        harness.step();
        harness.state_mut().add(Grade::Failed, "乙".into());
        harness.step();
        let shapes = &harness.output().shapes;
        let whole = |words: &str| {
            let is = |shape: &Shape| matches!(shape, Shape::Text(text) if text.galley.text() == words);
            let found = shapes.iter().find(|clipped| is(&clipped.shape)).unwrap();
            found.clip_rect.contains_rect(found.shape.visual_bounding_rect())
        };
        assert_eq!((whole("甲"), whole("乙")), (true, true));
    }
}
