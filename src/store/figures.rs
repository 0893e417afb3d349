//! Observations and changes as rows, and back.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params};

use super::ReportId;
use super::codec::{Cells, Coded, PackedId, pack_id};
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
pub(super) struct Texts<'a>(BTreeMap<u32, (&'a str, OnceCell<Slices<'a>>)>);

impl<'a> Texts<'a> {
    pub fn add(&mut self, passage: u32, text: &'a str) {
        self.0.insert(passage, (text, OnceCell::new()));
    }

    /// The words of a span.
    pub fn cut(&self, span: Span) -> Result<String, Fault> {
        let passage = self.0.get(&span.passage);
        // A query for one indicator needs one passage of many.
        let slices = passage.map(|(text, slices)| slices.get_or_init(|| Slices::new(text)));
        let words = slices.and_then(|slices| slices.get(span.start, span.end));
        words.map(str::to_owned).ok_or_else(|| Fault::damaged(format!("no text at {span:?}")))
    }
}

/// The columns of an observation in the order that [`observation`] reads them.
pub(super) const OBSERVATION: &str = "observations.report, observations.n, observations.id, observations.indicator, label, \
     value, bound, observations.year, nature, scope, passage, first, last, sentence_first, sentence_last, rule, \
     confidence, flags, also";

/// The observation of a row of [`OBSERVATION`] and its report; its words are left empty for [`Texts::cut`].
pub(super) fn observation(row: &Row<'_>, names: &Names) -> Result<(ReportId, Observation), Fault> {
    let mut cells = Cells::of(row);
    let report = cells.next()?;
    cells.next::<i64>()?;
    let id = cells.next::<PackedId>()?.0;
    let (indicator, unit) = names.indicator(cells.next()?)?.clone();
    let label = cells.next()?;
    let value = cells.next()?;
    let bound = cells.variant()?;
    let year = cells.next()?;
    let nature = cells.variant()?;
    let scope = cells.variant()?;
    let (span, sentence) = spans(&mut cells)?;
    let rule = names.rule(cells.next()?)?;
    let confidence = cells.next()?;
    let flags: Vec<String> = list(cells.next()?)?;
    let also: Vec<(u32, u32, u32)> = list(cells.next()?)?;
    let also = also.into_iter().map(|(passage, start, end)| Span { passage, start, end }).collect();
    let raw = String::new();
    let observation = Observation {
        id,
        indicator,
        label,
        value,
        unit,
        bound,
        year,
        nature,
        scope,
        raw,
        span,
        sentence,
        rule,
        confidence,
        flags,
        also,
    };
    Ok((report, observation))
}

/// The columns of a change in the order that [`change`] reads them.
pub(super) const CHANGE: &str = "changes.report, changes.n, changes.id, changes.indicator, delta, unit, basis, \
     changes.year, ambiguous, prior_low, prior_high, passage, first, last, sentence_first, sentence_last, rule, confidence";

/// The change of a row of [`CHANGE`] and its report; its words are left empty for [`Texts::cut`].
pub(super) fn change(row: &Row<'_>, names: &Names) -> Result<(ReportId, Change), Fault> {
    let mut cells = Cells::of(row);
    let report = cells.next()?;
    cells.next::<i64>()?;
    let id = cells.next::<PackedId>()?.0;
    let (indicator, _) = names.indicator(cells.next()?)?.clone();
    let delta = cells.next()?;
    let unit = cells.variant()?;
    let basis = cells.next()?;
    let year = cells.next()?;
    let ambiguous = cells.next()?;
    let (low, high): (Option<f64>, Option<f64>) = (cells.next()?, cells.next()?);
    let implied_prior = low.zip(high);
    let (span, sentence) = spans(&mut cells)?;
    let rule = names.rule(cells.next()?)?;
    let confidence = cells.next()?;
    let raw = String::new();
    let change = Change {
        id,
        indicator,
        delta,
        unit,
        basis,
        year,
        ambiguous,
        implied_prior,
        raw,
        span,
        sentence,
        rule,
        confidence,
    };
    Ok((report, change))
}

fn spans(cells: &mut Cells<'_>) -> Result<(Span, Span), Fault> {
    let passage = cells.next()?;
    let span = Span { passage, start: cells.next()?, end: cells.next()? };
    Ok((span, Span { passage, start: cells.next()?, end: cells.next()? }))
}

/// A list as JSON; none is an empty one.
fn list<T: serde::de::DeserializeOwned>(json: Option<String>) -> Result<Vec<T>, Fault> {
    Ok(json.map_or(Ok(Vec::new()), |json| serde_json::from_str(&json))?)
}
