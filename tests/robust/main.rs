//! What holds for any input, from bytes to figures: no panic, nothing lost, every span in its place.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests, not tests by name")]

mod check;
mod found;
mod input;

use check::check;
use input::{clauses, fragments, mutated, sample, wrapped};
use proptest::prelude::*;
use proptest::sample::Index;

const ENDINGS: [&str; 3] = ["x.txt", "x.html", "x.docx"];

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_bytes(bytes in input::bytes(), ending in prop::sample::select(&ENDINGS[..])) {
        check(ending, &bytes);
    }

    #[test]
    fn any_characters(text in "\\PC{0,300}", ending in 0_usize..2) {
        check(ENDINGS[ending], text.as_bytes());
    }

    #[test]
    fn any_numbers_in_any_words(words in fragments(60)) {
        check("x.txt", wrapped(&words.concat()).as_bytes());
    }

    #[test]
    fn any_figures(text in clauses(12)) {
        check("x.txt", wrapped(&text).as_bytes());
    }

    #[test]
    fn any_figures_with_marks_anywhere(text in clauses(6), marks in prop::collection::vec((any::<Index>(), input::mark()), 1..8)) {
        let mut text: Vec<char> = text.chars().collect();
        for (at, mark) in marks {
            let at = at.index(text.len());
            text.splice(at..at, mark.chars());
        }
        check("x.txt", wrapped(&text.iter().collect::<String>()).as_bytes());
    }

    #[test]
    fn any_words_without_a_report_around_them(words in fragments(40)) {
        check("x.txt", words.concat().as_bytes());
    }

    #[test]
    fn any_words_in_a_page(words in fragments(30), tags in prop::collection::vec(input::tag(), 30)) {
        let body: String = words.iter().zip(&tags).flat_map(|(word, tag)| [*word, *tag]).collect();
        check("x.html", format!("<h1>柳湾市2024年法治政府建设情况报告</h1><p>{body}</p>").as_bytes());
    }

    #[test]
    fn any_table(words in prop::collection::vec(fragments(3), 1..24), columns in 1_usize..5) {
        let cells: Vec<String> = words.iter().map(|words| format!("<td>{}</td>", words.concat())).collect();
        let rows: Vec<String> = cells.chunks(columns).map(|row| format!("<tr>{}</tr>", row.concat())).collect();
        let page = format!("<h1>柳湾市2024年法治政府建设情况报告</h1><p>一、行政复议</p><table>{}</table>", rows.concat());
        check("x.html", page.as_bytes());
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn damaged_samples(which in 0_usize..4, changes in prop::collection::vec(any::<(u8, Index, u8)>(), 1..8)) {
        let (name, bytes) = sample(which);
        check(name, &mutated(name, bytes, &changes));
    }
}
