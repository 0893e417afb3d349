//! The library as those see it who only read: its current reports, who has them, and what people decided applied to
//! their figures. Command line and window share this.

mod holder;
mod loaded;
mod near;

use std::path::Path;

pub use holder::{Holder, answers, holders};
pub use loaded::{Loaded, body_key, choices, is_government};
pub use near::{likeness, nearest};

use crate::error::Error;
use crate::store::{Access, Filter, Library, ReportSummary};

/// The current reports of a library.
pub struct Shelf {
    library: Library,
    /// Sorted by place, body, year and kind.
    pub reports: Vec<ReportSummary>,
}

impl Shelf {
    /// Opens a library for reading; one of a newer version is read as far as it goes ([`Shelf::newer`]).
    ///
    /// # Errors
    ///
    /// Those of [`Library::open`] and [`Library::reports`].
    pub fn open(path: &Path) -> Result<Self, Error> {
        let library = Library::open(path, Access::ReadOnly)?;
        let reports = library.reports(&Filter { current: true, ..Filter::default() })?;
        Ok(Self { library, reports })
    }

    /// The library's version where it is newer than this program's.
    pub fn newer(&self) -> Option<i64> {
        self.library.newer()
    }

    /// The library itself.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// All that was read in these reports, in their order.
    ///
    /// # Errors
    ///
    /// Those of [`Library::reading_of`].
    pub fn load<'a>(&self, reports: impl IntoIterator<Item = &'a ReportSummary>) -> Result<Vec<Loaded>, Error> {
        reports.into_iter().map(|report| self.library.reading_of(report.id).map(Loaded::new)).collect()
    }
}
