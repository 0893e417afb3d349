//! The contract of a reading (every number once, every span true).

use std::collections::BTreeSet;
use std::path::Path;

use faheng::figures::{Figures, Span};
use faheng::outline::Passage;
use faheng::reading::{Reading, Rules, read_bytes};

/// Reads the bytes as the file of that name.
pub fn read(name: &str, bytes: &[u8]) -> Option<Reading> {
    read_bytes(Path::new(name), bytes, Rules::built_in().unwrap()).ok()
}

/// Reads the bytes and checks all that holds for every reading; a file that cannot be read is none of it.
#[track_caller]
pub fn check(name: &str, bytes: &[u8]) {
    let Some(reading) = read(name, bytes) else { return };
    pieces(&reading);
    spans(&reading);
    ids(&reading.figures);
    facts(&reading.figures);
    numbers(&reading);
    assert!(read(name, bytes) == Some(reading), "two readings of the same bytes differ");
}

/// Pieces lie inside the original, in order, and cover their passage from its start.
fn pieces(reading: &Reading) {
    for (number, passage) in reading.passages.items.iter().enumerate() {
        assert_eq!(passage.id as usize, number);
        assert_eq!(passage.pieces.first().map(|piece| piece.at), Some(0), "{passage:?}");
        for (i, piece) in passage.pieces.iter().enumerate() {
            let until = passage.pieces.get(i + 1).map_or(passage.text.len(), |next| next.at);
            assert!(piece.at < until, "{:?}", passage.pieces);
            passage.text.get(piece.at..until).expect("a piece of whole characters");
            reading.document.original.get(piece.from..piece.to).expect("a stretch of the original");
        }
        for cell in &passage.cells {
            passage.text.get(cell.start..cell.end).expect("a cell of whole characters");
        }
    }
}

/// The words of a span, by the plain meaning of scalar values.
fn words(passages: &[Passage], span: Span) -> String {
    let passage = &passages[span.passage as usize];
    assert!(span.start < span.end && span.end as usize <= passage.text.chars().count(), "{span:?}");
    passage.text.chars().skip(span.start as usize).take((span.end - span.start) as usize).collect()
}

fn within(inner: Span, outer: Span) -> bool {
    inner.passage == outer.passage && outer.start <= inner.start && inner.end <= outer.end
}

fn spans(reading: &Reading) {
    let passages = &reading.passages.items;
    for o in &reading.figures.observations {
        assert_eq!(words(passages, o.span), o.raw);
        assert!(within(o.span, o.sentence), "{} not in {:?}", o.raw, words(passages, o.sentence));
        words(passages, o.sentence);
        assert!(o.value.is_finite() && (0.0..=1.0).contains(&o.confidence), "{o:?}");
        for also in &o.also {
            words(passages, *also);
        }
    }
    for c in &reading.figures.changes {
        assert_eq!(words(passages, c.span), c.raw);
        assert!(within(c.span, c.sentence), "{} not in {:?}", c.raw, words(passages, c.sentence));
        words(passages, c.sentence);
        assert!(c.delta.is_finite() && (0.0..=1.0).contains(&c.confidence), "{c:?}");
    }
    for u in &reading.figures.unclaimed {
        assert_eq!(words(passages, u.span), u.raw);
    }
}

fn ids(figures: &Figures) {
    let mut seen = BTreeSet::new();
    let observations = figures.observations.iter().map(|o| (&o.id, &o.raw));
    let changes = figures.changes.iter().map(|c| (&c.id, &c.raw));
    let unclaimed = figures.unclaimed.iter().map(|u| (&u.id, &u.raw));
    for (id, raw) in observations.chain(changes).chain(unclaimed) {
        assert!(id.len() == 16 && seen.insert(id), "{id} of {raw} is there twice");
    }
}

/// A fact told twice is listed once.
fn facts(figures: &Figures) {
    let mut seen = BTreeSet::new();
    for o in &figures.observations {
        assert!(seen.insert((&o.indicator, o.value.to_bits(), o.nature, o.year)), "{o:?} is there twice");
    }
}

/// Every run of digits is covered by figures or by unclaimed numbers, never by both and never by none.
fn numbers(reading: &Reading) {
    let figures = &reading.figures;
    let claims: Vec<Span> =
        figures.observations.iter().map(|o| o.span).chain(figures.changes.iter().map(|c| c.span)).collect();
    let rest: Vec<Span> = figures.unclaimed.iter().map(|u| u.span).collect();
    for passage in &reading.passages.items {
        for (start, end) in runs(&passage.text) {
            let touched =
                |span: &&Span| span.passage == passage.id && (span.start as usize) < end && start < span.end as usize;
            let (claimed, left) = (claims.iter().find(touched), rest.iter().find(touched));
            let number: String = passage.text.chars().skip(start).take(end - start).collect();
            assert!(claimed.is_some() != left.is_some(), "{number}: {claimed:?} {left:?} in {:?}", passage.text);
        }
    }
}

/// Runs of digits, plain or full-width, in scalar values.
fn runs(text: &str) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, c) in text.chars().enumerate() {
        if !(c.is_ascii_digit() || ('０'..='９').contains(&c)) {
            continue;
        }
        match runs.last_mut() {
            Some(last) if last.1 == at => last.1 = at + 1,
            _ => runs.push((at, at + 1)),
        }
    }
    runs
}
