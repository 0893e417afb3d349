//! Words of the grammar that are looked for together with those of the rules: what a clause speaks of besides its
//! indicators. A clause that holds none of a list needs no look at the list.

use super::{read, subject, time, unit_name};

/// Lists of words of one sense, as a bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    /// What is aimed at: 力争, 确保.
    Target,
    /// The year of the report: 今年, 全年.
    ThisYear,
    /// The year before it: 上年, 去年.
    LastYear,
    /// Some years: 近三年, 十四五期间.
    Years,
    /// Since when: 以来.
    Since,
    /// 累计.
    Total,
    /// A part of the year: 上半年, 截至, 1—9月.
    PartOfYear,
    /// What a mean or a share of each is told with: 每, 各, 均.
    Each,
    /// What singles out some by their size: 凡, 标的额.
    Threshold,
    /// The issuing level alone: 市本级.
    OwnLevel,
    /// The reporter itself: 我市, 本县.
    Itself,
    /// A part of what was counted: 其中, 含.
    Part,
    /// 其中, 下辖, 如 before a name.
    Names,
    /// The end of a unit's name: 县, 街道.
    UnitEnd,
    /// 分别.
    Respectively,
    /// 由 or 从 before the level that was left.
    From,
    /// What a number leans on that of another: 上年同期, 我市.
    Reference,
}

/// The words of each cue.
static LISTS: &[(Cue, &[&[&str]])] = &[
    (Cue::Target, &[time::TARGET]),
    (Cue::ThisYear, &[time::THIS_YEAR]),
    (Cue::LastYear, &[time::LAST_YEAR]),
    (Cue::Years, &[time::SPANS]),
    (Cue::Since, &[&["以来"]]),
    (Cue::Total, &[&["累计"]]),
    (Cue::PartOfYear, &[time::PARTIAL, &["截至", "截止", "月"]]),
    (Cue::Each, &[&["每", "各", "均"]]),
    (Cue::Threshold, &[&["凡", "标的额"]]),
    (Cue::OwnLevel, &[subject::OWN_LEVEL.words()]),
    (Cue::Itself, &[subject::SELF.words()]),
    (Cue::Part, &[&["其中", "含"]]),
    (Cue::Names, &[&["其中", "辖", "如"]]),
    (Cue::UnitEnd, &[unit_name::SUFFIX]),
    (Cue::Respectively, &[&["分别"]]),
    (Cue::From, &[&["由", "从"]]),
    (Cue::Reference, &[read::REFERENCES]),
];

/// A set of cues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cues(u32);

impl Cues {
    /// Both sets together.
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether `cue` is one of them.
    pub fn has(self, cue: Cue) -> bool {
        self.0 & 1 << cue as u32 != 0
    }
}

/// The words of the grammar of more than one character, for the automaton of the rules.
pub(crate) fn words() -> impl Iterator<Item = (&'static str, Cues)> {
    all().filter(|(word, _)| single(word).is_none())
}

/// The words of the grammar that are one character: common ones, told by a table.
pub(crate) fn characters() -> impl Iterator<Item = (char, Cues)> {
    all().filter_map(|(word, cues)| single(word).map(|c| (c, cues)))
}

fn all() -> impl Iterator<Item = (&'static str, Cues)> {
    let flat = |&(cue, lists): &(Cue, &'static [&'static [&'static str]])| {
        lists.iter().flat_map(|list| list.iter()).map(move |word| (*word, Cues(1 << cue as u32)))
    };
    LISTS.iter().flat_map(flat)
}

/// The only character of a word.
fn single(word: &str) -> Option<char> {
    let mut chars = word.chars();
    chars.next().filter(|_| chars.next().is_none())
}
