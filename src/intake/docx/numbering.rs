//! The lists of a Word file, out of `numbering.xml`.

use crate::intake::lists::{LEVELS, Level, Numbering};
use crate::intake::xml::{self, Element, Node};

/// Reads `numbering.xml`; what is broken is left out.
pub(super) fn read(text: &str) -> Numbering {
    let mut reader = Reader::default();
    xml::skim(text, |node| match node {
        Node::Start(element) => reader.start(element),
        Node::End("abstractNum") => reader.layout = None,
        Node::End("num") => reader.list = None,
        Node::End("lvl" | "lvlOverride") => reader.level = None,
        _ => {}
    });
    reader.numbering
}

/// The lists so far, and where the reader stands.
#[derive(Default)]
struct Reader {
    numbering: Numbering,
    layout: Option<u32>,
    list: Option<u32>,
    level: Option<usize>,
}

impl Reader {
    fn start(&mut self, element: &Element<'_>) {
        let id = |name: &str| element.attribute(name).and_then(|value| value.trim().parse::<u32>().ok());
        let level = || element.attribute("ilvl").and_then(|value| value.trim().parse::<usize>().ok());
        match element.name() {
            "abstractNum" => self.layout = id("abstractNumId"),
            "num" => self.list = id("numId"),
            "abstractNumId" => {
                if let (Some(list), Some(layout)) = (self.list, element.number()) {
                    self.numbering.lists.entry(list).or_default().layout = layout;
                }
            }
            "lvl" | "lvlOverride" => self.level = level().filter(|level| *level < LEVELS),
            "startOverride" => {
                if let (Some(list), Some(level), Some(start)) = (self.list, self.level, element.number()) {
                    self.numbering.lists.entry(list).or_default().starts.push((level, start));
                }
            }
            "numStyleLink" => {
                if let Some(layout) = self.layout {
                    self.numbering.layouts.entry(layout).or_default().style_link = element.value();
                }
            }
            _ => self.describe(element),
        }
    }

    /// A property of a level of a layout.
    fn describe(&mut self, element: &Element<'_>) {
        let (Some(layout), Some(at)) = (self.layout, self.level) else { return };
        let layout = self.numbering.layouts.entry(layout).or_default();
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::lists::Numbered;

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
        let mut numbering = read(LISTS);
        let mut next = |list, level| numbering.next(Numbered { list: Some(list), level: Some(level) }, None);
        let marks: Vec<_> = [0, 1, 1, 2, 0, 1, 3].into_iter().map(|level| next(1, level).unwrap()).collect();
        assert_eq!(marks, ["一、", "（一）", "（二）", "1.", "二、", "（一）", "2.1 "]);
        assert_eq!(next(2, 0).unwrap(), "五、");
        assert_eq!(next(2, 0).unwrap(), "六、");
        assert_eq!(next(0, 0), None);
        assert_eq!(next(9, 0), None);
    }
}
