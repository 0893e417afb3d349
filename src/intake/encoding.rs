//! Bytes → text: marks first, then proof, then declaration, then a guess that says that it is one.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::document::Warning;
use super::plausible;

/// Bytes shown to the detector from the start, the middle and the end: it is 300 times slower than decoding.
const SAMPLE: usize = 64 << 10;

/// Bytes searched for a declared charset.
const DECLARED: usize = 4096;

/// Decoded text.
pub(super) struct Decoded {
    /// The text, without a byte order mark.
    pub(super) text: String,
    /// The encoding taken, by its name in lower case.
    pub(super) encoding: &'static str,
    /// What was odd.
    pub(super) warnings: Vec<Warning>,
}

/// Decodes `bytes`; it always gives a text, and a warning where it had to guess or replace.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    if let Some(decoded) = utf32(bytes) {
        return decoded;
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return lossy(encoding, &bytes[mark..], Vec::new());
    }
    if !looks_utf16_ascii(bytes)
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return Decoded { text: text.to_owned(), encoding: label(UTF_8), warnings: Vec::new() };
    }
    if let Some(encoding) = declared(bytes)
        && let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes)
    {
        return Decoded { text: text.into_owned(), encoding: label(encoding), warnings: Vec::new() };
    }
    if nearly_utf8(bytes) {
        return lossy(UTF_8, bytes, Vec::new());
    }
    if let Some(encoding) = utf16(bytes) {
        return guessed(encoding, bytes);
    }
    let encoding = if is_common_gb(bytes) { Some(GB18030) } else { plausible::chinese(bytes) };
    guessed(encoding.unwrap_or_else(|| detected(bytes)), bytes)
}

/// The text of `bytes`, which nearly always are UTF-8 already: then nothing is copied.
pub(super) fn into_text(bytes: Vec<u8>) -> String {
    match String::from_utf8(bytes) {
        Ok(text) if !text.starts_with('\u{FEFF}') && !looks_utf16_ascii(text.as_bytes()) => text,
        Ok(text) => decode(text.as_bytes()).text,
        Err(error) => decode(error.as_bytes()).text,
    }
}

/// Decodes `bytes` that come with the name of an encoding, which is taken where it can be true of them.
pub(super) fn decode_as(bytes: &[u8], name: Option<&str>) -> Decoded {
    let named = name.and_then(|name| Encoding::for_label(name.as_bytes()));
    let named = named.map(|encoding| if encoding == GBK { GB18030 } else { encoding });
    if Encoding::for_bom(bytes).is_none()
        && std::str::from_utf8(bytes).is_err()
        && let Some(encoding) = named
        && let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes)
    {
        return Decoded { text: text.into_owned(), encoding: label(encoding), warnings: Vec::new() };
    }
    decode(bytes)
}

fn guessed(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let warning = Warning::GuessedEncoding { encoding: label(encoding).to_owned() };
    // GB18030 holds all of GB 2312 and GBK and is the rule for Chinese files: no guess worth a warning.
    let plain = encoding == GB18030;
    let decoded = lossy(encoding, bytes, Vec::new());
    if plain && decoded.warnings.is_empty() {
        return decoded;
    }
    Decoded { warnings: std::iter::once(warning).chain(decoded.warnings).collect(), ..decoded }
}

fn lossy(encoding: &'static Encoding, bytes: &[u8], mut warnings: Vec<Warning>) -> Decoded {
    let (text, replaced) = encoding.decode_without_bom_handling(bytes);
    if replaced {
        warnings.push(Warning::ReplacedBytes { count: text.matches('\u{FFFD}').count() });
    }
    Decoded { text: text.into_owned(), encoding: label(encoding), warnings }
}

/// The charset that a page declares, if it can be true of these bytes.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(DECLARED)];
    let at = memchr::memmem::find(&head.to_ascii_lowercase(), b"charset")? + b"charset".len();
    let label = head[at..].iter().skip_while(|b| matches!(b, b' ' | b'=' | b'"' | b'\'' | b'\t'));
    let label: Vec<u8> =
        label.take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')).take(24).copied().collect();
    let encoding = Encoding::for_label(&label)?;
    Some(if encoding == GBK { GB18030 } else { encoding }).filter(|e| *e != UTF_16LE && *e != UTF_16BE)
}

/// Whether the bytes are UTF-8 with some damage: twenty whole Chinese characters for each bad place.
///
/// Text of another encoding has hardly any sequence of three bytes that is valid by chance.
fn nearly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for sample in samples(bytes) {
        let mut chunks = sample.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            good += chunk.valid().bytes().filter(|b| (0xE3..=0xEF).contains(b)).count();
            // A sample may end inside a character.
            let cut = sample.len() < bytes.len() && chunks.peek().is_none();
            bad += usize::from(!chunk.invalid().is_empty() && !cut);
        }
    }
    good > 0 && good >= bad.saturating_mul(20)
}

/// What stands for a file: all of a small one, else its start, middle and end, from the start of a line.
fn samples(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let whole = bytes.len() <= 3 * SAMPLE;
    let ends = if whole {
        [0..bytes.len(), 0..0, 0..0]
    } else {
        [0, bytes.len() / 2, bytes.len() - SAMPLE].map(|start| start..start + SAMPLE)
    };
    ends.into_iter().map(|range| {
        let sample = &bytes[range.clone()];
        // The middle of a character would be read as an error.
        let skip = if range.start == 0 { 0 } else { memchr::memchr(b'\n', sample).map_or(0, |at| at + 1) };
        &sample[skip..]
    })
}

/// UTF-32 behind its mark, which no web page uses: the little-endian one begins like the mark of UTF-16.
fn utf32(bytes: &[u8]) -> Option<Decoded> {
    let (encoding, unit): (_, fn([u8; 4]) -> u32) = match bytes {
        [0xFF, 0xFE, 0, 0, ..] => (WIDE[0], u32::from_le_bytes),
        [0, 0, 0xFE, 0xFF, ..] => (WIDE[1], u32::from_be_bytes),
        _ => return None,
    };
    let (units, rest) = bytes[4..].as_chunks::<4>();
    let mut text: String = units.iter().map(|&bytes| char::from_u32(unit(bytes)).unwrap_or('\u{FFFD}')).collect();
    text.extend((!rest.is_empty()).then_some('\u{FFFD}'));
    let count = text.matches('\u{FFFD}').count();
    let warnings = if count > 0 { vec![Warning::ReplacedBytes { count }] } else { Vec::new() };
    Some(Decoded { text, encoding, warnings })
}

/// The encoding that Windows has under a number; the Western one where it has none.
pub(super) fn codepage(number: u32) -> &'static Encoding {
    match number {
        936 | 54936 | 10008 => GB18030,
        950 | 10002 => BIG5,
        932 => SHIFT_JIS,
        949 => EUC_KR,
        65001 => UTF_8,
        _ => Encoding::for_label(format!("windows-{number}").as_bytes()).unwrap_or(WINDOWS_1252),
    }
}

/// The encoding of a run of bytes in a file of codepage `codepage`: the Western one where they cannot be of that.
pub(super) fn run_encoding(bytes: &[u8], codepage: &'static Encoding) -> &'static Encoding {
    let valid = codepage.decode_without_bom_handling_and_without_replacement(bytes).is_some();
    if valid { codepage } else { WINDOWS_1252 }
}

/// UTF-16 of text in Latin letters is valid UTF-8 full of zeros.
fn looks_utf16_ascii(bytes: &[u8]) -> bool {
    memchr::memchr(0, &bytes[..bytes.len().min(SAMPLE)]).is_some() && utf16(bytes).is_some()
}

/// UTF-16 without a mark: line feeds and Chinese characters show by the high byte at one side of each pair.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = bytes[..bytes.len().min(SAMPLE)].as_chunks::<2>();
    let total = pairs.len();
    if total < 4 {
        return None;
    }
    let (mut big, mut little) = (0_usize, 0_usize);
    for [first, second] in pairs {
        big += usize::from(high(*first, *second));
        little += usize::from(high(*second, *first));
    }
    let (encoding, hits, others) = if big > little { (UTF_16BE, big, little) } else { (UTF_16LE, little, big) };
    let unit = if big > little { u16::from_be_bytes } else { u16::from_le_bytes };
    let mut chars = char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).peekable();
    // A sample cut inside a character is still one of this encoding.
    let broken = std::iter::from_fn(|| Some(chars.next()?.is_err() && chars.peek().is_some())).any(|broken| broken);
    (hits * 10 >= total * 9 && others * 3 < hits * 2 && !broken).then_some(encoding)
}

/// Whether a byte can be the high one of a character in a Chinese report.
fn high(byte: u8, low: u8) -> bool {
    match byte {
        0 => low == b'\n' || low == b'\r' || low == b'\t' || (0x20..0x7F).contains(&low) || low >= 0xA0,
        0x20 | 0x30 | 0xFF => true,
        _ => (0x4E..=0x9F).contains(&byte),
    }
}

/// Whether nearly every pair of high bytes is a common character or mark of GB 2312.
///
/// It settles most files without the detector; other encodings of Chinese have low second bytes.
fn is_common_gb(bytes: &[u8]) -> bool {
    let (mut common, mut others) = (0_usize, 0_usize);
    let mut rest = bytes[..bytes.len().min(SAMPLE)].iter().copied();
    while let Some(lead) = rest.next() {
        if lead < 0x80 {
            continue;
        }
        match (lead, rest.next()) {
            (0xA1..=0xA3 | 0xB0..=0xD7, Some(0xA1..)) => common += 1,
            (_, Some(_)) => others += 1,
            (_, None) => {}
        }
    }
    common >= 4 && common >= others * 20
}

/// The detector's view of three samples. A sample is never ended: a character cut at its edge is no error.
fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    for sample in samples(bytes) {
        detector.feed(sample, false);
    }
    let encoding = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    if encoding == GBK || (encoding.is_single_byte() && mostly_gb18030(bytes)) { GB18030 } else { encoding }
}

/// Whether the bytes read as GB18030 with hardly an error: single-byte guesses come from one bad byte.
fn mostly_gb18030(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let text = GB18030.decode_without_bom_handling(sample).0;
    let (mut han, mut bad) = (0_usize, 0_usize);
    for c in text.chars() {
        han += usize::from(('\u{4E00}'..='\u{9FFF}').contains(&c));
        bad += usize::from(c == '\u{FFFD}');
    }
    han > 0 && han > bad * 100
}

/// Names of encodings that come from a list, so that they can be read back as what they were.
pub(super) mod by_name {
    use encoding_rs::Encoding;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(in crate::intake) fn serialize<S: Serializer>(name: &&'static str, to: S) -> Result<S::Ok, S::Error> {
        name.serialize(to)
    }

    pub(in crate::intake) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<&'static str, D::Error> {
        let name = String::deserialize(from)?;
        let wide = super::WIDE.into_iter().find(|wide| *wide == name);
        let known = wide.or_else(|| Encoding::for_label(name.as_bytes()).map(super::label));
        known.ok_or_else(|| D::Error::custom("unknown encoding"))
    }
}

/// Encodings that no web page uses, so that `encoding_rs` has none of them.
const WIDE: [&str; 2] = ["utf-32le", "utf-32be"];

/// The encoding's name in lower case, as WHATWG writes its labels.
pub(super) fn label(encoding: &'static Encoding) -> &'static str {
    const NAMES: [&str; 8] =
        ["utf-8", "gb18030", "big5", "utf-16le", "utf-16be", "windows-1252", "shift_jis", "euc-kr"];
    NAMES.into_iter().find(|name| encoding.name().eq_ignore_ascii_case(name)).unwrap_or(encoding.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "甲市2024年法治政府建设情况报告\n2024年，甲市审结行政复议案件45件，同比增长3%。\n";

    fn utf16_bytes(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
    }

    #[test]
    fn one_text_in_many_encodings() {
        let gb = GB18030.encode(TEXT).0.into_owned();
        let bom = [b"\xEF\xBB\xBF".as_slice(), TEXT.as_bytes()].concat();
        let marked = [b"\xFF\xFE".as_slice(), &utf16_bytes(TEXT, false)].concat();
        let files = [TEXT.as_bytes().to_vec(), bom, gb, marked, utf16_bytes(TEXT, false), utf16_bytes(TEXT, true)];
        for bytes in files {
            assert_eq!(decode(&bytes).text, TEXT);
        }
    }

    #[test]
    fn utf32_behind_its_mark() {
        let bytes: Vec<u8> =
            std::iter::once('\u{FEFF}').chain(TEXT.chars()).flat_map(|c| (c as u32).to_le_bytes()).collect();
        let decoded = decode(&bytes);
        assert_eq!((decoded.text.as_str(), decoded.encoding, &decoded.warnings[..]), (TEXT, "utf-32le", &[][..]));
        let bytes: Vec<u8> = bytes.as_chunks::<4>().0.iter().flat_map(|unit| unit.iter().rev().copied()).collect();
        assert_eq!(decode(&bytes).text, TEXT);
        let decoded = decode(&bytes[..bytes.len() - 3]);
        assert_eq!(decoded.warnings, [Warning::ReplacedBytes { count: 1 }]);
    }

    #[test]
    fn one_bad_byte_leaves_utf8_alone() {
        let mut bytes = TEXT.repeat(40).into_bytes();
        let at = bytes.len() / 2;
        bytes.insert(at, 0xFF);
        let decoded = decode(&bytes);
        assert_eq!(decoded.encoding, "utf-8");
        assert!(matches!(decoded.warnings[..], [Warning::ReplacedBytes { .. }]));
    }

    #[test]
    fn a_cut_character_is_no_other_encoding() {
        let gb = GB18030.encode(TEXT).0;
        let cut = gb.iter().rposition(|b| *b >= 0x80).unwrap();
        assert_eq!(decode(&gb[..cut]).encoding, "gb18030");
        let gb = GB18030.encode("甲市司法局").0;
        assert_eq!(decode(&gb).text, "甲市司法局");
    }

    #[test]
    fn a_text_cut_at_any_byte_keeps_its_encoding() {
        let text = TEXT.repeat(3);
        let traditional = "甲市辦結行政複議案件，糾錯率穩步下降，各項任務按期完成。".repeat(8);
        let files = [
            (text.as_bytes().to_vec(), "utf-8"),
            (GB18030.encode(&text).0.into_owned(), "gb18030"),
            (BIG5.encode(&traditional).0.into_owned(), "big5"),
            (utf16_bytes(&text, true), "utf-16be"),
        ];
        for (bytes, encoding) in files {
            for cut in (0..4).chain([40, 41, 42]) {
                assert_eq!(decode(&bytes[..bytes.len() - cut]).encoding, encoding, "{encoding} cut by {cut}");
            }
        }
    }

    #[test]
    fn a_big_file_is_judged_by_samples() {
        let traditional = "甲市辦結行政複議案件，糾錯率穩步下降，各項任務按期完成。\n".repeat(40_000);
        let bytes = BIG5.encode(&traditional).0.into_owned();
        assert!(bytes.len() > 3 * SAMPLE);
        assert_eq!(decode(&bytes).encoding, "big5");
    }

    #[test]
    fn damage_between_the_samples_is_not_looked_for() {
        let text = TEXT.repeat(4_000).into_bytes();
        let at = text.len() / 4;
        let bytes = [&text[..at], &[0xFF; 50_000], &text[at..]].concat();
        assert_eq!(decode(&bytes).encoding, "utf-8");
        let bytes = [&utf16_bytes(&TEXT.repeat(4_000), true)[..], &[0xD8, 0x00].repeat(90)].concat();
        assert_eq!(decode(&bytes).encoding, "utf-16be");
    }

    #[test]
    fn a_false_declaration_is_not_believed() {
        let page = "<meta charset=utf-8><p>甲市2024年，审结行政复议案件45件，同比增长3%。</p>";
        let gb = GB18030.encode(page).0;
        assert_eq!(decode(&gb).text, page);
    }
}
