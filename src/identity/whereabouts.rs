//! From the places that a phrase names to a jurisdiction and a level.

use super::context::Context;
use super::divisions::Division;
use super::place_words::{self, Rank};
use super::subject;
use super::types::{Jurisdiction, Level};

/// A place with its level, on the list or not.
pub(super) struct Located {
    pub jurisdiction: Jurisdiction,
    pub level: Option<Level>,
}

/// Finds the last of `places`; those before it and the document's other places tell equal names apart.
pub(super) fn locate(places: &[String], context: &Context<'_>) -> Option<Located> {
    let divisions = context.divisions;
    let (name, outer) = places.split_last()?;
    let above = outer.iter().rev().find_map(|outer| context.choose(&divisions.named(outer)));
    if let Some(found) = listed(name, above, context) {
        let level = if place_words::rank_of(name) == Some(Rank::Zone) && name.ends_with("开发区") {
            Level::Zone
        } else {
            found.level
        };
        let jurisdiction = Jurisdiction {
            code: Some(found.code.clone()),
            name: now(name, found, context),
            path: Some(divisions.path(found)),
        };
        return Some(Located { jurisdiction, level: Some(level) });
    }
    let rank = place_words::rank_of(name);
    let parent = above.or_else(|| parent(name, rank, context));
    let path = parent.map(|parent| {
        let mut path = divisions.path(parent);
        path.push(name.clone());
        path
    });
    let level = match (rank, parent.map(|parent| parent.level)) {
        (Some(Rank::City), Some(Level::Prefecture)) => Some(Level::County),
        (rank, _) => rank.map(|rank| level(rank, context)),
    };
    Some(Located { jurisdiction: Jurisdiction { code: None, name: name.clone(), path }, level })
}

/// The name as it stands; that of today where it is one of earlier years, or a place would be two.
fn now(name: &str, found: &Division, context: &Context<'_>) -> String {
    let former = context.divisions.former(&found.code).is_some_and(|former| former.name == name);
    if former { found.name.clone() } else { name.to_owned() }
}

fn listed<'d>(name: &str, above: Option<&Division>, context: &Context<'d>) -> Option<&'d Division> {
    let divisions = context.divisions;
    let mut choices = divisions.named(name);
    if let Some(above) = above {
        choices.retain(|row| divisions.within(row, above));
    }
    context.choose(&choices)
}

/// The listed place that an unlisted one lies in, where the document says so.
fn parent<'d>(name: &str, rank: Option<Rank>, context: &Context<'d>) -> Option<&'d Division> {
    let divisions = context.divisions;
    match rank? {
        // 珠海高新区 carries its city's short name.
        Rank::Zone => {
            let ends = name.char_indices().map(|(at, _)| at).skip(2).take(4);
            let prefecture =
                |end| divisions.named_short(&name[..end]).into_iter().find(|row| row.level == Level::Prefecture);
            ends.filter_map(prefecture).last().or_else(|| near(&[Rank::City], context))
        }
        Rank::Township => {
            let addressed = context.addressee().and_then(|who| who.places.last());
            addressed
                .and_then(|place| context.choose(&divisions.named(place)))
                .or_else(|| near(&[Rank::County, Rank::District], context))
        }
        _ => None,
    }
}

/// The loudest place of the ranks, if it is listed and named more than in passing.
fn near<'d>(ranks: &[Rank], context: &Context<'d>) -> Option<&'d Division> {
    let name = context.places().loudest(ranks).filter(|name| context.places().score(name) >= 3)?;
    context.choose(&context.divisions.named(name))
}

/// The level of an unlisted place.
pub(super) fn level(rank: Rank, context: &Context<'_>) -> Level {
    match rank {
        Rank::Province => Level::Province,
        Rank::Region => Level::Prefecture,
        Rank::County | Rank::District => Level::County,
        Rank::Zone => Level::Zone,
        Rank::Township => Level::Township,
        Rank::City => city_level(context),
    }
}

/// A city that is not on the list is a county where it reports to a city or says that one leads it.
///
/// What it says of its towns does not tell: cities of both levels speak of 乡镇, and all years must agree.
fn city_level(context: &Context<'_>) -> Level {
    match context.addressee().and_then(subject::rank) {
        Some(Rank::Province) => return Level::Prefecture,
        Some(Rank::City | Rank::Region) => return Level::County,
        _ => {}
    }
    let opening = context.page.opening_text().map_or("", |(_, text)| text);
    let led = opening.find("领导").map_or("", |end| &opening[..end]);
    // 省委和市委 lead a prefecture, its own committee among them; 市委、市政府 lead a county.
    let by_city = led.contains('省') && led.contains("市政府");
    if by_city { Level::County } else { Level::Prefecture }
}
