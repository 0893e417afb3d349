//! What the words of a stretch say about its section.

use super::scheme::{Scheme, Strength};
use super::types::Section;

/// A phrase found in a text.
#[derive(Clone, Copy, Debug)]
struct Found {
    phrase: usize,
    theme: usize,
    strength: Strength,
    at: usize,
    end: usize,
}

impl Found {
    /// Its order among the words that speak for a section: the strongest and longest first.
    fn rank(&self) -> impl Ord {
        (std::cmp::Reverse((self.strength, self.end - self.at)), self.at)
    }
}

/// A section that a text names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Named<'t> {
    pub section: Section,
    /// The part of the national Outline, where the words point to one.
    pub outline_part: Option<u8>,
    /// The strongest word behind it.
    pub strength: Strength,
    /// The strongest word behind it.
    pub word: &'t str,
    /// The next one, if there is another.
    pub second: Option<&'t str>,
    score: u32,
}

/// What a heading's words come to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Verdict<'t> {
    /// No word of any section.
    Nothing,
    /// One section, clearly.
    One(Named<'t>),
    /// Two or more, the strongest first.
    Several(Vec<Named<'t>>),
}

/// Reads texts with the vocabulary of a scheme.
pub(super) struct Words<'s> {
    scheme: &'s Scheme,
}

impl<'s> Words<'s> {
    pub fn new(scheme: &'s Scheme) -> Self {
        Self { scheme }
    }

    /// The scheme behind it.
    pub fn scheme(&self) -> &'s Scheme {
        self.scheme
    }

    /// Whether a heading holds a clear word of any section.
    pub fn names_clearly(&self, text: &str) -> bool {
        self.find(text).iter().any(|found| found.strength == Strength::Clear)
    }

    /// What a heading names; hints do not count.
    pub fn heading<'t>(&self, text: &'t str) -> Verdict<'t> {
        let found = self.find(text);
        let weigh = |found: &Found| match found.strength {
            Strength::Clear => 4 + (found.end - found.at) as u32 / 6,
            Strength::Plain => 2,
            Strength::Hint => 0,
        };
        let mut named = self.tally(text, &found, weigh);
        match named.as_slice() {
            [] => Verdict::Nothing,
            [_] => Verdict::One(named.swap_remove(0)),
            [first, second, ..] if first.score >= 2 * second.score && second.strength < Strength::Clear => {
                Verdict::One(named.swap_remove(0))
            }
            _ => Verdict::Several(named),
        }
    }

    /// The first word of a heading that names a section.
    pub fn title(&self, text: &str) -> Option<Section> {
        let named = self.find(text).into_iter().find(|found| found.strength > Strength::Hint)?;
        Some(self.scheme.themes[named.theme].section)
    }

    /// The sections that running text speaks of, the strongest first; each phrase counts once.
    pub fn running<'t>(&self, text: &'t str) -> Vec<Named<'t>> {
        let mut found = self.find(text);
        let first_sentence = text.find(['。', ';']).unwrap_or(text.len());
        found.sort_by_key(|found| (found.phrase, found.at));
        found.dedup_by_key(|found| found.phrase);
        found.sort_by_key(|found| found.at);
        self.tally(text, &found, |found| {
            let weight = match found.strength {
                Strength::Clear => 3,
                Strength::Plain | Strength::Hint => 1,
            };
            if found.at < first_sentence { weight * 2 } else { weight }
        })
    }

    /// Sums up phrases by section, the highest sum first.
    fn tally<'t>(&self, text: &'t str, found: &[Found], weigh: impl Fn(&Found) -> u32) -> Vec<Named<'t>> {
        if found.is_empty() {
            return Vec::new();
        }
        let mut by_theme = vec![0_u32; self.scheme.themes.len()];
        let mut scores = [0_u32; 6];
        for found in found {
            let weight = weigh(found);
            by_theme[found.theme] += weight;
            scores[self.section(found.theme) as usize] += weight;
        }
        let mut named: Vec<Named> = Section::ALL
            .into_iter()
            .zip(scores)
            .filter(|&(_, score)| score > 0)
            .filter_map(|(section, score)| {
                let own = || found.iter().filter(|found| self.section(found.theme) == section);
                let sums = by_theme.iter().enumerate().filter(|&(theme, _)| self.section(theme) == section);
                let best = own().min_by_key(|found| found.rank())?;
                let second = own().filter(|found| found.phrase != best.phrase).min_by_key(|found| found.rank());
                Some(Named {
                    section,
                    outline_part: leading(sums).map(|theme| self.scheme.themes[theme].outline_part),
                    strength: best.strength,
                    word: &text[best.at..best.end],
                    second: second.map(|found| &text[found.at..found.end]),
                    score,
                })
            })
            .collect();
        named.sort_by(|a, b| b.score.cmp(&a.score).then(a.section.cmp(&b.section)));
        named
    }

    fn section(&self, theme: usize) -> Section {
        self.scheme.themes[theme].section
    }

    /// The phrases of a text in order; of overlapping ones the longest counts.
    fn find(&self, text: &str) -> Vec<Found> {
        let mut all: Vec<Found> = self
            .scheme
            .finder
            .each(text)
            .map(|hit| {
                let entry = self.scheme.phrases[hit.word];
                Found { phrase: hit.word, theme: entry.theme, strength: entry.strength, at: hit.start, end: hit.end }
            })
            .collect();
        if all.len() < 2 {
            return all;
        }
        all.sort_by_key(|found| (std::cmp::Reverse(found.end - found.at), found.at));
        let mut taken = vec![false; text.len()];
        all.retain(|found| {
            // A shorter match can overlap a longer one only with an end inside it.
            let free = !taken[found.at] && !taken[found.end - 1];
            if free {
                taken[found.at..found.end].fill(true);
            }
            free
        });
        all.sort_by_key(|found| found.at);
        all
    }
}

impl Named<'_> {
    /// Whether it outweighs the next best by half.
    pub fn outweighs(&self, next: Option<&Self>) -> bool {
        next.is_none_or(|next| 2 * self.score >= 3 * next.score)
    }

    /// Its weight in running text; one word in the first sentence makes 2 or 6.
    pub fn score(&self) -> u32 {
        self.score
    }
}

/// The theme that leads the others of its section by the double.
fn leading<'a>(sums: impl Iterator<Item = (usize, &'a u32)>) -> Option<usize> {
    let mut best: Option<(usize, u32)> = None;
    let mut second = 0;
    for (theme, &sum) in sums {
        match best {
            Some((_, top)) if sum <= top => second = second.max(sum),
            _ => {
                second = best.map_or(0, |(_, top)| top);
                best = Some((theme, sum));
            }
        }
    }
    best.filter(|&(_, top)| top >= 2 * second).map(|(theme, _)| theme)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Option<u8> {
        match Words::new(Scheme::built_in()).heading(text) {
            Verdict::One(named) => Some(named.section.number()),
            _ => None,
        }
    }

    #[test]
    fn the_longest_phrase_wins() {
        assert_eq!(one("健全行政决策制度体系"), Some(3));
        assert_eq!(one("完善依法行政制度体系"), Some(4));
        assert_eq!(one("强化行政执法监督"), Some(6));
        assert_eq!(one("深化法治督察"), Some(1));
        assert_eq!(one("落实“谁执法谁普法”责任"), Some(5));
        assert_eq!(one("开展公平竞争审查"), Some(4));
        assert_eq!(one("规范行正执法"), Some(3));
    }

    #[test]
    fn two_sections_are_several() {
        let words = Words::new(Scheme::built_in());
        assert!(matches!(words.heading("优化营商环境,深化普法宣传"), Verdict::Several(_)));
        assert_eq!(words.heading("开创新局面"), Verdict::Nothing);
    }
}
