//! A user's seat in front of the window: its files in a folder of their own, hands and eyes.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role;
use eframe::egui::{DroppedFile, DroppedFileHandle, HoveredFile, Key, Modifiers, Theme, UiBuilder, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use faheng::app::action::Action;
use faheng::app::{App, Start};
use faheng::i18n::Locale;
use faheng::paths::Paths;
use faheng::settings::Settings;
use tempfile::TempDir;

/// No job of these tests takes so long on a slow machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is charted: two indicators of different units, and two places of the sample data.
pub const INDICATORS: [&str; 2] = ["行政机关负责人出庭应诉率", "收到行政复议申请件数"];
pub const PLACES: [&str; 2] = ["墨岭市", "澜州市"];

/// A folder for library, settings, cache and whatever a test puts there.
pub struct Home(TempDir);

impl Home {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file and gives its path.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    pub fn start(&self, files: &[PathBuf]) -> Start {
        let at = |name: &str| self.path(name);
        let paths = Paths { library: at("库/library.faheng"), settings: at("settings.toml"), cache: at("cache") };
        Start { paths, files: files.to_vec(), named: false, locale: None, system: Locale::ZhHans, trouble: None }
    }
}

/// The window, and the hands at it.
pub struct Seat {
    pub window: Harness<'static, Option<App>>,
}

impl Seat {
    /// Starts the program with files on its command line, as `main` does.
    pub fn new(home: &Home, files: &[PathBuf], size: [f32; 2], theme: Theme) -> Self {
        let start = home.start(files);
        let (settings, odd) = Settings::load(&start.paths.settings);
        // The harness has the context before the state; eframe has it the same way.
        let made = Rc::new(Cell::new(None));
        let door = Rc::clone(&made);
        let window = Harness::builder()
            .with_size(Vec2::from(size))
            .with_theme(theme)
            .with_context_setup(move |context| {
                door.set(Some(App::new(start, settings, &odd, context).unwrap().without_dialogs()));
            })
            .build_ui_state(
                move |ui, app: &mut Option<App>| {
                    let app = app.get_or_insert_with(|| made.take().unwrap());
                    app.logic();
                    // The harness leaves a margin that no window has.
                    let whole = ui.ctx().content_rect();
                    ui.set_clip_rect(whole);
                    ui.scope_builder(UiBuilder::new().max_rect(whole), |ui| app.ui(ui));
                },
                None,
            );
        Self { window }
    }

    pub fn app(&self) -> &App {
        self.window.state().as_ref().unwrap()
    }

    /// A few frames.
    pub fn look(&mut self) {
        self.window.run_steps(4);
    }

    /// Frames until something is to be seen.
    #[track_caller]
    pub fn wait(&mut self, what: &str, seen: impl Fn(&Self) -> bool) {
        let since = Instant::now();
        while !seen(self) {
            assert!(since.elapsed() < PATIENCE, "never seen: {what}. There is:\n{}", self.told());
            thread::sleep(Duration::from_millis(2));
            self.window.run_steps(1);
        }
        self.look();
    }

    /// Waits for a text that holds these words.
    #[track_caller]
    pub fn wait_for(&mut self, words: &str) {
        self.wait(words, |seat| seat.sees(words));
    }

    /// Whether a text with these words is to be seen.
    pub fn sees(&self, words: &str) -> bool {
        self.window.query_all_by_label_contains(words).next().is_some()
    }

    /// The names that hold these words.
    pub fn labels(&self, words: &str) -> Vec<String> {
        let nodes = self.window.query_all_by_label_contains(words);
        nodes.map(|node| node.accesskit_node().label().unwrap_or_default()).collect()
    }

    /// Does what a click would do, at once.
    pub fn wish(&mut self, action: Action) {
        let context = self.window.ctx.clone();
        self.window.state_mut().as_mut().unwrap().wish(action, &context);
    }

    /// Files held over the window, none once they have left it.
    pub fn hover(&mut self, count: usize) {
        self.window.input_mut().hovered_files = vec![HoveredFile::default(); count];
        self.look();
    }

    /// Lets files go over the window.
    pub fn drop(&mut self, paths: &[PathBuf]) {
        self.window.input_mut().hovered_files.clear();
        let files = paths.iter().map(|path| Arc::new(Dropped(path.clone())) as DroppedFileHandle);
        self.window.input_mut().dropped_files = files.collect();
        self.look();
    }

    pub fn count(&self, role: Role) -> usize {
        self.window.query_all_by_role(role).count()
    }

    /// Every name and text of the window, for the message of a test that fails.
    fn told(&self) -> String {
        let labels = self.window.query_all_by(|node| node.label().is_some());
        labels.filter_map(|node| Some(node.accesskit_node().label()? + "\n")).collect()
    }

    #[track_caller]
    pub fn click(&mut self, label: &str) {
        self.window.get_by_label(label).click();
        self.look();
    }

    #[track_caller]
    pub fn click_a(&mut self, role: Role, label: &str) {
        self.window.get_by_role_and_label(role, label).click();
        self.look();
    }

    /// Clicks the first of this kind.
    #[cfg(feature = "image_test")]
    pub fn click_first(&mut self, role: Role) {
        self.window.query_all_by_role(role).next().expect("one of its kind").click();
        self.look();
    }

    /// Clicks a button of the rail: the leftmost of that name.
    #[track_caller]
    pub fn visit(&mut self, place: &str) {
        let buttons = self.window.query_all_by_role_and_label(Role::Button, place);
        let left = |node: &egui_kittest::Node<'_>| node.rect().left() as i64;
        buttons.min_by_key(left).expect("the rail's button").click();
        self.look();
    }

    /// Puts text in the place of what a field holds.
    #[track_caller]
    pub fn fill(&mut self, label: &str, text: &str) {
        let name = label.to_owned();
        let field = self.window.get_by(move |node| node.is_text_input() && node.label().as_ref() == Some(&name));
        field.click();
        self.look();
        self.press(Modifiers::COMMAND, Key::A);
        self.write(text);
    }

    /// Types into what has the focus.
    pub fn write(&mut self, text: &str) {
        self.window.event(eframe::egui::Event::Text(text.into()));
        self.look();
    }

    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.window.key_press_modifiers(modifiers, key);
        self.look();
    }

    /// Answers the field for typed paths.
    #[track_caller]
    pub fn type_paths(&mut self, paths: &[PathBuf]) {
        let lines: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        self.write(&lines.join("\n"));
        self.click("确定");
    }

    /// Picks two reports by place and year in the view of comparisons.
    #[track_caller]
    pub fn compare(&mut self, left: &str, right: &str) {
        for (side, words) in [("左：", left), ("右：", right)] {
            self.click(&format!("{side}选一份报告"));
            self.write(words);
            self.press(Modifiers::NONE, Key::Enter);
            let named = |seat: &Self| seat.labels(side).iter().any(|label| label.ends_with(words));
            self.wait(words, named);
        }
        self.wait("the comparison", |seat| seat.sees("差 = 右 − 左") && !seat.sees("正在对比"));
    }

    /// Charts the two indicators of these tests for two places, each searched for in its own way and ticked.
    #[track_caller]
    pub fn chart(&mut self) {
        for (words, name) in [("出庭应诉率", INDICATORS[0]), ("reconsideration.received", INDICATORS[1])] {
            self.fill("搜索名称、别名、编号", words);
            self.click_a(Role::CheckBox, name);
        }
        for place in PLACES {
            self.fill("搜索地名、简称、代码", place);
            self.click_a(Role::CheckBox, place);
        }
        self.wait_for_chart();
    }

    /// Waits until the chart is there that was asked for last.
    #[track_caller]
    pub fn wait_for_chart(&mut self) {
        self.wait("a chart", |seat| seat.count(Role::Figure) > 0 && !seat.sees("正在读取"));
    }
}

/// A file as a desktop hands it over.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the window opens no files".into())
    }
}
