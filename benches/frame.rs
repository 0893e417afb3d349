//! CPU of a frame without a GPU: each view on the sample data, still and scrolling. Prints the median and the 99th of a
//! hundred, since a slow frame is felt, not the mean. Counted is the thread's own CPU, so that other work of the machine
//! does not show; where the system does not tell it, the time passed.
#![expect(clippy::print_stdout, reason = "figures to read")]

use std::path::PathBuf;
use std::time::Duration;

use eframe::egui::{Context, Event, Modifiers, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, vec2};
use faheng::app::action::{Action, Address};
use faheng::app::{App, Start};
use faheng::i18n::Locale;
use faheng::paths::Paths;
use faheng::settings::Settings;
use faheng::store::ReportId;

/// Frames measured for each view.
const FRAMES: usize = 1_000;

fn main() {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
    let at = |name: &str| folder.path().join(name);
    let paths = Paths { library: at("library.faheng"), settings: at("settings.toml"), cache: at("cache") };
    let sample = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let mut bench = Bench::new(paths, vec![sample]);
    bench.settle();
    bench.measure("library");
    bench.go(Address::Report { id: Some(ReportId::new(1)), figure: None });
    bench.measure("report");
    bench.go(Address::Compare { left: Some(ReportId::new(1)), right: Some(ReportId::new(8)) });
    bench.measure("compare");
    bench.chart();
    bench.measure("trend");
}

/// CPU that this thread has used.
#[cfg(unix)]
fn clock() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    let spent = clock_gettime(ClockId::ThreadCPUTime);
    let (seconds, nanos) = (u64::try_from(spent.tv_sec), u32::try_from(spent.tv_nsec));
    Duration::new(seconds.unwrap_or(0), nanos.unwrap_or(0))
}

/// Time passed since the first call.
#[cfg(not(unix))]
fn clock() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}

struct Bench {
    context: Context,
    app: App,
    time: f64,
}

impl Bench {
    fn new(paths: Paths, files: Vec<PathBuf>) -> Self {
        let context = Context::default();
        let start =
            Start { paths, files, named: false, locale: Some(Locale::ZhHans), system: Locale::ZhHans, trouble: None };
        let app = App::new(start, Settings::default(), &[], &context).unwrap_or_else(|error| panic!("{error}"));
        Self { context, app, time: 0.0 }
    }

    /// One frame with its tessellation, as a renderer would ask for it.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0))),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let since = clock();
        self.app.logic();
        let output = self.context.run_ui(input, |ui| self.app.ui(ui));
        std::hint::black_box(self.context.tessellate(output.shapes, output.pixels_per_point));
        clock() - since
    }

    /// Frames until nothing comes in any more.
    fn settle(&mut self) {
        for _ in 0..200 {
            self.frame(Vec::new());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn go(&mut self, address: Address) {
        self.app.wish(Action::Go(address), &self.context);
        self.settle();
    }

    /// Two places with most years and two indicators of different units.
    fn chart(&mut self) {
        let bodies = self.app.bodies().into_iter().take(2).collect();
        let indicators = ["litigation.head_appearance_rate", "reconsideration.received"].map(str::to_owned).to_vec();
        for action in [Action::SetBodies(bodies), Action::SetIndicators(indicators), Action::Go(Address::Trend)] {
            self.app.wish(action, &self.context);
        }
        self.settle();
    }

    fn measure(&mut self, name: &str) {
        let mut still: Vec<Duration> = (0..FRAMES).map(|_| self.frame(Vec::new())).collect();
        let wheel = |at: usize| {
            let down = if (at / 40).is_multiple_of(2) { -60.0 } else { 60.0 };
            let (unit, phase) = (MouseWheelUnit::Point, TouchPhase::Move);
            vec![
                Event::PointerMoved(Pos2::new(700.0, 450.0)),
                Event::MouseWheel {
                    unit,
                    delta: vec2(0.0, down),
                    phase,
                    modifiers: Modifiers::NONE,
                    source: eframe::egui::MouseWheelSource::Unknown,
                },
            ]
        };
        let mut moved: Vec<Duration> = (0..FRAMES).map(|at| self.frame(wheel(at))).collect();
        println!("{name:8} still {}   scrolling {}", spread(&mut still), spread(&mut moved));
    }
}

fn spread(times: &mut [Duration]) -> String {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    format!("p50 {:.2} ms  p99 {:.2} ms  max {:.2} ms", at(0.5), at(0.99), at(1.0))
}
