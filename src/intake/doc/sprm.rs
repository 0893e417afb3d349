//! Property changes: what paragraphs and characters say of themselves ([MS-DOC] 2.2.5).

use super::le::{size_at, u16_at};

/// The changes of a list, each with its operand.
pub(super) fn each(list: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let code = u16_at(list, at)?;
        at += 2;
        let skip = usize::from(code >> 13 == 6);
        let length = match code >> 13 {
            0 | 1 => 1,
            2 | 4 | 5 => 2,
            3 => 4,
            7 => 3,
            // The definition of a table has a longer count than all others, of which this takes the upper byte along.
            _ if code == 0xD608 => usize::from(u16_at(list, at)?).max(1),
            _ => usize::from(*list.get(at)?),
        };
        let operand = list.get(at + skip..at + skip + length)?;
        at += skip + length;
        Some((code, operand))
    })
}

/// What a paragraph says of itself; `None` where it leaves that to its style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Its style.
    pub(super) style: Option<u16>,
    /// Outline level, counted from 0; 9 for body text.
    pub(super) outline: Option<u8>,
    /// Number of its list, counted from 1; 0 for none.
    pub(super) list: Option<u16>,
    /// Level in the list.
    pub(super) level: Option<u8>,
    /// It stands in a table.
    pub(super) in_table: bool,
    /// It is the mark at the end of a row.
    pub(super) row_end: bool,
    /// Left edges of the cells of the row and the right one of the last, in twentieths of a point.
    pub(super) edges: Vec<i32>,
    /// Where the rest of the changes stand in the stream `Data`.
    pub(super) elsewhere: Option<usize>,
}

impl Paragraph {
    /// Takes in the changes of a list.
    pub(super) fn change(&mut self, list: &[u8]) {
        for (code, operand) in each(list) {
            let byte = operand.first().copied().unwrap_or(0);
            match code {
                0x4600 => self.style = u16_at(operand, 0),
                0x2640 => self.outline = Some(byte),
                0x460B => self.list = u16_at(operand, 0),
                0x260A => self.level = Some(byte),
                0x2416 => self.in_table = byte != 0,
                0x2417 => self.row_end = byte != 0,
                0x6645 | 0x6646 => self.elsewhere = size_at(operand, 0),
                0xD608 => self.edges = edges(operand),
                _ => {}
            }
        }
    }
}

/// The edges in the definition of a table's row, whose count takes two bytes.
fn edges(operand: &[u8]) -> Vec<i32> {
    let cells = operand.get(1).map_or(0, |count| usize::from(*count));
    (0..=cells).filter_map(|i| u16_at(operand, 2 + i * 2)).map(|edge| i32::from(edge.cast_signed())).collect()
}

/// What characters say of themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Deleted while changes were tracked.
    pub(super) deleted: bool,
    /// Not shown.
    pub(super) hidden: bool,
    /// Stands for something that is no character.
    pub(super) special: bool,
}

impl Look {
    /// Takes in the changes of a list.
    pub(super) fn change(&mut self, list: &[u8]) {
        for (code, operand) in each(list) {
            let byte = operand.first().copied().unwrap_or(0);
            match code {
                0x0800 => self.deleted = byte != 0,
                // 0x80: as the style says, which hides nothing.
                0x083C => self.hidden = !matches!(byte, 0 | 0x80),
                0x0855 => self.special = byte != 0,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operands_of_every_length_are_passed_over() {
        let list = [
            0x16, 0x24, 1, // in a table
            0x0E, 0x84, 5, 0, // an indent of two bytes
            0x0D, 0xC6, 3, 9, 9, 9, // tabs, as long as they say
            0x08, 0xD6, 8, 0, 2, 0, 0, 100, 0, 200, 0, // two cells
            0x40, 0x26, 1, // outline level
        ];
        let mut paragraph = Paragraph::default();
        paragraph.change(&list);
        assert!(paragraph.in_table && !paragraph.row_end);
        assert_eq!(paragraph.edges, [0, 100, 200]);
        assert_eq!(paragraph.outline, Some(1));
        paragraph.change(&list[..5]);
    }

    #[test]
    fn what_is_not_shown() {
        let mut look = Look::default();
        look.change(&[0x00, 0x08, 1, 0x3C, 0x08, 0x80]);
        assert_eq!(look, Look { deleted: true, ..Look::default() });
        look.change(&[0x00, 0x08, 0, 0x3C, 0x08, 0x81]);
        assert_eq!(look, Look { hidden: true, ..Look::default() });
    }
}
