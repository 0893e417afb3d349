//! What the fields of the dialog hold, what is wrong with it, and the order that it makes.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::cx::Cx;
use crate::chart::{ChartSpec, PRESETS, Preset, Size, file_stem};
use crate::i18n::{Locale, Texts};
use crate::jobs::desk::ExportOrder;

/// Millimetres that a picture may be wide or high.
const SIDE: (f64, f64) = (40.0, 500.0);
/// Pixels an inch that it may have.
const DPI: (u32, u32) = (72, 2400);

/// The fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// Title in the picture.
    pub title: String,
    /// Subtitle in the picture.
    pub subtitle: String,
    /// Millimetres, as typed.
    pub width: String,
    /// Millimetres, as typed.
    pub height: String,
    /// Pixels an inch, as typed.
    pub dpi: String,
    /// Whether a PNG is written.
    pub png: bool,
    /// Whether an SVG is written.
    pub svg: bool,
    /// Whether its text stays text.
    pub svg_text: bool,
    /// Whether tables are written beside the pictures.
    pub data: bool,
    /// The folder, as typed.
    pub folder: String,
    /// Name of the files without an ending.
    pub name: String,
    /// Whether the name was typed and not proposed.
    pub named: bool,
    /// Whether older files are replaced.
    pub force: bool,
}

/// Why there can be no export yet.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// Width or height is no number in the range.
    Size,
    /// The resolution is no number in the range.
    Dpi,
    /// Too many pixels, in millions.
    Area(u32),
    /// No format was chosen.
    Format,
    /// No folder.
    Folder,
    /// No name, or one that some system refuses.
    Name,
}

impl Problem {
    /// What is wrong and what is right, in a sentence.
    pub fn sentence(&self, cx: &Cx<'_>) -> String {
        let range = |id: &str, least: u32, most: u32| {
            cx.format(id, &[("least", least.to_string().into()), ("most", most.to_string().into())])
        };
        match self {
            Self::Size => range("export-bad-size", SIDE.0 as u32, SIDE.1 as u32),
            Self::Dpi => range("export-bad-dpi", DPI.0, DPI.1),
            Self::Area(millions) => cx.format("export-bad-area", &[("millions", millions.to_string().into())]),
            Self::Format => cx.text("export-bad-format"),
            Self::Folder => cx.text("export-bad-folder"),
            Self::Name => cx.text("export-bad-name"),
        }
    }
}

impl Choices {
    /// The fields as they are at first: the width of an official page, PNG with its tables.
    pub fn new(spec: &ChartSpec, texts: &Texts) -> Self {
        let mut choices = Self {
            title: spec.title.clone(),
            subtitle: spec.subtitle.clone(),
            png: true,
            svg: true,
            data: true,
            folder: home(),
            ..Self::default()
        };
        choices.take(&PRESETS[0], spec, texts);
        choices
    }

    /// Takes the size of a preset, and its word into the proposed name.
    pub fn take(&mut self, preset: &Preset, spec: &ChartSpec, texts: &Texts) {
        let millimetres = |value: f64| {
            let text = format!("{value:.2}");
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        };
        self.width = millimetres(preset.size.width);
        self.height = millimetres(preset.size.height);
        self.dpi = format!("{:.0}", preset.size.dpi);
        if !self.named {
            self.name = file_stem(spec, &texts.get(preset.name));
        }
    }

    /// The preset of that size.
    pub fn preset(&self) -> Option<&'static Preset> {
        let (width, height) = self.sides()?;
        let near = |a: f64, b: f64| (a - b).abs() < 0.01;
        PRESETS.iter().find(|preset| near(preset.size.width, width) && near(preset.size.height, height))
    }

    fn sides(&self) -> Option<(f64, f64)> {
        let side = |text: &str| {
            let value: f64 = text.trim().parse().ok()?;
            (SIDE.0..=SIDE.1).contains(&value).then_some(value)
        };
        Some((side(&self.width)?, side(&self.height)?))
    }

    fn resolution(&self) -> Option<u32> {
        self.dpi.trim().parse().ok().filter(|dpi| (DPI.0..=DPI.1).contains(dpi))
    }

    fn size(&self) -> Option<Size> {
        let (width, height) = self.sides()?;
        let size = Size { width, height, dpi: f64::from(self.resolution()?) };
        // What was rounded to hundredths of a millimetre is the preset again.
        Some(self.preset().map_or(size, |preset| Size { dpi: size.dpi, ..preset.size }))
    }

    /// Pixels of the PNG.
    pub fn pixels(&self) -> Option<(u32, u32)> {
        self.size().map(Size::pixels)
    }

    /// Whether width and height will do.
    pub fn size_problem(&self) -> Option<Problem> {
        self.sides().is_none().then_some(Problem::Size)
    }

    /// Whether the resolution will do.
    pub fn dpi_problem(&self) -> Option<Problem> {
        self.resolution().is_none().then_some(Problem::Dpi)
    }

    /// Whether the PNG is small enough.
    pub fn area_problem(&self) -> Option<Problem> {
        self.size().filter(|_| self.png)?.too_many_pixels().map(Problem::Area)
    }

    /// Whether there is something to write.
    pub fn format_problem(&self) -> Option<Problem> {
        (!self.png && !self.svg && !self.data).then_some(Problem::Format)
    }

    /// Whether there is a folder.
    pub fn folder_problem(&self) -> Option<Problem> {
        self.folder.trim().is_empty().then_some(Problem::Folder)
    }

    /// Whether every system takes the name.
    pub fn name_problem(&self) -> Option<Problem> {
        let name = self.name.trim();
        (!crate::chart::is_file_name(name) || name.len() > 240).then_some(Problem::Name)
    }

    /// The first thing that is wrong.
    pub fn problem(&self) -> Option<Problem> {
        self.drawing_problem()
            .or_else(|| self.format_problem())
            .or_else(|| self.folder_problem())
            .or_else(|| self.name_problem())
    }

    /// What is wrong with the picture itself.
    pub fn drawing_problem(&self) -> Option<Problem> {
        self.size_problem().or_else(|| self.dpi_problem()).or_else(|| self.area_problem())
    }

    /// The kinds of files that will be written.
    pub fn endings(&self) -> Vec<&'static str> {
        let endings = [(self.png, ".png"), (self.svg, ".svg"), (self.data, ".csv"), (self.data, ".md")];
        endings.iter().filter(|(on, _)| *on).map(|(_, ending)| *ending).collect()
    }

    /// The order; sizes that make no sense are those of the first preset.
    pub fn order(&self, spec: &ChartSpec, locale: Locale) -> ExportOrder {
        let size = self.size().unwrap_or(PRESETS[0].size);
        let (title, subtitle) = (self.title.trim().to_owned(), self.subtitle.trim().to_owned());
        ExportOrder {
            spec: Arc::new(ChartSpec { title, subtitle, ..spec.clone() }),
            width_mm: size.width,
            height_mm: size.height,
            dpi: self.resolution().unwrap_or(PRESETS[0].size.dpi as u32),
            png: self.png,
            svg: self.svg,
            svg_text: self.svg_text,
            data: self.data,
            folder: PathBuf::from(self.folder.trim()),
            name: self.name.trim().to_owned(),
            force: self.force,
            locale,
        }
    }

    /// Only what the picture is drawn from: typing a folder asks for no new preview.
    pub fn drawing(&self) -> Self {
        Self {
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            width: self.width.clone(),
            height: self.height.clone(),
            ..Self::default()
        }
    }
}

/// The folder that pictures go to at first.
fn home() -> String {
    let users = directories::UserDirs::new();
    let folder = users.as_ref().map(|users| users.picture_dir().unwrap_or_else(|| users.home_dir()));
    folder.map_or_else(String::new, |folder| folder.display().to_string())
}
