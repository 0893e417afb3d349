//! Charts end to end: from the sample reports through the program to files that are opened and counted.

#![cfg(feature = "cli")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod program;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use program::Bench;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

const RATE: &str = "litigation.head_appearance_rate";
const COUNT: &str = "reconsideration.received";
const PLACES: [&str; 4] = ["墨岭市", "澄港市", "澜州市", "绮湖市"];

/// An element's attributes and its text.
#[derive(Debug, Default)]
struct Element {
    attributes: BTreeMap<String, String>,
    text: String,
}

impl Element {
    fn of(start: &BytesStart<'_>) -> Self {
        let attribute = |found: quick_xml::events::attributes::Attribute<'_>| {
            (found.key.as_ref().to_owned(), found.value.into_owned())
        };
        let attributes = start.attributes().map(|found| attribute(found.unwrap())).collect();
        Self { attributes, text: String::new() }
    }

    fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    fn is(&self, class: &str) -> bool {
        self.get("class") == class
    }
}

/// All elements of a picture in document order.
fn elements(svg: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(svg);
    let mut found: Vec<Element> = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return found,
            Event::Start(start) | Event::Empty(start) => found.push(Element::of(&start)),
            Event::Text(text) => {
                if let Some(last) = found.last_mut() {
                    last.text.push_str(text.trim_end_matches('\n'));
                }
            }
            _ => {}
        }
    }
}

/// Runs the program, which must be content; gives what it printed.
#[track_caller]
fn ok(bench: &Bench, args: &[&str]) -> String {
    bench.run(args).expect(0).out
}

fn texts_of(all: &[Element], class: &str) -> String {
    all.iter().filter(|element| element.is(class)).map(|element| element.text.as_str()).collect()
}

/// A library of the sample reports.
fn library() -> Bench {
    let bench = Bench::new();
    ok(&bench, &["import", &sample()]);
    bench
}

fn sample() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data").display().to_string()
}

/// Draws a chart of some places into a file and reads it.
fn chart(bench: &Bench, indicators: &[&str], more: &[&str], file: &str) -> Vec<u8> {
    let mut args = vec!["chart"];
    indicators.iter().for_each(|id| args.extend(["--indicator", id]));
    args.push("--place");
    args.extend(PLACES);
    args.extend(more);
    args.extend(["--out", file]);
    ok(bench, &args);
    std::fs::read(bench.path(file)).unwrap()
}

/// What `faheng series --json` prints: values as (place, indicator, year, value), gaps without the value.
#[derive(Default)]
struct Printed {
    values: Vec<(String, String, i64, String)>,
    gaps: BTreeSet<(String, String, i64)>,
}

fn printed(bench: &Bench, indicators: &[&str]) -> Printed {
    let mut args = vec!["series", "--json"];
    indicators.iter().for_each(|id| args.extend(["--indicator", id]));
    args.push("--place");
    args.extend(PLACES);
    let mut printed = Printed::default();
    for line in ok(bench, &args).lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let text = |name: &str| row[name].as_str().unwrap().to_owned();
        let (place, indicator, year) = (text("body"), text("indicator"), row["year"].as_i64().unwrap());
        for value in row["values"].as_array().unwrap() {
            let value = value["value"].as_f64().unwrap().to_string();
            printed.values.push((place.clone(), indicator.clone(), year, value));
        }
        if row["values"].as_array().unwrap().is_empty() {
            printed.gaps.insert((place, indicator, year));
        }
    }
    printed
}

#[test]
fn a_picture_holds_all_words_and_one_mark_for_each_value() {
    let bench = library();
    let svg = String::from_utf8(chart(&bench, &[RATE, COUNT], &["--svg-text"], "a.svg")).unwrap();
    let all = elements(&svg);
    let title = texts_of(&all, "title");
    for words in PLACES.iter().chain(&["行政机关负责人出庭应诉率", "收到行政复议申请件数", "2019—2024"])
    {
        assert!(title.contains(words), "{words} in {title}");
    }
    assert_eq!(texts_of(&all, "unit"), "%件");
    assert!(texts_of(&all, "source").starts_with("来源："));
    for year in 2019..=2024 {
        let ticks = all.iter().filter(|element| element.is("tick-x") && element.text == year.to_string());
        assert_eq!(ticks.count(), 2, "{year} in both panels");
    }
    let names: Vec<&str> = all.iter().filter(|own| own.is("name") || own.is("legend")).map(|own| &*own.text).collect();
    assert!(PLACES.iter().all(|place| names.iter().any(|name| name.contains(place))), "{names:?}");
    let mark = |own: &Element| {
        let year = own.get("data-year").parse().unwrap();
        (own.get("data-place").to_owned(), own.get("data-indicator").to_owned(), year, own.get("data-value").to_owned())
    };
    let mut marks: Vec<_> = all.iter().filter(|own| own.is("mark")).map(mark).collect();
    let mut values = printed(&bench, &[RATE, COUNT]).values;
    marks.sort();
    values.sort();
    assert!(values.len() > 30, "{}", values.len());
    assert_eq!(marks, values);
}

#[test]
fn no_line_passes_a_year_without_a_value() {
    let bench = library();
    let all = ok(&bench, &["indicators", "--json"]);
    let ids: Vec<String> = all
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].as_str().unwrap().to_owned())
        .collect();
    let all = printed(&bench, &ids.iter().map(String::as_str).collect::<Vec<_>>());
    // 澄港市 has no report of 2021, and the next one gives few levels of that year.
    let place = PLACES[1].to_owned();
    let has = |id: &str, year: i64| all.values.iter().any(|own| (&own.0, own.1.as_str(), own.2) == (&place, id, year));
    let hole =
        |id: &&String| has(id, 2020) && has(id, 2022) && all.gaps.contains(&(place.clone(), (*id).clone(), 2021));
    let id = ids.iter().find(hole).expect("an indicator with a hole in 2021");
    let svg = String::from_utf8(chart(&bench, &[id], &["--svg-text"], "a.svg")).unwrap();
    let all = elements(&svg);
    let gaps = printed(&bench, &[id]).gaps;
    let mut lines = 0;
    for line in all.iter().filter(|element| element.is("line")) {
        let years: Vec<i64> = line.get("data-years").split(' ').map(|year| year.parse().unwrap()).collect();
        assert!(years.windows(2).all(|pair| pair[1] == pair[0] + 1), "{years:?}");
        assert_eq!(line.get("d").matches(['M', 'L']).count(), years.len());
        let place = line.get("data-place").to_owned();
        assert!(years.iter().all(|year| !gaps.contains(&(place.clone(), id.clone(), *year))), "{place} {years:?}");
        lines += 1;
    }
    assert!(lines > 3, "places with a hole have several lines");
    assert!(texts_of(&all, "note").contains("无报告：澄港市 2021"), "{}", texts_of(&all, "note"));
}

/// Pictures of pixels need a feature.
#[cfg(feature = "export")]
mod pixels {
    use faheng::chart::PRESETS;

    use super::*;

    /// A chunk of a PNG file.
    fn chunk<'a>(png: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
        let mut rest = &png[8..];
        while rest.len() > 8 {
            let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
            if &rest[4..8] == name {
                return Some(&rest[8..8 + length]);
            }
            rest = &rest[12 + length..];
        }
        None
    }

    fn number(bytes: &[u8]) -> u32 {
        u32::from_be_bytes(bytes[..4].try_into().unwrap())
    }

    #[test]
    fn pixels_have_the_size_the_resolution_and_the_words() {
        let bench = library();
        for preset in PRESETS {
            let png = chart(&bench, &[RATE], &["--preset", preset.id, "--force"], "a.png");
            let header = chunk(&png, b"IHDR").unwrap();
            assert_eq!((number(header), number(&header[4..])), preset.size.pixels());
            let resolution = chunk(&png, b"pHYs").unwrap();
            assert_eq!((number(resolution), resolution[8]), (preset.size.per_metre(), 1));
        }
        let png = chart(&bench, &[RATE], &["--force"], "a.png");
        assert_eq!(number(chunk(&png, b"pHYs").unwrap()), 11811);
        let words = String::from_utf8_lossy(&png);
        assert!(words.contains("iTXtDescription") && words.contains("折线图：行政机关负责人出庭应诉率"));
    }
}

#[test]
fn a_second_run_writes_the_same_bytes_and_older_files_stay() {
    let bench = library();
    let svg = chart(&bench, &[RATE], &[], "a.svg");
    let csv = std::fs::read(bench.path("a.csv")).unwrap();
    assert!(csv.starts_with(b"\xEF\xBB\xBF"));
    assert_eq!(chart(&bench, &[RATE], &[], "a.svg"), svg, "over itself");
    assert_eq!(chart(&bench, &[RATE], &[], "b.svg"), svg, "under another name");
    std::fs::write(bench.path("a.svg"), "mine").unwrap();
    let args = ["chart", "--indicator", RATE, PLACES[0], "--out", "a.svg"];
    let refused = bench.run(&args);
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("--force") && refused.err.contains("a.svg"), "{}", refused.err);
    assert_eq!(std::fs::read(bench.path("a.svg")).unwrap(), b"mine");
    ok(&bench, &[&args[..], &["--force"]].concat());
    assert!(std::fs::read(bench.path("a.svg")).unwrap().starts_with(b"<?xml"));
}

#[test]
fn rows_of_the_table_are_the_marks_and_the_gaps() {
    let bench = library();
    let svg = String::from_utf8(chart(&bench, &[COUNT], &[], "a.svg")).unwrap();
    let marks = elements(&svg).iter().filter(|own| own.is("mark")).count();
    let table = std::fs::read_to_string(bench.path("a.csv")).unwrap();
    let Printed { values, gaps } = printed(&bench, &[COUNT]);
    assert_eq!(marks, values.len());
    assert_eq!(table.lines().count(), 1 + values.len() + gaps.len());
    let told = std::fs::read_to_string(bench.path("a.md")).unwrap();
    assert_eq!(told.matches("\n- 20").count(), values.len() + gaps.len());
}

#[test]
fn what_cannot_be_drawn_is_said_in_a_sentence() {
    let bench = library();
    let failed = |args: &[&str], words: &str| {
        let run = bench.run(&[&["chart"], args].concat());
        assert!(run.status != 0 && run.err.contains(words) && run.err.lines().count() == 1, "{args:?}: {}", run.err);
    };
    failed(&["--indicator", RATE, "墨岭市", "--out", "missing/a.svg"], "没有可以写入的文件夹");
    failed(&["--indicator", RATE, "墨岭市", "--out", "a.svg", "--height-mm", "12", "--width-mm", "80"], "图太小");
    failed(&["--indicator", RATE, "墨岭市", "--out", "a.svg", "--years", "2001-2003"], "没有可画的数值");
    failed(&["--indicator", RATE, "墨岭市", "--out", "a.bmp"], ".svg");
    failed(&["--indicator", RATE, "--out", "a.svg"], "地名");
    #[cfg(feature = "export")]
    failed(&["--indicator", RATE, "墨岭市", "--out", "a.png", "--dpi", "2400", "--width-mm", "400"], "像素过多");
    assert!(!bench.path("a.svg").exists() && !bench.path("a.png").exists());
}

#[test]
#[cfg(feature = "export")]
fn a_first_look_writes_charts_and_prints_the_same_again() {
    let bench = Bench::new();
    let run = || bench.run(&["--terminal", sample().as_str()]);
    let first = run();
    assert_eq!((first.status, first.err.as_str()), (0, ""));
    let folder = bench.path("faheng-out");
    let names = || -> BTreeSet<String> {
        let entries = std::fs::read_dir(&folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    let written = names();
    for ending in ["png", "svg", "csv", "md"] {
        assert_eq!(written.iter().filter(|name| name.ends_with(&format!(".{ending}"))).count(), 3, "{written:?}");
    }
    let second = run();
    assert_eq!((&second.out, second.err.as_str()), (&first.out, ""), "the same bytes are no conflict");
    let one = folder.join(written.first().unwrap());
    std::fs::write(&one, "mine").unwrap();
    let third = run();
    assert_eq!((third.status, &third.out), (0, &first.out), "what is printed does not depend on older files");
    assert!(third.err.contains("--force") && third.err.lines().count() == 1, "{}", third.err);
    assert_eq!(std::fs::read(&one).unwrap(), b"mine");
    ok(&bench, &[sample().as_str(), "--force"]);
    assert_ne!(std::fs::read(&one).unwrap(), b"mine");
    ok(&bench, &[sample().as_str(), "--out", "elsewhere/charts"]);
    assert_eq!(std::fs::read_dir(bench.path("elsewhere/charts")).unwrap().count(), 12);
    assert_eq!(names(), written);
}

#[test]
#[cfg(unix)]
fn an_unwritable_folder_is_left_as_it_was() {
    use std::os::unix::fs::PermissionsExt;
    let bench = library();
    let folder = bench.path("closed");
    std::fs::create_dir(&folder).unwrap();
    std::fs::set_permissions(&folder, PermissionsExt::from_mode(0o555)).unwrap();
    if std::fs::write(folder.join("probe"), "").is_ok() {
        println!("skipped: this user may write anywhere");
        return;
    }
    let run = bench.run(&["chart", "--indicator", RATE, "墨岭市", "--out", "closed/a.svg"]);
    assert!(run.status == 1 && run.err.contains("权限"), "{}", run.err);
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
}
