//! When a report was published; the date of its signature where nothing else is known.

use jiff::civil::Date;

use super::dates;
use super::fact::{CLEAR, Fact, LIKELY, SURE, WEAK};
use super::page::{Line, Page};
use super::types::Place;
use crate::text::Shadow;

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
            let day = dates::days(Shadow::new(&item.value).text()).into_iter().next()?;
            Some(Fact::new(day.date, item.value.clone(), Place::Metadata, CLEAR))
        })
    })
}

/// A line of chrome that is a date, alone or behind an office: 市司法局 2022年02月15日.
fn bare_line(page: &Page<'_>) -> Option<Fact<Date>> {
    page.surroundings().filter(|line| !line.is_body() && !is_clock(line.text())).find_map(|line| {
        let text = line.text().trim();
        let day = dates::days(text).into_iter().next()?;
        let (before, after) = (text[..day.start].trim(), text[day.end..].trim());
        let office = before.chars().count() <= 20 && !before.contains([':', '>', '。', '第', '©']);
        let time = after.chars().next().is_none_or(|c| c.is_ascii_digit() || "来【[点浏(".contains(c));
        (office && time).then(|| Fact::new(day.date, line.own(&text[day.start..day.end]), Place::Chrome, LIKELY))
    })
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
