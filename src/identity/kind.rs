//! What kind of document it is, before it is known who reports.

use super::fact::{CLEAR, Fact, GUESS, LIKELY, SURE, WEAK};
use super::page::Page;
use super::title::{SUBJECT, Title};
use super::types::Place;
use crate::text::WordList;

/// The form of a document; who reports makes a report one of a government or of a department.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Report,
    Plan,
    Other,
}

/// Titles of documents that stand next to annual reports and are none.
static OTHER: WordList = WordList::new(&[
    "信息公开",
    "实施方案",
    "工作方案",
    "实施意见",
    "实施纲要",
    "规划",
    "解读",
    "图解",
    "一图读懂",
    "一图看懂",
    "答记者问",
    "发布会",
    "讲话",
    "白皮书",
    "蓝皮书",
    "评估",
    "上半年",
    "下半年",
    "半年",
    "季度",
    "条例",
    "办法",
    "规定",
    "决定",
    "五年",
    "三年",
    "审计",
    "述法报告",
    "述职",
    "第一责任人职责情况",
    "调研报告",
    "督察反馈",
    "整改",
    "政府工作报告",
]);
/// Titles of plans.
static PLANS: WordList = WordList::new(&[
    "工作要点",
    "要点",
    "工作安排",
    "工作计划",
    "重点任务",
    "任务分工",
    "任务分解",
    "任务清单",
    "重点工作",
    "工作打算",
    "目标任务",
]);
/// Titles of reports.
static REPORTS: WordList = WordList::new(&["报告", "总结", "汇报", "情况", "年报", "自查"]);

/// The form with the words that tell it, as the document writes them.
pub(super) fn form(page: &Page<'_>, title: Option<&Title>) -> Fact<Form> {
    let opening = page.opening_text().map_or("", |(_, text)| text);
    let found = other_by_text(page, opening).or_else(|| title.and_then(by_title)).or_else(|| by_text(page, opening));
    let Some(mut fact) = found else { return Fact::new(Form::Other, "", Place::Body, GUESS) };
    fact.evidence.raw = match title.filter(|_| fact.evidence.place != Place::Body) {
        Some(title) => title.own(&fact.evidence.raw),
        None => page.own(&fact.evidence.raw),
    };
    fact
}

fn by_title(title: &Title) -> Option<Fact<Form>> {
    let whole = title.inner();
    let plain = without_quoted(whole);
    let text = plain.as_str();
    let last = |list: &WordList| {
        // Most titles hold none of them.
        let words: &[&str] = if list.is_in(text) { list.words() } else { &[] };
        words.iter().copied().filter(|word| text.contains(word)).max_by_key(|word| text.rfind(word))
    };
    let fact = |form, word: &str, confidence| Some(Fact::new(form, word, title.place, confidence));
    let subject = SUBJECT.is_in(whole);
    let (plan, report) = (last(&PLANS), last(&REPORTS));
    if let Some(word) = last(&OTHER) {
        return fact(Form::Other, word, CLEAR);
    }
    match (plan, report) {
        // 2024年工作总结及2025年工作计划 is a report.
        (Some(word), None) => fact(Form::Plan, word, if subject { SURE } else { LIKELY }),
        (_, Some(word)) if subject => fact(Form::Report, word, SURE),
        (_, Some(_)) if text.ends_with("通知") => None,
        (_, Some(word)) => fact(Form::Other, word, WEAK),
        (None, None) if text.ends_with("方案") || text.ends_with("意见") || text.ends_with("纲要") => {
            fact(Form::Other, text, LIKELY)
        }
        (None, None) => None,
    }
}

/// The title without the names of other documents in 《》.
fn without_quoted(title: &str) -> String {
    let mut plain = String::with_capacity(title.len());
    let mut rest = title;
    while let Some((before, after)) = rest.split_once('《') {
        plain.push_str(before);
        rest = after.split_once('》').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}

/// Whom a speech addresses.
static ADDRESSES: WordList = WordList::new(&["主任、各位副主任", "主任、副主任", "同志们:", "各位代表", "各位委员"]);
/// Words of the news.
static NEWS: WordList = WordList::new(&[
    "据介绍",
    "报告显示",
    "《报告》显示",
    "记者从",
    "本报讯",
    "通讯员",
    "新闻发布会",
    "现解读如下",
    "据悉",
]);

/// What the text itself says against being an annual report, whatever its title.
fn other_by_text(page: &Page<'_>, opening: &str) -> Option<Fact<Form>> {
    let head = || page.head().map(|(_, line)| line.text()).chain([opening]);
    let says = |list: &'static WordList| head().filter_map(|text| list.first_in(text)).min().map(|at| list.words()[at]);
    let fact = |word: &str, confidence| Some(Fact::new(Form::Other, word, Place::Body, confidence));
    if let Some(word) = says(&ADDRESSES) {
        return fact(word, CLEAR);
    }
    let introduced = opening.contains("如下");
    let told = says(&NEWS);
    if let Some(word) = told.filter(|word| !introduced || *word == "现解读如下") {
        return fact(word, LIKELY);
    }
    let early = opening.char_indices().nth(40).map_or(opening, |(at, _)| &opening[..at]);
    if let Some(word) = ["五年来", "上半年", "近五年", "近三年"].iter().find(|word| early.contains(**word))
    {
        return fact(word, LIKELY);
    }
    let disclosure = page.rest().filter(|line| line.text().contains("政府信息公开")).take(6).count() >= 3;
    let forms = ["主动公开政府信息情况", "收到和处理政府信息公开申请情况"];
    let fixed = || page.rest().any(|line| forms.iter().any(|form| line.text().contains(form)));
    if disclosure && fixed() { fact("政府信息公开", LIKELY) } else { None }
}

/// Headings of reports that begin at once.
const HEADINGS: [&str; 11] = [
    "举措",
    "成效",
    "工作开展情况",
    "工作情况",
    "建设情况",
    "主要工作",
    "工作总结",
    "主要做法",
    "下一步",
    "存在的问题",
    "工作打算",
];
/// The end of the sentence that introduces a report.
static INTRODUCES: WordList = WordList::new(&["报告如下", "汇报如下", "总结如下", "情况如下", "报告如", "现报告"]);

fn by_text(page: &Page<'_>, opening: &str) -> Option<Fact<Form>> {
    let task = |text: &str| text.contains("责任单位") || text.contains("牵头单位");
    if page.document.body().filter(|block| task(&block.text)).take(3).count() == 3 {
        return Some(Fact::new(Form::Plan, "责任单位", Place::Body, LIKELY));
    }
    let early: Vec<&str> = page.lines.iter().filter(|line| line.is_body()).take(12).map(|line| line.text()).collect();
    let subject = early.iter().any(|text| SUBJECT.is_in(text));
    if !subject || ["制定本", "本办法", "本条例", "本方案"].iter().any(|word| opening.contains(word)) {
        return None;
    }
    if let Some(at) = early.iter().filter_map(|text| INTRODUCES.first_in(text)).min() {
        return Some(Fact::new(Form::Report, INTRODUCES.words()[at], Place::Body, CLEAR));
    }
    let headings = || page.rest().filter(|line| !line.cut && line.text().chars().count() <= 45).map(|line| line.text());
    let told = HEADINGS.iter().find(|word| headings().any(|text| text.contains(**word)));
    // A flat report has themes alone, and its subject in the first sentence.
    let flat = || {
        let themes = headings().filter(|text| text.contains('、') && text.chars().nth(1) == Some('、')).count();
        (themes >= 3).then(|| SUBJECT.first_in(opening).map(|at| &SUBJECT.words()[at]))?
    };
    told.or_else(flat).map(|word| Fact::new(Form::Report, *word, Place::Body, WEAK))
}
