//! Numbers in tables: the row names the indicator and the unit, the column the year, or the other way round.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::draft::{Claim, Label, Maker};
use super::matching::{self, Place, Wanted};
use super::numbers::Quantity;
use super::scene::{Numbered, Scene, Stretch, topics_of};
use super::subject::Owner;
use super::time::{Frame, Time};
use super::{Bound, Nature};
use crate::identity::Kind;
use crate::outline::Part;
use crate::text::fold;

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
pub(crate) fn read(scene: &Scene<'_>, cells: &[CellAt], frame: Frame, taken: &mut [bool]) -> Vec<Claim> {
    let mut claims = Vec::new();
    if cells.is_empty() {
        return claims;
    }
    let grid = Grid::new(scene, cells);
    let mut next = 0;
    for (at, token, quantity) in scene.quantities() {
        // Cells and numbers both come in text order.
        while cells.get(next).is_some_and(|cell| cell.stretch.end < token.end) {
            next += 1;
        }
        let Some(cell) = cells.get(next).filter(|cell| cell.stretch.start <= token.start) else { continue };
        let text = cell.stretch.of(scene.text).trim();
        let alone = text.len() == token.end - token.start;
        if !alone {
            continue;
        }
        let labels = grid.labels(cell);
        let Some((claim, year)) = value(scene, &labels, quantity) else { continue };
        let Some(time) = time(frame, year, &labels) else { continue };
        if let Some(slot) = taken.get_mut(at) {
            *slot = true;
        }
        let sentence = scene.beside(at).sentence;
        claims.push(Claim { time, span: Stretch::new(token.start, token.end), sentence, ..claim });
    }
    claims
}

/// The words of a table by row and column.
struct Grid {
    /// First label of each row: table, row.
    rows: BTreeMap<(u32, u32), String>,
    /// First label of each column: table, column.
    columns: BTreeMap<(u32, u32), String>,
    /// The nearest row label at or above each row that names a topic.
    nouns: BTreeMap<(u32, u32), String>,
    /// The label in the corner.
    corners: BTreeMap<u32, String>,
}

/// What the table says of one cell.
struct Labels {
    row: Option<String>,
    column: Option<String>,
    noun: Option<String>,
    corner: Option<String>,
}

impl Grid {
    fn new(scene: &Scene<'_>, cells: &[CellAt]) -> Self {
        let mut grid =
            Self { rows: BTreeMap::new(), columns: BTreeMap::new(), nouns: BTreeMap::new(), corners: BTreeMap::new() };
        let mut noun: Option<(u32, String)> = None;
        for cell in cells {
            let text = cell.stretch.of(scene.text).trim();
            if is_number(text) || text.is_empty() {
                continue;
            }
            grid.corners.entry(cell.table).or_insert_with(|| text.to_owned());
            grid.columns.entry((cell.table, cell.column)).or_insert_with(|| text.to_owned());
            if let Entry::Vacant(row) = grid.rows.entry((cell.table, cell.row)) {
                row.insert(text.to_owned());
                if let Some((_, above)) = noun.as_ref().filter(|(table, _)| *table == cell.table) {
                    grid.nouns.insert((cell.table, cell.row), above.clone());
                }
                if topics_of(scene.catalogue, text) != 0 {
                    noun = Some((cell.table, text.to_owned()));
                }
            }
        }
        grid
    }

    fn labels(&self, cell: &CellAt) -> Labels {
        Labels {
            row: self.rows.get(&(cell.table, cell.row)).cloned(),
            column: self.columns.get(&(cell.table, cell.column)).cloned(),
            noun: self.nouns.get(&(cell.table, cell.row)).cloned(),
            corner: self.corners.get(&cell.table).cloned(),
        }
    }
}

/// The claim of a cell, its time still open, and the year that its column or row names.
fn value(scene: &Scene<'_>, labels: &Labels, quantity: &Quantity) -> Option<(Claim, Option<i32>)> {
    let (row, column) = (&labels.row, &labels.column);
    let year = [column, row].into_iter().flatten().find_map(|label| year(label));
    let both = row.iter().chain(column).cloned().collect::<Vec<_>>().join("");
    // 受理 in a row below 收到行政复议申请 takes its noun from there.
    let above = row.as_ref().zip(labels.noun.as_ref()).map(|(own, noun)| format!("{},{own}", unit_of(noun).0));
    let claim = [row.clone(), column.clone(), Some(both), above]
        .into_iter()
        .flatten()
        .find_map(|label| named_by(&label, quantity, scene))?;
    Some((Claim { owner: owner(labels), ..claim }, year))
}

/// In a table by places or offices only the line of the whole is the report's own.
fn owner(labels: &Labels) -> Owner {
    let by_place = labels.corner.as_deref().is_some_and(|corner| {
        ["县区", "地区", "区县", "县(市", "单位", "部门", "乡镇", "街道", "区域"]
            .iter()
            .any(|word| corner.contains(word))
    });
    match &labels.row {
        Some(row)
            if by_place
                && !["合计", "总计", "全市", "全县", "全区", "全省", "总数"].iter().any(|word| row.contains(word)) =>
        {
            Owner::Other(row.clone())
        }
        _ => Owner::Whole,
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '-' | '/' | ' '))
}

fn year(label: &str) -> Option<i32> {
    let digits: String = label.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|year| (1990..=2099).contains(year))
}

/// Reads `label` with the number behind it, as a sentence would say it.
fn named_by(label: &str, quantity: &Quantity, table: &Scene<'_>) -> Option<Claim> {
    let catalogue = table.catalogue;
    let (name, unit) = unit_of(label);
    let measure = quantity.measure.map(|measure| catalogue.measures().word(measure).to_owned()).or(unit)?;
    // 为 parts the label from the 1 that stands for any number: labels can end in digits of their own.
    let said = format!("{name}为1{measure}");
    let said = fold(&said);
    let mut scene = Scene::new(&said, Numbered::new(&said, catalogue), catalogue);
    scene.heading_topics = table.heading_topics;
    let (at, _, read) = scene.quantities().last()?;
    let place = Place { quantity: read, ..Place::of(&scene, at)? };
    let candidate = matching::best(&scene, &place, Wanted::Measured)?;
    let rule = &catalogue.rules.rules[candidate.rule];
    Some(Claim {
        indicator: rule.indicator,
        value: (quantity.value * read.value * rule.factor * 1e6).round() / 1e6,
        bound: if quantity.bound == Bound::Exact { read.bound } else { quantity.bound },
        time: Time { nature: Nature::Actual, year: None, flags: Vec::new() },
        owner: Owner::Whole,
        span: Stretch::new(0, 0),
        sentence: Stretch::new(0, 0),
        rule: Maker::Table(candidate.rule),
        confidence: 0.9,
        flags: rule.flags.clone(),
        weak: rule.weak,
        label: Label::Name(name.to_owned()),
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

/// The time of a cell; `None` among the problems, where figures make no point of a series.
fn time(frame: Frame, year: Option<i32>, labels: &Labels) -> Option<Time> {
    let planned = [&labels.column, &labels.row]
        .into_iter()
        .flatten()
        .any(|label| label.contains("目标") || label.contains("计划值"));
    let next = frame.year.map(|year| year + 1);
    let (nature, fallback) = match (year, frame.year) {
        _ if frame.kind == Kind::WorkPlan => (Nature::Target, frame.year),
        _ if frame.part == Part::Problems => return None,
        _ if frame.part == Part::Plans => (Nature::Target, next),
        _ if planned => (Nature::Target, frame.year),
        (Some(year), Some(report)) if year < report => (Nature::Prior, frame.year),
        (Some(year), Some(report)) if year > report => (Nature::Target, frame.year),
        _ => (Nature::Actual, frame.year),
    };
    Some(Time { nature, year: year.or(fallback), flags: Vec::new() })
}
