//! Which part of a page is the report: where the running text is, not where the links are.

use super::tree::{Leaf, Tree};
use crate::intake::chrome;

/// Points of a mark of punctuation, of a plain character, and against a character inside a link.
const WEIGHTS: (i64, i64, i64) = (30, 1, 6);

/// Share of all points, in percent, that the report's container must hold.
const SHARE: i64 = 85;

/// Share of all points, in percent, that makes a container the report's where nothing beside it is report.
const MOST: i64 = 60;

/// Lines before the container that are searched for the title.
const TITLE_REACH: usize = 60;

/// The lines of a page that may belong to the report.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Content {
    /// For each line, whether it stands in the report's container or is its title.
    pub(super) inside: Vec<bool>,
    /// The line of the title that says what the document is.
    pub(super) title: Option<usize>,
}

/// Chooses the container of the report; `numbers` tells the tables of data.
pub(super) fn choose(tree: &Tree, numbers: &[Option<u32>]) -> Content {
    let raw = sums(tree, &vec![false; tree.elements.len()]);
    let total = raw.first().copied().unwrap_or(0);
    // A label is believed only of a small part: pages call their main column anything.
    let asides: Vec<bool> =
        tree.elements.iter().zip(&raw).map(|(element, sum)| element.aside && sum * 100 < total * 40).collect();
    let asides = inherited(tree, &asides);
    let sums = sums(tree, &asides);
    let total = sums.first().copied().unwrap_or(0);
    let mut inside = vec![true; tree.leaves.len()];
    if total > 0 {
        let container = container(tree, &sums, total, &asides);
        let within = descendants(tree, container);
        for (leaf, inside) in tree.leaves.iter().zip(&mut inside) {
            *inside = within[leaf.element] && !asides[leaf.element];
        }
        trim_links(tree, &mut inside);
    }
    let title = title(tree, &inside, numbers);
    add_title(&tree.leaves, title, &mut inside);
    Content { inside, title }
}

/// Leaves out lines of links before the first paragraph, and all from the first such line after the last.
fn trim_links(tree: &Tree, inside: &mut [bool]) {
    let leaves = &tree.leaves;
    let report = |at: &usize| inside[*at] && is_report_line(&leaves[*at]);
    let (Some(first), Some(last)) = ((0..leaves.len()).find(report), (0..leaves.len()).rev().find(report)) else {
        return;
    };
    let is_link = |leaf: &Leaf| leaf.linked * 2 >= leaf.shown;
    for (leaf, inside) in leaves.iter().zip(inside.iter_mut()).take(first) {
        *inside &= !is_link(leaf);
    }
    let Some(mut tail) = (last + 1..leaves.len()).find(|&at| inside[at] && is_link(&leaves[at])) else { return };
    // The headline of a list of links goes with it: it stands in the same box, apart from the report.
    let boxed = within_box(tree, leaves[tail].element, leaves[last].element);
    while tail > last + 1 && (leaves[tail - 1].heading.is_some() || boxed[leaves[tail - 1].element]) {
        tail -= 1;
    }
    inside[tail..].fill(false);
}

/// The elements of the largest box around `link` that does not hold `report`.
fn within_box(tree: &Tree, link: usize, report: usize) -> Vec<bool> {
    let parent = |at: usize| tree.elements[at].parent;
    let mut around = vec![false; tree.elements.len()];
    let mut at = report;
    around[0] = true;
    while at != 0 {
        around[at] = true;
        at = parent(at);
    }
    let mut at = link;
    while !around[at] && !around[parent(at)] {
        at = parent(at);
    }
    if around[at] { vec![false; tree.elements.len()] } else { descendants(tree, at) }
}

/// Whether any line is running text.
pub(super) fn has_report(tree: &Tree) -> bool {
    tree.leaves.iter().any(is_report_line)
}

/// Whether a page only sends its reader on: to another page, or to an attachment.
pub(super) fn is_stub(tree: &Tree, content: &Content) -> bool {
    const WORDS: [&str; 12] =
        ["跳转", "点击这里", "点击此处", "稍候", "稍等", "不支持", "启用", "附件", "下载", "预览", "全文", "加载"];
    let mut sends_on = false;
    let lines = tree.leaves.iter().enumerate().filter(|(at, _)| content.inside[*at]);
    let empty = lines.into_iter().all(|(at, leaf)| {
        let text = leaf.traced.text();
        let sends = leaf.shown < 60 && WORDS.iter().any(|word| text.contains(word));
        let link = leaf.linked * 2 >= leaf.shown;
        sends_on |= sends || link;
        sends || link || content.title == Some(at) || chrome::is_title(text) || chrome::is_chrome(text)
    });
    empty && sends_on
}

/// Takes in the lines of the title, and a document number that stands before the container.
fn add_title(leaves: &[Leaf], title: Option<usize>, inside: &mut [bool]) {
    let Some(start) = title.or_else(|| inside.iter().position(|inside| *inside)) else { return };
    if let Some(title) = title {
        let near = title.saturating_sub(2)..(title + 3).min(leaves.len());
        let (element, heading) = (leaves[title].element, leaves[title].heading);
        let beside = |leaf: &Leaf| leaf.element == element || (heading.is_some() && leaf.heading == heading);
        for at in near.filter(|&at| beside(&leaves[at]) && leaves[at].linked == 0) {
            inside[at] = true;
        }
    }
    for at in start.saturating_sub(6)..start {
        inside[at] |= leaves[at].place.is_none_or(|place| place.column == 0)
            && leaves[at].linked == 0
            && chrome::is_number(leaves[at].traced.text());
    }
}

/// Points of a line: running text has punctuation, menus have links.
fn points(leaf: &Leaf) -> i64 {
    let text = leaf.traced.text();
    let marks = text.chars().filter(|c| "。，；：、,;".contains(*c)).count() as i64;
    if marks == 0 {
        return 0;
    }
    let plain = leaf.shown.saturating_sub(leaf.linked) as i64;
    (marks * WEIGHTS.0 + plain * WEIGHTS.1 - leaf.linked as i64 * WEIGHTS.2).max(0)
}

/// Points of each element with all inside it.
fn sums(tree: &Tree, without: &[bool]) -> Vec<i64> {
    let mut sums = vec![0; tree.elements.len()];
    for leaf in tree.leaves.iter().filter(|leaf| !without[leaf.element]) {
        sums[leaf.element] += points(leaf);
    }
    for at in (1..sums.len()).rev() {
        sums[tree.elements[at].parent] += sums[at];
    }
    sums
}

/// Marks the descendants of marked elements too.
fn inherited(tree: &Tree, marked: &[bool]) -> Vec<bool> {
    let mut all = marked.to_vec();
    for at in 1..all.len() {
        all[at] |= all[tree.elements[at].parent];
    }
    all
}

fn descendants(tree: &Tree, root: usize) -> Vec<bool> {
    let mut within = vec![false; tree.elements.len()];
    within[root] = true;
    inherited(tree, &within)
}

/// The innermost element with nearly all the running text, widened to paragraphs that stand beside it.
fn container(tree: &Tree, sums: &[i64], total: i64, asides: &[bool]) -> usize {
    let innermost = |share| sums.iter().rposition(|sum| sum * 100 >= total * share).unwrap_or(0);
    let (mut chosen, most) = (innermost(SHARE), innermost(MOST));
    // Readers' comments and the like can weigh something, but they stand behind the page's last words.
    if most != chosen && !misses(tree, most, chosen, asides) {
        chosen = most;
    }
    let mut lines = vec![0_u32; tree.elements.len()];
    for leaf in &tree.leaves {
        lines[leaf.element] += 1;
    }
    for at in (1..lines.len()).rev() {
        lines[tree.elements[at].parent] += lines[at];
    }
    // One paragraph can hold most of a short report: its headings stand beside it.
    while chosen != 0 && lines[chosen] <= 1 {
        chosen = tree.elements[chosen].parent;
    }
    widened(tree, chosen, asides)
}

fn widened(tree: &Tree, mut chosen: usize, asides: &[bool]) -> usize {
    for _ in 0..3 {
        let parent = tree.elements[chosen].parent;
        if parent == chosen || !misses(tree, chosen, parent, asides) {
            break;
        }
        chosen = parent;
    }
    chosen
}

/// Whether the element `inner` leaves out paragraphs of the report that its ancestor `outer` has.
fn misses(tree: &Tree, inner: usize, outer: usize, asides: &[bool]) -> bool {
    let (within, around) = (descendants(tree, inner), descendants(tree, outer));
    let beside = |leaf: &Leaf| around[leaf.element] && !within[leaf.element] && !asides[leaf.element];
    tree.leaves[..tail(tree, &within)].iter().any(|leaf| beside(leaf) && is_report_line(leaf))
}

/// The first line after an element with which the page ends: what readers write may follow it, the report does not.
fn tail(tree: &Tree, within: &[bool]) -> usize {
    let leaves = &tree.leaves;
    let last = leaves.iter().rposition(|leaf| within[leaf.element]).unwrap_or(0);
    (last + 1..leaves.len()).find(|&at| chrome::is_tail(leaves[at].traced.text())).unwrap_or(leaves.len())
}

/// A paragraph of running text without links.
fn is_report_line(leaf: &Leaf) -> bool {
    let text = leaf.traced.text().trim();
    leaf.linked == 0
        && leaf.place.is_none()
        && text.ends_with('。')
        && chrome::is_paragraph(text)
        && !chrome::is_chrome(text)
}

/// The line before or at the head of the container that reads like the title.
fn title(tree: &Tree, inside: &[bool], numbers: &[Option<u32>]) -> Option<usize> {
    let start = inside.iter().position(|inside| *inside)?;
    let end = (start..tree.leaves.len()).find(|&at| inside[at] && chrome::is_paragraph(tree.leaves[at].traced.text()));
    let fits = |at: &usize| {
        let leaf = &tree.leaves[*at];
        let text = leaf.traced.text().trim();
        // An info table says the title too.
        let in_table = leaf.place.is_some_and(|place| numbers.get(place.table).is_some_and(Option::is_some));
        !in_table && leaf.linked == 0 && chrome::is_title(text)
    };
    if let Some(at) = (start..end.unwrap_or(start)).rev().find(fits) {
        return Some(at);
    }
    let before = (start.saturating_sub(TITLE_REACH)..start).rev();
    before.clone().find(fits).or_else(|| before.clone().find(|&at| is_headline(&tree.leaves[at])))
}

fn is_headline(leaf: &Leaf) -> bool {
    leaf.linked == 0 && leaf.heading.is_some_and(|level| level <= 2) && leaf.shown >= 8
}
