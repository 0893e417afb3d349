//! Which properties hold where: pages of 512 bytes that list stretches of the stream ([MS-DOC] 2.9.34, 2.9.174).

use std::cell::Cell;

use super::le::{size_at, u16_at, u32_at};
use super::sprm::{Look, Paragraph};

/// Bytes of a page of properties.
const PAGE: usize = 512;

/// A stretch of the stream and what holds there.
#[derive(Clone, Copy, Debug)]
struct Run<T> {
    from: usize,
    to: usize,
    what: T,
}

/// The properties of paragraphs and characters by the bytes of the stream.
#[derive(Debug)]
pub(super) struct Runs<'a> {
    main: &'a [u8],
    data: &'a [u8],
    /// Bytes of `data` that may still be read: lists that paragraphs share would take long.
    left: Cell<usize>,
    /// Where the properties of each paragraph stand.
    paragraphs: Vec<Run<usize>>,
    /// Characters that are not plain.
    looks: Vec<Run<Look>>,
}

impl<'a> Runs<'a> {
    /// Reads the pages that two tables list.
    pub(super) fn read(main: &'a [u8], data: &'a [u8], paragraphs: &[u8], characters: &[u8]) -> Self {
        let mut runs = Self {
            main,
            data,
            left: Cell::new(data.len().saturating_mul(4)),
            paragraphs: Vec::new(),
            looks: Vec::new(),
        };
        for (start, page) in pages(main, paragraphs) {
            runs.paragraphs.extend(entries(page, 13).map(|(from, to, entry)| {
                let place = page.get(entry).map_or(0, |offset| usize::from(*offset) * 2);
                Run { from, to, what: if place == 0 { 0 } else { start + place } }
            }));
        }
        for (_, page) in pages(main, characters) {
            runs.looks.extend(entries(page, 1).filter_map(|(from, to, entry)| {
                let what = look(page, usize::from(*page.get(entry)?) * 2);
                (what != Look::default()).then_some(Run { from, to, what })
            }));
        }
        runs.paragraphs.sort_by_key(|run| run.from);
        runs.looks.sort_by_key(|run| run.from);
        runs
    }

    /// What the character at byte `at` says of itself.
    pub(super) fn look(&self, at: usize) -> Look {
        find(&self.looks, at).map(|run| run.what).unwrap_or_default()
    }

    /// Whether a paragraph ends with the byte before `at`.
    pub(super) fn ends_at(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|last| find(&self.paragraphs, last)).is_some_and(|run| run.to == at)
    }

    /// What the paragraph says of itself whose end stands at byte `at`.
    pub(super) fn paragraph(&self, at: usize) -> Paragraph {
        let mut paragraph = Paragraph::default();
        let Some(place) = find(&self.paragraphs, at).map(|run| run.what).filter(|place| *place > 0) else {
            return paragraph;
        };
        let Some(count) = self.main.get(place).map(|count| usize::from(*count)) else { return paragraph };
        let (from, length) = match count {
            0 => (place + 2, self.main.get(place + 1).map_or(0, |count| usize::from(*count) * 2)),
            _ => (place + 1, count * 2 - 1),
        };
        let Some(bytes) = self.main.get(from..from + length) else { return paragraph };
        paragraph.style = u16_at(bytes, 0);
        paragraph.change(bytes.get(2..).unwrap_or_default());
        if let Some(list) = paragraph.elsewhere.and_then(|at| self.list(at)) {
            paragraph.change(list);
        }
        paragraph
    }

    /// A long list of changes, in the stream `Data`.
    fn list(&self, at: usize) -> Option<&'a [u8]> {
        let length = usize::from(u16_at(self.data, at)?);
        self.left.set(self.left.get().checked_sub(length)?);
        self.data.get(at + 2..)?.get(..length)
    }
}

/// The run that holds byte `at`.
fn find<T: Copy>(runs: &[Run<T>], at: usize) -> Option<Run<T>> {
    let after = runs.partition_point(|run| run.from <= at);
    runs.get(after.checked_sub(1)?).copied().filter(|run| at < run.to)
}

/// The pages of a table with their places, no more than the stream can hold.
fn pages<'a>(main: &'a [u8], table: &[u8]) -> impl Iterator<Item = (usize, &'a [u8])> {
    let total = table.len().saturating_sub(4) / 8;
    (0..total.min(main.len() / PAGE)).filter_map(move |i| {
        let number = u32_at(table, (total + 1) * 4 + i * 4)? & 0x3F_FFFF;
        let start = number as usize * PAGE;
        Some((start, main.get(start..)?.get(..PAGE)?))
    })
}

/// The stretches of a page, each with the place of its entry of `width` bytes.
fn entries(page: &[u8], width: usize) -> impl Iterator<Item = (usize, usize, usize)> {
    let total = page.last().map_or(0, |count| usize::from(*count)).min((PAGE - 5) / (4 + width));
    (0..total).filter_map(move |i| {
        let (from, to) = (size_at(page, i * 4)?, size_at(page, i * 4 + 4)?);
        (from < to).then_some((from, to, (total + 1) * 4 + i * width))
    })
}

fn look(page: &[u8], place: usize) -> Look {
    let mut look = Look::default();
    if place > 0
        && let Some(length) = page.get(place)
    {
        look.change(page.get(place + 1..).and_then(|rest| rest.get(..usize::from(*length))).unwrap_or_default());
    }
    look
}
