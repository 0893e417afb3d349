//! What lies above the views: dialogs, menus, lists of pickers. Each takes the keyboard when it opens, keeps Tab to
//! itself, and gives the keyboard back when it closes.

use eframe::egui::{Context, Id, Key, LayerId, Order, Popup};

use super::order;

/// What is open, the lowest first.
#[derive(Debug, Default)]
pub struct Above {
    open: Vec<Open>,
}

#[derive(Debug)]
struct Open {
    layer: LayerId,
    dialog: bool,
    /// What had the keyboard before.
    back: Option<Id>,
    /// Whether it still waits for the keyboard: while it is measured nothing in it can have that.
    waits: bool,
}

/// The dialog on top and the popup above it or above the views, as the pass before had them.
fn seen(context: &Context) -> [Option<LayerId>; 2] {
    let dialog = context.memory(|memory| memory.top_modal_layer());
    let below = dialog.unwrap_or_else(LayerId::background);
    let popup = context.viewport(|viewport| {
        let state = viewport.prev_pass.layers.get(&below);
        state.and_then(|state| state.open_popups.iter().min_by_key(|id| id.value()).copied())
    });
    [dialog, popup.map(|id| LayerId::new(Order::Foreground, id))]
}

impl Above {
    /// Whether anything is open.
    pub fn is_any(&self) -> bool {
        !self.open.is_empty()
    }

    /// Whether a dialog is open.
    pub fn is_dialog(&self) -> bool {
        self.open.iter().any(|open| open.dialog)
    }

    /// The layer on top.
    pub fn layer(&self) -> Option<LayerId> {
        self.open.last().map(|open| open.layer)
    }

    /// Takes up what opened and closed; gives the widget that is to have the keyboard now, where that changes.
    /// `last` had it in the pass before. The second is whether something closed.
    pub fn settle(&mut self, context: &Context, last: Option<Id>, by_keys: bool) -> (Option<Id>, bool) {
        let seen = seen(context);
        let closed = self.open.drain(self.staying(seen)..).next();
        let now = context.memory(|memory| memory.focused());
        let told = closed.as_ref().and_then(|closed| returned(context, closed, now));
        for (layer, dialog) in seen.into_iter().zip([true, false]) {
            if let Some(layer) = layer.filter(|layer| self.open.iter().all(|open| open.layer != *layer)) {
                // What opened in place of something else gives back to where that would have.
                self.open.push(Open { layer, dialog, back: told.or(last), waits: dialog || by_keys });
            }
        }
        let given = match self.open.last_mut().filter(|open| open.waits) {
            Some(open) => entered(context, open, now),
            None => told,
        };
        (given, closed.is_some())
    }

    /// How many of those open are so still. A new dialog stands above the one that opened it.
    fn staying(&self, [dialog, popup]: [Option<LayerId>; 2]) -> usize {
        let dialogs = || self.open.iter().take_while(|open| open.dialog).count();
        let at = |layer| self.open.iter().position(|open| open.layer == layer);
        let below = dialog.map_or(0, |layer| at(layer).map_or_else(dialogs, |at| at + 1));
        let above = self.open.get(below).is_some_and(|open| Some(open.layer) == popup);
        below + usize::from(above)
    }

    /// Closes a list from which keys took something: egui closes it for a click alone.
    pub fn take(&self, context: &Context) {
        let Some(open) = self.open.last().filter(|open| !open.dialog) else { return };
        let pressed = context.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space));
        let now = context.memory(|memory| memory.focused()).filter(|_| pressed && !context.text_edit_focused());
        if now.is_some_and(|id| order::of_layer(context, open.layer).contains(&id)) {
            Popup::close_all(context);
        }
    }
}

/// The widget that had the keyboard before something was open, unless another has asked for it since.
fn returned(context: &Context, closed: &Open, now: Option<Id>) -> Option<Id> {
    let layer = |id| context.viewport(|viewport| viewport.prev_pass.widgets.get(id).map(|widget| widget.layer_id));
    let taken = now.is_some_and(|id| layer(id).is_some_and(|own| own != closed.layer));
    closed.back.filter(|id| !taken && order::is_there(context, *id))
}

/// The first widget of what opened, unless one of its own has the keyboard.
fn entered(context: &Context, open: &mut Open, now: Option<Id>) -> Option<Id> {
    let widgets = order::of_layer(context, open.layer);
    open.waits = widgets.is_empty();
    if now.is_some_and(|id| widgets.contains(&id)) { None } else { widgets.first().copied() }
}
