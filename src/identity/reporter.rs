//! Who reports: chosen among title, opening, signature, page and file name, then completed from the rest.

use super::context::{Context, Places};
use super::divisions::Divisions;
use super::fact::{CLEAR, Fact, GUESS, LIKELY, SURE, WEAK};
use super::issuer;
use super::page::Page;
use super::phrase::{Organ, Who};
use super::place_words::Rank;
use super::subject::{self, Spoken};
use super::title::Title;
use super::title_parts::TitleParts;
use super::types::{Body, Evidence, Jurisdiction, Level, Place};
use super::whereabouts;
use crate::text::fold;

/// Who reports and on which place.
#[derive(Debug, Default)]
pub(super) struct Reporter {
    pub body: Option<Fact<Body>>,
    pub jurisdiction: Option<Fact<Jurisdiction>>,
    /// A bureau, township or sub-district rather than a government of an area.
    pub is_department: bool,
}

/// A body with the words for it.
struct Choice {
    who: Who,
    evidence: Evidence,
}

impl Choice {
    fn new(who: Who, raw: impl Into<String>, place: Place, confidence: f64) -> Self {
        Self { who, evidence: Evidence { raw: raw.into(), place, confidence } }
    }
}

/// Finds the body that reports.
pub(super) fn find(page: &Page<'_>, title: Option<&Title>, divisions: &Divisions) -> Reporter {
    let context = Context::new(page, divisions);
    let Some(choice) = choose(title, &context) else { return Reporter::default() };
    complete(choice, &context)
}

fn choose(title: Option<&Title>, context: &Context<'_>) -> Option<Choice> {
    let (page, divisions) = (context.page, context.divisions);
    let said = said(&subject::spoken(page, divisions));
    let titled = title.and_then(|title| {
        let who = title.parts.who.clone()?;
        Some(Choice::new(who, title.raw.clone(), title.place, if title.place == Place::Title { SURE } else { CLEAR }))
    });
    let choice = match (titled, said) {
        // A title of the place alone over a text that says 我局: the department reports.
        (Some(mut titled), Some(said))
            if titled.who.organ == Organ::Government && said.who.is_department() && !names_organ(&titled) =>
        {
            titled.who.organ = said.who.organ;
            titled.evidence = Evidence { confidence: LIKELY, ..said.evidence };
            Some(titled)
        }
        (Some(titled), _) => Some(titled),
        (None, said) => said,
    };
    choice
        .or_else(|| {
            issuer::signatory(page, divisions).map(|(raw, who)| Choice::new(who, raw, Place::Signature, LIKELY))
        })
        .or_else(|| file_name(page, divisions))
        .or_else(|| by_self_words(context))
}

fn names_organ(choice: &Choice) -> bool {
    let raw = fold(&choice.evidence.raw);
    ["政府", "中共", "管委会", "管理委员会"].iter().any(|word| raw.split("法治").next().unwrap_or("").contains(word))
}

/// The first body that the opening speaks of, by its full name where a later clause gives it.
fn said(spoken: &[Spoken]) -> Option<Choice> {
    let first = spoken.first()?;
    let same = |other: &&Spoken| {
        other.who.is_full()
            && other.who.is_department() == first.who.is_department()
            && (first.who.rank.is_none() || subject::rank(&other.who) == first.who.rank)
    };
    let full = spoken.iter().find(same).unwrap_or(first);
    let confidence = if full.who.is_full() { CLEAR } else { LIKELY };
    Some(Choice::new(full.who.clone(), full.raw.clone(), Place::Body, confidence))
}

fn file_name(page: &Page<'_>, divisions: &Divisions) -> Option<Choice> {
    let name = page.document.source.path.file_stem()?.to_string_lossy().into_owned();
    let who = TitleParts::read(&fold(&name), divisions).who?;
    Some(Choice::new(who, name, Place::FileName, WEAK))
}

/// A text that names nobody still says 我局 or 全县.
fn by_self_words(context: &Context<'_>) -> Option<Choice> {
    let words = context.self_words();
    let nobody = Who { places: Vec::new(), rank: None, organ: Organ::Government };
    let who = if words.department >= 2 {
        Who { organ: Organ::Department(None), ..nobody }
    } else if words.township >= 3 {
        Who { rank: Some(Rank::Township), ..nobody }
    } else if let Some(rank) = words.area() {
        Who { rank: Some(rank), ..nobody }
    } else {
        let (raw, who) = context.offices().first()?;
        return Some(Choice::new(who.clone(), raw.clone(), Place::Chrome, GUESS));
    };
    Some(Choice::new(who, "", Place::Body, GUESS))
}

/// Fills in what the words leave open, and finds the place.
fn complete(mut choice: Choice, context: &Context<'_>) -> Reporter {
    name_department(&mut choice, context);
    let mut confidence = choice.evidence.confidence;
    if choice.who.places.is_empty() {
        confidence = confidence.min(LIKELY);
        choice.who.places.extend(missing_place(&choice.who, context));
    }
    let located = whereabouts::locate(&choice.who.places, context);
    if let (Some(located), Some(last)) = (&located, choice.who.places.last_mut()) {
        // A place that was renamed is one body, under the name of today.
        last.clone_from(&located.jurisdiction.name);
    }
    let level = match &located {
        Some(located) => located.level,
        // 市 alone does not tell prefecture from county.
        None => choice.who.rank.filter(|rank| *rank != Rank::City).map(|rank| whereabouts::level(rank, context)),
    };
    let department = choice.who.is_department();
    let body = Body {
        name: name(&choice.who, &choice.evidence.raw),
        level: if department { Some(Level::Department) } else { level },
    };
    let jurisdiction = located.map(|located| {
        let evidence = Evidence { confidence, ..choice.evidence.clone() };
        Fact { value: located.jurisdiction, evidence }
    });
    let township = level == Some(Level::Township) || choice.who.rank == Some(Rank::Township);
    Reporter {
        body: Some(Fact { value: body, evidence: choice.evidence }),
        jurisdiction,
        is_department: department || township,
    }
}

/// 我局: the name of the bureau that signs or publishes.
fn name_department(choice: &mut Choice, context: &Context<'_>) {
    if choice.who.organ != Organ::Department(None) {
        return;
    }
    let named = |who: &Who| matches!(&who.organ, Organ::Department(Some(_))) && !who.places.is_empty();
    if let Some((raw, who)) = context.offices().iter().find(|(_, who)| named(who)) {
        let places = if choice.who.places.is_empty() { who.places.clone() } else { choice.who.places.clone() };
        choice.who = Who { places, ..who.clone() };
        choice.evidence = Evidence { raw: raw.clone(), place: Place::Chrome, confidence: LIKELY };
    }
}

/// The place of a body named without it: 市数据局, 我镇, 区政府.
fn missing_place(who: &Who, context: &Context<'_>) -> Option<String> {
    let rank = who.rank.or_else(|| context.self_words().area())?;
    let ranks = match rank {
        Rank::District => vec![Rank::District, Rank::Zone],
        rank => vec![rank],
    };
    let named = context.places().loudest(&ranks).map(str::to_owned);
    named.or_else(|| (rank == Rank::Township).then(|| Places::township(context.page))?)
}

/// 营口市, 鞍山市数据局; 市数据局 where the city is not known.
fn name(who: &Who, raw: &str) -> Option<String> {
    let place = who.places.last();
    match &who.organ {
        Organ::Government | Organ::Coordination => place.cloned(),
        Organ::Department(None) => None,
        Organ::Department(Some(name)) => {
            // 市数据局 keeps its 市 where the city is not known.
            if place.is_none() && raw.ends_with(name.as_str()) {
                return Some(raw.to_owned());
            }
            let held = place.is_some_and(|place| name.contains(place.as_str()));
            let place = place.filter(|_| !held).map(String::as_str);
            Some(format!("{}{name}", place.unwrap_or_default()))
        }
    }
}
