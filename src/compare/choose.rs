//! Fixed rules for a first look: which two bodies, which years, which indicators.

use std::collections::{BTreeMap, BTreeSet};

use super::report::BodyKey;

/// A body with the years that it has a report for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Who.
    pub body: BodyKey,
    /// Its place's code where it is listed.
    pub code: Option<String>,
    /// The years of its current reports.
    pub years: BTreeSet<i32>,
}

/// Two bodies and the year to show of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Position of the left body in the list given.
    pub left: usize,
    /// Position of the right body in the list given.
    pub right: usize,
    /// The year of the left report.
    pub left_year: i32,
    /// The year of the right report.
    pub right_year: i32,
}

/// The two bodies with most years in common and the latest such year, or else the latest of each.
///
/// Ties go to the lower codes; places that are not listed come after listed ones, by name.
pub fn pick_pair(holdings: &[Holding]) -> Option<Pick> {
    let mut order: Vec<usize> = (0..holdings.len()).filter(|&at| !holdings[at].years.is_empty()).collect();
    order.sort_by_key(|&at| (holdings[at].code.is_none(), &holdings[at].code, &holdings[at].body));
    let mut best: Option<(usize, usize, usize)> = None;
    for (rank, &left) in order.iter().enumerate() {
        for &right in &order[rank + 1..] {
            let common = holdings[left].years.intersection(&holdings[right].years).count();
            if best.is_none_or(|(most, ..)| common > most) {
                best = Some((common, left, right));
            }
        }
    }
    let (_, left, right) = best?;
    let latest = |at: usize| holdings[at].years.last().copied();
    let shared = holdings[left].years.intersection(&holdings[right].years).last().copied();
    Some(Pick { left, right, left_year: shared.or(latest(left))?, right_year: shared.or(latest(right))? })
}

/// The `count` indicators best covered by two bodies: most years with a point on both sides, then most
/// points in all, then the order given by `order`. An indicator that a side never states is left out.
pub fn best_covered<'a>(
    left: &'a BTreeMap<String, BTreeSet<i32>>,
    right: &BTreeMap<String, BTreeSet<i32>>,
    order: impl Fn(&str) -> usize,
    count: usize,
) -> Vec<&'a str> {
    let mut scored: Vec<_> = left
        .iter()
        .filter_map(|(indicator, ours)| {
            let theirs = right.get(indicator)?;
            let common = ours.intersection(theirs).count();
            Some((std::cmp::Reverse((common, ours.len() + theirs.len())), order(indicator), indicator.as_str()))
        })
        .collect();
    scored.sort_unstable();
    scored.into_iter().take(count).map(|(_, _, indicator)| indicator).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holding(name: &str, code: Option<&str>, years: &[i32]) -> Holding {
        let body = BodyKey { place: vec![name.into()], name: name.into() };
        Holding { body, code: code.map(str::to_owned), years: years.iter().copied().collect() }
    }

    #[test]
    fn most_years_in_common_then_the_lower_codes() {
        let holdings = [
            holding("丁市", None, &[2019, 2020, 2021]),
            holding("丙市", Some("210800"), &[2020, 2021]),
            holding("甲市", Some("210100"), &[2019, 2020, 2021]),
            holding("乙市", Some("210300"), &[2020, 2021]),
        ];
        let pick = pick_pair(&holdings).unwrap();
        // 甲 and 丁 share three years; 甲 is listed and comes first.
        assert_eq!(pick, Pick { left: 2, right: 0, left_year: 2021, right_year: 2021 });
        let pick = pick_pair(&holdings[1..]).unwrap();
        assert_eq!((pick.left, pick.right), (1, 2), "ties go to the lower codes");
    }

    #[test]
    fn without_a_common_year_the_latest_of_each() {
        let holdings = [holding("甲市", Some("1"), &[2021, 2022]), holding("乙市", Some("2"), &[2018, 2019])];
        let pick = pick_pair(&holdings).unwrap();
        assert_eq!((pick.left_year, pick.right_year), (2022, 2019));
        assert_eq!(pick_pair(&holdings[..1]), None);
    }

    #[test]
    fn indicators_that_both_state_most_often() {
        let years = |years: &[i32]| years.iter().copied().collect::<BTreeSet<i32>>();
        let map = |rows: [(&str, BTreeSet<i32>); 3]| rows.map(|(id, years)| (id.to_owned(), years)).into();
        let left: BTreeMap<String, BTreeSet<i32>> =
            map([("a", years(&[1, 2])), ("b", years(&[1, 2, 3])), ("c", years(&[1, 2, 3, 4]))]);
        let right: BTreeMap<String, BTreeSet<i32>> =
            map([("a", years(&[1, 2, 3])), ("b", years(&[1, 2])), ("d", years(&[1]))]);
        let order = |id: &str| usize::from(id == "a");
        assert_eq!(best_covered(&left, &right, order, 3), ["b", "a"]);
    }
}
