//! From byte offsets to offsets in Unicode scalar values.

/// Bytes between two remembered positions.
const STEP: usize = 64;

/// Turns byte offsets of one string into counts of Unicode scalar values, as the output contract wants them.
#[derive(Clone, Debug)]
pub struct ScalarIndex<'a> {
    text: &'a str,
    marks: Vec<u32>,
}

impl<'a> ScalarIndex<'a> {
    /// Indexes `text` once; look-ups then cost at most a few hundred bytes.
    pub fn new(text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut scalars = 0_u32;
        for chunk in text.as_bytes().chunks(STEP) {
            marks.push(scalars);
            scalars += starts(chunk);
        }
        Self { text, marks }
    }

    /// Scalar values before byte offset `byte`; offsets past the end count as the end.
    pub fn scalar(&self, byte: usize) -> u32 {
        let byte = byte.min(self.text.len());
        let mark = byte / STEP;
        match self.marks.get(mark) {
            Some(&base) => base + starts(&self.text.as_bytes()[mark * STEP..byte]),
            None => self.marks.last().map_or(0, |&base| base + starts(&self.text.as_bytes()[(mark - 1) * STEP..byte])),
        }
    }

    /// The stretch between two offsets in scalar values, end exclusive; offsets past the end count as the end.
    pub fn slice(&self, start: u32, end: u32) -> &'a str {
        self.text.get(self.byte(start)..self.byte(end.max(start))).unwrap_or("")
    }

    /// Byte offset of the scalar value number `scalar`.
    fn byte(&self, scalar: u32) -> usize {
        // A mark counts what starts before it, so the value wanted starts at or behind the last mark not above it.
        let mark = self.marks.partition_point(|&before| before <= scalar).saturating_sub(1);
        let Some(&before) = self.marks.get(mark) else { return 0 };
        let bytes = &self.text.as_bytes()[mark * STEP..];
        let mut left = scalar - before;
        for (at, byte) in bytes.iter().enumerate() {
            if starts(std::slice::from_ref(byte)) == 1 {
                if left == 0 {
                    return mark * STEP + at;
                }
                left -= 1;
            }
        }
        self.text.len()
    }
}

/// How many of the bytes, which are few, begin a scalar value.
fn starts(bytes: &[u8]) -> u32 {
    // In bytes, so that the processor counts many at once.
    u32::from(bytes.iter().map(|byte| u8::from((*byte as i8) >= -0x40)).sum::<u8>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_scalars_at_every_boundary() {
        let text = "法a治\u{20000}".repeat(400);
        let index = ScalarIndex::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.scalar(byte) as usize, count);
        }
        assert_eq!(index.scalar(text.len()) as usize, text.chars().count());
        for (count, (byte, c)) in text.char_indices().enumerate() {
            let count = count as u32;
            assert_eq!(index.slice(count, count + 1), &text[byte..byte + c.len_utf8()]);
        }
        assert_eq!(index.slice(1598, 9999), "治\u{20000}");
        assert_eq!((index.slice(9999, 10_000), index.slice(2, 1)), ("", ""));
        assert_eq!(ScalarIndex::new("").slice(0, 3), "");
    }
}
