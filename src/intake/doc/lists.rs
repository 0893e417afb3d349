//! The lists with automatic numbers: layouts, and the lists that use them ([MS-DOC] 2.9.131 to 2.9.150).

use super::fib::{self, Table};
use super::le::{size_at, text_at, u16_at, u32_at};
use crate::intake::lists::{LEVELS, Layout, Level, List, Numbering};

/// Bytes of the head of a layout, of a level, of a list, and of a level that a list changes.
const LAYOUT: usize = 28;
const LEVEL: usize = 28;
const LIST: usize = 16;
const OVERRIDE: usize = 8;

/// Style index for none.
const NO_STYLE: u16 = 0xFFF;

/// Reads both tables; what is broken is left out.
pub(super) fn read(main: &[u8], tables: &[u8]) -> Numbering {
    let mut numbering = Numbering::default();
    if let Some((from, length)) = fib::place(main, Table::Layouts) {
        layouts(&mut numbering, tables.get(from..).unwrap_or_default(), length);
    }
    lists(&mut numbering, fib::table(main, tables, Table::Lists)).unwrap_or_default();
    numbering
}

/// The heads of all layouts come first, then their levels, which the table's length leaves out.
fn layouts(numbering: &mut Numbering, bytes: &[u8], length: usize) {
    let count = u16_at(bytes, 0).map_or(0, usize::from);
    let mut at = length;
    for i in 0..count {
        let Some(head) = bytes.get(2 + i * LAYOUT..).and_then(|rest| rest.get(..LAYOUT)) else { return };
        let mut layout = Layout::default();
        for level in 0..LEVELS {
            if let Some(style) = u16_at(head, 8 + level * 2).filter(|style| *style != NO_STYLE) {
                layout.by_style.entry(style.to_string()).or_insert(level);
            }
        }
        let simple = head.get(26).is_some_and(|flags| flags & 1 == 1);
        for _ in 0..if simple { 1 } else { LEVELS } {
            let Some((level, length)) = bytes.get(at..).and_then(level) else { break };
            layout.levels.push(level);
            at += length;
        }
        numbering.layouts.insert(u32_at(head, 0).unwrap_or(0), layout);
    }
}

/// A level and the bytes that it takes.
fn level(bytes: &[u8]) -> Option<(Level, usize)> {
    let flags = *bytes.get(5)?;
    let properties = usize::from(*bytes.get(24)?) + usize::from(*bytes.get(25)?);
    let units = usize::from(u16_at(bytes, LEVEL + properties)?);
    let text = text_at(bytes, LEVEL + properties + 2, units)?;
    let mut mark = String::new();
    for c in char::decode_utf16(text).flatten() {
        match c as u32 {
            place @ 0..=8 => mark.push_str(&format!("%{}", place + 1)),
            // Signs of symbol fonts stand where no character has a meaning.
            0xE000..=0xF8FF => {}
            _ => mark.push(c),
        }
    }
    let level = Level {
        start: u32_at(bytes, 0)?,
        format: format_name(*bytes.get(4)?).to_owned(),
        text: mark,
        legal: flags & 0x04 != 0,
        restarts: flags & 0x08 == 0,
    };
    Some((level, LEVEL + properties + 2 + units * 2))
}

fn lists(numbering: &mut Numbering, bytes: &[u8]) -> Option<()> {
    let count = size_at(bytes, 0)?.min(bytes.len() / LIST);
    let mut at = 4 + count * LIST;
    for i in 0..count {
        let head = bytes.get(4 + i * LIST..)?.get(..LIST)?;
        let mut list = List { layout: u32_at(head, 0)?, starts: Vec::new() };
        at += 4;
        for _ in 0..*head.get(12)? {
            let Some(flags) = u32_at(bytes, at + 4) else { break };
            let start = u32_at(bytes, at).unwrap_or(1);
            at += OVERRIDE;
            let mut start = (flags & 0x10 != 0).then_some(start);
            if flags & 0x20 != 0 {
                let Some((level, length)) = bytes.get(at..).and_then(level) else { break };
                start = start.and(Some(level.start));
                at += length;
            }
            list.starts.extend(start.map(|start| ((flags & 0x0F) as usize, start)));
        }
        numbering.lists.insert(u32::try_from(i + 1).ok()?, list);
    }
    Some(())
}

/// A number format by the name that Word files of 2007 and later have for it ([MS-OSHARED] 2.2.1.3).
fn format_name(code: u8) -> &'static str {
    match code {
        1 => "upperRoman",
        2 => "lowerRoman",
        3 => "upperLetter",
        4 => "lowerLetter",
        10 => "ideographDigital",
        11 => "japaneseCounting",
        14 => "decimalFullWidth",
        17 => "japaneseDigitalTenThousand",
        18 => "decimalEnclosedCircle",
        19 => "decimalFullWidth2",
        22 => "decimalZero",
        23 => "bullet",
        26 => "decimalEnclosedFullstop",
        27 => "decimalEnclosedParen",
        28 => "decimalEnclosedCircleChinese",
        29 => "ideographEnclosedCircle",
        30 => "ideographTraditional",
        31 => "ideographZodiac",
        33 => "taiwaneseCounting",
        34 => "ideographLegalTraditional",
        35 => "taiwaneseCountingThousand",
        36 => "taiwaneseDigital",
        37 => "chineseCounting",
        38 => "chineseLegalSimplified",
        39 => "chineseCountingThousand",
        0xFF => "none",
        _ => "decimal",
    }
}
