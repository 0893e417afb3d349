//! Observations and changes as rows, and back.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params};

use super::ReportId;
use super::codec::{Coded, pack_id, unpack_id};
use super::fault::Fault;
use super::slices::Slices;
use crate::figures::{Change, Observation, Span};

const INSERT_OBSERVATION: &str = "INSERT INTO observations (report, n, id, indicator, value, bound, year, nature, scope, \
     label, passage, first, last, sentence_first, sentence_last, rule, confidence, flags, also) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)";

const INSERT_CHANGE: &str = "INSERT INTO changes (report, n, id, indicator, delta, unit, basis, year, ambiguous, \
     prior_low, prior_high, passage, first, last, sentence_first, sentence_last, rule, confidence) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)";

/// Numbers of names by name; belongs to one transaction, as a rolled-back one takes its numbers with it.
#[derive(Default)]
pub(super) struct Numbers {
    indicators: BTreeMap<(String, String), i64>,
    rules: BTreeMap<String, i64>,
}

impl Numbers {
    pub fn load(conn: &Connection) -> Result<Self, Fault> {
        let names = Names::load(conn)?;
        let indicators = names.indicators.into_iter().map(|(number, name)| (name, number)).collect();
        let rules = names.rules.into_iter().map(|(number, name)| (name, number)).collect();
        Ok(Self { indicators, rules })
    }

    fn indicator(&mut self, conn: &Connection, name: &str, unit: &str) -> Result<i64, Fault> {
        let key = (name.to_owned(), unit.to_owned());
        if let Some(&number) = self.indicators.get(&key) {
            return Ok(number);
        }
        conn.execute("INSERT INTO indicators (name, unit) VALUES (?1, ?2)", [name, unit])?;
        let number = conn.last_insert_rowid();
        self.indicators.insert(key, number);
        Ok(number)
    }

    fn rule(&mut self, conn: &Connection, name: &str) -> Result<i64, Fault> {
        if let Some(&number) = self.rules.get(name) {
            return Ok(number);
        }
        conn.execute("INSERT INTO rules (name) VALUES (?1)", [name])?;
        let number = conn.last_insert_rowid();
        self.rules.insert(name.to_owned(), number);
        Ok(number)
    }
}

/// Names by number, for reading.
#[derive(Default)]
pub(super) struct Names {
    indicators: BTreeMap<i64, (String, String)>,
    rules: BTreeMap<i64, String>,
}

impl Names {
    pub fn load(conn: &Connection) -> Result<Self, Fault> {
        let mut names = Self::default();
        let mut statement = conn.prepare_cached("SELECT id, name, unit FROM indicators")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            names.indicators.insert(row.get(0)?, (row.get(1)?, row.get(2)?));
        }
        let mut statement = conn.prepare_cached("SELECT id, name FROM rules")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            names.rules.insert(row.get(0)?, row.get(1)?);
        }
        Ok(names)
    }

    fn indicator(&self, number: i64) -> Result<&(String, String), Fault> {
        self.indicators.get(&number).ok_or_else(|| Fault::damaged(format!("no indicator {number}")))
    }

    fn rule(&self, number: i64) -> Result<String, Fault> {
        self.rules.get(&number).cloned().ok_or_else(|| Fault::damaged(format!("no rule {number}")))
    }
}

pub(super) fn insert_observations(
    conn: &Connection,
    numbers: &mut Numbers,
    report: ReportId,
    observations: &[Observation],
) -> Result<(), Fault> {
    let mut insert = conn.prepare_cached(INSERT_OBSERVATION)?;
    for (n, o) in (0_i64..).zip(observations) {
        let indicator = numbers.indicator(conn, &o.indicator, &o.unit)?;
        let rule = numbers.rule(conn, &o.rule)?;
        let flags = (!o.flags.is_empty()).then(|| serde_json::to_string(&o.flags)).transpose()?;
        let also: Vec<_> = o.also.iter().map(|span| (span.passage, span.start, span.end)).collect();
        let also = (!also.is_empty()).then(|| serde_json::to_string(&also)).transpose()?;
        insert.execute(params![
            report,
            n,
            pack_id(&o.id),
            indicator,
            o.value,
            Coded(o.bound),
            o.year,
            Coded(o.nature),
            Coded(o.scope),
            o.label,
            o.span.passage,
            o.span.start,
            o.span.end,
            o.sentence.start,
            o.sentence.end,
            rule,
            o.confidence,
            flags,
            also,
        ])?;
    }
    Ok(())
}

pub(super) fn insert_changes(
    conn: &Connection,
    numbers: &mut Numbers,
    report: ReportId,
    changes: &[Change],
) -> Result<(), Fault> {
    let mut insert = conn.prepare_cached(INSERT_CHANGE)?;
    for (n, c) in (0_i64..).zip(changes) {
        let indicator = numbers.indicator(conn, &c.indicator, "")?;
        let rule = numbers.rule(conn, &c.rule)?;
        insert.execute(params![
            report,
            n,
            pack_id(&c.id),
            indicator,
            c.delta,
            Coded(c.unit),
            c.basis,
            c.year,
            c.ambiguous,
            c.implied_prior.map(|(low, _)| low),
            c.implied_prior.map(|(_, high)| high),
            c.span.passage,
            c.span.start,
            c.span.end,
            c.sentence.start,
            c.sentence.end,
            rule,
            c.confidence,
        ])?;
    }
    Ok(())
}

/// The passages of one report as texts that spans can be cut from.
#[derive(Default)]
pub(super) struct Texts<'a>(BTreeMap<u32, Slices<'a>>);

impl<'a> Texts<'a> {
    pub fn add(&mut self, passage: u32, text: &'a str) {
        self.0.insert(passage, Slices::new(text));
    }

    /// The words of a span.
    pub fn cut(&self, span: Span) -> Result<String, Fault> {
        let words = self.0.get(&span.passage).and_then(|slices| slices.get(span.start, span.end));
        words.map(str::to_owned).ok_or_else(|| Fault::damaged(format!("no text at {span:?}")))
    }
}

fn spans(row: &Row<'_>) -> Result<(Span, Span), Fault> {
    let passage = row.get("passage")?;
    let span = Span { passage, start: row.get("first")?, end: row.get("last")? };
    Ok((span, Span { passage, start: row.get("sentence_first")?, end: row.get("sentence_last")? }))
}

fn id_of(row: &Row<'_>) -> Result<String, Fault> {
    unpack_id(row.get_ref("id")?).map_err(|_| Fault::damaged("id of a figure"))
}

/// The observation of a row of `observations`; its words are left empty for [`Texts::cut`].
pub(super) fn observation(row: &Row<'_>, names: &Names) -> Result<Observation, Fault> {
    let (indicator, unit) = names.indicator(row.get("indicator")?)?.clone();
    let (span, sentence) = spans(row)?;
    let flags: Option<String> = row.get("flags")?;
    let also: Option<String> = row.get("also")?;
    let also: Vec<(u32, u32, u32)> = also.map_or(Ok(Vec::new()), |json| serde_json::from_str(&json))?;
    Ok(Observation {
        id: id_of(row)?,
        indicator,
        label: row.get("label")?,
        value: row.get("value")?,
        unit,
        bound: row.get::<_, Coded<_>>("bound")?.0,
        year: row.get("year")?,
        nature: row.get::<_, Coded<_>>("nature")?.0,
        scope: row.get::<_, Coded<_>>("scope")?.0,
        raw: String::new(),
        span,
        sentence,
        rule: names.rule(row.get("rule")?)?,
        confidence: row.get("confidence")?,
        flags: flags.map_or(Ok(Vec::new()), |json| serde_json::from_str(&json))?,
        also: also.into_iter().map(|(passage, start, end)| Span { passage, start, end }).collect(),
    })
}

/// The change of a row of `changes`; its words are left empty for [`Texts::cut`].
pub(super) fn change(row: &Row<'_>, names: &Names) -> Result<Change, Fault> {
    let (indicator, _) = names.indicator(row.get("indicator")?)?.clone();
    let (span, sentence) = spans(row)?;
    let (low, high): (Option<f64>, Option<f64>) = (row.get("prior_low")?, row.get("prior_high")?);
    Ok(Change {
        id: id_of(row)?,
        indicator,
        delta: row.get("delta")?,
        unit: row.get::<_, Coded<_>>("unit")?.0,
        basis: row.get("basis")?,
        year: row.get("year")?,
        ambiguous: row.get("ambiguous")?,
        implied_prior: low.zip(high),
        raw: String::new(),
        span,
        sentence,
        rule: names.rule(row.get("rule")?)?,
        confidence: row.get("confidence")?,
    })
}
