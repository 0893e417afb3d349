//! The desk's second thread: pictures and files of charts, so that a large one keeps no page waiting.

use std::path::PathBuf;
use std::sync::Arc;

use super::command::{Answer, Command};
use super::lane::Worker;
use super::pages::{ExportOrder, Preview};
use crate::chart::{self, ChartSpec, Size, Style, TextStyle};
use crate::error::{Error, ExportProblem};
use crate::i18n::Texts;
use crate::jobs::export::{self, Draft, Format};

/// Pixels across a preview.
const WIDTH: u32 = 900;

/// Draws; it keeps nothing between two questions.
pub(super) struct Drawer;

impl Worker for Drawer {
    fn answer(&mut self, command: Command) -> Result<Answer, Error> {
        match command {
            Command::Preview(order) => preview(&order).map(|page| Answer::Preview(Arc::new(page))),
            Command::Export(order) => files(&order).map(|paths| Answer::Exported(Arc::new(paths))),
            _ => Err(Error::Data("desk: a page asked of the drawer".into())),
        }
    }

    fn recover(&mut self) {}
}

fn size(order: &ExportOrder) -> Size {
    Size { width: order.width_mm, height: order.height_mm, dpi: f64::from(order.dpi) }
}

/// The chart as it will be written, today's stamp included.
fn stamped(order: &ExportOrder, texts: &Texts) -> ChartSpec {
    ChartSpec { stamp: Some(export::stamp(&export::today(), texts)), ..ChartSpec::clone(&order.spec) }
}

fn preview(order: &ExportOrder) -> Result<Preview, Error> {
    let spec = stamped(order, &Texts::new(order.locale));
    let path = order.folder.join(&order.name);
    let scene = chart::layout(&spec, size(order)).map_err(|found| export::too_small(found, &path))?;
    let drawn = chart::preview(&scene, Style::default(), WIDTH);
    let (width, height, rgba) = drawn.map_err(|found| Error::export(ExportProblem::Io(found.to_string()), path))?;
    Ok(Preview { width: width as usize, height: height as usize, rgba })
}

fn files(order: &ExportOrder) -> Result<Vec<PathBuf>, Error> {
    let texts = Texts::new(order.locale);
    let spec = stamped(order, &texts);
    // Names may hold points: an ending is put behind them, not in the place of what follows the last.
    let path = |ending: &str| order.folder.join(format!("{}.{ending}", order.name));
    let mut drafts: Vec<Draft> = Vec::new();
    if order.png {
        drafts.push(export::picture(&spec, size(order), Style::default(), Format::Png, path("png"))?);
    }
    if order.svg {
        let written = if order.svg_text { TextStyle::Editable } else { TextStyle::default() };
        let style = Style { texts: written, ..Style::default() };
        drafts.push(export::picture(&spec, size(order), style, Format::Svg, path("svg"))?);
    }
    if order.data {
        drafts.extend(export::sheets(&spec, &path("csv"), &texts));
    }
    export::make_folder(&order.folder)?;
    export::write(&drafts, order.force)?;
    Ok(drafts.into_iter().map(|draft| draft.path).collect())
}
