//! Whose number it is: the whole place, the issuing level alone, a lower or a higher unit, a part of another figure.

use super::cues::{Cue, Cues};
use super::numbers::{Quantity, TokenKind};
use super::scene::{Beside, Scene, Stretch};
use super::unit_name::unit_name;
use super::{Bound, Reason};
use crate::identity::{Kind, Level};
use crate::text::WordList;

/// Whose number it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The whole jurisdiction, or a department's own work.
    Whole,
    /// 市本级.
    Own,
    /// Another unit, with its name.
    Other(String),
    /// Not a total of anybody: each village, all contracts above a sum.
    Nobody(Reason),
}

/// Who reports, as far as it tells whose a number is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reporter<'a> {
    /// What the document is.
    pub kind: Kind,
    /// Level of the body.
    pub level: Option<Level>,
    /// The place and its parents, its own name last.
    pub places: &'a [String],
}

pub(super) static OWN_LEVEL: WordList = WordList::new(&[
    "市本级",
    "县本级",
    "区本级",
    "省本级",
    "州本级",
    "旗本级",
    "本级审结",
    "本级受理",
    "本级收到",
    "本级办理",
    "(本级",
]);
pub(super) static SELF: WordList = WordList::new(&[
    "我市",
    "我县",
    "我区",
    "我省",
    "我州",
    "我局",
    "我镇",
    "我乡",
    "我街道",
    "本市",
    "本县",
    "本区",
    "本省",
]);

/// Whose quantity token `at` is.
pub(crate) fn owner(scene: &Scene<'_>, at: usize, reporter: Reporter<'_>) -> Owner {
    let token = &scene.tokens[at];
    let Beside { clause, group, cues, lead, .. } = *scene.beside(at);
    let head = unmarked(Stretch::new(clause.start, token.start).of(scene.text));
    let window = scene.left_window(at).of(scene.text);
    let above = matches!(&token.kind, TokenKind::Quantity(quantity) if quantity.bound != Bound::Exact);
    if above && !percent(scene, at) && scene.text[token.end..].starts_with('的') {
        return Owner::Nobody(Reason::Threshold);
    }
    if (cues.has(Cue::Each) || cues.has(Cue::Threshold))
        && let Some(reason) = nobody(head, window, scene.right_window(at).of(scene.text))
    {
        return Owner::Nobody(reason);
    }
    if cues.has(Cue::OwnLevel) && OWN_LEVEL.is_in(window) {
        return Owner::Own;
    }
    if lead.has(Cue::OwnLevel) && goes_on(head) && opens_with_own(scene.clause(group.start).of(scene.text)) {
        return Owner::Own;
    }
    if cues.has(Cue::Itself) && SELF.is_in(head) {
        return Owner::Whole;
    }
    if cues.has(Cue::Each)
        && let Some(name) = all_lower(head, reporter)
    {
        return Owner::Other(name);
    }
    let below = || cues.has(Cue::UnitEnd).then(|| lower(head, reporter, cues)).flatten();
    higher(head, reporter).or_else(below).map_or(Owner::Whole, Owner::Other)
}

/// What an organ does with the cases before it.
static GOES_ON: WordList = WordList::new(&[
    "审结",
    "办结",
    "受理",
    "立案受理",
    "不予受理",
    "结案",
    "收到",
    "新收",
    "维持",
    "纠错",
    "撤销",
    "调解",
    "驳回",
]);

/// Whether a clause has no subject of its own: 审结98件.
fn goes_on(head: &str) -> bool {
    GOES_ON.at_start(head.trim_start()).is_some()
}

/// Whether 市本级 or the like is the subject that a clause begins with: 省政府本级收到….
#[cold]
fn opens_with_own(clause: &str) -> bool {
    let clause = unmarked(clause);
    let front = clause.char_indices().nth(10).map_or(clause, |(at, _)| &clause[..at]);
    !front.contains('(') && !front.contains("其中") && OWN_LEVEL.is_in(front)
}

fn percent(scene: &Scene<'_>, at: usize) -> bool {
    matches!(&scene.tokens[at].kind, TokenKind::Quantity(Quantity { measure: Some(measure), .. })
        if matches!(scene.catalogue.measures().word(*measure), "%" | "成"))
}

/// A clause without the mark of the item that it opens: (三), 2., 一是.
fn unmarked(head: &str) -> &str {
    let text = head.trim_start();
    let early = |text: &str, mark: u8, last: usize| text.bytes().take(last + 1).position(|byte| byte == mark);
    let bracketed = text.strip_prefix('(').and_then(|rest| early(rest, b')', 6).map(|at| &rest[at + 1..]));
    let dotted =
        early(text, b'.', 2).filter(|&at| text[..at].bytes().all(|b| b.is_ascii_digit())).map(|at| &text[at + 1..]);
    let said = text.char_indices().nth(1).filter(|&(_, c)| c == '是').map(|(at, c)| &text[at + c.len_utf8()..]);
    bracketed.or(dotted).or(said).unwrap_or(text)
}

/// 每村5名, 凡50万元以上的合同: no total.
#[cold]
fn nobody(head: &str, window: &str, right: &str) -> Option<Reason> {
    static EACH: WordList = WordList::new(&[
        "日均",
        "月均",
        "每村",
        "每个",
        "每人",
        "每家",
        "每名",
        "每镇",
        "每乡",
        "每所",
        "每季",
        "每月",
        "每天",
        "每年",
        "每周",
        "各培育",
        "各建",
        "各配",
        "人均",
        "村均",
        "户均",
    ]);
    if EACH.is_in(window) || window.ends_with('每') || window.ends_with('各') {
        return Some(Reason::Limit);
    }
    let above = ["超过", "达到", "在"].iter().any(|word| window.contains(word));
    let opens = head.trim_start().starts_with('凡') || head.contains("标的额") && above && right.starts_with('的');
    (opens && !head.contains("全年")).then_some(Reason::Threshold)
}

/// Words behind 全省 that make it a rank or a field of competition.
const RANK: &[&str] = &[
    "率先", "首", "领先", "推广", "第", "前", "范围", "唯一", "会议", "试点", "示范", "排名", "先进", "优秀", "民主",
    "文明", "最",
];

/// 全省 in a city's report, 全县 in a township's, 全国 in any, at the head of a clause and not as a rank.
fn higher(head: &str, reporter: Reporter<'_>) -> Option<String> {
    let head = head.trim_start_matches(['“', ' ', '(']);
    let behind_year = head.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['年', '度']);
    let head = if head.starts_with(|c: char| c.is_ascii_digit()) { behind_year } else { head };
    if head.starts_with('全') { higher_named(head, reporter) } else { None }
}

/// As [`higher`], of a clause whose head begins with 全.
#[cold]
fn higher_named(head: &str, reporter: Reporter<'_>) -> Option<String> {
    let own_city = reporter.places.last().is_some_and(|place| place.ends_with('市'));
    let bureau = reporter.level == Some(Level::Department);
    let township = reporter.level == Some(Level::Township);
    let above = |word: &str| match word {
        "全国" => true,
        "全省" | "全自治区" => reporter.level != Some(Level::Province) && !bureau,
        "全市" => township || reporter.level == Some(Level::County) && !own_city,
        _ => township,
    };
    let word =
        ["全国", "全省", "全自治区", "全市", "全县", "全区", "全旗"].into_iter().find(|word| head.starts_with(word))?;
    let rest = &head[word.len()..];
    (above(word) && !RANK.iter().any(|word| rest.starts_with(word))).then(|| word.to_owned())
}

/// 各县(市)另行查处: the counties' own work, in a department's report or beside the department's.
#[cold]
fn all_lower(head: &str, reporter: Reporter<'_>) -> Option<String> {
    let each = ["各县", "各区", "各乡镇", "各镇", "各街道", "各分局"]
        .iter()
        .find(|word| head.trim_start().starts_with(**word))?;
    (reporter.kind == Kind::DepartmentReport || head.contains("另行")).then(|| (*each).to_owned())
}

/// A named unit below at the head of a clause or behind 其中, 下辖: 青屏县审结…
#[cold]
fn lower(head: &str, reporter: Reporter<'_>, cues: Cues) -> Option<String> {
    let marks = ["其中", "下辖的", "下辖", "所辖的", "所辖", "例如", "比如"]
        .iter()
        .filter(|_| cues.has(Cue::Names))
        .filter_map(|word| head.rfind(word).map(|at| at + word.len()))
        .max();
    let said = head[marks.unwrap_or(0)..].trim_start_matches(['“', ' ', '(', ',']);
    let (name, rest) = unit_name(said, marks.is_some())?;
    // Without 其中 or 下辖 before it, only what a county or district does is taken for a subject.
    static DOES: WordList = WordList::new(&[
        "审结", "受理", "办理", "收到", "新收", "完成", "开展", "组织", "调解", "化解", "查处", "立案", "建成", "实现",
        "率先", "共", "全年", "累计", "作出", "办结", "评查", "审查",
    ]);
    let acts = name.ends_with(['县', '区', '市', '局']) && DOES.at_start(rest).is_some();
    let bare = marks.is_none() && !acts;
    let own = bare
        || reporter.places.iter().any(|place| place == name)
        || reporter.places.last().is_some_and(|place| place.starts_with(name));
    let generic = rest.starts_with([
        '级', '委', '内', '里', '直', '域', '属', '政', '两', '、', '(', '”', '外', '场', '法', '人', '检', '司', '民',
        '长', '办', '纪', '公',
    ]) || rest.is_empty();
    (!own && !generic).then(|| name.to_owned())
}
