//! Charts of made-up reports.
