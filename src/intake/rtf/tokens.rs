//! The tokens of rich text: groups, control words, bytes of text.

/// What stands next in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A group starts.
    Open,
    /// A group ends.
    Close,
    /// A control word and its number.
    Word(&'a [u8], Option<i32>),
    /// A control symbol.
    Symbol(u8),
    /// A byte of text.
    Byte(u8),
    /// Bytes of text that stand as they are.
    Bytes(&'a [u8]),
}

/// The tokens of `bytes` in order; binary data is passed over.
pub(super) fn each(bytes: &[u8]) -> impl Iterator<Item = Token<'_>> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        rest = &rest[rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n' | 0)).count()..];
        let (token, after) = next(rest)?;
        rest = after;
        if let Token::Word(b"bin", Some(count)) = token {
            rest = rest.get(usize::try_from(count).unwrap_or(0)..).unwrap_or_default();
        }
        Some(token)
    })
}

fn next(bytes: &[u8]) -> Option<(Token<'_>, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    match first {
        b'{' => Some((Token::Open, rest)),
        b'}' => Some((Token::Close, rest)),
        b'\\' => control(rest),
        _ => {
            let length = memchr::memchr3(b'{', b'}', b'\\', bytes).unwrap_or(bytes.len());
            let length = memchr::memchr3(b'\r', b'\n', 0, &bytes[..length]).unwrap_or(length);
            let (text, rest) = bytes.split_at(length);
            Some((Token::Bytes(text), rest))
        }
    }
}

fn control(bytes: &[u8]) -> Option<(Token<'_>, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    if *first == b'\'' {
        let digit = |at: usize| rest.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        return Some(match (digit(0), digit(1)) {
            (Some(high), Some(low)) => (Token::Byte((high * 16 + low) as u8), &rest[2..]),
            _ => (Token::Symbol(b'\''), rest),
        });
    }
    if !first.is_ascii_alphabetic() {
        return Some((Token::Symbol(*first), rest));
    }
    let length = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (word, mut rest) = bytes.split_at(length);
    let sign = usize::from(rest.first() == Some(&b'-'));
    let digits = rest[sign..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut number = None;
    if digits > 0 {
        let text = std::str::from_utf8(&rest[..sign + digits]).unwrap_or_default();
        number = Some(text.parse().unwrap_or(0));
        rest = &rest[sign + digits..];
    }
    Some((Token::Word(word, number), rest.strip_prefix(b" ").unwrap_or(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_bytes_and_binary_data() {
        let tokens: Vec<_> = each(b"{\\b0 a\\u-10?\\'b7\\~\r\n\\bin3 }}}\\par}").collect();
        let expected = [
            Token::Open,
            Token::Word(b"b", Some(0)),
            Token::Bytes(b"a"),
            Token::Word(b"u", Some(-10)),
            Token::Bytes(b"?"),
            Token::Byte(0xB7),
            Token::Symbol(b'~'),
            Token::Word(b"bin", Some(3)),
            Token::Word(b"par", None),
            Token::Close,
        ];
        assert_eq!(tokens, expected);
    }
}
