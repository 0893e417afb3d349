//! From offsets in Unicode scalar values to stretches of a text, without counting from its start each time.

/// Scalar values between two remembered positions.
const STEP: usize = 128;

/// A text that can be sliced by scalar offsets.
pub(super) struct Slices<'a> {
    text: &'a str,
    marks: Vec<u32>,
    length: usize,
}

impl<'a> Slices<'a> {
    /// Walks `text` once.
    pub fn new(text: &'a str) -> Self {
        let marks = text.char_indices().step_by(STEP).map(|(at, _)| at as u32).collect();
        Self { text, marks, length: text.chars().count() }
    }

    /// Byte offset of scalar value `scalar`, the end of the text included.
    pub fn byte(&self, scalar: u32) -> Option<usize> {
        let scalar = scalar as usize;
        if scalar == self.length {
            return Some(self.text.len());
        }
        let mark = *self.marks.get(scalar / STEP)? as usize;
        let (at, _) = self.text.get(mark..)?.char_indices().nth(scalar % STEP)?;
        Some(mark + at)
    }

    /// The scalar values from `first` to `last`, last exclusive; `None` where the text has no such stretch.
    pub fn get(&self, first: u32, last: u32) -> Option<&'a str> {
        self.text.get(self.byte(first)?..self.byte(last)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_as_counting_does() {
        for length in [0_u32, 1, 127, 128, 129, 256, 300] {
            let text: String = "法a治\u{20000}".chars().cycle().take(length as usize).collect();
            let slices = Slices::new(&text);
            for first in 0..=length {
                let expected: String = text.chars().skip(first as usize).take(5).collect();
                let last = (first + 5).min(length);
                assert_eq!(slices.get(first, last), Some(expected.as_str()), "{first} of {length}");
            }
            assert_eq!(slices.get(0, length + 1), None);
            assert_eq!(slices.get(length + 1, length + 2), None);
        }
        assert_eq!(Slices::new("法治").get(2, 1), None);
    }
}
