//! Where a heading or an item begins: 一、 （一） 1. ① 一是, at the start of a line or inside it.

use super::page::{Line, Page};
use crate::text::{CharSet, is_han};

/// How a heading or item is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// 第一章, 第一部分.
    Chapter,
    /// 第一节.
    Division,
    /// 一、
    Han,
    /// （一）
    ParenHan,
    /// 1. or 1、
    Arabic,
    /// （1）
    ParenArabic,
    /// ①
    Circled,
    /// 一是, 第一，
    Ordinal,
    /// 一要
    Must,
    /// 首先, 其次
    Adverb,
    /// ● or ■ at the start of a line.
    Bullet,
    /// A heading that is known by its format or its words.
    Bare,
    /// A paragraph that turns to another part without a heading.
    Turn,
}

/// The rank of [`Style::Han`], the usual top level.
pub(super) const TOP: u8 = 2;
/// The rank of 一是…二是…: items, no headings.
pub(super) const ITEM: u8 = 7;

impl Style {
    /// Its level, 0 the highest; a mark closes all open ones of its own rank and below.
    pub fn rank(self) -> u8 {
        match self {
            Self::Chapter => 0,
            Self::Division => 1,
            Self::Han | Self::Turn => TOP,
            Self::ParenHan | Self::Bare => 3,
            Self::Arabic => 4,
            Self::ParenArabic => 5,
            Self::Circled => 6,
            Self::Ordinal | Self::Must | Self::Adverb | Self::Bullet => ITEM,
        }
    }
}

/// A heading mark in the page's text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// Where its passage begins: the start of its line, or the mark itself inside one.
    pub at: usize,
    /// Where its words begin.
    pub words: usize,
    pub style: Style,
    pub rank: u8,
    /// Its number, 0 where it has none.
    pub number: u32,
    /// Whether it opens a line.
    pub opens_line: bool,
}

/// The number given to 最后.
const LAST: u32 = 4;

/// A mark that may turn out to be none.
struct Candidate {
    mark: Mark,
    /// The last character before it that is no blank.
    before: char,
    /// The sign after its number is missing; only its place in a sequence can tell.
    weak: bool,
}

/// A mark as its characters say, before anything around it is asked.
struct Sign {
    style: Style,
    number: u32,
    length: usize,
    weak: bool,
}

/// All marks of the page in text order.
pub(super) fn find(page: &Page) -> Vec<Mark> {
    let mut candidates = Vec::new();
    for line in page.lines.iter().filter(|line| line.is_running()) {
        scan(page, line, &mut candidates);
    }
    accept(&candidates)
}

fn scan(page: &Page, line: &Line, out: &mut Vec<Candidate>) {
    let text = page.slice(line.start, line.end);
    let indent = text.len() - text.trim_start().len();
    let mut before = '\n';
    let mut at = indent;
    let mut beginnings = BEGINNINGS.each_in(text, indent);
    while let Some((next, c)) = beginnings.next() {
        let passed = &text[at..next];
        before = passed.trim_end_matches(' ').chars().next_back().unwrap_or(before);
        at = next;
        let rest = &text[at..];
        let opens_line = at == indent;
        if let Some(sign) = sign(rest, opens_line).filter(|sign| opens_line || may_follow(before, &text[..at], sign)) {
            let words = at + sign.length;
            let words = words + text[words..].len() - text[words..].trim_start().len();
            let mark = Mark {
                at: line.start + if opens_line { 0 } else { at },
                words: line.start + words,
                style: sign.style,
                rank: sign.style.rank(),
                number: sign.number,
                opens_line,
            };
            out.push(Candidate { mark, before, weak: sign.weak });
            before = '、';
            at += sign.length;
            beginnings.skip_to(at);
            continue;
        }
        at += enclosed(rest, c).unwrap_or(c.len_utf8());
        before = text[..at].chars().next_back().unwrap_or(c);
        beginnings.skip_to(at);
    }
}

/// The characters that can begin a sign or something enclosed; every other one is passed over.
static BEGINNINGS: CharSet = CharSet::new(
    &['0'..='9', '㈠'..='㈩', '①'..='⑳', '⑴'..='⒇', '⒈'..='⒛'],
    "(“《【〔●■◆★▲第首其再最一二三四五六七八九十",
);

/// Length of a quotation, title or bracket that starts here and closes soon: nothing in it is a heading.
fn enclosed(rest: &str, open: char) -> Option<usize> {
    let close = match open {
        '“' => '”',
        '《' => '》',
        '(' => ')',
        '【' => '】',
        '〔' => '〕',
        _ => return None,
    };
    let mut near = rest.char_indices().take(60);
    near.find(|&(_, c)| c == close).map(|(at, c)| at + c.len_utf8())
}

/// The sign that `rest` starts with.
fn sign(rest: &str, opens_line: bool) -> Option<Sign> {
    let first = rest.chars().next()?;
    match first {
        '(' => bracketed(rest),
        '㈠'..='㈩' => single(first, '㈠', Style::ParenHan),
        '①'..='⑳' => single(first, '①', Style::Circled),
        '⑴'..='⒇' => single(first, '⑴', Style::ParenArabic),
        '⒈'..='⒛' => single(first, '⒈', Style::Arabic),
        '第' => ordinal(rest),
        '首' | '其' | '再' | '最' => adverb(rest),
        '0'..='9' => arabic(rest),
        '●' | '■' | '◆' | '★' | '▲' if opens_line => {
            Some(Sign { style: Style::Bullet, number: 0, length: first.len_utf8(), weak: false })
        }
        _ => han(rest, opens_line),
    }
}

fn single(c: char, one: char, style: Style) -> Option<Sign> {
    Some(Sign { style, number: c as u32 - one as u32 + 1, length: c.len_utf8(), weak: false })
}

/// `(一)` or `(1)`, a point after it included.
fn bracketed(rest: &str) -> Option<Sign> {
    let inner = rest[1..].trim_start_matches(' ');
    let (style, number, length) = match numeral(inner) {
        Some((number, length)) => (Style::ParenHan, number, length),
        None => digits(inner).map(|(number, length)| (Style::ParenArabic, number, length))?,
    };
    let tail = inner[length..].trim_start_matches(' ').strip_prefix(')')?;
    let tail = tail.strip_prefix(['.', '、', ':', ',']).unwrap_or(tail);
    Some(Sign { style, number, length: rest.len() - tail.len(), weak: false })
}

/// 第一章, 第一部分, 第一节, 第一，
fn ordinal(rest: &str) -> Option<Sign> {
    let inner = rest.strip_prefix('第')?;
    let (number, length) = numeral(inner)?;
    let tail = &inner[length..];
    let (style, word) = [
        (Style::Chapter, "部分"),
        (Style::Chapter, "章"),
        (Style::Division, "节"),
        (Style::Ordinal, ","),
        (Style::Ordinal, "、"),
        (Style::Ordinal, ":"),
    ]
    .into_iter()
    .find(|(_, word)| tail.starts_with(word))?;
    let tail = tail[word.len()..].trim_start_matches([' ', ':', '、']);
    Some(Sign { style, number, length: rest.len() - tail.len(), weak: false })
}

fn adverb(rest: &str) -> Option<Sign> {
    let number = ["首先", "其次", "再次", "最后"].into_iter().position(|word| rest.starts_with(word))?;
    Some(Sign { style: Style::Adverb, number: number as u32 + 1, length: "首先".len(), weak: false })
}

/// 1. and 1、, and a number whose point is lost (`3开展`).
fn arabic(rest: &str) -> Option<Sign> {
    let (number, length) = digits(rest)?;
    let tail = &rest[length..];
    let next = tail.chars().next()?;
    let (style, taken) = match next {
        '.' | '、' => (Style::Arabic, next.len_utf8()),
        ')' => (Style::ParenArabic, 1),
        ' ' => (Style::Arabic, 1),
        _ => (Style::Arabic, 0),
    };
    let after = tail[taken..].trim_start_matches(' ').chars().next()?;
    let weak = taken == 0 || next == ' ';
    let fits = if weak { is_han(after) && !is_measure(after) } else { !after.is_ascii_digit() && after != '%' };
    fits.then_some(Sign { style, number, length: length + taken, weak })
}

/// 一、 一是 一要, and `一)` that lost its bracket.
fn han(rest: &str, opens_line: bool) -> Option<Sign> {
    let (number, length) = numeral(rest)?;
    let tail = &rest[length..];
    let next = tail.chars().next()?;
    let after = tail[next.len_utf8()..].chars().next();
    let (style, weak) = match next {
        // 一、二、三产业 is a list of numbers, and so may 一、二级 be.
        '、' if opens_line || after.is_some_and(|c| numeral_value(c).is_none()) => (Style::Han, false),
        '.' | ':' if opens_line => (Style::Han, false),
        ' ' if opens_line => (Style::Han, true),
        ')' => (Style::ParenHan, false),
        '是' => (Style::Ordinal, false),
        '要' => (Style::Must, false),
        _ => return None,
    };
    Some(Sign { style, number, length: length + next.len_utf8(), weak })
}

/// Whether a sign may stand inside a line after `before`.
fn may_follow(before: char, line: &str, sign: &Sign) -> bool {
    let ends_sentence = matches!(before, '。' | ';' | ':' | '!' | '?' | '”' | ')');
    let blank = line.ends_with(' ');
    if is_han(before) && !blank {
        return may_be_glued(before, sign);
    }
    match sign.style {
        _ if sign.weak => matches!(before, '。' | ';'),
        Style::Chapter | Style::Division | Style::Bullet => false,
        Style::Han | Style::Arabic => ends_sentence || blank,
        Style::ParenHan | Style::ParenArabic | Style::Circled => !matches!(before, '、' | '-' | '—'),
        Style::Ordinal | Style::Must | Style::Adverb => ends_sentence || blank || matches!(before, ',' | '、'),
        Style::Bare | Style::Turn => false,
    }
}

/// Whether a sign may follow a word directly, as where a line break is lost; 第一项 and 统一是 are no signs.
fn may_be_glued(before: char, sign: &Sign) -> bool {
    static NUMBERS_IT: CharSet = CharSet::new(&[], "第条款项件例表图至");
    static ONE_WORD: CharSet = CharSet::new(&[], "统唯之其单专为万均同逐划如十百");
    let one_word = ONE_WORD.contains(before);
    match sign.style {
        _ if sign.weak || NUMBERS_IT.contains(before) => false,
        Style::ParenHan | Style::ParenArabic | Style::Circled => true,
        Style::Han | Style::Arabic | Style::Ordinal => sign.number == 1 && !one_word,
        _ => false,
    }
}

/// Keeps the candidates that make sense one after another.
fn accept(candidates: &[Candidate]) -> Vec<Mark> {
    let mut following = [0_u32; 16];
    let mut next_number = vec![0_u32; candidates.len()];
    for (index, candidate) in candidates.iter().enumerate().rev() {
        let slot = &mut following[candidate.mark.style as usize];
        next_number[index] = *slot;
        *slot = candidate.mark.number;
    }
    let mut last = [0_u32; 16];
    let mut marks = Vec::new();
    for (candidate, next) in candidates.iter().zip(next_number) {
        let mark = candidate.mark;
        if fits(candidate, last[mark.style as usize], next) {
            last[mark.style as usize] = mark.number;
            marks.push(mark);
        }
    }
    marks
}

fn fits(candidate: &Candidate, last: u32, next: u32) -> bool {
    let mark = &candidate.mark;
    let continues = mark.number == last + 1;
    let starts = mark.number == 1 && next == 2;
    if candidate.weak {
        return (continues && last > 0) || (starts && mark.opens_line);
    }
    if mark.style == Style::Adverb && mark.number == LAST {
        return last > 0;
    }
    if mark.opens_line {
        return mark.style != Style::Adverb || starts || continues;
    }
    let after_stop = matches!(candidate.before, '。' | ';' | ':');
    match mark.style {
        Style::Ordinal => starts || (mark.number > 1 && (continues || after_stop)),
        // A number given twice or left out is common; inside a line it needs a full stop before it.
        Style::Han | Style::ParenHan | Style::Arabic if candidate.before == '。' && last > 0 => {
            starts || (last..=last + 2).contains(&mark.number)
        }
        _ => starts || (continues && last > 0),
    }
}

/// A Chinese numeral from 一 to 九十九 and its length.
fn numeral(text: &str) -> Option<(u32, usize)> {
    let (mut value, mut length, mut unit) = (0, 0, None);
    for c in text.chars().take(3) {
        match numeral_value(c) {
            Some(10) => value = unit.take().unwrap_or(1) * 10,
            Some(digit) if unit.is_none() => unit = Some(digit),
            _ => break,
        }
        length += c.len_utf8();
    }
    let value = value + unit.unwrap_or(0);
    (value > 0).then_some((value, length))
}

fn numeral_value(c: char) -> Option<u32> {
    Some(match c {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    })
}

/// One or two ASCII digits and their number of bytes.
fn digits(text: &str) -> Option<(u32, usize)> {
    let length = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&length) {
        return None;
    }
    text[..length].parse().ok().filter(|&number| number > 0).map(|number| (number, length))
}

/// Words that make the number before them a quantity or a date.
fn is_measure(c: char) -> bool {
    static MEASURES: CharSet = CharSet::new(
        &[],
        "年月日时分秒个件项次名人家条万亿元度级类种场批期册份户所支处县市区镇乡村位亩公里千百余多成倍届号台辆座篇宗起例款站章节周天小米吨路街岁本间门幢栋对组套张片段轮部十几",
    );
    MEASURES.contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_and_their_limits() {
        assert_eq!(numeral("一、"), Some((1, 3)));
        assert_eq!(numeral("十二、"), Some((12, 6)));
        assert_eq!(numeral("二十"), Some((20, 6)));
        assert_eq!(numeral("二十五是"), Some((25, 9)));
        assert_eq!(numeral("个"), None);
        assert_eq!(digits("123."), None);
    }

    #[test]
    fn signs_are_told_from_quantities() {
        for text in ["1.2万件", "1、3、5分钟", "12.4宪法日", "3个单位", "2024年", "一、二、三产业"]
        {
            assert!(sign(text, false).is_none(), "{text}");
        }
        for text in [
            "1.加强",
            "1、加强",
            "(一)加强",
            "一)加强",
            "（".trim_matches('（'),
            "第一章 总则",
            "①加强",
            "一是加强",
            "3开展",
        ] {
            assert_eq!(sign(text, true).is_some(), !text.is_empty(), "{text}");
        }
    }
}
