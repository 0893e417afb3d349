//! Numbers as Word writes them before paragraphs: 一, 十二, ①, IV.

/// `number` in a format by its name in Word files of 2007 and later; digits where the name is unknown.
pub(super) fn formatted(number: u32, format: &str) -> String {
    let ranged = |first: char| char::from_u32(first as u32 + number.saturating_sub(1)).map(String::from);
    match format {
        "none" => String::new(),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "koreanCounting" => chinese(number),
        "ideographTraditional" if (1..=10).contains(&number) => nth(number, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" if (1..=12).contains(&number) => nth(number, "子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedFullstop" if (1..=20).contains(&number) => ranged('⒈').unwrap_or_default(),
        "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => {
            digits(number, "〇一二三四五六七八九")
        }
        "decimalFullWidth" | "decimalFullWidth2" => digits(number, "０１２３４５６７８９"),
        "chineseLegalSimplified" | "ideographLegalTraditional" => digits(number, "零壹贰叁肆伍陆柒捌玖"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&number) => {
            ranged('①').unwrap_or_default()
        }
        "ideographEnclosedCircle" if (1..=10).contains(&number) => ranged('㊀').unwrap_or_default(),
        "decimalEnclosedParen" if (1..=20).contains(&number) => ranged('⑴').unwrap_or_default(),
        "upperLetter" if (1..=26).contains(&number) => ranged('A').unwrap_or_default(),
        "lowerLetter" if (1..=26).contains(&number) => ranged('a').unwrap_or_default(),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

/// The form at place `number`, counted from 1.
fn nth(number: u32, forms: &str) -> String {
    forms.chars().nth(number.saturating_sub(1) as usize).map(String::from).unwrap_or_default()
}

fn digits(number: u32, forms: &str) -> String {
    let forms: Vec<char> = forms.chars().collect();
    number.to_string().chars().filter_map(|c| forms.get(c.to_digit(10)? as usize)).collect()
}

/// 十二, 二十, 一百零三: as Chinese counts below ten thousand; larger numbers in digits.
fn chinese(number: u32) -> String {
    if number == 0 || number >= 10_000 {
        return number.to_string();
    }
    let forms: Vec<char> = "零一二三四五六七八九".chars().collect();
    let mut text = String::new();
    let mut gap = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = (number / unit % 10) as usize;
        if digit == 0 {
            gap |= !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
            gap = false;
        }
        if !(unit == 10 && digit == 1 && text.is_empty()) {
            text.extend(forms.get(digit));
        }
        text.push_str(name);
    }
    text
}

fn roman(mut number: u32) -> String {
    const FORMS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 4000 {
        return number.to_string();
    }
    let mut text = String::new();
    for (value, form) in FORMS {
        while number >= value {
            text.push_str(form);
            number -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words() {
        assert_eq!(formatted(3, "ideographTraditional"), "丙");
        assert_eq!(formatted(12, "ideographZodiac"), "亥");
        assert_eq!(formatted(11, "ideographTraditional"), "11");
        assert_eq!(formatted(2, "decimalEnclosedFullstop"), "⒉");
        for (number, text) in [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (103, "一百零三"), (110, "一百一十")]
        {
            assert_eq!(chinese(number), text);
        }
        assert_eq!(roman(14), "XIV");
        assert_eq!(digits(10, "〇一二三四五六七八九"), "一〇");
    }
}
