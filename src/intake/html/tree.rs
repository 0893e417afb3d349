//! The page as a light tree: block elements with their parents, and lines of text in reading order.

use super::line::LineBuilder;
use super::tags::{Kind, Tag};
use super::tokens::{Attribute, Listener, Piece};
use crate::intake::document::MetaItem;
use crate::intake::grid::{Grid, Place};
use crate::intake::limits;
use crate::intake::traced::{Traced, inked};

/// Deepest nesting kept; deeper elements are read as part of their ancestor.
const DEPTH: usize = 512;

/// Most named facts kept.
const FACTS: usize = 200;

/// A block element.
#[derive(Debug)]
pub(super) struct Element {
    /// Its parent; the root is its own.
    pub(super) parent: usize,
    /// Its name or label says that it is no article.
    pub(super) aside: bool,
}

/// A line of text: all between two breaks.
#[derive(Debug)]
pub(super) struct Leaf {
    /// The text.
    pub(super) traced: Traced,
    /// The innermost block element around it.
    pub(super) element: usize,
    /// Level of the heading element around it.
    pub(super) heading: Option<u8>,
    /// The cell of the innermost table around it.
    pub(super) place: Option<Place>,
    /// Line breaks before it inside one block: 0 where a block starts.
    pub(super) breaks: u32,
    /// Characters that show.
    pub(super) shown: usize,
    /// Of these, characters inside links.
    pub(super) linked: usize,
}

/// An open element.
#[derive(Clone, Copy)]
struct Frame {
    tag: Tag,
    element: usize,
    heading: Option<u8>,
    place: Option<Place>,
    unseen: bool,
    hidden: bool,
    linked: bool,
    verbatim: bool,
    title: bool,
}

/// The tree and what stands outside it.
pub(super) struct Tree {
    /// Block elements in document order; a parent stands before its children.
    pub(super) elements: Vec<Element>,
    /// Lines in reading order.
    pub(super) leaves: Vec<Leaf>,
    /// The tables.
    pub(super) grid: Grid,
    /// Title and `meta` elements.
    pub(super) facts: Vec<MetaItem>,
    /// More lines than are read.
    pub(super) truncated: bool,
    /// Characters left out because the page hides them.
    pub(super) hidden: usize,
    /// Whether hidden text is read like any other.
    shows_hidden: bool,
    stack: Vec<Frame>,
    /// Start tags beyond the depth limit that are still to be closed.
    beyond: usize,
    line: LineBuilder,
    breaks: u32,
    title: String,
}

impl Tree {
    /// An empty page, of which hidden text is read too where `shows_hidden` says so.
    pub(super) fn new(shows_hidden: bool) -> Self {
        Self {
            elements: vec![Element { parent: 0, aside: false }],
            leaves: Vec::new(),
            grid: Grid::default(),
            facts: Vec::new(),
            truncated: false,
            hidden: 0,
            shows_hidden,
            stack: Vec::new(),
            beyond: 0,
            line: LineBuilder::default(),
            breaks: 0,
            title: String::new(),
        }
    }

    /// Ends the last line and the title.
    pub(super) fn finish(&mut self) {
        self.end_line(false);
        self.end_title();
    }

    fn top(&self) -> Option<&Frame> {
        self.stack.last()
    }

    /// Ends the line; `soft` where only a line break ends it.
    fn end_line(&mut self, soft: bool) {
        let (shown, linked) = (self.line.shown, self.line.linked);
        let traced = self.line.finish();
        self.line = LineBuilder::default();
        if inked(traced.text()).is_some() {
            if self.leaves.len() >= limits::BLOCKS {
                self.truncated = true;
            } else {
                let (element, heading, place) =
                    self.top().map_or((0, None, None), |frame| (frame.element, frame.heading, frame.place));
                let breaks = self.breaks;
                self.leaves.push(Leaf { traced, element, heading, place, breaks, shown, linked });
            }
            self.breaks = u32::from(soft);
        } else if soft && self.breaks > 0 {
            self.breaks += 1;
        }
        if !soft {
            self.breaks = 0;
        }
    }

    fn end_title(&mut self) {
        let title = std::mem::take(&mut self.title);
        let known = self.facts.iter().any(|fact| fact.name == "title");
        if !known && !title.trim().is_empty() {
            self.facts.push(MetaItem { name: "title".to_owned(), value: title.trim().to_owned() });
        }
    }

    fn push(&mut self, tag: Tag, attributes: &[(Attribute, String)]) {
        if self.stack.len() >= DEPTH {
            self.beyond += 1;
            return;
        }
        let kind = tag.kind();
        let mut frame = self.top().copied().unwrap_or(Frame {
            tag,
            element: 0,
            heading: None,
            place: None,
            unseen: false,
            hidden: false,
            linked: false,
            verbatim: false,
            title: false,
        });
        frame.tag = tag;
        frame.unseen |= kind == Kind::Unseen;
        frame.hidden |= is_hidden(attributes);
        frame.linked |= kind == Kind::Link;
        frame.verbatim |= kind == Kind::Verbatim;
        frame.title = kind == Kind::Title;
        match kind {
            Kind::Heading(level) => frame.heading = Some(level),
            Kind::Table => frame.place = Some(self.grid.open_table(frame.place)),
            Kind::Row => self.grid.open_row(frame.place),
            Kind::Cell => {
                let (columns, rows) = (span(attributes, Attribute::Columns), span(attributes, Attribute::Rows));
                frame.place = self.grid.open_cell(frame.place, columns, rows);
            }
            _ => {}
        }
        if !kind.is_inline() && kind != Kind::Title {
            // The header and footer of a table are no header and footer of the page.
            let in_table = matches!(kind, Kind::Row | Kind::Rows);
            let aside = kind == Kind::Aside || (!in_table && is_aside(attributes));
            self.elements.push(Element { parent: frame.element, aside });
            frame.element = self.elements.len() - 1;
        }
        self.stack.push(frame);
    }

    /// Ends what a start tag of this kind ends without saying so.
    fn end_implied(&mut self, kind: Kind) {
        let ends: fn(Kind) -> bool = match kind {
            Kind::Item => |open| matches!(open, Kind::Item | Kind::Paragraph),
            Kind::Cell => |open| matches!(open, Kind::Cell | Kind::Paragraph | Kind::Item),
            Kind::Row => |open| matches!(open, Kind::Row | Kind::Cell | Kind::Paragraph | Kind::Item),
            Kind::Rows => |open| matches!(open, Kind::Rows | Kind::Row | Kind::Cell | Kind::Paragraph | Kind::Item),
            _ => |open| open == Kind::Paragraph,
        };
        let mut keep = self.stack.len();
        for (at, frame) in self.stack.iter().enumerate().rev() {
            let open = frame.tag.kind();
            if ends(open) {
                keep = at;
            } else if !open.is_inline() {
                break;
            }
        }
        self.stack.truncate(keep);
    }

    fn pop(&mut self, tag: Tag) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let kind = tag.kind();
        let in_table = matches!(kind, Kind::Table | Kind::Rows | Kind::Row | Kind::Cell);
        for (at, frame) in self.stack.iter().enumerate().rev() {
            if frame.tag == tag {
                self.stack.truncate(at);
                return;
            }
            let open = frame.tag.kind();
            let wall = if kind.is_inline() { !open.is_inline() } else { !in_table && open == Kind::Cell };
            if wall || open == Kind::Table {
                return;
            }
        }
    }

    fn meta(&mut self, attributes: &[(Attribute, String)]) {
        let get = |wanted| attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.trim());
        if let (Some(name), Some(value)) = (get(Attribute::Name), get(Attribute::Content))
            && !name.is_empty()
            && !value.is_empty()
            && self.facts.len() < FACTS
        {
            self.facts.push(MetaItem { name: name.to_owned(), value: value.to_owned() });
        }
    }
}

impl Listener for Tree {
    fn open(&mut self, tag: Tag, attributes: &[(Attribute, String)]) {
        let kind = tag.kind();
        match kind {
            Kind::Break => self.end_line(true),
            Kind::Meta => self.meta(attributes),
            Kind::Inline | Kind::Link | Kind::Title => self.push(tag, attributes),
            // Pages put scripts inside sentences: they end no line.
            Kind::Unseen => self.push(tag, attributes),
            _ => {
                self.end_line(false);
                self.end_implied(kind);
                self.push(tag, attributes);
            }
        }
    }

    fn close(&mut self, tag: Tag) {
        match tag.kind() {
            Kind::Break | Kind::Meta => {}
            Kind::Title => {
                self.end_title();
                self.pop(tag);
            }
            kind => {
                if !kind.is_inline() && kind != Kind::Unseen {
                    self.end_line(false);
                }
                self.pop(tag);
            }
        }
    }

    fn text(&mut self, piece: Piece<'_>) {
        let frame = self.top().copied();
        let Some(frame) = frame else { return self.line.push(piece, false) };
        if frame.title {
            self.title.push_str(piece.text);
        } else if frame.hidden && !frame.unseen && !self.shows_hidden {
            self.hidden += piece.text.len();
        } else if frame.verbatim && piece.same {
            let mut from = piece.from;
            for text in piece.text.split_inclusive('\n') {
                self.line.push(Piece { text, from, to: from + text.len(), same: true }, frame.linked);
                from += text.len();
                if text.ends_with('\n') {
                    self.end_line(true);
                }
            }
        } else if !frame.unseen {
            self.line.push(piece, frame.linked);
        }
    }
}

/// Columns or rows that a cell takes.
fn span(attributes: &[(Attribute, String)], wanted: Attribute) -> u32 {
    let value = attributes.iter().find(|(name, _)| *name == wanted);
    value.and_then(|(_, value)| value.trim().parse::<u32>().ok()).unwrap_or(1).clamp(1, 1000)
}

/// Whether a browser leaves the element out. What is only invisible keeps its place: scripts show it when it is there.
fn is_hidden(attributes: &[(Attribute, String)]) -> bool {
    attributes.iter().any(|(name, value)| match name {
        Attribute::Hidden => true,
        Attribute::Style => {
            let style: String = value.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
            style.contains("display:none")
        }
        _ => false,
    })
}

/// Whether the labels of an element hint that it is no article.
fn is_aside(attributes: &[(Attribute, String)]) -> bool {
    const WORDS: [&str; 27] = [
        "nav",
        "menu",
        "crumb",
        "position",
        "location",
        "foot",
        "copyright",
        "sidebar",
        "related",
        "relate",
        "share",
        "comment",
        "login",
        "search",
        "banner",
        "friend",
        "toolbar",
        "qrcode",
        "ewm",
        "print",
        "header",
        "dqwz",
        "wzdq",
        "xgxx",
        "bottom",
        "banquan",
        "bdshare",
    ];
    attributes.iter().filter(|(name, _)| *name == Attribute::Label).any(|(_, value)| {
        let value = value.to_ascii_lowercase();
        WORDS.iter().any(|word| value.contains(word))
    })
}
