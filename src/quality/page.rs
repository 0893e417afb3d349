//! The quality page: verdicts of many reports counted by what they are about.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::figures::{Catalogue, Figures};

use super::gold::Case;
use super::judge::{Verdict, judge};
use super::tally::Tally;

/// How right the rules of one catalogue read the annotated reports.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quality {
    /// The day of the measurement, ISO.
    pub date: String,
    /// [`Catalogue::digest`] of the rules that were measured.
    pub catalogue: String,
    /// Number of reports.
    pub reports: usize,
    /// Annotated reports in a format that is not read.
    pub unread: Vec<String>,
    /// Right when indicator, value, nature and year are.
    pub observations: Tally,
    /// Of the right observations, those with the right bound; its recall is the share.
    pub bounds: Tally,
    /// Right when indicator, delta and unit are.
    pub changes: Tally,
    /// Observations by indicator.
    pub by_indicator: BTreeMap<String, Tally>,
    /// Observations by the section of their indicator, 1 to 6.
    pub by_section: BTreeMap<u8, Tally>,
    /// Observations by nature.
    pub by_nature: BTreeMap<String, Tally>,
    /// Observations by bound, right only when the bound is.
    pub by_bound: BTreeMap<String, Tally>,
    /// All observations of the reports that try a trap, by its name (`D-07`); reports try many, so these overlap.
    pub by_trap: BTreeMap<String, Tally>,
}

/// A page being counted.
#[derive(Debug)]
pub struct Page<'a> {
    catalogue: &'a Catalogue,
    quality: Quality,
}

/// The keys that one observation is counted under.
struct Keys<'a> {
    indicator: &'a str,
    nature: String,
    bound: String,
}

impl<'a> Page<'a> {
    /// An empty page of a day.
    pub fn new(catalogue: &'a Catalogue, date: &str) -> Self {
        let (date, digest) = (date.to_owned(), catalogue.digest().to_owned());
        Self { catalogue, quality: Quality { date, catalogue: digest, ..Quality::default() } }
    }

    /// Notes a report that could not be read.
    pub fn unread(&mut self, case: &Case) {
        self.quality.unread.push(case.name.clone());
    }

    /// Counts what was read of a report.
    pub fn add(&mut self, case: &Case, figures: &Figures) -> Verdict {
        let verdict = judge(&case.gold, figures);
        let mut sum = Tally::default();
        let answer = |at: usize| {
            let wanted = &case.gold.observations[at];
            Keys {
                indicator: &wanted.indicator,
                nature: word(&wanted.nature.values().first()),
                bound: word(&wanted.bound),
            }
        };
        let reading = |at: usize| {
            let found = &figures.observations[at];
            Keys { indicator: &found.indicator, nature: word(&found.nature), bound: word(&found.bound) }
        };
        for (&(wanted, found), &bound) in verdict.observations.right.iter().zip(&verdict.bounds) {
            self.count(&mut sum, &answer(wanted), Tally { right: 1, ..Tally::default() }, bound);
            if !bound {
                self.of_bound(reading(found).bound).wrong += 1;
            }
        }
        for &wanted in &verdict.observations.missed {
            self.count(&mut sum, &answer(wanted), Tally { missed: 1, ..Tally::default() }, true);
        }
        for &found in &verdict.observations.wrong {
            self.count(&mut sum, &reading(found), Tally { wrong: 1, ..Tally::default() }, true);
        }
        self.close(case, sum, &verdict);
        verdict
    }

    /// The page.
    pub fn finish(self) -> Quality {
        self.quality
    }

    fn count(&mut self, sum: &mut Tally, keys: &Keys<'_>, one: Tally, bound: bool) {
        *sum += one;
        let section = self.catalogue.get(keys.indicator).map_or(0, |indicator| indicator.section.number());
        let quality = &mut self.quality;
        *quality.by_indicator.entry(keys.indicator.to_owned()).or_default() += one;
        *quality.by_section.entry(section).or_default() += one;
        *quality.by_nature.entry(keys.nature.clone()).or_default() += one;
        let by_bound = if bound { one } else { Tally { missed: 1, ..Tally::default() } };
        *self.of_bound(keys.bound.clone()) += by_bound;
    }

    fn of_bound(&mut self, bound: String) -> &mut Tally {
        self.quality.by_bound.entry(bound).or_default()
    }

    fn close(&mut self, case: &Case, sum: Tally, verdict: &Verdict) {
        let quality = &mut self.quality;
        quality.reports += 1;
        quality.observations += sum;
        for trap in &case.traps {
            *quality.by_trap.entry(trap.clone()).or_default() += sum;
        }
        let right = verdict.bounds.iter().filter(|&&bound| bound).count();
        quality.bounds += Tally { right, missed: verdict.bounds.len() - right, wrong: 0 };
        let changes = &verdict.changes;
        quality.changes +=
            Tally { right: changes.right.len(), missed: changes.missed.len(), wrong: changes.wrong.len() };
    }
}

/// The name of a value as the output contract writes it.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => "?".to_owned(),
    }
}
