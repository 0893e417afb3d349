//! `faheng catalogue`: the catalogue as one file, the user's own in its place, and which of them a run reads by.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use crate::error::{Error, ExportProblem, FileProblem};
use crate::figures::Catalogue;
use crate::i18n::path_text;
use crate::jobs;
use crate::paths::Paths;
use crate::reading::Rules;

use super::Status;
use super::args::CatalogueTask;
use super::console::{Console, Failure};

/// Largest catalogue that is read, in bytes; the built-in one has some 200 KB.
const LARGEST: u64 = 16 << 20;

/// Has the run read by the catalogue named on the command line, else by the one beside the settings, else by the
/// built-in one.
pub fn put_in_use(named: Option<&Path>, paths: &Paths) -> Result<(), Failure> {
    let own = paths.catalogue();
    let Some(path) = named.or_else(|| own.is_file().then_some(own.as_path())) else { return Ok(()) };
    read(path)?.1.put_in_use().map_err(Failure::Core)
}

/// Exports, imports or resets.
pub fn run(task: &CatalogueTask, paths: &Paths, console: &mut Console<'_>) -> Result<Status, Failure> {
    match task {
        CatalogueTask::Export(to, force) => export(to, *force, console),
        CatalogueTask::Import(from) => import(from, paths, console),
        CatalogueTask::Reset => reset(paths, console),
    }
}

/// A catalogue with its text as it stands.
fn read(path: &Path) -> Result<(String, Catalogue), Error> {
    let failed = |error: io::Error| {
        let problem = match error.kind() {
            io::ErrorKind::NotFound => FileProblem::NotFound,
            io::ErrorKind::PermissionDenied => FileProblem::NoPermission,
            _ => FileProblem::Io(error.to_string()),
        };
        Error::file(problem, path)
    };
    let facts = fs::metadata(path).map_err(failed)?;
    if !facts.is_file() {
        return Err(Error::file(FileProblem::NotAFile, path));
    }
    if facts.len() > LARGEST {
        return Err(Error::file(FileProblem::TooLarge { limit: LARGEST }, path));
    }
    let text = fs::read_to_string(path).map_err(failed)?;
    let refused = |(problem, line)| Error::Catalogue { problem, line, path: path.to_owned() };
    let catalogue = Catalogue::from_text(&text).map_err(refused)?;
    Ok((text, catalogue))
}

fn export(to: &Path, force: bool, console: &mut Console<'_>) -> Result<Status, Failure> {
    let catalogue = Catalogue::current()?;
    let text = catalogue.to_text()?;
    let other = to.exists() && fs::read(to).map_or(true, |have| have != text.as_bytes());
    if other && !force {
        return Err(Error::export(ExportProblem::Exists, to).into());
    }
    write(to, &text).map_err(|problem| Error::export(problem, to))?;
    let count = catalogue.indicators().len().into();
    console.say("catalogue-exported", &[("count", count), ("path", path_text(to).into())])?;
    Ok(Status::Done)
}

fn import(from: &Path, paths: &Paths, console: &mut Console<'_>) -> Result<Status, Failure> {
    let (text, catalogue) = read(from)?;
    let to = paths.catalogue();
    let folder = to.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|error| Error::export(ExportProblem::Io(error.to_string()), &to))?;
    write(&to, &text).map_err(|problem| Error::export(problem, &to))?;
    let count = catalogue.indicators().len().into();
    catalogue.put_in_use()?;
    console.say("catalogue-imported", &[("count", count), ("path", path_text(&to).into())])?;
    read_anew(paths, console)
}

fn reset(paths: &Paths, console: &mut Console<'_>) -> Result<Status, Failure> {
    let own = paths.catalogue();
    match fs::remove_file(&own) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(Error::file(FileProblem::Io(error.to_string()), own).into());
        }
        _ => {}
    }
    console.say("catalogue-reset", &[])?;
    read_anew(paths, console)
}

/// Has the reports of the library that another catalogue read be read by this one; says how many.
pub fn read_anew(paths: &Paths, console: &mut Console<'_>) -> Result<Status, Failure> {
    if !paths.library.exists() {
        return Ok(Status::Done);
    }
    let anew = jobs::read_anew(&paths.library, &jobs::read_report, Rules::current()?.catalogue.digest())?;
    if anew > 0 {
        console.tell("catalogue-read-anew", &[("count", anew.into())]);
    }
    Ok(Status::Done)
}

/// Writes beside the place and puts the file there whole.
fn write(to: &Path, text: &str) -> Result<(), ExportProblem> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => ExportProblem::NoFolder,
        io::ErrorKind::PermissionDenied => ExportProblem::NoPermission,
        io::ErrorKind::StorageFull => ExportProblem::DiskFull,
        _ => ExportProblem::Io(error.to_string()),
    };
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    beside.write_all(text.as_bytes()).map_err(failed)?;
    beside.persist(to).map_err(|refused| failed(refused.error))?;
    Ok(())
}
