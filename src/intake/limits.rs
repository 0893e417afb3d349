//! Every limit on foreign bytes, in one place.

/// Largest file that is read at all, in bytes.
pub(super) const FILE: u64 = 200 << 20;

/// Largest text or page, in bytes: beyond it no report is to be expected.
pub(super) const TEXT: u64 = 64 << 20;

/// Longest paragraph in bytes of its text; longer ones are split.
pub(super) const PARAGRAPH: usize = 300_000;

/// Most paragraphs and cells of one document; more are left unread, with a warning.
pub(super) const BLOCKS: usize = 200_000;
