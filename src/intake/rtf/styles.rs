//! The style sheet: which paragraphs are headings.

use std::collections::HashMap;

use crate::intake::paragraphs::{named_level, outline_level};

/// Longest chain of styles based on one another.
const CHAIN: usize = 16;

/// A style of paragraphs.
#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<i32>,
    outline: Option<u8>,
}

/// The styles by their numbers.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<i32, Style>,
    /// The style being read: `None` for one of characters.
    number: Option<i32>,
    open: Style,
}

impl Styles {
    /// A group of the style sheet starts: a style, the default one unless it says another number.
    pub(super) fn start(&mut self) {
        self.number = Some(0);
        self.open = Style::default();
    }

    /// A control word inside a style.
    pub(super) fn word(&mut self, word: &[u8], number: Option<i32>) {
        match word {
            b"s" => self.number = number,
            b"cs" | b"ds" | b"ts" => self.number = None,
            b"sbasedon" => self.open.based_on = number,
            b"outlinelevel" | b"soutlvl" => self.open.outline = number.and_then(|level| u8::try_from(level).ok()),
            _ => {}
        }
    }

    /// Characters of a style's name, which a semicolon ends.
    pub(super) fn text(&mut self, text: &str) {
        let (name, ended) = text.split_once(';').map_or((text, false), |(name, _)| (name, true));
        self.open.name.push_str(name);
        let style = if ended { std::mem::take(&mut self.open) } else { return };
        if let Some(number) = self.number.take() {
            self.styles.entry(number).or_insert(Style { name: style.name.to_lowercase(), ..style });
        }
    }

    /// Level of the heading that a style makes, 0 a document title; `None` for body text.
    pub(super) fn heading(&self, number: i32) -> Option<u8> {
        let next = |style: &&Style| self.styles.get(&style.based_on?);
        std::iter::successors(self.styles.get(&number), next)
            .take(CHAIN)
            .find_map(|style| named_level(&style.name).or_else(|| outline_level(style.outline?)))
    }
}
