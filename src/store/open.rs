//! Opening a library: is it ours, may we write, which settings hold; creating one; laying a copy aside.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use tempfile::NamedTempFile;

use super::fault::Fault;
use super::{Library, migrate};
use crate::error::{Error, LibraryProblem};

/// The number in the file's header that marks a library of this program (`FHLB`).
pub const APPLICATION_ID: i32 = i32::from_be_bytes(*b"FHLB");

/// How long a writer waits for another one before it gives up.
const PATIENCE: Duration = Duration::from_secs(5);

/// A compressed report is some 5 KB: of larger pages it leaves a part empty, a quarter of the file at 8 KiB (measured).
const PAGE_SIZE: u32 = 4096;

/// What a library is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Reading and writing; a missing file is created, an older one raised to this version.
    ReadWrite,
    /// Reading alone; nothing beside the file is needed or changed, unless it is an older one, which is raised first.
    ReadOnly,
}

/// What stands at a path.
enum Found {
    Nothing,
    EmptyFile,
    Ours,
}

impl Library {
    /// Opens the library at `path`.
    ///
    /// For writing, a missing or empty file becomes a new library, an older one is raised to this version after a copy
    /// was laid aside ([`Library::backup`]), and a newer one is refused. For reading, a newer one is opened and
    /// [`Library::newer`] says so.
    pub fn open(path: impl AsRef<Path>, access: Access) -> Result<Self, Error> {
        let path = path.as_ref();
        open(path, access).map_err(|fault| fault.at(path))
    }

    /// Sets how long a write waits for another program's before it fails as locked; 5 s unless set.
    pub fn set_patience(&self, patience: Duration) -> Result<(), Error> {
        self.named(self.conn.busy_timeout(patience).map_err(Fault::from))
    }

    /// What is wrong with the file, one finding an item; none where it is sound. Reads the whole file.
    pub fn check(&self) -> Result<Vec<String>, Error> {
        self.named(check(&self.conn))
    }

    /// Writes a copy of the library to `to`, whole and in one file. A file already there is replaced.
    pub fn save_copy(&self, to: &Path) -> Result<(), Error> {
        let copied = copy_beside(&self.conn, to)
            .and_then(|copy| copy.persist(to).map(drop).map_err(|refused| Fault::from(refused.error)));
        copied.map_err(|fault| fault.at(to))
    }
}

fn open(path: &Path, access: Access) -> Result<Library, Fault> {
    match (found(path)?, access) {
        (Found::Ours, _) => {}
        (Found::Nothing | Found::EmptyFile, Access::ReadOnly) => {
            return Err(Fault::Problem(LibraryProblem::NotFound));
        }
        (Found::Nothing, Access::ReadWrite) => create(path, false)?,
        (Found::EmptyFile, Access::ReadWrite) => create(path, true)?,
    }
    match access {
        Access::ReadOnly => open_reader(path),
        Access::ReadWrite => open_writer(path),
    }
}

/// Looks at the header without SQLite: a foreign file is not to be touched, not even by a recovery of its log.
fn found(path: &Path) -> Result<Found, Fault> {
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(error) => return Err(error.into()),
        Ok(facts) if !facts.is_file() => return Err(Fault::Problem(LibraryProblem::NotOurs)),
        Ok(facts) if facts.len() == 0 => return Ok(Found::EmptyFile),
        Ok(_) => {}
    }
    let mut header = Vec::with_capacity(100);
    File::open(path)?.take(100).read_to_end(&mut header)?;
    let id = header.get(68..72);
    if header.starts_with(b"SQLite format 3\0") && id == Some(&APPLICATION_ID.to_be_bytes()[..]) {
        return Ok(Found::Ours);
    }
    Err(Fault::Problem(LibraryProblem::NotOurs))
}

/// Builds a library under another name and moves it into place, so that no half-made one is ever seen.
fn create(path: &Path, replace: bool) -> Result<(), Fault> {
    let folder = folder_of(path);
    fs::create_dir_all(folder)?;
    let file = temporary(folder)?;
    let mut conn = Connection::open(file.path())?;
    conn.pragma_update(None, "page_size", PAGE_SIZE)?;
    migrate::climb(&mut conn, migrate::LADDER)?;
    conn.close().map_err(|(_, error)| error)?;
    let placed = if replace { file.persist(path) } else { file.persist_noclobber(path) };
    match placed {
        Err(refused) if refused.error.kind() != io::ErrorKind::AlreadyExists => Err(refused.error.into()),
        // Another program was quicker: its library is as good.
        Ok(_) | Err(_) => Ok(()),
    }
}

fn open_writer(path: &Path) -> Result<Library, Fault> {
    let mut conn = Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_WRITE))?;
    guard(&conn)?;
    let found = migrate::version(&conn)?;
    let known = migrate::latest();
    if found > known {
        return Err(Fault::Problem(LibraryProblem::Newer { found, known }));
    }
    // SQLite opens a file that it may not write without a word.
    if conn.is_readonly("main")? {
        return Err(Fault::Problem(LibraryProblem::ReadOnly));
    }
    // A network share may refuse the log; every commit then waits for the disk instead.
    let mode: String = conn.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))?;
    conn.pragma_update(None, "synchronous", if mode == "wal" { "normal" } else { "full" })?;
    // Opening alone must not wait for a program that is writing.
    let backup = if found < known { Some(raise(&mut conn, path, found)?) } else { None };
    conn.pragma_update(None, "foreign_keys", true)?;
    Ok(Library { conn, path: path.to_owned(), access: Access::ReadWrite, version: known, backup })
}

/// Raises a library of version `found` to this program's; gives the copy laid aside.
fn raise(conn: &mut Connection, path: &Path, found: i64) -> Result<PathBuf, Fault> {
    let backup = lay_aside(conn, path, found)?;
    migrate::climb(conn, migrate::LADDER)?;
    Ok(backup)
}

fn open_reader(path: &Path) -> Result<Library, Fault> {
    let conn = Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_ONLY))?;
    let (conn, version) = match guard(&conn).and_then(|()| migrate::version(&conn)) {
        Ok(version) => (conn, version),
        Err(fault) if needs_immutable(&fault, path) => {
            let conn = open_immutable(path)?;
            let version = migrate::version(&conn)?;
            (conn, version)
        }
        Err(fault) => return Err(fault),
    };
    if version < migrate::latest() {
        // The statements of this program need its tables.
        drop(conn);
        drop(open_writer(path)?);
        return open_reader(path);
    }
    Ok(Library { conn, path: path.to_owned(), access: Access::ReadOnly, version, backup: None })
}

/// On a medium that cannot be written, SQLite misses the files of the log; without a log it can do without them.
fn needs_immutable(fault: &Fault, path: &Path) -> bool {
    let refused = matches!(fault.code(), Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly));
    let log = beside(path, "-wal");
    refused && fs::metadata(log).map_or(true, |facts| facts.len() == 0)
}

fn open_immutable(path: &Path) -> Result<Connection, Fault> {
    let escaped = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let read = flags(OpenFlags::SQLITE_OPEN_READ_ONLY) | OpenFlags::SQLITE_OPEN_URI;
    let conn = Connection::open_with_flags(format!("file:{escaped}?immutable=1"), read)?;
    guard(&conn)?;
    Ok(conn)
}

fn flags(access: OpenFlags) -> OpenFlags {
    // No mutex: a connection is never used by two threads at a time.
    access | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

/// Settings against a file that someone else may have made.
fn guard(conn: &Connection) -> Result<(), Fault> {
    conn.busy_timeout(PATIENCE)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    // Statements are few and used over and over.
    conn.set_prepared_statement_cache_capacity(64);
    Ok(())
}

fn check(conn: &Connection) -> Result<Vec<String>, Fault> {
    let mut findings = Vec::new();
    let mut statement = conn.prepare("PRAGMA integrity_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let finding: String = row.get(0)?;
        if finding != "ok" {
            findings.push(finding);
        }
    }
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (from, to): (String, String) = (row.get(0)?, row.get(2)?);
        findings.push(format!("a row of {from} misses its row of {to}"));
    }
    Ok(findings)
}

/// Copies the library of version `found` to a name of its own next to it.
fn lay_aside(conn: &Connection, path: &Path, found: i64) -> Result<PathBuf, Fault> {
    let mut copy = copy_beside(conn, path)?;
    for number in 1..1000 {
        let suffix = if number == 1 { format!(".v{found}.bak") } else { format!(".v{found}-{number}.bak") };
        let target = beside(path, &suffix);
        match copy.persist_noclobber(&target) {
            Ok(_) => return Ok(target),
            Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => copy = refused.file,
            Err(refused) => return Err(refused.error.into()),
        }
    }
    Err(Fault::Problem(LibraryProblem::Io("no free name for the copy".to_owned())))
}

/// A whole copy of the library under a temporary name in the folder of `path`, on the disk.
fn copy_beside(conn: &Connection, path: &Path) -> Result<NamedTempFile, Fault> {
    let file = temporary(folder_of(path))?;
    conn.execute("VACUUM INTO ?1", [file.path().to_string_lossy()])?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// A file that other users may read as far as the system's settings allow, unlike a usual temporary one.
pub(crate) fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".faheng-").suffix(".tmp");
    #[cfg(unix)]
    let builder = builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The path with `suffix` after the whole file name.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_laid_aside_are_libraries_and_take_no_others_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("library.faheng");
        let library = Library::open(&path, Access::ReadWrite).unwrap();
        library.conn.execute("INSERT INTO rules (name) VALUES ('count')", []).unwrap();
        let first = lay_aside(&library.conn, &path, 1).unwrap();
        library.conn.execute("DELETE FROM rules", []).unwrap();
        let second = lay_aside(&library.conn, &path, 1).unwrap();
        assert_eq!(first, folder.path().join("library.faheng.v1.bak"));
        assert_eq!(second, folder.path().join("library.faheng.v1-2.bak"));
        let copy = Library::open(&first, Access::ReadOnly).unwrap();
        assert_eq!(copy.version, migrate::latest());
        let rules: i64 = copy.conn.query_row("SELECT count(*) FROM rules", [], |row| row.get(0)).unwrap();
        assert_eq!(rules, 1);
    }

    #[test]
    fn a_writer_has_its_settings() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path().join("library.faheng"), Access::ReadWrite).unwrap();
        for (name, expected) in [("foreign_keys", 1), ("trusted_schema", 0), ("synchronous", 1), ("busy_timeout", 5000)]
        {
            let value: i64 = library.conn.pragma_query_value(None, name, |row| row.get(0)).unwrap();
            assert_eq!(value, expected, "{name}");
        }
    }

    #[test]
    fn a_medium_without_room_for_a_log_is_read_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a%20#b?.faheng");
        drop(Library::open(&path, Access::ReadWrite).unwrap());
        let conn = open_immutable(&path).unwrap();
        assert_eq!(migrate::version(&conn).unwrap(), migrate::latest());
    }
}
