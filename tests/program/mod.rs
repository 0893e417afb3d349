//! The program in a folder of its own, and what came of a run.

#![allow(dead_code, reason = "each test file uses its part")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use tempfile::TempDir;

/// A place of its own for library, settings and cache.
pub struct Bench {
    pub folder: TempDir,
}

impl Bench {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_faheng"));
        command.current_dir(self.folder.path()).env_remove("FAHENG_LIBRARY").env("HOME", self.folder.path());
        for name in [
            "XDG_DATA_HOME",
            "XDG_CONFIG_HOME",
            "XDG_CACHE_HOME",
            "LC_ALL",
            "LC_MESSAGES",
            "LANG",
            // A test opens no window on the desk of whoever runs it.
            "DISPLAY",
            "WAYLAND_DISPLAY",
        ] {
            command.env_remove(name);
        }
        command
    }

    pub fn run(&self, args: &[&str]) -> Ended {
        Ended::new(self.command().args(args).output().unwrap(), args)
    }

    /// Two invented cities, one of them in two years, and a bureau.
    pub fn with_reports() -> Self {
        let bench = Self::new();
        bench.write("in/a21.txt", report("营口市", 2021, "收到行政复议申请974件"));
        bench.write("in/a22.txt", report("营口市", 2022, "收到行政复议申请1012件"));
        bench.write("in/b21.txt", report("沈阳市", 2021, "收到行政复议申请8912件"));
        bench.write("in/c21.txt", report("鞍山市数据局", 2021, "参加培训35人"));
        bench.run(&["import", "in"]).expect(0);
        bench
    }
}

/// An invented report of a few lines.
pub fn report(body: &str, year: i32, sentence: &str) -> String {
    format!(
        "{body}{year}年法治政府建设情况报告\n\n本文为测试虚构。现将{year}年法治政府建设情况报告如下。\n\n一、主要举措和成效\n\n\
         (一)依法有效化解矛盾纠纷\n\n认真办理行政复议案件，全年{sentence}，依法维护群众合法权益，工作取得明显成效。\n\n\
         二、存在的问题\n\n一是部分单位执法规范化水平有待提升，需要继续努力改进工作作风。\n\n\
         三、下一步工作安排\n\n一是进一步优化法治化营商环境，持续提升政务服务水平。\n"
    )
}

/// How a run ended.
pub struct Ended {
    pub status: i32,
    pub out: String,
    pub err: String,
    pub line: String,
}

impl Ended {
    pub fn new(output: Output, args: &[&str]) -> Self {
        Self {
            status: output.status.code().expect("not killed"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
            line: args.join(" "),
        }
    }

    #[track_caller]
    pub fn expect(self, status: i32) -> Self {
        assert_eq!(self.status, status, "faheng {}\n--- out\n{}--- err\n{}", self.line, self.out, self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }

    #[track_caller]
    pub fn says(self, words: &[&str]) -> Self {
        for word in words {
            assert!(self.err.contains(word), "faheng {} does not say {word}: {}", self.line, self.err);
        }
        self
    }

    #[track_caller]
    pub fn prints(self, words: &[&str]) -> Self {
        for word in words {
            assert!(self.out.contains(word), "faheng {} does not print {word}: {}", self.line, self.out);
        }
        self
    }

    pub fn objects(&self) -> Vec<serde_json::Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

#[cfg(unix)]
impl Bench {
    /// Runs a line of bash in the folder.
    pub fn command_in_shell(&self, script: &str) -> Output {
        Command::new("bash")
            .args(["-c", script])
            .current_dir(self.folder.path())
            .env("HOME", self.folder.path())
            .output()
            .unwrap()
    }
}
