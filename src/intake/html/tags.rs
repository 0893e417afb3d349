//! The elements that matter and how each is laid out.

/// How an element takes part in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Starts and ends a line.
    Block,
    /// A paragraph, which any other block ends.
    Paragraph,
    /// A heading of that level.
    Heading(u8),
    /// An item of a list, which the next item ends.
    Item,
    /// A table.
    Table,
    /// A group of rows.
    Rows,
    /// A row.
    Row,
    /// A cell.
    Cell,
    /// A block that by its name is no article: menus, footers.
    Aside,
    /// Inside a line, without meaning here.
    Inline,
    /// A link.
    Link,
    /// Preformatted text: line feeds are line breaks.
    Verbatim,
    /// Its content is never shown as text.
    Unseen,
    /// A line break.
    Break,
    /// The title of the page.
    Title,
    /// A named fact.
    Meta,
}

/// One element of the list, by its place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag(u8);

const TAGS: [(&[u8], Kind); 95] = [
    (b"a", Kind::Link),
    (b"abbr", Kind::Inline),
    (b"address", Kind::Block),
    (b"applet", Kind::Unseen),
    (b"article", Kind::Block),
    (b"aside", Kind::Aside),
    (b"audio", Kind::Unseen),
    (b"b", Kind::Inline),
    (b"big", Kind::Inline),
    (b"blockquote", Kind::Block),
    (b"body", Kind::Block),
    (b"br", Kind::Break),
    (b"button", Kind::Unseen),
    (b"canvas", Kind::Unseen),
    (b"caption", Kind::Block),
    (b"center", Kind::Block),
    (b"cite", Kind::Inline),
    (b"code", Kind::Inline),
    (b"dd", Kind::Item),
    (b"del", Kind::Inline),
    (b"details", Kind::Block),
    (b"dir", Kind::Block),
    (b"div", Kind::Block),
    (b"dl", Kind::Block),
    (b"dt", Kind::Item),
    (b"em", Kind::Inline),
    (b"fieldset", Kind::Block),
    (b"figcaption", Kind::Block),
    (b"figure", Kind::Block),
    (b"font", Kind::Inline),
    (b"footer", Kind::Aside),
    (b"form", Kind::Block),
    (b"h1", Kind::Heading(1)),
    (b"h2", Kind::Heading(2)),
    (b"h3", Kind::Heading(3)),
    (b"h4", Kind::Heading(4)),
    (b"h5", Kind::Heading(5)),
    (b"h6", Kind::Heading(6)),
    (b"head", Kind::Block),
    (b"header", Kind::Aside),
    (b"hr", Kind::Break),
    (b"html", Kind::Block),
    (b"i", Kind::Inline),
    (b"iframe", Kind::Unseen),
    (b"ins", Kind::Inline),
    (b"label", Kind::Inline),
    (b"legend", Kind::Block),
    (b"li", Kind::Item),
    (b"main", Kind::Block),
    (b"map", Kind::Unseen),
    (b"math", Kind::Unseen),
    (b"menu", Kind::Aside),
    (b"meta", Kind::Meta),
    (b"nav", Kind::Aside),
    (b"noembed", Kind::Unseen),
    (b"noframes", Kind::Unseen),
    (b"noscript", Kind::Unseen),
    (b"object", Kind::Unseen),
    (b"ol", Kind::Block),
    (b"optgroup", Kind::Unseen),
    (b"option", Kind::Unseen),
    (b"p", Kind::Paragraph),
    (b"pre", Kind::Verbatim),
    (b"rp", Kind::Unseen),
    (b"rt", Kind::Inline),
    (b"ruby", Kind::Inline),
    (b"s", Kind::Inline),
    (b"script", Kind::Unseen),
    (b"section", Kind::Block),
    (b"select", Kind::Unseen),
    (b"small", Kind::Inline),
    (b"span", Kind::Inline),
    (b"strike", Kind::Inline),
    (b"strong", Kind::Inline),
    (b"style", Kind::Unseen),
    (b"sub", Kind::Inline),
    (b"summary", Kind::Block),
    (b"sup", Kind::Inline),
    (b"svg", Kind::Unseen),
    (b"table", Kind::Table),
    (b"tbody", Kind::Rows),
    (b"td", Kind::Cell),
    (b"template", Kind::Unseen),
    (b"textarea", Kind::Unseen),
    (b"tfoot", Kind::Rows),
    (b"th", Kind::Cell),
    (b"thead", Kind::Rows),
    (b"title", Kind::Title),
    (b"tr", Kind::Row),
    (b"tt", Kind::Inline),
    (b"u", Kind::Inline),
    (b"ul", Kind::Block),
    (b"video", Kind::Unseen),
    (b"xml", Kind::Unseen),
    (b"xmp", Kind::Unseen),
];

/// The element of that name, given in lower case; `None` for names that play no part.
pub(super) fn tag(name: &[u8]) -> Option<Tag> {
    TAGS.binary_search_by(|(known, _)| (*known).cmp(name)).ok().and_then(|at| u8::try_from(at).ok()).map(Tag)
}

impl Tag {
    /// How it is laid out.
    pub(super) fn kind(self) -> Kind {
        TAGS.get(usize::from(self.0)).map_or(Kind::Inline, |(_, kind)| *kind)
    }
}

impl Kind {
    /// Whether it stands inside a line.
    pub(super) fn is_inline(self) -> bool {
        matches!(self, Self::Inline | Self::Link)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(TAGS.is_sorted_by(|a, b| a.0 < b.0));
        assert_eq!(tag(b"td").map(Tag::kind), Some(Kind::Cell));
        assert!(tag(b"x-y").is_none());
    }
}
