# Words in charts, and in the tables beside them

chart-title = { $what }: { $places } ({ $years })
chart-years = { $first }–{ $last }
chart-name = { $place } { $indicator }
chart-unit = Unit: { $unit }
chart-definition = { $text }
chart-part-separator = |. |
chart-axis-wan = { $unit } (×10,000)
chart-axis-yi = { $unit } (×100 million)
chart-money-wan = CNY 100 million
chart-money-yi = CNY 1 trillion

chart-empty = no value
chart-silent = No value for these places and years
chart-silent-for = No value for these places and years: { $gaps }
chart-where = { $place } { $years }
chart-where-of = { $place } { $years } ({ $indicator })
chart-where-separator = |; |
chart-note-gap = Gaps, { $gap }: { $where }
chart-note-conflict = Different values for one year, small marks without a line: { $where }
chart-note-breakdown = Several values by category, small marks, not added up: { $where }
chart-note-next-year = Level of the earlier year as the next year's report gives it: { $where }
chart-note-inferred = Inferred from words such as "full coverage", no number in the text: { $where }
chart-note-bound = The text gives a bound only (≥ or ≤): { $where }
chart-note-about = Approximate: { $where }
chart-note-base = Base of the percentage unknown or mixed: { $where }
chart-note-court = As the courts count: { $where }
chart-note-own = The city's own level only: { $where }
chart-note-plan = From a work plan: { $where }
chart-note-kinds = Figures of a department stand for that department alone: { $names }
chart-renamed = { $former } became { $now } in { $year }
chart-note-renamed = Renamed: { $where }
chart-note-unreviewed = Hollow: not reviewed by a person ({ $count ->
    [one] 1 value
   *[other] { $count } values
})
chart-note-more = More notes in the text beside this picture (.md)

chart-source = Source: annual reports on law-based government of { $places } ({ $years }); extracted by Faheng, n={ $count }, reviewed { $reviewed }
chart-source-many = { $count } places
chart-source-none = Source: the library has no value to draw
chart-stamp = Faheng { $version }, exported { $date }

chart-kind-line = Line chart
chart-kind-bars = Bar chart
chart-kind-slope = Slope chart
chart-alt = { $kind }: { $title }
chart-alt-end = |. |
chart-alt-of = { $heading }, { $text }
chart-alt-line = { $name }: { $first }, { $last }, highest { $highest }
chart-alt-single = { $name }: { $first }
chart-alt-point = { $value } in { $year }

chart-size-document = Document
chart-size-column = Column
chart-size-wide = Page
chart-size-slide = Slide
chart-size-square = Square
chart-size-web = Web

chart-column-place = Place
chart-column-code = Code
chart-column-year = Year
chart-column-indicator = Indicator
chart-column-id = Indicator id
chart-column-value = Value
chart-column-lower = Lower
chart-column-upper = Upper
chart-column-unit = Unit
chart-column-status = Status
chart-column-reviewed = Review
chart-column-nature = Nature
chart-column-label = Label
chart-column-raw = Words
chart-column-sentence = Sentence
chart-column-section = Section
chart-column-headings = Headings
chart-column-title = Document
chart-column-url = URL
chart-column-file = File
chart-column-sha256 = SHA-256
chart-column-rule = Rule
chart-column-version = Rule version
chart-column-confidence = Confidence
chart-column-observation = Value id
chart-column-former = Name then
chart-column-report-year = Report year
chart-column-published = Published
chart-status-conflict = conflicting values
chart-reviewed = reviewed
chart-unreviewed = not reviewed

chart-written = Written: { $path }
chart-nothing = No value to draw: { $title }. See the gaps with faheng series, or choose another indicator or place.

