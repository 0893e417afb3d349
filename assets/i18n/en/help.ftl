# How to use the program

help-all =
    Faheng reads Chinese annual reports on law-based government, aligns them by six sections, draws out
    indicators with the sentence that proves each, and compares places and years. It works offline.

    Usage
      faheng                           opens the window
      faheng PATH…                     opens files or folders in the window, in a library of their own;
                                       without a display, or with --terminal, prints a first
                                       comparison and draws charts into faheng-out
                                       (or --out FOLDER; --force replaces older files)
      faheng import PATH…              imports files and folders into the library
      faheng list                      the reports in the library
      faheng indicators [WORD]         which indicators there are, or those that have the word
      faheng catalogue export|import FILE
                                       writes the catalogue as one file, or uses one of your own
      faheng series --indicator ID --place NAME…
                                       values by year, gaps with reason, each value with its sentence
      faheng compare PLACE@YEAR PLACE@YEAR
                                       two reports by part, section and indicator
      faheng chart --indicator ID --place NAME… --out FILE.svg|png
                                       values as a picture, with table and sentences beside it
      faheng extract --json FILE…      all that is read in files, without a library
      faheng where                     where library, settings and cache lie
      faheng help SUBCOMMAND           how to use a subcommand

    Options for all
      --library FILE     use this library (or set the variable FAHENG_LIBRARY)
      --catalogue FILE   read by this catalogue, this time only
      --json             results as one JSON object a line
      --lang zh|en       language
      --version          the version

    Results go to standard output, messages to standard error. Exit status: 0 done, 1 failed, 2 bad
    arguments. Write a file named like a subcommand as ./list.

help-import =
    Usage: faheng import [--encoding NAME] [--name-template TEMPLATE] PATH…

    Imports files and folders, with all below them, into the library. Prints a line a file, once it is
    written: imported, known, skipped (and why), failed (and what to do). Strangers in a folder are
    listed and do not count as failures.
    --encoding names the encoding of texts and pages (gb18030, say) instead of having it told by their
    bytes; those in the library already are read again in it. --name-template says how the files are
    named, as in "{"{"}place{"}"}{"{"}year{"}"}": what the text leaves open comes from the name; where a name does not
    follow, it is told which part does not.
    Ctrl+C stops after the file in hand (exit status 1) and keeps what is done; a second one ends at
    once (130).

help-extract =
    Usage: faheng extract [--json] [--encoding NAME] [--name-template TEMPLATE] FILE…

    Shows what is read in files, without a library. --json prints one line a file with all passages,
    values, changes and numbers without an indicator; places are counted in Unicode characters. The
    object of a file that cannot be read has only source and error.

help-list =
    Usage: faheng list [--json]

    Lists the reports in the library: body with its place, kind, year, date of publication, values,
    file.

help-indicators =
    Usage: faheng indicators [WORD] [--json]

    Lists id, name, unit and section of the indicators; with a word, those that have it in id, name,
    alias or definition. --json adds definitions and aliases.

help-catalogue =
    Usage: faheng catalogue export FILE [--force]
           faheng catalogue import FILE
           faheng catalogue reset

    export writes the catalogue in use (indicators, units, topics, rules) as one TOML file for any text
    editor. import checks a catalogue and uses it from now on; of a broken one it names the line and the
    reason and changes nothing. reset goes back to the built-in one. The reports in the library are read
    anew at once; what people corrected stays.
    An indicator of your own is an [[indicator]] with id, section (1 to 6), name and unit, and maybe
    aliases and verbs (which stand with the name); write a [[rule]] where more is needed.
    faheng indicators shows what there is. --catalogue FILE uses another one for this run only.

help-series =
    Usage: faheng series --indicator ID --place NAME…
           with [--years 2019-2023] [--nature NATURE] [--body NAME…]

    An indicator is an id, a name or an alias; --indicator may be given several times.
    A place is a name (营口市), a path (辽宁省营口市) or a code (210800). Government reports are taken unless a body is named with --body.
    --nature: actual (the default), target, cumulative or partial; each is a series of its own.
    Years without a value say why: no report, not mentioned, not found. Different values of one rank
    are listed as a conflict, never averaged and never summed.

help-compare =
    Usage: faheng compare PLACE[@YEAR] [PLACE[@YEAR]] [--years LEFT RIGHT] [--body NAME…]
           with [--sentences] [--text]

    Two places, or one place in two years. Without years the latest in common is taken, or else the
    latest of each. Rows stand by part, section and indicator; a difference is right minus left, and is
    given only where the values may be subtracted, else the reason.
    --sentences prints the sentence below each value; --text prints the passages of problems and plans
    whole.

help-chart =
    Usage: faheng chart --indicator ID… --place NAME… --out FILE.svg|png
           with [--years 2019-2023] [--kind line|bars|slope] [--body NAME…] [--svg-text] [--force]
           and [--preset NAME] [--width-mm N] [--height-mm N] [--dpi N]

    Draws values as SVG or PNG and writes the table (.csv) and the sentence behind each point (.md)
    beside it. Each unit has a panel of its own; lines break where a year has no value; values that
    nobody has reviewed are hollow.
    --kind: line over years (the default), bars of one year, slope between the first and last year.
    --preset: document 156 × 104 mm (the default), column 89 × 67 mm, wide 183 × 110 mm, slide
    1920 × 1080 px, square 1080 × 1080 px, web 1700 × 1200 px.
    Texts of an SVG are outlines, which look the same everywhere; --svg-text keeps them as text.
    SOURCE_DATE_EPOCH fixes the date in the corner. A file of that name with other content is replaced
    only with --force.

help-where =
    Usage: faheng where [--json]

    Where library, settings and cache lie.
