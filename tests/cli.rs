//! The command line as its users meet it: exit status, streams, messages, repeatable output.
#![cfg(feature = "cli")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod program;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use program::{Bench, Ended, report};

fn has_chinese(text: &str) -> bool {
    text.contains(|c: char| ('\u{3400}'..='\u{9FFF}').contains(&c))
}

/// Columns that a line takes on a terminal.
fn columns(line: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(line)
}

#[test]
fn nonsense_arguments_end_with_2_and_say_what_to_write() {
    let bench = Bench::with_reports();
    let table: [(&[&str], &[&str]); 16] = [
        (&["compar"], &["compar", "compare"]),
        (&["zzz"], &["zzz", "./zzz"]),
        (&["help", "lst"], &["list"]),
        (&["list", "--jsn"], &["--jsn"]),
        (&["list", "extra"], &["extra"]),
        (&["import"], &["import"]),
        (&["extract", "--json"], &["extract"]),
        (&["--lang", "fr", "list"], &["--lang", "fr", "zh"]),
        (&["series", "--place", "营口市"], &["--indicator"]),
        (&["series", "--indicator", "reconsideration.received"], &["--body"]),
        (&["series", "--indicator", "reconsideration.recieved", "--place", "营口市"], &["reconsideration.received"]),
        (&["series", "--indicator", "reconsideration.received", "--place", "营囗市"], &["营口市"]),
        (
            &["series", "--indicator", "reconsideration.received", "--place", "朝阳区"],
            &["北京市朝阳区", "吉林省长春市朝阳区"],
        ),
        (&["series", "--indicator", "reconsideration.received", "--place", "营口市", "--years", "x"], &["2019-2023"]),
        (&["compare", "营口市"], &["--years"]),
        (&["compare", "a", "b", "c"], &["compare"]),
    ];
    for (args, words) in table {
        let ended = bench.run(args).expect(2).says(words);
        assert!(ended.out.is_empty(), "messages go to standard error: {}", ended.out);
    }
}

#[test]
fn what_cannot_be_had_ends_with_1_and_says_what_there_is() {
    let bench = Bench::with_reports();
    let series = ["series", "--indicator", "reconsideration.received", "--place"];
    let with = |place: &'static str| [&series[..], &[place]].concat();
    bench.run(&with("大连市")).expect(1).says(&["大连市", "营口市（2021、2022）"]);
    bench.run(&with("鞍山市")).expect(1).says(&["鞍山市数据局（2021）", "--body"]);
    bench.run(&["compare", "营口市@2019", "沈阳市@2021"]).expect(1).says(&["2019", "2021、2022"]);
    bench.run(&["--library", "none.faheng", "list"]).expect(1).says(&["none.faheng", "import"]);
}

#[test]
fn a_bureau_never_stands_for_its_city() {
    let bench = Bench::with_reports();
    let args = ["series", "--indicator", "reconsideration.received"];
    let city = bench.run(&[&args[..], &["--place", "鞍山市", "营口市"]].concat()).expect(1);
    assert!(!city.out.contains("鞍山") && city.out.contains("营口市"), "{}", city.out);
    bench.run(&[&args[..], &["--body", "鞍山市数据局"]].concat()).expect(0).prints(&["鞍山市数据局", "未找到"]);
}

#[test]
fn a_place_may_say_where_the_body_asked_for_lies() {
    let bench = Bench::with_reports();
    let args = ["series", "--indicator", "reconsideration.received", "--body", "鞍山市数据局", "--place"];
    let alone = bench.run(&[&args[..], &["鞍山市"]].concat()).expect(0).prints(&["鞍山市数据局"]);
    assert!(alone.err.is_empty(), "{}", alone.err);
    bench.run(&[&args[..], &["大连市"]].concat()).expect(1).says(&["大连市"]);
}

#[test]
fn the_indicators_can_be_listed_and_searched() {
    let bench = Bench::new();
    let all = bench.run(&["indicators"]).expect(0).prints(&["reconsideration.received", "收到行政复议申请件数", "件"]);
    assert!(all.out.lines().count() > 200 && all.out.lines().all(|line| columns(line) <= 100));
    assert!(!all.out.contains("查全"));
    let told = bench.run(&["indicators", "复议"]).expect(0).prints(&["查全"]);
    assert!(told.out.lines().all(|line| columns(line) <= 100));
    let some = bench.run(&["indicators", "复议", "--json"]).expect(0).objects();
    assert!(some.len() > 10 && some.iter().all(|own| own.to_string().contains("复议")));
    bench.run(&["indicators", "天气预报"]).expect(2).says(&["天气预报"]);
    bench.run(&["help", "indicators"]).expect(0).prints(&["indicators [词]"]);
}

#[test]
fn several_indicators_make_a_table_each() {
    let bench = Bench::with_reports();
    let two = ["series", "--indicator", "reconsideration.received", "--indicator", "述法覆盖率", "--place", "营口市"];
    let shown = bench.run(&two).expect(0).prints(&["974 件", "leadership.shufa_coverage"]);
    assert_eq!(shown.out.matches("辽宁省营口市").count(), 2, "{}", shown.out);
    let objects = bench.run(&[&two[..], &["--json"]].concat()).expect(0).objects();
    let named: Vec<_> = objects.iter().filter_map(|object| object["indicator"].as_str()).collect();
    assert_eq!(
        named,
        ["reconsideration.received"; 2].iter().chain(&["leadership.shufa_coverage"; 2]).copied().collect::<Vec<_>>()
    );
}

#[test]
fn import_reports_every_file_and_counts_only_real_failures() {
    let bench = Bench::new();
    bench.write("in/good.txt", report("营口市", 2021, "收到行政复议申请974件"));
    bench.write("in/picture.png", [0x89, b'P', b'N', b'G']);
    fs::create_dir_all(bench.path("in/x.txt")).unwrap();
    bench.write("in/x.txt/inner.txt", report("沈阳市", 2021, "收到行政复议申请8912件"));
    let ended = bench.run(&["import", "in"]).expect(0);
    let ended = ended.prints(&["导入  in/good.txt", "跳过  in/picture.png", "导入  in/x.txt/inner.txt"]);
    assert!(ended.out.contains("导入 2，已有 0，跳过 1，失败 0"), "{}", ended.out);
    bench.run(&["import", "in"]).expect(0).prints(&["已有  in/good.txt", "已有 2"]);
    let whole = bench.run(&["import", "in/x.txt"]).expect(0);
    assert!(whole.out.contains("已有"), "a folder whose name looks like a file is a folder");
}

#[test]
fn bad_files_get_one_sentence_each_and_the_batch_goes_on() {
    let bench = Bench::new();
    bench.write("empty.txt", "");
    bench.write("program.bin", [0_u8, 159, 146, 150, 0, 1, 2, 3].repeat(64));
    bench.write("cut.docx", b"PK\x03\x04\x14\x00\x06\x00");
    let gbk = encoding(&report("沈阳市", 2021, "收到行政复议申请8912件"));
    bench.write("gbk.txt", gbk);
    bench.write("good.txt", report("营口市", 2021, "收到行政复议申请974件"));
    let args = ["import", "empty.txt", "program.bin", "cut.docx", "gone.txt", "gbk.txt", "good.txt"];
    let ended = bench.run(&args).expect(1);
    let ended = ended.prints(&[
        "失败  empty.txt：文件为空",
        "失败  program.bin：不认识的文件类型",
        "失败  cut.docx：",
        "失败  gone.txt：找不到此文件",
        "导入  gbk.txt（沈阳市",
        "导入  good.txt（营口市",
    ]);
    assert_eq!(ended.out.lines().count(), args.len(), "a line a file and a summary: {}", ended.out);
    assert_eq!(bench.run(&["list", "--json"]).expect(0).objects().len(), 2, "nothing read is lost");
}

/// GB18030 as a Windows program would have saved it.
fn encoding(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_and_a_pipe_are_told_apart() {
    use std::os::unix::fs::PermissionsExt as _;
    let bench = Bench::new();
    let locked = bench.write("locked.txt", "法治");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&locked).is_err() {
        bench.run(&["import", "locked.txt"]).expect(1).prints(&["locked.txt", "权限"]);
    } else {
        println!("skipped: this user may read everything");
    }
    bench.run(&["extract", "/dev/null"]).expect(1).says(&["/dev/null"]);
}

#[test]
fn a_library_that_is_not_ours_is_left_alone() {
    let bench = Bench::with_reports();
    let foreign = bench.write("notes.db", "这不是资料库，是别人的文件。".repeat(500));
    let before = fs::read(&foreign).unwrap();
    for args in [&["--library", "notes.db", "list"][..], &["--library", "notes.db", "import", "in"]] {
        bench.run(args).expect(1).says(&["notes.db", "不是法衡的资料库", "--library"]);
    }
    assert_eq!(fs::read(&foreign).unwrap(), before);
    fs::create_dir(bench.path("folder.faheng")).unwrap();
    bench.run(&["--library", "folder.faheng", "import", "in"]).expect(1).says(&["folder.faheng"]);
}

/// The library that `with_reports` fills.
fn library(bench: &Bench) -> PathBuf {
    let shown = bench.run(&["where", "--json"]).expect(0).objects();
    PathBuf::from(shown[0]["library"].as_str().unwrap())
}

#[test]
fn a_newer_library_is_read_but_not_written() {
    let bench = Bench::with_reports();
    let path = library(&bench);
    rusqlite::Connection::open(&path).unwrap().pragma_update(None, "user_version", 9999).unwrap();
    bench.run(&["list"]).expect(0).says(&["9999"]).prints(&["营口市"]);
    bench.run(&["import", "in"]).expect(1).says(&["9999", "升级"]);
}

#[test]
fn a_library_in_use_by_another_writer_is_said_to_be_locked() {
    let bench = Bench::with_reports();
    bench.write("new.txt", report("大连市", 2021, "收到行政复议申请1件"));
    let other = rusqlite::Connection::open(library(&bench)).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    bench.run(&["import", "new.txt"]).expect(1).says(&["另一个程序"]);
    other.execute_batch("ROLLBACK").unwrap();
    bench.run(&["import", "new.txt"]).expect(0).prints(&["导入  new.txt"]);
}

#[cfg(unix)]
#[test]
fn a_read_only_library_can_be_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let bench = Bench::with_reports();
    let path = library(&bench);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    fs::set_permissions(path.parent().unwrap(), fs::Permissions::from_mode(0o555)).unwrap();
    bench.run(&["list"]).expect(0).prints(&["营口市"]);
    if fs::OpenOptions::new().append(true).open(&path).is_err() {
        bench.write("new.txt", report("大连市", 2021, "收到行政复议申请1件"));
        bench.run(&["import", "new.txt"]).expect(1).says(&["只读"]);
    } else {
        println!("skipped: this user may write everything");
    }
    fs::set_permissions(path.parent().unwrap(), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn where_follows_option_then_variable_then_platform() {
    let bench = Bench::new();
    let shown = |command: &mut Command| {
        let ended = Ended::new(command.args(["where", "--json"]).output().unwrap(), &["where"]).expect(0);
        ended.objects()[0]["library"].as_str().unwrap().to_owned()
    };
    assert_eq!(shown(bench.command().args(["--library", "a.faheng"]).env("FAHENG_LIBRARY", "b.faheng")), "a.faheng");
    assert_eq!(shown(bench.command().env("FAHENG_LIBRARY", "b.faheng")), "b.faheng");
    assert!(Path::new(&shown(&mut bench.command())).starts_with(bench.folder.path()));
    assert!(!bench.path("b.faheng").exists(), "looking makes nothing");
}

#[test]
fn extract_prints_the_contract_and_refuses_file_by_file() {
    let bench = Bench::new();
    bench.write("good.txt", report("营口市", 2021, "收到行政复议申请974件"));
    bench.write("empty.txt", "");
    let ended = bench.run(&["extract", "--json", "empty.txt", "good.txt"]).expect(1).says(&["empty.txt", "文件为空"]);
    let objects = ended.objects();
    let keys = |value: &serde_json::Value| {
        let mut keys: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    };
    assert_eq!(keys(&objects[0]), ["error", "source"]);
    assert_eq!(objects[0]["source"]["path"], "empty.txt");
    let order: Vec<usize> = [
        "\"schema\"",
        "\"producer\"",
        "\"source\":{\"path\"",
        "\"report\"",
        "\"passages\"",
        "\"observations\"",
        "\"changes\"",
        "\"unclaimed\"",
        "\"warnings\"",
    ]
    .iter()
    .map(|key| ended.out.lines().nth(1).unwrap().find(key).unwrap())
    .collect();
    assert!(order.is_sorted(), "fields stand in the order of the contract");
    let good = &objects[1];
    assert_eq!(good["report"]["year"], 2021);
    assert_eq!(good["report"]["body"]["name"], "营口市");
    assert_eq!(good["report"]["jurisdiction"]["path"], serde_json::json!(["辽宁省", "营口市"]));
    let original: Vec<char> = fs::read_to_string(bench.path("good.txt")).unwrap().chars().collect();
    for passage in good["passages"].as_array().unwrap() {
        for piece in passage["source"].as_array().unwrap() {
            let at = |key: &str| piece[key].as_u64().unwrap() as usize;
            let words: String = original[at("from")..at("to")].iter().collect();
            assert!(passage["text"].as_str().unwrap().contains(words.trim()), "{words}");
        }
    }
}

#[test]
fn offsets_hold_in_scalar_values() {
    let bench = Bench::new();
    bench.write("good.txt", report("营口市", 2021, "收到行政复议申请974件，其中\u{20BB7}镇12件"));
    let object = &bench.run(&["extract", "--json", "good.txt"]).expect(0).objects()[0];
    let texts: Vec<Vec<char>> = object["passages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|passage| passage["text"].as_str().unwrap().chars().collect())
        .collect();
    for list in ["observations", "changes", "unclaimed"] {
        for entry in object[list].as_array().unwrap() {
            let at = |key: &str| entry[key].as_u64().unwrap() as usize;
            let words: String = texts[at("passage")][at("start")..at("end")].iter().collect();
            assert_eq!(words, entry["raw"].as_str().unwrap());
        }
    }
}

#[test]
fn json_parses_line_by_line() {
    let bench = Bench::with_reports();
    for args in [
        &["list", "--json"][..],
        &["where", "--json"],
        &["import", "in", "--json"],
        &["series", "--json", "--indicator", "reconsideration.received", "--place", "营口市"],
        &["compare", "营口市@2021", "沈阳市@2021", "--json"],
        &["compare", "营口市", "--years", "2021", "2022", "--json"],
        &["extract", "--json", "in/a21.txt", "in/b21.txt"],
    ] {
        assert!(!bench.run(args).expect(0).objects().is_empty(), "{args:?}");
    }
}

#[test]
fn comparing_names_both_sides_and_all_six_sections() {
    let bench = Bench::with_reports();
    let ended = bench.run(&["compare", "营口市@2021", "沈阳市@2021"]).expect(0);
    let ended =
        ended.prints(&["营口市 2021", "沈阳市 2021", "一、党的领导", "二、政府职能", "三、", "四、", "五、", "六、"]);
    let ended = ended.prints(&["974 件", "8,912 件", "+7,938 件（+815%）"]);
    assert!(ended.out.lines().all(|line| line.chars().count() <= 100));
    bench.run(&["compare", "营口市@2021", "沈阳市@2021", "--sentences"]).expect(0).prints(&["左 974件: 认真办理"]);
    bench.run(&["compare", "营口市@2021", "营口市@2022"]).expect(0).prints(&["2021", "2022", "年份不同"]);
    let bureau = bench.run(&["compare", "营口市@2021", "鞍山市数据局@2021"]).expect(0);
    bureau.prints(&["文件类型不同", "级别不同"]);
}

#[test]
fn a_first_look_prints_the_same_twice_and_writes_only_its_own_library() {
    let bench = Bench::with_reports();
    let listed = bench.run(&["list"]).out;
    let first =
        bench.run(&["in"]).expect(0).prints(&["对比", "沈阳市", "营口市", "trials", "faheng compare --library"]);
    let second = bench.run(&["in"]).expect(0);
    assert_eq!(first.out, second.out);
    assert_eq!(bench.run(&["list"]).out, listed);
    bench.write("one/a21.txt", report("营口市", 2021, "收到行政复议申请974件"));
    bench.run(&["one"]).expect(0).prints(&["营口市（2021）"]);
    bench.run(&["nothing.txt"]).expect(1).says(&["nothing.txt", "找不到"]);
}

#[test]
fn a_named_library_is_added_to_by_a_first_look() {
    let bench = Bench::with_reports();
    let args = ["--library", "own.faheng", "in"];
    let first = bench.run(&args).expect(0).prints(&["读入 4 份报告", "own.faheng"]);
    assert!(!first.out.contains("trials"));
    bench.run(&args).expect(0).prints(&["读入 0 份报告，重复 4"]);
}

#[test]
fn what_reports_say_of_changes_and_problems_is_shown_whole() {
    let bench = Bench::new();
    let sentence = "收到行政复议申请974件，同比增长12.5%";
    bench.write("in/a.txt", report("营口市", 2021, sentence));
    bench.write("in/b.txt", report("沈阳市", 2021, "收到行政复议申请8912件"));
    bench.run(&["import", "in"]).expect(0);
    let series = ["series", "--indicator", "reconsideration.received", "--place", "营口市"];
    bench.run(&series).expect(0).prints(&["974 件", "同比 +12.5%（报告自述）"]);
    let record = &bench.run(&[&series[..], &["--json"]].concat()).expect(0).objects()[0];
    assert_eq!((&record["values"][0]["value"], &record["changes"][0]["delta"]), (&974.into(), &12.5.into()));
    let pair = ["compare", "营口市@2021", "沈阳市@2021"];
    bench.run(&pair).expect(0).prints(&["左 同比 +12.5%（报告自述）"]);
    let whole = "一是部分单位执法规范化水平有待提升，需要继续努力改进工作作风。";
    bench.run(&[&pair[..], &["--text"]].concat()).expect(0).prints(&[whole]);
    assert!(bench.run(&[&pair[..], &["--json"]].concat()).expect(0).out.contains(whole));
    bench.run(&["compare", "营口市@2021", "营口@2021"]).expect(2).says(&["同一份报告"]);
}

#[test]
fn listed_file_names_are_whole_and_lines_fit_the_page() {
    let bench = Bench::with_reports();
    let long = format!("{}.txt", "法治政府建设年度报告".repeat(4));
    bench.write(&format!("in2/{long}"), report("大连市", 2020, "收到行政复议申请3件"));
    bench.run(&["import", "in2"]).expect(0);
    for lang in ["zh", "en"] {
        let shown = bench.run(&["list", "--lang", lang]).expect(0).prints(&[long.as_str(), "a21.txt"]);
        assert!(shown.out.lines().all(|line| columns(line) <= 100), "{}", shown.out);
        let looks = [&["compare", "营口市@2021", "沈阳市@2021", "--lang", lang][..], &["help", "--lang", lang]];
        for args in looks {
            let shown = bench.run(args).expect(0);
            assert!(shown.out.lines().all(|line| columns(line) <= 100), "{}", shown.out);
        }
    }
}

#[test]
fn odd_names_and_files_that_are_no_reports_are_pointed_out() {
    let bench = Bench::new();
    bench.write("in/odd\nname.txt", "会议记录。今天讨论了几件事情，没有别的内容。");
    let ended = bench.run(&["import", "in"]).expect(0).prints(&["导入  in/odd\\nname.txt", "未认出地区和年份"]);
    assert_eq!(ended.out.lines().count(), 2, "{}", ended.out);
    let look = bench.run(&["in"]).prints(&["读入 0 份报告", "不是报告的文件 1"]);
    assert!(!look.out.contains("faheng compare"), "{}", look.out);
    bench.run(&["import", "--json.txt"]).expect(2).says(&["./--json.txt"]);
    bench.write("blank.txt", "  \n ");
    let blank = bench.run(&["extract", "blank.txt"]).expect(1);
    assert!(!blank.err.contains("扫描") && !blank.err.contains("。 "), "{}", blank.err);
}

/// Starts the program on many files and sends it one Ctrl+C as soon as `begun` says that it works.
#[cfg(unix)]
fn interrupted(bench: &Bench, args: &[&str], begun: impl Fn() -> bool) -> Ended {
    use std::process::Stdio;
    let program = bench.command().args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let id = program.id().to_string();
    let patience = std::time::Instant::now();
    while !begun() {
        assert!(patience.elapsed().as_secs() < 60, "the program never began");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    std::thread::sleep(std::time::Duration::from_millis(50));
    assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    Ended::new(program.wait_with_output().unwrap(), args)
}

#[cfg(unix)]
#[test]
fn an_interrupted_import_keeps_what_is_done_and_says_so() {
    let bench = Bench::new();
    for at in 0..3000 {
        let name = format!("in/{at:04}.txt");
        bench.write(&name, report("营口市", 2021, &format!("收到行政复议申请{}件", at + 1)));
    }
    let library = bench.path("own.faheng");
    let ended = interrupted(&bench, &["--library", "own.faheng", "import", "in"], || library.exists());
    let ended = ended.expect(1).prints(&["已取消"]);
    let imported = ended.out.lines().filter(|line| line.starts_with("导入  ")).count();
    assert!(imported < 3000 && ended.out.contains(&format!("导入 {imported}，")), "{}", ended.out);
    assert!(!bench.path("own.faheng-wal").exists(), "the library was closed");
    let trials = bench.path(".cache/faheng/trials");
    let begun = || fs::read_dir(&trials).is_ok_and(|mut folder| folder.next().is_some());
    interrupted(&bench, &["in"], begun).expect(1).says(&["已取消"]);
    assert_eq!(fs::read_dir(&trials).unwrap().count(), 0, "nothing is left behind");
}

#[test]
fn a_file_named_like_a_subcommand_is_given_with_its_folder() {
    let bench = Bench::new();
    bench.write("list", report("营口市", 2021, "收到行政复议申请974件"));
    bench.run(&["./list"]).expect(0).prints(&["营口市"]);
    bench.run(&["list"]).expect(1).says(&["还没有资料库"]);
}

#[test]
fn english_messages_hold_no_chinese() {
    let bench = Bench::with_reports();
    for args in [
        &["compar"][..],
        &["list", "--no"],
        &["series"],
        &["import", "gone.txt"],
        &["extract", "gone.txt"],
        &["--library", "none.faheng", "list"],
        &["list"],
    ] {
        let ended = bench.run(&[args, &["--lang", "en"]].concat());
        assert!(!has_chinese(&ended.err), "{args:?}: {}", ended.err);
    }
    let by_system = bench.command().arg("compar").env("LANG", "en_US.UTF-8").output().unwrap();
    assert!(!has_chinese(&String::from_utf8(by_system.stderr).unwrap()));
    let chosen = bench.command().args(["compar", "--lang", "zh"]).env("LANG", "en_US.UTF-8").output().unwrap();
    assert!(has_chinese(&String::from_utf8(chosen.stderr).unwrap()));
}

#[test]
fn help_and_version_are_results() {
    let bench = Bench::new();
    for args in [&["--help"][..], &["help"], &["--terminal"], &["-h"], &["help", "compare"], &["compare", "--help"]] {
        let ended = bench.run(args).expect(0).prints(&["faheng compare"]);
        assert!(ended.err.is_empty(), "{}", ended.err);
    }
    bench.run(&["--version"]).expect(0).prints(&["faheng 0."]);
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_ends_the_run_quietly() {
    let bench = Bench::with_reports();
    let program = env!("CARGO_BIN_EXE_faheng");
    let script = format!("'{program}' extract --json in/*.txt | head -c 10; exit ${{PIPESTATUS[0]}}");
    let ended = Ended::new(bench.command_in_shell(&script), &["extract | head"]).expect(0);
    assert!(ended.err.is_empty(), "{}", ended.err);
}
