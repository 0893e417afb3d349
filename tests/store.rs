//! The library through its public face: what goes in comes back, in order, and decisions outlive the rest.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod readings;

use std::path::{Path, PathBuf};

use faheng::error::{Error, LibraryProblem};
use faheng::figures::{Bound, Change, ChangeUnit, Nature, Scope, Span};
use faheng::identity::{Evidence, Field, Kind, Place};
use faheng::intake::{Cell, Format, PageBox, Warning};
use faheng::outline::{Part, TableCell};
use faheng::reading::Reading;
use faheng::store::{Access, Action, Added, Anchor, Corrected, Decision, Filter, Library, Packed, Query, ReportId};
use readings::Sample;

const NOW: &str = "2026-02-05T08:00:00Z";

fn library() -> (tempfile::TempDir, Library) {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(folder.path().join("library.faheng"), Access::ReadWrite).unwrap();
    (folder, library)
}

fn add(library: &mut Library, sample: &Sample) -> ReportId {
    match library.add(&sample.reading(), sample.text().as_bytes(), NOW).unwrap() {
        Added::New { id, .. } => id,
        Added::Already { id } => panic!("already there as {id}"),
    }
}

fn names(library: &Library, filter: &Filter) -> Vec<String> {
    let name = |report: faheng::store::ReportSummary| {
        format!("{}-{}-{:?}-{}", report.body.name.unwrap(), report.year.unwrap(), report.kind, report.version)
    };
    library.reports(filter).unwrap().into_iter().map(name).collect()
}

/// A reading with something in every field, odd values included.
fn full() -> (Reading, Vec<u8>) {
    let sample = Sample::default();
    let mut reading = sample.reading();
    reading.document.source.format = Format::Docx;
    reading.document.warnings = vec![
        Warning::ReplacedBytes { count: 3 },
        Warning::UnmappedGlyphs { count: 7 },
        Warning::ScannedPages { pages: vec![1, 4] },
        Warning::RecognisedText { pages: vec![2] },
        Warning::GuessedEncoding { encoding: "gb18030".to_owned() },
        Warning::SplitParagraph,
        Warning::Truncated,
        Warning::Unread { what: "图片".to_owned() },
    ];
    let identity = &mut reading.identity;
    identity.issuer = Some("示例市司法局".to_owned());
    identity.published = Some(jiff::civil::date(2025, 3, 1));
    identity.doc_number = Some("示府〔2025〕1号".to_owned());
    let evidence = Evidence { raw: "\"2024\"年\n".to_owned(), place: Place::FileName, confidence: 0.1 + 0.2 };
    identity.evidence.insert(Field::Year, evidence.clone());
    identity.evidence.insert(Field::Published, Evidence { place: Place::Metadata, confidence: 1.0 / 3.0, ..evidence });
    let cell = Cell { table: 1, row: 2, column: 3 };
    let passage = &mut reading.passages.items[1];
    passage.part = Part::Plans;
    passage.pieces[0].paragraph = Some(9);
    passage.pieces[0].page = Some(PageBox { page: 2, left: -3, top: 70, right: 520, bottom: 90 });
    passage.pieces[0].cell = Some(cell);
    passage.cells.push(TableCell { start: 1, end: 4, cell });
    let observation = &mut reading.figures.observations[0];
    observation.label = Some("专项".to_owned());
    observation.bound = Bound::AtLeast;
    observation.nature = Nature::Cumulative;
    observation.scope = Scope::Own;
    observation.year = None;
    observation.value = 1234.5;
    observation.flags = vec!["mixed".to_owned(), "since:2021年以来,\"起\"".to_owned()];
    observation.also = vec![Span { passage: 2, start: 4, end: 7 }, Span { passage: 0, start: 0, end: 1 }];
    reading.figures.observations[1].unit = "万元".to_owned();
    reading.figures.observations[1].id = "no hex".to_owned();
    let like = reading.figures.observations[2].clone();
    let change = Change {
        id: "b310b310b310b310".to_owned(),
        indicator: like.indicator,
        delta: -40.25,
        unit: ChangeUnit::Percent,
        basis: "year_on_year".to_owned(),
        year: Some(2024),
        ambiguous: true,
        implied_prior: Some((91.3, 92.0)),
        raw: like.raw,
        span: like.span,
        sentence: like.sentence,
        rule: "fall".to_owned(),
        confidence: 0.95,
    };
    let points = Change { unit: ChangeUnit::Points, implied_prior: None, year: None, ..change.clone() };
    reading.figures.changes = vec![change, points];
    (reading, sample.text().into_bytes())
}

#[test]
fn a_reading_comes_back_as_it_went_in() {
    let (_folder, mut library) = library();
    add(&mut library, &Sample { city: 7, ..Sample::default() });
    let (reading, bytes) = full();
    let Added::New { id, version_of: None } = library.add(&reading, &bytes, NOW).unwrap() else { panic!() };
    let stored = library.reading_of(id).unwrap();
    assert_eq!(stored.passages, reading.passages);
    assert_eq!(stored.observations, reading.figures.observations);
    assert_eq!(stored.changes, reading.figures.changes);
    assert_eq!(stored.identity(), reading.identity);
    assert_eq!(stored.warnings, reading.document.warnings);
    assert_eq!(stored.decisions, []);
    let (summary, source) = (stored.summary, reading.document.source);
    assert_eq!((summary.sha256, summary.path), (source.sha256, source.path));
    assert_eq!((summary.format, summary.encoding.as_str()), (source.format, source.encoding));
    assert_eq!((summary.imported.as_str(), summary.size), (NOW, bytes.len() as u64));
    assert_eq!((summary.version, summary.current, summary.observations), (1, true, 6));
    assert_eq!(library.original(id).unwrap(), bytes);
}

#[test]
fn a_report_of_nothing_known_comes_back_too() {
    let (_folder, mut library) = library();
    let sample = Sample { passages: 0, kind: Kind::Other, ..Sample::default() };
    let mut reading = sample.reading();
    reading.passages.items.clear();
    reading.figures.observations.clear();
    reading.passages.level = None;
    let identity = &mut reading.identity;
    (identity.title, identity.year, identity.jurisdiction) = (None, None, None);
    identity.body = faheng::identity::Body::default();
    library.add(&reading, sample.text().as_bytes(), NOW).unwrap();
    let summary = library.reports(&Filter::default()).unwrap().remove(0);
    let stored = library.reading_of(summary.id).unwrap();
    assert_eq!((stored.identity(), stored.passages), (reading.identity, reading.passages));
}

#[test]
fn the_same_bytes_are_not_added_again() {
    let (_folder, mut library) = library();
    let sample = Sample::default();
    let id = add(&mut library, &sample);
    assert_eq!(library.add(&sample.reading(), sample.text().as_bytes(), "later").unwrap(), Added::Already { id });
    assert_eq!(library.reports(&Filter::default()).unwrap().len(), 1);
    assert_eq!(library.known_files().unwrap().into_values().collect::<Vec<_>>(), [id]);
}

#[test]
fn versions_are_told_by_place_as_well_as_by_body() {
    let (_folder, mut library) = library();
    let first = add(&mut library, &Sample::default());
    let corrected = Sample { edition: 2, ..Sample::default() };
    let added = library.add(&corrected.reading(), corrected.text().as_bytes(), NOW).unwrap();
    let Added::New { id: second, version_of } = added else { panic!() };
    assert_eq!(version_of, Some(first));
    let mut namesake = Sample { edition: 3, ..Sample::default() }.reading();
    namesake.identity.jurisdiction.as_mut().unwrap().code = Some("980100".to_owned());
    let bytes = Sample { edition: 3, ..Sample::default() }.text().into_bytes();
    assert!(matches!(library.add(&namesake, &bytes, NOW).unwrap(), Added::New { version_of: None, .. }));

    let current = Filter { codes: vec!["990100".to_owned()], current: true, ..Filter::default() };
    assert_eq!(library.reports(&current).unwrap()[0].id, second);
    library.remove(second).unwrap();
    assert_eq!(library.reports(&current).unwrap()[0].id, first);
    assert!(library.reading_of(second).is_err());
}

#[test]
fn a_new_reading_takes_the_place_of_the_old_and_may_leave_its_line() {
    let (_folder, mut library) = library();
    let (one, two) = (Sample::default(), Sample { edition: 2, ..Sample::default() });
    let (first, second) = (add(&mut library, &one), add(&mut library, &two));
    let mut reading = two.reading();
    reading.identity.year = Some(2023);
    reading.figures.observations.truncate(1);
    library.replace_reading(second, &reading, two.text().as_bytes()).unwrap();
    assert_eq!(library.reading_of(second).unwrap().observations, reading.figures.observations);
    assert_eq!(names(&library, &Filter { current: true, ..Filter::default() }).len(), 2);

    library.replace_reading(second, &two.reading(), two.text().as_bytes()).unwrap();
    library.replace_reading(first, &one.reading(), one.text().as_bytes()).unwrap();
    let order: Vec<_> = library.reports(&Filter::default()).unwrap();
    assert_eq!(
        order.iter().map(|r| (r.id, r.version, r.current)).collect::<Vec<_>>(),
        [(first, 1, false), (second, 2, true)]
    );
    let wrong = library.replace_reading(first, &two.reading(), two.text().as_bytes());
    assert!(matches!(wrong, Err(Error::Data(_))), "{wrong:?}");
    assert_eq!(library.check().unwrap(), Vec::<String>::new());
}

#[test]
fn lists_are_sorted_and_filtered() {
    let (_folder, mut library) = library();
    let kinds = [Kind::WorkPlan, Kind::GovernmentReport];
    for (city, year, kind) in [(3, 2024, 0), (1, 2023, 1), (1, 2023, 0), (1, 2022, 1), (2, 2024, 1)] {
        add(&mut library, &Sample { city, year, kind: kinds[kind], edition: kind as u32, ..Sample::default() });
    }
    let mut unlisted = Sample { city: 9, ..Sample::default() }.reading();
    unlisted.identity.jurisdiction.as_mut().unwrap().code = None;
    library.add(&unlisted, Sample { city: 9, ..Sample::default() }.text().as_bytes(), NOW).unwrap();
    assert_eq!(
        names(&library, &Filter::default()),
        [
            "示例1市-2022-GovernmentReport-1",
            "示例1市-2023-GovernmentReport-1",
            "示例1市-2023-WorkPlan-1",
            "示例2市-2024-GovernmentReport-1",
            "示例3市-2024-WorkPlan-1",
            "示例9市-2024-GovernmentReport-1",
        ]
    );
    let count = |filter: Filter| library.reports(&filter).unwrap().len();
    assert_eq!(count(Filter { codes: vec!["990100".into(), "990200".into()], ..Filter::default() }), 4);
    assert_eq!(count(Filter { places: vec!["示例9市".into()], ..Filter::default() }), 1);
    assert_eq!(count(Filter { bodies: vec!["示例1市".into()], years: vec![2023], ..Filter::default() }), 2);
    assert_eq!(count(Filter { kinds: vec![Kind::WorkPlan], years: vec![2024, 2025], ..Filter::default() }), 1);
    assert_eq!(count(Filter { bodies: vec!["' OR 1=1 --".into()], ..Filter::default() }), 0);
}

#[test]
fn figures_come_with_their_sentences_in_order() {
    let (_folder, mut library) = library();
    for (city, year) in [(2, 2024), (1, 2024), (1, 2023)] {
        add(&mut library, &Sample { city, year, ..Sample::default() });
    }
    let query = Query {
        indicators: vec!["sample.indicator_3".into(), "sample.indicator_0".into()],
        years: vec![2024],
        ..Query::default()
    };
    let found = library.observations(&query).unwrap();
    let key = |s: &faheng::store::StoredObservation| (s.observation.indicator.clone(), s.report.number());
    let keys: Vec<_> = found.iter().map(key).collect();
    let (zero, three) = ("sample.indicator_0".to_owned(), "sample.indicator_3".to_owned());
    assert_eq!(keys, [(zero.clone(), 1), (zero, 2), (three.clone(), 1), (three, 2)]);
    assert_eq!(found[2].sentence, "全年办结第1类案件174件。");
    assert_eq!(found[2].observation.raw, "174件");

    let of_one = Filter { codes: vec!["990100".into()], ..Filter::default() };
    assert_eq!(library.observations(&Query { reports: of_one, ..Query::default() }).unwrap().len(), 12);
    let targets = Query { natures: vec![Nature::Target], ..Query::default() };
    assert_eq!(library.observations(&targets).unwrap(), []);
}

#[test]
fn changes_come_with_their_sentences() {
    let (_folder, mut library) = library();
    let (reading, bytes) = full();
    library.add(&reading, &bytes, NOW).unwrap();
    let changes = library.changes(&Query { years: vec![2024], ..Query::default() }).unwrap();
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].change, reading.figures.changes[0]);
    assert!(changes[0].sentence.contains(&changes[0].change.raw));
}

fn decision(reading: &Reading, action: Action, made: &str) -> Decision {
    let figure = &reading.figures.observations[3];
    Decision {
        sha256: reading.document.source.sha256.clone(),
        anchor: Anchor::of(&reading.passages, figure.span).unwrap(),
        indicator: figure.indicator.clone(),
        action,
        corrected: Corrected { value: Some(12.5), year: Some(2020), ..Corrected::default() },
        note: "表里写错".to_owned(),
        who: "甲".to_owned(),
        made: made.to_owned(),
    }
}

/// The same reading, its second and third passage in one.
fn cut_otherwise(sample: &Sample) -> Reading {
    let mut reading = sample.reading();
    let third = reading.passages.items.pop().unwrap();
    let second = reading.passages.items.last_mut().unwrap();
    let before = second.text.chars().count() as u32 + 1;
    let mut piece = third.pieces[0];
    piece.at = second.text.len() + 1;
    second.pieces.push(piece);
    second.text = format!("{}\n{}", second.text, third.text);
    for figure in reading.figures.observations.iter_mut().filter(|figure| figure.span.passage == 2) {
        for span in [&mut figure.span, &mut figure.sentence] {
            *span = Span { passage: 1, start: span.start + before, end: span.end + before };
        }
    }
    reading
}

#[test]
fn decisions_outlive_another_outline_removal_and_another_import() {
    let (_folder, mut library) = library();
    let sample = Sample::default();
    let id = add(&mut library, &sample);
    let reading = sample.reading();
    let figure = &reading.figures.observations[4];
    let mut made = decision(&reading, Action::Correct, "2026-03-01T00:00:00Z");
    made.anchor = Anchor::of(&reading.passages, figure.span).unwrap();
    made.indicator.clone_from(&figure.indicator);
    library.decide(&made).unwrap();
    let held = |library: &Library, id, span| {
        let stored = library.reading_of(id).unwrap();
        stored.decision_on(&figure.indicator, span).map(|stored| stored.decision.clone())
    };
    assert_eq!(held(&library, id, figure.span), Some(made.clone()));

    let anew = cut_otherwise(&sample);
    library.replace_reading(id, &anew, sample.text().as_bytes()).unwrap();
    let moved = anew.figures.observations[4].span;
    assert_ne!(moved, figure.span);
    assert_eq!(held(&library, id, moved), Some(made.clone()));

    library.remove(id).unwrap();
    let again = add(&mut library, &sample);
    assert_eq!(held(&library, again, figure.span), Some(made));
}

#[test]
fn the_last_decision_on_a_figure_holds_and_can_be_taken_back() {
    let (_folder, mut library) = library();
    let reading = Sample::default().reading();
    let first = decision(&reading, Action::Confirm, "1");
    let second = decision(&reading, Action::Reject, "2");
    library.decide(&first).unwrap();
    let id = library.decide(&second).unwrap();
    let holds = |library: &Library| {
        let all = library.decisions(&first.sha256).unwrap();
        all.into_iter().map(|stored| (stored.decision.action, stored.holds)).collect::<Vec<_>>()
    };
    assert_eq!(holds(&library), [(Action::Confirm, false), (Action::Reject, true)]);
    library.take_back(id).unwrap();
    assert_eq!(holds(&library), [(Action::Confirm, true)]);
    assert!(matches!(library.decisions("no hash"), Err(Error::Data(_))));
}

#[test]
fn a_reading_that_breaks_a_promise_is_refused() {
    let sample = Sample::default();
    let refused = |change: fn(&mut Reading)| {
        let mut reading = sample.reading();
        change(&mut reading);
        matches!(Packed::new(&reading, sample.text().as_bytes()), Err(Error::Data(_)))
    };
    assert!(!refused(|_| {}));
    assert!(refused(|reading| reading.document.source.sha256.replace_range(..1, "x")));
    assert!(refused(|reading| reading.passages.items.swap(0, 1)));
    assert!(refused(|reading| reading.figures.observations[0].sentence.passage = 2));
    assert!(refused(|reading| reading.figures.observations[0].value = f64::NAN));
}

#[test]
fn a_batch_is_seen_whole_or_not_at_all() {
    let (folder, mut library) = library();
    let reader = Library::open(folder.path().join("library.faheng"), Access::ReadOnly).unwrap();
    let count = || reader.reports(&Filter::default()).unwrap().len();
    let packed = |city| {
        let sample = Sample { city, ..Sample::default() };
        Packed::new(&sample.reading(), sample.text().as_bytes()).unwrap()
    };
    let mut batch = library.batch().unwrap();
    batch.add(&packed(1), NOW).unwrap();
    assert_eq!(count(), 0);
    drop(batch);
    let mut batch = library.batch().unwrap();
    batch.add(&packed(1), NOW).unwrap();
    batch.add(&packed(2), NOW).unwrap();
    batch.commit().unwrap();
    assert_eq!(count(), 2);
    assert_eq!(reader.reading_of(ReportId::new(2)).unwrap().observations.len(), 6);
}

#[test]
fn a_reader_cannot_write_and_a_missing_report_is_said_so() {
    let (folder, library) = library();
    let path = folder.path().join("library.faheng");
    drop(library);
    let mut reader = Library::open(&path, Access::ReadOnly).unwrap();
    let sample = Sample::default();
    let refused = reader.add(&sample.reading(), sample.text().as_bytes(), NOW);
    assert!(matches!(refused, Err(Error::Library { problem: LibraryProblem::ReadOnly, .. })), "{refused:?}");
    assert!(reader.original(ReportId::new(5)).is_err());
}

#[test]
fn a_closed_library_is_one_file() {
    let (folder, mut library) = library();
    add(&mut library, &Sample::default());
    drop(library);
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["library.faheng"]);
    assert!(Path::new(&folder.path().join("library.faheng")).exists());
}

/// All files under `folder` that the steps read, by name.
fn reports_under(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            reports_under(&path, found);
        } else if faheng::intake::readable(&path) {
            found.push(path);
        }
    }
}

#[test]
fn readings_of_the_sample_data_come_back_and_their_anchors_hold() {
    let (_folder, mut library) = library();
    let mut paths = Vec::new();
    reports_under(&Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data"), &mut paths);
    assert!(paths.len() > 20, "{paths:?}");
    let rules = faheng::reading::Rules::built_in().unwrap();
    for path in paths {
        let bytes = std::fs::read(&path).unwrap();
        let reading = faheng::reading::read_bytes(&path, &bytes, rules).unwrap();
        let Added::New { id, .. } = library.add(&reading, &bytes, NOW).unwrap() else { panic!("{path:?}") };
        let stored = library.reading_of(id).unwrap();
        assert_eq!(stored.passages, reading.passages);
        assert_eq!((&stored.observations, &stored.changes), (&reading.figures.observations, &reading.figures.changes));
        assert_eq!(stored.identity(), reading.identity);
        assert_eq!(library.original(id).unwrap(), bytes);
        for figure in &reading.figures.observations {
            let anchor = Anchor::of(&stored.passages, figure.span).unwrap();
            let words = &reading.document.original[anchor.from..anchor.to];
            // Between the words of a wrapped line stands its break, between those of a page its mark-up.
            assert!(letters(words).contains(&letters(&figure.raw)), "{words} for {} of {path:?}", figure.raw);
        }
    }
}

/// A text without what intake leaves out.
fn letters(text: &str) -> String {
    let mut inside = false;
    let keep = |c: &char| {
        let mark = inside || *c == '<';
        inside = if *c == '<' { true } else { inside && *c != '>' };
        !mark && !c.is_whitespace()
    };
    text.chars().filter(keep).collect()
}
