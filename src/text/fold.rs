//! The shadow of a text: what the rules match against, with a way back to the original characters.
//!
//! Folds width (１２％（） to 12%()), simplifies traditional characters, drops pinyin that damaged
//! copies put in brackets after a character, and never touches the text itself.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use super::char_set::CharSet;

/// The Han characters that are looked up at once.
const COMMON: std::ops::RangeInclusive<char> = '\u{3400}'..='\u{9FFF}';

/// Traditional characters with their simplified forms.
struct Table {
    /// By place in [`COMMON`], each character's form or itself. Some forms lie beyond the basic plane.
    common: Vec<char>,
    /// Those outside it, sorted.
    rare: Vec<(char, char)>,
}

/// Source: OpenCC (see `assets/chinese/README.md`).
static SIMPLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { common: COMMON.collect(), rare: Vec::new() };
    for line in include_str!("../../assets/chinese/ts_characters.tsv").lines() {
        let Some((from, to)) = line.split_once('\t') else { continue };
        let (Some(from), Some(to)) = (from.chars().next(), to.chars().next()) else { continue };
        match place(from).and_then(|at| table.common.get_mut(at)) {
            Some(common) => *common = to,
            None if from != to => table.rare.push((from, to)),
            None => {}
        }
    }
    table.rare.sort_unstable();
    table
});

/// Place of a character in [`COMMON`], or past its end.
fn place(c: char) -> Option<usize> {
    (c as usize).checked_sub(*COMMON.start() as usize)
}

/// Whether a character is a Chinese one of the common blocks.
pub fn is_han(c: char) -> bool {
    COMMON.contains(&c)
}

/// The simplified form of a traditional character, or the character itself.
pub fn simplified(c: char) -> char {
    let Some(at) = place(c) else { return c };
    match SIMPLE.common.get(at) {
        Some(&simple) => simple,
        None => SIMPLE.rare.binary_search_by_key(&c, |&(from, _)| from).map_or(c, |at| SIMPLE.rare[at].1),
    }
}

/// One character folded for matching: width, look-alike brackets and dashes, traditional forms.
pub fn fold_char(c: char) -> char {
    if is_han(c) {
        return simplified(c);
    }
    if c.is_ascii() {
        return c;
    }
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{A0}' | '\u{2002}' | '\u{2003}' | '\u{2009}' => ' ',
        '﹝' => '〔',
        '﹞' => '〕',
        '–' | '―' | '─' => '—',
        '〜' | '∼' => '~',
        '∶' => ':',
        '・' | '•' | '‧' => '·',
        '「' | '『' | '\u{201F}' | '〝' => '“',
        '」' | '』' | '〞' => '”',
        _ => simplified(c),
    }
}

/// The characters that do not stand in a shadow as they are, and the brackets that pinyin stands in.
static TOUCHED: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(|c| fold_char(c) != c || c == '(').and_beyond());

/// A folded copy of `text`, without the way back; the text itself where folding leaves it as it is.
pub fn fold(text: &str) -> Cow<'_, str> {
    if TOUCHED.each_in(text, 0).next().is_none() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(Folded::of(text).0.text)
}

/// Where a way back jumps: byte of the shadow, byte of the original; between two jumps both go on together.
type Jump = (u32, u32);

/// Folded copies of texts, one behind the other, with the ways back.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    text: String,
    jumps: Vec<Jump>,
}

/// Where the copy of one text stands in [`Folded`].
#[derive(Clone, Debug)]
pub struct FoldedAt {
    text: Range<usize>,
    jumps: Range<usize>,
    length: u32,
}

impl Folded {
    /// Room for texts of `bytes` bytes in all; folding hardly changes a length.
    pub fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), jumps: Vec::with_capacity(bytes / 32) }
    }

    /// The copy of one text alone.
    pub fn of(text: &str) -> (Self, FoldedAt) {
        let mut folded = Self::with_capacity(text.len());
        let at = folded.add(text);
        (folded, at)
    }

    /// Adds a folded copy of `text`. Inserted pinyin such as `(jié)` after a Chinese character is left out of it.
    pub fn add(&mut self, text: &str) -> FoldedAt {
        let (start, jumps) = (self.text.len(), self.jumps.len());
        // From here on the original stands in the shadow as it is.
        let mut same = 0;
        let mut touched = TOUCHED.each_in(text, 0);
        while let Some((at, c)) = touched.next() {
            let folded = fold_char(c);
            let before = || text[same..at].chars().next_back().or_else(|| self.text[start..].chars().next_back());
            let dropped = if folded == '(' && before().is_some_and(is_han) { pinyin(&text[at..]) } else { None };
            if folded == c && dropped.is_none() {
                continue;
            }
            self.text.push_str(&text[same..at]);
            match dropped {
                Some(length) => same = at + length,
                None => {
                    self.text.push(folded);
                    same = at + c.len_utf8();
                }
            }
            touched.skip_to(same);
            if dropped.is_some() || folded.len_utf8() != c.len_utf8() {
                self.jumps.push(((self.text.len() - start) as u32, same as u32));
            }
        }
        self.text.push_str(&text[same..]);
        FoldedAt { text: start..self.text.len(), jumps: jumps..self.jumps.len(), length: text.len() as u32 }
    }

    /// Adds a character that comes from no text.
    pub fn push(&mut self, c: char) {
        self.text.push(c);
    }

    /// Puts a blank in the place of each line feed, carriage return and tab in the copy at `at`.
    pub fn blank_feeds(&mut self, at: &FoldedAt) {
        let copy = &self.text[at.text.clone()];
        if memchr::memchr3(b'\n', b'\r', b'\t', copy.as_bytes()).is_some() {
            let blanked = copy.replace(['\n', '\r', '\t'], " ");
            self.text.replace_range(at.text.clone(), &blanked);
        }
    }

    /// All copies.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The copy of one text.
    pub fn shadow(&self, at: &FoldedAt) -> Shadow<'_> {
        Shadow { text: &self.text[at.text.clone()], jumps: &self.jumps[at.jumps.clone()], length: at.length }
    }
}

impl FoldedAt {
    /// The bytes of the copy in [`Folded::text`].
    pub fn range(&self) -> Range<usize> {
        self.text.clone()
    }
}

/// A folded copy of a text with the way back to the text.
#[derive(Clone, Copy, Debug)]
pub struct Shadow<'f> {
    text: &'f str,
    jumps: &'f [Jump],
    length: u32,
}

impl<'f> Shadow<'f> {
    /// The jump before jump `next`; both texts begin together.
    fn jump_before(&self, next: usize) -> Jump {
        next.checked_sub(1).and_then(|before| self.jumps.get(before)).copied().unwrap_or_default()
    }

    /// The folded text.
    pub fn text(&self) -> &'f str {
        self.text
    }

    /// The characters of the original, from which the shadow was made, behind a stretch of bytes of the shadow.
    pub fn quote<'t>(&self, stretch: Range<usize>, original: &'t str) -> Option<&'t str> {
        original.get(self.original(stretch.start)..self.original_end(stretch.end, original))
    }

    /// Byte offset in the original for byte offset `at` of the shadow, as a start of a span.
    pub fn original(&self, at: usize) -> usize {
        if at >= self.text.len() {
            return self.length as usize;
        }
        let mut start = at;
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let next = self.jumps.partition_point(|&(shadow, _)| shadow as usize <= start);
        let (shadow, original) = self.jump_before(next);
        original as usize + start - shadow as usize
    }

    /// Byte offset in the shadow of the first character that stands at or behind byte `at` of the original.
    pub fn folded(&self, at: usize) -> usize {
        let next = self.jumps.partition_point(|&(_, original)| (original as usize) <= at);
        let (shadow, original) = self.jump_before(next);
        let end = self.jumps.get(next).map_or(self.text.len(), |&(shadow, _)| shadow as usize);
        (shadow as usize + at.saturating_sub(original as usize)).min(end)
    }

    /// Byte offset in the original where a span that ends at `at` of the shadow ends.
    ///
    /// What the shadow left out after the last character is not part of the span.
    pub fn original_end(&self, at: usize, original: &str) -> usize {
        if at == 0 {
            return 0;
        }
        let last = self.original(at - 1);
        last + original[last..].chars().next().map_or(0, char::len_utf8)
    }
}

/// Length in bytes of a bracketed pinyin syllable at the start of `text`.
fn pinyin(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    chars.next().filter(|(_, open)| matches!(open, '(' | '（'))?;
    // No syllable is longer than six letters.
    for (letters, (at, c)) in chars.take(7).enumerate() {
        match c {
            ')' | '）' => return (letters > 0).then_some(at + c.len_utf8()),
            'a'..='z' => {}
            _ if "üāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ".contains(c) => {}
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_width_and_traditional_and_drops_pinyin() {
        let text = "審結(jié)行政復(fù)議案件４５件（含１）";
        let (folded, at) = Folded::of(text);
        let shadow = folded.shadow(&at);
        assert_eq!(shadow.text(), "审结行政复议案件45件(含1)");
        let at = shadow.text().find("45").unwrap();
        let end = at + 2;
        assert_eq!(shadow.quote(at..end, text), Some("４５"));
    }

    #[test]
    fn every_character_leads_back_and_forth() {
        let text = "１２％（審結(jié)件），ＡＢ，行政複議\u{3000}４５";
        let mut folded = Folded::default();
        folded.add("（另）");
        let at = folded.add(text);
        let shadow = folded.shadow(&at);
        let mut from = 0;
        for (at, c) in shadow.text().char_indices() {
            let origin = shadow.original(at);
            assert!(origin >= from && text.is_char_boundary(origin));
            assert_eq!(fold_char(text[origin..].chars().next().unwrap()), c);
            assert_eq!(shadow.folded(origin), at);
            from = origin + 1;
        }
        assert_eq!(shadow.original(shadow.text().len()), text.len());
    }

    #[test]
    fn keeps_brackets_that_are_no_pinyin() {
        assert_eq!(fold("村(社区)"), "村(社区)");
        assert_eq!(fold("APP(app)"), "APP(app)");
        assert_eq!(fold("法()律(abcdefg)案(zhuang)件(a"), "法()律(abcdefg)案件(a");
    }

    #[test]
    fn simplifies_common_and_rare_characters_and_no_others() {
        let rare: Vec<(char, char)> = SIMPLE.rare.clone();
        assert!(rare.iter().all(|&(from, to)| simplified(from) == to && !COMMON.contains(&from)));
        assert!(SIMPLE.common.iter().zip(COMMON).filter(|(to, from)| **to != *from).count() > 3000);
        // Its form lies beyond the basic plane.
        assert_eq!(simplified('\u{346E}'), '\u{2B748}');
        for c in ['a', '　', '法', '\u{33FF}', '\u{A000}', '\u{10FFFF}'] {
            assert_eq!(simplified(c), c);
        }
    }
}
