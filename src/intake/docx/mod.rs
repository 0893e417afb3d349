//! Word file → blocks: its paragraphs and cells, numbered and headed as Word shows them.

mod body;
mod numbering;
mod styles;

use super::document::{MetaItem, Warning};
use super::package::Package;
use super::paragraphs::{self, Written};
use super::traced::inked;
use super::xml::{self, Node};
use crate::error::FileProblem;
use body::Body;
use styles::Styles;

/// Reads a package that should hold a Word file.
pub(super) fn read(bytes: &[u8]) -> Result<Written, FileProblem> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let mut beside = |name: &str| Ok(package.part(&format!("{folder}/{name}"))?.unwrap_or_default());
    let styles = Styles::read(&beside("styles.xml")?);
    let mut numbering = numbering::read(&beside("numbering.xml")?);
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
    let (original, blocks) = paragraphs::blocks(&body.lines, &body.grid);
    Ok(Written { original, blocks, metadata: properties, warnings })
}

/// Name of the part that holds the text.
fn main_part(package: &mut Package<'_>) -> Result<String, FileProblem> {
    const USUAL: &str = "word/document.xml";
    if package.has(USUAL) {
        return Ok(USUAL.to_owned());
    }
    let mut target = None;
    let relations = package.part("_rels/.rels")?.unwrap_or_default();
    xml::skim(&relations, |node| {
        if let Node::Start(element) = node
            && element.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
        {
            target = target.take().or(element.attribute("Target"));
        }
    });
    let target = target.map(|name| name.trim_start_matches('/').to_owned());
    target.filter(|name| name.starts_with("word/")).ok_or_else(|| FileProblem::UnknownType(package.type_name()))
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
