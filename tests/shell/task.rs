//! The task of a first user from an empty library to files on the disk, and what is remembered of it.

use std::fs;
use std::path::Path;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Theme};
use faheng::app::action::{Address, Place};

use crate::files;
use crate::seat::{Home, INDICATORS, PLACES, Seat};

const SIZE: [f32; 2] = [1440.0, 900.0];

/// A library of its own, filled with the sample data and with what a user has besides.
fn filled(home: &Home) -> (Seat, bool) {
    let mut seat = Seat::new(home, &[], SIZE, Theme::Light);
    seat.wait_for("从几份年度报告开始");
    seat.click("打开文件夹…");
    seat.type_paths(&[files::sample()]);
    seat.wait_for("导入 28，已有 0，跳过 3，失败 0");
    let real = files::real();
    let paths = [files::made(home), real.clone()].concat();
    seat.click("导入 ▼");
    seat.click("报告文件…");
    seat.type_paths(&paths);
    let count = 2 + real.len();
    seat.wait_for(&format!("导入 {count}，已有 0，跳过 0，失败 1"));
    seat.wait_for(&format!("{} 份文件", 28 + count));
    (seat, !real.is_empty())
}

fn export(seat: &mut Seat, folder: &Path) {
    seat.click("导出…");
    seat.wait_for("导出图表");
    seat.click("保留文字");
    let taken = folder.with_file_name("占着 '位置'");
    fs::write(&taken, "a file where a folder is asked for").unwrap();
    seat.fill("文件夹", &taken.display().to_string());
    seat.click_a(Role::Button, "导出");
    seat.wait_for("没有可以写入的文件夹");
    assert!(seat.sees("导出图表"), "what failed stays open to be put right");
    seat.fill("文件夹", &folder.display().to_string());
    seat.wait("the preview", |seat| !seat.sees("正在画预览"));
    seat.click_a(Role::Button, "导出");
    seat.wait_for("已导出到");
}

/// The one file with this ending.
fn file(folder: &Path, ending: &str) -> Vec<u8> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let found: Vec<_> = entries.filter(|path| path.extension().is_some_and(|own| own == ending)).collect();
    assert_eq!(found.len(), 1, "files .{ending}: {found:?}");
    fs::read(&found[0]).unwrap()
}

/// Width and pixels a metre of a PNG.
fn width_and_density(png: &[u8]) -> (u32, u32) {
    let reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
    let info = reader.info();
    (info.width, info.pixel_dims.unwrap().xppu)
}

fn check(folder: &Path) {
    let (width, density) = width_and_density(&file(folder, "png"));
    assert!(width.abs_diff(1843) <= 1, "156 mm at 300 dpi: {width}");
    assert!(density.abs_diff(11_811) <= 1, "300 dpi: {density}");
    let svg = String::from_utf8(file(folder, "svg")).unwrap();
    for text in ["行政机关负责人出庭应诉率", "收到行政复议申请件数", "件", "%", "来源：", "墨岭市", "澜州市"]
    {
        assert!(svg.contains(text), "{text} is not in the picture");
    }
    for year in 2019..=2024 {
        assert!(svg.contains(&format!(">{year}<")), "{year} is not below the picture");
    }
    let csv = file(folder, "csv");
    assert!(csv.starts_with("\u{feff}".as_bytes()), "a BOM for Excel");
    let csv = String::from_utf8(csv).unwrap();
    assert!(PLACES.iter().all(|place| csv.lines().filter(|line| line.contains(place)).count() > 5), "{csv}");
    let sentences = String::from_utf8(file(folder, "md")).unwrap();
    assert!(PLACES.iter().all(|place| sentences.contains(place)) && sentences.lines().count() > 20, "{sentences}");
}

#[test]
fn from_an_empty_library_to_files_and_back() {
    let home = Home::new();
    let (mut seat, real) = filled(&home);
    seat.click("网格");
    let cell = seat.labels("墨岭市 2021年").remove(0);
    seat.click(&cell);
    seat.wait_for("未选数值");
    assert_eq!(seat.app().address().place(), Place::Report);
    let pair = if real { ("沈阳市 2021", "营口市 2025") } else { ("鞍山市 2021", "墨岭市 2024") };
    seat.visit("对比");
    seat.wait_for("选两份报告来对比");
    seat.compare(pair.0, pair.1);
    let compared = seat.app().address().clone();
    seat.visit("趋势");
    seat.chart();
    let folder = home.path("图 “表”");
    fs::create_dir(&folder).unwrap();
    export(&mut seat, &folder);
    check(&folder);
    seat.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(*seat.app().address(), compared, "back to the comparison");
    seat.wait("the comparison", |seat| seat.sees("差 = 右 − 左") && !seat.sees("正在对比"));
    drop(seat);

    let mut again = Seat::new(&home, &[], SIZE, Theme::Light);
    again.wait_for("作图地区 2 个");
    assert_eq!(*again.app().address(), Address::Library);
    again.visit("趋势");
    again.wait_for_chart();
    assert!(INDICATORS.iter().all(|name| again.sees(name)) && PLACES.iter().all(|place| again.sees(place)));
}

#[test]
fn files_of_the_command_line_and_the_sample_are_looked_at_without_touching_the_library() {
    let home = Home::new();
    let made = files::made(&home);
    let mut seat = Seat::new(&home, &made[..2], SIZE, Theme::Light);
    seat.wait_for("导入 2，已有 0，跳过 0，失败 0");
    assert!(seat.sees("库：临时库"));
    seat.click("库：临时库 ▼");
    seat.click("看示例");
    seat.wait_for("导入 28，");
    seat.wait_for("28 份文件");
    assert!(!seat.sees("鞍山市"), "another library");
    drop(seat);
    assert!(!home.path("库/library.faheng").exists());
}
