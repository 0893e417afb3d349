//! The state of the window, and what messages and actions do to it.

mod act;
mod come;
mod need;

use std::path::PathBuf;

use eframe::egui::{Context, Theme, ThemePreference};

use super::action::{Action, Address};
use super::cx::Cx;
use super::dialogs::Dialogs;
use super::engine::{Engine, Start};
use super::history::History;
use super::keyboard::Keyboard;
use super::load::Load;
use super::notices::{Grade, Notices};
use super::selection::Selection;
use super::{compare, encoding, export, fonts, library, name_template, quality, report, theme, trend};
use crate::compare::BodyKey;
use crate::error::Error;
use crate::figures::Catalogue;
use crate::i18n::Texts;
use crate::identity::{Identity, NameTemplate};
use crate::intake::Encoding;
use crate::jobs::desk::{ComparePage, EncodingPage, Overview, Preview, ReportPage, Ticket, TrendPage, TrendQuery};
use crate::jobs::trial_library;
use crate::progress::Progress;
use crate::settings::{Keeper, Settings, Shade};
use crate::store::ReportId;

/// Events folded in before one frame.
const EVENTS: usize = 400;

/// The library that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Opened {
    /// Its file.
    pub path: PathBuf,
    /// Whether it was made for a first look and is made anew at the next one.
    pub trial: bool,
}

/// Pages of the desk, and the questions that they answer.
pub(super) struct Pages {
    pub library: Load<Overview>,
    pub report: Load<ReportPage>,
    /// The report asked for, and whether with its page chrome.
    pub report_of: Option<(ReportId, bool)>,
    pub compare: Load<ComparePage>,
    pub compare_of: Option<(ReportId, ReportId)>,
    pub trend: Load<TrendPage>,
    pub trend_of: Option<TrendQuery>,
    pub preview: Load<Preview>,
    pub encoding: Load<EncodingPage>,
}

impl Default for Pages {
    fn default() -> Self {
        Self {
            library: Load::Idle,
            report: Load::Idle,
            report_of: None,
            compare: Load::Idle,
            compare_of: None,
            trend: Load::Idle,
            trend_of: None,
            preview: Load::Idle,
            encoding: Load::Idle,
        }
    }
}

/// A report that is read again in another encoding.
pub(super) struct Reread {
    /// The encoding; `None` for the one that the bytes show.
    pub encoding: Option<Encoding>,
    /// What was read, and how many values, once that is known.
    pub found: Option<(Box<Identity>, usize)>,
}

/// The views' own states.
#[derive(Default)]
pub(super) struct Views {
    pub library: library::View,
    pub report: report::View,
    pub compare: compare::View,
    pub trend: trend::View,
}

/// The whole window.
pub struct App {
    pub(super) start: Start,
    pub(super) texts: Texts,
    pub(super) catalogue: &'static Catalogue,
    pub(super) settings: Settings,
    keeper: Keeper,
    pub(super) engine: Engine,
    pub(super) opened: Opened,
    pub(super) history: History,
    pub(super) selection: Selection,
    pub(super) pages: Pages,
    /// The report that is shown with its page chrome; forgotten when another one is opened.
    pub(super) uncut: Option<ReportId>,
    pub(super) views: Views,
    pub(super) import: Option<library::Import>,
    pub(super) results_open: bool,
    /// How far reports are read again, while they are.
    pub(super) anew: Option<Progress>,
    pub(super) notices: Notices,
    pub(super) dialogs: Dialogs,
    pub(super) export: Option<export::Dialog>,
    /// The exports under way; they outlive the library that their charts came from.
    pub(super) exports: Vec<Ticket>,
    pub(super) keys_open: bool,
    pub(super) quality: Option<quality::Dialog>,
    pub(super) encoding: Option<encoding::Dialog>,
    pub(super) template: Option<name_template::Dialog>,
    /// The report that is read again in another encoding, while it is.
    pub(super) reread: Option<Reread>,
    pub(super) keyboard: Keyboard,
}

impl App {
    /// A window on what the command line named, with what was remembered.
    ///
    /// # Errors
    ///
    /// [`Error::Data`] when the program's own data is broken or the system gives no thread.
    pub fn new(start: Start, settings: Settings, odd: &[String], context: &Context) -> Result<Self, Error> {
        fonts::install(context);
        theme::install(context);
        let locale = start.locale.or(settings.locale).unwrap_or(start.system);
        let mut app = Self {
            texts: Texts::new(locale),
            catalogue: Catalogue::current()?,
            keeper: Keeper::new(start.paths.settings.clone()),
            engine: Engine::new(context)?,
            opened: Opened { path: start.paths.library.clone(), trial: false },
            history: History::default(),
            selection: remembered(&settings),
            pages: Pages::default(),
            uncut: None,
            views: Views::default(),
            import: None,
            results_open: false,
            anew: None,
            notices: Notices::default(),
            dialogs: Dialogs::default(),
            export: None,
            exports: Vec::new(),
            keys_open: false,
            quality: None,
            encoding: None,
            template: None,
            reread: None,
            keyboard: Keyboard::default(),
            settings,
            start,
        };
        app.shade(context);
        for line in odd {
            let path = app.start.paths.settings.display().to_string();
            let arguments = [("line", line.as_str().into()), ("path", path.into())];
            let text = app.texts.format("settings-odd", &arguments);
            app.notices.add(Grade::Hint, text);
        }
        if let Some(trouble) = app.start.trouble.take() {
            app.notices.add(Grade::Failed, trouble);
        }
        app.first();
        Ok(app)
    }

    /// Opens what the window starts with.
    fn first(&mut self) {
        let files = self.start.files.clone();
        if files.is_empty() {
            let last = self.settings.library.clone().filter(|_| !self.start.named);
            self.open(last.unwrap_or_else(|| self.start.paths.library.clone()));
        } else if self.start.named {
            self.open(self.start.paths.library.clone());
            self.import(files);
        } else {
            self.look_at(files);
        }
    }

    /// Shows files in a library made for them alone.
    pub(super) fn look_at(&mut self, files: Vec<PathBuf>) {
        if self.is_importing() {
            return;
        }
        let place = trial_library(&self.start.paths.trials(), &files);
        self.changed_library(Opened { path: place.clone(), trial: true });
        self.begin_import(&files);
        self.engine.import_trial(&place, files, self.pattern());
    }

    /// The pattern that names of files follow.
    pub(super) fn pattern(&self) -> Option<NameTemplate> {
        self.settings.name_template.as_ref().and_then(|text| NameTemplate::parse(text).ok())
    }

    /// The surroundings that views paint in.
    pub(super) fn cx(&self, dark: bool) -> Cx<'_> {
        Cx {
            texts: &self.texts,
            tokens: theme::of(if dark { Theme::Dark } else { Theme::Light }),
            catalogue: self.catalogue,
            overview: self.pages.library.page(),
            selection: &self.selection,
            busy: self.engine.busy(),
        }
    }

    /// Has every path typed instead of asking for a dialog of the system: for tests, which open none on anyone's desk.
    #[must_use]
    pub fn without_dialogs(mut self) -> Self {
        self.dialogs.typing = true;
        self
    }

    /// Does what a click would do: for tests and benches.
    pub fn wish(&mut self, action: Action, context: &Context) {
        self.run(vec![action], context);
    }

    /// The bodies of the open library, in the order of its grid.
    pub fn bodies(&self) -> Vec<BodyKey> {
        self.pages.library.page().map_or_else(Vec::new, |page| page.rows.iter().map(|row| row.body.clone()).collect())
    }

    /// The address shown.
    pub fn address(&self) -> &Address {
        self.history.now()
    }

    /// Folds in what came; to be called before each frame, also while the window is hidden.
    pub fn logic(&mut self) {
        for event in self.engine.events(EVENTS) {
            self.come(event);
        }
        self.dialogs.look();
        self.need();
    }

    /// Puts the theme that the user chose into egui.
    pub(super) fn shade(&self, context: &Context) {
        context.set_theme(match self.settings.shade {
            Shade::System => ThemePreference::System,
            Shade::Light => ThemePreference::Light,
            Shade::Dark => ThemePreference::Dark,
        });
    }

    /// Has the settings written if they changed.
    pub(super) fn remember(&mut self, window: Option<((f32, f32), bool)>) {
        let mut settings = self.settings.clone();
        let selection = &self.selection;
        // What is chosen while looking at an example or at files says nothing of the user's own library.
        if !self.opened.trial && !self.start.named {
            settings.bodies.clone_from(&selection.bodies);
            settings.indicators.clone_from(&selection.indicators);
            (settings.years, settings.kind) = (selection.years, selection.kind);
            settings.library = Some(self.opened.path.clone()).filter(|path| *path != self.start.paths.library);
        }
        if let Some((size, maximized)) = window {
            settings.maximized = maximized;
            // The size of a window that fills the screen is the screen's.
            settings.window = if maximized { settings.window } else { Some(size) };
        }
        if settings != self.settings {
            self.settings = settings;
            self.keeper.keep(self.settings.clone());
        }
    }
}

fn remembered(settings: &Settings) -> Selection {
    Selection {
        bodies: settings.bodies.clone(),
        indicators: settings.indicators.clone(),
        years: settings.years,
        kind: settings.kind,
        ..Selection::default()
    }
}
