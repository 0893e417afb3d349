//! Lines of arguments and the commands that they stand for.

use super::*;
use crate::chart::ChartKind;
use crate::jobs::export::Format;

fn parsed(line: &str) -> (Options, Result<Command, Misuse>) {
    parse(line.split_whitespace().map(OsString::from))
}

fn command(line: &str) -> Command {
    parsed(line).1.unwrap()
}

fn look(files: &[&str]) -> Command {
    Command::Open(FirstLook { files: files.iter().map(|file| file.into()).collect(), ..FirstLook::default() })
}

#[test]
fn options_stand_before_or_after_the_subcommand() {
    for line in ["--json --library a.db list", "list --library=a.db --json"] {
        let (options, command) = parsed(line);
        assert_eq!((options.library, options.json), (Some(PathBuf::from("a.db")), true));
        assert_eq!(command, Ok(Command::List));
    }
    let (options, command) = parsed("lst --lang en");
    assert_eq!(options.locale, Some(Locale::En), "read although the word before makes no sense");
    assert_eq!(command, Err(Misuse::UnknownWord { word: "lst".into(), near: vec!["list".into()] }));
}

#[test]
fn a_path_is_what_exists_or_looks_like_one() {
    assert_eq!(command("./list"), look(&["./list"]));
    assert_eq!(command("src nosuch.txt"), look(&["src", "nosuch.txt"]));
    assert_eq!(command("list"), Command::List);
    assert_eq!(command(""), Command::Help(None));
}

#[test]
fn series_takes_several_places_and_a_span_of_years() {
    let expected = SeriesQuery {
        indicators: vec!["a.b".into()],
        places: vec!["甲市".into(), "乙市".into()],
        bodies: Vec::new(),
        years: Some((2018, 2022)),
        strand: Some(Strand::Target),
    };
    for years in ["2018-2022", "2018 2022", "2018年—2022年"] {
        let line = format!("series --indicator a.b --place 甲市 乙市 --nature target --years {years}");
        assert_eq!(command(&line), Command::Series(expected.clone()));
    }
    let Command::Series(query) = command("series --indicator a --indicator b 甲市") else { panic!() };
    assert_eq!((query.indicators, query.places), (vec!["a".into(), "b".into()], vec!["甲市".into()]));
    let backwards = parsed("series --indicator a.b --place 甲市 --years 2023-2020").1;
    assert!(matches!(backwards, Err(Misuse::BadValue { .. })), "{backwards:?}");
    for (word, strand) in
        [("目标", Strand::Target), ("累计", Strand::Cumulative), ("阶段", Strand::Partial), ("推得", Strand::Level)]
    {
        let Command::Series(query) = command(&format!("series --indicator a --place 甲市 --nature {word}")) else {
            panic!()
        };
        assert_eq!(query.strand, Some(strand), "{word}");
    }
    assert_eq!(parsed("series --place 甲市").1, Err(Misuse::NoIndicator("series")));
    assert_eq!(parsed("series --indicator a.b").1, Err(Misuse::NoPlace("series")));
    assert_eq!(parsed("series --indicator").1, Err(Misuse::MissingValue("--indicator".into())));
    assert!(matches!(parsed("series --years 20x1").1, Err(Misuse::BadValue { .. })));
    assert_eq!(parsed("list --years 2021").1, Err(Misuse::UnknownOption("--years".into())));
}

#[test]
fn compare_takes_two_sides_or_one_in_two_years() {
    let Command::Compare(query) = command("compare 甲市@2021 乙市@2025年") else { panic!() };
    assert_eq!(query.sides, [("甲市".into(), Some(2021)), ("乙市".into(), Some(2025))]);
    let Command::Compare(query) = command("compare 甲市 --years 2021 2022") else { panic!() };
    assert_eq!((query.sides.len(), query.years), (1, Some((2021, 2022))));
    assert_eq!(parsed("compare 甲市").1, Err(Misuse::OneSide));
    assert_eq!(parsed("compare").1, Err(Misuse::NoPlace("compare")));
    assert_eq!(parsed("compare a b c").1, Err(Misuse::TooManySides));
    assert_eq!(parsed("compare 甲市@2021 --years 2021 2022").1, Err(Misuse::TwiceYears));
}

#[test]
fn charts_take_a_size_a_kind_and_a_file() {
    let query = |line: &str| match command(line) {
        Command::Chart(query) => query,
        other => panic!("{other:?}"),
    };
    let plain = query("chart --indicator x 甲市 --out a.svg");
    assert_eq!((plain.size.width, plain.size.height, plain.size.dpi), (156.0, 104.0, 300.0));
    assert_eq!((plain.format, plain.kind, plain.force), (Format::Svg, ChartKind::Line, false));
    let half = query("chart --indicator x 甲市 --out a.PNG --width-mm 78 --kind bars --dpi 150 --force");
    assert_eq!((half.size.width, half.size.height, half.size.dpi), (78.0, 52.0, 150.0));
    assert_eq!((half.format, half.kind, half.force), (Format::Png, ChartKind::Bars, true));
    assert_eq!(query("chart --indicator x 甲市 --out a.png --preset column").size.width, 89.0);
    let wrong = |line: &str| parsed(line).1.unwrap_err();
    assert_eq!(wrong("chart --indicator x 甲市"), Misuse::NoOut);
    assert_eq!(wrong("chart 甲市 --out a.png"), Misuse::NoIndicator("chart"));
    assert_eq!(wrong("chart --indicator x --out a.png"), Misuse::NoPlace("chart"));
    assert_eq!(wrong("chart --indicator x 甲市 --out a.pdf"), Misuse::UnknownPicture("a.pdf".into()));
    for bad in ["--width-mm NaN", "--width-mm -1", "--dpi 1e9", "--kind pie", "--preset huge"] {
        let found = wrong(&format!("chart --indicator x 甲市 --out a.png {bad}"));
        assert!(matches!(found, Misuse::BadValue { .. }), "{bad}: {found:?}");
    }
}

#[test]
fn a_first_look_says_where_its_charts_go() {
    let Command::Open(look) = command("./a.txt --out charts --force") else { panic!("no first look") };
    assert_eq!((look.out, look.force), (Some("charts".into()), true));
    assert_eq!(parsed("list --force").1, Err(Misuse::UnknownOption("--force".into())));
    assert_eq!(parsed("--out x list").1, Err(Misuse::UnknownOption("--out".into())));
}

#[test]
fn files_are_read_as_the_user_says() {
    let (options, command) = parsed("extract --encoding gbk --name-template {地区}{年份} a.txt");
    assert_eq!(command, Ok(Command::Extract(vec!["a.txt".into()])));
    assert_eq!(options.manner.options.encoding.map(crate::intake::Encoding::name), Some("gb18030"));
    assert!(options.manner.template.is_some());
    assert_eq!(parsed("import --encoding klingon a").1, Err(bad("--encoding", "klingon")));
    let template = parsed("import --name-template {县} a").1;
    assert_eq!(template, Err(Misuse::BadTemplate(TemplateProblem::UnknownField("县".into()))));
    assert_eq!(parsed("list --encoding gbk").1, Err(Misuse::UnknownOption("--encoding".into())));
}
