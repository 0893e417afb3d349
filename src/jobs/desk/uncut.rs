//! The whole page of a report: what the reading leaves out of it as page chrome, put back between its rows.

use super::marks::Scale;
use super::pages::{Figure, ReportPage, RowKind, TextRow};
use super::rows::pieces;
use crate::intake::{Block, BlockKind, Role};
use crate::outline::{Part, Piece};

/// The page with the chrome of `blocks`, which are those of the same file. Its text, and where figures stand in it, is
/// what it was: only rows are counted anew.
pub(super) fn weave(page: &ReportPage, blocks: &[Block]) -> ReportPage {
    let (rows, now, stretches) = mixed(page, chrome(blocks, &origins(page), page.rows.len()));
    let now = |row: usize| now.get(row).copied().unwrap_or(row);
    let figure = |figure: &Figure| Figure {
        row: now(figure.row),
        sentence: figure.sentence.iter().map(|(row, bytes)| (now(*row), bytes.clone())).collect(),
        ..figure.clone()
    };
    let mut rail = page.rail.clone();
    rail.iter_mut().filter_map(|entry| entry.row.as_mut()).for_each(|row| *row = now(*row));
    ReportPage {
        id: page.id,
        rows,
        figures: page.figures.iter().map(figure).collect(),
        rail,
        before: page.before,
        after: page.after,
        loaded: page.loaded.clone(),
        uncut: Some(stretches),
    }
}

/// Where in the original each row begins, sorted; rows that stand nowhere in it are left out.
fn origins(page: &ReportPage) -> Vec<(usize, usize)> {
    let mut origins = Vec::with_capacity(page.rows.len());
    let mut scale = None;
    for (at, row) in page.rows.iter().enumerate() {
        let Some(passage) = page.loaded.stored.passages.items.get(row.passage as usize) else { continue };
        let scale = match &mut scale {
            Some((id, scale)) if *id == row.passage => scale,
            other => &mut other.insert((row.passage, Scale::new(&passage.text))).1,
        };
        let byte = scale.ahead(0, row.start as usize);
        let before = passage.pieces.partition_point(|piece| piece.at <= byte);
        let own = before.checked_sub(1).and_then(|own| passage.pieces.get(own));
        // A row that begins with what stands nowhere is found by what follows.
        origins.extend(own.or(passage.pieces.first()).map(|piece| (origin(piece, byte), at)));
    }
    origins.sort_unstable();
    origins
}

fn origin(piece: &Piece, byte: usize) -> usize {
    (piece.from + byte.saturating_sub(piece.at)).clamp(piece.from, piece.to.max(piece.from))
}

/// The stretches of chrome in order, each with the row of the page that it stands before: that of the next block of
/// the report. Cells of one row of a table stand in one stretch.
fn chrome(blocks: &[Block], origins: &[(usize, usize)], end: usize) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let (mut place, mut below) = (end, None);
    for block in blocks.iter().rev() {
        if block.role == Role::Body {
            let start = block.runs.first().filter(|_| !block.text.trim().is_empty());
            let row = start.and_then(|run| origins.partition_point(|(from, _)| *from <= run.from).checked_sub(1));
            place = row.and_then(|at| origins.get(at)).map_or(place, |(_, row)| *row);
            below = None;
            continue;
        }
        let text = block.text.trim();
        if text.is_empty() {
            continue;
        }
        let cell = match block.kind {
            BlockKind::Cell(cell) => Some((cell.table, cell.row)),
            _ => None,
        };
        match found.last_mut().filter(|_| cell.is_some() && cell == below) {
            Some((_, beside)) => *beside = format!("{text}\t{beside}"),
            None => found.push((place, text.to_owned())),
        }
        below = cell;
    }
    found.reverse();
    // Stable: where a file tells its text in another order than it stands, the order of the rows holds.
    found.sort_by_key(|(place, _)| *place);
    found
}

/// The rows with those of the chrome between them, where each row of the page is now, and how many stretches of chrome
/// there are.
fn mixed(page: &ReportPage, chrome: Vec<(usize, String)>) -> (Vec<TextRow>, Vec<usize>, usize) {
    let (mut rows, mut now) = (Vec::with_capacity(page.rows.len() + chrome.len()), Vec::with_capacity(page.rows.len()));
    let stretches = chrome.len();
    let mut next = chrome.into_iter().peekable();
    for at in 0..=page.rows.len() {
        let beside = page.rows.get(at).or(page.rows.last());
        let mut first = true;
        while let Some((_, text)) = next.next_if(|(place, _)| *place == at) {
            let scale = Scale::new(&text);
            for bytes in pieces(&text, 0..text.len(), &scale, &[]) {
                rows.push(row(text.get(bytes).unwrap_or_default(), std::mem::take(&mut first), beside));
            }
        }
        now.push(rows.len());
        rows.extend(page.rows.get(at).cloned());
    }
    (rows, now, stretches)
}

fn row(text: &str, first: bool, beside: Option<&TextRow>) -> TextRow {
    TextRow {
        kind: RowKind::Chrome(first),
        passage: beside.map_or(0, |row| row.passage),
        part: beside.map_or(Part::Preamble, |row| row.part),
        section: beside.and_then(|row| row.section),
        start: beside.map_or(0, |row| row.start),
        text: text.to_owned(),
        marks: Vec::new(),
    }
}
