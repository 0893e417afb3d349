//! Every limit on foreign bytes, in one place.

use std::time::Duration;

/// Largest file that is read at all, in bytes.
pub(crate) const FILE: u64 = 200 << 20;

/// Largest text or page, in bytes: beyond it no report is to be expected.
pub(super) const TEXT: u64 = 64 << 20;

/// Longest paragraph in bytes of its text; longer ones are split.
pub(super) const PARAGRAPH: usize = 300_000;

/// Most paragraphs and cells of one document; more are left unread, with a warning.
pub(super) const BLOCKS: usize = 200_000;

/// Most lines of a plain text that are looked at.
pub(super) const LINES: usize = 1_000_000;

/// Most entries of a package.
pub(super) const ENTRIES: usize = 2_000;

/// Most bytes that the parts of a package may take when unpacked, counted while reading.
pub(super) const INFLATED: u64 = 256 << 20;

/// Largest archive in an archive, in bytes: kept while the files in it are read.
pub(super) const INNER: u64 = INFLATED / 2;

/// Largest ratio of unpacked to packed bytes, once a part is larger than [`RATIO_FROM`].
pub(super) const RATIO: u64 = 200;

/// Unpacked size in bytes from which the ratio counts.
pub(super) const RATIO_FROM: u64 = 10 << 20;

/// Deepest nesting of XML elements.
pub(super) const XML_DEPTH: usize = 256;

/// Most pages of a PDF or OFD file that are read.
pub(super) const PAGES: usize = 5_000;

/// Most glyphs of a PDF or OFD file.
pub(super) const GLYPHS: usize = 8_000_000;

/// Most drawing steps of a PDF file: lines, pictures, runs of text.
pub(super) const DRAWINGS: usize = 8_000_000;

/// Most drawings inside drawings, and clips by a path, of a PDF file: a few that draw each other are soon millions.
pub(super) const NESTED: usize = 400_000;

/// Most templates under one page of an OFD file.
pub(super) const TEMPLATES: usize = 16;
/// Characters that a reader must get on by to count as one that makes progress; a page counts as much.
pub(crate) const PACE: u64 = 10_000;

/// Longest time without progress.
pub(crate) const STALL: Duration = Duration::from_secs(5);

/// Longest time for one file that makes progress.
pub(crate) const WHOLE: Duration = Duration::from_secs(60);

/// Address space of a worker, in bytes, its program and its stacks included.
pub(crate) const MEMORY: u64 = 512 << 20;

/// Stack of the thread that parses, in bytes.
pub(crate) const STACK: usize = 64 << 20;

/// Largest answer of a worker, in bytes.
pub(crate) const OUTPUT: usize = 256 << 20;

/// Bytes of files after which a worker is replaced: what big ones leave behind stays small.
pub(crate) const SERVED: usize = 64 << 20;

/// Longest time for a worker to start, or to take a file in.
pub(crate) const START: Duration = Duration::from_secs(20);
