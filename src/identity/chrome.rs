//! Facts that a page prints around its text: 来源, 发布日期, 发文字号, as lines, table cells or rows with bars.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::page::Line;
use super::types::Place;
use crate::text::WordList;

/// The names that pages give to facts.
const KEYS: [&str; 52] = [
    "公文生成日期",
    "信息来源",
    "稿件来源",
    "文章来源",
    "发布机构",
    "发文机构",
    "发文机关",
    "制发机构",
    "发布单位",
    "公开日期",
    "发布日期",
    "发布时间",
    "发文日期",
    "成文日期",
    "成文时间",
    "生成日期",
    "更新时间",
    "更新日期",
    "公开时间",
    "添加时间",
    "录入时间",
    "发文字号",
    "信息索引号",
    "索引号",
    "主题分类",
    "组配分类",
    "体裁分类",
    "题裁分类",
    "主题词",
    "有效性",
    "效力状态",
    "内容概述",
    "浏览次数",
    "浏览量",
    "访问次数",
    "访问量",
    "点击数",
    "点击",
    "阅读",
    "责任编辑",
    "备注/文号",
    "文号",
    "来源",
    "作者",
    "编辑",
    "日期",
    "时间",
    "信息名称",
    "标题",
    "名称",
    "字号",
    "字体",
];
/// Buttons that end a value and a title.
const BUTTONS: [&str; 9] = ["【字", "[字", "(字", "【打印", "[打印", "【大", "打印", "语音播报", "扫一扫"];

static WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(KEYS.iter().chain(&BUTTONS)).ok()
});

/// A named fact of the page, folded, with its line's own characters.
#[derive(Clone, Debug)]
pub(super) struct Value {
    pub key: &'static str,
    pub text: String,
    pub raw: String,
    pub place: Place,
}

/// A key in a line: what it is called, where it starts, and where its value starts.
struct Key {
    name: &'static str,
    start: usize,
    value: usize,
}

/// The facts in `lines`, in order. A value that is not on its key's line is the next line: the next cell of a table.
pub(super) fn read<'a>(lines: impl Iterator<Item = &'a Line<'a>>) -> Vec<Value> {
    let mut found = Vec::new();
    let mut open: Option<&'static str> = None;
    for line in lines.filter(|line| !line.cut) {
        let text = line.text();
        let keys = keys(text);
        if let (Some(name), [], false) = (open.take(), keys.as_slice(), text.trim().is_empty()) {
            found.extend(value(line, name, text));
        }
        for (nth, key) in keys.iter().enumerate() {
            let end = keys.get(nth + 1).map_or(text.len(), |next| next.start);
            let part = text.get(key.value..end).unwrap_or_default();
            match value(line, key.name, part) {
                Some(value) => found.push(value),
                None if end == text.len() && part.trim().is_empty() => open = Some(key.name),
                None => {}
            }
        }
    }
    found
}

fn value(line: &Line<'_>, key: &'static str, part: &str) -> Option<Value> {
    let text = cut(part);
    // Plain text keeps its chrome in the body until intake tells it apart.
    (!text.is_empty()).then(|| Value { key, text: text.to_owned(), raw: line.own(text), place: Place::Chrome })
}

/// The keys of a line: at the start of a word, before a colon or bar, or alone on their line.
fn keys(text: &str) -> Vec<Key> {
    let marked = text.contains([':', '|']);
    let short = text.len() <= 30;
    let Some(words) = WORDS.as_ref().filter(|_| marked || short) else { return Vec::new() };
    let mut found: Vec<Key> = words
        .find_iter(text)
        .filter_map(|hit| {
            let name = *KEYS.get(hit.pattern().as_usize())?;
            let value = hit.end() + after_key(&text[..hit.start()], &text[hit.end()..])?;
            Some(Key { name, start: hit.start(), value })
        })
        .collect();
    if found.is_empty() && marked {
        found.extend(
            text.split(['|', ':'])
                .scan(0, |at, part| {
                    let start = *at;
                    *at += part.len() + 1;
                    Some((start, part))
                })
                .filter_map(|(start, part)| {
                    spaced(part).map(|name| Key { name, start, value: start + part.len() + 1 })
                }),
        );
    }
    found
}

/// Bytes between a key and its value, where the key is one.
fn after_key(before: &str, after: &str) -> Option<usize> {
    let starts = !before.ends_with(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c)) || before.ends_with(['日', '次']);
    let rest = after.trim_start();
    if !starts {
        return None;
    }
    match rest.chars().next() {
        Some(':' | '|') => Some(after.len() - rest.trim_start_matches([':', '|', ' ']).len()),
        None if before.trim().is_empty() => Some(after.len()),
        _ => None,
    }
}

/// A key whose characters are set apart: 索 引 号.
fn spaced(part: &str) -> Option<&'static str> {
    let part = part.trim_matches([' ', '•', '-']);
    if !part.contains(' ') || part.len() > 40 {
        return None;
    }
    let joined: String = part.split(' ').collect();
    KEYS.iter().find(|key| **key == joined).copied()
}

/// The value up to the first button, bar or wide gap.
fn cut(text: &str) -> &str {
    let text = text.trim_start_matches(['|', ' ']);
    static MARKS: WordList = WordList::new(&[
        "【",
        "[字",
        "(字",
        "字体",
        "打印",
        "关闭",
        "分享",
        "收藏",
        "语音",
        "审核",
        "浏览",
        "扫一扫",
        "  ",
        "|",
        " (",
    ]);
    let end = MARKS.starts(text).next().unwrap_or(text.len());
    text[..end].trim().trim_end_matches(['|', ','])
}

/// The part of a line before the first key or button: a title may share its line with them.
pub(super) fn before_keys(text: &str) -> &str {
    let Some(words) = WORDS.as_ref() else { return text };
    let end = words.find_iter(text).find_map(|hit| {
        let key = hit.pattern().as_usize() < KEYS.len();
        let counts = !key
            || hit.start() > 0
                && after_key(&text[..hit.start()], &text[hit.end()..]).is_some_and(|_| text[hit.end()..].contains(':'));
        counts.then_some(hit.start())
    });
    &text[..end.unwrap_or(text.len())]
}
