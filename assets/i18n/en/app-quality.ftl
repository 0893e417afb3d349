# The window: quality of extraction.
menu-help = Help ▼
menu-quality = Quality of extraction
menu-quality-hint = How right each indicator is read: precision, recall and sample size
quality-title = Quality of extraction
quality-measured = Measured on { $date } on { $reports } reports annotated by hand, with { $n } annotated values; how right other reports are read, these figures cannot promise. The rules were improved on these very reports: wording never seen before will score lower.
quality-unread = { $count ->
    [one] One more annotated report
   *[other] { $count } more annotated reports
} could not be read by the version of that day: not counted.
quality-catalogue = Catalogue in use: the built-in one ({ $digest }), the same as measured
quality-other = You use another catalogue ({ $own }); the figures below were measured with catalogue { $digest } and do not hold for indicators that you changed
quality-older = Catalogue in use: the built-in one ({ $own }), changed since; the figures below were measured with the one before ({ $digest })
quality-total = { $n } values: precision { $precision }, recall { $recall }; of the right ones { $bounds } have the right bound (about, at least…) too
quality-changes = { $n } changes: precision { $precision }, recall { $recall }
quality-by-indicator = By indicator
quality-by-section = By section
quality-by-nature = By nature
quality-by-trap = By difficulty
quality-name = Name
quality-n = n
quality-precision = Precision
quality-recall = Recall
quality-note = n: annotated values. Precision: share of the values read that are right; recall: share of the annotated values that were read. Rows with n below { $few } are grey: one value more or less changes their shares much. Difficulties are counted by report: each report has many of them, so rows overlap and cannot be added up.
quality-loading = Reading…
quality-copy = Copy table
quality-close = Close
quality-trap-named = { $id } { $name }
quality-trap = { $id ->
    [D-01] year-on-year is a change, not a value
    [D-02] per cent and percentage points
    [D-03] a change without a level
    [D-04] from so much to so much
    [D-05] last year in brackets
    [D-06] carried over from last year
    [D-07] cumulative figures
    [D-08] stock and flow
    [D-09] part of a year only
    [D-10] targets in plans
    [D-11] last year’s event told this year
    [D-12] one name, different official scope
    [D-13] a subordinate body’s figure
    [D-14] own level and whole area
    [D-15] a higher level quoted
    [D-16] figures of a court or others
    [D-17] one measure’s name repeated in a sentence
    [D-18] short names of rates need their subject
    [D-19] parts after “of which” and in brackets
    [D-20] percentages of another base
    [D-21] commas of thousands and of clauses
    [D-22] “respectively”
    [D-23] “all of them”
    [D-24] two matters on one verb
    [D-25] whose figure follows “and others”
    [D-26] different units side by side
    [D-27] per-unit figures
    [D-28] several verbs, one noun
    [D-29] one word, two uses
    [D-30] figures without a unit
    [D-31] approximations
    [D-32] ten thousands and hundred millions
    [D-33] Chinese numerals
    [D-34] full-width digits, per mille
    [D-35] blanks inside numbers
    [D-36] line breaks inside sentences or numbers
    [D-37] characters lost in extraction
    [D-38] masked and template digits
    [D-39] zero, and “none”
    [D-40] ratios and multiples
    [D-41] ranges and spans of years
    [D-42] 100 % said in words
    [D-43] amounts of money
    [D-44] hotline numbers
    [D-45] numbers in slogans
    [D-46] numbers that look like dates
    [D-47] ordinals and ranks
    [D-48] articles and document numbers
    [D-49] list numbers glued to text
    [D-50] names with digits
    [D-51] time limits and hours
    [D-52] scores
    [D-53] counters of web pages
    [D-54] negation and hypotheses
    [D-55] figures among the problems
    [D-56] honours and rankings
    [D-57] one fact told twice
    [D-58] an indicator that contradicts itself
    [D-59] text in traditional characters
    [D-60] wrong characters
    [D-61] slips of the original
    [D-62] batches and items
   *[other] { $id }
}
