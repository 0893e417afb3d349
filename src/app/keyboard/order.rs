//! In which order one reads the widgets of a layer.

use std::ops::Range;

use eframe::egui::{Context, Id, LayerId, Pos2, Rect};

/// What is thinner is the edge of a pane, to be drawn with the pointer.
const THIN: f32 = 10.0;

/// A widget that takes the keyboard: when it was painted, which it is, where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    pub turn: usize,
    pub id: Id,
    pub rect: Rect,
}

/// The widgets of a layer that take the keyboard, as they were painted in the pass before.
pub fn spots(context: &Context, layer: LayerId) -> Vec<Spot> {
    context.viewport(|viewport| {
        let widgets = viewport.prev_pass.widgets.get_layer(layer).enumerate();
        let taking = widgets.filter(|(_, widget)| {
            widget.enabled && widget.visible && widget.sense.is_focusable() && !is_thin(widget.rect)
        });
        taking.map(|(turn, widget)| Spot { turn, id: widget.id, rect: widget.rect }).collect()
    })
}

/// The widgets of a layer in reading order.
pub fn of_layer(context: &Context, layer: LayerId) -> Vec<Id> {
    ids(spots(context, layer))
}

/// In the order of painting, but from left to right where several stand in one row: a row can be painted from its
/// right end.
pub fn read<T>(mut painted: Vec<T>, rect: impl Fn(&T) -> Rect) -> Vec<T> {
    let in_row = |a: &T, b: &T| {
        let (a, b) = (rect(a), rect(b));
        a.y_range().intersection(b.y_range()).span() > 0.5 * a.height().min(b.height())
    };
    for row in painted.chunk_by_mut(in_row) {
        row.sort_by(|a, b| rect(a).left().total_cmp(&rect(b).left()));
    }
    painted
}

/// Which widgets they are, in reading order.
pub fn ids(spots: Vec<Spot>) -> Vec<Id> {
    read(spots, |spot| spot.rect).into_iter().map(|spot| spot.id).collect()
}

/// Those painted in one of the turns.
pub fn within(spots: &[Spot], turns: &Range<usize>) -> Vec<Spot> {
    spots.iter().filter(|spot| turns.contains(&spot.turn)).copied().collect()
}

fn is_thin(rect: Rect) -> bool {
    rect.size().min_elem() <= THIN
}

/// Whether a widget is the edge of a pane.
pub fn is_edge(context: &Context, id: Id) -> bool {
    context.viewport(|viewport| viewport.prev_pass.widgets.get(id).is_some_and(|widget| is_thin(widget.rect)))
}

/// Whether the pass before had the widget.
pub fn is_there(context: &Context, id: Id) -> bool {
    context.viewport(|viewport| viewport.prev_pass.widgets.contains(id))
}

/// The widget of the window itself that stands nearest.
pub fn nearest(context: &Context, to: Pos2, most: f32) -> Option<Id> {
    let spots = spots(context, LayerId::background()).into_iter();
    let far = spots.map(|spot| (spot.rect.distance_to_pos(to), spot.id));
    far.filter(|(far, _)| *far <= most).min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, id)| id)
}
