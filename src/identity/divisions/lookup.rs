//! From what a person types to a division: name, short name, path or code.

use super::{Division, Divisions};
use crate::identity::types::Level;

/// Longest query that is looked at, in characters; real paths have at most about 30.
const LONGEST: usize = 60;
/// How many near names are offered.
const NEAR: usize = 5;
/// What people add to a place's name to mean its government.
const ORGANS: [&str; 9] =
    ["人民政府办公厅", "人民政府办公室", "人民政府", "政府", "市委员会", "县委员会", "区委员会", "委员会", "委"];

/// What a query stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup<'a> {
    /// Exactly one division.
    One(&'a Division),
    /// Several, sorted by code.
    Many(Vec<&'a Division>),
    /// Nothing on the list.
    None {
        /// Names like it, nearest first.
        near: Vec<&'a Division>,
    },
}

impl Divisions {
    /// The division that a name (营口市, 营口, 营口市人民政府), a path (辽宁省营口市, 辽宁营口) or a code stands for.
    pub fn resolve(&self, query: &str) -> Lookup<'_> {
        let query: String = query.chars().filter(|c| !is_separator(*c)).take(LONGEST).collect();
        if let Some(division) = self.by_code(&query) {
            return Lookup::One(division);
        }
        let mut found = Vec::new();
        for name in forms(&query) {
            found = self.by_path(name, 3);
            if !found.is_empty() {
                break;
            }
        }
        match found.as_slice() {
            [] => Lookup::None { near: self.near(&query) },
            [one] => Lookup::One(one),
            _ => Lookup::Many(found),
        }
    }

    /// Every division that `name` stands for, alone or behind the names of its parents; sorted by code.
    fn by_path(&self, name: &str, depth: usize) -> Vec<&Division> {
        let mut found = self.by_name(name);
        if found.is_empty() && depth > 1 {
            for (at, _) in name.char_indices().skip(2) {
                let outer = self.by_name(&name[..at]);
                if outer.is_empty() {
                    continue;
                }
                let inner = self.by_path(&name[at..], depth - 1);
                found.extend(inner.into_iter().filter(|row| outer.iter().any(|above| self.within(row, above))));
            }
        }
        found.sort_by(|a, b| a.code.cmp(&b.code));
        found.dedup_by(|a, b| a.code == b.code);
        found
    }

    /// By full name, else by short name. 河北 is the province, never 天津's 河北区.
    fn by_name(&self, name: &str) -> Vec<&Division> {
        let full = self.named(name);
        if !full.is_empty() {
            return full;
        }
        let mut short = self.named_short(name);
        if short.iter().any(|row| row.level == Level::Province) {
            short.retain(|row| row.level != Level::County);
        }
        short
    }

    /// Names that hold the query, are held by it, or differ by a character or two.
    fn near(&self, query: &str) -> Vec<&Division> {
        let length = query.chars().count();
        if length < 2 {
            return Vec::new();
        }
        let far = if length > 3 { 2 } else { 1 };
        let mut scored: Vec<(usize, &Division)> = self
            .list
            .iter()
            .filter(|row| !row.is_holder())
            .filter_map(|row| {
                let short = row.short_name().unwrap_or(&row.name);
                let distance = strsim::levenshtein(query, &row.name).min(strsim::levenshtein(query, short));
                let held = row.name.contains(query) || query.contains(short);
                (held || distance <= far).then_some((if held { distance.min(far) } else { distance }, row))
            })
            .collect();
        scored.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.code.cmp(&b.1.code)));
        scored.into_iter().take(NEAR).map(|(_, row)| row).collect()
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '/' | '\\' | '>' | '＞' | '-' | '·' | '、' | ',' | '，')
}

/// The query as it stands, then without 中共 and the words for a government or committee.
fn forms(query: &str) -> impl Iterator<Item = &str> {
    let plain = query.strip_prefix("中共").unwrap_or(query);
    let bare = ORGANS.iter().filter_map(move |organ| plain.strip_suffix(organ));
    // 中共海城市委员会 loses 市 with 市委员会 as well as 委员会: the longer name is tried too.
    std::iter::once(query).chain(std::iter::once(plain)).chain(bare.filter(|name| !name.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(query: &str) -> Option<&'static str> {
        match Divisions::built_in().resolve(query) {
            Lookup::One(division) => Some(division.code.as_str()),
            _ => None,
        }
    }

    fn many(query: &str) -> Vec<&'static str> {
        match Divisions::built_in().resolve(query) {
            Lookup::Many(list) => list.iter().map(|row| row.code.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn one_city_has_many_names() {
        for query in [
            "深圳",
            "深圳市",
            "深圳市人民政府",
            "中共深圳市委员会",
            "中共深圳市委",
            "广东省深圳市",
            "广东深圳",
            "440300",
        ] {
            assert_eq!(one(query), Some("440300"), "{query}");
        }
    }

    #[test]
    fn paths_choose_among_equal_names() {
        for query in
            ["福建省福州市鼓楼区", "福州鼓楼", "福州市鼓楼区", "福建鼓楼区", "福建省/福州市/鼓楼区", "福建 福州 鼓楼"]
        {
            assert_eq!(one(query), Some("350102"), "{query}");
        }
        assert_eq!(one("辽宁营口"), Some("210800"));
        assert_eq!(one("辽宁省营口市鲅鱼圈区"), Some("210804"));
        assert_eq!(one("广西"), Some("450000"));
        assert_eq!(one("河北"), Some("130000"));
        assert_eq!(one("河南省济源市"), Some("419001"));
    }

    #[test]
    fn equal_names_are_all_given_by_code() {
        assert_eq!(many("鼓楼区"), ["320106", "320302", "350102", "410204"]);
        let chaoyang = many("朝阳");
        assert!(chaoyang.contains(&"110105") && chaoyang.contains(&"211300"), "{chaoyang:?}");
        assert!(chaoyang.is_sorted());
        assert_eq!(many("吉林"), ["220000", "220200"]);
    }

    #[test]
    fn unknown_names_get_near_ones() {
        let Lookup::None { near } = Divisions::built_in().resolve("营囗市") else { panic!("known") };
        assert!(near.iter().any(|row| row.code == "210800"), "{near:?}");
        assert_eq!(Divisions::built_in().resolve("澜州市澜州市澜州市"), Lookup::None { near: vec![] });
        assert_eq!(Divisions::built_in().resolve(""), Lookup::None { near: vec![] });
    }
}
