//! Physical sizes of pictures, and those that people ask for most.

/// Millimetres of an inch.
pub const INCH: f64 = 25.4;
/// Points of an inch.
const POINTS: f64 = 72.0;
/// More pixels than this make no picture: it would not fit into the memory of small machines.
pub const MOST_PIXELS: f64 = 50e6;
/// Resolution where none is asked for.
pub const DPI: f64 = 300.0;

/// Size of a picture on paper, and how finely it is cut into pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Width in millimetres.
    pub width: f64,
    /// Height in millimetres.
    pub height: f64,
    /// Pixels an inch.
    pub dpi: f64,
}

impl Size {
    /// Width and height in points.
    pub fn points(self) -> (f64, f64) {
        (self.width / INCH * POINTS, self.height / INCH * POINTS)
    }

    /// Width and height in pixels, rounded.
    pub fn pixels(self) -> (u32, u32) {
        let pixels = |length: f64| (length / INCH * self.dpi).round().clamp(1.0, f64::from(u32::MAX)) as u32;
        (pixels(self.width), pixels(self.height))
    }

    /// Pixels a metre, as a PNG says its resolution.
    pub fn per_metre(self) -> u32 {
        (self.dpi / INCH * 1000.0).round() as u32
    }

    /// Pixels in all, counted in millions, where these are too many for a picture.
    pub fn too_many_pixels(self) -> Option<u32> {
        let (width, height) = self.pixels();
        let all = f64::from(width) * f64::from(height);
        (all > MOST_PIXELS).then_some((all / 1e6).ceil() as u32)
    }
}

/// A size that is offered by name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Preset {
    /// Its word on the command line and in file names.
    pub id: &'static str,
    /// Id of the text that names it.
    pub name: &'static str,
    /// The size.
    pub size: Size,
}

const fn millimetres(id: &'static str, name: &'static str, width: f64, height: f64) -> Preset {
    Preset { id, name, size: Size { width, height, dpi: DPI } }
}

/// A size given in pixels, at a resolution that makes type of 9 points as large as screens and slides want it.
const fn pixels(id: &'static str, name: &'static str, width: f64, height: f64) -> Preset {
    const SCREEN: f64 = 240.0;
    Preset { id, name, size: Size { width: width * INCH / SCREEN, height: height * INCH / SCREEN, dpi: SCREEN } }
}

/// The sizes offered, the default first: width of an official A4 text block, journal columns, slides, squares, pages.
pub const PRESETS: [Preset; 6] = [
    millimetres("document", "chart-size-document", 156.0, 104.0),
    millimetres("column", "chart-size-column", 89.0, 67.0),
    millimetres("wide", "chart-size-wide", 183.0, 110.0),
    pixels("slide", "chart-size-slide", 1920.0, 1080.0),
    pixels("square", "chart-size-square", 1080.0, 1080.0),
    pixels("web", "chart-size-web", 1700.0, 1200.0),
];

/// The preset of that word.
pub fn preset(id: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presets_have_the_pixels_that_were_promised() {
        let pixels = PRESETS.map(|preset| preset.size.pixels());
        let expected = [(1843, 1228), (1051, 791), (2161, 1299), (1920, 1080), (1080, 1080), (1700, 1200)];
        assert_eq!(pixels, expected);
        assert_eq!(PRESETS[0].size.per_metre(), 11811);
    }

    #[test]
    fn fifty_million_pixels_are_the_most() {
        let large = Size { width: 183.0, height: 110.0, dpi: 1000.0 };
        assert_eq!(large.too_many_pixels(), None, "a journal's line art");
        assert_eq!(Size { dpi: 2400.0, ..large }.too_many_pixels(), Some(180));
    }
}
