//! Dialogs of the system, and a field for a typed path where there is none.
//!
//! The dialog is made on the window's thread and waited for on another. A system without a dialog answers at once or
//! never, and both look like "cancelled": so an answer that came at once, or none for five seconds, opens the field.

use std::path::PathBuf;
use std::thread::Builder;
use std::time::{Duration, Instant};

use eframe::egui::{Align, Context, Key, Layout, Modifiers, TextEdit, Ui};
use rfd::AsyncFileDialog;

use super::action::Action;
use super::cx::Cx;
use super::theme::{self, space};
use crate::intake;
use crate::jobs::desk::ExportOrder;

/// What a dialog asks for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ask {
    /// Files to import.
    Files,
    /// A folder to import.
    Folder,
    /// A library to open.
    Library,
    /// Where to keep the open library.
    Keep,
    /// The folder that a chart goes to.
    Export(Box<ExportOrder>),
}

/// What came of a dialog.
pub(super) struct Picked {
    pub ask: Ask,
    pub paths: Vec<PathBuf>,
}

/// An answer sooner than this came from no person.
const AT_ONCE: Duration = Duration::from_millis(400);
/// A dialog that shows nothing for so long is taken for missing.
const PATIENCE: Duration = Duration::from_secs(5);
/// Ending of library files.
const ENDING: &str = "faheng";

/// Endings that the dialog of files offers besides those that a folder is searched for.
const BESIDES: [&str; 2] = ["md", "zip"];

/// Opens a dialog with a title; `reports` names the files that it offers first. `answer` is called from another thread once it is closed.
pub(super) fn open(ask: Ask, [title, reports]: [&str; 2], answer: impl FnOnce(Picked) + Send + 'static) {
    let dialog = AsyncFileDialog::new().set_title(title);
    let library = |dialog: AsyncFileDialog| dialog.add_filter(ENDING, &[ENDING]);
    type Waiting = std::pin::Pin<Box<dyn Future<Output = Vec<PathBuf>> + Send>>;
    let one = |handle: Option<rfd::FileHandle>| handle.map(|file| file.path().to_owned()).into_iter().collect();
    let waiting: Waiting = match ask {
        Ask::Files => {
            let endings: Vec<&str> = intake::ENDINGS.into_iter().chain(BESIDES).collect();
            let picking = dialog.add_filter(reports, &endings).add_filter("*", &["*"]).pick_files();
            Box::pin(async move {
                picking.await.unwrap_or_default().into_iter().map(|file| file.path().to_owned()).collect()
            })
        }
        Ask::Folder | Ask::Export(_) => {
            let picking = dialog.pick_folder();
            Box::pin(async move { one(picking.await) })
        }
        Ask::Library => {
            let picking = library(dialog).pick_file();
            Box::pin(async move { one(picking.await) })
        }
        Ask::Keep => {
            let picking = library(dialog).set_file_name(format!("library.{ENDING}")).save_file();
            Box::pin(async move { one(picking.await) })
        }
    };
    let waiter = move || answer(Picked { paths: pollster::block_on(waiting), ask });
    // Without a thread nothing is answered, and the field for a typed path comes up.
    Builder::new().name("dialog".into()).spawn(waiter).ok();
}

/// The one dialog that can be open.
#[derive(Default)]
pub(super) struct Dialogs {
    waiting: Option<(Ask, Instant)>,
    typed: Option<Typed>,
    /// Whether the field takes the place of every dialog of the system.
    pub typing: bool,
}

/// The field for typed paths.
struct Typed {
    ask: Ask,
    text: String,
    fresh: bool,
}

impl Dialogs {
    /// Whether another may be opened.
    pub fn is_free(&self) -> bool {
        self.waiting.is_none() && self.typed.is_none()
    }

    /// Opens the field for typed paths.
    pub fn ask_to_type(&mut self, ask: Ask) {
        self.typed = Some(Typed { ask, text: String::new(), fresh: true });
    }

    /// A dialog of the system was opened.
    pub fn opened(&mut self, ask: Ask, context: &Context) {
        self.waiting = Some((ask, Instant::now()));
        context.request_repaint_after(PATIENCE);
    }

    /// A dialog of the system was closed. `None` when no person did it, and the field is open now.
    pub fn closed(&mut self, picked: Picked) -> Option<Picked> {
        let since = self.waiting.take().map(|(_, since)| since.elapsed());
        if !picked.paths.is_empty() {
            self.typed = None;
            return Some(picked);
        }
        if since.is_some_and(|since| since < AT_ONCE) {
            self.ask_to_type(picked.ask);
        } else {
            // The field came up beside a dialog that a person then closed.
            self.typed.take_if(|typed| typed.text.trim().is_empty());
        }
        None
    }

    /// Opens the field when a dialog of the system shows nothing.
    pub fn look(&mut self) {
        if let Some((ask, since)) = &self.waiting
            && since.elapsed() >= PATIENCE
            && self.typed.is_none()
        {
            self.ask_to_type(ask.clone());
        }
    }

    /// Paints the field, if it is open.
    pub fn ui(&mut self, ui: &Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
        let Some(typed) = &mut self.typed else { return };
        let mut done = None;
        let modal = theme::modal(ui, "typed_path").show(ui.ctx(), |ui| {
            ui.set_width(560.0_f32.min(ui.ctx().content_rect().width() - 2.0 * space::XL));
            done = field(ui, typed, cx);
        });
        if modal.should_close() {
            done = Some(false);
        }
        if let Some(accepted) = done {
            if accepted {
                actions.extend(answer(&typed.ask, paths(&typed.text)));
            }
            self.typed = None;
            self.waiting = None;
        }
    }
}

fn field(ui: &mut Ui, typed: &mut Typed, cx: &Cx<'_>) -> Option<bool> {
    let (title, hint, several) = match &typed.ask {
        Ask::Files => ("typed-files", "typed-files-hint", true),
        Ask::Folder => ("typed-folder", "typed-folder-hint", false),
        Ask::Library => ("typed-library", "typed-library-hint", false),
        Ask::Keep => ("typed-keep", "typed-keep-hint", false),
        Ask::Export(_) => ("typed-export", "typed-export-hint", false),
    };
    ui.label(theme::title(cx.text(title)));
    let hint = cx.format(hint, &[("formats", cx.text("formats-read").into())]);
    let label = ui.label(theme::note(hint, cx.tokens));
    // Asked of the key itself: in a slow frame Ctrl is up again before the frame is painted.
    let sent = several && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let edit = if several {
        TextEdit::multiline(&mut typed.text).desired_rows(4)
    } else {
        TextEdit::singleline(&mut typed.text)
    };
    let edit = ui.add(edit.desired_width(f32::INFINITY)).labelled_by(label.id);
    if std::mem::take(&mut typed.fresh) {
        edit.request_focus();
    }
    let ready = !paths(&typed.text).is_empty();
    let mut done = None;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if ui.add_enabled(ready, eframe::egui::Button::new(cx.text("typed-accept"))).clicked() {
            done = Some(true);
        }
        if ui.button(cx.text("typed-cancel")).clicked() {
            done = Some(false);
        }
    });
    // In a field of several lines Enter is a new line.
    let entered = !several && edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if ready && (sent || entered) {
        done = Some(true);
    }
    done
}

/// One path a line; quotes around it, as file managers copy them, are taken off.
fn paths(text: &str) -> Vec<PathBuf> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| home(unquoted(line))).collect()
}

fn unquoted(line: &str) -> &str {
    ['"', '\''].iter().find_map(|quote| line.strip_prefix(*quote)?.strip_suffix(*quote)).unwrap_or(line)
}

fn home(path: &str) -> PathBuf {
    match path.strip_prefix("~/").zip(std::env::home_dir()) {
        Some((rest, home)) => home.join(rest),
        None => path.into(),
    }
}

/// What is to be done with the paths that were picked or typed.
pub(super) fn answer(ask: &Ask, paths: Vec<PathBuf>) -> Option<Action> {
    let first = paths.first()?.clone();
    Some(match ask {
        Ask::Files | Ask::Folder => Action::Import(paths),
        Ask::Library => Action::OpenLibrary(first),
        Ask::Keep if first.extension().is_none() => Action::KeepAs(first.with_extension(ENDING)),
        Ask::Keep => Action::KeepAs(first),
        Ask::Export(order) => Action::ExportTo(first, order.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_paths_lose_their_quotes_and_nothing_else() {
        let found = paths("/a/沈阳市 \"一\".txt\n\n  '/b c/d.html'  \n\"/e/f g.docx\"\n");
        assert_eq!(found, ["/a/沈阳市 \"一\".txt", "/b c/d.html", "/e/f g.docx"].map(PathBuf::from));
    }

    #[test]
    fn no_dialog_opens_the_field_and_a_person_s_no_does_not() {
        let picked = |paths: &[&str]| Picked { ask: Ask::Files, paths: paths.iter().map(PathBuf::from).collect() };
        let waiting =
            |since: Duration| Dialogs { waiting: Some((Ask::Files, Instant::now() - since)), ..Dialogs::default() };
        let context = Context::default();
        let mut dialogs = Dialogs::default();
        dialogs.opened(Ask::Files, &context);
        assert!(!dialogs.is_free());
        assert!(dialogs.closed(picked(&[])).is_none() && dialogs.typed.is_some(), "closed at once: no dialog is there");
        let mut dialogs = waiting(AT_ONCE * 2);
        assert!(dialogs.closed(picked(&[])).is_none() && dialogs.is_free(), "a person cancelled");
        let mut dialogs = waiting(PATIENCE);
        dialogs.look();
        assert!(dialogs.typed.is_some(), "a dialog that hangs");
        assert!(dialogs.closed(picked(&["/a"])).is_some() && dialogs.is_free(), "and comes up after all");
        let mut dialogs = waiting(PATIENCE);
        dialogs.look();
        assert!(dialogs.closed(picked(&[])).is_none() && dialogs.is_free(), "and is cancelled after all");
    }
}
