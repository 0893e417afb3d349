//! What comes in: answers of the desk, messages of the import, closed dialogs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{App, Opened};
use crate::app::action::Action;
use crate::app::dialogs;
use crate::app::encoding::told;
use crate::app::engine::Event;
use crate::app::notices::Grade;
use crate::error::Error;
use crate::i18n::path_text;
use crate::identity::Identity;
use crate::intake::Encoding;
use crate::jobs::desk::{Answer, Reply, Ticket};
use crate::jobs::{Message, Outcome, words};

impl App {
    pub(super) fn come(&mut self, event: Event) {
        match event {
            Event::Reply(reply) => self.reply(reply),
            Event::Import(message) => self.import_message(message),
            Event::Anew(message) => self.anew_message(message),
            Event::Reread(message) => self.reread_message(message),
            Event::Picked(picked) => {
                if let Some(picked) = self.dialogs.closed(picked)
                    && let Some(action) = dialogs::answer(&picked.ask, picked.paths)
                {
                    self.act(action, None);
                }
            }
            Event::Kept(Ok(path)) => {
                let text = self.texts.format("kept-done", &[("path", path_text(&path).into())]);
                self.notices.add(Grade::Done, text);
                if !self.engine.busy() {
                    self.open(path);
                }
            }
            Event::Quality(Ok(page)) => {
                if let Some(dialog) = &mut self.quality {
                    dialog.take(page);
                }
            }
            Event::Quality(Err(error)) => {
                self.quality = None;
                self.failed(&error);
            }
            Event::Sample(Ok(folder)) => self.look_at(vec![folder]),
            Event::Kept(Err(error)) | Event::Sample(Err(error)) => self.failed(&error),
        }
    }

    /// Tells an error as a notice.
    pub(super) fn failed(&mut self, error: &Error) {
        let text = self.texts.error(error);
        self.notices.add(Grade::Failed, text);
    }

    fn reply(&mut self, Reply { ticket, result }: Reply) {
        let result = match result {
            // A newer question took its place, and its answer is the one that is waited for.
            Err(Error::Cancelled) => return,
            Err(error) => return self.refused(ticket, &error),
            Ok(answer) => answer,
        };
        let pages = &mut self.pages;
        match result {
            Answer::Overview(page) => {
                if pages.library.answer(ticket, Ok(page)) {
                    self.opened_now();
                }
            }
            Answer::Report(page) => drop(pages.report.answer(ticket, Ok(page))),
            Answer::Encoding(page) => drop(pages.encoding.answer(ticket, Ok(page))),
            Answer::Compare(page) => drop(pages.compare.answer(ticket, Ok(page))),
            Answer::Trend(page) => drop(pages.trend.answer(ticket, Ok(page))),
            Answer::Preview(page) => drop(pages.preview.answer(ticket, Ok(page))),
            Answer::Exported(paths) => self.exported(ticket, &paths),
        }
    }

    fn refused(&mut self, ticket: Ticket, error: &Error) {
        let sentence = self.texts.error(error);
        let pages = &mut self.pages;
        if self.uncut.is_some() && pages.report.answer(ticket, Err(sentence.clone())) {
            // Without its page the report can still be read.
            (self.uncut, pages.report_of) = (None, None);
            return self.notices.add(Grade::Failed, sentence);
        }
        let taken = pages.library.answer(ticket, Err(sentence.clone()))
            || pages.report.answer(ticket, Err(sentence.clone()))
            || pages.compare.answer(ticket, Err(sentence.clone()))
            || pages.trend.answer(ticket, Err(sentence.clone()))
            || pages.preview.answer(ticket, Err(sentence.clone()))
            || pages.encoding.answer(ticket, Err(sentence.clone()));
        if !taken && let Some(at) = self.exports.iter().position(|own| *own == ticket) {
            self.exports.remove(at);
            match self.export.as_mut().filter(|dialog| dialog.waits_for(ticket)) {
                Some(dialog) => dialog.fail(sentence),
                None => self.notices.add(Grade::Failed, sentence),
            }
        }
    }

    fn exported(&mut self, ticket: Ticket, paths: &Arc<Vec<PathBuf>>) {
        self.exports.retain(|own| *own != ticket);
        let name = |path: &PathBuf| path.file_name().map(|name| path_text(Path::new(name))).unwrap_or_default();
        let folder = paths.first().and_then(|path| path.parent()).map(path_text).unwrap_or_default();
        let names = self.texts.list(paths.iter().map(name));
        let text = self.texts.format("export-done", &[("folder", folder.into()), ("names", names.into())]);
        self.notices.add(Grade::Done, text);
        self.export.take_if(|dialog| dialog.waits_for(ticket));
    }

    /// A library's content is known: what is chosen and not in it cannot be shown.
    fn opened_now(&mut self) {
        let Some(page) = self.pages.library.page().cloned() else { return };
        if let Some(version) = page.newer {
            let arguments = [("path", path_text(&page.path).into()), ("version", version.into())];
            let text = self.texts.format("library-newer-read", &arguments);
            self.notices.add(Grade::Hint, text);
        }
        if page.others > 0 && self.anew.is_none() {
            self.notices.offer(self.anew_offer(page.others), "anew-start", Action::ReadAnew);
        } else {
            self.notices.withdraw(&Action::ReadAnew);
        }
        // A library that is empty, or not there today, says nothing against what was chosen in it.
        if !page.rows.is_empty() {
            self.selection.bodies.retain(|body| page.rows.iter().any(|row| row.body == *body));
        }
    }

    fn anew_offer(&self, others: usize) -> String {
        self.texts.format("anew-offer", &[("count", others.into())])
    }

    /// What still waits for an answer speaks the language that was chosen; what is over stays as it was told.
    pub(super) fn reword_notices(&mut self) {
        if let Some(page) = self.pages.library.page() {
            self.notices.reword(&Action::ReadAnew, self.anew_offer(page.others));
        }
    }

    fn import_message(&mut self, message: Message) {
        let finished = match &message {
            Message::Done(_) | Message::Cancelled(_) => true,
            Message::Failed(error) => {
                let text = self.texts.error(error);
                self.notices.add(Grade::Failed, text);
                true
            }
            Message::Progress(_) | Message::File(_) => false,
        };
        if let Some(import) = &mut self.import {
            import.take(message);
        }
        if finished {
            self.reopen();
        }
    }

    /// What the job says that reads reports again.
    fn anew_message(&mut self, message: Message) {
        let (id, summary) = match message {
            Message::Progress(progress) => {
                self.anew = Some(progress);
                return;
            }
            Message::File(_) => return,
            Message::Done(summary) => ("anew-done", Some(summary)),
            Message::Cancelled(summary) => ("anew-cancelled", Some(summary)),
            Message::Failed(error) => {
                self.failed(&error);
                ("", None)
            }
        };
        self.anew = None;
        if let Some(summary) = summary {
            let text = self.texts.format(id, &[("count", summary.imported.into()), ("failed", summary.failed.into())]);
            self.notices.add(if summary.failed > 0 { Grade::Hint } else { Grade::Done }, text);
        }
        self.reopen();
    }

    /// What the job says that reads one report again in another encoding.
    fn reread_message(&mut self, message: Message) {
        match message {
            Message::Progress(progress) => return self.anew = Some(progress),
            Message::File(result) => {
                if let (Outcome::Imported { identity, observations, .. }, Some(reread)) =
                    (result.outcome, &mut self.reread)
                {
                    reread.found = Some((identity, observations));
                }
                return;
            }
            Message::Done(summary) | Message::Cancelled(summary) => {
                let reread = self.reread.take();
                if let Some((encoding, (identity, count))) = reread.and_then(|own| Some((own.encoding, own.found?))) {
                    let text = self.reread_text(encoding, &identity, count, summary.undecided);
                    self.notices.add(if summary.undecided > 0 { Grade::Hint } else { Grade::Done }, text);
                }
            }
            Message::Failed(error) => self.failed(&error),
        }
        (self.anew, self.reread) = (None, None);
        self.reopen();
    }

    fn reread_text(&self, encoding: Option<Encoding>, identity: &Identity, count: usize, lost: usize) -> String {
        let name = encoding.map(|encoding| told(encoding.name()));
        let arguments = [
            ("encoding", name.unwrap_or_else(|| self.texts.get("encoding-auto")).into()),
            ("report", words::described(identity, &self.texts).into()),
            ("count", count.into()),
            ("lost", lost.into()),
        ];
        self.texts.format("reread-done", &arguments)
    }

    /// Opens another library.
    pub(super) fn open(&mut self, path: PathBuf) {
        self.changed_library(Opened { path, trial: false });
        self.reopen();
    }

    /// Reads the open library anew.
    pub(super) fn reopen(&mut self) {
        let ticket = self.engine.ask(crate::jobs::desk::Command::Open(self.opened.path.clone()));
        self.pages.library.ask(ticket, true);
        self.ask_again();
    }

    /// Puts away all that belongs to the library that was open.
    pub(super) fn changed_library(&mut self, opened: Opened) {
        if opened.path != self.opened.path {
            self.history.clear();
            self.selection.pair = [None, None];
            self.pages = super::Pages::default();
            self.uncut = None;
            self.encoding = None;
            self.views = super::Views::default();
            self.import = None;
            self.results_open = false;
        }
        self.opened = opened;
    }
}
