//! The shadow of a text: what the rules match against, with a way back to the original characters.
//!
//! Folds width (１２％（） to 12%()), simplifies traditional characters, drops pinyin that damaged
//! copies put in brackets after a character, and never touches the text itself.

use std::sync::LazyLock;

/// The first and the last character that can have a simplified form of its own.
const HAN: (u32, u32) = (0x3400, 0x9FFF);

/// Simplified forms of the characters from U+3400 on. Source: OpenCC (see `assets/chinese/README.md`).
static SIMPLE: LazyLock<Box<[char]>> = LazyLock::new(|| {
    let mut table: Box<[char]> = (HAN.0..=HAN.1).filter_map(char::from_u32).collect();
    for line in include_str!("../../assets/chinese/ts_characters.tsv").lines() {
        let Some((from, to)) = line.split_once('\t') else { continue };
        let (Some(from), Some(to)) = (from.chars().next(), to.chars().next()) else { continue };
        if let Some(slot) = (from as usize).checked_sub(HAN.0 as usize).and_then(|at| table.get_mut(at)) {
            *slot = to;
        }
    }
    table
});

/// The simplified form of a traditional character, or the character itself.
pub fn simplified(c: char) -> char {
    let at = (c as usize).wrapping_sub(HAN.0 as usize);
    SIMPLE.get(at).copied().unwrap_or(c)
}

/// One character folded for matching: width, look-alike brackets and dashes, traditional forms.
pub fn fold_char(c: char) -> char {
    if ('\u{4E00}'..='\u{9FFF}').contains(&c) {
        return simplified(c);
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

/// A folded copy of a text and, for each of its bytes, where it came from.
#[derive(Clone, Debug, Default)]
pub struct Shadow {
    text: String,
    origin: Vec<u32>,
    length: u32,
}

impl Shadow {
    /// Folds `text`. Inserted pinyin such as `(jié)` after a Chinese character is left out of the shadow.
    pub fn new(text: &str) -> Self {
        let mut shadow = Self {
            text: String::with_capacity(text.len()),
            origin: Vec::with_capacity(text.len() + 1),
            length: text.len() as u32,
        };
        let mut after_han = false;
        let mut skip_to = 0;
        for (at, c) in text.char_indices() {
            if at < skip_to {
                continue;
            }
            if after_han && let Some(length) = pinyin(&text[at..]) {
                skip_to = at + length;
                continue;
            }
            let folded = fold_char(c);
            after_han = ('\u{3400}'..='\u{9FFF}').contains(&folded);
            shadow.text.push(folded);
            shadow.origin.extend_from_slice(&[at as u32; 4][..folded.len_utf8()]);
        }
        shadow
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Byte offset in the original for byte offset `at` of the shadow, as a start of a span.
    pub fn original(&self, at: usize) -> usize {
        self.origin.get(at).copied().unwrap_or(self.length) as usize
    }

    /// Byte offset in the shadow of the first character that stands at or behind byte `at` of the original.
    pub fn folded(&self, at: usize) -> usize {
        self.origin.partition_point(|&origin| (origin as usize) < at)
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
    let inner = text.strip_prefix('(').or_else(|| text.strip_prefix('（'))?;
    let open = text.len() - inner.len();
    let end = inner.find([')', '）'])?;
    let syllable = &inner[..end];
    let letters = syllable.chars().count();
    let plain = |c: char| c.is_ascii_lowercase() || "üāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ".contains(c);
    let close = inner[end..].chars().next().map_or(0, char::len_utf8);
    ((1..=6).contains(&letters) && syllable.chars().all(plain)).then_some(open + end + close)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_width_and_traditional_and_drops_pinyin() {
        let text = "審結(jié)行政復(fù)議案件４５件（含１）";
        let shadow = Shadow::new(text);
        assert_eq!(shadow.text(), "审结行政复议案件45件(含1)");
        let at = shadow.text().find("45").unwrap();
        let end = at + 2;
        assert_eq!(&text[shadow.original(at)..shadow.original_end(end, text)], "４５");
    }

    #[test]
    fn keeps_brackets_that_are_no_pinyin() {
        assert_eq!(Shadow::new("村(社区)").text(), "村(社区)");
        assert_eq!(Shadow::new("APP(app)").text(), "APP(app)");
    }
}
