//! The catalogue as the user's own: exported, changed, imported, refused, and what becomes of the library; what else has
//! its reports read again.
#![cfg(feature = "cli")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod program;

use std::fs;

use program::{Bench, report};

const OWN: &str = "\n[[indicator]]\nid = \"own.night_schools\"\nsection = 5\nname = \"法治夜校期数\"\nunit = \"场次\"\n\
                   aliases = [\"法治夜校\"]\nverbs = [\"开办\", \"举办\"]\n";

/// The built-in catalogue with an indicator of one's own behind it.
fn with_own(bench: &Bench) -> String {
    bench.run(&["catalogue", "export", "all.toml"]).expect(0).prints(&["213", "all.toml"]);
    let text = fs::read_to_string(bench.path("all.toml")).unwrap();
    bench.write("own.toml", text.clone() + OWN);
    text
}

fn values(bench: &Bench, args: &[&str]) -> Vec<(String, f64)> {
    let read = bench.run(args).expect(0).objects().remove(0);
    let found =
        |one: &serde_json::Value| (one["indicator"].as_str().unwrap().to_owned(), one["value"].as_f64().unwrap());
    read["observations"].as_array().unwrap().iter().map(found).collect()
}

#[test]
fn an_indicator_of_ones_own_is_read_like_any_other() {
    let bench = Bench::new();
    with_own(&bench);
    bench.write("a.txt", report("营口市", 2024, "开办法治夜校36场次，收到行政复议申请210件"));
    let built_in = values(&bench, &["extract", "--json", "a.txt"]);
    assert_eq!(built_in, [("reconsideration.received".to_owned(), 210.0)]);
    let own = values(&bench, &["--catalogue", "own.toml", "extract", "--json", "a.txt"]);
    assert_eq!(own, [("own.night_schools".to_owned(), 36.0), ("reconsideration.received".to_owned(), 210.0)]);
    bench
        .run(&["--catalogue", "own.toml", "indicators", "夜校"])
        .expect(0)
        .prints(&["own.night_schools", "法治夜校期数"]);
    bench.run(&["indicators", "夜校"]).expect(2);
}

#[test]
fn what_is_exported_and_imported_is_the_same_catalogue() {
    let bench = Bench::new();
    let text = with_own(&bench);
    let digest = |args: &[&str]| bench.run(args).expect(0).objects()[0]["producer"]["catalogue"].clone();
    bench.write("a.txt", report("营口市", 2024, "收到行政复议申请210件"));
    let before = digest(&["extract", "--json", "a.txt"]);
    bench.run(&["catalogue", "import", "all.toml"]).expect(0).prints(&["213"]);
    assert_eq!(digest(&["extract", "--json", "a.txt"]), before);
    bench.run(&["catalogue", "export", "again.toml"]).expect(0);
    assert_eq!(fs::read_to_string(bench.path("again.toml")).unwrap(), text);
    bench.run(&["catalogue", "import", "own.toml"]).expect(0).prints(&["214"]);
    assert_ne!(digest(&["extract", "--json", "a.txt"]), before);
    bench.run(&["catalogue", "export", "all.toml"]).expect(1).says(&["all.toml", "--force"]);
    bench.run(&["catalogue", "reset"]).expect(0);
    assert_eq!(digest(&["extract", "--json", "a.txt"]), before);
}

#[test]
fn a_broken_catalogue_is_refused_with_line_and_reason() {
    let bench = Bench::new();
    let text = with_own(&bench);
    let line = text.lines().count() + 3;
    bench.write("twice.toml", text.clone() + &OWN.replace("own.night_schools", "reconsideration.received"));
    let said = ["reconsideration.received", &format!("第 {line} 行"), "twice.toml"];
    bench.run(&["--lang", "zh", "catalogue", "import", "twice.toml"]).expect(1).says(&said);
    bench.write("broken.toml", format!("{text}\nrule = = 3\n"));
    bench.run(&["--lang", "zh", "catalogue", "import", "broken.toml"]).expect(1).says(&["行", "broken.toml"]);
    bench.run(&["--catalogue", "broken.toml", "indicators"]).expect(1).says(&["broken.toml"]);
    bench.run(&["catalogue", "import", "none.toml"]).expect(1).says(&["none.toml"]);
    bench.run(&["catalogue", "nonsense"]).expect(2).says(&["export", "import", "reset"]);
    bench.run(&["indicators"]).expect(0);
}

#[test]
fn the_library_is_read_anew_by_another_catalogue() {
    let bench = Bench::new();
    with_own(&bench);
    bench.write("in/a.txt", report("营口市", 2024, "开办法治夜校36场次，收到行政复议申请210件"));
    bench.run(&["import", "in"]).expect(0);
    bench.run(&["--lang", "zh", "catalogue", "import", "own.toml"]).expect(0).says(&["1 份"]);
    bench.run(&["series", "--indicator", "法治夜校", "--place", "营口市"]).expect(0).prints(&["36"]);
    let again = bench.run(&["--lang", "zh", "import", "in"]).expect(0);
    assert!(!again.err.contains("重新读取"), "it is of this catalogue already: {}", again.err);
}

#[test]
fn an_encoding_named_for_a_file_of_the_library_has_it_read_again() {
    let bench = Bench::new();
    let text = report("沈阳市", 2021, "收到行政复议申请8912件");
    bench.write("in/a.txt", encoding_rs::GB18030.encode(&text).0);
    let import = |encoding: &[&str]| bench.run(&[&["--lang", "zh", "import"], encoding, &["in"]].concat()).expect(0);
    let series = ["series", "--indicator", "reconsideration.received", "--place", "沈阳市"];
    import(&["--encoding", "big5"]);
    bench.run(&series).expect(1);
    let again = import(&["--encoding", "gbk"]);
    assert!(
        again.out.contains("已有") && again.err.contains("已按 GB18030 重新读取库中的"),
        "{} {}",
        again.out,
        again.err
    );
    bench.run(&series).expect(0).prints(&["8912"]);
    // Not twice, and not where nothing is said.
    for encoding in [&["--encoding", "gb18030"][..], &[]] {
        assert!(!import(encoding).err.contains("重新读取"));
    }
}

#[test]
fn a_renamed_place_is_one_series_with_a_mark() {
    let bench = Bench::new();
    bench.write("in/a.txt", report("即墨市", 2016, "收到行政复议申请71件"));
    bench.write("in/b.txt", report("即墨区", 2018, "收到行政复议申请93件"));
    bench.run(&["import", "in"]).expect(0);
    for name in ["即墨区", "即墨市", "即墨"] {
        let series = ["--lang", "zh", "series", "--indicator", "reconsideration.received", "--place", name];
        bench.run(&series).expect(0).prints(&["2016", "71", "2018", "93", "2017年由即墨市改为即墨区"]);
    }
    let series = ["series", "--json", "--indicator", "reconsideration.received", "--place", "即墨区"];
    let records = bench.run(&series).expect(0).objects();
    assert!(records.len() >= 2);
    assert!(records.iter().all(|own| own["renamed"]["former"] == "即墨市" && own["renamed"]["year"] == 2017));
}
