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

static BUILT_IN: LazyLock<Divisions> = LazyLock::new(|| {
    let list = Divisions::parse(include_str!("../../../assets/divisions/divisions.csv"));
    let history = include_str!("../../../assets/divisions/history.csv");
    list.and_then(|list| list.with_history(history)).unwrap_or_default()
});

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

/// A name that a division had before it was renamed or turned from a county into a city or district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// Code of the division now.
    pub code: String,
    /// The full name that it had.
    pub name: String,
    /// The year of the change.
    pub until: i32,
}

/// The list of divisions, with its names indexed.
#[derive(Default)]
pub struct Divisions {
    /// Sorted by code.
    list: Vec<Division>,
    former: Vec<Former>,
    parents: Vec<Option<u32>>,
    full: HashMap<String, Vec<u32>>,
    short: HashMap<String, Vec<u32>>,
    /// First characters of the short names of provinces and prefectures, sorted.
    outer_firsts: Vec<char>,
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
        Ok(Self::index(rows.into_values().collect(), Vec::new()))
    }

    /// Adds names of earlier years, of the form `code,former,name,year` with a header line: a former name stands for
    /// the division that it became.
    fn with_history(self, csv: &str) -> Result<Self, Error> {
        let mut former = Vec::new();
        for (number, line) in csv.trim_start_matches('\u{feff}').lines().enumerate().skip(1) {
            let fields: Vec<&str> = line.split(',').map(str::trim).collect();
            let [code, name, now, year] = fields.as_slice() else {
                return Err(Error::Data(format!("history, line {}: {line}", number + 1)));
            };
            let known = self.by_code(code).is_some_and(|row| row.name == *now);
            let until = year.parse().ok().filter(|_| known && self.named(name).is_empty());
            let until = until.ok_or_else(|| Error::Data(format!("history, line {}: {line}", number + 1)))?;
            former.push(Former { code: (*code).to_owned(), name: (*name).to_owned(), until });
        }
        Ok(Self::index(self.list, former))
    }

    /// The name that the division of that code had before, with the year of the change.
    pub fn former(&self, code: &str) -> Option<&Former> {
        self.former.iter().find(|former| former.code == code)
    }

    fn index(list: Vec<Division>, former: Vec<Former>) -> Self {
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
        for earlier in &former {
            full.entry(earlier.name.clone()).or_default().extend(at(&earlier.code));
        }
        let outer = list.iter().filter(|row| row.level != Level::County);
        let mut outer_firsts: Vec<char> = outer.filter_map(|row| row.short_name()?.chars().next()).collect();
        outer_firsts.sort_unstable();
        outer_firsts.dedup();
        let finder = Finder::new(&list, &former);
        Self { list, former, parents, full, short, outer_firsts, finder }
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

    /// Whether `text` may begin with the short name of a province or prefecture: most texts are turned away.
    pub(super) fn may_begin_with_outer(&self, text: &str) -> bool {
        text.chars().next().is_some_and(|first| self.outer_firsts.binary_search(&first).is_ok())
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
    fn a_former_name_is_the_division_that_it_became() {
        let now = list().named("即墨市")[0];
        assert_eq!((now.code.as_str(), now.name.as_str()), ("370215", "即墨区"));
        assert_eq!(list().former("370215").map(|former| (former.name.as_str(), former.until)), Some(("即墨市", 2017)));
        assert_eq!(list().former("210800"), None);
        assert!(list().former.len() >= 24, "the whole history is read");
    }

    #[test]
    fn a_history_that_does_not_fit_the_list_is_named() {
        let own = || Divisions::parse("code,name,level,parent\n100101,甲区,county,").unwrap();
        assert!(own().with_history("code,former,name,year\n100101,甲县,甲区,2017").is_ok());
        for odd in ["100102,甲县,甲区,2017", "100101,甲县,乙区,2017", "100101,甲县,甲区,x", "100101,甲县,甲区"]
        {
            let error = own().with_history(&format!("code,former,name,year\n{odd}")).err().unwrap();
            assert!(error.to_string().contains("line 2"), "{odd}: {error}");
        }
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
