# The window: trends

trend-indicators = Indicators
trend-places = Places
trend-chosen = { $count } chosen
trend-clear = Clear
trend-clear-hint = Choose none
trend-chosen-first = Chosen
trend-others = Other places
trend-find-indicator = Name, alias or id
trend-find-place = Name, short name or code
trend-find-none = Nothing matches
trend-no-report-has = none
trend-no-report-has-it = no report of the library mentions it, so it cannot be chosen
trend-in-reports = { $count ->
    [one] a value in 1 report
   *[other] values in { $count } reports
}
trend-indicator-hint = { $name } ({ $unit }): { $about }
trend-years-count = { $count ->
    [one] 1 year
   *[other] { $count } years
}
trend-place-hint = { $place }: { $years }
trend-departments = Show departments
trend-grey = The first { $count } have colours, the others are grey

trend-kind-line = Lines
trend-kind-bars = Bars
trend-kind-slope = Slope
trend-from = First year
trend-to = Last year
trend-year = Year
trend-year-latest = Latest
trend-years-all = All
trend-reviewed-only = Reviewed only
trend-export = Export…
trend-export-hint = Export as pictures and tables (Ctrl+E)
trend-export-none = There is no chart to export yet
trend-loading = Reading…

trend-empty-title = Choose indicators and places
trend-empty-library = The library has no reports yet; import some in Library first
trend-empty-hint = Tick them on the left, or start with one of these
trend-empty-indicators = Indicators with most values
trend-empty-places = Places with most years
trend-failed = The chart could not be made
trend-again = Try again
trend-no-value = No value in what is chosen
trend-show-unreviewed = Show values to be reviewed, too
trend-show-all-years = Show all years
trend-covered = { $count ->
    [one] { $name }: a value in 1 report of the library
   *[other] { $name }: values in { $count } reports of the library
}
trend-place-years = { $place }: reports for { $years }
trend-add-places = Add a place

trend-open = Click to open the report
trend-reviewed = ● reviewed
trend-pending = ○ to review
trend-card-of = { $place } { $year }
trend-card-conflict = Different values for one year; check them against the report
trend-name-then = then called { $name }
trend-conflict = different values

trend-table = Table
trend-table-open = Show the table
trend-table-close = Hide the table
trend-table-copy = Copy table
trend-table-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
trend-sort = Click to sort
trend-column-indicator = Indicator
trend-column-place = Place
trend-column-year = Year
trend-column-value = Value
trend-column-status = Nature and status
trend-column-sentence = Sentence
