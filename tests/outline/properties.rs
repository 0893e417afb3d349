//! What holds for any text.

use faheng::identity::Kind;
use faheng::intake::{Block, BlockKind, Cell, Document, Run};
use faheng::outline::{Passages, Scheme, outline};
use proptest::prelude::*;

use crate::support::{block, document, identity, of_blocks};

/// Fragments that look like marks, headings and running text.
const FRAGMENTS: [&str; 30] = [
    "一、",
    "（一）",
    "(二)",
    "1.",
    "2、",
    "3",
    "①",
    "一是",
    "二是",
    "首先",
    "第一章",
    "一)",
    "。",
    "；",
    "：",
    "\n",
    "  ",
    "“",
    "《",
    "）",
    "加强党的领导",
    "存在的问题",
    "下一步",
    "2025年",
    "普法",
    "一年来，虽然但仍存在不足",
    "執法(fǎ)",
    "１２％",
    "a",
    "🙂",
];

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(FRAGMENTS.as_slice()), 0..60).prop_map(|words| words.concat())
}

fn joined(passages: &Passages) -> String {
    passages.items.iter().map(|passage| passage.text.as_str()).collect::<Vec<_>>().concat()
}

/// The body's text without what parts its blocks.
fn body(document: &Document) -> String {
    document.body().map(|block| block.text.as_str()).collect::<Vec<_>>().concat()
}

fn without_breaks(text: &str) -> String {
    text.replace(['\n', '\t'], "")
}

fn check(document: &Document, kind: Kind) {
    let passages = outline(document, &identity(kind, 2024), Scheme::built_in());
    assert_eq!(without_breaks(&joined(&passages)), without_breaks(&body(document)));
    for (index, passage) in passages.items.iter().enumerate() {
        assert_eq!(passage.id as usize, index);
        assert!(!passage.text.is_empty());
        for (number, piece) in passage.pieces.iter().enumerate() {
            let stop = passage.pieces.get(number + 1).map_or(passage.text.len(), |next| next.at);
            let read = passage.text[piece.at..stop].trim_end_matches(['\n', '\t']);
            let there = document.original[piece.from..piece.to].trim_end_matches(['\n', '\t']);
            if piece.to - piece.from == stop - piece.at || there.len() == read.len() {
                assert_eq!(read, there);
            }
        }
        for cell in &passage.cells {
            assert!(passage.text.get(cell.start..cell.end).is_some());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_all_maps_back(text in text(), plan in any::<bool>()) {
        check(&document(&text), if plan { Kind::WorkPlan } else { Kind::GovernmentReport });
    }

    #[test]
    fn any_characters_are_read(text in "\\PC{0,200}") {
        check(&document(&text), Kind::DepartmentReport);
    }
}

fn cell(text: &str, from: usize, row: u32, column: u32) -> Block {
    block(text, from, BlockKind::Cell(Cell { table: 0, row, column }))
}

#[test]
fn cells_are_parted_by_tabs_and_keep_their_place() {
    let original = "一、主要工作\n（一）做好复议工作\n项目2024年收案90调解纠纷40件。";
    let at = |word: &str| original.find(word).unwrap();
    let blocks = vec![
        block("一、主要工作", 0, BlockKind::Heading(1)),
        block("（一）做好复议工作", at("（一）"), BlockKind::Heading(2)),
        cell("项目", at("项目"), 0, 0),
        cell("2024年", at("2024年"), 0, 1),
        cell("收案", at("收案"), 1, 0),
        cell("90", at("90"), 1, 1),
        block("调解纠纷40件。", at("调解"), BlockKind::Paragraph),
    ];
    let document = of_blocks(original, blocks);
    check(&document, Kind::GovernmentReport);
    let passages = outline(&document, &identity(Kind::GovernmentReport, 2024), Scheme::built_in());
    let passage = &passages.items[0];
    assert_eq!(passages.items.len(), 1, "{:?}", passages.items);
    assert_eq!(passage.text, "一、主要工作\n（一）做好复议工作\n项目\t2024年\n收案\t90\n调解纠纷40件。");
    assert_eq!(passage.headings, ["一、主要工作", "（一）做好复议工作"]);
    let cells: Vec<&str> = passage.cells.iter().map(|cell| &passage.text[cell.start..cell.end]).collect();
    assert_eq!(cells, ["项目", "2024年", "收案", "90"]);
}

#[test]
fn pieces_follow_runs_that_skip_mark_up() {
    let original = "一、加强<b>普法</b>。办活动3场。二、加强执法。";
    let text = "一、加强普法。办活动3场。二、加强执法。";
    let at = |word: &str| original.find(word).unwrap();
    let runs = vec![
        Run { at: 0, from: 0, to: at("<b>") },
        Run { at: text.find("普法").unwrap(), from: at("普法"), to: at("</b>") },
        Run { at: text.find("。办").unwrap(), from: at("。办"), to: original.len() },
    ];
    let mut only = block(text, 0, BlockKind::Paragraph);
    only.runs = runs;
    let document = of_blocks(original, vec![only]);
    let passages = outline(&document, &identity(Kind::GovernmentReport, 2024), Scheme::built_in());
    assert_eq!(passages.items.len(), 2);
    let last = &passages.items[1];
    assert_eq!(&original[last.pieces[0].from..last.pieces[0].to], "二、加强执法。");
    assert_eq!(passages.items[0].pieces.len(), 3);
}

#[test]
fn long_hostile_text_takes_linear_time() {
    let started = std::time::Instant::now();
    for unit in ["一是", "（一）", "1.", "执法", "“", "(", "一、\n", "同时，还存在问题。", "下一步，", "。\n", "a\n"]
    {
        check(&document(&unit.repeat(150_000 / unit.len())), Kind::GovernmentReport);
    }
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
