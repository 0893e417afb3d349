//! The year that a report is about, by a vote of the places that name it.
//!
//! Order of trust: title, opening sentence, part headings, next year's plans, date of publication, file name.
//! Headings copied over from last year exist, so the sum decides, not the first hit.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::dates;
use super::fact::{CLEAR, Fact, GUESS, LIKELY, SURE, WEAK};
use super::page::Page;
use super::title::Title;
use super::types::{Evidence, Kind, Place};
use crate::text::Folded;

/// One place's word on the year.
struct Vote {
    year: i32,
    weight: i32,
    raw: String,
    place: Place,
}

/// The year with its evidence; the words of the heaviest vote for it are quoted.
pub(super) fn find(
    page: &Page<'_>,
    title: Option<&Title>,
    kind: Kind,
    published: Option<&Fact<Date>>,
) -> Option<Fact<i32>> {
    let mut votes: Vec<Vote> = title.and_then(in_title).into_iter().collect();
    votes.extend(in_opening(page));
    if kind != Kind::WorkPlan {
        votes.extend(in_headings(page));
    }
    votes.extend(in_file_name(page));
    elect(votes).or_else(|| published.map(|fact| of_publication(fact, page, kind))).or_else(|| most_named(page))
}

fn elect(votes: Vec<Vote>) -> Option<Fact<i32>> {
    let mut sums: BTreeMap<i32, i32> = BTreeMap::new();
    for vote in &votes {
        *sums.entry(vote.year).or_default() += vote.weight;
    }
    let total: i32 = sums.values().sum();
    // Of equals the year named first, which is the one trusted more.
    let best = sums.values().copied().max()?;
    let first = votes.iter().find(|vote| sums.get(&vote.year) == Some(&best))?;
    let year = first.year;
    let agreeing = votes.iter().filter(|vote| vote.year == year).count();
    let heaviest = votes.into_iter().filter(|vote| vote.year == year).max_by_key(|vote| vote.weight)?;
    let confidence = match (total == best, agreeing, heaviest.weight) {
        (true, 2.., 3..) => SURE,
        (true, _, 3..) => CLEAR,
        (true, ..) => LIKELY,
        (false, 2.., _) => LIKELY - 0.1,
        _ => WEAK,
    };
    Some(Fact::new(year, heaviest.raw, heaviest.place, confidence))
}

fn in_title(title: &Title) -> Option<Vote> {
    let at = title.parts.year?;
    let raw = dates::years(&title.text).iter().position(|other| other.start == at.start).and_then(|nth| {
        let (folded, whole) = Folded::of(&title.raw);
        let own = folded.shadow(&whole);
        let at = *dates::years(own.text()).get(nth)?;
        own.quote(at.start..at.end, &title.raw).map(str::to_owned)
    });
    let raw = raw.unwrap_or_else(|| format!("{}年", at.year));
    Some(Vote { year: at.year, weight: 5, raw, place: title.place })
}

/// The year that opens the first sentence, and that which 现将…报告如下 names.
fn in_opening(page: &Page<'_>) -> Vec<Vote> {
    let Some((line, text)) = page.opening_text() else { return Vec::new() };
    let offset = line.text().len() - text.len();
    let mut votes = Vec::new();
    let vote = |start: usize, at: dates::YearAt, weight| {
        let raw = line.quote(offset + start + at.start, offset + start + at.end);
        Vote { year: at.year, weight, raw, place: Place::Body }
    };
    let lead = text.len() - text.trim_start_matches([' ', '自']).len();
    if let Some(at) = dates::leading_year(&text[lead..]) {
        votes.push(vote(lead, at, 3));
    }
    let introduced = ["现将", "现就", "现结合"].iter().filter_map(|word| text.find(word)).min();
    if let Some(start) = introduced.or_else(|| clause_before(text, "如下")) {
        let end = text[start..].find("如下").map_or(text.len(), |end| start + end);
        let short = &text[start..end];
        if short.chars().count() <= 60
            && let Some(at) = dates::years(short).first()
        {
            votes.push(vote(start, *at, 3));
        }
    }
    votes
}

/// Where the clause begins that runs up to `word`: 对2020年度…工作总结如下.
fn clause_before(text: &str, word: &str) -> Option<usize> {
    let head = &text[..text.find(word)?];
    let mark = head.char_indices().rev().find(|(_, c)| matches!(c, ',' | '。' | ';' | '》'));
    Some(mark.map_or(0, |(at, c)| at + c.len_utf8()))
}

/// Years in headings: of what was done, or of next year's arrangements less one.
fn in_headings(page: &Page<'_>) -> Vec<Vote> {
    let mut found: BTreeMap<(i32, bool), Vote> = BTreeMap::new();
    for line in page.rest().filter(|line| !line.is_cell()) {
        let text = line.text();
        let Some(heading) = heading(text) else { continue };
        let Some(at) = dates::years(heading).first().copied() else { continue };
        let behind = &heading[at.end..];
        let has = |words: &[&str]| words.iter().any(|word| behind.contains(word));
        let done = has(&[
            "举措",
            "成效",
            "开展情况",
            "工作情况",
            "建设情况",
            "总体情况",
            "工作总结",
            "主要工作",
            "做法",
            "回顾",
        ]);
        let planned =
            has(&["安排", "打算", "计划", "思路", "展望", "设想", "下一步", "目标任务", "工作重点", "重点工作"]);
        let vote = |year, weight| Vote { year, weight, raw: line.quote(at.start, at.end), place: Place::Body };
        if done {
            found.entry((at.year, true)).or_insert_with(|| vote(at.year, 2));
        } else if planned {
            found.entry((at.year - 1, false)).or_insert_with(|| vote(at.year - 1, 2));
        }
    }
    found.into_values().collect()
}

/// A numbered line up to its first full stop, where that is short.
fn heading(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let numbered = text.starts_with('(') || text.chars().take(4).any(|c| c == '、');
    let end = text.find('。').unwrap_or(text.len());
    (numbered && text[..end].chars().count() <= 45).then(|| &text[..end])
}

fn in_file_name(page: &Page<'_>) -> Option<Vote> {
    let name = page.document.source.path.file_stem()?.to_string_lossy().into_owned();
    let (folded, whole) = Folded::of(&name);
    let shadow = folded.shadow(&whole);
    let at = dates::years(shadow.text()).first().copied()?;
    let raw = shadow.quote(at.start..at.end, &name)?.to_owned();
    Some(Vote { year: at.year, weight: 1, raw, place: Place::FileName })
}

/// Reports appear in the months after their year; those of November and December speak of their own (今年以来).
fn of_publication(published: &Fact<Date>, page: &Page<'_>, kind: Kind) -> Fact<i32> {
    let date = published.value;
    let year = i32::from(date.year());
    let now = page.opening_text().is_some_and(|(_, text)| text.contains("今年以来"));
    let same = kind == Kind::WorkPlan || date.month() == 12 || now && date.month() >= 10;
    let evidence = Evidence { confidence: WEAK, ..published.evidence.clone() };
    Fact { value: if same { year } else { year - 1 }, evidence }
}

/// The year named most often at the starts of paragraphs, if it is named twice and more than any other.
fn most_named(page: &Page<'_>) -> Option<Fact<i32>> {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for line in page.lines.iter().filter(|line| line.is_body()) {
        for at in dates::years(line.text()) {
            *counts.entry(at.year).or_default() += 1;
        }
    }
    let best = counts.values().copied().max().filter(|count| *count >= 2)?;
    let mut leaders = counts.iter().filter(|(_, count)| **count == best);
    let (year, _) = leaders.next()?;
    leaders.next().is_none().then(|| Fact::new(*year, page.own(&format!("{year}年")), Place::Body, GUESS))
}
