//! Which of two readings of the same bytes is Chinese: the share of characters that people write.

use std::sync::LazyLock;

use encoding_rs::{BIG5, Encoding, GB18030};

/// Bytes compared; the readings part within a few dozen.
const SAMPLE: usize = 16 << 10;

/// First and last Chinese character of the basic block.
const HAN: (char, char) = ('\u{4E00}', '\u{9FFF}');

/// The encoding of Chinese by which `bytes` read as everyday text; `None` where neither does.
///
/// Most bytes are valid in both. Read by the wrong one, half of the characters are kana, phonetic signs or words of
/// no one's vocabulary; the right one hardly has any such.
pub(super) fn chinese(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let (gb, big5) = (share(GB18030, sample), share(BIG5, sample));
    // A few characters more on one side say nothing: GB 18030 is the rule.
    if big5 >= 85 && big5 > gb + 10 {
        return Some(BIG5);
    }
    (gb >= 85).then_some(GB18030)
}

/// How many of a hundred characters beyond ASCII are everyday ones.
fn share(encoding: &'static Encoding, sample: &[u8]) -> usize {
    let text = encoding.decode_without_bom_handling(sample).0;
    let (mut everyday, mut all) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        all += 1;
        everyday += usize::from(is_everyday(c));
    }
    everyday * 100 / all.max(1)
}

fn is_everyday(c: char) -> bool {
    match c {
        '\u{3000}'..='\u{3017}' | '！'..='～' | '\u{2013}'..='\u{2026}' | '\u{2460}'..='\u{2473}' | '·' | '℃' => {
            true
        }
        c if (HAN.0..=HAN.1).contains(&c) => EVERYDAY.get(place(c)).copied().unwrap_or_default(),
        _ => false,
    }
}

fn place(c: char) -> usize {
    (c as usize).wrapping_sub(HAN.0 as usize)
}

/// The characters of GB 2312, and the level of Big5 for everyday use.
static EVERYDAY: LazyLock<Vec<bool>> = LazyLock::new(|| {
    let mut list = vec![false; place(HAN.1) + 1];
    // Pairs that are no character decode to signs outside the list.
    for (encoding, leads, trails) in [(GB18030, 0xB0..=0xF7, 0xA1..=0xFE), (BIG5, 0xA4..=0xC6, 0x40..=0xFE)] {
        for pair in leads.flat_map(|lead| trails.clone().map(move |trail| [lead, trail])) {
            for c in encoding.decode_without_bom_handling(&pair).0.chars() {
                if let Some(known) = list.get_mut(place(c)) {
                    *known = true;
                }
            }
        }
    }
    list
});

#[cfg(test)]
mod tests {
    use super::*;

    const TRADITIONAL: &str = "甲市2024年法治政府建設年度報告\n全市各級行政機關堅持依法行政，辦結行政複議案件45件。";
    const SIMPLIFIED: &str = "甲市2024年法治政府建设年度报告\n全市各级行政机关坚持依法行政，办结行政复议案件45件。";

    #[test]
    fn each_script_in_each_encoding() {
        assert_eq!(chinese(&BIG5.encode(TRADITIONAL).0), Some(BIG5));
        assert_eq!(chinese(&GB18030.encode(TRADITIONAL).0), Some(GB18030));
        assert_eq!(chinese(&GB18030.encode(SIMPLIFIED).0), Some(GB18030));
        assert_eq!(chinese("日本語のテキスト".as_bytes()), None);
    }

    #[test]
    fn short_titles() {
        for title in ["法治政府", "邯郸市司法局", "工作总结", "濮阳报告", "亳州", "泸州市"] {
            assert_eq!(chinese(&GB18030.encode(title).0), Some(GB18030), "{title}");
        }
        for title in ["法治政府", "年度報告", "工作總結", "行政院法務部"] {
            assert_eq!(chinese(&BIG5.encode(title).0), Some(BIG5), "{title}");
        }
    }
}
