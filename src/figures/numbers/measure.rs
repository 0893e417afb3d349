//! Measure words: what stands right behind a numeral.

/// A measure word, by its place in the list of [`Measures`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Measure(pub u8);

/// Bits of a set of measure words.
const MOST: usize = 128;

/// All measure words of the catalogue, found longest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Measures {
    words: Vec<String>,
    /// For each character of the basic plane, one more than the place of its words, or 0.
    slots: Box<[u8]>,
    /// Words that begin with one character, longest first.
    by_first: Vec<Vec<u8>>,
}

impl Measures {
    /// Indexes `words`; repeated ones count once. `None` where there are more than a set of them can hold.
    pub fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let mut list: Vec<String> = words.into_iter().map(str::to_owned).collect();
        list.sort_unstable();
        list.dedup();
        if list.len() > MOST {
            return None;
        }
        let mut slots = vec![0_u8; 0x1_0000].into_boxed_slice();
        let mut by_first: Vec<Vec<u8>> = Vec::new();
        for (at, word) in list.iter().enumerate() {
            let Some(slot) = word.chars().next().and_then(|first| slots.get_mut(first as usize)) else { continue };
            if *slot == 0 {
                by_first.push(Vec::new());
                *slot = by_first.len() as u8;
            }
            by_first[usize::from(*slot) - 1].push(at as u8);
        }
        for ids in &mut by_first {
            ids.sort_by_key(|&id| (usize::MAX - list[usize::from(id)].len(), id));
        }
        Some(Self { words: list, slots, by_first })
    }

    /// The longest measure word at the start of `text`.
    pub fn at_start(&self, text: &str) -> Option<Measure> {
        let slot = *self.slots.get(text.chars().next()? as usize)?;
        let ids = self.by_first.get(usize::from(slot).checked_sub(1)?)?;
        ids.iter().copied().find(|&id| text.starts_with(&self.words[usize::from(id)])).map(Measure)
    }

    /// The word itself.
    pub fn word(&self, measure: Measure) -> &str {
        self.words.get(usize::from(measure.0)).map_or("", String::as_str)
    }

    /// The measure of that word.
    pub fn find(&self, word: &str) -> Option<Measure> {
        self.words.binary_search_by(|have| have.as_str().cmp(word)).ok().map(|at| Measure(at as u8))
    }
}
