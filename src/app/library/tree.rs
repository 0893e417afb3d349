//! Bodies in the order in which they are shown: each below the place that it belongs to, bureaus before places.

use std::collections::HashMap;

use crate::compare::BodyKey;
use crate::identity::Level;
use crate::jobs::desk::{Overview, PlaceRow};
use crate::store::ReportId;

/// What is looked up in an overview while painting.
#[derive(Debug, Default)]
pub struct Index {
    /// Indices of `overview.rows`, parents before children.
    pub order: Vec<u32>,
    /// For each of `overview.rows` the row that it stands below.
    pub parents: Vec<Option<u32>>,
    /// First names of places that have others above or below them, in the order in which they are shown.
    pub provinces: Vec<String>,
    /// Whether some row has documents without a year.
    pub undated: bool,
    reports: HashMap<ReportId, u32>,
    rows: HashMap<BodyKey, u32>,
}

impl Index {
    /// Reads through an overview once.
    pub fn new(overview: &Overview) -> Self {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let reports = overview.reports.iter().enumerate().map(|(at, report)| (report.id, number(at))).collect();
        let rows = overview.rows.iter().enumerate().map(|(at, row)| (row.body.clone(), number(at))).collect();
        let parents = parents(&overview.rows);
        let mut provinces: Vec<String> = Vec::new();
        let order = in_order(&parents);
        for row in order.iter().filter_map(|&at| overview.rows.get(at as usize)) {
            let known = row.body.place.len() > 1 || row.level == Some(Level::Province);
            if let Some(first) = row.body.place.first().filter(|_| known)
                && !provinces.contains(first)
            {
                provinces.push(first.clone());
            }
        }
        let undated = overview.rows.iter().any(|row| !row.undated.is_empty());
        Self { order, parents, provinces, undated, reports, rows }
    }

    /// Where a report stands in `overview.reports`.
    pub fn report(&self, id: ReportId) -> Option<usize> {
        self.reports.get(&id).map(|&at| at as usize)
    }

    /// Where a body stands in `overview.rows`.
    pub fn row(&self, body: &BodyKey) -> Option<usize> {
        self.rows.get(body).map(|&at| at as usize)
    }
}

/// For each row the government of its own place (for a bureau) or of the nearest place above that has one.
fn parents(rows: &[PlaceRow]) -> Vec<Option<u32>> {
    let governments: HashMap<&[String], u32> =
        (0..).zip(rows).filter(|(_, row)| row.government).map(|(at, row)| (row.body.place.as_slice(), at)).collect();
    let parent = |row: &PlaceRow| {
        let place = row.body.place.as_slice();
        let own = if row.government { place.len().saturating_sub(1) } else { place.len() };
        (1..=own).rev().find_map(|length| governments.get(place.get(..length)?).copied())
    };
    rows.iter().map(parent).collect()
}

/// Every row right below its parent, its siblings in the order of the overview.
fn in_order(parents: &[Option<u32>]) -> Vec<u32> {
    let mut children: Vec<Vec<u32>> = vec![Vec::new(); parents.len()];
    let mut waiting: Vec<u32> = Vec::new();
    for (at, parent) in (0..).zip(parents) {
        match parent.and_then(|parent| children.get_mut(parent as usize)) {
            Some(siblings) => siblings.push(at),
            None => waiting.push(at),
        }
    }
    waiting.reverse();
    let mut order = Vec::with_capacity(parents.len());
    while let Some(at) = waiting.pop() {
        order.push(at);
        if let Some(below) = children.get(at as usize) {
            waiting.extend(below.iter().rev());
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn row(place: &[&str], name: &str) -> PlaceRow {
        let place: Vec<String> = place.iter().map(|&name| name.to_owned()).collect();
        let government = place.last().is_some_and(|own| own == name);
        let body = BodyKey { place, name: name.to_owned() };
        PlaceRow {
            body,
            code: None,
            level: None,
            government,
            indicators: 0,
            cells: BTreeMap::new(),
            undated: Vec::new(),
        }
    }

    fn shown(rows: Vec<PlaceRow>) -> Vec<(String, Option<String>)> {
        let overview = Overview { rows, ..Overview::default() };
        let index = Index::new(&overview);
        let name = |at: u32| overview.rows[at as usize].body.name.clone();
        index.order.iter().map(|&at| (name(at), index.parents[at as usize].map(name))).collect()
    }

    #[test]
    fn bodies_stand_below_the_nearest_place_that_is_there() {
        let rows = vec![
            row(&["甲省"], "甲省"),
            row(&["甲省", "乙市"], "乙市"),
            row(&["甲省", "丙市", "丁县"], "丁县"),
            // Sorted last, for it has no code.
            row(&["甲省", "乙市"], "一局"),
            row(&["甲省", "乙市", "戊镇"], "戊镇"),
            row(&["己省", "庚市"], "庚市公安局"),
        ];
        let own = |name: &str, below: Option<&str>| (name.to_owned(), below.map(str::to_owned));
        let expected = [
            own("甲省", None),
            own("乙市", Some("甲省")),
            own("一局", Some("乙市")),
            own("戊镇", Some("乙市")),
            own("丁县", Some("甲省")),
            own("庚市公安局", None),
        ];
        assert_eq!(shown(rows), expected);
    }
}
