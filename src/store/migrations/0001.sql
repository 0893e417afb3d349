-- One row a file. What stands here and in originals is never changed by a re-run of the rules.
CREATE TABLE documents (
    id        INTEGER PRIMARY KEY,
    sha256    BLOB    NOT NULL UNIQUE CHECK (length(sha256) = 32),
    path      TEXT    NOT NULL,
    file_name TEXT    NOT NULL,
    format    INTEGER NOT NULL,
    encoding  TEXT    NOT NULL,
    size      INTEGER NOT NULL,
    imported  TEXT    NOT NULL
) STRICT;

-- The file's bytes, zstd. Apart from documents, so that a list of reports reads no blob.
CREATE TABLE originals (
    document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    bytes    BLOB NOT NULL
) STRICT;

-- What the rules read in a document; a re-run replaces all from here down to changes.
-- line: kind, year, place and body in one string, NULL where body or year is unknown. Reports of one line are versions.
CREATE TABLE reports (
    document     INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    title        TEXT,
    kind         INTEGER NOT NULL,
    year         INTEGER,
    body         TEXT,
    level        INTEGER,
    place_code   TEXT,
    place_name   TEXT,
    place_path   TEXT,
    issuer       TEXT,
    published    TEXT,
    doc_number   TEXT,
    evidence     TEXT    NOT NULL,
    warnings     TEXT    NOT NULL,
    line         TEXT,
    version      INTEGER NOT NULL DEFAULT 1,
    current      INTEGER NOT NULL DEFAULT 1,
    observations INTEGER NOT NULL
) STRICT;
CREATE INDEX reports_place ON reports (place_code, year);
CREATE INDEX reports_body ON reports (body, year, kind);
CREATE INDEX reports_year ON reports (year, kind);
CREATE INDEX reports_line ON reports (line) WHERE line IS NOT NULL;

-- body: the passages' texts joined, zstd. details: headings, reasons, pieces and cells as JSON, zstd.
CREATE TABLE texts (
    report  INTEGER PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
    body    BLOB NOT NULL,
    details BLOB NOT NULL
) STRICT;

-- bytes: length of the passage in the joined text.
CREATE TABLE passages (
    report       INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
    id           INTEGER NOT NULL,
    part         INTEGER NOT NULL,
    section      INTEGER,
    outline_part INTEGER,
    bytes        INTEGER NOT NULL,
    PRIMARY KEY (report, id)
) STRICT, WITHOUT ROWID;

-- A unit goes with its indicator; changes, which have units of their own, use the row with an empty one.
CREATE TABLE indicators (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    UNIQUE (name, unit)
) STRICT;

CREATE TABLE rules (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- first, last: the span in Unicode scalar values of the passage, last exclusive; likewise the sentence around it.
CREATE TABLE observations (
    report         INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
    n              INTEGER NOT NULL,
    id             ANY     NOT NULL,
    indicator      INTEGER NOT NULL REFERENCES indicators,
    value          REAL    NOT NULL,
    bound          INTEGER NOT NULL,
    year           INTEGER,
    nature         INTEGER NOT NULL,
    scope          INTEGER NOT NULL,
    label          TEXT,
    passage        INTEGER NOT NULL,
    first          INTEGER NOT NULL,
    last           INTEGER NOT NULL,
    sentence_first INTEGER NOT NULL,
    sentence_last  INTEGER NOT NULL,
    rule           INTEGER NOT NULL REFERENCES rules,
    confidence     REAL    NOT NULL,
    flags          TEXT,
    also           TEXT,
    PRIMARY KEY (report, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX observations_indicator ON observations (indicator, year);

CREATE TABLE changes (
    report         INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
    n              INTEGER NOT NULL,
    id             ANY     NOT NULL,
    indicator      INTEGER NOT NULL REFERENCES indicators,
    delta          REAL    NOT NULL,
    unit           INTEGER NOT NULL,
    basis          TEXT    NOT NULL,
    year           INTEGER,
    ambiguous      INTEGER NOT NULL,
    prior_low      REAL,
    prior_high     REAL,
    passage        INTEGER NOT NULL,
    first          INTEGER NOT NULL,
    last           INTEGER NOT NULL,
    sentence_first INTEGER NOT NULL,
    sentence_last  INTEGER NOT NULL,
    rule           INTEGER NOT NULL REFERENCES rules,
    confidence     REAL    NOT NULL,
    PRIMARY KEY (report, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX changes_indicator ON changes (indicator, year);

-- A person's decisions. No foreign key on purpose: they outlive re-runs, removal and another import of the file.
-- first, last: bytes of the decoded original, last exclusive, which no rule can shift.
CREATE TABLE decisions (
    id        INTEGER PRIMARY KEY,
    sha256    BLOB    NOT NULL CHECK (length(sha256) = 32),
    first     INTEGER NOT NULL,
    last      INTEGER NOT NULL,
    indicator TEXT    NOT NULL,
    action    INTEGER NOT NULL,
    corrected TEXT,
    value     REAL,
    unit      TEXT,
    year      INTEGER,
    bound     INTEGER,
    nature    INTEGER,
    scope     INTEGER,
    note      TEXT    NOT NULL,
    who       TEXT    NOT NULL,
    made      TEXT    NOT NULL
) STRICT;
CREATE INDEX decisions_source ON decisions (sha256, first);
