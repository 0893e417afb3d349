//! The texts are complete in both languages, used, and free of mistakes.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::*;
use crate::error::{FileProblem, LibraryProblem};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn ids(locale: Locale) -> BTreeSet<String> {
    let lines = locale.sources().iter().flat_map(|source| source.lines());
    lines
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id.to_owned())
        .collect()
}

/// Folders in which every word with hyphens is the id of a text.
const SPEAKING: [&str; 3] = ["src/i18n", "src/cli", "src/app"];
/// Folders that name texts among other words with hyphens.
const NAMING: [&str; 2] = ["src/chart", "src/jobs"];
/// Names files, which are Chinese.
const SAMPLE: &str = "jobs/sample.rs";

/// The source files below some folders, tests left out.
fn sources(folders: &[&str]) -> Vec<(PathBuf, String)> {
    let mut folders: Vec<PathBuf> = folders.iter().map(|folder| root().join(folder)).collect();
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.extend((!path.ends_with("tests")).then_some(path));
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && !path.ends_with("tests.rs")
                && !path.ends_with(SAMPLE)
            {
                let text = std::fs::read_to_string(&path).unwrap();
                let text = text.split("\n#[cfg(test)]").next().unwrap_or_default().to_owned();
                sources.push((path, text));
            }
        }
    }
    sources
}

/// The string literals of a source, comments left out.
fn literals(source: &str) -> Vec<String> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let code = code.replace("\\\"", "");
    code.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn is_id(literal: &str) -> bool {
    let words: Vec<&str> = literal.split('-').collect();
    let word = |word: &&str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    words.len() > 1 && words.iter().all(word) && literal.starts_with(|c: char| c.is_ascii_lowercase())
}

#[test]
fn the_files_parse_without_errors() {
    for locale in Locale::ALL {
        for source in locale.sources() {
            if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
                panic!("{locale:?}: {errors:?}");
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_ids() {
    assert_eq!(ids(Locale::ZhHans), ids(Locale::En));
}

#[test]
fn both_languages_take_the_same_arguments() {
    let arguments = |locale: Locale| {
        let text = locale.sources().join("\n");
        let mut found: BTreeSet<(String, String)> = BTreeSet::new();
        let mut id = String::new();
        for line in text.lines() {
            if let Some((name, _)) =
                line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                id = name.to_owned();
            }
            for piece in line.split("{ $").skip(1) {
                let name = piece.split([' ', '}']).next().unwrap_or_default();
                found.insert((id.clone(), name.to_owned()));
            }
        }
        found
    };
    assert_eq!(arguments(Locale::ZhHans), arguments(Locale::En));
}

#[test]
fn every_id_used_exists_and_every_id_is_used() {
    let known = ids(Locale::ZhHans);
    let mut used = BTreeSet::new();
    for (path, source) in sources(&SPEAKING) {
        for literal in literals(&source).into_iter().filter(|literal| is_id(literal)) {
            assert!(known.contains(&literal), "{} uses the unknown text {literal}", path.display());
            used.insert(literal);
        }
    }
    used.extend(sources(&NAMING).iter().flat_map(|(_, source)| literals(source)));
    let unused: Vec<_> = known.difference(&used).collect();
    assert!(unused.is_empty(), "texts that nothing shows: {unused:?}");
}

#[test]
fn no_chinese_stands_in_the_code_that_speaks() {
    let han = |c: char| ('\u{3400}'..='\u{9FFF}').contains(&c);
    for (path, source) in sources(&[SPEAKING.as_slice(), &NAMING].concat()) {
        let wrong: Vec<String> = literals(&source).into_iter().filter(|literal| literal.contains(han)).collect();
        assert!(wrong.is_empty(), "{}: {wrong:?}", path.display());
    }
}

#[test]
fn english_texts_hold_no_chinese_but_the_names_in_quotes() {
    let han = |c: char| ('\u{3400}'..='\u{9FFF}').contains(&c);
    // The help quotes Chinese names of places, to be typed as they stand.
    for entry in std::fs::read_dir(root().join("assets/i18n/en")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(path.ends_with("help.ftl") || !text.contains(han), "{}", path.display());
    }
}

#[test]
fn texts_take_arguments_and_unknown_ids_show_as_themselves() {
    let texts = Texts::new(Locale::En);
    assert_eq!(texts.get("no-such-text"), "no-such-text");
    assert_eq!(texts.format("warning-replaced-bytes", &[("count", 3.into())]).matches('3').count(), 1);
}

#[test]
fn starts_in_chinese_unless_the_system_speaks_another_language() {
    let start = |settings: &[&str]| Locale::from_system(settings.iter().copied());
    assert_eq!(start(&[]), Locale::ZhHans);
    assert_eq!(start(&["", "C.UTF-8"]), Locale::ZhHans);
    assert_eq!(start(&["POSIX"]), Locale::ZhHans);
    assert_eq!(start(&["zh_CN.UTF-8", "en_US.UTF-8"]), Locale::ZhHans);
    assert_eq!(start(&["", "en_US.UTF-8"]), Locale::En);
    assert_eq!(start(&["fr_FR"]), Locale::En);
}

#[test]
fn no_english_reason_stands_in_a_chinese_sentence() {
    let texts = Texts::new(Locale::ZhHans);
    let path = Path::new("x.docx");
    for words in ["invalid Zip archive: Could not find EOCD", "File name too long (os error 36)", "ends early"] {
        let said = texts.file_problem(&FileProblem::Damaged(words.into()), path);
        assert!(!said.contains(|c: char| c.is_ascii_alphabetic()), "{said}");
    }
    let odd = texts.library_problem(&LibraryProblem::Io("no such thing".into()));
    assert!(odd.contains("系统给出的原因：no such thing"), "{odd}");
    assert!(texts.file_problem(&FileProblem::NoText, path).contains("扫描"));
    assert!(!texts.file_problem(&FileProblem::NoText, Path::new("x.TXT")).contains("扫描"));
}
