//! Series → lines with marks, each with its proof.

use crate::compare::{Entry, Gap, Report, Series, Standing, Statement, told_apart};
use crate::figures::Span;
use crate::i18n::{Texts, labels};

use crate::chart::spec::{Axis, ChartKind, Fill, Line, Mark, Panel, Proof};

use super::units::full;
use super::{Request, Subject, style};

/// A line with what notes and panels need to know beside it.
pub struct Drawn {
    /// The line; marks stand at years, for bars at positions of places.
    pub line: Line,
    /// Its subject's place in the order of choosing.
    pub subject: usize,
    /// Its indicator's place in the order of choosing.
    pub indicator: usize,
    /// What a reader must know of single marks, as ids of notes with the year.
    pub remarks: Vec<(i32, &'static str)>,
    /// Why the years shown have no value.
    pub gaps: Vec<(i32, Gap)>,
}

/// The lines of all series that were chosen, with the marks of the years shown: indicators first, then subjects.
pub fn draw(request: &Request<'_>, years: &[i32], texts: &Texts) -> Vec<Drawn> {
    let chosen = request.series.iter().filter_map(|series| {
        let subject = request.subjects.iter().position(|subject| subject.body == series.body)?;
        let indicator = request.indicators.iter().position(|indicator| indicator.id == series.indicator)?;
        Some((indicator, subject, series))
    });
    let mut chosen: Vec<_> = chosen.collect();
    chosen.sort_by_key(|(indicator, subject, _)| (*indicator, *subject));
    let line = |(indicator, subject, series)| line(request, (indicator, subject), series, years, texts);
    chosen.into_iter().filter_map(line).collect()
}

fn line(
    request: &Request<'_>,
    (indicator, subject): (usize, usize),
    series: &Series<'_>,
    years: &[i32],
    texts: &Texts,
) -> Option<Drawn> {
    let (own, of) = (request.indicators.get(indicator)?, request.subjects.get(subject)?);
    let line = Line {
        name: String::new(),
        body: of.body.clone(),
        code: of.code.clone(),
        renamed: of.renamed.clone(),
        indicator: own.id.clone(),
        indicator_name: labels::indicator(own, texts.locale()).to_owned(),
        unit: own.unit.clone(),
        style: style(request, subject, indicator),
        marks: Vec::new(),
        gaps: Vec::new(),
    };
    let mut drawn = Drawn { line, subject, indicator, remarks: Vec::new(), gaps: Vec::new() };
    for (year, entry) in series.entries.iter().filter(|(year, _)| years.contains(year)) {
        match entry {
            Entry::Point(statement) => add(&mut drawn, request, of, *year, &[*statement], texts),
            Entry::Conflict(several) => add(&mut drawn, request, of, *year, several, texts),
            Entry::Gap(gap) => drawn.gaps.push((*year, *gap)),
        }
    }
    let bars = request.kind == ChartKind::Bars;
    let x = |year: i32| if bars { i32::try_from(subject).unwrap_or(i32::MAX) } else { year };
    drawn.line.gaps = drawn.gaps.iter().map(|(year, gap)| (x(*year), *gap)).collect();
    drawn.line.marks.iter_mut().for_each(|mark| mark.x = x(mark.x));
    Some(drawn)
}

/// The marks of one year.
fn add(drawn: &mut Drawn, request: &Request<'_>, of: &Subject, year: i32, statements: &[Statement<'_>], texts: &Texts) {
    let conflict = statements.len() > 1;
    if conflict {
        let apart = told_apart(statements.iter().map(|statement| statement.observation));
        drawn.remarks.push((year, if apart { "chart-note-breakdown" } else { "chart-note-conflict" }));
    }
    for statement in statements {
        let proof = proof(request, of, year, statement, texts);
        drawn.remarks.extend(remarks(statement).into_iter().map(|id| (year, id)));
        let own = &statement.observation;
        let solid = proof.reviewed && statement.standing != Standing::FromNextYear;
        drawn.line.marks.push(Mark {
            x: year,
            value: own.value,
            label: full(own.value, own.bound, &own.unit, texts),
            // The axis decides what it is counted in.
            short: String::new(),
            fill: if solid { Fill::Solid } else { Fill::Hollow },
            conflict,
            proof,
        });
    }
}

/// Ids of the notes that a value calls for.
fn remarks(statement: &Statement<'_>) -> Vec<&'static str> {
    use crate::figures::{Bound, Scope};
    let own = statement.observation;
    let flag = |names: &[&str]| own.flags.iter().any(|flag| names.iter().any(|name| flag.starts_with(name)));
    let mut found = Vec::new();
    let mut note = |applies: bool, id| found.extend(applies.then_some(id));
    note(statement.standing == Standing::FromNextYear, "chart-note-next-year");
    note(statement.standing == Standing::Inferred, "chart-note-inferred");
    note(matches!(own.bound, Bound::AtLeast | Bound::AtMost), "chart-note-bound");
    note(own.bound == Bound::About, "chart-note-about");
    note(flag(&["mixed", "base_unknown"]), "chart-note-base");
    note(flag(&["court_side"]), "chart-note-court");
    note(own.scope == Scope::Own, "chart-note-own");
    note(statement.report.kind == crate::identity::Kind::WorkPlan, "chart-note-plan");
    found
}

fn proof(request: &Request<'_>, of: &Subject, year: i32, statement: &Statement<'_>, texts: &Texts) -> Proof {
    let (own, report) = (statement.observation, statement.report);
    let paper = request.papers.get(&report.passages.sha256).cloned().unwrap_or_default();
    let indicator = request.indicators.iter().find(|indicator| indicator.id == own.indicator);
    let name = indicator.map_or(own.indicator.as_str(), |indicator| labels::indicator(indicator, texts.locale()));
    let passage = report.passage(own.span.passage);
    Proof {
        body: of.body.clone(),
        code: of.code.clone(),
        year,
        indicator: own.indicator.clone(),
        indicator_name: name.to_owned(),
        unit: own.unit.clone(),
        bound: own.bound,
        nature: own.nature,
        standing: statement.standing,
        label: own.label.clone(),
        observation: own.id.clone(),
        raw: own.raw.clone(),
        sentence: report.words(own.sentence).to_owned(),
        raw_at: raw_at(own.span, own.sentence, report),
        headings: passage.map(|passage| passage.headings.clone()).unwrap_or_default(),
        section: passage.and_then(|passage| passage.section).map(crate::outline::Section::number),
        title: report.title.map(str::to_owned),
        report_year: report.year,
        published: paper.published,
        file: paper.file,
        sha256: report.passages.sha256.clone(),
        rule: own.rule.clone(),
        confidence: own.confidence,
        reviewed: statement.standing == Standing::Chosen || report.reviewed,
    }
}

/// Where the figure stands in its sentence, in bytes; nowhere where it stands in another passage.
fn raw_at(figure: Span, sentence: Span, report: &Report<'_>) -> (usize, usize) {
    if figure.passage != sentence.passage || figure.start < sentence.start || figure.end > sentence.end {
        return (0, 0);
    }
    let before = report.words(Span { end: figure.start, ..sentence }).len();
    (before, before + report.words(figure).len())
}

/// The positions of an axis for which no line has a value.
pub fn empty(x: &Axis, lines: &[Line]) -> Vec<i32> {
    let taken = |at: &i32| lines.iter().flat_map(|line| &line.marks).any(|mark| mark.x == *at);
    let all: Vec<i32> = match x {
        Axis::Years { years, .. } => years.clone(),
        Axis::Places(places) => (0..places.len()).filter_map(|at| i32::try_from(at).ok()).collect(),
    };
    all.into_iter().filter(|at| !taken(at)).collect()
}

/// Why each empty position of a panel has no value, in a word.
pub fn words(panel: &Panel, texts: &Texts) -> Vec<(i32, String)> {
    let word = |at: i32| {
        let here = || panel.lines.iter().flat_map(|line| &line.gaps).filter(|(x, _)| *x == at).map(|(_, gap)| *gap);
        match here().next() {
            Some(gap) if here().all(|other| other == gap) => texts.get(labels::gap(gap)),
            _ => texts.get("chart-empty"),
        }
    };
    empty(&panel.x, &panel.lines).into_iter().map(|at| (at, word(at))).collect()
}

/// Why lines without any value have none, in a sentence.
pub fn silence(lines: &[Line], texts: &Texts) -> Option<String> {
    if lines.iter().any(|line| !line.marks.is_empty()) {
        return None;
    }
    let here = |gap: &Gap| lines.iter().flat_map(|line| &line.gaps).any(|(_, other)| other == gap);
    let gaps: Vec<String> = Gap::ALL.iter().filter(|gap| here(gap)).map(|gap| texts.get(labels::gap(*gap))).collect();
    if gaps.is_empty() {
        return Some(texts.get("chart-silent"));
    }
    Some(texts.format("chart-silent-for", &[("gaps", texts.list(gaps).into())]))
}
