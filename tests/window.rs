//! Starting where no window can be opened: one sentence, and the run without a display.
#![cfg(all(feature = "gui", target_os = "linux"))]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod program;

use std::fs;
use std::os::linux::net::SocketAddrExt as _;
use std::os::unix::net::{SocketAddr, UnixListener};
use std::process::Command;

use program::{Bench, Ended};

/// A run of the program on two reports, with an environment.
fn run(bench: &Bench, set: &[(&str, &str)], args: &[&str]) -> Ended {
    let mut command: Command = bench.command();
    for (name, value) in set {
        command.env(name, value);
    }
    Ended::new(command.args(args).output().unwrap(), args)
}

fn reports() -> Bench {
    let bench = Bench::new();
    bench.write("in/a.txt", program::report("营口市", 2021, "收到行政复议申请974件"));
    bench.write("in/b.txt", program::report("沈阳市", 2021, "收到行政复议申请8912件"));
    bench
}

/// What the run without a window prints, asked for in so many words.
fn without_window(bench: &Bench) -> String {
    run(bench, &[], &["--terminal", "in"]).expect(0).prints(&["974", "8,912"]).out
}

#[track_caller]
fn one_sentence(ended: &Ended, words: &[&str]) {
    let told: Vec<&str> = ended.err.lines().filter(|line| line.contains("打不开窗口")).collect();
    assert_eq!(told.len(), 1, "{}", ended.err);
    assert!(words.iter().all(|word| told[0].contains(word)), "{}", told[0]);
}

#[test]
fn no_display_is_said_and_the_work_is_done() {
    let bench = reports();
    let ended = run(&bench, &[], &["in"]).expect(0);
    one_sentence(&ended, &["DISPLAY"]);
    assert_eq!(ended.out, without_window(&bench));
    let english = run(&bench, &[("LANG", "en_GB.UTF-8")], &["in"]).expect(0);
    assert!(english.err.starts_with("No window could be opened"), "{}", english.err);
}

#[test]
fn a_display_that_does_not_answer_is_named() {
    let bench = reports();
    let ended = run(&bench, &[("DISPLAY", ":4099")], &["in"]).expect(0);
    one_sentence(&ended, &[":4099"]);
    assert_eq!(ended.out, without_window(&bench));
    let ended = run(&bench, &[("WAYLAND_DISPLAY", "no-such"), ("XDG_RUNTIME_DIR", "/nowhere")], &["in"]).expect(0);
    one_sentence(&ended, &["no-such"]);
}

/// A library that is no library stands in the way of the real one, and a socket stands for a display that answers.
#[test]
fn a_missing_libxkbcommon_x11_is_named_with_its_package() {
    let bench = reports();
    let number = 40_000 + std::process::id() % 20_000;
    let address = SocketAddr::from_abstract_name(format!("/tmp/.X11-unix/X{number}")).unwrap();
    let _display = UnixListener::bind_addr(&address).unwrap();
    let folder = bench.path("lib");
    fs::create_dir_all(&folder).unwrap();
    for name in ["libxkbcommon-x11.so.0", "libxkbcommon-x11.so"] {
        fs::write(folder.join(name), "no library").unwrap();
    }
    // The plain libxkbcommon may be missing on this machine too; its stand-in is not needed for that.
    let set = [("DISPLAY", format!(":{number}")), ("LD_LIBRARY_PATH", folder.display().to_string())];
    let set: Vec<(&str, &str)> = set.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let ended = run(&bench, &set, &["in"]).expect(0);
    one_sentence(&ended, &["libxkbcommon"]);
    assert_eq!(ended.out, without_window(&bench));
}

#[test]
fn nothing_to_show_and_no_window_gives_the_help() {
    let ended = run(&Bench::new(), &[], &[]).expect(0).prints(&["faheng import"]);
    one_sentence(&ended, &["DISPLAY"]);
}
