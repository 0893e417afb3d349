//! The panes of the window: each says while it is painted which widgets are its own.

use std::ops::Range;

use eframe::egui::{Context, Id, LayerId, Rect, Ui};

use super::order;

/// Where a pane stands on the way of F6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Region {
    /// The top bar.
    Top,
    /// The rail.
    Rail,
    /// A pane of the view; they follow each other as one reads.
    View,
    /// The notices.
    Notices,
    /// The status line.
    Status,
}

/// A pane that was painted: where it lies, and the turns in which its widgets were painted.
#[derive(Clone, Debug)]
struct Place {
    region: Region,
    rect: Rect,
    turns: Range<usize>,
}

/// The panes of one pass.
#[derive(Clone, Debug, Default)]
struct Painted {
    pass: u64,
    panes: Vec<Place>,
}

/// A pane that is being painted, until this is dropped.
#[must_use]
pub struct Pane {
    context: Context,
    region: Region,
    rect: Rect,
    from: usize,
}

/// Begins a pane: what takes the keyboard from here to the end of the block is in it, unless it is in a pane within.
pub fn pane(ui: &Ui, region: Region) -> Pane {
    Pane { context: ui.ctx().clone(), region, rect: ui.available_rect_before_wrap(), from: turn(ui.ctx()) }
}

impl Drop for Pane {
    fn drop(&mut self) {
        let (turns, pass) = (self.from..turn(&self.context), self.context.cumulative_pass_nr());
        self.context.data_mut(|data| {
            let painted = data.get_temp_mut_or_default::<Painted>(key());
            if painted.pass != pass {
                *painted = Painted { pass, panes: Vec::new() };
            }
            painted.panes.push(Place { region: self.region, rect: self.rect, turns });
        });
    }
}

/// How many widgets of the window itself were painted so far.
fn turn(context: &Context) -> usize {
    context.viewport(|viewport| viewport.this_pass.widgets.get_layer(LayerId::background()).count())
}

fn key() -> Id {
    Id::unique("keyboard_panes")
}

/// A pane of the pass before, and its widgets in reading order.
#[derive(Debug)]
pub struct Filled {
    pub region: Region,
    pub widgets: Vec<Id>,
}

/// The panes that hold something, on the way of F6.
pub fn all(context: &Context) -> Vec<Filled> {
    let mut panes = context.data(|data| data.get_temp::<Painted>(key())).unwrap_or_default().panes;
    // A bottom panel is painted before what lies above it.
    panes.sort_by(|a, b| a.rect.top().total_cmp(&b.rect.top()).then(a.turns.start.cmp(&b.turns.start)));
    let mut panes = order::read(panes, |pane| pane.rect);
    panes.sort_by_key(|pane| pane.region);
    let mut rest = order::spots(context, LayerId::background());
    let mut widgets: Vec<Vec<_>> = panes.iter().map(|_| Vec::new()).collect();
    // The shortest first: a pane within another has its widgets for itself.
    let mut inner: Vec<usize> = (0..panes.len()).collect();
    inner.sort_by_key(|at| panes[*at].turns.len());
    for at in inner {
        let turns = &panes[at].turns;
        widgets[at] = order::within(&rest, turns);
        rest.retain(|spot| !turns.contains(&spot.turn));
    }
    let filled = panes.into_iter().zip(widgets).filter(|(_, widgets)| !widgets.is_empty());
    filled.map(|(pane, widgets)| Filled { region: pane.region, widgets: order::ids(widgets) }).collect()
}

/// The first widget of the view.
pub fn first_of_view(context: &Context) -> Option<Id> {
    let panes = all(context);
    panes.iter().find(|pane| pane.region == Region::View)?.widgets.first().copied()
}
