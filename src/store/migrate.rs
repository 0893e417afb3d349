//! The ladder of versions: one SQL file a step, append-only, climbed in one transaction.

use rusqlite::{Connection, TransactionBehavior};

use super::fault::Fault;
use super::open::APPLICATION_ID;

/// The steps; the version of a library is the number of those that it has climbed.
pub(super) const LADDER: &[&str] =
    &[include_str!("migrations/0001.sql"), include_str!("migrations/0002.sql"), include_str!("migrations/0003.sql")];

/// The version that this program writes.
pub(super) fn latest() -> i64 {
    LADDER.len() as i64
}

/// The version of an open library.
pub(super) fn version(conn: &Connection) -> Result<i64, Fault> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Climbs the steps of `ladder` that the library misses. On failure it is as it was.
pub(super) fn climb(conn: &mut Connection, ladder: &[&str]) -> Result<(), Fault> {
    // A step may rebuild a table that others refer to; this setting has no effect inside a transaction.
    conn.pragma_update(None, "foreign_keys", false)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Read under the lock: another program may have climbed in between.
    let done = usize::try_from(version(&tx)?).unwrap_or(0);
    let Some(missing) = ladder.get(done..).filter(|missing| !missing.is_empty()) else {
        return Ok(());
    };
    for step in missing {
        tx.execute_batch(step)?;
    }
    if tx.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(Fault::damaged("a row refers to nothing after the upgrade"));
    }
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", ladder.len() as i64)?;
    Ok(tx.commit()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RENAME: &str = "ALTER TABLE rules ADD COLUMN note TEXT; UPDATE rules SET note = name";

    fn first() -> Connection {
        let mut conn = Connection::open_in_memory().unwrap();
        climb(&mut conn, &LADDER[..1]).unwrap();
        conn.execute("INSERT INTO rules (name) VALUES ('count')", []).unwrap();
        conn
    }

    fn with(step: &'static str) -> Vec<&'static str> {
        vec![LADDER[0], step]
    }

    #[test]
    fn a_further_step_keeps_the_rows() {
        let mut conn = first();
        climb(&mut conn, &with(RENAME)).unwrap();
        assert_eq!(version(&conn).unwrap(), 2);
        let note: String = conn.query_row("SELECT note FROM rules", [], |row| row.get(0)).unwrap();
        assert_eq!(note, "count");
        climb(&mut conn, &with(RENAME)).unwrap();
        assert_eq!(version(&conn).unwrap(), 2);
    }

    #[test]
    fn a_failing_step_leaves_all_as_it_was() {
        let mut conn = first();
        let broken = "DELETE FROM rules; ALTER TABLE rules ADD COLUMN note TEXT; SELECT no_such_function()";
        assert!(climb(&mut conn, &with(broken)).is_err());
        assert_eq!(version(&conn).unwrap(), 1);
        let rules: i64 = conn.query_row("SELECT count(*) FROM rules", [], |row| row.get(0)).unwrap();
        assert_eq!(rules, 1);
        assert!(conn.prepare("SELECT note FROM rules").is_err());
    }

    #[test]
    fn a_step_that_leaves_loose_ends_is_refused() {
        let mut conn = first();
        let loose = "INSERT INTO originals (document, bytes) VALUES (7, x'00')";
        assert!(climb(&mut conn, &with(loose)).is_err());
        assert_eq!(version(&conn).unwrap(), 1);
    }
}
