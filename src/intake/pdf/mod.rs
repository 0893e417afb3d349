//! PDF file → blocks: characters with their places → rows → columns → paragraphs, headings and cells.
//!
//! Hidden text is read where it lies under a picture of the page (a scan with recognised text) and dropped
//! elsewhere beside visible text; clipped text is dropped; white text is read like any other.

mod cmaps;
mod columns;
mod device;
mod flow;
mod fold;
mod glyph;
mod info;
mod lines;
mod margins;
mod paragraphs;
mod running;
mod table;
mod unicode;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use hayro_interpret::hayro_syntax::page::Page as Source;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};

use super::chrome::{self, Verdict};
use super::document::{Block, BlockKind, MetaItem, PageBox, Role, Warning};
use super::traced::{Traced, inked, is_blank};
use super::{limits, pace};
use crate::error::FileProblem;
use device::{Enough, Scribe};
use glyph::Page;
use paragraphs::Paragraph;
use unicode::Characters;

/// Share of a page that a picture covers on a scan.
const SCAN: f32 = 0.8;

/// Fewer visible characters than this are no text layer.
const STRAY: usize = 10;

/// What a PDF file gives.
#[derive(Debug)]
pub(super) struct Pages {
    /// Paragraphs joined by line feeds, page chrome in its place between them; radicals and ligatures are read as what
    /// they stand for.
    pub(super) original: String,
    /// Its paragraphs and cells.
    pub(super) blocks: Vec<Block>,
    /// Document properties.
    pub(super) properties: Vec<MetaItem>,
    /// What was odd.
    pub(super) warnings: Vec<Warning>,
}

/// Reads a PDF file.
pub(super) fn read(bytes: &[u8]) -> Result<Pages, FileProblem> {
    let broken = || FileProblem::Damaged("PDF".to_owned());
    let open = catch_unwind(|| Pdf::new(bytes.to_vec())).map_err(|_| broken())?;
    let pdf = open.map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => FileProblem::Password,
        LoadPdfError::Decryption(_) => FileProblem::Damaged("PDF: encryption".to_owned()),
        LoadPdfError::Invalid => broken(),
    })?;
    let mut warnings = Vec::new();
    let (mut pages, whole) = taken_down(&pdf);
    if pages.is_empty() {
        return Err(broken());
    }
    if !whole || !ends(bytes) {
        warnings.push(Warning::Truncated);
    }
    settle_hidden(&mut pages, &mut warnings)?;
    for page in &mut pages {
        page.upright();
    }
    let paragraphs = flow::compose(&mut pages);
    let (original, blocks) = blocks(&paragraphs, &pages);
    Ok(Pages { original, blocks, properties: info::properties(pdf.metadata()), warnings })
}

/// All pages as they are drawn, and whether they are all.
fn taken_down(pdf: &Pdf) -> (Vec<Page>, bool) {
    let mut pages = Vec::new();
    let characters = catch_unwind(AssertUnwindSafe(|| Characters::of_file(pdf))).unwrap_or_default();
    let mut scribe = Scribe::new(&characters);
    let cache = InterpreterCache::new();
    let mut whole = pdf.pages().len() <= limits::PAGES;
    for source in pdf.pages().iter().take(limits::PAGES) {
        let (width, height) = source.render_dimensions();
        scribe.turn_over(width, height);
        let drawn = catch_unwind(AssertUnwindSafe(|| draw(source, pdf, &cache, &mut scribe)));
        pages.push(scribe.turn_over(0.0, 0.0));
        pace::page();
        if let Err(end) = drawn {
            // A limit ends the reading; a page that breaks the interpreter ends it too, its cache is not to be trusted.
            whole = false;
            let limit = end.is::<Enough>();
            if limit || pages.len() < pdf.pages().len() {
                break;
            }
        }
    }
    (pages, whole)
}

fn draw<'a>(source: &Source<'a>, pdf: &'a Pdf, cache: &InterpreterCache<'a>, scribe: &mut Scribe<'_>) {
    let transform = Affine::new(source.initial_transform(true).as_coeffs());
    let page = Rect::new(0.0, 0.0, f64::from(scribe.page.width), f64::from(scribe.page.height));
    let settings = InterpreterSettings { cmap_resolver: Arc::new(cmaps::resolve), ..InterpreterSettings::default() };
    let mut context = Context::new(transform, page, cache, pdf.xref(), settings);
    interpret_page(source, &mut context, scribe);
}

/// Whether the file has its last line.
fn ends(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(2048)..).unwrap_or_default();
    memchr::memmem::find(tail, b"%%EOF").is_some()
}

/// Decides on hidden text, scans and glyphs without characters.
fn settle_hidden(pages: &mut [Page], warnings: &mut Vec<Warning>) -> Result<(), FileProblem> {
    let (mut scanned, mut recognised) = (Vec::new(), Vec::new());
    let (mut shown, mut unmapped) = (0, 0);
    for (page, number) in pages.iter_mut().zip(1_u32..) {
        let count = |hidden: bool| {
            move |page: &Page| page.glyphs.iter().filter(|glyph| glyph.hidden == hidden && !is_blank(glyph.c)).count()
        };
        let (open, hidden) = (count(false)(page), count(true)(page));
        if page.pictured < SCAN && open >= STRAY {
            page.glyphs.retain(|glyph| !glyph.hidden);
        } else if hidden > open && page.pictured >= SCAN && hidden >= STRAY {
            recognised.push(number);
        }
        if page.pictured >= SCAN && open + hidden < STRAY {
            scanned.push(number);
        }
        shown += page.glyphs.len();
        unmapped += page.unmapped;
    }
    let text = pages.iter().flat_map(|page| &page.glyphs).filter(|glyph| !is_blank(glyph.c)).take(STRAY).count();
    if text < STRAY && !scanned.is_empty() {
        return Err(FileProblem::Scanned);
    }
    if !scanned.is_empty() {
        warnings.push(Warning::ScannedPages { pages: scanned });
    }
    if !recognised.is_empty() {
        warnings.push(Warning::RecognisedText { pages: recognised });
    }
    if unmapped * 100 > shown {
        warnings.push(Warning::UnmappedGlyphs { count: unmapped });
    }
    Ok(())
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
