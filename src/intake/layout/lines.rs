//! Characters → lines: by base line, then by x, doubles left out, blanks only where they are real.

use super::glyph::{Glyph, Way};
use crate::intake::traced::is_blank;

/// A stretch of characters on one base line.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Its text, blanks around it left out.
    pub(super) text: String,
    /// Left end of its first visible character.
    pub(super) x0: f32,
    /// Right end of its last visible character.
    pub(super) x1: f32,
    /// Its base line.
    pub(super) y: f32,
    /// Size of most of its characters.
    pub(super) size: f32,
    /// Width of what would have had to go on the line before: its first word with the marks around it.
    pub(super) first: f32,
    /// Its characters.
    pub(super) count: usize,
    /// Whether a blank stood after its last character.
    pub(super) open_end: bool,
}

impl Line {
    /// Its box: left, top, right, bottom.
    pub(super) fn area(&self) -> [f32; 4] {
        [self.x0, self.y - self.size * 0.88, self.x1, self.y + self.size * 0.18]
    }

    /// Middle of its x.
    pub(super) fn middle(&self) -> f32 {
        (self.x0 + self.x1) / 2.0
    }
}

/// Characters of one base line in the order of their x.
pub(super) type Row = Vec<Glyph>;

/// The rows of a page from top to bottom. Only characters whose line runs to the right are taken.
pub(super) fn rows(glyphs: &[Glyph]) -> Vec<Row> {
    let mut sorted: Vec<Glyph> = glyphs.iter().filter(|glyph| glyph.way == Way::Right).copied().collect();
    sorted.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut ends = Vec::new();
    let (mut base, mut size) = (f32::MIN, 0.0_f32);
    for (i, glyph) in sorted.iter().enumerate() {
        // Raised and lowered marks stay with their line.
        if i > 0 && glyph.y - base <= size.max(glyph.size) * 0.4 {
            if glyph.size > size {
                (base, size) = (glyph.y, glyph.size);
            }
            continue;
        }
        (base, size) = (glyph.y, glyph.size);
        ends.extend((i > 0).then_some(i));
    }
    ends.extend((!sorted.is_empty()).then_some(sorted.len()));
    let mut start = 0;
    let cut = |end| sorted.get(std::mem::replace(&mut start, end)..end).unwrap_or_default().to_vec();
    let mut rows: Vec<Row> = ends.into_iter().map(cut).collect();
    for row in &mut rows {
        row.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        undouble(row);
    }
    rows
}

/// Drops characters drawn once more at nearly the same place: bold type and shadows are made so.
fn undouble(row: &mut Row) {
    let mut kept: usize = 0;
    for i in 0..row.len() {
        let glyph = row[i];
        let twice = |old: &Glyph| {
            old.c == glyph.c && glyph.x0 - old.x0 <= old.size * 0.12 && (glyph.size - old.size).abs() < old.size * 0.1
        };
        if !row[kept.saturating_sub(3)..kept].iter().any(twice) {
            row[kept] = glyph;
            kept += 1;
        }
    }
    row.truncate(kept);
}

/// Cuts a row where a gap is wider than `ems` of its type.
pub(super) fn segments(row: &[Glyph], ems: f32) -> Vec<&[Glyph]> {
    let mut segments = Vec::new();
    let mut start = 0;
    let mut last: Option<&Glyph> = None;
    for (i, glyph) in row.iter().enumerate().filter(|(_, glyph)| !is_blank(glyph.c)) {
        if last.is_some_and(|last| glyph.x0 - last.x1 > ems * last.size.max(glyph.size)) {
            segments.extend(row.get(start..i));
            start = i;
        }
        last = Some(glyph);
    }
    segments.extend(row.get(start..));
    segments
}

/// A row or a part of one as a line; `None` where nothing shows.
pub(super) fn line(glyphs: &[Glyph]) -> Option<Line> {
    let ink = |glyph: &&Glyph| !is_blank(glyph.c);
    let (first, last) = (glyphs.iter().find(ink)?, glyphs.iter().rev().find(ink)?);
    let text = String::with_capacity(glyphs.len() * 3);
    let mut line = Line { text, x0: first.x0, size: size(glyphs), ..Line::default() };
    line.y = glyphs.iter().filter(ink).find(|glyph| glyph.size >= line.size * 0.9).unwrap_or(first).y;
    let loose = looseness(glyphs);
    let mut before: Option<&Glyph> = None;
    let mut blanks = String::new();
    for glyph in glyphs {
        if is_blank(glyph.c) {
            if glyph.c.is_whitespace() && before.is_some() {
                blanks.push(glyph.c);
            }
            continue;
        }
        if let Some(before) = before {
            let gap = (glyph.x0 - before.x1) / before.size.max(glyph.size).max(0.01);
            match blanks.is_empty() {
                // A blank that takes no room is none.
                false if gap > 0.08 => line.text.push_str(&blanks),
                true if gap > loose + parting(before.c, glyph.c) => line.text.push(' '),
                _ => {}
            }
        }
        blanks.clear();
        line.text.push(glyph.c);
        line.x1 = line.x1.max(glyph.x1);
        before = Some(glyph);
    }
    line.open_end = glyphs.last().is_some_and(|glyph| is_blank(glyph.c) && glyph.x0 >= last.x0);
    line.first = first_word(glyphs);
    line.count = line.text.chars().count();
    Some(line)
}

/// Gap in ems from which two characters without a blank between them are apart.
fn parting(left: char, right: char) -> f32 {
    let narrow = |c: char| (c as u32) < 0x2E80;
    match (narrow(left), narrow(right)) {
        (true, true) => 0.17,
        // Programs set a quarter of an em between Chinese and Latin: no blank of the text.
        (false, false) => 0.9,
        _ => 0.6,
    }
}

/// What spacing adds between all characters of a line, in ems: a title set wide holds no blanks.
fn looseness(glyphs: &[Glyph]) -> f32 {
    let gaps = || {
        let mut ink = glyphs.iter().filter(|glyph| !is_blank(glyph.c));
        let mut before = ink.next().map_or(0.0, |glyph| glyph.x1);
        ink.map(move |glyph| (glyph.x0 - std::mem::replace(&mut before, glyph.x1)) / glyph.size.max(0.01))
    };
    let (mut count, mut tight) = (0, 0);
    for gap in gaps() {
        count += 1;
        tight += usize::from(gap <= 0.0);
    }
    let middle = count / 2;
    // No need of an order where most characters touch.
    if count < 3 || tight > middle {
        return 0.0;
    }
    gaps().collect::<Vec<f32>>().select_nth_unstable_by(middle, f32::total_cmp).1.max(0.0)
}

/// The size that most visible characters have.
fn size(glyphs: &[Glyph]) -> f32 {
    let sizes = || glyphs.iter().filter(|glyph| !is_blank(glyph.c)).map(|glyph| glyph.size);
    let first = sizes().next().unwrap_or(0.0);
    if sizes().all(|size| size.to_bits() == first.to_bits()) {
        return first;
    }
    let mut sizes: Vec<f32> = sizes().collect();
    let middle = sizes.len() / 2;
    *sizes.select_nth_unstable_by(middle, f32::total_cmp).1
}

/// Width of what no line break can part at the start of a line.
fn first_word(glyphs: &[Glyph]) -> f32 {
    let mut ink = glyphs.iter().skip_while(|glyph| is_blank(glyph.c)).peekable();
    let Some(start) = ink.peek().map(|glyph| glyph.x0) else { return 0.0 };
    let mut end = start;
    let mut last: Option<char> = None;
    for glyph in ink {
        let joined = match last {
            None => true,
            Some(last) => {
                opens(last)
                    || closes(glyph.c)
                    || quotes(last)
                    || quotes(glyph.c)
                    || ((last.is_ascii_graphic() || matches!(last, '—' | '–')) && glyph.c.is_ascii_graphic())
            }
        };
        if !joined {
            break;
        }
        end = glyph.x1;
        last = Some(glyph.c);
    }
    end - start
}

/// Marks that programs break lines neither before nor after, whichever way they turn.
fn quotes(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '"')
}

/// Marks that no line ends with.
fn opens(c: char) -> bool {
    matches!(c, '（' | '(' | '《' | '“' | '‘' | '〔' | '【' | '「' | '『' | '〈')
}

/// Marks that no line starts with.
pub(super) fn closes(c: char) -> bool {
    "，。、；：！？）》”’〕】」』〉％%,.;:!?)…—".contains(c)
}
