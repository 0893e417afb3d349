//! The list of what became of imported files.

use std::path::Path;

use eframe::egui::Theme;
use eframe::egui::accesskit::Role;

use faheng::app::action::Action;

use crate::files;
use crate::seat::{Home, Seat};

#[test]
fn a_copy_with_another_digit_is_listed_with_it_and_what_failed_is_tried_again() {
    let home = Home::new();
    let report = |count: i32| {
        format!(
            "柳湾市2023年法治政府建设情况报告\n\n一、主要举措和成效\n\n本文为测试虚构。2023年，全市共收到行政复议申请{count}件，\
             审结一百余件，行政机关负责人出庭应诉率达98%，各项工作取得了新的进展和成效，依法行政的能力和水平有了提高。\n"
        )
    };
    let first = home.write("批/一.txt", report(120));
    let second = home.write("批/二.txt", report(121));
    let empty = home.write("批/空.txt", "");
    let mut seat = Seat::new(&home, &[], [1440.0, 900.0], Theme::Light);
    seat.wait_for("从几份年度报告开始");
    assert!(seat.sees("打开报告文件…"));
    seat.hover(1);
    assert!(seat.sees("可读取 txt md html mht docx doc wps rtf pdf ofd zip"));
    seat.hover(0);
    seat.click("打开报告文件…");
    assert!(seat.sees("请输入文件（txt md html"), "the field names them too");
    let scan = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/intake/pdf/scan.pdf");
    seat.type_paths(&[first.clone(), second, empty.clone(), first, scan]);
    seat.wait_for("导入 2，已有 1，跳过 0，失败 2");
    assert!(seat.sees("其中扫描件 1 份"));
    seat.wait_for("1 份文件");
    seat.click("近似 1");
    let rows = seat.labels("二.txt");
    assert!(rows.iter().any(|row| row.contains("120 → 121")), "{rows:?}");
    assert!(!seat.sees("一.txt"));
    seat.click("扫描件 1");
    assert!(seat.sees("scan.pdf") && seat.sees("没有文字层") && !seat.sees("空.txt"));
    seat.click("失败 2");
    assert!(seat.sees("文件为空") && seat.sees("请确认文件下载完整后再试"), "why, and what to do");

    std::fs::write(&empty, report(300).replace("柳湾", "柳岸")).unwrap();
    seat.click("重试失败的");
    seat.wait_for("导入 1，已有 0，跳过 0，失败 1");
    seat.wait_for("2 份文件");
    assert!(seat.count(Role::Button) > 0 && !seat.sees("空.txt 失败") && !seat.sees("近似"));
}

#[test]
fn an_import_that_was_cancelled_goes_on_where_it_stopped() {
    let home = Home::new();
    let mut seat = Seat::new(&home, &[], [1440.0, 900.0], Theme::Light);
    seat.wait_for("从几份年度报告开始");
    // Both before the next frame, so that the import has not ended.
    seat.wish(Action::Import(vec![files::sample()]));
    seat.wish(Action::CancelJob);
    seat.wait_for("已取消：");
    seat.click("继续导入");
    seat.wait("the end", |seat| seat.sees("跳过 3，失败 0") && !seat.sees("取消导入"));
    seat.wait_for("28 份文件");
    assert!(!seat.sees("继续导入"));
}
