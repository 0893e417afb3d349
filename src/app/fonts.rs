//! The bundled font in every family, so that no text of the window depends on what a machine has.

use std::sync::Arc;

use eframe::egui::{Context, FontData, FontDefinitions, FontFamily};

use crate::chart::face;

/// Name of the family with the bold cut.
pub const BOLD: &str = "bold";

/// The font's two cuts as egui takes them, for the window and for tests.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    fonts.font_data.insert("regular".into(), Arc::new(FontData::from_static(face::REGULAR)));
    fonts.font_data.insert(BOLD.into(), Arc::new(FontData::from_static(face::BOLD)));
    for (family, first, second) in [
        (FontFamily::Proportional, "regular", BOLD),
        (FontFamily::Monospace, "regular", BOLD),
        (FontFamily::Name(BOLD.into()), BOLD, "regular"),
    ] {
        fonts.families.insert(family, vec![first.into(), second.into()]);
    }
    fonts
}

/// Installs the fonts.
pub fn install(context: &Context) {
    context.set_fonts(definitions());
}
