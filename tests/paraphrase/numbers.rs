//! Other numbers of the same magnitude, the same one for the same number throughout a report.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use faheng::quality::Gold;
use faheng::text::fold_char;

use crate::chance::Chance;

/// A number written in digits.
pub struct Token {
    /// Where it stands, in characters.
    pub at: Range<usize>,
    /// Its folded digits with commas and point.
    pub words: String,
}

/// Hotlines, which a made-up number must not be.
const HOTLINES: &[&str] =
    &["110", "119", "120", "122", "960", "8890", "12309", "12315", "12333", "12345", "12348", "12388"];

/// What stands behind a number that is no quantity of its own.
const NOT_BEFORE: &[&str] =
    &["年", "月", "日", "号", "时", "条", "届", "学时", "小时", "分钟", "天", "·", ".", "+", "×", "-", "—"];

fn digit(chars: &[char], at: usize) -> bool {
    chars.get(at).is_some_and(|&c| fold_char(c).is_ascii_digit())
}

/// The numbers of a text, thousands and decimals in one piece.
pub fn tokens(chars: &[char]) -> Vec<Token> {
    let is = |at: usize, mark: char| chars.get(at).is_some_and(|&c| fold_char(c) == mark);
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !digit(chars, at) {
            at += 1;
            continue;
        }
        let start = at;
        while digit(chars, at) {
            at += 1;
        }
        let group = |at: usize| is(at, ',') && (1..=3).all(|k| digit(chars, at + k)) && !digit(chars, at + 4);
        while at - start <= 3 + 4 * 3 && group(at) {
            at += 4;
        }
        if is(at, '.') && digit(chars, at + 1) {
            at += 1;
            while digit(chars, at) {
                at += 1;
            }
        }
        let words = chars[start..at].iter().map(|&c| fold_char(c)).collect();
        found.push(Token { at: start..at, words });
    }
    found
}

fn value(words: &str) -> f64 {
    words.replace(',', "").parse().unwrap_or(f64::NAN)
}

/// Whether a number that is written so, with this behind it, amounts to a value in some unit.
fn amounts(token: &Token, chars: &[char], wanted: f64) -> bool {
    let behind: String = chars[token.at.end..].iter().take(4).collect();
    let scale = |factor: f64| (value(&token.words) * factor - wanted).abs() <= 1e-9 * wanted.abs();
    scale(1.0)
        || behind.contains('万') && scale(1e4)
        || behind.contains('亿') && (scale(1e8) || scale(1e4))
        || behind.starts_with('元') && scale(1e-4)
}

/// Numbers by the numbers that stand for them.
#[derive(Default)]
pub struct Renumbering {
    by_words: BTreeMap<String, String>,
    used: BTreeSet<String>,
}

impl Renumbering {
    /// Nothing renumbered; made-up numbers keep clear of those of the report.
    pub fn of(report: &[Vec<char>]) -> Self {
        let used = report.iter().flat_map(|chars| tokens(chars)).map(|token| token.words).collect();
        Self { by_words: BTreeMap::new(), used }
    }

    /// Gives an annotated value another number; the value that it then has.
    pub fn change(&mut self, quote: &[char], wanted: f64, chance: &mut Chance) -> Option<f64> {
        let tokens = tokens(quote);
        let token = tokens.iter().find(|token| amounts(token, quote, wanted.abs()) && quantity(quote, token))?;
        if !self.by_words.contains_key(&token.words) {
            let other = (0..60).map(|_| other(&token.words, chance)).find(|other| self.free(&token.words, other))?;
            self.used.insert(other.clone());
            self.by_words.insert(token.words.clone(), other);
        }
        let (old, new) = (value(&token.words), value(&self.by_words[&token.words]));
        Some(wanted * new / old)
    }

    fn free(&self, old: &str, new: &str) -> bool {
        let dated = |words: &str| words.len() >= 4 && (words.starts_with("19") || words.starts_with("20"));
        !self.used.contains(new) && !HOTLINES.contains(&new) && (!dated(new) || dated(old))
    }

    /// The exchanges to make in a text.
    pub fn edits(&self, chars: &[char]) -> Vec<(Range<usize>, String)> {
        let changed = |token: Token| Some((token.at.clone(), self.by_words.get(&token.words)?.clone()));
        tokens(chars).into_iter().filter(|token| quantity(chars, token)).filter_map(changed).collect()
    }

    /// Gives the values of all answers their new numbers.
    pub fn answers(&self, gold: &mut Gold, changed: &BTreeMap<usize, f64>) {
        let mut values = gold.observations.iter_mut().map(|answer| &mut answer.value).collect::<Vec<_>>();
        values.extend(gold.changes.iter_mut().map(|answer| &mut answer.delta));
        for (&at, &value) in changed {
            *values[at] = value;
        }
    }
}

/// Whether a number stands as a quantity: no date, slogan, item number or hotline.
fn quantity(chars: &[char], token: &Token) -> bool {
    let behind: String = chars[token.at.end..].iter().take(2).map(|&c| fold_char(c)).collect();
    let before = token.at.start.checked_sub(1).map(|at| fold_char(chars[at]));
    let named = before.is_some_and(|c| "第“·+×-—〔(".contains(c) || c.is_ascii_alphabetic());
    let lettered = behind.starts_with(|c: char| c.is_ascii_alphabetic());
    !named && !lettered && !HOTLINES.contains(&&*token.words) && !NOT_BEFORE.iter().any(|word| behind.starts_with(word))
}

/// Another number of the same shape: as many digits, the first of several kept.
fn other(words: &str, chance: &mut Chance) -> String {
    if matches!(value(words), 0.0 | 1.0 | 100.0) {
        return words.to_owned();
    }
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let mut place = 0;
    let mut draw = |c: char| {
        if !c.is_ascii_digit() {
            return c;
        }
        place += 1;
        match place {
            1 if digits == 1 => char::from(b'2' + chance.below(8) as u8),
            1 => c,
            last if last == digits => char::from(b'1' + chance.below(9) as u8),
            _ => char::from(b'0' + chance.below(10) as u8),
        }
    };
    words.chars().map(&mut draw).collect()
}
