//! Mark-up → events with places: an emitter for the tokenizer that keeps the source range of every character.

use std::convert::Infallible;

use html5gum::{Emitter, Error, State, Tokenizer};

use super::input::{Input, Rest};
use super::tags::{self, Tag};

/// Attributes looked at in one tag; pages with thousands are attacks.
const ATTRIBUTES: usize = 64;

/// Attributes after which the tokenizer comes back from its nested calls.
const REST: usize = 16;

/// Longest attribute value kept, in bytes.
const VALUE: usize = 4096;

/// An attribute that matters for reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    /// `id` and `class`: weak hints of what a part of the page is for.
    Label,
    /// `style`.
    Style,
    /// `hidden`.
    Hidden,
    /// `colspan`.
    Columns,
    /// `rowspan`.
    Rows,
    /// `name` or `property` of a `meta` element.
    Name,
    /// `content` of a `meta` element.
    Content,
}

/// Characters between two tags and the bytes of the source that they stand for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    /// The characters.
    pub(super) text: &'a str,
    /// First byte in the source.
    pub(super) from: usize,
    /// One past the last byte.
    pub(super) to: usize,
    /// The source holds the characters as they are.
    pub(super) same: bool,
}

/// What listens to the events.
pub(super) trait Listener {
    /// A start tag of a known element with the attributes that matter.
    fn open(&mut self, tag: Tag, attributes: &[(Attribute, String)]);
    /// An end tag of a known element.
    fn close(&mut self, tag: Tag);
    /// Characters.
    fn text(&mut self, piece: Piece<'_>);
}

/// Reads `source` from end to end.
pub(super) fn read<L: Listener>(source: &str, listener: &mut L) {
    // The tokenizer reads from memory, which cannot fail.
    let rest = Rest::default();
    let input = Input::new(source, Rest::clone(&rest));
    let _ = Tokenizer::new_with_emitter(input, Places::new(source, rest, listener)).finish();
}

/// A stretch of gathered characters.
#[derive(Clone, Copy)]
struct Stretch {
    length: usize,
    from: usize,
    to: usize,
    same: bool,
}

/// A start tag whose end tag never comes.
struct Unclosed;

struct Places<'a, L> {
    source: &'a str,
    rest: Rest,
    listener: &'a mut L,
    position: usize,
    characters: Vec<u8>,
    stretches: Vec<Stretch>,
    /// Byte of the source up to which characters have been accounted for.
    seen: usize,
    is_end: bool,
    name: Vec<u8>,
    last_start: Vec<u8>,
    attributes: Vec<(Attribute, String)>,
    attribute_count: usize,
    attribute_name: Vec<u8>,
    attribute_value: Vec<u8>,
    /// Names whose end tag is known not to follow any more.
    never_closed: Vec<Vec<u8>>,
}

impl<'a, L: Listener> Places<'a, L> {
    fn new(source: &'a str, rest: Rest, listener: &'a mut L) -> Self {
        Self {
            source,
            rest,
            listener,
            position: 0,
            characters: Vec::new(),
            stretches: Vec::new(),
            seen: 0,
            is_end: false,
            name: Vec::new(),
            last_start: Vec::new(),
            attributes: Vec::new(),
            attribute_count: 0,
            attribute_name: Vec::new(),
            attribute_value: Vec::new(),
            never_closed: Vec::new(),
        }
    }

    fn flush(&mut self) {
        let gathered = std::mem::take(&mut self.characters);
        if let Ok(text) = std::str::from_utf8(&gathered) {
            let mut at = 0;
            for stretch in &self.stretches {
                let text = text.get(at..at + stretch.length).unwrap_or_default();
                let Stretch { from, to, same, length } = *stretch;
                self.listener.text(Piece { text, from, to, same });
                at += length;
            }
        }
        self.stretches.clear();
        self.characters = gathered;
        self.characters.clear();
    }

    fn finish_attribute(&mut self) {
        if let Some(kind) = attribute(&self.attribute_name)
            && self.attribute_count <= ATTRIBUTES
        {
            let value = String::from_utf8_lossy(&self.attribute_value).into_owned();
            self.attributes.push((kind, value));
        }
        self.attribute_name.clear();
        self.attribute_value.clear();
    }

    /// The state in which the content of the current start tag is read; `Err` for a tag to pass over.
    ///
    /// Titles and the like only count when they end: a damaged head would swallow the page.
    fn next_state(&mut self) -> Result<Option<State>, Unclosed> {
        let state = match self.name.as_slice() {
            b"script" => return Ok(Some(State::ScriptData)),
            b"style" => return Ok(Some(State::RawText)),
            b"title" | b"textarea" => State::RcData,
            b"iframe" | b"xmp" | b"noembed" | b"noframes" | b"noscript" => State::RawText,
            _ => return Ok(None),
        };
        if self.is_closed() { Ok(Some(state)) } else { Err(Unclosed) }
    }

    fn is_closed(&mut self) -> bool {
        if self.never_closed.contains(&self.name) {
            return false;
        }
        let rest = self.source.as_bytes().get(self.position..).unwrap_or_default();
        let found = memchr::memmem::find_iter(rest, b"</").any(|at| {
            let name = rest.get(at + 2..at + 2 + self.name.len());
            name.is_some_and(|name| name.eq_ignore_ascii_case(&self.name))
        });
        if !found {
            self.never_closed.push(self.name.clone());
        }
        found
    }
}

fn attribute(name: &[u8]) -> Option<Attribute> {
    Some(match name {
        b"id" | b"class" => Attribute::Label,
        b"style" => Attribute::Style,
        b"hidden" => Attribute::Hidden,
        b"colspan" => Attribute::Columns,
        b"rowspan" => Attribute::Rows,
        b"name" | b"property" => Attribute::Name,
        b"content" => Attribute::Content,
        _ => return None,
    })
}

impl<L: Listener> Emitter for Places<'_, L> {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, last_start_tag: Option<&[u8]>) {
        self.last_start = last_start_tag.unwrap_or_default().to_vec();
    }

    fn emit_eof(&mut self) {
        self.flush();
    }

    fn emit_error(&mut self, _: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn init_string(&mut self) {
        if self.characters.is_empty() {
            self.seen = self.position;
        }
    }

    fn emit_string(&mut self, text: &[u8]) {
        if text.is_empty() {
            return;
        }
        let to = self.position;
        let start = to.saturating_sub(text.len());
        let same = self.source.as_bytes().get(start..to) == Some(text);
        let from = if same { start } else { self.seen.min(to) };
        match self.stretches.last_mut() {
            Some(last) if last.same && same && last.to == from => {
                last.to = to;
                last.length += text.len();
            }
            _ => self.stretches.push(Stretch { length: text.len(), from, to, same }),
        }
        self.characters.extend_from_slice(text);
        self.seen = to;
    }

    fn init_start_tag(&mut self) {
        self.is_end = false;
        self.name.clear();
        self.attributes.clear();
        self.attribute_count = 0;
    }

    fn init_end_tag(&mut self) {
        self.init_start_tag();
        self.is_end = true;
    }

    fn init_comment(&mut self) {}

    fn emit_current_tag(&mut self) -> Option<State> {
        self.finish_attribute();
        self.rest.set(false);
        self.flush();
        self.seen = self.position;
        let tag = tags::tag(&self.name);
        if self.is_end {
            self.last_start.clear();
            if let Some(tag) = tag {
                self.listener.close(tag);
            }
            return None;
        }
        self.last_start.clone_from(&self.name);
        let state = self.next_state().ok()?;
        if let Some(tag) = tag {
            self.listener.open(tag, &self.attributes);
        }
        state
    }

    fn emit_current_comment(&mut self) {
        self.seen = self.position;
    }

    fn emit_current_doctype(&mut self) {
        self.seen = self.position;
    }

    fn set_self_closing(&mut self) {}

    fn set_force_quirks(&mut self) {}

    fn push_tag_name(&mut self, name: &[u8]) {
        if self.name.len() < VALUE {
            self.name.extend_from_slice(name);
        }
    }

    fn push_comment(&mut self, _: &[u8]) {}

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn init_doctype(&mut self) {}

    fn init_attribute(&mut self) {
        self.finish_attribute();
        self.attribute_count += 1;
        if self.attribute_count.is_multiple_of(REST) {
            self.rest.set(true);
        }
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        if self.attribute_name.len() < 32 {
            self.attribute_name.extend_from_slice(name);
        }
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        if self.attribute_value.len() < VALUE {
            self.attribute_value.extend_from_slice(value);
        }
    }

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && !self.last_start.is_empty() && self.last_start == self.name
    }

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Heard(Vec<(String, usize, usize, bool)>);

    impl Listener for Heard {
        fn open(&mut self, _: Tag, _: &[(Attribute, String)]) {}
        fn close(&mut self, _: Tag) {}
        fn text(&mut self, piece: Piece<'_>) {
            self.0.push((piece.text.to_owned(), piece.from, piece.to, piece.same));
        }
    }

    fn heard(source: &str) -> Vec<(String, usize, usize, bool)> {
        let mut heard = Heard::default();
        read(source, &mut heard);
        for (text, from, to, same) in &heard.0 {
            assert!(!same || source[*from..*to] == *text, "{text}");
        }
        heard.0
    }

    #[test]
    fn entities_line_ends_and_comments_keep_their_places() {
        let source = "<p>甲&nbsp;乙<!-- x -->&gt;\r\n丙</p>";
        let pieces: Vec<_> = heard(source).into_iter().map(|(t, from, to, _)| (t, &source[from..to])).collect();
        let expected = [("甲", "甲"), ("\u{A0}", "&nbsp;"), ("乙", "乙"), (">", "&gt;"), ("\n", "\r"), ("丙", "丙")];
        assert_eq!(pieces.len(), expected.len());
        for ((text, raw), (want, want_raw)) in pieces.iter().zip(expected) {
            assert_eq!((text.as_str(), *raw), (want, want_raw));
        }
    }

    #[test]
    fn stray_signs_are_text() {
        let text: String = heard("<p>1<2 a&b <法</p>").into_iter().map(|(t, ..)| t).collect();
        assert_eq!(text, "1<2 a&b <法");
    }

    #[test]
    fn a_title_without_an_end_does_not_swallow_the_page() {
        let text: String = heard("<title>甲<body><p>乙</p>").into_iter().map(|(t, ..)| t).collect();
        assert_eq!(text, "甲乙");
    }
}
