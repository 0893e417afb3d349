//! Chinese numerals: 三十二, 一千一百, 二〇一六, 百分之九十八点五, 百万.

/// A numeral read, and how many bytes it took.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Numeral {
    /// Its value.
    pub value: f64,
    /// Bytes from its first character.
    pub length: usize,
    /// Digits alone without 十百千万 (二〇一六), a year if anything; or two in a row (三四百), no number to rely on.
    pub positional: bool,
}

/// The digit that a character stands for.
pub(super) fn digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The power of ten that a character stands for.
pub(super) fn power(c: char) -> Option<f64> {
    Some(match c {
        '十' => 10.0,
        '百' => 100.0,
        '千' => 1_000.0,
        '万' => 10_000.0,
        '亿' => 100_000_000.0,
        _ => return None,
    })
}

/// Reads the longest numeral at the start of `text`.
pub(super) fn numeral(text: &str) -> Option<Numeral> {
    let mut reader = Reader::default();
    let mut length = 0;
    for c in text.chars() {
        if !reader.take(c) {
            break;
        }
        length += c.len_utf8();
    }
    (length > 0).then(|| Numeral {
        value: reader.value(),
        length,
        positional: !reader.powers && reader.count > 1 || reader.vague,
    })
}

/// Reads 半数, 四分之一 and the like as per cent.
pub(super) fn share(text: &str) -> Option<Numeral> {
    if let Some(rest) = text.strip_prefix("半数") {
        return (!rest.starts_with(['字', '据'])).then_some(Numeral { value: 50.0, length: 6, positional: false });
    }
    let mut ends = text.char_indices().map(|(at, _)| at).skip(1).take(2);
    let (whole, behind) = ends.find_map(|at| Some((&text[..at], text[at..].strip_prefix("分之")?)))?;
    let whole = numeral(whole).filter(|read| read.length == whole.len() && (2.0..=20.0).contains(&read.value))?;
    let parts = numeral(behind).filter(|read| !read.positional && read.value < whole.value)?;
    let length = whole.length + "分之".len() + parts.length;
    Some(Numeral { value: 100.0 * parts.value / whole.value, length, positional: false })
}

/// Reads 九十八点五 after 百分之, or a plain numeral.
pub(super) fn decimal(text: &str) -> Option<Numeral> {
    let whole = numeral(text)?;
    let Some(rest) = text[whole.length..].strip_prefix('点') else { return Some(whole) };
    let mut scale = 0.1;
    let (mut value, mut length) = (whole.value, 0);
    for c in rest.chars() {
        let Some(digit) = digit(c) else { break };
        value += f64::from(digit) * scale;
        scale /= 10.0;
        length += c.len_utf8();
    }
    if length == 0 {
        return Some(whole);
    }
    let value = (value * 1e6).round() / 1e6;
    Some(Numeral { value, length: whole.length + '点'.len_utf8() + length, positional: false })
}

/// Most digits of a numeral.
const MOST: usize = 16;

#[derive(Default)]
struct Reader {
    total: f64,
    section: f64,
    last: Option<u32>,
    powers: bool,
    /// Two digits in a row before a power: 三四百.
    vague: bool,
    /// Digits since the last power.
    run: u32,
    digits: [u32; MOST],
    /// How many of them are read.
    count: usize,
}

impl Reader {
    fn take(&mut self, c: char) -> bool {
        if let Some(digit) = digit(c) {
            let Some(slot) = self.digits.get_mut(self.count) else { return false };
            *slot = digit;
            self.count += 1;
            self.run += 1;
            self.last = Some(digit);
            return self.count < MOST;
        }
        let Some(power) = power(c) else { return false };
        self.powers = true;
        let pair = matches!(self.read(), [.., a, b] if *a > 0 && *b > 0);
        self.vague |= self.last.is_some() && self.run > 1 && pair;
        self.run = 0;
        if power >= 10_000.0 {
            let section = self.section + f64::from(self.last.take().unwrap_or(0));
            let section = if section == 0.0 && self.total == 0.0 { 1.0 } else { section };
            // 万亿 multiplies what stands before it; 万 behind 亿 adds.
            let stacked = section == 0.0 || self.total < power;
            self.total = if stacked { (self.total + section) * power } else { self.total + section * power };
            self.section = 0.0;
        } else {
            self.section += f64::from(self.last.take().unwrap_or(1)) * power;
        }
        true
    }

    /// The digits read.
    fn read(&self) -> &[u32] {
        &self.digits[..self.count]
    }

    fn value(&self) -> f64 {
        if self.powers {
            return self.total + self.section + f64::from(self.last.unwrap_or(0));
        }
        self.read().iter().fold(0.0, |value, &digit| value * 10.0 + f64::from(digit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numerals() {
        let table = [
            ("三十二件", 32.0),
            ("一千一百多", 1100.0),
            ("四百一十五宗", 415.0),
            ("一百零八件", 108.0),
            ("百余", 100.0),
            ("百万元", 1_000_000.0),
            ("五十六万元", 560_000.0),
            ("三万余", 30_000.0),
            ("二〇一六年", 2016.0),
            ("两期", 2.0),
            ("十余家", 10.0),
            ("一亿二千万", 120_000_000.0),
        ];
        for (text, value) in table {
            assert_eq!(numeral(text).map(|n| n.value), Some(value), "{text}");
        }
        assert_eq!(decimal("九十八点五").map(|n| n.value), Some(98.5));
        assert!(numeral("二〇一六").unwrap().positional);
        assert_eq!(numeral("件"), None);
    }
}
