//! Keys that hold everywhere, and files that are dropped on the window.

use eframe::egui::{Key, Modifiers, Ui};

use super::action::{Action, Place};
use super::keyboard;
use super::state::App;

/// Keys and the texts that say what they do.
pub(super) const LIST: &[(&str, &str)] = &[
    ("Ctrl+O", "key-open-files"),
    ("Ctrl+Shift+O", "key-open-library"),
    ("Ctrl+1 … Ctrl+4", "key-views"),
    ("Alt+←  Alt+→", "key-way"),
    ("Ctrl+E", "key-export"),
    ("Ctrl+F", "key-find"),
    ("F6  Shift+F6", "key-panes"),
    ("Tab  Shift+Tab", "key-tab"),
    ("↑ ↓ ← →  Enter", "key-arrows"),
    ("J  K", "key-figures"),
    ("Esc", "key-escape"),
    ("F1", "key-list"),
];

/// Keys of the whole window. Letters without Ctrl or Alt belong to the views.
pub(super) fn read(ui: &Ui, app: &App, actions: &mut Vec<Action>) {
    let dropped: Vec<_> = ui.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
    if !dropped.is_empty() {
        actions.push(Action::Import(dropped));
    }
    let pressed = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::NONE, Key::F1) {
        actions.push(Action::ShowKeys(!app.keys_open));
    }
    if app.keyboard.is_dialog_open() {
        return;
    }
    let command = Modifiers::COMMAND;
    let views = [Key::Num1, Key::Num2, Key::Num3, Key::Num4];
    for (key, place) in views.into_iter().zip(Place::ALL) {
        if pressed(command, key) {
            // Into the view: the bar that has the keyboard lets go of it.
            keyboard::leave(ui.ctx());
            actions.push(Action::Visit(place));
        }
    }
    for (modifiers, key, action) in [
        (command | Modifiers::SHIFT, Key::O, Action::ChooseLibrary),
        (command, Key::O, Action::ChooseFiles),
        (Modifiers::ALT, Key::ArrowLeft, Action::Back),
        (Modifiers::ALT, Key::ArrowRight, Action::Forward),
    ] {
        if pressed(modifiers, key) {
            actions.push(action);
        }
    }
}
