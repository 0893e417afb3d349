//! Bodies as phrases name them: 中共墨岭市委 墨岭市人民政府, 市数据局, 我镇, 墨岭经济开发区管理委员会.

use super::divisions::Divisions;
use super::place_words::{self, Rank};
use crate::text::WordList;

/// What a phrase says of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Who {
    /// The places named, outermost first.
    pub places: Vec<String>,
    /// The place where it is named by its rank alone (市数据局, 我县).
    pub rank: Option<Rank>,
    /// What of the place it is.
    pub organ: Organ,
}

/// What of a place a body is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Organ {
    /// The place itself, its government, its party committee, or both.
    Government,
    /// An office that speaks for the place on the rule of law (依法治县办, 依法行政领导小组).
    Coordination,
    /// A bureau or other unit, by its name without the place; `None` for 我局.
    Department(Option<String>),
}

impl Who {
    pub(super) fn is_department(&self) -> bool {
        matches!(self.organ, Organ::Department(_))
    }

    /// Whether the phrase alone says which body it is.
    pub(super) fn is_full(&self) -> bool {
        !self.places.is_empty() && self.organ != Organ::Department(None)
    }
}

/// The ends of names of departments.
static UNITS: WordList = WordList::new(&[
    "委员会",
    "办公室",
    "办公厅",
    "办事处",
    "总队",
    "支队",
    "大队",
    "中心",
    "公司",
    "学院",
    "大学",
    "学校",
    "医院",
    "海关",
    "银行",
    "局",
    "委",
    "厅",
    "办",
    "院",
    "站",
    "所",
    "处",
    "署",
    "社",
    "会",
    "部",
    "馆",
    "队",
    "台",
    "联",
    "校",
]);
/// What the name of an office that coordinates the rule of law begins with.
static COORDINATES: WordList = WordList::new(&[
    "全面依法治",
    "依法治",
    "全面推进依法",
    "推进依法",
    "依法行政",
    "法治政府建设",
    "法治建设",
    "全面推进法治",
]);
/// National agencies that stand before the name of their local office.
static AGENCIES: WordList =
    WordList::new(&["国家税务总局", "国家统计局", "国家金融监督管理总局", "中华人民共和国", "中国人民银行"]);
/// Words that a subject ends before and that no name of a department holds.
static BREAKS: WordList = WordList::new(&[
    "在",
    "坚持",
    "以",
    "认真",
    "深入",
    "全面",
    "围绕",
    "按照",
    "根据",
    "紧",
    "始终",
    "把",
    "对照",
    "对标",
    "锚定",
    "的",
    "法治",
    "积极",
    "持续",
    "聚焦",
    "立足",
    "严格",
    "贯彻",
    "高度",
    "切实",
    "依法",
    "牢牢",
    "推进",
    "推动",
    "不断",
    "扎实",
    "上下",
    "各",
    "落实",
    "加快",
    "将",
    "通过",
    "着力",
    "大力",
    "全力",
    "抓",
    "突出",
    "强化",
    "充分",
    "牢固",
    "有力",
    "进一步",
    "深化",
    "奋力",
    "深刻",
    "忠实",
    "自觉",
    "坚决",
    "上半年",
    "紧紧",
]);
/// Words that a subject ends before and that names of departments may hold.
static OTHER_STOPS: WordList = WordList::new(&[
    "加强", "结合", "学习", "统筹", "主动", "党组", "党委", "机关", "全体", "开展", "党政", "主要", "关于", "工作",
    "履行", "系统", "就", "对", "领导",
]);

/// A phrase that is nothing but a body, or several bodies that report together.
pub(super) fn whole(text: &str, divisions: &Divisions) -> Option<Who> {
    let text = text.split(['(', '〔', '[', '【']).next().unwrap_or(text);
    let mut best: Option<Who> = None;
    for part in text.split([' ', '、']).filter(|part| !part.is_empty()) {
        let (who, rest) = read(part, divisions, true)?;
        if !rest.is_empty() {
            return None;
        }
        let better = best.as_ref().is_none_or(|best| best.places.is_empty() && !who.places.is_empty());
        if better {
            best = Some(who);
        }
    }
    best
}

/// The body that a sentence begins with, and what follows it.
pub(super) fn subject<'t>(text: &'t str, divisions: &Divisions) -> Option<(Who, &'t str)> {
    read(text.trim_start(), divisions, false)
}

fn read<'t>(text: &'t str, divisions: &Divisions, whole: bool) -> Option<(Who, &'t str)> {
    let agency = AGENCIES.at_start(text).unwrap_or_default();
    let text = text[agency.len()..].trim_start_matches("中共");
    let (places, mut rest) = place_words::chain(text, divisions);
    let (mut rank, mut needs_organ) = (None, false);
    if places.is_empty() {
        if let Some(own) = own_unit(text) {
            return Some(own);
        }
        if let Some(relative) = place_words::relative(text) {
            (rank, rest, needs_organ) = (Some(relative.rank), relative.after, relative.needs_organ);
        }
    }
    if rank.is_none() && places.is_empty() && !(whole && is_unit(rest)) {
        return None;
    }
    let (organ, rest) = organ(rest, whole, needs_organ)?;
    let organ = match organ {
        Organ::Department(Some(name)) if !agency.is_empty() => {
            let place = places.last().map_or("", String::as_str);
            Organ::Department(Some(format!("{agency}{place}{name}")))
        }
        other => other,
    };
    Some((Who { places, rank, organ }, rest))
}

/// 我局, 本委: a department that names itself elsewhere.
fn own_unit(text: &str) -> Option<(Who, &str)> {
    let after = text.strip_prefix('我').or_else(|| text.strip_prefix('本'))?;
    let unit = ["中心", "局", "委", "厅", "办", "院", "站", "部", "处", "所", "队", "会"];
    let rest = unit.iter().find_map(|unit| after.strip_prefix(unit))?;
    Some((Who { places: Vec::new(), rank: None, organ: Organ::Department(None) }, rest))
}

/// What follows the place: its government, its party committee, a coordinating office, a department, or a sentence.
fn organ(rest: &str, whole: bool, needed: bool) -> Option<(Organ, &str)> {
    if let Some(after) = coordination(rest) {
        return Some((Organ::Coordination, after));
    }
    if let Some((name, after)) = department(rest, whole) {
        return Some((Organ::Department(Some(name.to_owned())), after));
    }
    let (found, after) = government(rest);
    let ends = if whole { after.is_empty() } else { found || !starts_other_word(after) };
    (ends && (found || !needed)).then_some((Organ::Government, after))
}

/// Names of governments and of their party committees, the longer before what they end with.
static GOVERNMENT: WordList = WordList::new(&[
    "人民政府",
    "管理委员会",
    "街道办事处",
    "工作委员会",
    "党工委",
    "管委会",
    "委员会",
    "行政公署",
    "办事处",
    "行署",
    "政府",
    "党委",
    "委",
]);

/// Takes 人民政府, 管理委员会, 委、市政府 and the like off.
fn government(rest: &str) -> (bool, &str) {
    let mut at = rest;
    let mut found = false;
    while let Some(after) = GOVERNMENT.at_start(at).map(|word| &at[word.len()..]) {
        found = true;
        let joined = after.trim_start_matches(['、', '和', ' ']);
        // 市委、市政府: the second party names the place again.
        let second = place_words::relative(joined).map(|relative| relative.after);
        let second = second.unwrap_or_else(|| place_words::skip_unlisted(joined));
        at = if GOVERNMENT.at_start(second).is_some() { second } else { after };
    }
    (found, at)
}

/// An office that coordinates the rule of law for its place.
fn coordination(rest: &str) -> Option<&str> {
    let bare = ["委员会", "委", "人民政府", "政府"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    COORDINATES.at_start(bare)?;
    ["领导小组办公室", "委员会办公室", "领导小组", "委员会", "办公室"]
        .iter()
        .filter_map(|end| bare.find(end).filter(|at| *at <= 60).map(|at| &bare[at + end.len()..]))
        .min_by_key(|after| after.len())
}

/// The name of a department at the start of `rest`, up to the end or to a word that a subject ends before.
fn department(rest: &str, whole: bool) -> Option<(&str, &str)> {
    if !whole && starts_with_stop(rest) {
        return None;
    }
    let limit = rest.char_indices().nth(32).map_or(rest.len(), |(at, _)| at);
    for (at, c) in rest[..limit].char_indices().skip(1) {
        let here = &rest[at..];
        if !whole && (BREAKS.at_start(here).is_some() || matches!(c, '、' | '。' | '“' | '《')) {
            return None;
        }
        let Some(unit) = UNITS.at_start(here) else { continue };
        let end = at + unit.len();
        let (name, after) = rest.split_at(end);
        // 中共青川市水利局党组 is the bureau.
        let after = if matches!(after, "党组" | "党委") { "" } else { after };
        let closed = after.is_empty() || !whole && ends_subject(after);
        if closed && !is_government_word(name) {
            return Some((name, after));
        }
    }
    None
}

fn ends_subject(after: &str) -> bool {
    after.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_punctuation() || "、。“《〔 ".contains(c))
        || starts_with_stop(after)
}

fn starts_with_stop(text: &str) -> bool {
    BREAKS.at_start(text).is_some() || OTHER_STOPS.at_start(text).is_some()
}

/// 人民政府, 管理委员会 end like departments and are none.
fn is_government_word(name: &str) -> bool {
    GOVERNMENT.words().contains(&name)
        || name.ends_with("政府") && name.chars().count() <= 5
        || name.ends_with("街道办事处") && name.starts_with("人民政府")
}

/// Whether a whole phrase without any place is the name of a department (交通运输局).
fn is_unit(text: &str) -> bool {
    let length = text.chars().count();
    (3..=24).contains(&length) && department(text, true).is_some()
}

/// 市民, 市场, 县域: the place's last character belongs to another word.
fn starts_other_word(after: &str) -> bool {
    after.starts_with(['民', '场', '容', '域', '级', '直', '区', '县', '市', '城', '村'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(who: &Who) -> String {
        let unit = match &who.organ {
            Organ::Government => "government",
            Organ::Coordination => "coordination",
            Organ::Department(name) => name.as_deref().unwrap_or("own"),
        };
        format!("{} {} {unit}", who.places.join(">"), who.rank.map_or("-".into(), |rank| format!("{rank:?}")))
    }

    #[test]
    fn a_whole_phrase_is_places_and_an_organ() {
        for (phrase, wanted) in [
            ("中共松川市委 松川市人民政府", "松川市 - government"),
            ("营口市鲅鱼圈区", "营口市>鲅鱼圈区 - government"),
            ("市数据局(市行政审批局)", " City 数据局"),
            ("青川市民政局", "青川市 - 民政局"),
            ("柳湾县住房和城乡建设局", "柳湾县 - 住房和城乡建设局"),
            ("望川经济开发区管理委员会", "望川经济开发区 - government"),
            ("青川市全面依法治市委员会办公室", "青川市 - coordination"),
            ("青川市人民政府办公室", "青川市 - 人民政府办公室"),
            ("国家税务总局青川市税务局", "青川市 - 国家税务总局青川市税务局"),
            ("交通运输局", " - 交通运输局"),
        ] {
            assert_eq!(shown(&whole(phrase, Divisions::built_in()).unwrap()), wanted, "{phrase}");
        }
        for phrase in ["关于2024年", "工作要点", "城市管理", "推进法治政府建设", ""] {
            assert_eq!(whole(phrase, Divisions::built_in()), None, "{phrase}");
        }
    }

    #[test]
    fn a_sentence_begins_with_its_subject() {
        for (sentence, wanted, rest) in [
            ("盖州市坚持以…为指导", "盖州市 - government", "坚持以…为指导"),
            ("市政府坚持依法行政", " City government", "坚持依法行政"),
            ("青川市交通运输局认真贯彻", "青川市 - 交通运输局", "认真贯彻"),
            ("我局在市委领导下", " - own", "在市委领导下"),
            ("青川市委、市政府坚持", "青川市 - government", "坚持"),
            ("槐荫镇在县委领导下", "槐荫镇 - government", "在县委领导下"),
        ] {
            let (who, after) = subject(sentence, Divisions::built_in()).unwrap();
            assert_eq!((shown(&who), after), (wanted.to_owned(), rest), "{sentence}");
        }
        for sentence in ["在省委、省政府领导下", "市场主体稳步增长", "各部门认真落实", "以法治为引领"]
        {
            assert_eq!(subject(sentence, Divisions::built_in()), None, "{sentence}");
        }
    }
}
