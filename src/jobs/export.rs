//! Charts into files: drawn, written beside their places, and only then given their names.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use tempfile::NamedTempFile;

use crate::chart::{ChartSpec, Size, Style, TooSmall, csv, layout, markdown, svg};
use crate::error::{Error, ExportProblem};
use crate::i18n::Texts;

/// The folder for charts where the user names none.
pub const FOLDER: &str = "faheng-out";

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Where.
    pub path: PathBuf,
    /// What.
    pub bytes: Vec<u8>,
}

/// What a chart is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Scalable Vector Graphics.
    Svg,
    /// Pixels. Needs the feature `export`.
    Png,
}

impl Format {
    /// Those that this build can write.
    pub const ALL: &'static [Self] = if cfg!(feature = "export") { &[Self::Png, Self::Svg] } else { &[Self::Svg] };

    /// The format that a file's ending names.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            _ => None,
        }
    }

    /// Its ending.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

/// The picture of a chart as a file at `path`.
///
/// # Errors
///
/// [`Error::Export`] where the size has no room for the chart or too many pixels.
pub fn picture(spec: &ChartSpec, size: Size, style: Style, format: Format, path: PathBuf) -> Result<Draft, Error> {
    let scene = layout(spec, size).map_err(|found| too_small(found, &path))?;
    match format {
        Format::Svg => Ok(Draft { path, bytes: svg(&scene, style).into_bytes() }),
        Format::Png => pixels(&scene, style, path),
    }
}

/// The error of a chart that has no room in the size asked for.
pub fn too_small(TooSmall { width, height }: TooSmall, path: &Path) -> Error {
    let whole = |length: f64| length.ceil().clamp(0.0, 1e6) as u32;
    Error::export(ExportProblem::TooSmall { width: whole(width), height: whole(height) }, path)
}

#[cfg(feature = "export")]
fn pixels(scene: &crate::chart::Scene, style: Style, path: PathBuf) -> Result<Draft, Error> {
    use crate::chart::{MOST_PIXELS, PictureError, png};
    match png(scene, style) {
        Ok(bytes) => Ok(Draft { path, bytes }),
        Err(PictureError::TooManyPixels { millions }) => {
            let limit = (MOST_PIXELS / 1e6) as u32;
            Err(Error::export(ExportProblem::TooManyPixels { millions, limit }, path))
        }
        Err(PictureError::Drawing(what)) => Err(Error::export(ExportProblem::Io(what), path)),
    }
}

#[cfg(not(feature = "export"))]
fn pixels(_scene: &crate::chart::Scene, _style: Style, path: PathBuf) -> Result<Draft, Error> {
    Err(Error::export(ExportProblem::Io("built without the feature `export`".to_owned()), path))
}

/// The table and the sentences of a chart, named as the picture at `path` is.
pub fn sheets(spec: &ChartSpec, path: &Path, texts: &Texts) -> [Draft; 2] {
    [
        Draft { path: path.with_extension("csv"), bytes: csv(spec, true, texts).into_bytes() },
        Draft { path: path.with_extension("md"), bytes: markdown(spec, texts).into_bytes() },
    ]
}

/// The day that stands in exports: that of `SOURCE_DATE_EPOCH` where it is set, so that builds and tests can be repeated,
/// else today by the system's clock and time zone. The same chart exported twice in a day is the same file.
pub fn today() -> Date {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.trim().parse().ok());
    let fixed = fixed.and_then(|seconds| Timestamp::from_second(seconds).ok());
    fixed.map_or_else(|| Zoned::now().date(), |time| time.to_zoned(TimeZone::UTC).date())
}

/// The words in the corner of a picture: program, version, day of the export.
pub fn stamp(date: &Date, texts: &Texts) -> String {
    let version = env!("CARGO_PKG_VERSION");
    texts.format("chart-stamp", &[("version", version.into()), ("date", date.to_string().into())])
}

/// Writes files, all or none as far as the system lets us: each is written beside its place first, and a file of that
/// name with other bytes is replaced only with `force`. One with the same bytes is left alone and counts as written.
///
/// # Errors
///
/// [`Error::Export`] with the file or folder that is in the way. No file is ever seen half written.
pub fn write(drafts: &[Draft], force: bool) -> Result<(), Error> {
    let mut ready = Vec::with_capacity(drafts.len());
    for Draft { path, bytes } in drafts {
        match fs::read(path) {
            Ok(found) if found == *bytes => continue,
            Ok(_) if !force => return Err(Error::export(ExportProblem::Exists, path)),
            Err(_) if !force && fs::symlink_metadata(path).is_ok() => {
                return Err(Error::export(ExportProblem::Exists, path));
            }
            _ => {}
        }
        ready.push((beside(path, bytes)?, path));
    }
    for (file, path) in ready {
        let named = if force { file.persist(path) } else { file.persist_noclobber(path) };
        named.map_err(|error| problem(&error.error, path))?;
    }
    Ok(())
}

/// Makes a folder with those above it.
///
/// # Errors
///
/// [`Error::Export`] with the folder.
pub fn make_folder(folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(|error| match error.kind() {
        // A file has the name of the folder, or of one above it.
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => Error::export(ExportProblem::NoFolder, folder),
        _ => problem(&error, folder),
    })
}

/// The bytes in a file of another name in the same folder, on the disk.
fn beside(path: &Path, bytes: &[u8]) -> Result<NamedTempFile, Error> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(Error::export(ExportProblem::NoFolder, folder));
    }
    let write = || {
        let mut file = crate::store::temporary(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(file)
    };
    write().map_err(|error| problem(&error, path))
}

fn problem(error: &io::Error, path: &Path) -> Error {
    let problem = match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => ExportProblem::NoPermission,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ExportProblem::DiskFull,
        io::ErrorKind::AlreadyExists => ExportProblem::Exists,
        io::ErrorKind::NotFound => ExportProblem::NoFolder,
        _ => ExportProblem::Io(error.to_string()),
    };
    Error::export(problem, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(path: PathBuf, text: &str) -> Draft {
        Draft { path, bytes: text.into() }
    }

    fn problem_of(result: Result<(), Error>) -> ExportProblem {
        match result.unwrap_err() {
            Error::Export { problem, .. } => problem,
            other => panic!("{other}"),
        }
    }

    #[test]
    fn an_older_file_stays_unless_told_otherwise() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("b.svg"), "older").unwrap();
        let both = [draft(at("a.svg"), "new"), draft(at("b.svg"), "new")];
        assert_eq!(problem_of(write(&both, false)), ExportProblem::Exists);
        assert!(!at("a.svg").exists(), "all or none");
        assert_eq!(fs::read(at("b.svg")).unwrap(), b"older");
        write(&both, true).unwrap();
        assert_eq!(fs::read(at("b.svg")).unwrap(), b"new");
        write(&both, false).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside them");
    }

    #[test]
    fn folders_in_the_way_and_folders_that_are_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let missing = draft(folder.path().join("missing/a.svg"), "x");
        assert_eq!(problem_of(write(&[missing], false)), ExportProblem::NoFolder);
        fs::create_dir(folder.path().join("a.svg")).unwrap();
        let taken = [draft(folder.path().join("a.svg"), "x")];
        assert_eq!(problem_of(write(&taken, false)), ExportProblem::Exists);
        assert!(write(&taken, true).is_err(), "a folder is not replaced");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    #[cfg(unix)]
    fn files_are_readable_by_others_as_usual_ones_are() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (ours, usual) = (folder.path().join("a.svg"), folder.path().join("b.svg"));
        write(&[draft(ours.clone(), "x")], false).unwrap();
        fs::write(&usual, "x").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&ours), mode(&usual));
    }
}
