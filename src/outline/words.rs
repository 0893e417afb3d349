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

/// A section that a text names.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named {
    pub section: Section,
    /// The part of the national Outline, where the words point to one.
    pub outline_part: Option<u8>,
    /// The strongest word behind it.
    pub strength: Strength,
    /// The words behind it, the strongest first.
    pub words: Vec<String>,
    score: u32,
}

/// What a heading's words come to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Verdict {
    /// No word of any section.
    Nothing,
    /// One section, clearly.
    One(Named),
    /// Two or more, the strongest first.
    Several(Vec<Named>),
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
    pub fn heading(&self, text: &str) -> Verdict {
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
    pub fn running(&self, text: &str) -> Vec<Named> {
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
    fn tally(&self, text: &str, found: &[Found], weigh: impl Fn(&Found) -> u32) -> Vec<Named> {
        if found.is_empty() {
            return Vec::new();
        }
        let mut by_theme = vec![0_u32; self.scheme.themes.len()];
        let mut strongest = [Strength::Hint; 6];
        for found in found {
            by_theme[found.theme] += weigh(found);
            let slot = &mut strongest[self.section(found.theme) as usize];
            *slot = (*slot).max(found.strength);
        }
        let mut named: Vec<Named> = Section::ALL
            .into_iter()
            .filter_map(|section| {
                let sums = || by_theme.iter().enumerate().filter(|&(theme, _)| self.section(theme) == section);
                let score: u32 = sums().map(|(_, sum)| sum).sum();
                (score > 0).then(|| Named {
                    section,
                    outline_part: leading(sums()).map(|theme| self.scheme.themes[theme].outline_part),
                    strength: strongest[section as usize],
                    words: self.quote(text, found, section),
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

    /// Up to two words that speak for a section, the strongest and longest first.
    fn quote(&self, text: &str, found: &[Found], section: Section) -> Vec<String> {
        let mut words: Vec<&Found> = found.iter().filter(|found| self.section(found.theme) == section).collect();
        words.sort_by_key(|found| (std::cmp::Reverse((found.strength, found.end - found.at)), found.at));
        words.dedup_by_key(|found| found.phrase);
        words.iter().take(2).map(|found| text[found.at..found.end].to_owned()).collect()
    }

    /// The phrases of a text in order; of overlapping ones the longest counts.
    fn find(&self, text: &str) -> Vec<Found> {
        let mut all: Vec<Found> = self
            .scheme
            .finder
            .find_overlapping_iter(text)
            .map(|hit| {
                let phrase = hit.pattern().as_usize();
                let entry = self.scheme.phrases[phrase];
                Found { phrase, theme: entry.theme, strength: entry.strength, at: hit.start(), end: hit.end() }
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

impl Named {
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
