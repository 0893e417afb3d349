//! Files that are not what they should be, and the same files with random damage: never a panic, always an end.

use std::io::{Cursor, Write as _};
use std::time::{Duration, Instant};

use faheng::error::FileProblem;
use faheng::intake::Warning;
use proptest::prelude::*;

use crate::ofd::zipped;
use crate::same::report_ofd;
use crate::{assert_traced, data, read, texts};

const PARAGRAPH: &str = "2024年，甲市坚持依法行政，全年办结行政复议案件45件，纠错率为8.1%，各项任务按期完成。";

/// Runs `work`, which must not take long however ugly the input is.
fn soon<T>(work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    assert!(start.elapsed() < Duration::from_secs(20), "took {:?}", start.elapsed());
    result
}

fn old_word() -> Vec<u8> {
    std::fs::read(data("report/libreoffice.doc")).unwrap()
}

/// A container with these streams.
fn container(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, bytes) in streams {
        file.create_stream(name).unwrap().write_all(bytes).unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[test]
fn other_containers_are_named() {
    for (stream, name) in [("Workbook", "xls"), ("PowerPoint Document", "ppt"), ("ETExtData", "et"), ("Some", "ole")] {
        assert_eq!(read("x.doc", &container(&[(stream, b"x")])), Err(FileProblem::UnknownType(name.to_owned())));
    }
    assert_eq!(read("x.docx", &container(&[("EncryptedPackage", b"x")])), Err(FileProblem::Password));
    assert!(matches!(read("x.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...."), Err(FileProblem::Damaged(_))));
}

#[test]
fn older_versions_and_passwords_have_their_own_sentence() {
    let with = |at: usize, bytes: &[u8]| {
        let mut main = vec![0; 0x400];
        main[..4].copy_from_slice(&[0xEC, 0xA5, 0xC1, 0x00]);
        main[at..at + bytes.len()].copy_from_slice(bytes);
        read("x.doc", &container(&[("WordDocument", &main), ("0Table", b"x")]))
    };
    assert_eq!(with(0, &[0xDC, 0xA5, 0x68, 0x00]), Err(FileProblem::OldWord));
    assert_eq!(with(10, &[0x00, 0x01]), Err(FileProblem::Password));
    assert_eq!(with(10, &[0x00, 0x00]), Err(FileProblem::NoText));
}

#[test]
fn every_tenth_of_a_file_gives_an_answer() {
    let files = [
        ("x.doc", old_word()),
        ("x.rtf", std::fs::read(data("report/libreoffice.rtf")).unwrap()),
        ("x.ofd", report_ofd()),
        ("x.mht", std::fs::read(data("report/python-quoted.mht")).unwrap()),
        ("x.md", std::fs::read(data("report/hand.md")).unwrap()),
    ];
    for (name, bytes) in &files {
        for tenth in 1..10 {
            match read(name, &bytes[..bytes.len() * tenth / 10]) {
                Ok(document) => assert_traced(&document),
                Err(FileProblem::Damaged(_) | FileProblem::NoText) => {}
                Err(other) => panic!("{name} {tenth}: {other:?}"),
            }
        }
    }
    let (_, rtf) = &files[1];
    let most = read("x.rtf", &rtf[..rtf.len() * 9 / 10]).unwrap();
    assert!(most.warnings.contains(&Warning::Truncated) && texts(&most).len() > 5);
}

#[test]
fn rich_text_nested_deeply_is_read_without_a_deep_stack() {
    let deep = format!(
        "{{\\rtf1\\ansi\\ansicpg936 {}\\'bc\\'d7\\'ca\\'d0{}\\par}}",
        "{\\b ".repeat(200_000),
        "}".repeat(200_000)
    );
    let read_all = move || {
        let document = soon(|| read("x.rtf", deep.as_bytes())).unwrap();
        assert_eq!(texts(&document), ["甲市"]);
        let open = "{\\rtf1 ".repeat(300_000);
        assert!(soon(|| read("x.rtf", open.as_bytes())).is_err());
        let cells = format!("{{\\rtf1 {}}}", "\\trowd\\cellx1\\intbl a\\cell\\row".repeat(60_000));
        assert!(soon(|| read("x.rtf", cells.as_bytes())).is_ok());
        let boxes = format!("{{\\rtf1 {}a}}", "{\\*\\shpinst{\\shptxt b".repeat(100_000));
        assert!(soon(|| read("x.rtf", boxes.as_bytes())).is_ok());
    };
    std::thread::Builder::new().stack_size(512 << 10).spawn(read_all).unwrap().join().unwrap();
}

#[test]
fn rich_text_in_the_words_of_other_programs() {
    let text = "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}{\\f1\\froman\\fcharset0 Times;}\
        {\\f3\\fnil\\fcharset2 Wingdings;}}{\\stylesheet{\\s15\\outlinelevel0 \\'b1\\'ea\\'cc\\'e2 1;}}\
        {\\info{\\upr{\\title ??}{\\*\\ud{\\title \\u30002?}}}{\\creatim\\yr2024\\mo1\\dy3\\hr5}}\
        {\\header \\'d2\\'b3\\'c3\\'bc\\par}\\pard\\s15{\\listtext\\f0 \\'d2\\'bb\\'a1\\'a2\\tab}\\f0 \\'d6\\'f7\\'d2\\'aa{\\deleted\\'b2\\'bb}{\\v\\'d2\\'fe}\\'b9\\'a4\\'d7\\'f7\\par\n\
        \\pard{\\listtext\\f3 l\\tab}\\f1 2024\\f0\\'c4\\'ea{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt \\uc2\\u27861\\'b7\\'a8}}\\uc2\\u27835\\'d6\\'ce\\uc1\\u-10179?\\u-8704?\\line y\\emdash{\\footnote zz}\
        {\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt \\pard box\\par}}{\\shprslt{\\par dup}}}end\\par{\\pict 0102}\
        \\trowd\\cellx1000\\cellx3000\\intbl a\\cell b\\cell\\row\\trowd\\cellx1000\\cellx2000\\cellx3000\\intbl c\\cell d\\cell e\\cell\\row\\pard f}";
    let document = read("x.rtf", text.as_bytes()).unwrap();
    assert_eq!(texts(&document), ["一、主要工作", "box", "2024年法治\u{1F600}", "y—end", "a", "b", "c", "d", "e", "f"]);
    assert_eq!(document.source.encoding, "gb18030");
    let facts: Vec<(&str, &str)> =
        document.metadata.iter().map(|item| (item.name.as_str(), item.value.as_str())).collect();
    assert_eq!(facts, [("dc:title", "甲"), ("dcterms:created", "2024-01-03T05:00:00Z")]);
    let unread = |what: &str| Warning::Unread { what: what.to_owned() };
    assert_eq!(document.warnings, [unread("footnotes"), unread("pictures")]);
}

#[test]
fn hostile_ofd_files_end_soon() {
    let document = |pages: &str, page: &str| {
        zipped(&[
            ("OFD.xml".to_owned(), "<OFD><DocBody><DocRoot>d.xml</DocRoot></DocBody></OFD>".to_owned()),
            ("d.xml".to_owned(), format!("<Document><Pages>{pages}</Pages></Document>")),
            ("p.xml".to_owned(), page.to_owned()),
        ])
    };
    let one = "<Page BaseLoc='p.xml'/>";
    let text = |code: &str| format!("<Page><TextObject Boundary='20 20 100 10' Size='5'>{code}</TextObject></Page>");
    let plain = text(&format!("<TextCode X='0' Y='5'>{PARAGRAPH}</TextCode>"));
    assert!(read("x.ofd", &document(one, &plain)).is_ok());
    let wide = text("<TextCode X='0' Y='5' DeltaX='g 4000000000 1'>甲市</TextCode>");
    assert!(soon(|| read("x.ofd", &document(one, &wide))).is_ok());
    let odd = text("<TextCode X='nan' Y='1e30' DeltaX='g x -1e9 inf'>甲市</TextCode>");
    assert!(soon(|| read("x.ofd", &document(one, &odd))).is_ok());
    let many = document(&one.repeat(20_000), &plain);
    // The same words on every page are a running header.
    assert_eq!(soon(|| read("x.ofd", &many)), Err(FileProblem::NoBody));
    let lines = format!(
        "<Page><PathObject Boundary='0 0 200 200'><AbbreviatedData>{}</AbbreviatedData></PathObject></Page>",
        "M 0 0 L 100 0 M 0 0 L 0 100 ".repeat(20_000)
    );
    assert_eq!(soon(|| read("x.ofd", &document(one, &lines))), Err(FileProblem::Scanned));
    let picture = "<Page><ImageObject Boundary='0 0 210 297'/></Page>";
    assert_eq!(read("x.ofd", &document(one, picture)), Err(FileProblem::Scanned));
    let deep = "<a>".repeat(100_000);
    assert!(soon(|| read("x.ofd", &document(one, &deep))).is_err());
    let laughs = "<!DOCTYPE l [<!ENTITY a \"ha\">]><Page>&a;</Page>";
    assert!(read("x.ofd", &document(one, laughs)).is_err());
    assert!(read("x.ofd", &document("<Page BaseLoc='none.xml'/>", "")).is_err());
}

#[test]
fn saved_pages_of_every_encoding_of_their_parts() {
    let page = format!("<html><head><meta charset=gb2312></head><body><p>{PARAGRAPH}</p></body></html>");
    let gb = encoding_rs::GB18030.encode(&page).0.into_owned();
    let head = "From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"--b\"\r\n\r\n\r\n";
    let part = |bytes: &[u8]| {
        let first = "----b\r\nContent-Type: text/css\r\n\r\np {}\r\n----b\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
        [head.as_bytes(), first.as_bytes(), bytes, b"\r\n----b--\r\n"].concat()
    };
    let document = read("x.mht", &part(&gb)).unwrap();
    assert_eq!((texts(&document), document.source.encoding), (vec![PARAGRAPH], "gb18030"));
    assert_traced(&document);
    // The charset of the head lies: the page is believed.
    let utf8 = read("x.mht", &part(page.as_bytes())).unwrap();
    assert_eq!((texts(&utf8), utf8.source.encoding), (vec![PARAGRAPH], "utf-8"));
    let nested: String =
        (0..2_000).map(|i| format!("Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n")).collect();
    let nested = format!("MIME-Version: 1.0\r\n{nested}");
    assert!(soon(|| read("x.mht", nested.as_bytes())).is_err());
}

fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let stored = |bytes: &[u8]| {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for i in 0..archive.len() {
            let mut entry = archive.by_index(i).unwrap();
            writer.start_file(entry.name().unwrap().into_owned(), options).unwrap();
            std::io::copy(&mut entry, &mut writer).unwrap();
        }
        writer.finish().unwrap().into_inner()
    };
    let file = |name: &str| std::fs::read(data(name)).unwrap();
    vec![
        ("x.doc", file("report/libreoffice.doc")),
        ("x.doc", file("word/numbered.doc")),
        ("x.rtf", file("report/pandoc.rtf")),
        ("x.rtf", file("word/tracked.rtf")),
        ("x.ofd", stored(&report_ofd())),
        ("x.mht", file("report/python-quoted.mht")),
        ("x.mhtml", file("report/python-base64.mhtml")),
        ("x.md", file("report/hand.md")),
    ]
}

/// One change of a file: flip, set a word, cut, double, put in, take out.
fn mutate(bytes: &mut Vec<u8>, kind: u8, at: usize, value: u32) {
    const PIECES: [&[u8]; 9] =
        [b"{", b"}", b"\\u-1 ", b"\\bin99 ", b"g 999999999 1 ", b"\xFF\xFF\xFF\xFF", b"<a>", b"\r\n\r\n", b"| - |"];
    let at = at % (bytes.len() + 1);
    let length = value as usize % 400;
    match kind % 6 {
        0 => bytes.get_mut(at).into_iter().for_each(|byte| *byte = value as u8),
        1 => {
            let end = (at + 4).min(bytes.len());
            bytes[at..end].copy_from_slice(&value.to_le_bytes()[..end - at]);
        }
        2 => bytes.truncate(at),
        3 => {
            let copy = bytes[at..(at + length).min(bytes.len())].to_vec();
            bytes.splice(at..at, copy);
        }
        4 => {
            bytes.splice(at..at, PIECES[value as usize % PIECES.len()].iter().copied());
        }
        _ => {
            let end = (at + length).min(bytes.len());
            bytes.drain(at..end);
        }
    }
}

fn check(name: &str, bytes: &[u8]) {
    if let Ok(document) = soon(|| read(name, bytes)) {
        assert_traced(&document);
        // What a file gives is bounded by what it holds, unpacked.
        let written: usize = document.blocks.iter().map(|block| block.text.len()).sum();
        assert!(written <= 64 * bytes.len() + 4096, "{written} bytes from {}", bytes.len());
        assert_eq!(read(name, bytes), Ok(document));
    }
}

/// How many cases a property tries: more on request.
fn cases() -> u32 {
    std::env::var("FAHENG_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(600)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_never_panic(which in 0_usize..8, changes in prop::collection::vec(any::<(u8, usize, u32)>(), 1..8)) {
        let (name, mut bytes) = samples().swap_remove(which);
        for (kind, at, value) in changes {
            mutate(&mut bytes, kind, at, value);
        }
        check(name, &bytes);
    }

    #[test]
    fn damaged_streams_never_panic(changes in prop::collection::vec(any::<(bool, u8, usize, u32)>(), 1..8)) {
        use std::io::Read as _;
        let mut file = cfb::CompoundFile::open(Cursor::new(old_word())).unwrap();
        let mut stream = |name: &str| {
            let mut bytes = Vec::new();
            file.open_stream(name).unwrap().read_to_end(&mut bytes).unwrap();
            bytes
        };
        let (mut main, mut table) = (stream("WordDocument"), stream("1Table"));
        for (which, kind, at, value) in changes {
            mutate(if which { &mut main } else { &mut table }, kind, at, value);
        }
        check("x.doc", &container(&[("WordDocument", &main), ("1Table", &table), ("0Table", &table)]));
    }

    #[test]
    fn any_rich_text(parts in prop::collection::vec(prop::sample::select(vec![
        "{", "}", "\\par ", "\\cell ", "\\row ", "\\trowd", "\\cellx9000 ", "\\intbl ", "\\u24037?", "\\uc2 ", "\\'b7", "\\'a8", "甲", "a", "\\deleted ",
        "{\\*\\x ", "{\\shp{\\*\\shpinst{\\shptxt ", "{\\listtext 1.}", "\\bin3 ", "\\line ", "{\\info{\\title x", "{\\fonttbl{\\f1\\fcharset134 x;}}", "\\f1 ",
    ]), 0..80)) {
        check("x.rtf", format!("{{\\rtf1\\ansicpg936 {}", parts.concat()).as_bytes());
    }
}
