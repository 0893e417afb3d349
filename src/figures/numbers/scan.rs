//! From a folded text to its number tokens, in order, none overlapping.

use super::chinese;
use super::classify::{self, Quotes};
use super::digits::{self, Digits};
use super::measure::{Measure, Measures};
use crate::figures::marks::Marks;
use crate::figures::{Bound, Reason};

/// A number in the text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Token {
    /// First byte, qualifier before it included.
    pub start: usize,
    /// One past the last byte, unit and qualifier included.
    pub end: usize,
    /// One past the numeral with 万 and 亿, before the unit.
    pub core_end: usize,
    /// What it is.
    pub kind: TokenKind,
}

/// What a number is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TokenKind {
    /// A count, rate, amount or duration.
    Quantity(Quantity),
    /// A calendar year.
    Year(i32),
    /// No quantity, and why.
    Not(Reason),
}

/// A quantity as it stands, before any indicator gives it a unit of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Quantity {
    /// Value in the measure word's own unit.
    pub value: f64,
    /// Its measure word.
    pub measure: Option<Measure>,
    /// How exact.
    pub bound: Bound,
    /// Digits after the decimal point as printed, and the power of ten of 万 and 亿 behind them: half a unit of it is the rounding.
    pub half_unit: f64,
    /// Written in Chinese numerals.
    pub chinese: bool,
}

/// Finds every number of `text`, which must be folded already; `marks` are its own.
pub(crate) fn scan(text: &str, marks: &Marks, measures: &Measures) -> Vec<Token> {
    let quotes = Quotes::new(marks);
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    for start in marks.numerals() {
        if start < at {
            continue;
        }
        let token = if text.as_bytes()[start].is_ascii_digit() {
            arabic(text, start, measures, &quotes)
        } else {
            han(text, start, measures, &quotes)
        };
        match token {
            Ok(mut token) => {
                token.start = token.start.max(tokens.last().map_or(0, |last| last.end));
                at = token.end.max(start + 1);
                tokens.push(token);
            }
            Err(next) => at = next.max(start + 1),
        }
    }
    classify::ranges(text, &mut tokens);
    tokens
}

fn arabic(text: &str, start: usize, measures: &Measures, quotes: &Quotes) -> Result<Token, usize> {
    let read = digits::read(text, start);
    if let Some((end, kind)) = classify::digits(text, start, &read, measures, quotes) {
        return Ok(Token { start, end, core_end: end, kind });
    }
    if let Some((value, end)) = digits::part(text, start, &read) {
        return Ok(percent(text, start, end, value, 0.5, measures));
    }
    let half_unit = 0.5 * (read.value / read.base).abs().max(1.0) / 10_f64.powi(read.decimals as i32);
    Ok(quantity(text, start, read, half_unit, false, measures))
}

/// Chinese numerals count only with a measure word or 百分之, and never where a name begins so (三项制度 is a name).
fn han(text: &str, start: usize, measures: &Measures, quotes: &Quotes) -> Result<Token, usize> {
    if let Some(rest) = text[start..].strip_prefix("百分之") {
        let from = start + "百分之".len();
        let Some(read) = chinese::decimal(rest) else { return Err(from) };
        let half_unit = if rest[..read.length].contains('点') { 0.05 } else { 0.5 };
        return Ok(percent(text, start, from + read.length, read.value, half_unit, measures));
    }
    if let Some(share) = chinese::share(&text[start..]) {
        return Ok(percent(text, start, start + share.length, share.value, 0.5, measures));
    }
    let Some(mut read) = chinese::numeral(&text[start..]) else { return Err(start) };
    let mut end = start + read.length;
    // 一千四百余万.
    let inner = text[end..].strip_prefix(['余', '多']).and_then(|rest| rest.chars().next());
    let inside = inner.filter(|c| matches!(c, '万' | '亿')).and_then(chinese::power);
    if let Some(power) = inside {
        read.value *= power;
        end += 6;
    }
    if let Some(token) = classify::han(text, start, end, &read, quotes) {
        return token;
    }
    let more = inside.is_some() || text[end..].starts_with(['余', '多']);
    // 百, 千, 万 without a digit are numbers only in 百余, 上万, 近百; 千家万户 is none.
    if text[start..].starts_with(['百', '千', '万', '亿']) && !more && bounds(text, start, end, false).0 == Bound::Exact
    {
        return Err(end);
    }
    let after = if text[end..].starts_with(['余', '多']) { end + 3 } else { end };
    let Some(measure) = measures.at_start(&text[after..]) else { return Err(end) };
    if !classify::counts(text, start, after + measures.word(measure).len(), read.value, measures.word(measure)) {
        return Err(end);
    }
    let read =
        Digits { value: read.value, end, core: end, decimals: 0, more: inside.is_some(), whole: 1, base: read.value };
    Ok(quantity(text, start, read, 0.5, true, measures))
}

fn percent(text: &str, start: usize, end: usize, value: f64, half_unit: f64, measures: &Measures) -> Token {
    let (bound, from, to) = bounds(text, start, end, false);
    let measure = measures.find("%");
    let kind = TokenKind::Quantity(Quantity { value, measure, bound, half_unit, chinese: true });
    Token { start: from, end: to, core_end: end, kind }
}

fn quantity(text: &str, start: usize, read: Digits, half_unit: f64, chinese: bool, measures: &Measures) -> Token {
    let mut end = read.end;
    let mut more = read.more;
    let manifold = text[end..].strip_prefix("多元").is_some_and(|rest| rest.starts_with(['化', '解', '纠', '调']));
    if text[end..].starts_with(['余', '多']) && !manifold {
        end += 3;
        more = true;
    }
    let blank = text[end..].strip_prefix(' ').map_or(end, |_| end + 1);
    let measure = measures.at_start(&text[blank..]);
    if let Some(measure) = measure {
        end = blank + measures.word(measure).len();
        if text[end..].starts_with('余') {
            end += 3;
            more = true;
        }
    }
    let mut value = read.value;
    let mut half_unit = half_unit;
    if let Some(measure) = measure
        && measures.word(measure) == "成"
    {
        value *= 10.0;
        half_unit *= 10.0;
        // 六成五.
        if let Some(digit) = text[end..].chars().next().and_then(chinese::digit) {
            value += f64::from(digit);
            end += text[end..].chars().next().map_or(0, char::len_utf8);
        }
    }
    let (mut bound, from, mut to) = bounds(text, start, end, more);
    // 90个工作日内.
    if bound == Bound::Exact && text[..end].ends_with("工作日") && text[end..].starts_with('内') {
        bound = Bound::AtMost;
        to = end + '内'.len_utf8();
    }
    let kind = TokenKind::Quantity(Quantity { value, measure, bound, half_unit, chinese });
    Token { start: from, end: to, core_end: read.end, kind }
}

/// Words before a numeral that make it a bound, longest first.
const BEFORE: &[(&str, Bound)] = &[
    ("不少于", Bound::AtLeast),
    ("不低于", Bound::AtLeast),
    ("不小于", Bound::AtLeast),
    ("不超过", Bound::AtMost),
    ("不高于", Bound::AtMost),
    ("不多于", Bound::AtMost),
    ("超过了", Bound::AtLeast),
    ("突破了", Bound::AtLeast),
    ("至少", Bound::AtLeast),
    ("超过", Bound::AtLeast),
    ("突破", Bound::AtLeast),
    ("高于", Bound::AtLeast),
    ("低于", Bound::AtMost),
    ("不足", Bound::AtMost),
    ("不到", Bound::AtMost),
    ("将近", Bound::AtMost),
    ("接近", Bound::AtMost),
    ("大约", Bound::About),
    ("约为", Bound::About),
    ("超", Bound::AtLeast),
    ("过", Bound::AtLeast),
    ("逾", Bound::AtLeast),
    ("上", Bound::AtLeast),
    ("近", Bound::AtMost),
    ("约", Bound::About),
];

/// Whether a character is the last one of a word of [`BEFORE`].
fn ends_before(c: char) -> bool {
    matches!(c, '于' | '过' | '了' | '破' | '少' | '足' | '到' | '近' | '约' | '为' | '超' | '逾' | '上')
}

/// Whether a character is the first one of a word of [`BEHIND`].
fn begins_behind(c: char) -> bool {
    matches!(c, '(' | '及' | '以' | '之' | '左' | '上')
}

/// Words behind a quantity that make it a bound.
const BEHIND: &[(&str, Bound)] = &[
    ("(含)以上", Bound::AtLeast),
    ("及以上", Bound::AtLeast),
    ("以上", Bound::AtLeast),
    ("及以下", Bound::AtMost),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("之内", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
];

/// The bound of a quantity and its span with the words that say so.
fn bounds(text: &str, start: usize, end: usize, more: bool) -> (Bound, usize, usize) {
    let mut bound = if more { Bound::AtLeast } else { Bound::Exact };
    let (mut from, mut to) = (start, end);
    let head = text[..start].trim_end_matches(' ');
    let qualified = head.chars().next_back().is_some_and(ends_before);
    if qualified
        && let Some((word, said)) =
            BEFORE.iter().find(|(word, _)| head.ends_with(word) && qualifies(head, word, &text[start..]))
    {
        bound = *said;
        from = head.len() - word.len();
    }
    let limited = text[end..].starts_with(begins_behind);
    if limited && let Some((word, said)) = BEHIND.iter().find(|(word, _)| text[end..].starts_with(word)) {
        bound = *said;
        to = end + word.len();
    }
    (bound, from, to)
}

/// 近三年 and 历年最近 are no bounds, 上 is one only before 百, 千, 万, 过 before 半数, and 以上 is no 上.
fn qualifies(head: &str, word: &str, numeral: &str) -> bool {
    let before = head[..head.len() - word.len()].chars().next_back();
    match word {
        "上" => numeral.starts_with(['百', '千', '万']) && before != Some('以'),
        "近" => !matches!(before, Some('最' | '附' | '临' | '就' | '亲' | '靠')),
        "约" => !matches!(before, Some('条' | '契' | '合' | '节' | '预' | '履' | '公' | '签' | '解' | '违' | '大')),
        "超" => !matches!(before, Some('赶')),
        "过" => numeral.starts_with('半'),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_qualifier_ends_in_a_listed_character() {
        assert!(BEFORE.iter().all(|(word, _)| word.ends_with(ends_before)));
        assert!(BEHIND.iter().all(|(word, _)| word.starts_with(begins_behind)));
    }
}
