//! One run of the program on one file, watched.

use std::path::Path;
use std::process::{Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::program::Bench;

/// Longest time for one file: what the worker may take, and a start. Without optimisation the steps behind it take
/// many times longer.
const SECONDS: f64 = if cfg!(debug_assertions) { 30.0 } else { 6.0 };

/// Most memory in MB, the program's and its worker's each.
const MEGABYTES: u64 = 512;

/// What became of a file.
pub struct Run {
    output: Output,
    pub seconds: f64,
    /// Memory of the larger of program and worker.
    pub megabytes: u64,
}

/// Has the program read a file.
pub fn run(bench: &Bench, path: &Path) -> Run {
    let mut command = bench.command();
    command.args(["extract", "--json"]).arg(path).stdout(Stdio::piped()).stderr(Stdio::piped());
    let began = Instant::now();
    let child = command.spawn().unwrap();
    let process = child.id();
    let waiting = std::thread::spawn(move || child.wait_with_output().unwrap());
    let mut most = 0;
    while !waiting.is_finished() {
        most = most.max(memory(process));
        std::thread::sleep(Duration::from_millis(10));
    }
    let seconds = began.elapsed().as_secs_f64();
    Run { output: waiting.join().unwrap(), seconds, megabytes: most >> 10 }
}

/// The most memory that a process or one of its children has had, in KB; nothing where the system does not tell.
fn memory(process: u32) -> u64 {
    let children = std::fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    let all = children.split_whitespace().filter_map(|child| child.parse().ok()).chain([process]);
    all.map(peak).max().unwrap_or(0)
}

fn peak(process: u32) -> u64 {
    let facts = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = facts.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok()).unwrap_or(0)
}

impl Run {
    fn record(&self) -> Option<Value> {
        serde_json::from_slice(&self.output.stdout).ok()
    }

    /// Whether the file was taken for a report.
    pub fn is_read(&self) -> bool {
        self.output.status.code() == Some(0)
    }

    /// Whether it was taken for a report without a word in it.
    pub fn is_empty(&self) -> bool {
        self.record().is_none_or(|record| record["passages"].as_array().is_none_or(Vec::is_empty))
    }

    /// Whether the figure of the report was found.
    pub fn found(&self) -> bool {
        let Some(record) = self.record() else { return false };
        record["observations"].as_array().is_some_and(|all| all.iter().any(|one| one["value"].as_f64() == Some(974.0)))
    }

    /// What kind of an error it is.
    pub fn kind(&self) -> String {
        self.record().map_or_else(|| "?".to_owned(), |record| record["error"]["kind"].as_str().unwrap_or("read").into())
    }

    /// What the program said.
    pub fn message(&self) -> String {
        String::from_utf8_lossy(&self.output.stderr).trim().chars().take(300).collect()
    }

    /// What no file may bring about.
    pub fn fault(&self) -> Option<String> {
        if self.seconds > SECONDS {
            return Some(format!("took {:.1} s", self.seconds));
        }
        if self.megabytes > MEGABYTES {
            return Some(format!("took {} MB", self.megabytes));
        }
        match self.output.status.code() {
            Some(0) => None,
            Some(1) => is_sentence(&self.message()).err(),
            status => Some(format!("ended with {status:?}")),
        }
    }
}

/// Whether a message is what people are told: one line, in Chinese, what and why, what next, and where.
pub fn is_sentence(message: &str) -> Result<(), String> {
    let chinese = message.chars().filter(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)).count();
    let wrong = if message.lines().count() != 1 {
        "not one line"
    } else if chinese < 12 || !message.contains('。') {
        "not in Chinese"
    } else if !message.contains("请") {
        "does not say what next"
    } else if !message.contains("文件：") {
        "does not say where"
    } else if ["panicked", "unwrap", "src/", "Error(", "Some("].iter().any(|word| message.contains(word)) {
        "in the program's own words"
    } else {
        return Ok(());
    };
    Err(format!("{wrong}: {message}"))
}
