//! Place names inside running text.

use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};

use super::{Division, Divisions, Former};
use crate::identity::types::Level;

/// A listed name found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention<'a> {
    /// First byte of the name in the text.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// What it may stand for, sorted by code; narrowed to one where the parent stands right before it.
    pub choices: Vec<&'a Division>,
}

/// Finds full names anywhere, and short names of provinces.
#[derive(Default)]
pub(super) struct Finder {
    /// Finds them anywhere.
    anywhere: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    /// Finds one at the start of a text.
    at_start: Option<AhoCorasick>,
    names: Vec<String>,
}

impl Finder {
    pub(super) fn new(list: &[Division], former: &[Former]) -> Self {
        let mut names: Vec<String> = list.iter().filter(|row| !row.is_holder()).map(|row| row.name.clone()).collect();
        let provinces = list.iter().filter(|row| row.level == Level::Province);
        names.extend(provinces.filter_map(|row| row.short_name().map(str::to_owned)));
        names.extend(former.iter().map(|former| former.name.clone()));
        names.sort_unstable();
        names.dedup();
        let at_start = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(StartKind::Anchored)
            .build(&names)
            .ok();
        let anywhere = CharwiseDoubleArrayAhoCorasickBuilder::new()
            .match_kind(daachorse::MatchKind::LeftmostLongest)
            .build(&names)
            .ok();
        Self { anywhere, at_start, names }
    }
}

impl Divisions {
    /// The listed names in `text`, leftmost and longest, in order.
    ///
    /// A name that is also a common run of characters (和县, 城区, 市中区) counts only behind its parent.
    pub fn mentions(&self, text: &str) -> Vec<Mention<'_>> {
        let mut found: Vec<Mention<'_>> = Vec::new();
        let Some(automaton) = &self.finder.anywhere else { return found };
        for hit in automaton.leftmost_find_iter(text) {
            let name = self.finder.names[hit.value() as usize].as_str();
            let mut choices = self.by_full_or_province(name);
            let inside = found.last().filter(|before| before.end == hit.start()).map(|before| {
                let below = |row: &&Division| before.choices.iter().any(|above| self.within(row, above));
                choices.iter().copied().filter(below).collect::<Vec<_>>()
            });
            match inside {
                Some(below) if !below.is_empty() => choices = below,
                _ if is_common_run(name) => continue,
                _ => {}
            }
            found.push(Mention { start: hit.start(), end: hit.end(), choices });
        }
        found
    }

    /// The longest listed full name that `text` starts with.
    pub(crate) fn prefix(&self, text: &str) -> Option<&str> {
        let start = Input::new(text).anchored(Anchored::Yes);
        let hit = self.finder.at_start.as_ref()?.try_find(start).ok()??;
        let name = self.finder.names[hit.pattern().as_usize()].as_str();
        self.full.contains_key(name).then_some(name)
    }

    fn by_full_or_province(&self, name: &str) -> Vec<&Division> {
        let full = self.named(name);
        if !full.is_empty() {
            return full;
        }
        let mut short = self.named_short(name);
        short.retain(|row| row.level == Level::Province);
        short
    }
}

/// Names that running text also holds by chance, as in 省市和县, 全市中区.
fn is_common_run(name: &str) -> bool {
    name.chars().count() < 3 && !name.ends_with('省') && ["县", "区", "市"].iter().any(|end| name.ends_with(end))
        || name.starts_with(['市', '城', '郊'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<Vec<&'static str>> {
        let found = Divisions::built_in().mentions(text);
        found.iter().map(|mention| mention.choices.iter().map(|row| row.code.as_str()).collect()).collect()
    }

    #[test]
    fn the_parent_right_before_chooses() {
        assert_eq!(codes("在徐州市鼓楼区举行"), [vec!["320300"], vec!["320302"]]);
        assert_eq!(codes("鼓楼区"), [vec!["320106", "320302", "350102", "410204"]]);
        assert_eq!(codes("江苏省南京市"), [vec!["320000"], vec!["320100"]]);
    }

    #[test]
    fn chance_runs_are_no_places() {
        assert!(codes("各市和县要落实责任县制度,推进全市中区建设,城区绿化").is_empty());
        assert_eq!(codes("晋城市城区").len(), 2);
    }

    #[test]
    fn the_longest_name_wins() {
        let list = Divisions::built_in();
        assert_eq!(list.prefix("大兴安岭地区行署"), Some("大兴安岭地区"));
        assert_eq!(list.prefix("叶县人民政府"), Some("叶县"));
        assert_eq!(list.prefix("澜州市"), None);
        assert_eq!(list.prefix("在营口市"), None);
    }
}
