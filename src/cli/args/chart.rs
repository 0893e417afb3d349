//! Arguments of `faheng chart`, and of the first look that writes charts as well.

use std::path::PathBuf;

use crate::chart::{ChartKind, PRESETS, Preset, Size, preset};
use crate::jobs::export::Format;

use super::{Misuse, SeriesQuery, Topic, bad, misuse, text};

/// Longest side of a picture, in millimetres.
const LONGEST: f64 = 2000.0;
/// Coarsest and finest resolution, in pixels an inch.
const RESOLUTIONS: (f64, f64) = (30.0, 2400.0);

/// Which values to draw, how, and into which file.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartQuery {
    /// Which values.
    pub values: SeriesQuery,
    /// How they are laid out.
    pub kind: ChartKind,
    /// The picture.
    pub out: PathBuf,
    /// Its format.
    pub format: Format,
    /// Its size.
    pub size: Size,
    /// Whether texts of an SVG stay text.
    pub svg_text: bool,
    /// Whether older files are replaced.
    pub force: bool,
}

/// Files for a first look, and where its charts go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstLook {
    /// Files and folders with reports.
    pub files: Vec<PathBuf>,
    /// The folder for charts; one of a fixed name where not given.
    pub out: Option<PathBuf>,
    /// Whether older files are replaced.
    pub force: bool,
}

/// What has been read of charts so far.
#[derive(Default)]
pub struct ChartArgs {
    kind: ChartKind,
    out: Option<PathBuf>,
    preset: Option<&'static Preset>,
    width: Option<f64>,
    height: Option<f64>,
    dpi: Option<f64>,
    svg_text: bool,
    force: bool,
}

impl ChartArgs {
    /// Reads an option if it is one of a chart.
    pub fn option(&mut self, name: &str, topic: Option<Topic>, parser: &mut lexopt::Parser) -> Result<bool, Misuse> {
        // In this folder a literal with hyphens is the id of a text, and a test holds it to that.
        match (name.replace('-', "_").as_str(), topic) {
            ("out", _) => self.out = Some(parser.value().map_err(misuse)?.into()),
            ("force", _) => self.force = true,
            (_, None) => return Ok(false),
            ("kind", _) => self.kind = kind(&text(parser)?)?,
            ("preset", _) => self.preset = Some(size_of(&text(parser)?)?),
            ("width_mm", _) => self.width = Some(number("--width-mm", &text(parser)?, (1.0, LONGEST))?),
            ("height_mm", _) => self.height = Some(number("--height-mm", &text(parser)?, (1.0, LONGEST))?),
            ("dpi", _) => self.dpi = Some(number("--dpi", &text(parser)?, RESOLUTIONS)?),
            ("svg_text", _) => self.svg_text = true,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Refuses what was read, where no chart is drawn.
    pub fn none(&self) -> Result<(), Misuse> {
        match (&self.out, self.force) {
            (Some(_), _) => Err(Misuse::UnknownOption("--out".to_owned())),
            (None, true) => Err(Misuse::UnknownOption("--force".to_owned())),
            (None, false) => Ok(()),
        }
    }

    /// The first look at these files.
    pub fn first_look(&mut self, files: Vec<PathBuf>) -> FirstLook {
        FirstLook { files, out: self.out.take(), force: self.force }
    }

    /// The chart of these values.
    pub fn query(&mut self, values: SeriesQuery) -> Result<ChartQuery, Misuse> {
        let out = self.out.take().ok_or(Misuse::NoOut)?;
        let format = Format::of(&out).ok_or_else(|| Misuse::UnknownPicture(out.to_string_lossy().into_owned()))?;
        let (kind, size) = (self.kind, self.size());
        Ok(ChartQuery { values, kind, out, format, size, svg_text: self.svg_text, force: self.force })
    }

    /// The size of the preset, with what was asked for in its place; the shape stays where one side was given.
    fn size(&self) -> Size {
        let [first, ..] = &PRESETS;
        let Size { width, height, dpi } = self.preset.unwrap_or(first).size;
        let (width, height) = match (self.width, self.height) {
            (None, None) => (width, height),
            (Some(own), None) => (own, height * own / width),
            (None, Some(own)) => (width * own / height, own),
            (Some(width), Some(height)) => (width, height),
        };
        Size { width, height, dpi: self.dpi.unwrap_or(dpi) }
    }
}

fn kind(value: &str) -> Result<ChartKind, Misuse> {
    match value {
        "line" => Ok(ChartKind::Line),
        "bars" => Ok(ChartKind::Bars),
        "slope" => Ok(ChartKind::Slope),
        _ => Err(bad("--kind", value)),
    }
}

fn size_of(value: &str) -> Result<&'static Preset, Misuse> {
    preset(value).ok_or_else(|| bad("--preset", value))
}

fn number(option: &str, value: &str, (least, most): (f64, f64)) -> Result<f64, Misuse> {
    let found = value.trim().parse::<f64>().ok();
    found.filter(|number| (least..=most).contains(number)).ok_or_else(|| bad(option, value))
}
