//! A report said in other words: its annotated sentences rewritten where they stand, the answers with them.

use std::collections::BTreeMap;
use std::ops::Range;

use faheng::intake::{Document, Role, Run};
use faheng::quality::Gold;
use faheng::text::fold_char;

use crate::chance::Chance;
use crate::numbers::{Renumbering, tokens};
use crate::words::{LEANING, MEASURES, PLACES, REACHING, SYNONYMS};

/// One way to rewrite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Other numbers of the same magnitude.
    Numbers,
    /// Verbs and connecting words that mean the same.
    Words,
    /// Measure words that count the same.
    Measures,
    /// Independent clauses in another order.
    Clauses,
    /// Full-width for half-width marks and digits, and the reverse.
    Marks,
    /// Another place.
    Places,
}

impl Turn {
    /// All, in the order in which they are applied.
    pub const ALL: [Self; 6] = [Self::Numbers, Self::Words, Self::Measures, Self::Clauses, Self::Marks, Self::Places];
}

type Edit = (Range<usize>, String);

/// The text of a block and the annotated sentences in it, in characters.
struct Text {
    chars: Vec<char>,
    sentences: Vec<Range<usize>>,
}

/// A rewritten report.
pub struct Rewritten {
    pub document: Document,
    pub gold: Gold,
    /// The annotated sentences before and after.
    pub sentences: Vec<(String, String)>,
}

/// Rewrites a report in the given ways.
pub fn rewrite(name: &str, document: &Document, gold: &Gold, turns: &[Turn], seed: u64) -> Rewritten {
    let mut gold = gold.clone();
    let mut texts: Vec<Text> = document.blocks.iter().map(|block| Text::new(&block.text)).collect();
    let bodies: Vec<bool> = document.blocks.iter().map(|block| block.role == Role::Body).collect();
    let quotes = locate(&mut texts, &bodies, &gold);
    let before: Vec<String> = texts.iter().flat_map(Text::said).collect();
    for &turn in turns {
        let mut chance = Chance::new(seed, &format!("{name} {turn:?}"));
        match turn {
            Turn::Numbers => renumber(&mut texts, &bodies, &quotes, &mut gold, &mut chance),
            Turn::Clauses => texts.iter_mut().for_each(|text| text.reorder(&mut chance)),
            Turn::Places => texts.iter_mut().for_each(Text::move_away),
            _ => texts.iter_mut().for_each(|text| {
                let edits = text.in_sentences(turn, &mut chance);
                text.edit(edits);
            }),
        }
    }
    let sentences = before.into_iter().zip(texts.iter().flat_map(Text::said)).collect();
    Rewritten { document: rebuilt(document, &texts), gold, sentences }
}

/// Marks the sentences that hold a quote; where each quote stands, in the order of the answers.
fn locate(texts: &mut [Text], bodies: &[bool], gold: &Gold) -> Vec<Option<(usize, Range<usize>)>> {
    let folded: Vec<(Vec<char>, Vec<usize>)> = texts.iter().map(|text| fold(&text.chars)).collect();
    let quotes = gold.observations.iter().map(|answer| &answer.quote);
    let quotes = quotes.chain(gold.changes.iter().map(|answer| &answer.quote));
    let mut found = Vec::new();
    for quote in quotes {
        let (needle, _) = fold(&quote.chars().collect::<Vec<_>>());
        let place = folded.iter().enumerate().filter(|&(block, _)| bodies[block]).find_map(|(block, (chars, from))| {
            let at = chars.windows(needle.len().max(1)).position(|window| window == needle)?;
            Some((block, from[at]..from[at + needle.len() - 1] + 1))
        });
        if let Some((block, range)) = &place {
            texts[*block].mark(range);
        }
        found.push(place);
    }
    found
}

/// Letters and digits, folded, and where each stands.
fn fold(chars: &[char]) -> (Vec<char>, Vec<usize>) {
    let kept = chars.iter().enumerate().map(|(at, &c)| (fold_char(c), at));
    kept.filter(|(c, _)| c.is_alphanumeric() || *c == '%').unzip()
}

fn renumber(
    texts: &mut [Text],
    bodies: &[bool],
    quotes: &[Option<(usize, Range<usize>)>],
    gold: &mut Gold,
    chance: &mut Chance,
) {
    let report: Vec<Vec<char>> = texts.iter().map(|text| text.chars.clone()).collect();
    let mut numbers = Renumbering::of(&report);
    let values: Vec<f64> = gold.observations.iter().map(|answer| answer.value).collect();
    let values = values.into_iter().chain(gold.changes.iter().map(|answer| answer.delta));
    let mut changed = BTreeMap::new();
    for (at, (value, place)) in values.zip(quotes).enumerate() {
        let Some((block, range)) = place else { continue };
        // A little beyond the quote, for what stands behind its last number.
        let end = (range.end + 4).min(report[*block].len());
        if let Some(value) = numbers.change(&report[*block][range.start..end], value, chance) {
            changed.insert(at, value);
        }
    }
    numbers.answers(gold, &changed);
    for (text, _) in texts.iter_mut().zip(bodies).filter(|(_, body)| **body) {
        let edits = numbers.edits(&text.chars);
        text.edit(edits);
    }
}

impl Text {
    fn new(text: &str) -> Self {
        Self { chars: text.chars().collect(), sentences: Vec::new() }
    }

    /// The annotated sentences.
    fn said(&self) -> Vec<String> {
        self.sentences.iter().map(|range| self.chars[range.clone()].iter().collect()).collect()
    }

    /// Marks the sentence around a quote, which may span several.
    fn mark(&mut self, quote: &Range<usize>) {
        let ends = |c: &char| matches!(c, '。' | '\n');
        let start = self.chars[..quote.start].iter().rposition(ends).map_or(0, |at| at + 1);
        let end = self.chars[quote.end - 1..].iter().position(ends).map_or(self.chars.len(), |at| quote.end - 1 + at);
        let (before, rest): (Vec<_>, Vec<_>) = self.sentences.drain(..).partition(|it| it.end < start);
        let (joined, after): (Vec<_>, Vec<_>) = rest.into_iter().partition(|it| it.start <= end);
        let start = joined.iter().map(|it| it.start).min().unwrap_or(start).min(start);
        let end = joined.iter().map(|it| it.end).max().unwrap_or(end).max(end);
        self.sentences.extend(before);
        self.sentences.push(start..end);
        self.sentences.extend(after);
    }

    /// Makes exchanges, later ones that overlap an earlier one left out, and shifts the sentences.
    fn edit(&mut self, mut edits: Vec<Edit>) {
        edits.sort_by_key(|(range, _)| (range.start, range.end));
        let mut chars = Vec::with_capacity(self.chars.len());
        let mut moved = vec![0; self.chars.len() + 1];
        let mut at = 0;
        for (range, words) in edits {
            if range.start < at {
                continue;
            }
            self.keep(at..range.start, &mut chars, &mut moved);
            moved[range.clone()].fill(chars.len());
            chars.extend(words.chars());
            at = range.end;
        }
        self.keep(at..self.chars.len(), &mut chars, &mut moved);
        moved[self.chars.len()] = chars.len();
        for sentence in &mut self.sentences {
            *sentence = moved[sentence.start]..moved[sentence.end];
        }
        self.chars = chars;
    }

    fn keep(&self, range: Range<usize>, chars: &mut Vec<char>, moved: &mut [usize]) {
        for at in range {
            moved[at] = chars.len();
            chars.push(self.chars[at]);
        }
    }

    /// The exchanges of a turn that looks at sentences one by one.
    fn in_sentences(&self, turn: Turn, chance: &mut Chance) -> Vec<Edit> {
        let mut edits = Vec::new();
        for sentence in &self.sentences {
            match turn {
                Turn::Words => self.synonyms(sentence, chance, &mut edits),
                Turn::Measures => self.measures(sentence, chance, &mut edits),
                Turn::Marks => self.marks(sentence, chance, &mut edits),
                Turn::Numbers | Turn::Clauses | Turn::Places => {}
            }
        }
        edits
    }

    fn stands(&self, at: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(k, c)| self.chars.get(at + k) == Some(&c))
    }

    fn synonyms(&self, sentence: &Range<usize>, chance: &mut Chance, edits: &mut Vec<Edit>) {
        for at in sentence.clone() {
            for (word, others, never) in SYNONYMS {
                let end = at + word.chars().count();
                if end > sentence.end || !self.stands(at, word) {
                    continue;
                }
                let around: String = self.chars[at.saturating_sub(2)..(end + 2).min(self.chars.len())].iter().collect();
                if never.iter().any(|never| around.contains(never)) || chance.once_in(3) {
                    continue;
                }
                edits.push((at..end, others[chance.below(others.len())].to_owned()));
            }
        }
    }

    fn measures(&self, sentence: &Range<usize>, chance: &mut Chance, edits: &mut Vec<Edit>) {
        for token in tokens(&self.chars[sentence.clone()]) {
            let mut at = sentence.start + token.at.end;
            while at < sentence.end && "万亿余多".contains(self.chars[at]) {
                at += 1;
            }
            let fits = |&&(word, _, nouns): &&(&str, &[&str], &[&str])| {
                let end = at + word.chars().count();
                let near: String = self.chars[sentence.start.max(at.saturating_sub(12))..(end + 8).min(sentence.end)]
                    .iter()
                    .take_while(|&&c| !"；;".contains(c))
                    .collect();
                let closed = self.chars.get(end).is_none_or(|&c| !"次均以们".contains(c));
                self.stands(at, word)
                    && closed
                    && !near.contains("听证")
                    && nouns.iter().any(|noun| near.contains(noun))
            };
            // The longest first: 场次 before 场.
            let best = MEASURES.iter().filter(fits).max_by_key(|(word, ..)| word.len());
            if let Some((word, others, _)) = best.filter(|_| chance.once_in(2)) {
                edits.push((at..at + word.chars().count(), others[chance.below(others.len())].to_owned()));
            }
        }
    }

    fn marks(&self, sentence: &Range<usize>, chance: &mut Chance, edits: &mut Vec<Edit>) {
        let (wide_marks, wide_digits) = (chance.once_in(2), chance.once_in(4));
        let digit =
            |at: Option<usize>| at.and_then(|at| self.chars.get(at)).is_some_and(|&c| fold_char(c).is_ascii_digit());
        for at in sentence.clone() {
            let c = self.chars[at];
            let between = digit(at.checked_sub(1)) && digit(Some(at + 1));
            let other = match fold_char(c) {
                narrow if narrow.is_ascii_digit() && wide_digits => wide(narrow),
                narrow @ (',' | ';' | ':' | '(' | ')' | '%') if !between => {
                    if wide_marks {
                        wide(narrow)
                    } else {
                        narrow
                    }
                }
                _ => c,
            };
            if other != c {
                edits.push((at..at + 1, other.to_string()));
            }
        }
    }

    /// Puts clauses that lean on no other in another order: whole ones between semicolons, short ones between commas.
    fn reorder(&mut self, chance: &mut Chance) {
        for sentence in self.sentences.clone() {
            let said: String = self.chars[sentence.clone()].iter().collect();
            if REACHING.iter().any(|word| said.contains(word)) {
                continue;
            }
            let semicolon = if said.contains('；') { "；" } else { ";" };
            let mut clauses: Vec<String> = said.split(semicolon).map(|clause| turn_short(clause, chance)).collect();
            let all = clauses.iter().all(|clause| independent(clause));
            match clauses.len() {
                2 if all => clauses.swap(0, 1),
                3.. if clauses[1..].iter().all(|clause| independent(clause)) => {
                    // The first holds the subject.
                    let by = 1 + chance.below(clauses.len() - 2);
                    clauses[1..].rotate_left(by);
                }
                _ => {}
            }
            let turned: Vec<char> = clauses.join(semicolon).chars().collect();
            self.chars[sentence].copy_from_slice(&turned);
        }
    }

    fn move_away(&mut self) {
        let mut edits = Vec::new();
        for at in 0..self.chars.len() {
            if let Some((name, other)) = PLACES.iter().find(|(name, _)| self.stands(at, name)) {
                edits.push((at..at + name.chars().count(), (*other).to_owned()));
            }
        }
        self.edit(edits);
    }
}

/// Whether a clause names what it counts before it counts.
fn independent(clause: &str) -> bool {
    let first = clause.chars().take_while(|&c| !fold_char(c).is_ascii_digit()).count();
    first >= 5 && first < clause.chars().count() && !LEANING.iter().any(|word| clause.starts_with(word))
}

/// A clause whose parts between commas are exchanged, behind the first, where each says what it counts.
fn turn_short(clause: &str, chance: &mut Chance) -> String {
    let comma = if clause.contains('，') { "，" } else { "," };
    let mut parts: Vec<&str> = clause.split(comma).collect();
    let mut at = 1;
    while at < parts.len() {
        let run = parts[at..].iter().take_while(|part| counts_one(part)).count();
        // What follows may lean on the last of them.
        let end = at + run - usize::from(run > 0 && at + run < parts.len());
        if end > at + 1 {
            parts[at..end].rotate_left(1 + chance.below(end - at - 1));
        }
        at += run + 1;
    }
    parts.join(comma)
}

/// Whether a short clause is a verb, a noun, one number and its measure word.
fn counts_one(part: &str) -> bool {
    let chars: Vec<char> = part.chars().collect();
    let numbers = tokens(&chars);
    independent(part) && numbers.len() == 1 && numbers[0].at.end + 3 >= chars.len() && !part.contains(['%', '％'])
}

fn wide(c: char) -> char {
    char::from_u32(c as u32 + 0xFEE0).unwrap_or(c)
}

/// The document with other texts; the original is then those texts, a line each.
fn rebuilt(document: &Document, texts: &[Text]) -> Document {
    let mut document = document.clone();
    document.original.clear();
    for (block, text) in document.blocks.iter_mut().zip(texts) {
        block.text = text.chars.iter().collect();
        let from = document.original.len();
        block.runs = vec![Run { at: 0, from, to: from + block.text.len() }];
        document.original.push_str(&block.text);
        document.original.push('\n');
    }
    document
}
