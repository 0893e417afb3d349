//! Lists that share numbers: 分别为36件、33件 gives each item its own, 均达99% one number to all.

use super::cues::Cue;
use super::numbers::TokenKind;
use super::scene::{Beside, Scene, Stretch};
use crate::text::CharSet;

/// Words that give one number to every item before them.
const ALL: &[&str] = &["均", "都", "皆", "同为"];

/// Characters that part the items of a list.
static PARTS: CharSet = CharSet::new(&[], "、和与及");

/// The words that 分别 gives to token `at`: its item of the list before, and those that serve where its own do not,
/// or the verb behind 分别 that all share.
///
/// `Some(None)` where the counts differ: such numbers stay unbound.
pub(crate) fn respective(scene: &Scene<'_>, at: usize) -> Option<Option<(Stretch, Stretch)>> {
    let token = &scene.tokens[at];
    let Beside { clause, cues, .. } = *scene.beside(at);
    if !cues.has(Cue::Respectively) {
        return None;
    }
    let word = clause.start + scene.text[clause.start..token.start].rfind("分别")?;
    let quantities = |stretch: Stretch| -> Vec<usize> {
        let (first, tokens) = scene.tokens_in(stretch);
        let counts = |index: &usize| matches!(scene.tokens[*index].kind, TokenKind::Quantity(_));
        (first..first + tokens.len()).filter(counts).collect()
    };
    let run = quantities(Stretch::new(word, clause.end));
    let place = run.iter().position(|&index| index == at)?;
    // 2021年、2022年分别收到…: years, not items; which is this year's is not for us to say.
    let years = scene
        .tokens_in(Stretch::new(clause.start, word))
        .1
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Year(_)));
    if years.count() >= 2 {
        return Some(None);
    }
    let opens = quantities(Stretch::new(clause.start, word)).last().map(|&index| scene.tokens[index].end);
    let items = items(scene.text, Stretch::new(opens.unwrap_or(clause.start), word));
    // 建议、提案满意率分别为99%、98%: the noun of the last item serves all.
    let shared = items.last().copied()?;
    if items.len() == 1 {
        return Some(Some((shared, shared)));
    }
    if items.len() != run.len() {
        return Some(None);
    }
    let verb = Stretch::new(word + "分别".len(), scene.tokens[*run.first()?].start);
    if scene.width(verb) >= 2 {
        return Some(Some((verb, verb)));
    }
    Some(items.get(place).map(|&item| (item, shared)))
}

/// The items that share the number at token `at`: 参考率、通过率均为100%.
pub(crate) fn shared(scene: &Scene<'_>, at: usize, left: Stretch) -> Vec<Stretch> {
    let text = left.of(scene.text);
    if PARTS.each_in(text, 0).next().is_none() {
        return Vec::new();
    }
    let marked = ALL.iter().filter_map(|word| text.rfind(word)).max();
    let end = match marked {
        Some(mark) if scene.width(Stretch::new(left.start + mark, left.end)) <= 4 => left.start + mark,
        Some(_) => return Vec::new(),
        None => left.end,
    };
    let items = items(scene.text, Stretch::new(left.start, end));
    let rates = |items: &[Stretch]| {
        items.len() >= 2
            && items.iter().all(|item| {
                let said = item.of(scene.text).trim_end_matches(['达', '为', '到', '的', ' ']);
                said.ends_with(['率', '度']) || said.ends_with("比例")
            })
    };
    let fits = if marked.is_some() { items.len() >= 2 } else { rates(&items) };
    if fits && scene.tokens[at].start >= end { items } else { Vec::new() }
}

/// Cuts at 、 and 和; an item keeps the words up to the next cut.
fn items(text: &str, stretch: Stretch) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut start = stretch.start;
    let said = stretch.of(text);
    for (offset, c) in PARTS.each_in(said, 0) {
        let at = stretch.start + offset;
        if !text[start..at].trim().is_empty() {
            found.push(Stretch::new(start, at));
        }
        start = at + c.len_utf8();
    }
    if !text[start..stretch.end].trim().is_empty() {
        found.push(Stretch::new(start, stretch.end));
    }
    found
}
