//! What a view waits for.

use std::sync::Arc;

use crate::jobs::desk::Ticket;

/// A page that was asked for.
#[derive(Debug)]
pub enum Load<T> {
    /// Nothing was asked.
    Idle,
    /// Asked, not yet answered; what was shown before stays in view.
    Loading {
        /// The question.
        ticket: Ticket,
        /// The page before.
        before: Option<Arc<T>>,
    },
    /// Here.
    Ready(Arc<T>),
    /// It failed; the sentence says why and what to do.
    Failed(String),
}

impl<T> Load<T> {
    /// What can be painted.
    pub fn page(&self) -> Option<&Arc<T>> {
        match self {
            Self::Ready(page) => Some(page),
            Self::Loading { before, .. } => before.as_ref(),
            Self::Idle | Self::Failed(_) => None,
        }
    }

    /// Whether an answer is under way.
    pub fn is_loading(&self) -> bool {
        matches!(self, Self::Loading { .. })
    }

    /// Waits for the answer of a new question; `keep` says whether the page before stays in view.
    pub fn ask(&mut self, ticket: Ticket, keep: bool) {
        let before = if keep { self.page().cloned() } else { None };
        *self = Self::Loading { ticket, before };
    }

    /// Takes an answer if it is to the question that is waited for.
    pub fn answer(&mut self, ticket: Ticket, result: Result<Arc<T>, String>) -> bool {
        if !matches!(self, Self::Loading { ticket: own, .. } if *own == ticket) {
            return false;
        }
        *self = match result {
            Ok(page) => Self::Ready(page),
            Err(sentence) => Self::Failed(sentence),
        };
        true
    }
}
