//! Where real and annotated reports lie, for the tests that need them.

use std::path::{Path, PathBuf};

/// A folder of shared files; `None`, with a printed word, where there is none.
pub fn shared(folder: &str) -> Option<PathBuf> {
    let base = std::env::var_os("FAHENG_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let path = base.join(folder);
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: no folder {}", path.display());
    None
}
