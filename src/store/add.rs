//! Adding reports, reading them anew, taking them out: many to a transaction, versions kept in order.

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::codec::Coded;
use super::fault::Fault;
use super::figures::{Numbers, insert_changes, insert_observations};
use super::pack::{Expander, Packed};
use super::{Library, ReportId};
use crate::error::{Error, LibraryProblem};
use crate::identity::Identity;
use crate::intake::Encoding;
use crate::reading::{Manner, Reading};

/// What became of a report that was to be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is in the library now.
    New {
        /// Its number.
        id: ReportId,
        /// The report of the same body, year and kind that was current until now.
        version_of: Option<ReportId>,
    },
    /// The same bytes were there already.
    Already {
        /// The number of the report that has them.
        id: ReportId,
    },
}

/// Changes that reach the library together, with [`Batch::commit`], or not at all.
///
/// While it lives no other program can write.
pub struct Batch<'a> {
    tx: Transaction<'a>,
    numbers: Numbers,
    path: &'a std::path::Path,
}

impl Library {
    /// Adds one report. `imported` is the time as ISO text; the store has no clock.
    pub fn add(&mut self, reading: &Reading, bytes: &[u8], imported: &str) -> Result<Added, Error> {
        let packed = Packed::new(reading, bytes)?;
        let mut batch = self.batch()?;
        let added = batch.add(&packed, imported)?;
        batch.commit()?;
        Ok(added)
    }

    /// Puts what the rules now read in the place of what they read before, with what a person says of the file now. The
    /// file's bytes and decisions stay as they are.
    ///
    /// `bytes` are those of [`Library::original`].
    pub fn replace_reading(&mut self, id: ReportId, reading: &Reading, bytes: &[u8]) -> Result<(), Error> {
        let packed = Packed::new(reading, bytes)?;
        let mut batch = self.batch()?;
        batch.replace(id, &packed)?;
        batch.commit()
    }

    /// Takes a report out of the library, with its file's bytes. Decisions stay, for the file may come back.
    pub fn remove(&mut self, id: ReportId) -> Result<(), Error> {
        let batch = self.batch()?;
        remove(&batch.tx, id).map_err(|fault| fault.at(batch.path))?;
        batch.commit()
    }

    /// Begins a batch of changes; waits for another program's.
    pub fn batch(&mut self) -> Result<Batch<'_>, Error> {
        let path = &self.path;
        let begun = self.conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Fault::from);
        let begun = begun.and_then(|tx| Ok((Numbers::load(&tx)?, tx)));
        let (numbers, tx) = begun.map_err(|fault| fault.at(path))?;
        Ok(Batch { tx, numbers, path })
    }
}

impl Batch<'_> {
    /// Adds one report; after an error the batch must be dropped.
    pub fn add(&mut self, packed: &Packed, imported: &str) -> Result<Added, Error> {
        add(&self.tx, &mut self.numbers, packed, imported).map_err(|fault| fault.at(self.path))
    }

    /// As [`Library::replace_reading`].
    pub fn replace(&mut self, id: ReportId, packed: &Packed) -> Result<(), Error> {
        replace(&self.tx, &mut self.numbers, id, packed).map_err(|fault| fault.at(self.path))
    }

    /// The text of a report's passages, joined.
    pub fn text(&self, id: ReportId) -> Result<String, Error> {
        text(&self.tx, id).map_err(|fault| fault.at(self.path))
    }

    /// Makes the changes last.
    pub fn commit(self) -> Result<(), Error> {
        self.tx.commit().map_err(|error| Fault::from(error).at(self.path))
    }
}

fn add(conn: &Connection, numbers: &mut Numbers, packed: &Packed, imported: &str) -> Result<Added, Fault> {
    let mut same = conn.prepare_cached("SELECT id FROM documents WHERE sha256 = ?1")?;
    if let Some(id) = same.query_row([packed.sha256], |row| row.get(0)).optional()? {
        return Ok(Added::Already { id });
    }
    let id = insert_document(conn, packed, imported)?;
    let version_of = insert_report(conn, numbers, id, packed)?;
    Ok(Added::New { id, version_of })
}

fn text(conn: &Connection, id: ReportId) -> Result<String, Fault> {
    let body: Option<Vec<u8>> = conn
        .prepare_cached("SELECT body FROM texts WHERE report = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    Expander::new()?.text(&body.ok_or_else(|| missing(id))?)
}

fn insert_document(conn: &Connection, packed: &Packed, imported: &str) -> Result<ReportId, Fault> {
    let source = &packed.source;
    let name = source.path.file_name().unwrap_or_default();
    conn.prepare_cached(
        "INSERT INTO documents (sha256, path, file_name, format, encoding, size, imported, said_encoding, template) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        packed.sha256,
        source.path.to_string_lossy(),
        name.to_string_lossy(),
        Coded(source.format),
        source.encoding,
        packed.size,
        imported,
        said_encoding(&packed.manner),
        said_template(&packed.manner),
    ])?;
    let id = ReportId(conn.last_insert_rowid());
    conn.prepare_cached("INSERT INTO originals (document, bytes) VALUES (?1, ?2)")?
        .execute(params![id, packed.original])?;
    Ok(id)
}

fn said_encoding(manner: &Manner) -> Option<&'static str> {
    manner.options.encoding.map(Encoding::name)
}

fn said_template(manner: &Manner) -> Option<String> {
    manner.template.as_ref().map(ToString::to_string)
}

/// Inserts all that the rules read; gives the version that was current until now.
fn insert_report(
    conn: &Connection,
    numbers: &mut Numbers,
    id: ReportId,
    packed: &Packed,
) -> Result<Option<ReportId>, Fault> {
    let line = line(&packed.identity);
    let earlier = conn
        .prepare_cached("SELECT document FROM reports WHERE line = ?1 AND current = 1")?
        .query_row([&line], |row| row.get(0))
        .optional()?;
    insert_identity(conn, id, packed, line.as_deref())?;
    if let (Some(_), Some(line)) = (earlier, &line) {
        number_versions(conn, line)?;
    }
    conn.prepare_cached("INSERT INTO texts (report, body, details) VALUES (?1, ?2, ?3)")?.execute(params![
        id,
        packed.body,
        packed.details
    ])?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO passages (report, id, part, section, outline_part, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for shape in &packed.shapes {
        let section = shape.section.map(Coded);
        insert.execute(params![id, shape.id, Coded(shape.part), section, shape.outline_part, shape.bytes as i64])?;
    }
    insert_observations(conn, numbers, id, &packed.observations)?;
    insert_changes(conn, numbers, id, &packed.changes)?;
    Ok(earlier)
}

fn insert_identity(conn: &Connection, id: ReportId, packed: &Packed, line: Option<&str>) -> Result<(), Fault> {
    let identity = &packed.identity;
    let place = identity.jurisdiction.as_ref();
    let path = place.and_then(|place| place.path.as_ref()).map(serde_json::to_string).transpose()?;
    conn.prepare_cached(
        "INSERT INTO reports (document, title, kind, year, body, level, place_code, place_name, place_path, issuer, \
         published, doc_number, evidence, warnings, line, observations, catalogue) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
    )?
    .execute(params![
        id,
        identity.title,
        Coded(identity.kind),
        identity.year,
        identity.body.name,
        identity.body.level.map(Coded),
        place.and_then(|place| place.code.as_deref()),
        place.map(|place| &place.name),
        path,
        identity.issuer,
        identity.published.map(|date| date.to_string()),
        identity.doc_number,
        packed.evidence,
        packed.warnings,
        line,
        packed.observations.len() as i64,
        packed.catalogue,
    ])?;
    Ok(())
}

/// What reports that are versions of each other have in common. A body is told from its namesakes by its place.
fn line(identity: &Identity) -> Option<String> {
    let body = identity.body.name.as_ref()?;
    let year = identity.year?;
    let place = identity.jurisdiction.as_ref();
    let known = place.and_then(|place| place.code.clone().or_else(|| place.path.as_ref().map(|path| path.join("/"))));
    let place = known.or_else(|| place.map(|place| place.name.clone())).unwrap_or_default();
    let kind = super::codec::Code::code(identity.kind);
    Some(format!("{kind}|{year}|{place}|{body}"))
}

/// Numbers the versions of a line in the order of their import; the newest is current.
fn number_versions(conn: &Connection, line: &str) -> Result<(), Fault> {
    conn.prepare_cached(
        "UPDATE reports SET version = place.n, current = (place.n = place.total) \
         FROM (SELECT document AS id, row_number() OVER (ORDER BY document) AS n, count(*) OVER () AS total \
               FROM reports WHERE line = ?1) AS place \
         WHERE document = place.id",
    )?
    .execute([line])?;
    Ok(())
}

fn replace(conn: &Connection, numbers: &mut Numbers, id: ReportId, packed: &Packed) -> Result<(), Fault> {
    let (sha256, before) = of_report(conn, id)?;
    if sha256 != packed.sha256 {
        return Err(Fault::Data(format!("report {id} is of another file")));
    }
    let (encoding, template) = (said_encoding(&packed.manner), said_template(&packed.manner));
    conn.prepare_cached(
        "UPDATE documents SET format = ?2, encoding = ?3, said_encoding = ?4, template = ?5 WHERE id = ?1",
    )?
    .execute(params![id, Coded(packed.source.format), packed.source.encoding, encoding, template])?;
    conn.prepare_cached("DELETE FROM reports WHERE document = ?1")?.execute([id])?;
    insert_report(conn, numbers, id, packed)?;
    // The report may have left its line, or come back as an older version than the current one.
    for line in [before, line(&packed.identity)].into_iter().flatten() {
        number_versions(conn, &line)?;
    }
    Ok(())
}

fn remove(conn: &Connection, id: ReportId) -> Result<(), Fault> {
    let (_, line) = of_report(conn, id)?;
    conn.prepare_cached("DELETE FROM documents WHERE id = ?1")?.execute([id])?;
    line.map_or(Ok(()), |line| number_versions(conn, &line))
}

fn of_report(conn: &Connection, id: ReportId) -> Result<([u8; 32], Option<String>), Fault> {
    conn.prepare_cached("SELECT sha256, line FROM documents JOIN reports ON document = id WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .ok_or_else(|| missing(id))
}

/// There is no report of that number.
pub(super) fn missing(id: ReportId) -> Fault {
    Fault::Problem(LibraryProblem::Io(format!("no report {id}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::readings::Sample;
    use crate::store::{Access, Filter};

    #[test]
    fn a_full_disk_takes_the_batch_back_and_leaves_the_library_whole() {
        let folder = tempfile::tempdir().unwrap();
        let mut library = Library::open(folder.path().join("library.faheng"), Access::ReadWrite).unwrap();
        let packed = |city| {
            let sample = Sample { city, passages: 40, figures_each: 40, ..Sample::default() };
            Packed::new(&sample.reading(), sample.text().as_bytes()).unwrap()
        };
        let mut batch = library.batch().unwrap();
        batch.add(&packed(1), "2026").unwrap();
        batch.commit().unwrap();
        let pages: i64 = library.conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        library.conn.execute_batch(&format!("PRAGMA max_page_count = {}", pages + 8)).unwrap();

        let mut batch = library.batch().unwrap();
        let refused = (2..100).find_map(|city| batch.add(&packed(city), "2026").err());
        assert!(matches!(refused, Some(Error::Library { problem: LibraryProblem::DiskFull, .. })), "{refused:?}");
        drop(batch);
        assert_eq!(library.reports(&Filter::default()).unwrap().len(), 1);
        assert_eq!(library.check().unwrap(), Vec::<String>::new());

        library.conn.execute_batch("PRAGMA max_page_count = 100000").unwrap();
        let mut batch = library.batch().unwrap();
        batch.add(&packed(2), "2026").unwrap();
        batch.commit().unwrap();
        assert_eq!(library.reports(&Filter::default()).unwrap().len(), 2);
    }
}
