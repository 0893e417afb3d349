//! The view as people use it, by keyboard and pointer, without a window.

use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use eframe::egui::{Key, Modifiers, Role, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::*;
use crate::app::action::Address;
use crate::app::selection::Selection;
use crate::app::theme;
use crate::compare::BodyKey;
use crate::error::{Error, FileProblem};
use crate::figures::Catalogue;
use crate::i18n::{Locale, Texts};
use crate::identity::{Body, Jurisdiction, Kind, Level};
use crate::jobs::desk::{Answer, Command, Desk, GridCell, PlaceRow, ReportState};
use crate::jobs::{FileResult, Message, Outcome, SkipReason, Summary, import};
use crate::progress::Progress;
use crate::reading::{Rules, read_bytes};
use crate::store::{ReportId, ReportSummary};

const SMALL: [f32; 2] = [920.0, 632.0];
const LARGE: [f32; 2] = [1336.0, 832.0];

/// Everything that the shell keeps for the view.
struct State {
    view: View,
    library: Load<Overview>,
    job: Option<Import>,
    selection: Selection,
    texts: Texts,
    actions: Vec<Action>,
    hovered: usize,
}

impl State {
    fn of(library: Load<Overview>) -> Self {
        Self {
            view: View::default(),
            library,
            job: None,
            selection: Selection::default(),
            texts: Texts::new(Locale::ZhHans),
            actions: Vec::new(),
            hovered: 0,
        }
    }

    fn english(mut self) -> Self {
        self.texts = Texts::new(Locale::En);
        self
    }

    fn with(mut self, job: Import) -> Self {
        self.job = Some(job);
        self
    }

    /// Runs what the shell would: the choices, not the rest.
    fn run(&mut self, actions: Vec<Action>) {
        for action in &actions {
            match action {
                Action::SetBodies(bodies) => self.selection.bodies.clone_from(bodies),
                Action::SetPair(pair) => self.selection.pair = *pair,
                Action::SetYears(years) => self.selection.years = *years,
                _ => {}
            }
        }
        self.actions.extend(actions);
    }
}

fn harness(state: State, size: [f32; 2]) -> Harness<'static, State> {
    let setup = |context: &eframe::egui::Context| {
        crate::app::install_fonts(context);
        theme::install(context);
    };
    let paint = |ui: &mut Ui, state: &mut State| {
        let mut actions = Vec::new();
        let mut view = std::mem::take(&mut state.view);
        let cx = Cx {
            texts: &state.texts,
            tokens: theme::tokens(ui),
            catalogue: Catalogue::built_in().unwrap(),
            overview: state.library.page(),
            selection: &state.selection,
            busy: state.job.as_ref().is_some_and(Import::running),
        };
        super::ui(ui, &mut view, &state.library, state.job.as_ref(), &cx, &mut actions);
        if state.hovered > 0 {
            drop_overlay(ui.ctx(), state.hovered, &cx);
        }
        state.view = view;
        state.run(actions);
    };
    let mut harness = Harness::builder()
        .with_size(Vec2::from(size))
        .with_max_steps(12)
        .with_context_setup(setup)
        .build_ui_state(paint, state);
    harness.run();
    harness
}

/// The library of the reports that ship with the program.
fn samples() -> Arc<Overview> {
    static MADE: OnceLock<Arc<Overview>> = OnceLock::new();
    let make = || {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("样本.faheng");
        let read = |path: &Path, bytes: Vec<u8>| read_bytes(path, &bytes, Rules::built_in()?);
        let files = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data")];
        let last = import(&place, files, Arc::new(read), Arc::new(|| {})).messages().last();
        assert!(matches!(last, Some(Message::Done(_))), "{last:?}");
        let desk = Desk::new(Arc::new(|| {})).unwrap();
        desk.ask(Command::Open(place));
        let reply = desk.next_within(Duration::from_secs(60)).unwrap();
        let Ok(Answer::Overview(overview)) = reply.result else { panic!("{:?}", reply.result) };
        overview
    };
    Arc::clone(MADE.get_or_init(make))
}

fn filled() -> State {
    State::of(Load::Ready(samples()))
}

fn id_of(body: &str, year: i32) -> ReportId {
    samples().rows.iter().find(|row| row.body.name == body).unwrap().cells[&year].report
}

fn report(body: &str, year: i32) -> Action {
    choose::open(id_of(body, year))
}

#[test]
fn an_empty_library_says_how_to_begin_in_both_languages() {
    for (state, size) in
        [(State::of(Load::Ready(Arc::default())), SMALL), (State::of(Load::Ready(Arc::default())), LARGE)]
    {
        let mut harness = harness(state, size);
        for label in ["打开报告文件…", "打开资料库…", "看示例", "打开文件夹…"] {
            harness.get_by_label(label).click();
            harness.run();
        }
        let expected = [Action::ChooseFiles, Action::ChooseLibrary, Action::OpenSample, Action::ChooseFolder];
        assert_eq!(harness.state().actions, expected);
        harness.get_by_label("或把文件、文件夹拖到这里");
        harness.get_by_label_contains("只在这台电脑上");
    }
    let harness = harness(State::of(Load::Ready(Arc::default())).english(), SMALL);
    harness.get_by_label("Open report files…");
}

#[test]
fn the_first_choice_is_reached_by_keyboard() {
    let mut harness = harness(State::of(Load::Ready(Arc::default())), SMALL);
    harness.key_press(Key::Tab);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().actions, [Action::ChooseFiles]);
}

#[test]
fn waiting_and_failing_say_so() {
    let harness_of = |load| harness(State::of(load), SMALL);
    harness_of(Load::Idle).get_by_label("正在打开资料库…");
    let mut failed = harness_of(Load::Failed("这不是法衡的资料库。".into()));
    failed.get_by_label("这不是法衡的资料库。");
    failed.get_by_label("再试一次").click();
    failed.run();
    assert_eq!(failed.state().actions, [Action::Reload]);
    let running = State::of(Load::Ready(Arc::default())).with(Import::new(&[]));
    let filling = harness(running, SMALL);
    filling.get_by_label("正在读入报告");
    assert!(filling.query_by_label("看示例").is_none());
}

#[test]
fn a_click_opens_a_report_and_shift_marks_two() {
    for size in [SMALL, LARGE] {
        let mut harness = harness(filled(), size);
        harness.get_by_label_contains("墨岭市 2021年").click();
        harness.run();
        assert_eq!(harness.state_mut().actions.pop(), Some(report("墨岭市", 2021)));
        for label in ["墨岭市 2021年", "绮湖市 2024年"] {
            harness.get_by_label_contains(label).click_modifiers(Modifiers::SHIFT);
            harness.run();
        }
        let (left, right) = (Some(id_of("墨岭市", 2021)), Some(id_of("绮湖市", 2024)));
        let expected = [
            Action::SetPair([left, None]),
            Action::SetPair([left, right]),
            Action::Go(Address::Compare { left, right }),
        ];
        assert_eq!(harness.state().actions, expected);
        harness.get_by_label("对比：墨岭市 2021年 ⇄ 绮湖市 2024年");
    }
}

#[test]
fn an_empty_cell_offers_to_import() {
    let mut harness = harness(filled(), SMALL);
    harness.get_by_label("槐安县 2019年，没有").click();
    harness.run();
    harness.get_by_label("没有槐安县 2019年的报告");
    harness.get_by_label("打开报告文件…").click();
    harness.run();
    assert_eq!(harness.state().actions, [Action::ChooseFiles]);
    assert!(harness.query_by_label("打开报告文件…").is_none(), "the menu closes");
    for year in [2019, 2020] {
        harness.get_by_label(&format!("槐安县 {year}年，没有")).click();
        harness.run();
        harness.get_by_label(&format!("没有槐安县 {year}年的报告"));
    }
}

#[test]
fn a_work_plan_beside_a_report_is_told_and_opened_from_the_menu() {
    let mut harness = harness(filled(), SMALL);
    harness.get_by_label_contains("绮湖市 2023年").click_secondary();
    harness.run();
    harness.get_by_label_contains("打开工作要点：").click();
    harness.run();
    harness.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.key_press(Key::Enter);
    harness.run();
    let row = samples().rows.iter().find(|row| row.body.name == "绮湖市").cloned().unwrap();
    assert_eq!(row.cells[&2023].kind, Kind::GovernmentReport);
    let plan = choose::open(row.cells[&2023].others[0]);
    assert_eq!(harness.state().actions, [plan.clone(), plan], "by pointer and by keyboard");
}

#[test]
fn an_office_stands_below_its_place_and_is_not_drawn_as_it() {
    let harness = harness(filled(), SMALL);
    let place = harness.get_by_role_and_label(Role::CheckBox, "澄港市").rect();
    let office = harness.get_by_role_and_label(Role::CheckBox, "澄港市市场监督管理局").rect();
    assert!((office.top() - place.bottom()).abs() < 2.0, "{place:?} {office:?}");
    let shown = samples();
    let index = tree::Index::new(&shown);
    let lines = Filter::default().lines(&shown, &index);
    let depth = |name: &str| {
        let line = lines.iter().find(|line| shown.rows[line.row as usize].body.name == name).unwrap();
        line.depth
    };
    assert!(depth("澄港市市场监督管理局") > depth("澄港市"));
}

#[test]
fn names_choose_what_is_charted() {
    let mut harness = harness(filled(), SMALL);
    for name in ["墨岭市", "绮湖市"] {
        harness.get_by_role_and_label(Role::CheckBox, name).click();
        harness.run();
    }
    let names: Vec<_> = harness.state().selection.bodies.iter().map(|body| body.name.clone()).collect();
    assert_eq!(names, ["墨岭市", "绮湖市"]);
    harness.get_by_label("作图地区 2 个");
    harness.get_by_role_and_label(Role::CheckBox, "墨岭市").click();
    harness.run();
    assert_eq!(harness.state().selection.bodies.len(), 1);
    harness.get_by_label("看趋势").click();
    harness.run();
    assert_eq!(harness.state().actions.last(), Some(&Action::Go(Address::Trend)));
}

#[test]
fn the_grid_is_walked_by_keyboard() {
    let mut harness = harness(filled(), SMALL);
    harness.get_by_label("地区年份网格").focus();
    harness.run();
    let shown = samples();
    let index = tree::Index::new(&shown);
    let row = |line: usize| &shown.rows[index.order[line] as usize];
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(harness.state().selection.bodies, [row(0).body.clone()]);
    for key in [Key::ArrowDown, Key::ArrowUp, Key::ArrowUp, Key::ArrowRight, Key::ArrowDown, Key::End] {
        harness.key_press(key);
        harness.run();
    }
    harness.key_press(Key::Enter);
    harness.run();
    let last = shown.years.last().unwrap();
    assert_eq!(harness.state().actions.last(), Some(&choose::open(row(1).cells[last].report)));
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
    harness.run();
    let marked = Some(row(1).cells[last].report);
    assert_eq!(harness.state().actions.last(), Some(&Action::SetPair([marked, None])));
    assert!(harness.get_by_label("地区年份网格").is_focused(), "arrows stay in the grid");
}

#[test]
fn an_empty_cell_is_filled_by_keyboard() {
    let mut harness = harness(filled(), SMALL);
    harness.get_by_role_and_label(Role::CheckBox, "槐安县").click();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.get_by_label("打开报告文件…").is_focused());
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_label("打开报告文件…").is_none());
    assert!(harness.get_by_label("地区年份网格").is_focused());
}

fn names_for(filter: &Filter) -> Vec<String> {
    let shown = samples();
    let lines = filter.lines(&shown, &tree::Index::new(&shown));
    lines.iter().map(|line| shown.rows[line.row as usize].body.name.clone()).collect()
}

#[test]
fn places_are_found_as_people_name_them() {
    let found = |typed: &str| names_for(&Filter { search: typed.into(), ..Filter::default() });
    assert_eq!(found("墨岭"), ["墨岭市"]);
    assert_eq!(found("岭市"), ["墨岭市"]);
    assert_eq!(found("澄港市"), ["澄港市", "澄港市市场监督管理局"]);
    assert_eq!(found("澄港监管局"), ["澄港市市场监督管理局"]);
    assert!(found("不存在的地方").is_empty());
    let offices = names_for(&Filter { level: Some(Level::Department), ..Filter::default() });
    assert_eq!(offices, ["澄港市市场监督管理局"]);
    let missing = names_for(&Filter { wanted: Some(filter::Wanted::Missing), ..Filter::default() });
    assert!(missing.contains(&"槐安县".to_owned()) && !missing.contains(&"澜州市".to_owned()), "{missing:?}");
    let early = names_for(&Filter { years: Some((2019, 2020)), ..Filter::default() });
    assert!(!early.contains(&"槐安县".to_owned()) && early.contains(&"墨岭市".to_owned()));
}

#[test]
fn a_search_without_a_hit_can_be_cleared() {
    let mut harness = harness(filled(), SMALL);
    harness.get_by_label("地区或机关").focus();
    harness.run();
    harness.get_by_label("地区或机关").type_text("不存在");
    harness.run();
    harness.get_by_label("没有符合条件的报告");
    harness.get_all_by_label("清除条件").last().unwrap().click();
    harness.run();
    harness.get_by_role_and_label(Role::CheckBox, "墨岭市");
}

#[test]
fn the_list_is_sorted_by_its_headers_and_opens_reports() {
    let mut harness = harness(filled(), LARGE);
    harness.get_by_label("列表").click();
    harness.run();
    harness.get_by_label("28 份文件");
    harness.get_by_label_contains("数值").click();
    harness.run();
    harness.get_by_label_contains("数值").click();
    harness.run();
    assert_eq!(harness.state().view.order, Order { column: order::Column::Figures, down: true });
    harness.get_by_label("报告列表").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let shown = samples();
    let most = shown.reports.iter().map(|report| report.observations).max().unwrap();
    let Some(Action::Go(Address::Report { id: Some(id), .. })) = harness.state().actions.last() else { panic!() };
    assert_eq!(shown.reports.iter().find(|report| report.id == *id).unwrap().observations, most);
    let title = shown.reports.iter().find(|report| report.id == id_of("墨岭市", 2021)).unwrap().title.clone();
    harness.get_by_label(&title.unwrap()).click();
    harness.run();
    assert_eq!(harness.state().actions.last(), Some(&report("墨岭市", 2021)));
}

fn identity(body: &str) -> crate::identity::Identity {
    crate::identity::Identity {
        title: None,
        kind: Kind::GovernmentReport,
        year: Some(2021),
        body: Body { name: Some(body.into()), level: None },
        jurisdiction: None,
        issuer: None,
        published: None,
        doc_number: None,
        evidence: std::collections::BTreeMap::new(),
    }
}

fn finished() -> Import {
    let mut job = Import::new(&["报告".into()]);
    let imported = Outcome::Imported {
        id: id_of("墨岭市", 2021),
        version_of: None,
        near: None,
        identity: Box::new(identity("墨岭市")),
        observations: 7,
        mismatch: None,
    };
    let failed = Outcome::Failed(Error::File { path: "报告/坏.docx".into(), problem: FileProblem::NoText });
    for (name, outcome) in [
        ("报告/墨岭市 “2021”.docx", imported),
        ("报告/坏.docx", failed),
        ("报告/图.png", Outcome::Skipped(SkipReason::UnknownType("png".into()))),
    ] {
        job.take(Message::File(FileResult { path: name.into(), named: false, outcome }));
    }
    job.take(Message::Done(Summary { imported: 1, skipped: 1, failed: 1, ..Summary::default() }));
    job
}

#[test]
fn results_stay_with_reasons_and_can_be_filtered_copied_and_tried_again() {
    for size in [SMALL, LARGE] {
        let mut harness = harness(filled().with(finished()), size);
        harness.get_by_label("导入 1，已有 0，跳过 1，失败 1");
        harness.get_by_label_contains("本版本不读取 .png 文件");
        harness.get_by_label_contains("墨岭市 “2021”.docx 导入").click();
        harness.run();
        assert_eq!(harness.state_mut().actions.pop(), Some(report("墨岭市", 2021)));
        harness.get_by_label("失败 1").click();
        harness.run();
        assert!(harness.query_by_label_contains("本版本不读取").is_none());
        for label in ["复制", "重试失败的", "关闭"] {
            harness.get_by_label(label).click();
            harness.run();
        }
        let Action::Copy(text) = &harness.state().actions[0] else { panic!("{:?}", harness.state().actions) };
        assert!(text.starts_with("失败  报告/坏.docx：") && text.lines().count() == 1, "{text}");
        assert_eq!(harness.state().actions[1..], [Action::ImportAgain, Action::ShowResults(false)]);
    }
}

#[test]
fn a_running_import_tells_how_far_it_is_and_can_be_cancelled() {
    let mut job = Import::new(&[]);
    job.take(Message::Progress(Progress { done: 312, total: 3000, item: "/报告/鞍山市2019.docx".into() }));
    let mut harness = harness(filled().with(job), SMALL);
    harness.get_by_label("312/3,000　鞍山市2019.docx");
    harness.get_by_label("取消导入").click();
    harness.run();
    assert_eq!(harness.state().actions, [Action::CancelJob]);
}

#[test]
fn a_cancelled_import_tells_what_is_left_and_goes_on() {
    for size in [SMALL, LARGE] {
        let mut job = Import::new(&["报告".into()]);
        job.take(Message::Progress(Progress { done: 0, total: 100, item: "报告/空.txt".into() }));
        job.take(Message::Cancelled(Summary::default()));
        let mut harness = harness(filled().with(job), size);
        harness.get_by_label("已取消：导入 0，已有 0，跳过 0，失败 0，未处理 100");
        harness.get_by_label("继续导入").click();
        harness.run();
        assert_eq!(harness.state().actions, [Action::ImportAgain]);
    }
}

#[test]
fn both_layouts_speak_english() {
    for size in [SMALL, LARGE] {
        let mut harness = harness(filled().with(finished()).english(), size);
        harness.get_by_label("Places and offices: 6, documents: 28");
        harness.get_by_label_contains("no text");
        harness.get_by_label("List").click();
        harness.run();
        harness.get_by_label("Documents: 28");
    }
}

#[test]
fn files_over_the_window_are_told_what_will_happen() {
    let mut state = filled();
    state.hovered = 12;
    harness(state, SMALL).get_by_label("导入 12 个文件或文件夹");
    let mut busy = filled().with(Import::new(&[]));
    busy.hovered = 1;
    harness(busy, SMALL).get_by_label("正在导入，暂时不能再加");
}

#[path = "large/tests.rs"]
mod large;

#[test]
fn the_grid_uses_the_width_that_it_has() {
    for size in [SMALL, LARGE] {
        let mut harness = harness(filled(), size);
        harness.run();
        let texts = crate::app::trend::tests::painted(&harness);
        let right = texts.iter().filter(|(text, _)| text == "指标").map(|(_, rect)| rect.right()).fold(0.0, f32::max);
        assert!(right > size[0] - 64.0, "{right} of {}", size[0]);
        assert!(texts.iter().any(|(text, _)| text == "澄港市市场监督管理局"), "no name is cut beside empty columns");
    }
}
