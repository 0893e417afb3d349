//! When a report was published; the date of its signature where nothing else is known.

use jiff::civil::Date;

use super::dates;
use super::fact::{CLEAR, Fact, LIKELY, SURE, WEAK};
use super::page::{Line, Page};
use super::types::Place;
use crate::text::fold;

/// What pages call the date of publication, best first. 成文日期 is when it was written.
const PUBLISHED: [&str; 10] =
    ["发布日期", "发布时间", "公开日期", "公开时间", "发文日期", "时间", "日期", "添加时间", "录入时间", "更新时间"];
const WRITTEN: [&str; 5] = ["成文日期", "成文时间", "公文生成日期", "生成日期", "更新日期"];
/// Names of `meta` elements; document properties such as `dcterms:created` tell when a template was made.
const METADATA: [&str; 6] =
    ["pubdate", "publishdate", "article:published_time", "publish_time", "firstpublishedtime", "createdate"];

/// The date of publication, best source first.
pub(super) fn find(page: &Page<'_>) -> Option<Fact<Date>> {
    keyed(page, &PUBLISHED, SURE)
        .or_else(|| metadata(page))
        .or_else(|| keyed(page, &WRITTEN, LIKELY))
        .or_else(|| bare_line(page))
        .or_else(|| signature(page))
}

fn keyed(page: &Page<'_>, keys: &[&str], confidence: f64) -> Option<Fact<Date>> {
    keys.iter().flat_map(|key| page.values(key)).find_map(|value| {
        let day = dates::days(&value.text).into_iter().next().filter(|day| day.start <= 3)?;
        Some(Fact::new(day.date, value.raw.clone(), value.place, confidence))
    })
}

fn metadata(page: &Page<'_>) -> Option<Fact<Date>> {
    METADATA.iter().find_map(|name| {
        let items = page.document.metadata.iter().filter(|item| item.name.eq_ignore_ascii_case(name));
        items.into_iter().find_map(|item| {
            let day = dates::days(&fold(&item.value)).into_iter().next()?;
            Some(Fact::new(day.date, item.value.clone(), Place::Metadata, CLEAR))
        })
    })
}

/// A date above the text without a name, alone, behind an office or between bars: 市司法局 2022年02月15日.
fn bare_line(page: &Page<'_>) -> Option<Fact<Date>> {
    let above = page.opening.map_or(page.lines.len(), |(at, _)| at);
    let lines = page.lines[..above].iter().filter(|line| !line.is_body() && !is_clock(line.text()));
    lines.flat_map(|line| line.text().split('|').map(move |piece| (line, piece.trim()))).find_map(|(line, piece)| {
        let day = dates::days(piece).into_iter().next()?;
        let (before, after) = (piece[..day.start].trim(), piece[day.end..].trim_start());
        let office = before.chars().count() <= 20 && !before.contains([':', '>', '。', '第', '©']);
        let time = after.chars().next().is_none_or(|c| c.is_ascii_digit() || "来信稿文】])【[点浏访阅(".contains(c));
        (office && (time || before.is_empty() && names_office(after)))
            .then(|| Fact::new(day.date, line.own(&piece[day.start..day.end]), Place::Chrome, LIKELY))
    })
}

/// Whether an office, and what pages print behind it, is all that follows a day without a key: 2022-02-15市司法局阅读量 3.
fn names_office(after: &str) -> bool {
    let near = &after[..after.char_indices().nth(24).map_or(after.len(), |(at, _)| at)];
    let ends = ["局", "厅", "政府", "委员会", "办公室", "办事处"];
    let end = ends.iter().filter_map(|word| near.find(word).map(|at| at + word.len())).min();
    let next = end.map(|end| after[end..].chars().next());
    next.is_some_and(|next| next.is_none_or(|c| c.is_whitespace() || "阅浏点访打字分来【[".contains(c)))
}

/// Page clocks show the day of the visit, or of a server that never left 2019.
fn is_clock(text: &str) -> bool {
    ["今天是", "今天", "星期", "农历", "现在是", "当前时间"].iter().any(|word| text.contains(word))
}

/// The date under the text, or under the notice that hands the document on.
fn signature(page: &Page<'_>) -> Option<Fact<Date>> {
    let tail = page.tail();
    let cover = page.head().map(|(_, line)| line).filter(|line| !line.cut);
    tail.into_iter().chain(cover).find_map(|line| {
        let text = line.text().trim().trim_matches(['(', ')']);
        let day = dates::days(text).into_iter().next()?;
        let alone = day.end == text.len() && text[..day.start].chars().count() <= 30;
        let office = !text[..day.start].contains(['。', ',', ':', '自', '至']);
        (alone && office).then(|| signed(line, day.date))
    })
}

fn signed(line: &Line<'_>, date: Date) -> Fact<Date> {
    let text = line.text().trim();
    Fact::new(date, line.own(text), Place::Signature, if line.is_body() { LIKELY } else { WEAK })
}
