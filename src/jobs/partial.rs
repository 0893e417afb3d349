//! A library in the making beside the place where it will stand, and what is left of those whose makers were killed.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// Endings of the files that SQLite keeps beside a library.
const LOGS: [&str; 2] = ["-wal", "-shm"];
/// Ending of the file whose lock says that the maker is alive.
const LOCK: &str = ".lock";

/// A library in the making. Dropped, it is gone with all files beside it, unless it was put in its place.
pub struct Partial {
    /// Where it is made.
    pub path: PathBuf,
    place: PathBuf,
    _lock: File,
}

impl Partial {
    /// A free name beside `place`, in a folder that is made and swept where needed.
    pub fn new(place: &Path) -> io::Result<Self> {
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
            sweep(folder);
        }
        let path = with_ending(place, &format!(".{}", std::process::id()));
        let lock = File::create(with_ending(&path, LOCK))?;
        // Systems without locks make no partial library worse than before: it may be swept by another run.
        lock.try_lock().ok();
        Ok(Self { path, place: place.to_owned(), _lock: lock })
    }

    /// Puts the finished library in its place.
    pub fn finish(self) -> io::Result<()> {
        // A log left behind by an earlier run that was killed does not belong to the new file.
        for ending in LOGS {
            fs::remove_file(with_ending(&self.place, ending)).ok();
        }
        fs::rename(&self.path, &self.place)
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        remove(&self.path);
    }
}

fn remove(path: &Path) {
    for ending in ["", LOGS[0], LOGS[1], LOCK] {
        fs::remove_file(with_ending(path, ending)).ok();
    }
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Removes the partial libraries in a folder that nobody makes any more.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(partial) = name.to_str().and_then(stem) else { continue };
        let path = folder.join(partial);
        if !is_alive(&path) {
            remove(&path);
        }
    }
}

/// The partial library that a file belongs to, by its name: NAME.faheng.PID.
fn stem(name: &str) -> Option<&str> {
    let name = name.strip_suffix(LOCK).unwrap_or(name);
    let name = LOGS.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    let (library, process) = name.rsplit_once('.')?;
    let numbered = !process.is_empty() && process.bytes().all(|byte| byte.is_ascii_digit());
    (numbered && library.ends_with(".faheng")).then_some(name)
}

fn is_alive(partial: &Path) -> bool {
    let lock = File::open(with_ending(partial, LOCK));
    lock.is_ok_and(|lock| matches!(lock.try_lock(), Err(TryLockError::WouldBlock)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leftovers_of_the_dead_are_swept_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let alive = Partial::new(&at("a.faheng")).unwrap();
        fs::write(&alive.path, "").unwrap();
        let stale = ["b.faheng.77", "b.faheng.77-wal", "b.faheng.77-shm", "c.faheng.78.lock"];
        let kept = ["b.faheng", "b.faheng-wal", "notes.txt", "b.faheng.bak"];
        for name in stale.iter().chain(&kept) {
            fs::write(at(name), "").unwrap();
        }
        sweep(folder.path());
        assert!(stale.iter().all(|name| !at(name).exists()));
        assert!(kept.iter().all(|name| at(name).exists()));
        assert!(alive.path.exists(), "another run makes it");
        alive.finish().unwrap();
        assert!(at("a.faheng").exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), kept.len() + 1);
    }
}
