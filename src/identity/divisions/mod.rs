//! The list of provinces, prefectures and counties with their codes.
//!
//! The list is older than some reports and misses invented or renamed places: a name that is not
//! here is still a place, only without code and parents.

mod finder;
mod lookup;
mod names;

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

pub use finder::Mention;
pub use lookup::Lookup;

use super::types::Level;
use crate::error::Error;
use finder::Finder;

static BUILT_IN: LazyLock<Divisions> =
    LazyLock::new(|| Divisions::parse(include_str!("../../../assets/divisions/divisions.csv")).unwrap_or_default());

/// A province, prefecture or county of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    /// Its code of GB/T 2260, six digits.
    pub code: String,
    /// Its full name (营口市).
    pub name: String,
    /// [`Level::Province`], [`Level::Prefecture`] or [`Level::County`].
    pub level: Level,
    /// Code of the division that it belongs to; `None` for a province.
    pub parent: Option<String>,
}

impl Division {
    /// Its name without the suffix (营口), where that still names a place: never one character.
    pub fn short_name(&self) -> Option<&str> {
        names::short(&self.name)
    }

    /// Rows such as 省直辖县级行政区划 that hold counties together and are no place.
    fn is_holder(&self) -> bool {
        self.name.contains("直辖县级行政区划")
    }
}

/// The list of divisions, with its names indexed.
#[derive(Default)]
pub struct Divisions {
    /// Sorted by code.
    list: Vec<Division>,
    parents: Vec<Option<u32>>,
    full: HashMap<String, Vec<u32>>,
    short: HashMap<String, Vec<u32>>,
    finder: Finder,
}

impl Divisions {
    /// The list that comes with the program.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads a list of the form `code,name,level,parent` with a header line.
    pub fn parse(csv: &str) -> Result<Self, Error> {
        let mut rows = BTreeMap::new();
        for (number, line) in csv.trim_start_matches('\u{feff}').lines().enumerate().skip(1) {
            let line = line.trim();
            if line.is_empty() {
                continue;
            }
            let row = row(line).ok_or_else(|| Error::Data(format!("divisions, line {}: {line}", number + 1)))?;
            rows.insert(row.code.clone(), row);
        }
        Ok(Self::index(rows.into_values().collect()))
    }

    fn index(list: Vec<Division>) -> Self {
        let at = |code: &str| list.binary_search_by(|row| row.code.as_str().cmp(code)).ok().map(|at| at as u32);
        let parents = list.iter().map(|row| row.parent.as_deref().and_then(at)).collect();
        let mut full: HashMap<String, Vec<u32>> = HashMap::new();
        let mut short: HashMap<String, Vec<u32>> = HashMap::new();
        for (at, row) in list.iter().enumerate().filter(|(_, row)| !row.is_holder()) {
            full.entry(row.name.clone()).or_default().push(at as u32);
            if let Some(name) = row.short_name() {
                short.entry(name.to_owned()).or_default().push(at as u32);
            }
        }
        let finder = Finder::new(&list);
        Self { list, parents, full, short, finder }
    }

    /// All divisions, sorted by code.
    pub fn all(&self) -> &[Division] {
        &self.list
    }

    /// The division of that code.
    pub fn by_code(&self, code: &str) -> Option<&Division> {
        self.position(code).map(|at| &self.list[at])
    }

    /// The division that `division` belongs to, holders of directly governed counties passed over.
    pub fn parent(&self, division: &Division) -> Option<&Division> {
        self.ancestors(division).next()
    }

    /// The divisions above `division`, nearest first.
    pub fn ancestors<'a>(&'a self, division: &Division) -> impl Iterator<Item = &'a Division> + 'a {
        let start = self.position(&division.code).and_then(|at| self.parents[at]);
        // A broken list may hold a circle: no real path is longer than three.
        std::iter::successors(start, |&at| self.parents[at as usize])
            .take(4)
            .map(|at| &self.list[at as usize])
            .filter(|row| !row.is_holder())
    }

    /// The divisions right below `division`, sorted by code; those of its holders included.
    pub fn children<'a>(&'a self, division: &'a Division) -> impl Iterator<Item = &'a Division> + 'a {
        let own = move |row: &&Division| self.parent(row).is_some_and(|parent| parent.code == division.code);
        self.list.iter().filter(|row| !row.is_holder()).filter(own)
    }

    /// Names from the province down to `division` itself.
    pub fn path(&self, division: &Division) -> Vec<String> {
        let mut names: Vec<String> = self.ancestors(division).map(|row| row.name.clone()).collect();
        names.reverse();
        names.push(division.name.clone());
        names
    }

    /// The divisions of exactly that full name, sorted by code.
    pub fn named(&self, name: &str) -> Vec<&Division> {
        self.rows(self.full.get(name))
    }

    /// The divisions of exactly that short name (鼓楼), sorted by code.
    pub fn named_short(&self, name: &str) -> Vec<&Division> {
        self.rows(self.short.get(name))
    }

    /// Whether `inner` lies in `outer`, at any depth.
    pub fn within(&self, inner: &Division, outer: &Division) -> bool {
        self.ancestors(inner).any(|row| row.code == outer.code)
    }

    fn rows(&self, found: Option<&Vec<u32>>) -> Vec<&Division> {
        found.into_iter().flatten().map(|&at| &self.list[at as usize]).collect()
    }

    fn position(&self, code: &str) -> Option<usize> {
        self.list.binary_search_by(|row| row.code.as_str().cmp(code)).ok()
    }
}

fn row(line: &str) -> Option<Division> {
    let mut fields = line.split(',').map(str::trim);
    let code = fields.next().filter(|code| code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()))?;
    let name = fields.next().filter(|name| !name.is_empty())?;
    let level = match fields.next()? {
        "province" => Level::Province,
        "prefecture" => Level::Prefecture,
        "county" => Level::County,
        _ => return None,
    };
    let parent = fields.next().filter(|parent| !parent.is_empty()).map(str::to_owned);
    Some(Division { code: code.to_owned(), name: name.to_owned(), level, parent })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> &'static Divisions {
        Divisions::built_in()
    }

    #[test]
    fn reads_every_row_and_knows_parents_and_paths() {
        assert_eq!(list().all().len(), 3375);
        let bayuquan = list().by_code("210804").unwrap();
        assert_eq!(list().path(bayuquan), ["辽宁省", "营口市", "鲅鱼圈区"]);
        let haidian = list().by_code("110108").unwrap();
        assert_eq!(list().path(haidian), ["北京市", "海淀区"]);
        assert_eq!(list().parent(haidian).unwrap().name, "北京市");
    }

    #[test]
    fn counties_under_a_holder_belong_to_the_province() {
        let jiyuan = list().named("济源市")[0];
        assert_eq!(list().path(jiyuan), ["河南省", "济源市"]);
        let henan = list().named("河南省")[0];
        assert!(list().children(henan).any(|row| row.name == "济源市"));
        assert!(list().children(henan).any(|row| row.name == "郑州市"));
    }

    #[test]
    fn a_broken_line_is_named() {
        let error = Divisions::parse("code,name,level,parent\n12,甲县,county,").err().unwrap();
        assert!(error.to_string().contains("line 2"), "{error}");
    }

    #[test]
    fn a_circle_in_the_list_ends() {
        let list =
            Divisions::parse("code,name,level,parent\n100000,甲市,prefecture,200000\n200000,乙市,prefecture,100000")
                .unwrap();
        assert!(list.path(list.by_code("100000").unwrap()).len() <= 5);
    }
}
