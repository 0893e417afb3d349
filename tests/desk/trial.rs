//! Libraries made for some files alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use faheng::error::Error;
use faheng::jobs::{Handle, Message, import_trial, trial_library};

use super::library::{open, read};

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data").join(name)
}

fn trial(place: &Path, files: Vec<PathBuf>) -> Handle {
    import_trial(place, files, Arc::new(read), Arc::new(|| {}))
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn the_name_depends_on_the_files_and_their_order_alone() {
    let folder = Path::new("trials");
    let name = |files: &[&str]| trial_library(folder, &files.iter().map(PathBuf::from).collect::<Vec<_>>());
    assert_eq!(name(&["a", "b"]), name(&["a", "b"]));
    assert_ne!(name(&["a", "b"]), name(&["b", "a"]));
    assert_ne!(name(&["a", "b"]), name(&["ab"]));
    assert_eq!(name(&["a"]).parent(), Some(folder));
}

#[test]
fn a_trial_stands_in_its_place_when_it_is_told_to_be_done() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("trials/一.faheng");
    for part in ["澄港市", "槐安县"] {
        let count = names(&sample(part)).len();
        let handle = trial(&place, vec![sample(part)]);
        for message in handle.messages() {
            match message {
                Message::Done(summary) => {
                    assert_eq!(summary.imported, count);
                    assert_eq!(names(place.parent().unwrap()), ["一.faheng"]);
                }
                Message::Progress(_) | Message::File(_) => {}
                other => panic!("{other:?}"),
            }
        }
        // Nothing of the trial before.
        assert_eq!(open(&place).1.reports.len(), count);
    }
}

#[test]
fn a_trial_cancelled_or_failed_leaves_the_earlier_one() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("一.faheng");
    trial(&place, vec![sample("澄港市")]).messages().last();
    let before = fs::read(&place).unwrap();
    let handle = import_trial(
        &place,
        vec![sample("")],
        Arc::new(|path, bytes| {
            std::thread::sleep(std::time::Duration::from_millis(20));
            read(path, bytes)
        }),
        Arc::new(|| {}),
    );
    let mut last = None;
    for message in handle.messages() {
        handle.cancel();
        last = Some(message);
    }
    assert!(matches!(last, Some(Message::Cancelled(_))), "{last:?}");
    assert_eq!(fs::read(&place).unwrap(), before);
    assert_eq!(names(folder.path()), ["一.faheng"]);

    let blocked = place.join("below a file.faheng");
    match trial(&blocked, vec![sample("澄港市")]).messages().last() {
        Some(Message::Failed(Error::Library { path, .. })) => assert_eq!(path, blocked),
        other => panic!("{other:?}"),
    }
    assert_eq!(fs::read(&place).unwrap(), before);
}
