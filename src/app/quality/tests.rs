//! The dialog in a frame without a window.

use eframe::egui::Theme;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::*;
use crate::app::selection::Selection;
use crate::figures::Catalogue;
use crate::i18n::Texts;
use crate::quality::{Tally, shipped};

type Frame = Harness<'static, (Dialog, Vec<Action>)>;

/// An indicator of the user's own.
const OWN: &str = "\n[[indicator]]\nid = \"own.schools\"\nsection = 5\nname = \"法治夜校期数\"\nunit = \"场次\"\n\
                   aliases = [\"法治夜校\"]\nverbs = [\"开办\"]\n";

fn show(quality: &'static Quality) -> Frame {
    show_with(quality, Catalogue::built_in().unwrap())
}

fn show_with(quality: &'static Quality, catalogue: &'static Catalogue) -> Frame {
    let (texts, selection) = (Texts::new(Locale::ZhHans), Selection::default());
    let mut dialog = Dialog::default();
    dialog.take(quality);
    let paint = move |ui: &mut Ui, (dialog, actions): &mut (Dialog, Vec<Action>)| {
        let tokens = theme::tokens(ui);
        let cx = Cx { texts: &texts, tokens, catalogue, overview: None, selection: &selection, busy: false };
        super::ui(ui, dialog, &cx, actions);
    };
    let builder = Harness::builder().with_size([900.0, 760.0]).with_theme(Theme::Light);
    let mut frame =
        builder.with_context_setup(crate::app::report::samples::dress).build_ui_state(paint, (dialog, Vec::new()));
    frame.run();
    frame
}

fn leaked(change: impl FnOnce(&mut Quality)) -> &'static Quality {
    let mut quality = shipped().unwrap().clone();
    change(&mut quality);
    Box::leak(Box::new(quality))
}

fn sees(frame: &Frame, words: &str) -> bool {
    frame.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn what_was_measured_is_said_with_its_catalogue() {
    let own = leaked(|quality| quality.catalogue = Catalogue::built_in().unwrap().digest().into());
    let frame = show(own);
    assert!(sees(&frame, &format!("由 {} 份人工标注的报告测得", own.reports)) && sees(&frame, &own.date));
    assert!(sees(&frame, "不能保证"));
    assert!(sees(&frame, "与测量时相同") && !sees(&frame, "您正在使用另一份目录"));
    let older = leaked(|quality| quality.catalogue = "0123456789".into());
    let frame = show(older);
    assert!(sees(&frame, "测量之后改过") && sees(&frame, "01234567") && !sees(&frame, "与测量时相同"));
    let text = Catalogue::built_in().unwrap().to_text().unwrap() + OWN;
    let frame = show_with(older, Box::leak(Box::new(Catalogue::from_text(&text).unwrap())));
    assert!(sees(&frame, "您正在使用另一份目录") && !sees(&frame, "测量之后改过"));
}

#[test]
fn rows_are_sorted_by_the_column_clicked_and_copied_as_shown() {
    let worst = "letters.received";
    let quality = leaked(|quality| {
        quality.by_indicator.values_mut().for_each(|tally| *tally = Tally { right: 7, missed: 0, wrong: 0 });
        quality.by_indicator.insert(worst.to_owned(), Tally { right: 1999, missed: 0, wrong: 1 });
    });
    let mut frame = show(quality);
    let header = |frame: &Frame| {
        let mut found = frame.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label());
        found.rfind(|label| label.contains("查准率")).unwrap()
    };
    let label = header(&frame);
    frame.get_by_label(&label).click();
    frame.run();
    frame.get_by_label("复制表格").click();
    frame.run();
    let Some(Action::Copy(text)) = frame.state_mut().1.pop() else { panic!("nothing copied") };
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "名称\tn\t查准率\t查全率");
    assert!(lines[1].ends_with("\t1999\t99.9%\t100%"), "the worst first, not rounded up to all: {}", lines[1]);
    assert_eq!(lines.len(), 1 + quality.by_indicator.len());
    frame.get_by_label("按难点").click();
    frame.run();
    assert!(sees(&frame, "D-01 同比是变化，不是数值") && sees(&frame, "不能相加"));
}
