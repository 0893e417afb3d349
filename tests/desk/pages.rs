//! What pages hold: nothing of the text is lost, and every figure stands where the page says.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use faheng::identity::Kind;
use faheng::intake::Format;
use faheng::jobs::desk::{ReportPage, ReportState, RowKind, TextRow};
use faheng::outline::Part;
use proptest::prelude::*;

use super::library::{compare, make, open, real_reports, report, samples, uncut};

/// The rows of each passage give its text back.
fn check_text(page: &ReportPage) {
    let mut back: BTreeMap<u32, String> = BTreeMap::new();
    let mut last = None;
    for row in &page.rows {
        let text = back.entry(row.passage).or_default();
        if last == Some(row.passage) && row.kind != RowKind::Body(true) {
            text.push('\n');
        }
        assert_eq!(row.start as usize, text.chars().count());
        text.push_str(&row.text);
        last = Some(row.passage);
    }
    for passage in &page.loaded.stored.passages.items {
        let rows = back.remove(&passage.id).unwrap_or_default();
        assert_eq!(rows, passage.text);
        let of_passage = page.rows.iter().filter(|row| row.passage == passage.id);
        assert!(of_passage.clone().all(|row| (row.part, row.section) == (passage.part, passage.section)));
    }
    assert!(back.is_empty());
}

/// Every figure is marked where it stands, and its sentence holds it.
fn check_figures(page: &ReportPage) {
    let observations = page.loaded.observations();
    assert_eq!(page.figures.len(), observations.len());
    for (number, (figure, found)) in page.figures.iter().zip(observations).enumerate() {
        let row = &page.rows[figure.row];
        assert_eq!(row.text[figure.at.clone()], found.raw);
        assert_eq!(row.passage, found.span.passage);
        let marked = row.marks.iter().find(|mark| mark.figures.contains(&number)).expect("a mark");
        assert!(marked.range.start <= figure.at.start && figure.at.end <= marked.range.end);
        let holds = |(at, range): &(usize, std::ops::Range<usize>)| {
            *at == figure.row && range.start <= figure.at.start && figure.at.end <= range.end
        };
        assert!(figure.sentence.iter().any(holds), "{found:?}");
        let sentence = figure.sentence.iter().map(|(at, range)| &page.rows[*at].text[range.clone()]);
        let whole = page.loaded.stored.words(found.sentence).unwrap();
        assert_eq!(sentence.collect::<String>().replace('\n', ""), whole.replace('\n', ""));
    }
    for row in &page.rows {
        let marks = &row.marks;
        assert!(marks.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
        assert!(marks.iter().all(|mark| row.text.get(mark.range.clone()).is_some() && !mark.figures.is_empty()));
    }
    let counted: usize = page.rail.iter().map(|entry| entry.figures).sum();
    assert_eq!(counted, observations.len());
}

fn check_rail(page: &ReportPage) {
    let sections = page.rail.iter().filter_map(|entry| entry.section.map(|section| section.number()));
    assert_eq!(sections.collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
    let main = if page.loaded.stored.summary.kind == Kind::WorkPlan { Part::Plans } else { Part::Achievements };
    for entry in &page.rail {
        assert!(entry.section.is_none() || entry.part == main);
        let mut rows = page.rows.iter().filter(|row| (row.part, row.section) == (entry.part, entry.section));
        let Some(row) = entry.row else {
            assert!(entry.section.is_some() && rows.next().is_none());
            continue;
        };
        assert_eq!(page.rows[row].part, entry.part);
        assert!(entry.section.is_none() || page.rows[row].section == entry.section);
    }
}

fn check(page: &ReportPage) {
    check_text(page);
    check_figures(page);
    check_rail(page);
}

/// Checks every page of a library; gives how many rows of each kind there are.
fn check_all(place: &Path) -> [usize; 4] {
    let (desk, overview) = open(place);
    let mut kinds = [0; 4];
    for summary in &overview.reports {
        let page = report(&desk, summary.id);
        check(&page);
        for row in &page.rows {
            assert!(row.text.chars().count() <= 1000);
            kinds[match row.kind {
                RowKind::Heading(_) => 0,
                RowKind::Body(false) => 1,
                RowKind::Body(true) => 2,
                RowKind::Table => 3,
                RowKind::Chrome(_) => panic!("page chrome in the text"),
            }] += 1;
        }
    }
    kinds
}

#[test]
fn the_overview_of_the_samples() {
    let (_desk, overview) = open(samples());
    assert_eq!(overview.reports.len(), 28);
    assert_eq!(overview.newer, None);
    let cells = || overview.rows.iter().flat_map(|row| row.cells.values());
    let placed: usize = cells().map(|cell| 1 + cell.others.len()).sum();
    let undated: usize = overview.rows.iter().map(|row| row.undated.len()).sum();
    assert_eq!(placed + undated, 28);
    assert!(overview.years.windows(2).all(|pair| pair[0] + 1 == pair[1]));
    assert!(overview.rows.iter().all(|row| row.cells.keys().all(|year| overview.years.contains(year))));
    assert!(overview.rows.iter().all(|row| row.indicators > 0));
    assert_eq!(overview.figures, overview.reports.iter().map(|report| report.observations).sum::<usize>());
    assert_eq!(overview.decided, 0);
    assert!(cells().all(|cell| (cell.state == ReportState::Trouble) == (cell.figures == 0)));
    assert!(overview.covered.windows(2).all(|pair| pair[0].1 >= pair[1].1));
    assert!(overview.covered.iter().all(|(_, reports)| (1..=28).contains(reports)));
}

#[test]
fn the_pages_of_the_samples() {
    let [headings, paragraphs, ..] = check_all(samples());
    assert!(headings > 28 * 6 && paragraphs > headings, "{headings} {paragraphs}");
}

/// What a row says, without the marks, which are checked by themselves.
fn said(row: &TextRow) -> (u32, u32, RowKind, &str) {
    (row.passage, row.start, row.kind, &row.text)
}

#[test]
fn the_whole_page_holds_the_same_text_and_figures_and_what_was_left_out() {
    let (desk, overview) = open(samples());
    let is_chrome = |row: &&TextRow| matches!(row.kind, RowKind::Chrome(_));
    let mut stretches = 0;
    for summary in &overview.reports {
        let (cut, whole) = (report(&desk, summary.id), uncut(&desk, summary.id));
        assert!(cut.uncut.is_none() && !cut.rows.iter().any(|row| is_chrome(&row)));
        let text = whole.rows.iter().filter(|row| !is_chrome(row));
        assert!(text.map(said).eq(cut.rows.iter().map(said)));
        check_figures(&whole);
        check_rail(&whole);
        assert!(
            whole.rows.iter().filter(is_chrome).all(|row| row.marks.is_empty() && row.text.chars().count() <= 1000)
        );
        stretches += whole.uncut.unwrap();
        if summary.format == Format::Html {
            // The menu above the title, the foot of the page below the last words.
            assert!(whole.rows.first().as_ref().is_some_and(is_chrome), "{}", summary.file_name);
            assert!(whole.rows.last().as_ref().is_some_and(is_chrome), "{}", summary.file_name);
        }
        assert!(Arc::ptr_eq(&whole, &uncut(&desk, summary.id)), "kept for another look");
    }
    assert!(stretches > 50, "{stretches}");
}

#[test]
fn chrome_between_paragraphs_stays_between_them() {
    let page = "<html><head><meta charset=utf-8></head><body><div class=nav><a href=/>首页</a></div>\
                <h1>柳湾市2023年法治政府建设情况报告</h1><div class=share>分享到：微信 微博</div>\
                <p>2023年，全市共收到行政复议申请120件，办结118件，工作取得了新的进展和成效。</p>\
                <p>行政机关负责人出庭应诉率达98%，依法行政的能力和水平有了新的提高。</p>\
                <div class=foot>版权所有 柳湾市人民政府 网站标识码：0000000000</div></body></html>";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("柳湾.html");
    std::fs::write(&file, page).unwrap();
    let place = folder.path().join("页.faheng");
    make(&place, vec![file]);
    let (desk, overview) = open(&place);
    let whole = uncut(&desk, overview.reports[0].id);
    let order = ["首页", "柳湾市2023年", "分享到", "120件", "98%", "版权所有"];
    let places = order.map(|words| whole.rows.iter().position(|row| row.text.contains(words)).expect(words));
    assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{places:?}");
    check_figures(&whole);
    assert_eq!(whole.figures.len(), 3);
}

#[test]
fn years_beside_are_of_the_same_body() {
    let (desk, overview) = open(samples());
    let row = overview.rows.iter().find(|row| row.cells.len() > 2).unwrap();
    let ids: Vec<_> = row.cells.values().map(|cell| cell.report).collect();
    for (at, id) in ids.iter().enumerate() {
        let page = report(&desk, *id);
        assert_eq!(page.before, at.checked_sub(1).map(|at| ids[at]));
        assert_eq!(page.after, ids.get(at + 1).copied());
    }
}

#[test]
fn a_comparison_tells_rows_and_figures_of_its_pages() {
    let (desk, overview) = open(samples());
    let mut differences = 0;
    for pair in overview.reports.windows(2) {
        let page = compare(&desk, pair[0].id, pair[1].id);
        for block in &page.blocks {
            let stands = |side: &ReportPage, rows: &[usize]| {
                rows.iter().all(|&row| (side.rows[row].part, side.rows[row].section) == (block.part, block.section))
            };
            assert!(stands(&page.left, &block.left) && stands(&page.right, &block.right));
            for row in block.strips.iter().flat_map(|strip| &strip.rows) {
                let is_own = |side: &ReportPage, all: &[usize]| {
                    all.iter().all(|&at| side.loaded.observations()[at].indicator == row.indicator)
                };
                assert!(is_own(&page.left, &row.left) && is_own(&page.right, &row.right));
                let silent = row.left.is_empty() || row.right.is_empty();
                assert_eq!(row.difference.is_none(), silent);
                differences += usize::from(!silent);
            }
        }
        // All text of the parts compared stands in some block, once.
        let left: usize = page.blocks.iter().map(|block| block.left.len()).sum();
        assert_eq!(left, page.left.rows.len());
    }
    assert!(differences > 50, "{differences}");
}

#[test]
fn the_pages_of_real_reports() {
    let Some(reports) = real_reports() else { return };
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("real.faheng");
    make(&place, vec![reports]);
    let kinds = check_all(&place);
    println!("headings, paragraphs, continued, rows of tables: {kinds:?}");
}

/// Documents of words that the rules look for, marks and blanks, some in paragraphs longer than a row.
fn document() -> impl Strategy<Value = String> {
    let words = [
        "一、主要举措和成效",
        "（一）推进依法行政",
        "二、存在问题",
        "三、下一步打算",
        "行政复议申请",
        "受理",
        "办结",
        "出庭应诉率",
        "974件",
        "98.5%",
        "3 0",
        "1,204件",
        "百余",
        "30\n5件",
        "2024年",
        "，",
        "。",
        "；",
        "\n",
        "\n",
        "“",
        "”",
        "法治政府建设",
        "全覆盖",
        "调解纠纷",
        "法律顾问",
        "\t",
        "\u{20000}",
        "共",
        "<td>",
        "</p><p>",
        "其中",
        "、",
    ];
    let word = prop::sample::select(words.to_vec());
    prop::collection::vec((word, 1_usize..30), 1..150).prop_map(|all| {
        all.into_iter().map(|(word, times)| word.repeat(if word == "法治政府建设" { times } else { 1 })).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_pages_of_any_document(texts in prop::collection::vec(document(), 4..8), page in any::<bool>()) {
        let folder = tempfile::tempdir().unwrap();
        let files = texts.iter().enumerate().map(|(number, text)| {
            let path = folder.path().join(format!("{number}.{}", if page { "html" } else { "txt" }));
            let text = if page { format!("<html><body><table><tr><td><p>{text}</p></td></tr></table></body></html>") } else { text.clone() };
            std::fs::write(&path, text).unwrap();
            path
        });
        let files: Vec<_> = files.collect();
        let place = folder.path().join("any.faheng");
        make(&place, files);
        let (desk, overview) = open(&place);
        for summary in &overview.reports {
            let page = report(&desk, summary.id);
            check_text(&page);
            check_figures(&page);
            prop_assert!(page.rail.iter().filter(|entry| entry.section.is_some() && entry.part != Part::Preamble).count() == 6);
        }
    }
}
