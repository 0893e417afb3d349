//! Arguments → [`Command`]. Nothing is opened here except to see whether a word names a path.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use lexopt::prelude::*;

use chart::ChartArgs;
pub use chart::{ChartQuery, FirstLook};

use crate::compare::Strand;
use crate::i18n::{Locale, Texts};
use crate::identity::TemplateProblem;
use crate::reading::Manner;
use crate::shelf::nearest;

/// What holds for every subcommand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The library named with `--library`.
    pub library: Option<PathBuf>,
    /// One JSON object a line instead of tables.
    pub json: bool,
    /// The catalogue named with `--catalogue`.
    pub catalogue: Option<PathBuf>,
    /// The language named with `--lang`.
    pub locale: Option<Locale>,
    /// Whether no window is to be opened.
    pub no_window: bool,
    /// What is said of the files: `--encoding`, `--name-template`.
    pub manner: Manner,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// A first look at files, in a library of their own.
    Open(FirstLook),
    /// Files and folders into the library.
    Import(Vec<PathBuf>),
    /// What the rules read in files, without a library.
    Extract(Vec<PathBuf>),
    /// The library's reports.
    List,
    /// The indicators, or those that have a word.
    Indicators(Option<String>),
    /// The catalogue as a file.
    Catalogue(CatalogueTask),
    /// Values by year.
    Series(SeriesQuery),
    /// Two reports side by side.
    Compare(CompareQuery),
    /// A chart as a file.
    Chart(ChartQuery),
    /// The paths that the program uses.
    Where,
    /// How to use a subcommand, or all of it.
    Help(Option<Topic>),
    /// The version.
    Version,
}

/// What is to be done with the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogueTask {
    /// Write the one in use to a file; replacing another one only where the second says so.
    Export(PathBuf, bool),
    /// Use this file's from now on.
    Import(PathBuf),
    /// Use the built-in one again.
    Reset,
}

/// Which values by year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeriesQuery {
    /// Ids, names or aliases of the indicators.
    pub indicators: Vec<String>,
    /// Names, paths or codes of places.
    pub places: Vec<String>,
    /// Names of bodies: departments and the like.
    pub bodies: Vec<String>,
    /// First and last year; all that there are where not given.
    pub years: Option<(i32, i32)>,
    /// The kind of statement; the level of the year where not given.
    pub strand: Option<Strand>,
}

/// Which two reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareQuery {
    /// One or two places, each with its year if given.
    pub sides: Vec<(String, Option<i32>)>,
    /// One or two bodies instead of places.
    pub bodies: Vec<(String, Option<i32>)>,
    /// The years of the left and the right side.
    pub years: Option<(i32, i32)>,
    /// Whether to print the sentence behind every figure.
    pub sentences: bool,
    /// Whether to print the passages of parts without figures whole.
    pub text: bool,
}

/// A subcommand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// `import`
    Import,
    /// `extract`
    Extract,
    /// `list`
    List,
    /// `indicators`
    Indicators,
    /// `catalogue`
    Catalogue,
    /// `series`
    Series,
    /// `compare`
    Compare,
    /// `chart`
    Chart,
    /// `where`
    Where,
    /// `help`
    Help,
}

/// The words of the subcommands.
const TOPICS: [(&str, Topic); 10] = [
    ("import", Topic::Import),
    ("extract", Topic::Extract),
    ("list", Topic::List),
    ("indicators", Topic::Indicators),
    ("catalogue", Topic::Catalogue),
    ("series", Topic::Series),
    ("compare", Topic::Compare),
    ("chart", Topic::Chart),
    ("where", Topic::Where),
    ("help", Topic::Help),
];

/// Why the arguments make no sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misuse {
    /// Neither a path nor a subcommand, with the subcommands that look like it.
    UnknownWord { word: String, near: Vec<String> },
    /// An option that nobody knows here.
    UnknownOption(String),
    /// An option that needs a value.
    MissingValue(String),
    /// A value that the option does not take.
    BadValue { option: String, value: String },
    /// The subcommand needs files.
    NoFiles(&'static str),
    /// `catalogue` without one of its words, or without a file.
    NoTask,
    /// `series` or `chart` without `--indicator`.
    NoIndicator(&'static str),
    /// `chart` without `--out`.
    NoOut,
    /// A picture of a kind that is not written.
    UnknownPicture(String),
    /// `series`, `compare` or `chart` without a place.
    NoPlace(&'static str),
    /// More than two places.
    TooManySides,
    /// One place and no second year.
    OneSide,
    /// A year beside the place and others in `--years`.
    TwiceYears,
    /// A pattern for file names that is none.
    BadTemplate(TemplateProblem),
    /// An argument too many.
    Unexpected(String),
    /// An argument that is no valid Unicode where text is needed.
    NotUnicode(String),
}

/// Reads all arguments, without the program's name.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> (Options, Result<Command, Misuse>) {
    let mut reader = Reader::default();
    let mut parser = lexopt::Parser::from_args(args);
    let outcome = reader.read(&mut parser);
    let command = outcome.and_then(|()| reader.command());
    (reader.options, command)
}

/// Whether nothing is asked but, at most, how it is to look: no path, no subcommand, no request for help.
pub fn bare(args: &[OsString]) -> bool {
    let asks = |arg: &OsString| matches!(arg.to_str(), Some("help" | "--help" | "-h"));
    !args.iter().any(asks)
}

/// What has been read so far, of any subcommand.
#[derive(Default)]
struct Reader {
    options: Options,
    topic: Option<Topic>,
    help: bool,
    version: bool,
    words: Vec<OsString>,
    series: SeriesQuery,
    bodies: Vec<String>,
    years: Option<(i32, i32)>,
    sentences: bool,
    text: bool,
    force: bool,
    chart: ChartArgs,
}

impl Reader {
    fn read(&mut self, parser: &mut lexopt::Parser) -> Result<(), Misuse> {
        let mut wrong = None;
        // Reading goes on after a mistake: `--lang` and `--help` may come later.
        loop {
            let step = match parser.next() {
                Ok(None) => return wrong.map_or(Ok(()), Err),
                Ok(Some(Value(word))) => self.word(word),
                Ok(Some(Long(name))) => {
                    let name = name.to_owned();
                    self.option(&name, parser)
                }
                Ok(Some(Short('h'))) => self.option("help", parser),
                Ok(Some(Short('V'))) => self.option("version", parser),
                Ok(Some(Short(letter))) => Err(Misuse::UnknownOption(format!("-{letter}"))),
                Err(error) => Err(misuse(error)),
            };
            wrong = wrong.or(step.err());
        }
    }

    fn word(&mut self, word: OsString) -> Result<(), Misuse> {
        if self.topic.is_none() && self.words.is_empty() {
            if let Some(topic) = word.to_str().and_then(topic) {
                self.topic = Some(topic);
                return Ok(());
            }
            if !is_path(&word) {
                let word = word.to_string_lossy().into_owned();
                let near = nearest(&word, TOPICS.iter().map(|(name, _)| *name));
                return Err(Misuse::UnknownWord { word, near });
            }
        }
        self.words.push(word);
        Ok(())
    }

    fn option(&mut self, name: &str, parser: &mut lexopt::Parser) -> Result<(), Misuse> {
        if matches!(self.topic, None | Some(Topic::Chart)) && self.chart.option(name, self.topic, parser)? {
            return Ok(());
        }
        // Names of texts hold a hyphen, names of options here none.
        match (name.replace('-', "_").as_str(), self.topic) {
            ("library", _) => self.options.library = Some(parser.value().map_err(misuse)?.into()),
            ("catalogue", _) => self.options.catalogue = Some(parser.value().map_err(misuse)?.into()),
            ("force", Some(Topic::Catalogue)) => self.force = true,
            ("json", _) => self.options.json = true,
            ("terminal", None) => self.options.no_window = true,
            ("lang", _) => self.options.locale = Some(locale(&text(parser)?)?),
            ("encoding", Some(Topic::Import | Topic::Extract)) => {
                self.options.manner.options.encoding = Some(manner::encoding(&text(parser)?)?);
            }
            ("name_template", Some(Topic::Import | Topic::Extract)) => {
                self.options.manner.template = Some(manner::template(&text(parser)?)?);
            }
            ("help", _) => self.help = true,
            ("version", _) => self.version = true,
            ("indicator", Some(Topic::Series | Topic::Chart)) => self.series.indicators.push(text(parser)?),
            ("place", Some(Topic::Series | Topic::Chart)) => self.series.places.extend(texts(parser)?),
            ("nature", Some(Topic::Series)) => self.series.strand = Some(strand(&text(parser)?)?),
            ("body", Some(Topic::Series | Topic::Compare | Topic::Chart)) => self.bodies.extend(texts(parser)?),
            ("years", Some(Topic::Series | Topic::Compare | Topic::Chart)) => {
                self.years = Some(years(&texts(parser)?)?);
            }
            ("sentences", Some(Topic::Compare)) => self.sentences = true,
            ("text", Some(Topic::Compare)) => self.text = true,
            _ => {
                // A value that was glued to it is spent, or it would be read as the next argument.
                parser.optional_value();
                return Err(Misuse::UnknownOption(format!("--{name}")));
            }
        }
        Ok(())
    }

    fn command(&mut self) -> Result<Command, Misuse> {
        let words = std::mem::take(&mut self.words);
        if self.version {
            return Ok(Command::Version);
        }
        if self.help {
            return Ok(Command::Help(self.topic));
        }
        if !matches!(self.topic, None | Some(Topic::Chart)) {
            self.chart.none()?;
        }
        match self.topic {
            None if words.is_empty() => Ok(Command::Help(None)),
            None => Ok(Command::Open(self.chart.first_look(paths(words)))),
            Some(Topic::Import) => files(words, "import").map(Command::Import),
            Some(Topic::Extract) => files(words, "extract").map(Command::Extract),
            Some(Topic::List) => none(&words).map(|()| Command::List),
            Some(Topic::Indicators) => indicators(words),
            Some(Topic::Catalogue) => catalogue(words, self.force),
            Some(Topic::Where) => none(&words).map(|()| Command::Where),
            Some(Topic::Help) => help(&words),
            Some(Topic::Series) => self.series(words, "series").map(Command::Series),
            Some(Topic::Chart) => {
                let query = self.series(words, "chart")?;
                self.chart.query(query).map(Command::Chart)
            }
            Some(Topic::Compare) => self.compare(words),
        }
    }

    fn series(&mut self, words: Vec<OsString>, command: &'static str) -> Result<SeriesQuery, Misuse> {
        let mut query = std::mem::take(&mut self.series);
        query.bodies = std::mem::take(&mut self.bodies);
        if let Some((first, last)) = self.years.filter(|(first, last)| first > last) {
            return Err(bad("--years", &format!("{first}-{last}")));
        }
        query.years = self.years;
        // Places may be given bare as well; the indicator never is.
        query.places.extend(unicode(words)?);
        query.indicators.retain(|name| !name.is_empty());
        if query.indicators.is_empty() {
            return Err(Misuse::NoIndicator(command));
        }
        if query.places.is_empty() && query.bodies.is_empty() {
            return Err(Misuse::NoPlace(command));
        }
        Ok(query)
    }

    fn compare(&mut self, words: Vec<OsString>) -> Result<Command, Misuse> {
        let sides: Vec<_> = unicode(words)?.iter().map(|side| with_year(side)).collect();
        let bodies: Vec<_> = std::mem::take(&mut self.bodies).iter().map(|side| with_year(side)).collect();
        let named = sides.iter().chain(&bodies);
        if self.years.is_some() && named.clone().any(|(_, year)| year.is_some()) {
            return Err(Misuse::TwiceYears);
        }
        match named.count() {
            0 => Err(Misuse::NoPlace("compare")),
            1 if self.years.is_none() => Err(Misuse::OneSide),
            1 | 2 => {
                let (years, sentences, text) = (self.years, self.sentences, self.text);
                Ok(Command::Compare(CompareQuery { sides, bodies, years, sentences, text }))
            }
            _ => Err(Misuse::TooManySides),
        }
    }
}

fn topic(word: &str) -> Option<Topic> {
    TOPICS.iter().find(|(name, _)| *name == word).map(|(_, topic)| *topic)
}

/// Whether a first word is meant as a path: it exists, or is written like one.
fn is_path(word: &OsStr) -> bool {
    let text = word.to_string_lossy();
    text.contains(['/', '\\', '.']) || Path::new(word).exists()
}

fn paths(words: Vec<OsString>) -> Vec<PathBuf> {
    words.into_iter().map(PathBuf::from).collect()
}

fn files(words: Vec<OsString>, command: &'static str) -> Result<Vec<PathBuf>, Misuse> {
    if words.is_empty() { Err(Misuse::NoFiles(command)) } else { Ok(paths(words)) }
}

fn none(words: &[OsString]) -> Result<(), Misuse> {
    words.first().map_or(Ok(()), |word| Err(Misuse::Unexpected(word.to_string_lossy().into_owned())))
}

fn indicators(words: Vec<OsString>) -> Result<Command, Misuse> {
    let words = unicode(words)?;
    // A name of several words needs no quotes.
    Ok(Command::Indicators((!words.is_empty()).then(|| words.join(" "))))
}

fn catalogue(words: Vec<OsString>, force: bool) -> Result<Command, Misuse> {
    let mut words = words.into_iter();
    let task = words.next().unwrap_or_default();
    let task = match (task.to_str(), words.next().map(PathBuf::from)) {
        (Some("export"), Some(file)) => CatalogueTask::Export(file, force),
        (Some("import"), Some(file)) => CatalogueTask::Import(file),
        (Some("reset"), None) => CatalogueTask::Reset,
        _ => return Err(Misuse::NoTask),
    };
    none(words.as_slice()).map(|()| Command::Catalogue(task))
}

fn help(words: &[OsString]) -> Result<Command, Misuse> {
    let Some(word) = words.first() else { return Ok(Command::Help(None)) };
    let word = word.to_string_lossy();
    match topic(&word) {
        Some(topic) => Ok(Command::Help(Some(topic))),
        None => {
            let near = nearest(&word, TOPICS.iter().map(|(name, _)| *name));
            Err(Misuse::UnknownWord { word: word.into_owned(), near })
        }
    }
}

fn unicode(words: Vec<OsString>) -> Result<Vec<String>, Misuse> {
    let text = |word: OsString| word.into_string().map_err(|word| Misuse::NotUnicode(word.to_string_lossy().into()));
    words.into_iter().map(text).collect()
}

fn text(parser: &mut lexopt::Parser) -> Result<String, Misuse> {
    parser.value().and_then(|value| value.string()).map_err(misuse)
}

fn texts(parser: &mut lexopt::Parser) -> Result<Vec<String>, Misuse> {
    parser.values().map_err(misuse)?.map(|value| value.string().map_err(misuse)).collect()
}

fn locale(value: &str) -> Result<Locale, Misuse> {
    Locale::from_tag(value).ok_or_else(|| bad("--lang", value))
}

fn strand(value: &str) -> Result<Strand, Misuse> {
    strand_in_words(value).ok_or_else(|| bad("--nature", value))
}

/// The ids of the words for each strand, in the language of the users.
const STRAND_WORDS: [(&str, Strand); 4] = [
    ("words-level", Strand::Level),
    ("words-partial", Strand::Partial),
    ("words-cumulative", Strand::Cumulative),
    ("words-target", Strand::Target),
];

/// The strand that one of its words in any language stands for.
fn strand_in_words(value: &str) -> Option<Strand> {
    let called = |texts: &Texts, id: &str| texts.get(id).split_whitespace().any(|word| word == value);
    let in_texts = |texts: &Texts| STRAND_WORDS.iter().find(|(id, _)| called(texts, id)).map(|(_, strand)| *strand);
    Locale::ALL.into_iter().find_map(|locale| in_texts(&Texts::new(locale)))
}

/// Years as `2019 2023`, `2019-2023` or a single one.
fn years(values: &[String]) -> Result<(i32, i32), Misuse> {
    let pieces: Vec<&str> = match values {
        [one] => one.split(['-', '—', '–', '~', '～', ',', '，']).collect(),
        more => more.iter().map(String::as_str).collect(),
    };
    let numbers: Option<Vec<i32>> = pieces.iter().map(|piece| year(piece)).collect();
    match numbers.as_deref() {
        Some([only]) => Ok((*only, *only)),
        Some([first, last]) => Ok((*first, *last)),
        _ => Err(bad("--years", &values.join(" "))),
    }
}

/// A year of four digits, with or without its Chinese word.
fn year(text: &str) -> Option<i32> {
    let digits: String = text.trim().chars().take_while(char::is_ascii_digit).collect();
    // What may follow the digits is the one word for "year"; its letter is kept out of the code's literals.
    let rest = text.trim().get(digits.len()..)?;
    let plain = rest.is_empty() || rest.chars().eq(['\u{5E74}']);
    (digits.len() == 4 && plain).then(|| digits.parse().ok()).flatten()
}

/// A place with its year behind an @, half or full width.
fn with_year(side: &str) -> (String, Option<i32>) {
    let split = side.rsplit_once(['@', '\u{FF20}']).and_then(|(place, text)| Some((place, year(text)?)));
    split.map_or_else(|| (side.to_owned(), None), |(place, year)| (place.to_owned(), Some(year)))
}

fn bad(option: &str, value: &str) -> Misuse {
    Misuse::BadValue { option: option.to_owned(), value: value.to_owned() }
}

fn misuse(error: lexopt::Error) -> Misuse {
    match error {
        lexopt::Error::MissingValue { option } => Misuse::MissingValue(option.unwrap_or_default()),
        lexopt::Error::UnexpectedOption(option) => Misuse::UnknownOption(option),
        lexopt::Error::UnexpectedValue { option, value } => bad(&option, &value.to_string_lossy()),
        lexopt::Error::UnexpectedArgument(word) => Misuse::Unexpected(word.to_string_lossy().into_owned()),
        lexopt::Error::NonUnicodeValue(word) => Misuse::NotUnicode(word.to_string_lossy().into_owned()),
        other => Misuse::Unexpected(other.to_string()),
    }
}

mod chart;
mod manner;
#[cfg(test)]
mod tests;
