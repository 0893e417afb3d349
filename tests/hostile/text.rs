//! Plain text that is none, or too much of it, and files whose ending lies.

use crate::case::{Case, PARAGRAPHS, cuts};
use crate::{docx, html, pdf};

pub fn good() -> Vec<u8> {
    PARAGRAPHS.join("\n\n").into_bytes()
}

pub fn cases() -> Vec<Case> {
    let mut cases = cuts("txt", &good());
    cases.extend(
        ["txt", "md", "html", "mht", "docx", "doc", "wps", "rtf", "pdf", "ofd", "zip"]
            .map(|ending| Case::refused(&format!("empty.{ending}"), "")),
    );
    cases.extend(contents());
    cases.extend(wrong_endings());
    cases
}

fn contents() -> Vec<Case> {
    let report = String::from_utf8(good()).unwrap();
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let mut odd = wide(&report);
    odd.push(0x4E);
    let gbk = encoding_rs::GBK.encode(&report).0.into_owned();
    vec![
        Case::refused("blanks.txt", " \u{3000}\r\n\t".repeat(10_000)),
        Case::refused("nothing but zeros.txt", vec![0; 1 << 20]),
        Case::refused("control characters.txt", "\u{1}\u{2}\u{7F}\u{8}".repeat(10_000)),
        Case::refused("mark of an encoding.txt", b"\xEF\xBB\xBF"),
        Case::refused("mark of another.txt", b"\xFF\xFE"),
        Case::either("lone surrogates.txt", b"\xFF\xFE\x00\xD8\x00\xD8\x32\x75".repeat(1000)),
        Case::either("half a unit of UTF-16.txt", odd),
        Case::either("cut inside a character.txt", &gbk[..gbk.len() - 1]),
        Case::either("every byte.txt", (0..=255).collect::<Vec<u8>>().repeat(500)),
        Case::either("20 MB in one line.txt", "法治政府建设1件".repeat(1_000_000)),
        Case::either("20 MB without a full stop.txt", "依".repeat(7_000_000)),
        Case::refused("ten million line feeds.txt", "\n".repeat(10_000_000)),
        Case::read("a report behind a million line feeds.txt", "\n".repeat(900_000) + &report),
        Case::either("marks on marks.txt", "e".to_owned() + &"\u{301}".repeat(1_000_000)),
        Case::either("directions turned.txt", "\u{202E}行政复议\u{202C}".repeat(20_000)),
        Case::either("brackets.txt", "（〔《“".repeat(100_000)),
        Case::either("digits.txt", "9".repeat(2_000_000)),
        Case::refused("65 MB.txt", "法".repeat(23_000_000)),
    ]
}

fn wrong_endings() -> Vec<Case> {
    vec![
        Case::read("a Word file.txt", docx::good()),
        Case::read("a page.docx", html::good()),
        Case::either("bytes without sense.docx", vec![0x80_u8; 5000]),
        Case::read("a text with the name of a page.html", good()),
        Case::either("a PDF file.doc", pdf::good()),
        Case::refused("a picture.pdf", [&b"\x89PNG\r\n\x1A\n"[..], &[0; 4000]].concat()),
        Case::refused("a picture.txt", [&b"\xFF\xD8\xFF\xE0"[..], &[1; 4000]].concat()),
        Case::refused("a program.html", [&b"\x7FELF\x02\x01\x01"[..], &[0; 4000]].concat()),
        Case::refused("a library.docx", [&b"SQLite format 3\0"[..], &[0; 4000]].concat()),
        Case::refused("an archive.txt", b"Rar!\x1A\x07\x01\0".repeat(100)),
        Case::refused("another archive.txt", b"7z\xBC\xAF\x27\x1C\0\x04".repeat(100)),
        Case::refused("packed.txt", b"\x1F\x8B\x08\0\0\0\0\0".repeat(100)),
        Case::refused("a sheet.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".repeat(100)),
    ]
}
