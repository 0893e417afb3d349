//! What is no file, and names that no screen shows.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::PathBuf;
use std::process::Command;

use crate::program::Bench;
use crate::run::{is_sentence, run};
use crate::{docx, text};

/// What cannot be read, by the kind of the error.
fn strangers(bench: &Bench) -> Vec<(PathBuf, &'static str)> {
    let at = |name: &str| bench.path(name);
    fs::create_dir(at("folder.docx")).unwrap();
    assert!(Command::new("mkfifo").arg(at("pipe.txt")).status().unwrap().success());
    symlink(at("loop.docx"), at("loop.docx")).unwrap();
    symlink(at("there.txt"), at("here.txt")).unwrap();
    symlink(at("here.txt"), at("there.txt")).unwrap();
    symlink(at("gone.txt"), at("dangling.txt")).unwrap();
    symlink("/dev/zero", at("endless.txt")).unwrap();
    symlink(at("pipe.txt"), at("to a pipe.txt")).unwrap();
    drop(UnixListener::bind(at("socket.txt")).unwrap());
    vec![
        (at("folder.docx"), "not_a_file"),
        (at("pipe.txt"), "not_a_file"),
        (at("loop.docx"), "io"),
        (at("here.txt"), "io"),
        (at("dangling.txt"), "not_found"),
        (at("endless.txt"), "not_a_file"),
        (at("to a pipe.txt"), "not_a_file"),
        (at("socket.txt"), "not_a_file"),
        ("/dev/zero".into(), "not_a_file"),
        ("/dev/null".into(), "not_a_file"),
        (at("a.txt/b.txt"), "not_found"),
        (at(&"名".repeat(100)), "io"),
        ("".into(), "not_found"),
    ]
}

#[test]
fn what_is_no_file_is_told() {
    let bench = Bench::new();
    for (path, kind) in strangers(&bench) {
        let run = run(&bench, &path);
        assert_eq!(run.kind(), kind, "{}: {}", path.display(), run.message());
        assert_eq!(run.fault(), None);
    }
}

/// Names as long as a system takes them, in an encoding that is none, with marks that screens obey.
#[test]
fn odd_names_are_read_like_any() {
    let bench = Bench::new();
    let long = "报".repeat(83) + "x.docx";
    let names: [&[u8]; 5] = [
        long.as_bytes(),
        b"\xB1\xA8\xB8\xE6.docx",
        "\u{202E}xcod\u{202C}.docx".as_bytes(),
        b"a\nb\x1B[31m.docx",
        b"-- --json.docx",
    ];
    assert_eq!(long.len(), 255);
    for name in names {
        let path = bench.path("in").join(OsStr::from_bytes(name));
        fs::create_dir_all(bench.path("in")).unwrap();
        fs::write(&path, docx::good()).unwrap();
        let run = run(&bench, &path);
        assert!(run.found(), "{}", run.message());
    }
    let ended = bench.run(&["--json", "--library", "l.faheng", "import", "in"]).expect(0);
    let outcomes: Vec<_> =
        ended.objects().iter().map(|record| record["outcome"].as_str().unwrap().to_owned()).collect();
    assert_eq!(outcomes, ["imported", "already", "already", "already", "already", "summary"]);
}

/// Strangers in a folder are passed over or told, and the walk comes to its end.
#[test]
fn a_folder_of_strangers_is_walked_to_its_end() {
    let bench = Bench::new();
    strangers(&bench);
    let deep: PathBuf = std::iter::repeat_n("d", 300).collect();
    fs::create_dir_all(bench.path("deep").join(&deep)).unwrap();
    fs::write(bench.path("deep").join(&deep).join("x.txt"), text::good()).unwrap();
    symlink(bench.folder.path(), bench.path("deep/back")).unwrap();
    let library = tempfile::tempdir().unwrap();
    let library = library.path().join("l.faheng");
    let ended = bench.run(&["--json", "--library", library.to_str().unwrap(), "import", "."]);
    let records = ended.objects();
    let count = |outcome: &str| records.iter().filter(|record| record["outcome"] == outcome).count();
    assert_eq!((count("imported"), count("failed")), (1, 0), "{}", ended.out);
    assert!(count("skipped") >= 8, "{}", ended.out);
    for record in records.iter().filter(|record| record["outcome"] == "failed") {
        is_sentence(record["message"].as_str().unwrap()).unwrap();
    }
}
