//! Reading reports back: the sorted list, and one report with all that was read in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

use super::add::missing;
use super::codec::Cells;
use super::decisions::{StoredDecision, of_file};
use super::fault::Fault;
use super::figures::{CHANGE, Names, OBSERVATION, Texts, change, observation};
use super::filter::Filter;
use super::pack::{Expander, Shape, unpack_evidence, unpack_passages, unpack_warnings};
use super::{Anchor, Library, ReportId};
use crate::error::Error;
use crate::figures::{Change, Observation, Span};
use crate::identity::{Body, Evidence, Field, Identity, Jurisdiction, Kind, NameTemplate};
use crate::intake::{Encoding, Format, Options, Warning};
use crate::outline::Passages;
use crate::reading::Manner;
use crate::text::hex;

/// A report as lists show it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportSummary {
    /// Its number in the library.
    pub id: ReportId,
    /// SHA-256 of the file, 64 hex digits.
    pub sha256: String,
    /// The file as it was named when it was imported; it need not exist any more.
    pub path: PathBuf,
    /// Its name without folders.
    pub file_name: String,
    /// What its bytes are.
    pub format: Format,
    /// Name of the character encoding.
    pub encoding: String,
    /// Bytes of the file.
    pub size: u64,
    /// When it was imported, ISO text.
    pub imported: String,
    /// The title.
    pub title: Option<String>,
    /// What the document is.
    pub kind: Kind,
    /// The year that the report is about.
    pub year: Option<i32>,
    /// Who reports.
    pub body: Body,
    /// The place that the figures are about.
    pub jurisdiction: Option<Jurisdiction>,
    /// The office named as source or signatory.
    pub issuer: Option<String>,
    /// Date of publication.
    pub published: Option<Date>,
    /// Document number.
    pub doc_number: Option<String>,
    /// Counted from 1 in the order of import among the reports of the same body, year and kind.
    pub version: u32,
    /// Whether no newer version took its place.
    pub current: bool,
    /// How many values were drawn out of it.
    pub observations: usize,
}

/// A report with all that was read in it and decided about it.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredReport {
    /// What lists show.
    pub summary: ReportSummary,
    /// The words behind each fact of the identity.
    pub evidence: BTreeMap<Field, Evidence>,
    /// What was odd about the file.
    pub warnings: Vec<Warning>,
    /// Its passages.
    pub passages: Passages,
    /// Values in text order.
    pub observations: Vec<Observation>,
    /// Changes in text order.
    pub changes: Vec<Change>,
    /// What people decided, in the order of places and of making.
    pub decisions: Vec<StoredDecision>,
}

impl StoredReport {
    /// What is known of the report besides its text.
    pub fn identity(&self) -> Identity {
        let summary = self.summary.clone();
        Identity {
            title: summary.title,
            kind: summary.kind,
            year: summary.year,
            body: summary.body,
            jurisdiction: summary.jurisdiction,
            issuer: summary.issuer,
            published: summary.published,
            doc_number: summary.doc_number,
            evidence: self.evidence.clone(),
        }
    }

    /// The words of a span; `None` where the passages have no such span.
    pub fn words(&self, span: Span) -> Option<&str> {
        let at = self.passages.items.binary_search_by_key(&span.passage, |passage| passage.id).ok()?;
        super::slices::Slices::new(&self.passages.items.get(at)?.text).get(span.start, span.end)
    }

    /// How many of its values a person's decision holds for.
    pub fn decided(&self) -> usize {
        let about = |found: &&Observation| self.decision_on(&found.indicator, found.span).is_some();
        if self.decisions.is_empty() { 0 } else { self.observations.iter().filter(about).count() }
    }

    /// The decision that holds for a figure of that indicator at that span.
    pub fn decision_on(&self, indicator: &str, span: Span) -> Option<&StoredDecision> {
        let anchor = Anchor::of(&self.passages, span)?;
        let about = |stored: &&StoredDecision| {
            stored.holds && stored.decision.anchor == anchor && stored.decision.indicator == indicator
        };
        self.decisions.iter().find(about)
    }
}

impl Library {
    /// The reports that `filter` lets through, by code of the place (those without one last), body, year, kind, version.
    pub fn reports(&self, filter: &Filter) -> Result<Vec<ReportSummary>, Error> {
        self.read(|conn| reports(conn, filter))
    }

    /// One report with all that was read in it.
    pub fn reading_of(&self, id: ReportId) -> Result<StoredReport, Error> {
        self.read(|conn| reading_of(conn, id))
    }

    /// The bytes of a report's file, as they were imported.
    pub fn original(&self, id: ReportId) -> Result<Vec<u8>, Error> {
        self.read(|conn| original(conn, id))
    }

    /// What a person said of a report's file. What this version does not understand of it counts as not said.
    pub fn manner(&self, id: ReportId) -> Result<Manner, Error> {
        self.read(|conn| manner(conn, id))
    }

    /// The reports whose figures were read by another catalogue than the one with that digest.
    pub fn read_by_others(&self, digest: &str) -> Result<BTreeSet<ReportId>, Error> {
        self.read(|conn| {
            let mut statement = conn.prepare_cached("SELECT document FROM reports WHERE catalogue <> ?1")?;
            let found = statement.query_map([digest], |row| row.get(0))?;
            Ok(found.collect::<Result<_, _>>()?)
        })
    }

    /// The reports by the SHA-256 of their files, to tell what need not be read again.
    pub fn known_files(&self) -> Result<BTreeMap<[u8; 32], ReportId>, Error> {
        self.read(known_files)
    }
}

fn reports(conn: &Connection, filter: &Filter) -> Result<Vec<ReportSummary>, Fault> {
    let conditions = filter.conditions();
    let mut statement = conn.prepare(&format!(
        "SELECT {SUMMARY} FROM reports JOIN documents ON documents.id = reports.document WHERE {} \
         ORDER BY place_code IS NULL, place_code, body, year, kind, version, document",
        conditions.sql()
    ))?;
    let mut rows = statement.query(params_from_iter(conditions.values()))?;
    let mut reports = Vec::new();
    while let Some(row) = rows.next()? {
        reports.push(summary(row)?);
    }
    Ok(reports)
}

/// The columns of a summary in the order that [`summary`] reads them.
const SUMMARY: &str = "document, sha256, path, file_name, format, encoding, size, imported, title, kind, year, body, \
     level, place_code, place_name, place_path, issuer, published, doc_number, version, current, observations";

fn summary(row: &Row<'_>) -> Result<ReportSummary, Fault> {
    let mut cells = Cells::of(row);
    Ok(ReportSummary {
        id: cells.next()?,
        sha256: hex(&cells.next::<[u8; 32]>()?),
        path: PathBuf::from(cells.next::<String>()?),
        file_name: cells.next()?,
        format: cells.variant()?,
        encoding: cells.next()?,
        size: cells.next::<i64>()?.unsigned_abs(),
        imported: cells.next()?,
        title: cells.next()?,
        kind: cells.variant()?,
        year: cells.next()?,
        body: Body { name: cells.next()?, level: cells.variant_or_none()? },
        jurisdiction: jurisdiction(&mut cells)?,
        issuer: cells.next()?,
        published: published(cells.next()?)?,
        doc_number: cells.next()?,
        version: cells.next()?,
        current: cells.next()?,
        observations: cells.next::<u32>()? as usize,
    })
}

fn jurisdiction(cells: &mut Cells<'_>) -> Result<Option<Jurisdiction>, Fault> {
    let (code, name, path): (_, Option<String>, Option<String>) = (cells.next()?, cells.next()?, cells.next()?);
    let path = path.map(|json| serde_json::from_str(&json)).transpose()?;
    Ok(name.map(|name| Jurisdiction { code, name, path }))
}

fn published(date: Option<String>) -> Result<Option<Date>, Fault> {
    date.map(|date| date.parse()).transpose().map_err(|_| Fault::damaged("date of publication"))
}

fn reading_of(conn: &Connection, id: ReportId) -> Result<StoredReport, Fault> {
    let names = Names::load(conn)?;
    let columns = format!(
        "SELECT {SUMMARY}, evidence, warnings FROM reports JOIN documents ON documents.id = reports.document \
         WHERE document = ?1"
    );
    let (summary, sha256, evidence, warnings) = conn
        .prepare_cached(&columns)?
        .query_row([id], |row| Ok((summary(row), row.get(1)?, row.get("evidence")?, row.get("warnings")?)))
        .optional()?
        .ok_or_else(|| missing(id))?;
    let (evidence, warnings): (String, String) = (evidence, warnings);
    let passages = passages(conn, id, &sha256)?;
    let mut texts = Texts::default();
    for passage in &passages.items {
        texts.add(passage.id, &passage.text);
    }
    let observations = observations(conn, id, &names, &texts)?;
    let changes = changes(conn, id, &names, &texts)?;
    Ok(StoredReport {
        summary: summary?,
        evidence: unpack_evidence(&evidence)?,
        warnings: unpack_warnings(&warnings)?,
        observations,
        changes,
        decisions: of_file(conn, &sha256)?,
        passages,
    })
}

fn passages(conn: &Connection, id: ReportId, sha256: &[u8; 32]) -> Result<Passages, Fault> {
    let shapes = shapes(conn, id)?;
    let (body, details): (Vec<u8>, Vec<u8>) = conn
        .prepare_cached("SELECT body, details FROM texts WHERE report = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    unpack_passages(sha256, &shapes, &body, &details)
}

/// The columns of a report's passages in text order.
pub(super) fn shapes(conn: &Connection, id: ReportId) -> Result<Vec<Shape>, Fault> {
    let mut statement = conn
        .prepare_cached("SELECT id, part, section, outline_part, bytes FROM passages WHERE report = ?1 ORDER BY id")?;
    let mut rows = statement.query([id])?;
    let mut shapes = Vec::new();
    while let Some(row) = rows.next()? {
        let mut cells = Cells::of(row);
        shapes.push(Shape {
            id: cells.next()?,
            part: cells.variant()?,
            section: cells.variant_or_none()?,
            outline_part: cells.next()?,
            bytes: cells.next::<u32>()? as usize,
        });
    }
    Ok(shapes)
}

fn observations(conn: &Connection, id: ReportId, names: &Names, texts: &Texts<'_>) -> Result<Vec<Observation>, Fault> {
    let mut statement =
        conn.prepare_cached(&format!("SELECT {OBSERVATION} FROM observations WHERE report = ?1 ORDER BY n"))?;
    let mut rows = statement.query([id])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (_, observation) = observation(row, names)?;
        found.push(Observation { raw: texts.cut(observation.span)?, ..observation });
    }
    Ok(found)
}

fn changes(conn: &Connection, id: ReportId, names: &Names, texts: &Texts<'_>) -> Result<Vec<Change>, Fault> {
    let mut statement = conn.prepare_cached(&format!("SELECT {CHANGE} FROM changes WHERE report = ?1 ORDER BY n"))?;
    let mut rows = statement.query([id])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (_, change) = change(row, names)?;
        found.push(Change { raw: texts.cut(change.span)?, ..change });
    }
    Ok(found)
}

fn original(conn: &Connection, id: ReportId) -> Result<Vec<u8>, Fault> {
    let bytes: Option<Vec<u8>> = conn
        .prepare_cached("SELECT bytes FROM originals WHERE document = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    Expander::new()?.bytes(&bytes.ok_or_else(|| missing(id))?)
}

fn manner(conn: &Connection, id: ReportId) -> Result<Manner, Fault> {
    let said: Option<(Option<String>, Option<String>)> = conn
        .prepare_cached("SELECT said_encoding, template FROM documents WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (encoding, template) = said.ok_or_else(|| missing(id))?;
    let encoding = encoding.and_then(|name| Encoding::named(&name));
    let template = template.and_then(|text| NameTemplate::parse(&text).ok());
    Ok(Manner { options: Options { encoding }, template })
}

fn known_files(conn: &Connection) -> Result<BTreeMap<[u8; 32], ReportId>, Fault> {
    let mut statement = conn.prepare("SELECT sha256, id FROM documents")?;
    let mut rows = statement.query([])?;
    let mut known = BTreeMap::new();
    while let Some(row) = rows.next()? {
        known.insert(row.get(0)?, row.get(1)?);
    }
    Ok(known)
}
