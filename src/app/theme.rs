//! The tokens of the window: the only place with colours, sizes and distances.

use std::sync::OnceLock;

use eframe::egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, Frame, Id, Margin, Modal, ProgressBar, Response, RichText,
    Shadow, Stroke, Style, TextStyle, Theme, Ui, Vec2, Visuals,
};

use super::fonts::BOLD;
use crate::chart::palette::Rgb;
use crate::outline::Section;

/// Distances in points; nothing else is used.
pub mod space {
    /// Inside of a group.
    pub const XS: f32 = 4.0;
    /// Between things of a group.
    pub const S: f32 = 8.0;
    /// Around controls.
    pub const M: f32 = 12.0;
    /// Between groups.
    pub const L: f32 = 16.0;
    /// Between blocks.
    pub const XL: f32 = 24.0;
}

/// Sizes of text in points.
pub mod size {
    /// Notes.
    pub const NOTE: f32 = 13.0;
    /// Labels and lists.
    pub const BODY: f32 = 15.0;
    /// Reports.
    pub const READING: f32 = 17.0;
    /// Titles.
    pub const TITLE: f32 = 20.0;
    /// Height of a line of a report, as a multiple of its size.
    pub const READING_LINE: f32 = 1.7;
}

/// Corners of everything that has some.
pub const RADIUS: u8 = 6;

/// The colours of one theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Tokens {
    /// Whether it is the dark one.
    pub dark: bool,
    /// Ground of what is read.
    pub page: Color32,
    /// Ground of bars and side panes.
    pub panel: Color32,
    /// Hairlines.
    pub line: Color32,
    /// Text.
    pub text: Color32,
    /// Text of less weight.
    pub weak: Color32,
    /// What can be clicked, and what is chosen.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Ground of what is chosen: a tint of the accent on the page.
    pub chosen: Color32,
    /// Ground of what the pointer is over.
    pub hover: Color32,
    /// Ground of the sentence that proves a figure.
    pub sentence: Color32,
    /// Words of warning.
    pub warn: Color32,
    /// Words of failure.
    pub error: Color32,
    /// The six sections, always with their numeral, which is text: three of the light hues are darkened to 4.5:1.
    pub sections: [Color32; 6],
}

impl Tokens {
    /// The colour of a section; weak text for none in particular.
    pub fn section(&self, section: Option<Section>) -> Color32 {
        section.and_then(|section| self.sections.get(usize::from(section.number()) - 1)).copied().unwrap_or(self.weak)
    }

    /// The hairline as a stroke.
    pub fn hairline(&self) -> Stroke {
        Stroke::new(1.0, self.line)
    }
}

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// The light theme.
pub static LIGHT: Tokens = Tokens {
    dark: false,
    page: rgb(0xFF_FFFF),
    panel: rgb(0xF6_F7F9),
    line: rgb(0xDF_E3E8),
    text: rgb(0x1B_1F24),
    weak: rgb(0x59_636E),
    accent: rgb(0x0B_5CAD),
    on_accent: rgb(0xFF_FFFF),
    chosen: rgb(0xDC_E9F7),
    hover: rgb(0xEA_EEF2),
    sentence: rgb(0xFF_F4D1),
    warn: rgb(0x8A_5A00),
    error: rgb(0xB4_2318),
    sections: [rgb(0x88_2255), rgb(0x25_7569), rgb(0x33_2288), rgb(0x75_7526), rgb(0xB0_4A5C), rgb(0x11_7733)],
};

/// The dark theme.
pub static DARK: Tokens = Tokens {
    dark: true,
    page: rgb(0x15_181C),
    panel: rgb(0x1C_2026),
    line: rgb(0x30_363D),
    text: rgb(0xE6_EAEE),
    weak: rgb(0x9A_A4AE),
    accent: rgb(0x6C_B2FF),
    on_accent: rgb(0x0B_1623),
    chosen: rgb(0x1E_3A56),
    hover: rgb(0x27_2D35),
    sentence: rgb(0x3D_3416),
    warn: rgb(0xE3_B341),
    error: rgb(0xFF_8A80),
    sections: [rgb(0xE0_7AAE), rgb(0x55_C4B4), rgb(0x9C_8CF2), rgb(0xBF_BF55), rgb(0xE8_95A2), rgb(0x55_B873)],
};

/// The tokens of a theme.
pub fn of(theme: Theme) -> &'static Tokens {
    match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
    }
}

/// The tokens that a piece of the window is painted with.
pub fn tokens(ui: &Ui) -> &'static Tokens {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
}

/// A colour of a chart.
pub fn chart_colour(Rgb(r, g, b): Rgb) -> Color32 {
    Color32::from_rgb(r, g, b)
}

/// Text in the bold cut.
pub fn bold(text: impl Into<String>) -> RichText {
    RichText::new(text).family(FontFamily::Name(BOLD.into()))
}

/// A title.
pub fn title(text: impl Into<String>) -> RichText {
    bold(text).size(size::TITLE)
}

/// A note in weak text.
pub fn note(text: impl Into<String>, tokens: &Tokens) -> RichText {
    RichText::new(text).size(size::NOTE).color(tokens.weak)
}

/// The font of running text in reports.
pub fn reading_font() -> FontId {
    FontId::new(size::READING, FontFamily::Proportional)
}

/// The family of the bold cut.
pub fn bold_family() -> FontFamily {
    FontFamily::Name(BOLD.into())
}

/// A dialog over the window, with the margin of a window: egui gives it that of a menu.
pub fn modal(ui: &Ui, name: &str) -> Modal {
    Modal::new(Id::unique(name)).frame(Frame::popup(ui.style()).inner_margin(space::L))
}

/// A box to tick whose edge can be seen: hairlines are for what has a word or a ground of its own.
pub fn check(ui: &mut Ui, on: &mut bool, text: String) -> Response {
    edged(ui, |ui| ui.checkbox(on, text))
}

/// One of several choices of which one holds, with the same edge.
pub fn radio(ui: &mut Ui, on: bool, text: String) -> Response {
    edged(ui, |ui| ui.radio(on, text))
}

fn edged(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> Response) -> Response {
    let tokens = tokens(ui);
    ui.scope(|ui| {
        let inactive = &mut ui.visuals_mut().widgets.inactive;
        (inactive.bg_fill, inactive.bg_stroke) = (tokens.page, Stroke::new(1.0, tokens.weak));
        add(ui)
    })
    .inner
}

/// A bar that is filled as far as something has come.
pub fn progress(share: f32, width: f32, tokens: &Tokens) -> ProgressBar {
    ProgressBar::new(share).desired_width(width).desired_height(8.0).fill(tokens.accent)
}

/// Puts both themes into egui's styles.
pub fn install(context: &Context) {
    // Where the system does not say, paper is white.
    context.options_mut(|options| options.fallback_theme = Theme::Light);
    for theme in [Theme::Light, Theme::Dark] {
        context.set_style_of(theme, style(theme));
    }
}

fn style(theme: Theme) -> Style {
    static STYLES: OnceLock<[Style; 2]> = OnceLock::new();
    let styles = STYLES.get_or_init(|| [Theme::Light, Theme::Dark].map(made));
    styles[usize::from(theme == Theme::Dark)].clone()
}

fn made(theme: Theme) -> Style {
    let tokens = of(theme);
    let mut style = Style { visuals: visuals(tokens), ..Style::default() };
    let font = |points: f32| FontId::new(points, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Small, font(size::NOTE)),
        (TextStyle::Body, font(size::BODY)),
        (TextStyle::Button, font(size::BODY)),
        (TextStyle::Monospace, FontId::new(size::BODY, FontFamily::Monospace)),
        (TextStyle::Heading, FontId::new(size::TITLE, bold_family())),
    ]
    .into();
    style.spacing.item_spacing = Vec2::new(space::S, space::S);
    style.spacing.button_padding = Vec2::new(space::M, space::XS);
    style.spacing.interact_size = Vec2::new(28.0, 28.0);
    style.spacing.menu_margin = Margin::same(8);
    style.spacing.window_margin = Margin::same(16);
    style.spacing.combo_height = 320.0;
    style.spacing.tooltip_width = 420.0;
    style.interaction.tooltip_delay = 0.3;
    // Bars that float over what is read, weaker than its text.
    style.spacing.scroll.active_handle_opacity = 0.35;
    style.animation_time = 0.0;
    style
}

fn visuals(tokens: &Tokens) -> Visuals {
    let mut visuals = if tokens.dark { Visuals::dark() } else { Visuals::light() };
    let corner = CornerRadius::same(RADIUS);
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(tokens.weak);
    visuals.hyperlink_color = tokens.accent;
    visuals.panel_fill = tokens.page;
    visuals.window_fill = tokens.page;
    visuals.window_stroke = tokens.hairline();
    visuals.window_corner_radius = corner;
    visuals.menu_corner_radius = corner;
    visuals.faint_bg_color = tokens.panel;
    visuals.extreme_bg_color = tokens.page;
    visuals.text_edit_bg_color = Some(tokens.page);
    visuals.code_bg_color = tokens.panel;
    visuals.warn_fg_color = tokens.warn;
    visuals.error_fg_color = tokens.error;
    visuals.selection.bg_fill = tokens.chosen;
    visuals.selection.stroke = Stroke::new(1.0, tokens.accent);
    let shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: Color32::from_black_alpha(48) };
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    let widgets = &mut visuals.widgets;
    for (widget, fill, edge, text) in [
        (&mut widgets.noninteractive, tokens.page, tokens.line, tokens.text),
        (&mut widgets.inactive, tokens.panel, tokens.line, tokens.text),
        (&mut widgets.hovered, tokens.hover, tokens.accent, tokens.text),
        (&mut widgets.active, tokens.chosen, tokens.accent, tokens.text),
        (&mut widgets.open, tokens.hover, tokens.line, tokens.text),
    ] {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = Stroke::new(1.0, edge);
        widget.fg_stroke = Stroke::new(1.0, text);
        widget.corner_radius = corner;
        widget.expansion = 0.0;
    }
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast of two colours by WCAG 2.2.
    fn contrast(a: Color32, b: Color32) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let light = |c: Color32| 0.2126 * channel(c.r()) + 0.7152 * channel(c.g()) + 0.0722 * channel(c.b());
        let (a, b) = (light(a).max(light(b)), light(a).min(light(b)));
        (a + 0.05) / (b + 0.05)
    }

    #[test]
    fn text_can_be_read_on_every_ground() {
        for tokens in [&LIGHT, &DARK] {
            let grounds = [tokens.page, tokens.panel, tokens.hover, tokens.chosen, tokens.sentence];
            let inks = [tokens.text, tokens.weak, tokens.accent, tokens.warn, tokens.error];
            for (g, ground) in grounds.iter().enumerate() {
                for (i, ink) in inks.iter().enumerate() {
                    let found = contrast(*ink, *ground);
                    assert!(found >= 4.5, "dark {}: ink {i} on ground {g} has {found:.2}", tokens.dark);
                }
            }
            assert!(contrast(tokens.on_accent, tokens.accent) >= 4.5);
            for (at, section) in tokens.sections.iter().enumerate() {
                for ground in [tokens.page, tokens.panel] {
                    assert!(contrast(*section, ground) >= 4.5, "dark {}: section {}", tokens.dark, at + 1);
                }
            }
        }
    }

    #[test]
    fn a_dialog_has_the_margin_of_a_window() {
        let found = std::rc::Rc::new(std::cell::Cell::new(Vec2::ZERO));
        let seen = std::rc::Rc::clone(&found);
        let paint = move |ui: &mut Ui| {
            let shown = modal(ui, "dialog").show(ui.ctx(), |ui| ui.label("a").rect.min);
            seen.set(shown.inner - shown.response.rect.min);
        };
        let setup = |context: &Context| {
            crate::app::install_fonts(context);
            install(context);
        };
        egui_kittest::Harness::builder().with_context_setup(setup).build_ui(paint).run();
        // The edge takes a point.
        assert!((found.get() - Vec2::splat(space::L)).length() < 2.0, "{:?}", found.get());
    }
}
