//! The same report in every format gives the same paragraphs.

use std::path::Path;

use faheng::intake::{self, BlockKind, Cell, Document, Format, Role};

use crate::ofd::{self, Setting};
use crate::{assert_traced, data, files, read, texts};

const TABLE: [&[&str]; 2] = [&["项目", "2023年", "2024年"], &["行政复议", "12件", "15件"]];

fn report() -> String {
    std::fs::read_to_string(data("report/report.txt")).unwrap()
}

fn lines(report: &str) -> Vec<&str> {
    report.lines().filter(|line| !line.is_empty()).collect()
}

/// The report as an OFD file.
pub fn report_ofd() -> Vec<u8> {
    let report = report();
    let lines = lines(&report);
    let last = lines.len();
    let mut set: Vec<(&str, Setting)> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let in_table = TABLE.concat().contains(line);
        match () {
            () if *line == "项目" => set.push(("", Setting::Flush)),
            () if in_table => {}
            () if i == 0 => set.push((line, Setting::Title)),
            () if i + 2 >= last => set.push((line, Setting::Right)),
            () => set.push((line, Setting::Indented)),
        }
    }
    ofd::write(&set, &TABLE)
}

#[test]
fn every_format_gives_the_same_paragraphs() {
    let report = report();
    let expected = lines(&report);
    let mut seen = Vec::new();
    for path in files(&data("report")) {
        let document = intake::open(&path).unwrap();
        assert_eq!(texts(&document), expected, "{}", path.display());
        assert_traced(&document);
        seen.push(document.source.format);
    }
    use Format::{Doc, Docx, Html, Md, Mhtml, Pdf, Rtf, Txt};
    for format in [Txt, Md, Html, Mhtml, Docx, Doc, Rtf, Pdf] {
        assert!(seen.contains(&format), "{format:?}");
    }
    let old = std::fs::read(data("report/libreoffice.doc")).unwrap();
    let wps = read("x.wps", &old).unwrap();
    assert_eq!((texts(&wps), wps.source.format), (expected.clone(), Format::Wps));
    let fixed = read("x.ofd", &report_ofd()).unwrap();
    assert_eq!((texts(&fixed), fixed.source.format), (expected, Format::Ofd));
    assert_traced(&fixed);
}

#[test]
fn tables_are_read_cell_by_cell_in_every_format_that_has_them() {
    let cells = |document: &Document| -> Vec<(String, Cell)> {
        let cell = |kind| if let BlockKind::Cell(cell) = kind { Some(cell) } else { None };
        document.blocks.iter().filter_map(|block| Some((block.text.clone(), cell(block.kind)?))).collect()
    };
    let place = |i: u32| Cell { table: 0, row: i / 3, column: i % 3 };
    let expected: Vec<(String, Cell)> =
        (0..).zip(TABLE.concat()).map(|(i, text)| (text.to_owned(), place(i))).collect();
    for path in files(&data("report")) {
        let document = intake::open(&path).unwrap();
        if document.source.format != Format::Txt {
            assert_eq!(cells(&document), expected, "{}", path.display());
        }
    }
    assert_eq!(cells(&read("x.ofd", &report_ofd()).unwrap()), expected);
}

#[test]
fn headings_properties_and_places() {
    for name in ["python-docx.docx", "libreoffice.docx", "libreoffice.doc", "libreoffice.rtf"] {
        let document = intake::open(&data("report").join(name)).unwrap();
        let kind = |text: &str| document.blocks.iter().find(|block| block.text.starts_with(text)).unwrap().kind;
        assert_eq!(kind("云溪市2024"), BlockKind::Heading(0), "{name}");
        assert_eq!(kind("一、"), BlockKind::Heading(1), "{name}");
        assert_eq!(kind("（二）"), BlockKind::Heading(2), "{name}");
        assert_eq!(kind("全年办理"), BlockKind::Paragraph, "{name}");
        let fact = |name: &str| document.metadata.iter().find(|item| item.name == name).map(|item| item.value.as_str());
        assert_eq!(fact("dc:title"), Some("云溪市2024年法治政府建设情况报告"), "{name}");
        assert_eq!(fact("dc:creator"), Some("云溪市司法局"), "{name}");
        assert!(fact("dcterms:created").is_some_and(|date| date.starts_with("2013-12-23T23:15:00")), "{name}");
        assert_eq!(document.blocks[1].paragraph, Some(1), "{name}");
    }
}

#[test]
fn pages_of_an_ofd_file_have_places_and_chrome() {
    let document = read("x.ofd", &report_ofd()).unwrap();
    let chrome: Vec<&str> =
        document.blocks.iter().filter(|block| block.role == Role::Chrome).map(|block| block.text.as_str()).collect();
    assert!(chrome.contains(&"人民政府公报") && chrome.contains(&"— 1 —"), "{chrome:?}");
    let title = &document.blocks.iter().find(|block| block.text.starts_with("云溪市2024")).unwrap();
    let place = title.page.unwrap();
    assert_eq!((place.page, title.kind), (1, BlockKind::Heading(0)));
    // 37 mm from the upper edge.
    assert!((95..115).contains(&place.top) && place.bottom - place.top < 40, "{place:?}");
    assert_eq!(document.metadata[0].value, "工作报告");
    assert_eq!(document.metadata.len(), 3);
}

#[test]
fn automatic_numbers_are_restored() {
    let expected = [
        "一、主要工作",
        "（一）加强领导",
        "1.压实责任。",
        "2.考核述法。",
        "（二）严格执法",
        "二、存在问题",
        "（一）队伍不足",
    ];
    for path in files(&data("word")).iter().filter(|path| named(path, "numbered")) {
        assert_eq!(texts(&intake::open(path).unwrap()), expected, "{}", path.display());
    }
}

#[test]
fn what_is_deleted_or_hidden_is_not_read_and_what_is_inserted_is() {
    for path in files(&data("word")).iter().filter(|path| named(path, "tracked")) {
        let document = intake::open(path).unwrap();
        let expected = ["全年办结案件54件，见附表。", "另起一行。", "项目", "两年", "收案", "甲", "乙"];
        assert_eq!(texts(&document), expected, "{}", path.display());
        let cell = |column| BlockKind::Cell(Cell { table: 0, row: 1, column });
        assert_eq!(document.blocks[6].kind, cell(2), "{}", path.display());
        assert_eq!(document.blocks[3].kind, BlockKind::Cell(Cell { table: 0, row: 0, column: 1 }));
    }
}

fn named(path: &Path, stem: &str) -> bool {
    path.file_stem().is_some_and(|name| name == stem)
}
