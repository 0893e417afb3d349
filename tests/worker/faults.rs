//! Files that break their worker, each in its way.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use faheng::error::FileProblem;
use faheng::intake::{self, Content, Format};

use crate::{Test, ask, pool, process};

/// A parser that does what the file says.
pub fn parse(name: &Path, bytes: &[u8]) -> Result<Content, FileProblem> {
    let text = String::from_utf8_lossy(bytes);
    let answer = match text.as_ref() {
        "process" => std::process::id().to_string(),
        "panic" => panic!("made to fail"),
        "abort" => std::process::abort(),
        "exit" => std::process::exit(3),
        "overflow" => deeper(1).to_string(),
        "memory" => {
            let mut all = Vec::new();
            loop {
                all.push(black_box(vec![1_u8; 1 << 20]));
            }
        }
        "hang" => loop {
            std::thread::sleep(Duration::from_secs(1));
        },
        "slow" => slow(Duration::from_secs(7)),
        "noise" => {
            println!("noise");
            "quiet".to_owned()
        }
        "large" => "大".repeat(100 << 20),
        _ => return intake::parse(name, bytes),
    };
    Ok(Content {
        format: Format::Txt,
        encoding: "utf-8",
        original: answer,
        blocks: Vec::new(),
        metadata: Vec::new(),
        warnings: Vec::new(),
    })
}

fn deeper(depth: u64) -> u64 {
    let room = black_box([depth; 64]);
    if depth == 0 { 0 } else { deeper(depth + 1) + room[7] }
}

/// Reads one page after the other.
fn slow(time: Duration) -> String {
    let page = format!("<html><body><p>{}</p></body></html>", "全年受理行政复议申请三件。".repeat(2000));
    let began = Instant::now();
    while began.elapsed() < time {
        intake::parse(Path::new("x.html"), page.as_bytes()).unwrap();
        std::thread::sleep(Duration::from_millis(20));
    }
    "done".to_owned()
}

pub fn tests() -> Vec<Test> {
    vec![
        ("one_worker_serves_many_files", one_worker_serves_many_files),
        ("each_fault_costs_its_file_alone", each_fault_costs_its_file_alone),
        ("a_file_that_makes_no_progress_is_given_up", a_file_that_makes_no_progress_is_given_up),
        ("a_file_that_makes_progress_may_take_longer", a_file_that_makes_progress_may_take_longer),
    ]
}

fn one_worker_serves_many_files() {
    let pool = pool();
    let first = process(&pool);
    assert_ne!(first, i32::try_from(std::process::id()).unwrap());
    assert!((0..200).all(|_| process(&pool) == first));
    assert_eq!(ask(&pool, "panic"), Err(FileProblem::Damaged("made to fail".to_owned())));
    assert_eq!(ask(&pool, "noise"), Ok("quiet".to_owned()), "what a parser prints is no answer");
    assert_eq!(process(&pool), first, "neither ends it");
}

fn each_fault_costs_its_file_alone() {
    let pool = pool();
    let crashed = |words: &str| FileProblem::Crashed(words.to_owned());
    for (fault, problem) in [
        ("exit", crashed("exit status: 3")),
        ("overflow", crashed("nested too deeply")),
        ("memory", FileProblem::OutOfMemory { limit: 512 << 20 }),
        ("large", FileProblem::TooLarge { limit: 256 << 20 }),
    ] {
        let before = process(&pool);
        let began = Instant::now();
        assert_eq!(ask(&pool, fault), Err(problem));
        println!("{fault}: {:?}", began.elapsed());
        assert_eq!(process(&pool) == before, fault == "large", "{fault}");
    }
    assert!(matches!(ask(&pool, "abort"), Err(FileProblem::Crashed(_))));
    process(&pool);
}

fn a_file_that_makes_no_progress_is_given_up() {
    let pool = pool();
    let before = process(&pool);
    let began = Instant::now();
    assert_eq!(ask(&pool, "hang"), Err(FileProblem::TimedOut { seconds: 5 }));
    assert!((4.9..7.0).contains(&began.elapsed().as_secs_f64()), "{:?}", began.elapsed());
    assert_ne!(process(&pool), before);
    #[cfg(target_os = "linux")]
    assert!(!Path::new(&format!("/proc/{before}")).exists(), "neither it nor its zombie is left");
}

fn a_file_that_makes_progress_may_take_longer() {
    assert_eq!(ask(&pool(), "slow"), Ok("done".to_owned()));
}
