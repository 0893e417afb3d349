//! Of which time a number speaks: this year's level, a target, cumulative, part of the year, an earlier year.

use super::Nature;
use super::cues::{Cue, Cues};
use super::numbers::TokenKind;
use super::scene::{Beside, Scene, Stretch};
use crate::identity::Kind;
use crate::outline::Part;

/// The time of a number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Time {
    /// What kind of statement.
    pub nature: Nature,
    /// The year that the value is about.
    pub year: Option<i32>,
    /// `period_end:9月底`, `since:2017年`.
    pub flags: Vec<String>,
}

/// What the passage says of time before any number is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    /// The part that the passage stands in.
    pub part: Part,
    /// What the document is.
    pub kind: Kind,
    /// The year that the report is about.
    pub year: Option<i32>,
}

impl Frame {
    /// The time of a number that is said to be of `year`.
    pub fn level_of(self, year: i32) -> Time {
        let planned = self.kind == Kind::WorkPlan || self.part == Part::Plans;
        let nature = match self.year {
            _ if planned => Nature::Target,
            Some(report) if year < report => Nature::Prior,
            Some(report) if year > report => Nature::Target,
            _ => Nature::Actual,
        };
        plain(nature, Some(year))
    }
}

pub(super) const TARGET: &[&str] = &[
    "计划开展",
    "计划举办",
    "计划组织",
    "计划培训",
    "计划新增",
    "计划建设",
    "计划完成",
    "拟开展",
    "拟举办",
    "拟组织",
    "拟培训",
    "拟新增",
    "拟建",
    "要求不低于",
    "应不低于",
    "不得低于",
    "不得少于",
    "应达到",
    "要求达到",
    "力争",
    "确保",
    "争取",
    "力求",
    "目标是",
    "计划到",
    "拟于",
    "要达到",
    "预计到",
];
pub(super) const THIS_YEAR: &[&str] = &["今年", "全年", "本年", "年内", "当年", "年度", "一年来", "年初以来"];
pub(super) const SPANS: &[&str] = &[
    "三五期间",
    "四五期间",
    "三五”期间",
    "四五”期间",
    "五时期",
    "五”时期",
    "规划期",
    "近三年",
    "近五年",
    "近两年",
    "近年来",
    "三年来",
    "五年来",
    "四年来",
    "两年来",
    "多年来",
    "历年",
    "五年间",
    "期间累计",
];
pub(super) const PARTIAL: &[&str] =
    &["二季度", "三季度", "四季度", "上半年", "前三季度", "第一季度", "一季度", "前三个季度", "下半年", "前半年"];
pub(super) const LAST_YEAR: &[&str] = &["上一年度", "上年度", "上一年", "上年", "去年", "前一年"];

/// The time of quantity token `at`. `inherited` is the time of the number before it in the same sentence part.
pub(crate) fn time(scene: &Scene<'_>, at: usize, frame: Frame, rate: bool, inherited: Option<&Time>) -> Time {
    let token = &scene.tokens[at];
    let beside = scene.beside(at);
    let (clause, group) = (beside.clause, beside.group);
    let head = Stretch::new(clause.start, token.start);
    let lead = Stretch::new(group.start, clause.start);
    let stated = year_in(scene, head).or_else(|| opening_year(scene, beside.sentence));
    if frame.kind == Kind::WorkPlan {
        return plain(Nature::Target, stated.or(frame.year));
    }
    if frame.part == Part::Plans {
        let year = stated.filter(|&year| frame.year.is_none_or(|report| year >= report));
        return plain(Nature::Target, year.or(frame.year.map(|year| year + 1)));
    }
    if beside.cues.has(Cue::Target) && TARGET.iter().any(|word| head.of(scene.text).contains(word)) {
        let next = frame.year.map(|year| if frame.part == Part::Problems { year + 1 } else { year });
        return plain(Nature::Target, stated.or(next));
    }
    if beside.cues.has(Cue::LastYear)
        && let Some(time) = earlier(scene, at, frame)
    {
        return time;
    }
    let within = |cues: Cues, stretch: Stretch| cues.has(Cue::PartOfYear).then(|| partial(scene, stretch)).flatten();
    if let Some(flag) =
        within(beside.cues, head).or_else(|| within(beside.lead, lead).filter(|_| !resets(scene, lead, head)))
    {
        return Time {
            nature: Nature::Partial,
            year: stated.or(frame.year),
            flags: vec![format!("period_end:{flag}")],
        };
    }
    let own = frame.year.filter(|_| stated == frame.year);
    if let Some(since) = cumulative(scene, at, head, lead, rate, own).filter(|since| !is_year(since, frame.year)) {
        let flags = if since.is_empty() { Vec::new() } else { vec![format!("since:{since}")] };
        return Time { nature: Nature::Cumulative, year: frame.year, flags };
    }
    if let Some(time) = inherited
        && time.nature == Nature::Cumulative
        && !rate
        && short_head(scene, at)
    {
        return time.clone();
    }
    match (stated, frame.year) {
        (Some(year), Some(report)) if year > report || year < report && !in_current_year(scene, head) => {
            frame.level_of(year)
        }
        _ => plain(Nature::Actual, frame.year),
    }
}

fn plain(nature: Nature, year: Option<i32>) -> Time {
    Time { nature, year, flags: Vec::new() }
}

/// The year named last in `stretch`, save those of 以来, 以前 and 至.
fn year_in(scene: &Scene<'_>, stretch: Stretch) -> Option<i32> {
    scene.tokens_in(stretch).1.iter().rev().find_map(|token| {
        let TokenKind::Year(year) = token.kind else { return None };
        let rest = &scene.text[token.end..];
        let rest = behind_date(rest);
        let open = [
            "前",
            "底前",
            "年底前",
            "末前",
            "底以前",
            "以来",
            "以前",
            "之前",
            "起",
            "开始",
            "至",
            "—",
            "-",
            "至今",
            "底以前",
        ]
        .iter()
        .any(|word| rest.starts_with(word));
        // 较2022年558件: the level that is compared with stands there itself.
        let beside = scene.text.get(token.end..stretch.end).unwrap_or_default();
        let compared = scene.text[..token.start].ends_with(['比', '较', '与'])
            && !matches!(beside.trim(), "" | "的" | "同期" | "同期的")
            || rest.starts_with("相比");
        (!open && !compared && !in_title(scene, token.start)).then_some(year)
    })
}

/// What follows the month and day behind a year.
fn behind_date(rest: &str) -> &str {
    let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '月' || c == '日' || c == ' ');
    if tail.len() == rest.len() { rest } else { tail.trim_start_matches(['底', '末']) }
}

/// A year that opens the sentence: 2020年,全市…
fn opening_year(scene: &Scene<'_>, sentence: Stretch) -> Option<i32> {
    let first = scene.clause(sentence.start);
    let said = first.of(scene.text).trim_start();
    let long = said.trim_end_matches([',', ':']).chars().nth(7).is_some();
    if long {
        return None;
    }
    year_in(scene, first)
}

fn in_title(scene: &Scene<'_>, at: usize) -> bool {
    let head = &scene.text[scene.sentence(at).start..at];
    head.matches('《').count() > head.matches('》').count()
}

fn in_current_year(scene: &Scene<'_>, head: Stretch) -> bool {
    ["今年", "本年", "年内"].iter().any(|word| head.of(scene.text).contains(word))
}

/// (上一年为205件), 去年为…: a level of last year.
#[cold]
fn earlier(scene: &Scene<'_>, at: usize, frame: Frame) -> Option<Time> {
    let window = scene.left_window(at).of(scene.text);
    let word = LAST_YEAR.iter().find(|word| window.contains(**word))?;
    let at = window.rfind(word)?;
    let before = &window[..at];
    let compared = ["比", "较", "同", "与", "相比", "由", "从"].iter().any(|mark| before.ends_with(mark));
    let rest = &window[at + word.len()..];
    // 较去年同期的303件下降19%: the level that is compared with stands there itself.
    let compared = compared && !matches!(rest.trim(), "" | "的" | "同期的" | "同期");
    let other = rest.starts_with("结转")
        || rest.contains("述法")
        || rest.starts_with('末')
        || rest.contains("增")
        || rest.contains("减");
    let level = rest.chars().count() <= 8;
    (!compared && !other && level).then(|| plain(Nature::Prior, frame.year.map(|year| year - 1)))
}

/// The words that end the period, where `stretch` speaks of a part of the year.
#[cold]
fn partial(scene: &Scene<'_>, stretch: Stretch) -> Option<String> {
    let text = stretch.of(scene.text);
    if let Some(word) = PARTIAL.iter().find(|word| text.contains(**word)) {
        return Some((*word).to_owned());
    }
    if let Some(at) = text.find("截至").or_else(|| text.find("截止")) {
        let rest = &text[at + "截至".len()..];
        let until: String = rest.chars().take_while(|c| !matches!(c, ',' | '。' | ';')).take(14).collect();
        return month_of(&until).filter(|&month| month < 12).map(|_| date_words(&until));
    }
    months(text)
}

/// The month in words such as 2023年9月底.
fn month_of(words: &str) -> Option<u32> {
    let head = words.split('月').next().filter(|head| head.len() < words.len())?;
    let digits: String =
        head.chars().rev().take_while(char::is_ascii_digit).collect::<Vec<_>>().into_iter().rev().collect();
    digits.parse().ok()
}

fn date_words(words: &str) -> String {
    let end = ['日', '底', '末'].iter().filter_map(|&c| words.find(c).map(|at| at + c.len_utf8())).min();
    let end = end.or_else(|| words.find('月').map(|at| at + '月'.len_utf8())).unwrap_or(words.len());
    words[..end].trim().to_owned()
}

/// 1—10月, 1至9月, 1月至11月 and 1月1日至9月30日: the month that the period ends in.
fn months(text: &str) -> Option<String> {
    text.match_indices('月').find_map(|(at, _)| {
        let head = &text[..at];
        let before = head.trim_end_matches(|c: char| c.is_ascii_digit());
        let last: u32 = head[before.len()..].parse().ok()?;
        let from = before.trim_end_matches(['—', '-', '~', '至', '到']);
        let first = ["1月1日", "1月", "1"].iter().find_map(|first| from.strip_suffix(first))?;
        let ranged = from.len() < before.len() && !first.ends_with(|c: char| c.is_ascii_digit());
        (ranged && last < 12).then(|| format!("{last}月"))
    })
}

/// Whether the words nearer to the number speak of the whole year again.
#[cold]
fn resets(scene: &Scene<'_>, lead: Stretch, head: Stretch) -> bool {
    let lead = lead.of(scene.text);
    let marked = lead.rfind("截").or_else(|| lead.rfind('月')).unwrap_or(0);
    THIS_YEAR.iter().any(|word| head.of(scene.text).contains(word) || lead.rfind(word).is_some_and(|at| at > marked))
}

/// Whether `since` is the report's own year: 2024年以来 counts no more than that year.
fn is_year(since: &str, year: Option<i32>) -> bool {
    year.is_some_and(|year| since.strip_suffix('年').is_some_and(|digits| digits.parse() == Ok(year)))
}

/// The words that open a cumulative count, empty where 累计 stands alone; `None` for a count of the year. `own` is the
/// report's year where the sentence states it.
fn cumulative(
    scene: &Scene<'_>,
    at: usize,
    head: Stretch,
    lead: Stretch,
    rate: bool,
    own: Option<i32>,
) -> Option<String> {
    let text = head.of(scene.text);
    let Beside { cues, lead: led, .. } = *scene.beside(at);
    let spans = |cues: Cues| cues.has(Cue::Since) || cues.has(Cue::Years);
    let this_year = cues.has(Cue::ThisYear) && THIS_YEAR.iter().any(|word| text.contains(word));
    let window = scene.left_window(at).of(scene.text);
    if cues.has(Cue::Total) && window.contains("累计") && !this_year && !rate && !stock(window) {
        let lead = if counts(scene, at, lead) { "" } else { lead.of(scene.text) };
        // 2024年,累计开展…, 今年以来,累计办理…: the year's own count.
        let year = own.is_some() || THIS_YEAR.iter().any(|word| lead.contains(word));
        return since(text).or_else(|| since(lead)).or_else(|| (!year).then(String::new));
    }
    if this_year || rate && !(cues.has(Cue::Since) && text.contains("以来")) {
        return None;
    }
    let said = if spans(cues) { since(text) } else { None };
    said.or_else(|| spans(led).then(|| since_lead(scene, at, lead, rate)).flatten())
}

/// As [`cumulative`], by what the clauses before the number's own say.
#[cold]
fn since_lead(scene: &Scene<'_>, at: usize, lead: Stretch, rate: bool) -> Option<String> {
    // 方案施行以来,累计…: a lead without numbers of its own speaks for the clause behind it alone.
    let marked = lead.start + lead.of(scene.text).rfind("以来").unwrap_or(0);
    let counted = scene.previous_quantity(at).is_some_and(|before| scene.tokens[before].start > marked);
    if counted {
        return None;
    }
    let lead = lead.of(scene.text);
    let reset =
        lead.rfind("以来").is_some_and(|at| THIS_YEAR.iter().any(|word| lead.rfind(word).is_some_and(|w| w > at)));
    if rate || reset { None } else { since(lead) }
}

/// Whether a number is counted in `lead`, the clauses before token `at`: what they say of time is said of that one.
fn counts(scene: &Scene<'_>, at: usize, lead: Stretch) -> bool {
    scene.previous_quantity(at).is_some_and(|before| scene.tokens[before].start >= lead.start)
}

/// 场景累计达到86个 is a stock at the year's end.
#[cold]
fn stock(window: &str) -> bool {
    ["累计达", "累计上线", "累计建成", "累计有"].iter().any(|word| window.contains(word))
}

#[cold]
fn since(text: &str) -> Option<String> {
    if let Some(at) = text.find("以来").filter(|at| !text[at + "以来".len()..].starts_with('的')) {
        let head = &text[..at];
        let said: String = head
            .chars()
            .rev()
            .take_while(|c| !matches!(c, ',' | '。' | ';' | ':'))
            .take(16)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        let this_year = ["今年", "年初", "一年", "本年"].iter().any(|word| said.ends_with(word)) || said.is_empty();
        return (!this_year).then(|| said.trim_start_matches(['自', '从']).to_owned());
    }
    SPANS.iter().find(|word| text.contains(**word)).map(|word| (*word).to_owned())
}

/// Whether only a short noun stands between the number before and this one: 累计免罚个人334117次,企业845家.
fn short_head(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    let Some(previous) = scene.previous_quantity(at) else { return false };
    let gap = Stretch::new(scene.tokens[previous].end, token.start);
    scene.beside(at).group.start <= scene.tokens[previous].start && gap.of(scene.text).chars().count() <= 5
}
