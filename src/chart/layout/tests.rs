//! Layouts of made-up charts: nothing overlaps, nothing leaves the picture, nothing is lost.

use proptest::prelude::*;

use super::*;
use crate::chart::scale::{Rule, scale};
use crate::chart::scene::Shape;
use crate::chart::size::PRESETS;
use crate::chart::spec::tests::{line, mark};
use crate::chart::spec::{Axis, ChartKind, Line, Mark, Panel};

const FIRST: i32 = 2016;

/// Text boxes are inside, apart, and big enough to read; every value has its mark.
fn check(spec: &ChartSpec, scene: &Scene) -> Result<(), TestCaseError> {
    let frames: Vec<_> = scene.runs().map(|run| (run.text.as_str(), run.frame())).collect();
    for (at, (text, frame)) in frames.iter().enumerate() {
        prop_assert!(scene.bounds().holds(*frame), "outside: {text} {frame:?}");
        for (other, beside) in &frames[..at] {
            prop_assert!(!frame.meets(*beside), "{text} {frame:?} over {other} {beside:?}");
        }
    }
    prop_assert!(scene.runs().all(|run| run.setting.size >= 7.0));
    let marks = scene.items.iter().filter(|item| item.tag.class == "mark").count();
    prop_assert_eq!(marks, spec.marks().count());
    for item in &scene.items {
        if let Shape::Path { points, .. } = &item.shape {
            prop_assert!(points.iter().all(|(x, y)| x.is_finite() && y.is_finite()));
        }
    }
    Ok(())
}

fn words(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec("[法治政府建设沈阳市（）。，a-zA-Z0-9 %—]", 1..=most).prop_map(|pieces| pieces.concat())
}

fn panel(kind: ChartKind, lines: Vec<(String, Vec<(i32, f64)>)>, years: i32, share: bool) -> Panel {
    let places: Vec<String> = lines.iter().map(|(name, _)| name.clone()).collect();
    let bars = kind == ChartKind::Bars;
    let lines: Vec<Line> = lines
        .into_iter()
        .enumerate()
        .map(|(at, (name, values))| {
            let marks = values.into_iter().map(|(year, value)| {
                let x = if bars { at as i32 } else { FIRST + year.rem_euclid(years) };
                Mark { x, ..mark(x, value) }
            });
            let mut marks: Vec<Mark> = if bars { marks.take(1).collect() } else { marks.collect() };
            marks.sort_by_key(|mark| mark.x);
            marks.dedup_by_key(|mark| mark.x);
            line(&name, at, marks)
        })
        .collect();
    let values = || lines.iter().flat_map(|line| &line.marks).map(|mark| mark.value);
    let rule = Rule { from_zero: bars, ceiling: share.then_some(100.0), whole: !share, wan_from: 1e5 };
    let y = scale(values(), rule);
    let x = if bars {
        Axis::Places(places)
    } else {
        Axis::Years { years: (FIRST..FIRST + years).collect(), empty: vec![FIRST] }
    };
    let unit = if share { "%" } else { "件（万）" };
    Panel {
        heading: None,
        unit: unit.into(),
        x,
        y,
        lines,
        words: vec![(if bars { 0 } else { FIRST }, "无报告".into())],
        silence: None,
    }
}

fn kinds() -> impl Strategy<Value = ChartKind> {
    prop_oneof![Just(ChartKind::Line), Just(ChartKind::Bars), Just(ChartKind::Slope)]
}

prop_compose! {
    fn specs()(
        kind in kinds(),
        title in words(60),
        subtitle in words(60),
        notes in prop::collection::vec(words(120), 0..6),
        source in words(90),
        years in 2..14_i32,
        values in prop::collection::vec((words(9), prop::collection::vec((0..14_i32, 0.0..100.0_f64), 1..10)), 1..9),
        two: bool,
        heading in prop::option::of(words(30)),
        larger: bool,
        silence in prop::option::of((words(60), 0..2_usize)),
    ) -> ChartSpec {
        let years = if kind == ChartKind::Slope { 2 } else { years };
        let mut panels = vec![panel(kind, values.clone(), years, true)];
        if two {
            let grow = if larger { 1e6 } else { 10.0 };
            let counts = values.into_iter().map(|(name, values)| {
                (name, values.into_iter().map(|(year, value)| (year, (value * grow).round())).collect())
            });
            panels.push(panel(kind, counts.collect(), years, false));
            panels.iter_mut().for_each(|panel| panel.heading.clone_from(&heading));
        }
        if let Some((why, at)) = silence && let Some(panel) = panels.get_mut(at) {
            panel.lines.iter_mut().for_each(|line| line.marks.clear());
            panel.silence = Some(why);
        }
        ChartSpec {
            kind, title, subtitle, panels, notes, source, years: Vec::new(),
            more: "其余说明见所附表格".into(),
            stamp: Some("法衡 0.1.0 · 2026-01-02".into()),
            alt: "图".into(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_overlaps_in_any_preset(spec in specs()) {
        for preset in PRESETS {
            match layout(&spec, preset.size) {
                Ok(scene) => check(&spec, &scene)?,
                // Two plots with a legend, or a slope between long names, can need more than a journal's column.
                Err(too_small) => {
                    prop_assert!(preset.id == "column", "{} {too_small:?}", preset.id);
                    let size = Size { height: too_small.height, width: too_small.width, ..preset.size };
                    check(&spec, &layout(&spec, size).unwrap())?;
                }
            }
        }
    }

    #[test]
    fn odd_sizes_are_refused_or_hold(spec in specs(), width in 5.0..400.0_f64, height in 5.0..400.0_f64) {
        if let Ok(scene) = layout(&spec, Size { width, height, dpi: 300.0 }) {
            check(&spec, &scene)?;
        }
    }
}

fn simple(title: &str, names: &[&str]) -> ChartSpec {
    let values = (0..6).map(|year| (year, 90.0 + f64::from(year)));
    let lines = names.iter().map(|name| ((*name).to_owned(), values.clone().collect())).collect();
    ChartSpec {
        kind: ChartKind::Line,
        title: title.into(),
        subtitle: "单位：%".into(),
        years: Vec::new(),
        panels: vec![panel(ChartKind::Line, lines, 6, true)],
        notes: Vec::new(),
        more: String::new(),
        source: "来源：甲市".into(),
        stamp: None,
        alt: String::new(),
    }
}

fn texts(scene: &Scene, class: &str) -> Vec<String> {
    let tagged = scene.items.iter().filter(|item| item.tag.class == class);
    let text = |item: &crate::chart::scene::Item| match &item.shape {
        Shape::Run(run) => Some(run.text.clone()),
        _ => None,
    };
    tagged.filter_map(text).collect()
}

#[test]
fn a_title_of_forty_characters_wraps_whole() {
    let title = "行政机关负责人出庭应诉率的逐年变化与各市之间的差别及其主要原因的说明（２０１９至２０２３）";
    let scene = layout(&simple(title, &["甲市"]), PRESETS[1].size).unwrap();
    let lines = texts(&scene, "title");
    assert!(lines.len() > 1 && lines.concat() == title, "{lines:?}");
}

#[test]
fn names_stand_at_the_ends_or_in_a_legend() {
    let few = layout(&simple("图", &["甲市", "乙市"]), PRESETS[0].size).unwrap();
    assert_eq!((texts(&few, "name").len(), texts(&few, "legend").len()), (2, 0));
    let many = ["甲市", "乙市", "丙市", "丁市", "戊市", "己市", "庚市", "辛市"];
    let mut crowded = simple("图", &many);
    crowded.panels.push(crowded.panels[0].clone());
    let scene = layout(&crowded, PRESETS[1].size).unwrap();
    assert_eq!((texts(&scene, "name").len(), texts(&scene, "legend").len()), (0, 8), "one legend for both panels");
}

#[test]
fn a_size_without_room_says_what_would_do() {
    let small = Size { width: 60.0, height: 12.0, dpi: 300.0 };
    let refused = layout(&simple("图", &["甲市"]), small).unwrap_err();
    assert!(refused.height > 20.0 && refused.height < 60.0, "{refused:?}");
    assert!(layout(&simple("图", &["甲市"]), Size { height: refused.height, ..small }).is_ok());
    assert!(layout(&simple("图", &["甲市"]), Size { width: 10.0, ..small }).unwrap_err().width > 40.0);
}

#[test]
fn a_panel_without_values_says_why_and_has_no_axis() {
    for silent in 0..2 {
        let mut spec = simple("图", &["甲市"]);
        spec.panels.push(spec.panels[0].clone());
        let panel = &mut spec.panels[silent];
        panel.lines[0].marks.clear();
        panel.silence = Some("没有数值：未找到".into());
        let scene = layout(&spec, PRESETS[0].size).unwrap();
        assert_eq!(texts(&scene, "silence"), ["没有数值：未找到"]);
        assert_eq!(scene.items.iter().filter(|item| item.tag.class == "axis").count(), 1, "of the other panel");
        assert_eq!(texts(&scene, "tick-x").len(), 6, "the years of the other panel");
        assert_eq!(texts(&scene, "name"), ["甲市"]);
    }
}

#[test]
fn years_stand_below_each_other_in_all_panels() {
    let mut spec = simple("图", &["甲市"]);
    let mut many = panel(ChartKind::Line, vec![("甲市".into(), vec![(0, 120_000.0), (5, 950_000.0)])], 6, false);
    many.y.ticks.iter_mut().for_each(|tick| tick.label = format!("{}", tick.value));
    spec.panels.push(many);
    let scene = layout(&spec, PRESETS[0].size).unwrap();
    let axes = scene.items.iter().filter(|item| item.tag.class == "axis");
    let ends: Vec<(f64, f64)> = axes
        .filter_map(|item| match &item.shape {
            Shape::Path { points, .. } => Some((points.first()?.0, points.last()?.0)),
            _ => None,
        })
        .collect();
    assert!(ends.len() == 2 && ends[0] == ends[1], "{ends:?}");
}
