//! PDF files of several makers: the same paragraphs from all, and what is odd is told.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use faheng::error::{Error, FileProblem};
use faheng::intake::{self, Block, BlockKind, Cell, Document, Format, PageBox, Role, Warning};
use proptest::prelude::*;

use crate::assert_traced;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/intake/pdf")
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap()
}

fn read(bytes: &[u8]) -> Result<Document, FileProblem> {
    match intake::from_bytes(Path::new("a.pdf"), bytes) {
        Ok(document) => {
            assert_traced(&document);
            assert_eq!(document.source.format, Format::Pdf);
            assert!(document.blocks.iter().all(|block| block.page.is_some_and(|place| place.page >= 1)));
            Ok(document)
        }
        Err(Error::File { problem, .. }) => Err(problem),
        Err(other) => panic!("{other}"),
    }
}

fn texts(document: &Document, role: Role) -> Vec<&str> {
    document.blocks.iter().filter(|block| block.role == role).map(|block| block.text.as_str()).collect()
}

#[test]
fn files_of_all_makers_have_the_paragraphs_of_the_text() {
    let report = String::from_utf8(bytes("report.txt")).unwrap();
    let expected: Vec<&str> = report.lines().collect();
    for name in ["libreoffice", "reportlab-ttf", "reportlab-unigb", "fpdf2", "two-columns"] {
        let document = read(&bytes(&format!("{name}.pdf"))).unwrap();
        assert_eq!(texts(&document, Role::Body), expected, "{name}");
        assert_eq!(document.warnings, [], "{name}");
        let first = document.blocks.iter().find(|block| block.role == Role::Body).unwrap();
        assert_eq!(first.kind, BlockKind::Heading(0), "{name}");
        assert!(document.blocks.iter().skip(3).all(|block| !matches!(block.kind, BlockKind::Heading(_))), "{name}");
    }
}

#[test]
fn running_lines_are_kept_as_chrome_and_facts_as_metadata() {
    let document = read(&bytes("reportlab-ttf.pdf")).unwrap();
    assert_eq!(texts(&document, Role::Chrome), ["丁溪县人民政府公报", "— 1 —", "丁溪县人民政府公报", "— 2 —"]);
    let title = document.metadata.iter().find(|item| item.name == "title").unwrap();
    assert_eq!(title.value, "丁溪县2023年法治政府建设年度报告");
}

#[test]
fn ruled_tables_are_read_cell_by_cell() {
    let document = read(&bytes("table.pdf")).unwrap();
    let cells: Vec<(u32, u32, &str)> = document
        .blocks
        .iter()
        .filter_map(|block| match block.kind {
            BlockKind::Cell(Cell { table: 0, row, column }) => Some((row, column, block.text.as_str())),
            _ => None,
        })
        .collect();
    let first = [(0, 0, "项目"), (0, 1, "2022年"), (0, 2, "2023年"), (1, 0, "行政检查（次）"), (1, 1, "1250")];
    assert_eq!((cells.len(), &cells[..5]), (9, &first[..]));
    let all = texts(&document, Role::Body);
    assert!(all[0].ends_with("截至年底。") && all[10].starts_with("以上数据"), "{all:?}");
}

#[test]
fn what_is_drawn_oddly_is_read_once_and_in_place() {
    let document = read(&bytes("odd.pdf")).unwrap();
    let bodies = ["重点工作", "一、全年办结案件12件", "此页横向排版，文字自下而上"];
    assert_eq!(texts(&document, Role::Body), bodies);
    assert_eq!(texts(&document, Role::Chrome), ["内部资料"]);
    let place = |block: Option<&Block>| block.and_then(|block| block.page).unwrap();
    // Drawn 80 points from the left and 142 from the top, in 14 point type.
    let PageBox { page, left, top, bottom, .. } = place(document.blocks.first());
    assert!(page == 1 && left == 80 && (125..142).contains(&top) && (142..150).contains(&bottom), "{top} {bottom}");
    let PageBox { page, left, top, right, bottom } = place(document.blocks.last());
    assert!(page == 2 && right - left < 20 && bottom - top > 150 && bottom == 515, "{left} {top} {right} {bottom}");
}

#[test]
fn maps_of_chinese_fonts_do_without_unicode_tables() {
    let document = read(&bytes("gbk-euc-h.pdf")).unwrap();
    assert_eq!(texts(&document, Role::Body), ["丁溪县共办结行政复议案件12件。", "纠错率为8.3%，无一败诉。"]);
}

#[test]
fn scans_passwords_and_broken_files_are_named() {
    assert_eq!(read(&bytes("scan.pdf")), Err(FileProblem::Scanned));
    assert_eq!(read(&bytes("password.pdf")), Err(FileProblem::Password));
    let part = read(&bytes("scan-in-part.pdf")).unwrap();
    assert_eq!(part.warnings, [Warning::ScannedPages { pages: vec![1] }]);
    let layer = read(&bytes("scan-with-layer.pdf")).unwrap();
    assert_eq!(layer.warnings, [Warning::RecognisedText { pages: vec![1] }]);
    assert_eq!(texts(&layer, Role::Body), ["丁溪县扫描件的识别文字共二十字以上"]);
    let whole = bytes("reportlab-unigb.pdf");
    for tenth in 1..10 {
        match read(&whole[..whole.len() * tenth / 10]) {
            Err(FileProblem::Damaged(_) | FileProblem::NoText) => {}
            Ok(document) => assert!(document.warnings.contains(&Warning::Truncated), "{tenth}"),
            Err(other) => panic!("{tenth}: {other}"),
        }
    }
}

/// A file with these objects, the first the catalogue.
fn file(objects: &[&str]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    for (i, object) in objects.iter().enumerate() {
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", i + 1).bytes());
    }
    out.extend(format!("trailer<</Size {}/Root 1 0 R>>\n%%EOF\n", objects.len() + 1).bytes());
    out
}

#[test]
fn cycles_and_bombs_end_soon() {
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 4 0 R>>>>/Contents 5 0 R>>";
    let pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
    let content = "<</Length 5>>stream\n/X Do\nendstream";
    // Each level draws the next one ten times: ten to the power of nine at the end.
    let level = |next: usize| {
        let body = "/X Do ".repeat(10);
        format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {next} 0 R>>>>/Length {}>>stream\n{body}\nendstream",
            body.len()
        )
    };
    let mut objects = vec!["<</Type/Catalog/Pages 2 0 R>>".to_owned(), pages.to_owned(), page.to_owned()];
    objects.extend([level(6), content.to_owned()]);
    objects.extend((7..=15).map(level));
    let bomb: Vec<&str> = objects.iter().map(String::as_str).collect();
    let form = level(4);
    let cycle = ["<</Type/Catalog/Pages 2 0 R>>", pages, page, &form, content];
    let kids = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9/Parent 2 0 R>>"];
    for objects in [&bomb[..], &cycle, &kids] {
        let start = Instant::now();
        assert!(read(&file(objects)).is_err());
        assert!(
            start.elapsed() < Duration::from_secs(if cfg!(debug_assertions) { 90 } else { 20 }),
            "took {:?}",
            start.elapsed()
        );
    }
}

/// One change of a file: flip, cut, double, or splice.
fn mutate(bytes: &mut Vec<u8>, kind: u8, at: usize, value: u8) {
    let at = at % bytes.len().max(1);
    match kind % 4 {
        0 => bytes.get_mut(at).into_iter().for_each(|byte| *byte ^= value | 1),
        1 => drop(bytes.drain(at..(at + usize::from(value)).min(bytes.len()))),
        2 => {
            let piece = bytes[at..(at + usize::from(value)).min(bytes.len())].to_vec();
            bytes.splice(at..at, piece);
        }
        _ => bytes.splice(at..at, b" 99999999 0 R [ << ( ".iter().copied()).for_each(drop),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(std::env::var("FAHENG_CASES").map_or(48, |n| n.parse().unwrap())))]
    #[test]
    fn changed_files_end_and_hold(
        which in 0_usize..7,
        changes in prop::collection::vec((any::<u8>(), any::<usize>(), any::<u8>()), 1..6),
    ) {
        let names = ["gbk-euc-h", "reportlab-unigb", "table", "two-columns", "odd", "scan-with-layer", "password"];
        let mut bytes = bytes(&format!("{}.pdf", names[which]));
        for (kind, at, value) in changes {
            mutate(&mut bytes, kind, at, value);
        }
        let start = Instant::now();
        let outcome = intake::from_bytes(Path::new("a.pdf"), &bytes);
        if let Ok(document) = &outcome {
            assert_traced(document);
        }
        prop_assert!(start.elapsed() < Duration::from_secs(10));
    }
}
