//! A scene as a PNG file, or as pixels for a preview.

use std::borrow::Cow;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;

use super::scene::Scene;
use super::svg::{Style, Texts, svg};

/// Why no picture was made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// More pixels than a picture may have.
    #[error("{millions} million pixels are too many")]
    TooManyPixels {
        /// Pixels in millions.
        millions: u32,
    },
    /// A bug: the file that was written cannot be drawn.
    #[error("drawing: {0}")]
    Drawing(String),
}

/// Keyword of the description in a PNG file.
const DESCRIPTION: &str = "Description";
const TITLE: &str = "Title";

/// A PNG file at the scene's size and resolution, with its title and description as text chunks.
///
/// # Errors
///
/// [`PictureError::TooManyPixels`] above 50 million pixels.
pub fn png(scene: &Scene, style: Style) -> Result<Vec<u8>, PictureError> {
    if let Some(millions) = scene.size.too_many_pixels() {
        return Err(PictureError::TooManyPixels { millions });
    }
    let (width, height) = scene.size.pixels();
    let pixmap = draw(scene, style, (width, height))?;
    let mut bytes = Vec::new();
    encode(scene, style, &pixmap, &mut bytes).map_err(|error| PictureError::Drawing(error.to_string()))?;
    Ok(bytes)
}

/// The scene as wide as `width` pixels: width, height and pixels of four bytes, red, green, blue, opacity (not
/// multiplied in).
///
/// # Errors
///
/// As of [`png()`].
pub fn preview(scene: &Scene, style: Style, width: u32) -> Result<(u32, u32, Vec<u8>), PictureError> {
    let height = (f64::from(width) * scene.size.height / scene.size.width).round().clamp(1.0, 10_000.0) as u32;
    if f64::from(width) * f64::from(height) > super::size::MOST_PIXELS {
        return Err(PictureError::TooManyPixels { millions: width.saturating_mul(height) / 1_000_000 });
    }
    let pixmap = draw(scene, style, (width, height))?;
    Ok((width, height, pixels(&pixmap)))
}

fn draw(scene: &Scene, style: Style, (width, height): (u32, u32)) -> Result<Pixmap, PictureError> {
    let failed = |what: &dyn std::fmt::Display| PictureError::Drawing(what.to_string());
    let source = svg(scene, Style { texts: Texts::Outlines, ..style });
    let tree = usvg::Tree::from_str(&source, &usvg::Options::default()).map_err(|error| failed(&error))?;
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| failed(&"no memory"))?;
    let size = tree.size();
    let (x, y) = (width as f32 / size.width(), height as f32 / size.height());
    resvg::render(&tree, Transform::from_scale(x, y), &mut pixmap.as_mut());
    Ok(pixmap)
}

fn pixels(pixmap: &Pixmap) -> Vec<u8> {
    let straight = pixmap.pixels().iter().map(|pixel| pixel.demultiply());
    straight.flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]).collect()
}

fn encode(scene: &Scene, style: Style, pixmap: &Pixmap, out: &mut Vec<u8>) -> Result<(), png::EncodingError> {
    let mut encoder = png::Encoder::new(out, pixmap.width(), pixmap.height());
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_color(if style.transparent { png::ColorType::Rgba } else { png::ColorType::Rgb });
    let pixels_a_metre = scene.size.per_metre();
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: pixels_a_metre,
        yppu: pixels_a_metre,
        unit: png::Unit::Meter,
    }));
    encoder.add_itxt_chunk(TITLE.to_owned(), scene.title.clone())?;
    encoder.add_itxt_chunk(DESCRIPTION.to_owned(), scene.description.clone())?;
    let data: Cow<'_, [u8]> = if style.transparent {
        pixels(pixmap).into()
    } else {
        // Opaque everywhere, so that what is multiplied in is as it was.
        pixmap.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect::<Vec<u8>>().into()
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()
}
