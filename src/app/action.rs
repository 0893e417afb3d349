//! What painting asks for. Nothing is done in the middle of a frame.

use std::path::PathBuf;

use crate::chart::ChartKind;
use crate::compare::BodyKey;
use crate::i18n::Locale;
use crate::intake::Encoding;
use crate::jobs::desk::ExportOrder;
use crate::settings::Shade;
use crate::store::ReportId;

/// Where the user is: one address for each thing that a view can show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Address {
    /// 库.
    #[default]
    Library,
    /// 报告, and the figure that is chosen in it.
    Report {
        /// The report; `None` while none was opened.
        id: Option<ReportId>,
        /// Id of the observation.
        figure: Option<String>,
    },
    /// 对比.
    Compare {
        /// The left report.
        left: Option<ReportId>,
        /// The right report.
        right: Option<ReportId>,
    },
    /// 趋势.
    Trend,
}

/// The four views.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// 库.
    Library,
    /// 报告.
    Report,
    /// 对比.
    Compare,
    /// 趋势.
    Trend,
}

impl Place {
    /// All, in the order of the rail.
    pub const ALL: [Self; 4] = [Self::Library, Self::Report, Self::Compare, Self::Trend];
}

impl Address {
    /// The view that shows it.
    pub fn place(&self) -> Place {
        match self {
            Self::Library => Place::Library,
            Self::Report { .. } => Place::Report,
            Self::Compare { .. } => Place::Compare,
            Self::Trend => Place::Trend,
        }
    }
}

/// One wish of the user.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Shows an address; the present one goes into the history.
    Go(Address),
    /// Shows a view as it was left.
    Visit(Place),
    /// Back to the address before.
    Back,
    /// Forward again.
    Forward,
    /// Asks for files to import.
    ChooseFiles,
    /// Asks for a folder to import.
    ChooseFolder,
    /// Asks for a library.
    ChooseLibrary,
    /// Asks where to keep a trial library.
    ChooseKeep,
    /// Opens a library.
    OpenLibrary(PathBuf),
    /// Opens the user's own library.
    OpenOwn,
    /// Copies the open library to a file and goes on there.
    KeepAs(PathBuf),
    /// Imports files and folders into the open library.
    Import(Vec<PathBuf>),
    /// Opens the sample data in a library of its own.
    OpenSample,
    /// Stops the running job.
    CancelJob,
    /// Has the reports of the open library that another catalogue read be read again.
    ReadAnew,
    /// Imports again: those files that failed, or all where the last import did not come to its end.
    ImportAgain,
    /// Shows or hides the results of the last import.
    ShowResults(bool),
    /// Whose values are charted.
    SetBodies(Vec<BodyKey>),
    /// Which indicators are charted.
    SetIndicators(Vec<String>),
    /// First and last year; all where there is none.
    SetYears(Option<(i32, i32)>),
    /// How values are laid out.
    SetKind(ChartKind),
    /// Whether only reviewed values are drawn.
    SetReviewedOnly(bool),
    /// Whether the page chrome of the report shown stands in its text.
    SetUncut(bool),
    /// The reports marked for a comparison.
    SetPair([Option<ReportId>; 2]),
    /// Asks again for what failed.
    Reload,
    /// Light or dark.
    SetShade(Shade),
    /// The language of the window.
    SetLocale(Locale),
    /// Puts text on the clipboard.
    Copy(String),
    /// Opens or closes the list of notices.
    ShowNotices(bool),
    /// A notice was read.
    Dismiss(u64),
    /// All notices were read.
    DismissAll,
    /// Opens or closes the dialog that exports the chart shown.
    ShowExport(bool),
    /// Draws a preview of the chart as it would be exported.
    Preview(Box<ExportOrder>),
    /// Asks for the place to export to.
    ChooseExport(Box<ExportOrder>),
    /// The folder for an export was chosen.
    ExportTo(PathBuf, Box<ExportOrder>),
    /// Writes the chart to files.
    Export(Box<ExportOrder>),
    /// Shows or hides the list of keys.
    ShowKeys(bool),
    /// Opens or closes the dialog with the pattern that names of files follow.
    ShowTemplate(bool),
    /// The pattern that names of files follow from now on; none where it is empty.
    SetTemplate(String),
    /// Opens the dialog that has a report read in another encoding, or closes it.
    ShowEncoding(Option<ReportId>),
    /// Asks how a report reads in that encoding; in the one that its bytes show where none is named.
    TryEncoding(ReportId, Option<Encoding>),
    /// Reads a report again in that encoding.
    ReadAs(ReportId, Option<Encoding>),
    /// Shows or hides how right indicators are read.
    ShowQuality(bool),
    /// Puts panels back to where they were at first.
    ResetLayout,
}
