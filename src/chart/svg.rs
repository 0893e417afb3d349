//! A scene as an SVG file: deterministic bytes, physical size, texts as outlines or as text.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::face::{EM, FAMILY, Face, Weight};
use super::palette::{Ink, Rgb, Theme, colour};
use super::scene::{Item, Run, Scene, Shape, Tag};
use super::shape::{dashes, edge, marker, number, polyline};
use super::spec::Fill;

/// How texts are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Texts {
    /// As outlines: looks the same on every machine.
    #[default]
    Outlines,
    /// As text, to be edited; needs the font, or one like it, where it is opened.
    Editable,
}

/// How a scene is written down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Light or dark ground.
    pub theme: Theme,
    /// No ground at all.
    pub transparent: bool,
    /// How texts are written.
    pub texts: Texts,
}

/// Fonts to take where the bundled one is not installed.
const FALLBACKS: &str =
    "'Noto Sans SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', 'WenQuanYi Micro Hei', sans-serif";

/// Writes a scene down.
pub fn svg(scene: &Scene, style: Style) -> String {
    let mut writer = Writer { out: String::new(), style, glyphs: glyphs(scene, style.texts) };
    writer.head(scene);
    writer.definitions();
    if !style.transparent {
        let ground = hex(colour(Ink::Ground, style.theme));
        let (width, height) = (number(scene.extent.0), number(scene.extent.1));
        writer.line(&format!("<rect class=\"ground\" width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>"));
    }
    for item in &scene.items {
        writer.item(item);
    }
    writer.out.push_str("</svg>\n");
    writer.out
}

/// The glyphs that outlines are needed of, by weight.
fn glyphs(scene: &Scene, texts: Texts) -> BTreeMap<(Weight, u32), String> {
    let mut found = BTreeMap::new();
    if texts == Texts::Editable {
        return found;
    }
    for run in scene.runs() {
        let face = Face::of(run.setting.weight);
        for glyph in run.text.chars().map(|c| face.glyph(c)) {
            found.entry((run.setting.weight, glyph)).or_insert_with(|| face.outline(glyph));
        }
    }
    found.retain(|_, outline| !outline.is_empty());
    found
}

struct Writer {
    out: String,
    style: Style,
    glyphs: BTreeMap<(Weight, u32), String>,
}

impl Writer {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn head(&mut self, scene: &Scene) {
        let (width, height) = scene.extent;
        self.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        self.line(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
             width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"title desc\">",
            number(scene.size.width),
            number(scene.size.height),
            number(width),
            number(height)
        ));
        self.line(&format!("<title id=\"title\">{}</title>", escaped(&scene.title)));
        self.line(&format!("<desc id=\"desc\">{}</desc>", escaped(&scene.description)));
    }

    fn definitions(&mut self) {
        if self.glyphs.is_empty() {
            return;
        }
        self.line("<defs>");
        for ((weight, glyph), outline) in std::mem::take(&mut self.glyphs) {
            let id = glyph_id(weight, glyph);
            self.line(&format!("<path id=\"{id}\" d=\"{outline}\"/>"));
            // Kept as a sign that it is there; the outline is written once.
            self.glyphs.insert((weight, glyph), String::new());
        }
        self.line("</defs>");
    }

    fn item(&mut self, item: &Item) {
        let tag = attributes(&item.tag);
        match &item.shape {
            Shape::Run(run) if self.style.texts == Texts::Outlines => self.outlines(run, &tag),
            Shape::Run(run) => self.text(run, &tag),
            Shape::Path { points, ink, width, dash } => {
                let (ink, dashes) = (self.hex(*ink), dashes(dash, *width));
                self.line(&format!(
                    "<path{tag} d=\"{}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"{}\"{dashes} stroke-linejoin=\"round\"/>",
                    polyline(points),
                    number(*width)
                ));
            }
            Shape::Dot { at, radius, marker: shape, ink, fill } => {
                let ink = self.hex(*ink);
                let inside = if *fill == Fill::Solid { ink.clone() } else { self.hex(Ink::Ground) };
                let path = marker(*shape, *at, *radius);
                self.line(&format!("<path{tag} d=\"{path}\" fill=\"{inside}\" stroke=\"{ink}\" stroke-width=\"{}\" stroke-linejoin=\"round\"/>", edge(*radius)));
            }
            Shape::Bar { at, extent, style, fill } => {
                let ink = self.hex(Ink::Hue(*style));
                let inside = if *fill == Fill::Solid { ink.clone() } else { self.hex(Ink::Pale(*style)) };
                self.line(&format!(
                    "<rect{tag} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{inside}\" stroke=\"{ink}\" stroke-width=\"0.9\"/>",
                    number(at.0),
                    number(at.1),
                    number(extent.0),
                    number(extent.1)
                ));
            }
        }
    }

    fn outlines(&mut self, run: &Run, tag: &str) {
        let face = Face::of(run.setting.weight);
        let scale = number(run.setting.size / EM);
        let ink = self.hex(run.ink);
        // The words stay with the outlines, for those who search or listen to the file.
        let label = escaped(&run.text);
        let (x, y) = (number(run.at.0), number(run.at.1));
        self.line(&format!(
            "<g{tag} aria-label=\"{label}\" fill=\"{ink}\" transform=\"translate({x} {y}) scale({scale} -{scale})\">"
        ));
        let mut pen = 0.0;
        for glyph in run.text.chars().map(|c| face.glyph(c)) {
            if self.glyphs.contains_key(&(run.setting.weight, glyph)) {
                let id = glyph_id(run.setting.weight, glyph);
                write!(self.out, "<use xlink:href=\"#{id}\" x=\"{}\"/>", number(pen)).ok();
            }
            pen += face.advance(glyph);
        }
        self.line("</g>");
    }

    fn text(&mut self, run: &Run, tag: &str) {
        let weight = if run.setting.weight == Weight::Bold { " font-weight=\"700\"" } else { "" };
        self.line(&format!(
            "<text{tag} x=\"{}\" y=\"{}\" font-family=\"'{FAMILY}', {FALLBACKS}\" font-size=\"{}\"{weight} fill=\"{}\" xml:space=\"preserve\">{}</text>",
            number(run.at.0),
            number(run.at.1),
            number(run.setting.size),
            self.hex(run.ink),
            escaped(&run.text)
        ));
    }

    fn hex(&self, ink: Ink) -> String {
        hex(colour(ink, self.style.theme))
    }
}

fn glyph_id(weight: Weight, glyph: u32) -> String {
    match weight {
        Weight::Regular => format!("r{glyph}"),
        Weight::Bold => format!("b{glyph}"),
    }
}

fn attributes(tag: &Tag) -> String {
    let mut out = if tag.class.is_empty() { String::new() } else { format!(" class=\"{}\"", tag.class) };
    for (name, value) in &tag.data {
        write!(out, " data-{name}=\"{}\"", escaped(value)).ok();
    }
    out
}

fn hex(Rgb(red, green, blue): Rgb) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}

/// A text as XML holds it. Characters that XML has no place for become U+FFFD.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(' '),
            '\u{0}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::scene::plain;
    use crate::chart::size::PRESETS;

    fn scene(text: &str) -> Scene {
        let run = Run::new(text, (10.0, 20.0), plain(9.0), Ink::Text);
        let tag = Tag { class: "title", data: vec![("place", text.to_owned())] };
        let items = vec![Item { shape: Shape::Run(run), tag }];
        let size = PRESETS[0].size;
        Scene { size, extent: size.points(), items, title: text.into(), description: text.into() }
    }

    #[test]
    fn hostile_names_stay_text() {
        let name = "<script>\"&'\u{0}\u{8}]]>市";
        for texts in [Texts::Outlines, Texts::Editable] {
            let written = svg(&scene(name), Style { texts, ..Style::default() });
            assert!(!written.contains("<script") && !written.contains('\u{8}'), "{written}");
            let mut reader = quick_xml::Reader::from_str(&written);
            loop {
                match reader.read_event().unwrap() {
                    quick_xml::events::Event::Eof => break,
                    quick_xml::events::Event::Start(start) => {
                        start.attributes().for_each(|attribute| drop(attribute.unwrap().value));
                    }
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn outlines_are_written_once_and_text_stays_text() {
        let outlined = svg(&scene("法法法"), Style::default());
        assert_eq!(outlined.matches("<use ").count(), 3);
        assert_eq!(outlined.matches("<path id=").count(), 1);
        assert!(outlined.contains("width=\"156mm\" height=\"104mm\""));
        let text = svg(&scene("法法法"), Style { texts: Texts::Editable, ..Style::default() });
        assert!(text.contains(">法法法</text>") && text.contains(FAMILY) && !text.contains("<use "));
    }

    #[test]
    fn the_ground_is_white_dark_or_not_there() {
        assert!(svg(&scene("a"), Style::default()).contains("fill=\"#FFFFFF\""));
        let dark = Style { theme: Theme::Dark, ..Style::default() };
        assert!(
            svg(&scene("a"), dark).contains("class=\"ground\" width=\"442.2047\" height=\"294.8031\" fill=\"#15181C\"")
        );
        let transparent = Style { transparent: true, ..Style::default() };
        assert!(!svg(&scene("a"), transparent).contains("ground"));
    }
}
