//! The parts of an OFD file: documents, their pages in order, and the templates that lie under pages.

use std::collections::HashMap;

use super::content::{self, Content};
use super::geometry::Area;
use crate::error::FileProblem;
use crate::intake::document::MetaItem;
use crate::intake::limits;
use crate::intake::package::Package;
use crate::intake::xml::{self, Node};

/// A page still to be read.
#[derive(Debug)]
struct Wanted {
    part: String,
    area: Option<Area>,
    /// Number of its document, from which it takes its templates.
    document: usize,
}

/// A page that was read, and whether all of it was.
pub(super) struct Loaded {
    /// Its content.
    pub(super) page: Content,
    /// Nothing was missing or broken.
    pub(super) whole: bool,
}

/// The documents of a file.
pub(super) struct Documents<'a> {
    package: Package<'a>,
    /// Title, author and dates.
    pub(super) facts: Vec<MetaItem>,
    pages: std::vec::IntoIter<Wanted>,
    /// Templates by document and id: the part, and what it holds once it was read.
    templates: HashMap<(usize, String), (String, Option<Content>)>,
}

impl<'a> Documents<'a> {
    /// Opens the archive and lists the pages of all its documents.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, FileProblem> {
        let mut package = Package::open(bytes)?;
        let main = package.nearest("OFD.xml").unwrap_or_default();
        let text = package.part(&main)?.unwrap_or_default();
        let mut roots = Vec::new();
        let mut encrypted = false;
        let mut in_root = false;
        xml::walk(&text, |node| match node {
            Node::Start(element) => {
                in_root = element.name() == "DocRoot";
                encrypted |= element.name() == "Encryptions";
            }
            Node::Text(part) if in_root => roots.push(part.trim().to_owned()),
            Node::Text(_) => {}
            Node::End(_) => in_root = false,
        })?;
        if encrypted {
            return Err(FileProblem::Password);
        }
        let mut templates = HashMap::new();
        let mut pages = Vec::new();
        for (number, root) in roots.iter().enumerate() {
            let Some(part) = package.nearest(root) else { continue };
            let text = package.part(&part)?.unwrap_or_default();
            let (own, under) = document(&text, &part, number);
            pages.extend(own);
            templates.extend(under);
        }
        if pages.is_empty() {
            return Err(FileProblem::Damaged("ends early".to_owned()));
        }
        Ok(Self { package, facts: super::facts(&text), pages: pages.into_iter(), templates })
    }

    /// The next page with what lies under it.
    pub(super) fn next(&mut self) -> Result<Option<Loaded>, FileProblem> {
        let Some(wanted) = self.pages.next() else { return Ok(None) };
        let Some(text) = self.part(&wanted.part)? else {
            return Ok(Some(Loaded { page: Content::default(), whole: false }));
        };
        let (mut page, under, mut whole) = content::read(&text, wanted.area);
        for id in under.into_iter().take(limits::TEMPLATES) {
            let key = (wanted.document, id);
            let Some((part, read)) = self.templates.get(&key) else { continue };
            if let Some(template) = read {
                page.lay_over(template);
                continue;
            }
            let part = part.clone();
            let text = self.part(&part)?;
            whole &= text.is_some();
            let (template, ..) = content::read(&text.unwrap_or_default(), wanted.area);
            page.lay_over(&template);
            self.templates.insert(key, (part, Some(template)));
        }
        Ok(Some(Loaded { page, whole }))
    }

    /// The text of a part: as the place says, or from the root of the archive.
    fn part(&mut self, name: &str) -> Result<Option<String>, FileProblem> {
        let short = name.split_once('/').map_or(name, |(_, rest)| rest);
        let Some(name) = self.package.nearest(name).or_else(|| self.package.nearest(short)) else { return Ok(None) };
        self.package.part(&name)
    }
}

/// The pages and templates that a document names.
#[expect(clippy::type_complexity, reason = "two lists that are taken in at once")]
fn document(text: &str, part: &str, number: usize) -> (Vec<Wanted>, Vec<((usize, String), (String, Option<Content>))>) {
    let folder = part.rsplit_once(['/', '\\']).map_or("", |(folder, _)| folder);
    let (mut pages, mut templates) = (Vec::new(), Vec::new());
    let mut area = None;
    let mut in_box = false;
    // Damage in the list of pages costs those after it.
    xml::skim(text, |node| match node {
        Node::Start(element) => {
            in_box = element.name() == "PhysicalBox";
            let place = || element.attribute("BaseLoc").map(|place| joined(folder, place.trim()));
            match (element.name(), place()) {
                // One more than are read, to be known as too many.
                ("Page", Some(part)) if pages.len() <= limits::PAGES => {
                    pages.push(Wanted { part, area: None, document: number });
                }
                ("TemplatePage", Some(part)) => {
                    templates.push(((number, element.attribute("ID").unwrap_or_default()), (part, None)));
                }
                _ => {}
            }
        }
        Node::Text(text) if in_box => area = Area::parse(text),
        Node::Text(_) => {}
        Node::End(_) => in_box = false,
    });
    for page in &mut pages {
        page.area = area;
    }
    (pages, templates)
}

/// A place as a part of the archive: from its root, or beside the part that names it.
fn joined(folder: &str, place: &str) -> String {
    let from_root = place.starts_with(['/', '\\']);
    let mut steps: Vec<&str> = if from_root { Vec::new() } else { folder.split(['/', '\\']).collect() };
    for step in place.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_every_spelling() {
        assert_eq!(joined("Doc_0", "Pages/Page_0/Content.xml"), "Doc_0/Pages/Page_0/Content.xml");
        assert_eq!(joined("Doc_0", "/Doc_0/Pages/../a.xml"), "Doc_0/a.xml");
        assert_eq!(joined("", ".\\a\\b.xml"), "a/b.xml");
        assert_eq!(joined("a", "../../../b.xml"), "b.xml");
    }
}
