//! Filters and sorts a library for the view: at once where that is nothing, beside the frame where it is much.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::Builder;

use eframe::egui::Context;

use super::filter::{Filter, Line};
use super::order::Order;
use super::tree::Index;
use crate::jobs::desk::Overview;

/// Reports that are gone through within the frame: a quarter of a millisecond.
const AT_ONCE: usize = 2_000;

/// What is shown of a library, all of one moment.
#[derive(Debug, Default)]
pub struct Shown {
    /// The library.
    pub overview: Arc<Overview>,
    /// What is looked up in it.
    pub index: Arc<Index>,
    /// The filter that made this.
    pub filter: Filter,
    /// The order of `reports`.
    pub order: Order,
    /// The bodies of the grid.
    pub lines: Vec<Line>,
    /// The reports of the list: indices of `overview.reports`.
    pub reports: Vec<u32>,
}

impl Shown {
    fn new(overview: &Arc<Overview>, index: Option<Arc<Index>>, filter: Filter, order: Order) -> Self {
        let index = index.unwrap_or_else(|| Arc::new(Index::new(overview)));
        let lines = filter.lines(overview, &index);
        let mut reports = filter.reports(overview, &index);
        order.sort(overview, &mut reports);
        Self { overview: Arc::clone(overview), index, filter, order, lines, reports }
    }

    /// Whether it answers that question.
    fn answers(&self, overview: &Arc<Overview>, filter: &Filter, order: Order) -> bool {
        Arc::ptr_eq(&self.overview, overview) && self.filter == *filter && self.order == order
    }
}

/// Keeps what is shown until something else is asked for.
#[derive(Debug, Default)]
pub struct Sieve {
    shown: Option<Arc<Shown>>,
    coming: Option<Receiver<Shown>>,
}

impl Sieve {
    /// What to show: of this question, or of the one before while this one is worked on. `None` before the first.
    pub fn sift(
        &mut self,
        overview: &Arc<Overview>,
        filter: &Filter,
        order: Order,
        context: &Context,
    ) -> Option<Arc<Shown>> {
        self.fetch();
        let known = self.shown.as_ref().is_some_and(|shown| shown.answers(overview, filter, order));
        if !known && self.coming.is_none() {
            self.ask(overview, filter, order, context);
        }
        self.shown.clone()
    }

    fn fetch(&mut self) {
        let Some(coming) = &self.coming else { return };
        match coming.try_recv() {
            Ok(shown) => self.shown = Some(Arc::new(shown)),
            Err(TryRecvError::Empty) => return,
            Err(TryRecvError::Disconnected) => {}
        }
        self.coming = None;
    }

    /// One question at a time: whatever was typed meanwhile is asked when its answer is here.
    fn ask(&mut self, overview: &Arc<Overview>, filter: &Filter, order: Order, context: &Context) {
        let index = self.shown.as_ref().filter(|shown| Arc::ptr_eq(&shown.overview, overview));
        let index = index.map(|shown| Arc::clone(&shown.index));
        let (overview, filter) = (Arc::clone(overview), filter.clone());
        if overview.reports.len() <= AT_ONCE {
            self.shown = Some(Arc::new(Shown::new(&overview, index, filter, order)));
            return;
        }
        let (sender, coming) = channel();
        let context = context.clone();
        let work = move || {
            // Nobody waits for it any more where the view is gone.
            sender.send(Shown::new(&overview, index, filter, order)).ok();
            context.request_repaint();
        };
        // Without a thread there is no answer, and the question is asked again in the next frame.
        if Builder::new().name("library_sieve".to_owned()).spawn(work).is_ok() {
            self.coming = Some(coming);
        }
    }
}
