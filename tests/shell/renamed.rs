//! A place that got another name, in the view of trends.

use eframe::egui::{Key, Modifiers, Theme};
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
        home.write("批/2016.txt", report("即墨市", 2016, 71)),
        home.write("批/2018.txt", report("即墨区", 2018, 93)),
    ];
    let mut seat = Seat::new(&home, &files, [1440.0, 900.0], Theme::Light);
    seat.wait_for("导入 2，");
    seat.wait_for("2 份文件");
    let bodies = seat.app().bodies();
    assert_eq!(bodies.len(), 1, "one place under the name of today: {bodies:?}");
    seat.wish(Action::SetBodies(bodies));
    seat.wish(Action::SetIndicators(vec!["reconsideration.received".into()]));
    seat.wish(Action::Go(Address::Trend));
    seat.wait_for_chart();
    let told = seat.labels("2017年由即墨市改为即墨区");
    assert!(told.iter().any(|label| label.starts_with("更名：")), "the note, which stands in pictures too: {told:?}");
    assert!(told.iter().any(|label| label == "2017年由即墨市改为即墨区"), "the mark on the axis: {told:?}");
    let shown = seat.labels("当时名为");
    assert!(shown.is_empty(), "the table is closed: {shown:?}");
    seat.click("表格 ▲");
    assert_eq!(seat.labels("当时名为即墨市").len(), 1, "2016 alone: 2017 has no report");
    seat.press(Modifiers::NONE, Key::Escape);
}
