//! The style sheet: which paragraphs are headings, and which are numbered by their style ([MS-DOC] 2.9.271).

use super::le::{text_at, u16_at};
use super::sprm::Paragraph;
use crate::intake::lists::Numbered;
use crate::intake::paragraphs::{named_level, outline_level};

/// Longest chain of styles based on one another.
const CHAIN: usize = 16;

/// Style numbers of the built-in title.
const TITLE: u16 = 62;

/// One paragraph style.
#[derive(Debug, Default)]
struct Style {
    /// Its built-in number, the same in every language.
    number: u16,
    name: String,
    based_on: usize,
    paragraph: Paragraph,
}

/// The styles by their indexes.
#[derive(Debug, Default)]
pub(super) struct Styles(Vec<Style>);

impl Styles {
    /// Reads the style sheet; what is broken is left out.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let head = u16_at(bytes, 0).map_or(0, usize::from);
        let (count, base) = (u16_at(bytes, 2).unwrap_or(0), u16_at(bytes, 4).map_or(10, usize::from));
        let mut styles = Vec::new();
        let mut at = 2 + head;
        for _ in 0..count {
            let Some(length) = u16_at(bytes, at).map(usize::from) else { break };
            styles.push(bytes.get(at + 2..at + 2 + length).and_then(|bytes| style(bytes, base)).unwrap_or_default());
            at += 2 + length + length % 2;
        }
        Self(styles)
    }

    /// The style and those it is based on, nearest first.
    fn chain(&self, index: u16) -> impl Iterator<Item = &Style> {
        let first = self.0.get(usize::from(index));
        std::iter::successors(first, |style| self.0.get(style.based_on)).take(CHAIN)
    }

    /// Level of the heading that a style makes, 0 a document title; `None` for body text.
    pub(super) fn heading(&self, index: u16) -> Option<u8> {
        self.chain(index).find_map(|style| match style.number {
            TITLE => Some(0),
            level @ 1..=9 => u8::try_from(level).ok(),
            _ => named_level(&style.name).or_else(|| outline_level(style.paragraph.outline?)),
        })
    }

    /// The numbering that a style asks for.
    pub(super) fn numbered(&self, index: u16) -> Numbered {
        let list = self.chain(index).find_map(|style| style.paragraph.list).map(u32::from);
        let level = self.chain(index).find_map(|style| style.paragraph.level).map(usize::from);
        Numbered { list, level }
    }
}

fn style(bytes: &[u8], base: usize) -> Option<Style> {
    let number = u16_at(bytes, 0)? & 0x0FFF;
    let kind = u16_at(bytes, 2)?;
    if kind & 0x0F != 1 {
        return None;
    }
    let units = usize::from(u16_at(bytes, base)?);
    let name = String::from_utf16_lossy(&text_at(bytes, base + 2, units)?).to_lowercase();
    let mut paragraph = Paragraph::default();
    let at = base + 2 + units * 2 + 2;
    if let Some(length) = u16_at(bytes, at).map(usize::from) {
        paragraph.change(bytes.get(at + 4..at + 2 + length).unwrap_or_default());
    }
    Some(Style { number, name, based_on: usize::from(kind >> 4), paragraph })
}
