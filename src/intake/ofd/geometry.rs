//! Numbers, boxes and matrices of OFD, in millimetres.

/// Points in a millimetre.
pub(super) const POINTS: f32 = 72.0 / 25.4;

/// A box: left, top, width, height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Area {
    /// Four numbers.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let [left, top, width, height] = numbers(text)?;
        Some(Self { left, top, width, height })
    }
}

/// A matrix that maps the space of an object to that of its box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix([f32; 6]);

impl Matrix {
    /// The matrix that changes nothing.
    pub(super) const ONE: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Six numbers.
    pub(super) fn parse(text: &str) -> Option<Self> {
        numbers(text).map(Self)
    }

    /// Where a point comes to lie.
    pub(super) fn point(self, x: f32, y: f32) -> (f32, f32) {
        let (along, across) = self.vector(x, y);
        let [.., e, f] = self.0;
        (along + e, across + f)
    }

    /// What becomes of a way between two points.
    pub(super) fn vector(self, x: f32, y: f32) -> (f32, f32) {
        let [a, b, c, d, ..] = self.0;
        (a * x + c * y, b * x + d * y)
    }
}

/// Exactly `N` numbers with blanks between them.
fn numbers<const N: usize>(text: &str) -> Option<[f32; N]> {
    let mut all = [0.0; N];
    let mut words = text.split_ascii_whitespace();
    for number in &mut all {
        *number = words.next()?.parse().ok().filter(|number: &f32| number.is_finite() && number.abs() < 1e6)?;
    }
    Some(all)
}

/// A number of an attribute.
pub(super) fn number(text: &str) -> Option<f32> {
    numbers::<1>(text).map(|[number]| number)
}

/// Steps between characters: numbers, and `g 5 3.2` for five times 3.2; at most `most`.
pub(super) fn steps(text: &str, most: usize) -> Vec<f32> {
    let mut steps = Vec::new();
    let mut words = text.split_ascii_whitespace();
    while let (Some(word), true) = (words.next(), steps.len() < most) {
        if word == "g" {
            let count = words.next().and_then(|word| word.parse::<usize>().ok()).unwrap_or(0);
            let step = words.next().and_then(number).unwrap_or(0.0);
            steps.extend(std::iter::repeat_n(step, count.min(most - steps.len())));
        } else {
            steps.push(number(word).unwrap_or(0.0));
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_one_by_one_and_in_groups() {
        assert_eq!(steps("5 g 3 2.5 1", 9), [5.0, 2.5, 2.5, 2.5, 1.0]);
        assert_eq!(steps("g 4000000000 1", 3), [1.0; 3]);
        assert_eq!(steps("g", 3), [] as [f32; 0]);
    }

    #[test]
    fn a_matrix_moves_and_turns() {
        let matrix = Matrix::parse("0 1 -1 0 10 20").unwrap();
        assert_eq!(matrix.point(1.0, 0.0), (10.0, 21.0));
        assert_eq!(matrix.vector(1.0, 0.0), (0.0, 1.0));
        assert_eq!(Area::parse("1 2 3"), None);
        assert_eq!(number("nan"), None);
    }
}
