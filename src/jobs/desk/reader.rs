//! Who reads at the desk: keeps the library open and the pages that were asked for last.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::command::{Answer, Command};
use super::lane::Worker;
use super::pages::{ComparePage, Overview, ReportPage, TrendPage, TrendQuery};
use super::{compare, encoding, overview, page, trend, uncut};
use crate::error::{Error, LibraryProblem};
use crate::shelf::{Loaded, Shelf};
use crate::store::{ReportId, ReportSummary};
use crate::worker;

/// Pages kept for another look: the two of a comparison and some to go back to.
const PAGES: usize = 8;

/// Answers questions about one library at a time.
#[derive(Default)]
pub(super) struct Reader {
    place: PathBuf,
    open: Option<Open>,
}

impl Worker for Reader {
    fn answer(&mut self, command: Command) -> Result<Answer, Error> {
        match command {
            Command::Open(path) => self.open(path).map(Answer::Overview),
            Command::Report(id) => self.library()?.page(id).map(Answer::Report),
            Command::Uncut(id) => self.library()?.uncut(id).map(Answer::Report),
            Command::Encoding(id, asked) => {
                encoding::page(self.library()?.shelf.library(), id, asked).map(Answer::Encoding)
            }
            Command::Compare { left, right } => self.library()?.compare(left, right).map(Answer::Compare),
            Command::Trend(query) => self.library()?.trend(query).map(Answer::Trend),
            #[cfg(feature = "export")]
            Command::Preview(_) | Command::Export(_) => Err(Error::Data("desk: a picture asked of the reader".into())),
        }
    }

    fn recover(&mut self) {
        self.open = None;
    }
}

impl Reader {
    fn open(&mut self, path: PathBuf) -> Result<Arc<Overview>, Error> {
        self.open = None;
        self.place = path;
        match self.library() {
            Ok(open) => Ok(Arc::clone(&open.overview)),
            // A library is made by the first import into it.
            Err(Error::Library { problem: LibraryProblem::NotFound, path }) => {
                Ok(Arc::new(Overview { path, ..Overview::default() }))
            }
            Err(other) => Err(other),
        }
    }

    /// The library, opened where it is not, as after a panic.
    fn library(&mut self) -> Result<&mut Open, Error> {
        let open = match self.open.take() {
            Some(open) => open,
            None => Open::at(&self.place)?,
        };
        Ok(self.open.insert(open))
    }
}

/// Charts of a library, read here and now: for those who have no desk.
///
/// # Errors
///
/// Those of reading the library.
pub fn charts(library: &Path, queries: Vec<TrendQuery>) -> Result<Vec<Arc<TrendPage>>, Error> {
    let open = Open::at(library)?;
    queries.into_iter().map(|query| open.trend(query)).collect()
}

/// An open library.
struct Open {
    shelf: Shelf,
    overview: Arc<Overview>,
    /// The reports that people have decided something about.
    decided: BTreeSet<ReportId>,
    /// The one asked for last stands last.
    pages: Vec<Arc<ReportPage>>,
}

impl Open {
    fn at(path: &Path) -> Result<Self, Error> {
        let mut shelf = Shelf::open(path)?;
        let (overview, progress) = overview::overview(&mut shelf)?;
        Ok(Self { shelf, overview: Arc::new(overview), decided: progress.into_keys().collect(), pages: Vec::new() })
    }

    fn page(&mut self, id: ReportId) -> Result<Arc<ReportPage>, Error> {
        let page = match self.kept(id, false) {
            Some(page) => page,
            None => {
                let stored = self.shelf.library().reading_of(id)?;
                Arc::new(page::page(Loaded::new(stored), &self.overview.reports))
            }
        };
        self.keep(&page);
        Ok(page)
    }

    fn uncut(&mut self, id: ReportId) -> Result<Arc<ReportPage>, Error> {
        let page = match self.kept(id, true) {
            Some(page) => page,
            None => {
                let cut = self.page(id)?;
                let bytes = self.shelf.library().original(id)?;
                let options = self.shelf.library().manner(id)?.options;
                let document = worker::document_with(&cut.loaded.stored.summary.path, bytes, options)?;
                Arc::new(uncut::weave(&cut, &document.blocks))
            }
        };
        self.keep(&page);
        Ok(page)
    }

    /// A page from before, taken out of its place.
    fn kept(&mut self, id: ReportId, uncut: bool) -> Option<Arc<ReportPage>> {
        let at = self.pages.iter().position(|page| page.id == id && page.uncut.is_some() == uncut)?;
        Some(self.pages.remove(at))
    }

    fn keep(&mut self, page: &Arc<ReportPage>) {
        if self.pages.len() >= PAGES {
            self.pages.remove(0);
        }
        self.pages.push(Arc::clone(page));
    }

    fn compare(&mut self, left: ReportId, right: ReportId) -> Result<Arc<ComparePage>, Error> {
        let (left, right) = (self.page(left)?, self.page(right)?);
        compare::page(left, right).map(Arc::new)
    }

    fn trend(&self, query: TrendQuery) -> Result<Arc<TrendPage>, Error> {
        let library = self.shelf.library();
        let load = |report: &ReportSummary| library.reading_of(report.id).map(Loaded::new);
        trend::page(query, &self.overview, &self.decided, load).map(Arc::new)
    }
}
