//! `faheng PATH…` without a window: a library of its own, two bodies by a fixed rule, a first comparison.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::compare::{Frame, Holding, Report, State, Strand, best_covered, pick_pair, point};
use crate::i18n::path_text;
use crate::identity::Kind;
use crate::jobs::Partial;
use crate::jobs::{FileResult, Outcome, Summary, trial_library, words};
use crate::paths::Paths;
use crate::reading::Manner;
use crate::shelf::{Holder, Loaded, Shelf, choices, holders};

use super::Status;
use super::args::FirstLook;
use super::chart;
use super::compare;
use super::console::{Console, Failure};
use super::import::{self, Ended};
use super::indicators::Catalogue;
use super::library;
use super::places;
use super::series;

/// Indicators whose series are shown.
const SERIES: usize = 3;

/// Imports into a library made for these paths alone and prints a first comparison.
///
/// A library that the user named is taken instead, and added to.
pub fn run<'c>(
    look: &FirstLook,
    named: Option<&Path>,
    paths: &Paths,
    console: &mut Console<'c>,
) -> Result<Status, Failure> {
    let files = look.files.as_slice();
    let mut others = 0_usize;
    let each = |result: &FileResult, console: &mut Console<'c>| {
        others += usize::from(is_other(result));
        tell(result, console)
    };
    let (library, Ended { summary, cancelled }) = match named {
        Some(library) => {
            (library.to_owned(), import::import(library, files.to_vec(), &Manner::default(), console, each)?)
        }
        None => {
            let library = trial_library(&paths.trials(), files);
            let ended = remake(&library, files, console, each)?;
            (library, ended)
        }
    };
    let place = library.display().to_string();
    if cancelled {
        let id = if named.is_some() { "import-cancelled" } else { "trial-cancelled" };
        return Err(Failure::Failed(console.texts().format(id, &import::counts(&summary, &place))));
    }
    if !console.json() {
        let reports = Summary { imported: summary.imported.saturating_sub(others), ..summary };
        let mut counts = import::counts(&reports, &place).to_vec();
        counts.push(("others", others.into()));
        console.say("trial-summary", &counts)?;
    }
    let shelf = library::open(&library, console)?;
    let holders = holders(&shelf.reports);
    let picked = first_look(&holders, &shelf, console)?;
    let drawn = match picked {
        Some((shown, indicators)) => chart::first_look(look, &shown, &indicators, &library, console)?,
        None => true,
    };
    let nothing = holders.is_empty();
    if !console.json() && !nothing {
        console.line("")?;
        console.say("trial-written", &[("path", place.as_str().into())])?;
        console.say("trial-others", &[("path", place.into())])?;
    }
    Ok(if summary.failed > 0 || nothing || !drawn { Status::Failed } else { Status::Done })
}

/// Whether a file was taken in that is no report.
fn is_other(result: &FileResult) -> bool {
    matches!(&result.outcome, Outcome::Imported { identity, .. } if identity.kind == Kind::Other)
}

/// Files that failed are told at once; the rest is counted in the summary.
fn tell(result: &FileResult, console: &mut Console<'_>) -> Result<(), Failure> {
    if let Outcome::Failed(error) = &result.outcome {
        let why = words::problem(error, console.texts());
        let path = path_text(&result.path);
        console.tell("import-failed", &[("path", path.into()), ("why", why.into())]);
    }
    Ok(())
}

/// Makes the library anew beside an earlier one of that name and puts it in its place, so that a second run reads and
/// prints the same and two runs at once do not meet in one file.
fn remake<'c>(
    library: &Path,
    files: &[PathBuf],
    console: &mut Console<'c>,
    each: impl FnMut(&FileResult, &mut Console<'c>) -> Result<(), Failure>,
) -> Result<Ended, Failure> {
    let failed = |error: std::io::Error| import::not_made(&error, library);
    let partial = Partial::new(library).map_err(failed)?;
    let ended = import::import(&partial.path, files.to_vec(), &Manner::default(), console, each)?;
    if !ended.cancelled {
        partial.finish().map_err(failed)?;
    }
    Ok(ended)
}

/// The bodies picked, and the ids of their best covered indicators.
type Picked<'h, 'a> = (Vec<&'h Holder<'a>>, Vec<String>);

/// The comparison of the two bodies picked and the series of their best covered indicators.
fn first_look<'h, 'a>(
    holders: &'h [Holder<'a>],
    shelf: &Shelf,
    console: &mut Console<'_>,
) -> Result<Option<Picked<'h, 'a>>, Failure> {
    let governments: Vec<&'h Holder<'a>> = holders.iter().filter(|holder| holder.government).collect();
    let Some((pair, years)) = pick(&governments) else {
        overview(holders, console)?;
        return Ok(None);
    };
    let [left, right] = pair;
    if !console.json() {
        let common = left.years().intersection(&right.years()).count();
        let rule = match (left.body == right.body, common) {
            (true, _) => "trial-one-body",
            (false, 0) => "trial-no-common-year",
            (false, _) => "trial-picked",
        };
        console.say_wrapped(rule, &[("years", common.into())])?;
    }
    let reports = (
        compare::report(left, Some(years.0), console.texts())?,
        compare::report(right, Some(years.1), console.texts())?,
    );
    if !console.json() {
        console.line("")?;
    }
    compare::show(reports.0, reports.1, shelf, compare::Detail::default(), console)?;
    let mut shown = vec![left, right];
    shown.dedup_by(|a, b| a.body == b.body);
    let indicators = best_series(&shown, shelf, console)?;
    Ok(Some((shown, indicators)))
}

/// Two bodies with a year each; the last two years of one where there is only one.
fn pick<'h, 'a>(governments: &[&'h Holder<'a>]) -> Option<([&'h Holder<'a>; 2], (i32, i32))> {
    let holdings: Vec<Holding> = governments
        .iter()
        .map(|holder| Holding { body: holder.body.clone(), code: holder.code.clone(), years: holder.years() })
        .collect();
    if let Some(pick) = pick_pair(&holdings) {
        return Some(([governments[pick.left], governments[pick.right]], (pick.left_year, pick.right_year)));
    }
    let only = governments.iter().find(|holder| holder.years().len() > 1)?;
    let years: Vec<i32> = only.years().into_iter().collect();
    let [.., before, last] = years.as_slice() else { return None };
    Some(([only, only], (*before, *last)))
}

/// What there is, where nothing can be compared.
fn overview(holders: &[Holder<'_>], console: &mut Console<'_>) -> Result<(), Failure> {
    if console.json() {
        return Ok(());
    }
    if holders.is_empty() {
        return console.say("trial-nothing", &[]);
    }
    let names = console
        .texts()
        .list_up_to(places::MOST, holders.iter().map(|holder| places::with_years(holder, console.texts())));
    console.say("trial-no-pair", &[("names", names.into())])
}

fn best_series(shown: &[&Holder<'_>], shelf: &Shelf, console: &mut Console<'_>) -> Result<Vec<String>, Failure> {
    let catalogue = Catalogue::current()?;
    let mut covered = Vec::new();
    for holder in shown {
        covered.push(coverage(&shelf.load(holder.reports.iter().copied())?));
    }
    let (Some(left), Some(right)) = (covered.first(), covered.last()) else { return Ok(Vec::new()) };
    let frame = Frame::of(catalogue);
    let best = best_covered(left, right, |id| frame.order(id), SERIES);
    for id in &best {
        let Some(indicator) = catalogue.get(id) else { continue };
        if !console.json() {
            console.line("")?;
        }
        series::show(shown, None, None, indicator, shelf, console)?;
    }
    Ok(best.into_iter().map(str::to_owned).collect())
}

/// The years with a point, by indicator.
fn coverage(loaded: &[Loaded]) -> BTreeMap<String, BTreeSet<i32>> {
    let reports: Vec<Report<'_>> = loaded.iter().map(Loaded::report).collect();
    let choices = choices(loaded);
    let mut covered: BTreeMap<String, BTreeSet<i32>> = BTreeMap::new();
    let years: BTreeSet<i32> = reports.iter().filter_map(|report| report.year).collect();
    let stated = reports.iter().flat_map(|report| report.observations);
    let candidates: BTreeSet<(&str, i32)> = stated
        .filter_map(|found| Some((found.indicator.as_str(), found.year?)))
        // A level stands in its own year's report or in the next one.
        .filter(|(_, year)| years.contains(year) || years.contains(&year.saturating_add(1)))
        .collect();
    for (indicator, year) in candidates {
        if let State::Point(_) = point(&reports, &choices, indicator, year, Strand::Level) {
            covered.entry(indicator.to_owned()).or_default().insert(year);
        }
    }
    covered
}
