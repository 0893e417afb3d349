//! Rich text: groups without end, numbers without bound.

use crate::case::{Case, PARAGRAPHS, SENTENCE, cuts};

/// A text in the escapes of the format.
fn escaped(text: &str) -> String {
    text.encode_utf16().map(|unit| format!("\\u{}?", unit as i16)).collect()
}

fn file(body: &str) -> Vec<u8> {
    format!("{{\\rtf1\\ansi\\ansicpg936\\uc1 {body}}}").into_bytes()
}

pub fn good() -> Vec<u8> {
    file(&PARAGRAPHS.map(|text| escaped(text) + "\\par\n").concat())
}

pub fn cases() -> Vec<Case> {
    let sentence = escaped(SENTENCE);
    let mut cases = cuts("rtf", &good());
    cases.extend([
        Case::either("groups 200,000 deep.rtf", file(&("{".repeat(200_000) + &sentence + &"}".repeat(200_000)))),
        Case::either("groups 5,000,000 deep.rtf", file(&"{".repeat(5_000_000))),
        Case::either("closed and never opened.rtf", file(&("}".repeat(200_000) + &sentence))),
        Case::either("bytes without number.rtf", file(&format!("\\bin99999999999 {sentence}"))),
        Case::either("bytes below zero.rtf", file(&format!("\\bin-5 {sentence}"))),
        Case::either("characters without number.rtf", file(&"\\u99999999999?\\u-99999?".repeat(50_000))),
        Case::either("skips without number.rtf", file(&format!("\\uc2147483647 {sentence}"))),
        Case::either("skips below zero.rtf", file(&format!("\\uc-1 {sentence}"))),
        Case::either("a word of 10 MB.rtf", file(&format!("\\{} {sentence}", "a".repeat(10 << 20)))),
        Case::either(
            "a picture of 20 MB.rtf",
            file(&format!("{{\\pict\\wmetafile8 {}}}{sentence}", "0".repeat(20 << 20))),
        ),
        Case::either("destinations.rtf", file(&("{\\*\\x ".repeat(500_000) + &sentence))),
        Case::either("no code page.rtf", file(&format!("\\ansicpg99999 \\'d3\\'aa\\'zz {sentence}"))),
        Case::either("20 MB in one line.rtf", file(&sentence.repeat(90_000))),
        Case::either("300,000 cells.rtf", file(&"\\trowd\\cellx100 1\\cell\\row".repeat(300_000))),
        Case::either("300,000 paragraphs.rtf", file(&"1\\par ".repeat(300_000))),
        Case::refused("no text.rtf", file("{\\info{\\title x}}\\par\\par")),
        Case::refused("only a head.rtf", "{\\rtf1"),
    ]);
    cases
}
