//! What a page shows: characters and lines with their places.

/// A character on a page, in points; x runs to the right and y down from the upper left corner.
#[derive(Clone, Copy, Debug)]
pub(in crate::intake) struct Glyph {
    /// The character as the file gives it.
    pub(in crate::intake) c: char,
    /// Left end of its advance.
    pub(in crate::intake) x0: f32,
    /// Right end of its advance.
    pub(in crate::intake) x1: f32,
    /// Its base line.
    pub(in crate::intake) y: f32,
    /// Size of its font.
    pub(in crate::intake) size: f32,
    /// The way that its line runs.
    pub(in crate::intake) way: Way,
    /// Drawn so that nothing shows.
    pub(in crate::intake) hidden: bool,
}

/// The way that a line of text runs over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake) enum Way {
    /// To the right, as usual.
    Right,
    /// Down: the page is turned, or the text is vertical.
    Down,
    /// To the left, upside down.
    Left,
    /// Up.
    Up,
    /// Aslant, as watermarks.
    Slant,
}

impl Way {
    /// The way of a direction; `None` for no direction at all.
    pub(in crate::intake) fn of(x: f64, y: f64) -> Option<Self> {
        let (across, down) = (x.abs(), y.abs());
        if !(x.is_finite() && y.is_finite()) || across.max(down) < 1e-6 {
            return None;
        }
        Some(match () {
            () if down <= across * 0.1 && x > 0.0 => Self::Right,
            () if down <= across * 0.1 => Self::Left,
            () if across <= down * 0.1 && y > 0.0 => Self::Down,
            () if across <= down * 0.1 => Self::Up,
            () => Self::Slant,
        })
    }
}

/// A drawn line that runs along an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::intake) struct Rule {
    /// Whether it runs across the page.
    pub(in crate::intake) across: bool,
    /// Its y where it runs across, else its x.
    pub(in crate::intake) at: f32,
    /// Where it starts.
    pub(in crate::intake) from: f32,
    /// Where it ends.
    pub(in crate::intake) to: f32,
}

/// All that a page shows.
#[derive(Debug, Default)]
pub(in crate::intake) struct Page {
    /// Its width as it is read.
    pub(in crate::intake) width: f32,
    /// Its height as it is read.
    pub(in crate::intake) height: f32,
    /// Its characters in the order in which they were drawn.
    pub(in crate::intake) glyphs: Vec<Glyph>,
    /// Its drawn lines.
    pub(in crate::intake) rules: Vec<Rule>,
    /// Largest share of the page that one picture covers.
    pub(in crate::intake) pictured: f32,
    /// Glyphs without a character.
    pub(in crate::intake) unmapped: usize,
    /// How it was turned so that most of its text runs to the right.
    pub(in crate::intake) turn: Turn,
}

/// How a page was turned before reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::intake) enum Turn {
    /// Not at all.
    #[default]
    None,
    /// Its lines ran down.
    Down,
    /// Its lines ran to the left.
    Left,
    /// Its lines ran up.
    Up,
}

impl Page {
    /// Turns the page so that most of its text runs to the right.
    pub(in crate::intake) fn upright(&mut self) {
        let count = |way: Way| self.glyphs.iter().filter(|glyph| glyph.way == way).count();
        let ways = [(Way::Up, Turn::Up), (Way::Left, Turn::Left), (Way::Down, Turn::Down), (Way::Right, Turn::None)];
        let most = ways.into_iter().max_by_key(|(way, _)| count(*way));
        let Some((way, turn)) = most.filter(|(_, turn)| *turn != Turn::None) else { return };
        let (width, height) = (self.width, self.height);
        for glyph in &mut self.glyphs {
            glyph.way = if glyph.way == way { Way::Right } else { Way::Slant };
        }
        // Places of lines that do not run to the right are kept as (along, across) already.
        let turned = |across: bool, at: f32, from: f32, to: f32| match turn {
            Turn::None => Rule { across, at, from, to },
            Turn::Down if across => Rule { across: false, at, from: width - to, to: width - from },
            Turn::Down => Rule { across: true, at: width - at, from, to },
            Turn::Up if across => Rule { across: false, at: height - at, from, to },
            Turn::Up => Rule { across: true, at, from: height - to, to: height - from },
            Turn::Left if across => Rule { across, at: height - at, from: width - to, to: width - from },
            Turn::Left => Rule { across, at: width - at, from: height - to, to: height - from },
        };
        for rule in &mut self.rules {
            *rule = turned(rule.across, rule.at, rule.from, rule.to);
        }
        if turn != Turn::Left {
            (self.width, self.height) = (height, width);
        }
        self.turn = turn;
    }

    /// A box of the page as it was read, on the page as it is shown: left, top, right, bottom.
    pub(in crate::intake) fn shown(&self, [left, top, right, bottom]: [f32; 4]) -> [f32; 4] {
        let (width, height) = (self.width, self.height);
        match self.turn {
            Turn::None => [left, top, right, bottom],
            Turn::Down => [height - bottom, left, height - top, right],
            Turn::Up => [top, width - right, bottom, width - left],
            Turn::Left => [width - right, height - bottom, width - left, height - top],
        }
    }
}

/// A place `(x, y)` on a page of the given size as (along the line, across it) for text that runs that way.
pub(in crate::intake) fn along(way: Way, x: f32, y: f32, width: f32, height: f32) -> (f32, f32) {
    match way {
        Way::Right | Way::Slant => (x, y),
        Way::Down => (y, width - x),
        Way::Up => (height - y, x),
        Way::Left => (width - x, height - y),
    }
}
