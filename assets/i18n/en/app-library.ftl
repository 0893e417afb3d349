# The window: library.

# First screen
welcome-title = Begin with a few annual reports
welcome-note = Reads the six sections and their indicators, each number with its sentence; compare, chart, export
welcome-files = Open report files…
welcome-files-note = { $formats }; several at once
formats-read = txt md html mht docx doc wps rtf pdf ofd zip
welcome-library = Open a library…
welcome-library-note = A .faheng file kept before
welcome-sample = See an example
welcome-sample-note = 28 reports of an invented province; your own library is not touched
welcome-folder = Open a folder…
welcome-drop = or drop files and folders here
welcome-local = Files are read and kept on this computer alone; nothing is sent anywhere

# States
library-loading = Opening the library…
library-filling = Reading reports
library-filling-note = Reports that are read appear here; what became of each file is listed below
library-failed = The library cannot be opened
library-try-again = Try again
library-own-open = Back to my library
library-no-match = No report meets the conditions
library-no-match-note = Change a condition or clear all of them
library-no-places = There is no annual report in the library yet
library-no-places-note = { $count ->
    [one] One file could not be told to be some place's annual report; see the list
   *[other] { $count } files could not be told to be some place's annual report; see the list
}
library-show-list = Show the list

# Bar
filter-all = All
filter-province = Province
filter-level = Level
filter-state = State
filter-from = First year
filter-to = Last year
filter-search = Place or office
filter-search-hint = A name, a short name, a place with its province, or a division code
filter-clear = Clear
layout-grid = Grid
layout-list = List
count-bodies = Places and offices: { $number }, documents: { $reports }
count-reports = Documents: { $number }
count-of = { $count }/{ $all }
state-reviewed = reviewed
state-pending = to review
state-trouble = trouble
state-none = none
state-missing = years missing
bodies-chosen = { $count } for charts
bodies-chart = Trends
bodies-clear = Clear selection
pair-marked = Compare: { $left } ⇄ { $right }
pair-second = mark another
pair-compare = Compare
pair-clear = Unmark

# Grid
grid-name = Grid of places and years
grid-body = Places and offices
grid-undated = no year
grid-indicators = Indicators
grid-plan-mark = P
grid-plan-legend = P: plan only   +1: others
grid-hint = Click names to chart, Shift+click to compare
cell-undated = { $name }, no year
cell-spoken = { $what }, { $state }, { $count ->
    [one] { $count } value
   *[other] { $count } values
}
cell-spoken-empty = { $what }, { $state }
card-missing = The library has no report for this year
card-missing-hint = Click to import
card-facts = { $kind } · { $state } · values: { $count }
card-no-figures = No value was found; check the original
card-others = { $count } more: { $kinds }
card-hint = Click opens, Shift+click marks for comparison, right-click for more
card-body-code = { $level } · code { $code }
card-body-counts = Documents: { $reports }, indicators: { $indicators }
card-body-choose = Click to chart it
card-body-chosen = Chosen for charts; click to unselect
menu-missing = No report: { $what }
menu-open = Open the report
menu-open-other = Open { $kind }: { $title }
menu-mark = Mark for comparison
menu-unmark = Unmark
menu-body-in = Choose for charts
menu-body-out = Leave out of charts

# List
list-name = List of reports
list-level = Level
list-title = Title
list-state = State
list-sort = Sort by { $column }; again for the other way round

# Results of an import
results-listing = Counting files…
results-begun = { $done }/{ $total }   { $name }
results-progress = { $done }/{ $total }   { $rate } a second   { $name }
results-done = Imported { $imported }, there already { $already }, skipped { $skipped }, failed { $failed }
results-cancelled = Cancelled: imported { $imported }, there already { $already }, skipped { $skipped }, failed { $failed }, left { $left }
results-waiting = No result yet
results-none = No file of this sort
results-cancel = Cancel import
results-copy = Copy
results-copy-hint = Copies all results listed here as text
results-retry = Retry failed
results-resume = Resume import
results-resume-hint = Imports the files that are left; those that are in the library count as there already and are not taken twice
results-close = Close
results-close-hint = Hides the results; the status line shows them again
results-tab = { $name } { $count }
fate-imported = Imported
fate-near = Near copies
fate-near-hint = Imported files that differ from an earlier version in next to nothing
fate-already = Already
fate-skipped = Skipped
fate-failed = Failed
fate-scanned = Scans
fate-scanned-hint = Failed files with pictures of pages and no text: recognise the text first, then import
results-scanned = { $count } of them scans, whose text must be recognised first
result-imported = { $report }, values: { $count }
result-version = { $report }, values: { $count }; takes the place of an older version, which is kept
result-near = { $report }, values: { $count }; nearly the same as the version before, { $digits }; that one is kept
result-unsure = { $report }, values: { $count }; neither place nor year could be told, check that it is an annual report
result-already = The library has the same file; it was not imported again

# Drop
drop-import = { $count ->
    [one] Import { $count } file or folder
   *[other] Import { $count } files or folders
}
drop-note = Let go to begin; files that cannot be read are listed with the reason
drop-formats = Reads { $formats }
drop-busy = An import is running
drop-busy-note = Wait until it is done, or cancel it in the status line

# Names of files
menu-template = File name template…
template-heading = File name template
template-about = What the text of a report leaves open, an import takes from its file name
template-field = Template
template-field-hint = Such as {"{"}place{"}"}{"{"}year{"}"}; empty for none
template-test = Try a file name
template-test-hint = Such as Yingkou-2024.docx
template-legend = Fields
template-meaning = Meaning
template-add = Adds { $word } to the end of the template
template-place = place
template-place-note = The place that the report is about
template-year = year
template-year-note = The year that the report is about, four digits
template-body = body
template-body-note = The body that reports
template-title = title
template-title-note = The title of the report
template-date = date
template-date-note = Day of publication, such as 2025-01-16
template-any = any
template-any-note = Anything or nothing; may stand several times
template-result = Found
template-fits = The name follows the template
template-none = No template: an import goes by the text alone
template-untried = The template is sound; write a file name to try it
template-note = For later imports, endings left out. Files named otherwise are imported too, and the results say so
template-save = Save
template-cancel = Cancel
template-kept = From now on imports fill in place, year and the like by the file name template { $template }
template-gone = From now on imports use no file name template
mismatch-part = the name does not follow the template: there is no “{ $part }” in “{ $rest }”, so only the text counts
mismatch-short = the name does not follow the template: it ends before “{ $part }”, so only the text counts
mismatch-long = the name does not follow the template: “{ $rest }” is left over, so only the text counts
result-misnamed = { $told }; { $why }
fate-misnamed = Misnamed
fate-misnamed-hint = Imported files whose names do not follow the file name template: only their text counts
