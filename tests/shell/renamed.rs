//! A place that got another name, in the view of trends.

use eframe::egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable as _;
use faheng::app::action::{Action, Address};

use crate::seat::{Home, Seat};

#[test]
fn the_chart_marks_the_year_of_another_name() {
    let home = Home::new();
    let report = |name: &str, year: i32, count: i32| {
        format!(
            "{name}{year}年法治政府建设情况报告\n\n一、主要举措和成效\n\n本文为测试虚构。{year}年，收到行政复议申请{count}件。\n"
        )
    };
    let files = vec![
        home.write("批/2015.txt", report("即墨市", 2015, 60)),
        home.write("批/2016.txt", report("即墨市", 2016, 71)),
        home.write("批/2018.txt", report("即墨区", 2018, 93)),
    ];
    let mut seat = Seat::new(&home, &files, [1440.0, 900.0], Theme::Light);
    seat.wait_for("导入 3，");
    seat.wait_for("3 份文件");
    let bodies = seat.app().bodies();
    assert_eq!(bodies.len(), 1, "one place under the name of today: {bodies:?}");
    seat.wish(Action::SetBodies(bodies));
    seat.wish(Action::SetIndicators(vec!["reconsideration.received".into()]));
    seat.wish(Action::Go(Address::Trend));
    seat.wait_for_chart();
    let words = "2017年由即墨市改为即墨区";
    assert!(seat.sees(&format!("更名：{words}")), "the note, which stands in pictures too");
    assert_eq!(seat.window.query_all_by_label(words).count(), 1, "the mark on the axis");
    assert!(!seat.sees("当时名为"), "the table is closed");
    seat.click("表格 ▲");
    assert_eq!(seat.labels("当时名为即墨市").len(), 2, "the years before 2017");
    seat.press(Modifiers::NONE, Key::Escape);
}
