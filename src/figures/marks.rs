//! One look at every character of a folded text: where numerals begin, and the marks that part and enclose words.

use std::sync::LazyLock;

use super::cues::{self, Cues};
use super::numbers::Token;
use super::scene::Stretch;
use crate::text::CharSet;

/// What a character is to the layout of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    /// A digit or a Chinese character that can begin a numeral.
    Numeral = 1,
    /// 。!?
    Stop,
    /// The end of a line, over which nothing reaches.
    Line,
    /// ;
    Semicolon,
    /// , : and the tab between cells.
    Pause,
    /// 《
    TitleOpen,
    /// 》
    TitleClose,
    /// “
    QuoteOpen,
    /// ”
    QuoteClose,
    /// " opens and closes in turn.
    Straight,
}

use Mark::{Line, Numeral, Pause, QuoteClose, QuoteOpen, Semicolon, Stop, Straight, TitleClose, TitleOpen};

/// The marks by character.
const CHARACTERS: &[(Mark, &str)] = &[
    (Numeral, "0123456789零〇○一二两三四五六七八九十百千万亿半"),
    (Stop, "。!?"),
    (Line, "\n"),
    (Semicolon, ";"),
    (Pause, ",:\t"),
    (TitleOpen, "《"),
    (TitleClose, "》"),
    (QuoteOpen, "“"),
    (QuoteClose, "”"),
    (Straight, "\""),
];

/// What a character is worth a note for.
#[derive(Clone, Copy, Debug)]
enum Sign {
    Mark(Mark),
    Cues(Cues),
}

/// The signs by character.
struct Table {
    /// The characters that have one: most have none, and this is small enough to stay at hand.
    signed: CharSet,
    /// For each character of the basic plane, one more than the place of its sign, or 0.
    places: Box<[u8]>,
    signs: Vec<Sign>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let (mut places, mut signs) = (vec![0_u8; 0x1_0000], Vec::new());
    let marks = CHARACTERS.iter().flat_map(|(mark, text)| text.chars().map(|c| (c, Sign::Mark(*mark))));
    for (c, sign) in marks.chain(cues::characters().map(|(c, cues)| (c, Sign::Cues(cues)))) {
        let Some(place) = places.get_mut(c as usize) else { continue };
        match (usize::from(*place).checked_sub(1).and_then(|at| signs.get_mut(at)), sign) {
            (Some(Sign::Cues(have)), Sign::Cues(cues)) => *have = have.with(cues),
            _ => {
                signs.push(sign);
                *place = signs.len() as u8;
            }
        }
    }
    let signed = CharSet::of(|c| places.get(c as usize).is_some_and(|&place| place > 0));
    Table { signed, places: places.into(), signs }
});

impl Table {
    fn sign(&self, c: char) -> Option<Sign> {
        let place = *self.places.get(c as usize)?;
        self.signs.get(usize::from(place).checked_sub(1)?).copied()
    }
}

/// The numerals and marks of a text in order, and its cues of one character.
#[derive(Debug)]
pub(crate) struct Marks {
    marks: Vec<(u32, Mark)>,
    cues: Vec<(u32, Cues)>,
}

impl Marks {
    /// Looks at each character of `text` once.
    pub fn new(text: &str) -> Self {
        let table = &*TABLE;
        let mut marks = Vec::with_capacity(text.len() / 16 + 4);
        let mut cues = Vec::with_capacity(text.len() / 64 + 4);
        for (at, c) in table.signed.each_in(text, 0) {
            match table.sign(c) {
                None => {}
                Some(Sign::Mark(mark)) => marks.push((at as u32, mark)),
                Some(Sign::Cues(said)) => cues.push(((at + c.len_utf8()) as u32, said)),
            }
        }
        Self { marks, cues }
    }

    /// Cues of one character with the byte at which they end.
    pub fn cues(&self) -> impl Iterator<Item = (usize, Cues)> {
        self.cues.iter().map(|&(end, cues)| (end as usize, cues))
    }

    /// Where characters stand that can begin a numeral.
    pub fn numerals(&self) -> impl Iterator<Item = usize> {
        self.marks.iter().filter(|(_, mark)| *mark == Numeral).map(|&(at, _)| at as usize)
    }

    /// 《…》 in order, from the first opening mark to the first closing one.
    pub fn titles(&self) -> Vec<Stretch> {
        let mut found = Vec::new();
        let mut open: Option<usize> = None;
        for &(at, mark) in &self.marks {
            match mark {
                TitleOpen => open = open.or(Some(at as usize)),
                TitleClose => found.extend(open.take().map(|start| Stretch::new(start, at as usize))),
                Line => open = None,
                _ => {}
            }
        }
        found
    }

    /// Outermost 《…》, those inside them counted.
    pub fn nested_titles(&self) -> Vec<Stretch> {
        self.pairs(TitleOpen, TitleClose)
    }

    /// Outermost “…”.
    pub fn quotations(&self) -> Vec<Stretch> {
        self.pairs(QuoteOpen, QuoteClose)
    }

    fn pairs(&self, open: Mark, close: Mark) -> Vec<Stretch> {
        let mut found = Vec::new();
        let (mut depth, mut outer) = (0_usize, 0_usize);
        for &(at, mark) in &self.marks {
            let at = at as usize;
            let straight = mark == Straight && open == QuoteOpen;
            if mark == open || straight && depth == 0 {
                outer = if depth == 0 { at } else { outer };
                depth += 1;
            } else if mark == close || straight {
                if depth == 1 {
                    found.push(Stretch::new(outer, at));
                }
                depth = depth.saturating_sub(1);
            } else if mark == Line {
                depth = 0;
            }
        }
        found
    }

    /// Where clauses, groups and sentences end; a comma inside a number is no mark.
    pub fn bounds(&self, text: &str, tokens: &[Token]) -> Bounds {
        let part = |least: Mark| self.marks.iter().filter(|(_, mark)| (Stop..=least).contains(mark)).count();
        let bounds = Bounds {
            clauses: Vec::with_capacity(part(Pause)),
            groups: Vec::with_capacity(part(Semicolon)),
            sentences: Vec::with_capacity(part(Line)),
        };
        let mut cutter = Cutter { text, tokens, token: 0, last: 0, bounds };
        for &(at, mark) in &self.marks {
            let at = at as usize;
            let strength = match mark {
                Stop | Line => 3,
                Semicolon => 2,
                Pause => 1,
                _ => continue,
            };
            cutter.long(at);
            cutter.cut(at, if strength < 3 && at - cutter.last > LONG { 3 } else { strength });
        }
        cutter.long(text.len());
        cutter.bounds
    }
}

/// Bytes after which a sentence without a full stop ends at the next mark: proof that nobody can read is none.
const LONG: usize = 3_000;

/// Ends of the parts of a text, each one past its mark.
#[derive(Debug, Default)]
pub(crate) struct Bounds {
    /// Parts between commas and stronger marks.
    pub clauses: Vec<usize>,
    /// Parts between semicolons and stronger marks.
    pub groups: Vec<usize>,
    /// Parts between full stops.
    pub sentences: Vec<usize>,
}

struct Cutter<'a> {
    text: &'a str,
    tokens: &'a [Token],
    token: usize,
    /// End of the last sentence.
    last: usize,
    bounds: Bounds,
}

impl Cutter<'_> {
    /// Ends the parts that the character at `at` is strong enough for, unless it stands inside a number.
    fn cut(&mut self, at: usize, strength: u8) {
        while self.tokens.get(self.token).is_some_and(|have| have.end <= at) {
            self.token += 1;
        }
        if self.tokens.get(self.token).is_some_and(|have| have.start < at) {
            return;
        }
        let end = at + self.text[at..].chars().next().map_or(0, char::len_utf8);
        self.bounds.clauses.push(end);
        if strength >= 2 {
            self.bounds.groups.push(end);
        }
        if strength >= 3 {
            self.last = end;
            self.bounds.sentences.push(end);
        }
    }

    /// Cuts what has no mark for twice [`LONG`] before byte `until`.
    fn long(&mut self, until: usize) {
        let mut at = self.last + 2 * LONG + 1;
        while at < until {
            at = self.text.ceil_char_boundary(at);
            if at >= until {
                return;
            }
            let before = self.last;
            self.cut(at, 3);
            at = if self.last == before { at + 1 } else { self.last + 2 * LONG + 1 };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_is_both_a_mark_and_a_cue() {
        let marks: String = CHARACTERS.iter().map(|(_, text)| *text).collect();
        assert_eq!(cues::characters().find(|(c, _)| marks.contains(*c)), None);
    }
}
