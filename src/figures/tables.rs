//! Numbers in tables: the row names the indicator and the unit, the column the year, or the other way round.

use super::catalogue::Catalogue;
use super::draft::Claim;
use super::matching::{self, Place, Wanted};
use super::numbers::{Quantity, TokenKind};
use super::scene::{Scene, Stretch, topics_of};
use super::subject::Owner;
use super::time::{Frame, Time};
use super::{Bound, Nature};
use crate::identity::Kind;
use crate::text::Shadow;

/// A cell of a table in the folded text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CellAt {
    /// Its text.
    pub stretch: Stretch,
    /// The table.
    pub table: u32,
    /// The row.
    pub row: u32,
    /// The column.
    pub column: u32,
}

/// Reads the cells that hold a number and nothing else; marks their tokens in `taken`.
pub(crate) fn read(
    scene: &Scene<'_>,
    cells: &[CellAt],
    headings: u64,
    frame: Frame,
    taken: &mut [bool],
) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (at, token, quantity) in scene.quantities() {
        let Some(cell) = cells.iter().find(|cell| cell.stretch.start <= token.start && token.end <= cell.stretch.end)
        else {
            continue;
        };
        let text = cell.stretch.of(scene.text).trim();
        let alone = text.len() == token.end - token.start;
        if !alone {
            continue;
        }
        let Some((claim, year)) = value(scene, cells, cell, quantity, headings) else { continue };
        if let Some(slot) = taken.get_mut(at) {
            *slot = true;
        }
        let time = time(frame, year);
        let sentence = scene.sentence(token.start);
        claims.push(Claim { time, span: Stretch::new(token.start, token.end), sentence, ..claim });
    }
    claims
}

/// The claim of a cell, its time still open, and the year that its column or row names.
fn value(
    scene: &Scene<'_>,
    cells: &[CellAt],
    cell: &CellAt,
    quantity: &Quantity,
    headings: u64,
) -> Option<(Claim, Option<i32>)> {
    let word = |found: &CellAt| found.stretch.of(scene.text).trim().to_owned();
    let named = |found: &&CellAt| !is_number(&word(found));
    let row = cells
        .iter()
        .filter(|c| c.table == cell.table && c.row == cell.row && c.column < cell.column)
        .find(named)
        .map(word);
    let column = cells
        .iter()
        .filter(|c| c.table == cell.table && c.column == cell.column && c.row < cell.row)
        .find(named)
        .map(word);
    let year = [&column, &row].into_iter().flatten().find_map(|label| year(label));
    let both = row.iter().chain(&column).cloned().collect::<Vec<_>>().join("");
    // 受理 in a row below 收到行政复议申请 takes its noun from there.
    let above = row.as_ref().and_then(|own| {
        let earlier = cells.iter().filter(|c| c.table == cell.table && c.row < cell.row && c.column < cell.column);
        let noun = earlier.filter(named).map(word).rfind(|label| topics_of(scene.catalogue, label) != 0)?;
        Some(format!("{},{own}", unit_of(&noun).0))
    });
    [row.clone(), column.clone(), Some(both), above]
        .into_iter()
        .flatten()
        .find_map(|label| named_by(&label, quantity, headings, scene.catalogue))
        .map(|claim| (claim, year))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '-' | '/' | ' '))
}

fn year(label: &str) -> Option<i32> {
    let digits: String = label.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|year| (1990..=2099).contains(year))
}

/// Reads `label` with the number behind it, as a sentence would say it.
fn named_by(label: &str, quantity: &Quantity, headings: u64, catalogue: &Catalogue) -> Option<Claim> {
    let (name, unit) = unit_of(label);
    let measure = quantity.measure.map(|measure| catalogue.measures().word(measure).to_owned()).or(unit)?;
    let said = format!("{name}1{measure}");
    let shadow = Shadow::new(&said);
    let scene = Scene::new(shadow.text(), headings, catalogue);
    let (at, _, read) = scene.quantities().last()?;
    let place = Place { quantity: read, ..Place::of(&scene, at)? };
    let candidate = matching::best(&scene, &place, Wanted::Measured)?;
    let rule = &catalogue.rules.rules[candidate.rule];
    let TokenKind::Quantity(_) = scene.tokens[at].kind else { return None };
    Some(Claim {
        indicator: rule.indicator,
        value: (quantity.value * read.value * rule.factor * 1e6).round() / 1e6,
        bound: if quantity.bound == Bound::Exact { read.bound } else { quantity.bound },
        time: Time { nature: Nature::Actual, year: None, flags: Vec::new() },
        owner: Owner::Whole,
        span: Stretch::new(0, 0),
        sentence: Stretch::new(0, 0),
        rule: format!("{}/table", rule.name),
        confidence: 0.9,
        flags: rule.flags.clone(),
        label: name.to_owned(),
    })
}

/// A label without its unit, and the unit: 受理案件(件), 金额:万元.
fn unit_of(label: &str) -> (&str, Option<String>) {
    let open = label.rfind(['(', '（']);
    let Some(open) = open else { return (label, None) };
    let inner = label[open..].trim_start_matches(['(', '（']).trim_end_matches([')', '）']);
    let unit = inner.trim_start_matches("单位").trim_start_matches([':', '：']).trim();
    let short = (1..=4).contains(&unit.chars().count());
    if short { (label[..open].trim(), Some(unit.to_owned())) } else { (label, None) }
}

fn time(frame: Frame, year: Option<i32>) -> Time {
    let nature = match (year, frame.year) {
        _ if frame.kind == Kind::WorkPlan => Nature::Target,
        (Some(year), Some(report)) if year < report => Nature::Prior,
        (Some(year), Some(report)) if year > report => Nature::Target,
        _ => Nature::Actual,
    };
    Time { nature, year: year.or(frame.year), flags: Vec::new() }
}
