//! The two faces of the bundled font: how wide a text is and what its glyphs look like.
//!
//! Layout and drawing both ask here, so that they cannot disagree. No shaping: Chinese, Latin letters and digits need
//! none, and the cut fonts hold no features for it.

use std::fmt::Write as _;
use std::sync::OnceLock;

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::outline::{DrawSettings, OutlineGlyphCollection, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

/// Name of the font, as files that hold text name it.
pub const FAMILY: &str = "Noto Sans CJK SC";
/// The regular weight, an OpenType file.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSansCJKsc-Regular.otf");
/// The bold weight, an OpenType file.
pub const BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSansCJKsc-Bold.otf");

/// Font units of an em.
pub const EM: f64 = 1000.0;
/// Height of the tallest strokes over the base line, in ems.
pub const ASCENT: f64 = 0.88;
/// Depth of the deepest strokes under it, in ems.
pub const DESCENT: f64 = 0.22;

/// A weight of the bundled font. There are no others, and none is made up by thickening.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// For all but titles.
    #[default]
    Regular,
    /// For titles and headings.
    Bold,
}

/// One weight of the bundled font, read.
pub struct Face {
    charmap: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    outlines: OutlineGlyphCollection<'static>,
}

impl Face {
    /// The face of that weight; read once.
    pub fn of(weight: Weight) -> &'static Self {
        static FACES: [OnceLock<Face>; 2] = [const { OnceLock::new() }; 2];
        match weight {
            Weight::Regular => FACES[0].get_or_init(|| Self::read(REGULAR)),
            Weight::Bold => FACES[1].get_or_init(|| Self::read(BOLD)),
        }
    }

    #[expect(clippy::expect_used, reason = "the bytes are part of the program, and tests read both")]
    fn read(bytes: &'static [u8]) -> Self {
        let font = FontRef::new(bytes).expect("bundled font");
        Self {
            charmap: font.charmap(),
            metrics: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            outlines: font.outline_glyphs(),
        }
    }

    /// The glyph of a character; 0, a crossed box, where the font has none.
    pub fn glyph(&self, c: char) -> u32 {
        self.charmap.map(c).map_or(0, GlyphId::to_u32)
    }

    /// Whether the font can show a character.
    pub fn has(&self, c: char) -> bool {
        self.glyph(c) != 0
    }

    /// How far a glyph moves the pen, in font units.
    pub fn advance(&self, glyph: u32) -> f64 {
        self.metrics.advance_width(GlyphId::new(glyph)).map_or(EM, f64::from)
    }

    /// Width of a text set in `size`, in the unit of `size`.
    pub fn width(&self, text: &str, size: f64) -> f64 {
        text.chars().map(|c| self.advance(self.glyph(c))).sum::<f64>() * size / EM
    }

    /// Outline of a glyph as the data of an SVG path, in font units, y upwards; empty for a blank.
    pub fn outline(&self, glyph: u32) -> String {
        let mut pen = PathPen::default();
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        if let Some(outline) = self.outlines.get(GlyphId::new(glyph)) {
            // A glyph that cannot be drawn stays blank; a test draws all of both fonts.
            outline.draw(settings, &mut pen).ok();
        }
        pen.path
    }
}

/// Writes the commands of a path.
#[derive(Default)]
struct PathPen {
    path: String,
}

impl PathPen {
    fn push(&mut self, command: char, points: &[f32]) {
        self.path.push(command);
        for (at, value) in points.iter().enumerate() {
            if at > 0 && *value >= 0.0 {
                self.path.push(' ');
            }
            // Whole units are a thousandth of an em: nobody sees less. Writing to a string cannot fail.
            write!(self.path, "{}", value.round() as i32).ok();
        }
    }
}

impl OutlinePen for PathPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.push('M', &[x, y]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.push('L', &[x, y]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.push('Q', &[cx, cy, x, y]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.push('C', &[ax, ay, bx, by, x, y]);
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    const BOTH: [Weight; 2] = [Weight::Regular, Weight::Bold];

    /// Characters of a text that a weight lacks.
    fn missing(weight: Weight, text: &str) -> Vec<char> {
        text.chars().filter(|c| !c.is_control() && !Face::of(weight).has(*c)).collect()
    }

    fn files(folder: &Path) -> Vec<std::path::PathBuf> {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
    }

    #[test]
    fn every_character_of_places_and_texts_has_a_glyph() {
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
        let texts = files(&assets.join("i18n")).into_iter().chain([assets.join("divisions/divisions.csv")]);
        for path in texts.chain([assets.join("catalogue/indicators.tsv")]) {
            let text = std::fs::read_to_string(&path).unwrap();
            for weight in BOTH {
                assert!(missing(weight, &text).is_empty(), "{weight:?} {}: cut the font anew", path.display());
            }
        }
    }

    #[test]
    fn the_marks_of_a_window_and_a_report_have_glyphs() {
        let marks = "●○◐◑◇◆▲△▼▽■□▶◀✓×÷±⇄←→↑↓☀⚠①⑳㈠㈩Ⅰⅹ≥≤≈≠−—…·‰℃㎡“”‘’「」『』〔〕【】《》〈〉％＋－";
        let letters = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü 0123456789 ABC xyz 臺灣 髮發 㑇 鿏";
        for weight in BOTH {
            assert!(missing(weight, marks).is_empty(), "{:?}", missing(weight, marks));
            assert!(missing(weight, letters).is_empty(), "{:?}", missing(weight, letters));
        }
        assert_eq!(missing(Weight::Regular, "a↶🔒"), ['↶', '🔒']);
    }

    #[test]
    fn widths_are_of_full_width_characters_and_even_digits() {
        for weight in BOTH {
            let face = Face::of(weight);
            assert_eq!(face.width("法衡", 9.0), 18.0);
            let digits: Vec<f64> = "0123456789".chars().map(|c| face.width(&c.to_string(), 9.0)).collect();
            assert!(digits.iter().all(|width| *width == digits[0]), "figures stand in columns: {digits:?}");
        }
    }

    #[test]
    fn glyphs_have_outlines_and_blanks_none() {
        for weight in BOTH {
            let face = Face::of(weight);
            for c in "法衡A9，■".chars() {
                let outline = face.outline(face.glyph(c));
                assert!(outline.starts_with('M') && outline.ends_with('Z'), "{c} {outline}");
            }
            assert_eq!(face.outline(face.glyph(' ')), "");
            assert!(!face.outline(0).is_empty(), "a character that is lacking shows as a box");
        }
    }
}
