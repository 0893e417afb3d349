//! Names of the core's values, as ids of texts.

use crate::compare::{Gap, Obstacle, Standing, Strand};
use crate::figures::{Bound, Catalogue, Indicator, Nature};
use crate::identity::{Kind, Level};
use crate::intake::Warning;
use crate::outline::{Part, Section};

use super::{Locale, Texts};

/// The name of a kind of document.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::GovernmentReport => "kind-government-report",
        Kind::DepartmentReport => "kind-department-report",
        Kind::WorkPlan => "kind-work-plan",
        Kind::Other => "kind-other",
    }
}

/// The name of a level; a word for "unknown" where there is none.
pub fn level(level: Option<Level>) -> &'static str {
    match level {
        Some(Level::Province) => "level-province",
        Some(Level::Prefecture) => "level-prefecture",
        Some(Level::County) => "level-county",
        Some(Level::Zone) => "level-zone",
        Some(Level::Township) => "level-township",
        Some(Level::Department) => "level-department",
        None => "level-unknown",
    }
}

/// The name of a part.
pub fn part(part: Part) -> &'static str {
    match part {
        Part::Preamble => "part-preamble",
        Part::Achievements => "part-achievements",
        Part::Responsibility => "part-responsibility",
        Part::Problems => "part-problems",
        Part::Plans => "part-plans",
    }
}

/// The name of a section; a word for "none in particular" where there is none.
pub fn section(section: Option<Section>) -> &'static str {
    match section {
        Some(Section::Leadership) => "section-leadership",
        Some(Section::Functions) => "section-functions",
        Some(Section::Enforcement) => "section-enforcement",
        Some(Section::Institutions) => "section-institutions",
        Some(Section::Disputes) => "section-disputes",
        Some(Section::Oversight) => "section-oversight",
        None => "section-none",
    }
}

/// The name of a part of the national Outline.
pub fn outline_part(part: Option<u8>) -> &'static str {
    match part {
        Some(2) => "outline-part-2",
        Some(3) => "outline-part-3",
        Some(4) => "outline-part-4",
        Some(5) => "outline-part-5",
        Some(6) => "outline-part-6",
        Some(7) => "outline-part-7",
        Some(8) => "outline-part-8",
        Some(9) => "outline-part-9",
        Some(10) => "outline-part-10",
        _ => "outline-part-none",
    }
}

/// The name of a nature.
pub fn nature(nature: Nature) -> &'static str {
    match nature {
        Nature::Actual => "nature-actual",
        Nature::Target => "nature-target",
        Nature::Cumulative => "nature-cumulative",
        Nature::Partial => "nature-partial",
        Nature::Prior => "nature-prior",
        Nature::Inferred => "nature-inferred",
    }
}

/// The mark that stands before a value of that bound; `None` for an exact one.
pub fn bound(bound: Bound) -> Option<&'static str> {
    match bound {
        Bound::Exact => None,
        Bound::AtLeast => Some("bound-at-least"),
        Bound::AtMost => Some("bound-at-most"),
        Bound::About => Some("bound-about"),
    }
}

/// The name of a gap.
pub fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::NoReport => "gap-no-report",
        Gap::NotMentioned => "gap-not-mentioned",
        Gap::NotFound => "gap-not-found",
        Gap::NotReviewed => "gap-not-reviewed",
    }
}

/// The name of what a point rests on.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Chosen => "standing-chosen",
        Standing::Stated => "standing-stated",
        Standing::Inferred => "standing-inferred",
        Standing::FromNextYear => "standing-from-next-year",
    }
}

/// The name of a strand.
pub fn strand(strand: Strand) -> &'static str {
    match strand {
        Strand::Level => "strand-level",
        Strand::Partial => "strand-partial",
        Strand::Cumulative => "strand-cumulative",
        Strand::Target => "strand-target",
    }
}

/// The reason why two values may not be subtracted.
pub fn obstacle(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::Nature => "obstacle-nature",
        Obstacle::Period => "obstacle-period",
        Obstacle::Base => "obstacle-base",
        Obstacle::Scope => "obstacle-scope",
        Obstacle::Unit => "obstacle-unit",
        Obstacle::Bounds => "obstacle-bounds",
        Obstacle::Several => "obstacle-several",
        Obstacle::Label => "obstacle-label",
    }
}

impl Texts {
    /// A sentence on something odd about a file.
    pub fn warning(&self, warning: &Warning) -> String {
        match warning {
            Warning::ReplacedBytes { count } => self.format("warning-replaced-bytes", &[("count", (*count).into())]),
            Warning::GuessedEncoding { encoding } => {
                self.format("warning-guessed-encoding", &[("encoding", encoding.to_uppercase().into())])
            }
            Warning::SplitParagraph => self.get("warning-split-paragraph"),
            Warning::Truncated => self.get("warning-truncated"),
            Warning::Unread { what } => {
                let part = PARTS.iter().find(|(name, _)| name == what);
                let what = part.map_or_else(|| what.clone(), |(_, id)| self.get(id));
                self.format("warning-unread", &[("what", what.into())])
            }
            Warning::UnmappedGlyphs { count } => self.format("warning-unmapped-glyphs", &[("count", (*count).into())]),
            Warning::ScannedPages { pages } => self.format("warning-scanned-pages", &[("pages", ranges(pages).into())]),
            Warning::RecognisedText { pages } => {
                self.format("warning-recognised-text", &[("pages", ranges(pages).into())])
            }
        }
    }
}

/// Parts of files that are not read, by the words of the readers.
const PARTS: [(&str, &str); 4] = [
    ("footnotes", "unread-footnotes"),
    ("pictures", "unread-pictures"),
    ("objects", "unread-objects"),
    ("text boxes", "unread-text-boxes"),
];

/// Page numbers in order, neighbours as a range: 3–7, 12.
fn ranges(numbers: &[u32]) -> String {
    let runs = numbers.chunk_by(|a, b| a.checked_add(1) == Some(*b));
    let run = |run: &[u32]| match run {
        [first, .., last] => format!("{first}–{last}"),
        _ => run.iter().map(u32::to_string).collect(),
    };
    runs.map(run).collect::<Vec<_>>().join(", ")
}

/// An indicator's name in a language.
pub fn indicator(indicator: &Indicator, locale: Locale) -> &str {
    match locale {
        Locale::ZhHans => &indicator.name_zh,
        Locale::En => &indicator.name_en,
    }
}

/// The name of an indicator by its id; the id itself where the catalogue does not know it.
pub fn indicator_of<'a>(id: &'a str, catalogue: &'a Catalogue, locale: Locale) -> &'a str {
    catalogue.get(id).map_or(id, |found| indicator(found, locale))
}
