//! Views of the whole window that have nothing to show: an empty library, and one that cannot be opened.

use std::fs;

use eframe::egui::Theme;
use faheng::app::action::{Action, Address, Place};

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

#[test]
fn what_is_dropped_is_named_before_and_imported_after() {
    let home = Home::new();
    let folder = home.path("拖 来 'q' \"双\"");
    fs::create_dir_all(folder.join("子")).unwrap();
    fs::write(folder.join("子/noise.bin"), [0xFF, 0x00, 0x13, 0x80]).unwrap();
    fs::write(folder.join("空.txt"), "").unwrap();
    let report = "柳湾市2023年法治政府建设情况报告\n2023年，全市共收到行政复议申请120件。\n";
    fs::write(folder.join("子/甲 乙.txt"), report).unwrap();
    let mut seat = Seat::new(&home, &[], SIZE, Theme::Light);
    seat.wait_for("从几份年度报告开始");
    seat.hover(2);
    assert!(seat.sees("导入 2 个文件或文件夹"));
    seat.hover(0);
    assert!(!seat.sees("导入 2 个文件或文件夹"), "files that leave the window take the words with them");
    seat.drop(std::slice::from_ref(&folder));
    seat.wait_for("导入 1，已有 0，跳过 1，失败 1");
    for name in ["noise.bin", "空.txt", "甲 乙.txt", "柳湾市"] {
        assert!(seat.sees(name), "{name}");
    }
    assert!(folder.join("子/甲 乙.txt").exists(), "reading takes nothing away");
}

#[test]
fn a_running_import_keeps_its_library_open() {
    let home = Home::new();
    let mut seat = Seat::new(&home, &[], SIZE, Theme::Light);
    seat.wait_for("从几份年度报告开始");
    // Both before the next frame, so that the import has not ended.
    seat.wish(Action::Import(vec![files::sample()]));
    seat.wish(Action::OpenLibrary(home.path("别的.faheng")));
    seat.wait_for("正在导入，请等它完成或先取消");
    seat.wait_for("导入 28，已有 0，跳过 3，失败 0");
    assert!(seat.sees("我的资料库"), "the library stays");
    seat.wish(Action::OpenLibrary(home.path("别的.faheng")));
    seat.wait_for("库：别的");
}
