//! Word file → blocks: its paragraphs and cells, numbered and headed as Word shows them.

mod body;
mod numbering;
mod package;
mod styles;
mod xml;

use super::chrome::{self, Verdict};
use super::document::{Block, BlockKind, Cell, MetaItem, Role, Warning};
use super::traced::{Traced, inked};
use crate::error::FileProblem;
use body::{Body, Line};
use numbering::Numbering;
use package::Package;
use styles::Styles;
use xml::Node;

/// What a Word file gives.
#[derive(Debug)]
pub(super) struct Word {
    /// Paragraphs joined by line feeds.
    pub(super) original: String,
    /// Its paragraphs and cells.
    pub(super) blocks: Vec<Block>,
    /// Document properties.
    pub(super) properties: Vec<MetaItem>,
    /// What was odd.
    pub(super) warnings: Vec<Warning>,
}

/// Reads a package that should hold a Word file.
pub(super) fn read(bytes: &[u8]) -> Result<Word, FileProblem> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let mut beside = |name: &str| Ok(package.part(&format!("{folder}/{name}"))?.unwrap_or_default());
    let styles = Styles::read(&beside("styles.xml")?);
    let mut numbering = Numbering::read(&beside("numbering.xml")?);
    let properties = properties(&package.part("docProps/core.xml")?.unwrap_or_default());
    let text = package.part(&main)?.unwrap_or_default();
    let mut body = Body::new(&styles, &mut numbering);
    let end = xml::walk(&text, |node| body.node(&node));
    body.finish();
    let mut warnings: Vec<Warning> =
        body.unread.iter().map(|what| Warning::Unread { what: (*what).to_owned() }).collect();
    match end {
        Err(problem) if body.lines.iter().all(|line| inked(&line.text).is_none()) => return Err(problem),
        Err(_) => warnings.push(Warning::Truncated),
        Ok(()) if body.truncated => warnings.push(Warning::Truncated),
        Ok(()) => {}
    }
    let numbers = body.grid.numbers();
    let (original, blocks) = blocks(&body.lines, &numbers);
    Ok(Word { original, blocks, properties, warnings })
}

/// The lines joined into one text, and as blocks that point into it.
fn blocks(lines: &[Line], numbers: &[Option<u32>]) -> (String, Vec<Block>) {
    let mut original = String::new();
    let mut starts = Vec::with_capacity(lines.len());
    for (i, line) in lines.iter().enumerate() {
        if i > 0 {
            original.push('\n');
        }
        starts.push(original.len());
        original.push_str(&line.text);
    }
    let inky: Vec<(&Line, usize)> = lines.iter().zip(starts).filter(|(line, _)| inked(&line.text).is_some()).collect();
    let texts: Vec<&str> = inky.iter().map(|(line, _)| line.text.as_str()).collect();
    let mut blocks = Vec::new();
    for ((line, start), verdict) in inky.iter().zip(chrome::judge(&texts)) {
        let mut traced = Traced::default();
        let lead = inked(&line.text).map_or(0, |(from, _)| from);
        if let Some(mark) = &line.mark {
            traced.push_for(mark, start + lead, start + lead);
        }
        // A mark shifts the text: its blanks are dropped here so that cuts still fit.
        let shift = line.mark.as_ref().map_or(0, String::len);
        traced.push(&line.text[lead..], start + lead);
        let parts = match verdict {
            Verdict::Body => vec![(0..traced.text().len(), Role::Body)],
            Verdict::Chrome => vec![(0..traced.text().len(), Role::Chrome)],
            Verdict::Mixed(parts) => shifted(parts, lead, shift),
        };
        let made = parts.into_iter().filter_map(|(range, role)| traced.part(range, role, kind(line, numbers)));
        blocks.extend(made.map(|block| Block { paragraph: Some(line.paragraph), ..block }));
    }
    (original, blocks)
}

/// Ranges of a line as ranges of its text with the mark before it and without the blanks before that.
fn shifted(
    parts: Vec<(std::ops::Range<usize>, Role)>,
    lead: usize,
    mark: usize,
) -> Vec<(std::ops::Range<usize>, Role)> {
    let at = |byte: usize| byte.saturating_sub(lead) + mark;
    let mut first = true;
    parts
        .into_iter()
        .map(|(range, role)| {
            let start = if std::mem::take(&mut first) { 0 } else { at(range.start) };
            (start..at(range.end).max(start), role)
        })
        .collect()
}

fn kind(line: &Line, numbers: &[Option<u32>]) -> BlockKind {
    let table = |place: super::grid::Place| numbers.get(place.table).copied().flatten();
    match line.place.and_then(|place| Some((place, table(place)?))) {
        Some((place, table)) => BlockKind::Cell(Cell { table, row: place.row, column: place.column }),
        None => line.heading.map_or(BlockKind::Paragraph, BlockKind::Heading),
    }
}

/// Title, author and dates of `docProps/core.xml`.
fn properties(text: &str) -> Vec<MetaItem> {
    const NAMES: [(&str, &str); 4] = [
        ("title", "dc:title"),
        ("creator", "dc:creator"),
        ("created", "dcterms:created"),
        ("modified", "dcterms:modified"),
    ];
    let mut items: Vec<MetaItem> = Vec::new();
    let mut open: Option<&str> = None;
    xml::skim(text, |node| match node {
        Node::Start(element) => open = NAMES.iter().find(|(local, _)| *local == element.name()).map(|(_, name)| *name),
        Node::Text(value) => {
            if let Some(name) = open.filter(|_| !value.trim().is_empty()) {
                items.push(MetaItem { name: name.to_owned(), value: value.trim().to_owned() });
            }
        }
        Node::End(_) => open = None,
    });
    items
}
