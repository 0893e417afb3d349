//! The pure chain from bytes to figures in one call: what `extract` prints and `import` stores.

use crate::figures::Figures;
use crate::identity::Identity;
use crate::intake::Document;
use crate::outline::Passages;

/// A report read from end to end.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The file and its blocks.
    pub document: Document,
    /// Who, when, what.
    pub identity: Identity,
    /// Its passages.
    pub passages: Passages,
    /// Its figures.
    pub figures: Figures,
}
