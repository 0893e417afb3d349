# The window: report.

report-name = { $name } { $year }
report-before = Year before
report-after = Year after
report-before-none = The library has no earlier report of this body
report-after-none = The library has no later report of this body
report-loading = Opening…
report-find = Find
report-find-key = Find in this report (Ctrl+F)
report-compare = Compare…
report-compare-before = With the year before: { $name }
report-compare-marked = With the one marked: { $name }
report-compare-mark = Mark this report for a comparison
report-compare-is-marked = This report is marked; choose “Compare…” in another one
report-compare-choose = With another one…
report-caution-department = Report of a department: its figures are about its own work, not about the place
report-caution-plan = Work plan: all its figures are targets, not results
report-caution-other = Not an annual report: its figures do not enter the series of the place
report-more = More ▼
report-uncut = Whole page
report-uncut-hint = Shows in the text what was left out of the page: menus, font sizes, print, share, headers and footers; no figures are read there
report-uncut-count = { $count ->
    [one] One stretch
   *[other] { $count } stretches
} of page chrome shown: grey with a bar, no part of the report, no figures read there
report-uncut-none = Nothing of this file’s page was left out
report-chrome = Page chrome
report-chrome-row = Page chrome: { $text }

report-section-leadership = Leadership
report-section-functions = Functions
report-section-enforcement = Enforcement
report-section-institutions = Institutions
report-section-disputes = Disputes
report-section-oversight = Oversight
report-part-preamble = Opening
report-part-responsibility = Duties
report-part-problems = Problems
report-part-plans = Plans
report-part-others = Others
report-rail-entry = { $name }: { $count ->
    [one] { $count } figure
   *[other] { $count } figures
}
report-rail-none = { $name }: no text of this report belongs here

report-text = Text of the report
report-scroll = Scroll bar of the text
report-copy = Copy
report-copy-cited = Copy with source
report-copy-hint = Copies the sentence with title, year and file name
report-cited = { $text } ({ $title }, { $year }, { $file })
report-mark = { $number }: { $name }
report-mark-hint = Click to see it on the right
report-reviewed = reviewed
report-pending = not reviewed

report-find-hint = Find in this report
report-find-before = Previous
report-find-after = Next
report-find-close = Close
report-find-none = Not found
report-find-count = { $at } / { $count }
report-find-many = { $at } / { $count }; no more are listed
report-find-running = Searching, { $count } so far…

report-card-none = No figure chosen
report-card-counts = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
} in this report, { $decided } reviewed
report-card-hint = Click an underlined number of the text, or a line of the list below, to see what it means and what proves it
report-card-keys = ↑ ↓ or J K go from figure to figure; dotted: not reviewed, solid: reviewed
report-card-shared = This number also counts for: { $name }
report-card-label = Label
report-card-prior = Before
report-card-unsaid = not stated
report-card-change = Change
report-card-section = Place
report-card-also = Again
report-card-places = said in { $count ->
    [one] { $count } other place
   *[other] { $count } other places
}
report-card-raw = Words
report-card-rule = Rule
report-card-confidence = Certainty
report-trend = Trend
report-trend-hint = The values of this indicator and body over the years
report-flag-mixed = One number for two matters
report-flag-base = Counted on an unknown base
report-flag-court = Counted by the court
report-flag-period = Only up to { $words }
report-flag-since = Summed up since { $words }

report-figures = All figures { $count }
report-filter = Filter
report-list = All figures
report-figures-none = No value of an indicator was found in this report
report-filter-none = No indicator of that name

report-none = No report is open
report-none-hint = Click a cell of the library to open its report, or choose one below
report-latest = Latest reports
report-latest-figures = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
}
report-failed = The report could not be opened
report-retry = Try again
report-library = Choose in the library

# Another encoding
report-encoding = Encoding…
report-encoding-hint = Read again in another encoding (now { $encoding })
report-encoding-other = Read in another encoding…
encoding-title = Read in another encoding
encoding-now = Now read as { $encoding }, { $by }
encoding-by-file = told by the file’s mark, declaration or bytes
encoding-by-guess = which is a guess
encoding-by-person = named by you
encoding-auto = Told by the file
encoding-gb = GB18030 (GBK, GB2312 too)
encoding-other = Another
encoding-other-name = Name of another encoding
encoding-other-hint = Name, such as Shift_JIS
encoding-unknown = No encoding has this name
encoding-loading = Reading…
encoding-clean = Read as { $encoding }; every byte makes sense
encoding-guessed = Guessed to be { $encoding }; see whether the text above makes sense
encoding-replaced = As { $encoding }, { $count } places make no sense
encoding-note = Reading again draws text, passages and values anew and remembers the encoding. The file stays as it is, so you can change back at any time. Your decisions go by their place in the text; those whose place is gone stay in the library without effect.
encoding-read = Read again
encoding-cancel = Cancel
encoding-same = This is how it is read now
reread-done = Read again as “{ $encoding }”: { $report }, { $count } values{ $lost ->
    [0] {""}
   *[other] ; decisions on { $lost } values found no place, stay in the library and hold again once you change back
}
