//! Fitting shows when the same things are said in other words: annotated reports rewritten and read again.
//!
//! `PARAPHRASE_SHOW=1 cargo test --test paraphrase -- --nocapture` shows the rewritten
//! sentences of one seed and every figure that a rewriting loses or makes up.

#![expect(clippy::print_stdout, reason = "distances to read")]
#![expect(clippy::unwrap_used, reason = "helpers of tests, which may fail and say why")]

mod chance;
mod numbers;
mod rewrite;
mod words;

use std::path::{Path, PathBuf};

use faheng::figures::Figures;
use faheng::intake::{self, Document};
use faheng::quality::{Case, Page, Tally, Verdict, cases};
use faheng::reading::{Rules, read};

use rewrite::{Rewritten, Turn, rewrite};

/// How far F1 may fall.
const DISTANCE: f64 = 0.03;
const SEEDS: u64 = 5;

/// The annotated reports that can be read; none, with a word, where there are none.
fn reports() -> Vec<(Case, Document)> {
    let shared = std::env::var_os("FAHENG_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let Ok(cases) = cases(&shared.join("gold")) else {
        println!("skipped: no annotated reports in {}", shared.display());
        return Vec::new();
    };
    cases.into_iter().filter_map(|case| intake::open(&case.report).ok().map(|document| (case, document))).collect()
}

/// Observations of all reports, rewritten in the given ways with one seed.
fn score(reports: &[(Case, Document)], turns: &[Turn], seed: u64) -> Tally {
    let rules = Rules::built_in().unwrap();
    let mut page = Page::new(rules.catalogue, "");
    for (case, document) in reports {
        let Rewritten { document, gold, .. } = rewrite(&case.name, document, &case.gold, turns, seed);
        let case = Case { gold, ..case.clone() };
        let figures = read(document.clone(), rules).figures;
        let verdict = page.add(&case, &figures);
        if std::env::var_os("PARAPHRASE_SHOW").is_some() {
            show(&case, &document, &figures, &verdict, turns);
        }
    }
    page.finish().observations
}

fn show(case: &Case, document: &Document, figures: &Figures, verdict: &Verdict, turns: &[Turn]) {
    let around = |words: &str| {
        let text = &document.original;
        let Some(at) = text.find(words) else { return words.to_owned() };
        let from = text[..at].char_indices().rev().nth(30).map_or(0, |(at, _)| at);
        text[from..].chars().take(70).collect::<String>().replace('\n', "⏎")
    };
    let turns: Vec<String> = turns.iter().map(|turn| format!("{turn:?}")).collect();
    let head = format!("{} {}", turns.join("+"), case.name);
    for answer in verdict.observations.missed.iter().map(|&at| &case.gold.observations[at]) {
        println!("  - {head} {} {}: {}", answer.indicator, answer.value, answer.quote);
    }
    for found in verdict.observations.wrong.iter().map(|&at| &figures.observations[at]) {
        println!("  + {head} {} {} {:?}: {}", found.indicator, found.value, found.nature, around(&found.raw));
    }
}

#[test]
fn said_in_other_words_it_reads_the_same() {
    let reports = reports();
    if reports.is_empty() {
        return;
    }
    let original = score(&reports, &[], 0).f1();
    println!("original F1 {original:.4}");
    let mut far = Vec::new();
    let ways = Turn::ALL.iter().map(std::slice::from_ref).chain([&Turn::ALL[..]]);
    for turns in ways {
        let mut sum = Tally::default();
        (1..=SEEDS).for_each(|seed| sum += score(&reports, turns, seed));
        let distance = original - sum.f1();
        let name = if turns.len() == 1 { format!("{:?}", turns[0]) } else { "all together".to_owned() };
        println!("{name:<14} F1 {:.4} (n={}), distance {distance:.4}", sum.f1(), sum.n());
        if distance > DISTANCE {
            far.push(format!("{name}: {distance:.4}"));
        }
    }
    assert!(far.is_empty(), "rewritten reports read worse by more than {DISTANCE}: {far:?}");
}

#[test]
fn nearly_every_annotated_sentence_is_rewritten() {
    let (mut sentences, mut changed, mut values) = (0, 0, 0);
    let mut entries = 0;
    for (case, document) in &reports() {
        let other = rewrite(&case.name, document, &case.gold, &Turn::ALL, 1);
        sentences += other.sentences.len();
        for (before, after) in other.sentences.iter().filter(|(before, after)| before != after) {
            changed += 1;
            if std::env::var_os("PARAPHRASE_SHOW").is_some() {
                println!("  < {before}\n  > {after}");
            }
        }
        let pairs = case.gold.observations.iter().zip(&other.gold.observations);
        values += pairs.filter(|(before, after)| before.value != after.value).count();
        entries += case.gold.observations.len();
    }
    println!("{changed} of {sentences} sentences, {values} of {entries} values rewritten");
    assert!(changed * 10 >= sentences * 9, "{changed} of {sentences}");
    assert!(values * 10 >= entries * 6, "{values} of {entries}");
}

#[test]
fn the_same_seed_says_the_same() {
    for (case, document) in &reports() {
        let [one, two, other] =
            [3, 3, 4].map(|seed| rewrite(&case.name, document, &case.gold, &Turn::ALL, seed).document.original);
        assert_eq!(one, two);
        assert_ne!(one, other);
    }
}

#[test]
fn each_way_of_rewriting_does_something() {
    let reports = reports();
    for turn in Turn::ALL.iter().filter(|_| !reports.is_empty()) {
        let turns = std::slice::from_ref(turn);
        let one = |(case, document): &(Case, Document)| {
            let other = rewrite(&case.name, document, &case.gold, turns, 1).sentences;
            other.iter().filter(|(before, after)| before != after).count()
        };
        let changed: usize = reports.iter().map(one).sum();
        println!("{turn:?}: {changed} sentences");
        assert!(changed >= 5, "{turn:?}: {changed}");
    }
}

#[test]
fn the_answers_follow_the_numbers() {
    let rules = Rules::built_in().unwrap();
    let reports = reports();
    let mut page = Page::new(rules.catalogue, "");
    for (case, document) in &reports {
        let other = rewrite(&case.name, document, &case.gold, &[Turn::Numbers], 1);
        page.add(case, &read(other.document, rules).figures);
    }
    let stale = page.finish().observations;
    assert!(reports.is_empty() || stale.f1() < 0.5, "the old answers still fit: {:.4}", stale.f1());
}
