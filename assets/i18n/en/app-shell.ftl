# The window: shell.
app-name = Faheng

# Views
place-library = Library
place-library-hint = Which places and years the library holds (Ctrl+1)
place-report = Report
place-report-hint = Read a report and check its figures (Ctrl+2)
place-compare = Compare
place-compare-hint = Two reports side by side, part by part (Ctrl+3)
place-trend = Trends
place-trend-hint = Indicators charted over years or places (Ctrl+4)

# Top bar
library-name = Library: { $name } ▼
library-own = My library
library-trial = Trial
library-path = { $path }
library-trial-hint = Made for a look at these files and made anew next time; “Save as library…” keeps it. { $path }
menu-open-library = Open library…
menu-open-own = Back to my library
menu-open-sample = Look at sample data
menu-keep-as = Save as library…
menu-import = Import ▼
menu-import-files = Report files…
menu-import-folder = Folder…
menu-theme = Theme ▼
theme-system = As the system
theme-light = Light
theme-dark = Dark
language-to-en = English
language-hint = Change the language of the window
menu-keys = Keys
menu-keys-hint = List of keys (F1)
way-back = Back (Alt+←)
way-forward = Forward (Alt+→)

# Status line
status-counts = { $reports } reports · { $decided } of { $figures } values reviewed
status-notices = Notices { $count }
status-opening = Opening the library…
status-exporting = Exporting…
status-listing = Counting files…
status-importing = Importing { $done }/{ $total }  { $name }
status-cancel = Cancel
status-results-show = Import results
status-results-hide = Hide import results

# Notices
notices-title = Notices ({ $count })
notices-hide = Hide
notices-read-all = Mark all read
notice-read = Mark read
notice-copy = Copy
notice-done = Done
notice-hint = Note
notice-failed = Failed
kept-done = Saved as library: { $path }
import-busy = An import is running. Wait for it or cancel it before importing other files or opening another library.
export-done = Exported to { $folder }: { $names }
settings-odd = This setting makes no sense and is taken as the default: { $line } ({ $path })

# Typed paths
typed-files = Import report files
dialog-reports = Reports ({ $formats })
typed-files-hint = No file dialog is available on this system. Type paths of files ({ $formats }) or folders, one a line, then press Ctrl+Enter:
typed-folder = Import a folder
typed-folder-hint = No file dialog is available on this system. Type the path of the folder:
typed-library = Open a library
typed-library-hint = No file dialog is available on this system. Type the path of the library (.faheng):
typed-keep = Save as library
typed-keep-hint = No file dialog is available on this system. Type the path of the new library:
typed-export = Export to a folder
typed-export-hint = No file dialog is available on this system. Type the path of the folder:
typed-accept = OK
typed-cancel = Cancel

# Keys
keys-title = Keys
keys-close = Close
keys-reset-layout = Reset layout
key-open-files = Import report files
key-open-library = Open a library
key-views = Library, report, compare, trends
key-way = Back, forward
key-export = Export the chart
key-find = Find (in library, report, comparison, trends)
key-panes = Move from pane to pane
key-tab = Move between controls
key-arrows = Move in grids, lists and charts; open
key-figures = Next, previous figure
key-escape = Close a dialog
key-list = List of keys

# Reports that another catalogue read
anew-offer = { $count } reports, earlier versions included, were read by another catalogue of indicators than the one in use. Read them again to have all figures by one measure; your decisions stay.
anew-start = Read again
anew-busy = Reports are being read again; wait or cancel first.
anew-done = { $count } reports were read again by the catalogue in use{ $failed ->
    [0] {""}
   *[other] ; { $failed } could not be read and stay as they were
}
anew-cancelled = Cancelled: { $count } reports were read again{ $failed ->
    [0] {""}
   *[other] , { $failed } could not be and stay as they were
}, the others keep their figures
status-anew = Reading again { $done }/{ $total }　{ $name }
