//! The keyboard in the grid: arrows move, Enter opens, Shift+Enter marks, Shift+F10 shows the menu, Space
//! chooses the body.

use eframe::egui::{EventFilter, Key, Modifiers, Rect, Ui};

use super::{Board, Cell, State, cells};
use crate::app::action::Action;
use crate::app::library::choose;
use crate::app::library::grid::plan::ROW;
use crate::app::library::menu::Menu;

/// Reads the keys; whether the place of the keyboard moved.
pub fn read(ui: &Ui, state: &mut State, board: &Board<'_>, actions: &mut Vec<Action>) -> bool {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(board.id, filter));
    let pressed = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
    // A key with Shift first: without it the same key would be taken for it.
    let marking = pressed(Modifiers::SHIFT, Key::Enter);
    if marking || pressed(Modifiers::NONE, Key::Enter) {
        enter(state, board, marking, actions);
    }
    if pressed(Modifiers::SHIFT, Key::F10)
        && let Some((cell, at)) = here(state, board)
    {
        state.menu = Some(Menu::new(cell, at, true));
    }
    if pressed(Modifiers::NONE, Key::Space)
        && let Some((row, _)) = board.row(state.line)
    {
        actions.push(choose::toggle_body(board.cx.selection, &row.body));
    }
    moved(state, board, pressed)
}

fn enter(state: &mut State, board: &Board<'_>, marking: bool, actions: &mut Vec<Action>) {
    if let Some((cell, at)) = here(state, board) {
        cells::act(state, board, cell, at, marking, true, actions);
    } else if let Some((row, _)) = board.row(state.line) {
        actions.push(choose::toggle_body(board.cx.selection, &row.body));
    }
}

/// The cell of the keyboard and where it lies; none while it is on a name.
fn here(state: &State, board: &Board<'_>) -> Option<(Cell, Rect)> {
    let at = state.column?;
    let (_, line) = board.row(state.line)?;
    let column = *board.plan.columns.get(at)?;
    Some((Cell { row: line.row, column }, board.plan.cell(state.line, at)))
}

fn moved(state: &mut State, board: &Board<'_>, pressed: impl Fn(Modifiers, Key) -> bool) -> bool {
    let before = (state.line, state.column);
    let (lines, columns) = (board.plan.lines, board.plan.columns.len());
    let page = ((board.plan.body_seen().height() / ROW) as usize).max(1);
    let none = Modifiers::NONE;
    // The name is the column before the first.
    let mut at = state.column.map_or(0, |column| column + 1);
    let to_end = pressed(Modifiers::CTRL, Key::End);
    let to_start = pressed(Modifiers::CTRL, Key::Home);
    for (hit, line) in [
        (pressed(none, Key::ArrowDown), state.line.saturating_add(1)),
        (pressed(none, Key::ArrowUp), state.line.saturating_sub(1)),
        (pressed(none, Key::PageDown), state.line.saturating_add(page)),
        (pressed(none, Key::PageUp), state.line.saturating_sub(page)),
        (to_end, usize::MAX),
        (to_start, 0),
    ] {
        if hit {
            state.line = line.min(lines.saturating_sub(1));
        }
    }
    for (hit, column) in [
        (pressed(none, Key::ArrowRight), at.saturating_add(1)),
        (pressed(none, Key::ArrowLeft), at.saturating_sub(1)),
        (pressed(none, Key::End), usize::MAX),
        (pressed(none, Key::Home), 0),
    ] {
        if hit {
            at = column.min(columns);
        }
    }
    state.column = at.checked_sub(1);
    before != (state.line, state.column)
}
