//! `faheng where`: the paths of library, settings and cache.

use serde::Serialize;

use crate::paths::Paths;

use super::Status;
use super::console::{Console, Failure};
use super::table::{self, Column};

#[derive(Serialize)]
struct Places {
    library: String,
    library_exists: bool,
    settings: String,
    cache: String,
}

/// Prints the paths.
pub fn run(paths: &Paths, console: &mut Console<'_>) -> Result<Status, Failure> {
    let exists = paths.library.exists();
    let places = Places {
        library: paths.library.display().to_string(),
        library_exists: exists,
        settings: paths.settings.display().to_string(),
        cache: paths.cache.display().to_string(),
    };
    if console.json() {
        console.record(&places)?;
        return Ok(Status::Done);
    }
    let library = if exists { "where-library" } else { "where-library-missing" };
    let rows = [(library, places.library), ("where-settings", places.settings), ("where-cache", places.cache)];
    let rows: Vec<Vec<String>> = rows.into_iter().map(|(id, path)| vec![console.texts().get(id), path]).collect();
    let columns = [Column::words(usize::MAX), Column::words(usize::MAX)];
    console.lines(0, table::set(&columns, &rows))?;
    Ok(Status::Done)
}
