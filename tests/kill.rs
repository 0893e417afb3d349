//! The program killed in the middle of an import: the library stays whole, and what was said to be in it is in it.
#![cfg(all(feature = "cli", unix))]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod program;

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use faheng::store::{Access, Library};
use program::Bench;
use sha2::{Digest, Sha256};

const FILES: usize = 300;
const LIBRARY: &str = "data/library.faheng";

/// Numbers that look random and are the same in every run (an LCG, constants by Knuth).
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// When to kill.
#[derive(Debug)]
enum Moment {
    /// As soon as that many lines were read.
    Lines(usize),
    /// So long after the start.
    After(Duration),
}

/// Small reports, no two alike, with paragraphs of the sample data.
fn reports(bench: &Bench) {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let mut paragraphs: Vec<String> = Vec::new();
    for place in ["绮湖市", "墨岭市", "澄港市"] {
        let mut files: Vec<_> = fs::read_dir(samples.join(place)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for text in files.iter().filter(|path| path.extension().is_some_and(|end| end == "txt")) {
            let text = fs::read_to_string(text).unwrap();
            paragraphs.extend(text.lines().filter(|line| line.chars().count() > 60).map(str::to_owned));
        }
    }
    let mut seeded = Seeded(1);
    for number in 0..FILES {
        let (place, year) = (100 + number / 10, 2015 + number % 10);
        let body: Vec<String> = (0..2)
            .map(|_| paragraphs[seeded.below(paragraphs.len() as u64) as usize].replace('3', &number.to_string()))
            .collect();
        let text = format!(
            "第{place}测试县{year}年法治政府建设情况报告\n\n{year}年，现将有关情况报告如下。\n\n一、主要举措和成效\n\n{}\n\
             二、存在的问题\n\n{}\n",
            body[0], body[1]
        );
        bench.write(&format!("in/{number:03}.txt"), text);
    }
}

fn start(bench: &Bench) -> (Child, Receiver<String>) {
    let mut command = bench.command();
    command.args(["--library", LIBRARY, "import", "--json", "in"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let (lines, read) = mpsc::channel();
    std::thread::spawn(move || {
        let mut line = String::new();
        // A line without its end was not said.
        while out.read_line(&mut line).unwrap_or(0) > 0 && line.ends_with('\n') {
            lines.send(std::mem::take(&mut line)).ok();
        }
    });
    (child, read)
}

/// The files that these lines claim to be in the library.
fn claimed(lines: &[String]) -> Vec<String> {
    let records = lines.iter().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    records
        .filter(|record| record["outcome"] == "imported" || record["outcome"] == "already")
        .map(|record| record["path"].as_str().unwrap().to_owned())
        .collect()
}

/// Imports up to that moment; gives the files claimed until then, and whether the program was still at work.
fn killed_import(bench: &Bench, moment: &Moment) -> (Vec<String>, bool) {
    let (mut child, read) = start(bench);
    let mut lines = Vec::new();
    match *moment {
        Moment::Lines(count) => lines.extend(read.iter().take(count)),
        Moment::After(time) => std::thread::sleep(time),
    }
    child.kill().unwrap();
    let killed = child.wait().unwrap().signal() == Some(9);
    lines.extend(read.iter());
    (claimed(&lines), killed)
}

/// Opens the library as its next user would, and looks for those files; gives how many it holds.
fn look(bench: &Bench, claimed: &[String]) -> usize {
    fs::create_dir_all(bench.path("data")).unwrap();
    let library = Library::open(bench.path(LIBRARY), Access::ReadWrite).unwrap();
    assert_eq!(library.check().unwrap(), Vec::<String>::new());
    let known = library.known_files().unwrap();
    for path in claimed {
        let bytes = fs::read(bench.path(path)).unwrap();
        let hash: [u8; 32] = Sha256::digest(&bytes).into();
        let id = known.get(&hash).copied();
        let id = id.unwrap_or_else(|| panic!("{path} was reported and is not there"));
        assert_eq!(library.original(id).unwrap(), bytes);
    }
    known.len()
}

#[test]
fn a_killed_import_leaves_a_sound_library_with_all_that_it_reported() {
    let bench = Bench::new();
    reports(&bench);
    let began = Instant::now();
    let (child, lines) = start(&bench);
    assert_eq!(claimed(&lines.iter().collect::<Vec<_>>()).len(), FILES);
    assert!(child.wait_with_output().unwrap().status.success());
    let whole = began.elapsed().as_millis() as u64;

    let mut seeded = Seeded(2);
    let (mut at_work, mut halfway) = (0, 0);
    for round in 0..10 {
        fs::remove_dir_all(bench.path("data")).unwrap();
        let moment = match round % 2 {
            0 => Moment::Lines(1 + seeded.below(FILES as u64 / 2) as usize),
            _ => Moment::After(Duration::from_millis(seeded.below(whole))),
        };
        let (claimed, killed) = killed_import(&bench, &moment);
        let held = look(&bench, &claimed);
        assert!(claimed.len() <= held, "{moment:?}");
        at_work += usize::from(killed);
        halfway += usize::from(killed && (1..FILES).contains(&held));
        let rest = bench.run(&["--library", LIBRARY, "import", "in"]).expect(0);
        let summary = format!("导入 {}，已有 {held}，跳过 0，失败 0", FILES - held);
        assert!(rest.out.contains(&summary), "{moment:?}: {}", rest.out.lines().last().unwrap_or_default());
        let all: Vec<String> = (0..FILES).map(|number| format!("in/{number:03}.txt")).collect();
        assert_eq!(look(&bench, &all), FILES);
    }
    assert!(at_work >= 5 && halfway >= 3, "killed at work {at_work} times, halfway {halfway} times");
}
