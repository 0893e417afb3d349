//! From byte offsets to offsets in Unicode scalar values.

/// Bytes between two remembered positions.
const STEP: usize = 512;

/// Turns byte offsets of one string into counts of Unicode scalar values, as the output contract wants them.
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
}

/// Bytes that begin a scalar value.
fn starts(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| (**byte as i8) >= -0x40).count() as u32
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
    }
}
