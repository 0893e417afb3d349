//! Whether two texts are nearly the same, and which of their digits differ: a corrected report against the first one.

/// Characters of a shingle.
const SHINGLE: usize = 8;

/// Share of shingles in common from which two texts are nearly the same.
const NEAR: f64 = 0.8;

/// Most cells of the table that pairs numbers; beyond it they are paired by their order.
const CELLS: usize = 4_000_000;

/// How a text that is nearly the same as an earlier one differs from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// Share of their stretches of eight characters that both have, above 0.8 and up to 1.
    pub share: f64,
    /// Numbers that differ, the earlier text's and the later one's, in order; empty where one has none.
    pub digits: Vec<(String, String)>,
}

/// Compares two texts without their blanks; `None` where they are not nearly the same.
pub fn near(earlier: &str, later: &str) -> Option<Near> {
    let (left, right) = (shingles(earlier), shingles(later));
    let common = left.iter().filter(|shingle| right.binary_search(shingle).is_ok()).count();
    let all = left.len() + right.len() - common;
    let share = if all == 0 { 0.0 } else { common as f64 / all as f64 };
    (share >= NEAR).then(|| Near { share, digits: differing(&numbers(earlier), &numbers(later)) })
}

/// Hashes of all stretches of eight characters, in ascending order, each once.
fn shingles(text: &str) -> Vec<u64> {
    let characters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    // FNV-1a: the same on every machine, and good enough for a share.
    let hash = |window: &[char]| {
        window
            .iter()
            .fold(0xCBF2_9CE4_8422_2325_u64, |hash, &c| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01B3))
    };
    let mut all: Vec<u64> = characters.windows(SHINGLE).map(hash).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The numbers of a text as they are written.
fn numbers(text: &str) -> Vec<&str> {
    let inside = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || matches!(c, '.' | '．' | '%' | '％');
    let runs = text.split(|c: char| !inside(c)).map(|run| run.trim_matches(['.', '．']));
    runs.filter(|run| run.chars().any(|c| !matches!(c, '%' | '％' | '.' | '．'))).collect()
}

/// Numbers outside the longest list that both have in common, paired within each gap.
fn differing(left: &[&str], right: &[&str]) -> Vec<(String, String)> {
    let head = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (left, right) = (&left[head..], &right[head..]);
    let tail = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (&left[..left.len() - tail], &right[..right.len() - tail]);
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (a, b) in common(left, right).into_iter().chain([(left.len(), right.len())]) {
        for step in 0..(a - i).max(b - j) {
            let one = |side: &[&str], at: usize, end: usize| {
                side.get(at).filter(|_| at < end).map_or_else(String::new, |number| (*number).to_owned())
            };
            pairs.push((one(left, i + step, a), one(right, j + step, b)));
        }
        (i, j) = (a + 1, b + 1);
    }
    pairs
}

/// Places of the longest list that both sides have in common.
fn common(left: &[&str], right: &[&str]) -> Vec<(usize, usize)> {
    let width = right.len() + 1;
    if left.is_empty() || right.is_empty() || left.len().saturating_mul(width) > CELLS {
        return Vec::new();
    }
    let mut longest = vec![0_u32; (left.len() + 1) * width];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            let at = i * width + j;
            longest[at] = if left[i] == right[j] {
                longest[at + width + 1] + 1
            } else {
                longest[at + width].max(longest[at + 1])
            };
        }
    }
    let (mut i, mut j, mut places) = (0, 0, Vec::new());
    while i < left.len() && j < right.len() {
        if left[i] == right[j] {
            places.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "甲市2024年全年收到行政复议申请974件，审结912件，纠错率8.5%；开展培训35场次，参训4200人次，\
                        各项工作取得明显成效，法治政府建设迈出坚实步伐，群众满意度稳步提升，营商环境持续优化。\
                        下一步将健全依法决策机制，严格规范公正文明执法，完善矛盾纠纷多元化解，加强行政权力监督，\
                        强化科技保障和队伍建设，压实党政主要负责人职责，推动法治社会建设取得更大进展。";

    fn pairs(later: &str) -> Vec<(String, String)> {
        near(TEXT, later).unwrap().digits
    }

    fn pair(left: &str, right: &str) -> (String, String) {
        (left.to_owned(), right.to_owned())
    }

    #[test]
    fn differing_digits_are_listed_and_no_others() {
        assert_eq!(pairs(TEXT), []);
        assert_eq!(pairs(&TEXT.replace("974件", "975件")), [pair("974", "975")]);
        let two = TEXT.replace("8.5%", "9.5%").replace("35场", "36场");
        assert_eq!(pairs(&two), [pair("8.5%", "9.5%"), pair("35", "36")]);
        assert_eq!(pairs(&TEXT.replace("开展培训35场次，", "")), [pair("35", "")]);
        assert_eq!(pairs(&TEXT.replace("审结", "审结12份，")), [pair("", "12")]);
        assert_eq!(pairs(&format!("  {}\n", TEXT.replace('，', "，\n"))), []);
    }

    #[test]
    fn another_text_is_not_near() {
        assert_eq!(near(TEXT, "乙县2024年法治政府建设年度报告。本年没有收到行政复议申请。"), None);
        assert_eq!(near("", ""), None);
        assert_eq!(near(TEXT, ""), None);
    }
}
