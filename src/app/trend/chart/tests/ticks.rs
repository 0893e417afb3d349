//! The ticks of the screen are those of the file: the same labels at the same shares of the axis.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Rect, Vec2};
use egui_kittest::kittest::Queryable as _;

use crate::app::load::Load;
use crate::app::trend::tests::{SIZE, SMALL, harness, painted, selection, spec, window};
use crate::chart::scale::{Rule, scale};
use crate::chart::{ChartKind, ChartSpec, PRESETS, Style, TextStyle, layout, svg};
use crate::i18n::Locale;
use crate::jobs::desk::TrendPage;

const SHARE: Rule = Rule { from_zero: false, ceiling: Some(100.0), whole: false, wan_from: 0.0 };
const COUNT: Rule = Rule { from_zero: false, ceiling: None, whole: true, wan_from: 1e5 };
const GROWTH: Rule = Rule { ceiling: None, ..SHARE };
const PLACES: [&str; 3] = ["墨岭市", "澜江市", "绥湖市"];

/// Labels with where they stand on an axis, as shares of the way from the first label to the last.
type Ticks = Vec<(String, f64)>;

/// A chart whose values are these in turn.
fn chart(kind: ChartKind, places: &[&str], years: &[i32], values: &[f64], rule: Rule) -> ChartSpec {
    let mut spec = spec(kind, places, false, years);
    for panel in &mut spec.panels {
        let marks = panel.lines.iter_mut().flat_map(|line| &mut line.marks);
        marks.zip(values.iter().cycle()).for_each(|(mark, value)| mark.value = *value);
        let rule = Rule { from_zero: kind == ChartKind::Bars, ..rule };
        panel.y = scale(values.iter().copied(), rule);
    }
    spec
}

/// In the order of the axis. Of one label alone there is no share.
fn shares(mut found: Vec<(String, f64)>, downwards: bool) -> Ticks {
    found.sort_by(|a, b| if downwards { b.1.total_cmp(&a.1) } else { a.1.total_cmp(&b.1) });
    let (first, last) = (found.first().map_or(0.0, |own| own.1), found.last().map_or(0.0, |own| own.1));
    let all = if first == last { 1.0 } else { last - first };
    found.into_iter().map(|(label, at)| (label, (at - first) / all)).collect()
}

/// The labels beside and below the plot of the screen.
fn on_screen(spec: &ChartSpec, places: &[&str], size: Vec2) -> [Ticks; 2] {
    let mut chosen = selection(places, false);
    chosen.kind = spec.kind;
    let query = chosen.query(Locale::ZhHans).unwrap();
    let page = TrendPage { query, spec: spec.clone(), reports: BTreeMap::new() };
    let mut harness = harness(window(Load::Ready(Arc::new(page)), chosen), size);
    harness.run();
    let plot = harness.get_by_role(Role::Figure).rect();
    let beside = |rect: &Rect| {
        (0.0..12.0).contains(&(plot.left() - rect.right())) && plot.y_range().expand(2.0).contains(rect.center().y)
    };
    let below = |rect: &Rect| {
        (-2.0..12.0).contains(&(rect.top() - plot.bottom())) && plot.x_range().expand(2.0).contains(rect.center().x)
    };
    let texts = painted(&harness);
    let values = texts.iter().filter(|(_, rect)| beside(rect));
    let stands = texts.iter().filter(|(_, rect)| below(rect));
    [
        shares(values.map(|(text, rect)| (text.clone(), f64::from(rect.center().y))).collect(), true),
        shares(stands.map(|(text, rect)| (text.clone(), f64::from(rect.center().x))).collect(), false),
    ]
}

/// The labels of the SVG, read from its text.
fn on_paper(spec: &ChartSpec) -> [Ticks; 2] {
    let scene = layout(spec, PRESETS[0].size).unwrap();
    let written = svg(&scene, Style { texts: TextStyle::Editable, ..Style::default() });
    let of = |class: &str, along: &str| -> Vec<(String, f64)> {
        let opening = format!("<text class=\"{class}\"");
        let elements = written.lines().filter(|line| line.starts_with(&opening));
        let found = elements.map(|line| {
            let text = line.split_once('>').unwrap().1.strip_suffix("</text>").unwrap();
            let at = line.split_once(&format!(" {along}=\"")).unwrap().1.split('"').next().unwrap();
            (text.to_owned(), at.parse().unwrap())
        });
        found.collect()
    };
    // Texts of the value axis end at one line, those below have their middle at the tick: only starts are written.
    let stands = of("tick-x", "x").into_iter().map(|(text, x)| {
        let width = crate::chart::scene::plain(size_of(&written)).width(&text);
        (text, x + width / 2.0)
    });
    [shares(of("tick-y", "y"), true), shares(stands.collect(), false)]
}

/// Size of the labels of the horizontal axis.
fn size_of(svg: &str) -> f64 {
    let label = svg.lines().find(|line| line.starts_with("<text class=\"tick-x\"")).unwrap();
    label.split_once("font-size=\"").unwrap().1.split('"').next().unwrap().parse().unwrap()
}

#[track_caller]
fn same(screen: &Ticks, paper: &Ticks, what: &str) {
    let labels = |ticks: &Ticks| ticks.iter().map(|(label, _)| label.clone()).collect::<Vec<_>>();
    assert!(!paper.is_empty(), "{what}: no ticks");
    assert_eq!(labels(screen), labels(paper), "{what}");
    for ((label, a), (_, b)) in screen.iter().zip(paper) {
        assert!((a - b).abs() < 0.02, "{what}: {label} at {a} and {b}");
    }
}

#[test]
fn lines_have_the_same_ticks_on_screen_and_on_paper() {
    let all: Vec<i32> = (2016..=2024).collect();
    let kinds: [(&[f64], Rule, &str); 6] = [
        (&[93.0, 97.5, 100.0], SHARE, "96"),
        (&[98.3, 98.6], SHARE, "98.4"),
        (&[974.0, 8_912.0], COUNT, "4,000"),
        (&[123_000.0, 304_000.0], COUNT, "20"),
        (&[90_000_000.0, 250_000_000.0], COUNT, "1.5"),
        (&[-5.0, 12.0], GROWTH, "−5"),
    ];
    for (values, rule, known) in kinds {
        for count in [1, 2, 5, 9] {
            let years = &all[all.len() - count..];
            let spec = chart(ChartKind::Line, &PLACES, years, values, rule);
            let paper = on_paper(&spec);
            assert!(paper[0].iter().any(|(label, _)| label == known), "{known} in {:?}", paper[0]);
            assert_eq!(paper[1].len(), count, "{:?}", paper[1]);
            for size in [SIZE, SMALL] {
                let screen = on_screen(&spec, &PLACES, size);
                same(&screen[0], &paper[0], &format!("values {values:?} over {count} years"));
                same(&screen[1], &paper[1], &format!("{count} years"));
            }
        }
    }
}

#[test]
fn bars_have_the_same_ticks_on_screen_and_on_paper() {
    let places = ["墨岭市", "澜江市", "绥湖市", "澄港市"];
    for (values, rule) in [(&[93.0, 100.0], SHARE), (&[974.0, 8_912.0], COUNT), (&[123_000.0, 304_000.0], COUNT)] {
        let spec = chart(ChartKind::Bars, &places, &[2024], values, rule);
        let (screen, paper) = (on_screen(&spec, &places, SIZE), on_paper(&spec));
        assert_eq!(paper[0][0].0, "0", "bars stand on zero");
        same(&screen[0], &paper[0], "values");
        same(&screen[1], &paper[1], "places");
        // Long names make bars lie on the screen: their values are below then, and are the same still.
        let long = places.map(|name| format!("{name}土家族苗族自治县人民政府办公室"));
        let long: Vec<&str> = long.iter().map(String::as_str).collect();
        let spec = chart(ChartKind::Bars, &long, &[2024], values, rule);
        same(&on_screen(&spec, &long, SMALL)[1], &on_paper(&spec)[0], "values of lying bars");
    }
}
