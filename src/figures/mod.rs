//! Passages → observations, changes and unclaimed numbers, by the catalogue's rules and the grammar of numbers.
//!
//! [`extract`] is a function of passages and catalogue: no file, no clock, no state.
//!
//! | step | where |
//! |---|---|
//! | a number is read, and told from dates, ordinals and names | `numbers` |
//! | clauses, sentences, topics around it | `scene` |
//! | its indicator is chosen | `matching`, with the rules of `catalogue` |
//! | 分别, 均, 由…到… | `lists`, `read` |
//! | its time, its owner | `time`, `subject` |
//! | changes, words without numbers, tables | `changes`, `words`, `tables` |
//! | repeats, labels, ids | `finish` |
//!
//! What only few numbers need is marked `#[cold]`: it stands apart, and what every number needs stays in the processor's
//! cache. The steps go over many passages each for the same reason.

mod catalogue;
mod changes;
mod cues;
mod draft;
mod finish;
mod gap;
mod lists;
mod marks;
mod matching;
mod numbers;
mod read;
mod scene;
mod subject;
mod tables;
mod time;
mod types;
mod unit_name;
mod words;

pub use catalogue::{Catalogue, CatalogueText, Direction, Indicator, IndicatorKind};
pub use types::{Bound, Change, ChangeUnit, Elsewhere, Figures, Nature, Observation, Reason, Scope, Span, Unclaimed};

use std::collections::BTreeMap;

use crate::outline::{Passage, Passages};
use crate::text::{Folded, FoldedAt, Shadow};
use draft::Draft;
use finish::PassageDraft;
use scene::{Numbered, Scene, Stretch, topics_of};
use subject::Reporter;
use tables::CellAt;
use time::Frame;

/// Passages laid out before they are read: each step's code and tables serve many at a time, and the layouts of a long
/// report are never all there at once.
const LAID_OUT: usize = 64;

/// Draws every figure out of a report.
///
/// Every number of the passages ends as an observation, a change or an unclaimed entry; the same passages and
/// catalogue give the same figures.
pub fn extract(passages: &Passages, catalogue: &Catalogue) -> Figures {
    let mut folded = Folded::with_capacity(passages.items.iter().map(|passage| passage.text.len()).sum());
    let places: Vec<FoldedAt> = passages.items.iter().map(|passage| folded.add(&passage.text)).collect();
    let shadows: Vec<Shadow<'_>> = places.iter().map(|at| folded.shadow(at)).collect();
    // The same headings stand above many passages.
    let mut topics: BTreeMap<&str, u64> = BTreeMap::new();
    let mut drafts = Vec::with_capacity(passages.items.len());
    for (items, shadows) in passages.items.chunks(LAID_OUT).zip(shadows.chunks(LAID_OUT)) {
        let numbered: Vec<Numbered> = shadows.iter().map(|shadow| Numbered::new(shadow.text(), catalogue)).collect();
        let texts = shadows.iter().map(Shadow::text).zip(numbered);
        let mut scenes: Vec<Scene<'_>> = texts.map(|(text, numbered)| Scene::new(text, numbered, catalogue)).collect();
        for (passage, scene) in items.iter().zip(&mut scenes).filter(|(_, scene)| scene.may_hold_figures()) {
            for heading in &passage.headings {
                scene.heading_topics |= *topics.entry(heading).or_insert_with(|| topics_of(catalogue, heading));
            }
        }
        for ((passage, &shadow), scene) in items.iter().zip(shadows).zip(&scenes) {
            drafts.push(PassageDraft { passage, shadow, draft: passage_figures(passages, passage, shadow, scene) });
        }
    }
    Figures { catalogue: catalogue.digest().to_owned(), ..finish::finish(passages, &drafts, catalogue) }
}

/// The figures of one passage, laid out in `scene`.
fn passage_figures(passages: &Passages, passage: &Passage, shadow: Shadow<'_>, scene: &Scene<'_>) -> Draft {
    let frame = Frame { part: passage.part, kind: passages.kind, year: passages.year };
    let reporter = Reporter { kind: passages.kind, level: passages.level, places: &passages.places };
    let mut taken = vec![false; scene.tokens.len()];
    let cells = cells(passage, shadow);
    let mut tabled = tables::read(scene, &cells, frame, &mut taken);
    let mut draft = read::read(scene, frame, reporter, &taken);
    draft.claims.append(&mut tabled);
    words::read(scene, frame, &mut draft.claims);
    draft
}

/// The cells of a passage in its folded text.
fn cells(passage: &Passage, shadow: Shadow<'_>) -> Vec<CellAt> {
    let folded = |at: usize| shadow.folded(at);
    passage
        .cells
        .iter()
        .map(|cell| CellAt {
            stretch: Stretch::new(folded(cell.start), folded(cell.end)),
            table: cell.cell.table,
            row: cell.cell.row,
            column: cell.cell.column,
        })
        .collect()
}
