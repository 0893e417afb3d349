//! Colours, markers and dashes of charts, on paper and on the screen.
//!
//! The order is that of Okabe and Ito without their yellow. Two of them are darkened on a light ground, where a line
//! needs a contrast of 3 to 1: orange #E69F00 has 2.2 on white and is drawn #C18300, sky blue #56B4E9 has 2.3 and is
//! drawn #3A95CC. The dark ground takes all of them as they are, with white in place of black.

/// Number of places that can be told apart by colour; further ones are grey.
pub const HUES: usize = 8;
/// Distance between the style numbers of two indicators of one place: see [`style`].
const VARIANT: usize = 100;

/// A colour, in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The ground that a chart is drawn on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theme {
    /// White paper: the default of exports, whatever the screen is.
    #[default]
    Light,
    /// The dark page of the window.
    Dark,
}

/// What something is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    /// The ground itself: the inside of hollow marks.
    Ground,
    /// Titles, labels, notes.
    Text,
    /// Subtitles, ticks, the source line.
    Weak,
    /// The line that values stand on.
    Axis,
    /// Lines behind the values.
    Grid,
    /// The colour of a style.
    Hue(usize),
    /// The same, pale: the inside of bars that nobody has reviewed.
    Pale(usize),
}

/// Shape of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Marker {
    /// ●
    Circle,
    /// ■
    Square,
    /// ▲
    Up,
    /// ◆
    Diamond,
    /// ▼
    Down,
    /// ✚
    Plus,
    /// ✖
    Cross,
    /// ⬟
    Pentagon,
}

const MARKERS: [Marker; HUES] = [
    Marker::Circle,
    Marker::Square,
    Marker::Up,
    Marker::Diamond,
    Marker::Down,
    Marker::Plus,
    Marker::Cross,
    Marker::Pentagon,
];

/// Lengths of strokes and spaces in line widths; empty for an unbroken line.
pub type Dash = &'static [f64];

const DASHES: [Dash; 4] = [&[], &[5.0, 2.0], &[5.0, 1.8, 1.2, 1.8], &[1.6, 1.6]];

/// How a line looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Its colour.
    pub ink: Ink,
    /// The shape of its marks.
    pub marker: Marker,
    /// Its dashes.
    pub dash: Dash,
}

/// The style number of a place and an indicator, both counted from 0 within a chart.
///
/// Where there are several places, a place has one colour and marker, and indicators differ by dashes.
pub fn style(place: usize, indicator: usize) -> usize {
    place + indicator * VARIANT
}

/// How a style looks. Equal numbers look the same on the screen and on paper.
pub fn look(style: usize) -> Look {
    let (place, variant) = (style % VARIANT, style / VARIANT);
    Look {
        ink: Ink::Hue(style),
        marker: MARKERS[place % MARKERS.len()],
        dash: DASHES[(place + variant) % DASHES.len()],
    }
}

/// The colour of an ink on a ground.
pub fn colour(ink: Ink, theme: Theme) -> Rgb {
    match (ink, theme) {
        (Ink::Ground, Theme::Light) => Rgb(0xFF, 0xFF, 0xFF),
        (Ink::Ground, Theme::Dark) => Rgb(0x15, 0x18, 0x1C),
        (Ink::Text, Theme::Light) => Rgb(0x1B, 0x1F, 0x24),
        (Ink::Text, Theme::Dark) => Rgb(0xE6, 0xEA, 0xEE),
        (Ink::Weak, Theme::Light) => Rgb(0x59, 0x63, 0x6E),
        (Ink::Weak, Theme::Dark) => Rgb(0x9A, 0xA4, 0xAE),
        (Ink::Axis, Theme::Light) => Rgb(0x76, 0x7E, 0x87),
        (Ink::Axis, Theme::Dark) => Rgb(0x7D, 0x87, 0x91),
        (Ink::Grid, Theme::Light) => Rgb(0xDF, 0xE3, 0xE8),
        (Ink::Grid, Theme::Dark) => Rgb(0x30, 0x36, 0x3D),
        (Ink::Hue(style), theme) => hue(style, theme),
        (Ink::Pale(style), theme) => mixed(hue(style, theme), colour(Ink::Ground, theme), 0.18),
    }
}

fn hue(style: usize, theme: Theme) -> Rgb {
    let place = style % VARIANT;
    match (place, theme) {
        (0, _) => Rgb(0x00, 0x72, 0xB2),
        (1, Theme::Light) => Rgb(0xC1, 0x83, 0x00),
        (1, Theme::Dark) => Rgb(0xE6, 0x9F, 0x00),
        (2, _) => Rgb(0x00, 0x9E, 0x73),
        (3, _) => Rgb(0xD5, 0x5E, 0x00),
        (4, _) => Rgb(0xCC, 0x79, 0xA7),
        (5, Theme::Light) => Rgb(0x3A, 0x95, 0xCC),
        (5, Theme::Dark) => Rgb(0x56, 0xB4, 0xE9),
        (6, Theme::Light) => Rgb(0x00, 0x00, 0x00),
        (6, Theme::Dark) => Rgb(0xFF, 0xFF, 0xFF),
        // Not of the order: a brown that keeps its distance to the other seven.
        (7, Theme::Light) => Rgb(0x8A, 0x4B, 0x2A),
        (7, Theme::Dark) => Rgb(0xB9, 0x8A, 0x6A),
        (_, _) => Rgb(0x8A, 0x8A, 0x8A),
    }
}

fn mixed(over: Rgb, ground: Rgb, share: f64) -> Rgb {
    let mix = |a: u8, b: u8| (f64::from(a) * share + f64::from(b) * (1.0 - share)).round() as u8;
    Rgb(mix(over.0, ground.0), mix(over.1, ground.1), mix(over.2, ground.2))
}

/// Contrast of two colours, 1 to 21, as WCAG counts it.
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(Rgb(red, green, blue): Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const THEMES: [Theme; 2] = [Theme::Light, Theme::Dark];

    #[test]
    fn lines_and_texts_stand_out_from_the_ground() {
        for theme in THEMES {
            let ground = colour(Ink::Ground, theme);
            for style in (0..HUES + 4).chain([style(3, 1)]) {
                let found = contrast(colour(Ink::Hue(style), theme), ground);
                assert!(found >= 3.0, "style {style} on {theme:?}: {found:.2}");
            }
            for (ink, least) in [(Ink::Text, 4.5), (Ink::Weak, 4.5), (Ink::Axis, 3.0)] {
                assert!(contrast(colour(ink, theme), ground) >= least, "{ink:?} on {theme:?}");
            }
            let pale = contrast(colour(Ink::Text, theme), colour(Ink::Pale(0), theme));
            assert!(pale >= 4.5, "text over a pale bar: {pale:.2}");
        }
    }

    #[test]
    fn places_differ_by_colour_and_by_shape() {
        for theme in THEMES {
            let colours: BTreeSet<Rgb> = (0..HUES).map(|style| colour(Ink::Hue(style), theme)).collect();
            assert_eq!(colours.len(), HUES);
        }
        let shapes: BTreeSet<Marker> = (0..HUES).map(|style| look(style).marker).collect();
        assert_eq!(shapes.len(), HUES, "a print without colours tells them apart");
        assert_eq!(colour(look(HUES).ink, Theme::Light), colour(look(HUES + 1).ink, Theme::Light));
    }

    #[test]
    fn a_place_keeps_its_colour_and_marker_over_indicators() {
        let (first, second) = (look(style(2, 0)), look(style(2, 1)));
        assert_eq!(colour(first.ink, Theme::Light), colour(second.ink, Theme::Light));
        assert_eq!(first.marker, second.marker);
        assert_ne!(first.dash, second.dash);
    }

    #[test]
    fn contrast_is_that_of_the_guideline() {
        assert!((contrast(Rgb(0, 0, 0), Rgb(255, 255, 255)) - 21.0).abs() < 1e-9);
        assert!((contrast(Rgb(0x59, 0x63, 0x6E), Rgb(255, 255, 255)) - 6.11).abs() < 0.05);
    }
}
