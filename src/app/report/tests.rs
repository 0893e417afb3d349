//! The view in a frame without a window: what it says in each state, and what clicks and keys ask for.

use std::sync::Arc;

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::View;
use super::samples::{dress, page, samples};
use crate::app::action::{Action, Address, Place};
use crate::app::cx::Cx;
use crate::app::load::Load;
use crate::app::selection::Selection;
use crate::app::theme;
use crate::figures::Catalogue;
use crate::i18n::{Locale, Texts};
use crate::jobs::desk::{Command, Desk, ReportPage, RowKind, TextRow};
use crate::outline::Part;
use crate::store::ReportId;

/// What a test shows, and what it was asked.
pub struct State {
    pub view: View,
    pub load: Load<ReportPage>,
    pub figure: Option<String>,
    pub texts: Texts,
    pub overview: bool,
    pub selection: Selection,
    pub actions: Vec<Action>,
}

impl State {
    fn new(load: Load<ReportPage>) -> Self {
        Self {
            view: View::default(),
            load,
            figure: None,
            texts: Texts::new(Locale::ZhHans),
            overview: true,
            selection: Selection::default(),
            actions: Vec::new(),
        }
    }
}

type Frame = Harness<'static, State>;

fn show(size: [f32; 2], state: State) -> Frame {
    let mut frame =
        Harness::builder().with_size(size).with_theme(Theme::Light).with_context_setup(dress).build_ui_state(
            |ui, state: &mut State| {
                let cx = Cx {
                    texts: &state.texts,
                    tokens: theme::tokens(ui),
                    catalogue: Catalogue::built_in().unwrap(),
                    overview: state.overview.then(|| &samples().overview),
                    selection: &state.selection,
                    busy: false,
                };
                super::ui(ui, &mut state.view, &state.load, state.figure.as_deref(), &cx, &mut state.actions);
                // As the shell does it: the address changes, the page stays.
                for action in &state.actions {
                    if let Action::Go(Address::Report { id, figure }) = action
                        && state.load.page().is_some_and(|page| Some(page.id) == *id)
                    {
                        state.figure.clone_from(figure);
                    }
                }
            },
            state,
        );
    frame.run();
    frame
}

const WIDE: [f32; 2] = [1336.0, 832.0];
const SMALL: [f32; 2] = [920.0, 632.0];

fn chosen(frame: &Frame) -> Option<usize> {
    let page = frame.state().load.page()?;
    let id = frame.state().figure.as_ref()?;
    page.loaded.observations().iter().position(|found| found.id == *id)
}

/// A click with nothing held.
fn press(frame: &Frame, pos: Pos2) {
    frame.hover_at(pos);
    for pressed in [true, false] {
        let button = PointerButton::Primary;
        frame.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
    }
}

#[test]
fn without_a_report_the_library_and_the_latest_reports_are_offered() {
    let mut frame = show(SMALL, State::new(Load::Idle));
    assert!(frame.query_by_label("没有打开报告").is_some());
    frame.get_by_label("到库里选").click();
    frame.run();
    assert_eq!(frame.state_mut().actions.pop(), Some(Action::Visit(Place::Library)));
    let latest = samples().overview.reports.iter().filter_map(|report| report.year).max();
    let offered: Vec<_> = frame.get_all_by_label_contains("个数值").collect();
    assert_eq!(offered.len(), 10);
    offered[0].click();
    frame.run();
    let Some(Action::Go(Address::Report { id: Some(id), figure: None })) = frame.state_mut().actions.pop() else {
        panic!()
    };
    assert_eq!(samples().overview.reports.iter().find(|report| report.id == id).unwrap().year, latest);
}

#[test]
fn loading_and_failing_are_said() {
    let desk = Desk::new(Arc::new(|| {})).unwrap();
    let mut load = Load::Idle;
    load.ask(desk.ask(Command::Report(ReportId::new(1))), false);
    let frame = show(SMALL, State::new(load));
    assert!(frame.query_by_label("正在打开…").is_some());
    let mut frame = show(SMALL, State::new(Load::Failed("资料库已损坏。请从副本恢复。".into())));
    assert!(frame.query_by_label("资料库已损坏。请从副本恢复。").is_some());
    frame.get_by_label("重试").click();
    frame.run();
    assert_eq!(frame.state().actions, [Action::Reload]);
}

#[test]
fn a_click_on_a_number_shows_its_card_and_leaves_the_text_where_it_is() {
    for size in [WIDE, SMALL] {
        let page = page("墨岭市", 2024);
        let mut frame = show(size, State::new(Load::Ready(Arc::clone(&page))));
        assert!(frame.query_by_label("未选数值").is_some());
        let found = &page.loaded.observations()[0];
        let name = Catalogue::built_in().unwrap().get(&found.indicator).unwrap().name_zh.clone();
        let label = format!("{}：{name}", found.raw);
        let before = frame.get_by_label(&label).rect();
        frame.get_by_label(&label).click();
        frame.run();
        let go = Address::Report { id: Some(page.id), figure: Some(found.id.clone()) };
        assert_eq!(frame.state().actions.first(), Some(&Action::Go(go)));
        assert!(frame.query_by_label("未选数值").is_none());
        let named = frame.query_all_by_label(&name).count();
        assert!(named >= 2, "the card and the list name the indicator");
        let after = frame.get_by_label(&label).rect();
        assert!((before.min - after.min).length() < 1.0, "{before:?} {after:?}");
    }
}

#[test]
fn opening_with_a_figure_scrolls_to_it_once() {
    let page = page("澜州市", 2024);
    let last = page.loaded.observations().last().unwrap();
    let mut state = State::new(Load::Ready(Arc::clone(&page)));
    state.figure = Some(last.id.clone());
    let mut frame = show(WIDE, state);
    let raw = last.raw.clone();
    let seen = |frame: &Frame| frame.query_all_by_label_contains(&format!("{raw}：")).count();
    assert!(seen(&frame) > 0, "the figure is in sight");
    press(&frame, eframe::egui::pos2(600.0, 400.0));
    frame.run();
    frame.key_press(Key::Home);
    frame.run();
    assert_eq!(seen(&frame), 0, "the user may scroll away");
}

#[test]
fn keys_go_from_figure_to_figure_but_not_while_somebody_types() {
    let page = page("墨岭市", 2024);
    let mut frame = show(WIDE, State::new(Load::Ready(page)));
    frame.key_press(Key::J);
    frame.run();
    assert_eq!(chosen(&frame), Some(0));
    frame.key_press(Key::ArrowDown);
    frame.run();
    let second = chosen(&frame).unwrap();
    assert_ne!(second, 0);
    frame.key_press(Key::K);
    frame.run();
    assert_eq!(chosen(&frame), Some(0));
    frame.get_by_label("按名称筛选").click();
    frame.run();
    frame.get_by_label("按名称筛选").type_text("复");
    frame.run();
    frame.key_press(Key::J);
    frame.run();
    assert_eq!(chosen(&frame), Some(0));
}

#[test]
fn the_list_is_filtered_by_name_and_alias() {
    let page = page("墨岭市", 2024);
    let mut frame = show(WIDE, State::new(Load::Ready(Arc::clone(&page))));
    frame.get_by_label("按名称筛选").click();
    frame.run();
    frame.get_by_label("按名称筛选").type_text("复议申请");
    frame.run();
    let catalogue = Catalogue::built_in().unwrap();
    let names = |id: &str| {
        let known = catalogue.get(id).unwrap();
        known.name_zh.contains("复议申请") || known.aliases.iter().any(|alias| alias.contains("复议申请"))
    };
    let expected = page.loaded.observations().iter().filter(|found| names(&found.indicator)).count();
    let shown = frame.query_all_by_role(eframe::egui::Role::ListBoxOption).count();
    assert!(expected > 0);
    assert_eq!(shown, expected);
    // A name that is no alias of itself.
    let known = |id: &str| catalogue.get(id).unwrap();
    let lone = page.loaded.observations().iter().map(|found| known(&found.indicator)).find(|own| {
        let mut all = catalogue.indicators().iter().flat_map(|other| &other.aliases);
        !all.any(|alias| alias.contains(own.name_zh.as_str()))
    });
    frame.key_press_modifiers(Modifiers::COMMAND, Key::A);
    frame.run();
    frame.get_by_label("按名称筛选").type_text(&lone.unwrap().name_zh);
    frame.run();
    assert!(frame.query_all_by_role(eframe::egui::Role::ListBoxOption).count() > 0);
    frame.get_by_label("按名称筛选").type_text("没有这种名称");
    frame.run();
    assert!(frame.query_by_label("没有名称相符的指标").is_some());
}

#[test]
fn the_rail_scrolls_and_marks_the_section_that_is_read() {
    let page = page("墨岭市", 2024);
    let mut frame = show(WIDE, State::new(Load::Ready(Arc::clone(&page))));
    let fifth = page.rail.iter().find(|entry| entry.section.is_some_and(|section| section.number() == 5)).unwrap();
    let label = format!("五、矛盾化解与公共法律服务：{} 个数值", fifth.figures);
    frame.get_by_label(&label).click();
    frame.run();
    frame.run();
    let reading = frame.state().view.pane.reading().unwrap();
    assert_eq!(page.rows[reading].section, fifth.section);
    assert!(frame.state().actions.is_empty(), "scrolling is no step of the history");
}

#[test]
fn words_are_found_counted_and_stepped_through() {
    let page = page("墨岭市", 2024);
    let mut frame = show(WIDE, State::new(Load::Ready(Arc::clone(&page))));
    frame.key_press_modifiers(Modifiers::COMMAND, Key::F);
    frame.run();
    frame.get_by_label("在本报告中查找").type_text("法治");
    frame.run();
    let count: usize = page.rows.iter().map(|row| row.text.matches("法治").count()).sum();
    assert!(count > 2);
    assert!(frame.query_by_label(&format!("1 / {count}")).is_some());
    frame.get_by_label("下一处").click();
    frame.run();
    assert!(frame.query_by_label(&format!("2 / {count}")).is_some());
    frame.key_press(Key::Escape);
    frame.run();
    frame.get_by_label("关闭").click();
    frame.run();
    assert!(frame.query_by_label("下一处").is_none());
}

#[test]
fn years_beside_and_comparisons_are_offered() {
    let page = page("墨岭市", 2023);
    let before = page.before.unwrap();
    let mut frame = show(SMALL, State::new(Load::Ready(Arc::clone(&page))));
    frame.get_by_label("上一年").click();
    frame.run();
    assert_eq!(frame.state_mut().actions.pop(), Some(Action::Go(Address::Report { id: Some(before), figure: None })));
    frame.get_by_label("对比…").click();
    frame.run();
    frame.get_by_label_contains("与上一年比").click();
    frame.run();
    let go = Address::Compare { left: Some(before), right: Some(page.id) };
    let expected = [Action::SetPair([Some(before), Some(page.id)]), Action::Go(go)];
    assert_eq!(frame.state().actions, expected);
}

#[test]
fn a_bureau_and_a_plan_say_what_they_are() {
    let bureau = page("澄港市市场监督管理局", 2023);
    let frame = show(SMALL, State::new(Load::Ready(bureau)));
    assert!(frame.query_by_label_contains("不代表当地").is_some());
    let plan = samples().pages.iter().find(|page| page.loaded.stored.summary.kind == crate::identity::Kind::WorkPlan);
    let frame = show(SMALL, State::new(Load::Ready(Arc::clone(plan.unwrap()))));
    assert!(frame.query_by_label_contains("其中的数字都是目标").is_some());
}

#[test]
fn text_is_chosen_by_dragging_and_copied_with_its_source() {
    let page = page("墨岭市", 2024);
    let mut frame = show(WIDE, State::new(Load::Ready(Arc::clone(&page))));
    let row = page.rows.iter().find(|row| row.kind == RowKind::Body(false) && row.text.contains("现将")).unwrap();
    let rect = frame.get_by_label(&row.text).rect();
    frame.drag_at(rect.left_top() + eframe::egui::vec2(1.0, 20.0));
    frame.run();
    frame.hover_at(rect.right_bottom() - eframe::egui::vec2(1.0, 12.0));
    frame.run();
    frame.drop_at(rect.right_bottom() - eframe::egui::vec2(1.0, 12.0));
    frame.run();
    frame.event(Event::Copy);
    frame.run();
    assert_eq!(frame.state_mut().actions.pop(), Some(Action::Copy(row.text.clone())));
    frame.key_press(Key::Escape);
    frame.event(Event::Copy);
    frame.run();
    assert_eq!(frame.state().actions, [], "nothing is chosen any more");
    let found = &page.loaded.observations()[0];
    let row = &page.rows[page.figures[0].row];
    frame.get_by_label(&row.text).click_secondary();
    frame.run();
    frame.get_by_label("带出处复制").click();
    frame.run();
    let Some(Action::Copy(text)) = frame.state_mut().actions.pop() else { panic!() };
    let summary = &page.loaded.stored.summary;
    let source = format!("（《{}》，2024年，{}）", summary.title.as_ref().unwrap(), summary.file_name);
    let sentence = text.strip_suffix(&source).unwrap();
    assert!(row.text.contains(sentence) && sentence.ends_with('。') && sentence.chars().count() < 200, "{sentence}");
    assert!(!found.raw.is_empty());
}

#[test]
fn the_card_leads_to_the_trend_and_copies_the_sentence() {
    let page = page("墨岭市", 2024);
    let found = page.loaded.observations()[3].clone();
    let mut state = State::new(Load::Ready(Arc::clone(&page)));
    state.figure = Some(found.id.clone());
    let mut frame = show(SMALL, state);
    frame.get_by_label("趋势").click();
    frame.run();
    let body = crate::shelf::body_key(&page.loaded.stored.summary);
    let expected =
        [Action::SetBodies(vec![body]), Action::SetIndicators(vec![found.indicator]), Action::Go(Address::Trend)];
    assert_eq!(frame.state().actions, expected);
    frame.state_mut().actions.clear();
    frame.get_by_label("带出处复制").click();
    frame.run();
    let whole = page.loaded.stored.words(found.sentence).unwrap();
    let Some(Action::Copy(text)) = frame.state_mut().actions.pop() else { panic!() };
    assert!(text.starts_with(whole), "{text}");
}

/// A report of 34 MB.
fn endless() -> Arc<ReportPage> {
    let page = page("墨岭市", 2024);
    let row = |number: usize| TextRow {
        kind: if number.is_multiple_of(50) { RowKind::Heading(1) } else { RowKind::Body(!number.is_multiple_of(3)) },
        passage: 0,
        part: Part::Achievements,
        section: None,
        start: 0,
        text: format!("{number}。").repeat(1 + number % 5) + &"依法办理行政复议案件。".repeat(number % 17),
        marks: Vec::new(),
    };
    let rows: Vec<TextRow> = (0..130_000).map(row).collect();
    assert!(rows.iter().map(|row| row.text.len()).sum::<usize>() > 34_000_000);
    Arc::new(ReportPage {
        uncut: None,
        id: page.id,
        loaded: page.loaded.clone(),
        rows,
        figures: Vec::new(),
        rail: page.rail.clone(),
        before: None,
        after: None,
    })
}

#[test]
fn of_an_endless_report_only_what_is_seen_is_laid_out() {
    let mut frame = show(WIDE, State::new(Load::Ready(endless())));
    frame.key_press(Key::End);
    frame.run();
    assert!(frame.query_by_label_contains("129999。").is_some(), "the end can be reached");
    frame.key_press(Key::PageUp);
    frame.run();
    frame.key_press(Key::PageUp);
    frame.run();
    assert!(frame.state().view.pane.measured() < 2_000, "{}", frame.state().view.pane.measured());
}

#[test]
fn scrolling_up_into_rows_never_measured_moves_the_text_by_the_wheel_alone() {
    let mut frame = show(WIDE, State::new(Load::Ready(endless())));
    frame.key_press(Key::End);
    frame.run();
    frame.hover_at(eframe::egui::pos2(600.0, 400.0));
    frame.run();
    for _ in 0..20 {
        let before: Vec<(String, f32)> = tops(&frame);
        let wheel = Event::MouseWheel {
            source: eframe::egui::MouseWheelSource::Wheel,
            unit: eframe::egui::MouseWheelUnit::Point,
            delta: eframe::egui::vec2(0.0, 120.0),
            phase: eframe::egui::TouchPhase::Move,
            modifiers: Modifiers::NONE,
        };
        frame.event(wheel);
        frame.run();
        let after = tops(&frame);
        let moved: Vec<f32> =
            before.iter().filter_map(|(text, top)| Some(after.iter().find(|(own, _)| own == text)?.1 - top)).collect();
        assert!(moved.len() > 1);
        let by = moved[0];
        assert!((by - 120.0).abs() < 2.0 && moved.iter().all(|own| (own - by).abs() < 1.5), "{moved:?}");
    }
}

/// The whole rows in sight and where they begin.
fn tops(frame: &Frame) -> Vec<(String, f32)> {
    let rows = frame.query_all_by_label_contains("。");
    let whole = rows.filter(|row| row.rect().top() > 80.0 && row.rect().bottom() < 820.0);
    whole.map(|row| (format!("{row:?}"), row.rect().bottom())).collect()
}
