//! Small inputs that once broke something, and long ones that might take for ever.

use std::time::Duration;

use crate::check::{check, read};
use crate::input::wrapped;

#[test]
fn small_inputs_that_once_lost_a_number() {
    // What 81% rose to is no plain number, or is a change itself.
    for text in [
        "收到行政复议申请由81%提高到2—3件。",
        "清理规范性文件由81%提高到“三十二，同比增长12.5%，全年收到行政复议申请达100件以上，",
    ] {
        check("x.txt", wrapped(text).as_bytes());
    }
}

/// What a hostile or broken file may repeat without end.
const UNITS: [&str; 30] = [
    "1.",
    "1件",
    "(1",
    "一是1",
    "审结1件、",
    "分别为1件、",
    "其中受理行政复议申请1件，",
    "败诉率1%。",
    "一",
    "1,",
    "1%，",
    "、100%",
    "123,",
    "1件，",
    "(2)",
    "万",
    "二〇",
    "第",
    "《",
    "”",
    "（",
    "法(",
    "审结、",
    "办结率、",
    "由1%提高到",
    "同比增长1%，",
    "2024年",
    "审结(jié)",
    "受理行政复议申请",
    "全年审结行政复议案件1件。\n",
];

#[test]
fn long_hostile_text_takes_linear_time() {
    for unit in UNITS {
        let text = wrapped(&unit.repeat(24_000 / unit.len()));
        let began = clock();
        read("x.txt", text.as_bytes());
        let spent = clock() - began;
        // Some tenths of a second without optimisation; a step that is quadratic takes many times that.
        assert!(spent < Duration::from_secs(6), "{unit}: {spent:?}");
    }
}

/// CPU that this thread has used, so that a busy machine fails nothing.
#[cfg(unix)]
fn clock() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    let spent = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(spent.tv_sec.try_into().unwrap(), spent.tv_nsec.try_into().unwrap())
}

/// Time passed since the first call.
#[cfg(not(unix))]
fn clock() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}
