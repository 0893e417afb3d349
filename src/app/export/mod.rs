//! The dialog that exports a chart.
