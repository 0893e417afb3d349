//! What a title says: who reports, on whom, on which year.

use super::dates::{self, YearAt};
use super::divisions::Divisions;
use super::phrase::{self, Organ, Who};
use crate::text::WordList;

/// The parts of a title.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TitleParts {
    /// The body that reports, or the place reported on where that is all the title names.
    pub who: Option<Who>,
    /// The year of the report.
    pub year: Option<YearAt>,
}

/// Words that the name of a body ends before.
static BOUNDS: WordList = WordList::new(&[
    "法治政府",
    "法制政府",
    "依法行政",
    "法治建设",
    "全面依法",
    "推进法治",
    "法治",
    "加快推进",
    "推进",
    "加快",
    "加强",
    "全面推进",
    "深入",
    "贯彻",
    "落实",
    "上半年",
    "下半年",
    "履行",
    "政府信息公开",
    "行政执法",
    "行政复议",
    "工作",
    "建设",
    "普法",
]);

impl TitleParts {
    /// Reads a folded title.
    pub(super) fn read(title: &str, divisions: &Divisions) -> Self {
        let years = dates::years(title);
        let year = years.iter().copied().find(|at| !in_brackets(title, at.start)).or(years.first().copied());
        Self { who: who(title, divisions), year }
    }
}

/// A year inside brackets or book marks belongs to another document: 纲要(2021年).
fn in_brackets(title: &str, at: usize) -> bool {
    let opened = title[..at].matches(['(', '《']).count();
    opened > title[..at].matches([')', '》']).count()
}

fn who(title: &str, divisions: &Divisions) -> Option<Who> {
    let Some((before, after)) = title.split_once("关于") else {
        return leading(title, divisions);
    };
    let issuer = leading(before.trim(), divisions);
    // 某市人民政府办公室关于某市2023年…: the report is on the place, whoever signs it.
    let subject = leading(after, divisions).filter(|who| !who.places.is_empty());
    match (issuer, subject) {
        (Some(issuer), Some(subject)) if issuer.is_department() && subject.organ == Organ::Government => Some(subject),
        (Some(issuer), _) => Some(issuer),
        (None, subject) => subject,
    }
}

/// The body named before the year or the subject of the report, a leading year passed over.
fn leading(text: &str, divisions: &Divisions) -> Option<Who> {
    let text = text.trim_start();
    let text = match dates::leading_year(text) {
        Some(first) => text[first.end..].trim_start_matches(['度', ' ']),
        None => text,
    };
    if text.is_empty() {
        return None;
    }
    let year_at = dates::years(text).first().map_or(text.len(), |at| at.start);
    // The longest reading first: 行政审批局 holds a word that also bounds names.
    let mut ends: Vec<usize> = BOUNDS.starts(&text[..year_at]).collect();
    ends.push(year_at);
    ends.into_iter().rev().find_map(|end| {
        let phrase = text[..end].trim().trim_matches(['《', '》', '“', '”']).trim_end_matches("关于");
        phrase::whole(phrase, divisions)
    })
}
