//! XML under limits: names without their prefixes, no DTD, no deep nesting.

use std::borrow::Cow;

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::{limits, pace};
use crate::error::FileProblem;

/// A start tag.
pub(super) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// Its name without the prefix: the strict and the transitional namespaces differ, the names do not.
    pub(super) fn name(&self) -> &str {
        local(self.0.name().into_inner())
    }

    /// The value of an attribute, named without its prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let [value] = self.attributes([name]);
        value
    }

    /// The values of several attributes, named without their prefixes.
    pub(super) fn attributes<const N: usize>(&self, names: [&str; N]) -> [Option<String>; N] {
        let mut values = [const { None }; N];
        let mut attributes = self.0.attributes();
        // The first of two counts either way, and looking for a second costs memory for each attribute.
        for attribute in attributes.with_checks(false).flatten() {
            let own = local(attribute.key.into_inner());
            let Some((_, value)) = names.iter().zip(&mut values).find(|(name, _)| **name == own) else { continue };
            if value.is_none() {
                *value = attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned);
            }
            if values.iter().all(Option::is_some) {
                break;
            }
        }
        values
    }

    /// The attribute `val`.
    pub(super) fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// The attribute `val` as a number.
    pub(super) fn number<T: std::str::FromStr>(&self) -> Option<T> {
        self.value()?.trim().parse().ok()
    }

    /// Whether a switch such as `<w:vanish/>` is on.
    pub(super) fn is_on(&self) -> bool {
        !self.value().is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off"))
    }
}

/// What a walk meets.
pub(super) enum Node<'a> {
    /// A start tag.
    Start(&'a Element<'a>),
    /// An end tag, by its name without the prefix; an empty element has one too.
    End(&'a str),
    /// Characters.
    Text(&'a str),
}

/// Visits the nodes of `xml` in order. What was visited before an error stays visited.
pub(super) fn walk(xml: &str, mut visit: impl FnMut(Node<'_>)) -> Result<(), FileProblem> {
    let mut reader = Reader::from_str(xml);
    let (mut depth, mut at, mut untold) = (0_usize, 0, 0);
    loop {
        let before = std::mem::replace(&mut at, reader.buffer_position());
        pace::count(&mut untold, (at - before) as usize);
        match reader.read_event().map_err(|error| FileProblem::Damaged(error.to_string()))? {
            Event::Start(start) => {
                depth += 1;
                if depth > limits::XML_DEPTH {
                    return Err(FileProblem::Damaged("nested too deeply".to_owned()));
                }
                visit(Node::Start(&Element(start)));
            }
            Event::Empty(start) => {
                let element = Element(start);
                visit(Node::Start(&element));
                visit(Node::End(element.name()));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                visit(Node::End(local(end.name().into_inner())));
            }
            Event::Text(text) => visit(Node::Text(&text.xml10_content())),
            Event::CData(text) => visit(Node::Text(&text.xml10_content())),
            Event::GeneralRef(reference) => visit(Node::Text(&resolve(&reference))),
            Event::DocType(_) => return Err(FileProblem::Damaged("document type definition".to_owned())),
            Event::Eof if depth > 0 => return Err(FileProblem::Damaged("ends early".to_owned())),
            Event::Eof => {
                pace::bytes(untold);
                return Ok(());
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

/// Visits the nodes of `xml` as far as it can be read: damage here costs looks, never text.
pub(super) fn skim(xml: &str, visit: impl FnMut(Node<'_>)) {
    walk(xml, visit).ok();
}

fn resolve(reference: &BytesRef<'_>) -> String {
    let name = reference.borrow().into_inner();
    let known = reference.resolve_char_ref().ok().flatten().or(match name.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    });
    known.map_or_else(|| format!("&{name};"), String::from)
}

fn local(name: &str) -> &str {
    // Names are a few bytes long: a search made for long texts takes longer to start than this to end.
    let colon = name.bytes().rposition(|byte| byte == b':');
    colon.and_then(|at| name.get(at + 1..)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(xml: &str) -> Result<String, FileProblem> {
        let mut all = String::new();
        walk(xml, |node| {
            if let Node::Text(text) = node {
                all.push_str(text);
            }
        })?;
        Ok(all)
    }

    #[test]
    fn references_and_cdata_are_text() {
        assert_eq!(text("<w:t>甲&amp;&#x4E59;<![CDATA[<丙>]]></w:t>").unwrap(), "甲&乙<丙>");
    }

    #[test]
    fn definitions_depth_and_early_ends_are_refused() {
        assert!(text("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>").is_err());
        assert!(text(&"<a>".repeat(300)).is_err());
        assert!(text("<a><b>甲</b>").is_err());
    }
}
