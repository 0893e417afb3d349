//! Pages saved as mail (MHT): parts in parts, borders that never come.

use crate::case::{Case, cuts};
use crate::html;

fn file(parts: &str) -> Vec<u8> {
    format!(
        "From: <saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; \
         boundary=\"b\"\r\n\r\n{parts}--b--\r\n"
    )
    .into_bytes()
}

fn part(facts: &str, body: &str) -> String {
    format!("--b\r\nContent-Type: text/html; charset=\"utf-8\"\r\n{facts}\r\n\r\n{body}\r\n")
}

pub fn good() -> Vec<u8> {
    let page = String::from_utf8(html::good()).unwrap();
    let quoted: String = page.bytes().map(|byte| format!("={byte:02X}")).collect();
    let lines: Vec<&str> = quoted.as_bytes().chunks(72).map(|chunk| std::str::from_utf8(chunk).unwrap()).collect();
    file(&part("Content-Transfer-Encoding: quoted-printable", &lines.join("=\r\n")))
}

pub fn cases() -> Vec<Case> {
    let page = String::from_utf8(html::good()).unwrap();
    let nested: String = (0..20_000)
        .map(|n| format!("--b{n}\r\nContent-Type: multipart/mixed; boundary=\"b{}\"\r\n\r\n", n + 1))
        .collect();
    let mut cases = cuts("mht", &good());
    cases.extend([
        Case::either(
            "parts 20,000 deep.mht",
            file(&format!("--b\r\nContent-Type: multipart/mixed; boundary=\"b0\"\r\n\r\n{nested}")),
        ),
        Case::either("100,000 parts.mht", file(&part("", "<p>一</p>").repeat(100_000))),
        Case::either("a border that never comes.mht", file(&page)),
        Case::either("a border of nothing.mht", String::from_utf8(file(&page)).unwrap().replace("\"b\"", "\"\"")),
        Case::either("heads of 10 MB.mht", file(&part(&format!("X-A: {}", "y".repeat(10 << 20)), &page))),
        Case::either("a million heads.mht", file(&part(&"X-A: y\r\n".repeat(1_000_000), &page))),
        Case::either("an encoding that lies.mht", file(&part("Content-Transfer-Encoding: base64", &page))),
        Case::either("an encoding of its own.mht", file(&part("Content-Transfer-Encoding: x-rot13", &page))),
        Case::either("a charset of its own.mht", file(&part("", &page).replace("utf-8", "klingon"))),
        Case::either(
            "20 MB of base64.mht",
            file(&part("Content-Transfer-Encoding: base64", &"PGRpdj4=".repeat(2_600_000))),
        ),
        Case::either("only a head.mht", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n"),
    ]);
    cases
}
