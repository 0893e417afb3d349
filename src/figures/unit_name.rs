//! Names of units below the reporting one: 青屏县, 某街道, and what only looks like them: 社区, 组建乡村….

use crate::identity::Divisions;
use crate::text::{WordList, is_han};

/// Endings of units' names, longer ones first.
pub(super) const SUFFIX: &[&str] = &["街道办事处", "街道", "分局", "县", "区", "市", "旗", "镇", "乡", "支队", "大队"];

static SUFFIXES: WordList = WordList::new(SUFFIX);

/// Before a suffix these make a common noun (社区, 园区, 小镇) or a word of quantity (各县).
static COMMON: WordList = WordList::new(&[
    "全", "我", "本", "各", "该", "两", "跨", "社", "园", "辖", "片", "景", "校", "库", "灾", "牧", "林", "小", "城",
    "郊", "地", "都", "上", "超", "开发", "示范", "经开", "高新", "保护", "自贸", "工业", "市场", "建制", "乡", "城乡",
    "集",
]);

/// A name never begins with these.
static OPENS: WordList = WordList::new(&[
    "对", "向", "在", "由", "为", "和", "与", "到", "每", "一", "个", "多", "全", "我", "本", "各", "该", "两", "跨",
]);

/// Verbs of the trade: a stem that holds one is a clause, no name.
static VERBS: WordList = WordList::new(&[
    "开展",
    "组织",
    "推动",
    "实现",
    "建成",
    "完成",
    "指导",
    "选聘",
    "覆盖",
    "走访",
    "打造",
    "创建",
    "获评",
    "新增",
    "聘任",
    "办理",
    "清理",
    "审查",
    "制定",
    "受理",
    "调解",
    "化解",
    "培训",
    "举办",
    "检查",
    "推进",
    "加强",
    "深入",
    "建立",
    "承接",
    "赋予",
    "组建",
    "新建",
    "接收",
    "在册",
    "参加",
    "发放",
    "公开",
    "归集",
    "纠正",
    "处置",
    "评查",
    "修订",
    "出台",
    "下放",
    "承办",
    "收到",
    "全年",
    "合法性",
]);

/// The name at the start of `text` and what follows it; `marked` where 其中 or 下辖 stands before it.
///
/// A listed name always counts; any other has two to five characters, ends as units do, and is no common noun.
pub(crate) fn unit_name(text: &str, marked: bool) -> Option<(&str, &str)> {
    let ends = text
        .char_indices()
        .take(8)
        .filter_map(|(at, _)| SUFFIXES.at_start(&text[at..]).filter(|_| at >= 3).map(|suffix| at + suffix.len()));
    let divisions = Divisions::built_in();
    for end in ends {
        let name = &text[..end];
        if !divisions.named(name).is_empty() || reads_as_name(name, marked) {
            return Some((name, &text[end..]));
        }
    }
    None
}

fn reads_as_name(name: &str, marked: bool) -> bool {
    let stem = SUFFIX.iter().find_map(|suffix| name.strip_suffix(suffix)).unwrap_or(name);
    let common = |stem: &str| if marked { COMMON.words().contains(&stem) } else { COMMON.at_end(stem).is_some() };
    // Most are no names: what is cheap to ask comes first.
    (2..=4).contains(&stem.chars().count())
        && name.chars().all(is_han)
        && !common(stem)
        && OPENS.at_start(stem).is_none()
        && !VERBS.is_in(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listed_and_invented_names_are_names() {
        for (text, name) in [("海城市受理", "海城市"), ("青屏县审结", "青屏县"), ("鲅鱼圈区办理", "鲅鱼圈区")]
        {
            assert_eq!(unit_name(text, true).map(|(name, _)| name), Some(name), "{text}");
        }
    }

    #[test]
    fn common_nouns_and_clauses_are_none() {
        for text in [
            "社区矫正对象",
            "接收社区矫正对象",
            "各县区办理",
            "组建乡村队伍",
            "年末全市经营",
            "跨沈阳都市圈",
            "县级审结",
        ] {
            assert_eq!(unit_name(text, false), None, "{text}");
        }
    }
}
