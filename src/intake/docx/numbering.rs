//! Automatic numbers: 一、 and （一） that Word shows but does not store in the text.

use std::collections::HashMap;

use super::styles::Numbered;
use crate::intake::numerals::formatted;
use crate::intake::xml::{self, Element, Node};

/// Levels of a list.
const LEVELS: usize = 9;

/// One level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// The mark with `%1` for the number of the first level.
    text: String,
    /// Upper levels are shown in decimal digits.
    legal: bool,
    restarts: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new(), legal: false, restarts: true }
    }
}

/// The layout of a list, which several lists can share.
#[derive(Debug, Default)]
struct Layout {
    levels: Vec<Level>,
    /// The style whose list is meant instead.
    style_link: Option<String>,
    /// Level by the style that asks for it.
    by_style: HashMap<String, usize>,
}

/// A list: a layout with its own starts.
#[derive(Debug, Default)]
struct List {
    layout: u32,
    starts: Vec<(usize, u32)>,
}

/// All lists, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    layouts: HashMap<u32, Layout>,
    lists: HashMap<u32, List>,
    /// Last number by layout and level.
    counters: HashMap<u32, [Option<u32>; LEVELS]>,
    /// Lists whose own starts have been set.
    begun: Vec<(u32, usize)>,
}

/// Where the reader of `numbering.xml` stands.
#[derive(Default)]
struct Cursor {
    layout: Option<u32>,
    list: Option<u32>,
    level: Option<usize>,
}

impl Numbering {
    /// Reads `numbering.xml`; what is broken is left out.
    pub(super) fn read(text: &str) -> Self {
        let mut numbering = Self::default();
        let mut cursor = Cursor::default();
        xml::skim(text, |node| match node {
            Node::Start(element) => numbering.start(&mut cursor, element),
            Node::End("abstractNum") => cursor.layout = None,
            Node::End("num") => cursor.list = None,
            Node::End("lvl" | "lvlOverride") => cursor.level = None,
            _ => {}
        });
        numbering
    }

    fn start(&mut self, cursor: &mut Cursor, element: &Element<'_>) {
        let id = |name: &str| element.attribute(name).and_then(|value| value.trim().parse::<u32>().ok());
        let level = || element.attribute("ilvl").and_then(|value| value.trim().parse::<usize>().ok());
        match element.name() {
            "abstractNum" => cursor.layout = id("abstractNumId"),
            "num" => cursor.list = id("numId"),
            "abstractNumId" => {
                if let (Some(list), Some(layout)) = (cursor.list, element.number()) {
                    self.lists.entry(list).or_default().layout = layout;
                }
            }
            "lvl" | "lvlOverride" => cursor.level = level().filter(|level| *level < LEVELS),
            "startOverride" => {
                if let (Some(list), Some(level), Some(start)) = (cursor.list, cursor.level, element.number()) {
                    self.lists.entry(list).or_default().starts.push((level, start));
                }
            }
            "numStyleLink" => {
                if let Some(layout) = cursor.layout {
                    self.layouts.entry(layout).or_default().style_link = element.value();
                }
            }
            _ => self.describe(cursor, element),
        }
    }

    /// A property of a level of a layout.
    fn describe(&mut self, cursor: &Cursor, element: &Element<'_>) {
        let (Some(layout), Some(at)) = (cursor.layout, cursor.level) else { return };
        let layout = self.layouts.entry(layout).or_default();
        if layout.levels.len() <= at {
            layout.levels.resize(at + 1, Level::default());
        }
        let Some(level) = layout.levels.get_mut(at) else { return };
        match element.name() {
            "start" => level.start = element.number().unwrap_or(1),
            "numFmt" => level.format = element.value().unwrap_or_default(),
            "lvlText" => level.text = element.value().unwrap_or_default(),
            "isLgl" => level.legal = element.is_on(),
            "lvlRestart" => level.restarts = element.number() != Some(0_u32),
            "pStyle" => {
                if let Some(style) = element.value() {
                    layout.by_style.insert(style, at);
                }
            }
            _ => {}
        }
    }

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
    let mut rest = level.text.chars().peekable();
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

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: &str = r#"<w:numbering><w:abstractNum w:abstractNumId="3">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
        <w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
        <w:lvl w:ilvl="3"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%4"/><w:isLgl/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
        </w:numbering>"#;

    #[test]
    fn levels_count_and_restart() {
        let mut numbering = Numbering::read(LISTS);
        let mut next = |list, level| numbering.next(Numbered { list: Some(list), level: Some(level) }, None);
        let marks: Vec<_> = [0, 1, 1, 2, 0, 1, 3].into_iter().map(|level| next(1, level).unwrap()).collect();
        assert_eq!(marks, ["一、", "（一）", "（二）", "1.", "二、", "（一）", "2.1 "]);
        assert_eq!(next(2, 0).unwrap(), "五、");
        assert_eq!(next(2, 0).unwrap(), "六、");
        assert_eq!(next(0, 0), None);
        assert_eq!(next(9, 0), None);
    }
}
