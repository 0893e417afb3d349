//! The content of one page: its text objects as characters with places, its paths as lines, its pictures as areas.

use super::geometry::{Area, Matrix, POINTS, number, steps};
use crate::intake::layout::{Glyph, Page, Rule, Way, along};
use crate::intake::limits;
use crate::intake::xml::{self, Element, Node};

/// The size of a page that does not say its own, in millimetres.
const A4: Area = Area { left: 0.0, top: 0.0, width: 210.0, height: 297.0 };

/// How far the ends of a line may be off its axis, in points.
const STRAIGHT: f32 = 0.5;

/// What a page holds.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// Its characters and lines, in points.
    pub(super) page: Page,
    /// How many paths and pictures it draws.
    pub(super) drawings: usize,
}

impl Content {
    /// Takes in what a template holds.
    pub(super) fn lay_over(&mut self, template: &Self) {
        self.page.glyphs.extend_from_slice(&template.page.glyphs);
        self.page.rules.extend_from_slice(&template.page.rules);
        self.page.pictured = self.page.pictured.max(template.page.pictured);
        self.drawings += template.drawings;
    }
}

/// An object that is being read.
#[derive(Clone, Copy, Debug)]
struct Object {
    area: Area,
    matrix: Matrix,
    size: f32,
    /// Width of characters in hundredths of what it should be.
    narrow: f32,
    /// Degrees by which lines are turned clockwise.
    turned: i32,
    hidden: bool,
    /// Where the last text of the object started.
    start: (f32, f32),
}

/// A stretch of text with the steps between its characters.
#[derive(Debug, Default)]
struct Code {
    text: String,
    across: String,
    down: String,
}

/// Where the reader of a page stands.
#[derive(Default)]
struct Reader {
    content: Content,
    area: Option<Area>,
    templates: Vec<String>,
    object: Option<Object>,
    code: Option<Code>,
    in_path: bool,
    path: String,
    /// Open clips, whose paths are not drawn.
    clips: usize,
}

/// Reads the content of a page; gives the templates that it lies on, and whether all was read.
pub(super) fn read(text: &str, area: Option<Area>) -> (Content, Vec<String>, bool) {
    let mut reader = Reader { area: own_area(text).or(area), ..Reader::default() };
    let Area { width, height, .. } = reader.sheet();
    (reader.content.page.width, reader.content.page.height) = (width * POINTS, height * POINTS);
    let whole = xml::walk(text, |node| match node {
        Node::Start(element) => reader.start(element),
        Node::Text(text) => reader.text(text),
        Node::End(name) => reader.end(name),
    });
    (reader.content, reader.templates, whole.is_ok())
}

/// The size that a page says, which may stand behind its content.
fn own_area(text: &str) -> Option<Area> {
    let at = text.find("PhysicalBox>")?;
    Area::parse(text.get(at + "PhysicalBox>".len()..)?.split('<').next()?)
}

impl Reader {
    fn sheet(&self) -> Area {
        self.area.filter(|area| area.width > 1.0 && area.height > 1.0).unwrap_or(A4)
    }

    fn start(&mut self, element: &Element<'_>) {
        match element.name() {
            "Template" => self.templates.extend(element.attribute("TemplateID")),
            "Clip" | "Clips" | "CGTransform" => self.clips += 1,
            "TextObject" | "PathObject" | "ImageObject" if self.clips == 0 => self.open(element),
            "TextCode" if self.clips == 0 => self.open_code(element),
            "AbbreviatedData" => self.in_path = self.clips == 0,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            code.text.push_str(text);
        } else if self.in_path {
            self.path.push_str(text);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "Clip" | "Clips" | "CGTransform" => self.clips = self.clips.saturating_sub(1),
            "TextCode" => {
                if let (Some(code), Some(object)) = (self.code.take(), self.object) {
                    self.write(&code, object);
                }
            }
            "AbbreviatedData" => {
                self.in_path = false;
                let path = std::mem::take(&mut self.path);
                if let Some(object) = self.object {
                    self.draw(&path, object);
                }
            }
            "TextObject" | "PathObject" | "ImageObject" => self.object = None,
            _ => {}
        }
    }

    fn open(&mut self, element: &Element<'_>) {
        let [area, visible, matrix, alpha, turned, size, narrow] =
            element.attributes(["Boundary", "Visible", "CTM", "Alpha", "ReadDirection", "Size", "HScale"]);
        let Some(area) = area.as_deref().and_then(Area::parse) else { return };
        let of = |value: Option<String>| value.as_deref().and_then(number);
        let hidden = visible.is_some_and(|seen| seen == "false") || of(alpha) == Some(0.0);
        let matrix = matrix.as_deref().and_then(Matrix::parse).unwrap_or(Matrix::ONE);
        let turned = of(turned).unwrap_or(0.0) as i32;
        let (size, narrow) = (of(size).unwrap_or(0.0), of(narrow).unwrap_or(1.0));
        self.object = Some(Object { area, matrix, size, narrow, turned, hidden, start: (0.0, 0.0) });
        if element.name() != "TextObject" && !hidden {
            self.content.drawings += 1;
        }
        if element.name() == "ImageObject" {
            let sheet = self.sheet();
            let share = (area.width * area.height) / (sheet.width * sheet.height);
            self.content.page.pictured = self.content.page.pictured.max(share);
        }
    }

    fn open_code(&mut self, element: &Element<'_>) {
        let Some(object) = &mut self.object else { return };
        let [x, y, across, down] = element.attributes(["X", "Y", "DeltaX", "DeltaY"]);
        let of = |value: Option<String>| value.as_deref().and_then(number);
        object.start = (of(x).unwrap_or(object.start.0), of(y).unwrap_or(object.start.1));
        self.code =
            Some(Code { text: String::new(), across: across.unwrap_or_default(), down: down.unwrap_or_default() });
    }

    /// The characters of a stretch of text.
    fn write(&mut self, code: &Code, object: Object) {
        if object.hidden {
            return;
        }
        let text = code.text.trim_matches(['\r', '\n', '\t']);
        let count = text.chars().count();
        let (across, down) = (steps(&code.across, count), steps(&code.down, count));
        let vertical = matches!(object.turned, 90 | 270) || (across.is_empty() && !down.is_empty());
        let (mut x, mut y) = object.start;
        for (i, c) in text.chars().enumerate() {
            let natural = advance(c) * object.size * object.narrow;
            let step = |steps: &[f32]| steps.get(i).copied().unwrap_or(0.0);
            let missing = i >= across.len().max(down.len());
            let (right, below) = match (missing, vertical) {
                (false, _) => (step(&across), step(&down)),
                (true, false) => (natural, 0.0),
                (true, true) => (0.0, object.size),
            };
            let way = if vertical { (0.0, object.size) } else { (natural, 0.0) };
            let next = if vertical { below } else { right };
            self.place(c, object, (x, y), way, next);
            (x, y) = (x + right, y + below);
            if self.content.page.glyphs.len() > limits::GLYPHS {
                return;
            }
        }
    }

    /// A character that starts at a point of its object and runs along `way`; the next one stands `next` further on.
    fn place(&mut self, c: char, object: Object, (x, y): (f32, f32), way: (f32, f32), next: f32) {
        let vertical = way.0 == 0.0;
        let sheet = self.sheet();
        let (x, y) = object.matrix.point(x, y);
        let (x, y) = ((x + object.area.left - sheet.left) * POINTS, (y + object.area.top - sheet.top) * POINTS);
        let (dx, dy) = object.matrix.vector(way.0, way.1);
        let (up_x, up_y) = object.matrix.vector(0.0, object.size);
        let Some(way_of) = Way::of(f64::from(dx), f64::from(dy)) else { return };
        let unit = way.0.hypot(way.1).max(f32::MIN_POSITIVE);
        // What the file leaves for a character is its own, up to the width of a Chinese one.
        let whole = object.size * if vertical { 1.0 } else { object.narrow };
        let own = if next > 0.0 { next.min(whole.max(unit)) } else { unit };
        let length = dx.hypot(dy) * POINTS * own / unit;
        let Page { width, height, .. } = self.content.page;
        let (start, line) = along(way_of, x, y, width, height);
        self.content.page.glyphs.push(Glyph {
            c,
            x0: start,
            x1: start + length,
            y: line,
            size: up_x.hypot(up_y) * POINTS,
            way: way_of,
            hidden: false,
        });
    }

    /// The straight lines of a path.
    fn draw(&mut self, path: &str, object: Object) {
        let sheet = self.sheet();
        let place = |x: f32, y: f32| {
            let (x, y) = object.matrix.point(x, y);
            ((x + object.area.left - sheet.left) * POINTS, (y + object.area.top - sheet.top) * POINTS)
        };
        let (mut first, mut last) = (None, None);
        let mut words = path.split_ascii_whitespace();
        while let Some(word) = words.next() {
            let mut point = || Some(place(words.next().and_then(number)?, words.next().and_then(number)?));
            let next = match word {
                "M" | "S" => {
                    first = point();
                    last = first;
                    continue;
                }
                "L" => point(),
                "C" => first,
                "Q" | "B" | "A" => {
                    last = None;
                    continue;
                }
                _ => continue,
            };
            if let (Some(from), Some(to)) = (last, next)
                && self.content.page.rules.len() < limits::DRAWINGS
            {
                self.content.page.rules.extend(rule(from, to));
            }
            last = next;
        }
    }
}

/// A line along an axis; `None` for others, and for points.
fn rule(from: (f32, f32), to: (f32, f32)) -> Option<Rule> {
    let (across, down) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
    if down <= STRAIGHT && across > STRAIGHT {
        return Some(Rule { across: true, at: from.1, from: from.0.min(to.0), to: from.0.max(to.0) });
    }
    (across <= STRAIGHT && down > STRAIGHT).then(|| Rule {
        across: false,
        at: from.0,
        from: from.1.min(to.1),
        to: from.1.max(to.1),
    })
}

/// Width of a character in its font's size.
fn advance(c: char) -> f32 {
    if (c as u32) < 0x2000 { 0.5 } else { 1.0 }
}
