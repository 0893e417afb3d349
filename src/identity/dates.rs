//! Years and days as reports write them, broken ones included.
//!
//! All functions take folded text: digits are half-width, but Chinese numerals stay (二〇二三年, 二○一四年度).

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::text::CharSet;

/// A year in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct YearAt {
    pub year: i32,
    /// First byte of its digits.
    pub start: usize,
    /// One past 年.
    pub end: usize,
}

/// The years with 年 in `text`, in order; ranges (2021—2025年) are periods and left out.
pub(super) fn years(text: &str) -> Vec<YearAt> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((next, _)) = DIGITS.each_in(text, at).next() {
        at = next;
        let year = year_run(&text[at..]).filter(|_| !in_range(&text[..at])).and_then(|(year, length)| {
            let after = text[at + length..].trim_start_matches(' ');
            let closed = after.starts_with('年') && !is_span_of_years(after);
            closed.then(|| YearAt { year: year as i32, start: at, end: text.len() - after.len() + '年'.len_utf8() })
        });
        at = year.map_or_else(|| at + run_length(&text[at..]), |year| year.end);
        found.extend(year);
    }
    found
}

/// The year that `text` begins with, as in 2024年度….
pub(super) fn leading_year(text: &str) -> Option<YearAt> {
    let blanks = text.len() - text.trim_start().len();
    years(text.char_indices().nth(16).map_or(text, |(at, _)| &text[..at])).into_iter().find(|at| at.start == blanks)
}

/// A day in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DayAt {
    pub date: Date,
    /// First byte.
    pub start: usize,
    /// One past the last byte of the day, the time of day left out.
    pub end: usize,
}

/// The days in `text`: 2024-03-18, 2024/3/18, 2024.3.18, 2024年3月18日, 二〇二四年三月十八日, 20240318,
/// and those that lost a character (202403月18日, 2024318日) where only one reading is a day.
///
/// Times of day are not read: sites print 42:18.
pub(super) fn days(text: &str) -> Vec<DayAt> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((next, _)) = DIGITS.each_in(text, at).next() {
        at = next;
        match day(&text[at..]) {
            Some((date, length)) => {
                found.push(DayAt { date, start: at, end: at + length });
                at += length;
            }
            None => at += run_length(&text[at..]),
        }
    }
    found
}

fn day(text: &str) -> Option<(Date, usize)> {
    let (number, digits, length) = run(text)?;
    let rest = &text[length..];
    match digits {
        4 => day_of(number, rest).map(|(date, rest)| (date, text.len() - rest.len())),
        8 => Some((ymd(number / 10_000, number / 100 % 100, number % 100)?, length)),
        5 | 6 if rest.starts_with('月') => {
            let scale = 10_u32.pow(digits - 4);
            let (day, _, used) = run(&rest['月'.len_utf8()..])?;
            let end = length + '月'.len_utf8() + used;
            Some((ymd(number / scale, number % scale, day)?, end + mark(&text[end..], '日')))
        }
        6 | 7 if rest.starts_with('日') => Some((split(number, digits)?, length + '日'.len_utf8())),
        _ => None,
    }
}

/// The rest of a day after its year: a mark, the month, a mark, the day.
fn day_of(year: u32, rest: &str) -> Option<(Date, &str)> {
    let rest = rest.trim_start_matches(' ');
    let separator = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.' | '年' | '—'))?;
    let rest = rest[separator.len_utf8()..].trim_start_matches(' ');
    let (month, digits, used) = small(rest)?;
    let after = rest[used..].trim_start_matches(' ');
    if separator == '年' && digits >= 3 && after.starts_with('日') {
        return Some((split(year * 10_u32.pow(digits) + month, digits + 4)?, &after['日'.len_utf8()..]));
    }
    let second = after.chars().next().filter(|c| *c == '月' || *c == separator)?;
    let after = after[second.len_utf8()..].trim_start_matches(' ');
    let (day, _, used) = small(after)?;
    let after = &after[used..];
    let blanks = after.len() - after.trim_start_matches(' ').len();
    let end = if after[blanks..].starts_with('日') { blanks + '日'.len_utf8() } else { 0 };
    Some((ymd(year, month, day)?, &after[end..]))
}

/// A day whose 月 was lost: 2025730 is 30 July, 2025111 could be two days and is none.
fn split(number: u32, digits: u32) -> Option<Date> {
    let scale = 10_u32.pow(digits.checked_sub(4)?);
    let (year, rest) = (number / scale, number % scale);
    let mut readings = [10, 100].into_iter().filter_map(|cut| {
        let (month, day) = (rest / cut, rest % cut);
        let padded = digits == 8 || (cut == 100 && day < 10) || (digits == 7 && month > 12);
        if padded { None } else { ymd(year, month, day) }
    });
    let first = readings.next()?;
    readings.next().is_none().then_some(first)
}

fn ymd(year: u32, month: u32, day: u32) -> Option<Date> {
    if !plausible(year) {
        return None;
    }
    Date::new(year as i16, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn plausible(year: u32) -> bool {
    (2000..=2099).contains(&year)
}

fn mark(text: &str, mark: char) -> usize {
    if text.starts_with(mark) { mark.len_utf8() } else { 0 }
}

/// A month or a day: digits, or a Chinese number up to 三十一.
fn small(text: &str) -> Option<(u32, u32, usize)> {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return run(text);
    }
    let length = text.find(|c| digit(c).is_none() && c != '十').unwrap_or(text.len());
    let words = &text[..length];
    let unit = |part: &str| part.chars().next().map_or(Some(0), digit);
    let value = match words.split_once('十') {
        Some(("", ones)) => 10 + unit(ones)?,
        Some((tens, ones)) => 10 * unit(tens)? + unit(ones)?,
        None => unit(words)?,
    };
    (length > 0).then_some((value, 2, length))
}

/// A run of digits: its number, how many digits, how many bytes.
fn run(text: &str) -> Option<(u32, u32, usize)> {
    let length = run_length(text);
    let count = text[..length].chars().count();
    let number = text[..length].chars().filter_map(digit).take(9).fold(0, |number, digit| number * 10 + digit);
    (count > 0).then_some((number, u32::try_from(count).unwrap_or(u32::MAX), length))
}

/// Bytes of the digits at the start of `text`.
fn run_length(text: &str) -> usize {
    text.find(|c| !is_digit(c)).unwrap_or(text.len())
}

/// A year's digits at the start of `text`, the blanks of a bad layout (20 23年) passed over; its number and length.
fn year_run(text: &str) -> Option<(u32, usize)> {
    let (mut number, mut digits, mut length) = (0_u32, 0, 0);
    for (at, c) in text.char_indices() {
        match digit(c) {
            Some(value) if digits < 4 => {
                (number, digits, length) = (number * 10 + value, digits + 1, at + c.len_utf8());
            }
            Some(_) => return None,
            None if c == ' ' => {}
            None => break,
        }
    }
    (digits == 4 && plausible(number)).then_some((number, length))
}

/// Digits, Chinese numerals and the circles that stand for zero.
fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => c.to_digit(10),
        '〇' | '○' | '零' | 'Ｏ' | 'О' | '◯' => Some(0),
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

/// The characters that [`is_digit`] holds for.
static DIGITS: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(is_digit));

/// Whether what stands before is the first year of a range.
fn in_range(before: &str) -> bool {
    let before = before.trim_end_matches(' ');
    let dashes = before.trim_end_matches(['-', '—', '~', '至', '到', '年']);
    dashes.len() < before.len() && dashes.ends_with(|c| digit(c).is_some()) && !before.ends_with('年')
}

/// Whether 年 is followed by the second year of a range.
fn is_span_of_years(after: &str) -> bool {
    let rest = after.trim_start_matches('年').trim_start_matches(' ');
    let dashes = rest.trim_start_matches(['-', '—', '~', '至', '到']);
    dashes.len() < rest.len() && run(dashes).is_some_and(|(number, digits, _)| digits == 4 && plausible(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year_list(text: &str) -> Vec<i32> {
        years(text).into_iter().map(|at| at.year).collect()
    }

    fn day_list(text: &str) -> Vec<String> {
        days(text).into_iter().map(|at| at.date.to_string()).collect()
    }

    #[test]
    fn reads_years_in_digits_and_numerals() {
        for text in ["2014年", "二○一四年度", "二〇一四年", "二零一四年", "20 14年", "2014 年", "〔2099〕自2014年起"]
        {
            assert_eq!(year_list(text), [2014], "{text}");
        }
    }

    #[test]
    fn ranges_and_broken_runs_are_no_years() {
        for text in
            ["2021—2025年", "2021-2025年", "2021年至2025年", "20212025年", "201512620151130日", "十四年", "1998年"]
        {
            assert!(year_list(text).iter().all(|year| *year == 2025), "{text}");
        }
        assert!(year_list("纲要(2021—2025年)").is_empty());
        assert!(year_list("纲要(20152020年)").is_empty());
    }

    #[test]
    fn reads_days_of_every_form() {
        for text in [
            "2024-03-08 42:18",
            "2024/3/8",
            "2024.03.08",
            "2024年3月8日",
            "2024 年 3 月 8 日",
            "二〇二四年三月八日",
            "20240308",
            "202403月8日",
            "20243月8日",
            "2024年03月08日星期五",
        ] {
            assert_eq!(day_list(text), ["2024-03-08"], "{text}");
        }
        assert_eq!(day_list("二○二三年十二月三十一日"), ["2023-12-31"]);
        assert_eq!(day_list("2025730日"), ["2025-07-30"]);
    }

    #[test]
    fn impossible_or_doubtful_days_are_none() {
        for text in ["2024-02-30", "2024-13-01", "2025111日", "2024年", "2024年3月", "11500230008689762A/2026-00004"]
        {
            assert!(day_list(text).is_empty(), "{text}");
        }
    }
}
