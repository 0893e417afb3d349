//! The view in a frame without a window: states, the lock, what the strip and the table lead to.

use std::sync::Arc;

use eframe::egui::{Event, Key, Modifiers, MouseWheelUnit, Pos2, Role, Theme, TouchPhase, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{Pair, Side, View, strip};
use crate::app::action::{Action, Address, Place};
use crate::app::cx::Cx;
use crate::app::load::Load;
use crate::app::report::samples::{dress, page, pair, samples};
use crate::app::selection::Selection;
use crate::app::theme;
use crate::figures::Catalogue;
use crate::i18n::{Locale, Texts, numbers};
use crate::jobs::desk::{Command, ComparePage, Desk, StripRow};
use crate::store::ReportId;

struct State {
    view: View,
    load: Load<ComparePage>,
    pair: Pair,
    texts: Texts,
    overview: bool,
    actions: Vec<Action>,
}

type Frame = Harness<'static, State>;

fn show(size: [f32; 2], load: Load<ComparePage>, pair: Pair, overview: bool) -> Frame {
    let texts = Texts::new(Locale::ZhHans);
    let state = State { view: View::default(), load, pair, texts, overview, actions: Vec::new() };
    let builder = Harness::builder().with_size(size).with_theme(Theme::Light).with_context_setup(dress);
    let mut frame = builder.build_ui_state(
        |ui, state: &mut State| {
            let selection = Selection::default();
            let cx = Cx {
                texts: &state.texts,
                tokens: theme::tokens(ui),
                catalogue: Catalogue::built_in().unwrap(),
                overview: state.overview.then(|| &samples().overview),
                selection: &selection,
                busy: false,
            };
            super::ui(ui, &mut state.view, &state.load, state.pair, &cx, &mut state.actions);
        },
        state,
    );
    frame.run();
    frame
}

const WIDE: [f32; 2] = [1336.0, 832.0];
const SMALL: [f32; 2] = [920.0, 632.0];

/// Two places of one year.
fn filled(size: [f32; 2]) -> (Frame, Arc<ComparePage>) {
    open(size, pair(("墨岭市", 2024), ("澜州市", 2024)))
}

fn open(size: [f32; 2], page: Arc<ComparePage>) -> (Frame, Arc<ComparePage>) {
    let pair = (Some(page.left.id), Some(page.right.id));
    (show(size, Load::Ready(Arc::clone(&page)), pair, true), page)
}

fn rows(page: &ComparePage) -> impl Iterator<Item = &StripRow> {
    page.blocks.iter().flat_map(|block| &block.strips).flat_map(|strip| &strip.rows)
}

fn turn(frame: &mut Frame, at: Pos2, down: f32) {
    frame.hover_at(at);
    frame.run();
    frame.event(Event::MouseWheel {
        source: eframe::egui::MouseWheelSource::Wheel,
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -down),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
    });
    frame.run();
}

fn heights(frame: &Frame) -> [f64; 2] {
    frame.state().view.sections.heights()
}

#[test]
fn with_nothing_chosen_it_says_so_and_leads_on() {
    let mut frame = show(SMALL, Load::Idle, (None, None), false);
    assert!(frame.query_by_label("选两份报告来对比").is_some());
    frame.get_by_label("到库里选").click();
    frame.run();
    assert_eq!(frame.state().actions, [Action::Visit(Place::Library)]);
}

#[test]
fn with_one_chosen_other_years_and_other_bodies_are_offered() {
    let of = |name: &str, year: i32| page(name, year).id;
    let own = of("墨岭市", 2024);
    let mut frame = show(SMALL, Load::Idle, (Some(own), None), true);
    assert!(frame.query_by_label("再选一份报告").is_some());
    frame.get_by_label("墨岭市 2023").click();
    frame.run();
    let go = |left, right| Action::Go(Address::Compare { left: Some(left), right: Some(right) });
    assert_eq!(frame.state_mut().actions.pop(), Some(go(own, of("墨岭市", 2023))));
    frame.get_by_label("澜州市 2024").click();
    frame.run();
    assert_eq!(frame.state_mut().actions.pop(), Some(go(own, of("澜州市", 2024))));
    let mut frame = show(SMALL, Load::Idle, (None, Some(own)), true);
    frame.get_by_label("墨岭市 2023").click();
    frame.run();
    assert_eq!(frame.state_mut().actions.pop(), Some(go(of("墨岭市", 2023), own)));
}

#[test]
fn loading_and_failing_are_said() {
    let desk = Desk::new(Arc::new(|| {})).unwrap();
    let pair = (Some(ReportId::new(1)), Some(ReportId::new(2)));
    let mut load = Load::Idle;
    load.ask(desk.ask(Command::Report(ReportId::new(1))), false);
    let frame = show(SMALL, load, pair, true);
    assert!(frame.query_by_label("正在对比…").is_some());
    let mut frame = show(SMALL, Load::Failed("资料库已损坏。".into()), pair, true);
    assert!(frame.query_by_label("资料库已损坏。").is_some());
    frame.get_by_label("重试").click();
    frame.run();
    assert_eq!(frame.state().actions, [Action::Reload]);
}

#[test]
fn a_report_is_picked_by_typing_and_sides_are_swapped() {
    let (mut frame, page) = filled(SMALL);
    frame.get_by_label("左右互换").click();
    frame.run();
    let go = |left, right| Action::Go(Address::Compare { left: Some(left), right: Some(right) });
    assert_eq!(frame.state_mut().actions.pop(), Some(go(page.right.id, page.left.id)));
    frame.get_by_label("左：墨岭市 2024").click();
    frame.run();
    frame.get_by_label("输入地区或年份").type_text("澄港 2022");
    frame.run();
    assert!(frame.query_by_label("槐安县 2022").is_none());
    frame.key_press(Key::Enter);
    frame.run();
    let Some(Action::Go(Address::Compare { left: Some(left), right })) = frame.state_mut().actions.pop() else {
        panic!()
    };
    let picked = samples().overview.reports.iter().find(|report| report.id == left).unwrap();
    assert_eq!((picked.body.name.as_deref(), picked.year, right), (Some("澄港市"), Some(2022), Some(page.right.id)));
}

#[test]
fn keys_open_the_pickers_walk_them_and_take_from_them() {
    let own = page("墨岭市", 2024).id;
    let mut frame = show(SMALL, Load::Idle, (Some(own), None), true);
    frame.key_press_modifiers(Modifiers::COMMAND, Key::F);
    frame.run();
    assert!(frame.get_by_label("输入地区或年份").is_focused(), "of the side that is missing");
    frame.get_by_label("输入地区或年份").type_text("墨岭");
    frame.run();
    let found: Vec<_> = samples()
        .overview
        .reports
        .iter()
        .filter(|report| report.body.name.as_deref().is_some_and(|name| name.starts_with("墨岭")) && report.id != own)
        .map(|report| report.id)
        .collect();
    for key in [Key::ArrowDown, Key::ArrowDown, Key::ArrowUp, Key::Enter] {
        frame.key_press(key);
        frame.run();
    }
    let go = Action::Go(Address::Compare { left: Some(own), right: Some(found[1]) });
    assert_eq!(frame.state_mut().actions.pop(), Some(go));
    assert!(frame.query_by_label("输入地区或年份").is_none(), "closed");
}

#[test]
fn notes_name_what_makes_the_two_unlike() {
    let (frame, _) = open(WIDE, pair(("墨岭市", 2023), ("墨岭市", 2024)));
    assert!(frame.query_by_label_contains("年份不同").is_some());
    let (frame, _) = filled(WIDE);
    assert!(frame.query_by_label_contains("年份不同").is_none());
}

#[test]
fn locked_sides_scroll_together_and_locking_again_moves_nothing() {
    let (mut frame, _) = filled(WIDE);
    let (left, right) = (pos2(200.0, 500.0), pos2(1100.0, 500.0));
    turn(&mut frame, left, 400.0);
    let [first, second] = heights(&frame);
    assert!(first > 300.0 && first == second);
    frame.get_by_label("同步滚动").click();
    frame.run();
    turn(&mut frame, right, 250.0);
    let apart = heights(&frame);
    assert!(apart[0] == first && apart[1] > first + 200.0, "{apart:?}");
    frame.get_by_label("同步滚动").click();
    frame.run();
    assert_eq!(heights(&frame), apart, "nothing jumps");
    turn(&mut frame, left, 300.0);
    let moved = heights(&frame);
    assert!((moved[0] - apart[0] - (moved[1] - apart[1])).abs() < 1.0 && moved[0] > apart[0] + 200.0, "{moved:?}");
    frame.get_by_label("对齐").click();
    frame.run();
    let [first, second] = heights(&frame);
    assert_eq!(first, second);
}

/// Where the row that opens a section stands on each side.
fn starts(frame: &Frame, page: &ComparePage, block: usize) -> [Option<f32>; 2] {
    Side::BOTH.map(|side| {
        let block = &page.blocks[block];
        let rows = if side == Side::Left { &block.left } else { &block.right };
        let text = side.page(page).rows[*rows.first()?].text.as_str();
        let found = frame.query_all_by_label(text).find(|row| (row.rect().left() < 500.0) == (side == Side::Left));
        found.map(|row| row.rect().top())
    })
}

#[test]
fn the_same_section_stands_at_the_same_height_on_both_sides() {
    for size in [WIDE, SMALL] {
        let (mut frame, page) = filled(size);
        let mut level = 0;
        for _ in 0..60 {
            for block in 0..page.blocks.len() {
                if let [Some(left), Some(right)] = starts(&frame, &page, block)
                    && left > 180.0
                    && right > 180.0
                {
                    assert!((left - right).abs() < 1.0, "block {block}: {left} {right}");
                    level += 1;
                }
            }
            turn(&mut frame, pos2(200.0, 500.0), 200.0);
        }
        assert!(level > 6, "{level}");
    }
}

#[test]
fn a_value_leads_to_its_sentence_and_to_its_report() {
    let (mut frame, page) = filled(WIDE);
    let texts = Texts::new(Locale::ZhHans);
    let row = rows(&page).filter(|row| row.left.len() == 1 && row.right.len() == 1).nth(2).unwrap();
    let found = &page.right.loaded.observations()[row.right[0]];
    let name = &Catalogue::built_in().unwrap().get(&row.indicator).unwrap().name_zh;
    let label = format!("右 {name} {}", numbers::value(found, &texts));
    frame.get_by_label(&label).click();
    frame.run();
    assert!(frame.state().actions.is_empty());
    let mark = page.right.rows[page.right.figures[row.right[0]].row].text.clone();
    assert!(frame.query_by_label(&mark).is_some(), "its sentence is in sight");
    let [left, right] = heights(&frame);
    assert_eq!(left, right, "and the sides stay level");
    frame.get_by_label("同步滚动").click();
    frame.run();
    for _ in 0..5 {
        turn(&mut frame, pos2(1100.0, 500.0), 600.0);
    }
    assert!(frame.query_by_label(&mark).is_none());
    frame.get_by_label(&label).click();
    frame.run();
    assert!(frame.query_by_label(&mark).is_some(), "it is scrolled to where it is not");
    assert_eq!(heights(&frame)[0], left, "and an unlocked left side stays");
    frame.get_by_label(&label).click_modifiers(Modifiers::COMMAND);
    frame.run();
    let go = Address::Report { id: Some(page.right.id), figure: Some(found.id.clone()) };
    assert_eq!(frame.state().actions, [Action::Go(go)]);
}

#[test]
fn the_table_has_every_row_and_differences_only_those_that_differ() {
    let (mut frame, page) = filled(WIDE);
    frame.get_by_label("按指标").click();
    frame.run();
    let shown = |frame: &Frame| frame.query_all_by_role(Role::Row).count();
    assert!(shown(&frame) > 8);
    frame.key_press(Key::ArrowDown);
    frame.run();
    let first = rows(&page).next().unwrap();
    let links = frame.query_all_by_label("在报告中打开").count();
    assert_eq!(links, first.left.len() + first.right.len());
    frame.get_by_label("只看差异").click();
    frame.run();
    let differing: Vec<&StripRow> = rows(&page).filter(|row| strip::differs(row)).collect();
    assert!(differing.len() > 3 && differing.iter().all(|row| !row.left.is_empty() && !row.right.is_empty()));
    assert!(frame.query_all_by_role(Role::Row).all(|row| !row.accesskit_label().contains("| — |")));
    frame.query_all_by_role(Role::Row).next().unwrap().click();
    frame.run();
    frame.query_all_by_label("在报告中打开").next().unwrap().click();
    frame.run();
    assert!(
        matches!(frame.state().actions.as_slice(), [Action::Go(Address::Report { id: Some(id), figure: Some(_) })] if *id == page.left.id)
    );
}

/// The label of a node.
trait Labelled {
    fn accesskit_label(&self) -> String;
}

impl Labelled for egui_kittest::Node<'_> {
    fn accesskit_label(&self) -> String {
        format!("{self:?}")
    }
}
