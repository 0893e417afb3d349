//! Word files: packages that swell, structures that turn in circles.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::case::{Case, PARAGRAPHS, SENTENCE, cuts};

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A package of these parts.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    packed(parts, CompressionMethod::Deflated)
}

/// The parts of a package.
pub fn parts(package: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(package)).unwrap();
    let count = archive.len();
    let part = |index| {
        let mut part = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        (part.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(part).collect()
}

fn packed(parts: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

pub fn good() -> Vec<u8> {
    word(&PARAGRAPHS.map(paragraph).concat())
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn document(body: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"{NAMESPACE}\"><w:body>{body}</w:body></w:document>")
}

fn word(body: &str) -> Vec<u8> {
    word_with(body, &[])
}

fn word_with(body: &str, beside: &[(&str, &[u8])]) -> Vec<u8> {
    let document = document(body);
    let parts: Vec<(&str, &[u8])> =
        [("word/document.xml", document.as_bytes())].into_iter().chain(beside.iter().copied()).collect();
    package(&parts)
}

pub fn cases() -> Vec<Case> {
    let mut cases = cuts("docx", &good());
    cases.extend(bombs());
    cases.extend(markup());
    cases.extend(circles());
    cases.extend(packages());
    cases
}

fn bombs() -> Vec<Case> {
    let many: Vec<(String, &[u8])> = (0..70_000).map(|n| (format!("{n}"), &b""[..])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let laughs: String =
        (1..10).map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10))).collect();
    let laughs = format!("<!DOCTYPE x [<!ENTITY l0 \"lol\">{laughs}]>");
    let outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    let typed = |kind: &str, name: &str| {
        let text = document(&paragraph(&format!("&{name};{SENTENCE}"))).replace("?>", &format!("?>{kind}"));
        package(&[("word/document.xml", text.as_bytes())])
    };
    vec![
        Case::refused("400 MB of blanks.docx", word(&" ".repeat(400 << 20))),
        Case::either(
            "100 MB beside the text.docx",
            word_with(&paragraph(SENTENCE), &[("word/styles.xml", &[b' '; 100 << 20])]),
        ),
        Case::either("70,000 parts.docx", package(&many)),
        Case::refused("laughs.docx", typed(&laughs, "l9")),
        Case::refused("a file from outside.docx", typed(outside, "e")),
        Case::either("a million empty paragraphs.docx", word(&("<w:p/>".repeat(1_000_000) + &paragraph(SENTENCE)))),
        Case::either("300,000 paragraphs.docx", word(&paragraph("一").repeat(300_000))),
        Case::either("20 MB in one run.docx", word(&paragraph(&"全年办结行政复议案件1件，".repeat(540_000)))),
    ]
}

fn markup() -> Vec<Case> {
    let nested = |tag: &str| {
        let (open, close) = (format!("<w:{tag}>"), format!("</w:{tag}>"));
        word(&format!("{}{SENTENCE}{}", open.repeat(200_000), close.repeat(200_000)))
    };
    let attributes: String = (0..200_000).map(|n| format!(" a{n}=\"{n}\"")).collect();
    let cells = "<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>".repeat(100_000);
    let span = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"4294967295\"/></w:tcPr><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc></w:tr>";
    vec![
        Case::refused("paragraphs 200,000 deep.docx", nested("p")),
        Case::refused("tables 200,000 deep.docx", nested("tbl")),
        Case::refused("controls 200,000 deep.docx", nested("sdt")),
        Case::either(
            "200,000 attributes.docx",
            word(&format!("<w:p{attributes}><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>")),
        ),
        Case::either(
            "the same attribute twice.docx",
            word(&format!("<w:p a=\"1\" a=\"2\"><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>")),
        ),
        Case::either("100,000 rows.docx", word(&format!("<w:tbl>{cells}</w:tbl>"))),
        Case::either("cells that span all.docx", word(&format!("<w:tbl>{}</w:tbl>", span.repeat(2000)))),
        Case::either("entities.docx", word(&paragraph(&"&amp;&#x7532;&nbsp;&#xFFFFFFFF;".repeat(100_000)))),
        Case::either(
            "no end.docx",
            package(&[("word/document.xml", format!("<w:document><w:body>{}", paragraph(SENTENCE)).as_bytes())]),
        ),
        Case::refused("no text.docx", word("<w:p><w:r><w:drawing/></w:r></w:p>")),
        Case::refused("no mark-up.docx", package(&[("word/document.xml", &[0xFF; 5000])])),
        Case::either(
            "UTF-16.docx",
            package(&[(
                "word/document.xml",
                &document(&paragraph(SENTENCE)).encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
            )]),
        ),
    ]
}

fn circles() -> Vec<Case> {
    let styles = format!(
        "<w:styles xmlns:w=\"{NAMESPACE}\"><w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style>\
         <w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style></w:styles>"
    );
    let level = "<w:lvl w:ilvl=\"4294967295\"><w:start w:val=\"999999999999\"/><w:lvlText w:val=\"%1%2%3%4%5%6%7%8%9\"/></w:lvl>";
    let numbering = format!(
        "<w:numbering xmlns:w=\"{NAMESPACE}\"><w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"a\"/>{level}\
         </w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"
    );
    let styled = |properties: &str| {
        let text = format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>");
        word_with(&text, &[("word/styles.xml", styles.as_bytes()), ("word/numbering.xml", numbering.as_bytes())])
    };
    let loops = b"<Relationships><Relationship Type=\"x/officeDocument\" Target=\"_rels/.rels\"/></Relationships>";
    vec![
        Case::read("styles in a circle.docx", styled("<w:pStyle w:val=\"a\"/>")),
        Case::read(
            "numbers without end.docx",
            styled("<w:numPr><w:ilvl w:val=\"8\"/><w:numId w:val=\"1\"/></w:numPr>"),
        ),
        Case::either(
            "numbers below zero.docx",
            styled("<w:numPr><w:ilvl w:val=\"-1\"/><w:numId w:val=\"-1\"/></w:numPr>"),
        ),
        Case::refused("relations in a circle.docx", package(&[("_rels/.rels", loops)])),
        Case::refused("no document.docx", package(&[("word/styles.xml", styles.as_bytes())])),
    ]
}

fn packages() -> Vec<Case> {
    let whole = good();
    let text = document(&paragraph(SENTENCE));
    let part: [(&str, &[u8]); 1] = [("word/document.xml", text.as_bytes())];
    let evil: [(&str, &[u8]); 3] = [("../../evil.txt", b"evil"), ("/tmp/evil.txt", b"evil"), part[0]];
    let stored = packed(&part, CompressionMethod::Stored);
    let head = whole.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
    let changed = |at: usize, value: u8| {
        let mut bytes = stored.clone();
        let directory = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
        for start in [0, directory] {
            bytes[start + at + if start > 0 { 2 } else { 0 }] = value;
        }
        bytes
    };
    let mut lying = whole.clone();
    lying[head + 24..head + 28].copy_from_slice(&16_u32.to_le_bytes());
    let mut flipped = whole.clone();
    flipped[60..80].iter_mut().for_each(|byte| *byte ^= 0x55);
    vec![
        Case::read("names that lead outside.docx", package(&evil)),
        Case::refused("behind a password.docx", changed(6, 1)),
        Case::refused("packed in a way of its own.docx", changed(8, 99)),
        Case::either("a size that lies.docx", lying),
        Case::either("flipped bits.docx", flipped),
        Case::either("words before.docx", [&b"garbage "[..], &whole].concat()),
        Case::either("words behind.docx", [&whole[..], &b"garbage".repeat(20_000)].concat()),
        Case::either("a package in a package.docx", package(&[("word/document.xml", &whole)])),
        Case::refused("only an end.docx", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
        Case::refused("only a head.docx", b"PK\x03\x04"),
    ]
}
