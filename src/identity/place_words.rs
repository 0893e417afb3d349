//! Names of places at the start of a phrase, listed or not.

use super::divisions::Divisions;
use super::types::Level;
use crate::text::{CharSet, WordList};

/// The rank that a place's last character or a self-word gives it. 市 alone does not tell prefecture from county.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// 省, 自治区.
    Province,
    /// 市.
    City,
    /// 自治州, 盟, 地区.
    Region,
    /// 县, 旗.
    County,
    /// 区.
    District,
    /// 开发区, 高新区, 新区.
    Zone,
    /// 乡, 镇, 街道.
    Township,
}

/// Longest stem of an unlisted place, in characters; zones have longer names.
const STEM: usize = 6;
const ZONE_STEM: usize = 14;
/// Ends of place names, longest first.
const ENDS: [(&str, Rank); 14] = [
    ("自治区", Rank::Province),
    ("自治州", Rank::Region),
    ("自治县", Rank::County),
    ("自治旗", Rank::County),
    ("地区", Rank::Region),
    ("街道", Rank::Township),
    ("苏木", Rank::Township),
    ("省", Rank::Province),
    ("市", Rank::City),
    ("县", Rank::County),
    ("旗", Rank::County),
    ("镇", Rank::Township),
    ("乡", Rank::Township),
    ("区", Rank::District),
];
/// What stands before 区 in the name of a zone.
static ZONES: WordList = WordList::new(&[
    "开发", "高新", "经开", "新", "园", "保税", "度假", "风景", "名胜", "示范", "试验", "合作", "管理", "功能", "先行",
    "创新", "产业", "工业", "加工", "景",
]);
/// Words of two characters that hold the last character of a place name without being one.
static OTHER_WORDS: WordList = WordList::new(&[
    "城市", "都市", "上市", "超市", "全市", "各市", "县市", "市场", "市政", "市容", "市民", "市县", "市级", "市直",
    "市域", "市区", "城镇", "乡镇", "全镇", "各镇", "镇街", "镇村", "镇乡", "城乡", "乡村", "乡土", "社区", "辖区",
    "灾区", "牧区", "库区", "片区", "校区", "军区", "小区", "城区", "全区", "各区", "老区", "区域", "区块", "区级",
    "区直", "区划", "区县", "县区", "县域", "县级", "县直", "县城", "全县", "各县", "红旗", "旗帜", "省级", "省直",
]);
/// What may follow a place although its first character would make another word: 青川市|民政局, 柳湾县|城市管理局.
static ORGANS: WordList = WordList::new(&[
    "民政", "民族", "民宗", "民防", "民间", "政府", "政务", "政协", "政法", "政数", "城市", "城管", "城乡",
]);
/// Organs that only a place has.
static OWN_ORGANS: WordList = WordList::new(&["人民政府", "政府", "党委", "党政", "委员会"]);
/// Characters that no stem of an unlisted place holds.
static NEVER: CharSet = CharSet::new(
    &['0'..='9', 'A'..='Z', 'a'..='z'],
    "的在与及为是把将由从到年月等之其该我本各全以对使被让向关于依，,。、;:.!?()《》“”\"'+*×-/|>< ",
);
/// The characters that [`ENDS`] begin with.
static END_STARTS: CharSet = CharSet::new(&[], "自地街苏省市县旗镇乡区");
/// Words that no stem holds.
static NEVER_WORDS: WordList = WordList::new(&[
    "法治", "政府", "行政", "工作", "推进", "坚持", "人民", "管理", "建设", "街道", "认真", "落实", "领导", "委员",
    "党委", "单位", "按照", "根据", "遵照", "结合", "贯彻", "围绕", "要求", "部署", "有关", "通知", "统一",
]);

/// The places that `text` begins with, outermost first, and the rest. 人民政府 between two places is passed over.
pub(super) fn chain<'t>(text: &'t str, divisions: &Divisions) -> (Vec<String>, &'t str) {
    let mut places: Vec<String> = Vec::new();
    let mut rest = text;
    while places.len() < 4 {
        let ahead = if places.is_empty() { rest } else { rest.strip_prefix("人民政府").unwrap_or(rest) };
        let Some((name, after)) = place(ahead, places.is_empty(), divisions) else { break };
        places.push(name);
        rest = after;
    }
    (places, rest)
}

fn place<'t>(text: &'t str, first: bool, divisions: &Divisions) -> Option<(String, &'t str)> {
    if let Some(name) = divisions.prefix(text) {
        let after = &text[name.len()..];
        if name.len() >= 9 || !ends_in_other_word(text, name.len()) {
            return Some((name.to_owned(), after));
        }
    }
    if first
        && divisions.may_begin_with_outer(text)
        && let Some(found) = short(text, divisions)
    {
        return Some(found);
    }
    let end = unlisted(text)?;
    let (name, after) = text.split_at(end);
    // Behind a place, 住房和城乡建设局 and its like are departments: a further place must end the phrase or have organs.
    let follows = first || after.is_empty() || rank_of(name) != Some(Rank::City);
    follows.then(|| (name.to_owned(), after))
}

/// 天津静海区, 辽宁: the short name of a province or prefecture, before a place inside it, an organ, or nothing.
fn short<'t>(text: &'t str, divisions: &Divisions) -> Option<(String, &'t str)> {
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).skip(2).take(5).collect();
    ends.into_iter().rev().find_map(|end| {
        let (name, after) = text.split_at(end);
        let found = divisions.named_short(name);
        let outer = found.iter().find(|row| row.level != Level::County)?;
        let inner = divisions
            .prefix(after)
            .is_some_and(|inside| divisions.named(inside).iter().any(|row| divisions.within(row, outer)));
        let alone = after.is_empty() || outer.level == Level::Province && unlisted(text).is_none();
        (inner || alone).then(|| (outer.name.clone(), after))
    })
}

/// Where the name of an unlisted place at the start of `text` ends.
pub(super) fn unlisted(text: &str) -> Option<usize> {
    for (count, (at, c)) in text.char_indices().enumerate().take(ZONE_STEM + 1) {
        if NEVER.contains(c) {
            return None;
        }
        if !END_STARTS.contains(c) {
            continue;
        }
        let rest = &text[at..];
        let Some((end, rank)) = ENDS.iter().find(|(end, _)| rest.starts_with(end)) else { continue };
        let (stem, after) = (&text[..at], &rest[end.len()..]);
        if *end == "街道" && stem.is_empty() {
            return None;
        }
        let zone = *rank == Rank::District && ZONES.at_end(stem).is_some();
        let least = if matches!(end, &"镇" | &"乡" | &"县") { 1 } else { 2 };
        let least = if stem.ends_with("自治") { 4 } else { least };
        let long = count < least || count > if zone || end.len() > 3 { ZONE_STEM } else { STEM };
        let other = !zone && ends_in_other_word(text, at + end.len());
        if long || other || (!zone && NEVER_WORDS.is_in(stem)) || goes_on(end, after) {
            continue;
        }
        return Some(at + end.len());
    }
    None
}

/// A longer name goes on: 坡子街|街道, 经济技术开发区 behind 城市, 镇海区.
fn goes_on(end: &str, after: &str) -> bool {
    end == "街道" && after.starts_with("街道") || end == "乡" && after.starts_with('镇')
}

/// Whether the place name that ends at byte `end` of `text` has its last character from another word, which ends with
/// the name or goes on behind it.
fn ends_in_other_word(text: &str, end: usize) -> bool {
    let (name, after) = text.split_at(end);
    let last = name.char_indices().next_back().map_or(0, |(at, _)| at);
    // 通城镇人民政府, 新城镇2024年… are of towns, 推进城镇建设 and 小城镇 of none.
    let alone = || after.is_empty() && name.chars().count() == 3;
    let named = || alone() || after.starts_with(|c: char| c.is_ascii_digit()) || after.starts_with("关于");
    let common = || name.starts_with(['小', '各', '全', '县', '市', '城']);
    let town = name.ends_with("城镇") && (OWN_ORGANS.at_start(after).is_some() || named() && !common());
    OTHER_WORDS.at_end(name).is_some() && !town
        || OTHER_WORDS.at_start(&text[last..]).is_some() && ORGANS.at_start(after).is_none()
}

/// Skips an unlisted place name at the start, if there is one.
pub(super) fn skip_unlisted(text: &str) -> &str {
    unlisted(text).map_or(text, |end| &text[end..])
}

/// A place named by its rank alone.
pub(super) struct Relative<'t> {
    pub rank: Rank,
    /// What follows the word.
    pub after: &'t str,
    /// Bare 市 means a city only before one of its organs; 我市 and 自治区 stand alone.
    pub needs_organ: bool,
}

/// 市(政府), 我县, 自治区 at the start of `text`.
pub(super) fn relative(text: &str) -> Option<Relative<'_>> {
    let own = text.strip_prefix(['我', '本', '全']).unwrap_or(text);
    let words: [(&str, Rank); 15] = [
        ("自治区", Rank::Province),
        ("开发区", Rank::Zone),
        ("高新区", Rank::Zone),
        ("管委会", Rank::Zone),
        ("街道", Rank::Township),
        ("省", Rank::Province),
        ("市", Rank::City),
        ("州", Rank::Region),
        ("盟", Rank::Region),
        ("县", Rank::County),
        ("旗", Rank::County),
        ("区", Rank::District),
        ("镇", Rank::Township),
        ("乡", Rank::Township),
        ("街", Rank::Township),
    ];
    let (word, rank) = words.into_iter().find(|(word, _)| own.starts_with(word))?;
    let after = &own[word.len()..];
    let other = ends_in_other_word(own, word.len());
    let needs_organ = own.len() == text.len() && !matches!(word, "自治区" | "街道" | "管委会");
    (!other).then_some(Relative { rank, after, needs_organ })
}

/// The rank that a name's own end gives it.
pub(super) fn rank_of(name: &str) -> Option<Rank> {
    let (end, rank) = ENDS.iter().find(|(end, _)| name.ends_with(end))?;
    let stem = &name[..name.len() - end.len()];
    let zone = *rank == Rank::District && ZONES.at_end(stem).is_some();
    Some(if zone { Rank::Zone } else { *rank })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_begin_with_their_characters() {
        let begins = |c: char| ENDS.iter().any(|(end, _)| end.starts_with(c));
        assert!(('\0'..=char::MAX).all(|c| END_STARTS.contains(c) == begins(c)));
        assert!(ENDS.iter().all(|(end, _)| !end.contains(|c| NEVER.contains(c))));
    }
}
