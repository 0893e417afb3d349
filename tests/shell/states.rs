//! Views of the whole window that have nothing to show: an empty library, and one that cannot be opened.

use std::fs;

use eframe::egui::Theme;
use faheng::app::action::{Address, Place};

use crate::files;
use crate::seat::{Home, Seat};

const SIZE: [f32; 2] = [1024.0, 700.0];

#[test]
fn with_an_empty_library_every_view_says_what_to_do_next() {
    let home = Home::new();
    let mut seat = Seat::new(&home, &[], SIZE, Theme::Light);
    seat.wait_for("从几份年度报告开始");
    for (view, place, says) in [
        ("报告", Place::Report, "没有打开报告"),
        ("对比", Place::Compare, "选两份报告来对比"),
        ("趋势", Place::Trend, "库中还没有报告"),
    ] {
        seat.visit(view);
        seat.wait_for(says);
        assert_eq!(seat.app().address().place(), place);
        if place != Place::Trend {
            seat.click("到库里选");
            assert_eq!(*seat.app().address(), Address::Library);
        }
    }
    assert!(!home.path("库/library.faheng").exists(), "looking makes no library");
}

#[test]
fn a_library_that_cannot_be_opened_is_told_and_tried_again() {
    let home = Home::new();
    let place = home.write("库/library.faheng", "a text under the name of a library");
    let mut seat = Seat::new(&home, &[], SIZE, Theme::Light);
    seat.wait_for("资料库打不开");
    assert!(seat.sees("library.faheng"), "the sentence names the file");
    for view in ["报告", "对比", "趋势", "库"] {
        seat.visit(view);
    }
    assert_eq!(fs::read_to_string(&place).unwrap(), "a text under the name of a library", "and it is left alone");
    fs::remove_file(&place).unwrap();
    seat.click("再试一次");
    seat.wait_for("从几份年度报告开始");
}

#[test]
fn an_import_in_which_nothing_can_be_read_leaves_the_way_to_begin() {
    let home = Home::new();
    let odd = files::made(&home).pop().unwrap();
    let mut seat = Seat::new(&home, &[], SIZE, Theme::Light);
    seat.wait_for("从几份年度报告开始");
    seat.click("打开报告文件…");
    seat.type_paths(&[odd, home.path("没有这个文件.docx")]);
    seat.wait_for("导入 0，已有 0，跳过 0，失败 2");
    assert!(seat.sees("图.jpg") && seat.sees("没有这个文件.docx"));
    seat.click("关闭");
    assert!(seat.sees("从几份年度报告开始") && !seat.sees("没有这个文件.docx"));
}
