//! What comes through the pipe is what the parser made.

use std::fs;
use std::path::{Path, PathBuf};

use faheng::intake;

use crate::{Test, pool};

pub fn tests() -> Vec<Test> {
    vec![("content_comes_over_whole", content_comes_over_whole)]
}

fn content_comes_over_whole() {
    let pool = pool();
    let mut files = samples();
    let odd: [(&str, &[u8]); 5] = [
        ("utf32.txt", b"\xFF\xFE\0\0\x32\x75\0\0\x02\x5E\0\0"),
        ("replaced.html", b"<html><body><p>\xE7\x94\xB2\xE5\xB8\x82\xFF\xE7\x94\xB2</p>"),
        ("western.txt", b"caf\xE9 cr\xE8me br\xFBl\xE9e"),
        ("empty.html", b"<html></html>"),
        ("broken.docx", b"PK\x03\x04"),
    ];
    files.extend(odd.map(|(name, bytes)| (name.into(), bytes.to_vec())));
    let long = format!("<html><body><p>{}</p></body></html>", "依法行政。".repeat(100_000));
    files.push(("long.html".into(), long.into_bytes()));
    for (path, bytes) in files {
        let here = intake::parse(&path, &bytes);
        assert_eq!(pool.parse(&path, bytes), here, "{}", path.display());
    }
}

/// The sample reports of the program.
fn samples() -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let places = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let files = places.flat_map(|place| fs::read_dir(place).unwrap().map(|entry| entry.unwrap().path()));
    let files: Vec<_> = files.map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    assert!(files.len() > 20);
    files
}
