//! What the rules say of the numbers of one passage, before the report is looked at as a whole.

use super::catalogue::RuleSet;
use super::scene::Stretch;
use super::subject::Owner;
use super::time::Time;
use super::{Bound, ChangeUnit, Reason};

/// A value found.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    /// Place of the indicator in the catalogue.
    pub indicator: usize,
    /// In the canonical unit.
    pub value: f64,
    /// How exact.
    pub bound: Bound,
    /// Its time.
    pub time: Time,
    /// Whose it is.
    pub owner: Owner,
    /// The number, or the words, in the folded text.
    pub span: Stretch,
    /// The sentence around it in the folded text.
    pub sentence: Stretch,
    /// The rule that made it.
    pub rule: Maker,
    /// 0 to 1.
    pub confidence: f64,
    /// Flags besides those of time.
    pub flags: Vec<String>,
    /// The words before the number, to tell it from its like.
    pub label: Label,
    /// Counts only where the report has no other figure of the indicator.
    pub weak: bool,
}

/// What made a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Maker {
    /// A rule, by its place.
    Rule(usize),
    /// A rule that read a cell of a table.
    Table(usize),
    /// A value told in words, by its place.
    Words(usize),
}

impl Maker {
    /// Its name: the indicator's id and the rule's number among those of the indicator.
    pub fn name(self, rules: &RuleSet) -> String {
        match self {
            Self::Rule(at) => rules.rules[at].name.clone(),
            Self::Table(at) => format!("{}/table", rules.rules[at].name),
            Self::Words(at) => rules.words[at].name.clone(),
        }
    }
}

/// Words that tell a figure from its like.
#[derive(Clone, Debug)]
pub(crate) enum Label {
    /// None.
    None,
    /// A name from a table.
    Name(String),
    /// What stands before the number in the folded text.
    Before(Stretch),
}

/// Characters of a label.
const LABEL: usize = 24;

impl Label {
    /// The words in a passage whose folded text is `folded`: without the unit of the number before and the marks at
    /// the end.
    pub fn text(&self, folded: &str) -> String {
        let before = match self {
            Self::None => return String::new(),
            Self::Name(name) => return name.clone(),
            Self::Before(stretch) => stretch.of(folded),
        };
        let opening = |c: char| c.is_whitespace() || "、,;。:()“”件个项起次人名户家份部条%和".contains(c);
        let closing = |c: char| c.is_whitespace() || "、,;。:(“".contains(c);
        let said = before.trim_start_matches(opening).trim_end_matches(closing);
        let count = said.chars().count();
        said.chars().skip(count.saturating_sub(LABEL)).collect()
    }
}

/// A change found.
#[derive(Clone, Debug)]
pub(crate) struct Shift {
    /// Place of the indicator in the catalogue.
    pub indicator: usize,
    /// Signed.
    pub delta: f64,
    /// What the delta is counted in.
    pub unit: ChangeUnit,
    /// What it is against.
    pub basis: &'static str,
    /// The year of the later level.
    pub year: Option<i32>,
    /// Points or per cent cannot be told.
    pub ambiguous: bool,
    /// Interval of the earlier level.
    pub implied_prior: Option<(f64, f64)>,
    /// The words in the folded text.
    pub span: Stretch,
    /// The sentence around them.
    pub sentence: Stretch,
    /// 0 to 1.
    pub confidence: f64,
}

/// A number without a claim.
#[derive(Clone, Debug)]
pub(crate) struct Left {
    /// The number in the folded text.
    pub span: Stretch,
    /// Why.
    pub reason: Reason,
}

/// All of one passage.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    /// Values.
    pub claims: Vec<Claim>,
    /// Changes.
    pub shifts: Vec<Shift>,
    /// The other numbers.
    pub left: Vec<Left>,
}
