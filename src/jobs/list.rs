//! From the paths that a user names to the list of files, in an order that no file system decides.

use std::collections::BTreeSet;
use std::fs::{self, FileType};
use std::io;
use std::path::{Path, PathBuf};

use super::inside::{self, Inside};
use super::message::{Outcome, SkipReason};
use crate::error::Error;
use crate::intake::{self, is_archive};
use crate::progress::CancelToken;

/// One entry of the list.
#[derive(Debug)]
pub(super) struct Entry {
    pub path: PathBuf,
    /// Whether the user named it.
    pub named: bool,
    /// What is settled without reading; `None` for a file to read.
    pub settled: Option<Outcome>,
    /// Bytes, as far as known.
    pub size: u64,
    /// Where its bytes are, for a file in an archive.
    pub inside: Option<Box<Inside>>,
}

impl Entry {
    /// An entry that is settled without reading.
    pub fn settled(path: &Path, named: bool, outcome: Outcome) -> Self {
        Self { path: path.to_owned(), named, settled: Some(outcome), size: 0, inside: None }
    }
}

/// Lists `paths` in their order, each folder's content by name. `found` hears of each new count.
pub(super) fn list(paths: &[PathBuf], cancel: &CancelToken, mut found: impl FnMut(usize)) -> Vec<Entry> {
    let mut list = Vec::new();
    let mut paths = paths.iter().peekable();
    while let Some(path) = paths.next() {
        match fs::metadata(path) {
            Err(_) if let Some(archive) = inside::around(path) => {
                // Those after it that are in the same archive come with it, so that it is opened once.
                let mut wanted = BTreeSet::from([path.as_path()]);
                while let Some(next) = paths.next_if(|next| next.starts_with(archive)) {
                    wanted.insert(next);
                }
                inside::unpack_some(archive, &wanted, &mut list);
            }
            Err(error) => list.push(failed(path, true, error)),
            Ok(facts) if facts.is_dir() => {
                let before = list.len();
                walk(path, cancel, &mut list, &mut found);
                if list.len() == before {
                    list.push(Entry::settled(path, true, Outcome::Skipped(SkipReason::EmptyFolder)));
                }
            }
            Ok(facts) if facts.is_file() && is_archive(path) && inside::unpack(path, true, &mut list) => {}
            Ok(facts) => {
                list.push(Entry { path: path.clone(), named: true, settled: None, size: facts.len(), inside: None });
            }
        }
        found(list.len());
    }
    list
}

/// Lists a folder and those in it. No recursion: folders can be nested deeper than a stack.
fn walk(top: &Path, cancel: &CancelToken, list: &mut Vec<Entry>, found: &mut impl FnMut(usize)) {
    // Names in descending order, so that the next one is popped off the end.
    let mut ahead = vec![(top.to_owned(), None)];
    while let Some((path, kind)) = ahead.pop() {
        if cancel.is_cancelled() {
            return;
        }
        if kind.is_none_or(|kind: FileType| kind.is_dir()) {
            match content(&path) {
                Ok(content) => ahead.extend(content),
                Err(error) => list.push(failed(&path, path == top, error)),
            }
        } else if let Some(kind) = kind {
            let archive = kind.is_file() && is_archive(&path) && !is_hidden(&path);
            if !(archive && inside::unpack(&path, false, list)) {
                list.push(entry(path, kind));
            }
        }
        found(list.len());
    }
}

/// What lies in a folder, by name, the last first.
fn content(folder: &Path) -> io::Result<Vec<(PathBuf, Option<FileType>)>> {
    let mut content = Vec::new();
    for item in fs::read_dir(folder)? {
        let item = item?;
        content.push((item.path(), Some(item.file_type()?)));
    }
    content.sort_by(|a, b| b.0.cmp(&a.0));
    Ok(content)
}

fn entry(path: PathBuf, kind: FileType) -> Entry {
    let reason = if kind.is_symlink() {
        Some(SkipReason::Link)
    } else if !kind.is_file() {
        Some(SkipReason::NotAFile)
    } else if is_hidden(&path) {
        Some(SkipReason::Hidden)
    } else {
        stranger(&path)
    };
    match reason {
        Some(reason) => Entry::settled(&path, false, Outcome::Skipped(reason)),
        None => {
            let size = fs::metadata(&path).map_or(0, |facts| facts.len());
            Entry { path, named: false, settled: None, size, inside: None }
        }
    }
}

/// Why a file that nobody named is none to read, by its name alone.
pub(super) fn stranger(path: &Path) -> Option<SkipReason> {
    if intake::readable(path) {
        return None;
    }
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let notes = matches!(ending.as_str(), "md" | "markdown");
    Some(if notes { SkipReason::Notes } else { SkipReason::UnknownType(ending) })
}

fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || name.starts_with("~$")
}

fn failed(path: &Path, named: bool, error: io::Error) -> Entry {
    Entry::settled(path, named, Outcome::Failed(Error::file(intake::problem(error), path)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::FileProblem;

    fn lines(list: &[Entry], top: &Path) -> Vec<String> {
        let line = |entry: &Entry| {
            let name = entry.path.strip_prefix(top).unwrap_or(&entry.path).display();
            let outcome = match &entry.settled {
                None => "read".to_owned(),
                Some(Outcome::Skipped(reason)) => format!("{reason:?}"),
                Some(Outcome::Failed(Error::File { problem, .. })) => format!("{problem:?}"),
                Some(other) => format!("{other:?}"),
            };
            format!("{name} {outcome}{}", if entry.named { " named" } else { "" })
        };
        list.iter().map(line).collect()
    }

    #[test]
    fn folders_are_walked_by_name_and_strangers_named() {
        let top = tempfile::tempdir().unwrap();
        let at = |name: &str| top.path().join(name);
        fs::create_dir_all(at("b/x.txt/deep")).unwrap();
        for name in [
            "b/2.TXT",
            "b/10.html",
            "b/x.txt/deep/1.docx",
            "b/~$1.docx",
            "b/.DS_Store",
            "b/pic.PNG",
            "b/none",
            "b/README.md",
        ] {
            fs::write(at(name), name).unwrap();
        }
        fs::create_dir(at("empty")).unwrap();
        fs::write(at("a.bin"), "").unwrap();
        fs::write(at("a.md"), "").unwrap();
        let paths = [at("b"), at("a.bin"), at("a.md"), at("empty"), at("gone.txt")];
        let mut counts = Vec::new();
        let list = list(&paths, &CancelToken::new(), |count| counts.push(count));
        assert_eq!(
            lines(&list, top.path()),
            [
                "b/.DS_Store Hidden",
                "b/10.html read",
                "b/2.TXT read",
                "b/README.md Notes",
                "b/none UnknownType(\"\")",
                "b/pic.PNG UnknownType(\"png\")",
                "b/x.txt/deep/1.docx read",
                "b/~$1.docx Hidden",
                "a.bin read named",
                "a.md read named",
                "empty EmptyFolder named",
                "gone.txt NotFound named",
            ]
        );
        assert!(counts.is_sorted() && counts.last() == Some(&12));
    }

    #[test]
    fn archives_are_listed_by_what_is_in_them() {
        use std::io::{Cursor, Write as _};
        let zipped = |files: &[(&str, &[u8])]| {
            let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
            for (name, bytes) in files {
                zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
                zip.write_all(bytes).unwrap();
            }
            zip.finish().unwrap().into_inner()
        };
        let deepest = zipped(&[("3.txt", b"3")]);
        let inner = zipped(&[("2.txt", b"two"), ("deep.zip", &deepest)]);
        let outer = zipped(&[
            ("a/1.txt", b"one"),
            ("b.exe", b"x"),
            ("in.zip", &inner),
            ("docx.zip", &zipped(&[("word/document.xml", b"")])),
        ]);
        let top = tempfile::tempdir().unwrap();
        let at = |name: &str| top.path().join(name);
        fs::create_dir(at("folder")).unwrap();
        fs::write(at("folder/all.zip"), &outer).unwrap();
        fs::write(at("broken.zip"), &outer[..outer.len() / 2]).unwrap();
        fs::write(at("none.zip"), "no archive").unwrap();
        let list = list(&[at("folder"), at("broken.zip"), at("none.zip")], &CancelToken::new(), |_| {});
        let told = lines(&list, top.path());
        assert_eq!(
            told[..5],
            [
                "folder/all.zip/a/1.txt read",
                "folder/all.zip/b.exe UnknownType(\"exe\")",
                "folder/all.zip/docx.zip read",
                "folder/all.zip/in.zip/2.txt read",
                "folder/all.zip/in.zip/deep.zip Nested",
            ]
        );
        assert!(told[5].starts_with("broken.zip Damaged") && told[5].ends_with("named"), "{}", told[5]);
        assert_eq!(told[6..], ["none.zip read named"]);
        let bytes = |at: usize| list[at].inside.as_ref().unwrap().bytes();
        assert_eq!((bytes(0), bytes(3)), (Ok(b"one".to_vec()), Ok(b"two".to_vec())));

        // A file in an archive can be named, for another try, and an archive in one.
        let inside = |name: &str| at("folder/all.zip").join(name);
        let wanted = ["a/1.txt", "in.zip", "gone.txt"].map(inside);
        let some = super::list(&wanted, &CancelToken::new(), |_| {});
        assert_eq!(
            lines(&some, top.path()),
            [
                "folder/all.zip/a/1.txt read named",
                "folder/all.zip/in.zip/2.txt read named",
                "folder/all.zip/in.zip/deep.zip Nested named",
                "folder/all.zip/gone.txt NotFound named",
            ]
        );
        let broken = ["1.txt", "2.txt"].map(|name| at("broken.zip").join(name));
        assert_eq!(super::list(&broken, &CancelToken::new(), |_| {}).len(), 1, "said once");

        // Nothing of an archive stays in memory: what is gone from the disk is gone.
        fs::remove_file(at("folder/all.zip")).unwrap();
        assert_eq!(list[0].inside.as_ref().unwrap().bytes(), Err(FileProblem::NotFound));
    }

    #[test]
    fn what_the_files_of_an_archive_unpack_to_is_one_sum() {
        use std::io::Write as _;
        let top = tempfile::tempdir().unwrap();
        let path = top.path().join("a.zip");
        let mut zip = zip::ZipWriter::new(fs::File::create(&path).unwrap());
        let noise: Vec<u8> = (0..1_u32 << 20).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for number in 0..20 {
            zip.start_file(format!("{number:02}.txt"), zip::write::SimpleFileOptions::default()).unwrap();
            (0..14).for_each(|_| zip.write_all(&noise).unwrap());
        }
        zip.finish().unwrap();
        let list = list(&[path], &CancelToken::new(), |_| {});
        let read = list.iter().filter(|entry| entry.inside.as_ref().unwrap().bytes().is_ok()).count();
        assert_eq!(read, 18, "of 14 MB each, 256 MB in all");
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_only_where_named() {
        let top = tempfile::tempdir().unwrap();
        let at = |name: &str| top.path().join(name);
        fs::create_dir(at("folder")).unwrap();
        fs::write(at("1.txt"), "1").unwrap();
        std::os::unix::fs::symlink(at("1.txt"), at("folder/link.txt")).unwrap();
        std::os::unix::fs::symlink(at("folder"), at("folder/loop")).unwrap();
        let list = list(&[at("folder"), at("folder/link.txt")], &CancelToken::new(), |_| {});
        assert_eq!(
            lines(&list, top.path()),
            ["folder/link.txt Link", "folder/loop Link", "folder/link.txt read named"]
        );
    }
}
