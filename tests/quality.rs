//! The shipped quality page: of the built-in catalogue, good enough, and the same as the scorer's figures.

use faheng::figures::Catalogue;
use faheng::quality::shipped;

/// The least F1 of an indicator that has enough annotated figures to tell.
const FLOOR: f64 = 0.85;
const ENOUGH: usize = 10;

#[test]
fn the_shipped_page_is_of_the_built_in_catalogue() {
    let digest = Catalogue::built_in().unwrap().digest();
    let page = shipped().unwrap();
    assert_eq!(
        page.catalogue, digest,
        "the catalogue changed: run the example `quality` and commit assets/quality.json"
    );
}

#[test]
fn no_indicator_with_enough_figures_is_below_the_floor() {
    let page = shipped().unwrap();
    assert!(page.reports > 0 && !page.by_indicator.is_empty());
    for (id, tally) in page.by_indicator.iter().filter(|(_, tally)| tally.n() >= ENOUGH) {
        assert!(tally.f1() >= FLOOR, "{id}: F1 {:.4} of {}", tally.f1(), tally.n());
    }
}

#[test]
fn groups_add_up_to_the_whole() {
    let page = shipped().unwrap();
    let all = page.observations;
    let sums = [
        page.by_indicator.values().map(|tally| (tally.right, tally.wrong)).fold((0, 0), add),
        page.by_section.values().map(|tally| (tally.right, tally.wrong)).fold((0, 0), add),
        page.by_nature.values().map(|tally| (tally.right, tally.wrong)).fold((0, 0), add),
    ];
    assert_eq!(sums, [(all.right, all.wrong); 3]);
    assert_eq!(page.by_bound.values().map(|tally| tally.n()).sum::<usize>(), all.n());
    assert_eq!(page.bounds.n(), all.right);
}

fn add(a: (usize, usize), b: (usize, usize)) -> (usize, usize) {
    (a.0 + b.0, a.1 + b.1)
}

/// The figures counted here and by the scorer that comes with the annotated reports.
#[cfg(feature = "cli")]
#[test]
fn totals_equal_those_of_the_scorer() {
    use faheng::quality::{Page, cases};
    use faheng::reading::{Rules, read_file};
    use std::path::{Path, PathBuf};
    use std::process::Command;

    let shared = std::env::var_os("FAHENG_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let gold = shared.join("gold");
    let script = gold.join("score.py");
    if !script.is_file() {
        println!("skipped: no annotated reports in {}", shared.display());
        return;
    }
    let rules = Rules::built_in().unwrap();
    let mut page = Page::new(rules.catalogue, "");
    let mut endings = Vec::new();
    for case in cases(&gold).unwrap() {
        if let Ok(reading) = read_file(&case.report, rules) {
            page.add(&case, &reading.figures);
            endings.push(case.report.extension().unwrap().to_string_lossy().into_owned());
        }
    }
    let page = page.finish();
    endings.sort();
    endings.dedup();
    let mut scorer = Command::new("python3");
    scorer.arg(&script).args(["--bin", env!("CARGO_BIN_EXE_faheng"), "--format", &endings.join(",")]).arg(&gold);
    let Ok(output) = scorer.output() else {
        println!("skipped: no python3 to run the scorer");
        return;
    };
    let printed = String::from_utf8(output.stdout).unwrap();
    let (all, changes) = (page.observations, page.changes);
    let wanted = format!(
        "cases {} failed 0 observations F1 {:.4} (precision {:.4} recall {:.4}, n={}) changes F1 {:.4} (n={}) ",
        page.reports,
        all.f1(),
        all.precision(),
        all.recall(),
        all.n(),
        changes.f1(),
        changes.n()
    );
    assert!(printed.contains(&wanted), "wanted {wanted}\n{printed}");
    let bounds = format!(" bounds {:.4} ", page.bounds.recall());
    assert!(printed.contains(&bounds), "wanted{bounds}\n{printed}");
}
