//! One run of the program on one file, watched.

use std::path::Path;
use std::process::{Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::program::Bench;

/// Longest time for a file that is refused, in seconds of CPU, so that a busy machine fails nothing. Without
/// optimisation all takes many times longer.
const REFUSED: f64 = if cfg!(debug_assertions) { 30.0 } else { 5.0 };

/// Longest time for a file that is read, which makes progress until its end.
const READ: f64 = 60.0;

/// Longest time on the clock, in which nobody may wait for ever.
const CLOCK: f64 = 120.0;

/// Most memory in MB, the program's and its worker's each.
const MEGABYTES: u64 = 512;

/// What became of a file.
pub struct Run {
    output: Output,
    pub seconds: f64,
    /// Seconds of CPU of program and worker together.
    pub cpu: f64,
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
    let (mut most, mut cpu) = (0, 0.0_f64);
    while !waiting.is_finished() {
        most = most.max(each(process, peak).into_iter().max().unwrap_or(0));
        cpu = cpu.max(each(process, ticks).into_iter().sum::<u64>() as f64 / 100.0);
        std::thread::sleep(Duration::from_millis(10));
    }
    let seconds = began.elapsed().as_secs_f64();
    Run { output: waiting.join().unwrap(), seconds, cpu, megabytes: most >> 10 }
}

/// What `look` sees of a process and of its children; zeros where the system does not tell.
fn each(process: u32, look: fn(u32) -> u64) -> Vec<u64> {
    let children = std::fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    children.split_whitespace().filter_map(|child| child.parse().ok()).chain([process]).map(look).collect()
}

/// CPU that a process has used, in hundredths of a second.
fn ticks(process: u32) -> u64 {
    let facts = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // The name before the bracket may hold anything.
    let rest = facts.rsplit_once(')').map_or("", |(_, rest)| rest);
    rest.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum()
}

/// The most memory that a process has had, in KB; nothing while it still is the copy of this one that it began as.
fn peak(process: u32) -> u64 {
    let words = |process: &str| std::fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    if words(&process.to_string()) == words("self") {
        return 0;
    }
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
        if self.cpu > if self.is_read() { READ } else { REFUSED } || self.seconds > CLOCK {
            return Some(format!("took {:.1} s of CPU, {:.1} s", self.cpu, self.seconds));
        }
        if self.megabytes > MEGABYTES {
            return Some(format!("took {} MB", self.megabytes));
        }
        match self.output.status.code() {
            Some(0) => None,
            Some(1) if !self.message().contains("文件：") => Some("does not say where".to_owned()),
            Some(1) => is_sentence(&self.message()).err(),
            status => Some(format!("ended with {status:?}")),
        }
    }
}

/// Whether a message is what people are told: one line, in Chinese, what and why, and what next.
pub fn is_sentence(message: &str) -> Result<(), String> {
    let chinese = message.chars().filter(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)).count();
    let wrong = if message.lines().count() != 1 {
        "not one line"
    } else if chinese < 12 || !message.contains('。') {
        "not in Chinese"
    } else if !message.contains("请") {
        "does not say what next"
    } else if ["panicked", "unwrap", "src/", "Error(", "Some("].iter().any(|word| message.contains(word)) {
        "in the program's own words"
    } else {
        return Ok(());
    };
    Err(format!("{wrong}: {message}"))
}
