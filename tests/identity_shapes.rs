//! Identity on invented openings of the shapes that real reports have (`tests/data/identity`).

#![expect(clippy::unwrap_used, reason = "helpers of tests, which may fail and say why")]

use std::path::PathBuf;

use faheng::identity::{Divisions, Identity, Kind, identify};
use faheng::intake::{Block, BlockKind, Document, Format, MetaItem, Role, Source};
use proptest::test_runner::{Config, FileFailurePersistence};

/// A document from lines: `#` chrome, `=` heading, `@name value` metadata, `!` the file name, else a paragraph.
fn document(text: &str) -> Document {
    let mut path = PathBuf::from("a.txt");
    let (mut blocks, mut metadata) = (Vec::new(), Vec::new());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (mark, rest) = line.split_at(line.chars().next().map_or(0, char::len_utf8));
        let (role, kind, words) = match mark {
            "#" => (Role::Chrome, BlockKind::Paragraph, rest),
            "=" => (Role::Body, BlockKind::Heading(1), rest),
            "@" => {
                let (name, value) = rest.split_once(' ').unwrap_or((rest, ""));
                metadata.push(MetaItem { name: name.into(), value: value.into() });
                continue;
            }
            "!" => {
                path = PathBuf::from(rest);
                continue;
            }
            _ => (Role::Body, BlockKind::Paragraph, line),
        };
        blocks.push(Block { text: words.trim().into(), role, kind, runs: Vec::new(), paragraph: None, page: None });
    }
    let source = Source { path, sha256: String::new(), format: Format::Txt, encoding: "utf-8" };
    Document { source, original: text.into(), blocks, metadata, warnings: Vec::new() }
}

fn read(text: &str) -> Identity {
    identify(&document(text), Divisions::built_in())
}

/// The cases of a table: what is wanted, and the lines.
fn cases(table: &str) -> Vec<(&str, &str)> {
    let cases = table.split("\n== ").skip(1);
    cases
        .map(|case| case.split_once('\n').unwrap())
        .map(|(wanted, text)| (wanted, text.split("\n## ").next().unwrap()))
        .collect()
}

fn check(table: &str, least: usize, show: impl Fn(&Identity) -> String) {
    let cases = cases(table);
    assert!(cases.len() >= least, "only {} cases", cases.len());
    let mut wrong = Vec::new();
    for (wanted, text) in &cases {
        let identity = read(text);
        let got = show(&identity);
        if got != *wanted {
            wrong.push(format!("{text}\n   got {got}\nwanted {wanted}\n title {:?}", identity.title));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n\n"));
}

fn name(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value).unwrap() {
        serde_json::Value::Null => "-".into(),
        serde_json::Value::String(text) => text,
        other => other.to_string(),
    }
}

#[test]
fn kind_year_body_and_place() {
    check(include_str!("data/identity/shapes.txt"), 90, |identity| {
        let place = identity.jurisdiction.as_ref().map(|place| &place.name);
        let body = &identity.body;
        [name(identity.kind), name(identity.year), name(&body.name), name(body.level), name(place)].join(" ")
    });
}

#[test]
fn title_issuer_date_and_number() {
    check(include_str!("data/identity/facts.txt"), 18, |identity| {
        let published = identity.published.map(|date| date.to_string());
        [name(&identity.title), name(&identity.issuer), name(published), name(&identity.doc_number)].join(" | ")
    });
}

#[test]
fn places_of_equal_names_are_told_apart_by_others() {
    let shapes = [
        ("福州市鼓楼区2023年法治政府建设情况报告\n2023年,鼓楼区推进。现报告如下。", "350102", "福建省/福州市/鼓楼区"),
        (
            "鼓楼区2023年法治政府建设情况报告\n2023年,鼓楼区落实《南京市要点》。现报告如下。",
            "320106",
            "江苏省/南京市/鼓楼区",
        ),
        ("鼓楼区2023年法治政府建设情况报告\n2023年,鼓楼区推进。现报告如下。", "-", ""),
        ("营口市鲅鱼圈区2023年法治政府建设情况报告\n一、举措", "210804", "辽宁省/营口市/鲅鱼圈区"),
        ("朝阳市2023年法治政府建设情况报告\n一、举措", "211300", "辽宁省/朝阳市"),
        ("北京市朝阳区2023年法治政府建设情况报告\n一、举措", "110105", "北京市/朝阳区"),
        ("珠海高新区2023年法治政府建设情况报告\n一、举措", "-", "广东省/珠海市/珠海高新区"),
        ("济源市2023年法治政府建设情况报告\n一、举措", "419001", "河南省/济源市"),
        ("营口市古溪县2023年法治政府建设情况报告\n一、举措", "-", "辽宁省/营口市/古溪县"),
    ];
    for (text, code, path) in shapes {
        let place = read(text).jurisdiction.unwrap();
        assert_eq!(place.code.as_deref().unwrap_or("-"), code, "{text}");
        assert_eq!(place.path.unwrap_or_default().join("/"), path, "{text}");
    }
}

#[test]
fn neighbours_of_annual_reports_are_other() {
    for text in [
        "柳湾县2023年政府信息公开工作年度报告\n一、总体情况\n2023年,柳湾县推进政府信息公开,情况如下。",
        "青川市人民政府关于印发《青川市法治政府建设实施方案(2021—2025年)》的通知\n各县人民政府:\n现印发给你们。",
        "柳湾县司法局2024年上半年法治政府建设工作总结\n2024年上半年,我局推进工作。现总结如下:",
        "关于《柳湾县2023年度法治政府建设情况报告》的政策解读\n按照要求,现解读如下:",
        "关于2023年法治政府建设情况的报告\n主任、各位副主任、秘书长、各位委员:\n现将2023年情况报告如下。",
        "柳湾县发布法治政府建设情况\n据介绍,2023年柳湾县法治政府建设取得新进展,报告显示满意度提升。",
        "在全县法治政府建设工作会议上的讲话\n同志们:\n今天,我们召开会议,部署工作,下面我讲三点意见。",
        "2022年青川市行政复议应诉工作白皮书\n2022年,青川市办理案件若干,情况如下。",
        "五年来青川市法治政府建设情况报告\n五年来,青川市推进法治政府建设。现报告如下。",
        "中秋放假安排\n根据上级通知,中秋节放假三天,请做好值班工作。",
    ] {
        assert_eq!(read(text).kind, Kind::Other, "{text}");
    }
}

#[test]
fn every_fact_has_its_words() {
    for (_, text) in cases(include_str!("data/identity/shapes.txt")) {
        let identity = read(text);
        let facts = [identity.title.is_some(), identity.year.is_some(), identity.jurisdiction.is_some()];
        use faheng::identity::Field;
        for (fact, field) in facts.into_iter().zip([Field::Title, Field::Year, Field::Jurisdiction]) {
            assert_eq!(fact, identity.evidence.contains_key(&field), "{field:?} of {text}");
        }
        for (field, evidence) in &identity.evidence {
            assert!((0.0..=1.0).contains(&evidence.confidence));
            let plain = |text: &str| text.split_whitespace().collect::<String>();
            let stands = plain(text).contains(&plain(&evidence.raw));
            assert!(stands || identity.title.as_ref() == Some(&evidence.raw), "{field:?} {:?} of {text}", evidence.raw);
        }
    }
}

/// Pieces that reports are made of, to be put together wrongly.
const WORDS: [&str; 48] = [
    "青川市",
    "营口市",
    "鼓楼区",
    "古溪镇",
    "自治区",
    "我局",
    "区政府",
    "人民政府",
    "中共",
    "委",
    "委员会",
    "管委会",
    "街道",
    "办事处",
    "关于",
    "印发",
    "《",
    "》",
    "(",
    ")",
    "〔2024〕",
    "17号",
    "2024年",
    "度",
    "二○一四年",
    "2021—2025年",
    "20 2",
    "202312月28日",
    "法治政府建设",
    "情况",
    "的报告",
    "工作要点",
    "的通知",
    "现将",
    "报告如下",
    "\n",
    "\n#",
    "\n@title ",
    "发布日期",
    ":",
    "|",
    " ",
    "。",
    ",",
    "来源",
    "责任单位",
    "(jié)",
    "審",
];

proptest::proptest! {
    #![proptest_config(Config { failure_persistence: Some(Box::new(FileFailurePersistence::Off)), ..Config::default() })]

    #[test]
    fn no_text_makes_it_panic(text in "(?s).{0,300}") {
        read(&text);
    }

    #[test]
    fn no_mix_of_its_own_words_makes_it_panic(
        words in proptest::collection::vec(proptest::sample::select(WORDS.to_vec()), 0..60)
    ) {
        let text = words.concat();
        let identity = read(&text);
        proptest::prop_assert!(identity.year.is_none_or(|year| (2000..2100).contains(&year)));
        proptest::prop_assert_eq!(identity, read(&text));
    }
}
