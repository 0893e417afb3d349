//! Moving from figure to figure by keys.

use eframe::egui::{Id, Key, Modifiers, Popup, Ui};

use super::go;
use super::list::List;
use crate::app::action::Action;
use crate::jobs::desk::ReportPage;

/// ↑ and ↓ while the text, the list or nothing has the keyboard; J and K unless somebody types.
pub fn keys(
    ui: &Ui,
    list: &List,
    pane: Option<Id>,
    page: &ReportPage,
    chosen: Option<usize>,
    actions: &mut Vec<Action>,
) {
    if ui.ctx().text_edit_focused() || Popup::is_any_open(ui.ctx()) {
        return;
    }
    let focused = ui.memory(|memory| memory.focused());
    let here = focused.is_none() || focused == pane || focused == list.id();
    let forward = ui.input_mut(|input| {
        let mut pressed = |key: Key| input.count_and_consume_key(Modifiers::NONE, key) as isize;
        let letters = pressed(Key::J) - pressed(Key::K);
        let arrows = if here { pressed(Key::ArrowDown) - pressed(Key::ArrowUp) } else { 0 };
        letters + arrows
    });
    if forward == 0 {
        return;
    }
    if let Some(figure) = list.step(chosen, forward) {
        go(page, figure, actions);
    }
}
