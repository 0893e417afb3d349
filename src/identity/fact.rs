//! A value with the words that it rests on.

use super::types::{Evidence, Place};

/// A value and its evidence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fact<T> {
    pub value: T,
    pub evidence: Evidence,
}

impl<T> Fact<T> {
    pub(super) fn new(value: T, raw: impl Into<String>, place: Place, confidence: f64) -> Self {
        Self { value, evidence: Evidence { raw: raw.into(), place, confidence } }
    }
}

/// Well above doubt: the words stand where they belong and something else agrees.
pub(super) const SURE: f64 = 0.99;
/// One clear statement.
pub(super) const CLEAR: f64 = 0.95;
/// Clear, but read out of context or against another statement.
pub(super) const LIKELY: f64 = 0.85;
/// A person should look.
pub(super) const WEAK: f64 = 0.6;
/// Little more than a fallback.
pub(super) const GUESS: f64 = 0.4;
