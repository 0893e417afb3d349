//! Characters with their places on pages → rows → columns → paragraphs, headings and cells.

mod columns;
mod flow;
mod fold;
mod glyph;
mod lines;
mod margins;
mod paragraphs;
mod running;
mod table;

pub(super) use glyph::{Glyph, Page, Rule, Way, along};

use super::chrome::{self, Verdict};
use super::document::{Block, BlockKind, PageBox, Role};
use super::traced::{Traced, inked};
use paragraphs::Paragraph;

/// Whether a character is another form of an ordinary one, such as a radical.
pub(super) fn is_variant(c: char) -> bool {
    fold::plain(c).is_some()
}

/// The text of pages, its paragraphs joined by line feeds, and its blocks, page chrome in its place between them.
pub(super) fn read(pages: &mut [Page]) -> (String, Vec<Block>) {
    for page in pages.iter_mut() {
        page.upright();
    }
    let paragraphs = flow::compose(pages);
    blocks(&paragraphs, pages)
}

/// The paragraphs joined into one text, and as blocks that point into it.
fn blocks(paragraphs: &[(Paragraph, Role)], pages: &[Page]) -> (String, Vec<Block>) {
    let mut original = String::new();
    let mut made: Vec<(Traced, &Paragraph, Role)> = Vec::with_capacity(paragraphs.len());
    for (paragraph, role) in paragraphs.iter().filter(|(paragraph, _)| inked(&paragraph.text).is_some()) {
        if !original.is_empty() {
            original.push('\n');
        }
        let text = folded(&paragraph.text);
        let mut traced = Traced::default();
        traced.push(&text, original.len());
        original.push_str(&text);
        made.push((traced, paragraph, *role));
    }
    let texts: Vec<&str> = made.iter().filter(|made| made.2 == Role::Body).map(|(text, ..)| text.text()).collect();
    let mut verdicts = chrome::judge(&texts).into_iter();
    let mut blocks = Vec::new();
    for (text, paragraph, role) in made.iter().map(|(text, paragraph, role)| (text, *paragraph, *role)) {
        let verdict = if role == Role::Body { verdicts.next() } else { Some(Verdict::Chrome) };
        let all = 0..text.text().len();
        let parts = match verdict {
            Some(Verdict::Mixed(parts)) => parts,
            Some(Verdict::Chrome) => vec![(all, Role::Chrome)],
            Some(Verdict::Body) | None => vec![(all, Role::Body)],
        };
        let page = place(paragraph, pages);
        let kind = |role: Role| if role == Role::Body { paragraph.kind } else { plain_kind(paragraph.kind) };
        let own = parts.into_iter().filter_map(|(range, role)| text.part(range, role, kind(role)));
        blocks.extend(own.map(|block| Block { page, ..block }));
    }
    (original, blocks)
}

/// Page chrome is no heading of the report.
fn plain_kind(kind: BlockKind) -> BlockKind {
    match kind {
        BlockKind::Heading(_) => BlockKind::Paragraph,
        other => other,
    }
}

fn place(paragraph: &Paragraph, pages: &[Page]) -> Option<PageBox> {
    let [left, top, right, bottom] = pages.get(paragraph.page)?.shown(paragraph.area);
    let page = u32::try_from(paragraph.page + 1).ok()?;
    let (left, top) = (left.floor() as i32, top.floor() as i32);
    Some(PageBox { page, left, top, right: right.ceil() as i32, bottom: bottom.ceil() as i32 })
}

/// The text with ordinary characters for radicals, ligatures and other forms.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match fold::plain(c).filter(|_| (c as u32) >= 0x2E80) {
            Some(plain) => folded.push_str(plain),
            None => folded.push(c),
        }
    }
    folded
}
