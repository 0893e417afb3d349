//! Sets of characters, asked at one look-up.

use std::ops::RangeInclusive;

/// The characters of the basic plane, 64 to a word.
const WORDS: usize = 1 << 10;

/// A set of characters of the basic plane.
///
/// For loops that ask it of every character of a text: `"年月日".contains(c)` and long patterns cost many times more.
#[derive(Debug)]
pub struct CharSet {
    bits: [u64; WORDS],
    /// Whether it holds all characters beyond the basic plane too.
    beyond: bool,
}

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
        Self { bits, beyond: false }
    }

    /// The characters of the basic plane for which `holds` is true; slow, for sets that a table makes.
    pub fn of(holds: impl Fn(char) -> bool) -> Self {
        let mut bits = [0; WORDS];
        for c in ('\0'..='\u{FFFF}').filter(|&c| holds(c)) {
            bits[c as usize / 64] |= 1 << (c as usize % 64);
        }
        Self { bits, beyond: false }
    }

    /// The set with all characters beyond the basic plane.
    pub fn and_beyond(self) -> Self {
        Self { beyond: true, ..self }
    }

    /// Whether `c` is one of them.
    #[inline]
    pub fn contains(&self, c: char) -> bool {
        let c = c as usize;
        self.bits.get(c / 64).map_or(self.beyond, |word| word >> (c % 64) & 1 == 1)
    }

    /// The first of them in `text` at or behind byte `from`, which begins a character.
    pub fn next_in(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = from;
        loop {
            // Two characters of three bytes, as nearly all are, go at once.
            while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
                let two = u64::from_le_bytes(*eight);
                if two & 0xC0C0_F0C0_C0F0 != 0x8080_E080_80E0 {
                    break;
                }
                let (first, second) = (self.of_three(two), self.of_three(two >> 24));
                if first | second {
                    return Some(if first { at } else { at + 3 });
                }
                at += 6;
            }
            let c = text.get(at..)?.chars().next()?;
            if self.contains(c) {
                return Some(at);
            }
            at += c.len_utf8();
        }
    }

    /// Whether the character is one of them whose three bytes are the lowest of `bytes`: the last six bits are its place
    /// in a word, those before them the word's.
    #[inline]
    fn of_three(&self, bytes: u64) -> bool {
        let word = bytes << 6 & 0x3C0 | bytes >> 8 & 0x3F;
        self.bits[word as usize] >> (bytes >> 16 & 0x3F) & 1 == 1
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

    #[test]
    fn the_next_of_them_is_found_by_its_bytes() {
        let every: String = ('\0'..=char::MAX).step_by(61).chain("aé第\u{20000}第é0".chars()).collect();
        for set in [CharSet::new(&['0'..='9'], &['第', 'é', '\u{7FF}']), CharSet::new(&[], &['第']).and_beyond()] {
            let asked: Vec<usize> = every.char_indices().filter(|&(_, c)| set.contains(c)).map(|(at, _)| at).collect();
            let next = |at: Option<usize>| {
                let from = at.map_or(0, |at| at + every[at..].chars().next().map_or(0, char::len_utf8));
                set.next_in(&every, from)
            };
            let found: Vec<usize> = std::iter::successors(next(None), |&at| next(Some(at))).collect();
            assert_eq!(found, asked);
        }
    }
}
