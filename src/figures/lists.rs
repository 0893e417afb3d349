//! Lists that share numbers: 分别为36件、33件 gives each item its own, 均达99% one number to all.

use super::cues::Cue;
use super::numbers::TokenKind;
use super::scene::{Beside, Scene, Stretch};
use crate::text::CharSet;

/// Words that give one number to every item before them; 同为 is another.
const ALL: [char; 3] = ['均', '都', '皆'];

/// Characters that part the items of a list.
static PARTS: CharSet = CharSet::new(&[], "、和与及");

/// What 分别 gives to a number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Respective {
    /// The words of its item in the list before.
    pub item: Stretch,
    /// Those that serve where its own do not, or the verb behind 分别.
    pub shared: Stretch,
    /// Its year, where the items are years.
    pub year: Option<i32>,
}

/// What 分别 gives to token `at`. `Some(None)` where the counts differ: such numbers stay unbound.
pub(crate) fn respective(scene: &Scene<'_>, at: usize) -> Option<Option<Respective>> {
    if scene.beside(at).cues.has(Cue::Respectively) { given(scene, at) } else { None }
}

/// As [`respective`], in a clause with 分别.
#[cold]
fn given(scene: &Scene<'_>, at: usize) -> Option<Option<Respective>> {
    let token = &scene.tokens[at];
    let Beside { clause, cues, lead, .. } = *scene.beside(at);
    let word = clause.start + scene.text[clause.start..token.start].rfind("分别")?;
    let quantities = |stretch: Stretch| -> Vec<usize> {
        let (first, tokens) = scene.tokens_in(stretch);
        let counts = |index: &usize| matches!(scene.tokens[*index].kind, TokenKind::Quantity(_));
        (first..first + tokens.len()).filter(counts).collect()
    };
    let run = quantities(Stretch::new(word, clause.end));
    let place = run.iter().position(|&index| index == at)?;
    let verb = Stretch::new(word + "分别".len(), scene.tokens[*run.first()?].start);
    if let Some((years, end)) = years(scene, Stretch::new(clause.start, word)) {
        let year = years.get(place).copied().filter(|_| years.len() == run.len());
        return Some(year.map(|year| Respective { item: Stretch::new(end, word), shared: verb, year: Some(year) }));
    }
    let opens = quantities(Stretch::new(clause.start, word)).last().map(|&index| scene.tokens[index].end);
    let items = items(scene.text, Stretch::new(opens.unwrap_or(clause.start), word));
    let of = |item: Stretch, shared: Stretch| Respective { item, shared, year: None };
    // 建议、提案满意率分别为99%、98%: the noun of the last item serves all.
    let shared = items.last().copied()?;
    if items.len() == 1 {
        // 近三年分别为120件、150件、180件: which is this year's is not said.
        let spread = run.len() > 1 && (cues.has(Cue::Years) || lead.has(Cue::Years));
        return Some((!spread).then(|| of(shared, shared)));
    }
    if items.len() != run.len() {
        return Some(None);
    }
    if scene.width(verb) >= 2 {
        return Some(Some(of(verb, verb)));
    }
    Some(items.get(place).map(|&item| of(item, shared)))
}

/// Two or more years that `stretch` lists, with where the last one ends: 2022年、2023年, 2021年至2023年.
#[cold]
fn years(scene: &Scene<'_>, stretch: Stretch) -> Option<(Vec<i32>, usize)> {
    let tokens = scene.tokens_in(stretch).1.iter();
    let named: Vec<(i32, Stretch)> = tokens
        .filter_map(|token| match token.kind {
            TokenKind::Year(year) => Some((year, Stretch::new(token.start, token.end))),
            _ => None,
        })
        .collect();
    let (_, last) = *named.last().filter(|_| named.len() >= 2)?;
    let years = match named.as_slice() {
        [(from, first), (to, last)] => {
            let range =
                Stretch::new(first.end, last.start).of(scene.text).trim().starts_with(['至', '到', '—', '-', '~']);
            // No report counts more years than these one by one.
            if range { (*from..=*to).take(20).collect() } else { vec![*from, *to] }
        }
        _ => named.iter().map(|(year, _)| *year).collect(),
    };
    Some((years, last.end))
}

/// The items that share the number at token `at`: 参考率、通过率均为100%.
pub(crate) fn shared(scene: &Scene<'_>, at: usize, left: Stretch) -> Vec<Stretch> {
    let text = left.of(scene.text);
    if PARTS.each_in(text, 0).next().is_none() { Vec::new() } else { parted(scene, at, left) }
}

/// As [`shared`], of words with a mark that parts items.
#[cold]
fn parted(scene: &Scene<'_>, at: usize, left: Stretch) -> Vec<Stretch> {
    let text = left.of(scene.text);
    let together = text.contains('同').then(|| text.rfind("同为")).flatten();
    let marked = text.rfind(ALL).max(together);
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
