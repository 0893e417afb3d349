//! A report that was read in a wrong encoding, put right in the window.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, MissingGlyphPolicy, Modifiers, Theme};
use encoding_rs::GB18030;
use faheng::error::Error;
use faheng::intake::{Encoding, Options, from_bytes_with};
use faheng::jobs::{Message, import};
use faheng::reading::{Manner, Reading, Rules, read_by};
use faheng::store::{Access, Library, ReportId};

use crate::files;
use crate::seat::{Home, Seat};

fn in_big5(path: &Path, bytes: Vec<u8>) -> Result<Reading, Error> {
    let manner = Manner { options: Options { encoding: Encoding::named("big5") }, ..Manner::default() };
    Ok(read_by(from_bytes_with(path, &bytes, manner.options)?, Rules::built_in()?, &manner))
}

/// A window on a library with one report in GB18030 that was imported as Big5.
fn seat(home: &Home) -> Seat {
    let text = std::fs::read_to_string(&files::made(home)[0]).unwrap();
    let file = home.write("错码.txt", GB18030.encode(&text).0);
    let place = home.path("库/library.faheng");
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    let handle = import(&place, vec![file], Arc::new(in_big5), Arc::new(|| {}));
    assert!(matches!(handle.messages().last(), Some(Message::Done(_))));
    let mut seat = Seat::new(home, &[], [1440.0, 900.0], Theme::Light);
    // A wrong encoding gives characters that no font has.
    seat.window.ctx.set_missing_glyph_policy(MissingGlyphPolicy::Tofu);
    seat.wait_for("1 份文件");
    let report = faheng::app::action::Address::Report { id: Some(ReportId::new(1)), figure: None };
    seat.wish(faheng::app::action::Action::Go(report));
    seat.wait_for("未选数值");
    seat
}

fn said(home: &Home) -> Option<&'static str> {
    let library = Library::open(home.path("库/library.faheng"), Access::ReadOnly).unwrap();
    library.manner(ReportId::new(1)).unwrap().options.encoding.map(Encoding::name)
}

#[test]
fn a_wrong_encoding_is_seen_and_put_right() {
    let home = Home::new();
    let mut seat = seat(&home);
    assert!(!seat.sees("行政复议"));
    seat.click("编码…");
    seat.wait_for("现在按 BIG5 读取，由您指定");
    let can_read = |seat: &Seat| {
        use egui_kittest::kittest::{NodeT as _, Queryable as _};
        !seat.window.get_by_role_and_label(Role::Button, "重读").accesskit_node().is_disabled()
    };
    assert!(!can_read(&seat), "it is read so already");
    seat.click_a(Role::RadioButton, "UTF-8");
    seat.wait_for("处读不通");
    seat.click_a(Role::RadioButton, "GB18030（含 GBK、GB2312）");
    seat.wait_for("每个字节都读得通");
    seat.wait_for("鞍山市2021年法治政府建设情况报告");
    assert!(can_read(&seat));
    seat.click("重读");
    seat.wait_for("已按“GB18030”重新读取：鞍山市 2021年");
    seat.wait("the report", |seat| seat.sees("行政复议申请") && !seat.sees("正在打开"));
    assert_eq!(said(&home), Some("gb18030"));
    assert!(!seat.sees("换一种编码重读"), "the dialog is closed");

    // Back to what the bytes show, by keys and a name that is typed.
    seat.click("编码…");
    seat.wait_for("现在按 GB18030 读取，由您指定");
    seat.fill("其他编码的名称", "Klingon");
    seat.wait_for("不认识这个编码名称");
    assert!(!can_read(&seat));
    seat.click_a(Role::RadioButton, "自动判断");
    seat.wait_for("按 GB18030 读出");
    seat.click("重读");
    seat.wait_for("已按“自动判断”重新读取");
    seat.wait("the report", |seat| !seat.sees("正在打开") && !seat.sees("正在重新读取"));
    assert_eq!(said(&home), None);
}

#[test]
fn the_dialog_is_left_by_escape_and_offered_for_texts_alone() {
    let home = Home::new();
    let mut seat = seat(&home);
    seat.click("编码…");
    seat.wait_for("现在按 BIG5 读取");
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(!seat.sees("现在按 BIG5 读取"));
    seat.click("换一种编码重读…");
    seat.wait_for("现在按 BIG5 读取");
    seat.click("取消");
    assert_eq!(said(&home), Some("big5"), "nothing was done");
    seat.visit("库");
    seat.wish(faheng::app::action::Action::OpenSample);
    seat.wait_for("28 份文件");
    for (cell, offered) in [("墨岭市 2021年，", true), ("墨岭市 2020年，", false)] {
        seat.visit("库");
        let cell = seat.labels(cell).remove(0);
        seat.click(&cell);
        seat.wait_for("未选数值");
        assert_eq!(seat.sees("编码…"), offered, "{cell}");
    }
}
