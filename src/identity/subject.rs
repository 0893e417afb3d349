//! Who the opening speaks of: 2024年,盖州市坚持…; 市数据局(…)在…; 现将我镇2024年…报告如下; 县委、县政府:.

use memchr::memmem::Finder;

use super::dates;
use super::divisions::Divisions;
use super::page::Page;
use super::phrase::{self, Organ, Who};
use super::place_words::{self, Rank};

/// A body read from a clause, with the words.
#[derive(Clone, Debug)]
pub(super) struct Spoken {
    pub who: Who,
    pub raw: String,
}

/// The bodies that open the clauses of the first sentences, in order; the one of 现将… first.
pub(super) fn spoken(page: &Page<'_>, divisions: &Divisions) -> Vec<Spoken> {
    let Some((_, text)) = page.opening_text() else { return Vec::new() };
    let mut found = Vec::new();
    found.extend(announced(text, divisions));
    let mut seen = 0;
    for clause in text.split([',', '。', ';', ':', '?', '!']).take(14) {
        seen += clause.len();
        if seen > 900 {
            break;
        }
        found.extend(clause_subject(clause, divisions));
    }
    if found.is_empty() {
        found.extend(second_paragraph(page, divisions));
    }
    found.into_iter().map(|spoken| Spoken { raw: page.own(&spoken.raw), ..spoken }).collect()
}

/// 现将古川镇2024年法治建设工作情况…: the body between 现将 and the year or the subject.
fn announced(text: &str, divisions: &Divisions) -> Option<Spoken> {
    let at = text.find("现将")? + "现将".len();
    let rest = &text[at..];
    let rest = dates::leading_year(rest).map_or(rest, |year| rest[year.end..].trim_start_matches(['度', ' ']));
    from(rest, divisions)
}

fn clause_subject(clause: &str, divisions: &Divisions) -> Option<Spoken> {
    let mut rest = clause.trim_start_matches([' ', '“']);
    if let Some(year) = dates::leading_year(rest) {
        rest = rest[year.end..].trim_start_matches(['度', ' ']);
    }
    for lead in ["以来", "一年来", "今年以来", "今年来", "过去一年", "年初以来", "近年来", "来"]
    {
        rest = rest.strip_prefix(lead).unwrap_or(rest);
    }
    from(rest, divisions)
}

fn from(text: &str, divisions: &Divisions) -> Option<Spoken> {
    let (who, rest) = phrase::subject(text, divisions)?;
    let length = text.len() - rest.len();
    Some(Spoken { who, raw: text[..length].to_owned() })
}

/// Where the first sentence only cites a rule, the next paragraphs name the body.
fn second_paragraph(page: &Page<'_>, divisions: &Divisions) -> Option<Spoken> {
    page.rest().take(4).filter(|line| line.cut || line.text().contains('。')).find_map(|line| {
        line.text().split([',', '。', ';', ':']).take(4).find_map(|clause| clause_subject(clause, divisions))
    })
}

/// Whom the report is addressed to, from a line such as 县委、县政府: before the text.
pub(super) fn addressee(page: &Page<'_>, divisions: &Divisions) -> Option<Who> {
    page.head().find_map(|(_, line)| {
        let text = line.text().trim().strip_suffix(':')?;
        if text.chars().count() > 60 {
            return None;
        }
        let first = text.split([',', '、', ' ']).next().unwrap_or(text);
        phrase::whole(first, divisions).filter(|who| who.organ == Organ::Government)
    })
}

/// How often the text speaks of itself as a department, a township, or an area of some rank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SelfWords {
    pub department: usize,
    pub township: usize,
    /// Counts for 省, 市, 区, 县 in that order.
    pub areas: [usize; 4],
}

const DEPARTMENT: [&str; 16] = [
    "我局",
    "我委",
    "我厅",
    "我办",
    "我院",
    "我中心",
    "我站",
    "我队",
    "本局",
    "本委",
    "局党组",
    "局党委",
    "委党组",
    "厅党组",
    "局机关",
    "局领导",
];
const TOWNSHIP: [&str; 9] = ["我镇", "我乡", "我街道", "镇党委", "乡党委", "街道党工委", "全镇", "全乡", "街道办"];
const AREAS: [[&str; 3]; 4] = [
    ["我省", "省政府常务会", "全省"],
    ["我市", "市政府常务会", "全市"],
    ["我区", "区政府常务会", "全区"],
    ["我县", "县政府常务会", "全县"],
];

impl SelfWords {
    /// Counts over the whole body.
    pub(super) fn count(page: &Page<'_>) -> Self {
        let of = |words: &[&str]| {
            // A searcher built for each line would cost more than the search.
            let finders: Vec<Finder<'_>> = words.iter().map(|word| Finder::new(*word)).collect();
            let texts = page.document.body().map(|block| block.text.as_bytes());
            texts.map(|text| finders.iter().map(|finder| finder.find_iter(text).count()).sum::<usize>()).sum()
        };
        Self { department: of(&DEPARTMENT), township: of(&TOWNSHIP), areas: AREAS.map(|words| of(&words)) }
    }

    /// The rank of the area that is spoken of most.
    pub(super) fn area(&self) -> Option<Rank> {
        let ranks = [Rank::Province, Rank::City, Rank::District, Rank::County];
        let best = self.areas.iter().copied().max().filter(|best| *best > 0)?;
        ranks.into_iter().zip(self.areas).find(|(_, count)| *count == best).map(|(rank, _)| rank)
    }
}

/// The rank of the places that the whole who stands in: its own words, or the end of its last place.
pub(super) fn rank(who: &Who) -> Option<Rank> {
    who.rank.or_else(|| who.places.last().and_then(|name| place_words::rank_of(name)))
}
