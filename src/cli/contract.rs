//! A reading as the JSON object of the output contract: field names, field order, offsets in Unicode scalar values.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::compare::Words;
use crate::figures::{Bound, ChangeUnit, Nature, Reason, Scope};
use crate::identity::{Evidence, Field, Jurisdiction, Kind, Level};
use crate::intake::{Format, Warning};
use crate::outline::{Part, Passage, Piece};
use crate::reading::Reading;
use crate::text::ScalarIndex;

/// Version of the contract.
const SCHEMA: u32 = 1;

/// All that `extract` prints for one file.
#[derive(Serialize)]
pub struct Output<'a> {
    schema: u32,
    producer: Producer<'a>,
    source: SourceFile<'a>,
    report: ReportFacts<'a>,
    passages: Vec<PassageOut<'a>>,
    observations: Vec<ObservationOut<'a>>,
    changes: Vec<ChangeOut<'a>>,
    unclaimed: Vec<UnclaimedOut<'a>>,
    warnings: &'a [Warning],
}

#[derive(Serialize)]
struct Producer<'a> {
    version: &'static str,
    catalogue: &'a str,
}

#[derive(Serialize)]
struct SourceFile<'a> {
    path: String,
    sha256: &'a str,
    format: Format,
    encoding: &'static str,
}

#[derive(Serialize)]
struct ReportFacts<'a> {
    title: Option<&'a str>,
    kind: Kind,
    year: Option<i32>,
    body: BodyOut<'a>,
    jurisdiction: Option<&'a Jurisdiction>,
    issuer: Option<&'a str>,
    published: Option<String>,
    doc_number: Option<&'a str>,
    evidence: &'a BTreeMap<Field, Evidence>,
}

#[derive(Serialize)]
struct BodyOut<'a> {
    name: Option<&'a str>,
    level: Option<Level>,
}

#[derive(Serialize)]
struct PassageOut<'a> {
    id: u32,
    part: Part,
    section: Option<u8>,
    outline_part: Option<u8>,
    headings: &'a [String],
    text: &'a str,
    reason: &'a str,
    source: Vec<Stretch>,
}

/// A stretch of the decoded file, in Unicode scalar values.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Stretch {
    from: u32,
    to: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    /// Left, top, right, bottom in points from the upper left corner of the page.
    #[serde(rename = "box", skip_serializing_if = "Option::is_none")]
    area: Option<[i32; 4]>,
}

#[derive(Serialize)]
struct ObservationOut<'a> {
    id: &'a str,
    indicator: &'a str,
    label: Option<&'a str>,
    #[serde(serialize_with = "plain")]
    value: f64,
    unit: &'a str,
    bound: Bound,
    year: Option<i32>,
    nature: Nature,
    scope: Scope,
    raw: &'a str,
    passage: u32,
    start: u32,
    end: u32,
    sentence: &'a str,
    rule: &'a str,
    confidence: f64,
    flags: &'a [String],
    also: Vec<(u32, u32, u32)>,
}

#[derive(Serialize)]
struct ChangeOut<'a> {
    id: &'a str,
    indicator: &'a str,
    #[serde(serialize_with = "plain")]
    delta: f64,
    unit: ChangeUnit,
    basis: &'a str,
    year: Option<i32>,
    ambiguous: bool,
    implied_prior: Option<[Plain; 2]>,
    raw: &'a str,
    passage: u32,
    start: u32,
    end: u32,
    sentence: &'a str,
    rule: &'a str,
    confidence: f64,
}

#[derive(Serialize)]
struct UnclaimedOut<'a> {
    id: &'a str,
    raw: &'a str,
    passage: u32,
    start: u32,
    end: u32,
    reason: Reason,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    other: Option<OtherUnit<'a>>,
}

/// The clear figure of another unit than the report's.
#[derive(Serialize)]
struct OtherUnit<'a> {
    indicator: &'a str,
    #[serde(serialize_with = "plain")]
    value: f64,
    unit: &'a str,
    year: Option<i32>,
    of: &'a str,
}

/// A number written without `.0` where it is whole.
#[derive(Serialize)]
#[serde(transparent)]
struct Plain(#[serde(serialize_with = "plain")] f64);

/// Writes 974 rather than 974.0: the figure as it was read.
pub(super) fn plain<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    // Whole numbers are exact in a double below 2^53; larger ones keep the form of a float.
    if value.fract() == 0.0 && value.abs() < 9e15 {
        serializer.serialize_i64(*value as i64)
    } else {
        serializer.serialize_f64(*value)
    }
}

/// A reading in the form of the contract; `catalogue` names the catalogue that it was read with.
pub fn output<'a>(reading: &'a Reading, catalogue: &'a str) -> Output<'a> {
    let source = &reading.document.source;
    let index = ScalarIndex::new(&reading.document.original);
    let texts = Words::new(&reading.passages);
    let figures = &reading.figures;
    Output {
        schema: SCHEMA,
        producer: Producer { version: env!("CARGO_PKG_VERSION"), catalogue },
        source: SourceFile {
            path: source.path.display().to_string(),
            sha256: &source.sha256,
            format: source.format,
            encoding: source.encoding,
        },
        report: report(reading),
        passages: reading.passages.items.iter().map(|passage| passage_out(passage, &index)).collect(),
        observations: figures.observations.iter().map(|found| observation(found, &texts)).collect(),
        changes: figures.changes.iter().map(|found| change(found, &texts)).collect(),
        unclaimed: figures.unclaimed.iter().map(unclaimed).collect(),
        warnings: &reading.document.warnings,
    }
}

fn report(reading: &Reading) -> ReportFacts<'_> {
    let identity = &reading.identity;
    ReportFacts {
        title: identity.title.as_deref(),
        kind: identity.kind,
        year: identity.year,
        body: BodyOut { name: identity.body.name.as_deref(), level: identity.body.level },
        jurisdiction: identity.jurisdiction.as_ref(),
        issuer: identity.issuer.as_deref(),
        published: identity.published.map(|date| date.to_string()),
        doc_number: identity.doc_number.as_deref(),
        evidence: &identity.evidence,
    }
}

fn passage_out<'a>(passage: &'a Passage, index: &ScalarIndex<'_>) -> PassageOut<'a> {
    PassageOut {
        id: passage.id,
        part: passage.part,
        section: passage.section.map(crate::outline::Section::number),
        outline_part: passage.outline_part,
        headings: &passage.headings,
        text: &passage.text,
        reason: &passage.reason,
        source: stretches(&passage.pieces, index),
    }
}

/// Pieces that touch in the original are one stretch, unless they lie in different paragraphs or cells.
fn stretches(pieces: &[Piece], index: &ScalarIndex<'_>) -> Vec<Stretch> {
    let mut all: Vec<Stretch> = Vec::new();
    for piece in pieces {
        let next = Stretch {
            from: index.scalar(piece.from),
            to: index.scalar(piece.to),
            paragraph: piece.paragraph,
            row: piece.cell.map(|cell| cell.row),
            column: piece.cell.map(|cell| cell.column),
            page: piece.page.map(|place| place.page),
            area: piece.page.map(|place| [place.left, place.top, place.right, place.bottom]),
        };
        let place = |stretch: &Stretch| (stretch.paragraph, stretch.row, stretch.column, stretch.page, stretch.area);
        match all.last_mut().filter(|last| last.to == next.from && place(last) == place(&next)) {
            Some(last) => last.to = next.to,
            None => all.push(next),
        }
    }
    all
}

fn observation<'a>(found: &'a crate::figures::Observation, texts: &Words<'a>) -> ObservationOut<'a> {
    ObservationOut {
        id: &found.id,
        indicator: &found.indicator,
        label: found.label.as_deref(),
        value: found.value,
        unit: &found.unit,
        bound: found.bound,
        year: found.year,
        nature: found.nature,
        scope: found.scope,
        raw: &found.raw,
        passage: found.span.passage,
        start: found.span.start,
        end: found.span.end,
        sentence: texts.of(found.sentence),
        rule: &found.rule,
        confidence: found.confidence,
        flags: &found.flags,
        also: found.also.iter().map(|span| (span.passage, span.start, span.end)).collect(),
    }
}

fn change<'a>(found: &'a crate::figures::Change, texts: &Words<'a>) -> ChangeOut<'a> {
    ChangeOut {
        id: &found.id,
        indicator: &found.indicator,
        delta: found.delta,
        unit: found.unit,
        basis: &found.basis,
        year: found.year,
        ambiguous: found.ambiguous,
        implied_prior: found.implied_prior.map(|(low, high)| [Plain(low), Plain(high)]),
        raw: &found.raw,
        passage: found.span.passage,
        start: found.span.start,
        end: found.span.end,
        sentence: texts.of(found.sentence),
        rule: &found.rule,
        confidence: found.confidence,
    }
}

fn unclaimed(found: &crate::figures::Unclaimed) -> UnclaimedOut<'_> {
    let other = found.other.as_ref().map(|other| OtherUnit {
        indicator: &other.indicator,
        value: other.value,
        unit: &other.unit,
        year: other.year,
        of: &other.of,
    });
    UnclaimedOut {
        id: &found.id,
        raw: &found.raw,
        passage: found.span.passage,
        start: found.span.start,
        end: found.span.end,
        reason: found.reason,
        other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(from: usize, to: usize, paragraph: Option<u32>) -> Piece {
        Piece { at: 0, from, to, paragraph, cell: None, page: None }
    }

    #[test]
    fn stretches_are_counted_in_scalar_values_and_joined_where_they_touch() {
        let text = "法治a政府";
        let index = ScalarIndex::new(text);
        let found = stretches(&[piece(0, 6, None), piece(6, 7, None), piece(10, 13, None)], &index);
        let shown: Vec<_> = found.iter().map(|stretch| (stretch.from, stretch.to)).collect();
        assert_eq!(shown, [(0, 3), (4, 5)]);
        assert_eq!(stretches(&[piece(0, 6, Some(0)), piece(6, 7, Some(1))], &index).len(), 2);
    }

    #[test]
    fn whole_numbers_have_no_fraction() {
        let text = |value: f64| serde_json::to_string(&Plain(value)).unwrap();
        assert_eq!(text(974.0), "974");
        assert_eq!(text(-40.0), "-40");
        assert_eq!(text(98.3), "98.3");
    }
}
