//! Archives: archives in archives, names from outside, names of other encodings.

use crate::case::{Case, cuts};
use crate::docx::package;
use crate::{html, text};

pub fn good() -> Vec<u8> {
    package(&[("一.txt", &text::good()), ("二/三.html", &html::good())])
}

pub fn cases() -> Vec<Case> {
    let report = text::good();
    let nested = (0..30).fold(good(), |inner, _| package(&[("inner.zip", &inner)]));
    let blanks = vec![b' '; 60 << 20];
    let many: Vec<(String, &[u8])> = (0..70_000).map(|n| (format!("{n}.txt"), &b"x"[..])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let name = "甲".repeat(20_000) + ".txt";
    // The same length in another encoding, so that nothing else moves.
    let gbk = |mut bytes: Vec<u8>| {
        while let Some(at) = bytes.windows(6).position(|window| window == b"ABCDEF") {
            bytes[at..at + 6].copy_from_slice(b"\xB1\xA8\xB8\xE6\xD2\xBB");
        }
        bytes
    };
    let mut cases = cuts("zip", &good());
    cases.extend([
        Case::either("archives 30 deep.zip", nested),
        Case::either(
            "240 MB of blanks.zip",
            package(&[("1.txt", &blanks), ("2.txt", &blanks), ("3.txt", &blanks), ("4.txt", &blanks)]),
        ),
        Case::either("70,000 files.zip", package(&many)),
        Case::either(
            "names from outside.zip",
            package(&[("../../evil.txt", &report), ("/tmp/evil.txt", &report), ("C:\\evil.txt", &report)]),
        ),
        Case::either("a name of 60,000 bytes.zip", package(&[(&name, &report)])),
        Case::either("names in GBK.zip", gbk(package(&[("ABCDEF.txt", &report)]))),
        Case::either("the same name twice.zip", gbk(package(&[("ABCDEF.txt", &report), ("\u{31}.txt", &report)]))),
        Case::refused("nothing inside.zip", package(&[])),
        Case::refused("only folders.zip", package(&[("a/", b""), ("b/", b"")])),
        Case::refused("only strangers.zip", package(&[("a.png", b"\x89PNG"), ("b.exe", b"MZ")])),
    ]);
    cases
}
