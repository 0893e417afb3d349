//! Time from the start of the process to the end of the second frame, of an empty eframe window and of ours on files.
//!
//! `cargo run --release --example first_frame -- [ROUNDS] [PATH…]`, on a desktop or a virtual screen. Each round starts
//! one process of each kind; the medians and their ratio are printed.
#![expect(clippy::print_stdout, reason = "a figure to read")]

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use eframe::egui::{CentralPanel, Context, Ui, ViewportCommand};
use faheng::app::{self, App, Start};
use faheng::i18n::Locale;
use faheng::paths::Paths;
use faheng::settings::Settings;

fn main() {
    let mut args = std::env::args().skip(1);
    match args.next().as_deref() {
        Some("empty") => window(Instant::now(), |_| Box::new(Empty)),
        Some("ours") => {
            app::prepare();
            let files: Vec<PathBuf> = args.map(PathBuf::from).collect();
            window(Instant::now(), move |context| Box::new(Ours(ours(files.clone(), context))));
        }
        rounds => compare(rounds.and_then(|rounds| rounds.parse().ok()).unwrap_or(9), args.collect()),
    }
}

/// Two frames and an end.
trait Frame {
    fn paint(&mut self, ui: &mut Ui);
}

struct Empty;

impl Frame for Empty {
    fn paint(&mut self, ui: &mut Ui) {
        CentralPanel::default().show(ui, |ui| ui.label("…"));
    }
}

struct Ours(App);

impl Frame for Ours {
    fn paint(&mut self, ui: &mut Ui) {
        self.0.logic();
        self.0.ui(ui);
    }
}

fn ours(files: Vec<PathBuf>, context: &Context) -> App {
    let paths = Paths::new(None);
    let start =
        Start { paths, files, named: false, locale: Some(Locale::ZhHans), system: Locale::ZhHans, trouble: None };
    App::new(start, Settings::default(), &[], context).unwrap_or_else(|error| panic!("{error}"))
}

struct Counted {
    frame: Box<dyn Frame>,
    since: Instant,
    painted: usize,
}

impl eframe::App for Counted {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        self.frame.paint(ui);
        self.painted += 1;
        if self.painted == 1 {
            ui.ctx().request_repaint();
        } else if self.painted == 2 {
            // The first frame is on the screen when the second is asked for.
            println!("{}", self.since.elapsed().as_micros());
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
        }
    }
}

fn window(since: Instant, make: impl Fn(&Context) -> Box<dyn Frame> + 'static) {
    let options = eframe::NativeOptions::default();
    let ended = eframe::run_native(
        "first frame",
        options,
        Box::new(move |creation| Ok(Box::new(Counted { frame: make(&creation.egui_ctx), since, painted: 0 }))),
    );
    if let Err(error) = ended {
        panic!("no window: {error}");
    }
}

fn compare(rounds: usize, files: Vec<String>) {
    let mut found = [Vec::new(), Vec::new()];
    for _ in 0..rounds {
        for (kind, times) in ["empty", "ours"].into_iter().zip(&mut found) {
            let own = std::env::current_exe().unwrap_or_else(|error| panic!("{error}"));
            let output = Command::new(own).arg(kind).args(&files).output().unwrap_or_else(|error| panic!("{error}"));
            let text = String::from_utf8_lossy(&output.stdout);
            let micros: u64 =
                text.trim().parse().unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
            times.push(Duration::from_micros(micros));
        }
    }
    let [empty, ours] = found.map(|mut times| {
        times.sort();
        times[times.len() / 2]
    });
    println!("empty {empty:.1?}  ours {ours:.1?}  ratio {:.2}", ours.as_secs_f64() / empty.as_secs_f64());
}
