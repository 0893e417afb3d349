//! The view in a frame without a window: what it says in each state, and what clicks and keys ask for.

use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use eframe::egui::{Context, Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::View;
use crate::app::action::{Action, Address, Place};
use crate::app::cx::Cx;
use crate::app::load::Load;
use crate::app::selection::Selection;
use crate::app::theme;
use crate::figures::Catalogue;
use crate::i18n::{Locale, Texts};
use crate::jobs::desk::{Answer, Command, ComparePage, Desk, Overview, ReportPage};
use crate::jobs::{Message, import};
use crate::reading::{Rules, read_bytes};
use crate::store::ReportId;

/// The sample reports as the desk tells them.
pub struct Samples {
    /// What the library holds.
    pub overview: Arc<Overview>,
    /// Every report, in the order of the overview.
    pub pages: Vec<Arc<ReportPage>>,
    /// 墨岭市 and 澜州市 of one year, and two years of one place.
    pub pairs: Vec<Arc<ComparePage>>,
}

fn answer(desk: &Desk, command: Command) -> Answer {
    desk.ask(command);
    desk.next_within(Duration::from_secs(60)).unwrap().result.unwrap()
}

/// Read once for all tests.
pub fn samples() -> &'static Samples {
    static SAMPLES: OnceLock<Samples> = OnceLock::new();
    SAMPLES.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("样本.faheng");
        let files = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data")];
        let read = |path: &Path, bytes: Vec<u8>| read_bytes(path, &bytes, Rules::built_in()?);
        let handle = import(&place, files, Arc::new(read), Arc::new(|| {}));
        assert!(matches!(handle.messages().last(), Some(Message::Done(_))));
        let desk = Desk::new(Arc::new(|| {})).unwrap();
        let Answer::Overview(overview) = answer(&desk, Command::Open(place)) else { panic!() };
        let page = |id: ReportId| match answer(&desk, Command::Report(id)) {
            Answer::Report(page) => page,
            other => panic!("{other:?}"),
        };
        let pages: Vec<_> = overview.reports.iter().map(|report| page(report.id)).collect();
        let of = |name: &str, year: i32| {
            let own = |report: &&crate::store::ReportSummary| {
                report.body.name.as_deref() == Some(name) && report.year == Some(year)
            };
            overview.reports.iter().find(own).unwrap().id
        };
        let pairs = [(of("墨岭市", 2024), of("澜州市", 2024)), (of("墨岭市", 2023), of("墨岭市", 2024))];
        let pairs = pairs.into_iter().map(|(left, right)| match answer(&desk, Command::Compare { left, right }) {
            Answer::Compare(page) => page,
            other => panic!("{other:?}"),
        });
        let pairs = pairs.collect();
        Samples { overview, pages, pairs }
    })
}

/// The page of a body and year.
pub fn page(name: &str, year: i32) -> Arc<ReportPage> {
    let own = |page: &&Arc<ReportPage>| {
        let summary = &page.loaded.stored.summary;
        summary.body.name.as_deref() == Some(name) && summary.year == Some(year)
    };
    Arc::clone(samples().pages.iter().find(own).unwrap())
}

/// Fonts and styles of the window.
pub fn dress(context: &Context) {
    crate::app::install_fonts(context);
    theme::install(context);
}

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
    frame.key_press(Key::Tab);
    frame.hover_at(eframe::egui::pos2(600.0, 400.0));
    frame.event(eframe::egui::Event::PointerButton {
        pos: eframe::egui::pos2(600.0, 400.0),
        button: eframe::egui::PointerButton::Primary,
        pressed: true,
        modifiers: Modifiers::NONE,
    });
    frame.event(eframe::egui::Event::PointerButton {
        pos: eframe::egui::pos2(600.0, 400.0),
        button: eframe::egui::PointerButton::Primary,
        pressed: false,
        modifiers: Modifiers::NONE,
    });
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
    frame.get_by_label("按名称筛选").type_text("j复议");
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
