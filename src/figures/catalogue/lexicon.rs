//! All words of the rules, found in one pass over a text.

use crate::error::Error;
use crate::text::WordFinder;

/// A word of the rules, by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Literal(pub u16);

/// Some words of the rules as a bit for each of their numbers modulo 64: tells of most words that they are not among
/// them, and never misses one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct LiteralMask(u64);

impl LiteralMask {
    /// Whether all words of `other` may be among these.
    pub fn may_hold_all(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// Whether one of the words of `other` may be among these.
    pub fn may_meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl FromIterator<Literal> for LiteralMask {
    fn from_iter<T: IntoIterator<Item = Literal>>(literals: T) -> Self {
        Self(literals.into_iter().fold(0, |bits, literal| bits | 1 << (literal.0 % 64)))
    }
}

/// Some words of the rules.
#[derive(Clone, Debug, Default)]
pub(crate) struct LiteralSet {
    mask: LiteralMask,
    list: Vec<Literal>,
}

impl LiteralSet {
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub fn mask(&self) -> LiteralMask {
        self.mask
    }

    pub fn contains(&self, literal: Literal) -> bool {
        self.mask.may_meet(LiteralMask::from_iter([literal])) && self.list.contains(&literal)
    }
}

impl FromIterator<Literal> for LiteralSet {
    fn from_iter<T: IntoIterator<Item = Literal>>(literals: T) -> Self {
        let list: Vec<Literal> = literals.into_iter().collect();
        Self { mask: list.iter().copied().collect(), list }
    }
}

/// Any number of the words of the rules, asked at one look-up.
#[derive(Clone, Debug, Default)]
pub(crate) struct LiteralBits(Vec<u64>);

impl LiteralBits {
    /// Those of the first `count` words that `holds` is true for.
    pub fn of(count: usize, holds: impl Fn(usize) -> bool) -> Self {
        let mut bits = vec![0; count.div_ceil(64)];
        for at in (0..count).filter(|&at| holds(at)) {
            bits[at / 64] |= 1 << (at % 64);
        }
        Self(bits)
    }

    /// Whether `literal` is one of them.
    pub fn contains(&self, literal: Literal) -> bool {
        let at = usize::from(literal.0);
        self.0.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }
}

/// A word of the rules at its place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Which word.
    pub literal: Literal,
}

/// Finds the words.
#[derive(Debug)]
pub(crate) struct Lexicon {
    finder: WordFinder,
}

impl Lexicon {
    pub fn new(literals: &[String]) -> Result<Self, Error> {
        let fault = |fault: String| Error::Data(format!("words of the rules: {fault}"));
        if u16::try_from(literals.len()).is_err() {
            return Err(fault(format!("{} are too many", literals.len())));
        }
        Ok(Self { finder: WordFinder::new(literals).map_err(fault)? })
    }

    /// Every word of `text`, overlapping ones too, in the order of their ends.
    pub fn each(&self, text: &str) -> impl Iterator<Item = Hit> {
        self.finder.each(text).map(|found| Hit {
            start: found.start as u32,
            end: found.end as u32,
            literal: Literal(found.word as u16),
        })
    }

    /// The words of `text` that `keep` keeps, ordered by end, then by start from the right. `keep` sees them by end
    /// alone.
    pub fn hits(&self, text: &str, mut keep: impl FnMut(Hit) -> bool) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::with_capacity(text.len() / 6);
        // Of the words that end at one place the automaton tells the longest first.
        let mut run = 0;
        for hit in self.each(text).filter(|hit| keep(*hit)) {
            if hits.last().is_some_and(|last| last.end != hit.end) {
                hits[run..].reverse();
                run = hits.len();
            }
            hits.push(hit);
        }
        hits[run..].reverse();
        hits
    }
}
