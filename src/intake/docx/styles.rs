//! Styles: which paragraphs are headings, and which are numbered by their style.

use std::collections::HashMap;

use crate::intake::lists::Numbered;
use crate::intake::paragraphs::{named_level, outline_level};
use crate::intake::xml::{self, Node};

/// Longest chain of styles based on one another.
const CHAIN: usize = 16;

/// One paragraph style.
#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    numbered: Numbered,
}

/// The styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
}

impl Styles {
    /// Reads `styles.xml`; what is broken is left out.
    pub(super) fn read(text: &str) -> Self {
        let mut styles = HashMap::new();
        let mut open: Option<(String, Style)> = None;
        xml::skim(text, |node| match node {
            Node::Start(element) => match (element.name(), &mut open) {
                ("style", _) => open = element.attribute("styleId").map(|id| (id, Style::default())),
                ("name", Some((_, style))) => style.name = element.value().unwrap_or_default().to_lowercase(),
                ("basedOn", Some((_, style))) => style.based_on = element.value(),
                ("outlineLvl", Some((_, style))) => style.outline = element.number(),
                ("numId", Some((_, style))) => style.numbered.list = element.number(),
                ("ilvl", Some((_, style))) => style.numbered.level = element.number(),
                _ => {}
            },
            Node::End("style") => styles.extend(open.take()),
            _ => {}
        });
        Self { styles }
    }

    /// The style and those it is based on, nearest first.
    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let next = |style: &&Style| style.based_on.as_deref().and_then(|id| self.styles.get(id));
        std::iter::successors(self.styles.get(id), next).take(CHAIN)
    }

    /// Level of the heading that a style makes, 0 a document title; `None` for body text.
    pub(super) fn heading(&self, id: &str) -> Option<u8> {
        self.chain(id).find_map(|style| named_level(&style.name).or_else(|| outline_level(style.outline?)))
    }

    /// The numbering that a style asks for.
    pub(super) fn numbered(&self, id: &str) -> Numbered {
        let list = self.chain(id).find_map(|style| style.numbered.list);
        let level = self.chain(id).find_map(|style| style.numbered.level);
        Numbered { list, level }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_by_name_by_outline_and_by_what_they_are_based_on() {
        let styles = Styles::read(
            r#"<w:styles><w:style w:styleId="1"><w:name w:val="标题 2"/></w:style>
            <w:style w:styleId="a3"><w:name w:val="Title"/></w:style>
            <w:style w:styleId="x"><w:name w:val="我的"/><w:basedOn w:val="1"/></w:style>
            <w:style w:styleId="y"><w:name w:val="正文1"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
            <w:style w:styleId="z"><w:name w:val="z"/><w:basedOn w:val="z"/></w:style></w:styles>"#,
        );
        assert_eq!(styles.heading("1"), Some(2));
        assert_eq!(styles.heading("a3"), Some(0));
        assert_eq!(styles.heading("x"), Some(2));
        assert_eq!(styles.heading("y"), Some(1));
        assert_eq!(styles.heading("z"), None);
        assert_eq!(styles.numbered("y").list, Some(4));
    }
}
