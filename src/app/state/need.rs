//! Which pages the address and the selection need, and asking for them.

use crate::jobs::desk::Command;

use super::App;
use crate::app::action::Address;
use crate::app::load::Load;

impl App {
    /// Asks for what is to be shown and was not asked for yet.
    pub(super) fn need(&mut self) {
        match self.history.now().clone() {
            Address::Library => {}
            Address::Report { id, .. } => {
                if id != self.pages.report_of {
                    self.pages.report_of = id;
                    match id {
                        Some(id) => self.pages.report.ask(self.engine.ask(Command::Report(id)), false),
                        None => self.pages.report = Load::Idle,
                    }
                }
            }
            Address::Compare { left, right } => {
                let pair = left.zip(right);
                if pair != self.pages.compare_of {
                    self.pages.compare_of = pair;
                    match pair {
                        Some((left, right)) => {
                            self.pages.compare.ask(self.engine.ask(Command::Compare { left, right }), false);
                        }
                        None => self.pages.compare = Load::Idle,
                    }
                }
            }
            Address::Trend => self.need_trend(),
        }
    }

    fn need_trend(&mut self) {
        let query = self.selection.query(self.texts.locale());
        // Before the library is open there is nothing to ask about.
        if query == self.pages.trend_of || self.pages.library.page().is_none() {
            return;
        }
        self.pages.trend_of.clone_from(&query);
        match query {
            // The chart before stays in view until the new one is there.
            Some(query) => self.pages.trend.ask(self.engine.ask(Command::Trend(query)), true),
            None => self.pages.trend = Load::Idle,
        }
    }

    /// Forgets which questions were answered, so that all that is shown is asked for again.
    pub(super) fn ask_again(&mut self) {
        (self.pages.report_of, self.pages.compare_of, self.pages.trend_of) = (None, None, None);
    }
}
