//! How far a word stands from its number, words that carry no meaning left out.

use std::sync::LazyLock;

use super::scene::Stretch;

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
    /// For each character of the basic plane, one more than the place of its words, or 0.
    first: Box<[u8]>,
    words: Vec<Vec<&'static str>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { first: vec![0; 0x1_0000].into(), words: Vec::new() };
    for word in FILLER {
        let Some(slot) = word.chars().next().and_then(|first| table.first.get_mut(first as usize)) else { continue };
        if *slot == 0 {
            table.words.push(Vec::new());
            *slot = table.words.len() as u8;
        }
        if let Some(list) = table.words.get_mut(usize::from(*slot) - 1) {
            list.push(word);
        }
    }
    for words in &mut table.words {
        words.sort_by_key(|word| usize::MAX - word.len());
    }
    table
});

impl Table {
    /// The longest filler at byte `at` of `text`, where `first` stands.
    fn word(&self, first: char, text: &str, at: usize) -> Option<&'static str> {
        let slot = usize::from(*self.first.get(first as usize)?).checked_sub(1)?;
        self.words.get(slot)?.iter().copied().find(|word| text[at..].starts_with(word))
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
    /// A bit for each byte that begins a character with a meaning.
    bits: Vec<u64>,
    /// Such characters before each word of bits.
    before: Vec<u32>,
    length: usize,
}

impl Widths {
    /// Counts the characters of `text` that are neither filler nor inside 《…》.
    pub fn new(text: &str) -> Self {
        let table = &*TABLE;
        let mut bits = vec![0_u64; text.len() / 64 + 1];
        let mut titles = 0_u32;
        // Where a word or a remark ends that has been passed over.
        let mut next = 0;
        for (at, c) in text.char_indices() {
            if at < next {
                continue;
            }
            match c {
                '(' if titles == 0 => next = at + 1 + aside(&text[at + 1..]),
                '《' => titles += 1,
                '》' => titles = titles.saturating_sub(1),
                '\n' => titles = 0,
                _ if titles > 0 => {}
                _ => match table.word(c, text, at) {
                    Some(word) => next = at + word.len(),
                    None => bits[at / 64] |= 1 << (at % 64),
                },
            }
        }
        let before = bits.iter().scan(0, |count, word| {
            let before = *count;
            *count += word.count_ones();
            Some(before)
        });
        let before = before.collect();
        Self { bits, before, length: text.len() }
    }

    /// Characters with a meaning in `stretch`, whose ends are between characters.
    pub fn of(&self, stretch: Stretch) -> usize {
        self.until(stretch.end).saturating_sub(self.until(stretch.start)) as usize
    }

    /// Characters with a meaning before `byte`.
    fn until(&self, byte: usize) -> u32 {
        let byte = byte.min(self.length);
        let (word, bit) = (byte / 64, byte % 64);
        let (Some(bits), Some(before)) = (self.bits.get(word), self.before.get(word)) else { return 0 };
        before + (bits & ((1 << bit) - 1)).count_ones()
    }
}

/// Characters of a short text that are neither filler nor inside 《…》.
pub(crate) fn width(text: &str) -> usize {
    Widths::new(text).of(Stretch::new(0, text.len()))
}
