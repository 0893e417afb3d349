//! The pattern that names of files follow: tried while it is typed, kept, and used by the next import.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable as _;
use faheng::app::action::Action;
use faheng::settings::Settings;
use faheng::store::{Access, Filter, Library};

use crate::seat::{Home, Seat};

/// A report that says neither place nor year.
const BARE: &str = "一年来，我们坚持依法行政，本文为测试虚构，各项任务按期完成，取得了新的进展。\n\n\
    一、主要举措和成效\n\n全年收到行政复议申请311件，行政机关负责人出庭应诉率达96%，各项工作取得了新的进展和成效。\n";

fn kept(home: &Home) -> Option<String> {
    Settings::load(&home.path("settings.toml")).0.name_template
}

/// Empties the field of the pattern.
fn clear(seat: &mut Seat) {
    seat.fill("模板", "{");
    seat.press(Modifiers::NONE, Key::Backspace);
}

#[test]
fn a_template_is_tried_kept_and_used_and_what_does_not_follow_it_is_told() {
    let home = Home::new();
    let files = [home.write("批/营口市2023.txt", BARE), home.write("批/终稿.txt", BARE.replace("311", "312"))];
    let mut seat = Seat::new(&home, &[], [1440.0, 900.0], Theme::Light);
    seat.wait_for("从几份年度报告开始");
    seat.click("导入 ▼");
    seat.click("文件名模板…");
    assert!(seat.sees("没有模板：导入时只按正文判断"));
    // The field has the keyboard.
    seat.write("{地区");
    assert!(seat.sees("花括号不成对"));
    seat.press(Modifiers::NONE, Key::Enter);
    assert!(seat.sees("可用的项") && kept(&home).is_none(), "what is no pattern is not kept");
    clear(&mut seat);
    seat.click_a(Role::Button, "{地区}");
    seat.click_a(Role::Button, "{年份}");
    assert!(seat.sees("写一个文件名试试"));
    seat.fill("试一个文件名", "营口市二〇二三.txt");
    assert!(seat.sees("缺“{年份}”") || seat.sees("找不到“{年份}”"), "{:?}", seat.labels("模板"));
    seat.fill("试一个文件名", "营口市2023.txt");
    assert!(seat.sees("文件名符合模板") && seat.window.query_by_label("2023").is_some(), "each field with its value");
    seat.press(Modifiers::NONE, Key::Enter);
    seat.wait_for("以后导入按文件名模板 {地区}{年份} 补充");
    assert!(!seat.sees("可用的项"), "the dialog is closed");

    seat.wish(Action::Import(files.to_vec()));
    seat.wait_for("导入 2，已有 0");
    let rows = seat.labels("终稿.txt");
    assert!(rows.iter().any(|row| row.contains("文件名不合模板") && row.contains("{年份}")), "{rows:?}");
    assert!(seat.labels("营口市2023.txt").iter().all(|row| !row.contains("不合模板")));
    seat.click("名称不符 1");
    assert!(seat.sees("终稿.txt") && !seat.sees("营口市2023.txt"));
    let library = Library::open(home.path("库/library.faheng"), Access::ReadOnly).unwrap();
    let reports = library.reports(&Filter::default()).unwrap();
    let of = |name: &str| reports.iter().find(|report| report.file_name == name).unwrap();
    assert_eq!((of("营口市2023.txt").year, of("终稿.txt").year), (Some(2023), None));
    let said = library.manner(of("营口市2023.txt").id).unwrap().template;
    assert_eq!(said.map(|template| template.to_string()), Some("{地区}{年份}".into()), "for whoever reads it again");
    drop(seat);
    assert_eq!(kept(&home), Some("{地区}{年份}".into()));

    // At the next start it is still there; the name of a file is there to try it; an empty field takes it away.
    let mut seat = Seat::new(&home, &[], [1440.0, 900.0], Theme::Light);
    seat.wait_for("2 份文件");
    seat.click("导入 ▼");
    seat.click("文件名模板…");
    assert!(seat.sees("可用的项") && !seat.sees("没有模板"));
    seat.fill("模板", "{年份}年");
    seat.press(Modifiers::NONE, Key::Escape);
    seat.wish(Action::ShowTemplate(true));
    seat.look();
    clear(&mut seat);
    seat.wait_for("没有模板");
    seat.click("保存");
    seat.wait_for("以后导入不再用文件名模板");
    drop(seat);
    assert_eq!(kept(&home), None);
}
