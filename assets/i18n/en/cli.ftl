# The command line

value-none = —
value-unknown = unknown
values-more = { $count } more
value-no-title = (no title)
scope-own = issuing level alone
value-remarked = { $text } ({ $remarks })
in-year = { $year }
name-with-year = { $name } { $year }
name-with-years = { $name } ({ $years })
side-left = L
side-right = R

unit-points = pp
unit-times = times
difference-percent = { $delta } ({ $percent })
difference-none = not comparable ({ $why })

column-body = Body
column-kind = Kind
column-year = Year
column-published = Published
column-figures = Figures
column-file = File
column-value = Value
column-status = Status
column-sentence = Sentence
column-indicator = Indicator
column-difference = Difference

output-failed = The results could not be written ({ $detail }). Check the disk or where the output goes.
library-newer-read = This library was made by a newer version (version { $version }); it is read as far as this program knows it. Update the program. Library: { $path }
job-lost = the import stopped midway; every file reported as imported is in the library, run it again for the others

misuse-unknown-word = "{ $word }" is neither a file or folder nor a subcommand. See faheng help; write a file named like a subcommand as ./{ $word }.
misuse-unknown-word-near = "{ $word }" is neither a file or folder nor a subcommand. Subcommands like it: { $near }. See faheng help.
misuse-unknown-option = There is no option { $option } here. See faheng help for the options of each subcommand.
misuse-option-or-file = There is no option { $option } here. If it is a file, write ./{ $option }.
misuse-missing-value = The option { $option } needs a value. See faheng help.
misuse-bad-value = The option { $option } does not take "{ $value }". { $allowed }
misuse-no-files = { $command } needs at least one file. For example: faheng { $command } report.docx
misuse-no-indicator = { $command } needs an indicator. For example: faheng { $command } --indicator reconsideration.received --place 210800
misuse-no-place = { $command } needs a place (or a body named with --body). See faheng list for those in the library.
misuse-no-task = Write export FILE, import FILE or reset after catalogue. For example: faheng catalogue export catalogue.toml
misuse-no-out = chart needs a file with --out, for example --out attendance.png
misuse-unknown-picture = Charts are written as .svg or .png; the ending of "{ $path }" is neither. Change the end of the name.
misuse-too-many-sides = compare takes two sides, and more were given. Leave two.
misuse-one-side = Only one side was given. Name another place, or two years of the same one with --years 2021 2022.
misuse-twice-years = The years stand twice: write either PLACE@YEAR or --years.
template-brace = A brace of the name template lacks its other half. Write it like {"{"}place{"}"}{"{"}year{"}"}.
template-unknown-field = The name template knows no “{ $word }”. Use: place, year, body, title, date, any.
template-twice = “{ $word }” stands twice in the name template. Keep one of them; {"{"}any{"}"} may stand often.
template-adjacent = “{ $word }” follows another part of open length in the name template, so they cannot be told apart. Write what parts them in the names.
template-no-field = The name template has nothing to read. Write it like {"{"}place{"}"}{"{"}year{"}"}, in at most 16 pieces.
name-mismatch = { $path }: { $why }. Change the name or the template, where {"{"}any{"}"} stands for what is left over.
misuse-unexpected = "{ $word }" is not needed here. See faheng help.
misuse-not-unicode = "{ $word }" is no valid text. Check the encoding of the terminal.

allowed-lang = It takes zh or en.
allowed-encoding = Usual ones: utf-8, gb18030 (GBK and GB2312 too), big5, utf-16le, utf-16be; for text and pages only.
allowed-nature = It takes actual, target, cumulative or partial.
allowed-years = Write 2021, 2019-2023 or 2019 2023, the first year no later than the last.
allowed-kind = Use line, bars or slope.
allowed-preset = Use document, column, wide, slide, square or web.
allowed-length = Write millimetres from 1 to 2000.
allowed-dpi = Write a number from 30 to 2400.
allowed-nothing = It takes no value.

place-ambiguous = There is more than one "{ $name }": { $choices }. Write the whole path or the code.
place-unknown = There is no place "{ $name }". See faheng list for the places in the library.
place-unknown-near = There is no place "{ $name }". Names like it: { $near }. See faheng list for the places in the library.
place-no-report = The library has no report of { $name }. It has: { $places }. Import one with import, or choose another place.
place-no-report-at-all = The library has no report of { $name } nor of any other government. Import reports with import first.
place-offices-only = The library has no government report of { $name }, only: { $bodies }. Figures of an office are not those of its place; to see them, name the office with --body.
place-plans-only = The library has no annual report of { $name }, only work plans ({ $years }), whose figures are all targets. To see these, add --nature target.
body-unknown = The library has no body "{ $name }". See faheng list for the bodies in the library.
body-unknown-near = The library has no body "{ $name }". Names like it: { $near }.
year-missing = The library has no report of { $name } for { $year }. Years there are: { $years }.

indicator-ambiguous = There is more than one indicator "{ $name }": { $choices }. Name it by its id, or search with faheng indicators WORD.
indicator-unknown = There is no indicator "{ $name }". See faheng indicators for all of them, faheng indicators WORD to search.
indicator-unknown-near = There is no indicator "{ $name }". Indicators like it: { $near }. See faheng indicators for all.
indicator-described = { $id } ({ $name })

where-library = library
where-library-missing = library (not made yet)
where-settings = settings
where-cache = cache

indicator-quality = n { $n }, precision { $precision }, recall { $recall }
indicators-count = { $count ->
    [one] { $count } indicator.
   *[other] { $count } indicators.
} For definitions and aliases: faheng indicators WORD --json
catalogue-exported = Wrote a catalogue of { $count } indicators: { $path }
catalogue-imported = This catalogue ({ $count } indicators) is used from now on; it is kept in { $path }
catalogue-reset = The built-in catalogue is used from now on
catalogue-read-anew = Read { $count } reports in the library anew by the catalogue now in use
list-count = { $count ->
    [one] { $count } report.
   *[other] { $count } reports.
} Library: { $path }

series-heading = { $name } ({ $id }, unit: { $unit }), { $strand }
series-renamed = { $name } (called { $former } until { $year }, { $now } since)
series-source = in the { $kind } of { $year }
status-conflict = conflict
status-breakdown = several items
change-stated = { $basis } { $change } (as the report says)
basis-year-on-year = on the year before:
basis-earlier-year = on an earlier year:
basis-other = on an earlier level:

compare-same = Both sides are the same report, so there is nothing to compare. Name another place or year.
compare-heading = Comparison: { $left } ⇄ { $right }
compare-left = Left: { $title } ({ $kind }, { $level })
compare-right = Right: { $title } ({ $kind }, { $level })
compare-note-kinds = Note: the two are different kinds of document; their figures mean different things.
compare-note-levels = Note: the two bodies stand at different levels; their figures have different scopes.
compare-note-years = Note: the two reports are about different years.
compare-note-legend = Difference = right − left; of rates in percentage points (pp). "—": not found in that report. Targets are listed as targets and never subtracted from results.
compare-part = ━━ { $name } ━━
compare-part-left-only = The right report has no such part; what follows is the left one's.
compare-part-right-only = The left report has no such part; what follows is the right one's.
compare-section = { $name }  left: { $left } · right: { $right }
compare-passages = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
}
compare-passages-none = not found
compare-no-figures = Neither report states a figure in this section.

extract-counts = Passages: { $passages }, values: { $observations }, changes: { $changes }, numbers without an indicator: { $unclaimed }
nature-change = change
fact-body = Body
fact-place = Place
fact-kind = Kind
fact-year = Year
fact-issuer = Issuer
fact-published = Published
file-warning = Note: { $warning }. File: { $path }

import-done = imported  { $path } ({ $report }, values: { $count })
import-new-version = imported  { $path } ({ $report }, values: { $count }; in place of an earlier version, which is kept)
import-near = imported  { $path } ({ $report }, values: { $count }; nearly the same as the version before, { $digits }; that one is kept)
near-digits = differing numbers: { $list }
near-digits-more = { $count } differing numbers: { $list } and more
near-no-digits = all numbers alike
near-pair = { $before } → { $after }
near-and = {", "}
import-already = known     { $path }
import-read-again = Read again as { $encoding }, in the library already: { $path } ({ $report }, values: { $count })
import-skipped = skipped   { $path }: { $why }
import-failed = failed    { $path }: { $why }
import-report = { $body } { $year } { $kind }
import-summary = { $imported } imported, { $already } known, { $skipped } skipped, { $failed } failed. Library: { $path }
import-unsure = { $line }; neither place nor year was recognised, check that it is an annual report
import-cancelled = Cancelled: { $imported } imported, { $already } known, { $skipped } skipped, { $failed } failed; these are saved, and another run goes on with the others. Library: { $path }
import-progress = <pos>/<len> <bar:24> <msg>
import-not-a-file = This is no regular file (a device or a pipe) and was not imported. Name a file or a folder.
skip-no-ending = no file extension, so it does not look like a report; if it is one, name the file itself
skip-unknown-type = this version does not read .{ $ending } files
skip-notes = .md files in folders and archives are mostly notes; if it is a report, import the file by itself
skip-hidden = a hidden or temporary file
skip-link = a link; name it itself to import it
skip-not-a-file = not a regular file
skip-empty-folder = the folder holds no files

trial-summary = { $imported ->
    [one] { $imported } report
   *[other] { $imported } reports
} read, { $already } duplicates, { $skipped } skipped, { $failed } failed; { $others } other files.
trial-cancelled = Cancelled; no library was written for this look.
trial-no-pair = There are no two government reports to compare. What was read: { $names }.
trial-nothing = No report could be read. Check the paths.
trial-written = Written to a library for this look: { $path }
trial-charts = Charts and data (PNG, SVG, CSV, MD) in { $path }:
trial-charts-kept = { $path } holds { $count ->
    [one] a set
   *[other] { $count } sets
} of files of these names with other content, left as they are. Add --force to replace them, or choose another folder with --out.
trial-picked = Picked by a fixed rule: the two places with most years in common ({ $years }), the latest of these years, and the three indicators that both state most often.
trial-no-common-year = Picked by a fixed rule: two places. They have no year in common; the latest of each is shown.
trial-one-body = There are reports of one place alone; its last two years are shown.
trial-others =
    For another pair:
      faheng compare --library "{ $path }" PLACE@YEAR PLACE@YEAR
    For an indicator:
      faheng series --library "{ $path }" --indicator ID --place PLACE
    For all reports:
      faheng list --library "{ $path }"
    To keep reports in a library of your own:
      faheng import PATH…

# No window
no-window-display = there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)
no-window-server = the display { $display } does not answer
no-window-library = the system library { $library } is missing; install it (on Debian and Ubuntu the package { $library ->
    [libxkbcommon] libxkbcommon0
   *[other] libxkbcommon-x11-0
})
no-window-opengl = there is no OpenGL; install a graphics driver or software rendering (on Debian and Ubuntu the packages libgl1 and libgl1-mesa-dri): { $detail }
no-window-other = the system says: { $detail }
no-window-text = No window could be opened: { $why }. The result is printed here instead.
no-window-help = No window could be opened: { $why }. This is how to use the command line.
window-crashed = The window closed because of a mistake in the program ({ $detail }); reports and corrections in the library are saved. Start again, and tell the developers this sentence.
