//! The title: on a line of its own, over two or three lines, before the text on the same line, or outside the body.

use super::chrome;
use super::dates;
use super::divisions::Divisions;
use super::page::{Line, Page};
use super::phrase;
use super::title_parts::TitleParts;
use super::types::Place;
use crate::text::{Folded, WordList, fold};

/// Longest title, in characters.
const LONGEST: usize = 90;
/// Marks that stand in no title.
const NO_TITLE: [char; 5] = ['。', ';', '!', '>', '?'];
/// What titles of official documents end with.
static ENDS: WordList = WordList::new(&[
    "报告",
    "总结",
    "情况",
    "要点",
    "安排",
    "计划",
    "方案",
    "通知",
    "白皮书",
    "蓝皮书",
    "汇报",
    "意见",
    "纲要",
    "规划",
    "打算",
    "任务",
    "清单",
    "讲话",
    "办法",
    "规定",
    "条例",
    "决定",
    "解读",
    "年报",
    "公告",
    "公报",
]);
/// The subject of the reports that this program is about, in its wordings through the years.
pub(super) static SUBJECT: WordList =
    WordList::new(&["法治政府", "法制政府", "依法行政", "法治建设", "法治工作", "依法治", "法治"]);

/// A title as found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Title {
    /// Folded, lines joined: what the rules match.
    pub text: String,
    /// As it stands.
    pub raw: String,
    /// Where it stands.
    pub place: Place,
    /// What it says.
    pub parts: TitleParts,
    /// How sure, by what it holds.
    score: i32,
}

impl Title {
    /// Of folded `text` that stands as `raw`; `offset` is added to what the text scores.
    fn new(text: String, raw: String, place: Place, offset: i32, divisions: &Divisions) -> Self {
        let parts = TitleParts::read(inner(&text), divisions);
        let score = score(&text, parts.who.is_some()) + offset;
        Self { text, raw, place, parts, score }
    }

    /// The document that a notice hands on (关于印发《…》的通知), else the title itself.
    pub(super) fn inner(&self) -> &str {
        inner(&self.text)
    }

    /// The title's own characters for a piece of its folded text.
    pub(super) fn own(&self, part: &str) -> String {
        let (folded, whole) = Folded::of(&self.raw);
        let shadow = folded.shadow(&whole);
        let found = shadow.text().find(part).and_then(|at| shadow.quote(at..at + part.len(), &self.raw));
        found.unwrap_or(part).to_owned()
    }

    pub(super) fn confidence(&self) -> f64 {
        if self.score >= 7 { super::fact::SURE } else { super::fact::LIKELY }
    }
}

/// Finds the title; `None` where the text starts at once.
pub(super) fn find(page: &Page<'_>, divisions: &Divisions) -> Option<Title> {
    let mut found = in_body(page, divisions);
    found.extend(run_in(page, divisions));
    found.extend(in_metadata(page, divisions));
    found.extend(in_chrome(page, divisions));
    // Of equals the first: the body goes before the page around it.
    let best = found.iter().map(|title| title.score).max()?;
    found.into_iter().find(|title| title.score == best)
}

fn in_body(page: &Page<'_>, divisions: &Divisions) -> Vec<Title> {
    let head: Vec<(usize, &Line<'_>)> = page.head().filter(|(_, line)| !line.cut).take(40).collect();
    let mut found = Vec::new();
    for first in 0..head.len() {
        for count in 1..=3 {
            let Some(lines) = head.get(first..first + count) else { break };
            let adjacent = lines.windows(2).all(|pair| pair[1].0 == pair[0].0 + 1);
            if !adjacent {
                break;
            }
            let lines: Vec<&Line<'_>> = lines.iter().map(|(_, line)| *line).collect();
            found.extend(joined(&lines, divisions));
        }
    }
    found
}

/// The lines as one title, where they make one that no single line of them makes.
fn joined(lines: &[&Line<'_>], divisions: &Divisions) -> Option<Title> {
    let parts: Vec<&str> = lines.iter().map(|line| bare(line.text())).collect();
    if parts.iter().any(|part| part.is_empty() || starts_list(part) || part.contains(NO_TITLE)) {
        return None;
    }
    let (last, before) = parts.split_last()?;
    let text = join(&parts, divisions);
    let loose =
        before.iter().any(|part| is_title(part) || part.ends_with([':', '。', '号', '日']) || part.starts_with("附件"));
    if !is_title(&text) || loose || !before.is_empty() && is_title(last) && !continues(before, last, divisions) {
        return None;
    }
    let raw: Vec<String> = lines.iter().zip(&parts).map(|(line, part)| line.own(part)).collect();
    let raw = join(&raw.iter().map(String::as_str).collect::<Vec<_>>(), divisions);
    let heading = lines.iter().any(|line| line.is_heading());
    let more = i32::from(heading) + i32::from(!before.is_empty());
    Some(Title::new(text, raw, Place::Title, more, divisions))
}

/// A last line that is a title by itself still belongs to a body's name above it (某县人民政府 / 关于…),
/// or to a line that begins with the year.
fn continues(before: &[&str], last: &str, divisions: &Divisions) -> bool {
    let named = (last.starts_with("关于") || dates::leading_year(last).is_some())
        && before.iter().all(|part| phrase::whole(part, divisions).is_some());
    named || dates::years(last).is_empty() && before.iter().any(|part| dates::leading_year(part).is_some())
}

/// Joined without a gap, save between two bodies.
fn join(parts: &[&str], divisions: &Divisions) -> String {
    let mut text = String::new();
    for part in parts {
        let bodies = !text.is_empty() && phrase::whole(part, divisions).is_some();
        if bodies {
            text.push(' ');
        }
        text.push_str(part);
    }
    text
}

/// A title at the start of the line that also opens the text.
fn run_in(page: &Page<'_>, divisions: &Divisions) -> Option<Title> {
    let (at, start) = page.opening.filter(|(_, start)| *start > 0)?;
    let line = &page.lines[at];
    let text = bare(&line.text()[..start]).to_owned();
    let raw = line.own(&text);
    Some(Title::new(text, raw, Place::Title, 0, divisions))
}

/// Length in bytes of a title that runs into the text behind it on the same line.
pub(super) fn run_in_length(text: &str) -> Option<usize> {
    let limit = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    let head = &text[..limit];
    let stop = head.find(['。', ',', ';']).unwrap_or(head.len());
    let ends = head[..stop].char_indices().map(|(at, c)| at + c.len_utf8());
    ends.filter(|&end| ENDS.at_end(&head[..end]).is_some()).find(|&end| {
        let (title, after) = text.split_at(end);
        let after_gap = after.trim_start();
        let gap = after_gap.len() < after.len();
        let opens = dates::leading_year(after_gap).is_some() || gap && !after_gap.is_empty();
        opens && is_title(bare(title)) && SUBJECT.is_in(title)
    })
}

fn in_metadata(page: &Page<'_>, divisions: &Divisions) -> Vec<Title> {
    let mut found = Vec::new();
    for item in &page.document.metadata {
        let name = item.name.to_ascii_lowercase();
        let value = fold(&item.value).trim().to_owned();
        if name.ends_with("articletitle") {
            found.extend(outside(&value, 0, Place::Metadata, divisions));
        } else if matches!(name.as_str(), "title" | "dc:title" | "dc.title" | "og:title") {
            // Site names stand behind the title, or before it, between marks or blanks.
            let whole =
                value.split(['_', '|', '>']).flat_map(|part| part.split(" - ")).flat_map(|part| part.split("--"));
            for part in whole {
                found.extend(outside(part, -2, Place::Metadata, divisions));
                if part.trim().contains(' ') {
                    found.extend(part.split(' ').filter_map(|piece| outside(piece, -2, Place::Metadata, divisions)));
                }
            }
        }
    }
    found
}

fn in_chrome(page: &Page<'_>, divisions: &Divisions) -> Vec<Title> {
    let mut found = Vec::new();
    let named = ["标题", "名称", "信息名称"].iter().flat_map(|key| page.values(key));
    found.extend(named.filter_map(|value| outside(&value.text, -1, Place::Chrome, divisions)));
    let opening = page.opening.map_or(page.lines.len(), |(at, _)| at);
    for line in page.lines[..opening].iter().filter(|line| !line.is_body() && !line.is_cell() && !line.cut) {
        let own = bare(line.text());
        let names_subject = SUBJECT.is_in(own) && !own.contains(['>', '|']);
        if names_subject && !dates::years(own).is_empty() {
            found.extend(outside(own, if line.is_heading() { -1 } else { -4 }, Place::Chrome, divisions));
        }
    }
    found
}

fn outside(text: &str, offset: i32, place: Place, divisions: &Divisions) -> Option<Title> {
    let text = bare(text.trim()).to_owned();
    is_title(&text).then(|| Title::new(text.clone(), text, place, offset, divisions))
}

/// The line without page chrome behind it and without a document number before it.
fn bare(text: &str) -> &str {
    let text = chrome::before_keys(text).trim();
    match super::number::leading(text) {
        Some(end) if end < text.len() => text[end..].trim_start(),
        _ => text,
    }
}

/// Whether a text has the form of an official title.
fn is_title(text: &str) -> bool {
    let text = text.trim();
    let length = text.chars().count();
    if !(6..=LONGEST).contains(&length) || text.contains(NO_TITLE) || text.contains("如下") {
        return false;
    }
    let plain = text.trim_end_matches(['》', '”']);
    let plain = match plain.rfind('(').filter(|_| plain.ends_with(')')) {
        Some(at) => &plain[..at],
        None => plain,
    };
    ENDS.at_end(plain).is_some()
        && !text.starts_with("现将")
        && !starts_list(text)
        && !is_clause(text)
        && !text.starts_with("附件")
}

/// 一、 (一) 1. and their like: a heading of the body, not the title.
fn starts_list(text: &str) -> bool {
    let rest = text
        .trim_start_matches('(')
        .trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    rest.len() < text.len() && rest.starts_with(['、', '.', ')'])
}

/// A clause of running text, told by commas outside quotes and brackets.
fn is_clause(text: &str) -> bool {
    // A slogan may stand before the title proper: 依法行政,执法为民——某县….
    let text = text.rsplit("——").next().unwrap_or(text);
    let mut depth = 0_i32;
    text.chars().any(|c| {
        match c {
            '《' | '“' | '(' => depth += 1,
            '》' | '”' | ')' => depth -= 1,
            _ => {}
        }
        depth <= 0 && c == ','
    })
}

/// More for a subject, a year and a body; less for the notice that hands the document on.
fn score(text: &str, named: bool) -> i32 {
    let subject = SUBJECT.is_in(text);
    let notice = text.contains("印发") || text.contains("转发");
    1 + if subject { 4 } else { 0 } + if dates::years(text).is_empty() { 0 } else { 2 } + if named { 2 } else { 0 }
        - if notice { 3 } else { 0 }
}

/// What stands between 《》 in a notice that hands a document on.
fn inner(text: &str) -> &str {
    let Some(at) = text.find("印发").or_else(|| text.find("转发")) else {
        return text.trim_matches(['《', '》']);
    };
    let rest = &text[at + "印发".len()..];
    match (rest.find('《'), rest.rfind('》')) {
        (Some(open), Some(close)) if open < close => &rest[open + '《'.len_utf8()..close],
        _ => rest.trim_end_matches("的通知").trim_end_matches("通知"),
    }
}
