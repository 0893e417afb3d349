//! The native window: whether one can be opened, and eframe's side of it.

mod probe;

use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::egui::{self, Context, Ui, ViewportBuilder, Visuals};

use super::engine::Start;
use super::state::App;
use super::theme;
use crate::figures::Catalogue;
use crate::i18n::Texts;
use crate::settings::Settings;

pub use probe::NoWindow;

/// Size of a first window, in points.
const FIRST: [f32; 2] = [1280.0, 840.0];
/// Smallest window that holds its bars and a view.
const LEAST: [f32; 2] = [800.0, 560.0];

/// How a window ended.
#[derive(Debug)]
pub enum Outcome {
    /// The user closed it.
    Closed,
    /// It could not be opened.
    None(NoWindow),
    /// It failed after it had been open: a mistake of the program, in its own words.
    Crashed(String),
}

/// Opens the window and comes back when it is closed.
pub fn run(start: Start) -> Outcome {
    if let Err(why) = probe::display() {
        return Outcome::None(why);
    }
    prepare();
    let painted = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&painted);
    // What fails before the first frame is told in one sentence, not by the panic's own message.
    let usual = panic::take_hook();
    let quiet = Arc::clone(&painted);
    panic::set_hook(Box::new(move |info| {
        if quiet.load(Ordering::Relaxed) {
            usual(info);
        }
    }));
    let ended = panic::catch_unwind(AssertUnwindSafe(|| open(start, seen)));
    drop(panic::take_hook());
    let failed = |detail: String| match painted.load(Ordering::Relaxed) {
        true => Outcome::Crashed(detail),
        false => Outcome::None(NoWindow::from_failure(detail)),
    };
    match ended {
        Ok(Ok(())) => Outcome::Closed,
        Ok(Err(error)) => failed(reason(&error)),
        Err(panic) => failed(crate::error::panic_words(panic.as_ref())),
    }
}

/// Builds what the first frame needs and can be made while the toolkit asks the system for a window.
pub fn prepare() {
    // Whoever needs it first waits for it, so the thread need not be joined.
    std::thread::spawn(|| Catalogue::current().is_ok());
}

/// What the toolkit says, without the request that it repeats at length.
fn reason(error: &eframe::Error) -> String {
    match error {
        eframe::Error::NoGlutinConfigs(_, why) => format!("glutin: {why}"),
        other => other.to_string(),
    }
}

fn open(start: Start, painted: Arc<AtomicBool>) -> eframe::Result {
    let (settings, odd) = Settings::load(&start.paths.settings);
    let title = Texts::new(start.locale.or(settings.locale).unwrap_or(start.system)).get("app-name");
    let size = settings.window.map_or(FIRST, |(width, height)| [width, height]);
    let viewport = ViewportBuilder::default()
        .with_app_id("faheng")
        .with_title(&title)
        .with_inner_size(size)
        .with_min_inner_size(LEAST)
        .with_maximized(settings.maximized);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native(
        &title,
        options,
        Box::new(move |creation| {
            let app = App::new(start, settings, &odd, &creation.egui_ctx)?;
            Ok(Box::new(Window { app, painted }))
        }),
    )
}

struct Window {
    app: App,
    painted: Arc<AtomicBool>,
}

impl eframe::App for Window {
    fn logic(&mut self, _: &Context, _: &mut eframe::Frame) {
        self.app.logic();
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        self.painted.store(true, Ordering::Relaxed);
        self.app.ui(ui);
        if ui.input(|input| input.viewport().close_requested()) {
            self.app.remember(size(ui.ctx()));
        }
    }

    fn clear_color(&self, visuals: &Visuals) -> [f32; 4] {
        let tokens = if visuals.dark_mode { &theme::DARK } else { &theme::LIGHT };
        tokens.page.to_normalized_gamma_f32()
    }
}

/// The window's size in points, and whether it fills the screen.
fn size(context: &Context) -> Option<((f32, f32), bool)> {
    context.input(|input| {
        let viewport = input.viewport();
        let rect: egui::Rect = viewport.inner_rect?;
        Some(((rect.width(), rect.height()), viewport.maximized.unwrap_or(false)))
    })
}
