//! Facts that a page prints around its text: 来源, 发布日期, 发文字号, as lines, table cells or rows with bars.

use super::page::{Line, Page};
use super::types::Place;

/// The names that pages give to facts and buttons, longest first where one holds another.
const KEYS: [&str; 46] = [
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
    "文号",
    "来源",
    "作者",
    "编辑",
    "日期",
    "时间",
];
/// Buttons and the like that end a value.
const BUTTONS: [&str; 14] =
    ["【", "[字", "(字", "[大", "字体", "字号", "打印", "关闭", "分享", "收藏", "语音", "审核", "浏览", "扫一扫"];

/// The value of a key, folded, with its line's own characters.
pub(super) struct Value {
    pub text: String,
    pub raw: String,
    pub place: Place,
}

/// The first non-empty value of the first of `keys` that has one.
pub(super) fn value(page: &Page<'_>, keys: &[&str]) -> Option<Value> {
    keys.iter().find_map(|key| values(page, key).into_iter().next())
}

/// All non-empty values of `key`, in order.
pub(super) fn values(page: &Page<'_>, key: &str) -> Vec<Value> {
    let lines: Vec<&Line<'_>> = page.surroundings().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(rest) = behind(line.text(), key) else { continue };
        let own = cut(rest);
        if !own.is_empty() {
            found.push(of_line(line, own));
        } else if rest.trim().is_empty()
            && let Some(next) = lines.get(at + 1).filter(|next| !starts_with_key(next.text()))
            && !cut(next.text()).is_empty()
        {
            found.push(of_line(next, cut(next.text())));
        }
    }
    found
}

fn of_line(line: &Line<'_>, part: &str) -> Value {
    let place = if line.is_body() { Place::Body } else { Place::Chrome };
    Value {
        text: part.to_owned(),
        raw: line.own(part),
        place: if place == Place::Body { Place::Chrome } else { place },
    }
}

/// What follows `key` and its colon or bar; keys are also printed with blanks inside (索 引 号).
fn behind<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    let text = text.trim_start_matches(['|', '•', '-', ' ']);
    let found = text.match_indices(key).find_map(|(at, _)| after_key(&text[..at], &text[at + key.len()..]));
    found.or_else(|| {
        let end = spaced(text, key)?;
        after_key("", &text[end..])
    })
}

/// Accepts a key only where a word starts and a colon, bar or end follows.
fn after_key<'t>(before: &str, after: &'t str) -> Option<&'t str> {
    let starts = before.is_empty()
        || !before.ends_with(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c))
        || ends_with_date(before);
    let rest = after.trim_start();
    let marked = rest.strip_prefix(':').or_else(|| rest.strip_prefix('|'));
    match marked {
        Some(rest) if starts => Some(rest.trim_start_matches([':', '|', ' '])),
        None if starts && before.trim().is_empty() && rest.is_empty() => Some(""),
        _ => None,
    }
}

fn ends_with_date(before: &str) -> bool {
    before.ends_with(['日', '次'])
}

/// Bytes of `key` at the start of `text` when blanks stand between its characters.
fn spaced(text: &str, key: &str) -> Option<usize> {
    let mut wanted = key.chars();
    let mut next = wanted.next()?;
    for (at, c) in text.char_indices() {
        if c == ' ' {
            continue;
        }
        if c != next {
            return None;
        }
        match wanted.next() {
            Some(c) => next = c,
            None => return Some(at + c.len_utf8()),
        }
    }
    None
}

/// The value up to the next key, button, bar or wide gap.
fn cut(text: &str) -> &str {
    let text = text.trim_start();
    let keys = KEYS.iter().filter_map(|key| {
        text.match_indices(key).find(|(at, _)| text[at + key.len()..].trim_start().starts_with(':')).map(|(at, _)| at)
    });
    let buttons = BUTTONS.iter().filter_map(|button| text.find(button));
    let gaps = [text.find("  "), text.find('|'), text.find(" ("), text.find('\n')].into_iter().flatten();
    let end = keys.chain(buttons).chain(gaps).min().unwrap_or(text.len());
    text[..end].trim().trim_end_matches(['|', ','])
}

fn starts_with_key(text: &str) -> bool {
    KEYS.iter().any(|key| behind(text, key).is_some())
}

/// The part of a line before the first key or button: a title that shares its line with chrome.
pub(super) fn before_keys(text: &str) -> &str {
    let keys = KEYS.iter().filter_map(|key| {
        text.match_indices(key)
            .find(|(at, _)| after_key(&text[..*at], &text[at + key.len()..]).is_some_and(|_| *at > 0))
            .map(|(at, _)| at)
    });
    let buttons = ["【字", "[字", "【打印", "[打印", "【大", "打印本页"].iter().filter_map(|button| text.find(button));
    let end = keys.chain(buttons).min().unwrap_or(text.len());
    &text[..end]
}
