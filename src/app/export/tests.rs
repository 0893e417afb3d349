//! The dialog: fields, their limits, the order that leaves it, the preview that comes.

use eframe::egui::accesskit::Role;
use eframe::egui::{Theme, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::*;
use crate::app::selection::Selection;
use crate::app::trend::tests as trend;
use crate::chart::ChartKind;
use crate::figures::Catalogue;
use crate::i18n::{Locale, Texts};
use crate::jobs::desk::ExportOrder;

struct Window {
    dialog: Dialog,
    load: Load<Preview>,
    texts: Texts,
    actions: Vec<Action>,
}

fn harness(size: Vec2, locale: Locale) -> Harness<'static, Window> {
    let page = trend::page(ChartKind::Line, &["墨岭市", "澜江市"], true, &[2019, 2020, 2021, 2022]);
    let mut dialog = Dialog::new(&page, &Texts::new(locale));
    dialog.set_folder(PathBuf::from("/tmp/图 表"));
    let window = Window { dialog, load: Load::Idle, texts: Texts::new(locale), actions: Vec::new() };
    let selection = Selection::default();
    Harness::builder()
        .with_size(size)
        .with_theme(Theme::Light)
        .with_context_setup(|context| {
            crate::app::install_fonts(context);
            theme::install(context);
        })
        .build_ui_state(
            move |ui, window: &mut Window| {
                let cx = Cx {
                    texts: &window.texts,
                    tokens: theme::tokens(ui),
                    catalogue: Catalogue::built_in().unwrap(),
                    overview: None,
                    selection: &selection,
                    busy: false,
                };
                super::ui(ui, &mut window.dialog, &window.load, &cx, &mut window.actions);
            },
            window,
        )
}

fn exported(window: &Window) -> Option<&ExportOrder> {
    window.actions.iter().rev().find_map(|action| match action {
        Action::Export(order) => Some(&**order),
        _ => None,
    })
}

#[test]
fn an_order_holds_what_the_fields_say() {
    for size in [trend::SIZE, trend::SMALL] {
        let mut harness = harness(size, Locale::ZhHans);
        harness.run();
        let title = harness.get_by_role_and_label(Role::TextInput, "标题");
        assert!(title.is_focused());
        title.type_text("！");
        harness.run();
        harness.get_by_label("600 dpi").click();
        harness.run();
        harness.get_by_label("保留文字").click();
        harness.run();
        harness.get_by_role_and_label(Role::Button, "导出").click();
        harness.run();
        let order = exported(harness.state()).expect("an order");
        assert!(order.spec.title.ends_with('！') || order.spec.title.starts_with('！'), "{}", order.spec.title);
        assert_eq!((order.width_mm, order.height_mm, order.dpi), (156.0, 104.0, 600));
        assert!(order.png && order.svg && order.svg_text && order.data && !order.force);
        assert_eq!(order.folder, PathBuf::from("/tmp/图 表"));
        assert!(order.name.contains("墨岭市-澜江市_") && order.name.ends_with("_公文版心"), "{}", order.name);
    }
}

#[test]
fn presets_and_limits() {
    let spec = trend::spec(ChartKind::Line, &["墨岭市"], false, &[2022, 2023]);
    let texts = Texts::new(Locale::ZhHans);
    let mut choices = Choices::new(&spec, &texts);
    choices.folder = "/tmp".into();
    for preset in &PRESETS {
        choices.take(preset, &spec, &texts);
        assert_eq!(choices.pixels(), Some(preset.size.pixels()), "{}", preset.id);
        assert_eq!(choices.preset().map(|own| own.id), Some(preset.id));
        assert_eq!(choices.problem(), None);
    }
    choices.take(&PRESETS[2], &spec, &texts);
    choices.dpi = "2400".into();
    assert!(matches!(choices.problem(), Some(Problem::Area(_))));
    for (dpi, wrong) in [("71", true), ("x", true), ("", true), ("300.5", true), ("150", false)] {
        choices.dpi = dpi.into();
        assert_eq!(choices.dpi_problem().is_some(), wrong, "{dpi}");
    }
    for (width, wrong) in [("39", true), ("-1", true), ("nan", true), ("inf", true), ("501", true), (" 100 ", false)] {
        choices.width = width.into();
        assert_eq!(choices.size_problem().is_some(), wrong, "{width}");
    }
    for (name, wrong) in [("a/b", true), ("", true), ("a.", true), ("甲 \"乙\"", true), ("甲 乙'", false)] {
        choices.name = name.into();
        assert_eq!(choices.name_problem().is_some(), wrong, "{name}");
    }
}

#[test]
fn a_wrong_size_is_told_and_stops_the_export() {
    let mut harness = harness(trend::SIZE, Locale::ZhHans);
    harness.run();
    harness.state_mut().dialog.choices.width = "4".into();
    harness.state_mut().dialog.choices.png = false;
    harness.run();
    harness.get_by_label("宽和高须在 40 至 500 毫米之间");
    harness.get_by_role_and_label(Role::Button, "导出").click();
    harness.run();
    assert!(exported(harness.state()).is_none());
}

#[test]
fn a_preview_is_asked_once_for_a_change_and_shown_when_it_comes() {
    let mut harness = harness(trend::SIZE, Locale::En);
    harness.run();
    let asked = |harness: &Harness<'_, Window>| {
        harness.state().actions.iter().filter(|action| matches!(action, Action::Preview(_))).count()
    };
    assert_eq!(asked(&harness), 1);
    harness.get_by_label("Drawing the preview…");
    harness.state_mut().load = Load::Ready(Arc::new(Preview { width: 4, height: 2, rgba: vec![200; 32] }));
    harness.state_mut().dialog.choices.folder = "/elsewhere".into();
    harness.run_steps(60);
    assert_eq!(asked(&harness), 1, "a folder is not drawn");
    harness.get_by_role_and_label(Role::Image, "Preview");
    harness.state_mut().dialog.choices.title = "New".into();
    harness.run_steps(60);
    assert_eq!(asked(&harness), 2);
    harness.state_mut().load = Load::Failed("too small".into());
    harness.run();
    harness.get_by_label("too small");
}

#[test]
fn escape_and_cancel_close_it() {
    let mut harness = harness(trend::SMALL, Locale::ZhHans);
    harness.run();
    harness.get_by_label("取消").click();
    harness.run();
    assert_eq!(harness.state().actions.last(), Some(&Action::ShowExport(false)));
    harness.state_mut().actions.clear();
    harness.key_press(Key::Escape);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.state().actions.contains(&Action::ShowExport(false)));
}
