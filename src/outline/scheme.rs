//! The scheme as data: sections, themes and parts with the words that name them.

use std::sync::LazyLock;

use serde::Deserialize;

use super::part_words::PartWords;
use super::types::{Part, Section};
use crate::error::Error;
use crate::text::WordFinder;

/// The scheme that ships with the program.
const BUILT_IN: &str = include_str!("../../assets/catalogue/sections.toml");

/// How much a phrase says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Counts in running text only.
    Hint,
    /// Names its section in a heading.
    Plain,
    /// Names its section even below a heading of another one.
    Clear,
}

/// A phrase of the vocabulary.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    /// Index into [`Scheme::themes`].
    pub theme: usize,
    pub strength: Strength,
}

/// A subject: a section and the part of the national Outline that treats it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Theme {
    pub section: Section,
    pub outline_part: u8,
}

/// One of the six sections as the scheme describes it.
#[derive(Clone, Debug)]
pub struct SectionEntry {
    /// Which one.
    pub section: Section,
    /// Its id (`leadership`).
    pub id: String,
    /// Its Chinese name.
    pub zh: String,
    /// Its English name.
    pub en: String,
    /// The parts of the national Outline that it covers.
    pub outline_parts: Vec<u8>,
}

/// A part of a report as the scheme describes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartEntry {
    /// Which one.
    pub id: Part,
    /// Its Chinese name.
    pub zh: String,
    /// Its English name.
    pub en: String,
    /// Words that name it wherever a heading stands; `…` spans anything.
    #[serde(default)]
    pub firm: Vec<String>,
    /// Words that name it in a top heading alone.
    #[serde(default)]
    pub words: Vec<String>,
    /// Words that take the force from `words`.
    #[serde(default)]
    pub unless: Vec<String>,
}

/// Words by which a paragraph without a heading turns to another part.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    /// It opens with one of these …
    pub opens: Vec<String>,
    /// … holds one of these …
    #[serde(default)]
    pub holds: Vec<String>,
    /// … names one of these …
    #[serde(default)]
    pub names: Vec<String>,
    /// … and concedes with one of these.
    #[serde(default)]
    pub yet: Vec<String>,
}

/// The turns that can go without a heading.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turns {
    /// To the problems.
    pub problems: Turn,
    /// To the plans.
    pub plans: Turn,
}

/// Sections, parts and their words. Where two phrases overlap the longer one counts.
#[derive(Debug)]
pub struct Scheme {
    /// Version of the data.
    pub version: u32,
    /// The sections, 1 to 6.
    pub sections: Vec<SectionEntry>,
    /// The parts with their heading words.
    pub parts: Vec<PartEntry>,
    /// How a part begins where no heading says so.
    pub turns: Turns,
    pub(super) themes: Vec<Theme>,
    pub(super) phrases: Vec<Phrase>,
    pub(super) finder: WordFinder,
    pub(super) part_words: PartWords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    section: Vec<SectionFile>,
    part: Vec<PartEntry>,
    turn: Turns,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionFile {
    number: u8,
    id: String,
    zh: String,
    en: String,
    outline_parts: Vec<u8>,
    theme: Vec<ThemeFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemeFile {
    outline_part: u8,
    #[serde(default)]
    clear: Vec<String>,
    #[serde(default)]
    plain: Vec<String>,
    #[serde(default)]
    hint: Vec<String>,
}

impl Scheme {
    /// The scheme that ships with the program.
    #[expect(clippy::expect_used, reason = "the file is compiled in; a test reads it")]
    pub fn built_in() -> &'static Self {
        static SCHEME: LazyLock<Scheme> =
            LazyLock::new(|| Scheme::parse(BUILT_IN).expect("built-in scheme is well formed"));
        &SCHEME
    }

    /// Reads a scheme from its TOML text; a section out of 1..6 or a phrase given twice is an error.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let mut file: File = toml::from_str(text).map_err(|error| Error::Data(format!("sections: {error}")))?;
        let mut themes = Vec::new();
        let mut words: Vec<(String, Phrase)> = Vec::new();
        let mut sections = Vec::new();
        for mut entry in std::mem::take(&mut file.section) {
            let section = Section::from_number(entry.number)
                .ok_or_else(|| Error::Data(format!("sections: no section {}", entry.number)))?;
            for theme in std::mem::take(&mut entry.theme) {
                let index = themes.len();
                themes.push(Theme { section, outline_part: theme.outline_part });
                let tiers =
                    [(theme.clear, Strength::Clear), (theme.plain, Strength::Plain), (theme.hint, Strength::Hint)];
                for (list, strength) in tiers {
                    words.extend(list.into_iter().map(|word| (word, Phrase { theme: index, strength })));
                }
            }
            let SectionFile { id, zh, en, outline_parts, .. } = entry;
            sections.push(SectionEntry { section, id, zh, en, outline_parts });
        }
        check_words(&words)?;
        let too_many = |error| Error::Data(format!("sections: {error}"));
        let finder = WordFinder::new(words.iter().map(|(word, _)| word)).map_err(too_many)?;
        let part_words = PartWords::new(&file.part).map_err(too_many)?;
        let phrases = words.into_iter().map(|(_, phrase)| phrase).collect();
        let File { version, part: parts, turn: turns, .. } = file;
        Ok(Self { version, sections, parts, turns, themes, phrases, finder, part_words })
    }

    /// What the scheme says about a part, if it knows it.
    pub fn part(&self, part: Part) -> Option<&PartEntry> {
        self.parts.iter().find(|entry| entry.id == part)
    }
}

/// Refuses empty phrases and phrases given twice: the second would never count, or count double.
fn check_words(words: &[(String, Phrase)]) -> Result<(), Error> {
    let mut sorted: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
    sorted.sort_unstable();
    if sorted.first().is_some_and(|word| word.is_empty()) {
        return Err(Error::Data("sections: an empty phrase".to_owned()));
    }
    match sorted.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(Error::Data(format!("sections: {} stands twice", pair[0]))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_has_six_sections_and_all_parts() {
        let scheme = Scheme::parse(BUILT_IN).unwrap();
        let numbers: Vec<Section> = scheme.sections.iter().map(|entry| entry.section).collect();
        assert_eq!(numbers, Section::ALL);
        for part in [Part::Preamble, Part::Achievements, Part::Responsibility, Part::Problems, Part::Plans] {
            assert!(scheme.part(part).is_some(), "{part:?}");
        }
    }

    #[test]
    fn a_phrase_given_twice_is_refused() {
        let text = BUILT_IN.replacen("\"述法\"", "\"述法\", \"述法\"", 1);
        assert!(Scheme::parse(&text).is_err());
        assert!(Scheme::parse(&BUILT_IN.replacen("number = 6", "number = 7", 1)).is_err());
    }
}
