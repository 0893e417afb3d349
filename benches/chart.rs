//! Charts: a picture of 156 mm at 300 dpi is to take at most 300 ms.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use faheng::chart::palette::style;
use faheng::chart::scale::{Rule, scale};
use faheng::chart::{
    Axis, ChartKind, ChartSpec, Fill, Line, Mark, PRESETS, Panel, Proof, Style, layout, png, preview, svg,
};
use faheng::compare::{BodyKey, Standing};
use faheng::figures::{Bound, Nature};

const YEARS: i32 = 10;
const PLACES: [&str; 8] = ["沈阳市", "大连市", "鞍山市", "抚顺市", "本溪市", "丹东市", "锦州市", "营口市"];

fn mark(place: &str, year: i32, value: f64) -> Mark {
    let proof = Proof {
        body: body(place),
        code: None,
        year,
        indicator: "x".into(),
        indicator_name: "出庭应诉率".into(),
        unit: "%".into(),
        bound: Bound::Exact,
        nature: Nature::Actual,
        standing: Standing::Stated,
        label: None,
        observation: String::new(),
        raw: String::new(),
        sentence: String::new(),
        raw_at: (0, 0),
        headings: Vec::new(),
        section: None,
        title: None,
        report_year: Some(year),
        published: None,
        file: String::new(),
        sha256: String::new(),
        rule: String::new(),
        confidence: 1.0,
        reviewed: false,
    };
    let short = format!("{value:.1}");
    Mark { x: year, value, label: short.clone(), short, fill: Fill::Hollow, conflict: false, proof }
}

fn body(place: &str) -> BodyKey {
    BodyKey { place: vec![place.into()], name: place.into() }
}

/// Two panels of eight places over ten years, with the words of a usual chart.
fn spec() -> ChartSpec {
    let years: Vec<i32> = (2016..2016 + YEARS).collect();
    let line = |(at, place): (usize, &&str)| Line {
        name: (*place).into(),
        body: body(place),
        code: None,
        renamed: None,
        indicator: "x".into(),
        indicator_name: "出庭应诉率".into(),
        unit: "%".into(),
        style: style(at, 0),
        marks: years.iter().map(|year| mark(place, *year, 80.0 + f64::from((year * 7 + at as i32 * 5) % 20))).collect(),
        gaps: Vec::new(),
    };
    let lines: Vec<Line> = PLACES.iter().enumerate().map(line).collect();
    let values = lines.iter().flat_map(|line| &line.marks).map(|mark| mark.value);
    let panel = Panel {
        heading: Some("行政机关负责人出庭应诉率".into()),
        unit: "%".into(),
        y: scale(values, Rule { ceiling: Some(100.0), ..Rule::default() }),
        x: Axis::Years { years: years.clone(), empty: Vec::new() },
        lines,
        words: Vec::new(),
        silence: None,
    };
    ChartSpec {
        kind: ChartKind::Line,
        title: "行政机关负责人出庭应诉率、败诉率：沈阳市、大连市、鞍山市、抚顺市等 8 个（2016—2025）".into(),
        subtitle: "单位：%".into(),
        years,
        panels: vec![panel.clone(), panel],
        notes: vec!["空心：未经人工核对，共 160 个数值".into()],
        more: String::new(),
        source: "来源：8 个地方的法治政府建设年度报告（2016—2025）；法衡提取，n=160，已核 0".into(),
        stamp: Some("法衡 0.1.0，2026-01-02 导出".into()),
        alt: "折线图".into(),
    }
}

fn charts(c: &mut Criterion) {
    let spec = spec();
    let size = PRESETS[0].size;
    let Ok(scene) = layout(&spec, size) else { return };
    let mut group = c.benchmark_group("chart");
    group.bench_function("layout", |b| b.iter(|| layout(black_box(&spec), size).is_ok()));
    group.bench_function("svg", |b| b.iter(|| svg(black_box(&scene), Style::default()).len()));
    group.sample_size(20);
    group.bench_function("png 156 mm 300 dpi", |b| {
        b.iter(|| png(black_box(&scene), Style::default()).map_or(0, |bytes| bytes.len()));
    });
    group.bench_function("preview 900 px", |b| b.iter(|| preview(black_box(&scene), Style::default(), 900).is_ok()));
    group.finish();
}

criterion_group!(benches, charts);
criterion_main!(benches);
