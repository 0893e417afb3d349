//! The desk's second thread: pictures and files of charts, so that a large one keeps no page waiting.

use std::sync::Arc;

use super::command::{Answer, Command};
use super::lane::Worker;
use super::pages::{ExportOrder, Preview};
use crate::chart::{self, Size, Style};
use crate::error::Error;

/// Pixels across a preview.
const WIDTH: u32 = 900;

/// Draws; it keeps nothing between two questions.
pub(super) struct Drawer;

impl Worker for Drawer {
    fn answer(&mut self, command: Command) -> Result<Answer, Error> {
        match command {
            Command::Preview(order) => preview(&order).map(|page| Answer::Preview(Arc::new(page))),
            Command::Export(_) => Err(Error::Data("export".into())),
            _ => Err(Error::Data("desk: a page asked of the drawer".into())),
        }
    }

    fn recover(&mut self) {}
}

fn preview(order: &ExportOrder) -> Result<Preview, Error> {
    let size = Size { width: order.width_mm, height: order.height_mm, dpi: f64::from(order.dpi) };
    let scene = chart::layout(&order.spec, size).map_err(|error| Error::Data(format!("{error:?}")))?;
    let (width, height, rgba) =
        chart::preview(&scene, Style::default(), WIDTH).map_err(|error| Error::Data(error.to_string()))?;
    Ok(Preview { width: width as usize, height: height as usize, rgba })
}
