//! How far a word stands from its number, words that carry no meaning left out.

use std::sync::LazyLock;

use super::scene::Stretch;
use crate::text::CharSet;

/// Words that may stand between a noun and its number without parting them, longest first.
const FILLER: &[&str] = &[
    "分别达到",
    "稳定在",
    "保持在",
    "控制在",
    "维持在",
    "达到了",
    "总数达",
    "提高到",
    "提升到",
    "提升至",
    "提高至",
    "压减至",
    "压减到",
    "压缩至",
    "压缩到",
    "下降到",
    "下降至",
    "上升到",
    "上升至",
    "合计达",
    "全部",
    "案件",
    "事项",
    "工作",
    "活动",
    "各类",
    "达到",
    "分别",
    "累计",
    "总计",
    "合计",
    "共计",
    "高达",
    "均达",
    "均为",
    "保持",
    "稳定",
    "总数",
    "数量",
    "数为",
    "人数",
    "件数",
    "次数",
    "总量",
    "降至",
    "降到",
    "升至",
    "升到",
    "增至",
    "增加到",
    "已达",
    "实现",
    "完成",
    "金额",
    "总额",
    "比例",
    "比率",
    "平均",
    "总共",
    "约为",
    "共有",
    "目前",
    "超过",
    "突破",
    "为",
    "达",
    "共",
    "计",
    "有",
    "约",
    "至",
    "到",
    "已",
    "了",
    "均",
    "数",
    "等",
    "的",
    "是",
    "在",
    "于",
    "率",
    "都",
    "各",
    "“",
    "”",
    "\"",
    "并",
    "其",
    "(",
    ")",
    " ",
    ":",
    "：",
    "、",
    "个",
    "件",
    "项",
    "次",
    "超",
    "近",
    "逾",
    "又",
    "也",
    "就",
    "仅",
    "只",
];

/// Characters of the longest remark in brackets that parts no word from its number.
const ASIDE: usize = 14;

/// The filler by its first character.
struct Table {
    /// The first characters, and the marks that enclose what does not count.
    special: CharSet,
    /// For each character of the basic plane, one more than the place of its words, or 0.
    first: Box<[u8]>,
    /// What follows the first character, the longest first.
    rests: Vec<Vec<&'static str>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let (mut first, mut rests) = (vec![0_u8; 0x1_0000], Vec::<Vec<&str>>::new());
    for word in FILLER {
        let mut rest = word.chars();
        let Some(slot) = rest.next().and_then(|c| first.get_mut(c as usize)) else { continue };
        if *slot == 0 {
            rests.push(Vec::new());
            *slot = rests.len() as u8;
        }
        if let Some(list) = rests.get_mut(usize::from(*slot) - 1) {
            list.push(rest.as_str());
        }
    }
    for list in &mut rests {
        list.sort_by_key(|rest| usize::MAX - rest.len());
    }
    let marks = ['(', '《', '》', '\n'];
    let special = CharSet::of(|c| marks.contains(&c) || first.get(c as usize).is_some_and(|&slot| slot > 0));
    Table { special, first: first.into(), rests }
});

impl Table {
    /// Length of the longest filler that begins with `first` and goes on with `rest`, from behind `first`.
    fn rest(&self, first: char, rest: &str) -> Option<usize> {
        let slot = usize::from(*self.first.get(first as usize)?).checked_sub(1)?;
        self.rests.get(slot)?.iter().find(|filler| rest.starts_with(**filler)).map(|filler| filler.len())
    }
}

/// Length in bytes of a short remark in brackets up to its close, 审结(含上年结转)101件, from behind the opening one.
fn aside(text: &str) -> usize {
    let mut chars = text.char_indices().take(ASIDE);
    let end = chars.find(|(_, c)| *c == ')' || *c == '(' || *c == '\n' || c.is_ascii_digit());
    end.filter(|(_, c)| *c == ')').map_or(0, |(at, c)| at + c.len_utf8())
}

/// Widths of the stretches of one text, counted once.
#[derive(Debug)]
pub(crate) struct Widths {
    words: Vec<Word>,
    length: usize,
}

/// What stands in 64 bytes of a text.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    /// A bit for each byte that begins a character with a meaning.
    bits: u64,
    /// Such characters before.
    before: u32,
}

impl Widths {
    /// Counts the characters of `text` that are neither filler nor inside 《…》.
    pub fn new(text: &str) -> Self {
        let mut widths = Self { words: characters(text), length: text.len() };
        let table = &*TABLE;
        // Titles that are open, and where the outermost begins.
        let (mut titles, mut open) = (0_u32, 0);
        let mut special = table.special.each_in(text, 0);
        while let Some((at, c)) = special.next() {
            let mut next = at + c.len_utf8();
            match c {
                '《' => {
                    open = if titles == 0 { at } else { open };
                    titles += 1;
                }
                '》' if titles > 1 => titles -= 1,
                '》' | '\n' => {
                    widths.clear(if titles > 0 { open } else { at }, next);
                    titles = 0;
                }
                _ if titles > 0 => {}
                '(' => {
                    next += aside(&text[next..]);
                    widths.clear(at, next);
                    special.skip_to(next);
                }
                _ => {
                    if let Some(rest) = table.rest(c, &text[next..]) {
                        next += rest;
                        widths.clear(at, next);
                        special.skip_to(next);
                    }
                }
            }
        }
        if titles > 0 {
            widths.clear(open, text.len());
        }
        let mut count = 0;
        for word in &mut widths.words {
            word.before = count;
            count += word.bits.count_ones();
        }
        widths
    }

    /// Takes the characters from byte `from` to byte `to` for such without a meaning.
    fn clear(&mut self, from: usize, to: usize) {
        let (first, last) = (from / 64, to / 64);
        let (behind, before) = (u64::MAX << (from % 64), (1 << (to % 64)) - 1);
        if first == last {
            self.words[first].bits &= !(behind & before);
            return;
        }
        self.words[first].bits &= !behind;
        self.words[first + 1..last].iter_mut().for_each(|word| word.bits = 0);
        self.words[last].bits &= !before;
    }

    /// Characters with a meaning in `stretch`, whose ends are between characters.
    pub fn of(&self, stretch: Stretch) -> usize {
        self.until(stretch.end).saturating_sub(self.until(stretch.start)) as usize
    }

    /// Characters with a meaning before `byte`.
    fn until(&self, byte: usize) -> u32 {
        let byte = byte.min(self.length);
        let Some(word) = self.words.get(byte / 64) else { return 0 };
        word.before + (word.bits & ((1 << (byte % 64)) - 1)).count_ones()
    }
}

/// A bit for each byte of `text` that begins a character.
fn characters(text: &str) -> Vec<Word> {
    let mut words = vec![Word::default(); text.len() / 64 + 1];
    for (word, bytes) in words.iter_mut().zip(text.as_bytes().chunks(64)) {
        let (eights, rest) = bytes.as_chunks();
        let bits = eights.iter().rev().fold(0, |bits, eight| bits << 8 | beginnings(*eight));
        let mut last = [0x80; 8];
        last[..rest.len()].copy_from_slice(rest);
        word.bits = bits | beginnings(last).checked_shl(8 * eights.len() as u32).unwrap_or(0);
    }
    words
}

/// A bit for each of eight bytes that begins a character.
fn beginnings(bytes: [u8; 8]) -> u64 {
    const LOWEST: u64 = 0x0101_0101_0101_0101;
    let bytes = u64::from_le_bytes(bytes);
    // A byte inside a character has its highest bit and not the next one.
    let begins = (!bytes >> 7 | bytes >> 6) & LOWEST;
    // Brings the lowest bits of all eight together in the highest byte.
    begins.wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// Characters of a short text that are neither filler nor inside 《…》.
pub(crate) fn width(text: &str) -> usize {
    Widths::new(text).of(Stretch::new(0, text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bit_stands_at_every_character_and_nowhere_else() {
        let text = "法a治é\u{20000}。".repeat(20);
        for (end, _) in text.char_indices() {
            let words = characters(&text[..end]);
            let told = |at: usize| words[at / 64].bits >> (at % 64) & 1 == 1;
            assert!((0..words.len() * 64).all(|at| told(at) == (at < end && text.is_char_boundary(at))), "{end}");
        }
    }
}
