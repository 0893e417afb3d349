//! A report with what people decided about it.

use crate::compare::{BodyKey, Choice, Report, Words};
use crate::figures::{Nature, Observation};
use crate::identity::Kind;
use crate::store::{Action, ReportSummary, StoredReport};

/// Who reports, as the key that tells bodies of the same name apart.
pub fn body_key(report: &ReportSummary) -> BodyKey {
    let place = match &report.jurisdiction {
        Some(place) => place.path.clone().unwrap_or_else(|| vec![place.name.clone()]),
        None => Vec::new(),
    };
    let own = place.last().cloned().or_else(|| report.title.clone()).unwrap_or_else(|| report.file_name.clone());
    BodyKey { name: report.body.name.clone().unwrap_or(own), place }
}

/// Whether a report stands for its place as a whole and not for an office in it.
pub fn is_government(report: &ReportSummary) -> bool {
    let own_name = || report.jurisdiction.as_ref().is_some_and(|place| report.body.name.as_ref() == Some(&place.name));
    report.kind == Kind::GovernmentReport || (report.kind == Kind::WorkPlan && own_name())
}

/// A report with people's decisions applied to its figures.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// As it is stored.
    pub stored: StoredReport,
    observations: Vec<Observation>,
    /// For each of them whether a person has decided about it.
    decided: Vec<bool>,
    choices: Vec<Choice>,
    reviewed: bool,
}

impl Loaded {
    /// Applies the decisions of a stored report.
    pub fn new(stored: StoredReport) -> Self {
        let body = body_key(&stored.summary);
        let mut observations = Vec::with_capacity(stored.observations.len());
        let mut decided_about = Vec::with_capacity(stored.observations.len());
        let mut choices = Vec::new();
        for found in &stored.observations {
            // Looking one up walks through the passage; most reports have none.
            let decision =
                if stored.decisions.is_empty() { None } else { stored.decision_on(&found.indicator, found.span) };
            let Some(decision) = decision.map(|stored| &stored.decision) else {
                observations.push(found.clone());
                decided_about.push(false);
                continue;
            };
            if decision.action == Action::Reject {
                continue;
            }
            let decided = corrected(found, &decision.corrected);
            // Confirming a target or an earlier level says that it was read right, not that it is the year's level.
            let level = matches!(decided.nature, Nature::Actual | Nature::Inferred);
            if let Some(year) = decided.year.filter(|_| level) {
                let (indicator, observation) = (decided.indicator.clone(), decided.id.clone());
                choices.push(Choice { body: body.clone(), indicator, year, observation });
            }
            observations.push(decided);
            decided_about.push(true);
        }
        let reviewed = !decided_about.contains(&false) && !stored.observations.is_empty();
        Self { stored, observations, decided: decided_about, choices, reviewed }
    }

    /// Its values in text order, people's corrections applied and what they rejected left out.
    pub fn observations(&self) -> &[Observation] {
        &self.observations
    }

    /// For each of its values whether a person has decided about it.
    pub fn decided(&self) -> &[bool] {
        &self.decided
    }

    /// The persons' choices in it.
    pub fn choices(&self) -> &[Choice] {
        &self.choices
    }

    /// The report as the comparison takes it. All its text is indexed for that: not for every frame.
    pub fn report(&self) -> Report<'_> {
        let summary = &self.stored.summary;
        Report {
            body: body_key(summary),
            year: summary.year,
            kind: summary.kind,
            level: summary.body.level,
            title: summary.title.as_deref(),
            reviewed: self.reviewed,
            passages: &self.stored.passages,
            words: Words::new(&self.stored.passages),
            observations: &self.observations,
            changes: &self.stored.changes,
        }
    }
}

/// The persons' choices in these reports.
pub fn choices(loaded: &[Loaded]) -> Vec<Choice> {
    loaded.iter().flat_map(|report| report.choices.iter().cloned()).collect()
}

fn corrected(found: &Observation, by: &crate::store::Corrected) -> Observation {
    Observation {
        indicator: by.indicator.clone().unwrap_or_else(|| found.indicator.clone()),
        value: by.value.unwrap_or(found.value),
        unit: by.unit.clone().unwrap_or_else(|| found.unit.clone()),
        year: by.year.or(found.year),
        bound: by.bound.unwrap_or(found.bound),
        nature: by.nature.unwrap_or(found.nature),
        scope: by.scope.unwrap_or(found.scope),
        ..found.clone()
    }
}
