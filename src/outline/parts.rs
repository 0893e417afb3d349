//! Which part of the document a node stands in.

use super::marks::{ITEM, Style};
use super::page::Page;
use super::scheme::Scheme;
use super::tree::Node;
use super::types::Part;
use super::words::Words;
use crate::identity::Kind;
use crate::text::CharSet;

/// A part's name deeper down or without a mark is short; characters.
const SHORT: usize = 22;

/// Reads part headings with the words of a scheme.
pub(super) struct Reader<'s> {
    scheme: &'s Scheme,
    words: &'s Words<'s>,
    kind: Kind,
    /// The year after the reported one, as it opens a plan: `2025年`, `二〇二五年`.
    next_year: Vec<String>,
}

/// What a heading says of the part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Called {
    pub part: Part,
    /// A second part that the same heading names.
    pub then: Option<Part>,
}

impl<'s> Reader<'s> {
    pub fn new(words: &'s Words<'s>, kind: Kind, year: Option<i32>) -> Self {
        Self {
            scheme: words.scheme(),
            words,
            kind,
            next_year: year.map(|year| names_of(year.saturating_add(1))).unwrap_or_default(),
        }
    }

    /// What the document is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The part that a top heading names.
    pub fn top(&self, text: &str) -> Option<Called> {
        let held = self.scheme.part_words.held(text);
        let held = |part: Part| held[part as usize];
        let voided = held(Part::Problems).unless && !text.contains("存在");
        let firm = |part| held(part).firm.filter(|_| part != Part::Problems || !voided);
        // 主要举措和主要负责人履职情况 is about the measures first.
        if let Some(end) = firm(Part::Responsibility)
            && firm(Part::Achievements).is_none_or(|other| other >= end)
        {
            return Some(Called { part: Part::Responsibility, then: None });
        }
        let parts = [Part::Problems, Part::Plans, Part::Achievements];
        let mut named: Vec<(usize, Part)> = parts.into_iter().filter_map(|part| Some((firm(part)?, part))).collect();
        let year = || self.next_year.iter().any(|year| text.contains(year.as_str()));
        if named.is_empty() || (!named.iter().any(|&(_, part)| part == Part::Achievements) && year()) {
            // Words that name a part in a top heading only.
            let weak = |part| held(part).words.filter(|_| !held(part).unless);
            let weak = parts.into_iter().filter_map(|part| Some((weak(part)?, part))).collect::<Vec<_>>();
            // They are common in themes too (落实重点工作，优化营商环境): a heading clear about a section has none.
            if !weak.is_empty() && !self.words.names_clearly(text) {
                named.extend(weak);
            }
        }
        named.sort_unstable();
        named.dedup_by_key(|&mut (_, part)| part);
        match named.as_slice() {
            [] => None,
            [(_, part)] => Some(Called { part: *part, then: None }),
            // 重点工作安排落实情况 speaks of what was done: without 和 the last word is the noun.
            [.., (_, last)] if !text.contains(['和', '及', '与', '、', ',', ' ']) => {
                Some(Called { part: *last, then: None })
            }
            [(_, first), .., (_, last)] => Some(Called { part: *first, then: Some(*last) }),
        }
    }

    /// The part that a heading names which stands below another or has no mark: it must be all that it says.
    pub fn alone(&self, text: &str) -> Option<Part> {
        let text = text.trim();
        if text.chars().nth(SHORT).is_some() || text.contains(['。', '!', '?']) {
            return None;
        }
        static BEFORE: CharSet = CharSet::new(&['0'..='9'], "年度的我市县区局镇乡省目前当主要工作中");
        let text = text.trim_start_matches(|c| BEFORE.contains(c));
        let words = &self.scheme.part_words;
        let opens = |part: &Part| words.opens(*part, text) && !words.held(text)[*part as usize].unless;
        [Part::Problems, Part::Plans].into_iter().find(opens)
    }

    /// Whether an unmarked line is a part's heading.
    pub fn names_part_alone(&self, text: &str) -> bool {
        self.alone(text).is_some()
            || (text.chars().nth(SHORT).is_none() && self.scheme.part_words.closes_as_achievements(text))
    }

    /// Whether a paragraph turns to the problems without a heading.
    pub fn turns_to_problems(&self, paragraph: &str) -> bool {
        let turn = &self.scheme.turns.problems;
        let text = paragraph.trim_start();
        let end = text.match_indices('。').nth(1).map_or(text.len(), |(at, _)| at);
        let text = &text[..end];
        let has = |words: &[String]| words.iter().any(|word| text.contains(word.as_str()));
        let first = text.find('。').unwrap_or(text.len());
        (turn.opens.iter().any(|word| text.starts_with(word.as_str())) || text[..first].contains('虽'))
            && has(&turn.holds)
            && has(&turn.names)
            && has(&turn.yet)
    }

    /// Whether a paragraph turns to the plans without a heading.
    pub fn turns_to_plans(&self, paragraph: &str) -> bool {
        let text = paragraph.trim_start();
        let year = self.next_year.iter().any(|year| text.starts_with(year.as_str()));
        year || self.scheme.turns.plans.opens.iter().any(|word| text.starts_with(word.as_str()))
    }
}

/// A year in digits and in the two ways of writing it in characters.
fn names_of(year: i32) -> Vec<String> {
    let digits = year.to_string();
    let spelled = |zero: char| -> String {
        let digit = |c: char| {
            c.to_digit(10).and_then(|c| "零一二三四五六七八九".chars().nth(c as usize)).filter(|&c| c != '零')
        };
        digits.chars().map(|c| digit(c).unwrap_or(zero)).chain(['年']).collect()
    };
    vec![format!("{digits}年"), spelled('〇'), spelled('○')]
}

/// The part of each node.
pub(super) fn assign(page: &Page, nodes: &[Node], turns: &[(usize, Part)], reader: &Reader) -> Vec<Part> {
    if reader.kind == Kind::WorkPlan {
        return vec![Part::Plans; nodes.len()];
    }
    let called = top_calls(page, nodes, reader);
    let last = |part| called.iter().rposition(|called| called.is_some_and(|called| called.part == part));
    let last = Last { problems: last(Part::Problems), plans: last(Part::Plans) };
    let mut parts: Vec<Part> = Vec::with_capacity(nodes.len());
    let mut top = Part::Achievements;
    // What follows a heading that names two parts, once a cue has turned to the second.
    let mut turned: Option<Part> = None;
    let mut pending: Option<Part> = None;
    for (index, node) in nodes.iter().enumerate() {
        let words = page.slice(node.title.start, node.title.end);
        let turn = turns.iter().find(|&&(at, _)| at == node.at && node.style == Style::Turn);
        let part = match (turn, node.parent) {
            (Some(&(_, part)), _) => {
                (turned, pending) = (None, None);
                part
            }
            (None, None) if node.rank < ITEM => {
                turned = None;
                pending = called[index].and_then(|called| called.then);
                called[index].map_or_else(|| unnamed(top, index, last), |called| called.part)
            }
            (None, parent) => {
                let cue = pending == Some(Part::Plans) && reader.turns_to_plans(page.slice(node.title.start, node.end));
                turned = if cue { pending } else { turned };
                let own = if node.rank < ITEM && node.headed { reader.alone(words) } else { None };
                own.or(turned).unwrap_or_else(|| parent.map_or(top, |parent| parts[parent]))
            }
        };
        if node.is_top() {
            top = part;
        }
        parts.push(part);
    }
    parts
}

/// What each top heading calls itself.
fn top_calls(page: &Page, nodes: &[Node], reader: &Reader) -> Vec<Option<Called>> {
    let mut calls: Vec<Option<Called>> = nodes
        .iter()
        .map(|node| {
            let heading = node.is_top() && node.rank < ITEM;
            heading
                .then(|| heading_text(page.slice(node.title.start, node.title.end)))?
                .and_then(|text| reader.top(text))
        })
        .collect();
    // A report does not begin with its plans: 一、工作安排部署 speaks of what was done.
    let others = calls.iter().flatten().any(|called| called.part != Part::Plans);
    if others
        && let Some(first) = calls.first_mut().filter(|first| first.is_some_and(|first| first.part == Part::Plans))
    {
        *first = Some(Called { part: Part::Achievements, then: None });
    }
    calls
}

/// The words of a title that can be a part's name; a long sentence gives its first clause.
fn heading_text(words: &str) -> Option<&str> {
    if words.chars().nth(2 * SHORT).is_none() {
        return Some(words);
    }
    words.split(',').next().filter(|clause| clause.chars().nth(2 * SHORT).is_none())
}

/// The last top headings that call themselves problems and plans.
#[derive(Clone, Copy)]
struct Last {
    problems: Option<usize>,
    plans: Option<usize>,
}

/// The part of a top heading that names none: a theme of what went before it.
fn unnamed(before: Part, index: usize, last: Last) -> Part {
    let comes = |place: Option<usize>| place.is_some_and(|place| place > index);
    match before {
        Part::Plans if !comes(last.problems) => Part::Plans,
        Part::Problems if !comes(last.plans) => Part::Plans,
        _ => Part::Achievements,
    }
}

/// Where the text turns to problems or plans without a heading: bytes of the page with the part.
pub(super) fn turns(page: &Page, nodes: &[Node], parts: &[Part], reader: &Reader) -> Vec<(usize, Part)> {
    if reader.kind == Kind::WorkPlan {
        return Vec::new();
    }
    let mut found = Vec::new();
    let plans = parts.iter().position(|&part| part == Part::Plans);
    let problems = parts.iter().position(|&part| part == Part::Problems);
    let limit = plans.map_or(page.text().len(), |index| nodes[index].at);
    let mut from = nodes.first().map_or(0, |node| node.at);
    match problems {
        Some(index) => from = nodes[index].title.end,
        None => {
            let before = &nodes[..plans.unwrap_or(nodes.len())];
            if let Some(at) = closing(page, before, limit)
                .find(|&at| reader.turns_to_problems(page.slice(at, limit.min(line_end(page, at)))))
            {
                found.push((at, Part::Problems));
                from = at;
            } else {
                from = before.last().map_or(from, |node| node.title.end);
            }
        }
    }
    if plans.is_none() {
        let ends = nodes
            .iter()
            .rposition(|node| node.rank < ITEM && node.at > from)
            .map_or(from, |index| nodes[index].title.end);
        found.extend(
            starts(page, ends, limit)
                .find(|&at| reader.turns_to_plans(page.slice(at, line_end(page, at))))
                .map(|at| (at, Part::Plans)),
        );
    }
    found
}

fn line_end(page: &Page, at: usize) -> usize {
    page.lines.get(page.line_at(at)).map_or(page.text().len(), |line| line.end)
}

/// Starts of lines and sentences in the text that closes the achievements.
fn closing<'a>(page: &'a Page, nodes: &[Node], limit: usize) -> impl Iterator<Item = usize> + 'a {
    let strong = |node: &&Node| node.rank < ITEM && node.style != Style::Bare;
    let last = nodes.iter().rfind(strong);
    // Problems may have numbered items of their own: then the turn stands before the first of them.
    let first_sibling = last.and_then(|last| nodes.iter().rfind(|node| node.rank < last.rank && node.rank < ITEM));
    let from = first_sibling.or(last).map_or(0, |node| node.title.end);
    starts(page, from, limit)
}

/// Starts of lines and of sentences between two positions.
fn starts<'a>(page: &'a Page, from: usize, to: usize) -> impl Iterator<Item = usize> + 'a {
    page.slice(from, to.max(from))
        .match_indices(['\n', '。'])
        .map(move |(at, stop)| from + at + stop.len())
        .filter(move |&at| at < to)
}

/// Inserts the turns as marks, so that items below them belong to them.
pub(super) fn insert(turns: &[(usize, Part)], marks: &mut Vec<super::marks::Mark>) {
    for &(at, _) in turns {
        let style = Style::Turn;
        let mark = super::marks::Mark { at, words: at, style, rank: style.rank(), number: 0, opens_line: true };
        let place = marks.partition_point(|other| other.at < at);
        marks.insert(place, mark);
    }
}
