//! The view as people meet it: empty, loading, filled, failed; by pointer and by keys.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Pos2, Rect, Shape, Theme, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::*;
use crate::app::action::Address;
use crate::app::selection::Selection;
use crate::chart::palette::style;
use crate::chart::scale::{Rule, scale};
use crate::chart::{Axis, ChartKind, ChartSpec, Fill, Line, Mark, Panel as Plot, Proof};
use crate::compare::{BodyKey, Gap, Standing};
use crate::figures::{Bound, Catalogue, Nature};
use crate::i18n::{Locale, Texts};
use crate::identity::Kind;
use crate::jobs::desk::{GridCell, Overview, PlaceRow, ReportState};
use crate::store::ReportId;

pub const SIZE: Vec2 = Vec2::new(1336.0, 832.0);
pub const SMALL: Vec2 = Vec2::new(920.0, 632.0);

pub fn body(name: &str) -> BodyKey {
    BodyKey { place: vec!["甲省".into(), name.into()], name: name.into() }
}

fn indicators() -> [String; 2] {
    let all = Catalogue::built_in().unwrap().indicators();
    let of = |unit: &str| all.iter().find(|own| own.unit == unit).unwrap().id.clone();
    [of("%"), of("件")]
}

pub fn mark(x: i32, value: f64, body: &BodyKey, indicator: &str, unit: &str) -> Mark {
    let raw = format!("{value}{unit}");
    let sentence = format!("全年共计{raw}，比上年有所变化，各项工作稳步推进。");
    let proof = Proof {
        body: body.clone(),
        code: None,
        year: x,
        indicator: indicator.into(),
        indicator_name: Catalogue::built_in().unwrap().get(indicator).unwrap().name_zh.clone(),
        unit: unit.into(),
        bound: Bound::Exact,
        nature: Nature::Actual,
        standing: Standing::Stated,
        label: None,
        observation: format!("{}-{x}-{indicator}", body.name),
        raw: raw.clone(),
        raw_at: (12, 12 + raw.len()),
        sentence,
        headings: Vec::new(),
        section: Some(5),
        title: Some(format!("{}关于{x}年法治政府建设情况的报告", body.name)),
        report_year: Some(x),
        published: None,
        file: "a.txt".into(),
        sha256: format!("{}{x}", body.name),
        rule: "r".into(),
        confidence: 0.9,
        reviewed: x % 2 == 0,
    };
    let fill = if x % 2 == 0 { Fill::Solid } else { Fill::Hollow };
    Mark { x, value, label: format!("{value} {unit}"), short: format!("{value}"), fill, conflict: false, proof }
}

/// Lines of places over years, 2021 without any report, the third place with a conflict in 2023.
fn line(place: usize, name: &str, indicator: &str, unit: &str, several: bool, years: &[i32]) -> Line {
    let body = body(name);
    let value = |year: i32| if unit == "%" { 80.0 } else { 400.0 } + f64::from((year * 7 + place as i32 * 5) % 17);
    let with = years.iter().filter(|year| **year != 2021);
    let mut marks: Vec<Mark> = with.map(|year| mark(*year, value(*year), &body, indicator, unit)).collect();
    if place == 2 && years.contains(&2023) {
        let at = marks.iter().position(|mark| mark.x == 2023).unwrap();
        marks[at].conflict = true;
        let mut second = marks[at].clone();
        second.value += 6.0;
        marks.insert(at, second);
    }
    let gaps = years.iter().filter(|year| **year == 2021).map(|year| (*year, Gap::NoReport)).collect();
    let name = if several { format!("{name} {}", &indicator[..4]) } else { name.into() };
    Line {
        name,
        body,
        code: None,
        renamed: None,
        indicator: indicator.into(),
        indicator_name: indicator.into(),
        unit: "%".into(),
        style: style(place, 0),
        marks,
        gaps,
    }
}

pub fn spec(kind: ChartKind, places: &[&str], both: bool, years: &[i32]) -> ChartSpec {
    let count = if both { 2 } else { 1 };
    let [rate, cases] = indicators();
    let panels = [(rate, "%"), (cases, "件")].into_iter().take(count).map(|(id, unit)| {
        let mut lines: Vec<Line> =
            places.iter().enumerate().map(|(at, name)| line(at, name, &id, unit, false, years)).collect();
        if kind == ChartKind::Bars {
            for (at, line) in lines.iter_mut().enumerate() {
                line.marks.truncate(1);
                line.marks.iter_mut().for_each(|mark| mark.x = at as i32);
                line.gaps.clear();
            }
        }
        let values = lines.iter().flat_map(|line| &line.marks).map(|mark| mark.value);
        let rule = Rule { from_zero: kind == ChartKind::Bars, ..Rule::default() };
        let x = match kind {
            ChartKind::Bars => Axis::Places(places.iter().map(|name| (*name).into()).collect()),
            _ => Axis::Years { years: years.to_vec(), empty: vec![] },
        };
        let words =
            if years.contains(&2021) && kind != ChartKind::Bars { vec![(2021, "无报告".into())] } else { vec![] };
        Plot {
            heading: both.then(|| format!("甲类指标{unit}")),
            unit: unit.into(),
            x,
            y: scale(values, rule),
            lines,
            words,
            silence: None,
        }
    });
    ChartSpec {
        years: (2019..=2024).collect(),
        kind,
        title: "行政机关负责人出庭应诉率，2019—2024".into(),
        subtitle: "单位：%".into(),
        panels: panels.collect(),
        notes: vec!["2021 年：无报告".into(), "空心标记的数值尚未核对".into()],
        more: String::new(),
        source: "来源：各地法治政府建设年度报告（2019—2024）；法衡提取".into(),
        stamp: None,
        alt: "折线图：出庭应诉率".into(),
    }
}

pub fn page(kind: ChartKind, places: &[&str], both: bool, years: &[i32]) -> Arc<TrendPage> {
    let spec = spec(kind, places, both, years);
    let mut reports = BTreeMap::new();
    for (at, mark) in spec.marks().enumerate() {
        reports.insert(mark.proof.sha256.clone(), ReportId::new(at as i64));
    }
    let query = selection(places, both).query(Locale::ZhHans).unwrap();
    Arc::new(TrendPage { query, spec, reports })
}

pub fn selection(places: &[&str], both: bool) -> Selection {
    let indicators = indicators().into_iter().take(if both { 2 } else { 1 }).collect();
    Selection { bodies: places.iter().map(|name| body(name)).collect(), indicators, ..Selection::default() }
}

pub fn overview() -> Arc<Overview> {
    let cell = |year: i32| GridCell {
        report: ReportId::new(i64::from(year)),
        kind: Kind::GovernmentReport,
        state: ReportState::Pending,
        figures: 3,
        others: Vec::new(),
    };
    let row = |name: &str, code: &str, first: i32| PlaceRow {
        body: body(name),
        code: Some(code.into()),
        level: None,
        government: !name.ends_with('局'),
        indicators: 3,
        cells: (first..=2024).map(|year| (year, cell(year))).collect(),
        undated: Vec::new(),
    };
    let rows = vec![row("墨岭市", "210100", 2019), row("澜江市", "210200", 2022), row("墨岭市数据局", "210100", 2020)];
    let [rate, cases] = indicators();
    Arc::new(Overview {
        rows,
        years: (2019..=2024).collect(),
        reports: Vec::new(),
        covered: vec![(rate, 9), (cases, 4)],
        ..Overview::default()
    })
}

/// What the view is painted from, and what it asked for.
pub struct Window {
    pub view: View,
    pub load: Load<TrendPage>,
    pub selection: Selection,
    pub overview: Option<Arc<Overview>>,
    pub texts: Texts,
    pub actions: Vec<Action>,
}

pub fn window(load: Load<TrendPage>, selection: Selection) -> Window {
    let (view, texts) = (View::default(), Texts::new(Locale::ZhHans));
    Window { view, load, selection, overview: Some(overview()), texts, actions: Vec::new() }
}

pub fn harness(window: Window, size: Vec2) -> Harness<'static, Window> {
    Harness::builder()
        .with_size(size)
        .with_theme(Theme::Light)
        .with_context_setup(|context| {
            crate::app::install_fonts(context);
            theme::install(context);
        })
        .build_ui_state(
            |ui, window: &mut Window| {
                let cx = Cx {
                    texts: &window.texts,
                    tokens: theme::tokens(ui),
                    catalogue: Catalogue::built_in().unwrap(),
                    overview: window.overview.as_ref(),
                    selection: &window.selection,
                    busy: false,
                };
                super::ui(ui, &mut window.view, &window.load, &cx, &mut window.actions);
            },
            window,
        )
}

const YEARS: [i32; 6] = [2019, 2020, 2021, 2022, 2023, 2024];
const THREE: [&str; 3] = ["墨岭市", "澜江市", "绥湖市"];

fn filled() -> Window {
    window(Load::Ready(page(ChartKind::Line, &THREE, true, &YEARS)), selection(&THREE, true))
}

/// The texts painted, with where they stand.
pub fn painted<T>(harness: &Harness<'_, T>) -> Vec<(String, Rect)> {
    let mut found = Vec::new();
    let mut todo: Vec<&Shape> = harness.output().shapes.iter().map(|clipped| &clipped.shape).collect();
    while let Some(shape) = todo.pop() {
        match shape {
            Shape::Vec(shapes) => todo.extend(shapes),
            Shape::Text(text) => found.push((text.galley.text().to_owned(), shape.visual_bounding_rect())),
            _ => {}
        }
    }
    found
}

#[test]
fn nothing_chosen_offers_what_is_covered_best() {
    let mut window = window(Load::Idle, Selection::default());
    let mut full = Overview::clone(window.overview.as_ref().unwrap());
    full.reports = sample_report();
    window.overview = Some(Arc::new(full));
    let mut harness = harness(window, SIZE);
    harness.run();
    let id = indicators()[0].clone();
    let name = Catalogue::built_in().unwrap().get(&id).unwrap().name_zh.clone();
    harness.get_by_role_and_label(Role::Button, &name).click();
    harness.get_by_role_and_label(Role::Button, "甲省墨岭市").click();
    harness.run();
    let actions = &harness.state().actions;
    assert_eq!(actions, &[Action::SetIndicators(vec![id]), Action::SetBodies(vec![body("墨岭市")])]);
}

fn sample_report() -> Vec<crate::store::ReportSummary> {
    use crate::store::{Access, Filter, Library};
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("a.faheng");
    let text = "墨岭市2023年法治政府建设情况的报告\n\n一、主要举措和成效\n\n全年办理行政复议案件12件。\n";
    let file = folder.path().join("墨岭市2023年法治政府建设情况的报告.txt");
    std::fs::write(&file, text).unwrap();
    let read = |path: &std::path::Path, bytes: Vec<u8>| {
        crate::reading::read_bytes(path, &bytes, crate::reading::Rules::built_in()?)
    };
    let handle = crate::jobs::import(&place, vec![file], Arc::new(read), Arc::new(|| {}));
    handle.messages().for_each(drop);
    Library::open(&place, Access::ReadOnly).unwrap().reports(&Filter::default()).unwrap()
}

#[test]
fn an_empty_library_leads_to_importing() {
    let mut window = window(Load::Idle, Selection::default());
    window.overview = Some(Arc::default());
    let mut harness = harness(window, SMALL);
    harness.run();
    harness.get_by_label("库中还没有报告，请先在“库”中导入");
}

#[test]
fn a_chart_without_a_value_says_why_and_offers_what_has_some() {
    let mut page = TrendPage::clone(&page(ChartKind::Line, &THREE, false, &YEARS));
    page.spec.panels[0].lines.iter_mut().for_each(|line| line.marks.clear());
    (page.query.reviewed_only, page.query.years) = (true, Some((2023, 2024)));
    let mut harness = harness(window(Load::Ready(Arc::new(page)), selection(&THREE[..1], false)), SMALL);
    harness.run();
    harness.get_by_label("所选范围内没有数值");
    harness.get_by_label("2021 年：无报告");
    for label in ["也显示待核的数值", "显示全部年份", "甲省澜江市"] {
        harness.get_by_label(label).click();
        harness.run();
    }
    let more = Action::SetBodies(vec![body("墨岭市"), body("澜江市")]);
    assert_eq!(harness.state().actions, [Action::SetReviewedOnly(false), Action::SetYears(None), more]);
}

#[test]
fn waiting_and_failure_say_so_and_go_on() {
    let failed = window(Load::Failed("读不了".into()), selection(&THREE, false));
    let mut harness = harness(failed, SMALL);
    harness.run();
    harness.get_by_label("读不了");
    harness.get_by_label("重试").click();
    harness.run();
    assert_eq!(harness.state().actions, [Action::Reload]);
    harness.state_mut().load = Load::Idle;
    harness.run();
    harness.get_by_label("正在读取…");
}

#[test]
fn a_chart_stays_in_view_while_the_next_one_is_made() {
    let desk = crate::jobs::desk::Desk::new(Arc::new(|| {})).unwrap();
    let ticket = desk.ask(crate::jobs::desk::Command::Open("nowhere.faheng".into()));
    let mut window = filled();
    window.load.ask(ticket, true);
    let mut harness = harness(window, SMALL);
    harness.run();
    harness.get_by_label("正在读取…");
    assert_eq!(harness.get_all_by_role(Role::Figure).count(), 2);
    harness.state_mut().load = Load::Loading { ticket, before: None };
    harness.run();
    assert_eq!(harness.query_all_by_role(Role::Figure).count(), 0);
}

#[test]
fn the_ticks_painted_are_those_of_the_spec() {
    for (kind, size) in [(ChartKind::Line, SIZE), (ChartKind::Line, SMALL), (ChartKind::Bars, SIZE)] {
        let page = page(kind, &THREE, true, &YEARS);
        let spec = page.spec.clone();
        let mut harness = harness(window(Load::Ready(page), selection(&THREE, true)), size);
        harness.run();
        let texts = painted(&harness);
        for panel in &spec.panels {
            // From the bottom up, one column: same right end, same order.
            let labels: Vec<&str> = panel.y.ticks.iter().map(|tick| tick.label.as_str()).collect();
            let mut column: Vec<(f32, &str)> = Vec::new();
            for label in &labels {
                column
                    .extend(texts.iter().filter(|(text, _)| text == label).map(|(_, rect)| (rect.center().y, *label)));
            }
            assert!(column.len() >= labels.len(), "{kind:?}: {labels:?} in {column:?}");
        }
        if kind == ChartKind::Line {
            for year in YEARS {
                let count = texts.iter().filter(|(text, _)| *text == year.to_string()).count();
                assert!(count >= spec.panels.len(), "{year} stands below each panel: {count}");
            }
            assert!(texts.iter().any(|(text, _)| text == "无报告"));
        }
    }
}

/// The middle of the ring around the value that is pointed at.
fn ring<T>(harness: &Harness<'_, T>) -> Option<Pos2> {
    let shapes = harness.output().shapes.iter().map(|clipped| &clipped.shape);
    shapes.into_iter().find_map(|shape| match shape {
        Shape::Circle(circle) if circle.radius == marker::RADIUS * 2.0 => Some(circle.center),
        _ => None,
    })
}

#[test]
fn arrow_keys_walk_the_marks_and_enter_opens_the_report() {
    let mut harness = harness(filled(), SIZE);
    harness.run();
    let plots: Vec<_> = harness.get_all_by_role(Role::Figure).collect();
    assert_eq!(plots.len(), 2, "one for each unit");
    plots[0].focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    let first = ring(&harness).expect("the last mark of the first line");
    harness.key_press(Key::ArrowLeft);
    harness.run();
    let second = ring(&harness).unwrap();
    assert!(second.x < first.x);
    harness.get_by_label("墨岭市 2023年  述法覆盖率");
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(ring(&harness).unwrap().x, second.x, "another line, the same year");
    harness.key_press(Key::Enter);
    harness.run();
    let Some(Action::Go(Address::Report { id: Some(_), figure: Some(figure) })) = harness.state().actions.last() else {
        panic!("{:?}", harness.state().actions)
    };
    assert!(figure.starts_with("澜江市-2023-"), "{figure}");
}

#[test]
fn the_card_of_a_mark_stays_while_the_pointer_moves_into_it() {
    let mut harness = harness(filled(), SIZE);
    harness.run();
    harness.get_all_by_role(Role::Figure).next().unwrap().focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    let at = ring(&harness).unwrap();
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_label("点击打开原文").is_none());
    harness.hover_at(at + Vec2::new(8.0, 0.0));
    harness.run();
    let link = harness.get_by_label("点击打开原文").rect().center();
    // Step by step, as a hand moves.
    for step in 1..=10 {
        harness.hover_at(at.lerp(link, step as f32 / 10.0));
        harness.run();
    }
    harness.get_by_label("点击打开原文").click();
    harness.run();
    assert!(matches!(harness.state().actions.last(), Some(Action::Go(Address::Report { .. }))));
    harness.hover_at(Pos2::new(600.0, 20.0));
    harness.run();
    assert!(harness.query_by_label("点击打开原文").is_none());
}

#[test]
fn the_table_has_a_row_for_each_point_and_each_gap() {
    let window = filled();
    let spec = window.load.page().unwrap().spec.clone();
    let gaps: usize = spec.panels.iter().flat_map(|panel| &panel.lines).map(|line| line.gaps.len()).sum();
    let all = spec.marks().count() + gaps;
    let mut harness = harness(window, SIZE);
    harness.run();
    harness.get_by_label(&format!("{all} 行"));
    harness.get_by_label("复制表格").click();
    harness.run();
    let Some(Action::Copy(text)) = harness.state().actions.last() else { panic!("no copy") };
    assert_eq!(text.lines().count(), all + 1);
    assert_eq!(text.lines().filter(|line| line.contains("无报告")).count(), gaps);
    harness.get_by_label("表格 ▲").click();
    harness.run();
    harness.get_by_label("数值").click();
    harness.run();
    harness.get_by_label("数值 ↑");
}

#[test]
fn kinds_years_and_switches_push_actions() {
    let mut harness = harness(filled(), SMALL);
    harness.run();
    harness.get_by_label("柱状").click();
    harness.run();
    harness.get_by_label("只看已核").click();
    harness.run();
    harness.get_by_label("导出…").click();
    harness.run();
    let expected = [Action::SetKind(ChartKind::Bars), Action::SetReviewedOnly(true), Action::ShowExport(true)];
    assert_eq!(harness.state().actions, expected);
    harness.state_mut().actions.clear();
    harness.get_by_role_and_label(Role::ComboBox, "起始年份").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "2022").click();
    harness.run();
    assert_eq!(harness.state().actions, [Action::SetYears(Some((2022, 2024)))]);
}

#[test]
fn a_panel_without_values_says_why_and_shows_no_axis() {
    let why = "所选地区和年份没有数值：未找到";
    let mut page = TrendPage::clone(&page(ChartKind::Line, &THREE, true, &YEARS));
    page.spec.panels[0].lines.iter_mut().for_each(|line| line.marks.clear());
    page.spec.panels[0].silence = Some(why.into());
    let mut harness = harness(window(Load::Ready(Arc::new(page)), selection(&THREE, true)), SIZE);
    harness.run();
    let texts = painted(&harness);
    assert!(texts.iter().any(|(text, _)| text == why));
    assert_eq!(texts.iter().filter(|(text, _)| text == "2024").count(), 2, "one axis, one menu of years");
    // Pointing still finds the values of the other panel.
    let plot = harness.get_by_role(Role::Figure);
    plot.focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert!(harness.state().view.pick.pick().is_some_and(|pick| pick.panel == 1));
}

#[test]
fn the_row_of_choices_is_one_line_in_a_small_window() {
    for locale in [Locale::ZhHans, Locale::En] {
        let mut window = filled();
        window.texts = Texts::new(locale);
        let labels = ["trend-kind-line", "trend-reviewed-only", "trend-export"].map(|id| window.texts.get(id));
        let mut harness = harness(window, SMALL);
        harness.run();
        let rects = labels.each_ref().map(|label| harness.get_by_label(label).rect());
        assert!(rects.iter().all(|rect| (rect.center().y - rects[0].center().y).abs() < 4.0), "{locale:?} {rects:?}");
        assert!(rects[1].right() < rects[2].left() && rects[2].right() <= SMALL.x - space::S, "{locale:?} {rects:?}");
    }
}
