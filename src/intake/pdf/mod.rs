//! PDF file → blocks: characters with their places → rows → columns → paragraphs, headings and cells.
//!
//! Hidden text is read where it lies under a picture of the page (a scan with recognised text) and dropped
//! elsewhere beside visible text; clipped text is dropped; white text is read like any other.

mod cmaps;
mod device;
mod even;
mod info;
mod unicode;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use hayro_interpret::hayro_syntax::page::Page as Source;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};

use super::document::{Block, MetaItem, Warning};
use super::layout::{self, Page};
use super::traced::is_blank;
use super::{limits, pace};
use crate::error::FileProblem;
use device::{Enough, Scribe};
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
    let (original, blocks) = layout::read(&mut pages);
    Ok(Pages { original, blocks, properties: info::properties(pdf.metadata()), warnings })
}

/// All pages as they are drawn, and whether they are all.
fn taken_down(pdf: &Pdf) -> (Vec<Page>, bool) {
    let mut pages = Vec::new();
    let characters = catch_unwind(AssertUnwindSafe(|| Characters::of_file(pdf))).unwrap_or_default();
    let maps: cmaps::Resolve = if characters.are_even() { cmaps::resolve_even } else { cmaps::resolve };
    let mut scribe = Scribe::new(&characters);
    let cache = InterpreterCache::new();
    let mut whole = pdf.pages().len() <= limits::PAGES;
    for source in pdf.pages().iter().take(limits::PAGES) {
        let (width, height) = source.render_dimensions();
        scribe.turn_over(width, height);
        let drawn = catch_unwind(AssertUnwindSafe(|| draw(source, pdf, &cache, maps, &mut scribe)));
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

fn draw<'a>(
    source: &Source<'a>,
    pdf: &'a Pdf,
    cache: &InterpreterCache<'a>,
    maps: cmaps::Resolve,
    scribe: &mut Scribe<'_>,
) {
    let transform = Affine::new(source.initial_transform(true).as_coeffs());
    let page = Rect::new(0.0, 0.0, f64::from(scribe.page.width), f64::from(scribe.page.height));
    let settings = InterpreterSettings { cmap_resolver: Arc::new(maps), ..InterpreterSettings::default() };
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
        let ink = page.glyphs.iter().filter(|glyph| !is_blank(glyph.c));
        let (open, hidden) = ink.fold(
            (0, 0),
            |(open, hidden), glyph| {
                if glyph.hidden { (open, hidden + 1) } else { (open + 1, hidden) }
            },
        );
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
