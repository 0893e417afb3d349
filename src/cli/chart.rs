//! `faheng chart`: values as a picture, with their table and their sentences beside it.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::chart::{ChartSpec, PRESETS, Style, TextStyle, file_stem};
use crate::compare::BodyKey;
use crate::error::{Error, ExportProblem};
use crate::i18n::{Texts, path_text};
use crate::jobs::desk::{TrendQuery, charts};
use crate::jobs::export::{self, Draft, Format};
use crate::paths::Paths;
use crate::shelf::{Holder, holders};

use super::Status;
use super::args::{ChartQuery, FirstLook};
use super::console::{Console, Failure};
use super::indicators::{self, Catalogue};
use super::{library, series};

#[derive(Serialize)]
struct FileRecord<'a> {
    file: &'a str,
}

/// Draws what is asked for and writes it with its table (CSV) and its sentences (Markdown) beside it.
///
/// A place without a report does not keep the others from being drawn; the run has failed then all the same.
pub fn run(query: &ChartQuery, paths: &Paths, console: &mut Console<'_>) -> Result<Status, Failure> {
    let mut ids: Vec<String> = Vec::new();
    for name in &query.values.indicators {
        let found = &indicators::resolve(name, Catalogue::current()?, console.texts())?.id;
        if !ids.contains(found) {
            ids.push(found.clone());
        }
    }
    let shelf = library::open(&paths.library, console)?;
    let holders = holders(&shelf.reports);
    let (bodies, status) = bodies(query, &holders, console)?;
    let asked = TrendQuery {
        bodies,
        indicators: ids,
        years: query.values.years,
        kind: query.kind,
        reviewed_only: false,
        locale: console.texts().locale(),
    };
    let pages = charts(&paths.library, vec![asked])?;
    let Some(page) = pages.first() else { return Ok(status) };
    if page.spec.marks().next().is_none() {
        let title = page.spec.title.as_str();
        return Err(Failure::Failed(console.texts().format("chart-nothing", &[("title", title.into())])));
    }
    let spec = stamped(&page.spec, console.texts());
    let drafts = drafts(&spec, query, console.texts())?;
    export::write(&drafts, query.force)?;
    for draft in &drafts {
        told(&draft.path, console)?;
    }
    Ok(status)
}

/// The bodies asked for, each once; those that cannot be had are told.
fn bodies(
    query: &ChartQuery,
    holders: &[Holder<'_>],
    console: &mut Console<'_>,
) -> Result<(Vec<BodyKey>, Status), Failure> {
    let mut status = Status::Done;
    let mut bodies: Vec<BodyKey> = Vec::new();
    for found in series::named(&query.values, holders, console.texts()) {
        match found {
            Ok(holder) if bodies.contains(&holder.body) => {}
            Ok(holder) => bodies.push(holder.body.clone()),
            Err(Failure::Failed(sentence)) => {
                console.message(&sentence);
                status = Status::Failed;
            }
            Err(other) => return Err(other),
        }
    }
    if bodies.is_empty() {
        // Each was told why; there is nothing more to say.
        return Ok((bodies, Status::Failed));
    }
    Ok((bodies, status))
}

fn drafts(spec: &ChartSpec, query: &ChartQuery, texts: &Texts) -> Result<Vec<Draft>, Error> {
    let style =
        Style { texts: if query.svg_text { TextStyle::Editable } else { TextStyle::Outlines }, ..Style::default() };
    let picture = export::picture(spec, query.size, style, query.format, query.out.clone())?;
    let sheets = export::sheets(spec, &query.out, texts);
    Ok([picture].into_iter().chain(sheets).collect())
}

/// The chart with version and date in the corner.
fn stamped(spec: &ChartSpec, texts: &Texts) -> ChartSpec {
    ChartSpec { stamp: Some(export::stamp(&export::today(), texts)), ..spec.clone() }
}

fn told(path: &Path, console: &mut Console<'_>) -> Result<(), Failure> {
    let path = path_text(path);
    if console.json() {
        return console.record(&FileRecord { file: &path });
    }
    console.say("chart-written", &[("path", path.into())])
}

/// Draws the charts of a first look into their folder: PNG, SVG, table and sentences of each indicator.
///
/// Files of another day or of other reports are left alone, with one sentence on standard error; what is printed does
/// not depend on them. Returns whether they could be written where the user wanted them.
pub fn first_look(
    look: &FirstLook,
    shown: &[&Holder<'_>],
    indicators: &[String],
    library: &Path,
    console: &mut Console<'_>,
) -> Result<bool, Failure> {
    let bodies: Vec<BodyKey> = shown.iter().map(|holder| holder.body.clone()).collect();
    let query = |id: &String| TrendQuery {
        bodies: bodies.clone(),
        indicators: vec![id.clone()],
        years: None,
        kind: Default::default(),
        reviewed_only: false,
        locale: console.texts().locale(),
    };
    let pages = charts(library, indicators.iter().map(query).collect())?;
    let folder = look.out.clone().unwrap_or_else(|| PathBuf::from(export::FOLDER));
    if pages.is_empty() {
        return Ok(true);
    }
    if !console.json() {
        console.line("")?;
        console.say("trial-charts", &[("path", path_text(&folder).into())])?;
    }
    let specs: Vec<ChartSpec> = pages.iter().map(|page| stamped(&page.spec, console.texts())).collect();
    let [preset, ..] = &PRESETS;
    let layout = console.texts().get(preset.name);
    if !console.json() {
        console.lines(2, specs.iter().map(|spec| file_stem(spec, &layout)))?;
    }
    let drawn = export::make_folder(&folder).and_then(|()| draw(&specs, &folder, look.force, console.texts()));
    match drawn {
        Ok(0) => Ok(true),
        Ok(kept) => {
            console.tell("trial-charts-kept", &[("path", path_text(&folder).into()), ("count", kept.into())]);
            Ok(true)
        }
        // The comparison is printed and stands; that the charts are not there counts where they were asked for.
        Err(error) => {
            let sentence = console.texts().error(&error);
            console.message(&sentence);
            Ok(look.out.is_none())
        }
    }
}

/// Writes all files of each chart; returns of how many charts older files were left alone.
fn draw(specs: &[ChartSpec], folder: &Path, force: bool, texts: &Texts) -> Result<usize, Error> {
    let [preset, ..] = &PRESETS;
    let mut kept = 0;
    for spec in specs {
        let stem = file_stem(spec, &texts.get(preset.name));
        let path = |ending: &str| folder.join(format!("{stem}.{ending}"));
        let mut drafts = Vec::new();
        for format in Format::ALL {
            drafts.push(export::picture(spec, preset.size, Style::default(), *format, path(format.ending()))?);
        }
        drafts.extend(export::sheets(spec, &path("csv"), texts));
        match export::write(&drafts, force) {
            Ok(()) => {}
            Err(Error::Export { problem: ExportProblem::Exists, .. }) => kept += 1,
            Err(other) => return Err(other),
        }
    }
    Ok(kept)
}
