//! Where the keyboard is. It goes into what opens and comes back when that closes; Tab goes on as one reads, F6 from
//! pane to pane; a ring shows where it is.
//!
//! egui knows which widget has the keyboard and which widgets there are; this decides which is next. It looks once
//! before each pass, at the widgets of the pass before.

mod above;
mod order;
mod panes;
mod ring;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use eframe::egui::{Context, Event, FocusDirection, Id, Key, Modifiers, Rect};

use super::action::Place;
use above::Above;
pub(super) use panes::{Region, pane};
pub(super) use ring::follow;

/// How far from a widget that vanished the next one may lie that takes its place.
const NEAR: f32 = 48.0;
/// How many widgets are remembered that had the keyboard.
const RECENT: usize = 32;

/// What is remembered from pass to pass.
#[derive(Debug, Default)]
pub(super) struct Keyboard {
    above: Above,
    /// The widget that had the keyboard in the pass before, and where it was.
    last: Option<(Id, Rect)>,
    /// Those that had it, the latest last.
    recent: Vec<Id>,
    /// The view that was painted last, and what had the keyboard in each view.
    view: Option<Place>,
    views: BTreeMap<Place, Id>,
    /// Whether a key came later than the last press of the pointer.
    by_keys: bool,
}

impl Keyboard {
    /// Looks at what opened and closed, and follows Tab and F6. To be called before anything is painted; `view` is the
    /// view that is going to be.
    pub fn begin(&mut self, context: &Context, view: Place) {
        let keys = context.input(|input| {
            input.events.iter().fold(None, |last, event| match event {
                Event::Key { pressed: true, .. } => Some(true),
                Event::PointerButton { pressed: true, .. } => Some(false),
                _ => last,
            })
        });
        self.by_keys = keys.unwrap_or(self.by_keys);
        if self.view.replace(view) != Some(view) {
            self.change_view(context, view);
        }
        let last = self.last.map(|(id, _)| id);
        let (told, closed) = self.above.settle(context, last, self.by_keys);
        if let Some(id) = told {
            give(context, id);
        } else if !closed && !self.above.is_any() {
            self.replace(context);
        }
        for (modifiers, back) in [(Modifiers::SHIFT, true), (Modifiers::NONE, false)] {
            // With Shift first: a key without it would be taken for both.
            if context.input_mut(|input| input.consume_key(modifiers, Key::Tab)) {
                context.memory_mut(|memory| memory.move_focus(FocusDirection::None));
                self.walk(context, back);
            }
            if context.input_mut(|input| input.consume_key(modifiers, Key::F6)) && !self.above.is_any() {
                self.change_pane(context, back);
            }
        }
        self.note(context);
    }

    /// Whether a dialog lies above the views.
    pub fn is_dialog_open(&self) -> bool {
        self.above.is_dialog()
    }

    /// Paints the ring. To be called after everything is painted.
    pub fn end(&self, context: &Context) {
        self.above.take(context);
        if self.by_keys {
            ring::paint(context);
        }
    }

    /// A view gets back the keyboard as it had it, unless a bar of the window has it now.
    fn change_view(&mut self, context: &Context, view: Place) {
        self.last = None;
        let now = context.memory(|memory| memory.focused());
        let panes = panes::all(context);
        let in_bar = |id| panes.iter().any(|pane| pane.region != Region::View && pane.widgets.contains(&id));
        if now.is_none_or(|id| !in_bar(id)) {
            leave(context);
            self.views.get(&view).into_iter().for_each(|id| give(context, *id));
        }
    }

    /// Where a widget vanished that had the keyboard, the nearest takes it.
    fn replace(&self, context: &Context) {
        let Some((id, rect)) = self.last else { return };
        let escaped = context.input(|input| input.key_pressed(Key::Escape));
        let free = context.memory(|memory| memory.focused()).is_none();
        if self.by_keys && free && !escaped && !order::is_there(context, id) {
            let near = order::nearest(context, rect.center(), NEAR);
            near.into_iter().for_each(|id| give(context, id));
        }
    }

    fn walk(&self, context: &Context, back: bool) {
        let order = match self.above.layer() {
            Some(layer) => order::of_layer(context, layer),
            None => panes::all(context).into_iter().flat_map(|pane| pane.widgets).collect(),
        };
        let now = context.memory(|memory| memory.focused());
        let at = now.and_then(|id| order.iter().position(|own| *own == id));
        let count = order.len();
        let next = match (at, back) {
            (Some(at), false) => (at + 1) % count,
            (Some(at), true) => (at + count - 1) % count,
            // From nowhere Tab leads into the view, not over all the bars before it.
            (None, _) => {
                let view = panes::first_of_view(context).and_then(|id| order.iter().position(|own| *own == id));
                let first = view.filter(|_| !self.above.is_any()).unwrap_or_default();
                if back { (first + count.max(1) - 1) % count.max(1) } else { first }
            }
        };
        order.get(next).into_iter().for_each(|id| give(context, *id));
    }

    /// The next pane, at the widget that had the keyboard in it last.
    fn change_pane(&self, context: &Context, back: bool) {
        let panes = panes::all(context);
        let count = panes.len();
        let now = context.memory(|memory| memory.focused());
        let at = now.and_then(|id| panes.iter().position(|pane| pane.widgets.contains(&id)));
        let view = panes.iter().position(|pane| pane.region == Region::View).unwrap_or_default();
        let next = match (at, back) {
            _ if count == 0 => return,
            (Some(at), false) => (at + 1) % count,
            (Some(at), true) => (at + count - 1) % count,
            (None, false) => view,
            (None, true) => (view + count - 1) % count,
        };
        let widgets = &panes[next].widgets;
        let known = self.recent.iter().rev().find(|id| widgets.contains(id));
        known.or(widgets.first()).into_iter().for_each(|id| give(context, *id));
    }

    fn note(&mut self, context: &Context) {
        // Arrows find the edges of panes too, which are for the pointer.
        let on_edge = context.memory(|memory| memory.focused()).is_some_and(|id| order::is_edge(context, id));
        if let Some((last, _)) = self.last.filter(|_| on_edge) {
            give(context, last);
        }
        let now = context.memory(|memory| memory.focused());
        let moved = now.filter(|id| self.by_keys && self.last.map(|(last, _)| last) != Some(*id));
        ring::moved(context, moved);
        let rect = |id: Id| context.viewport(|viewport| viewport.prev_pass.widgets.get(id).map(|widget| widget.rect));
        self.last = now.map(|id| (id, rect(id).unwrap_or(Rect::NOTHING)));
        if let Some(id) = now.filter(|id| self.recent.last() != Some(id)) {
            let in_view =
                || panes::all(context).iter().any(|pane| pane.region == Region::View && pane.widgets.contains(&id));
            if let Some(view) = self.view.filter(|_| in_view()) {
                self.views.insert(view, id);
            }
            self.recent.retain(|own| *own != id);
            self.recent.push(id);
            let over = self.recent.len().saturating_sub(RECENT);
            self.recent.drain(..over);
        }
    }
}

/// Takes the keyboard from the widget that has it.
pub(super) fn leave(context: &Context) {
    context.memory_mut(|memory| memory.focused().into_iter().for_each(|id| memory.surrender_focus(id)));
}

fn give(context: &Context, id: Id) {
    context.memory_mut(|memory| memory.request_focus(id));
}
