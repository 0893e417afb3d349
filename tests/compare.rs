//! Differences hold whatever the true values are, and the figures of real reports stand in their places.
#![cfg(feature = "cli")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, a skipped one says so"
)]

mod program;
mod shared;

use std::path::Path;

use faheng::compare::{Difference, Obstacle, difference};
use faheng::figures::{Bound, Nature, Observation, Scope, Span};
use faheng::store::{Access, Action, Anchor, Corrected, Decision, Filter, Library};
use program::Bench;
use proptest::prelude::{Just, Strategy, prop_oneof, proptest};
use serde_json::Value;
use shared::shared;

fn observation(value: f64, bound: Bound) -> Observation {
    let span = Span { passage: 0, start: 0, end: 1 };
    Observation {
        id: String::new(),
        indicator: "x".into(),
        label: None,
        value,
        unit: "件".into(),
        bound,
        year: Some(2021),
        nature: Nature::Actual,
        scope: Scope::Whole,
        raw: String::new(),
        span,
        sentence: span,
        rule: String::new(),
        confidence: 1.0,
        flags: Vec::new(),
        also: Vec::new(),
    }
}

/// A true value with one decimal, and a statement that holds of it.
fn stated() -> impl Strategy<Value = (f64, Observation)> {
    let bound = prop_oneof![Just(Bound::Exact), Just(Bound::AtLeast), Just(Bound::AtMost)];
    (0_i64..100_000, 0_i64..1_000, bound).prop_map(|(value, slack, bound)| {
        let said = match bound {
            Bound::AtLeast => value - slack,
            Bound::AtMost => value + slack,
            _ => value,
        };
        (value as f64 / 10.0, observation(said as f64 / 10.0, bound))
    })
}

proptest! {
    #[test]
    fn a_difference_never_excludes_the_truth((left, stated_left) in stated(), (right, stated_right) in stated()) {
        let truth = right - left;
        let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
        match difference(&stated_left, &stated_right, (Some(2021), Some(2021))) {
            Difference::Number { delta, .. } => assert!(near(delta, truth)),
            Difference::AtLeast(least) => assert!(truth >= least - 1e-6),
            Difference::AtMost(most) => assert!(truth <= most + 1e-6),
            Difference::Incomparable(obstacle) => assert_eq!(obstacle, Obstacle::Bounds),
            Difference::About(_) => panic!("no side is approximate"),
        }
    }

    #[test]
    fn swapping_the_sides_turns_the_sign((_, left) in stated(), (_, right) in stated()) {
        let years = (Some(2021), Some(2021));
        match (difference(&left, &right, years), difference(&right, &left, years)) {
            (Difference::Number { delta: a, .. }, Difference::Number { delta: b, .. })
            | (Difference::AtLeast(a), Difference::AtMost(b))
            | (Difference::AtMost(a), Difference::AtLeast(b)) => assert_eq!(a, -b),
            (a, b) => assert_eq!(a, b),
        }
    }
}

#[test]
fn what_people_decided_holds_in_series() {
    const INDICATOR: &str = "reconsideration.received";
    let bench = Bench::with_reports();
    let args = ["series", "--indicator", INDICATOR, "--place", "营口市", "--json"];
    let shown = |bench: &Bench| bench.run(&args).expect(0).objects();
    assert_eq!((&shown(&bench)[0]["status"], &shown(&bench)[0]["values"][0]["value"]), (&"stated".into(), &974.into()));
    let path = bench.run(&["where", "--json"]).objects()[0]["library"].as_str().unwrap().to_owned();
    let mut library = Library::open(&path, Access::ReadWrite).unwrap();
    let filter = Filter { years: vec![2021], bodies: vec!["营口市".into()], ..Filter::default() };
    let report = library.reading_of(library.reports(&filter).unwrap()[0].id).unwrap();
    let figure = report.observations.iter().find(|found| found.indicator == INDICATOR).unwrap();
    let decision = |action, value| Decision {
        sha256: report.summary.sha256.clone(),
        anchor: Anchor::of(&report.passages, figure.span).unwrap(),
        indicator: INDICATOR.into(),
        action,
        corrected: Corrected { value, ..Corrected::default() },
        note: String::new(),
        who: "甲".into(),
        made: "2026-02-05T08:00:00Z".into(),
    };
    library.decide(&decision(Action::Correct, Some(979.0))).unwrap();
    assert_eq!((&shown(&bench)[0]["status"], &shown(&bench)[0]["values"][0]["value"]), (&"chosen".into(), &979.into()));
    library.decide(&decision(Action::Reject, None)).unwrap();
    assert_eq!(shown(&bench)[0]["values"], Value::Array(Vec::new()));
}

fn imported(folder: &Path) -> Bench {
    let bench = Bench::new();
    bench.run(&["import", folder.to_str().unwrap()]).expect(0);
    bench
}

fn rows<'a>(records: &'a [Value], indicator: &str) -> Vec<&'a Value> {
    records.iter().filter(|record| record["record"] == "row" && record["indicator"] == indicator).collect()
}

#[test]
fn real_reports_meet_by_section() {
    let Some(reports) = shared("reports") else { return };
    let bench = imported(&reports);
    let records = bench.run(&["compare", "营口市@2025", "沈阳市@2021", "--json"]).expect(0).objects();
    let place = |indicator: &str, side: &str, value: f64| {
        let row = rows(&records, indicator)[0];
        assert_eq!((&row["part"], &row["section"]), (&Value::from("achievements"), &Value::from(5)), "{row}");
        assert!(row[side].as_array().unwrap().iter().any(|found| found["value"].as_f64() == Some(value)), "{row}");
    };
    place("reconsideration.received", "left", 974.0);
    place("reconsideration.concluded", "right", 8912.0);
    let sections = records.iter().filter(|record| record["record"] == "section" && record["part"] == "achievements");
    assert_eq!(sections.filter(|record| record["section"].is_number()).count(), 6);
}

#[test]
fn a_bureau_and_a_work_plan_stay_what_they_are() {
    let Some(reports) = shared("reports") else { return };
    let bench = imported(&reports);
    let series = ["series", "--indicator", "hotline12345.completion_rate", "--place"];
    let city = bench.run(&[&series[..], &["鞍山市"]].concat()).expect(1).says(&["鞍山市数据局"]);
    assert!(city.out.is_empty(), "{}", city.out);
    let records = bench.run(&["compare", "鲅鱼圈区@2021", "沈阳市@2021", "--json"]).expect(0).objects();
    assert_eq!(records[0]["kinds_differ"], true);
    let natures: Vec<&Value> = records
        .iter()
        .filter(|record| record["record"] == "row")
        .flat_map(|record| record["left"].as_array().unwrap())
        .map(|value| &value["nature"])
        .collect();
    assert!(!natures.is_empty() && natures.iter().all(|nature| **nature == "target"), "{natures:?}");
}

#[test]
fn the_sample_data_give_a_comparison_and_series_without_gaps_in_words() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    if !folder.is_dir() {
        println!("skipped: no sample data");
        return;
    }
    let bench = Bench::new();
    let args = [folder.to_str().unwrap(), "--terminal"];
    let first = bench.run(&args).expect(0);
    assert_eq!(first.out, bench.run(&args).expect(0).out, "a second run prints the same");
    let first = first.prints(&["差 = 右 − 左", "一、", "二、", "三、", "四、", "五、", "六、", "百分点"]);
    assert!(first.err.is_empty(), "{}", first.err);
    let json = bench.run(&[args[0], "--json"]).expect(0).objects();
    let series = json.iter().filter(|record| record.get("status").is_some());
    let mut indicators: Vec<&str> = series.map(|record| record["indicator"].as_str().unwrap()).collect();
    indicators.dedup();
    assert_eq!(indicators.len(), 3, "three indicators: {indicators:?}");
}
