//! Numerals in Arabic digits: thousands commas, layout blanks, decimals, 万 and 亿, 余 inside the number.

/// Most digits in groups behind the first: more are a list, which every one of its numbers would look through.
const GROUPED: usize = 15;

/// A numeral in digits with its magnitude.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Digits {
    /// Value with the magnitude.
    pub value: f64,
    /// One past its last byte, magnitude included.
    pub end: usize,
    /// One past the last digit.
    pub core: usize,
    /// Digits after the point.
    pub decimals: usize,
    /// 余 or 多 between the digits and 万.
    pub more: bool,
    /// The whole part has as many digits.
    pub whole: usize,
    /// Value of the digits alone.
    pub base: f64,
}

/// Reads the numeral that starts at byte `at`, which must be an ASCII digit.
pub(super) fn read(text: &str, at: usize) -> Digits {
    let bytes = text.as_bytes();
    let mut end = run(bytes, at);
    // The digits where something stands between them; else they are read where they stand.
    let mut joined = String::new();
    if end - at <= 3 && bytes[at] != b'0' && matches!(bytes.get(end), Some(b',' | b' ')) {
        end = groups(text, at, end, &mut joined);
    }
    let whole = if joined.is_empty() { end - at } else { joined.len() };
    let decimals = fraction(bytes, end);
    if let Some((from, to)) = decimals {
        if from > end + 1 || !joined.is_empty() {
            if joined.is_empty() {
                joined.push_str(&text[at..end]);
            }
            joined.push('.');
            joined.push_str(&text[from..to]);
        }
        end = to;
    }
    let literal = if joined.is_empty() { &text[at..end] } else { &joined };
    let base: f64 = literal.parse().unwrap_or(0.0);
    let (factor, mut after, more) = magnitude(text, end);
    let mut rest = 0.0;
    if factor >= 10_000.0
        && let Some((smaller, length)) = smaller(&text[after..], factor)
    {
        rest = smaller;
        after += length;
    }
    let value = rest + if factor == 1.0 { base } else { (base * factor * 1e4).round() / 1e4 };
    Digits { value, end: after, core: end, decimals: decimals.map_or(0, |(from, to)| to - from), more, whole, base }
}

/// 1/4 as per cent, and its end.
pub(super) fn part(text: &str, start: usize, read: &Digits) -> Option<(f64, usize)> {
    text[read.end..].starts_with('/').then(|| share(text, start, read)).flatten()
}

/// As [`part`], where a slash stands.
#[cold]
fn share(text: &str, start: usize, read: &Digits) -> Option<(f64, usize)> {
    let rest = text[read.end..].strip_prefix('/')?;
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (whole, end) = (rest[..digits].parse::<f64>().ok()?, read.end + 1 + digits);
    let alone = !text[..start].ends_with(['/', '-', '.']) && !text[end..].starts_with(['/', '-', '.']);
    let proper = read.decimals == 0 && read.value >= 1.0 && read.value < whole && whole <= 20.0;
    (alone && proper).then(|| (100.0 * read.value / whole, end))
}

fn run(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    at
}

/// What a number goes on with behind its 万 or 亿, 1万5千 and 1亿2000万, and its length in bytes.
#[cold]
fn smaller(text: &str, factor: f64) -> Option<(f64, usize)> {
    let bytes = text.as_bytes();
    let digits = run(&bytes[..bytes.len().min(5)], 0);
    let words: &[(&str, f64)] = match factor as u64 {
        10_000 => &[("千", 1e3)],
        100_000_000 => &[("千万", 1e7), ("百万", 1e6), ("万", 1e4)],
        _ => return None,
    };
    let &(word, power) = words.iter().find(|(word, _)| text[digits..].starts_with(word))?;
    let value = text[..digits].parse::<f64>().ok()? * power;
    (value < factor).then_some((value, digits + word.len()))
}

/// Takes `,123` and ` 123` groups where they can only be thousands; `literal` gets all digits then.
#[cold]
fn groups(text: &str, start: usize, first: usize, literal: &mut String) -> usize {
    let bytes = text.as_bytes();
    let mut end = first;
    let Some(&separator) = bytes.get(end).filter(|b| matches!(b, b',' | b' ')) else { return first };
    let mut joined = String::new();
    while bytes.get(end) == Some(&separator) && run(bytes, end + 1) == end + 4 {
        joined.push_str(&text[end + 1..end + 4]);
        end += 4;
        if joined.len() > GROUPED {
            return first;
        }
    }
    if joined.is_empty() || !closes(text, end) || listed(text, start) {
        return first;
    }
    literal.push_str(&text[start..first]);
    literal.push_str(&joined);
    end
}

/// Whether a unit can follow here, so that the groups before were thousands and no list.
#[cold]
fn closes(text: &str, end: usize) -> bool {
    let rest = text[end..].strip_prefix(' ').unwrap_or(&text[end..]);
    match rest.chars().next() {
        None => true,
        Some('.') => rest[1..].starts_with(|c: char| c.is_ascii_digit()),
        Some(c) => !c.is_ascii_digit() && !matches!(c, ',' | ';' | ':' | '、' | '-' | '—' | '年' | '月'),
    }
}

/// 分别为120,300,450件 is a list.
fn listed(text: &str, start: usize) -> bool {
    let tail: String = text[..start].chars().rev().take(6).collect();
    tail.contains("别分")
}

/// Bytes of the digits after a decimal point; a layout blank after the point is allowed before a per cent sign.
fn fraction(bytes: &[u8], end: usize) -> Option<(usize, usize)> {
    if bytes.get(end) != Some(&b'.') {
        return None;
    }
    let tight = run(bytes, end + 1);
    if tight > end + 1 {
        return Some((end + 1, tight));
    }
    if bytes.get(end + 1) == Some(&b' ') {
        let loose = run(bytes, end + 2);
        if loose > end + 2 && bytes.get(loose) == Some(&b'%') {
            return Some((end + 2, loose));
        }
    }
    None
}

/// 万, 亿, 千, 百 and their compounds after the digits, with 余 before them.
fn magnitude(text: &str, end: usize) -> (f64, usize, bool) {
    let look = end + usize::from(text.as_bytes().get(end) == Some(&b' '));
    if text[look..].starts_with(['万', '千', '百', '亿', '余', '多']) {
        power(text, end, look)
    } else {
        (1.0, end, false)
    }
}

/// As [`magnitude`], where a character of one stands at byte `look`.
#[cold]
fn power(text: &str, end: usize, mut look: usize) -> (f64, usize, bool) {
    let mut at = end;
    let mut more = false;
    for sign in ["余", "多"] {
        if text[look..].starts_with(sign) && text[look + 3..].starts_with(['万', '亿', '千', '百']) {
            look += 3;
            more = true;
        }
    }
    let mut factor = 1.0;
    for (word, power) in
        [("万亿", 1e12), ("千万", 1e7), ("百万", 1e6), ("亿", 1e8), ("万", 1e4), ("千", 1e3), ("百", 1e2)]
    {
        if let Some(rest) = text[look..].strip_prefix(word) {
            let unit_of_its_own = matches!(word, "千" | "百") && rest.starts_with(['米', '克', '瓦', '分']);
            if !unit_of_its_own {
                factor = power;
                at = look + word.len();
            }
            break;
        }
    }
    if factor == 1.0 { (1.0, end, false) } else { (factor, at, more) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_forms() {
        let table = [
            ("1,204件", 1204.0),
            ("88,办结", 88.0),
            ("1 285项", 1285.0),
            ("98. 5%", 98.5),
            ("1.2万件", 12_000.0),
            ("4300余万次", 43_000_000.0),
            ("1.03亿元", 103_000_000.0),
            ("3千米", 3.0),
            ("5.31万", 53_100.0),
            ("612万本", 6_120_000.0),
        ];
        for (text, value) in table {
            assert_eq!(read(text, 0).value, value, "{text}");
        }
        let list = "分别为120,300,450件";
        assert_eq!(read(list, list.find("120").unwrap()).value, 120.0);
        let long = format!("{}123件", "123,".repeat(6));
        assert_eq!(read(&long, 0).end, 3);
    }
}
