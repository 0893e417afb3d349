//! Archives: the worker lists and unpacks them.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use faheng::error::FileProblem;
use faheng::intake::{Listing, Slot, What};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::{Test, pool, process};

pub fn tests() -> Vec<Test> {
    vec![
        ("archives_are_listed_and_unpacked_by_the_worker", archives_are_listed_and_unpacked_by_the_worker),
        ("an_inner_archive_that_changes_is_read_anew", an_inner_archive_that_changes_is_read_anew),
        ("what_is_no_archive_is_told", what_is_no_archive_is_told),
    ]
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An archive with one in it that holds `text`.
fn nested(path: &Path, text: &str) {
    let inner = zipped(&[("b.txt", text.as_bytes()), ("deep.zip", b"any")]);
    fs::write(path, zipped(&[("a.txt", b"one"), ("in.zip", &inner), ("none.zip", b"no"), ("void.zip", &zipped(&[]))]))
        .unwrap();
}

fn slot(listing: &Listing, name: &str) -> Slot {
    let item = listing.items.iter().find(|item| item.name == Path::new(name)).unwrap();
    let What::File(slot) = item.what else { panic!("{item:?}") };
    slot
}

fn archives_are_listed_and_unpacked_by_the_worker() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("报 告.zip");
    nested(&path, "two");
    let pool = pool();
    let before = process(&pool);
    let listing = pool.list(&path).unwrap().unwrap();
    let names: Vec<&str> = listing.items.iter().map(|item| item.name.to_str().unwrap()).collect();
    assert_eq!(names, ["a.txt", "in.zip/b.txt", "in.zip/deep.zip", "none.zip", "void.zip"]);
    assert!(matches!(&listing.items[2].what, What::Broken(FileProblem::Nested)));
    assert_eq!(listing.items[4].what, What::Empty);
    let (outer, inner) = (slot(&listing, "a.txt"), slot(&listing, "in.zip/b.txt"));
    assert_eq!(pool.unpack(&path, outer, 100), Ok(b"one".to_vec()));
    assert_eq!(pool.unpack(&path, inner, 100), Ok(b"two".to_vec()));
    assert_eq!(pool.unpack(&path, slot(&listing, "none.zip"), 100), Ok(b"no".to_vec()), "a file of that name");
    for slot in [outer, inner] {
        assert!(matches!(pool.unpack(&path, slot, 2), Err(FileProblem::Swollen { .. })));
    }
    assert_eq!(process(&pool), before, "one worker does it all");
}

fn an_inner_archive_that_changes_is_read_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zip");
    nested(&path, "two");
    let pool = pool();
    let inner = slot(&pool.list(&path).unwrap().unwrap(), "in.zip/b.txt");
    assert_eq!(pool.unpack(&path, inner, 100), Ok(b"two".to_vec()));
    nested(&path, "three");
    assert_eq!(pool.unpack(&path, inner, 100), Ok(b"three".to_vec()));
    fs::remove_file(&path).unwrap();
    assert_eq!(pool.unpack(&path, inner, 100), Err(FileProblem::NotFound));
}

fn what_is_no_archive_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zip");
    let pool = pool();
    assert_eq!(pool.list(&path), Err(FileProblem::NotFound));
    for document in [zipped(&[("word/document.xml", b"")]), b"text".to_vec(), Vec::new()] {
        fs::write(&path, document).unwrap();
        assert_eq!(pool.list(&path), Ok(None));
    }
    fs::write(&path, b"PK\x03\x04 and no more").unwrap();
    assert!(matches!(pool.list(&path), Err(FileProblem::Damaged(_))));
    assert_eq!(pool.list(folder.path()), Err(FileProblem::NotAFile));
}
