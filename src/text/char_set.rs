//! Sets of characters, asked at one look-up.

use std::ops::RangeInclusive;

/// The characters of the basic plane, 64 to a word.
const WORDS: usize = 1 << 10;

/// A set of characters of the basic plane.
///
/// For loops that ask it of every character of a text: `"年月日".contains(c)` and long patterns cost many times more.
#[derive(Debug)]
pub struct CharSet([u64; WORDS]);

impl CharSet {
    /// The characters of all `ranges` and those of `others`; what lies beyond the basic plane is left out.
    pub const fn new(ranges: &[RangeInclusive<char>], others: &[char]) -> Self {
        let mut bits = [0; WORDS];
        let mut nth = 0;
        while nth < ranges.len() {
            let (mut c, last) = (*ranges[nth].start() as usize, *ranges[nth].end() as usize);
            while c <= last && c / 64 < WORDS {
                bits[c / 64] |= 1 << (c % 64);
                c += 1;
            }
            nth += 1;
        }
        let mut nth = 0;
        while nth < others.len() {
            let c = others[nth] as usize;
            if c / 64 < WORDS {
                bits[c / 64] |= 1 << (c % 64);
            }
            nth += 1;
        }
        Self(bits)
    }

    /// The characters of the basic plane for which `holds` is true; slow, for sets that a table makes.
    pub fn of(holds: impl Fn(char) -> bool) -> Self {
        let mut bits = [0; WORDS];
        for c in ('\0'..='\u{FFFF}').filter(|&c| holds(c)) {
            bits[c as usize / 64] |= 1 << (c as usize % 64);
        }
        Self(bits)
    }

    /// Whether `c` is one of them.
    #[inline]
    pub fn contains(&self, c: char) -> bool {
        let c = c as usize;
        self.0.get(c / 64).is_some_and(|word| word >> (c % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_its_ranges_and_nothing_else() {
        static SET: CharSet = CharSet::new(&['0'..='9', '\u{FFFE}'..='\u{10010}'], &['第', '\u{20000}']);
        let wanted = |c: char| c.is_ascii_digit() || c == '第' || ('\u{FFFE}'..='\u{FFFF}').contains(&c);
        let same = |set: &CharSet| ('\0'..=char::MAX).all(|c| set.contains(c) == wanted(c));
        assert!(same(&SET) && same(&CharSet::of(wanted)));
    }
}
