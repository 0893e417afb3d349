//! Series → lines with marks, each with its proof.

use crate::compare::{Entry, Gap, Report, Standing, Statement, told_apart};
use crate::figures::Span;
use crate::i18n::{Texts, labels};

use crate::chart::spec::{Axis, ChartKind, Fill, Line, Mark, Panel, Proof};

use super::units::full;
use super::{Request, Found, Subject, style};

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
    /// Years whose values were left out, for nobody has gone through them.
    pub hidden: Vec<i32>,
    /// Why the years shown have no value.
    pub gaps: Vec<(i32, Gap)>,
}

/// The lines of all series, with the marks of the years shown.
pub fn draw(request: &Request<'_>, all: &[Found<'_>], years: &[i32], texts: &Texts) -> Vec<Drawn> {
    all.iter().map(|found| line(request, found, years, texts)).collect()
}

fn line(request: &Request<'_>, series: &Found<'_>, years: &[i32], texts: &Texts) -> Drawn {
    let Found { subject, indicator, found } = series;
    let line = Line {
        name: String::new(),
        body: found.body.clone(),
        indicator: found.indicator.clone(),
        style: style(request, *subject, *indicator),
        marks: Vec::new(),
        gaps: Vec::new(),
    };
    let (remarks, hidden, gaps) = Default::default();
    let mut drawn = Drawn { line, subject: *subject, indicator: *indicator, remarks, hidden, gaps };
    let Some(of) = request.subjects.get(*subject) else { return drawn };
    for (year, entry) in found.entries.iter().filter(|(year, _)| years.contains(year)) {
        match entry {
            Entry::Point(statement) => add(&mut drawn, request, of, *year, &[*statement], texts),
            Entry::Conflict(several) => add(&mut drawn, request, of, *year, several, texts),
            Entry::Gap(gap) => drawn.gaps.push((*year, *gap)),
        }
    }
    let bars = request.kind == ChartKind::Bars;
    let x = |year: i32| if bars { i32::try_from(*subject).unwrap_or(i32::MAX) } else { year };
    drawn.line.gaps = drawn.gaps.iter().map(|(year, gap)| (x(*year), *gap)).collect();
    drawn.line.marks.iter_mut().for_each(|mark| mark.x = x(mark.x));
    drawn
}

/// The marks of one year.
fn add(
    drawn: &mut Drawn,
    request: &Request<'_>,
    of: &Subject<'_>,
    year: i32,
    statements: &[Statement<'_>],
    texts: &Texts,
) {
    let reviewed = |statement: &Statement<'_>| statement.standing == Standing::Chosen || statement.report.reviewed;
    let shown: Vec<_> = statements.iter().filter(|found| !request.reviewed_only || reviewed(found)).collect();
    if shown.is_empty() {
        drawn.hidden.push(year);
        return;
    }
    let conflict = shown.len() > 1;
    if conflict {
        let apart = told_apart(shown.iter().map(|statement| statement.observation));
        drawn.remarks.push((year, if apart { "chart-note-breakdown" } else { "chart-note-conflict" }));
    }
    for statement in shown {
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

fn proof(request: &Request<'_>, of: &Subject<'_>, year: i32, statement: &Statement<'_>, texts: &Texts) -> Proof {
    let (own, report) = (statement.observation, statement.report);
    let paper = of.reports.iter().position(|other| std::ptr::eq(other, report)).and_then(|at| of.papers.get(at));
    let paper = paper.cloned().unwrap_or_default();
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
        sha256: paper.sha256,
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
pub fn words(panel: &Panel, hidden: &[i32], texts: &Texts) -> Vec<(i32, String)> {
    let word = |at: i32| {
        let here = || panel.lines.iter().flat_map(|line| &line.gaps).filter(|(x, _)| *x == at).map(|(_, gap)| *gap);
        let first = here().next();
        match first {
            _ if hidden.contains(&at) => texts.get("chart-hidden"),
            Some(gap) if here().all(|other| other == gap) => texts.get(labels::gap(gap)),
            _ => texts.get("chart-empty"),
        }
    };
    empty(&panel.x, &panel.lines).into_iter().map(|at| (at, word(at))).collect()
}
