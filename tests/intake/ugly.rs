//! Files that are not what they should be: each ends in the right kind of error, or is read with a warning.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use faheng::error::{Error, FileProblem};
use faheng::intake::{self, Document, Format, Role, Warning};
use zip::write::SimpleFileOptions;

use crate::{assert_traced, body};

const PARAGRAPH: &str = "2024年，甲市坚持依法行政，全年办结行政复议案件45件，纠错率为8.1%，各项任务按期完成。";

fn read(name: &str, bytes: &[u8]) -> Result<Document, FileProblem> {
    intake::from_bytes(Path::new(name), bytes).map_err(|error| match error {
        Error::File { problem, path } if path == Path::new(name) => problem,
        other => panic!("{other}"),
    })
}

/// A package with these parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn document(xml: &str) -> String {
    format!(
        "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>{xml}</w:body></w:document>"
    )
}

fn word(xml: &str) -> Vec<u8> {
    package(&[("word/document.xml", &document(xml))])
}

/// Runs `work`, which must not take long however ugly the input is.
fn soon<T>(work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    assert!(start.elapsed() < Duration::from_secs(20), "took {:?}", start.elapsed());
    result
}

#[test]
fn what_is_no_report_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let named = folder.path().join("x.txt");
    fs::create_dir(&named).unwrap();
    let problem = |path: &Path| match intake::open(path) {
        Err(Error::File { problem, path: named }) => {
            assert_eq!(named, path);
            problem
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(problem(&named), FileProblem::NotAFile);
    assert_eq!(problem(&folder.path().join("none.txt")), FileProblem::NotFound);
    assert_eq!(read("a.txt", b""), Err(FileProblem::Empty));
    assert_eq!(read("a.txt", " \r\n\u{3000}\u{FEFF}".as_bytes()), Err(FileProblem::NoText));
    assert_eq!(read("a.html", b"<html><body><script>1</script></body></html>"), Err(FileProblem::NoText));
    assert_eq!(read("a.txt", b"%PDF-1.4 x"), Err(FileProblem::Damaged("PDF".to_owned())));
    assert!(matches!(read("a.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Err(FileProblem::Damaged(_))));
    assert_eq!(
        read("a.docx", &package(&[("xl/workbook.xml", "<a/>")])),
        Err(FileProblem::UnknownType("xlsx".to_owned()))
    );
    assert_eq!(read("a.docx", &[1, 2, 3, 0, 4, 5, 6, 7, 1, 2]), Err(FileProblem::Damaged("no ZIP archive".to_owned())));
    assert!(matches!(read("a.txt", &[1, 2, 3, 0, 4, 5, 6, 7, 1, 2]), Err(FileProblem::UnknownType(_))));
}

#[test]
fn the_ending_does_not_decide() {
    let page = format!("<html><body><p>{PARAGRAPH}</p></body></html>");
    assert_eq!(read("a.txt", page.as_bytes()).unwrap().source.format, Format::Html);
    let file = word(&format!("<w:p><w:r><w:t>{PARAGRAPH}</w:t></w:r></w:p>"));
    assert_eq!(read("a.txt", &file).unwrap().source.format, Format::Docx);
    assert_eq!(read("a.html", PARAGRAPH.as_bytes()).unwrap().source.format, Format::Txt);
}

#[test]
fn one_text_in_four_encodings_is_one_text() {
    let text = format!("甲市2024年法治政府建设情况报告\r\n\r\n{PARAGRAPH}\r\n");
    let utf16: Vec<u8> = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let gb = encoding_rs::GB18030.encode(&text).0.into_owned();
    let bom = format!("\u{FEFF}{text}").into_bytes();
    for (bytes, encoding) in
        [(text.clone().into_bytes(), "utf-8"), (bom, "utf-8"), (gb, "gb18030"), (utf16, "utf-16le")]
    {
        let document = read("a.txt", &bytes).unwrap();
        assert_eq!(document.original, text);
        assert_eq!(document.source.encoding, encoding);
        assert_eq!(document.warnings, []);
        assert_eq!(document.source.sha256.len(), 64);
    }
}

#[test]
fn one_traditional_text_in_three_encodings_is_one_text() {
    let sentence = "全市各級行政機關堅持依法行政，辦結行政複議案件45件，糾錯率為8.1%，各項任務按期完成。\n";
    let text = format!("甲市2024年法治政府建設年度報告\n{}", sentence.repeat(40));
    let [big5, gb] = [encoding_rs::BIG5, encoding_rs::GB18030].map(|e| e.encode(&text).0.into_owned());
    let guess = Warning::GuessedEncoding { encoding: "big5".to_owned() };
    for (bytes, encoding, warnings) in
        [(text.clone().into_bytes(), "utf-8", vec![]), (gb, "gb18030", vec![]), (big5, "big5", vec![guess])]
    {
        let document = read("a.txt", &bytes).unwrap();
        assert_eq!(document.original, text);
        assert_eq!(document.source.encoding, encoding);
        assert_eq!(document.warnings, warnings);
    }
}

#[test]
fn damaged_and_locked_word_files() {
    let file = word(&format!("<w:p><w:r><w:t>{PARAGRAPH}</w:t></w:r></w:p>"));
    for share in [1, 3, 5, 7, 9] {
        let cut = &file[..file.len() * share / 10];
        assert!(matches!(read("a.docx", cut), Err(FileProblem::Damaged(_))), "{share}");
    }
    let early = document(&format!("<w:p><w:r><w:t>{PARAGRAPH}</w:t></w:r></w:p><w:p><w:r>"));
    let early = early.trim_end_matches("</w:body></w:document>");
    let document = read("a.docx", &package(&[("word/document.xml", early)])).unwrap();
    assert_eq!(document.warnings, [Warning::Truncated]);
    let mut locked = file;
    // Bit 0 of the flags of the entry, in its own header and in the directory.
    locked[6] |= 1;
    let at = locked.windows(4).rposition(|w| w == b"PK\x01\x02").unwrap();
    locked[at + 8] |= 1;
    assert_eq!(read("a.docx", &locked), Err(FileProblem::Password));
}

#[test]
fn bombs_are_refused() {
    let big = document(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", " ".repeat(12 << 20)));
    let bomb = package(&[("word/document.xml", &big)]);
    assert!(matches!(soon(|| read("a.docx", &bomb)), Err(FileProblem::Swollen { .. })));
    // The same with a declared size that lies.
    let mut lying = bomb;
    let at = lying.windows(4).rposition(|w| w == b"PK\x01\x02").unwrap();
    lying[at + 24..at + 28].copy_from_slice(&1000_u32.to_le_bytes());
    assert!(soon(|| read("a.docx", &lying)).is_err());
    let laughs = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
    assert!(matches!(read("a.docx", &package(&[("word/document.xml", laughs)])), Err(FileProblem::Damaged(_))));
    let deep = document(&"<w:p>".repeat(40_000));
    assert!(soon(|| read("a.docx", &package(&[("word/document.xml", &deep)]))).is_err());
    let many: Vec<(String, String)> = (0..2_100).map(|i| (format!("word/{i}.xml"), String::new())).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert!(matches!(read("a.docx", &package(&many)), Err(FileProblem::Damaged(_))));
}

#[test]
fn hostile_pages_end_soon() {
    let attributes: String = (0..50_000).map(|i| format!(" a{i}=1")).collect();
    let pages = [
        format!("{}<p>{PARAGRAPH}", "<div>".repeat(100_000)),
        format!("<div{attributes}><p>{PARAGRAPH}</div>"),
        format!("{}{}<p>{PARAGRAPH}", "<b>".repeat(60_000), "</i>".repeat(60_000)),
        format!("<p>{PARAGRAPH}{}", "<title>".repeat(40_000)),
        format!("{}<p>{PARAGRAPH}", "<table><tr><td>".repeat(10_000)),
        format!("<table>{}</table><p>{PARAGRAPH}", "<tr><td colspan=1000 rowspan=1000>1".repeat(10_000)),
        format!("<p>{PARAGRAPH}</p>{}", "&lt;".repeat(200_000)),
        format!("<p>{PARAGRAPH}</p>{}", "<p>1</p>".repeat(250_000)),
        format!("<p>{PARAGRAPH}</p>{}", "首页 > 作者: ".repeat(40_000)),
    ];
    for page in pages {
        let document = soon(|| read("a.html", page.as_bytes())).unwrap();
        assert_traced(&document);
        assert!(document.blocks.iter().any(|block| block.text.contains("各项任务按期完成")), "{}", &page[..60]);
    }
}

#[test]
fn hostile_texts_end_soon() {
    for text in ["一、".repeat(400_000), "a\n".repeat(1_200_000), "甲，\n".repeat(100_000), "来源:".repeat(200_000)]
    {
        let document = soon(|| read("a.txt", text.as_bytes())).unwrap();
        assert!(document.blocks.len() <= 200_000);
    }
}

#[test]
fn word_shows_what_it_shows() {
    let xml = "<w:p><w:pPr><w:pStyle w:val=\"1\"/><w:pPrChange><w:pPr><w:pStyle w:val=\"9\"/></w:pPr></w:pPrChange></w:pPr>\
        <w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>乙</w:t></w:r></w:ins></w:p>\
        <w:sdt><w:sdtPr><w:t>不</w:t></w:sdtPr><w:sdtContent><w:p><w:hyperlink><w:r><w:t>丙</w:t><w:tab/><w:t>丁</w:t></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>\
        <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
        <mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>戊</w:t>\
        <w:footnoteReference w:id=\"1\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>项目</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>件</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:tc><w:p><w:r><w:t>收案</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let document = read("a.docx", &word(xml)).unwrap();
    assert_traced(&document);
    let texts: Vec<&str> = document.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, ["甲乙", "丙\t丁", "框", "戊", "项目", "件", "收案", "12"]);
    assert_eq!(document.original, "甲乙\n丙\t丁\n框\n戊\n项目\n件\n收案\n\n12");
    let cell = |table, row, column| intake::BlockKind::Cell(intake::Cell { table, row, column });
    assert_eq!(document.blocks[5].kind, cell(0, 0, 2));
    assert_eq!(document.blocks[7].kind, cell(0, 1, 2));
    assert_eq!(document.warnings, [Warning::Unread { what: "footnotes".to_owned() }]);
}

#[test]
fn word_numbers_are_shown_and_stand_nowhere() {
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    let numbered = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>主要工作</w:t></w:r></w:p>";
    let file = package(&[("word/document.xml", &document(&numbered.repeat(2))), ("word/numbering.xml", numbering)]);
    let document = read("a.docx", &file).unwrap();
    assert_eq!(body(&document), "一、主要工作\n二、主要工作");
    assert_eq!(document.original, "主要工作\n主要工作");
    let runs: Vec<_> = document.blocks[1].runs.iter().map(|run| (run.at, run.from, run.to)).collect();
    assert_eq!(runs, [(0, 13, 13), (6, 13, 25)]);
}

#[test]
fn damaged_bytes_are_replaced_and_counted() {
    let mut bytes = PARAGRAPH.repeat(50).into_bytes();
    bytes[3000] = 0xFF;
    let document = read("a.txt", &bytes).unwrap();
    assert_eq!(document.source.encoding, "utf-8");
    assert!(matches!(document.warnings[..], [Warning::ReplacedBytes { .. }]));
    assert!(document.blocks.iter().all(|block| block.role == Role::Body));
}

#[test]
fn a_tag_of_a_million_attributes_needs_no_deep_stack() {
    let read_all = || {
        for (attribute, count) in
            [("a=\"b\" ", 5_000), ("a=\"b\"\n", 100_000), ("a=\"<'>\" ", 5_000), ("a=\"b\" ", 1_000_000)]
        {
            let page = format!("<html><body><p {}>{PARAGRAPH}</p><p>营口市</p>", attribute.repeat(count));
            let document = soon(|| read("a.html", page.as_bytes())).unwrap();
            assert_eq!(body(&document), format!("{PARAGRAPH}\n营口市"));
            assert_traced(&document);
        }
    };
    std::thread::Builder::new().stack_size(512 << 10).spawn(read_all).unwrap().join().unwrap();
}
