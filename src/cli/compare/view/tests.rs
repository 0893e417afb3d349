//! The text of a comparison of two invented reports.

use crate::compare::{BodyKey, Report, Words, compare};
use crate::figures::{Bound, Span};
use crate::i18n::Locale;
use crate::identity::{Kind, Level};
use crate::outline::{Passages, Section};

use super::*;

fn passage(id: u32, part: Part, section: Option<Section>, text: &str) -> Passage {
    Passage {
        id,
        part,
        section,
        outline_part: None,
        headings: Vec::new(),
        text: text.into(),
        reason: String::new(),
        pieces: Vec::new(),
        cells: Vec::new(),
    }
}

fn passages() -> Passages {
    Passages {
        items: vec![
            passage(0, Part::Achievements, Some(Section::Disputes), "收到行政复议申请974件。办结热线率达到98%以上。"),
            passage(1, Part::Problems, None, "一年来，还存在一些不足，需要认真加以解决。"),
            passage(2, Part::Plans, Some(Section::Functions), "办结率保持在99%。"),
        ],
        sha256: String::new(),
        kind: Kind::GovernmentReport,
        level: Some(Level::Prefecture),
        year: Some(2021),
        places: Vec::new(),
    }
}

fn report<'a>(name: &str, passages: &'a Passages, observations: &'a [Observation]) -> Report<'a> {
    Report {
        body: BodyKey { place: vec!["示例省".into(), name.into()], name: name.into() },
        year: Some(2021),
        kind: Kind::GovernmentReport,
        level: Some(Level::Prefecture),
        title: None,
        reviewed: false,
        passages,
        words: Words::new(passages),
        observations,
        changes: &[],
    }
}

fn value(indicator: &str, value: f64, unit: &str) -> Observation {
    Observation {
        id: format!("{indicator}{value}"),
        indicator: indicator.into(),
        label: None,
        value,
        unit: unit.into(),
        bound: Bound::Exact,
        year: Some(2021),
        nature: Nature::Actual,
        scope: Scope::Whole,
        raw: format!("{value}{unit}"),
        span: Span { passage: 0, start: 8, end: 12 },
        sentence: Span { passage: 0, start: 0, end: 13 },
        rule: String::new(),
        confidence: 1.0,
        flags: Vec::new(),
        also: Vec::new(),
    }
}

const RECEIVED: &str = "reconsideration.received";
const RATE: &str = "hotline12345.completion_rate";

fn text(left: &[Observation], right: &[Observation], sentences: bool) -> String {
    let passages = passages();
    let (left, right) = (report("甲市", &passages, left), report("乙市", &passages, right));
    let catalogue = Catalogue::built_in().unwrap();
    let found = compare(&left, &right, &[], &crate::compare::Frame::of(catalogue));
    let texts = Texts::new(Locale::ZhHans);
    View::new(&found, catalogue, Detail { sentences, text: false }, &texts).lines().join("\n")
}

#[test]
fn rows_show_both_sides_with_unit_and_difference() {
    let left = [value(RECEIVED, 974.0, "件"), value(RATE, 99.0, "%")];
    let bounded = Observation { bound: Bound::AtLeast, ..value(RATE, 98.0, "%") };
    let shown = text(&left, &[value(RECEIVED, 8912.0, "件"), bounded], false);
    let row = |words: &[&str]| shown.lines().any(|line| words.iter().all(|word| line.contains(word)));
    assert!(row(&["974 件", "8,912 件", "+7,938 件（+815%）"]), "{shown}");
    assert!(row(&["99%", "≥ 98%", "≥ −1 百分点"]), "{shown}");
    assert!(shown.lines().all(|line| table::width(line) <= table::WIDTH), "{shown}");
    assert!(!shown.contains("收到行政复议申请974件"), "sentences only where asked for");
}

#[test]
fn a_silent_side_is_a_dash_and_a_target_is_called_so() {
    let span = Span { passage: 2, start: 5, end: 8 };
    let target = Observation { nature: Nature::Target, year: Some(2022), span, ..value(RATE, 99.0, "%") };
    let shown = text(&[value(RATE, 97.0, "%")], &[target], false);
    let lines: Vec<&str> = shown.lines().filter(|line| line.contains("热线办结率")).collect();
    assert_eq!(lines.len(), 2, "{shown}");
    assert!(lines[0].contains("97%") && lines[0].trim_end().ends_with('—'), "{shown}");
    assert!(lines[1].contains("（目标）") && lines[1].contains("99%（2022年）"), "{shown}");
}

#[test]
fn conflicting_values_are_listed_with_label_and_sentence() {
    let labelled =
        |number: f64, label: &str| Observation { label: Some(label.into()), ..value(RECEIVED, number, "件") };
    let shown = text(&[labelled(31.0, "市本级"), labelled(53.0, "区县")], &[value(RECEIVED, 9.0, "件")], false);
    assert!(shown.contains("分列多个数") && !shown.contains("数值冲突"), "{shown}");
    for words in ["31 件", "53 件", "不可比（有多个数值）", "左 市本级 31件: 收到行政复议申请974件", "左 区县 53件"]
    {
        assert!(shown.contains(words), "{words}\n{shown}");
    }
}

#[test]
fn problems_are_told_in_their_first_words() {
    let shown = text(&[], &[], false);
    assert!(shown.contains("左 一年来，还存在一些不足"), "{shown}");
    assert!(shown.contains("两份报告都没有找到此节的数字"), "{shown}");
}
