//! Which pages the address and the selection need, and asking for them.

use crate::jobs::desk::Command;

use super::App;
use crate::app::action::Address;
use crate::app::load::Load;
use crate::store::ReportId;

impl App {
    /// Asks for what is to be shown and was not asked for yet.
    pub(super) fn need(&mut self) {
        match self.history.now().clone() {
            Address::Library => {}
            Address::Report { id, .. } => self.need_report(id),
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

    fn need_report(&mut self, id: Option<ReportId>) {
        self.uncut = self.uncut.filter(|uncut| id == Some(*uncut));
        let wanted = id.map(|id| (id, self.uncut.is_some()));
        if wanted == self.pages.report_of {
            return;
        }
        // The same report with more or less of its page takes the place of what is read when it is there.
        let same = self.pages.report_of.map(|(own, _)| own) == id;
        self.pages.report_of = wanted;
        match wanted {
            Some((id, true)) => self.pages.report.ask(self.engine.ask(Command::Uncut(id)), same),
            Some((id, false)) => self.pages.report.ask(self.engine.ask(Command::Report(id)), same),
            None => self.pages.report = Load::Idle,
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
