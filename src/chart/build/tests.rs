//! Charts of made-up series: what stands in them, what is noted, what is not drawn.

use super::*;
use crate::chart::spec::{Axis, Fill, Line};
use crate::compare::{Entry, Gap, Report, Standing, Statement, Words};
use crate::figures::{Bound, Catalogue, Nature, Observation, Scope, Span};
use crate::i18n::Locale;
use crate::identity::Kind;
use crate::outline::Passages;

const RATE: &str = "litigation.head_appearance_rate";
const COUNT: &str = "reconsideration.received";

fn body(name: &str) -> BodyKey {
    BodyKey { place: vec![name.to_owned()], name: name.to_owned() }
}

fn observation(indicator: &str, value: f64, year: i32) -> Observation {
    let unit = Catalogue::built_in().unwrap().get(indicator).unwrap().unit.clone();
    let span = Span { passage: 0, start: 0, end: 0 };
    Observation {
        id: format!("{year}"),
        indicator: indicator.to_owned(),
        label: None,
        value,
        unit,
        bound: Bound::Exact,
        year: Some(year),
        nature: Nature::Actual,
        scope: Scope::Whole,
        raw: format!("{value}"),
        span,
        sentence: span,
        rule: "r/1".to_owned(),
        confidence: 1.0,
        flags: Vec::new(),
        also: Vec::new(),
    }
}

/// What a year of a made-up series holds.
enum Year {
    Values(Vec<Observation>, Standing),
    None(Gap),
}

/// A place, an indicator, and what each year holds.
type Given<'a> = (&'a str, &'a str, Vec<(i32, Year)>);

fn one(indicator: &str, value: f64, year: i32) -> (i32, Year) {
    (year, Year::Values(vec![observation(indicator, value, year)], Standing::Stated))
}

fn gap(year: i32, gap: Gap) -> (i32, Year) {
    (year, Year::None(gap))
}

fn entry<'a>(year: &'a Year, report: &'a Report<'a>) -> Entry<'a> {
    let statement = |observation, standing| Statement { observation, report, standing };
    match year {
        Year::Values(all, standing) => match all.as_slice() {
            [only] => Entry::Point(statement(only, *standing)),
            several => Entry::Conflict(several.iter().map(|own| statement(own, *standing)).collect()),
        },
        Year::None(gap) => Entry::Gap(*gap),
    }
}

/// A chart of made-up years by place and indicator.
fn chart(kind: ChartKind, locale: Locale, given: &[Given<'_>]) -> ChartSpec {
    let passages = Passages {
        items: Vec::new(),
        sha256: String::new(),
        kind: Kind::GovernmentReport,
        level: None,
        year: Some(2022),
        places: Vec::new(),
    };
    let report = Report {
        body: body("甲市"),
        year: Some(2022),
        kind: Kind::GovernmentReport,
        level: None,
        title: Some("报告"),
        reviewed: false,
        words: Words::new(&passages),
        passages: &passages,
        observations: &[],
        changes: &[],
    };
    let series: Vec<Series<'_>> = given
        .iter()
        .map(|(place, indicator, years)| Series {
            body: body(place),
            indicator: (*indicator).to_owned(),
            strand: Strand::Level,
            entries: years.iter().map(|(year, found)| (*year, entry(found, &report))).collect(),
        })
        .collect();
    let mut subjects: Vec<Subject> = Vec::new();
    let mut indicators: Vec<&Indicator> = Vec::new();
    for (place, indicator, _) in given {
        let subject = Subject { body: body(place), code: None, renamed: None };
        if !subjects.contains(&subject) {
            subjects.push(subject);
        }
        let indicator = Catalogue::built_in().unwrap().get(indicator).unwrap();
        if !indicators.iter().any(|own| own.id == indicator.id) {
            indicators.push(indicator);
        }
    }
    build(&Request { kind, indicators, subjects, series: &series, papers: BTreeMap::new() }, &Texts::new(locale))
}

fn line(kind: ChartKind, years: Vec<(i32, Year)>) -> ChartSpec {
    chart(kind, Locale::ZhHans, &[("甲市", RATE, years)])
}

#[test]
fn every_value_is_a_mark_and_every_gap_is_named() {
    let values = vec![observation(RATE, 90.0, 2021), observation(RATE, 91.0, 2021)];
    let several = Year::Values(values, Standing::Stated);
    let spec = line(
        ChartKind::Line,
        vec![
            one(RATE, 88.0, 2018),
            gap(2019, Gap::NoReport),
            gap(2020, Gap::NotFound),
            (2021, several),
            (2022, Year::Values(vec![observation(RATE, 95.5, 2022)], Standing::FromNextYear)),
        ],
    );
    let [panel] = spec.panels.as_slice() else { panic!("one unit, one panel") };
    let [own] = panel.lines.as_slice() else { panic!("one line") };
    assert_eq!(own.marks.iter().map(|mark| mark.x).collect::<Vec<_>>(), [2018, 2021, 2021, 2022]);
    assert_eq!(own.marks.iter().filter(|mark| mark.conflict).count(), 2);
    assert!(own.marks.iter().all(|mark| mark.fill == Fill::Hollow), "nobody has reviewed them");
    assert_eq!(own.gaps, [(2019, Gap::NoReport), (2020, Gap::NotFound)]);
    assert_eq!(panel.words, [(2019, "无报告".to_owned()), (2020, "未找到".to_owned())]);
    assert_eq!(panel.x, Axis::Years { years: (2018..=2022).collect(), empty: vec![2019, 2020] });
    assert!(own.runs(&panel.x).iter().all(|run| run.len() == 1), "no line across a gap or a conflict");
    for words in ["无报告：甲市 2019", "未找到：甲市 2020", "不连线：甲市 2021", "上年值：甲市 2022", "共 4 个"]
    {
        assert!(spec.notes.iter().any(|note| note.contains(words)), "{words} in {:?}", spec.notes);
    }
    assert!(spec.title.contains("甲市") && spec.title.contains("2018—2022"), "{}", spec.title);
    assert!(spec.subtitle.starts_with("单位：%"), "{}", spec.subtitle);
    assert!(spec.source.contains("n=4，已核 0"), "{}", spec.source);
    assert!(
        spec.alt.contains("折线图") && spec.alt.contains("2018年 88%") && spec.alt.contains("无报告"),
        "{}",
        spec.alt
    );
}

#[test]
fn notes_stand_only_where_they_apply() {
    let spec = line(ChartKind::Line, vec![one(RATE, 90.0, 2021), one(RATE, 91.0, 2022)]);
    assert_eq!(spec.notes.len(), 1, "that nobody has reviewed them: {:?}", spec.notes);
    let bounded = Observation { bound: Bound::AtLeast, ..observation(RATE, 90.0, 2021) };
    let spec = line(ChartKind::Line, vec![(2021, Year::Values(vec![bounded], Standing::Inferred))]);
    assert!(spec.notes.iter().any(|note| note.contains("界限")) && spec.notes.iter().any(|note| note.contains("措辞")));
    assert_eq!(spec.panels[0].lines[0].marks[0].short, "≥90");
}

#[test]
fn two_units_are_two_panels_and_places_keep_their_style() {
    let years = |indicator, value| vec![one(indicator, value, 2021), one(indicator, value + 1.0, 2022)];
    let spec = chart(
        ChartKind::Line,
        Locale::ZhHans,
        &[
            ("甲市", RATE, years(RATE, 90.0)),
            ("乙市", RATE, years(RATE, 80.0)),
            ("甲市", COUNT, years(COUNT, 120_000.0)),
            ("乙市", COUNT, years(COUNT, 230_000.0)),
        ],
    );
    let units: Vec<&str> = spec.panels.iter().map(|panel| panel.unit.as_str()).collect();
    assert_eq!(units, ["%", "件（万）"]);
    assert!(spec.panels.iter().all(|panel| panel.heading.is_some()));
    let styles = |at: usize| spec.panels[at].lines.iter().map(|line: &Line| line.style).collect::<Vec<_>>();
    assert_eq!((styles(0), styles(1)), (vec![0, 1], vec![0, 1]));
    assert_eq!(spec.panels[1].lines[0].marks[0].short, "12", "counted as the axis is");
    assert_eq!(spec.panels[1].lines[0].marks[0].label, "120,000 件", "a card says it in full");
}

#[test]
fn bars_start_at_zero_and_show_one_year() {
    let spec = chart(
        ChartKind::Bars,
        Locale::ZhHans,
        &[
            ("甲市", RATE, vec![one(RATE, 90.0, 2021), one(RATE, 95.0, 2022)]),
            ("乙市", RATE, vec![one(RATE, 80.0, 2021), gap(2022, Gap::NoReport)]),
        ],
    );
    let panel = &spec.panels[0];
    assert_eq!((spec.years.as_slice(), panel.y.min), ([2022].as_slice(), 0.0));
    assert_eq!(panel.x, Axis::Places(vec!["甲市".into(), "乙市".into()]));
    assert_eq!(spec.marks().map(|mark| (mark.x, mark.value)).collect::<Vec<_>>(), [(0, 95.0)]);
    assert_eq!(panel.words, [(1, "无报告".to_owned())]);
    assert_eq!(panel.lines[1].gaps, [(1, Gap::NoReport)]);
}

#[test]
fn slopes_join_the_first_and_the_last_year_with_values() {
    let spec = line(
        ChartKind::Slope,
        vec![gap(2018, Gap::NoReport), one(RATE, 80.0, 2019), one(RATE, 85.0, 2020), one(RATE, 90.0, 2022)],
    );
    assert_eq!(spec.years, [2019, 2022]);
    assert_eq!(spec.panels[0].lines[0].runs(&spec.panels[0].x)[0].len(), 2);
}

#[test]
fn indicators_of_one_unit_share_a_panel_and_differ_in_colour_where_one_place_is_alone() {
    let second = "reconsideration.accepted";
    let years = |indicator| vec![one(indicator, 10.0, 2021)];
    let alone =
        chart(ChartKind::Line, Locale::ZhHans, &[("甲市", COUNT, years(COUNT)), ("甲市", second, years(second))]);
    assert_eq!(alone.panels.len(), 1);
    let lines = &alone.panels[0].lines;
    assert!(lines[0].style == 0 && lines[1].style == 1 && !lines[0].name.contains("甲市"), "{}", lines[0].name);
    let both = chart(
        ChartKind::Line,
        Locale::ZhHans,
        &[("甲市", COUNT, years(COUNT)), ("乙市", COUNT, years(COUNT)), ("甲市", second, years(second))],
    );
    let lines = &both.panels[0].lines;
    let hue = |line: &Line| palette::colour(palette::look(line.style).ink, palette::Theme::Light);
    assert!(hue(&lines[0]) == hue(&lines[2]) && hue(&lines[0]) != hue(&lines[1]));
    assert!(lines[2].name.contains("甲市"), "{}", lines[2].name);
}

#[test]
fn english_charts_have_no_chinese_but_names() {
    let years = || {
        let inferred = Year::Values(vec![observation(COUNT, 7.0, 2022)], Standing::Inferred);
        vec![one(COUNT, 5.0, 2020), gap(2021, Gap::NotFound), (2022, inferred)]
    };
    let spec = chart(ChartKind::Line, Locale::En, &[("Town", COUNT, years())]);
    let panel = &spec.panels[0];
    let mut words = vec![&spec.title, &spec.subtitle, &spec.source, &spec.alt, &spec.more, &panel.unit];
    words.extend(&spec.notes);
    words.extend(panel.words.iter().map(|(_, word)| word));
    words.extend(spec.marks().map(|mark| &mark.label));
    for text in words {
        assert!(!text.chars().any(|c| ('\u{3000}'..='\u{9FFF}').contains(&c)), "{text}");
    }
    assert_eq!(panel.unit, "cases");
}

#[test]
fn nothing_to_draw_is_said() {
    let spec = line(ChartKind::Line, vec![gap(2021, Gap::NoReport)]);
    assert_eq!(spec.source, "来源：资料库中没有可画的数值");
    let none = build(
        &Request {
            kind: ChartKind::Line,
            indicators: Vec::new(),
            subjects: Vec::new(),
            series: &[],
            papers: BTreeMap::new(),
        },
        &Texts::new(Locale::ZhHans),
    );
    assert!(none.panels.is_empty());
}

#[test]
fn a_panel_without_any_value_says_why() {
    let given = [
        ("甲市", RATE, vec![one(RATE, 88.0, 2020), gap(2021, Gap::NoReport)]),
        ("甲市", COUNT, vec![gap(2020, Gap::NotFound), gap(2021, Gap::NoReport)]),
    ];
    let spec = chart(ChartKind::Line, Locale::ZhHans, &given);
    let [rate, count] = spec.panels.as_slice() else { panic!("two units, two panels") };
    assert_eq!((rate.silence.as_deref(), rate.words.len()), (None, 1));
    assert_eq!(count.silence.as_deref(), Some("所选地区和年份没有数值：无报告、未找到"));
    assert!(count.words.is_empty(), "no axis that they could stand below");
}
