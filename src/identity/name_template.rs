//! File names that follow a user's own pattern, such as `{地区}{年份}年报告`: the pattern, and what it finds in a name.

use std::collections::BTreeSet;
use std::fmt;

/// Most parts of a pattern.
const PARTS: usize = 16;

/// What a part of a file name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameField {
    /// The place that the report is about.
    Place,
    /// The year that it is about: four digits.
    Year,
    /// The body that reports.
    Body,
    /// The title.
    Title,
    /// The day of publication: 2025-01-16, 20250116 or 2025年1月16日.
    Date,
    /// Anything, or nothing at all.
    Any,
}

/// The words for the fields, in the languages of the users.
const WORDS: [(&str, NameField); 15] = [
    ("地区", NameField::Place),
    ("地名", NameField::Place),
    ("place", NameField::Place),
    ("年份", NameField::Year),
    ("年度", NameField::Year),
    ("year", NameField::Year),
    ("机关", NameField::Body),
    ("单位", NameField::Body),
    ("body", NameField::Body),
    ("标题", NameField::Title),
    ("title", NameField::Title),
    ("日期", NameField::Date),
    ("date", NameField::Date),
    ("任意", NameField::Any),
    ("any", NameField::Any),
];

/// A pattern for file names without their ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameTemplate {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Literal(String),
    /// With the word that the user has for it.
    Field(NameField, String),
}

/// Why a pattern is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateProblem {
    /// A brace without its other half.
    Brace,
    /// A field that nobody knows.
    UnknownField(String),
    /// A field that stands twice.
    Twice(String),
    /// Two fields of any length side by side, which cannot be told apart.
    Adjacent(String),
    /// No field at all, or too many parts.
    NoField,
}

/// What a pattern finds in a name: the fields with their words, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The fields, [`NameField::Any`] left out.
    pub fields: Vec<(NameField, String)>,
}

/// Where a name stops following a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The part of the pattern that nothing fits, as it is written; `None` where the pattern is over and the name is not.
    pub part: Option<String>,
    /// What is left of the name there.
    pub rest: String,
}

impl Named {
    /// The words of a field.
    pub fn get(&self, field: NameField) -> Option<&str> {
        self.fields.iter().find(|(known, _)| *known == field).map(|(_, words)| words.as_str())
    }
}

impl NameTemplate {
    /// Reads a pattern.
    ///
    /// # Errors
    ///
    /// Why it is none.
    pub fn parse(text: &str) -> Result<Self, TemplateProblem> {
        let mut parts: Vec<Part> = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.find(['{', '}']).unwrap_or(rest.len());
            let (literal, after) = rest.split_at(end);
            if !literal.is_empty() {
                parts.push(Part::Literal(literal.to_owned()));
            }
            let Some(inner) = after.strip_prefix('{') else {
                if after.is_empty() { break } else { return Err(TemplateProblem::Brace) }
            };
            let (word, after) = inner.split_once('}').ok_or(TemplateProblem::Brace)?;
            parts.push(Part::Field(field(word, &parts)?, word.trim().to_owned()));
            rest = after;
        }
        let any_field = parts.iter().any(|part| matches!(part, Part::Field(..)));
        if any_field && parts.len() <= PARTS { Ok(Self { parts }) } else { Err(TemplateProblem::NoField) }
    }

    /// Reads a file name without its ending.
    ///
    /// Parts of any length are as short as what follows them allows.
    ///
    /// # Errors
    ///
    /// The first part that nothing fits, where the name was followed farthest.
    pub fn read(&self, name: &str) -> Result<Named, Mismatch> {
        let mut search = Search { template: self, name, fields: Vec::new(), failed: BTreeSet::new(), best: (0, 0) };
        if search.from(0, 0) {
            let mut fields = search.fields;
            fields.reverse();
            return Ok(Named { fields });
        }
        let (at, part) = search.best;
        Err(Mismatch {
            part: self.parts.get(part).map(Part::to_string),
            rest: name.get(at..).unwrap_or_default().to_owned(),
        })
    }
}

fn field(word: &str, before: &[Part]) -> Result<NameField, TemplateProblem> {
    let known = WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word.trim())).map(|(_, field)| *field);
    let field = known.ok_or_else(|| TemplateProblem::UnknownField(word.to_owned()))?;
    if field != NameField::Any && before.iter().any(|part| matches!(part, Part::Field(other, _) if *other == field)) {
        return Err(TemplateProblem::Twice(word.to_owned()));
    }
    match before.last() {
        Some(Part::Field(last, _)) if last.is_free() && field.is_free() => {
            Err(TemplateProblem::Adjacent(word.to_owned()))
        }
        _ => Ok(field),
    }
}

impl NameField {
    /// Whether its length is open.
    fn is_free(self) -> bool {
        !matches!(self, Self::Year | Self::Date)
    }
}

impl fmt::Display for Part {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Literal(text) => to.write_str(text),
            Self::Field(_, word) => write!(to, "{{{word}}}"),
        }
    }
}

/// As it was written, but for spaces around the words.
impl fmt::Display for NameTemplate {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.iter().try_for_each(|part| part.fmt(to))
    }
}

/// A search through one name. States that failed are not tried again, so its time is bounded by parts × length².
struct Search<'a> {
    template: &'a NameTemplate,
    name: &'a str,
    /// Found fields, last first.
    fields: Vec<(NameField, String)>,
    failed: BTreeSet<(usize, usize)>,
    /// Byte of the name and part of the pattern that were reached.
    best: (usize, usize),
}

impl Search<'_> {
    fn from(&mut self, at: usize, part: usize) -> bool {
        let Some(rest) = self.name.get(at..) else { return false };
        if rest.is_empty() && part == self.template.parts.len() {
            return true;
        }
        if self.failed.contains(&(at, part)) {
            return false;
        }
        let found = match self.template.parts.get(part) {
            None => false,
            Some(Part::Literal(text)) => rest.starts_with(text.as_str()) && self.from(at + text.len(), part + 1),
            Some(Part::Field(NameField::Year, _)) => {
                digits(rest).is_some_and(|length| self.take(NameField::Year, at, length, part))
            }
            Some(Part::Field(NameField::Date, _)) => {
                date(rest).is_some_and(|length| self.take(NameField::Date, at, length, part))
            }
            Some(Part::Field(free, _)) => self.free(*free, at, part),
        };
        if !found {
            self.failed.insert((at, part));
            // What may follow a part of open length is missing in all of it.
            let after_free = part.checked_sub(1).and_then(|before| self.template.parts.get(before));
            if !matches!(after_free, Some(Part::Field(field, _)) if field.is_free()) {
                self.reach(part, at);
            }
        }
        found
    }

    /// Notes how far the pattern went: the farthest part, and the first place where it was wanted.
    fn reach(&mut self, part: usize, at: usize) {
        if part > self.best.1 || (part == self.best.1 && at < self.best.0) {
            self.best = (at, part);
        }
    }

    fn free(&mut self, field: NameField, at: usize, part: usize) -> bool {
        let rest = self.name.get(at..).unwrap_or_default();
        let ends = rest.char_indices().map(|(end, _)| end).chain(std::iter::once(rest.len()));
        let least = if field == NameField::Any { 0 } else { 1 };
        let found = ends.filter(|end| *end >= least).any(|length| self.take(field, at, length, part));
        if !found && rest.len() >= least {
            self.reach(part + 1, at);
        }
        found
    }

    fn take(&mut self, field: NameField, at: usize, length: usize, part: usize) -> bool {
        let found = self.from(at + length, part + 1);
        if found && field != NameField::Any {
            self.fields.push((field, self.name.get(at..at + length).unwrap_or_default().to_owned()));
        }
        found
    }
}

/// Length of a year at the start of `text`.
fn digits(text: &str) -> Option<usize> {
    let year = text.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()))?;
    ("1980".."2100").contains(&year).then_some(4)
}

/// Length of a day at the start of `text`.
fn date(text: &str) -> Option<usize> {
    let mut length = digits(text)?;
    let number = |at: usize| Some(text.get(at..)?.bytes().take(2).take_while(u8::is_ascii_digit).count());
    let plain = text.get(4..8).is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    if plain {
        return Some(8);
    }
    for mark in [['-', '.', '年'], ['-', '.', '月']] {
        length += text.get(length..)?.chars().next().filter(|c| mark.contains(c))?.len_utf8();
        length += number(length).filter(|digits| *digits > 0)?;
    }
    Some(length + if text.get(length..)?.starts_with('日') { '日'.len_utf8() } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(template: &str, name: &str) -> Result<Vec<(NameField, String)>, Mismatch> {
        NameTemplate::parse(template).unwrap().read(name).map(|named| named.fields)
    }

    #[test]
    fn fields_are_found_between_the_literals() {
        let found = read("{地区}{年份}", "营口市2024").unwrap();
        assert_eq!(found, [(NameField::Place, "营口市".to_owned()), (NameField::Year, "2024".to_owned())]);
        let found = read("{year}年-{place}({any})", "2024年-盖州市(终稿)").unwrap();
        assert_eq!(found, [(NameField::Year, "2024".to_owned()), (NameField::Place, "盖州市".to_owned())]);
        let found = read("{日期}{地区}", "2025年1月16日甲市").unwrap();
        assert_eq!(found[0].1, "2025年1月16日");
        let found = read("{地区}_{日期}_{标题}", "甲市_2025-01-16_2024年报告_终稿").unwrap();
        assert_eq!(found[1].1, "2025-01-16");
        assert_eq!(found[2].1, "2024年报告_终稿");
    }

    #[test]
    fn a_name_that_does_not_follow_says_where() {
        let mismatch =
            |part: Option<&str>, rest: &str| Err(Mismatch { part: part.map(str::to_owned), rest: rest.to_owned() });
        assert_eq!(read("{年份}_{地区}", "二〇二四_营口市"), mismatch(Some("{年份}"), "二〇二四_营口市"));
        assert_eq!(read("{年份}_{地区}", "2024-营口市"), mismatch(Some("_"), "-营口市"));
        assert_eq!(read("{地区}{年份}年", "营口市2024年报告"), mismatch(None, "报告"));
        assert_eq!(read("{地区}{年份}", "营口市"), mismatch(Some("{年份}"), "营口市"));
        assert_eq!(read("{地区}{年份}", ""), mismatch(Some("{地区}"), ""));
    }

    #[test]
    fn a_pattern_is_told_in_the_words_of_its_user() {
        let told = NameTemplate::parse("{ place }-{年度}{any}").unwrap().to_string();
        assert_eq!(told, "{place}-{年度}{any}");
        assert_eq!(NameTemplate::parse(&told).unwrap().to_string(), told);
        let part = |template: &str| read(template, "甲市").unwrap_err().part;
        assert_eq!([part("{地区}{年度}"), part("{place}{year}")], [Some("{年度}".into()), Some("{year}".into())]);
    }

    #[test]
    fn patterns_that_are_none() {
        let problem = |text| NameTemplate::parse(text).unwrap_err();
        assert_eq!(problem("{地区"), TemplateProblem::Brace);
        assert_eq!(problem("地区}"), TemplateProblem::Brace);
        assert_eq!(problem("{县}"), TemplateProblem::UnknownField("县".to_owned()));
        assert_eq!(problem("{地区}-{地区}"), TemplateProblem::Twice("地区".to_owned()));
        assert_eq!(problem("{地区}{标题}"), TemplateProblem::Adjacent("标题".to_owned()));
        assert_eq!(problem("报告"), TemplateProblem::NoField);
        assert_eq!(problem(""), TemplateProblem::NoField);
    }

    #[test]
    fn no_name_takes_long() {
        let template = format!("{}{{年份}}", "{任意}a".repeat(15));
        let template = NameTemplate::parse(&template)
            .map_err(|_| ())
            .or_else(|()| NameTemplate::parse("{任意}a{任意}aa{任意}aaa{任意}b"));
        assert!(template.unwrap().read(&"a".repeat(255)).is_err());
    }
}
