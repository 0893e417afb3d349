//! Title, subtitle, source line, and the chart in one sentence.

use std::collections::BTreeSet;

use crate::compare::{BodyKey, Strand};
use crate::i18n::{Locale, Texts, labels};

use crate::chart::spec::{Axis, ChartKind, ChartSpec, Line, Mark};

use super::Request;
use super::notes::{separator, years_text};
use super::panels::place_names;
use crate::i18n::units::unit;

/// Most indicators, and most places, that a title names.
const IN_TITLE: (usize, usize) = (3, 4);
/// Most places that the source line names; the sheet has them all.
const SOURCES: usize = 3;
/// Most lines that the sentence for those who cannot see the chart goes through.
const TOLD: usize = 8;

/// What, where, which years.
pub fn title(request: &Request<'_>, years: &[i32], texts: &Texts) -> String {
    let names = request.indicators.iter().map(|own| labels::indicator(own, texts.locale()));
    let what = texts.list_up_to(IN_TITLE.0, names);
    let places = texts.list_up_to(IN_TITLE.1, place_names(request));
    let ends = years.first().zip(years.last()).map(|(first, last)| (*first, *last));
    let when = ends.map_or_else(String::new, |ends| years_text(ends, texts));
    texts.format("chart-title", &[("what", what.into()), ("places", places.into()), ("years", when.into())])
}

/// Unit, kind of statement where it is no level, and the definition where there is one indicator.
pub fn subtitle(request: &Request<'_>, texts: &Texts) -> String {
    let mut units: Vec<String> = Vec::new();
    for indicator in &request.indicators {
        let name = unit(&indicator.unit, texts);
        if !units.contains(&name) {
            units.push(name);
        }
    }
    let mut parts = vec![texts.format("chart-unit", &[("unit", texts.list(units).into())])];
    if request.strand() != Strand::Level {
        parts.push(texts.get(labels::strand(request.strand())));
    }
    // The catalogue defines its indicators in Chinese alone.
    if let ([only], Locale::ZhHans) = (request.indicators.as_slice(), texts.locale()) {
        parts.push(texts.format("chart-definition", &[("text", only.definition.as_str().into())]));
    }
    parts.join(&separator("chart-part-separator", texts))
}

/// Whose reports, of which years, how many values, how many of them reviewed.
pub fn source(spec: &ChartSpec, request: &Request<'_>, texts: &Texts) -> String {
    let proofs = || spec.marks().map(|mark| &mark.proof);
    let used: BTreeSet<&BodyKey> = proofs().map(|proof| &proof.body).collect();
    let names = place_names(request);
    let named = request.subjects.iter().zip(&names).filter(|(subject, _)| used.contains(&subject.body));
    let names: Vec<&String> = named.map(|(_, name)| name).collect();
    let count = names.len();
    if count == 0 {
        return texts.get("chart-source-none");
    }
    let places = if count <= SOURCES {
        texts.list(names)
    } else {
        texts.format("chart-source-many", &[("count", count.into())])
    };
    let years: BTreeSet<i32> = proofs().filter_map(|proof| proof.report_year).collect();
    let ends = years.first().zip(years.last()).map(|(first, last)| (*first, *last));
    let years = ends.map_or_else(|| texts.get("value-unknown"), |ends| years_text(ends, texts));
    let all = proofs().count();
    let reviewed = proofs().filter(|proof| proof.reviewed).count();
    let arguments =
        [("places", places.into()), ("years", years.into()), ("count", all.into()), ("reviewed", reviewed.into())];
    texts.format("chart-source", &arguments)
}

/// The chart in words: its kind, first, last and highest value of each line, and what is missing.
pub fn alt(spec: &ChartSpec, texts: &Texts) -> String {
    let kind = texts.get(match spec.kind {
        ChartKind::Line => "chart-kind-line",
        ChartKind::Bars => "chart-kind-bars",
        ChartKind::Slope => "chart-kind-slope",
    });
    let mut sentences =
        vec![texts.format("chart-alt", &[("kind", kind.into()), ("title", spec.title.as_str().into())])];
    let headed = |heading: &Option<String>, text: String| match heading {
        Some(heading) => texts.format("chart-alt-of", &[("heading", heading.as_str().into()), ("text", text.into())]),
        None => text,
    };
    let told = spec.panels.iter().flat_map(|panel| {
        let bars = matches!(panel.x, Axis::Places(_));
        panel.lines.iter().filter_map(move |line| {
            let text = if bars { bar(line, texts) } else { course(line, texts) };
            text.map(|text| headed(&panel.heading, text))
        })
    });
    sentences.extend(told.take(TOLD));
    sentences.extend(spec.notes.iter().cloned());
    let end = separator("chart-alt-end", texts);
    sentences.iter().map(|sentence| format!("{sentence}{end}")).collect::<String>().trim_end().to_owned()
}

fn course(line: &Line, texts: &Texts) -> Option<String> {
    let single = || line.marks.iter().filter(|mark| !mark.conflict);
    let (first, last) = (single().min_by_key(|mark| mark.x)?, single().max_by_key(|mark| mark.x)?);
    let highest = single().max_by(|a, b| a.value.total_cmp(&b.value).then(b.x.cmp(&a.x)))?;
    let at = |mark: &Mark| {
        let arguments = [("year", mark.x.to_string().into()), ("value", mark.label.as_str().into())];
        texts.format("chart-alt-point", &arguments)
    };
    let id = if first.x == last.x { "chart-alt-single" } else { "chart-alt-line" };
    let arguments = [
        ("name", line.name.as_str().into()),
        ("first", at(first).into()),
        ("last", at(last).into()),
        ("highest", at(highest).into()),
    ];
    Some(texts.format(id, &arguments))
}

fn bar(line: &Line, texts: &Texts) -> Option<String> {
    let mark = line.marks.iter().find(|mark| !mark.conflict)?;
    let name = &mark.proof.body.name;
    let arguments = [("name", name.as_str().into()), ("first", mark.label.as_str().into())];
    Some(texts.format("chart-alt-single", &arguments))
}
