//! Libraries of thousands of places.

use super::*;

/// A library of that many invented places, ten years each.
pub fn large(places: i64) -> Arc<Overview> {
    let mut overview = Overview { years: (2016..=2025).collect(), ..Overview::default() };
    for place in 0..places {
        let name = format!("第{place}县");
        let path = vec!["示例省".to_owned(), format!("第{}市", place / 10), name.clone()];
        let cell = |year: i32| GridCell {
            report: ReportId::new(place * 10 + i64::from(year)),
            kind: Kind::GovernmentReport,
            state: ReportState::Pending,
            figures: 30,
            others: Vec::new(),
        };
        let cells: std::collections::BTreeMap<i32, GridCell> = (2016..=2025).map(|year| (year, cell(year))).collect();
        for (year, cell) in &cells {
            overview.reports.push(summary(cell.report, &name, &path, *year));
            overview.states.push(cell.state);
        }
        overview.rows.push(PlaceRow {
            body: BodyKey { place: path, name },
            code: Some(format!("{:06}", 210_000 + place)),
            level: Some(Level::County),
            government: true,
            indicators: 40,
            cells,
            undated: Vec::new(),
        });
    }
    Arc::new(overview)
}

fn summary(id: ReportId, name: &str, path: &[String], year: i32) -> ReportSummary {
    ReportSummary {
        id,
        sha256: String::new(),
        path: format!("/报告/{name}{year}.docx").into(),
        file_name: format!("{name}{year}.docx"),
        format: crate::intake::Format::Docx,
        encoding: "utf-8".into(),
        size: 1,
        imported: String::new(),
        title: Some(format!("{name}{year}年法治政府建设年度报告")),
        kind: Kind::GovernmentReport,
        year: Some(year),
        body: Body { name: Some(name.into()), level: Some(Level::County) },
        jurisdiction: Some(Jurisdiction { code: None, name: name.into(), path: Some(path.to_vec()) }),
        issuer: None,
        published: None,
        doc_number: None,
        version: 1,
        current: true,
        observations: 30,
    }
}

#[test]
fn of_many_places_only_those_seen_are_painted() {
    let mut harness = harness(State::of(Load::Ready(large(3_000))), LARGE);
    let deadline = Instant::now() + Duration::from_secs(60);
    while harness.query_by_label("第0县").is_none() {
        assert!(Instant::now() < deadline, "the library is never laid out");
        harness.run_steps(1);
    }
    assert!(harness.query_by_label("第100县").is_none());
    harness.get_by_label("3,000 个地区和机关，30,000 份文件");
    harness.get_by_label("地区年份网格").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::CTRL, Key::End);
    harness.run();
    harness.get_by_label("第2999县");
    let began = Instant::now();
    harness.run_steps(20);
    println!("a frame of 3,000 places with its accessibility tree: {:?}", began.elapsed() / 20);
}

#[test]
fn places_below_others_are_found_by_either_name_and_by_code() {
    let shown = large(30);
    let index = tree::Index::new(&shown);
    let found = |filter: Filter| -> Vec<u32> { filter.lines(&shown, &index).iter().map(|line| line.row).collect() };
    let typed = |typed: &str| found(Filter { search: typed.into(), ..Filter::default() });
    for name in ["第12县", " 示例省 / 第1市 / 第12县 ", "示例第12县", "示例省第12", "210012"] {
        assert_eq!(typed(name), [12], "{name}");
    }
    assert_eq!(typed("第2市").len(), 10);
    assert_eq!(typed("21002"), (20..30).collect::<Vec<u32>>());
    assert_eq!(index.provinces, ["示例省"]);
    assert_eq!(found(Filter { province: Some("示例省".into()), ..Filter::default() }).len(), 30);
}
