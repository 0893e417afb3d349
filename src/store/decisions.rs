//! What people decided about figures. Nothing that the rules do touches these rows.

use rusqlite::{Connection, Row, Transaction, TransactionBehavior, params};

use super::codec::{Coded, from_hex};
use super::fault::Fault;
use super::{Anchor, Library};
use crate::error::Error;
use crate::figures::{Bound, Nature, Scope};
use crate::text::hex;

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// The figure is right as it was read.
    Confirm,
    /// The figure is another; [`Decision::corrected`] says what differs.
    Correct,
    /// These words are no such figure.
    Reject,
    /// A figure that the rules did not find.
    Add,
}

/// What a person put in the place of what was read; `None` where that holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrected {
    /// Another indicator.
    pub indicator: Option<String>,
    /// In the indicator's canonical unit.
    pub value: Option<f64>,
    /// The canonical unit.
    pub unit: Option<String>,
    /// The year that the value is about.
    pub year: Option<i32>,
    /// How exact.
    pub bound: Option<Bound>,
    /// What kind of statement.
    pub nature: Option<Nature>,
    /// Whose value.
    pub scope: Option<Scope>,
}

/// A person's decision about one figure. File, place and indicator name it, so that it outlives every re-run.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// SHA-256 of the file, 64 hex digits.
    pub sha256: String,
    /// Where the figure stands in the original.
    pub anchor: Anchor,
    /// Id of the catalogue: of the figure as it was read, or of the one added.
    pub indicator: String,
    /// What was done.
    pub action: Action,
    /// What was corrected, or all of an added figure.
    pub corrected: Corrected,
    /// Why, in the person's words.
    pub note: String,
    /// Who.
    pub who: String,
    /// When, as ISO text.
    pub made: String,
}

/// A decision's number in its library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DecisionId(i64);

/// A decision in the library.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredDecision {
    /// Its number.
    pub id: DecisionId,
    /// The decision.
    pub decision: Decision,
    /// Whether no later one is about the same figure.
    pub holds: bool,
}

impl Library {
    /// Writes a decision down. Earlier ones about the same figure stay on record and hold no longer.
    ///
    /// It is on the disk when this returns, power cut or not.
    pub fn decide(&mut self, decision: &Decision) -> Result<DecisionId, Error> {
        let done = durably(&mut self.conn, |tx| insert(tx, decision));
        self.named(done)
    }

    /// Takes a decision back, as if it had never been made: for undo.
    pub fn take_back(&mut self, id: DecisionId) -> Result<(), Error> {
        let done = durably(&mut self.conn, |tx| {
            tx.execute("DELETE FROM decisions WHERE id = ?1", [id.0])?;
            Ok(())
        });
        self.named(done)
    }

    /// All decisions about a file, in the order of their places and of their making.
    pub fn decisions(&self, sha256: &str) -> Result<Vec<StoredDecision>, Error> {
        self.named(key(sha256).and_then(|key| of_file(&self.conn, &key)))
    }
}

/// Runs a transaction that waits for the disk, unlike an import, which can be run again.
fn durably<T>(conn: &mut Connection, work: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>) -> Result<T, Fault> {
    let usual: i64 = conn.pragma_query_value(None, "synchronous", |row| row.get(0))?;
    conn.pragma_update(None, "synchronous", "full")?;
    let done = write(conn, work);
    conn.pragma_update(None, "synchronous", usual)?;
    done
}

fn write<T>(conn: &mut Connection, work: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>) -> Result<T, Fault> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = work(&tx)?;
    tx.commit()?;
    Ok(done)
}

fn key(sha256: &str) -> Result<[u8; 32], Fault> {
    from_hex(sha256).ok_or_else(|| Fault::Data(format!("not a SHA-256: {sha256}")))
}

fn insert(conn: &Connection, decision: &Decision) -> Result<DecisionId, Fault> {
    let corrected = &decision.corrected;
    conn.prepare_cached(
        "INSERT INTO decisions (sha256, first, last, indicator, action, corrected, value, unit, year, bound, nature, \
         scope, note, who, made) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    )?
    .execute(params![
        key(&decision.sha256)?,
        decision.anchor.from as i64,
        decision.anchor.to as i64,
        decision.indicator,
        Coded(decision.action),
        corrected.indicator,
        corrected.value,
        corrected.unit,
        corrected.year,
        corrected.bound.map(Coded),
        corrected.nature.map(Coded),
        corrected.scope.map(Coded),
        decision.note,
        decision.who,
        decision.made,
    ])?;
    Ok(DecisionId(conn.last_insert_rowid()))
}

/// The decisions about the file with that hash.
pub(super) fn of_file(conn: &Connection, sha256: &[u8; 32]) -> Result<Vec<StoredDecision>, Fault> {
    let mut statement = conn.prepare_cached(
        "SELECT *, id = max(id) OVER (PARTITION BY first, last, indicator) AS holds \
         FROM decisions WHERE sha256 = ?1 ORDER BY first, last, indicator, id",
    )?;
    let mut rows = statement.query([sha256])?;
    let mut decisions = Vec::new();
    while let Some(row) = rows.next()? {
        decisions.push(stored(row, sha256)?);
    }
    Ok(decisions)
}

fn stored(row: &Row<'_>, sha256: &[u8; 32]) -> Result<StoredDecision, Fault> {
    let (from, to): (u32, u32) = (row.get("first")?, row.get("last")?);
    let corrected = Corrected {
        indicator: row.get("corrected")?,
        value: row.get("value")?,
        unit: row.get("unit")?,
        year: row.get("year")?,
        bound: row.get::<_, Option<Coded<_>>>("bound")?.map(|coded| coded.0),
        nature: row.get::<_, Option<Coded<_>>>("nature")?.map(|coded| coded.0),
        scope: row.get::<_, Option<Coded<_>>>("scope")?.map(|coded| coded.0),
    };
    let decision = Decision {
        sha256: hex(sha256),
        anchor: Anchor { from: from as usize, to: to as usize },
        indicator: row.get("indicator")?,
        action: row.get::<_, Coded<_>>("action")?.0,
        corrected,
        note: row.get("note")?,
        who: row.get("who")?,
        made: row.get("made")?,
    };
    Ok(StoredDecision { id: DecisionId(row.get("id")?), decision, holds: row.get("holds")? })
}
