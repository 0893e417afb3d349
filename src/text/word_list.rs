//! Lists of words of which one is sought at a place of a text.

/// Slots of a filter.
const SLOTS: u32 = 1024;

/// Words sought at the start or end of a text, or anywhere in it.
///
/// One character turns nearly every text away before the first word is compared with it; asking each word in turn costs
/// as many comparisons as there are words.
#[derive(Debug)]
pub struct WordList {
    words: &'static [&'static str],
    firsts: Filter,
    lasts: Filter,
}

impl WordList {
    /// A list of words; none of them is empty.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let (mut firsts, mut lasts) = (Filter::EMPTY, Filter::EMPTY);
        let mut nth = 0;
        while nth < words.len() {
            let word = words[nth].as_bytes();
            firsts.add(character(word, 0));
            lasts.add(character(word, last_character(word)));
            nth += 1;
        }
        Self { words, firsts, lasts }
    }

    /// The first word of the list that `text` starts with.
    pub fn at_start(&self, text: &str) -> Option<&'static str> {
        text.chars().next().filter(|&first| self.firsts.may_hold(first))?;
        self.standing_at_start(text)
    }

    /// The first word of the list that `text` ends with.
    pub fn at_end(&self, text: &str) -> Option<&'static str> {
        text.chars().next_back().filter(|&last| self.lasts.may_hold(last))?;
        let last = text.as_bytes().last_chunk::<3>();
        // Three bytes are one Chinese character: comparing them first costs less than a call for each word.
        let differs = |word: &str| word.as_bytes().last_chunk::<3>().is_some_and(|ends| Some(ends) != last);
        self.words.iter().copied().find(|word| !differs(word) && text.ends_with(word))
    }

    /// As [`WordList::at_start`], where the first character may begin one.
    fn standing_at_start(&self, text: &str) -> Option<&'static str> {
        let first = text.as_bytes().first_chunk::<3>();
        let differs = |word: &str| word.as_bytes().first_chunk::<3>().is_some_and(|begins| Some(begins) != first);
        self.words.iter().copied().find(|word| !differs(word) && text.starts_with(word))
    }

    /// Whether `text` holds one of the words.
    pub fn is_in(&self, text: &str) -> bool {
        self.starts(text).next().is_some()
    }

    /// The place in the list of the first word of it that `text` holds.
    pub fn first_in(&self, text: &str) -> Option<usize> {
        let here = |at: usize| self.words.iter().position(|word| text[at..].starts_with(word));
        self.starts(text).filter_map(here).min()
    }

    /// The bytes of `text` where one of the words starts, in order.
    pub fn starts<'t>(&'t self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        let begins =
            move |&(at, c): &(usize, char)| self.firsts.may_hold(c) && self.standing_at_start(&text[at..]).is_some();
        text.char_indices().filter(begins).map(|(at, _)| at)
    }

    /// The words, in order.
    pub const fn words(&self) -> &'static [&'static str] {
        self.words
    }
}

/// Characters by the low bits of their numbers: it may take one for another, and never misses one.
#[derive(Debug)]
struct Filter([u64; SLOTS as usize / 64]);

impl Filter {
    const EMPTY: Self = Self([0; SLOTS as usize / 64]);

    const fn add(&mut self, c: u32) {
        self.0[(c % SLOTS / 64) as usize] |= 1 << (c % 64);
    }

    fn may_hold(&self, c: char) -> bool {
        let c = c as u32;
        self.0[(c % SLOTS / 64) as usize] >> (c % 64) & 1 == 1
    }
}

/// The number of the character at byte `at` of UTF-8, exact in the bits that a filter looks at.
const fn character(bytes: &[u8], at: usize) -> u32 {
    let mut number = bytes[at] as u32;
    let mut next = at + 1;
    while next < bytes.len() && is_inside_character(bytes[next]) {
        number = number << 6 | (bytes[next] & 0x3F) as u32;
        next += 1;
    }
    number
}

/// The byte at which the last character of UTF-8 begins.
const fn last_character(bytes: &[u8]) -> usize {
    let mut last = bytes.len() - 1;
    while is_inside_character(bytes[last]) {
        last -= 1;
    }
    last
}

const fn is_inside_character(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    static LIST: WordList = WordList::new(&["工作情况", "情况", "工作", "é", "a法", "\u{20000}"]);

    #[test]
    fn agrees_with_asking_each_word() {
        for text in ["工作情况", "的情况", "情况好", "工作", "é", "法a", "a法治", "\u{20000}一", "", "作工", "情"]
        {
            let first = |fits: &dyn Fn(&str) -> bool| LIST.words().iter().position(|word| fits(word));
            let word = |at: Option<usize>| at.map(|at| LIST.words()[at]);
            assert_eq!(LIST.at_start(text), word(first(&|word| text.starts_with(word))), "{text}");
            assert_eq!(LIST.at_end(text), word(first(&|word| text.ends_with(word))), "{text}");
            assert_eq!(LIST.first_in(text), first(&|word| text.contains(word)), "{text}");
            assert_eq!(LIST.is_in(text), LIST.first_in(text).is_some(), "{text}");
        }
        assert_eq!(LIST.starts("工作情况和情况").collect::<Vec<_>>(), [0, 6, 15]);
    }
}
