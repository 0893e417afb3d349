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
    pub const fn new(ranges: &[RangeInclusive<char>], others: &str) -> Self {
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
        let bytes = others.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            // No iterator of characters runs at compile time.
            let (mut c, length) = match bytes[at] {
                first @ ..0x80 => (first as usize, 1),
                first @ ..0xE0 => (first as usize & 0x1F, 2),
                first @ ..0xF0 => (first as usize & 0xF, 3),
                first => (first as usize & 7, 4),
            };
            let end = at + length;
            at += 1;
            while at < end {
                c = c << 6 | bytes[at] as usize & 0x3F;
                at += 1;
            }
            if c / 64 < WORDS {
                bits[c / 64] |= 1 << (c % 64);
            }
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

    /// Those of `text` with their bytes, in order, from byte `from` on, which begins a character.
    #[inline]
    pub fn each_in<'s, 't>(&'s self, text: &'t str, from: usize) -> EachIn<'s, 't> {
        EachIn { set: self, text, at: from }
    }
}

/// The characters of a set that stand in a text.
#[derive(Debug)]
pub struct EachIn<'s, 't> {
    set: &'s CharSet,
    text: &'t str,
    at: usize,
}

impl EachIn<'_, '_> {
    /// Goes on at byte `at`, which begins a character, if that is further on.
    #[inline]
    pub fn skip_to(&mut self, at: usize) {
        self.at = self.at.max(at);
    }
}

impl Iterator for EachIn<'_, '_> {
    type Item = (usize, char);

    #[inline]
    fn next(&mut self) -> Option<(usize, char)> {
        let bytes = self.text.as_bytes();
        let mut rest = bytes.get(self.at..)?;
        loop {
            // Nearly all characters have three bytes; the first two name the word that holds the bit of the third.
            while let [first @ 0xE0..=0xEF, second, third, behind @ ..] = rest {
                let word = usize::from(first & 0xF) << 6 | usize::from(second & 0x3F);
                if self.set.bits[word] >> (third & 0x3F) & 1 == 1 {
                    self.at = bytes.len() - behind.len();
                    let c = char::from_u32((word as u32) << 6 | u32::from(third & 0x3F));
                    return c.map(|c| (self.at - 3, c));
                }
                rest = behind;
            }
            let at = bytes.len() - rest.len();
            let Some(&first) = rest.first() else { break };
            let c = if first < 0x80 { char::from(first) } else { self.text.get(at..)?.chars().next()? };
            rest = rest.get(c.len_utf8()..)?;
            if self.set.contains(c) {
                self.at = at + c.len_utf8();
                return Some((at, c));
            }
        }
        self.at = bytes.len();
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_its_ranges_and_nothing_else() {
        static SET: CharSet = CharSet::new(&['0'..='9', '\u{FFFE}'..='\u{10010}'], "第\u{20000}");
        let wanted = |c: char| c.is_ascii_digit() || c == '第' || ('\u{FFFE}'..='\u{FFFF}').contains(&c);
        let same = |set: &CharSet| ('\0'..=char::MAX).all(|c| set.contains(c) == wanted(c));
        assert!(same(&SET) && same(&CharSet::of(wanted)));
    }

    #[test]
    fn those_of_a_text_are_found_by_their_bytes() {
        let every: String = ('\0'..=char::MAX).step_by(61).chain("aé第\u{20000}第é0".chars()).collect();
        for set in [CharSet::new(&['0'..='9'], "第é\u{7FF}"), CharSet::new(&[], "第").and_beyond()] {
            let asked: Vec<(usize, char)> = every.char_indices().filter(|&(_, c)| set.contains(c)).collect();
            assert_eq!(set.each_in(&every, 0).collect::<Vec<_>>(), asked);
            let (second, mut each) = (asked[1].0, set.each_in(&every, 0));
            each.skip_to(second);
            assert_eq!(each.next(), Some(asked[1]));
            each.skip_to(second);
            assert_eq!(each.next(), Some(asked[2]));
        }
    }
}
