//! Actions: what the user wished for while a frame was painted.

use std::path::PathBuf;

use eframe::egui::Context;

use super::App;
use crate::app::action::{Action, Address, Place};
use crate::app::dialogs::Ask;
use crate::app::{encoding, export, library, name_template, quality};
use crate::compare::BodyKey;
use crate::i18n::Texts;
use crate::intake::Encoding;
use crate::jobs::desk::{Command, ExportOrder};
use crate::progress::Progress;
use crate::store::ReportId;

impl App {
    /// Runs what painting collected.
    pub(crate) fn run(&mut self, actions: Vec<Action>, context: &Context) {
        for action in actions {
            self.act(action, Some(context));
        }
        self.need();
    }

    pub(super) fn act(&mut self, action: Action, context: Option<&Context>) {
        match action {
            Action::Go(address) => self.history.go(address),
            Action::Visit(place) => self.visit(place),
            Action::Back => drop(self.history.back()),
            Action::Forward => drop(self.history.forward()),
            Action::ChooseFiles => self.choose(Ask::Files, context),
            Action::ChooseFolder => self.choose(Ask::Folder, context),
            Action::ChooseLibrary => self.choose(Ask::Library, context),
            Action::ChooseKeep => self.choose(Ask::Keep, context),
            Action::ChooseExport(order) => self.choose(Ask::Export(order), context),
            Action::OpenLibrary(path) => self.open_when_free(path),
            Action::OpenOwn => self.open_when_free(self.start.paths.library.clone()),
            Action::KeepAs(path) => self.engine.keep(self.opened.path.clone(), path),
            Action::Import(paths) => self.import(paths),
            Action::OpenSample => self.engine.sample(self.start.paths.cache.join("sample")),
            Action::CancelJob => self.engine.cancel(),
            Action::ReadAnew => self.read_anew(),
            Action::ReadAs(id, encoding) => self.read_as(id, encoding),
            Action::ImportAgain => self.import_again(),
            Action::ShowResults(open) => self.results_open = open,
            Action::SetBodies(bodies) => self.selection.bodies = bodies,
            Action::SetIndicators(indicators) => self.selection.indicators = indicators,
            Action::SetYears(years) => self.selection.years = years,
            Action::SetKind(kind) => self.selection.kind = kind,
            Action::SetReviewedOnly(only) => self.selection.reviewed_only = only,
            Action::SetUncut(on) => self.uncut = self.pages.report_of.map(|(id, _)| id).filter(|_| on),
            Action::SetPair(pair) => self.selection.pair = pair,
            Action::Reload => self.reopen(),
            other => self.act_on_window(other, context),
        }
    }

    /// Actions that change the window rather than what it shows.
    fn act_on_window(&mut self, action: Action, context: Option<&Context>) {
        match action {
            Action::SetShade(shade) => {
                self.settings.shade = shade;
                self.keep_settings();
                if let Some(context) = context {
                    self.shade(context);
                }
            }
            Action::SetLocale(locale) => {
                self.texts = Texts::new(locale);
                self.reword_notices();
                self.settings.locale = Some(locale);
                self.keep_settings();
            }
            Action::Copy(text) => {
                if let Some(context) = context {
                    context.copy_text(text);
                }
            }
            Action::ShowNotices(open) => self.notices.open = open,
            Action::Dismiss(number) => self.notices.dismiss(number),
            Action::DismissAll => self.notices.clear(),
            Action::ShowExport(open) => self.show_export(open),
            Action::Preview(order) => self.pages.preview.ask(self.engine.ask(Command::Preview(order)), true),
            Action::ExportTo(folder, order) => self.export_to(folder, &order),
            Action::Export(order) => {
                let ticket = self.engine.ask(Command::Export(order));
                self.exports.push(ticket);
                if let Some(dialog) = &mut self.export {
                    dialog.wait_for(ticket);
                }
            }
            Action::ShowKeys(open) => self.keys_open = open,
            Action::ShowTemplate(open) => self.show_template(open),
            Action::SetTemplate(text) => self.set_template(text),
            Action::ShowEncoding(id) => {
                self.pages.encoding = crate::app::load::Load::Idle;
                self.encoding = id.map(encoding::Dialog::new);
            }
            Action::TryEncoding(id, encoding) => {
                self.pages.encoding.ask(self.engine.ask(Command::Encoding(id, encoding)), true);
            }
            Action::ShowQuality(open) => {
                self.quality = open.then(quality::Dialog::default);
                if open {
                    self.engine.quality();
                }
            }
            Action::ResetLayout => {
                if let Some(context) = context {
                    context.memory_mut(|memory| memory.reset_areas());
                    context.data_mut(eframe::egui::util::IdTypeMap::clear);
                }
                self.views = super::Views::default();
            }
            _ => {}
        }
    }

    /// A view as it was left; the comparison on what is chosen where it was not open yet.
    fn visit(&mut self, place: Place) {
        let last = self.history.last_of(place).cloned();
        let address = match place {
            Place::Library => Address::Library,
            Place::Trend => Address::Trend,
            Place::Report => last.unwrap_or(Address::Report { id: None, figure: None }),
            Place::Compare => self.chosen_pair().or(last).unwrap_or(Address::Compare { left: None, right: None }),
        };
        self.history.go(address);
    }

    /// The pair marked in the library, or the reports of two chosen bodies in their last common year.
    fn chosen_pair(&self) -> Option<Address> {
        let [left, right] = self.selection.pair;
        if left.is_some() || right.is_some() {
            return Some(Address::Compare { left, right });
        }
        let page = self.pages.library.page()?;
        let [ours, theirs] = self.selection.bodies.get(..2)? else { return None };
        let row = |body: &BodyKey| page.rows.iter().find(|row| row.body == *body);
        let (ours, theirs) = (row(ours)?, row(theirs)?);
        let last = |cells: &std::collections::BTreeMap<i32, crate::jobs::desk::GridCell>| -> Option<ReportId> {
            cells.last_key_value().map(|(_, cell)| cell.report)
        };
        let common =
            ours.cells.iter().rev().find_map(|(year, cell)| Some((cell.report, theirs.cells.get(year)?.report)));
        let (left, right) =
            common.map_or_else(|| (last(&ours.cells), last(&theirs.cells)), |(a, b)| (Some(a), Some(b)));
        // What was compared last counts more than a guess.
        self.history.last_of(Place::Compare).is_none().then_some(Address::Compare { left, right })
    }

    fn choose(&mut self, ask: Ask, context: Option<&Context>) {
        let Some(context) = context.filter(|_| self.dialogs.is_free()) else { return };
        if self.dialogs.typing {
            return self.dialogs.ask_to_type(ask);
        }
        let title = match ask {
            Ask::Files => "typed-files",
            Ask::Folder => "typed-folder",
            Ask::Library => "typed-library",
            Ask::Keep => "typed-keep",
            Ask::Export(_) => "typed-export",
        };
        let reports = self.texts.format("dialog-reports", &[("formats", self.texts.get("formats-read").into())]);
        self.engine.pick(ask.clone(), [&self.texts.get(title), &reports]);
        self.dialogs.opened(ask, context);
    }

    /// Whether a job runs that changes the library; says then that nothing else can take its place.
    pub(super) fn is_importing(&mut self) -> bool {
        let busy = self.engine.busy();
        if busy {
            let text = self.texts.get(if self.anew.is_some() { "anew-busy" } else { "import-busy" });
            self.notices.add(crate::app::notices::Grade::Hint, text);
        }
        busy
    }

    /// Opens another library, unless an import would lose its place on the screen.
    fn open_when_free(&mut self, path: PathBuf) {
        if !self.is_importing() {
            self.open(path);
        }
    }

    /// Imports into the open library.
    pub(super) fn import(&mut self, paths: Vec<PathBuf>) {
        if self.is_importing() {
            return;
        }
        self.begin_import(&paths);
        self.engine.import(&self.opened.path, paths, self.pattern());
        self.history.go(Address::Library);
    }

    pub(super) fn begin_import(&mut self, paths: &[PathBuf]) {
        self.import = Some(library::Import::new(paths));
        self.results_open = true;
    }

    fn read_anew(&mut self) {
        if self.is_importing() {
            return;
        }
        self.notices.withdraw(&Action::ReadAnew);
        self.anew = Some(Progress::default());
        self.engine.read_anew(&self.opened.path, self.catalogue.digest());
    }

    fn read_as(&mut self, id: ReportId, encoding: Option<Encoding>) {
        if self.is_importing() {
            return;
        }
        let reports = self.pages.library.page().map(|page| page.reports.as_slice()).unwrap_or_default();
        let item = reports.iter().find(|report| report.id == id).map(|report| report.file_name.clone());
        self.anew = Some(Progress { done: 0, total: 1, item: item.unwrap_or_default() });
        self.reread = Some(super::Reread { encoding, found: None });
        self.encoding = None;
        self.engine.read_as(&self.opened.path, id, encoding);
    }

    fn import_again(&mut self) {
        let paths = self.import.as_ref().map(library::Import::again).unwrap_or_default();
        if !paths.is_empty() {
            self.import(paths);
        }
    }

    /// Opens the dialog with the name of a file to try: one of the last import, else of the library.
    fn show_template(&mut self, open: bool) {
        let last = self.import.as_ref().and_then(|import| import.result(None, 0)?.path.file_name());
        let reports = self.pages.library.page().map(|page| page.reports.as_slice()).unwrap_or_default();
        let known = reports.first().map(|report| report.file_name.clone());
        let name = last.map(|name| name.to_string_lossy().into_owned()).or(known).unwrap_or_default();
        let text = self.settings.name_template.as_deref().unwrap_or_default();
        self.template = open.then(|| name_template::Dialog::new(text, &name));
    }

    fn set_template(&mut self, text: String) {
        self.template = None;
        if self.settings.name_template.as_deref().unwrap_or_default() == text {
            return;
        }
        let id = if text.is_empty() { "template-gone" } else { "template-kept" };
        let told = self.texts.format(id, &[("template", text.as_str().into())]);
        self.notices.add(crate::app::notices::Grade::Done, told);
        self.settings.name_template = Some(text).filter(|text| !text.is_empty());
        self.keep_settings();
    }

    fn show_export(&mut self, open: bool) {
        self.pages.preview = crate::app::load::Load::Idle;
        self.export = match self.pages.trend.page().filter(|_| open) {
            Some(page) => Some(export::Dialog::new(page, &self.texts)),
            None => None,
        };
    }

    fn export_to(&mut self, folder: PathBuf, order: &ExportOrder) {
        if let Some(dialog) = &mut self.export {
            dialog.set_folder(folder);
        } else {
            let order = ExportOrder { folder, ..order.clone() };
            self.act(Action::Export(Box::new(order)), None);
        }
    }

    fn keep_settings(&mut self) {
        self.keeper.keep(self.settings.clone());
    }
}
