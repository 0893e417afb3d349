//! The quality page, reached from the help menu.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Theme};

use crate::seat::{Home, Seat};

#[test]
fn the_help_menu_leads_to_how_right_indicators_are_read() {
    let home = Home::new();
    let mut seat = Seat::new(&home, &[], [1024.0, 700.0], Theme::Light);
    seat.wait_for("从几份年度报告开始");
    seat.click("帮助 ▼");
    seat.click("抽取质量");
    seat.wait_for("人工标注的报告测得");
    assert!(seat.sees("查准率") && seat.sees("查全率") && seat.sees("不能保证"));
    for (tab, row) in
        [("按部分", "党的领导与统筹推进"), ("按性质", "措辞推得"), ("按难点", "D-01"), ("按指标", "述法人数")]
    {
        seat.click(tab);
        seat.wait_for(row);
    }
    assert!(seat.count(Role::Button) > 4);
    seat.press(Modifiers::NONE, Key::Escape);
    seat.wait("the dialog closed", |seat| !seat.sees("人工标注的报告测得"));
}
