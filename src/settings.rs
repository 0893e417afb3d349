//! The user's settings: read tolerantly, written back without losing what this version does not know.
//!
//! They are a convenience: whatever is wrong with the file, the program starts, with a warning.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, JoinHandle};

use toml::{Table, Value};

use crate::chart::ChartKind;
use crate::compare::BodyKey;
use crate::i18n::Locale;
use crate::identity::NameTemplate;

/// Light, dark, or as the system is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shade {
    /// As the system is.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

const SHADES: [(&str, Shade); 3] = [("system", Shade::System), ("light", Shade::Light), ("dark", Shade::Dark)];
const KINDS: [(&str, ChartKind); 3] =
    [("line", ChartKind::Line), ("bars", ChartKind::Bars), ("slope", ChartKind::Slope)];
const LOCALES: [(&str, Locale); 2] = [("zh", Locale::ZhHans), ("en", Locale::En)];

/// Narrowest and lowest window that is remembered, and the widest.
const WINDOW: (f64, f64) = (320.0, 16_384.0);

/// What the program remembers between two runs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The language, where the user chose one.
    pub locale: Option<Locale>,
    /// Light or dark.
    pub shade: Shade,
    /// Width and height of the window in points.
    pub window: Option<(f32, f32)>,
    /// Whether it filled the screen.
    pub maximized: bool,
    /// The library that was open.
    pub library: Option<PathBuf>,
    /// The bodies that were charted.
    pub bodies: Vec<BodyKey>,
    /// The indicators that were charted.
    pub indicators: Vec<String>,
    /// First and last year charted.
    pub years: Option<(i32, i32)>,
    /// How values were laid out.
    pub kind: ChartKind,
    /// The pattern that names of files follow, where the user gave one.
    pub name_template: Option<String>,
    /// What this version does not know, as it stood in the file.
    rest: Table,
}

impl Settings {
    /// Reads settings from their text; a second value names what was not understood, in the file's own words.
    pub fn parse(text: &str) -> (Self, Vec<String>) {
        let mut table: Table = match text.parse() {
            Ok(table) => table,
            Err(error) => return (Self::default(), vec![error.to_string()]),
        };
        let mut odd = Vec::new();
        let mut settings = Self::default();
        let mut take = |key: &str, set: &mut dyn FnMut(&Value) -> Option<()>| {
            let Some(value) = table.get(key) else { return };
            // What is not understood stays in the table: a newer version may know it.
            match set(value) {
                Some(()) => drop(table.remove(key)),
                None => odd.push(format!("{key} = {value}")),
            }
        };
        take("language", &mut |value| named(value, &LOCALES).map(|found| settings.locale = Some(found)));
        take("theme", &mut |value| named(value, &SHADES).map(|found| settings.shade = found));
        take("window", &mut |value| pair(value, size).map(|found| settings.window = Some(found)));
        take("maximized", &mut |value| value.as_bool().map(|found| settings.maximized = found));
        take("library", &mut |value| value.as_str().map(|found| settings.library = Some(found.into())));
        take("places", &mut |value| list(value, body).map(|found| settings.bodies = found));
        take("indicators", &mut |value| list(value, word).map(|found| settings.indicators = found));
        take("years", &mut |value| pair(value, year).map(|found| settings.years = Some(found)));
        take("chart", &mut |value| named(value, &KINDS).map(|found| settings.kind = found));
        take("name_template", &mut |value| template(value).map(|found| settings.name_template = Some(found)));
        settings.rest = table;
        (settings, odd)
    }

    /// The settings as text for [`Settings::parse`].
    pub fn to_text(&self) -> String {
        let mut table = self.rest.clone();
        let plain = Self::default();
        let mut put = |key: &str, value: Option<Value>, is_plain: bool| {
            if let Some(value) = value.filter(|_| !(is_plain && table.contains_key(key))) {
                table.insert(key.to_owned(), value);
            }
        };
        put("language", self.locale.map(|locale| name(locale, &LOCALES)), false);
        put("theme", Some(name(self.shade, &SHADES)), self.shade == plain.shade);
        put("window", self.window.map(|(w, h)| Value::Array(vec![f64::from(w).into(), f64::from(h).into()])), false);
        put("maximized", Some(self.maximized.into()), !self.maximized);
        put("library", self.library.as_ref().and_then(|path| path.to_str()).map(Value::from), false);
        let words = |body: &BodyKey| body.place.iter().chain([&body.name]).cloned().map(Value::from).collect();
        put(
            "places",
            Some(self.bodies.iter().map(|body| Value::Array(words(body))).collect::<Vec<_>>().into()),
            self.bodies.is_empty(),
        );
        put("indicators", Some(self.indicators.clone().into()), self.indicators.is_empty());
        put("years", self.years.map(|(a, b)| Value::Array(vec![a.into(), b.into()])), false);
        put("chart", Some(name(self.kind, &KINDS)), self.kind == plain.kind);
        put("name_template", self.name_template.clone().map(Value::from), false);
        table.to_string()
    }

    /// Reads the file; one that is not there gives the defaults without a warning.
    pub fn load(path: &Path) -> (Self, Vec<String>) {
        match fs::read_to_string(path) {
            Ok(text) => {
                let (settings, odd) = Self::parse(&text);
                if text.parse::<Table>().is_err() {
                    // The next save puts a whole file in its place; what the user wrote stays beside it.
                    fs::copy(path, path.with_extension("toml.bad")).ok();
                }
                (settings, odd)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => (Self::default(), Vec::new()),
            Err(error) => (Self::default(), vec![error.to_string()]),
        }
    }

    /// Writes the file beside its place and puts it there whole.
    ///
    /// # Errors
    ///
    /// What the system says when the folder or the file cannot be written.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let mut beside = tempfile::NamedTempFile::new_in(folder)?;
        beside.write_all(self.to_text().as_bytes())?;
        beside.persist(path).map_err(|refused| refused.error)?;
        Ok(())
    }
}

fn named<T: Copy>(value: &Value, names: &[(&str, T)]) -> Option<T> {
    let found = value.as_str()?;
    names.iter().find(|(name, _)| *name == found).map(|(_, value)| *value)
}

fn name<T: PartialEq>(value: T, names: &[(&str, T)]) -> Value {
    names.iter().find(|(_, own)| *own == value).map_or("", |(name, _)| name).into()
}

fn list<T>(value: &Value, item: fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    value.as_array()?.iter().map(item).collect()
}

fn pair<T>(value: &Value, item: fn(&Value) -> Option<T>) -> Option<(T, T)> {
    match value.as_array()?.as_slice() {
        [a, b] => Some((item(a)?, item(b)?)),
        _ => None,
    }
}

fn word(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn template(value: &Value) -> Option<String> {
    word(value).filter(|text| NameTemplate::parse(text).is_ok())
}

fn year(value: &Value) -> Option<i32> {
    value.as_integer().and_then(|year| year.try_into().ok())
}

fn size(value: &Value) -> Option<f32> {
    let points = value.as_float().or_else(|| value.as_integer().map(|whole| whole as f64))?;
    (WINDOW.0..=WINDOW.1).contains(&points).then_some(points as f32)
}

/// The place's names and the body's own last.
fn body(value: &Value) -> Option<BodyKey> {
    let mut place = list(value, word)?;
    let name = place.pop()?;
    Some(BodyKey { place, name })
}

/// Writes settings on a thread of its own; of several waiting ones the last.
#[derive(Debug)]
pub struct Keeper {
    settings: Option<Sender<Settings>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// A keeper of the file at `path`.
    pub fn new(path: PathBuf) -> Self {
        let (sender, settings) = channel();
        let thread = Builder::new().name("settings".into()).spawn(move || keep(&path, &settings)).ok();
        Self { settings: Some(sender), thread }
    }

    /// Has these settings written soon.
    pub fn keep(&self, settings: Settings) {
        if let Some(sender) = &self.settings {
            sender.send(settings).ok();
        }
    }
}

impl Drop for Keeper {
    /// Waits until the last ones are written.
    fn drop(&mut self) {
        self.settings = None;
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

fn keep(path: &Path, settings: &Receiver<Settings>) {
    while let Ok(mut latest) = settings.recv() {
        while let Ok(newer) = settings.try_recv() {
            latest = newer;
        }
        // A setting that cannot be written is lost with the session; there is nothing that a user could do about it.
        latest.save(path).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> Settings {
        Settings {
            locale: Some(Locale::En),
            shade: Shade::Dark,
            window: Some((1024.0, 700.0)),
            maximized: true,
            library: Some("/home/用户/库 \"一\".faheng".into()),
            bodies: vec![BodyKey { place: vec!["示例省".into(), "澜州市".into()], name: "澜州市".into() }],
            indicators: vec!["reconsideration.received".into()],
            years: Some((2019, 2024)),
            kind: ChartKind::Bars,
            name_template: Some("{地区}{年份}".into()),
            rest: Table::new(),
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        assert_eq!(Settings::parse(&some().to_text()), (some(), Vec::new()));
        assert_eq!(Settings::parse(&Settings::default().to_text()), (Settings::default(), Vec::new()));
    }

    #[test]
    fn odd_values_are_named_and_unknown_ones_kept() {
        let (settings, odd) = Settings::parse("theme = \"pink\"\nwindow = [1, 2]\nfuture = 7\nmaximized = true\n");
        assert_eq!(settings.shade, Shade::System);
        assert_eq!(settings.window, None, "no window that small is put back");
        assert!(settings.maximized);
        assert_eq!(odd.len(), 2);
        let written = settings.to_text();
        for kept in ["future = 7", "theme = \"pink\"", "window = [1, 2]"] {
            assert!(written.contains(kept), "{kept}: {written}");
        }
        let chosen = Settings { shade: Shade::Dark, window: Some((900.0, 700.0)), ..settings };
        assert!(!chosen.to_text().contains("pink") && !chosen.to_text().contains("[1, 2]"), "a choice takes its place");
        let (settings, odd) = Settings::parse("not = = toml");
        assert_eq!((settings, odd.len()), (Settings::default(), 1));
    }

    #[test]
    fn the_keeper_writes_the_last_before_it_goes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("neu/settings.toml");
        let keeper = Keeper::new(path.clone());
        keeper.keep(Settings::default());
        keeper.keep(some());
        drop(keeper);
        assert_eq!(Settings::load(&path), (some(), Vec::new()));
    }
}
