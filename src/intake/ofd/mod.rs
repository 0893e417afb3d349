//! OFD file (GB/T 33190) → blocks: the text objects of its pages with their places, laid out as they are read.

mod content;
mod geometry;
mod package;

use super::document::MetaItem;
use super::layout::{self, Page};
use super::limits;
use super::package::Package;
use super::paragraphs::Written;
use super::traced::is_blank;
use super::xml::{self, Node};
use crate::error::FileProblem;
use crate::intake::document::Warning;
use content::Content;
use package::{Documents, Loaded};

/// Share of a page that a picture covers on a scan.
const SCAN: f32 = 0.8;

/// Fewer visible characters than this are no text layer.
const STRAY: usize = 10;

/// Whether a ZIP archive holds an OFD file.
pub(super) fn is_here(bytes: &[u8]) -> bool {
    Package::open(bytes).is_ok_and(|mut package| package.nearest("OFD.xml").is_some())
}

/// Reads an OFD file.
pub(super) fn read(bytes: &[u8]) -> Result<Written, FileProblem> {
    let mut documents = Documents::open(bytes)?;
    let mut warnings = Vec::new();
    let mut pages: Vec<Page> = Vec::new();
    let (mut glyphs, mut rules, mut drawn) = (0, 0, false);
    while let Some(page) = documents.next()? {
        let Loaded { page: Content { page, drawings }, whole } = page;
        glyphs += page.glyphs.len();
        rules += page.rules.len();
        if !whole && !warnings.contains(&Warning::Truncated) {
            warnings.push(Warning::Truncated);
        }
        if glyphs > limits::GLYPHS || rules > limits::DRAWINGS || pages.len() >= limits::PAGES {
            warnings.push(Warning::Truncated);
            break;
        }
        drawn |= drawings > 0;
        pages.push(page);
    }
    let blank = |page: &Page| page.glyphs.iter().filter(|glyph| !is_blank(glyph.c)).take(STRAY).count() < STRAY;
    let scanned: Vec<u32> =
        (1..).zip(&pages).filter(|(_, page)| page.pictured >= SCAN && blank(page)).map(|(number, _)| number).collect();
    let shown = pages.iter().flat_map(|page| &page.glyphs).filter(|glyph| !is_blank(glyph.c)).take(STRAY).count();
    if (shown == 0 && drawn) || (shown < STRAY && !scanned.is_empty()) {
        return Err(FileProblem::Scanned);
    }
    if !scanned.is_empty() {
        warnings.push(Warning::ScannedPages { pages: scanned });
    }
    let (original, blocks) = layout::read(&mut pages);
    Ok(Written { original, blocks, metadata: documents.facts, warnings })
}

/// Title, author and dates among the facts of a file.
fn facts(text: &str) -> Vec<MetaItem> {
    const NAMES: [(&str, &str); 4] = [
        ("Title", "dc:title"),
        ("Author", "dc:creator"),
        ("CreationDate", "dcterms:created"),
        ("ModDate", "dcterms:modified"),
    ];
    let mut items: Vec<MetaItem> = Vec::new();
    let mut open: Option<&str> = None;
    xml::skim(text, |node| match node {
        Node::Start(element) => open = NAMES.iter().find(|(local, _)| *local == element.name()).map(|(_, name)| *name),
        Node::Text(value) => {
            if let Some(name) = open.filter(|name| !value.trim().is_empty() && items.iter().all(|i| i.name != **name)) {
                items.push(MetaItem { name: name.to_owned(), value: value.trim().to_owned() });
            }
        }
        Node::End(_) => open = None,
    });
    items
}
