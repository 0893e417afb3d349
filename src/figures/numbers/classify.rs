//! What looks like a quantity and is none: dates, ordinals, document and list numbers, names, slogans, hotlines, ranges.

use super::chinese::{self, Numeral};
use super::digits::Digits;
use super::measure::Measures;
use super::scan::{Token, TokenKind};
use crate::figures::Reason;
use crate::figures::marks::Marks;
use crate::figures::scene::Stretch;
use crate::text::is_han;

/// Numbers of service lines, which are names unless a measure word follows.
const HOTLINES: &[u32] = &[
    110, 114, 119, 120, 122, 8890, 12_301, 12_309, 12_315, 12_318, 12_319, 12_328, 12_329, 12_331, 12_333, 12_336,
    12_337, 12_339, 12_345, 12_346, 12_348, 12_350, 12_355, 12_358, 12_363, 12_365, 12_368, 12_369, 12_371, 12_377,
    12_380, 12_381, 12_385, 12_388, 12_389, 12_393, 12_398, 95_598, 96_119,
];

/// Digits of the longest number that counts anything.
const LONGEST: usize = 15;

/// Stretches of a text inside “…” and 《…》.
pub(super) struct Quotes {
    quoted: Vec<Stretch>,
    titles: Vec<Stretch>,
}

impl Quotes {
    pub fn new(marks: &Marks) -> Self {
        Self { quoted: marks.quotations(), titles: marks.nested_titles() }
    }

    fn around(spans: &[Stretch], at: usize) -> Option<Stretch> {
        let next = spans.partition_point(|span| span.start <= at);
        spans[..next].last().copied().filter(|span| at < span.end)
    }

    fn in_title(&self, at: usize) -> bool {
        Self::around(&self.titles, at).is_some()
    }

    /// The short quotation around `at`.
    fn short(&self, text: &str, at: usize) -> Option<Stretch> {
        Self::around(&self.quoted, at).filter(|span| span.of(text).chars().count() <= 16)
    }
}

/// Why digits at `start` are no quantity, with the end of the token; `None` where they are one.
pub(super) fn digits(
    text: &str,
    start: usize,
    read: &Digits,
    measures: &Measures,
    quotes: &Quotes,
) -> Option<(usize, TokenKind)> {
    let marked = if stands_in_words(text, start, read) { None } else { marked(text, start, read, measures) };
    let name = || name(text, start, read, measures, quotes).map(|reason| (read.core, TokenKind::Not(reason)));
    marked.or_else(name)
}

/// Digits that what stands beside them makes a date, a document's or an item's number, or a year.
#[cold]
fn marked(text: &str, start: usize, read: &Digits, measures: &Measures) -> Option<(usize, TokenKind)> {
    let (plain, rest) = (&text[start..read.core], &text[read.core..]);
    date(text, start, read)
        .or_else(|| document(text, start, plain, rest))
        .or_else(|| list_number(text, start, plain, rest, measures).map(|end| (end, Reason::ListNumber)))
        .map(|(end, reason)| (end, TokenKind::Not(reason)))
        .or_else(|| year(text, start, read))
}

/// Whether whole digits stand between Chinese characters of which none makes a date or a document number of them.
fn stands_in_words(text: &str, start: usize, read: &Digits) -> bool {
    let before = text[..start].trim_end_matches(' ').chars().next_back();
    let next = text[read.core..].trim_start_matches(' ').chars().next();
    let century = text[start..].starts_with("19") || text[start..].starts_with("20");
    read.decimals == 0
        && !century
        && before.is_some_and(|c| is_han(c) && c != '第')
        && next.is_some_and(|c| is_han(c) && !matches!(c, '年' | '月' | '日' | '号' | '至'))
}

/// Digits that are part of a name: 《…2021—2025年》, 12345热线, 1+6+42, 5G, 4.0版, “3820”工程.
fn name(text: &str, start: usize, read: &Digits, measures: &Measures, quotes: &Quotes) -> Option<Reason> {
    let before = text[..start].chars().next_back();
    let rest = &text[read.core..];
    let letter = |c: char| c.is_ascii_alphabetic();
    let lettered = before.is_some_and(letter) || rest.starts_with(letter);
    let version = read.decimals > 0 && rest.starts_with('版');
    if quotes.in_title(start) || read.whole > LONGEST {
        Some(Reason::Name)
    } else if hotline(&text[start..read.core], rest, measures) {
        Some(Reason::Hotline)
    } else if joined(text, start, read.core) {
        Some(Reason::Slogan)
    } else if lettered || version {
        Some(Reason::Name)
    } else {
        quotes.short(text, start).filter(|span| span.end >= read.end).map(|_| Reason::Slogan)
    }
}

/// A calendar year with 年, its own kind because it dates what follows.
fn year(text: &str, start: usize, read: &Digits) -> Option<(usize, TokenKind)> {
    let plain = &text[start..read.core];
    let rest = text[read.core..].trim_start_matches(' ');
    let value: i32 = plain.parse().ok().filter(|value| (1949..=2099).contains(value))?;
    if plain.len() != 4 || !rest.starts_with('年') {
        return None;
    }
    let end = text.len() - rest.len() + '年'.len_utf8();
    let end = if text[end..].starts_with('度') { end + '度'.len_utf8() } else { end };
    Some((end, TokenKind::Year(value)))
}

/// Months, days, times, dashed dates, damaged dates.
fn date(text: &str, start: usize, read: &Digits) -> Option<(usize, Reason)> {
    let plain = &text[start..read.core];
    let rest = text[read.core..].trim_start_matches(' ');
    let marked = text.len() - rest.len();
    let whole: u64 = plain.parse().unwrap_or(u64::MAX);
    let century = plain.starts_with("19") || plain.starts_with("20");
    if century && read.decimals == 0 && (6..=14).contains(&plain.len()) {
        let next = rest.chars().next();
        let damaged = matches!(next, Some('年' | '月' | '日' | ')')) || plain.len() == 8 && !unit_like(next);
        return damaged.then_some((read.core, Reason::Date));
    }
    if century && plain.len() == 4 && read.decimals == 0 {
        let span = ['—', '-', '~', '至', '/', '.'].iter().any(|&c| rest.starts_with(c));
        let next = rest.trim_start_matches(['—', '-', '~', '至', '/', '.']);
        if span && next.starts_with(|c: char| c.is_ascii_digit()) {
            return Some((read.core, Reason::Date));
        }
    }
    let before = text[..start].chars().next_back();
    let minutes = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len() == 2;
    let clock = rest.starts_with(':') && whole <= 99 && minutes(&rest[1..]);
    if clock || before == Some(':') && preceded_by_digit(text, start - 1) && plain.len() == 2 {
        return Some((read.core, Reason::Date));
    }
    if rest.starts_with('·') && rest['·'.len_utf8()..].starts_with(|c: char| c.is_ascii_digit())
        || before == Some('·') && preceded_by_digit(text, start - '·'.len_utf8())
    {
        return Some((read.core, Reason::Date));
    }
    if matches!(before, Some('-' | '/')) && dashed(&text[..start]) {
        return Some((read.core, Reason::Date));
    }
    if rest.starts_with('月') && whole <= 12 {
        return Some((marked + '月'.len_utf8(), Reason::Date));
    }
    if (rest.starts_with('日') || rest.starts_with('号'))
        && whole <= 31
        && !rest.starts_with("日内")
        && after_month(text, start)
    {
        return Some((marked + 3, Reason::Date));
    }
    if month_range(rest) && whole <= 12 {
        return Some((read.core, Reason::Date));
    }
    festival(text, start, read).then_some((read.core, Reason::Date))
}

/// 12.4 as the day of the constitution and the like: a month and day written with a point.
#[cold]
fn festival(text: &str, start: usize, read: &Digits) -> bool {
    if read.decimals == 0 {
        return false;
    }
    let Some((month, day)) = text[start..read.core].split_once('.') else { return false };
    let calendar = month.parse().is_ok_and(|m: u32| (1..=12).contains(&m))
        && day.parse().is_ok_and(|d: u32| (1..=31).contains(&d));
    let rest = text[read.core..].trim_start_matches('”');
    calendar && text[..start].ends_with('“') && text[read.core..].starts_with('”')
        || calendar
            && ["国家宪法日", "宪法", "国家安全", "全民国家安全", "消费者"].iter().any(|word| rest.starts_with(word))
}

fn unit_like(c: Option<char>) -> bool {
    matches!(c, Some('件' | '条' | '元' | '次' | '人' | '户' | '万' | '余' | '多' | '个' | '项' | '家' | '份' | '起'))
}

fn preceded_by_digit(text: &str, at: usize) -> bool {
    text[..at].ends_with(|c: char| c.is_ascii_digit())
}

/// 2024-03 before the dash of the day, or a year before the dash of the month.
#[cold]
fn dashed(head: &str) -> bool {
    let tail: String = head.chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect();
    let body = tail.trim_end_matches(['-', '/']);
    let year = body.rsplit(['-', '/']).find(|piece| piece.len() >= 4);
    year.is_some_and(|piece| {
        piece.ends_with(|c: char| c.is_ascii_digit()) && (piece.contains("19") || piece.contains("20"))
    })
}

fn after_month(text: &str, start: usize) -> bool {
    let head = text[..start].trim_end_matches(' ');
    head.ends_with('月') || head.ends_with(['—', '-', '至', '、']) && head.chars().rev().take(6).any(|c| c == '月')
}

/// `—10月` behind the first month of a range.
fn month_range(rest: &str) -> bool {
    let Some(next) = ['—', '-', '~', '至'].iter().find_map(|&c| rest.strip_prefix(c)) else { return false };
    let digits = next.len() - next.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (1..=2).contains(&digits) && next[digits..].starts_with('月') && !next[digits..].starts_with("月度")
}

/// 第3次, 第五十条, 〔2024〕17号, 第711号令.
fn document(text: &str, start: usize, plain: &str, rest: &str) -> Option<(usize, Reason)> {
    let head = text[..start].trim_end_matches(' ');
    let end = start + plain.len();
    if head.ends_with('第') {
        let reason = match rest.chars().next() {
            Some('条' | '款' | '章') => Reason::LawArticle,
            Some('号') => Reason::DocumentNumber,
            _ => Reason::Ordinal,
        };
        let taken =
            rest.chars().next().filter(|c| matches!(c, '条' | '款' | '章' | '号' | '次' | '批' | '届' | '名' | '位'));
        return Some((end + taken.map_or(0, char::len_utf8), reason));
    }
    let opened = head.ends_with(['〔', '[', '【']);
    let closed = rest.trim_start_matches(' ').starts_with(['〕', ']', '】']);
    if opened && closed || head.ends_with(['〕', ']', '】']) && rest.trim_start().starts_with('号') {
        return Some((end, Reason::DocumentNumber));
    }
    (rest.starts_with("号令") || rest.starts_with("号文")).then_some((end, Reason::DocumentNumber))
}

/// `1.`, `2、`, `(3)` before an item, and `3开展…` with the point lost.
fn list_number(text: &str, start: usize, plain: &str, rest: &str, measures: &Measures) -> Option<usize> {
    if plain.len() > 2 {
        return lost_point(text, start, plain);
    }
    let head = text[..start].trim_end_matches([' ', '\u{200b}']);
    let opens = head.is_empty() || head.ends_with(['\n', '。', ';', ':', '!', '”', '》', ')', '\t']);
    let end = start + plain.len();
    if head.ends_with('(') && rest.starts_with(')') {
        return Some(end);
    }
    if !opens {
        return None;
    }
    let dotted = rest.starts_with('.') && !rest[1..].starts_with(|c: char| c.is_ascii_digit());
    let first = head.is_empty() || head.ends_with(['\n', '。']);
    let listed = first && (rest.starts_with('、') || rest.starts_with(')'));
    let bare = first
        && measures.at_start(rest).is_none()
        && rest.starts_with(is_han)
        && !rest.starts_with(['年', '月', '日', '万', '亿', '余', '多', '千', '百', '学', '号']);
    (dotted || listed || bare).then_some(end)
}

/// `3.2024年`: the number of an item run into a year.
#[cold]
fn lost_point(text: &str, start: usize, plain: &str) -> Option<usize> {
    if !text[start + plain.len()..].starts_with('年') {
        return None;
    }
    let (number, year) = plain.split_once('.')?;
    let head = text[..start].trim_end();
    let opens = head.is_empty() || head.ends_with(['。', ';', ':']);
    let is_year = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    (opens && is_year && number.len() <= 2).then_some(start + number.len())
}

fn hotline(plain: &str, rest: &str, measures: &Measures) -> bool {
    (3..=5).contains(&plain.len())
        && !plain.starts_with('0')
        && plain.parse().is_ok_and(|number: u32| HOTLINES.contains(&number))
        && !rest.starts_with(['余', '多', '万', '亿'])
        && (measures.at_start(rest).is_none() || rest.starts_with("个热线"))
}

/// Whether `+`, `×` or a multiplication letter ties the digits to others, as in 1+6+42, 7×24, 1+M+N.
fn joined(text: &str, start: usize, end: usize) -> bool {
    let tie = |c: Option<char>| matches!(c, Some('+' | '×' | '*' | '＋'));
    let spaced = text[end..].trim_start_matches(' ');
    let letter = |text: &str| text.starts_with(['x', 'X']);
    tie(text[..start].trim_end_matches(' ').chars().next_back())
        || tie(spaced.chars().next())
        || letter(spaced) && spaced.len() < text[end..].len()
        || {
            let run = spaced.bytes().take(12).take_while(|byte| byte.is_ascii_digit() || *byte == b' ').count();
            run > 0 && spaced.len() < text[end..].len() && letter(&spaced[run..])
        }
}

/// Chinese numerals that are no quantity: a token for years, `Err` with where to go on for the rest.
pub(super) fn han(
    text: &str,
    start: usize,
    end: usize,
    read: &Numeral,
    quotes: &Quotes,
) -> Option<Result<Token, usize>> {
    if read.positional {
        let year = read.value as i32;
        if text[end..].starts_with('年') && (1949..=2099).contains(&year) && read.length >= 12 {
            let end = end + '年'.len_utf8();
            let end = if text[end..].starts_with('度') { end + '度'.len_utf8() } else { end };
            return Some(Ok(Token { start, end, core_end: end, kind: TokenKind::Year(year) }));
        }
        return Some(Err(end));
    }
    let head = &text[..start];
    let named = quotes.in_title(start) || quotes.short(text, start).is_some();
    let ordinal = head.ends_with(['第', '数', '几', '每', '各', '十', '统', '唯', '逐', '之', '星', '廿', '卅'])
        || head.ends_with("新一");
    (named || ordinal).then_some(Err(end))
}

/// Whether Chinese numerals with a measure word count something: small ones only right before a mark, since 三项制度 and 一件事 are names.
pub(super) fn counts(text: &str, start: usize, end: usize, value: f64, measure: &str) -> bool {
    if matches!(measure, "级" | "届" | "周年" | "点" | "国" | "字" | "组" | "位") {
        return false;
    }
    if value >= 10.0 && !(value == 10.0 && text[start..].starts_with('十') && text[end..].starts_with("重点")) {
        return true;
    }
    let rest = &text[end..];
    if measure == "成" && (rest.starts_with("的案件") || rest.starts_with("案件")) {
        return true;
    }
    if measure == "成" && rest.chars().next().is_some_and(|c| chinese::digit(c).is_some()) {
        return true;
    }
    // 由四成提高到66.8%.
    if measure == "成" && rest.starts_with(['提', '升', '上', '增', '下', '降']) {
        return true;
    }
    let acts = ["专题", "研究", "召开", "听取", "主持", "组织"];
    if measure == "次" && value >= 2.0 && acts.iter().any(|word| rest.starts_with(word)) {
        return true;
    }
    // 两个村, 三个社区 are counted; 一个中心 is the beginning of a slogan.
    if measure == "个"
        && value >= 2.0
        && ["村", "社区", "乡镇", "单位", "部门"].iter().any(|unit| rest.starts_with(unit))
    {
        return true;
    }
    let closes = rest.is_empty()
        || rest.starts_with([',', '。', ';', '、', ')', '\n', '!'])
        || rest.starts_with("以上")
        || rest.starts_with("左右")
        || rest.starts_with("以内");
    let verb = text[..start].chars().next_back().is_some_and(is_han);
    closes && verb
}

/// Marks both ends of 2—3个, 63%~68% and 3至5天.
pub(super) fn ranges(text: &str, tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        let (left, right) = (&tokens[at - 1], &tokens[at]);
        let (TokenKind::Quantity(a), TokenKind::Quantity(b)) = (&left.kind, &right.kind) else { continue };
        let between = text[left.end.min(right.start)..right.start].trim();
        let dash = matches!(between, "—" | "-" | "~" | "——" | "--" | "至");
        let from_to = text[..left.start].ends_with(['由', '从']);
        let fits = a.measure.is_none() || a.measure == b.measure;
        // 3、4件 is about that many; 分别为3、4件 is a list.
        let either = between == "、"
            && a.measure.is_none()
            && a.value < 9.0
            && b.value == a.value + 1.0
            && !text[..left.start].chars().rev().take(4).any(|c| c == '别');
        if (dash || either) && fits && a.value < b.value && !from_to {
            tokens[at - 1].kind = TokenKind::Not(Reason::Range);
            tokens[at].kind = TokenKind::Not(Reason::Range);
        }
    }
}
