//! The state machine of rich text: groups on a list of their own, never on the stack of the program.

use super::body::Body;
use super::group::{Group, Target, opened};
use super::tokens::Token;
use crate::intake::document::MetaItem;

/// A date of the properties.
#[derive(Clone, Copy, Debug, Default)]
struct Date([i32; 5]);

/// Where the reader stands.
#[derive(Debug, Default)]
pub(super) struct Reader {
    body: Body,
    facts: Vec<MetaItem>,
    groups: Vec<Group>,
    /// A group has started and its first word is still to come.
    fresh: bool,
    /// An asterisk: the group is to be passed over where its word is unknown.
    optional: bool,
    /// Bytes of text that wait for what completes their characters.
    bytes: Vec<u8>,
    /// Characters still to be passed over.
    skip: u32,
    /// First half of a character that takes two.
    high: Option<u16>,
    date: Date,
    /// The outermost group has ended.
    over: bool,
}

impl Reader {
    /// Takes the next token.
    pub(super) fn token(&mut self, token: Token<'_>) {
        if self.over {
            return;
        }
        match token {
            Token::Bytes(bytes) => self.bytes(bytes),
            Token::Byte(byte) => self.bytes(&[byte]),
            Token::Open => {
                self.flush();
                self.skip = 0;
                let group = self.group();
                if group.target == Target::Styles {
                    self.body.styles.start();
                }
                self.groups.push(Group { boxed: false, ..group });
                (self.fresh, self.optional) = (true, false);
            }
            Token::Close => self.close(),
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Word(word, number) => self.word(word, number),
        }
    }

    /// The document, its properties, and whether the file was whole.
    pub(super) fn finish(mut self) -> (Body, Vec<MetaItem>, bool) {
        self.flush();
        self.body.finish();
        (self.body, self.facts, self.over)
    }

    fn group(&self) -> Group {
        self.groups.last().copied().unwrap_or(Group::START)
    }

    fn change(&mut self, change: impl FnOnce(&mut Group)) {
        if let Some(group) = self.groups.last_mut() {
            change(group);
        }
    }

    fn close(&mut self) {
        self.flush();
        self.skip = 0;
        let Some(group) = self.groups.pop() else { return };
        if group.boxed {
            self.body.close_box();
        }
        if let Target::Fact(name) = group.target
            && self.group().target == Target::Info
        {
            self.end_fact(name);
        }
        self.fresh = false;
        self.over = self.groups.is_empty();
    }

    fn end_fact(&mut self, name: &str) {
        let [year, month, day, hour, minute] = std::mem::take(&mut self.date).0;
        if year > 0 {
            let value = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:00Z");
            self.facts.push(MetaItem { name: name.to_owned(), value });
        }
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.fresh = false;
        let passed = bytes.len().min(self.skip as usize);
        self.skip -= passed as u32;
        self.bytes.extend_from_slice(&bytes[passed..]);
    }

    /// Decodes the bytes that wait: no character goes on behind a control word.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        self.high = None;
        let group = self.group();
        if group.target != Target::Nowhere && !(group.target == Target::Number && self.is_sign(group)) {
            let text = self.body.fonts.decode(&bytes, group.font);
            self.text(&text);
        }
        self.bytes = bytes;
        self.bytes.clear();
    }

    fn is_sign(&self, group: Group) -> bool {
        self.body.fonts.is_symbol(group.font)
    }

    /// Characters, wherever they go.
    fn text(&mut self, text: &str) {
        let group = self.group();
        match group.target {
            Target::Body if !group.hidden && !group.deleted => self.body.write(text),
            Target::Number => self.body.write_number(text),
            Target::Styles => self.body.styles.text(text),
            Target::Fact(name) => match self.facts.last_mut() {
                Some(fact) if fact.name == name => fact.value.push_str(text),
                _ => self.facts.push(MetaItem { name: name.to_owned(), value: text.to_owned() }),
            },
            _ => {}
        }
    }

    fn symbol(&mut self, symbol: u8) {
        if symbol == b'*' {
            self.optional = self.fresh;
            return;
        }
        if matches!(symbol, b'{' | b'}' | b'\\') {
            self.bytes(&[symbol]);
            return;
        }
        self.flush();
        self.fresh = false;
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        match symbol {
            b'~' => self.text("\u{A0}"),
            b'_' => self.text("-"),
            b'\r' | b'\n' => self.paragraph_word(b"par", None),
            b'\t' => self.text("\t"),
            _ => {}
        }
    }

    fn word(&mut self, word: &[u8], number: Option<i32>) {
        self.flush();
        let (fresh, optional) = (std::mem::take(&mut self.fresh), std::mem::take(&mut self.optional));
        if self.skip > 0 && word != b"u" {
            self.skip -= 1;
            return;
        }
        let within = self.group().target;
        let found = (fresh || optional || word == b"footnote").then(|| opened(word, within)).flatten();
        if let Some((target, unread)) = found {
            self.open_target(target, unread, within);
        } else if optional {
            self.change(|group| group.target = Target::Nowhere);
        } else {
            self.plain_word(word, number);
        }
    }

    fn open_target(&mut self, target: Target, unread: Option<&'static str>, within: Target) {
        if let Some(what) = unread {
            self.body.note(what);
        }
        if let Target::Fact(name) = target {
            self.facts.retain(|fact| fact.name != name);
        }
        let boxed = target == Target::Body && within == Target::Shape;
        if boxed {
            self.body.open_box();
        }
        self.change(|group| (group.target, group.boxed) = (target, boxed));
    }

    fn plain_word(&mut self, word: &[u8], number: Option<i32>) {
        match word {
            b"u" => self.unicode(number.unwrap_or(0)),
            b"uc" => self.change(|group| group.fallback = number.unwrap_or(1).clamp(0, 16).cast_unsigned()),
            b"ansicpg" => self.body.fonts.codepage = number.and_then(|number| u32::try_from(number).ok()),
            b"v" => self.change(|group| group.hidden = number != Some(0)),
            b"deleted" => self.change(|group| group.deleted = number != Some(0)),
            b"plain" => self.change(|group| (group.hidden, group.deleted, group.font) = (false, false, None)),
            b"yr" | b"mo" | b"dy" | b"hr" | b"min" => self.date_word(word, number.unwrap_or(0)),
            _ => {
                if let Some(text) = sign(word) {
                    self.text(text);
                } else {
                    self.table_word(word, number);
                }
            }
        }
    }

    /// A word whose meaning depends on where it stands.
    fn table_word(&mut self, word: &[u8], number: Option<i32>) {
        match self.group().target {
            Target::Fonts => self.body.fonts.word(word, number.unwrap_or(0)),
            Target::Styles => self.body.styles.word(word, number),
            _ if word == b"f" => self.change(|group| group.font = number),
            _ => self.paragraph_word(word, number),
        }
    }

    fn paragraph_word(&mut self, word: &[u8], number: Option<i32>) {
        let group = self.group();
        // The end of a deleted paragraph is deleted too.
        let unseen = group.deleted && matches!(word, b"par" | b"line");
        if group.target == Target::Body && !unseen {
            self.body.word(word, number);
        }
    }

    fn date_word(&mut self, word: &[u8], number: i32) {
        let at = [&b"yr"[..], b"mo", b"dy", b"hr", b"min"].iter().position(|name| *name == word);
        if let (Some(at), Target::Fact(_)) = (at, self.group().target) {
            self.date.0[at] = number;
        }
    }

    /// A character by its UTF-16 number, the halves of a pair one after the other.
    fn unicode(&mut self, number: i32) {
        self.skip = self.group().fallback;
        let Ok(unit) = u16::try_from(number & 0xFFFF) else { return };
        let high = self.high.take();
        match char::decode_utf16(high.into_iter().chain(std::iter::once(unit))).last() {
            Some(Ok(c)) => self.text(c.encode_utf8(&mut [0; 4])),
            Some(Err(_)) if (0xD800..0xDC00).contains(&unit) => self.high = Some(unit),
            _ => self.text("\u{FFFD}"),
        }
    }
}

/// The character that a control word stands for.
fn sign(word: &[u8]) -> Option<&'static str> {
    Some(match word {
        b"tab" => "\t",
        b"emdash" => "—",
        b"endash" => "–",
        b"lquote" => "‘",
        b"rquote" => "’",
        b"ldblquote" => "“",
        b"rdblquote" => "”",
        b"bullet" => "•",
        b"emspace" => "\u{2003}",
        b"enspace" => "\u{2002}",
        b"qmspace" => "\u{2005}",
        _ => return None,
    })
}
