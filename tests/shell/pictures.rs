//! What each view looks like, light and dark, at the size of a small screen; compared with the pictures in `tests/snapshots`.
//!
//! `UPDATE_SNAPSHOTS=1` makes them anew, on Linux with Mesa's software renderer, since others draw a few pixels otherwise.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{OsThreshold, SnapshotOptions};

use crate::files;
use crate::seat::{Home, Seat};

const SIZE: [f32; 2] = [1024.0, 700.0];
/// Pixels that may differ where another renderer draws.
const ELSEWHERE: usize = 400;

struct Album {
    seat: Seat,
    theme: &'static str,
}

impl Album {
    /// Compares what is to be seen with its picture; all that differ are told at the end.
    fn picture(&mut self, view: &str) {
        self.seat.window.remove_cursor();
        self.seat.wait("all that was asked for", |seat| !seat.sees("正在"));
        // The preview of an export holds today's date.
        if let Some(preview) = self.seat.window.query_by_role_and_label(Role::Image, "预览").map(|own| own.rect()) {
            self.seat.window.mask(preview);
        }
        let failed = OsThreshold::new(ELSEWHERE).linux(0);
        let options = SnapshotOptions::new().max_failed_pixels(failed);
        self.seat.window.snapshot_options(format!("{view}-{}", self.theme), &options);
    }

    fn library(&mut self) {
        self.seat.wait_for("从几份年度报告开始");
        self.picture("welcome");
        self.seat.hover(3);
        self.picture("drop");
        self.seat.hover(0);
        self.seat.click("打开文件夹…");
        self.seat.type_paths(&[files::sample()]);
        self.seat.wait_for("导入 28，已有 0，跳过 3，失败 0");
        self.seat.wait_for("28 份文件");
        self.picture("library-results");
        self.seat.click("收起导入结果");
        self.picture("library-grid");
        self.seat.click("列表");
        self.picture("library-list");
        self.seat.click("网格");
        self.seat.click("导入 ▼");
        self.seat.click("文件名模板…");
        self.seat.fill("试一个文件名", "墨岭市2021.docx");
        self.seat.fill("模板", "{地区}{年份}");
        self.picture("template");
        self.seat.click("取消");
        self.seat.click("帮助 ▼");
        self.seat.click("抽取质量");
        self.seat.wait_for("人工标注的报告测得");
        self.picture("quality");
        self.seat.click("关闭");
    }

    fn report(&mut self) {
        let cell = self.seat.labels("墨岭市 2021年").remove(0);
        self.seat.click(&cell);
        self.seat.wait_for("未选数值");
        self.seat.click_first(Role::ListBoxOption);
        self.picture("report");
        self.seat.press(Modifiers::NONE, Key::Home);
        self.seat.click_a(Role::CheckBox, "页面原文");
        self.seat.wait_for("含页面内容");
        self.picture("report-whole");
        self.seat.click_a(Role::CheckBox, "页面原文");
        self.seat.click("编码…");
        self.seat.wait_for("每个字节都读得通");
        self.picture("encoding");
        self.seat.click("取消");
    }

    fn compare(&mut self) {
        self.seat.visit("对比");
        self.seat.compare("墨岭市 2024", "澜州市 2024");
        self.picture("compare");
    }

    fn trend(&mut self) {
        self.seat.visit("趋势");
        self.seat.chart();
        self.picture("trend-lines");
        self.seat.click("柱状");
        self.seat.wait_for_chart();
        self.picture("trend-bars");
        self.seat.click("折线");
        self.seat.wait_for_chart();
        self.seat.click("导出…");
        self.seat.fill("文件夹", "/图表");
        self.seat.wait("the preview", |seat| !seat.sees("正在画预览"));
        self.picture("export");
    }
}

fn album(theme: Theme) {
    let home = Home::new();
    let seat = Seat::new(&home, &[], SIZE, theme);
    let mut album = Album { seat, theme: if theme == Theme::Dark { "dark" } else { "light" } };
    album.library();
    album.report();
    album.compare();
    album.trend();
}

#[test]
fn every_view_looks_as_before_in_light() {
    album(Theme::Light);
}

#[test]
fn every_view_looks_as_before_in_dark() {
    album(Theme::Dark);
}
