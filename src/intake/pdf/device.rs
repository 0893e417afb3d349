//! Listens to what the interpreter draws and keeps characters, lines and pictures.

use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape as _};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, Paint, SoftMask};

use super::unicode::{Characters, Face};
use crate::intake::layout::{Glyph, Page, Rule, Way, along};
use crate::intake::limits;

/// Thickest bar, in points, that is taken for a drawn line.
const THICK: f64 = 3.0;

/// Shortest drawn line, in points, that can bound a cell.
const SHORT: f64 = 6.0;

/// The reader of a file reached a limit: thrown to leave the interpreter, which has no other way out.
pub(super) struct Enough;

/// Takes down one page after the other.
pub(super) struct Scribe<'h> {
    /// The page under way.
    pub(super) page: Page,
    clips: Vec<Rect>,
    glyphs: usize,
    drawings: usize,
    nested: usize,
    characters: &'h Characters,
}

impl<'h> Scribe<'h> {
    pub(super) fn new(characters: &'h Characters) -> Self {
        Self { page: Page::default(), clips: Vec::new(), glyphs: 0, drawings: 0, nested: 0, characters }
    }

    /// Starts a page; gives back the one before it.
    pub(super) fn turn_over(&mut self, width: f32, height: f32) -> Page {
        self.clips.clear();
        std::mem::replace(&mut self.page, Page { width, height, ..Page::default() })
    }

    /// Counts a step of drawing and leaves the interpreter where there were too many.
    fn step(&mut self) {
        self.drawings += 1;
        if self.drawings > limits::DRAWINGS || self.nested > limits::NESTED || self.glyphs > limits::GLYPHS {
            // Not a panic: no hook runs, and `read` takes it up.
            std::panic::resume_unwind(Box::new(Enough));
        }
    }

    fn bounds(&self) -> Rect {
        let page = Rect::new(0.0, 0.0, f64::from(self.page.width), f64::from(self.page.height));
        self.clips.last().copied().unwrap_or(page)
    }

    fn push_clip(&mut self, rect: Rect) {
        self.step();
        let inner = self.bounds().intersect(rect);
        self.clips.push(inner);
    }

    fn rule(&mut self, a: Point, b: Point) {
        let (dx, dy) = ((a.x - b.x).abs(), (a.y - b.y).abs());
        let across = dx >= dy;
        if dx.min(dy) > 1.0 || dx.max(dy) < SHORT || !(dx + dy).is_finite() {
            return;
        }
        let (at, from, to) = if across { ((a.y + b.y) / 2.0, a.x, b.x) } else { ((a.x + b.x) / 2.0, a.y, b.y) };
        let (from, to) = (from.min(to) as f32, from.max(to) as f32);
        self.page.rules.push(Rule { across, at: at as f32, from, to });
    }

    fn bar(&mut self, rect: Rect, stroked: bool) {
        let (x0, x1, y0, y1) = (rect.min_x(), rect.max_x(), rect.min_y(), rect.max_y());
        let (x, y) = ((x0 + x1) / 2.0, (y0 + y1) / 2.0);
        if rect.height() <= THICK {
            self.rule(Point::new(x0, y), Point::new(x1, y));
        } else if rect.width() <= THICK {
            self.rule(Point::new(x, y0), Point::new(x, y1));
        } else if stroked {
            for (a, b) in [((x0, y0), (x1, y0)), ((x0, y1), (x1, y1)), ((x0, y0), (x0, y1)), ((x1, y0), (x1, y1))] {
                self.rule(a.into(), b.into());
            }
        }
    }
}

/// How the glyphs of a line stand: all of a run mostly alike.
#[derive(Clone, Copy)]
struct Stand {
    way: Way,
    /// Length of one em across the line.
    em: f32,
    /// Length of one em along the line.
    stretch: f32,
}

impl Stand {
    fn of([a, b, c, d]: [f64; 4], upright: bool) -> Option<Self> {
        let em = (c.hypot(d) * 1000.0) as f32;
        let stretch = (a.hypot(b) * 1000.0) as f32;
        let way = if upright { Way::of(a, b)? } else { Way::of(-c, -d)? };
        let sound = em.is_finite() && em > 0.01 && stretch.is_finite();
        sound.then_some(Self { way, em, stretch })
    }
}

/// Where a glyph goes, in the axes of its line.
struct Place {
    stand: Stand,
    start: (f32, f32),
    /// About the middle of its em, on the page.
    middle: Point,
}

/// The places of the glyphs of a run; `None` for those that cannot be seen.
fn places(run: &GlyphRun<'_, '_>, transform: Affine, page: &Page) -> Vec<Option<Place>> {
    let upright = run.writing_mode() == WritingMode::Horizontal;
    let mut last: ([f64; 4], Option<Stand>) = ([0.0; 4], None);
    let mut place = |transform: Affine| {
        let [a, b, c, d, x, y] = transform.as_coeffs();
        if (last.0[0], last.0[1], last.0[2], last.0[3]) != (a, b, c, d) {
            last = ([a, b, c, d], Stand::of([a, b, c, d], upright));
        }
        let stand = last.1.filter(|_| x.is_finite() && y.is_finite())?;
        let start = along(stand.way, x as f32, y as f32, page.width, page.height);
        Some(Place { stand, start, middle: transform * Point::new(300.0, 300.0) })
    };
    run.glyphs().iter().map(|glyph| place(transform * glyph.transform())).collect()
}

impl<'a> Device<'a> for Scribe<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.step();
        self.glyphs += run.glyphs().len();
        let upright = run.writing_mode() == WritingMode::Horizontal;
        let clear = matches!(&props.paint, Paint::Color(color) if color.to_rgba().to_rgba8()[3] == 0);
        let hidden = matches!(mode, DrawMode::Invisible) || clear;
        let bounds = self.bounds();
        let face = run.glyphs().first().map_or(Face::default(), |glyph| self.characters.face(glyph));
        let places = places(run, props.transform, &self.page);
        for (i, glyph) in run.glyphs().iter().enumerate() {
            let Some(Some(place)) = places.get(i) else { continue };
            if !bounds.contains(place.middle) {
                continue;
            }
            let next = places.get(i + 1).and_then(Option::as_ref).map(|next| next.start.0 - place.start.0);
            let stand = place.stand;
            let width = if upright { width(advance(glyph), stand, next) } else { stand.em };
            let base = Glyph {
                c: '\u{FFFD}',
                x0: place.start.0,
                x1: place.start.0 + width,
                y: place.start.1,
                size: stand.em,
                way: stand.way,
                hidden,
            };
            match self.characters.of(glyph, &face) {
                Some(BfString::Char(c)) => self.page.glyphs.push(Glyph { c, ..base }),
                Some(BfString::String(text)) => spread(&mut self.page.glyphs, &text, base),
                None => {
                    self.page.unmapped += 1;
                    self.page.glyphs.push(base);
                }
            }
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.step();
        let stroked = !matches!(mode, DrawMode::Fill(_));
        if !stroked {
            let shape = props.transform * path.bounding_box().to_path(0.1);
            return self.bar(shape.bounding_box(), false);
        }
        let (mut first, mut last) = (Point::ZERO, Point::ZERO);
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(p) => (first, last) = (props.transform * p, props.transform * p),
                PathEl::LineTo(p) => {
                    let p = props.transform * p;
                    self.rule(last, p);
                    last = p;
                }
                PathEl::ClosePath => {
                    self.rule(last, first);
                    last = first;
                }
                PathEl::QuadTo(_, p) | PathEl::CurveTo(_, _, p) => last = props.transform * p,
            }
        }
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        self.step();
        self.bar(props.transform.transform_rect_bbox(*rect), !matches!(mode, DrawMode::Fill(_)));
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.step();
        let size = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let shown = props.transform.transform_rect_bbox(size).intersect(self.bounds());
        let whole = f64::from(self.page.width) * f64::from(self.page.height);
        let share = (shown.area() / whole.max(1.0)) as f32;
        self.page.pictured = self.page.pictured.max(share);
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        // Every drawing inside a drawing is clipped to its box first.
        self.nested += 1;
        self.push_clip(clip.path.bounding_box());
    }

    fn push_clip_rect(&mut self, rect: &Rect) {
        self.push_clip(*rect);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.step();
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn pop_transparency_group(&mut self) {}
}

/// Advance of a glyph in thousandths of an em.
fn advance(glyph: &hayro_interpret::font::Glyph<'_>) -> Option<f32> {
    match glyph {
        hayro_interpret::font::Glyph::Outline(outline) => outline.advance_width(),
        hayro_interpret::font::Glyph::Type3(glyph) => glyph.advance_width(),
    }
}

/// Width of a glyph on the page. The transform may hold a stretch that only fits a substitute font:
/// of the two possible widths the one is taken that meets the next glyph.
fn width(advance: Option<f32>, stand: Stand, next: Option<f32>) -> f32 {
    let advance = advance.filter(|width| width.is_finite() && *width > 0.0).unwrap_or(500.0) / 1000.0;
    let (plain, stretched) = (advance * stand.em, advance * stand.stretch);
    match next {
        Some(next) if (plain - next).abs() < (stretched - next).abs() => plain,
        None if !(0.4..=2.5).contains(&(stand.stretch / stand.em)) => plain,
        _ => stretched,
    }
}

/// A glyph that stands for several characters gives each of them a part of its width.
fn spread(glyphs: &mut Vec<Glyph>, text: &str, base: Glyph) {
    let count = text.chars().count().clamp(1, 16);
    let each = (base.x1 - base.x0) / count as f32;
    for (i, c) in text.chars().take(16).enumerate() {
        let x0 = base.x0 + each * i as f32;
        glyphs.push(Glyph { c, x0, x1: x0 + each, ..base });
    }
}
