//! A file name that follows the user's pattern, as evidence of what the text leaves open.

use jiff::civil::Date;

use super::dates;
use super::divisions::{Division, Divisions};
use super::fact::LIKELY;
use super::name_template::{NameField, Named};
use super::types::{Evidence, Field, Identity, Jurisdiction, Kind, Place};
use crate::text::fold;

/// Fills in what the text does not say, or does not say well, from the file's name.
///
/// What the report clearly says of itself is never replaced: names are given in a hurry.
pub fn complete(identity: &mut Identity, named: &Named, divisions: &Divisions) {
    if let Some(words) = named.get(NameField::Year)
        && let Ok(year) = words.parse()
        && identity.doubts(Field::Year)
    {
        identity.year = Some(year);
        identity.rest_on(Field::Year, words);
    }
    if let Some(words) = named.get(NameField::Place)
        && let Some(division) = listed(words, divisions)
        && identity.doubts(Field::Jurisdiction)
    {
        place(identity, division, words, divisions);
    }
    if let Some(words) = named.get(NameField::Body)
        && identity.doubts(Field::Body)
    {
        identity.body.name = Some(words.to_owned());
        identity.rest_on(Field::Body, words);
    }
    if let Some(words) = named.get(NameField::Title)
        && identity.title.is_none()
    {
        identity.title = Some(words.to_owned());
        identity.rest_on(Field::Title, words);
    }
    if let Some(words) = named.get(NameField::Date)
        && let Some(date) = day(words)
        && identity.doubts(Field::Published)
    {
        identity.published = Some(date);
        identity.rest_on(Field::Published, words);
    }
}

fn place(identity: &mut Identity, division: &Division, words: &str, divisions: &Divisions) {
    let (code, name) = (Some(division.code.clone()), division.name.clone());
    identity.jurisdiction = Some(Jurisdiction { code, name, path: Some(divisions.path(division)) });
    identity.rest_on(Field::Jurisdiction, words);
    // The report of a place is that of its government; a department's keeps the name it gives itself.
    if identity.kind != Kind::DepartmentReport && identity.doubts(Field::Body) {
        identity.body.name = Some(division.name.clone());
        identity.body.level = Some(division.level);
        identity.rest_on(Field::Body, words);
    }
}

/// The only division of that name, with its parents before it or not, in full or short.
fn listed<'d>(words: &str, divisions: &'d Divisions) -> Option<&'d Division> {
    let starts = words.char_indices().map(|(at, _)| at);
    starts.into_iter().find_map(|at| {
        let (before, name) = words.split_at(at);
        let mut found = divisions.named(name);
        if found.is_empty() && name.chars().count() >= 2 {
            found = divisions.named_short(name);
        }
        let path = |row: &&Division| {
            divisions.path(row).iter().any(|above| !before.is_empty() && before.contains(above.as_str()))
        };
        if !before.is_empty() {
            found.retain(path);
        }
        match found.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    })
}

fn day(words: &str) -> Option<Date> {
    if let (8, Ok(number)) = (words.len(), words.parse::<i32>()) {
        let part = |number: i32| i8::try_from(number % 100).ok();
        return Date::new(i16::try_from(number / 10_000).ok()?, part(number / 100)?, part(number)?).ok();
    }
    dates::days(&fold(&words.replace('_', "-"))).into_iter().next().map(|day| day.date)
}

impl Identity {
    /// Whether the text leaves the fact open, or a person should look at it.
    fn doubts(&self, field: Field) -> bool {
        self.evidence.get(&field).is_none_or(|evidence| evidence.confidence < 0.8)
    }

    fn rest_on(&mut self, field: Field, words: &str) {
        let evidence = Evidence { raw: words.to_owned(), place: Place::FileName, confidence: LIKELY };
        self.evidence.insert(field, evidence);
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::identity::{NameTemplate, identify};

    fn named(text: &str, template: &str, name: &str) -> Identity {
        let document = crate::intake::from_bytes(Path::new("a.txt"), text.as_bytes()).unwrap();
        let divisions = Divisions::built_in();
        let mut identity = identify(&document, divisions);
        complete(&mut identity, &NameTemplate::parse(template).unwrap().read(name).unwrap(), divisions);
        identity
    }

    #[test]
    fn the_name_says_what_the_text_does_not() {
        let text = "一年来，我们坚持依法行政，全年办结行政复议案件45件，各项任务按期完成。\n一、主要工作\n召开会议12次，依法审查文件若干件。\n";
        let identity = named(text, "{地区}{年份}_{日期}", "辽宁省营口市2023_20240116");
        assert_eq!(identity.year, Some(2023));
        assert_eq!(identity.jurisdiction.unwrap().name, "营口市");
        assert_eq!(identity.published.unwrap().to_string(), "2024-01-16");
        assert_eq!(identity.evidence[&Field::Year].place, Place::FileName);
        assert_eq!(identity.evidence[&Field::Year].raw, "2023");
    }

    #[test]
    fn the_name_does_not_overrule_the_title() {
        let text = "盖州市2024年法治政府建设情况报告\n2024年，盖州市坚持依法行政，全年办结行政复议案件45件，现将有关情况报告如下。\n";
        let identity = named(text, "{地区}{年份}", "营口市2022");
        assert_eq!(identity.year, Some(2024));
        assert_eq!(identity.jurisdiction.unwrap().name, "盖州市");
    }
}
