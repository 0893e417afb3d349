//! Files made to hurt, each given to the real program: what became of it, in what time, with how much memory.
//!
//! Where the program is not optimised the largest are left out; `cargo test --profile quick --test hostile` has all.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a test fails, and prints figures")]

mod archive;
mod case;
mod docx;
mod html;
mod mail;
mod mutate;
mod ofd;
mod ole;
mod pdf;
#[cfg(unix)]
mod places;
#[path = "../program/mod.rs"]
mod program;
mod rtf;
mod run;
mod text;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use case::{Case, Wanted};
use program::Bench;
use run::{Run, run};

/// Largest file that is tried, in bytes.
const LARGEST: usize = if cfg!(debug_assertions) { 3 << 20 } else { usize::MAX };

/// Files of the folder that is read as a whole are smaller, in bytes.
const SMALL: usize = 200 << 10;

type Cases = fn() -> Vec<Case>;

/// The cases of each format.
const FORMATS: [(&str, Cases); 9] = [
    ("text", text::cases),
    ("html", html::cases),
    ("docx", docx::cases),
    ("doc", ole::cases),
    ("rtf", rtf::cases),
    ("pdf", pdf::cases),
    ("ofd", ofd::cases),
    ("mht", mail::cases),
    ("zip", archive::cases),
];

/// Endings that the program refuses by their type; their cases are checked for a sentence alone.
fn is_read(ending: &str) -> bool {
    faheng::intake::readable(Path::new(&format!("x.{ending}")))
}

/// Gives every case of a format to the program, two at a time.
fn check(format: &str) {
    let mut cases = FORMATS.iter().find(|(name, _)| *name == format).unwrap().1();
    let all = cases.len();
    cases.retain(|case| case.bytes.len() <= LARGEST);
    println!("{format}: {} of {all} files", cases.len());
    let bench = Bench::new();
    let (next, faults) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let path = bench.write(&case.name, &case.bytes);
                    let run = run(&bench, &path);
                    let Run { seconds, cpu, megabytes, .. } = run;
                    println!("{cpu:>5.2} s {megabytes:>4} MB {} {} ({seconds:.2} s)", run.kind(), case.name);
                    faults.lock().unwrap().extend(fault(case, &run));
                    fs::remove_file(path).unwrap();
                }
            });
        }
    });
    let faults = faults.into_inner().unwrap();
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), cases.len(), faults.join("\n"));
}

/// What is wrong with what became of the case.
fn fault(case: &Case, run: &Run) -> Option<String> {
    let read_at_all = case.name.rsplit_once('.').is_some_and(|(_, ending)| is_read(ending));
    let wrong = match case.wanted {
        _ if run.fault().is_some() => run.fault(),
        Wanted::Refused if run.is_read() => Some("read".to_owned()),
        Wanted::Read if read_at_all && !run.is_read() => Some("refused".to_owned()),
        Wanted::Read if read_at_all && !run.found() => Some("its figure is not found".to_owned()),
        _ if run.is_read() && run.is_empty() => Some("an empty report".to_owned()),
        _ => None,
    };
    wrong.map(|wrong| format!("{}: {wrong}\n    {}", case.name, run.message()))
}

macro_rules! formats {
    ($($name:ident $format:literal)+) => {$(
        #[test]
        fn $name() {
            check($format);
        }
    )+};
}

formats! {
    hostile_text "text"
    hostile_pages "html"
    hostile_word_files "docx"
    hostile_old_word_files "doc"
    hostile_rich_text "rtf"
    hostile_pdf_files "pdf"
    hostile_ofd_files "ofd"
    hostile_mail "mht"
    hostile_archives "zip"
}

#[test]
fn there_are_good_files_among_them() {
    let bench = Bench::new();
    let good = [
        ("x.txt", text::good()),
        ("x.html", html::good()),
        ("x.docx", docx::good()),
        ("x.doc", ole::good()),
        ("x.rtf", rtf::good()),
        ("x.pdf", pdf::good()),
        ("x.ofd", ofd::good()),
        ("x.mht", mail::good()),
    ];
    let mut faults = Vec::new();
    for (name, bytes) in good.into_iter().filter(|(name, _)| is_read(&name[2..])) {
        let run = run(&bench, &bench.write(name, bytes));
        if !run.found() {
            faults.push(format!("{name}: {}", run.message()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// All of a folder at once: one outcome for each file, good files among bad ones, nothing written but the library.
#[test]
fn a_folder_of_them_costs_the_good_files_nothing() {
    let bench = Bench::new();
    let mut names = BTreeSet::new();
    for (format, cases) in FORMATS {
        // Archives are opened here alone, so that the larger ones of them come too.
        let most = if format == "zip" { LARGEST } else { SMALL };
        for case in cases().into_iter().filter(|case| case.bytes.len() < most) {
            bench.write(&format!("in/{format}/{}", case.name), case.bytes);
            names.insert(format!("{format}/{}", case.name));
        }
    }
    bench.write("in/report.txt", program::report("沈阳市", 2021, "收到行政复议申请8912件"));
    bench.write("in/text/report.html", html::good());
    let before = tree(bench.folder.path());
    let ended = bench.run(&["--json", "--library", "here.faheng", "import", "in"]);
    assert!(!ended.err.contains("panicked"), "{}", ended.err);
    let records = ended.objects();
    let outcome = |name: &str| {
        let found = records.iter().find(|record| record["path"].as_str().is_some_and(|path| path.ends_with(name)));
        found.unwrap()["outcome"].as_str().unwrap().to_owned()
    };
    assert_eq!(outcome("in/report.txt"), "imported");
    assert_eq!(outcome("text/report.html"), "already", "the same page stands there under another name");
    // An archive has outcomes for what is in it.
    let archived = |path: &str| path.contains("in/zip/");
    let outcomes = records.iter().filter_map(|record| record["path"].as_str()).filter(|path| !archived(path)).count();
    let files = names.iter().filter(|name| !name.starts_with("zip/")).count();
    assert_eq!(outcomes, files + 2, "an outcome for each file");
    for record in records.iter().filter(|record| record["outcome"] == "failed") {
        run::is_sentence(record["message"].as_str().unwrap()).unwrap();
    }
    let mut after = tree(bench.folder.path());
    after.retain(|path| !path.starts_with("here.faheng"));
    assert_eq!(after, before, "nothing is written but the library");
    assert!(!Path::new("/tmp/evil.txt").exists());
}

/// All files below a folder.
fn tree(folder: &Path) -> BTreeSet<String> {
    let mut folders = vec![folder.to_owned()];
    let mut files = BTreeSet::new();
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else {
                files.insert(entry.strip_prefix(folder).unwrap().display().to_string());
            }
        }
    }
    files
}
