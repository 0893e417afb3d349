//! Page chrome by its grammar: what publishing systems print before and after a report.
//!
//! Only the lines before the first paragraph and after the last are judged; the body is never touched.

mod line;
mod vocabulary;

use std::ops::Range;

use line::Reading;

use super::document::Role;
use super::text::opens_item;

/// Most lines looked at from either end.
const REACH: usize = 400;

/// What a line is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// All of it is the report.
    Body,
    /// All of it is chrome.
    Chrome,
    /// Stretches of both, in order.
    Mixed(Vec<(Range<usize>, Role)>),
}

/// Judges the lines of a document, blank ones left out.
pub(super) fn judge(lines: &[&str]) -> Vec<Verdict> {
    let mut verdicts = vec![Verdict::Body; lines.len()];
    let head = judge_head(lines, &mut verdicts);
    judge_tail(lines, head, &mut verdicts);
    verdicts
}

/// Judges the lines before the first paragraph; gives the number of lines judged.
fn judge_head(lines: &[&str], verdicts: &mut [Verdict]) -> usize {
    let mut readings: Vec<Reading> = Vec::new();
    for line in lines.iter().take(REACH) {
        let reading = line::read(line);
        if !reading.whole && is_paragraph(line) {
            if let Some(verdict) = mixed(line, &front_only(line, &reading), true) {
                verdicts[readings.len()] = verdict;
            }
            break;
        }
        readings.push(reading);
    }
    let title = (0..readings.len()).rev().find(|&i| !readings[i].whole && is_title(body_part(lines[i], &readings[i])));
    for (i, reading) in readings.iter().enumerate() {
        let line = lines[i];
        let answers = i > 0 && readings[i - 1].expects_value && is_value(line);
        let chrome_around = i > 0 && verdicts[i - 1] == Verdict::Chrome && is_byline(line);
        let above = || title.is_some_and(|title| i < title && is_above(lines, &readings, i, title));
        verdicts[i] = if reading.whole || answers || chrome_around || above() {
            Verdict::Chrome
        } else {
            mixed(line, &reading.chrome, false).unwrap_or(Verdict::Body)
        };
    }
    readings.len()
}

/// Whether line `i`, which stands before the title, belongs to the page and not to the report.
fn is_above(lines: &[&str], readings: &[Reading], i: usize, title: usize) -> bool {
    let line = lines[i].trim();
    let same = repeats(&squeezed(line), &squeezed(body_part(lines[title], &readings[title])));
    let chrome_between = readings[i + 1..title].iter().any(|reading| reading.whole);
    same || (chrome_between && !is_number(line) && !line.ends_with("的通知"))
}

/// Whether `line` says the title once more: with more before it, or with the name of the site after it.
fn repeats(line: &str, title: &str) -> bool {
    let site = |rest: &str| rest.is_empty() || rest.starts_with(['-', '_', '|', '—', '–', '－', '【']);
    line.ends_with(title) || line.strip_prefix(title).is_some_and(site)
}

/// Judges the lines after the last paragraph.
fn judge_tail(lines: &[&str], head: usize, verdicts: &mut [Verdict]) {
    let from = lines.len().saturating_sub(REACH).max(head);
    let mut first = None;
    let mut readings = Vec::new();
    for i in (from..lines.len()).rev() {
        let reading = line::read(lines[i]);
        if !reading.whole && (is_paragraph(lines[i]) || (opens_item(lines[i]) && !is_attachment(lines[i]))) {
            break;
        }
        if reading.whole {
            first = Some(i);
        }
        readings.push((i, reading));
    }
    let Some(first) = first else { return };
    let mut after_footer = false;
    for (i, reading) in readings.into_iter().rev().filter(|(i, _)| *i >= first) {
        let kept = !reading.whole && !after_footer && is_signature(lines[i]);
        verdicts[i] = if kept { Verdict::Body } else { Verdict::Chrome };
        after_footer |= reading.tail;
    }
}

/// An item of a list of attachments: numbered, short, no sentence.
fn is_attachment(line: &str) -> bool {
    let text = line.trim();
    text.starts_with(|c: char| c.is_ascii_digit()) && text.len() <= 180 && !text.contains(['。', '；', ';'])
}

/// The stretches of a paragraph's chrome that stand before its first sentence ends.
fn front_only(line: &str, reading: &Reading) -> Vec<Range<usize>> {
    let stop = line.find('。').unwrap_or(line.len());
    reading.chrome.iter().filter(|range| range.end <= stop).cloned().collect()
}

/// Cuts a line into report and chrome; `None` where it has no chrome worth cutting.
fn mixed(line: &str, chrome: &[Range<usize>], paragraph: bool) -> Option<Verdict> {
    if chrome.is_empty() {
        return None;
    }
    let mut parts: Vec<(Range<usize>, Role)> = Vec::new();
    let mut at = 0;
    for range in chrome.iter().cloned().chain(std::iter::once(line.len()..line.len())) {
        let text = line.get(at..range.start).unwrap_or_default();
        if !text.trim().is_empty() {
            let body = paragraph || is_title(text) || is_number(text) || text.trim_end().ends_with([':', '：']);
            parts.push((at..range.start, if body { Role::Body } else { Role::Chrome }));
        }
        at = range.end;
        if !range.is_empty() {
            parts.push((range, Role::Chrome));
        }
    }
    let any_body = parts.iter().any(|(_, role)| *role == Role::Body);
    Some(if any_body { Verdict::Mixed(parts) } else { Verdict::Chrome })
}

/// The stretch of a line before its chrome.
fn body_part<'a>(line: &'a str, reading: &Reading) -> &'a str {
    reading.chrome.first().map_or(line, |range| &line[..range.start])
}

/// Whether a line is page chrome and nothing else.
pub(super) fn is_chrome(line: &str) -> bool {
    line::read(line).whole
}

/// Whether a line has words with which a page ends.
pub(super) fn is_tail(line: &str) -> bool {
    line::read(line).tail
}

/// Whether a line is running text of the report.
pub(super) fn is_paragraph(line: &str) -> bool {
    let long = line.trim().chars().nth(27).is_some();
    long && line.contains(['。', '，', ',', '；', ';'])
}

/// Whether a line reads like the title of a report or plan.
pub(super) fn is_title(line: &str) -> bool {
    let text = line.trim();
    if text.len() > 400 {
        return false;
    }
    let count = text.chars().count();
    let subject = ["法治", "依法行政", "法制"].iter().any(|word| text.contains(word));
    let bare = text.trim_end_matches(|c: char| c.is_whitespace() || "）)】]".contains(c));
    let kind = ["报告", "总结", "要点", "情况", "安排", "计划", "通知", "汇报", "方案", "纲要"];
    let ended = kind.iter().any(|word| bare.ends_with(word)) || bare.ends_with("公开版");
    (8..=90).contains(&count) && subject && ended && !text.contains('。') && !opens_item(text)
}

/// Whether a line is a document number such as 甲政发〔2024〕6号.
pub(super) fn is_number(line: &str) -> bool {
    let text = line.trim();
    text.chars().count() <= 30 && text.ends_with('号') && text.contains(['〔', '[', '﹝', '【', '［', '('])
}

/// A line that can be the value of the key on the line before: short, and no part of a letter or report.
fn is_value(line: &str) -> bool {
    let text = line.trim();
    text.chars().count() <= 30 && !text.ends_with([':', '：', '。']) && !is_title(text) && !opens_item(text)
}

/// An office and a date on one line, or a date as systems print it.
fn is_byline(line: &str) -> bool {
    let text = line.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let dated = (text.contains('年') && text.ends_with('日')) || text.matches('-').count() == 2;
    let alone = text.chars().all(|c| c.is_ascii_digit() || "-/: 年月日".contains(c));
    dated && (6..=14).contains(&digits) && text.chars().count() <= 40 && (!alone || text.contains('-'))
}

/// A date or an office, as at the end of a report.
fn is_signature(line: &str) -> bool {
    let text = line.trim();
    let dated = text.contains('年') && text.ends_with('日') && text.chars().count() <= 30;
    let office = ["政府", "委员会", "办公室", "局", "厅", "委", "街道办事处"].iter().any(|word| text.ends_with(word));
    dated || (office && text.chars().count() <= 30)
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
