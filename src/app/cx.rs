//! What every view sees while it paints.

use std::sync::Arc;

use crate::figures::Catalogue;
use crate::i18n::{Arg, Locale, Texts, labels};
use crate::jobs::desk::Overview;

use super::selection::Selection;
use super::theme::Tokens;

/// The surroundings of a view; nothing in it can be changed from there.
pub struct Cx<'a> {
    /// The texts of the window's language.
    pub texts: &'a Texts,
    /// The colours of the theme shown.
    pub tokens: &'static Tokens,
    /// The indicators.
    pub catalogue: &'static Catalogue,
    /// What the library holds, once it is known.
    pub overview: Option<&'a Arc<Overview>>,
    /// What is chosen.
    pub selection: &'a Selection,
    /// Whether a job runs that changes the library.
    pub busy: bool,
}

impl Cx<'_> {
    /// A text.
    pub fn text(&self, id: &str) -> String {
        self.texts.get(id)
    }

    /// A text with arguments.
    pub fn format(&self, id: &str, arguments: &[(&str, Arg<'_>)]) -> String {
        self.texts.format(id, arguments)
    }

    /// The window's language.
    pub fn locale(&self) -> Locale {
        self.texts.locale()
    }

    /// The name of an indicator; its id where the catalogue does not know it.
    pub fn indicator<'b>(&'b self, id: &'b str) -> &'b str {
        labels::indicator_of(id, self.catalogue, self.locale())
    }
}
