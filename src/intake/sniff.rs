//! What the bytes are: content first, the ending only where the content leaves it open.

use std::path::Path;

use super::mhtml;

/// What a file turned out to be before it is decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A ZIP archive: a Word file, or some other package.
    Zip,
    /// The old compound format of Office: .doc, .xls, .wps, or a Word file behind a password.
    Ole,
    /// A PDF file.
    Pdf,
    /// A web page saved with its pictures.
    Mhtml,
    /// Rich text format.
    Rtf,
    /// Known, and not read by this version.
    Other(&'static str),
    /// Text of some encoding, mark-up or not.
    Text,
}

/// First bytes of formats that are known and not read.
const MAGIC: [(&[u8], &str); 10] = [
    (b"\x89PNG\r\n", "image"),
    (b"\xFF\xD8\xFF", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"Rar!\x1A", "rar"),
    (b"7z\xBC\xAF\x27\x1C", "7z"),
    (b"\x1F\x8B\x08", "gzip"),
    (b"SQLite format 3\0", "sqlite"),
    (b"\x7FELF", "binary"),
];

/// Tells the kind of `bytes`.
pub(super) fn kind(bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Kind::Zip;
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Kind::Ole;
    }
    if bytes.starts_with(b"%PDF-") {
        return Kind::Pdf;
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    if text.starts_with(b"{\\rtf") {
        return Kind::Rtf;
    }
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Kind::Other(name);
    }
    let head = &bytes[..bytes.len().min(1024)];
    if memchr::memmem::find(head, b"%PDF-").is_some() {
        return Kind::Pdf;
    }
    if mhtml::is_here(text) {
        return Kind::Mhtml;
    }
    Kind::Text
}

/// What the head of a page holds.
const MARKS: [&str; 8] = ["<!doctype html", "<html", "<head", "<body", "<meta ", "<title", "<div", "<table"];

/// Whether bytes of text are a page for certain, before they are decoded.
pub(super) fn is_marked_up(bytes: &[u8]) -> bool {
    let head = bytes[..bytes.len().min(4096)].trim_ascii_start().to_ascii_lowercase();
    head.starts_with(b"<") && MARKS.iter().any(|mark| memchr::memmem::find(&head, mark.as_bytes()).is_some())
}

/// Whether decoded text is a web page.
pub(super) fn is_html(path: &Path, text: &str) -> bool {
    let named = ending(path).is_some_and(|e| matches!(e.as_str(), "html" | "htm" | "xhtml" | "shtml"));
    let head = head(text, 4096).trim_start().to_ascii_lowercase();
    if head.starts_with('<') && MARKS.iter().any(|mark| head.contains(mark)) {
        return true;
    }
    named && (text.contains("</") || head.contains("<p") || head.contains("<br"))
}

/// Whether decoded text is mostly control characters: no text at all.
pub(super) fn is_binary(text: &str) -> bool {
    let sample = head(text, 65_536);
    let odd = sample.bytes().filter(|b| *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1B)).count();
    odd * 50 > sample.len()
}

/// The ending of a file name, in lower case.
pub(super) fn ending(path: &Path) -> Option<String> {
    path.extension()?.to_str().map(str::to_ascii_lowercase)
}

/// At most `limit` bytes from the start of `text`, cut between characters.
pub(super) fn head(text: &str, limit: usize) -> &str {
    &text[..text.floor_char_boundary(limit)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_goes_before_the_ending() {
        assert!(is_html(Path::new("a.txt"), " <!DOCTYPE html><p>甲"));
        assert!(is_html(Path::new("a.htm"), "<p>甲</p>"));
        assert!(!is_html(Path::new("a.html"), "甲市2024年报告。"));
        assert!(!is_html(Path::new("a.txt"), "<甲市>2024年报告"));
        assert_eq!(kind(b"%PDF-1.7"), Kind::Pdf);
        assert_eq!(kind(b"PK\x03\x04"), Kind::Zip);
    }

    #[test]
    fn control_characters_are_no_text() {
        assert!(is_binary("\u{1}\u{2}\u{3}法"));
        assert!(!is_binary("法治\r\n\t政府"));
    }
}
