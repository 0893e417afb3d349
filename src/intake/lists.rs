//! Lists with automatic numbers: 一、 and （一） that a word processor shows but does not store in the text.

use std::collections::HashMap;

use super::numerals::formatted;

/// Most characters of a mark: longer ones would be more text than the file holds.
const MARK: usize = 64;

/// Levels of a list.
pub(super) const LEVELS: usize = 9;

/// One level of a list.
#[derive(Clone, Debug)]
pub(super) struct Level {
    /// Its first number.
    pub(super) start: u32,
    /// How its numbers are written, by the name that Word files of 2007 and later have for it.
    pub(super) format: String,
    /// The mark with `%1` for the number of the first level.
    pub(super) text: String,
    /// Upper levels are shown in decimal digits.
    pub(super) legal: bool,
    /// It counts from its start again after a number of an upper level.
    pub(super) restarts: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new(), legal: false, restarts: true }
    }
}

/// The layout of a list, which several lists can share.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// Its levels, the first the uppermost.
    pub(super) levels: Vec<Level>,
    /// The style whose list is meant instead.
    pub(super) style_link: Option<String>,
    /// Level by the style that asks for it.
    pub(super) by_style: HashMap<String, usize>,
}

/// A list: a layout with its own starts.
#[derive(Debug, Default)]
pub(super) struct List {
    /// The layout that it counts in.
    pub(super) layout: u32,
    /// First numbers of its own, by level.
    pub(super) starts: Vec<(usize, u32)>,
}

/// A numbering that a paragraph or a style asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbered {
    /// The list; 0 for none at all.
    pub(super) list: Option<u32>,
    /// The level in it.
    pub(super) level: Option<usize>,
}

/// All lists, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Layouts by their ids.
    pub(super) layouts: HashMap<u32, Layout>,
    /// Lists by their ids.
    pub(super) lists: HashMap<u32, List>,
    /// Last number by layout and level.
    counters: HashMap<u32, [Option<u32>; LEVELS]>,
    /// Lists whose own starts have been set.
    begun: Vec<(u32, usize)>,
}

impl Numbering {
    /// The style whose list stands for this one, where the list only points to a style.
    pub(super) fn linked_style(&self, list: u32) -> Option<&str> {
        self.layouts.get(&self.lists.get(&list)?.layout)?.style_link.as_deref()
    }

    /// Counts a paragraph of a list and gives the mark to show before it.
    pub(super) fn next(&mut self, numbered: Numbered, style: Option<&str>) -> Option<String> {
        let id = numbered.list.filter(|id| *id != 0)?;
        let list = self.lists.get(&id)?;
        let layout = self.layouts.get(&list.layout)?;
        let by_style = || style.and_then(|style| layout.by_style.get(style)).copied();
        let at = numbered.level.or_else(by_style).unwrap_or(0).min(LEVELS - 1);
        let level = layout.levels.get(at)?;
        let counters = self.counters.entry(list.layout).or_insert([None; LEVELS]);
        let own = list.starts.iter().find(|(level, _)| *level == at).map(|(_, start)| *start);
        let start = match own {
            Some(start) if !self.begun.contains(&(id, at)) => {
                self.begun.push((id, at));
                counters[at] = None;
                start
            }
            _ => level.start,
        };
        counters[at] = Some(counters[at].map_or(start, |last| last.saturating_add(1)));
        for (deeper, counter) in counters.iter_mut().enumerate().skip(at + 1) {
            if layout.levels.get(deeper).is_none_or(|level| level.restarts) {
                *counter = None;
            }
        }
        Some(mark(level, layout, counters)).filter(|mark| !mark.is_empty())
    }
}

/// The mark of a level with the numbers filled in.
fn mark(level: &Level, layout: &Layout, counters: &[Option<u32>; LEVELS]) -> String {
    if level.format == "bullet" {
        return String::new();
    }
    let mut mark = String::new();
    let mut rest = level.text.chars().take(MARK).peekable();
    while let Some(c) = rest.next() {
        let which = rest.peek().and_then(|next| next.to_digit(10)).filter(|digit| c == '%' && *digit > 0);
        let Some(which) = which else {
            mark.push(c);
            continue;
        };
        rest.next();
        let at = which as usize - 1;
        if let Some(upper) = layout.levels.get(at) {
            let format = if level.legal { "decimal" } else { &upper.format };
            mark.push_str(&formatted(counters.get(at).copied().flatten().unwrap_or(upper.start), format));
        }
    }
    // A mark that ends in a digit would run into a number at the start of the text.
    if mark.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        mark.push(' ');
    }
    mark
}
