//! The grammar of figures on invented sentences: one row a trap (`tests/data/figures`), and the forms of numbers.

#![expect(clippy::unwrap_used, reason = "helpers of tests, which may fail and say why")]

use std::path::Path;

use faheng::figures::Figures;
use faheng::reading::{Rules, read_bytes};

mod traps;

/// Where a sentence stands in its report.
#[derive(Clone, Copy)]
enum Stands {
    Achievements,
    Problems,
    Plans,
}

/// A small report of the invented 柳湾市 on 2024 around a heading and some lines.
fn report(stands: Stands, heading: &str, lines: &str) -> String {
    let own = format!("（一）{heading}\n{lines}\n");
    let plain = "扎实推进依法行政各项工作。\n";
    let [done, lacking, planned] = match stands {
        Stands::Achievements => [&own, plain, plain],
        Stands::Problems => [plain, &own, plain],
        Stands::Plans => [plain, plain, &own],
    };
    format!(
        "柳湾市2024年法治政府建设情况报告\n2024年，柳湾市坚持依法行政，现将有关情况报告如下。\n\
         一、主要举措和成效\n{done}二、存在的问题\n{lacking}三、下一步工作安排\n{planned}"
    )
}

fn figures(text: &str) -> Figures {
    let reading = read_bytes(Path::new("x.txt"), text.as_bytes(), Rules::built_in().unwrap()).unwrap();
    assert_eq!(reading.identity.year, Some(2024));
    reading.figures
}

fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

/// The observations and changes as the rows of a table write them, in order of their words.
fn found(figures: &Figures) -> Vec<String> {
    let year = |year: Option<i32>| year.map_or_else(|| "-".to_owned(), |year| year.to_string());
    let observations = figures
        .observations
        .iter()
        .map(|o| format!("= {} {} {} {} {}", o.indicator, o.value, word(o.bound), word(o.nature), year(o.year)));
    let changes = figures.changes.iter().map(|c| format!("~ {} {} {}", c.indicator, c.delta, word(c.unit)));
    let mut all: Vec<String> = observations.chain(changes).collect();
    all.sort();
    all
}

/// One case of the table of traps.
struct Case<'a> {
    name: &'a str,
    stands: Stands,
    heading: &'a str,
    lines: Vec<&'a str>,
    wanted: Vec<String>,
    left: Vec<(&'a str, &'a str)>,
}

impl<'a> Case<'a> {
    fn new(text: &'a str) -> Self {
        let (name, rows) = text.split_once('\n').unwrap();
        let (mut stands, mut heading) = (Stands::Achievements, "");
        let (mut lines, mut wanted, mut left) = (Vec::new(), Vec::new(), Vec::new());
        for row in rows.lines().filter(|row| !row.is_empty() && !row.starts_with('#')) {
            match row.split_once(' ') {
                Some(("part", "plans")) => stands = Stands::Plans,
                Some(("part", "problems")) => stands = Stands::Problems,
                Some(("@", words)) => heading = words,
                Some(("=", fact)) => {
                    let short = ["exact", "actual", "2024"].into_iter().skip(fact.split(' ').count() - 2);
                    wanted.push(fact.split(' ').chain(short).fold("=".to_owned(), |row, word| row + " " + word));
                }
                Some(("~", _)) => wanted.push(row.to_owned()),
                Some(("?", reason)) => left.push(reason.split_once(' ').unwrap()),
                _ => lines.push(row),
            }
        }
        wanted.sort();
        Self { name, stands, heading, lines, wanted, left }
    }

    /// What is not as it should be.
    fn faults(&self) -> Vec<String> {
        let figures = figures(&report(self.stands, self.heading, &self.lines.join("\n")));
        let mut faults = Vec::new();
        if found(&figures) != self.wanted {
            faults.push(format!("wanted {:#?}\ngot {:#?}", self.wanted, found(&figures)));
        }
        for (reason, words) in &self.left {
            let about = |u: &&faheng::figures::Unclaimed| u.raw.contains(words) || words.contains(&u.raw);
            let reasons: Vec<String> = figures.unclaimed.iter().filter(about).map(|u| word(u.reason)).collect();
            if !reasons.iter().any(|have| have == reason) {
                faults.push(format!("{words} is not left as {reason} but {reasons:?}"));
            }
        }
        faults
    }
}

/// The table.
fn cases() -> impl Iterator<Item = Case<'static>> {
    include_str!("data/figures/traps.txt").split("\n== ").skip(1).map(Case::new)
}

/// What is not as it should be, with the words that it is about.
fn faults(cases: &[Case<'_>]) -> Vec<String> {
    let told = |case: &Case<'_>, fault: String| format!("{}\n{}\n{fault}", case.name, case.lines.join("\n"));
    cases.iter().flat_map(|case| case.faults().into_iter().map(|fault| told(case, fault))).collect()
}

#[test]
fn each_trap_is_read_as_it_should_be() {
    let cases: Vec<Case<'_>> = cases().collect();
    let faults = faults(&cases);
    assert!(faults.is_empty(), "{} of {}:\n\n{}", faults.len(), cases.len(), faults.join("\n\n"));
    assert!(cases.len() >= 95, "only {} cases", cases.len());
}

/// The sentence of a letter with its indicator.
fn sentence(letter: &str, number: &str) -> (&'static str, String) {
    match letter {
        "C" => ("mediation.cases", format!("全年人民调解组织调解矛盾纠纷{number}。")),
        "P" => ("litigation.head_appearance_rate", format!("行政机关负责人出庭应诉率为{number}。")),
        "M" => ("legalaid.recovered", format!("法律援助为受援人挽回经济损失{number}。")),
        "S" => ("publicity.materials", format!("全年发放普法宣传资料{number}。")),
        "T" => ("leadership.study_sessions", format!("市政府常务会议开展会前学法{number}。")),
        "D" => ("service.project_approval_days", format!("工程建设项目审批总时限压缩至{number}。")),
        other => panic!("no sentence {other}"),
    }
}

#[test]
fn numbers_of_every_form_have_their_value_and_bound() {
    let rows = include_str!("data/figures/numbers.txt").lines().filter(|row| !row.is_empty() && !row.starts_with('#'));
    let (mut count, mut faults) = (0, Vec::new());
    for row in rows {
        let (letter, rest) = row.split_once(' ').unwrap();
        let (rest, bound) = ["at_least", "at_most", "about"]
            .iter()
            .find_map(|bound| Some((rest.strip_suffix(bound)?.trim_end(), *bound)))
            .unwrap_or((rest, "exact"));
        let (number, value) = rest.rsplit_once(' ').unwrap();
        let (indicator, sentence) = sentence(letter, number);
        let wanted: Vec<String> =
            (value != "-").then(|| format!("= {indicator} {value} {bound} actual 2024")).into_iter().collect();
        let got = found(&figures(&report(Stands::Achievements, "统筹推进各项工作", &sentence)));
        if got != wanted {
            faults.push(format!("{number}: wanted {wanted:?} got {got:?}"));
        }
        count += 1;
    }
    assert!(faults.is_empty(), "{} of {count}:\n{}", faults.len(), faults.join("\n"));
    assert!(count >= 200, "only {count} forms");
}
