//! What is chosen: one selection for all views.

use crate::chart::ChartKind;
use crate::compare::BodyKey;
use crate::i18n::Locale;
use crate::jobs::desk::TrendQuery;
use crate::store::ReportId;

/// Places, years, indicators and reports that the user chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Bodies, in the order of choosing.
    pub bodies: Vec<BodyKey>,
    /// Ids of indicators, in the order of choosing.
    pub indicators: Vec<String>,
    /// First and last year; all where there is none.
    pub years: Option<(i32, i32)>,
    /// How values are laid out.
    pub kind: ChartKind,
    /// Whether only reviewed values are drawn.
    pub reviewed_only: bool,
    /// The reports marked for a comparison.
    pub pair: [Option<ReportId>; 2],
}

impl Selection {
    /// The chart that this selection asks for; `None` while a place or an indicator is missing.
    pub fn query(&self, locale: Locale) -> Option<TrendQuery> {
        (!self.bodies.is_empty() && !self.indicators.is_empty()).then(|| TrendQuery {
            bodies: self.bodies.clone(),
            indicators: self.indicators.clone(),
            years: self.years,
            kind: self.kind,
            reviewed_only: self.reviewed_only,
            locale,
        })
    }
}

/// A list of what is chosen, with one thing more or one less.
pub fn toggled<T: Clone + PartialEq>(chosen: &[T], item: &T) -> Vec<T> {
    let mut now: Vec<T> = chosen.iter().filter(|own| *own != item).cloned().collect();
    if now.len() == chosen.len() {
        now.push(item.clone());
    }
    now
}
