//! Which section a stretch of text is about, and by which rule.

use std::rc::Rc;

use super::marks::{ITEM, Style};
use super::page::Page;
use super::parts::Reader;
use super::scheme::Strength;
use super::tree::Node;
use super::types::{Part, Section};
use super::words::{Named, Verdict, Words};
use crate::identity::Kind;

/// A first clause of more characters is no heading.
const LONGEST_LEAD: usize = 24;
/// A paragraph's own run-in heading is at most so long, in characters.
const LONGEST_RUN_IN: usize = 20;
/// A part of one paragraph up to so many characters can be about one section.
const LONGEST_ALONE: usize = 80;
/// What running text must weigh in a problem or plan to name a section.
const ENOUGH: u32 = 2;

/// A section with its reason.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choice {
    pub section: Option<Section>,
    pub outline_part: Option<u8>,
    /// Short words for people: `heading: 普法`, `above: 营商环境`, `text: 复议、应诉`.
    pub reason: String,
}

impl Choice {
    /// Whether two choices differ at most in their reason.
    pub fn same_labels(&self, other: &Self) -> bool {
        (self.section, self.outline_part) == (other.section, other.outline_part)
    }
}

/// What the headings down to a node have settled.
#[derive(Clone, Debug, Default)]
struct Standing<'a> {
    sure: Option<Named<'a>>,
    /// The sections of a heading that names several, while nothing below it decides.
    among: Rc<[Named<'a>]>,
    /// Whether the node's own words settled it.
    own: bool,
}

/// Chooses sections for the nodes of one document.
pub(super) struct Chooser<'a> {
    page: &'a Page<'a>,
    nodes: &'a [Node],
    parts: &'a [Part],
    words: &'a Words<'a>,
    reader: &'a Reader<'a>,
    kind: Kind,
    /// For each node, whether its heading is the name of a part.
    part_names: Vec<bool>,
    standings: Vec<Standing<'a>>,
}

/// A stretch to be labelled: a node's opening or a later paragraph of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub start: usize,
    pub end: usize,
    pub node: Option<usize>,
    /// Whether it starts with the node's heading.
    pub opens: bool,
    /// Whether page chrome stands right before it: passages do not run over chrome.
    pub apart: bool,
}

impl<'a> Chooser<'a> {
    pub fn new(
        page: &'a Page<'a>,
        nodes: &'a [Node],
        parts: &'a [Part],
        words: &'a Words<'a>,
        reader: &'a Reader<'a>,
    ) -> Self {
        let kind = reader.kind();
        let standings = Vec::with_capacity(nodes.len());
        let mut chooser = Self { page, nodes, parts, words, reader, kind, part_names: Vec::new(), standings };
        chooser.part_names = (0..nodes.len()).map(|index| chooser.names_part(index)).collect();
        for index in 0..nodes.len() {
            let standing = chooser.standing(index);
            chooser.standings.push(standing);
        }
        chooser
    }

    /// The section of a stretch in `part`.
    pub fn choose(&self, stretch: Stretch, part: Part) -> Choice {
        match part {
            Part::Preamble => none("preamble"),
            Part::Responsibility => Choice {
                section: Some(Section::Leadership),
                outline_part: Some(10),
                reason: "part: responsibility".to_owned(),
            },
            _ => self.of_body(stretch, part),
        }
    }

    fn of_body(&self, stretch: Stretch, part: Part) -> Choice {
        let nothing = Standing::default();
        let standing = stretch.node.and_then(|node| self.standings.get(node)).unwrap_or(&nothing);
        let text = self.page.slice(stretch.start, stretch.end);
        if !stretch.opens
            && let Some(named) = self.run_in(text, standing)
        {
            return self.chosen(named, "item", text);
        }
        if let Some(named) = standing.sure {
            let rule = match (standing.own, stretch.opens) {
                (true, true) => "heading",
                _ => "above",
            };
            return self.chosen(named, rule, text);
        }
        if part != Part::Achievements && self.introduces(stretch) {
            return self.alone(stretch).map_or_else(|| none("introduction"), |named| self.chosen(named, "text", text));
        }
        self.by_text(stretch, text, part, standing)
    }

    /// A paragraph that opens with a short heading of its own, clear about another section.
    fn run_in<'t>(&self, text: &'t str, standing: &Standing) -> Option<Named<'t>> {
        let text = text.trim_start();
        let heading = &text[..text.find('。')?];
        if heading.chars().nth(LONGEST_RUN_IN).is_some() {
            return None;
        }
        match self.words.heading(heading) {
            Verdict::One(named) if named.strength == Strength::Clear || standing.sure.is_none() => Some(named),
            _ => None,
        }
    }

    /// What a part says whose whole text is one short paragraph.
    fn alone(&self, stretch: Stretch) -> Option<Named<'a>> {
        let node = stretch.node.and_then(|node| self.nodes.get(node)).filter(|node| !node.has_children)?;
        let text = self.page.slice(node.title.end, stretch.end);
        let rest = self.page.slice(stretch.end, node.end);
        if text.chars().nth(LONGEST_ALONE).is_some() || rest.chars().nth(LONGEST_ALONE).is_some() {
            return None;
        }
        match self.words.heading(text) {
            Verdict::One(named) if named.strength == Strength::Clear => Some(named),
            _ => None,
        }
    }

    /// Whether a stretch of problems or plans leads in to items and is about nothing itself.
    fn introduces(&self, stretch: Stretch) -> bool {
        stretch.node.is_some_and(|node| self.part_names[node] && (stretch.opens || self.nodes[node].has_children))
    }

    /// By the running text: the first sentence counts double.
    fn by_text(&self, stretch: Stretch, text: &str, part: Part, standing: &Standing) -> Choice {
        let among = &*standing.among;
        let body = match stretch.node.and_then(|node| self.nodes.get(node)).filter(|_| stretch.opens) {
            Some(node) if !node.is_top() || part == Part::Achievements => {
                self.page.slice(node.title.start, stretch.end)
            }
            _ => text,
        };
        let mut named = self.words.running(body);
        if !among.is_empty() && named.iter().any(|named| has(among, named.section)) {
            named.retain(|named| has(among, named.section));
        }
        let enough = match part {
            Part::Achievements => !named.is_empty(),
            _ => named.first().is_some_and(|first| first.score() >= ENOUGH && first.outweighs(named.get(1))),
        };
        if enough && !named.is_empty() {
            return self.chosen(named[0], "text", body);
        }
        match among.first() {
            Some(&first) => self.chosen(first, if standing.own { "heading" } else { "above" }, body),
            None if part == Part::Achievements && self.kind == Kind::DepartmentReport => {
                Choice { section: Some(Section::Functions), outline_part: Some(2), reason: "trade chapter".to_owned() }
            }
            None => none("no section words"),
        }
    }

    fn chosen(&self, named: Named, rule: &str, text: &str) -> Choice {
        let outline_part = named.outline_part.or_else(|| {
            let running = self.words.running(text);
            running.into_iter().find(|other| other.section == named.section)?.outline_part
        });
        let reason = match named.second {
            Some(second) => [rule, ": ", named.word, "、", second].concat(),
            None => [rule, ": ", named.word].concat(),
        };
        Choice { section: Some(named.section), outline_part, reason }
    }

    /// What a node's own words and the headings above it settle.
    fn standing(&self, index: usize) -> Standing<'a> {
        let node = &self.nodes[index];
        let above = match node.parent {
            Some(parent) if self.parts[parent] == self.parts[index] => {
                let above = &self.standings[parent];
                Standing { own: false, ..above.clone() }
            }
            _ => Standing::default(),
        };
        match self.verdict(index) {
            Verdict::Nothing => above,
            Verdict::One(named) => one(named, above),
            Verdict::Several(named) => several(named, above),
        }
    }

    /// Whether a node's heading is the name of a part.
    fn names_part(&self, index: usize) -> bool {
        let node = &self.nodes[index];
        let title = self.page.slice(node.title.start, node.title.end);
        node.style == Style::Turn
            || (self.kind != Kind::WorkPlan && node.is_top() && node.rank < ITEM && self.reader.top(title).is_some())
            || (node.rank < ITEM && self.reader.alone(title).is_some())
    }

    /// What the node's own heading names; a part's name names nothing.
    fn verdict(&self, index: usize) -> Verdict<'a> {
        let node = &self.nodes[index];
        let title = self.page.slice(node.title.start, node.title.end);
        let lead = self.page.slice(node.lead.start, node.lead.end);
        let lead = if lead.chars().nth(LONGEST_LEAD).is_none() { lead } else { "" };
        if self.part_names[index] {
            return Verdict::Nothing;
        }
        if node.headed && node.rank < ITEM {
            let whole = self.words.heading(title);
            // A sentence that fills its line is an item: what it does first is what it is about.
            if matches!(whole, Verdict::Several(_)) && node.is_sentence && !node.has_children {
                return Some(self.words.heading(lead)).filter(|lead| matches!(lead, Verdict::One(_))).unwrap_or(whole);
            }
            return whole;
        }
        match self.words.heading(lead) {
            Verdict::Nothing if node.headed => self.words.heading(title),
            verdict => verdict,
        }
    }
}

fn one<'a>(named: Named<'a>, above: Standing<'a>) -> Standing<'a> {
    let own = |named| Standing { sure: Some(named), among: Rc::default(), own: true };
    match &above.sure {
        // Below a heading of two sections a plain word of a third one says little.
        None if named.strength < Strength::Clear && !above.among.is_empty() && !has(&above.among, named.section) => {
            above
        }
        None => own(named),
        Some(sure) if sure.section == named.section || named.strength == Strength::Clear => own(named),
        Some(_) => above,
    }
}

fn several<'a>(named: Vec<Named<'a>>, above: Standing<'a>) -> Standing<'a> {
    match &above.sure {
        // Its own words point to the Outline part where the heading above is broader.
        Some(sure) => match named.into_iter().find(|named| named.section == sure.section) {
            Some(narrower) => Standing { sure: Some(narrower), among: Rc::default(), own: true },
            None => above,
        },
        None => Standing { sure: None, among: named.into(), own: true },
    }
}

fn has(among: &[Named], section: Section) -> bool {
    among.iter().any(|named| named.section == section)
}

fn none(reason: &str) -> Choice {
    Choice { section: None, outline_part: None, reason: reason.to_owned() }
}
