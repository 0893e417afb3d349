//! Words on a report and its figures that several panes say: who, which sentence, where it comes from.

use std::ops::Range;

use crate::app::cx::Cx;
use crate::figures::Observation;
use crate::i18n::labels;
use crate::identity::Kind;
use crate::jobs::desk::ReportPage;
use crate::outline::{Part, Section};
use crate::shelf::body_key;
use crate::store::ReportSummary;

/// Characters of a sentence that a card shows.
const MOST: usize = 320;
/// Characters before the number where a sentence is cut.
const BEFORE: usize = 160;

/// A sentence with the number in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The sentence; of an overlong one the stretch around the number.
    pub text: String,
    /// The number, in bytes.
    pub at: Range<usize>,
}

/// The sentence of a figure, as long as it is.
pub fn sentence(page: &ReportPage, figure: usize) -> Quote {
    let Some(figure) = page.figures.get(figure) else { return Quote::default() };
    let mut quote = Quote::default();
    for (number, bytes) in &figure.sentence {
        let text = page.rows.get(*number).and_then(|row| row.text.get(bytes.clone())).unwrap_or_default();
        if *number == figure.row {
            let before = quote.text.len();
            let inside = |at: usize| before + at.clamp(bytes.start, bytes.end) - bytes.start;
            quote.at = inside(figure.at.start)..inside(figure.at.end);
        }
        quote.text.push_str(text);
    }
    quote
}

impl Quote {
    /// Cut to what a card can hold, the number in it.
    pub fn cut(self) -> Self {
        let chars = |text: &str| text.chars().count();
        if chars(&self.text) <= MOST {
            return self;
        }
        let before = self.text.get(..self.at.start).unwrap_or_default();
        let number = self.text.get(self.at.clone()).unwrap_or_default();
        let behind = self.text.get(self.at.end..).unwrap_or_default();
        let skip = chars(before).saturating_sub(BEFORE);
        let lead = if skip > 0 { "…" } else { "" };
        let head: String = lead.chars().chain(before.chars().skip(skip)).collect();
        let left = MOST.saturating_sub(chars(&head) + chars(number));
        let tail = if chars(behind) > left { "…" } else { "" };
        let rest: String = behind.chars().take(left).chain(tail.chars()).collect();
        let at = head.len()..head.len() + number.len();
        Self { text: [&head, number, &rest].concat(), at }
    }
}

/// A text with the report that it stands in.
pub fn cited(text: &str, report: &ReportSummary, cx: &Cx<'_>) -> String {
    let title = title(report, cx);
    let file = report.file_name.as_str();
    let year = report.year.map_or_else(|| cx.text("value-unknown"), |year| in_year(year, cx));
    let arguments =
        [("text", text.trim().into()), ("title", title.into()), ("year", year.into()), ("file", file.into())];
    cx.format("report-cited", &arguments)
}

/// The title, or that there is none.
pub fn title(report: &ReportSummary, cx: &Cx<'_>) -> String {
    report.title.clone().unwrap_or_else(|| cx.text("value-no-title"))
}

/// A year in running text.
pub fn in_year(year: i32, cx: &Cx<'_>) -> String {
    cx.format("in-year", &[("year", year.to_string().into())])
}

/// A body with the places above it, its own place named once: 辽宁省鞍山市数据局.
pub fn body(report: &ReportSummary) -> String {
    let key = body_key(report);
    match key.place.split_last() {
        Some((own, above)) if key.name.starts_with(own.as_str()) => [above.concat(), key.name].concat(),
        _ => key.full_name(),
    }
}

/// Body and year, as pickers and lists name a report; its kind where that is none of a government.
pub fn name(report: &ReportSummary, cx: &Cx<'_>) -> String {
    let year = report.year.map_or_else(|| cx.text("value-unknown"), |year| year.to_string());
    let name = cx.format("report-name", &[("name", body(report).into()), ("year", year.into())]);
    if report.kind == Kind::GovernmentReport {
        return name;
    }
    let kind = cx.text(labels::kind(report.kind));
    cx.format("value-remarked", &[("text", name.into()), ("remarks", kind.into())])
}

/// A short name of a section or, where there is none, of the part.
pub fn short(part: Part, section: Option<Section>) -> &'static str {
    match (section, part) {
        (Some(Section::Leadership), _) => "report-section-leadership",
        (Some(Section::Functions), _) => "report-section-functions",
        (Some(Section::Enforcement), _) => "report-section-enforcement",
        (Some(Section::Institutions), _) => "report-section-institutions",
        (Some(Section::Disputes), _) => "report-section-disputes",
        (Some(Section::Oversight), _) => "report-section-oversight",
        (None, Part::Preamble) => "report-part-preamble",
        (None, Part::Achievements) => "report-part-others",
        (None, Part::Responsibility) => "report-part-responsibility",
        (None, Part::Problems) => "report-part-problems",
        (None, Part::Plans) => "report-part-plans",
    }
}

/// The numeral that a section always goes with: ① to ⑥.
pub fn numeral(section: Option<Section>) -> &'static str {
    match section.map(Section::number) {
        Some(1) => "①",
        Some(2) => "②",
        Some(3) => "③",
        Some(4) => "④",
        Some(5) => "⑤",
        Some(6) => "⑥",
        _ => "·",
    }
}

/// What a figure's flags say, in words.
pub fn flags(found: &Observation, cx: &Cx<'_>) -> Vec<String> {
    let word = |flag: &String| {
        let (name, words) = flag.split_once(':').unwrap_or((flag, ""));
        let id = match name {
            "mixed" => "report-flag-mixed",
            "base_unknown" => "report-flag-base",
            "court_side" => "report-flag-court",
            "period_end" => "report-flag-period",
            "since" => "report-flag-since",
            _ => return flag.clone(),
        };
        cx.format(id, &[("words", words.into())])
    };
    found.flags.iter().map(word).collect()
}

/// What the figures of a report are not to be taken for; `None` for the report of a place.
pub fn caution(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::GovernmentReport => None,
        Kind::DepartmentReport => Some("report-caution-department"),
        Kind::WorkPlan => Some("report-caution-plan"),
        Kind::Other => Some("report-caution-other"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_overlong_sentence_keeps_its_number() {
        for (before, behind) in [(0, 900), (900, 0), (900, 900), (100, 900)] {
            let text = format!("{}974件{}", "法".repeat(before), "治".repeat(behind));
            let at = before * 3..before * 3 + "974件".len();
            let cut = Quote { text, at }.cut();
            assert_eq!(&cut.text[cut.at.clone()], "974件");
            assert!(cut.text.chars().count() <= MOST + 2);
            assert_eq!(cut.text.starts_with('…'), before > BEFORE);
            assert_eq!(cut.text.ends_with('…'), behind > 0);
        }
        let short = Quote { text: "收到974件。".into(), at: 6..12 };
        assert_eq!(short.clone().cut(), short);
    }
}
