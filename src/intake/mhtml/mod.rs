//! Saved web page (.mht, RFC 2557) → the bytes of its main page.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::encoding::{self, Decoded};
use crate::error::FileProblem;

/// Bytes looked at for the head of such a file.
const HEAD: usize = 4096;

/// Whether the bytes begin with the head of a saved page.
pub(super) fn is_here(bytes: &[u8]) -> bool {
    let head = bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
    let first = head.split(|byte| matches!(byte, b'\r' | b'\n')).next().unwrap_or_default();
    let name = first.split(|byte| *byte == b':').next().unwrap_or_default();
    let is_field = name.len() < first.len() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    let holds = |words: &[u8]| memchr::memmem::find(&head, words).is_some();
    is_field && holds(b"content-type:") && (holds(b"mime-version:") || holds(b"multipart/related"))
}

/// The text of the main page.
pub(super) fn read(bytes: &[u8]) -> Result<Decoded, FileProblem> {
    let message = MessageParser::default().parse(bytes).ok_or_else(|| FileProblem::Damaged("ends early".to_owned()))?;
    let part = main_part(&message).ok_or(FileProblem::NoText)?;
    let charset = part.content_type().and_then(|kind| kind.attribute("charset"));
    Ok(encoding::decode_as(&content(&message, part), charset))
}

/// The page that the file names as its start, else the first one.
fn main_part<'m, 'x>(message: &'m Message<'x>) -> Option<&'m MessagePart<'x>> {
    let bare = |id: &str| id.trim_matches(['<', '>', ' ']).to_owned();
    let start = message.parts.first()?.content_type().and_then(|kind| kind.attribute("start")).map(bare);
    let is_page = |part: &&MessagePart<'x>| matches!(part.body, PartType::Html(_));
    let named = |part: &&MessagePart<'x>| part.content_id().map(bare) == start;
    let mut pages = message.parts.iter().filter(is_page);
    let first = pages.clone().next();
    start.as_ref().and_then(|_| pages.find(named)).or(first)
}

/// The bytes of a part as the site sent them: the parser would decode them by the charset that the head declares.
fn content(message: &Message<'_>, part: &MessagePart<'_>) -> Vec<u8> {
    let raw = message.raw_message.get(part.offset_body as usize..part.offset_end as usize).unwrap_or_default();
    let decoded = match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
        Encoding::Base64 => base64_decode(raw),
    };
    decoded.unwrap_or_else(|| part.contents().to_vec())
}
