//! The tokenizer's input, with a guard against tags of very many attributes.

use std::cell::Cell;
use std::convert::Infallible;
use std::rc::Rc;

use html5gum::{Readable, Reader, StringReader};

use crate::intake::pace;

/// A call for a rest, made by whoever hears the attributes and answered by the input.
pub(super) type Rest = Rc<Cell<bool>>;

/// A page as the tokenizer reads it.
///
/// The tokenizer goes from one quoted attribute to the next by a call inside a call, thousands deep in a hostile
/// tag. A slash between two attributes means what a blank means and makes it return, so one blank is read as a slash
/// when a rest is called for.
pub(super) struct Input<'a> {
    inner: StringReader<'a>,
    rest: Rest,
    after_quote: bool,
    /// Bytes read and not told yet.
    read: usize,
}

impl<'a> Input<'a> {
    pub(super) fn new(source: &'a str, rest: Rest) -> Self {
        Self { inner: source.to_reader(), rest, after_quote: false, read: 0 }
    }
}

impl Reader for Input<'_> {
    type Error = Infallible;

    #[inline]
    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        let byte = self.inner.read_byte()?;
        let blank = matches!(byte, Some(b' ' | b'\t' | b'\n' | b'\r' | b'\x0C'));
        if self.after_quote && blank && self.rest.take() {
            self.after_quote = false;
            return Ok(Some(b'/'));
        }
        self.after_quote = byte == Some(b'"');
        pace::count(&mut self.read, 1);
        Ok(byte)
    }

    #[inline]
    fn try_read_string(&mut self, text: &[u8], case_sensitive: bool) -> Result<bool, Infallible> {
        self.inner.try_read_string(text, case_sensitive)
    }

    #[inline]
    fn read_until<'b>(&'b mut self, needle: &[u8], buffer: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, Infallible> {
        let chunk = self.inner.read_until(needle, buffer)?;
        pace::count(&mut self.read, chunk.map_or(0, <[u8]>::len));
        self.after_quote = chunk.is_some_and(|chunk| chunk.ends_with(b"\""));
        Ok(chunk)
    }
}
