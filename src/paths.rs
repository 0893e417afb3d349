//! The paths that the program uses, by the platform's rules.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// Name of the library's file in the data folder.
const LIBRARY: &str = "library.faheng";
/// Name of the user's own catalogue in the folder of settings.
const CATALOGUE: &str = "catalogue.toml";
/// Name of the file of settings.
const SETTINGS: &str = "settings.toml";

/// Where library, settings and cache lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The library: `--library`, else `FAHENG_LIBRARY`, else the platform's data folder.
    pub library: PathBuf,
    /// The user's settings.
    pub settings: PathBuf,
    /// What can be made again: libraries of first looks.
    pub cache: PathBuf,
}

impl Paths {
    /// The paths of this user, with a library named on the command line going first.
    pub fn new(library: Option<&Path>) -> Self {
        let folders = ProjectDirs::from("", "", "faheng");
        // Without a home folder everything lies below the current one.
        let folder = |of: fn(&ProjectDirs) -> &Path| folders.as_ref().map_or_else(PathBuf::new, |all| of(all).into());
        let named = || std::env::var_os("FAHENG_LIBRARY").filter(|name| !name.is_empty()).map(PathBuf::from);
        Self {
            library: library
                .map(Path::to_path_buf)
                .or_else(named)
                .unwrap_or_else(|| folder(ProjectDirs::data_dir).join(LIBRARY)),
            settings: folder(ProjectDirs::config_dir).join(SETTINGS),
            cache: folder(ProjectDirs::cache_dir),
        }
    }

    /// The user's own catalogue, beside the settings; there is none unless one was imported.
    pub fn catalogue(&self) -> PathBuf {
        self.settings.with_file_name(CATALOGUE)
    }

    /// The folder of the libraries of first looks.
    pub fn trials(&self) -> PathBuf {
        self.cache.join("trials")
    }
}
