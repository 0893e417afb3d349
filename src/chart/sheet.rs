//! What stands beside a picture: a table of its points and gaps, and their sentences.

use std::fmt::Write as _;

use crate::figures::Bound;
use crate::i18n::{Texts, labels};
use crate::outline::Section;

use super::spec::{Axis, ChartSpec, Line, Mark, Proof};

/// The bytes that make spreadsheet programs read a file as UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// Ids of the column headings.
const COLUMNS: [&str; 28] = [
    "chart-column-place",
    "chart-column-code",
    "chart-column-year",
    "chart-column-indicator",
    "chart-column-id",
    "chart-column-value",
    "chart-column-lower",
    "chart-column-upper",
    "chart-column-unit",
    "chart-column-status",
    "chart-column-reviewed",
    "chart-column-nature",
    "chart-column-label",
    "chart-column-raw",
    "chart-column-sentence",
    "chart-column-section",
    "chart-column-headings",
    "chart-column-title",
    "chart-column-report-year",
    "chart-column-published",
    "chart-column-url",
    "chart-column-file",
    "chart-column-sha256",
    "chart-column-rule",
    "chart-column-version",
    "chart-column-confidence",
    "chart-column-observation",
    "chart-column-former",
];

/// A row of the table: a point, or a gap.
enum Row<'a> {
    Point(&'a Line, &'a Mark),
    Gap(&'a Line, i32, String),
}

/// The table as CSV: a row for each point and each gap, numbers in full, dates as ISO has them.
///
/// `mark` puts the byte order mark in front, without which Chinese spreadsheet programs show nonsense.
pub fn csv(spec: &ChartSpec, mark: bool, texts: &Texts) -> String {
    let mut out = String::from(if mark { BYTE_ORDER_MARK } else { "" });
    record(&mut out, COLUMNS.map(|id| texts.get(id)));
    for row in rows(spec, texts) {
        match row {
            Row::Point(line, mark) => record(&mut out, point(line, mark, texts)),
            Row::Gap(line, year, status) => record(&mut out, gap(line, year, status)),
        }
    }
    out
}

/// Points and gaps, line by line, in order of years.
fn rows<'a>(spec: &'a ChartSpec, texts: &Texts) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for panel in &spec.panels {
        let year = |x: i32| match panel.x {
            Axis::Years { .. } => x,
            Axis::Places(_) => spec.years.last().copied().unwrap_or_default(),
        };
        for line in &panel.lines {
            let mut own: Vec<(i32, Row<'a>)> =
                line.marks.iter().map(|mark| (mark.proof.year, Row::Point(line, mark))).collect();
            own.extend(line.gaps.iter().map(|(x, gap)| {
                let status = texts.get(labels::gap(*gap));
                (year(*x), Row::Gap(line, year(*x), status))
            }));
            own.sort_by_key(|(year, _)| *year);
            rows.extend(own.into_iter().map(|(_, row)| row));
        }
    }
    rows
}

fn point(line: &Line, mark: &Mark, texts: &Texts) -> [String; COLUMNS.len()] {
    let proof = &mark.proof;
    let optional = |text: &Option<String>| cell(text.as_deref().unwrap_or_default());
    let status = if mark.conflict { "chart-status-conflict" } else { labels::standing(proof.standing) };
    let section = proof.section.and_then(Section::from_number).map(|section| labels::section(Some(section)));
    let (lower, upper) = bounds(proof.bound, mark.value);
    [
        cell(&proof.body.full_name()),
        optional(&proof.code),
        proof.year.to_string(),
        cell(&proof.indicator_name),
        cell(&line.indicator),
        mark.value.to_string(),
        lower.map_or_else(String::new, |value| value.to_string()),
        upper.map_or_else(String::new, |value| value.to_string()),
        cell(&proof.unit),
        cell(&texts.get(status)),
        cell(&texts.get(reviewed(proof))),
        cell(&texts.get(labels::nature(proof.nature))),
        optional(&proof.label),
        cell(&proof.raw),
        cell(&proof.sentence),
        cell(&section.map_or_else(String::new, |id| texts.get(id))),
        cell(&proof.headings.join(" > ")),
        optional(&proof.title),
        proof.report_year.map_or_else(String::new, |year| year.to_string()),
        optional(&proof.published),
        // Reports are read from files; where they were published is not known.
        String::new(),
        cell(&proof.file),
        cell(&proof.sha256),
        cell(&proof.rule),
        env!("CARGO_PKG_VERSION").to_owned(),
        proof.confidence.to_string(),
        cell(&proof.observation),
        cell(line.name_then(proof.year).unwrap_or_default()),
    ]
}

fn gap(line: &Line, year: i32, status: String) -> [String; COLUMNS.len()] {
    let mut row = [const { String::new() }; COLUMNS.len()];
    let known = [
        (0, cell(&line.body.full_name())),
        (1, cell(line.code.as_deref().unwrap_or_default())),
        (2, year.to_string()),
        (3, cell(&line.indicator_name)),
        (4, cell(&line.indicator)),
        (8, cell(&line.unit)),
        (9, cell(&status)),
        (COLUMNS.len() - 1, cell(line.name_then(year).unwrap_or_default())),
    ];
    for (at, text) in known {
        row[at] = text;
    }
    row
}

/// The bounds of a value: both for an exact one, one for "at least", none for "about".
fn bounds(bound: Bound, value: f64) -> (Option<f64>, Option<f64>) {
    match bound {
        Bound::Exact => (Some(value), Some(value)),
        Bound::AtLeast => (Some(value), None),
        Bound::AtMost => (None, Some(value)),
        Bound::About => (None, None),
    }
}

fn reviewed(proof: &Proof) -> &'static str {
    if proof.reviewed { "chart-reviewed" } else { "chart-unreviewed" }
}

/// A text as a cell: one line, and never a formula, for the words come out of files that anyone may have written.
fn cell(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if line.trim_start().starts_with(['=', '+', '-', '@']) { format!("'{line}") } else { line }
}

fn record<const N: usize>(out: &mut String, cells: [String; N]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        if cell.contains(['"', ',', '\n', '\r']) {
            write!(out, "\"{}\"", cell.replace('"', "\"\"")).ok();
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

/// Title, notes, source line, then every point with its sentence, the figure bold, and the report that says it.
pub fn markdown(spec: &ChartSpec, texts: &Texts) -> String {
    let mut out = format!("# {}\n\n{}\n", plain(&spec.title), plain(&spec.subtitle));
    for note in &spec.notes {
        write!(out, "\n- {}", plain(note)).ok();
    }
    write!(out, "\n\n{}\n", plain(&spec.source)).ok();
    if let Some(stamp) = &spec.stamp {
        write!(out, "\n{}\n", plain(stamp)).ok();
    }
    let mut heading = String::new();
    for row in rows(spec, texts) {
        let (Row::Point(line, _) | Row::Gap(line, ..)) = &row;
        let own = format!("{} · {}", plain(&line.body.full_name()), plain(&line.indicator_name));
        if own != heading {
            write!(out, "\n## {own}\n\n").ok();
            heading = own;
        }
        match row {
            Row::Point(_, mark) => out.push_str(&told(mark, texts)),
            Row::Gap(_, year, status) => writeln!(out, "- {year} — {}", plain(&status)).unwrap_or_default(),
        }
    }
    out
}

fn told(mark: &Mark, texts: &Texts) -> String {
    let proof = &mark.proof;
    let status = if mark.conflict { "chart-status-conflict" } else { labels::standing(proof.standing) };
    let remarks = [texts.get(status), texts.get(labels::nature(proof.nature)), texts.get(reviewed(proof))];
    let mut remarks: Vec<String> = remarks.into_iter().chain(proof.label.clone()).collect();
    remarks.dedup();
    let source = proof.title.as_deref().unwrap_or(&proof.file);
    let published = proof.published.as_ref().map(|date| format!(" {date}")).unwrap_or_default();
    let short = proof.sha256.get(..12).unwrap_or(&proof.sha256);
    format!(
        "- {} **{}** {}\n  > {}\n  >\n  > — {}{published} ({} {short})\n",
        proof.year,
        plain(&mark.label),
        plain(&texts.list(remarks)),
        sentence(proof),
        plain(source),
        plain(&proof.file),
    )
}

/// The sentence with the figure bold.
fn sentence(proof: &Proof) -> String {
    let (start, end) = proof.raw_at;
    let pieces = (proof.sentence.get(..start), proof.sentence.get(start..end), proof.sentence.get(end..));
    match pieces {
        (Some(before), Some(figure), Some(after)) if start < end => {
            format!("{}**{}**{}", plain(before), plain(figure), plain(after))
        }
        _ => plain(&proof.sentence),
    }
}

/// A text as Markdown shows it literally, in one line.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() {
            out.push(' ');
            continue;
        }
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::spec::tests::{line, mark};
    use crate::chart::{ChartKind, Panel, Scale};
    use crate::compare::Gap;
    use crate::i18n::Locale;

    fn spec(lines: Vec<Line>) -> ChartSpec {
        let y = Scale { min: 0.0, max: 1.0, ticks: Vec::new(), power: 1.0 };
        let x = Axis::Years { years: vec![2019, 2020, 2021], empty: Vec::new() };
        ChartSpec {
            kind: ChartKind::Line,
            title: "图".into(),
            subtitle: String::new(),
            years: vec![2019, 2020, 2021],
            panels: vec![Panel { heading: None, unit: "件".into(), x, y, lines, words: Vec::new(), silence: None }],
            notes: vec!["说明*".into()],
            more: String::new(),
            source: "来源".into(),
            stamp: None,
            alt: String::new(),
        }
    }

    fn one() -> ChartSpec {
        let mut own = line("甲市", 0, vec![mark(2019, 12_000.0), mark(2021, 0.5)]);
        own.marks[0].proof.sentence = "=SUM(1),\"甲\"\n受理12000件".into();
        own.marks[1].proof.bound = Bound::AtLeast;
        own.gaps = vec![(2020, Gap::NoReport)];
        spec(vec![own])
    }

    #[test]
    fn a_row_for_every_point_and_gap_with_full_numbers() {
        let texts = Texts::new(Locale::ZhHans);
        let table = csv(&one(), true, &texts);
        assert!(table.starts_with('\u{FEFF}') && !csv(&one(), false, &texts).starts_with('\u{FEFF}'));
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.len(), 4);
        assert!(lines[1].contains(",2019,") && lines[1].contains(",12000,12000,12000,件,"), "{}", lines[1]);
        assert!(lines[2].contains(",2020,") && lines[2].contains("无报告"), "gaps stand in the order of years");
        assert!(lines[3].contains(",0.5,0.5,,件,"), "{}", lines[3]);
        assert!(table.contains("\"'=SUM(1),\"\"甲\"\" 受理12000件\""), "no formula, no line break: {table}");
    }

    #[test]
    fn sentences_stand_with_the_figure_bold_and_nothing_else_marked_up() {
        let mut own = one();
        let proof = &mut own.panels[0].lines[0].marks[1].proof;
        proof.sentence = "受理*0.5件<b>".into();
        proof.raw_at = (7, 13);
        let text = markdown(&own, &Texts::new(Locale::ZhHans));
        assert!(text.contains("> 受理\\***0.5件**\\<b\\>"), "{text}");
        assert!(text.contains("- 2020 — 无报告") && text.contains("- 说明\\*"));
        assert!(text.contains("## 甲市 · 甲类"));
    }
}
