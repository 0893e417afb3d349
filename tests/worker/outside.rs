//! Ends that come from outside: of the worker, of its program, of the executable.

use std::process::ExitCode;

use faheng::error::FileProblem;
use faheng::worker::Pool;

use crate::{Test, ask, pool, process};

pub fn tests() -> Vec<Test> {
    vec![
        ("files_at_the_same_time_have_a_worker_each", files_at_the_same_time_have_a_worker_each),
        ("a_program_that_is_no_worker_is_told", a_program_that_is_no_worker_is_told),
        #[cfg(target_os = "linux")]
        ("a_worker_that_ended_while_idle_is_replaced", linux::a_worker_that_ended_while_idle_is_replaced),
        #[cfg(target_os = "linux")]
        ("workers_end_with_their_pool", linux::workers_end_with_their_pool),
        #[cfg(target_os = "linux")]
        ("a_worker_ends_with_its_program_even_in_the_midst_of_a_file", linux::a_worker_ends_with_its_program),
    ]
}

/// The program that hangs on a file.
pub fn hang() -> ExitCode {
    ask(&pool(), "hang").ok();
    ExitCode::SUCCESS
}

fn files_at_the_same_time_have_a_worker_each() {
    let pool = pool();
    let mut processes: Vec<i32> = std::thread::scope(|scope| {
        let both = [(); 2].map(|()| scope.spawn(|| ask(&pool, "slow").map(|_| process(&pool)).unwrap()));
        both.map(|one| one.join().unwrap()).into()
    });
    processes.dedup();
    assert_eq!(processes.len(), 2);
}

fn a_program_that_is_no_worker_is_told() {
    for program in ["/nowhere/faheng", "/bin/true", "/bin/echo"] {
        let problem = ask(&Pool::new(program), "process").unwrap_err();
        assert!(matches!(&problem, FileProblem::NoWorker(words) if !words.is_empty()), "{program}: {problem:?}");
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;
    use std::path::PathBuf;
    use std::process::Command;
    use std::time::{Duration, Instant};

    use rustix::process::{Pid, Signal, kill_process};

    use crate::{HANG, pool, process};

    fn kill(number: i32) {
        kill_process(Pid::from_raw(number).unwrap(), Signal::KILL).unwrap();
    }

    fn place(number: i32) -> PathBuf {
        format!("/proc/{number}").into()
    }

    /// Whether it comes true within a moment.
    fn soon(mut true_: impl FnMut() -> bool) -> bool {
        let began = Instant::now();
        while !true_() {
            if began.elapsed() > Duration::from_secs(4) {
                return false;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        true
    }

    pub fn a_worker_that_ended_while_idle_is_replaced() {
        let pool = pool();
        let first = process(&pool);
        kill(first);
        assert_ne!(process(&pool), first);
    }

    pub fn workers_end_with_their_pool() {
        let pool = pool();
        let number = process(&pool);
        assert!(place(number).exists());
        drop(pool);
        assert!(!place(number).exists());
    }

    pub fn a_worker_ends_with_its_program() {
        let mut program = Command::new(std::env::current_exe().unwrap()).arg(HANG).spawn().unwrap();
        let number = i32::try_from(program.id()).unwrap();
        let mut workers = Vec::new();
        assert!(soon(|| {
            workers = children(number);
            !workers.is_empty()
        }));
        // Long enough for the worker to have the file in hand.
        std::thread::sleep(Duration::from_millis(500));
        kill(number);
        program.wait().unwrap();
        assert!(soon(|| workers.iter().all(|worker| !place(*worker).exists())), "{workers:?}");
    }

    fn children(of: i32) -> Vec<i32> {
        let numbers = fs::read_dir("/proc").unwrap().filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
        let parent = |number: &i32| {
            let facts = fs::read_to_string(place(*number).join("status")).unwrap_or_default();
            facts.lines().any(|line| line.strip_prefix("PPid:").is_some_and(|parent| parent.trim() == of.to_string()))
        };
        numbers.filter(parent).collect()
    }
}
