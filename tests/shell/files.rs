//! Files for the tests: invented reports, the sample data, and real reports where they lie beside the project.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::seat::Home;

/// The sample reports that ship with the program.
pub fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data")
}

/// The real reports; none, with a word, where they are not.
pub fn real() -> Vec<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = env::var_os("FAHENG_SHARED").map_or_else(beside, PathBuf::from).join("reports");
    let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    found.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    found.sort();
    if found.is_empty() {
        println!("skipped: no real reports in {}", folder.display());
    }
    found
}

/// Two invented reports of one city, under names that are hard on paths, and a file that is no report.
pub fn made(home: &Home) -> Vec<PathBuf> {
    let report = |year: i32, received: i32| {
        format!(
            "鞍山市{year}年法治政府建设情况报告\n\n本文为测试虚构。现将{year}年法治政府建设情况报告如下。\n\n一、主要举措和成效\n\n\
             (一)依法有效化解矛盾纠纷\n\n认真办理行政复议案件，全年收到行政复议申请{received}件，行政机关负责人出庭应诉率达96%。\n\n\
             二、存在的问题\n\n一是部分单位执法规范化水平有待提升，需要继续努力改进工作作风。\n"
        )
    };
    vec![
        home.write("又一批/鞍山 2021 “一”.txt", report(2021, 311)),
        home.write("又一批/it's 2022.txt", report(2022, 342)),
        home.write("又一批/图.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\0\0"),
    ]
}
