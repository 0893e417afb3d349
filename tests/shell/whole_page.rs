//! The switch that shows the whole page of a report.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Theme};
use faheng::app::action::{Action, Place};

use crate::files;
use crate::seat::{Home, Seat};

const SIZE: [f32; 2] = [1440.0, 900.0];

/// Words above the title of the page.
const MENU: &str = "页面内容：今天是";

#[test]
fn what_was_left_out_of_a_page_is_shown_and_hidden_again() {
    let home = Home::new();
    let mut seat = Seat::new(&home, &[files::sample()], SIZE, Theme::Light);
    seat.wait_for("28 份文件");
    let cell = seat.labels("墨岭市 2021年").remove(0);
    seat.click(&cell);
    seat.wait_for("未选数值");
    assert!(!seat.sees(MENU));
    let marks = |seat: &Seat| seat.count(Role::Link);
    assert!(marks(&seat) > 0);
    seat.click_a(Role::CheckBox, "页面原文");
    seat.wait_for("含页面内容");
    assert!(seat.sees(MENU), "the top of the page stays at the top");

    // A figure is found in both states, and the switch holds over it and over other views.
    seat.press(Modifiers::NONE, Key::J);
    seat.wait("a card", |seat| !seat.sees("未选数值"));
    assert!(marks(&seat) > 0 && seat.sees("含页面内容"));
    seat.visit("趋势");
    seat.visit("报告");
    seat.wait_for("含页面内容");
    seat.click_a(Role::CheckBox, "页面原文");
    seat.wait("the report alone", |seat| !seat.sees("含页面内容"));
    assert!(!seat.sees(MENU) && marks(&seat) > 0 && !seat.sees("未选数值"));

    // Another report is shown as usual.
    seat.click_a(Role::CheckBox, "页面原文");
    seat.wait_for("含页面内容");
    seat.click("下一年");
    seat.wait_for("2022");
    seat.wait("the next report", |seat| !seat.sees("含页面内容") && !seat.sees("正在打开"));
    seat.wish(Action::Visit(Place::Library));
}
