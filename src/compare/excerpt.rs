//! The proving sentence as a page can hold it.

use crate::figures::{Observation, Span};

use super::report::Report;

/// Characters of a sentence that a table shows; JSON has the whole.
const MOST: u32 = 240;
/// Characters before the figure where a sentence is cut.
const BEFORE: u32 = 160;

/// The sentence around a figure; of an overlong one the stretch that holds the figure, with ellipses.
pub fn excerpt(observation: &Observation, report: &Report<'_>) -> String {
    let whole = observation.sentence;
    let shown = window(whole, observation.span);
    let before = if shown.start > whole.start { "…" } else { "" };
    let behind = if shown.end < whole.end { "…" } else { "" };
    format!("{before}{}{behind}", report.words(shown))
}

/// The part of a sentence to show: all of it where it is short.
fn window(whole: Span, figure: Span) -> Span {
    if whole.end.saturating_sub(whole.start) <= MOST {
        return whole;
    }
    let latest = whole.end.saturating_sub(MOST);
    let start = figure.start.saturating_sub(BEFORE).clamp(whole.start, latest.max(whole.start));
    Span { start, end: start.saturating_add(MOST).max(figure.end).min(whole.end), ..whole }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: u32, end: u32) -> Span {
        Span { passage: 0, start, end }
    }

    #[test]
    fn the_figure_stays_in_the_window() {
        assert_eq!(window(span(10, 200), span(50, 54)), span(10, 200), "short enough");
        for figure in [span(10, 14), span(500, 504), span(9_990, 9_994), span(20, 900)] {
            let shown = window(span(10, 10_000), figure);
            assert!(shown.start <= figure.start && figure.end <= shown.end, "{shown:?}");
            assert!(shown.start >= 10 && shown.end <= 10_000, "{shown:?}");
        }
    }
}
